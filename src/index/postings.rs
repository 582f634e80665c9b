//! Posting lists in both directions: the values of each thing, and the things under each value.

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

    /// The values of a thing, ascending.
    pub(crate) fn all_of(&self, thing: usize) -> &[u32] {
        self.values.of(thing)
    }

    /// Those of a thing's values that have these numbers.
    pub(crate) fn values_of(&self, thing: usize, numbers: &Range<usize>) -> &[u32] {
        let all = self.all_of(thing);
        let before = |end: usize| all.partition_point(|value| (*value as usize) < end);
        &all[before(numbers.start)..before(numbers.end)]
    }

    /// Everything with one of these values.
    pub(crate) fn under(&self, numbers: impl Iterator<Item = usize>) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.len());
        for number in numbers {
            let things = self.things.of(number);
            // Some values hold everything: nearly all queries are for the leading source.
            if things.len() == self.len() {
                found.insert_range(..);
                break;
            }
            found.extend(things.iter().map(|thing| *thing as usize));
        }
        found
    }

    /// How many of the set stand under each value with these numbers.
    pub(crate) fn count(&self, set: &FixedBitSet, numbers: Range<usize>) -> Vec<usize> {
        let is_inside = |thing: &&u32| set.contains(**thing as usize);
        let things = numbers.map(|number| self.things.of(number));
        things.map(|things| things.iter().filter(is_inside).count()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The members of a set, and how many of them stand under each value.
    #[track_caller]
    fn check(members: &[usize], expected: [usize; 4]) {
        let mut values = Jagged::default();
        for list in [&[0, 1][..], &[1, 2], &[0, 2], &[2], &[]] {
            values.push(list.iter().copied());
        }
        let postings = Postings::new(values, 4);
        let mut set = FixedBitSet::with_capacity(postings.len());
        set.extend(members.iter().copied());
        assert_eq!(postings.count(&set, 0..4), expected);
        assert_eq!(postings.count(&set, 2..3), expected[2..3]);
    }

    #[test]
    fn what_stands_under_each_value_is_counted_within_a_set() {
        check(&[], [0, 0, 0, 0]);
        check(&[1], [0, 1, 1, 0]);
        check(&[0, 1, 2, 4], [2, 2, 2, 0]);
        check(&[0, 1, 2, 3, 4], [2, 2, 3, 0]);
    }
}
