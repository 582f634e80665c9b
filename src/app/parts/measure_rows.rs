//! The rows of the table of measures, of which those near the window are in the page.

use std::collections::HashMap;
use std::ops::Range;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Event, MouseEvent};

use crate::app::memo::{Memo, effect};
use crate::app::{Viewer, texts};
use crate::browser::rows::{End, RowPlace, scroll_by};
use crate::browser::{is_plain_click, listen, on_window, page, press, returns_to};
use crate::domain::id::MeasureId;
use crate::query::{self, Density, FacetKey, Group, LaterColumn};
use crate::render::html;
use crate::route::Route;
use crate::view::{Guess, RowClick, RowOffsets, Rows, VisibleRange};

/// The table on the screen; the one on paper is drawn once and as a whole.
const TABLE: &str = "#app table.measures";
/// The rows in it.
const ROWS: &str = "#app [data-place=rows]";
/// The pause after which the rows around the window are drawn.
const PAUSE: Duration = Duration::from_millis(80);
/// The pause after which the rest of a short table is drawn: longer than between two letters of a word, each of which would remove
/// it again.
const REST: Duration = Duration::from_millis(500);
/// Within that, a second click makes a double click, for all but the slowest hands.
const DOUBLE_CLICK: Duration = Duration::from_millis(300);
/// The window before anything has been measured: a large one.
const FIRST: VisibleRange = VisibleRange {
    from_px: 0.0,
    to_px: 1200.0,
};

/// The rows: those in the page, and what is known of the others, whose place is kept.
#[derive(Clone, Copy)]
pub struct MeasureRows {
    viewer: Viewer,
    totals: Memo<HashMap<Option<FacetKey>, usize>>,
    terms: Memo<Vec<usize>>,
    later_column: Memo<LaterColumn>,
    /// How many rows the table has, with its head, unless all of them are in the page.
    counted: RwSignal<Option<usize>>,
    heights: StoredValue<RowOffsets>,
    /// The rows in the page.
    drawn: StoredValue<Range<usize>>,
    /// Whether no row has been measured yet.
    is_unmeasured: StoredValue<bool>,
    seen: StoredValue<VisibleRange>,
    /// The pause that runs before more is drawn; a newer one ends it.
    pause: StoredValue<Option<TimeoutHandle>>,
    /// The one before a row is opened; the second click of a double click ends it.
    opening: StoredValue<Option<TimeoutHandle>>,
    /// Where the pointer came down, in pixels.
    pressed_px: StoredValue<(i32, i32)>,
}

impl MeasureRows {
    /// No row is in the page yet.
    pub fn new(viewer: Viewer) -> Self {
        let grouped = Memo::new(move |_| {
            let facet = viewer.options.read().grouping.facet();
            viewer.query.read().of_filter(facet)
        });
        let opened = Memo::new(move |_| viewer.query.read().opened());
        let reported = Memo::new(move |_| query::run(&opened.read(), viewer.index));
        let totals = Memo::new(move |_| {
            let query = grouped.read();
            let groups = query::arrange(reported.get(), &query, &viewer.options.read(), viewer.index);
            let total = |(name, places): Group| (name, places.len());
            groups.into_iter().map(total).collect::<HashMap<_, _>>()
        });
        let terms = Memo::new(move |_| {
            viewer.tell(|context| context.terms_in_rows(&viewer.chosen_terms(), &viewer.matches.read()))
        });
        Self {
            viewer,
            totals,
            terms,
            later_column: Memo::new(move |_| viewer.options.read().later_column),
            counted: RwSignal::new(None),
            heights: StoredValue::new(RowOffsets::default()),
            drawn: StoredValue::new(0..0),
            is_unmeasured: StoredValue::new(true),
            seen: StoredValue::new(FIRST),
            pause: StoredValue::new(None),
            opening: StoredValue::new(None),
            pressed_px: StoredValue::new((0, 0)),
        }
    }

    /// How many rows the table has, with its head, unless all of them are in the page.
    pub fn counted(self) -> Option<usize> {
        self.counted.get()
    }

    /// All rows, as paper has them.
    pub fn all(self) -> String {
        self.with_rows(|rows| self.html(rows, 0..rows.len()))
    }

    /// Puts the first rows into the page and keeps them up to date, as long as the owner lives.
    pub fn follow(self) {
        self.begin();
        listen(ROWS, "mousedown", move |event: &MouseEvent| {
            stop(self.opening);
            self.pressed_px.set_value((event.client_x(), event.client_y()));
        });
        listen(ROWS, "click", move |event: &MouseEvent| self.on_click(event));
        // Follows at once: clicks from before the app was there are handled in this very turn.
        StoredValue::new_local(RenderEffect::new(move |is_begun: Option<()>| {
            self.track();
            if is_begun.is_some() {
                untrack(|| self.draw_anew());
            } else {
                self.settle_in(PAUSE, false);
            }
        }));
        effect(move |is_first| {
            texts::track();
            if !is_first {
                untrack(|| self.take_texts());
            }
        });
        let density = Memo::new(move |_| self.viewer.options.read().density);
        effect(move |is_first| {
            density.track();
            if !is_first {
                self.forget_heights();
                // After the style sheet has followed.
                self.settle_in(PAUSE, false);
            }
        });
        on_window("scroll", move |_: &Event| self.settle(false));
        on_window("resize", move |_: &Event| {
            self.forget_heights();
            self.settle(false);
        });
        on_cleanup(move || {
            // The next table is another one.
            stop(self.pause);
            stop(self.opening);
        });
    }

    /// Runs the effect again whenever the rows may have changed.
    ///
    /// All are read here: one first read while the rows are drawn, which is not tracked, would have them drawn twice.
    fn track(self) {
        self.viewer.groups.with(|_| ());
        self.viewer.words.with(|_| ());
        self.viewer.day.with(|_| ());
        self.totals.with(|_| ());
        self.terms.with(|_| ());
        self.later_column.with(|_| ());
    }

    /// The first rows: those of the first screen if they are there, else the top ones, or those around the measure that the reader
    /// comes from.
    fn begin(self) {
        let Some(place) = RowPlace::in_table(TABLE) else {
            return;
        };
        let left = returns_to("data-measure").map(|id| MeasureId::new(&id));
        let left = left.or_else(|| self.viewer.left.get_value());
        let left = left.and_then(|id| self.viewer.dataset.measure_place(&id));
        untrack(|| {
            self.with_rows(|rows| {
                let heights = RowOffsets::guessed(rows.len(), rows.heads(), Guess::default());
                let standing = place.count();
                let is_usual = self
                    .viewer
                    .route
                    .with(|route| route.with_density(Density::default()) == Route::default());
                if 0 < standing && is_usual {
                    self.heights.set_value(heights);
                    return self.stands(&place, 0..standing, rows.len());
                }
                if let Some(row) = left.and_then(|measure| rows.row_of(measure)) {
                    self.seen.set_value(FIRST.around(row, &heights));
                }
                let drawn = self.seen.get_value().at_once(&heights, rows.len());
                self.heights.set_value(heights);
                place.set(&self.html(rows, drawn.clone()));
                self.stands(&place, drawn, rows.len());
            });
        });
    }

    /// Draws what the reader sees of other rows.
    fn draw_anew(self) {
        let Some(place) = RowPlace::in_table(TABLE) else {
            return;
        };
        self.with_rows(|rows| {
            let guess = self.heights.with_value(RowOffsets::learnt);
            let heights = RowOffsets::guessed(rows.len(), rows.heads(), guess);
            let drawn = self.seen.get_value().at_once(&heights, rows.len());
            place.set(&self.html(rows, drawn.clone()));
            self.heights.set_value(heights);
            self.stands(&place, drawn, rows.len());
            self.is_unmeasured.set_value(true);
        });
        self.settle_in(PAUSE, false);
    }

    /// Says in the rows of the page what has come of their texts.
    fn take_texts(self) {
        if let Some(place) = RowPlace::in_table(TABLE) {
            self.with_rows(|rows| place.patch(&self.html(rows, self.drawn.get_value())));
            self.is_unmeasured.set_value(true);
            self.settle_in(PAUSE, false);
        }
    }

    /// Measures the rows in the page, and draws what is missing around the window, or else some of the rest.
    fn settle(self, grows: bool) {
        let Some(place) = RowPlace::in_table(TABLE) else {
            return;
        };
        let Some((from_px, to_px)) = place.window_px() else {
            return;
        };
        let seen = VisibleRange { from_px, to_px };
        self.seen.set_value(seen);
        let missing = |drawn: &Range<usize>, count| self.heights.with_value(|heights| seen.next(drawn, heights, count));
        untrack(|| {
            self.with_rows(|rows| {
                self.measure(&place);
                let drawn = self.drawn.get_value();
                let mut next = missing(&drawn, rows.len());
                if grows && next == drawn {
                    next = VisibleRange::grown(&drawn, rows.len());
                }
                if next == drawn {
                    self.stands(&place, drawn, rows.len());
                } else {
                    self.extend(&place, rows, &drawn, next.clone());
                }
                if missing(&next, rows.len()) != next {
                    self.settle_in(PAUSE, grows);
                } else if VisibleRange::grown(&next, rows.len()) != next {
                    self.settle_in(if grows { PAUSE } else { REST }, true);
                }
            });
        });
    }

    /// Draws the rows of `next` that are missing, and removes the others.
    fn extend(self, place: &RowPlace, rows: &Rows<'_>, drawn: &Range<usize>, next: Range<usize>) {
        let kept = next.start.max(drawn.start)..next.end.min(drawn.end);
        if kept.is_empty() {
            place.set(&self.html(rows, next.clone()));
            self.stands(place, next, rows.len());
            return;
        }
        // Reading the place of a row forces a layout: only if something moves it.
        let top_px = |first: usize| {
            let place_of_kept = (next.start != drawn.start).then(|| kept.start - first)?;
            place.top_of_px(place_of_kept)
        };
        let before_px = top_px(drawn.start);
        place.cut(End::First, kept.start - drawn.start);
        place.cut(End::Last, drawn.end - kept.end);
        place.add(End::First, &self.html(rows, next.start..kept.start));
        place.add(End::Last, &self.html(rows, kept.end..next.end));
        self.stands(place, next.clone(), rows.len());
        // What was guessed too high or too low above the window must not move what the reader looks at.
        if let Some((before_px, after_px)) = before_px.zip(top_px(next.start))
            && 1.0 <= (after_px - before_px).abs()
        {
            scroll_by(after_px - before_px);
        }
    }

    /// Records which rows are in the page, and keeps the place of the others.
    fn stands(self, place: &RowPlace, drawn: Range<usize>, count: usize) {
        self.heights.with_value(|heights| {
            place.keep_free(
                heights.top_of(drawn.start),
                heights.total_px() - heights.top_of(drawn.end),
            );
        });
        self.count(&drawn, count);
        if self.drawn.with_value(|before| *before != drawn) {
            self.is_unmeasured.set_value(true);
        }
        self.drawn.set_value(drawn);
    }

    /// States how many rows there are, unless all of them are in the page.
    fn count(self, drawn: &Range<usize>, count: usize) {
        let counted = (drawn.len() < count).then_some(count + 1);
        if self.counted.get_untracked() != counted {
            self.counted.set(counted);
        }
    }

    /// Takes note of how high the rows are that have been drawn since. Asked before anything changes, because the browser
    /// has laid out everything then.
    fn measure(self, place: &RowPlace) {
        if !self.is_unmeasured.get_value() {
            return;
        }
        self.is_unmeasured.set_value(false);
        let first = self.drawn.with_value(|drawn| drawn.start);
        self.heights.update_value(|heights| {
            heights.measure(first, &place.heights_px());
        });
    }

    fn forget_heights(self) {
        untrack(|| {
            self.with_rows(|rows| {
                let guess = self.heights.with_value(RowOffsets::learnt);
                self.heights
                    .set_value(RowOffsets::guessed(rows.len(), rows.heads(), guess));
            });
        });
        self.is_unmeasured.set_value(true);
    }

    fn settle_in(self, pause: Duration, grows: bool) {
        stop(self.pause);
        let next = set_timeout_with_handle(move || self.settle(grows), pause).ok();
        self.pause.set_value(next);
    }

    /// Beside its links, a row leads to its measure, unless the click selects text.
    fn on_click(self, event: &MouseEvent) {
        let target = event
            .target()
            .filter(|target| is_plain_click(event) && !page::is_in(target, "a, button"));
        let id = target.and_then(|target| page::data_under(&target, "measure"));
        // An id of ours has no character that a selector would read otherwise.
        let (x_px, y_px) = self.pressed_px.get_value();
        let click = RowClick {
            number: event.detail(),
            moved_px: (event.client_x() - x_px).abs().max((event.client_y() - y_px).abs()),
            has_selection: page::has_selection(),
        };
        let Some(id) = id.filter(|_| click.opens()) else {
            return;
        };
        let opens = move || press(&format!("{ROWS} [data-measure=\"{id}\"] a"));
        self.opening
            .set_value(set_timeout_with_handle(opens, DOUBLE_CLICK).ok());
    }

    fn html(self, rows: &Rows<'_>, numbers: Range<usize>) -> String {
        let viewer = self.viewer;
        let is_part = !viewer.is_printing && !VisibleRange::is_whole_in_the_end(rows.len());
        let first = is_part.then_some(numbers.start);
        let words = viewer.words.read();
        let context = viewer.context(&words);
        let views = context.table_rows(rows, numbers, &self.terms.read(), &self.totals.read());
        texts::shown(html::table_rows(&views, rows.columns(), first, &context.dataset.vocabulary).0)
    }

    fn with_rows<T>(self, then: impl FnOnce(&Rows<'_>) -> T) -> T {
        let groups = self.viewer.groups.read();
        then(&Rows::new(&groups, &self.viewer.options.read()))
    }
}

/// Ends a pause, if it runs.
fn stop(pause: StoredValue<Option<TimeoutHandle>>) {
    pause.update_value(|pause| {
        if let Some(last) = pause.take() {
            last.clear();
        }
    });
}
