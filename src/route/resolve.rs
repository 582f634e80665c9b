//! Compares a decoded link with the dataset: aliases become ids, unknown names become issues.

use crate::dataset::{Dataset, Home};
use crate::domain::id::LineId;
use crate::index::Index;
use crate::query::{
    Query, canonical_body, canonical_document, canonical_measure, canonical_presidency, presidencies_with_brief,
};
use crate::route::{LinkIssue, Page, Route};

impl Route {
    /// Decodes a fragment without its `#` and resolves it against the dataset. Never fails: what is wrong becomes an issue.
    pub fn open(fragment: &str, index: &Index) -> (Self, Vec<LinkIssue>) {
        let (route, mut issues) = Self::from_fragment(fragment);
        let (route, more) = resolve(route, index);
        issues.extend(more);
        (route, issues)
    }
}

/// The route with the ids of the dataset and without unknown values, which become issues.
///
/// A page keeps an unknown id: it says so itself, and suggests others.
pub fn resolve(route: Route, index: &Index) -> (Route, Vec<LinkIssue>) {
    let dataset = index.dataset();
    let mut issues = Vec::new();
    let page = canonical_page(route.page, dataset);
    let mut query = route.query;
    keep_known_values(&mut query, index, &mut issues);
    query.as_of.take_if(|day| *day == dataset.edition.status_date);
    let with_brief = presidencies_with_brief(index);
    let mut options = route.options;
    let has_no_brief = options
        .compare_with
        .take_if(|id| with_brief.iter().all(|term| term.id != *id));
    issues.extend(has_no_brief.map(LinkIssue::NoBriefBeside));
    let line_issue = route.fact.as_ref().and_then(|line| line_issue(line, &page, dataset));
    let fact = route.fact.filter(|_| line_issue.is_none());
    issues.extend(line_issue);
    let route = Route {
        page,
        query,
        options,
        fact,
    };
    (route, issues)
}

/// A link may spell an id in another case, or give the number of a document or the name of a body or country.
fn canonical_page(page: Page, dataset: &Dataset) -> Page {
    let canonical = match &page {
        Page::Measure(id) if dataset.measure(id).is_none() => canonical_measure(id, dataset).map(Page::Measure),
        Page::Document(id) if dataset.document(id).is_none() => canonical_document(id, dataset).map(Page::Document),
        Page::Body(id) if dataset.body(id).is_none() => canonical_body(id, dataset).map(Page::Body),
        Page::Presidency(Some(id)) => canonical_presidency(id, dataset).map(|id| Page::Presidency(Some(id))),
        _ => None,
    };
    canonical.unwrap_or(page)
}

fn keep_known_values(query: &mut Query, index: &Index, issues: &mut Vec<LinkIssue>) {
    for (facet, values) in &mut query.filters {
        values.retain(|value| {
            let is_known = index.place(*facet, value).is_some();
            if !is_known {
                issues.push(LinkIssue::UnknownFilterValue {
                    facet: *facet,
                    value: value.clone(),
                });
            }
            is_known
        });
    }
    query.filters.retain(|_, values| !values.is_empty());
}

fn line_issue(line: &LineId, page: &Page, dataset: &Dataset) -> Option<LinkIssue> {
    if dataset.record(line).is_none() {
        return Some(LinkIssue::UnknownLine(line.clone()));
    }
    let home = match page {
        Page::Measure(id) => dataset.measure_place(id).map(Home::Measure),
        Page::Report(id) => dataset.report(id).map(Home::Report),
        _ => None,
    }?;
    (!dataset.shows(home, line)).then(|| LinkIssue::LineElsewhere(line.clone()))
}
