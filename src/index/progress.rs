//! How far a long computation is.

/// Steps done, of all steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// All of them.
    pub all: usize,
}
