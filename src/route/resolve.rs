//! Compares a decoded link with the dataset: aliases become ids, unknown names become issues.

use crate::dataset::{Dataset, Home};
use crate::domain::id::LineId;
use crate::index::Index;
use crate::query::{
    FacetKey, Query, canonical_body, canonical_document, canonical_line, canonical_measure, canonical_presidency,
    canonical_report, canonical_value, presidencies_with_brief,
};
use crate::route::mend::{encoded_twice, mended};
use crate::route::{LinkIssue, Page, Route};

impl Route {
    /// Decodes a fragment without its `#` and resolves it against the dataset. Never fails: what is wrong becomes an issue.
    ///
    /// What a mail program did to a link is undone where the dataset has what the link then names.
    pub fn open(fragment: &str, index: &Index) -> (Self, Vec<LinkIssue>) {
        let open = |fragment: &str| {
            let (route, mut issues) = Self::from_fragment(fragment);
            let (route, more) = resolve(route, index);
            issues.extend(more);
            let wrong = issues.len() + usize::from(is_missing(&route.page, index));
            (wrong, (route, issues))
        };
        let (mut least, mut best) = open(fragment);
        if 0 < least {
            for mended in mended(fragment) {
                let (wrong, opened) = open(&mended);
                if wrong < least {
                    (least, best) = (wrong, opened);
                }
            }
        }
        let (mut route, issues) = best;
        if let Some(text) = encoded_twice(&route.query.text) {
            route.query.text = text;
        }
        (route, issues)
    }
}

/// Whether it is the page of something that the dataset does not have.
fn is_missing(page: &Page, index: &Index) -> bool {
    let dataset = index.dataset();
    match page {
        Page::Presidency(Some(id)) => presidencies_with_brief(index).iter().all(|term| term.id != *id),
        Page::Measure(id) => dataset.measure(id).is_none(),
        Page::Document(id) => dataset.document(id).is_none(),
        Page::Body(id) => dataset.body(id).is_none(),
        Page::Report(id) => dataset.report(id).is_none(),
        _ => false,
    }
}

/// The route with the ids of the dataset and without unknown values, which become issues.
///
/// A page keeps an unknown id: it says so itself, and suggests others.
pub fn resolve(route: Route, index: &Index) -> (Route, Vec<LinkIssue>) {
    let dataset = index.dataset();
    let shown = &dataset.edition.id;
    let other = route.edition.filter(|edition| edition != shown);
    let other = other.map(|of| LinkIssue::OtherEdition {
        of,
        shown: shown.clone(),
    });
    let mut issues: Vec<LinkIssue> = other.into_iter().collect();
    let page = canonical_page(route.page, dataset);
    let mut query = route.query;
    keep_known_values(&mut query, index, &mut issues);
    query.as_of.take_if(|day| *day == dataset.edition.status_date);
    let with_brief = presidencies_with_brief(index);
    let mut options = route.options;
    if let Some(id) = options.compare_with.as_mut()
        && let Some(canonical) = canonical_presidency(id, dataset)
    {
        *id = canonical;
    }
    let has_no_brief = options
        .compare_with
        .take_if(|id| with_brief.iter().all(|term| term.id != *id));
    issues.extend(has_no_brief.map(LinkIssue::NoBriefBeside));
    let fact = route.fact.map(|line| canonical_line(&line, dataset).unwrap_or(line));
    let line_issue = fact.as_ref().and_then(|line| line_issue(line, &page, dataset));
    let fact = fact.filter(|_| line_issue.is_none());
    issues.extend(line_issue);
    let route = Route {
        page,
        query,
        options,
        fact,
        edition: None,
        is_embedded: route.is_embedded,
    };
    (route, issues)
}

/// A link may spell an id in another case, or give the number of a document or the name of a body or country.
fn canonical_page(page: Page, dataset: &Dataset) -> Page {
    let canonical = match &page {
        Page::Measure(id) if dataset.measure(id).is_none() => canonical_measure(id, dataset).map(Page::Measure),
        Page::Document(id) if dataset.document(id).is_none() => canonical_document(id, dataset).map(Page::Document),
        Page::Body(id) if dataset.body(id).is_none() => canonical_body(id, dataset).map(Page::Body),
        Page::Report(id) if dataset.report(id).is_none() => canonical_report(id, dataset).map(Page::Report),
        Page::Presidency(Some(id)) => canonical_presidency(id, dataset).map(|id| Page::Presidency(Some(id))),
        _ => None,
    };
    canonical.unwrap_or(page)
}

/// Values may be named as on pages, too; a comma may have been encoded.
fn keep_known_values(query: &mut Query, index: &Index, issues: &mut Vec<LinkIssue>) {
    for (facet, values) in &mut query.filters {
        for value in std::mem::take(values) {
            let pieces = || value.as_str().split(',').map(|piece| FacetKey::from(piece.trim()));
            let whole = canonical_value(*facet, &value, index).map(|known| vec![known]);
            let known = whole.or_else(|| pieces().map(|piece| canonical_value(*facet, &piece, index)).collect());
            match known {
                Some(known) => values.extend(known),
                None => issues.push(LinkIssue::UnknownFilterValue { facet: *facet, value }),
            }
        }
    }
    query.filters.retain(|_, values| !values.is_empty());
}

fn line_issue(line: &LineId, page: &Page, dataset: &Dataset) -> Option<LinkIssue> {
    let later = dataset.later_fact(line);
    if later.is_none() && dataset.record(line).is_none() {
        return Some(LinkIssue::UnknownLine(line.clone()));
    }
    let home = match page {
        Page::Measure(id) => dataset.measure_place(id).map(Home::Measure),
        Page::Report(id) => dataset.report(id).map(Home::Report),
        _ => None,
    }?;
    let is_shown = later.map_or_else(|| dataset.shows(home, line), |_| dataset.shows_later(home, line));
    (!is_shown).then(|| LinkIssue::LineElsewhere(line.clone()))
}
