//! Sorting with one copy of the sort in the program. The standard library's is compiled anew for every type and order, in 4 kB.

use std::cmp::Ordering;

/// Sorts by an order; stable.
pub fn by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|one, other| order(&items[one], &items[other]));
    arrange(items, places);
}

/// Sorts by a key, which is computed for each comparison; stable.
pub fn by_key<T, Key: Ord>(items: &mut [T], key: impl Fn(&T) -> Key) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a number, which is computed once for each; stable.
pub fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> i64) {
    let mut numbered: Vec<(i64, usize)> = items.iter().map(number).zip(0..).collect();
    numbered.sort_unstable();
    arrange(items, numbered.into_iter().map(|(_, place)| place).collect());
}

/// The places of `count` items in that order; stable.
pub fn sorted_places(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| order(*one, *other));
    places
}

/// Reorders the items by their places.
fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..items.len() {
        let mut place = start;
        // Items change places until one comes round to where the cycle began.
        while places[place] != start {
            let from = std::mem::replace(&mut places[place], place);
            items.swap(place, from);
            place = from;
        }
        places[place] = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_stays_as_it_stands() {
        let mut words = ["pear", "fig", "plum", "apple", "kiwi", "date", "lime"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "pear", "plum", "kiwi", "date", "lime", "apple"]);
        by(&mut words, |one, other| other.cmp(one));
        assert_eq!(words, ["plum", "pear", "lime", "kiwi", "fig", "date", "apple"]);
        by_number(&mut words, |word| -i64::from(word.len() == 4));
        assert_eq!(words, ["plum", "pear", "lime", "kiwi", "date", "fig", "apple"]);
        by_key(&mut [(); 0], |()| 0);
    }
}
