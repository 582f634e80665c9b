//! How far a long computation is.

/// How far something is worked out that takes many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The steps that are done.
    pub done: usize,
    /// All steps.
    pub all: usize,
}
