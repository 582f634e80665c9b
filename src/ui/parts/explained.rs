//! A text whose acronyms say what they stand for, with the reader's search hits marked.

use std::collections::HashSet;

use leptos::either::Either;
use leptos::prelude::*;

use crate::browser;
use crate::ui::Viewer;
use crate::ui::parts::marked::marked;

/// Which acronyms the page has explained already: the first of each is a stop of the Tab key, the later ones are not.
#[derive(Clone, Copy)]
pub struct Explanations(StoredValue<HashSet<usize>>);

impl Explanations {
    /// Begins a page on which nothing is explained yet.
    pub fn begin() {
        provide_context(Self(StoredValue::new(HashSet::new())));
    }

    /// Whether this is the first time that the page asks for that term.
    fn is_first(term: usize) -> bool {
        let seen = use_context::<Self>();
        seen.is_some_and(|seen| seen.0.try_update_value(|seen| seen.insert(term)).unwrap_or(false))
    }
}

/// A text in which each acronym of the glossary shows its expansion on hover, focus and tap.
#[component]
pub fn Explained(
    /// The text.
    text: &'static str,
) -> impl IntoView {
    let viewer = Viewer::here();
    let mut pieces = Vec::new();
    let mut from = 0;
    for (range, term) in viewer.index.acronyms(text) {
        pieces.push((&text[from..range.start], None));
        from = range.end;
        let meaning = viewer.dataset.glossary[term].meaning.as_str();
        pieces.push((&text[range], Some((meaning, Explanations::is_first(term)))));
    }
    pieces.push((&text[from..], None));
    pieces.retain(|(piece, _)| !piece.is_empty());
    // One closure for the whole text: a long list has thousands of pieces.
    move || {
        let words = viewer.words.read();
        let piece = |(text, explanation): &(&'static str, Option<(&'static str, bool)>)| {
            let text = marked(&Oco::Borrowed(*text), &words);
            match explanation {
                Some((meaning, is_first)) => Either::Left(acronym(text, meaning, *is_first)),
                None => Either::Right(text),
            }
        };
        pieces.iter().map(piece).collect_view()
    }
}

/// An acronym and what it stands for.
///
/// Listeners hear the expansion once on a page, in the run of the text; everybody else sees it when they ask for it.
fn acronym(text: impl IntoView, meaning: &'static str, is_first: bool) -> impl IntoView {
    view! {
        <abbr class="acronym" tabindex=if is_first { "0" } else { "-1" }
            on:mouseenter=|_| browser::page::set_root_data("expansions", None)
            on:focus=|_| browser::page::set_root_data("expansions", None)>
            {text}
            <span class="expansion" aria-hidden=(!is_first).then_some("true")>" " {meaning}</span>
        </abbr>
    }
}

/// Escape takes a shown expansion away, until the next one is asked for.
pub fn hide_expansions_on_escape() {
    let handle = window_event_listener(leptos::ev::keydown, |event| {
        if event.key() == "Escape" {
            browser::page::set_root_data("expansions", Some("hidden"));
        }
    });
    on_cleanup(move || handle.remove());
}
