//! Slip charts, each with the list that says the same.

use maud::{Markup, PreEscaped, html};

use crate::domain::keyed::Keyed;
use crate::render::html::text::{link, links};
use crate::view::{Action, FileForm, KnownView, PromiseView, SaidView, SlipChartView, SlipsView};
use crate::words::{plot, slips as words};

/// The page of all systems. `message` is the result of saving it.
pub fn slips(slips: &SlipsView, message: &str) -> Markup {
    html! {
        article.thing-page.slips-page {
            div.slips-head {
                h1 tabindex="-1" { (words::HEADING) }
                p.summary { (words::ABOUT) }
                @if let Some(sources) = &slips.sources { p.other-sources { (sources) } }
            }
            (reading(&slips.known, !slips.charts.is_empty(), message))
            @if slips.charts.is_empty() { p.nothing { (words::NOTHING) } }
            @for chart in &slips.charts {
                section.slip-section aria-labelledby=(chart.heading_id()) {
                    h2 id=(chart.heading_id()) tabindex="-1" { (link(&chart.system)) @if let Some(name) = &chart.name { " " small { (name) } } }
                    (slip_chart(chart))
                }
            }
            @if !slips.without.is_empty() { p.slip-without { (words::WITHOUT) (links(&slips.without)) "." } }
        }
    }
}

/// How a chart is read, what is known, and the buttons that save it.
pub fn reading(known: &KnownView, has_charts: bool, message: &str) -> Markup {
    html! {
        div.slip-reading {
            p { (words::READING) }
            p {
                (known.words)
                @if let Some((day, says)) = &known.as_known {
                    " " (words::MORE_KNOWN)
                    button.quiet type="button" data-do=(Action::TellAsOf(*day).to_attribute()) { (says) }
                }
            }
            @if has_charts { (key()) (save_buttons(message)) }
        }
    }
}

/// The buttons that save a drawing, and the result.
pub fn save_buttons(message: &str) -> Markup {
    html! {
        div.save role="group" aria-label=(plot::TOOLS[1]) {
            @for form in FileForm::ALL {
                button type="button" data-save=(form.key()) data-do=(Action::SaveDrawing(*form).to_attribute()) {
                    (form.label())
                }
            }
            span role="status" data-saved="" { (message) }
        }
    }
}

/// What the marks and lines mean.
pub(super) fn key() -> Markup {
    let [said, period, put_off, came, in_part, past] = words::KEY;
    let entry = |says: &str, drawn: &Markup| {
        html! { li { svg.slip-key width="24" height="14" aria-hidden="true" { (drawn) } " " (says) } }
    };
    html! {
        ul.course-key {
            (entry(said, &html! { circle.said cx="12" cy="7" r="3.75" {} }))
            (entry(period, &html! { line.period x1="12" y1="1" x2="12" y2="13" {} circle.said cx="12" cy="3.5" r="3" {} }))
            (entry(put_off, &html! { line.slip-line x1="12" y1="1" x2="12" y2="13" {} }))
            (entry(past, &html! { line.past x1="1" y1="7" x2="23" y2="7" {} }))
            (entry(came, &html! { line.diagonal x1="5" y1="14" x2="19" y2="0" {} circle.came cx="12" cy="7" r="4.5" {} }))
            (entry(in_part, &html! { line.diagonal x1="5" y1="14" x2="19" y2="0" {} circle.launched cx="12" cy="7" r="3" {} }))
        }
    }
}

/// A chart and its list.
pub fn slip_chart(chart: &SlipChartView) -> Markup {
    let [said, promised, by] = words::COLUMNS;
    html! {
        div.slip-pair data-slips=(chart.key) {
            div.slip-drawing { (PreEscaped(&chart.drawing)) }
            table.slip-list {
                caption.for-listeners { (words::table(&chart.system.text)) }
                thead { tr { th scope="col" { (said) } th scope="col" { (promised) } th scope="col" { (by) } } }
                @for (place, promise) in chart.promises.iter().enumerate() { (one_promise(place + 1, promise)) }
                @if !chart.launched.is_empty() {
                    tbody {
                        tr.slip-promise { th colspan="3" scope="rowgroup" { (words::LAUNCHED) } }
                        @for line in &chart.launched { (said_line(line)) }
                    }
                }
            }
        }
    }
}

fn one_promise(number: usize, promise: &PromiseView) -> Markup {
    html! {
        tbody data-promise=(number) {
            tr.slip-promise {
                th colspan="3" scope="rowgroup" {
                    b.slip-number { (number) } " " (promise.of)
                    @if !promise.course.is_empty() { " " small { (promise.course) } }
                }
            }
            @for line in &promise.lines { (said_line(line)) }
        }
    }
}

fn said_line(line: &SaidView) -> Markup {
    let (datetime, on) = &line.on;
    html! {
        tr.has-come[line.due.is_none()] data-line=[line.line.route.fact.as_ref()] {
            td { @match datetime { Some(datetime) => time datetime=(datetime) { (on) }, None => (on) } }
            td {
                @match &line.due { Some(due) => (due), None => b { (words::CAME) } }
                @if let Some(moved) = &line.moved { " " small { (moved) } }
            }
            td {
                (link(&line.line))
                @if let Some(page) = &line.page {
                    "; " a href=(page.url) rel="noopener noreferrer" target="_blank" title=(page.days) { (page.publisher) }
                }
            }
        }
    }
}
