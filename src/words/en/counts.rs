//! How many of what.

/// Measures, as a count names them.
pub const MEASURES: &str = "measures";

/// Commitments, as a count names them.
pub const COMMITMENTS: &str = "commitments";

/// Documents, as a count names them.
pub const DOCUMENTS: &str = "documents";

/// `All 74 measures`.
pub fn all_of(all: usize, noun: &str) -> String {
    format!("All {all} {noun}")
}

/// `23 of 74 measures`.
pub fn some_of(count: usize, all: usize, noun: &str) -> String {
    format!("{count} of {all} {noun}")
}

/// `12 facts and commitments · 8 of 74 measures`: the count of what a view lists, then that of the selection.
pub fn after_listed(listed: Option<&str>, count: &str) -> String {
    listed.map_or(count.to_owned(), |listed| format!("{listed} · {count}"))
}

/// A count, and how many more there are elsewhere, for those who hear it.
pub fn announced(count: &str, more: Option<String>) -> String {
    more.map_or(count.to_owned(), |more| format!("{count}; {more}"))
}

/// One of a thing, and several.
pub const ITEM: [&str; 2] = ["item", "items"];

/// One commitment, and several.
pub const COMMITMENT: [&str; 2] = ["commitment", "commitments"];

/// One fact, and several.
pub const FACT: [&str; 2] = ["fact", "facts"];

/// A number with commas: `1,000,000`.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    String::from_utf8(groups.join(&b',')).unwrap_or(digits)
}

/// `1 item`, `120 items`.
pub fn count(count: usize, [one, many]: [&str; 2]) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_comma_before_each_thousand() {
        let written = [0, 999, 1_000, 12_345, 1_000_000].map(number);
        assert_eq!(written, ["0", "999", "1,000", "12,345", "1,000,000"]);
    }
}
