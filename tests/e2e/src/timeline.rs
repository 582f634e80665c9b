//! The reader's verbs at the timeline and at the strip above it, by pointer and by keyboard.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::json;

/// The lines of the drawing.
pub const LINES: &str = "[data-lines]";
/// The calendar above them.
pub const CALENDAR: &str = ".plot-calendar";
/// The strip of the whole period.
pub const STRIP: &str = "[data-overview]";

impl Reader {
    /// The first and the last day that the drawing shows.
    pub fn days_in_view(&self) -> Result<(String, String)> {
        let body = "const plot = document.querySelector('[data-plot]'); return [plot.dataset.from, plot.dataset.to]";
        let days = self.texts(body)?;
        let [from, to] = <[String; 2]>::try_from(days).map_err(|days| anyhow::anyhow!("no two days: {days:?}"))?;
        Ok((from, to))
    }

    /// How many facts the list beside the drawing says are in view.
    pub fn facts_in_view(&self) -> Result<usize> {
        let count = self.text("return document.querySelector('[data-facts-in-view]').dataset.factsInView")?;
        count.parse().with_context(|| format!("`{count}` is no count"))
    }

    /// The ids of the facts in the list, from top to bottom.
    pub fn listed_facts(&self) -> Result<Vec<String>> {
        self.texts(
            "return [...document.querySelectorAll('[data-fact-in-view]')].map((line) => line.dataset.factInView)",
        )
    }

    /// How many facts all the marks of the drawing stand for.
    pub fn facts_drawn(&self) -> Result<usize> {
        let body = "return [...document.querySelectorAll('[data-mark]')].reduce((sum, mark) => sum + Number(mark.dataset.facts), 0)";
        let count = self.session().script(body, &[])?.as_u64().context("no number")?;
        Ok(usize::try_from(count)?)
    }

    /// The drawing's lanes, from top to bottom.
    pub fn lanes(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-lane]')].map((lane) => lane.dataset.lane)")
    }

    /// Chooses what the lanes stand for.
    pub fn choose_lanes(&self, key: &str) -> Result<()> {
        self.session()
            .click(&format!("select[data-choice=lanes] option[value='{key}']"), 0)
    }

    /// Presses and releases the key of a character, wherever the focus is.
    pub fn press_character(&self, character: char) -> Result<()> {
        self.session().press_character(character)
    }

    /// Folds a lane, or unfolds it.
    pub fn turn_lane(&self, key: &str) -> Result<()> {
        self.session().click(&format!("[data-turn='{key}']"), 0)
    }

    /// Presses one of the buttons that move the drawing: `earlier`, `later`, `in`, `out`, `fit`.
    pub fn press_motion(&self, name: &str) -> Result<()> {
        self.session().click(&format!("[data-motion='{name}']"), 0)
    }

    /// Saves the drawing in that form, and says what the page says of it.
    pub fn save_drawing(&self, form: &str) -> Result<()> {
        self.session().click(&format!("[data-save='{form}']"), 0)
    }

    /// What the page says of the file that was saved.
    pub fn said_of_saving(&self) -> Result<String> {
        self.text("return document.querySelector('[data-saved]').textContent")
    }

    /// Drags with the pointer over an element, from one share of its width to another, 20 pixels below its top.
    pub fn drag(&self, selector: &str, from: f64, to: f64) -> Result<()> {
        let (left, top, width) = self.place_of(selector)?;
        let at = |share: f64| (left + share * width, top + 20.0);
        self.session().drag(at(from), at(to))
    }

    /// Drags over the strip to the middle of one of its months, counted from its first: from the handle of that name, or without one from
    /// the middle of another month.
    pub fn drag_months(&self, end: Option<&str>, from: i64, to: i64) -> Result<()> {
        let (left, top, width) = self.place_of(STRIP)?;
        let (first, last) = self.months(0)?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred months")]
        let middle = |month: i64| {
            (
                left + width * (month as f64 + 0.5) / (last - first + 1) as f64,
                top + 20.0,
            )
        };
        let begin = match end {
            Some(end) => {
                let (left, _, width) = self.place_of(&format!("[data-handle={end}]"))?;
                (left + width / 2.0, top + 20.0)
            }
            None => middle(from),
        };
        self.session().drag(begin, middle(to))
    }

    /// The months at which the handles of the strip stand, counted from its first.
    pub fn selected_months(&self) -> Result<(i64, i64)> {
        let (first, _) = self.months(0)?;
        let (from, to) = self.months(1)?;
        Ok((from - first, to - first))
    }

    /// Of the handles: the first and the last month of the strip (0), or where they stand (1).
    fn months(&self, which: usize) -> Result<(i64, i64)> {
        let body = "const [from, to] = ['from', 'to'].map((end) => document.querySelector(`[data-handle=${end}]`));
            return [[from.ariaValueMin, from.ariaValueMax], [from.ariaValueNow, to.ariaValueNow]].map((pair) => pair.map(Number))";
        let found = self.session().script(body, &[])?;
        let number = |at: usize| found[which][at].as_i64().context("no month");
        Ok((number(0)?, number(1)?))
    }

    /// Turns the wheel over the middle of an element; down zooms out. WebDriver has no wheel in WebKit, so the page gets the
    /// event that a wheel would send.
    pub fn turn_wheel(&self, selector: &str, share: f64, down_px: f64, has_ctrl: bool) -> Result<()> {
        let body = "const [selector, share, deltaY, ctrlKey] = arguments, over = document.querySelector(selector);
            const {left, top, width} = over.getBoundingClientRect();
            over.dispatchEvent(new WheelEvent('wheel', {deltaY, ctrlKey, clientX: left + share * width, clientY: top + 20,
                bubbles: true, cancelable: true}))";
        let arguments = [json!(selector), json!(share), json!(down_px), json!(has_ctrl)];
        self.session().script(body, &arguments).map(|_| ())
    }

    /// Puts two fingers on an element, at two shares of its width, moves them to two others, and takes them off. WebDriver
    /// has no two fingers in every engine, so the page gets the events that they would send.
    pub fn pinch(&self, selector: &str, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let body = "const [selector, from, to] = arguments, over = document.querySelector(selector);
            const {left, top, width} = over.getBoundingClientRect();
            const send = (kind, finger, share) => over.dispatchEvent(new PointerEvent(kind, {pointerId: 100 + finger,
                pointerType: 'touch', isPrimary: finger === 0, button: 0, buttons: 1, clientX: left + share * width, clientY: top + 20,
                bubbles: true, cancelable: true}));
            for (const finger of [0, 1]) send('pointerdown', finger, from[finger]);
            for (const step of [0.25, 0.5, 0.75, 1]) {
                for (const finger of [0, 1]) send('pointermove', finger, from[finger] + step * (to[finger] - from[finger]));
            }
            for (const finger of [0, 1]) send('pointerup', finger, to[finger])";
        let arguments = [json!(selector), json!([from.0, from.1]), json!([to.0, to.1])];
        self.session().script(body, &arguments).map(|_| ())
    }

    /// Pinches, lets both fingers go outside of the element, and moves one finger over it by a share of its width.
    pub fn pinch_and_pan(&self, selector: &str, from: (f64, f64), to: (f64, f64), by: f64) -> Result<()> {
        let body = "const [selector, from, to, by] = arguments, over = document.querySelector(selector);
            const {left, top, width} = over.getBoundingClientRect();
            const send = (kind, finger, share) => over.dispatchEvent(new PointerEvent(kind, {pointerId: 100 + finger,
                pointerType: 'touch', isPrimary: finger % 10 === 0, button: 0, buttons: 1, clientX: left + share * width, clientY: top + 20,
                bubbles: true, cancelable: true}));
            for (const finger of [0, 1]) send('pointerdown', finger, from[finger]);
            for (const finger of [0, 1]) send('pointermove', finger, to[finger]);
            send('pointerdown', 10, 0.5);
            for (const step of [0.5, 1]) send('pointermove', 10, 0.5 + step * by);
            send('pointerup', 10, 0.5 + by)";
        let arguments = [json!(selector), json!([from.0, from.1]), json!([to.0, to.1]), json!(by)];
        self.session().script(body, &arguments).map(|_| ())
    }

    /// Puts the focus on the first element that matches.
    pub fn focus_on(&self, selector: &str) -> Result<()> {
        let body = "document.querySelector(arguments[0]).focus()";
        self.session().script(body, &[json!(selector)]).map(|_| ())
    }

    /// What a screen reader says of the mark to which the keyboard has walked; nothing where there is none.
    pub fn mark_read_out(&self) -> Result<String> {
        self.text(
            "const marks = document.activeElement, id = marks.getAttribute('aria-activedescendant');
             const mark = id && document.getElementById(id);
             return mark?.getAttribute('role') === 'option' ? mark.getAttribute('aria-label') : ''",
        )
    }

    /// Clicks the first mark that stands for several facts, and says for how many.
    pub fn click_count(&self) -> Result<usize> {
        let body = "const marks = [...document.querySelectorAll('[data-mark]')], mark = marks.find((mark) => Number(mark.dataset.facts) > 1);
            mark?.scrollIntoView({block: 'center'});
            const {left, top, width, height} = mark.getBoundingClientRect();
            return [Number(mark.dataset.facts), left + width / 2, top + height / 2]";
        let found = self.session().script(body, &[])?;
        let number = |at: usize| found[at].as_f64().context("no mark stands for several");
        // WebKit's driver clicks no element of a drawing, but any place of the window.
        self.session().click_at((number(1)?, number(2)?))?;
        let count = found[0].as_u64().context("no mark stands for several")?;
        Ok(usize::try_from(count)?)
    }

    /// How many links the open card has.
    pub fn links_in_card(&self) -> Result<usize> {
        let links =
            self.texts("return [...document.querySelectorAll('[data-card].is-open a')].map((link) => link.hash)")?;
        Ok(links.len())
    }

    /// How far an element's left edge and its top are from those of the window, and its width, in pixels.
    fn place_of(&self, selector: &str) -> Result<(f64, f64, f64)> {
        let body = "const element = document.querySelector(arguments[0]);
            element.scrollIntoView({block: 'center'});
            // In WebKit the boxes of a page that has `zoom` are not measured in pixels of the window.
            const zoom = document.documentElement.clientWidth / document.body.getBoundingClientRect().width;
            const {left, top, width} = element.getBoundingClientRect();
            // What is taller than the window is touched where it is seen, below the bar and the calendar.
            return [left * zoom, top < 0 ? 240 : top * zoom, width * zoom]";
        let place = self.session().script(body, &[json!(selector)])?;
        let number = |at: usize| place[at].as_f64().with_context(|| format!("no place of {selector}"));
        Ok((number(0)?, number(1)?, number(2)?))
    }
}
