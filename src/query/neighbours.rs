//! The measures before and after a measure.

use fixedbitset::FixedBitSet;

use crate::query::Group;

/// The position of a measure among those in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// The place of the measure before it.
    pub before: Option<usize>,
    /// The place of the measure after it.
    pub after: Option<usize>,
    /// Its number among them, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

/// The neighbours of a measure in the groups of the table, or in the whole dataset of `measures` if it is in no group. If groups
/// overlap, its first position counts.
pub fn neighbours(groups: &[Group], measure: usize, measures: usize) -> Neighbours {
    let mut met = FixedBitSet::with_capacity(measures);
    let shown = groups.iter().flat_map(|(_, places)| places.iter().copied());
    let mut order: Vec<usize> = shown.filter(|place| !met.put(*place)).collect();
    if !met.contains(measure) {
        order = (0..measures).collect();
    }
    let at = order.iter().position(|other| *other == measure).unwrap_or_default();
    Neighbours {
        before: at.checked_sub(1).map(|before| order[before]),
        after: order.get(at + 1).copied(),
        number: at + 1,
        count: order.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Groups of five measures, the measure, its neighbours, its number and how many there are.
    #[track_caller]
    fn check(groups: &[&[usize]], measure: usize, expected: (Option<usize>, Option<usize>, usize, usize)) {
        let groups: Vec<_> = groups.iter().map(|places| (None, places.to_vec())).collect();
        let found = neighbours(&groups, measure, 5);
        assert_eq!((found.before, found.after, found.number, found.count), expected);
    }

    #[test]
    fn neighbours_are_those_of_the_table() {
        check(&[&[3, 1], &[4]], 1, (Some(3), Some(4), 2, 3));
        check(&[&[3, 1], &[4]], 3, (None, Some(1), 1, 3));
        check(&[&[3, 1], &[4]], 4, (Some(1), None, 3, 3));
    }

    #[test]
    fn a_measure_of_several_groups_stands_where_it_comes_first() {
        check(&[&[3, 1], &[1, 3, 4]], 1, (Some(3), Some(4), 2, 3));
        check(&[&[3, 1], &[1, 3, 4]], 4, (Some(1), None, 3, 3));
    }

    #[test]
    fn what_the_table_does_not_show_stands_among_all() {
        check(&[&[3, 1]], 2, (Some(1), Some(3), 3, 5));
        check(&[], 0, (None, Some(1), 1, 5));
    }
}
