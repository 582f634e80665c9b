//! The rows of a long list, of which only some are in the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::{patch, window_zoom, zoom};

/// The element of the rows, and the empty ones that keep the place of the others.
#[derive(Clone, Debug)]
pub struct RowPlace {
    /// Holds the rows.
    rows: HtmlElement,
    /// Is as high as all rows before them.
    above: HtmlElement,
    /// Is as high as all rows after them.
    below: HtmlElement,
}

/// Which end of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Before the first one.
    First,
    /// After the last one.
    Last,
}

impl RowPlace {
    /// The place of the rows in the first table that matches.
    pub fn in_table(selector: &str) -> Option<Self> {
        let table = document().query_selector(selector).ok().flatten()?;
        let part = |name: &str| -> Option<HtmlElement> { table.query_selector(name).ok().flatten()?.dyn_into().ok() };
        Some(Self {
            rows: part("[data-place=rows]")?,
            above: part("[data-space=above]")?,
            below: part("[data-space=below]")?,
        })
    }

    /// Replaces all rows in the page by these.
    pub fn set(&self, html: &str) {
        self.rows.set_inner_html(html);
    }

    /// Makes the rows in the page say this, and keeps what is the same.
    pub fn patch(&self, html: &str) {
        patch::put_in(&self.rows, html);
    }

    /// How many rows are in the page.
    pub fn count(&self) -> usize {
        usize::try_from(self.rows.child_element_count()).unwrap_or_default()
    }

    /// Adds rows at one end.
    pub fn add(&self, end: End, html: &str) {
        let position = match end {
            End::First => "afterbegin",
            End::Last => "beforeend",
        };
        // Only an unknown position could fail.
        let _ = self.rows.insert_adjacent_html(position, html);
    }

    /// Removes that many rows at one end; one that has the focus loses it.
    pub fn cut(&self, end: End, count: usize) {
        for _ in 0..count {
            let row = match end {
                End::First => self.rows.first_element_child(),
                End::Last => self.rows.last_element_child(),
            };
            if let Some(row) = row {
                row.remove();
            }
        }
    }

    /// Keeps the place of the rows that are not in the page, in pixels.
    pub fn keep_free(&self, above_px: f64, below_px: f64) {
        for (space, height_px) in [(&self.above, above_px), (&self.below, below_px)] {
            let height = format!("{height_px}px");
            let style = space.style();
            if style.get_property_value("height").is_ok_and(|now| now != height) {
                // A height that is a number of pixels is never refused.
                let _ = style.set_property("height", &height);
            }
        }
    }

    /// The height of each row in the page, in pixels; none while none of them is shown.
    pub fn heights_px(&self) -> Vec<f64> {
        let rows = self.rows.children();
        let rows = (0..rows.length()).filter_map(|place| rows.item(place));
        // The height of a row is the distance to the next one: borders are shared between two.
        let tops: Vec<f64> = rows.map(|row| row.get_bounding_client_rect().top()).collect();
        let end = self.rows.get_bounding_client_rect().bottom();
        let ends = tops.iter().skip(1).copied().chain([end]);
        let zoom = zoom();
        let heights: Vec<f64> = tops.iter().zip(ends).map(|(top, end)| (end - top) / zoom).collect();
        if heights.iter().all(|height| *height <= 0.0) {
            return Vec::new();
        }
        heights
    }

    /// The range of the window, in pixels from the beginning of the first of all rows; none while the list is not shown.
    pub fn window_px(&self) -> Option<(f64, f64)> {
        let height = window().inner_height().ok()?.as_f64()?;
        let top = self.above.get_bounding_client_rect().top() / zoom();
        let is_shown = 0.0 < self.rows.get_bounding_client_rect().width();
        is_shown.then(|| (-top, height / window_zoom() - top))
    }

    /// The top of the row at that place among those in the page, in pixels from the top of the window.
    pub fn top_of_px(&self, place: usize) -> Option<f64> {
        let row: Element = self.rows.children().item(u32::try_from(place).ok()?)?;
        Some(row.get_bounding_client_rect().top())
    }
}

/// Scrolls down by that many pixels of the boxes of rows; invisible to the reader if the page has grown by as much above the window.
pub fn scroll_by(px: f64) {
    window().scroll_by_with_x_and_y(0.0, px * window_zoom() / zoom());
}
