//! Long lists, and lists of which nothing is left.

/// `Show 200 more of 700`.
pub fn more(count: usize, all: usize) -> String {
    format!("Show {count} more of {all}")
}

/// `Show 200 earlier of 700`.
pub fn earlier(count: usize, all: usize) -> String {
    format!("Show {count} earlier of {all}")
}

/// `Show all 40`.
pub fn all(count: usize) -> String {
    format!("Show all {count}")
}

/// Folds it to so many lines.
pub fn first(count: usize) -> String {
    match count {
        0 => "Hide all".to_owned(),
        count => format!("Show the first {count}"),
    }
}

/// Folds the values of a filter.
pub const FEWER: &str = "Show fewer";

/// So many lines are not printed.
pub fn left_out(count: usize) -> String {
    match count {
        1 => "1 more line is left out on paper.".to_owned(),
        count => format!("{count} more lines are left out on paper."),
    }
}

/// `No measures match. Remove a filter to see more.`
pub fn nothing_matches(noun: &str) -> String {
    format!("No {noun} match. Remove a filter to see more.")
}

/// `and 3 more`.
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}

/// ` of 74`, after a count that is less.
pub fn of(all: usize) -> String {
    format!(" of {all}")
}

/// `3 of 74`.
pub fn place_of(number: usize, count: usize) -> String {
    format!("{number} of {count}")
}
