//! How well measures fit the words that were typed: the best come first where no other order is chosen.

use crate::domain::id::MeasureId;
use crate::domain::sort;
use crate::index::{AsOf, Index, SearchTerm, Unit};
use crate::query::{Query, ViewOptions, canonical_measure};

/// Whether the best come first: words are searched, and no order is chosen.
pub fn is_best_first(query: &Query, options: &ViewOptions) -> bool {
    query.has_words() && options.sort.is_none()
}

/// The same measures, each with its rank, the best first: that with the number or code that was typed, those whose titles have all
/// whole words or their beginnings, those whose texts have the whole words, and the others. Those of one rank keep their order.
pub(super) fn best_first(places: Vec<usize>, query: &Query, index: &Index, as_of: &AsOf) -> Vec<(u8, usize)> {
    let (titles, texts) = (index.title_words(), index.words(Unit::Measures, as_of));
    let terms = texts.joined(&query.terms(index));
    let whole: Vec<SearchTerm> = terms.iter().map(SearchTerm::whole).collect();
    let named = canonical_measure(&MeasureId::new(&query.text), index.dataset());
    let named = named.and_then(|id| index.dataset().measure_place(&id));
    let tiers = [titles.with_all(&whole), titles.with_all(&terms), texts.with_all(&whole)];
    let rank = |place: usize| {
        let tier = (1_u8..).zip(&tiers).find(|(_, tier)| tier.contains(place));
        match tier {
            _ if named == Some(place) => 0,
            Some((rank, _)) => rank,
            None => u8::MAX,
        }
    };
    let mut ranked: Vec<(u8, usize)> = places.into_iter().map(|place| (rank(place), place)).collect();
    sort::by_number(&mut ranked, |(rank, _)| i64::from(*rank));
    ranked
}
