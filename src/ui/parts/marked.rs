//! A text with the reader's search hits marked.

use leptos::either::Either;
use leptos::prelude::*;

use crate::query::{Segment, highlight};
use crate::ui::Viewer;

/// A text in which the words that are looked for are marked.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: Oco<'static, str>,
) -> impl IntoView {
    let words = Viewer::here().words;
    move || marked(&text, &words.read())
}

/// The same for words that are known; whoever asks sees to it that they are up to date.
pub(super) fn marked(text: &Oco<'static, str>, words: &[String]) -> impl IntoView + use<> {
    if words.is_empty() {
        return Either::Left(text.clone());
    }
    let piece = |segment: Segment| match segment.hit {
        true => Either::Left(view! { <mark>{segment.text}</mark> }),
        false => Either::Right(segment.text),
    };
    Either::Right(highlight(text, words).into_iter().map(piece).collect_view())
}
