//! Long lists, of which only a part is in the page.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::view::Context;

/// The most lines of a list on paper.
const ON_PAPER: usize = 2000;

/// How a list comes into the page.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// With how many lines a long list begins, and how many more come at a time.
    step: usize,
    /// Up to this many lines, a list is in the page as a whole, so that the browser's own search finds everything in it.
    longest_whole: usize,
}

impl Pace {
    /// Lines.
    pub const LINES: Self = Self::new(200, 600);
    /// Lines that hold much.
    pub const LARGE_LINES: Self = Self::new(80, 600);
    /// Parts, each with lines of its own.
    pub const PARTS: Self = Self::new(50, 150);
    /// Groups of lines in one of several sections.
    pub const GROUPS: Self = Self::new(20, 60);
    /// All that a list has on paper.
    const PAPER: Self = Self::new(ON_PAPER, ON_PAPER);

    const fn new(step: usize, longest_whole: usize) -> Self {
        Self { step, longest_whole }
    }

    /// Whether a list with that many lines is only partly in the page.
    pub fn is_long(self, count: usize) -> bool {
        self.longest_whole < count
    }

    /// The visible lines of a list of `count`: all of a short one, else the first ones or those around a given line, and the steps
    /// that were requested before and after them.
    fn lines(self, count: usize, around: Option<usize>, (before, after): (usize, usize)) -> Range<usize> {
        if !self.is_long(count) {
            return 0..count;
        }
        let around = around.filter(|line| self.step <= *line);
        let first = around.map_or(0, |line| line.min(count) - self.step / 2);
        first.saturating_sub(before * self.step)..count.min(first + (1 + after) * self.step)
    }
}

/// What the reader has requested of the lists of a page, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenLists {
    /// What was opened (true) or closed, by name.
    turned: BTreeMap<String, bool>,
    /// How many more steps were requested, before and after the first part.
    more: BTreeMap<String, (usize, usize)>,
}

impl OpenLists {
    /// Unfolds the list of that name, or folds it. Says whether it is unfolded now.
    pub fn fold(&mut self, name: &str) -> bool {
        let is_unfolded = !self.is_unfolded(name);
        self.turned.remove(name);
        if is_unfolded {
            self.turn(name, true);
        }
        is_unfolded
    }

    /// Opens what has that name, or closes it, whether it is open at first or not.
    pub fn turn(&mut self, name: &str, is_open: bool) {
        self.turned.insert(name.to_owned(), is_open);
    }

    /// Whether the list of that name is unfolded.
    pub fn is_unfolded(&self, name: &str) -> bool {
        self.turned(name) == Some(true)
    }

    /// Whether the reader has opened what has that name; none where they left it as it was.
    pub fn turned(&self, name: &str) -> Option<bool> {
        self.turned.get(name).copied()
    }

    /// Shows more of the list of that name, after the visible part.
    pub fn show_more(&mut self, name: &str) {
        self.more.entry(name.to_owned()).or_default().1 += 1;
    }

    /// Shows more of the list of that name, before the visible part.
    pub fn show_earlier(&mut self, name: &str) {
        self.more.entry(name.to_owned()).or_default().0 += 1;
    }

    /// The state as a text, a line for each list.
    pub fn to_text(&self) -> String {
        let names: BTreeSet<&String> = self.turned.keys().chain(self.more.keys()).collect();
        let line = |name: &&String| {
            let (before, after) = self.more.get(*name).copied().unwrap_or_default();
            let turned = match self.turned(name) {
                None => 0,
                Some(true) => 1,
                Some(false) => 2,
            };
            format!("{turned} {before} {after} {name}\n")
        };
        names.iter().map(line).collect()
    }

    /// The state that such a text says; a line that cannot be read says nothing.
    pub fn from_text(text: &str) -> Self {
        let mut lists = Self::default();
        for line in text.lines() {
            let parts: Vec<&str> = line.splitn(4, ' ').collect();
            let &[turned, before, after, name] = parts.as_slice() else {
                continue;
            };
            if ["1", "2"].contains(&turned) {
                lists.turn(name, turned == "1");
            }
            if let (Ok(before), Ok(after)) = (before.parse(), after.parse())
                && (before, after) != (0, 0)
            {
                lists.more.insert(name.to_owned(), (before, after));
            }
        }
        lists
    }

    /// Resets every list, because its lines have changed; what is unfolded stays so. Returns whether that changes anything.
    pub fn begin_anew(&mut self) -> bool {
        let is_changed = !self.more.is_empty();
        self.more.clear();
        is_changed
    }
}

/// The visible part of a list, and the ways to the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// The name of the list.
    pub name: String,
    /// The visible lines.
    pub lines: Range<usize>,
    /// How many lines the list has.
    pub count: usize,
    /// How many come next before them; 0 where none is left.
    pub previous: usize,
    /// How many come next behind them; 0 where none is left.
    pub next: usize,
    /// How it is folded; none if it never is.
    pub fold: Option<Fold>,
    /// Whether this is paper, without controls.
    pub is_on_paper: bool,
}

/// A list that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How many lines are visible when it is folded.
    pub first: usize,
    /// Whether it is unfolded.
    pub is_open: bool,
}

impl ListPart {
    /// The groups, consecutive in the list, that have visible lines; `group` makes one from a group and the range of its visible
    /// lines.
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

/// How many further lines are shown rather than folded away.
const SPARED: usize = 2;

impl Context<'_> {
    /// The visible part of a list; it includes the line `around`.
    pub fn list(&self, name: String, count: usize, pace: Pace, around: Option<usize>) -> ListPart {
        let more = self.lists.and_then(|lists| lists.more.get(&name));
        let (pace, around) = if self.is_on_paper {
            (Pace::PAPER, None)
        } else {
            (pace, around)
        };
        let lines = pace.lines(count, around, more.copied().unwrap_or_default());
        let left = count - lines.end;
        ListPart {
            name,
            previous: lines.start.min(pace.step),
            next: if self.is_on_paper { left } else { left.min(pace.step) },
            lines,
            count,
            fold: None,
            is_on_paper: self.is_on_paper,
        }
    }

    /// The visible part of a list that starts folded.
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

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: usize = Pace::LINES.step;
    const WHOLE: usize = Pace::LINES.longest_whole;

    fn lines(count: usize, around: Option<usize>, more: (usize, usize)) -> Range<usize> {
        Pace::LINES.lines(count, around, more)
    }

    #[test]
    fn a_short_list_is_whole_and_a_long_one_grows_until_it_is() {
        for count in [0, 1, WHOLE] {
            assert_eq!(lines(count, Some(count / 2), (0, 0)), 0..count);
        }
        let count = WHOLE + 5;
        let ends = [0, 1, 2, 3, 4].map(|after| lines(count, None, (0, after)).end);
        assert_eq!(ends, [STEP, 2 * STEP, 3 * STEP, count, count]);
        assert_eq!(Pace::PAPER.lines(ON_PAPER + 7, None, (0, 0)), 0..ON_PAPER);
    }

    #[test]
    fn what_is_open_is_read_as_it_was_written() {
        let mut lists = OpenLists::default();
        assert_eq!(lists.to_text(), "");
        lists.fold("filter body");
        lists.show_more("facts");
        lists.show_earlier("facts");
        lists.show_more("filter body");
        lists.turn("group 2019", false);
        assert_eq!(lists.to_text(), "0 1 1 facts\n1 0 1 filter body\n2 0 0 group 2019\n");
        assert_eq!(OpenLists::from_text(&lists.to_text()), lists);
        assert_eq!(OpenLists::from_text("1 0\n9 x 0 a"), OpenLists::default());
    }

    #[test]
    fn the_line_that_must_be_there_is() {
        let count = 10 * WHOLE;
        for line in [0, 1, STEP - 1, STEP, 3 * STEP, count - 1] {
            let begun = lines(count, Some(line), (0, 0));
            assert!(begun.contains(&line) && begun.len() <= STEP, "{line}: {begun:?}");
        }
        assert_eq!(lines(count, Some(count - 1), (count, 0)), 0..count);
        // What is not in the list leads nowhere.
        assert_eq!(lines(count, Some(2 * count), (0, 0)), count - STEP / 2..count);
    }
}
