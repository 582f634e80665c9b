//! Chance that is the same on every machine for the same seed.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// A stream of numbers that follows from its seed.
///
/// PCG's stream is fixed. How a number is made of it stands here, because libraries change that from version to version.
pub(super) struct Random(Pcg32);

impl Random {
    /// The stream of that seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg32::seed_from_u64(seed))
    }

    /// A number from nothing up to, and without, `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let scaled = u64::from(self.0.next_u32()) * end as u64;
        usize::try_from(scaled >> u32::BITS).unwrap_or_default()
    }

    /// A number from the first up to and with the last.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// Yes, in that many of a hundred cases.
    pub(super) fn in_hundred(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of a list; the list must hold something.
    pub(super) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// A place in a list of that length, the first ones much more often than the last, as with words of a language.
    pub(super) fn place(&mut self, ranks: &Ranks) -> usize {
        let total = ranks.sums.last().copied().unwrap_or(1);
        let drawn = self.below(total);
        ranks.sums.partition_point(|sum| *sum <= drawn)
    }
}

/// How often each place of a list comes up: by Zipf's law, in whole numbers, so that no rounding differs.
pub(super) struct Ranks {
    sums: Vec<usize>,
}

impl Ranks {
    /// The weights of that many places; the first ones are evened out by `shift`.
    pub(super) fn new(places: usize, shift: usize) -> Self {
        const UNIT: usize = 1_000_000;
        let mut sum = 0;
        let weights = (0..places).map(|place| UNIT / (place + shift));
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self { sums: sums.collect() }
    }
}
