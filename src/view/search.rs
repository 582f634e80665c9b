//! What the search box offers to go to.

use crate::domain::id::short_code;
use crate::query::{Facet, Query, Target, go_to};
use crate::route::{Page, Route};
use crate::view::Context;
use crate::words::{names, search};

/// A place to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// Its name: `Measure 31`.
    pub name: String,
    /// What it is: its title.
    pub says: String,
    /// Where it leads: the selection stays, without the words that found the place.
    pub route: Route,
}

impl Context<'_> {
    /// The places that the words in the search box name.
    pub fn offers(&self, text: &str, now: &Route) -> Vec<OfferView> {
        let targets = go_to(text, self.dataset).into_iter();
        targets.filter_map(|target| self.offer(target, now)).collect()
    }

    fn offer(&self, target: Target, now: &Route) -> Option<OfferView> {
        let mut route = now.clone();
        route.query.text.clear();
        route.fact = None;
        let dataset = self.dataset;
        let (name, says) = match target {
            Target::Measure(id) => {
                let measure = dataset.measure(&id)?;
                route.page = Page::Measure(id);
                (names::measure_heading(measure.id.as_str()), measure.title.clone())
            }
            Target::Line(id) => {
                let (home, record) = dataset.record(&id)?;
                route.page = self.page_of(home);
                let code = short_code(&id);
                route.fact = Some(id);
                (code, record.text().to_owned())
            }
            Target::Document(id) => {
                let document = dataset.document(&id)?;
                route.page = Page::Document(id);
                let title = document.title.clone().unwrap_or_else(|| names::KINDS[1].to_owned());
                (document.name().to_owned(), title)
            }
            Target::Report(id) => {
                let report = &dataset.reports[dataset.report(&id)?];
                route.page = Page::Report(id);
                (names::GENERAL_REPORT_HEADING.to_owned(), report.title.clone())
            }
            Target::Source(id) => {
                let source = dataset.source(&id)?;
                let query = Query::default().narrowed(Facet::Source, id.as_str());
                route = Route::table(Query {
                    as_of: self.linked_day(),
                    ..query
                });
                (search::measures_of(&source.number), source.title.clone())
            }
            Target::Body(id) => {
                let body = dataset.body(&id)?;
                route.page = Page::Body(id);
                (body.short.clone(), body.name.clone())
            }
        };
        Some(OfferView { name, says, route })
    }
}
