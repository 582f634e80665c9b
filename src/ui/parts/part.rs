//! A part of the page that is text.

use leptos::html::{Div, ElementType};
use leptos::prelude::*;
use maud::Markup;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser;

/// Puts text into the page. When what it is made from changes, only what differs in it is replaced, so that focus, selection
/// and whatever is open stay. The element around it has no box of its own.
pub fn part(name: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) -> AnyView {
    placed(name, Box::new(html))
}

// One instance for all parts.
fn placed(name: &'static str, html: Box<dyn Fn() -> Markup + Send + Sync>) -> AnyView {
    let place = NodeRef::<Div>::new();
    let begin = text_in(place, html);
    view! { <div class="part" data-part-name=name node_ref=place inner_html=begin></div> }.into_any()
}

/// The text with which an element begins that can have no other within it, such as the head of a table; it is kept in step alike.
pub fn text_in<E>(place: NodeRef<E>, html: impl Fn() -> Markup + Send + Sync + 'static) -> String
where
    E: ElementType + 'static,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let html = Memo::new(move |_| html().into_string());
    Effect::new(move |before: Option<()>| {
        html.track();
        let Some(place) = place.get_untracked() else { return };
        match before {
            Some(()) => browser::patch::put_in(place.as_ref(), &html.read_untracked()),
            None => browser::patch::apply_styles(place.as_ref()),
        }
    });
    html.get_untracked()
}
