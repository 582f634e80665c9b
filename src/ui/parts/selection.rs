//! The selection in one sentence, whose parts can be taken out one by one.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::domain::unseen::quoted;
use crate::query::{self, ALL_SOURCES, Facet, NO_DATE, NO_FOLLOW_UP, Query, Unit};
use crate::route::Page;
use crate::ui::Viewer;

/// How much of what was typed is said, in characters.
const LONGEST_WORDS: usize = 60;

/// `23 of 74 measures that the [Croatian Presidency ×] acted on or has plans for, naming [Europol ×]`.
#[component]
pub fn Selection() -> impl IntoView {
    let viewer = Viewer::here();
    let noun = move || match viewer.unit.get() {
        Unit::Measures => "measures",
        Unit::Commitments => "commitments",
        Unit::Documents => "documents",
    };
    let count = move || match (viewer.count.get(), viewer.query.read().is_open()) {
        (_, true) => format!("All {} {}", viewer.all.get(), noun()),
        (count, false) => format!("{count} of {} {}", viewer.all.get(), noun()),
    };
    let subject = move || {
        let query = viewer.query.read();
        let is_whole = query.filters.is_empty() && query.is_open() && viewer.unit.get() == Unit::Measures;
        is_whole.then_some(" of the renewed EU Internal Security Strategy")
    };
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
                <span role="status"><b data-count="">{count}</b></span>
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
    move || {
        let query = match &*viewer.page.read() {
            Page::Presidency(_) => query::in_brief(&viewer.query.read()),
            _ => viewer.query.get(),
        };
        let unit = viewer.unit.get();
        let filters = query
            .filters
            .iter()
            .map(|(facet, values)| filter(viewer, &query, unit, *facet, values).into_any());
        let role = query
            .role
            .filter(|_| !query.filters.contains_key(&Facet::Presidency))
            .map(|role| {
                let on_remove = Callback::new(move |()| viewer.select(|query| query.role = None));
                view! { "for which a Presidency " <Chip says=in_role(role).to_owned() without="role" on_remove /> }
                    .into_any()
            });
        let text = Some(query.text.trim()).filter(|text| !text.is_empty()).map(|text| {
            let on_remove = Callback::new(move |()| viewer.select(|query| query.text.clear()));
            view! { "containing " <Chip says=format!("“{}”", quoted(text, LONGEST_WORDS)) without="words" on_remove /> }
                .into_any()
        });
        let window = query.window.in_words().map(|says| {
            let on_remove = Callback::new(move |()| viewer.select(|query| *query = query.without_window()));
            view! { {before_window(unit)} " " <Chip says without="window" on_remove /> }.into_any()
        });
        let parts = filters.chain(role).chain(window).chain(text).enumerate();
        parts
            .map(|(number, part)| view! { {if number == 0 { " " } else { ", " }} {part} })
            .collect_view()
    }
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

/// The values of one filter, in words that lead to them: ` naming [Europol ×] or [Frontex ×]`.
fn filter(
    viewer: Viewer,
    query: &Query,
    unit: Unit,
    facet: Facet,
    values: &std::collections::BTreeSet<String>,
) -> impl IntoView + use<> {
    let is_nothing = values
        .iter()
        .all(|value| [NO_DATE, NO_FOLLOW_UP].contains(&value.as_str()));
    let (before, after) = words_around(facet, query.role, unit, is_nothing);
    let chip = |(number, key): (usize, &String)| {
        let value = viewer.index.value(facet, key);
        let says = match facet {
            Facet::Presidency => {
                let presidency = viewer.dataset.rota.get(key);
                presidency.map_or_else(
                    || key.clone(),
                    |presidency| format!("{} Presidency", presidency.adjective),
                )
            }
            _ => value.map_or_else(|| key.clone(), |value| value.label.clone()),
        };
        let key = key.clone();
        let on_remove = Callback::new(move |()| viewer.select(|query| query.toggle(facet, &key)));
        view! {
            {(0 < number).then_some(if facet == Facet::Presidency { " or the " } else { " or " })}
            <Chip says without=facet.key() on_remove />
        }
    };
    let chips = values.iter().enumerate().map(chip).collect_view();
    view! { {before} " " {chips} {after} }
}

/// The words before the time that is looked at.
fn before_window(unit: Unit) -> &'static str {
    match unit {
        Unit::Measures => "with a fact or due date",
        Unit::Commitments => "due or done",
        Unit::Documents => "cited by measures with a fact or due date",
    }
}

fn in_role(role: PresidencyRole) -> &'static str {
    match role {
        PresidencyRole::Acted => "acted",
        PresidencyRole::Plans => "has plans",
    }
}

/// The words before and after the values of a filter, so that they read on from `23 of 74 measures`.
///
/// A document is asked for by the measures that cite it; `is_nothing` says that only what has no such value is asked for.
fn words_around(
    facet: Facet,
    role: Option<PresidencyRole>,
    unit: Unit,
    is_nothing: bool,
) -> (&'static str, &'static str) {
    let after = match (facet, role) {
        (Facet::Presidency, None) => " acted on or has plans for",
        (Facet::Presidency, Some(PresidencyRole::Acted)) => " acted on",
        (Facet::Presidency, Some(PresidencyRole::Plans)) => " has plans for",
        _ => "",
    };
    let before = match (unit, facet) {
        (Unit::Commitments, Facet::Presidency) => return ("for the", ""),
        (Unit::Commitments, Facet::Owner) => "owned by",
        (Unit::Commitments, Facet::Outcome | Facet::Due) if is_nothing => "with",
        (Unit::Commitments, Facet::Outcome) => "that are",
        (Unit::Commitments, Facet::Due) => "due in",
        (Unit::Commitments, Facet::Status) => "of measures with the status",
        (Unit::Commitments, Facet::WorkingParty) => "of measures handled by",
        (Unit::Documents, Facet::Document) => "",
        (Unit::Documents, Facet::DocumentKind) => "of the kind",
        (Unit::Documents, Facet::Source) => "cited in",
        (Unit::Documents, Facet::Presidency) => "cited by measures that the",
        (Unit::Documents, Facet::Priority) => "cited by measures under",
        (Unit::Documents, Facet::WorkingParty) => "cited by measures handled by",
        (Unit::Documents, Facet::Body | Facet::System | Facet::Partner) => "cited by measures naming",
        (Unit::Documents, Facet::Status) => "cited by measures with the status",
        (Unit::Documents, Facet::Owner) => "cited by measures with a commitment of",
        (Unit::Documents, Facet::Outcome | Facet::Due) if is_nothing => "cited by measures with",
        (Unit::Documents, Facet::Outcome) => "cited by measures with a commitment that is",
        (Unit::Documents, Facet::Due) => "cited by measures with a commitment due in",
        (_, Facet::Presidency) => "that the",
        (_, Facet::Source) => "of",
        (_, Facet::Priority) => "under",
        (_, Facet::WorkingParty) => "handled by",
        (_, Facet::Body | Facet::System | Facet::Partner) => "naming",
        (_, Facet::Status) => "with the status",
        (_, Facet::Document) => "citing",
        (_, Facet::DocumentKind) => "citing a document of the kind",
        (_, Facet::Owner) => "with a commitment of",
        (_, Facet::Outcome) if is_nothing => "with",
        (_, Facet::Outcome) => "with a commitment that is",
        (_, Facet::Due) if is_nothing => "with a commitment with",
        (_, Facet::Due) => "with a commitment due in",
    };
    (before, after)
}

/// A part of the selection with a way to take it out.
#[component]
fn Chip(
    /// The part, in words.
    says: String,
    /// What it is, for tests and styles.
    without: &'static str,
    /// Called when the reader takes it out.
    on_remove: Callback<()>,
) -> impl IntoView {
    let label = format!("Remove {says}");
    view! {
        <button type="button" class="chip" data-remove=without aria-label=label on:click=move |_| {
                on_remove.run(());
                // The button goes with its part: the reader stays at the sentence.
                page::focus("main h1");
            }>
            {says} <span aria-hidden="true">" ×"</span>
        </button>
    }
}
