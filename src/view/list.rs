//! Long lists, of which only a part stands in the page: how much of each the reader has asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::view::Context;

/// So many lines of a list stand on paper.
const ON_PAPER: usize = 2000;

/// How a list comes into the page.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// With how many lines a long list begins, and how many more come at a time.
    step: usize,
    /// So many lines still stand in the page as a whole, so that the browser's own search finds everything in them.
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

    /// Whether a list of so many lines does not stand in the page as a whole.
    pub fn is_long(self, count: usize) -> bool {
        self.longest_whole < count
    }

    /// The lines of a list of `count` that stand there: all of a short one, else the first ones, or those around a line that must
    /// be there, and as many steps more as were asked for before and after them.
    fn lines(self, count: usize, around: Option<usize>, (before, after): (usize, usize)) -> Range<usize> {
        if !self.is_long(count) {
            return 0..count;
        }
        let around = around.filter(|line| self.step <= *line);
        let first = around.map_or(0, |line| line.min(count) - self.step / 2);
        first.saturating_sub(before * self.step)..count.min(first + (1 + after) * self.step)
    }
}

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
