//! The timeline that is drawn on the page, and what the controls around it do.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Viewer;
use crate::app::drawing_file::save_drawing;
use crate::app::memo::Memo;
use crate::app::parts::Motion;
use crate::app::timeline_facts::Drawable;
use crate::chart::{Backdrop, Ink, Picture, Timeline, backdrop};
use crate::domain::date::{Day, Period};
use crate::query::Window;
use crate::timeline::{Chart, FactPlace, Heights, Mark, TimeScale, View, lay_out, sheets};
use crate::view::{FileForm, Move};

/// The width of the drawing in a file and on paper, in pixels.
const FILE_WIDTH_PX: f64 = 1240.0;
/// How much of the lines fits on one sheet of A3, in pixels of that drawing.
const SHEET_PX: f64 = 860.0;
/// The word for it in the name of the file.
const FILE: &str = "timeline";

/// The timeline of the page, for its controls; none on other pages.
#[derive(Clone, Copy)]
pub struct TimelineOnPage(StoredValue<Option<DrawnTimeline>>);

impl TimelineOnPage {
    /// None yet.
    pub fn none() -> Self {
        Self(StoredValue::new(None))
    }

    /// Takes note of it, as long as its component lives.
    pub fn set(self, timeline: &DrawnTimeline) {
        self.0.set_value(Some(*timeline));
        on_cleanup(move || self.0.set_value(None));
    }

    /// Moves it.
    pub fn shift(self, to: Move) {
        let Some(DrawnTimeline { motion, .. }) = self.0.get_value() else {
            return;
        };
        match to {
            Move::Earlier => motion.step(false),
            Move::Later => motion.step(true),
            Move::ZoomIn => motion.zoom_in(),
            Move::ZoomOut => motion.zoom_out(),
            Move::Fit => motion.fit(),
        }
    }

    /// Saves it as a file.
    pub fn save(self, form: FileForm) {
        if let Some(timeline) = self.0.get_value() {
            timeline.save(form);
        }
    }
}

/// What is drawn, worked out from the route.
#[derive(Clone, Copy)]
pub struct DrawnTimeline {
    viewer: Viewer,
    /// The day as of which it is drawn.
    pub as_of: Memo<Day>,
    /// The facts in their lanes.
    pub timeline: Memo<Timeline<'static>>,
    /// What is around them.
    pub around: Memo<Backdrop>,
    /// The view in the address.
    pub settled: Memo<View>,
    /// The view and how it moves.
    pub motion: Motion,
    /// What has become of the file that was saved last.
    pub message: RwSignal<String>,
}

impl DrawnTimeline {
    /// Draws what is to be drawn.
    pub fn new(viewer: Viewer, drawable: Memo<Drawable>) -> Self {
        let dataset = viewer.dataset;
        let as_of = Memo::new(move |_| drawable.read().query.day(dataset));
        let lanes = Memo::new(move |_| drawable.read().timeline.clone());
        let around = Memo::new(move |_| backdrop(dataset, as_of.get(), viewer.today));
        let whole = Memo::new(move |_| around.read().whole);
        let usual = Memo::new(move |_| {
            let lanes = lanes.read();
            around.read().usual(lanes.facts().map(|(_, fact)| fact.period))
        });
        let home = Memo::new(move |_| View::of(usual.get()));
        let settled = Memo::new(move |_| match viewer.query.read().window {
            window if window.is_open() => View::of(usual.get()),
            window => View::of(window.within(whole.get())),
        });
        let on_rest = Callback::new(move |period: Period| {
            let is_home = period == usual.get_untracked();
            let window = if is_home { Window::default() } else { Window::of(period) };
            if viewer.query.read_untracked().window != window {
                viewer.select(|query| query.window = window);
            }
        });
        Self {
            viewer,
            as_of,
            timeline: lanes,
            around,
            settled,
            motion: Motion::new(whole, home, settled, on_rest),
            message: RwSignal::default(),
        }
    }

    /// The whole of it at the present view, as sheets for paper.
    pub fn sheets(self) -> Vec<String> {
        self.files(|chart| sheets(&chart.lanes, chart.heights, SHEET_PX))
    }

    fn save(self, form: FileForm) {
        let whole = f64::NEG_INFINITY..f64::INFINITY;
        let file = self.files(|_| vec![whole.clone()]).pop().unwrap_or_default();
        // The reader may have left the timeline by now.
        save_drawing(&self.viewer.dataset.vocabulary, FILE, form, &file, move |says| {
            self.message.try_set(says);
        });
    }

    /// The drawing at the present view, as self-contained files: one for each of the ranges of its lines, in pixels.
    fn files(self, ranges: impl Fn(&Chart) -> Vec<Range<f64>>) -> Vec<String> {
        let viewer = self.viewer;
        let around = self.around.get_untracked();
        let timeline = self.timeline.get_untracked();
        let view = untrack(|| self.motion.view());
        let Ok(scale) = TimeScale::new(view, FILE_WIDTH_PX) else {
            return Vec::new();
        };
        let chart = around.chart(Arc::clone(&timeline.lanes), Heights::BESIDE);
        let as_of = self.as_of.get_untracked();
        let (title, source) = untrack(|| (viewer.selection_in_words(), viewer.source_in_words()));
        let says = |mark: &Mark| timeline.says(mark, as_of, viewer.dataset);
        let label = |place: FactPlace| timeline.label(place, as_of, viewer.dataset);
        let file = |range_px| {
            let drawing = lay_out(&chart, scale, range_px, &label);
            let picture = Picture {
                drawing: &drawing,
                timeline: &timeline,
                ink: Ink::File,
                says: &says,
            };
            picture.whole_svg(&title, &source)
        };
        ranges(&chart).into_iter().map(file).collect()
    }
}
