//! The colours that a priority can have: each is readable on every ground of the page, light and dark (`tests/style.rs`).

use crate::domain::keyed::{Keyed, keyed};
use crate::words::kinds;

keyed! {
    /// A colour of the style sheet.
    PriorityColor, kinds::COLORS {
        /// Red.
        Red = "red";
        /// Amber.
        Amber = "amber";
        /// Violet.
        Violet = "violet";
        /// Blue.
        Blue = "blue";
        /// Teal.
        Teal = "teal";
        /// Green.
        Green = "green";
        /// Olive.
        Olive = "olive";
        /// Steel.
        Steel = "steel";
        /// Slate.
        Slate = "slate";
    }
}

impl PriorityColor {
    /// The colour of the priority at that place, where the data give none.
    pub fn at(place: usize) -> Self {
        Self::ALL[place % Self::ALL.len()]
    }
}
