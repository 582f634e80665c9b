//! What the dialog is about, as what is cited and exported.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::share::Subject;
use crate::app::timeline_facts::{Drawable, TimelineFacts};
use crate::app::{Viewer, subject};
use crate::dataset::{Home, Record};
use crate::domain::date::Period;
use crate::domain::id::{BodyId, LineId};
use crate::query::{self, Facet, Query};
use crate::route::{Page, Route};
use crate::view::{ExportContent, ExportContext};

/// What the dialog is about, in words.
pub(super) fn in_words(viewer: Viewer, about: &Subject) -> String {
    match about {
        Subject::Page => untrack(|| subject::on_paper(viewer)),
        Subject::Line(id) => {
            let text = viewer.dataset.text_of_line(id);
            format!("{}: {}", viewer.dataset.vocabulary.code(id), text.unwrap_or_default())
        }
    }
}

/// The address of what the dialog is about: of the page as it is shown, or of the line on its page.
pub(super) fn route(viewer: Viewer, about: &Subject) -> Route {
    let route = viewer.route.get_untracked();
    match about {
        Subject::Page => route,
        Subject::Line(id) => {
            let home = viewer.dataset.home_of_line(id).map(|home| viewer.page_of(home));
            Route {
                page: home.unwrap_or(route.page),
                fact: Some(id.clone()),
                ..route
            }
        }
    }
}

/// The line that the address names on the page of a measure or section: sharing that page shares the line.
pub(super) fn named_line(viewer: Viewer) -> Option<LineId> {
    let route = viewer.route.get_untracked();
    let is_home = matches!(route.page, Page::Measure(_) | Page::Report(_));
    route
        .fact
        .filter(|line| is_home && viewer.dataset.home_of_line(line).is_some())
}

/// The code that leads to it from the search box of any copy; a selection has none.
pub(super) fn code(viewer: Viewer, about: &Subject) -> Option<String> {
    if let Subject::Line(line) = about {
        return Some(viewer.dataset.vocabulary.code(line));
    }
    match viewer.page.get_untracked() {
        Page::Measure(id) => viewer
            .dataset
            .measure(&id)
            .map(|_| viewer.dataset.vocabulary.code(id.as_str())),
        _ => None,
    }
}

/// The content of the page, in its order; none on a page that lists nothing.
pub(super) fn content(
    viewer: Viewer,
    timeline_facts: TimelineFacts,
    about: &Subject,
) -> Option<ExportContent<'static>> {
    let (dataset, index) = (viewer.dataset, viewer.index);
    if let Subject::Line(id) = about {
        let later = || dataset.later_fact(id).map(|fact| ExportContent::Later(vec![fact]));
        let line = dataset.record(id).map(|line| ExportContent::Facts(vec![line]));
        return line.or_else(later);
    }
    let (query, options) = (viewer.query.get_untracked(), viewer.options.get_untracked());
    let content = match viewer.page.get_untracked() {
        Page::Table => {
            let groups = viewer.groups.get_untracked().into_iter();
            ExportContent::Measures(groups.flat_map(|(_, places)| places).collect())
        }
        Page::Timeline => ExportContent::Facts(facts(&query, timeline_facts)),
        Page::Presidency(_) => ExportContent::Briefs(viewer.briefs.get_untracked()?.all().to_vec()),
        Page::Commitments => {
            let groups = query::group_commitments(
                viewer.commitments.get_untracked(),
                &query,
                options.commitment_grouping,
                index,
            );
            ExportContent::Commitments(groups.into_iter().flat_map(|(_, places)| places).collect())
        }
        Page::Actors => ExportContent::Heat {
            heat: query::heat(&query, options.axes, options.heat_unit, index),
            axes: options.axes,
            measures: viewer.matches.get_untracked(),
        },
        Page::Documents => {
            let places = viewer.documents.get_untracked();
            let groups = query::group_documents(places, &query, options.document_sort, index);
            ExportContent::Documents(groups.into_iter().flat_map(|(_, places)| places).collect())
        }
        Page::Measure(id) => ExportContent::Measure(dataset.measure_place(&id)?),
        Page::Report(id) => ExportContent::Report(dataset.report(&id)?),
        Page::Document(id) => {
            let place = dataset.documents.iter().position(|document| document.id == id)?;
            let is_cited = dataset.records().any(|(_, record)| record.documents().contains(&id));
            // A document that no line cites is still one, with the measures that list it.
            if is_cited {
                ExportContent::Document(place)
            } else {
                ExportContent::Documents(vec![place])
            }
        }
        Page::Body(id) => body(&id, viewer)?,
        Page::Since => {
            let facts = query::later_facts(&query, index);
            let groups = query::group_later_facts(&facts, options.later_by, index);
            ExportContent::Later(groups.into_iter().flat_map(|(_, facts)| facts).collect())
        }
        Page::Slips => ExportContent::Slips(query::all_slips(viewer.day.get_untracked(), dataset)),
        Page::Compare => {
            let compared = viewer.compared.get_untracked()?;
            let differences = viewer.context(&[]).differences(&compared, &options.differences)?;
            ExportContent::Differences(Arc::new(differences))
        }
        Page::OwnData | Page::About => return None,
    };
    Some(content)
}

/// The lines of a body's page; where no line names it, the measures that do.
fn body(id: &BodyId, viewer: Viewer) -> Option<ExportContent<'static>> {
    let kind = viewer.dataset.body(id)?.kind;
    let content = ExportContent::of_body(id, viewer.dataset);
    if !matches!(&content, ExportContent::Body { lines, .. } if lines.is_empty()) {
        return Some(content);
    }
    let naming = viewer.told_alike(Query::everywhere(Facet::of_bodies(kind), id.as_str()));
    Some(ExportContent::Measures(query::run(&naming, viewer.index)))
}

/// The facts of the timeline in the time that is looked at, lane by lane.
fn facts(query: &Query, timeline_facts: TimelineFacts) -> Vec<(Home, Record<'static>)> {
    let Some(Drawable { timeline, .. }) = timeline_facts.at_once() else {
        return Vec::new();
    };
    let is_seen = |period: Period| query.window.meets(period);
    let facts = timeline.facts().filter(|(_, fact)| is_seen(fact.period));
    facts.filter_map(|(place, _)| timeline.record(place)).collect()
}

/// What exports are made from: `what` is the selection in words, `file` the text of the dataset, which one format needs.
pub(super) fn export_context(viewer: Viewer, about: &Subject, what: &str, file: String) -> ExportContext<'static> {
    ExportContext {
        dataset: viewer.dataset,
        index: viewer.index,
        as_of: viewer.day.get_untracked(),
        selection: what.to_owned(),
        address: viewer.shared(&route(viewer, about)).to_fragment(),
        later_column: viewer.options.read_untracked().later_column,
        file,
    }
}
