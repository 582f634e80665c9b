//! The page for a link to something that does not exist.

use crate::dataset::Home;
use crate::domain::invisible_chars::quoted;
use crate::domain::sort;
use crate::query::{self, Facet, Target};
use crate::route::Page;
use crate::view::{Context, Link};
use crate::words::{missing, names, search};

/// Says that there is no such thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingView {
    /// What kind of thing it would have been.
    pub noun: &'static str,
    /// Its name, as the link has it.
    pub name: String,
    /// What the reader may have meant.
    pub nearest: Vec<Link>,
    /// The way to everything.
    pub all_measures: Link,
}

/// The longest part of a name that is used, in characters: a link can have any length.
const LONGEST_NAME: usize = 80;

/// How many measures or documents with similar numbers are offered.
const NEAREST: usize = 3;

impl Context<'_> {
    /// There is no such thing as `noun` with that name.
    pub fn missing(&self, noun: &'static str, name: &str) -> MissingView {
        let read: String = name.chars().take(LONGEST_NAME).collect();
        MissingView {
            noun,
            name: quoted(name, LONGEST_NAME),
            nearest: self.nearest(noun, &read),
            all_measures: self.link(Page::Table, missing::ALL_MEASURES),
        }
    }

    /// Things of that name; or else documents with the closest names where it is one, measures with the closest numbers where
    /// it is none.
    fn nearest(&self, noun: &str, name: &str) -> Vec<Link> {
        let targets = query::go_to(name, self.dataset).into_iter();
        let is_document = noun == names::KINDS[1];
        let is_offered = |target: &Target| !is_document || matches!(target, Target::Document(_) | Target::Source(_));
        let targets = targets.filter(is_offered);
        let named: Vec<Link> = targets.filter_map(|target| self.target(target)).collect();
        if !named.is_empty() {
            return named;
        }
        if is_document {
            return self.documents(&query::nearest_documents(name, self.dataset, NEAREST));
        }
        let digits: String = name.chars().filter(char::is_ascii_digit).take(6).collect();
        digits
            .parse::<u32>()
            .map(|number| self.measures_near(number))
            .unwrap_or_default()
    }

    fn target(&self, target: Target) -> Option<Link> {
        match target {
            Target::Measure(id) => {
                let place = self.dataset.measure_place(&id)?;
                Some(self.page_link(Home::Measure(place)))
            }
            Target::Document(id) => {
                let document = self.dataset.document(&id)?;
                Some(self.link(Page::Document(id), document.name()))
            }
            Target::Body(id) => {
                let body = self.dataset.body(&id)?;
                Some(self.link(Page::Body(id), body.name.as_str()))
            }
            Target::Source(id) => {
                let source = self.dataset.source(&id)?;
                let mut link = self.link(Page::Table, search::measures_of(&source.number));
                link.route.query = link.route.query.narrowed(Facet::Source, id.as_str());
                Some(link)
            }
            Target::LaterDocument(number) => Some(self.facts_on(&number)),
            Target::Line(_) | Target::Report(_) => None,
        }
    }

    fn measures_near(&self, number: u32) -> Vec<Link> {
        let measures = &self.dataset.measures;
        let distance = |place: &usize| {
            let digits = measures[*place].number.chars().take_while(char::is_ascii_digit);
            let own = digits.collect::<String>().parse::<u32>();
            i64::from(own.unwrap_or(u32::MAX).abs_diff(number))
        };
        let mut places: Vec<usize> = (0..measures.len()).collect();
        sort::by_number(&mut places, distance);
        places.truncate(NEAREST);
        places
            .into_iter()
            .map(|place| self.page_link(Home::Measure(place)))
            .collect()
    }
}
