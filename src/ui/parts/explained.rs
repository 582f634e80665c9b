//! A text whose acronyms say what they stand for, with the reader's search hits marked.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser;
use crate::render::html::runs;
use crate::ui::Viewer;
use crate::view::Context;

/// Which acronyms the page has explained already: the first of each is a stop of the Tab key, the later ones are not.
#[derive(Clone, Copy)]
pub struct Explanations(StoredValue<BTreeSet<usize>>);

impl Explanations {
    /// Begins a page on which nothing is explained yet.
    pub fn begin() {
        provide_context(Self(StoredValue::new(BTreeSet::new())));
    }

    /// A part of the page as HTML, told anew whenever the reader looks for other words. What the page has explained before it
    /// stays explained.
    pub fn part(
        tell: impl Fn(&Context<'_>) -> String + Send + Sync + 'static,
    ) -> impl Fn() -> String + Send + Sync + 'static {
        let viewer = Viewer::here();
        let day = viewer.day.get_untracked();
        let page = use_context::<Self>();
        let before = page.map(|page| page.0.get_value()).unwrap_or_default();
        move || {
            let words = viewer.words.read();
            let context = Context::new(viewer.dataset, viewer.index, day, &words).after(before.clone());
            let html = tell(&context);
            if let Some(page) = page {
                page.0.update_value(|explained| explained.extend(context.explained()));
            }
            html
        }
    }
}

/// A text in which each acronym of the glossary shows its expansion on hover, focus and tap.
#[component]
pub fn Explained(
    /// The text.
    text: &'static str,
) -> impl IntoView {
    let html = Explanations::part(move |context| runs(&context.text(text)).0);
    view! { <span inner_html=html></span> }
}

/// Escape takes a shown expansion away, until the next one is asked for.
pub fn hide_expansions_on_escape() {
    const ACRONYM: &str = ".acronym";
    let asked = |event: &web_sys::Event| {
        if event
            .target()
            .is_some_and(|target| browser::page::is_in(&target, ACRONYM))
        {
            browser::page::set_root_data("expansions", None);
        }
    };
    let listeners = [
        window_event_listener(leptos::ev::keydown, |event| {
            if event.key() == "Escape" {
                browser::page::set_root_data("expansions", Some("hidden"));
            }
        }),
        window_event_listener(leptos::ev::mouseover, move |event| asked(&event)),
        window_event_listener(leptos::ev::focusin, move |event| asked(&event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}
