//! The rows of the table, counted through its groups.

/// The rows of a table: of each group its head and its measures, or the measures alone where nothing is grouped.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    groups: &'a [(Option<String>, Vec<usize>)],
    // Invariant: the row with which each group begins, ascending.
    starts: Vec<usize>,
    has_heads: bool,
    count: usize,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// The head of a group: the key of its value, and how many measures stand below it.
    Group(Option<&'a str>, usize),
    /// A measure, by its place in the dataset.
    Measure(usize),
}

impl<'a> Rows<'a> {
    /// The rows of those groups, as [`arrange`](crate::query::arrange) gives them.
    pub fn new(groups: &'a [(Option<String>, Vec<usize>)], has_heads: bool) -> Self {
        let mut count = 0;
        let mut starts = Vec::with_capacity(groups.len());
        for (_, places) in groups {
            starts.push(count);
            count += places.len() + usize::from(has_heads);
        }
        Self {
            groups,
            starts,
            has_heads,
            count,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The rows that are heads of groups, ascending.
    pub fn heads(&self) -> &[usize] {
        if self.has_heads { &self.starts } else { &[] }
    }

    /// The row with that number, counted from 0; nothing past the last.
    pub fn get(&self, row: usize) -> Option<Row<'a>> {
        if self.count <= row {
            return None;
        }
        let group = self.starts.partition_point(|start| *start <= row) - 1;
        let (key, places) = &self.groups[group];
        let within = row - self.starts[group];
        Some(match (self.has_heads, within) {
            (true, 0) => Row::Group(key.as_deref(), places.len()),
            (true, _) => Row::Measure(places[within - 1]),
            (false, _) => Row::Measure(places[within]),
        })
    }

    /// The first row in which that measure stands.
    pub fn row_of(&self, measure: usize) -> Option<usize> {
        let groups = self.groups.iter().zip(&self.starts);
        let mut found = groups.filter_map(|((_, places), start)| {
            let within = places.iter().position(|place| *place == measure)?;
            Some(start + usize::from(self.has_heads) + within)
        });
        found.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<(Option<String>, Vec<usize>)> {
        vec![(Some("one".into()), vec![4, 2]), (None, vec![2])]
    }

    #[test]
    fn each_group_has_its_head_before_its_measures() {
        let groups = groups();
        let rows = Rows::new(&groups, true);
        let all: Vec<_> = (0..6).map(|row| rows.get(row)).collect();
        let (one, none) = (Row::Group(Some("one"), 2), Row::Group(None, 1));
        let expected = [one, Row::Measure(4), Row::Measure(2), none, Row::Measure(2)];
        assert_eq!(all[..5], expected.map(Some));
        assert_eq!(all[5], None);
        assert_eq!((rows.len(), rows.heads()), (5, [0, 3].as_slice()));
        assert_eq!(
            (rows.row_of(2), rows.row_of(4), rows.row_of(7)),
            (Some(2), Some(1), None)
        );
    }

    #[test]
    fn without_groups_there_are_only_measures() {
        let groups = groups();
        let rows = Rows::new(&groups[..1], false);
        assert_eq!((rows.len(), rows.heads().len()), (2, 0));
        assert_eq!((rows.get(1), rows.row_of(2)), (Some(Row::Measure(2)), Some(1)));
        assert!(Rows::new(&[], true).is_empty());
    }
}
