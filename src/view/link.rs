//! Links: what they say and where they lead.

use crate::dataset::{Home, Record};
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId};
use crate::domain::measure::Measure;
use crate::domain::vocabulary::Wording;
use crate::query::Query;
use crate::route::{Page, Route};
use crate::view::Context;
use crate::words::names;

/// A link into the page. Unless it leads to a list of something, its address names no selection, so that it can be copied and
/// sent as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its text.
    pub text: String,
    /// Where it leads.
    pub route: Route,
}

/// What links say, in one text.
pub(super) fn joined(links: &[Link], separator: &str) -> String {
    links
        .iter()
        .map(|link| link.text.as_str())
        .collect::<Vec<_>>()
        .join(separator)
}

impl Context<'_> {
    /// A link to a page.
    pub fn link(&self, page: Page, text: impl Into<String>) -> Link {
        self.link_to_line(page, None, text)
    }

    /// A link to a page, to the line with that id where one is given.
    pub(super) fn link_to_line(&self, page: Page, fact: Option<LineId>, text: impl Into<String>) -> Link {
        let query = Query {
            as_of: self.linked_day(),
            ..Query::default()
        };
        Link {
            text: text.into(),
            route: Route {
                page,
                query,
                fact,
                ..Route::default()
            },
        }
    }

    /// A link to a measure or to a section of a general report.
    pub fn page_link(&self, home: Home) -> Link {
        self.link(self.page_of(home), self.name_of(home))
    }

    /// A link to the line with that id, called by its measure or section.
    pub fn home_link(&self, home: Home, id: &LineId) -> Link {
        self.link_to_line(self.page_of(home), Some(id.clone()), self.name_of(home))
    }

    /// The same without the title of the measure, as in a list of evidence.
    pub fn short_home_link(&self, home: Home, id: &LineId) -> Link {
        self.link_to_line(self.page_of(home), Some(id.clone()), self.short_name_of(home))
    }

    /// The address of a line.
    pub(super) fn address_of(&self, record: Record<'_>) -> String {
        let home = self.dataset.record(record.id()).map(|(home, _)| self.page_of(home));
        Route::to(home.unwrap_or_default(), Some(record.id().clone())).to_fragment()
    }

    /// The page of a measure or of a section of a general report.
    pub fn page_of(&self, home: Home) -> Page {
        match home {
            Home::Measure(place) => Page::Measure(self.dataset.measures[place].id.clone()),
            Home::Report(place) => Page::Report(self.dataset.reports[place].id.clone()),
        }
    }

    /// The name of a measure or of a section of a general report: `31 Monitoring of the PNR Directive`, `3.2 of COM(2016) 602
    /// final: …`, `General report, Cybercrime`. The source comes before the title, so that a narrow place does not cut it off.
    pub fn name_of(&self, home: Home) -> String {
        match home {
            Home::Measure(place) => {
                let measure = &self.dataset.measures[place];
                match self.dataset.other_source(&measure.source) {
                    Some(source) => names::numbered_of(&measure.number, &source.number, &measure.title),
                    None => format!("{} {}", measure.number, measure.title),
                }
            }
            Home::Report(place) => {
                let report = &self.dataset.reports[place];
                let called = self.dataset.vocabulary.heading(Wording::Report);
                match self.dataset.other_source(&report.source) {
                    Some(source) => names::report(&names::report_of(&called, &source.number), &report.title),
                    None => names::report(&called, &report.title),
                }
            }
        }
    }

    /// The same without the title of a measure: `measure 31`, `measure 3.2 of COM(2016) 602 final`.
    fn short_name_of(&self, home: Home) -> String {
        match home {
            Home::Measure(place) => self.short_name_of_measure(&self.dataset.measures[place]),
            Home::Report(_) => self.name_of(home),
        }
    }

    fn short_name_of_measure(&self, measure: &Measure) -> String {
        match self.dataset.other_source(&measure.source) {
            Some(source) => names::measure_of(&measure.number, &source.number),
            None => names::measure(&measure.number),
        }
    }

    /// Measures by their numbers: `measure 31`.
    pub fn measures(&self, ids: &[MeasureId]) -> Vec<Link> {
        let measures = ids.iter().filter_map(|id| self.dataset.measure(id));
        measures
            .map(|measure| self.link(Page::Measure(measure.id.clone()), self.short_name_of_measure(measure)))
            .collect()
    }

    /// Bodies by their short names.
    pub fn bodies(&self, ids: &[BodyId]) -> Vec<Link> {
        let bodies = ids.iter().filter_map(|id| self.dataset.body(id));
        bodies
            .map(|body| self.link(Page::Body(body.id.clone()), body.short.as_str()))
            .collect()
    }

    /// Documents by their numbers, or by what they are called without one.
    pub fn documents(&self, ids: &[DocumentId]) -> Vec<Link> {
        let documents = ids.iter().filter_map(|id| self.dataset.document(id));
        documents
            .map(|document| self.link(Page::Document(document.id.clone()), document.name()))
            .collect()
    }
}
