//! How far a long computation is.

/// How far something is worked out that takes many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The steps that are done.
    pub done: usize,
    /// All steps.
    pub all: usize,
}

impl Progress {
    /// How far all of several things are that take about as many steps each, where this is how far the one at that place is.
    #[must_use]
    pub fn of_several(self, place: usize, count: usize) -> Self {
        Self {
            done: place * self.all + self.done,
            all: count * self.all,
        }
    }
}
