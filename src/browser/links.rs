//! Links in the text of the page: one listener hears all of them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use crate::browser::listen::on_window_first;
use crate::browser::{long_page, on_window, page};

/// Calls `follow` with the fragment of each link into the page that is followed in this window, as long as the owner lives.
///
/// A control with an address may handle the click first, and prevent this. If the link disappears with its page and takes the
/// focus along, the focus goes to the top of the new page.
pub fn on_link(follow: impl Fn(&str) + 'static) {
    on_window("click", move |event: &MouseEvent| {
        let Some(link) = link_under(event).filter(|_| is_plain_click(event) && !event.default_prevented()) else {
            return;
        };
        let Some(fragment) = fragment_of(&link) else {
            return;
        };
        event.prevent_default();
        follow(&fragment);
        request_animation_frame(move || {
            if !link.is_connected() && page::focus_is_in("body") {
                long_page::scroll_to_top();
                page::focus("main h1");
            }
        });
    });
}

/// Calls `address` with the fragment of each link into the page that the reader may be about to copy, to drag away or to open elsewhere, and puts what it
/// gives in its place, as long as the owner lives.
pub fn on_link_taken(address: impl Fn(&str) -> String + Copy + 'static) {
    let take = move |event: &Event| {
        let link = link_under(event);
        if let Some((link, fragment)) = link.and_then(|link| fragment_of(&link).map(|fragment| (link, fragment))) {
            // The name is valid.
            let _ = link.set_attribute("href", &format!("#{}", address(&fragment)));
        }
    };
    on_window_first("mousedown", take);
    // By key, too.
    on_window_first("contextmenu", take);
}

/// Where a link into the page leads; none of any other.
fn fragment_of(link: &Element) -> Option<String> {
    let href = link.get_attribute("href")?;
    let fragment = href.strip_prefix('#').filter(|fragment| fragment.starts_with('/'))?;
    Some(fragment.to_owned())
}

/// The link on which an event happened, if it did on one.
fn link_under(event: &Event) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest("a").ok().flatten()
}

/// Presses the first element that matches, as a click there would.
pub fn press(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Whether a click is for the same window: no modifier, main button.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
