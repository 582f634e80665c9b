//! The button that copies a text, and the text itself where the browser does not let the page copy.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::view::{Action, Copied, CopyAnswer, LastCopy};
use crate::words::share;

/// The most rows of the field with a text to copy by hand.
const MOST_ROWS: usize = 6;

/// The button, with the result of pressing it.
pub fn copy(text: Copied, last: &LastCopy) -> Markup {
    html! {
        div.copy-text {
            @let (copies, what) = text.label().split_at(text.label().find(' ').unwrap_or(text.label().len()));
            button type="button" data-copy-text=(text.key()) data-do=(Action::Copy(text).to_attribute()) { (copies) span { (what) } }
            div role="status" {
                @match last.answer_to(text) {
                    None => {}
                    Some(CopyAnswer::Copied(count)) => p data-copied=(count) { (share::copied(*count)) },
                    Some(CopyAnswer::Selected) => p { (share::COPY_DENIED) },
                    Some(CopyAnswer::ByHand(words)) => (by_hand(text, words)),
                }
            }
        }
    }
}

fn by_hand(text: Copied, words: &str) -> Markup {
    let id = format!("{}-to-copy", text.key());
    html! {
        label for=(id) { (share::COPY_DENIED) }
        textarea id=(id) data-by-hand=(text.key()) readonly="" rows=(words.lines().count().clamp(1, MOST_ROWS)) { (words) }
        button.quiet type="button" data-do=(Action::EndCopy.to_attribute()) { (share::DONE) }
    }
}
