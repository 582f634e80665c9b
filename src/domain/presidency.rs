//! The periods by which measures are followed up, such as the Presidency of the Council: who held it when.

use std::ops::Range;

use crate::domain::date::{Day, PartialDate, Period, When};
use crate::domain::id::PresidencyId;
use crate::domain::sort;

/// One period: a term of the Presidency of the Council, a quarter, a government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presidency {
    /// Its code, and the year too where the code comes round again.
    pub id: PresidencyId,
    /// The part of its id before a hyphen: `HR`, `Q2`.
    pub code: String,
    /// The name of the country that holds it, or its own.
    pub country: String,
    /// `Croatian Presidency`, or the name of a period that has one of its own.
    pub title: String,
    /// Whether its title has an article within a sentence: "the Croatian Presidency", but "Q2 2026".
    pub has_article: bool,
    /// From its first day to its last.
    pub term: Period,
    /// The group to which it belongs, such as the three Presidencies that share a programme: `RO-FI-HR`; empty without one.
    pub trio: String,
}

impl Presidency {
    /// `1 January 2020 to 30 June 2020`.
    pub fn term_in_words(&self) -> String {
        let (first, last) = (
            PartialDate::of_day(self.term.first()),
            PartialDate::of_day(self.term.last()),
        );
        When::new(first, Some(last)).map(When::in_words).unwrap_or_default()
    }
}

/// The order of the Presidencies, without gaps or overlaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rota {
    // Invariant: sorted by term; no two terms share a day.
    terms: Vec<Presidency>,
}

impl Rota {
    /// Puts the terms in order.
    ///
    /// # Errors
    /// The ids of the first two terms that share a day.
    pub fn new(mut terms: Vec<Presidency>) -> Result<Self, (PresidencyId, PresidencyId)> {
        sort::by_key(&mut terms, |presidency| presidency.term);
        let clash = terms.windows(2).find(|pair| pair[0].term.meets(pair[1].term));
        match clash {
            Some(pair) => Err((pair[0].id.clone(), pair[1].id.clone())),
            None => Ok(Self { terms }),
        }
    }

    /// All terms, the earliest first.
    pub fn terms(&self) -> &[Presidency] {
        &self.terms
    }

    /// The term with that id.
    pub fn get(&self, id: &PresidencyId) -> Option<&Presidency> {
        self.terms.iter().find(|presidency| presidency.id == *id)
    }

    /// The Presidency in office on that day.
    pub fn on(&self, day: Day) -> Option<&Presidency> {
        self.place_on(day).map(|place| &self.terms[place])
    }

    fn place_on(&self, day: Day) -> Option<usize> {
        let begun = self.terms.partition_point(|presidency| presidency.term.first() <= day);
        let last = begun.checked_sub(1)?;
        self.terms[last].term.contains(day).then_some(last)
    }

    /// The places of the last `count` terms that have begun by that day; of the first ones where fewer have.
    pub fn last_begun(&self, count: usize, day: Day) -> Range<usize> {
        let begun = self.terms.iter().filter(|presidency| presidency.term.first() <= day);
        let end = begun.count().max(count).min(self.terms.len());
        end.saturating_sub(count)..end
    }

    /// The Presidency in whose term the whole period falls.
    ///
    /// A year falls in no term: it would be a guess to give it to either.
    pub fn during(&self, period: Period) -> Option<&Presidency> {
        self.place_during(period).map(|place| &self.terms[place])
    }

    /// Its place among the terms.
    pub fn place_during(&self, period: Period) -> Option<usize> {
        self.place_on(period.first())
            .filter(|place| self.terms[*place].term.holds(period))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(id: &str, first: &str, last: &str) -> Presidency {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        Presidency {
            id: PresidencyId::new(id),
            code: id.into(),
            country: id.into(),
            title: id.into(),
            has_article: true,
            term: Period::new(day(first), day(last)).expect("a term"),
            trio: String::new(),
        }
    }

    #[test]
    fn a_date_finds_its_presidency_and_a_year_finds_none() {
        let terms = vec![
            term("FI", "2019-07-01", "2019-12-31"),
            term("RO", "2019-01-01", "2019-06-30"),
        ];
        let rota = Rota::new(terms).expect("no clash");
        let during = |text: &str| {
            let date: crate::domain::date::PartialDate = text.parse().expect("a date");
            rota.during(date.period()).map(|presidency| presidency.id.to_string())
        };
        assert_eq!(during("2019-06-30"), Some("RO".into()));
        assert_eq!(during("2019-H2"), Some("FI".into()));
        assert_eq!(during("2019"), None);
        assert_eq!(during("2020-01-01"), None);
    }

    #[test]
    fn the_last_terms_follow_the_day() {
        let terms = [
            ("RO", "2019-01-01", "2019-06-30"),
            ("FI", "2019-07-01", "2019-12-31"),
            ("HR", "2020-01-01", "2020-06-30"),
        ];
        let terms = terms.map(|(id, first, last)| term(id, first, last));
        let rota = Rota::new(terms.to_vec()).expect("no clash");
        let last = |count, day: &str| rota.last_begun(count, day.parse().expect("a day"));
        assert_eq!(last(2, "2020-02-03"), 1..3);
        assert_eq!(last(2, "2019-12-31"), 0..2);
        assert_eq!(last(2, "2018-12-31"), 0..2);
        assert_eq!(last(5, "2019-12-31"), 0..3);
        assert_eq!(last(2, "2030-01-01"), 1..3);
    }

    #[test]
    fn terms_that_share_a_day_are_refused() {
        let clash = Rota::new(vec![
            term("RO", "2019-01-01", "2019-07-01"),
            term("FI", "2019-07-01", "2019-12-31"),
        ]);
        assert_eq!(clash, Err((PresidencyId::new("RO"), PresidencyId::new("FI"))));
    }
}
