//! Long lists, of which only a part stands in the page: how much of each the reader has asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::table::{Pace, Stretch};
use crate::view::Context;

/// What the reader has asked for of the lists of a page, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenLists {
    unfolded: BTreeSet<String>,
    /// How often more was asked for, before and after what stood there.
    more: BTreeMap<String, (usize, usize)>,
}

impl OpenLists {
    /// Unfolds the list of that name, or folds it. Says whether it is unfolded now.
    pub fn fold(&mut self, name: &str) -> bool {
        let is_unfolded = !self.unfolded.remove(name);
        if is_unfolded {
            self.unfolded.insert(name.to_owned());
        }
        is_unfolded
    }

    /// Whether the list of that name is unfolded.
    pub fn is_unfolded(&self, name: &str) -> bool {
        self.unfolded.contains(name)
    }

    /// Shows more of the list of that name, after what stands there.
    pub fn show_more(&mut self, name: &str) {
        self.more.entry(name.to_owned()).or_default().1 += 1;
    }

    /// Shows more of the list of that name, before what stands there.
    pub fn show_earlier(&mut self, name: &str) {
        self.more.entry(name.to_owned()).or_default().0 += 1;
    }

    /// Begins every list anew, as when other lines stand in it. What is unfolded stays so. Says whether that changes anything.
    pub fn begin_anew(&mut self) -> bool {
        let is_changed = !self.more.is_empty();
        self.more.clear();
        is_changed
    }
}

/// The part of a list that stands in the page, and the ways to the rest of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// The name of the list.
    pub name: String,
    /// The lines that stand there.
    pub lines: Range<usize>,
    /// How many lines the list has.
    pub count: usize,
    /// How many come next before them; 0 where none is left.
    pub previous: usize,
    /// How many come next behind them; 0 where none is left.
    pub next: usize,
    /// How the list is folded; none where it always stands there whole.
    pub fold: Option<Fold>,
    /// Whether this is paper, where nothing can be asked for.
    pub is_on_paper: bool,
}

/// A list that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How many lines stand there when it is folded.
    pub first: usize,
    /// Whether it is unfolded.
    pub is_open: bool,
}

impl ListPart {
    /// Of groups that stand in the list one after the other, those of which a line stands there; `group` makes one of a group and
    /// the range of its lines that do.
    pub fn groups<Key, Line, Group>(
        &self,
        groups: &[(Key, Vec<Line>)],
        group: impl Fn(&(Key, Vec<Line>), Range<usize>) -> Group,
    ) -> Vec<Group> {
        let mut before = 0;
        let part = |one: &(Key, Vec<Line>)| {
            let count = one.1.len();
            let within = |line: usize| line.saturating_sub(before).min(count);
            let lines = within(self.lines.start)..within(self.lines.end);
            before += count;
            (!lines.is_empty()).then(|| group(one, lines))
        };
        groups.iter().filter_map(part).collect()
    }
}

/// How many further lines stand there at once rather than behind a button.
const SPARED: usize = 2;

impl Context<'_> {
    /// The part of a list that stands there; `around` is a line that must.
    pub fn list(&self, name: String, count: usize, pace: Pace, around: Option<usize>) -> ListPart {
        let mut stretch = if self.is_on_paper {
            Stretch::on_paper(count)
        } else {
            Stretch::begin(count, around, pace)
        };
        let (before, after) = self
            .lists
            .and_then(|lists| lists.more.get(&name))
            .copied()
            .unwrap_or_default();
        for _ in 0..before {
            stretch = stretch.extended_back();
        }
        for _ in 0..after {
            stretch = stretch.extended();
        }
        ListPart {
            name,
            lines: stretch.lines(),
            count,
            previous: stretch.previous(),
            next: if self.is_on_paper {
                stretch.after()
            } else {
                stretch.next()
            },
            fold: None,
            is_on_paper: self.is_on_paper,
        }
    }

    /// The part of a list that begins folded: its first lines, until the reader asks for the rest.
    pub fn folded_list(&self, name: String, count: usize, first: usize) -> ListPart {
        let whole = self.list(name, count, Pace::LINES, None);
        if count <= first + SPARED {
            return whole;
        }
        let is_open = self.is_on_paper || self.lists.is_some_and(|lists| lists.is_unfolded(&whole.name));
        ListPart {
            lines: if is_open { whole.lines.clone() } else { 0..first },
            next: if is_open { whole.next } else { 0 },
            fold: Some(Fold { first, is_open }),
            ..whole
        }
    }
}
