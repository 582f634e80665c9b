//! Which things of a list stay where they are when others are moved.

/// Marks the members of a longest part of these numbers, all different, that rises from the first to the last.
pub(super) fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // For each length the place of the smallest number that ends a rising part of it, and for each place the one before it there.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut members = vec![false; numbers.len()];
    let mut member = ends.last().copied();
    while let Some(place) = member {
        members[place] = true;
        member = before[place];
    }
    members
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How long the longest rising part is, by trying each.
    fn length(numbers: &[usize]) -> usize {
        let mut lengths: Vec<usize> = Vec::new();
        for (place, number) in numbers.iter().enumerate() {
            let before = (0..place).filter(|earlier| numbers[*earlier] < *number);
            lengths.push(1 + before.map(|earlier| lengths[earlier]).max().unwrap_or_default());
        }
        lengths.into_iter().max().unwrap_or_default()
    }

    proptest! {
        #[test]
        fn what_stays_rises_and_no_more_could_stay(numbers in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let members = longest_rising(&numbers);
            let stay: Vec<usize> = numbers.iter().zip(&members).filter(|(_, stays)| **stays).map(|(number, _)| *number).collect();
            prop_assert!(stay.is_sorted());
            prop_assert_eq!(stay.len(), length(&numbers));
        }
    }
}
