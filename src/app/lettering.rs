//! How large the reader's letters are: what is drawn in pixels leaves them the room that they take.

use leptos::prelude::*;

use crate::browser::page;
use crate::timeline::{TimeScale, View};
use crate::view::SAMPLE_LETTERS;

/// The size of words in a drawing, in pixels.
const DRAWN_PX: f64 = 11.0;
/// The default size of text, in pixels.
const USUAL_PX: f64 = 16.0;

/// What is known of the letters.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letters {
    /// The width of one, as a share of the size of the text.
    share: f64,
    /// The size of the text, in pixels.
    size_px: f64,
}

/// How large the letters are now.
#[derive(Clone, Copy)]
pub struct Lettering(RwSignal<Letters>);

impl Lettering {
    /// Before anything has been measured, and on paper.
    pub fn usual() -> Self {
        Self(RwSignal::new(Letters {
            share: 0.0,
            size_px: USUAL_PX,
        }))
    }

    /// Runs the surrounding effect again when the letters change: text beside a drawing may leave it another width.
    pub fn track(self) {
        self.0.track();
    }

    /// The scale with as much room for words as they take; none without a width.
    pub fn scale(self, view: View, width_px: f64) -> Option<TimeScale> {
        let scale = TimeScale::new(view, width_px).ok()?;
        Some(scale.lettered(DRAWN_PX * self.0.get().share))
    }

    /// How many times as large as usual the text is; names beside and in a drawing need as many times the room.
    pub fn times(self) -> f64 {
        (self.0.get().size_px / USUAL_PX).max(1.0)
    }
}

/// Measures the sample in the page whenever the reader changes the letters, as long as the page lives.
pub fn follow_letters(Lettering(letters): Lettering) {
    let measure = move |(width_px, size_px): (f64, f64)| {
        let share = width_px / (SAMPLE_LETTERS * size_px);
        let now = Letters { share, size_px };
        // What is printed hides the page, and with it the sample.
        if 0.0 < width_px && 0.0 < size_px && letters.try_get_untracked().is_some_and(|before| before != now) {
            letters.try_set(now);
        }
    };
    request_animation_frame(move || page::watch_size("[data-lettering]", measure));
}
