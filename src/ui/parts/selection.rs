//! The selection in one sentence, whose parts can be taken out one by one.

use leptos::prelude::*;

use crate::browser::page;
use crate::query::{self, ALL_SOURCES, Chosen, Facet, SelectedPart};
use crate::ui::Viewer;

/// `23 of 74 measures that the [Croatian Presidency ×] acted on or has plans for, naming [Europol ×]`.
#[component]
pub fn Selection() -> impl IntoView {
    let viewer = Viewer::here();
    let count = move || viewer.count_in_words();
    let subject = move || query::subject_in_words(&viewer.query.read(), viewer.unit.get());
    let clear = move || {
        (!viewer.query.read().is_open()).then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| {
                        viewer.select(|query| *query = query.opened());
                        page::focus("main h1");
                    }>"Clear all"</button>
            }
        })
    };
    view! {
        <div class="selection">
            <h1 tabindex="-1">
                <b data-count="">{count}</b>
                <span class="selection-parts">{subject} <SelectionParts /></span>
            </h1>
            <OtherSources />
            {clear}
        </div>
    }
}

/// What is asked for, in words that read on from a count; each part can be taken out. A brief names its Presidency itself.
#[component]
pub fn SelectionParts() -> impl IntoView {
    let viewer = Viewer::here();
    let part = move |(number, part): (usize, SelectedPart)| {
        let between = part.between;
        let chip = move |(place, chosen): (usize, Chosen)| {
            view! { {(0 < place).then_some(between)} <Chip chosen /> }
        };
        let chips = part.chosen.into_iter().enumerate().map(chip).collect_view();
        view! { {if number == 0 { " " } else { ", " }} {part.before} " " {chips} {part.after} }
    };
    move || viewer.selected_parts().into_iter().enumerate().map(part).collect_view()
}

/// What else there is, as long as the reader has not said a word on sources.
#[component]
fn OtherSources() -> impl IntoView {
    let viewer = Viewer::here();
    let others = move || {
        let query = viewer.query.read();
        if query.filters.contains_key(&Facet::Source) {
            return 0;
        }
        let mut everywhere = query.clone();
        everywhere.toggle(Facet::Source, ALL_SOURCES);
        let all = query::listed(viewer.unit.get(), &everywhere, viewer.index).len();
        all.saturating_sub(viewer.count.get())
    };
    move || {
        let count = others();
        (0 < count).then(|| {
            view! {
                <p class="other-sources">
                    "of " {viewer.dataset.edition.id.as_str()} "; " {count} " more in other documents. "
                    <button type="button" class="quiet" data-all-sources=""
                        on:click=move |_| viewer.select(|query| query.toggle(Facet::Source, ALL_SOURCES))>"Show all"</button>
                </p>
            }
        })
    }
}

/// A part of the selection with a way to take it out.
#[component]
fn Chip(
    /// The part.
    chosen: Chosen,
) -> impl IntoView {
    let viewer = Viewer::here();
    let Chosen { what, says } = chosen;
    let label = format!("Remove {says}");
    view! {
        <button type="button" class="chip" data-remove=what.key() aria-label=label on:click=move |_| {
                viewer.select(|query| what.take_out_of(query));
                // The button goes with its part: the reader stays at the sentence.
                page::focus("main h1");
            }>
            {says} <span aria-hidden="true">" ×"</span>
        </button>
    }
}
