//! The ways to the parts of a long page, and the groups of a list that open and close.

use maud::{Markup, html};

use crate::view::{Action, PartFold, PartLink, PartsView};
use crate::words::parts as words;

/// The id of the list of parts.
const MENU: &str = "parts-of-page";

/// The line that stays at the foot of the window where the page is long: its parts, what opens and closes them, and the way to the
/// top. Buttons, because the fragment of a link is the app's own address.
pub fn page_parts(view: &PartsView) -> Markup {
    let [open, close] = words::ALL;
    html! {
        nav.page-parts aria-label=(words::LABEL) {
            @if 1 < view.parts.len() {
                // On a phone the parts are a menu, which the browser opens and closes.
                button.quiet.parts-open type="button" popovertarget=(MENU) { (words::MENU) }
                ul id=(MENU) popover="" { @for each in &view.parts { (part(each)) } }
            }
            div.page-ends {
                @if view.folds {
                    (button(&Action::OpenAll(true), open))
                    (button(&Action::OpenAll(false), close))
                }
                (button(&Action::ToTop, words::TOP))
            }
        }
    }
}

fn part(part: &PartLink) -> Markup {
    html! {
        li {
            button.quiet type="button" data-to-part=(part.id) popovertarget=(MENU) popovertargetaction="hide"
                data-do=(Action::GoTo(part.id.clone()).to_attribute()) {
                (part.heading) @if let Some(count) = part.count { " " small { (count) } }
            }
        }
    }
}

fn button(action: &Action, says: &str) -> Markup {
    html! { button.quiet type="button" data-do=(action.to_attribute()) { (says) } }
}

/// A group of a list that opens and closes, with its heading. What is in a closed one is found by the browser's own search, where that
/// opens it.
pub(super) fn group(fold: &PartFold, heading: &Markup, content: &Markup) -> Markup {
    html! {
        (folded("list-group", fold, &html! { summary id=(fold.id) { span role="heading" aria-level="2" { (heading) } } (content) }))
    }
}

/// What opens and closes; `content` begins with its `summary`.
pub(super) fn folded(class: &str, fold: &PartFold, content: &Markup) -> Markup {
    let open = fold.is_open.then_some("");
    html! { details class=(class) data-key=(fold.id) data-folds=(fold.name) data-open=[open] open=[open] { (content) } }
}
