//! The handover brief of a Presidency, alone or beside another one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::keyed::Keyed;
use crate::domain::unseen::quoted;
use crate::export;
use crate::query::{self, Basis, Brief, BriefBy, Briefs, GROUNDS, Part};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::parts::{
    BesideChoice, BriefPart, BriefTitle, Choice, CopyText, Explanations, Grounds, PageLink, PresidencyPicker,
    SelectionParts,
};

/// Whose brief it is, and what narrows it.
#[component]
pub fn PresidencyHead() -> impl IntoView {
    let viewer = Viewer::here();
    let title = move || {
        viewer.with_briefs(|briefs| {
            let briefs = briefs.into_iter().flat_map(Briefs::all);
            let titles: Vec<String> = briefs.map(|brief| brief.title()).collect();
            titles.join(" and ")
        })
    };
    let count = move || viewer.count_in_words();
    let is_narrowed = move || {
        viewer.with_briefs(|briefs| {
            let mut briefs = briefs.into_iter().flat_map(Briefs::all);
            briefs.any(|brief| !brief.narrowed_by.is_empty())
        })
    };
    let clear = move || {
        is_narrowed().then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| {
                    viewer.select(|query| {
                        *query = query::Query { filters: std::collections::BTreeMap::new(), ..query.opened() };
                    });
                    page::focus("main h1");
                }>"Clear all"</button>
            }
        })
    };
    let has_brief = has_brief(viewer);
    let head = move || {
        has_brief.get().then(|| {
            view! {
                <div class="brief-head">
                    <p class="kicker">"Handover brief"</p>
                    <h1 tabindex="-1">{title}</h1>
                    <p class="brief-selection">
                        <b data-count="">{count}</b>
                        <SelectionParts /> " " {clear}
                    </p>
                </div>
            }
        })
    };
    view! { <PresidencyPicker /> {head} }
}

/// Whether a brief is told: there is one of the Presidency that the page names, and it is worked out.
fn has_brief(viewer: Viewer) -> Memo<bool> {
    Memo::new(move |_| viewer.with_briefs(|briefs| briefs.is_some_and(|briefs| !briefs.all().is_empty())))
}

/// What the reader can set beside the filters.
#[component]
pub fn PresidencyTools() -> impl IntoView {
    let viewer = Viewer::here();
    let by = Signal::derive(move || viewer.options.read().brief_by);
    let on_arrange = Callback::new(move |by| viewer.arrange(|options| options.brief_by = by));
    let text = Callback::new(move |()| {
        let briefs = viewer.briefed.at_once();
        let briefs = briefs.iter().flat_map(Briefs::all);
        let texts: Vec<String> = briefs
            .map(|brief| export::brief_markdown(brief, viewer.dataset))
            .collect();
        texts.join("\n")
    });
    let has_brief = has_brief(viewer);
    move || {
        has_brief.get().then(|| {
            view! {
                <Choice label="Arrange by" name="by" now=by on_choose=on_arrange />
                <BesideChoice />
                <button type="button" data-print="" on:click=move |_| page::print()>"Print"</button>
                <CopyText label="Copy as Markdown" what="brief" text />
            }
        })
    }
}

/// The briefs, section beside section.
#[component]
pub fn PresidencyView() -> impl IntoView {
    let viewer = Viewer::here();
    let briefs = move || {
        let briefs = viewer.with_briefs(|briefs| Some(briefs?.all().to_vec()))?;
        Some(if briefs.is_empty() {
            // Another name without a brief is another sentence.
            viewer.page.track();
            view! { <NoBrief /> }.into_any()
        } else {
            view! { <ToldBriefs briefs /> }.into_any()
        })
    };
    briefs
}

#[component]
fn ToldBriefs(
    /// One or two.
    briefs: Vec<Arc<Brief<'static>>>,
) -> impl IntoView {
    Explanations::begin();
    let has_neighbour = 1 < briefs.len();
    let titles = briefs.iter().cloned();
    let titles = titles
        .map(|brief| view! { <BriefTitle brief has_neighbour /> })
        .collect_view();
    let part = |part: &Part| {
        let part = *part;
        let sections = briefs.iter().cloned();
        let sections = sections.map(|brief| view! { <BriefPart brief part has_neighbour /> });
        view! { <div class="brief-columns" data-part=part.key()>{sections.collect_view()}</div> }
    };
    let is_by_party = briefs.iter().any(|brief| brief.by == BriefBy::WorkingParty);
    let compared = has_neighbour.then_some(
        " What one inherited or did is what the documents say that had been written by then: the numbers do not measure one \
         Presidency against another.",
    );
    let several = is_by_party.then_some(" A line of several working parties stands under each of them.");
    view! {
        <div class="brief" data-briefs=briefs.len()>
            <div class="brief-columns">{titles}</div>
            <p class="brief-key">
                <Grounds basis=Basis::Named /> <Grounds basis=Basis::ByDate /> " " {GROUNDS} {several} {compared}
            </p>
            {Part::ALL.iter().map(part).collect_view()}
        </div>
    }
}

/// A link may name a Presidency that has no brief: the nearest one is offered.
#[component]
fn NoBrief() -> impl IntoView {
    let viewer = Viewer::here();
    let named = match viewer.page.get_untracked() {
        Page::Presidency(named) => named,
        _ => None,
    };
    named.map(|id| {
        let name = quoted(id.as_str(), 40);
        let nearest = query::nearest_brief(&id, &viewer.query.read_untracked(), viewer.dataset, viewer.index);
        let offer = nearest.map(|presidency| {
            let page = Page::Presidency(Some(presidency.id.clone()));
            view! { <p>"The nearest is the " <PageLink page>{presidency.title()}</PageLink> "."</p> }
        });
        view! {
            <div class="missing-brief">
                <h1 tabindex="-1">"There is no such brief"</h1>
                <p data-notice="">
                    "The link asks for the brief of “" <bdi>{name}</bdi> "”. There is one for each Presidency from 2016 on that the data \
                     touches; they stand above."
                </p>
                {offer}
            </div>
        }
    })
}
