//! What is beside a drawing of lanes.

use maud::{Markup, html};

use crate::chart::FactWords;
use crate::domain::keyed::Keyed;
use crate::render::html::frame::{Places, place};
use crate::render::html::text::href;
use crate::route::Page;
use crate::view::{Action, CardView, HeadView, Link};
use crate::words::plot as words;

/// A drawing of lanes with its names and controls; `label` says what it shows.
pub fn plot(label: &str, text: Places<'_>) -> Markup {
    html! {
        div.plot data-plot {
            div.plot-names {}
            div.plot-calendar data-place="plot-calendar" { (text("plot-calendar")) }
            div.plot-lines data-lines tabindex="0" role="group"
                aria-label=(words::lines(label)) {
                div.plot-marks data-place="plot-marks" data-marks tabindex="-1" role="group"
                    aria-label=(words::MARKS) {
                    (text("plot-marks"))
                }
                (place("ring", text))
                (place("card", text))
            }
            div.plot-heads data-place="plot-heads" { (text("plot-heads")) }
        }
    }
}

/// The names of the lines, the first of them at that offset; `heights_px` are those of the head of a lane and of a row.
pub fn heads(heads: &[HeadView], above_px: f64, heights_px: (f64, f64), can_fold: bool) -> Markup {
    html! {
        div data-key="above" aria-hidden="true" data-style={ "height: " (above_px) "px;" } {}
        @for head in heads { (one_head(head, heights_px, can_fold)) }
    }
}

fn one_head(head: &HeadView, (lane_px, row_px): (f64, f64), can_fold: bool) -> Markup {
    match head {
        HeadView::Lane {
            key: lane,
            color,
            title,
            count,
            of_all,
            is_folded,
        } => html! {
            div.plot-head.is-lane data-key={ "lane " (lane) } data-lane=(lane) data-color=[color.map(Keyed::key)] data-style={ "height: " (lane_px) "px;" } {
                @if can_fold {
                    button.lane-turn type="button" data-turn=(lane) aria-expanded=(!is_folded) data-do=(Action::FoldLane(lane.clone()).to_attribute()) {
                        span.lane-arrow aria-hidden="true" {} span.lane-name { (title) } " " small { (count) @if let Some([of_all, why]) = of_all { " " span title=(why) { (of_all) } } }
                    }
                } @else {
                    span.lane-name { (title) }
                }
            }
        },
        HeadView::Row {
            lane,
            number,
            title,
            link,
        } => html! {
            div.plot-head data-key={ "row " (lane) " " (number) " " (title) } data-measure=[link.as_deref().and_then(measure)]
                data-style={ "height: " (row_px) "px;" } {
                span.row-number { (number) } " "
                @match link {
                    Some(link) => a href=(href(link)) { (title) },
                    None => span.row-title { (title) },
                }
            }
        },
    }
}

/// The id of the measure to which a link leads.
fn measure(link: &Link) -> Option<&str> {
    match &link.route.page {
        Page::Measure(id) => Some(id.as_str()),
        _ => None,
    }
}

/// The card of a mark.
pub fn card(card: &CardView) -> Markup {
    let (left_px, top_px) = card.at_px;
    let [zoom_in, close] = words::CARD_TOOLS;
    html! {
        div.mark-card.is-left[card.is_left].is-above[card.is_above].is-open[card.is_open] data-card data-count=(card.count)
            role=[card.is_open.then_some("dialog")] aria-label=[card.is_open.then_some(words::CARD)]
            aria-hidden=[(!card.is_open).then_some("true")] data-style={ "left: " (format_args!("{left_px:.1}")) "px; top: " (format_args!("{top_px:.1}")) "px;" } {
            @match card.facts.as_slice() {
                [(fact, link)] => (one_fact(fact, link, card.is_open)),
                facts => (several(facts, card)),
            }
            @if card.is_open {
                p.mark-card-tools {
                    @if 1 < card.count { button type="button" data-nearer { (zoom_in) } " " }
                    button type="button" data-close { (close) }
                }
            }
        }
    }
}

fn one_fact(fact: &FactWords, link: &Link, is_open: bool) -> Markup {
    html! {
        p.mark-card-kind { b { (fact.date) } " · " (fact.kind) }
        p { (fact.text) }
        @if !fact.who.is_empty() { p.mark-card-who { (fact.who.join(", ")) } }
        p.mark-card-source { (linked(&fact.place, link, is_open)) " · " (fact.source) }
    }
}

fn several(facts: &[(FactWords, Link)], card: &CardView) -> Markup {
    let rest = card.count.saturating_sub(facts.len());
    html! {
        p.mark-card-kind { b { (words::facts(card.count)) } }
        ul {
            @for (fact, link) in facts {
                li { b { (fact.short_date) } " " (linked(&fact.text, link, card.is_open)) " " small { (fact.place) } }
            }
        }
        @if 0 < rest {
            p.mark-card-source { (words::more_facts(rest, card.is_open)) }
        }
    }
}

fn linked(text: &str, link: &Link, is_open: bool) -> Markup {
    html! { @if is_open { a href=(href(link)) { (text) } } @else { span { (text) } } }
}

/// Around the mark to which the keyboard has walked.
pub fn ring(left_px: f64, middle_px: f64, width_px: f64, has_focus: bool) -> Markup {
    let style = format!("left: {left_px:.1}px; top: {middle_px:.1}px; width: {width_px:.1}px;");
    html! { div.mark-ring.has-focus[has_focus] data-ring aria-hidden="true" data-style=(style) {} }
}
