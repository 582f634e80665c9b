//! How many facts there are in each period of time, by color.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::domain::date::{Day, Period};
use crate::domain::sort;
use crate::timeline::brush::{month_number, months};
use crate::timeline::{Fact, Run, TimeScale};

/// The narrowest bar.
const NARROWEST_PX: f64 = 5.0;

/// How many months a bar can stand for: each divides a year or is whole years.
const MONTHS: [i32; 7] = [1, 3, 6, 12, 24, 60, 120];

/// The facts of each measure, sorted into bins so that those of any selection are counted fast. Each month that has facts has
/// two bins for each color: for what happened and for what is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistogramFacts {
    /// The numbers of the months, ascending.
    months: Arc<[i32]>,
    colors: usize,
    // Invariant: where the facts of each measure begin, ascending, and their number at the end.
    starts: Vec<usize>,
    /// The bin of each fact.
    bins: Vec<u32>,
    /// The bins of facts that several measures may have, and those measures.
    shared: Vec<(u32, Vec<usize>)>,
}

/// How many facts there are in each bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    months: Arc<[i32]>,
    colors: usize,
    counts: Vec<usize>,
}

/// The facts of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistogramBar {
    /// Its days.
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
    /// The facts of each measure, and those that several may have with the places of these, in that many colors.
    pub fn new(
        measures: impl IntoIterator<Item = Vec<Fact>>,
        shared: impl IntoIterator<Item = (Fact, Vec<usize>)>,
        colors: usize,
    ) -> Self {
        let look = |fact: Fact| (month_number(fact.day()), fact.is_planned, fact.color);
        let (mut facts, mut starts) = (Vec::new(), vec![0]);
        for measure in measures {
            facts.extend(measure.into_iter().map(look));
            starts.push(facts.len());
        }
        let own = facts.len();
        let mut homes = Vec::new();
        for (fact, measures) in shared {
            facts.push(look(fact));
            homes.push(measures);
        }
        let mut months: Vec<i32> = facts.iter().map(|(month, ..)| *month).collect();
        sort::by_number(&mut months, |month| i64::from(*month));
        months.dedup();
        let bin = |(month, is_planned, color): &(i32, bool, usize)| {
            let month = months.binary_search(month).unwrap_or_default();
            u32::try_from((2 * month + usize::from(*is_planned)) * colors + color).unwrap_or(u32::MAX)
        };
        let mut bins: Vec<u32> = facts.iter().map(bin).collect();
        let shared = bins.split_off(own).into_iter().zip(homes).collect();
        Self {
            starts,
            bins,
            shared,
            months: months.into(),
            colors,
        }
    }

    /// Counts the facts of the measures at those places.
    pub fn histogram(&self, measures: &[usize]) -> Histogram {
        let mut counts = vec![0; 2 * self.colors * self.months.len()];
        for measure in measures {
            for bin in &self.bins[self.starts[*measure]..self.starts[*measure + 1]] {
                counts[*bin as usize] += 1;
            }
        }
        if !self.shared.is_empty() {
            let selected: FixedBitSet = measures.iter().copied().collect();
            for (bin, homes) in &self.shared {
                counts[*bin as usize] += usize::from(homes.iter().any(|home| selected.contains(*home)));
            }
        }
        Histogram {
            months: Arc::clone(&self.months),
            colors: self.colors,
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
        let all: Vec<(i32, &[usize])> = self.months().collect();
        let bars = all.chunk_by(|one, next| one.0.div_euclid(*step) == next.0.div_euclid(*step));
        let bar = |own: &[(i32, &[usize])]| {
            let from = own[0].0.div_euclid(*step) * step;
            let period = months(from, from + step - 1)?;
            scale.run(period).clipped(scale.width_px())?;
            let part = |part: usize| {
                let count = own.iter().map(|(_, counts)| counts[part]).sum();
                (0 < count).then_some(((self.colors <= part, part % self.colors), count))
            };
            let parts: Vec<_> = (0..2 * self.colors).filter_map(part).collect();
            (!parts.is_empty()).then_some(HistogramBar { period, parts })
        };
        bars.filter_map(bar).collect()
    }

    /// The number of each month, with its counts.
    fn months(&self) -> impl DoubleEndedIterator<Item = (i32, &[usize])> {
        let counts = self.counts.chunks(2 * self.colors.max(1));
        self.months.iter().copied().zip(counts)
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
