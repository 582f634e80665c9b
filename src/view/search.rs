//! What the search box offers to go to, and what its keys do.

use crate::domain::vocabulary::Wording;
use crate::query::{Facet, Query, Target, go_to, is_name_of};
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
    /// Whether what was typed is its number, code or short name, so that Enter goes there.
    pub is_named: bool,
}

/// What a key does in the search box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchKey {
    /// Goes where the offer at that place leads.
    Take(usize),
    /// Marks an offer, or none.
    Mark(Option<usize>),
    /// Closes the list of offers and keeps what was found.
    Close,
    /// Empties the box.
    Empty,
}

/// What a key does while these offers are listed, of which one may be marked; `is_empty` is whether nothing is typed. None where
/// it does what it does everywhere.
pub fn search_key(key: &str, offers: &[OfferView], marked: Option<usize>, is_empty: bool) -> Option<SearchKey> {
    let is_open = !offers.is_empty();
    match (key, marked) {
        ("ArrowDown", _) if is_open => {
            let next = marked.map_or(0, |place| (place + 1).min(offers.len() - 1));
            Some(SearchKey::Mark(Some(next)))
        }
        ("ArrowUp", Some(place)) => Some(SearchKey::Mark(place.checked_sub(1))),
        ("Enter", _) => {
            let named = offers.iter().position(|offer| offer.is_named);
            Some(marked.or(named).map_or(SearchKey::Close, SearchKey::Take))
        }
        ("Escape", _) if is_open => Some(SearchKey::Close),
        ("Escape", _) if !is_empty => Some(SearchKey::Empty),
        _ => None,
    }
}

impl Context<'_> {
    /// The places that the words in the search box name.
    pub fn offers(&self, text: &str, now: &Route) -> Vec<OfferView> {
        let targets = go_to(text, self.dataset).into_iter();
        targets.filter_map(|target| self.offer(text, target, now)).collect()
    }

    fn offer(&self, text: &str, target: Target, now: &Route) -> Option<OfferView> {
        let is_named = is_name_of(text, &target, self.dataset);
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
                let record = dataset.record(&id).map(|(home, record)| (home, record.text()));
                let later = || dataset.later_fact(&id).map(|(home, fact)| (home, fact.text.as_str()));
                let (home, text) = record.or_else(later)?;
                route.page = self.page_of(home);
                let code = dataset.vocabulary.code(&id);
                route.fact = Some(id);
                (code, text.to_owned())
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
                (dataset.vocabulary.heading(Wording::Report), report.title.clone())
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
            Target::LaterDocument(number) => {
                route = self.facts_on(&number).route;
                (number, search::NAMED_SINCE.to_owned())
            }
            Target::Body(id) => {
                let body = dataset.body(&id)?;
                route.page = Page::Body(id);
                (body.short.clone(), body.name.clone())
            }
        };
        Some(OfferView {
            name,
            says,
            route,
            is_named,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers(named: &[bool]) -> Vec<OfferView> {
        let offer = |is_named: &bool| OfferView {
            name: String::new(),
            says: String::new(),
            route: Route::default(),
            is_named: *is_named,
        };
        named.iter().map(offer).collect()
    }

    #[track_caller]
    fn check(key: &str, named: &[bool], marked: Option<usize>, expected: Option<SearchKey>) {
        assert_eq!(search_key(key, &offers(named), marked, false), expected, "{key}");
    }

    #[test]
    fn enter_goes_only_to_what_is_named_or_chosen() {
        check("Enter", &[false], None, Some(SearchKey::Close));
        check("Enter", &[], None, Some(SearchKey::Close));
        check("Enter", &[false, true], None, Some(SearchKey::Take(1)));
        check("Enter", &[true, false], Some(1), Some(SearchKey::Take(1)));
    }

    #[test]
    fn escape_closes_the_list_first_and_then_empties_the_box() {
        check("Escape", &[false, true], Some(1), Some(SearchKey::Close));
        check("Escape", &[], None, Some(SearchKey::Empty));
        assert_eq!(search_key("Escape", &[], None, true), None);
    }

    #[test]
    fn arrows_move_within_the_list() {
        check("ArrowDown", &[false, false], None, Some(SearchKey::Mark(Some(0))));
        check("ArrowDown", &[false, false], Some(1), Some(SearchKey::Mark(Some(1))));
        check("ArrowUp", &[false, false], Some(1), Some(SearchKey::Mark(Some(0))));
        check("ArrowUp", &[false, false], Some(0), Some(SearchKey::Mark(None)));
        check("ArrowUp", &[false, false], None, None);
        check("ArrowDown", &[], None, None);
    }
}
