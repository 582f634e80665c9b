//! A position on the page: which row stands at which height, and what has the focus.

use std::iter;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::focus::focus_without_scrolling;

use crate::browser::long_page::unfold;
use crate::browser::rows::scroll_by;

/// What can be found again, by an attribute of its own.
const NAMES: [&str; 5] = ["data-measure", "data-key", "id", "data-handle", "data-place"];
/// What can have the focus.
const STOPS: &str = "a,button,input,select,textarea,summary,[tabindex]";
/// Between the parts of a position as text.
const SEPARATOR: char = '\u{1f}';

/// Something in the page, by its name and its place among those of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) attribute: String,
    pub(super) value: String,
    place: u32,
}

impl Named {
    /// The nearest element around this one that has a name, or it itself.
    fn around(element: &Element) -> Option<(Self, Element)> {
        let any = NAMES.map(|name| format!("[{name}]")).join(",");
        let named = element.closest(&any).ok().flatten()?;
        let (attribute, value) = NAMES
            .iter()
            .find_map(|name| Some((*name, named.get_attribute(name)?)))?;
        let mut found = Self {
            attribute: attribute.to_owned(),
            value,
            place: 0,
        };
        let alike = document().query_selector_all(&found.selector()).ok()?;
        found.place = (0..alike.length()).find(|place| alike.get(*place).as_deref() == Some(&*named))?;
        Some((found, named))
    }

    fn selector(&self) -> String {
        let value = self.value.replace('\\', "\\\\").replace('"', "\\\"");
        format!("#app [{}=\"{value}\"]", self.attribute)
    }

    fn find(&self) -> Option<Element> {
        let alike = document().query_selector_all(&self.selector()).ok()?;
        alike.get(self.place)?.dyn_into().ok()
    }
}

/// Where the reader is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Position {
    /// How far the page is scrolled, in pixels.
    scrolled_px: f64,
    /// What the reader looks at, and how far it is below the top of the window, in pixels.
    pub(super) seen: Option<(Named, f64)>,
    /// What has the focus: which of the stops within what.
    focus: Option<(Named, u32)>,
    /// What the app keeps.
    pub(super) kept: String,
}

impl Position {
    /// The present one; `acted` is what the reader is about to use, which not every engine gives the focus.
    pub(super) fn now(acted: Option<Element>, kept: String) -> Self {
        let focused = acted.or_else(|| document().active_element());
        let focus = focused.as_ref().and_then(|stop| {
            let (named, around) = Named::around(stop)?;
            let stops = around.query_selector_all(STOPS).ok()?;
            let place = (0..stops.length()).find(|place| stops.get(*place).as_deref() == Some(&**stop));
            // What has a name itself is none of its own stops.
            Some((named, place.map_or(0, |place| place + 1)))
        });
        // What stays in the window says nothing of where the page is.
        let in_page = focused.filter(|stop| is_within(stop, "main") && is_in_window(stop) && !stays(stop));
        let seen = |part: Element| {
            let (named, part) = Named::around(&part).filter(|(_, part)| is_shown(part))?;
            Some((named, part.get_bounding_client_rect().top()))
        };
        let seen = in_page.and_then(seen).or_else(|| seen(first_in_window()?));
        Self {
            scrolled_px: window().scroll_y().unwrap_or_default(),
            seen,
            focus,
            kept,
        }
    }

    pub(super) fn to_text(&self) -> String {
        let named = |named: &Named| [named.attribute.clone(), named.value.clone(), named.place.to_string()];
        let part = |found: Option<([String; 3], String)>| {
            let (named, number) = found.unwrap_or_default();
            named.into_iter().chain([number])
        };
        let seen = self
            .seen
            .as_ref()
            .map(|(name, top_px)| (named(name), in_tenths(*top_px)));
        let focus = self
            .focus
            .as_ref()
            .map(|(name, place)| (named(name), place.to_string()));
        let all = [in_tenths(self.scrolled_px)]
            .into_iter()
            .chain(part(seen))
            .chain(part(focus))
            .chain([self.kept.clone()]);
        all.collect::<Vec<_>>().join(&SEPARATOR.to_string())
    }

    pub(super) fn from_text(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.splitn(10, SEPARATOR).collect();
        let named = |place: usize| {
            Some(Named {
                attribute: (*parts.get(place)?).to_owned(),
                value: (*parts.get(place + 1)?).to_owned(),
                place: parts.get(place + 2)?.parse().ok()?,
            })
        };
        let px = |place: usize| Some(f64::from(parts.get(place)?.parse::<i32>().ok()?) / 10.0);
        Some(Self {
            scrolled_px: px(0)?,
            seen: named(1).zip(px(4)),
            focus: named(5).zip(parts.get(8).and_then(|place| place.parse().ok())),
            kept: (*parts.get(9)?).to_owned(),
        })
    }

    /// Moves the page to it, as far as it is there by now. Says whether what the reader looked at is.
    pub(super) fn take_up(&self) -> bool {
        let Some((named, top_px)) = &self.seen else {
            window().scroll_to_with_x_and_y(0.0, self.scrolled_px);
            return true;
        };
        let part = named.find().map(|part| (part, *top_px));
        if let Some((part, _)) = &part {
            unfold(part);
        }
        let Some((part, top_px)) = part.filter(|(part, _)| is_shown(part)) else {
            window().scroll_to_with_x_and_y(0.0, self.scrolled_px);
            return false;
        };
        let moved_px = part.get_bounding_client_rect().top() - top_px;
        if 0.5 <= moved_px.abs() {
            scroll_by(moved_px);
        }
        true
    }

    /// Gives the focus back. Says whether it is there.
    pub(super) fn focus(&self) -> bool {
        let Some((named, place)) = &self.focus else { return true };
        let Some(around) = named.find() else { return false };
        let stop = match place.checked_sub(1) {
            None => Some(around),
            Some(place) => {
                let stops = around.query_selector_all(STOPS).ok();
                stops.and_then(|stops| stops.get(place)?.dyn_into().ok())
            }
        };
        let Some(stop) = stop.and_then(|stop| stop.dyn_into::<HtmlElement>().ok()) else {
            return false;
        };
        focus_without_scrolling(&stop);
        true
    }
}

/// Tenths of a pixel as a whole number: to read fractions takes tables of 10 kB.
fn in_tenths(px: f64) -> String {
    (10.0 * px).round().to_string()
}

/// The part of the page at the top of the window.
fn first_in_window() -> Option<Element> {
    let parts = document()
        .query_selector_all(":is(main) :is([data-measure],[data-key],[id])")
        .ok()?;
    let height = window().inner_height().ok()?.as_f64()?;
    let parts = (0..parts.length()).filter_map(|place| parts.get(place)?.dyn_into::<Element>().ok());
    // What is higher than the window says little of where one is in it, and what stays in the window says nothing, nor does anything in it.
    let mut staying: Option<Element> = None;
    parts.into_iter().find(|part| {
        if staying.as_ref().is_some_and(|staying| staying.contains(Some(part))) {
            return false;
        }
        let rect = part.get_bounding_client_rect();
        let is_seen = 0.0 <= rect.top() && rect.top() < height && 0.0 < rect.height() && rect.height() < height;
        if is_seen && stays(part) {
            staying = Some(part.clone());
            return false;
        }
        is_seen
    })
}

/// Whether it stays in the window while the page is scrolled, as the filters do and the heads of columns.
fn stays(part: &Element) -> bool {
    let around = iter::successors(Some(part.clone()), |part| part.parent_element());
    let position = |element: Element| {
        let style = window().get_computed_style(&element).ok().flatten()?;
        style.get_property_value("position").ok()
    };
    around
        .filter_map(position)
        .any(|position| position == "sticky" || position == "fixed")
}

fn is_within(part: &Element, selector: &str) -> bool {
    part.closest(selector).is_ok_and(|found| found.is_some())
}

fn is_shown(part: &Element) -> bool {
    0.0 < part.get_bounding_client_rect().height()
}

fn is_in_window(part: &Element) -> bool {
    let rect = part.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    is_shown(part) && 0.0 < rect.bottom() && rect.top() < height.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_as_it_was_written() {
        let named = |value: &str, place| Named {
            attribute: "data-key".to_owned(),
            value: value.to_owned(),
            place,
        };
        for position in [
            Position {
                scrolled_px: 1234.0,
                seen: Some((named("a \"b\"", 1), -7.0)),
                focus: Some((named("2020-01", 0), 3)),
                kept: "1\u{1f}2\n3".to_owned(),
            },
            Position {
                scrolled_px: 0.0,
                seen: None,
                focus: None,
                kept: String::new(),
            },
        ] {
            assert_eq!(Position::from_text(&position.to_text()), Some(position));
        }
        for other in ["", "1", "x\u{1f}y"] {
            assert_eq!(Position::from_text(other), None, "{other:?}");
        }
    }
}
