//! A jagged array: lists of different lengths in one piece of memory.

/// A place in 32 bits: WebAssembly has 4 GB of memory at most.
pub(crate) fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Lists of different lengths, each a slice of one vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Jagged<Item> {
    // Invariant: ascending, from 0 to the number of items; one more than there are lists.
    starts: Vec<u32>,
    items: Vec<Item>,
}

impl<Item> Default for Jagged<Item> {
    fn default() -> Self {
        Self {
            starts: vec![0],
            items: Vec::new(),
        }
    }
}

impl<Item> Jagged<Item> {
    /// Adds a list behind the others.
    pub(crate) fn push(&mut self, list: impl IntoIterator<Item = Item>) {
        self.items.extend(list);
        self.starts.push(short(self.items.len()));
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The list at that place.
    pub(crate) fn of(&self, place: usize) -> &[Item] {
        &self.items[self.starts[place] as usize..self.starts[place + 1] as usize]
    }

    /// The place of the first list for which `stands_before` is false; the lists must be partitioned.
    pub(crate) fn partition_point(&self, stands_before: impl Fn(&[Item]) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if stands_before(self.of(middle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// Gives unused capacity back.
    pub(crate) fn shrink(&mut self) {
        self.starts.shrink_to_fit();
        self.items.shrink_to_fit();
    }
}

impl Jagged<u32> {
    /// For each number below `count`, the places of the lists that contain it, ascending.
    pub(crate) fn inverted(&self, count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for number in &self.items {
            starts[*number as usize + 1] += 1;
        }
        for number in 0..count {
            starts[number + 1] += starts[number];
        }
        let mut next = starts.clone();
        let mut items = vec![0; self.items.len()];
        for place in 0..self.len() {
            for number in self.of(place) {
                let next = &mut next[*number as usize];
                items[*next as usize] = short(place);
                *next += 1;
            }
        }
        Self { starts, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_round_each_number_says_where_it_stands() {
        let mut lists = Jagged::default();
        for list in [&[0, 2][..], &[], &[2, 3], &[0]] {
            lists.push(list.iter().copied());
        }
        let turned = lists.inverted(5);
        let all: Vec<&[u32]> = (0..turned.len()).map(|number| turned.of(number)).collect();
        assert_eq!(all, [&[0, 3][..], &[], &[0, 2], &[2], &[]]);
    }
}
