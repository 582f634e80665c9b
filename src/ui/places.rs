//! Places of the page whose text follows the state.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use maud::Markup;

use crate::browser::patch;

/// Keeps the text of a place in step with what it is made from, as long as the owner lives: where it changes, only what
/// differs is replaced.
pub fn write(place: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) {
    follow(place, Box::new(move || html().into_string()));
}

// One instance for all places.
fn follow(place: &'static str, html: Box<dyn Fn() -> String + Send + Sync>) {
    let html = Memo::new(move |_| html());
    Effect::new(move |_| patch::put(place, &html.read()));
}

/// Puts a part that moves into a place of the first element that matches, as long as what is given back lives.
pub fn mount(root: &str, place: &str, view: impl FnOnce() -> AnyView + 'static) -> Option<UnmountHandle<AnyViewState>> {
    let place = patch::place(root, place)?;
    place.set_text_content(None);
    Some(mount_to(place, view))
}
