//! How the facts lie over the whole time: so many in each stretch, by colour.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::date::{Day, Period};
use crate::timeline::brush::{month_number, months};
use crate::timeline::{Run, TimeScale};

/// The narrowest bar.
const NARROWEST_PX: f64 = 5.0;

/// How long the stretches can be, in months: each divides a year or is whole years.
const MONTHS: [i32; 7] = [1, 3, 6, 12, 24, 60, 120];

/// One fact as the density sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grain {
    /// The day for which it counts.
    pub day: Day,
    /// Whether it is still to come.
    pub is_planned: bool,
    /// The place of its colour among the colours.
    pub tone: usize,
}

/// The grains of every thing that has some, such as a measure, so that those of any selection are counted fast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grains {
    months: Months,
    // Invariant: where the cells of each thing begin, ascending, and at last how many there are.
    starts: Vec<usize>,
    /// For each grain its place among the counts of a [`Density`].
    cells: Vec<u32>,
}

/// How many grains there are in each month: of what happened and of what is planned, by colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Density {
    months: Months,
    counts: Vec<usize>,
}

/// The months that have grains, and how many colours there are in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Months {
    /// By number, ascending; shared by all that is counted.
    numbers: Arc<[i32]>,
    tones: usize,
}

/// The facts of one stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DensityBar {
    /// The days it stands for.
    pub period: Period,
    /// How many there are of what happened and of what is planned, by colour, in this order; none with 0.
    pub parts: Vec<((bool, usize), usize)>,
}

impl DensityBar {
    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|(_, count)| count).sum()
    }

    /// Where it stands.
    pub fn run(&self, scale: TimeScale) -> Run {
        scale.run(self.period)
    }
}

impl Grains {
    /// The grains of each thing, in as many colours.
    pub fn new(things: impl IntoIterator<Item = Vec<Grain>>, tones: usize) -> Self {
        let (mut grains, mut starts) = (Vec::new(), vec![0]);
        for thing in things {
            grains.extend(thing);
            starts.push(grains.len());
        }
        let mut numbers: Vec<i32> = grains.iter().map(|grain| month_number(grain.day)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let cell = |grain: &Grain| {
            let month = numbers.binary_search(&month_number(grain.day)).unwrap_or_default();
            let cell = (2 * month + usize::from(grain.is_planned)) * tones + grain.tone;
            u32::try_from(cell).unwrap_or(u32::MAX)
        };
        Self {
            starts,
            cells: grains.iter().map(cell).collect(),
            months: Months {
                numbers: numbers.into(),
                tones,
            },
        }
    }

    /// The grains of the things at those places, counted.
    pub fn counted(&self, things: &[usize]) -> Density {
        let mut counts = vec![0; 2 * self.months.tones * self.months.numbers.len()];
        for thing in things {
            for cell in &self.cells[self.starts[*thing]..self.starts[*thing + 1]] {
                counts[*cell as usize] += 1;
            }
        }
        Density {
            months: self.months.clone(),
            counts,
        }
    }
}

impl Density {
    /// How many grains there are in all.
    pub fn count(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The first day of the first month and the last day of the last one, when so many grains are left out at either end.
    pub fn ends(&self, left_out: usize) -> Option<(Day, Day)> {
        let counts = || self.months().map(|(number, parts)| (number, parts.iter().sum()));
        let (first, last) = (month_after(left_out, counts())?, month_after(left_out, counts().rev())?);
        Some((first.first(), last.last()))
    }

    /// In stretches of months as short as the scale can show, from left to right; empty ones are left out.
    pub fn bars(&self, scale: TimeScale) -> Vec<DensityBar> {
        let fits = |months: &&i32| NARROWEST_PX <= scale.px_per_day() * 28.0 * f64::from(**months);
        let step = MONTHS.iter().find(fits).unwrap_or(&MONTHS[MONTHS.len() - 1]);
        let mut stretches: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        for (number, own) in self.months() {
            let parts = stretches
                .entry(number.div_euclid(*step))
                .or_insert_with(|| vec![0; own.len()]);
            for (part, count) in parts.iter_mut().zip(own) {
                *part += count;
            }
        }
        let bar = |(stretch, parts): (i32, Vec<usize>)| {
            let period = months(stretch * step, stretch * step + step - 1)?;
            scale.run(period).clipped(scale.width_px())?;
            let part = |(place, count): (usize, usize)| {
                let (is_planned, tone) = (self.months.tones <= place, place % self.months.tones);
                (0 < count).then_some(((is_planned, tone), count))
            };
            let parts: Vec<_> = parts.into_iter().enumerate().filter_map(part).collect();
            (!parts.is_empty()).then_some(DensityBar { period, parts })
        };
        stretches.into_iter().filter_map(bar).collect()
    }

    /// The number of each month, with its counts.
    fn months(&self) -> impl DoubleEndedIterator<Item = (i32, &[usize])> {
        let counts = self.counts.chunks(2 * self.months.tones.max(1));
        self.months.numbers.iter().copied().zip(counts)
    }
}

/// The month of the grain that comes after so many.
fn month_after(grains: usize, counts: impl Iterator<Item = (i32, usize)>) -> Option<Period> {
    let mut passed = 0;
    let reached = |(number, count): (i32, usize)| {
        passed += count;
        (grains < passed).then_some(number)
    };
    let number = { counts }.find_map(reached)?;
    months(number, number)
}
