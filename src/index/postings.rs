//! Under which values things stand, and which things stand under each value: what makes an answer cost what it holds rather
//! than what there is.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::index::jagged::Jagged;

/// The values of measures, of commitments or of lines, by their numbers in [`Values`](crate::index::values::Values).
#[derive(Clone, Debug)]
pub(crate) struct Postings {
    /// For each thing its values, ascending.
    values: Jagged<u32>,
    /// For each value the places of its things, ascending.
    things: Jagged<u32>,
}

impl Postings {
    /// Turns the values of each thing round; all of them are below `count`.
    pub(crate) fn new(mut values: Jagged<u32>, count: usize) -> Self {
        values.shrink();
        let things = values.inverted(count);
        Self { values, things }
    }

    /// How many things there are.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// How many values there are.
    pub(crate) fn values(&self) -> usize {
        self.things.len()
    }

    /// Those of a thing's values that have these numbers.
    pub(crate) fn values_of(&self, thing: usize, numbers: &Range<usize>) -> &[u32] {
        let all = self.values.of(thing);
        if *numbers == (0..self.values()) {
            return all;
        }
        let before = |end: usize| all.partition_point(|value| (*value as usize) < end);
        &all[before(numbers.start)..before(numbers.end)]
    }

    /// The places of the things that stand under a value, ascending.
    pub(crate) fn things_of(&self, number: usize) -> &[u32] {
        self.things.of(number)
    }

    /// How many things stand under each of the values with these numbers, together.
    pub(crate) fn entries(&self, numbers: &Range<usize>) -> usize {
        self.things.count(numbers.clone())
    }

    /// Everything that stands under one of these values.
    pub(crate) fn under(&self, numbers: impl Iterator<Item = usize>) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.len());
        for number in numbers {
            let things = self.things.of(number);
            // Under some values stands everything: nearly all that is asked is asked of the leading source.
            if things.len() == self.len() {
                found.insert_range(..);
                break;
            }
            found.extend(things.iter().map(|thing| *thing as usize));
        }
        found
    }

    /// How many of the set stand under each value with these numbers.
    ///
    /// There are three ways to count the same, and the shortest is taken: from each value to its things, from each thing of
    /// the set to its values, or from each thing that is not in the set, taken away from all.
    pub(crate) fn count(&self, set: &FixedBitSet, numbers: Range<usize>) -> Vec<usize> {
        let (inside, all) = (set.count_ones(..), self.len());
        let outside = all - inside;
        let by_value = self.entries(&numbers);
        let by_thing = |things: usize| things * self.values.count(0..all) / all.max(1);
        if by_value <= by_thing(inside.min(outside)) {
            let is_inside = |thing: &&u32| set.contains(**thing as usize);
            let things = numbers.map(|number| self.things.of(number));
            return things.map(|things| things.iter().filter(is_inside).count()).collect();
        }
        if inside <= outside {
            return self.count_values(set.ones(), &numbers);
        }
        let away = self.count_values(set.zeroes(), &numbers).into_iter();
        let totals = numbers.map(|number| self.things.of(number).len());
        totals.zip(away).map(|(total, away)| total - away).collect()
    }

    fn count_values(&self, things: impl Iterator<Item = usize>, numbers: &Range<usize>) -> Vec<usize> {
        let mut counts = vec![0; numbers.len()];
        for thing in things {
            for value in self.values_of(thing, numbers) {
                counts[*value as usize - numbers.start] += 1;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Things with their values, the members of a set, and how many of these stand under each value.
    #[track_caller]
    fn check(things: &[&[u32]], members: &[usize], expected: [usize; 4]) {
        let mut values = Jagged::default();
        for list in things {
            values.push(list.iter().copied());
        }
        let postings = Postings::new(values, 4);
        let mut set = FixedBitSet::with_capacity(things.len());
        set.extend(members.iter().copied());
        assert_eq!(postings.count(&set, 0..4), expected);
        assert_eq!(postings.count(&set, 2..3), expected[2..3]);
    }

    #[test]
    fn each_way_of_counting_comes_to_the_same() {
        let things: [&[u32]; 5] = [&[0, 1], &[1, 2], &[0, 2], &[2], &[]];
        check(&things, &[], [0, 0, 0, 0]);
        check(&things, &[1], [0, 1, 1, 0]);
        check(&things, &[0, 1, 2, 4], [2, 2, 2, 0]);
        check(&things, &[0, 1, 2, 3, 4], [2, 2, 3, 0]);
    }
}
