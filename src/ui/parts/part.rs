//! A part of the page that is text.

use leptos::html::Div;
use leptos::prelude::*;
use maud::Markup;

use crate::browser;

/// Puts text into the page. When what it is made from changes, only what differs in it is replaced, so that focus, selection
/// and whatever is open stay. The element around it has no box of its own.
pub fn part(name: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) -> AnyView {
    placed(name, Box::new(move || html().into_string()))
}

// One instance for all parts.
fn placed(name: &'static str, html: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    let html = Memo::new(move |_| html());
    let place = NodeRef::<Div>::new();
    Effect::new(move |before: Option<()>| {
        html.track();
        let Some(place) = place.get_untracked() else { return };
        match before {
            Some(()) => browser::patch::put_in(&place, &html.read_untracked()),
            None => browser::patch::apply_styles(&place),
        }
    });
    view! { <div class="part" data-part-name=name node_ref=place inner_html=html.get_untracked()></div> }.into_any()
}
