//! The parts of a long page: which groups of a list are open, and the ways to each part that stay at hand.

use crate::view::Context;

/// A list with this many rows or fewer is open as a whole.
const SHORT: usize = 100;
/// Of a longer one, as many groups as it takes for this many rows.
const FIRST: usize = 30;

/// The ways to the parts of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartsView {
    /// Those, in order.
    pub parts: Vec<PartLink>,
    /// Whether something on the page can be folded.
    pub folds: bool,
}

/// The way to a part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartLink {
    /// The id of its heading.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// How much it holds, where that is counted.
    pub count: Option<usize>,
}

/// A part of a page that opens and closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFold {
    /// By what the reader's choice is remembered.
    pub name: String,
    /// Its key in the page, and the id of its heading if it has one.
    pub id: String,
    /// Whether it is open.
    pub is_open: bool,
}

impl PartsView {
    /// The ways to those parts that hold something.
    pub fn of(parts: impl IntoIterator<Item = PartLink>) -> Self {
        let parts = parts.into_iter().filter(|part| part.count != Some(0));
        Self {
            parts: parts.collect(),
            folds: false,
        }
    }

    /// The same, where something on the page can be folded.
    #[must_use]
    pub fn that_folds(self, folds: bool) -> Self {
        Self { folds, ..self }
    }
}

impl PartLink {
    /// The way to a part that holds so much.
    pub fn new(id: impl Into<String>, heading: impl Into<String>, count: impl Into<Option<usize>>) -> Self {
        Self {
            id: id.into(),
            heading: heading.into(),
            count: count.into(),
        }
    }
}

/// The id of the heading of the group with that key.
pub(super) fn group_id(key: &str) -> String {
    format!("group-{key}")
}

impl Context<'_> {
    /// How what begins closed stands, but for paper.
    pub(super) fn closed_fold(&self, name: String) -> PartFold {
        let turned = self.lists.and_then(|lists| lists.turned(&name));
        PartFold {
            id: name.clone(),
            name,
            is_open: self.is_on_paper || turned == Some(true),
        }
    }

    /// How the groups of a list stand, each given by its key, how many rows it has, and whether it has the row that a link names.
    ///
    /// A group that was not turned is open on paper, where words are looked for, and where a link names a row of it; otherwise all are open
    /// in a short list, and the first ones in a long one.
    pub(super) fn group_folds<'k>(
        &self,
        list: &str,
        groups: impl Iterator<Item = (&'k str, usize, bool)>,
    ) -> Vec<PartFold> {
        let groups: Vec<_> = groups.collect();
        let all: usize = groups.iter().map(|(_, count, _)| count).sum();
        let is_searched = !self.words.is_empty();
        let mut before = 0;
        let fold = |(key, count, is_named): (&str, usize, bool)| {
            // What is found is open, whatever was closed before.
            let name = format!("{list}{}{key}", if is_searched { "?" } else { " " });
            let is_first = before < FIRST;
            before += count;
            let turned = self.lists.and_then(|lists| lists.turned(&name));
            let is_open = turned.unwrap_or(is_searched || is_named || all <= SHORT || is_first);
            PartFold {
                id: group_id(key),
                name,
                is_open: self.is_on_paper || is_open,
            }
        };
        groups.into_iter().map(fold).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::view::OpenLists;

    #[test]
    fn the_choice_of_the_reader_comes_before_what_is_open_at_first() {
        let mut lists = OpenLists::default();
        assert_eq!(lists.turned("a b"), None);
        lists.turn("a b", false);
        assert!(!lists.is_unfolded("a b"));
        assert!(lists.fold("a b"));
        assert_eq!(lists.turned("a b"), Some(true));
        assert!(!lists.fold("a b"));
        assert_eq!(lists.turned("a b"), None);
    }
}
