//! Median, 95th percentile, ratio.

/// The median: the middle one, or the mean of the two middle ones.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 0 => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
        _ => Some(sorted[middle]),
    }
}

/// The 95th percentile: the least value that at least 95 of a hundred do not exceed.
pub fn percentile_95(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let place = (sorted.len() * 95).div_ceil(100);
    sorted.get(place.checked_sub(1)?).copied()
}

/// How many times the other one; two that are both nothing are alike.
pub fn ratio(one: f64, other: f64) -> Option<f64> {
    match (one == 0.0, other == 0.0) {
        (true, true) => Some(1.0),
        (_, true) => None,
        _ => Some(one / other),
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_as_reckoned_by_hand() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(percentile_95(&hundred), Some(95.0));
        assert_eq!(percentile_95(&[1.0, 2.0, 3.0]), Some(3.0));
        assert_eq!(percentile_95(&[]), None);
        assert_eq!(ratio(3.0, 2.0), Some(1.5));
        assert_eq!(ratio(0.0, 0.0), Some(1.0));
        assert_eq!(ratio(1.0, 0.0), None);
    }
}
