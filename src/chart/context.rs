//! What stands around the facts: terms, trios, named days, and how much time there is to look at.

use std::sync::Arc;

use crate::chart::fact::{fact, records};
use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate, Period};
use crate::timeline::{Chart, DayKind, Heights, Histogram, HistogramFacts, Lane, NamedDay, Term};

/// So large a share of the facts, at either end, may lie outside the usual view: a few old ones would make the rest small.
const LEFT_OUT: usize = 50;

/// What stands around the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The terms of the Presidencies.
    pub terms: Vec<Term>,
    /// The trios of terms.
    pub trios: Vec<Term>,
    /// The status date, the day as of which all is told where it is another, and today.
    pub named_days: Vec<NamedDay>,
    /// The whole years that hold every dated record, the status date and today.
    pub whole: Period,
}

/// What stands around the facts of any selection. `today` is where the clock of the reader is right or wrong.
pub fn surroundings(dataset: &Dataset, as_of: Day, today: Option<Day>) -> Surroundings {
    let status_date = dataset.edition.status_date;
    let named = |kind: DayKind, name: &str, day: Day| NamedDay {
        day,
        name: format!("{name}, {}", PartialDate::of_day(day).in_short()),
        kind,
    };
    let as_of = Some(as_of).filter(|day| *day != status_date);
    let as_of = as_of.map(|day| named(DayKind::AsOf, "as of", day));
    let others = as_of
        .into_iter()
        .chain(today.map(|day| named(DayKind::Today, "today", day)));
    let named_days = [named(DayKind::Status, "status date", status_date)]
        .into_iter()
        .chain(others);
    let terms = dataset.rota.terms().iter().map(|presidency| Term {
        period: presidency.term,
        names: vec![presidency.country.clone(), presidency.code.clone()],
    });
    // A link may name any day as the one as of which all is told: it stretches no time.
    let others = today.map(Period::of_day).into_iter().chain(dataset.span());
    let all = others.fold(Period::of_day(status_date), Period::joined);
    Surroundings {
        terms: terms.collect(),
        trios: trios(dataset),
        whole: all.whole_years(),
        named_days: named_days.collect(),
    }
}

/// The terms that share a programme, as one.
fn trios(dataset: &Dataset) -> Vec<Term> {
    let mut trios: Vec<(String, Period)> = Vec::new();
    for presidency in dataset.rota.terms() {
        match trios.last_mut() {
            Some((trio, period)) if *trio == presidency.trio => {
                *period = period.joined(presidency.term);
            }
            _ => trios.push((presidency.trio.clone(), presidency.term)),
        }
    }
    let term = |(trio, period): (String, Period)| Term {
        period,
        names: vec![format!("Trio {trio}"), trio],
    };
    trios.into_iter().map(term).collect()
}

impl Surroundings {
    /// The chart of those lanes with this around them.
    pub fn chart(self, lanes: Arc<[Lane]>, heights: Heights) -> Chart {
        Chart {
            lanes,
            terms: self.terms,
            trios: self.trios,
            named_days: self.named_days,
            heights,
        }
    }

    /// The half-years in which nearly all of the periods lie, with the status date; everything where there are none.
    pub fn usual(&self, periods: impl Iterator<Item = Period>) -> Period {
        let (mut firsts, mut lasts): (Vec<Day>, Vec<Day>) =
            periods.map(|period| (period.first(), period.last())).unzip();
        if firsts.is_empty() {
            return self.whole;
        }
        let left_out = firsts.len() / LEFT_OUT;
        let last_place = lasts.len() - 1 - left_out;
        let (_, first, _) = firsts.select_nth_unstable(left_out);
        let (_, last, _) = lasts.select_nth_unstable(last_place);
        self.half_years(Some((*first, *last)))
    }

    /// The same for the facts of a histogram.
    pub fn usual_of(&self, histogram: &Histogram) -> Period {
        self.half_years(histogram.ends(histogram.count() / LEFT_OUT))
    }

    /// The half-years from one day to another and around the status date; everything where there are no days.
    fn half_years(&self, ends: Option<(Day, Day)>) -> Period {
        let Some((first, last)) = ends else { return self.whole };
        let status_date = self.named_days.first().map_or(first, |named| named.day);
        let (first, last) = (first.min(status_date), last.max(status_date));
        let begin = if first.month() <= 6 { (1, 1) } else { (7, 1) };
        let end = if last.month() <= 6 { (6, 30) } else { (12, 31) };
        let first = Day::new(first.year(), begin.0, begin.1).unwrap_or(first);
        let last = Day::new(last.year(), end.0, end.1).unwrap_or(last);
        Period::new(first, last).unwrap_or(self.whole)
    }
}

/// The dated facts of every measure on that day, to be counted.
pub fn histogram_facts(as_of: Day, dataset: &Dataset) -> HistogramFacts {
    let priorities = &dataset.priorities;
    let measures = dataset.measures.iter().map(|measure| {
        let color = priorities.iter().position(|priority| priority.id == measure.priority);
        let color = color.unwrap_or(priorities.len());
        let facts = records(measure).filter_map(|record| fact(record, color, as_of, dataset));
        facts.collect()
    });
    HistogramFacts::new(measures, priorities.len() + 1)
}
