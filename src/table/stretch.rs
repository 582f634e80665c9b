//! Which stretch of a long list stands in the page.

use std::ops::Range;

/// So many lines of a list stand on paper.
const ON_PAPER: usize = 2000;

/// The lines of a list that stand in the page.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How many lines the list has.
    count: usize,
    /// The first line that stands there.
    from: usize,
    /// The line behind the last one that does.
    to: usize,
    /// With how many lines it begins, and how many more come at a time.
    step: usize,
}

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
    pub const LINES: Self = Self {
        step: 200,
        longest_whole: 600,
    };
    /// Lines that hold much.
    pub const LARGE_LINES: Self = Self {
        step: 80,
        ..Self::LINES
    };
    /// Parts, each with lines of its own.
    pub const PARTS: Self = Self {
        step: 50,
        longest_whole: 150,
    };
    /// Groups of lines in one of several sections.
    pub const GROUPS: Self = Self {
        step: 20,
        longest_whole: 60,
    };

    /// Whether a list of so many lines does not stand in the page as a whole.
    pub fn is_long(self, count: usize) -> bool {
        self.longest_whole < count
    }
}

impl Stretch {
    /// How a list of so many lines begins: as a whole where it is short, else at its beginning, or around a line that must be
    /// there.
    pub fn begin(count: usize, around: Option<usize>, pace: Pace) -> Self {
        let step = pace.step;
        let (from, many) = match around.filter(|line| step <= *line) {
            _ if !pace.is_long(count) => (0, count),
            Some(line) => (line.min(count) - step / 2, step),
            None => (0, step),
        };
        Self {
            count,
            from,
            to: count.min(from + many),
            step,
        }
    }

    /// What of a list stands on paper.
    pub fn on_paper(count: usize) -> Self {
        Self {
            count,
            from: 0,
            to: count.min(ON_PAPER),
            step: ON_PAPER,
        }
    }

    /// How many lines the list has.
    pub fn count(self) -> usize {
        self.count
    }

    /// The lines that stand there.
    pub fn lines(self) -> Range<usize> {
        self.from..self.to
    }

    /// How many lines there are behind those that stand there.
    pub fn after(self) -> usize {
        self.count - self.to
    }

    /// How many come next behind them.
    pub fn next(self) -> usize {
        self.after().min(self.step)
    }

    /// How many come next before them.
    pub fn previous(self) -> usize {
        self.from.min(self.step)
    }

    /// The same with the next lines behind them.
    pub fn extended(self) -> Self {
        Self {
            to: self.to + self.next(),
            ..self
        }
    }

    /// The same with the next lines before them.
    pub fn extended_back(self) -> Self {
        Self {
            from: self.from - self.previous(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: usize = Pace::LINES.step;
    const WHOLE: usize = Pace::LINES.longest_whole;

    fn begin(count: usize, around: Option<usize>) -> Stretch {
        Stretch::begin(count, around, Pace::LINES)
    }

    #[test]
    fn a_short_list_is_whole() {
        for count in [0, 1, WHOLE] {
            let stretch = begin(count, Some(count / 2));
            assert_eq!((stretch.lines(), stretch.next(), stretch.previous()), (0..count, 0, 0));
        }
    }

    #[test]
    fn a_long_list_grows_until_it_is_whole() {
        let count = WHOLE + 5;
        let mut stretch = begin(count, None);
        assert_eq!(stretch.lines(), 0..STEP);
        while 0 < stretch.after() {
            let (before, next) = (stretch.lines().len(), stretch.next());
            stretch = stretch.extended();
            assert_eq!(stretch.lines().len(), before + next);
        }
        assert_eq!(stretch.lines(), 0..count);
        assert_eq!(stretch.extended(), stretch);
    }

    #[test]
    fn the_line_that_must_be_there_is() {
        let count = 10 * WHOLE;
        for line in [0, 1, STEP - 1, STEP, 3 * STEP, count - 1] {
            let stretch = begin(count, Some(line));
            assert!(stretch.lines().contains(&line), "{line}");
            assert!(stretch.lines().len() <= STEP, "{line}");
        }
        let mut stretch = begin(count, Some(count - 1));
        assert_eq!(stretch.after(), 0);
        while 0 < stretch.previous() {
            stretch = stretch.extended_back();
        }
        assert_eq!(stretch.lines(), 0..count);
        // What is not in the list leads nowhere.
        assert_eq!(begin(count, Some(2 * count)).lines(), count - STEP / 2..count);
    }

    #[test]
    fn paper_has_an_end() {
        assert_eq!(Stretch::on_paper(340).after(), 0);
        assert_eq!(Stretch::on_paper(ON_PAPER + 7).after(), 7);
    }
}
