//! The documents that later facts name and no source cites.

use rustc_hash::FxHashMap;

use crate::domain::date::PartialDate;
use crate::domain::later::{CitedDocument, OtherDocument};
use crate::domain::sort;
use crate::query::Later;

/// A document that no source cites, with the later facts that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterDocument<'a> {
    /// What is said of it where most is said.
    pub document: &'a OtherDocument,
    /// The facts, in the order in which they were given.
    pub facts: Vec<Later<'a>>,
}

/// The documents that these facts name and no source cites, the newest first; the same where they share their CELEX number or their
/// number, or without one their title.
pub fn later_documents<'a>(facts: &[Later<'a>]) -> Vec<LaterDocument<'a>> {
    let mut all: Vec<LaterDocument<'a>> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (home, fact) in facts {
        for cited in &fact.documents {
            let CitedDocument::Other(document) = cited else {
                continue;
            };
            let known = names(document).find_map(|name| places.get(name).copied());
            let place = known.unwrap_or_else(|| {
                all.push(LaterDocument {
                    document,
                    facts: Vec::new(),
                });
                all.len() - 1
            });
            for name in names(document) {
                places.entry(name).or_insert(place);
            }
            let own = &mut all[place];
            if said(own.document) < said(document) {
                own.document = document;
            }
            if own.facts.last().is_none_or(|(_, last)| last.id != fact.id) {
                own.facts.push((*home, fact));
            }
        }
    }
    let last_day = |date: PartialDate| {
        let period = date.period();
        crate::domain::date::order_of_days(period.last(), period.first())
    };
    sort::by_number(&mut all, |own| {
        own.document.date.map_or(i64::MAX, |date| -last_day(date))
    });
    all
}

/// By what it is known as one.
fn names(document: &OtherDocument) -> impl Iterator<Item = &str> {
    let title = document.title.as_ref().filter(|_| document.number.is_none());
    let names = document.celex.iter().chain(&document.number).chain(title);
    names.map(String::as_str)
}

/// How much is said of it.
fn said(document: &OtherDocument) -> usize {
    let texts = [&document.number, &document.title, &document.celex, &document.oj];
    texts.into_iter().flatten().count() + usize::from(document.date.is_some())
}
