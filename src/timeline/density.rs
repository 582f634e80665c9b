//! How the facts lie over the whole time: so many in each stretch, by colour.

use std::collections::BTreeMap;

use crate::domain::date::{Day, Period};
use crate::timeline::brush::{month_number, months};
use crate::timeline::{Run, TimeScale};

/// The narrowest bar.
const NARROWEST_PX: f64 = 5.0;

/// How long the stretches can be, in months: each divides a year or is whole years.
const MONTHS: [i32; 7] = [1, 3, 6, 12, 24, 60, 120];

/// One fact as the density sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grain {
    /// The day for which it counts.
    pub day: Day,
    /// Whether it is still to come.
    pub is_planned: bool,
    /// The place of its colour among the colours.
    pub tone: usize,
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

/// Counts the grains in stretches of months as short as the scale can show, from left to right; empty ones are left out.
pub fn density(grains: &[Grain], scale: TimeScale) -> Vec<DensityBar> {
    let fits = |months: &&i32| NARROWEST_PX <= scale.px_per_day() * 28.0 * f64::from(**months);
    let step = MONTHS.iter().find(fits).unwrap_or(&MONTHS[MONTHS.len() - 1]);
    let mut stretches: BTreeMap<i32, BTreeMap<(bool, usize), usize>> = BTreeMap::new();
    for grain in grains {
        let parts = stretches.entry(month_number(grain.day).div_euclid(*step)).or_default();
        *parts.entry((grain.is_planned, grain.tone)).or_default() += 1;
    }
    let bar = |(stretch, parts): (i32, BTreeMap<_, _>)| {
        let period = months(stretch * step, stretch * step + step - 1)?;
        let run = scale.run(period).clipped(scale.width_px());
        run.map(|_| DensityBar {
            period,
            parts: parts.into_iter().collect(),
        })
    };
    stretches.into_iter().filter_map(bar).collect()
}
