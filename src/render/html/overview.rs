//! The strip of the whole period.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Ink, histogram_svg};
use crate::domain::keyed::Keyed;
use crate::render::html::frame::{Places, place};
use crate::timeline::BrushPart;
use crate::view::{Action, HandleView, OverviewView, StripDrawing};
use crate::words::overview as words;

/// The strip with the words below it, and beside them the key of the view.
pub fn overview(text: Places<'_>, key: &Markup) -> Markup {
    html! {
        div.overview role="group" aria-label=(words::LABEL) {
            div.overview-strip data-overview { (place("strip-drawing", text)) (place("strip-brush", text)) }
            div.overview-foot { (place("strip-words", text)) (key) }
        }
    }
}

/// The facts and the terms, as high as that; empty where there is no width yet. `colors` are the keys of the colours, by number.
pub fn strip_drawing(drawing: Option<&StripDrawing>, colors: &[String], height_px: f64) -> Markup {
    let svg = drawing.map(|drawing| {
        let StripDrawing { bars, bands, scale } = drawing;
        PreEscaped(histogram_svg(bars, colors, *scale, bands, height_px, Ink::Page))
    });
    html! { div.overview-drawing { @if let Some(svg) = svg { (svg) } } }
}

/// The selected period and its two ends.
pub fn brush(overview: &OverviewView) -> Markup {
    let [from, _] = &overview.handles;
    html! {
        @if let Some(width) = &overview.brush_width {
            div.brush data-key="brush" data-style={ "left: " (from.left) "; width: " (width) ";" } aria-hidden="true" {}
        }
        @for end in &overview.handles { (handle(end)) }
    }
}

fn handle(handle: &HandleView) -> Markup {
    let (key, (first, last)) = (handle.part.key(), handle.months);
    html! {
        div.brush-handle.is-end[handle.part == BrushPart::To] role="slider" tabindex="0" data-key=(key) data-handle=(key)
            aria-label=(handle.part.label()) aria-valuemin=(first) aria-valuemax=(last) aria-valuenow=(handle.month)
            aria-valuetext=(handle.day) data-style={ "left: " (handle.left) ";" } {}
    }
}

/// The line below the strip.
pub fn overview_words(overview: &OverviewView) -> Markup {
    html! {
        p.overview-words {
            (overview.words)
            @if overview.has_window {
                " " button.quiet type="button" data-all-time data-do=(Action::ShowAllTime.to_attribute()) { (words::ALL_TIME) }
            }
        }
    }
}
