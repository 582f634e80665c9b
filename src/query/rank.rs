//! How well things fit the words that were typed: the best come first where no other order is chosen.

use crate::dataset::Home;
use crate::domain::id::{DocumentId, LineId, MeasureId};
use crate::domain::sort;
use crate::index::{AsOf, Index, SearchTerm, Unit};
use crate::query::{Query, Sort, canonical_document, canonical_line, canonical_measure};

/// Of more commitments or documents than this, only those that are named come first: the texts of so many are not read at each letter.
const MOST_READ: usize = 2000;

/// The order of a list: the one that is chosen, or its usual one; none where words are searched and the best come first.
pub fn list_order<C>(query: &Query, chosen: Option<Sort<C>>) -> Option<Sort<C>>
where
    Sort<C>: Default,
{
    chosen.or_else(|| (!query.has_words()).then(Sort::default))
}

/// What was typed, to be held against the names of things.
pub(super) struct Fit<'a> {
    typed: &'a str,
    terms: &'a [SearchTerm],
    whole: Vec<SearchTerm>,
}

impl<'a> Fit<'a> {
    /// A text as it was typed, and what must be found of it.
    pub(super) fn new(text: &'a str, terms: &'a [SearchTerm]) -> Self {
        Self {
            typed: text.trim(),
            terms,
            whole: terms.iter().map(SearchTerm::whole).collect(),
        }
    }

    /// How well a thing with these names fits: 0 where one of them is what was typed, 1 where they have the words as they were typed, 2
    /// where they have their beginnings, and 3 where something else of it was found.
    pub(super) fn of(&self, names: &[&str]) -> i64 {
        let has = |terms: &[SearchTerm]| terms.iter().all(|term| names.iter().any(|name| term.is_in(name)));
        match () {
            () if names.iter().any(|name| name.eq_ignore_ascii_case(self.typed)) => 0,
            () if has(&self.whole) => 1,
            () if has(self.terms) => 2,
            () => 3,
        }
    }
}

/// Whether what was typed is the number or code of the measure at a place; measures of several papers may have one number.
fn measures_named<'a>(query: &'a Query, index: &'a Index) -> impl Fn(usize) -> bool + 'a {
    let dataset = index.dataset();
    let coded = canonical_measure(&MeasureId::new(&query.text), dataset).and_then(|id| dataset.measure_place(&id));
    let number = query.text.trim();
    move |place| coded == Some(place) || dataset.measures[place].number.eq_ignore_ascii_case(number)
}

/// The same measures, each with its rank, the best first: that with the number or code that was typed, those whose titles have all
/// whole words or their beginnings, those whose texts have the whole words, and the others. Those of one rank keep their order.
pub(super) fn best_first(places: Vec<usize>, query: &Query, index: &Index, as_of: &AsOf) -> Vec<(u8, usize)> {
    let (titles, texts) = (index.title_words(), index.words(Unit::Measures, as_of));
    let terms = texts.joined(&query.terms(index));
    let whole: Vec<SearchTerm> = terms.iter().map(SearchTerm::whole).collect();
    let is_named = measures_named(query, index);
    let tiers = [titles.with_all(&whole), titles.with_all(&terms), texts.with_all(&whole)];
    let rank = |place: usize| {
        let tier = (1_u8..).zip(&tiers).find(|(_, tier)| tier.contains(place));
        match tier {
            _ if is_named(place) => 0,
            Some((rank, _)) => rank,
            None => u8::MAX,
        }
    };
    let mut ranked: Vec<(u8, usize)> = places.into_iter().map(|place| (rank(place), place)).collect();
    sort::by_number(&mut ranked, |(rank, _)| i64::from(*rank));
    ranked
}

/// Puts the best commitments first: that with the code that was typed, those of the measure with that number or code, those whose own
/// words have what was typed, as whole words or as beginnings, those of measures whose titles have it, and the others. Those of one
/// rank keep their order.
pub(super) fn best_commitments_first(places: &mut [usize], query: &Query, index: &Index) {
    let dataset = index.dataset();
    let as_of = index.as_of(query.day(dataset));
    let terms = index.words(Unit::Commitments, &as_of).joined(&query.terms(index));
    let fit = Fit::new(&query.text, &terms);
    let line = canonical_line(&LineId::new(&query.text), dataset);
    let is_named = measures_named(query, index);
    let are_read = places.len() <= MOST_READ;
    sort::by_number(places, |place| {
        let entry = index.commitment(*place);
        let commitment = &dataset.commitments(entry.home)[entry.place];
        let title = match entry.home {
            Home::Measure(place) => &dataset.measures[place].title,
            Home::Report(place) => &dataset.reports[place].title,
        };
        match entry.home {
            _ if line.as_ref() == Some(&commitment.id) => -2,
            Home::Measure(place) if is_named(place) => -1,
            _ if are_read => 4 * fit.of(&[&commitment.text]) + fit.of(&[title]),
            _ => 0,
        }
    });
}

/// Puts the best documents first: that which is called what was typed, in whichever way a register or a source writes it, those whose
/// numbers and titles have it, as whole words or as beginnings, and the others. Those of one rank keep their order.
pub(super) fn best_documents_first(places: &mut [usize], query: &Query, index: &Index) {
    let dataset = index.dataset();
    let as_of = index.as_of(query.day(dataset));
    let terms = index.words(Unit::Documents, &as_of).joined(&query.terms(index));
    let fit = Fit::new(&query.text, &terms);
    let named = canonical_document(&DocumentId::new(&query.text), dataset);
    let are_read = places.len() <= MOST_READ;
    sort::by_number(places, |place| {
        let document = &dataset.documents[*place];
        match () {
            () if named.as_ref() == Some(&document.id) => -1,
            () if are_read => fit.of(&document.names().collect::<Vec<_>>()),
            () => 0,
        }
    });
}
