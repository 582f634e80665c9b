//! How many facts there are in each period of time, by color.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::date::{Day, Period};
use crate::domain::sort;
use crate::timeline::brush::{month_number, months};
use crate::timeline::{Fact, Run, TimeScale};

/// The narrowest bar.
const NARROWEST_PX: f64 = 5.0;

/// How many months a bar can stand for: each divides a year or is whole years.
const MONTHS: [i32; 7] = [1, 3, 6, 12, 24, 60, 120];

/// The facts of each measure, sorted into bins so that those of any selection are counted fast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistogramFacts {
    bins: Bins,
    // Invariant: where the facts of each measure begin, ascending, and their number at the end.
    starts: Vec<usize>,
    /// The bin of each fact: its place among the counts of a [`Histogram`].
    places: Vec<u32>,
}

/// How many facts there are in each month: of what happened and of what is planned, by color.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    bins: Bins,
    counts: Vec<usize>,
}

/// The months that have facts, each with two bins for each color.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bins {
    /// By number, ascending.
    months: Arc<[i32]>,
    colors: usize,
}

/// The facts of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistogramBar {
    /// The days it stands for.
    pub period: Period,
    /// The counts of what happened (`false`) and of what is planned, by color, in this order; none is 0.
    pub parts: Vec<((bool, usize), usize)>,
}

impl HistogramBar {
    /// How many facts there are in all.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|(_, count)| count).sum()
    }

    /// Where it stands.
    pub fn run(&self, scale: TimeScale) -> Run {
        scale.run(self.period)
    }
}

impl HistogramFacts {
    /// The facts of each measure, in that many colors.
    pub fn new(measures: impl IntoIterator<Item = Vec<Fact>>, colors: usize) -> Self {
        let (mut facts, mut starts) = (Vec::new(), vec![0]);
        for measure in measures {
            facts.extend(
                measure
                    .iter()
                    .map(|fact| (month_number(fact.day()), fact.is_planned, fact.color)),
            );
            starts.push(facts.len());
        }
        let mut months: Vec<i32> = facts.iter().map(|(month, ..)| *month).collect();
        sort::by_number(&mut months, |month| i64::from(*month));
        months.dedup();
        let place = |(month, is_planned, color): &(i32, bool, usize)| {
            let month = months.binary_search(month).unwrap_or_default();
            let place = (2 * month + usize::from(*is_planned)) * colors + color;
            u32::try_from(place).unwrap_or(u32::MAX)
        };
        Self {
            starts,
            places: facts.iter().map(place).collect(),
            bins: Bins {
                months: months.into(),
                colors,
            },
        }
    }

    /// Counts the facts of the measures at those places.
    pub fn histogram(&self, measures: &[usize]) -> Histogram {
        let mut counts = vec![0; 2 * self.bins.colors * self.bins.months.len()];
        for measure in measures {
            for place in &self.places[self.starts[*measure]..self.starts[*measure + 1]] {
                counts[*place as usize] += 1;
            }
        }
        Histogram {
            bins: self.bins.clone(),
            counts,
        }
    }
}

impl Histogram {
    /// How many facts there are in all.
    pub fn count(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The first day of the first month and the last day of the last month, leaving out that many facts at either end.
    pub fn ends(&self, left_out: usize) -> Option<(Day, Day)> {
        let counts = || self.months().map(|(month, parts)| (month, parts.iter().sum()));
        let (first, last) = (month_after(left_out, counts())?, month_after(left_out, counts().rev())?);
        Some((first.first(), last.last()))
    }

    /// Bars of as few months as the scale can show, from left to right, without empty ones.
    pub fn bars(&self, scale: TimeScale) -> Vec<HistogramBar> {
        let fits = |months: &&i32| NARROWEST_PX <= scale.px_per_day() * 28.0 * f64::from(**months);
        let step = MONTHS.iter().find(fits).unwrap_or(&MONTHS[MONTHS.len() - 1]);
        let mut bars: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        for (month, own) in self.months() {
            let bar = bars
                .entry(month.div_euclid(*step))
                .or_insert_with(|| vec![0; own.len()]);
            for (part, count) in bar.iter_mut().zip(own) {
                *part += count;
            }
        }
        let bar = |(number, parts): (i32, Vec<usize>)| {
            let period = months(number * step, number * step + step - 1)?;
            scale.run(period).clipped(scale.width_px())?;
            let part = |(place, count): (usize, usize)| {
                let look = (self.bins.colors <= place, place % self.bins.colors);
                (0 < count).then_some((look, count))
            };
            let parts: Vec<_> = parts.into_iter().enumerate().filter_map(part).collect();
            (!parts.is_empty()).then_some(HistogramBar { period, parts })
        };
        bars.into_iter().filter_map(bar).collect()
    }

    /// The number of each month, with its counts.
    fn months(&self) -> impl DoubleEndedIterator<Item = (i32, &[usize])> {
        let counts = self.counts.chunks(2 * self.bins.colors.max(1));
        self.bins.months.iter().copied().zip(counts)
    }
}

/// The month of the fact that comes after so many.
fn month_after(facts: usize, mut counts: impl Iterator<Item = (i32, usize)>) -> Option<Period> {
    let mut passed = 0;
    let month = counts.find_map(|(month, count)| {
        passed += count;
        (facts < passed).then_some(month)
    })?;
    months(month, month)
}
