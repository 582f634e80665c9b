//! What a timeline shows beside its facts: terms, trios, named days, and the periods that can be viewed.

use std::sync::Arc;

use crate::chart::fact::fact;
use crate::dataset::{Dataset, Home};
use crate::domain::date::{Day, PartialDate, Period};
use crate::domain::id::PriorityId;
use crate::domain::presidency::Presidency;
use crate::domain::vocabulary::Wording;
use crate::timeline::{Chart, DayKind, Heights, Histogram, HistogramFacts, Lane, NamedDay, Term};
use crate::words::drawing as words;

/// One of so many facts may lie outside the usual view at either end: a few old ones would make the rest small.
const LEFT_OUT: usize = 50;

/// What a timeline shows beside its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backdrop {
    /// The terms of the Presidencies.
    pub terms: Vec<Term>,
    /// The trios of terms.
    pub trios: Vec<Term>,
    /// The status date, the day for which everything is shown if it is another, and today.
    pub named_days: Vec<NamedDay>,
    /// The whole years that hold every dated record, the status date and today.
    pub whole: Period,
}

/// The same for every selection. `today` is what the reader's clock says, if anything.
pub fn backdrop(dataset: &Dataset, as_of: Day, today: Option<Day>) -> Backdrop {
    let status_date = dataset.edition.status_date;
    let named = |kind: DayKind, name: &str, day: Day| NamedDay {
        day,
        name: words::named_day(name, &PartialDate::of_day(day).in_short()),
        kind,
    };
    let [status_name, as_of_name, today_name] = words::DAYS;
    let mut named_days = vec![named(DayKind::Status, status_name, status_date)];
    if as_of != status_date {
        named_days.push(named(DayKind::AsOf, as_of_name, as_of));
    }
    named_days.extend(today.map(|today| named(DayKind::Today, today_name, today)));
    let terms = dataset.rota.terms().iter().map(|presidency| Term {
        period: presidency.term,
        names: vec![presidency.country.clone(), presidency.code.clone()],
    });
    // A link may be as of any day, which does not extend the time.
    let others = today.map(Period::of_day).into_iter().chain(dataset.span());
    let all = others.fold(Period::of_day(status_date), Period::joined);
    Backdrop {
        terms: terms.collect(),
        trios: trios(dataset),
        whole: all.whole_years(),
        named_days,
    }
}

/// The terms that share a programme, joined.
fn trios(dataset: &Dataset) -> Vec<Term> {
    let trios = dataset.rota.terms().chunk_by(|one, next| one.trio == next.trio);
    let term = |terms: &[Presidency]| {
        let trio = terms[0].trio.clone();
        Some(Term {
            period: terms.iter().map(|presidency| presidency.term).reduce(Period::joined)?,
            names: vec![
                words::trio(&dataset.vocabulary.heading(Wording::PeriodGroup), &trio),
                trio,
            ],
        })
    };
    trios
        .filter(|terms| !terms[0].trio.is_empty())
        .filter_map(term)
        .collect()
}

impl Backdrop {
    /// The chart of those lanes.
    pub fn chart(self, lanes: Arc<[Lane]>, heights: Heights) -> Chart {
        Chart {
            lanes,
            terms: self.terms,
            trios: self.trios,
            named_days: self.named_days,
            heights,
        }
    }

    /// The half-years that hold nearly all of the periods and the status date; the whole time if there are none.
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

    /// The half-years that hold both days and the status date; the whole time without days.
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

/// The dated facts of every measure on that day, ready to be counted.
pub fn histogram_facts(as_of: Day, dataset: &Dataset) -> HistogramFacts {
    let priorities = &dataset.priorities;
    let color = |priority: Option<&PriorityId>| {
        let place = priorities.iter().position(|own| Some(&own.id) == priority);
        place.unwrap_or(priorities.len())
    };
    let measures = dataset.measures.iter().enumerate().map(|(place, measure)| {
        let color = color(Some(&measure.priority));
        let records = dataset.records_of(Home::Measure(place));
        records
            .filter_map(|record| fact(record, color, as_of, dataset))
            .collect()
    });
    let reports = dataset.reports.iter().enumerate();
    let reported = reports.flat_map(|(place, report)| {
        let color = color(report.priority.as_ref());
        dataset.records_of(Home::Report(place)).filter_map(move |record| {
            let measures = record
                .measures()
                .iter()
                .filter_map(|id| dataset.measure_place(id))
                .collect();
            Some((fact(record, color, as_of, dataset)?, measures))
        })
    });
    HistogramFacts::new(measures, reported, priorities.len() + 1)
}
