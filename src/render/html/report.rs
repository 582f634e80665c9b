//! The page of a section of a general report.

use maud::{Markup, html};

use crate::render::html::compare::changes;
use crate::render::html::frame::trail;
use crate::render::html::line::facts;
use crate::render::html::list::rest;
use crate::render::html::marks::priority_swatch;
use crate::render::html::measure::measure_line;
use crate::render::html::medium::Medium;
use crate::render::html::since::since;
use crate::render::html::text::href;
use crate::view::{ChangesView, LineView, ReportView};
use crate::words::report as words;

/// All of it, and what is different about it between two editions.
pub fn report(report: &ReportView, difference: Option<&ChangesView>, medium: Medium) -> Markup {
    let (id, address) = (&report.id, &report.address);
    let [facts, follow_up] = words::SECTIONS;
    let swatch = report.color.filter(|_| medium.is_app());
    html! {
        article.thing-page.report-page data-report-page=[medium.in_app(id)] id=[medium.in_record(address)] {
            @if let Some(way) = &report.trail { (trail(way, medium)) }
            p.kicker {
                @if let Some(color) = swatch { (priority_swatch(color)) }
                (report.kicker)
            }
            (medium.title(&html! { (report.title) }))
            @if !report.sections.is_empty() { (sections(report, medium)) }
            (lines("facts", facts, &report.facts, medium))
            (lines("follow-up", follow_up, &report.follow_up, medium))
            @if let Some(later) = &report.since { (since(later, medium)) }
            @if let Some(difference) = difference { (changes(difference)) }
            @if !report.measures.is_empty() {
                (medium.named_heading("measures", &html! { (words::MEASURES) small { (report.measure_list.count) } }))
                ul.measure-list data-list=(report.measure_list.name) {
                    @for measure in &report.measures { (measure_line(measure)) }
                }
                (rest(&report.measure_list))
            }
        }
    }
}

/// In the record every section has such a list: there it is no landmark, because ten of one name would say nothing.
fn sections(report: &ReportView, medium: Medium) -> Markup {
    let list = html! {
        ul {
            @for (section, is_this) in &report.sections {
                li { a href=(href(section)) aria-current=[is_this.then_some("page")] { (section.text) } }
            }
        }
    };
    match medium {
        Medium::App => html! { nav.contents-line aria-label=(report.list_label) { (list) } },
        Medium::Record => html! { div.contents-line { (list) } },
    }
}

fn lines(name: &str, heading: &str, lines: &[LineView], medium: Medium) -> Markup {
    html! {
        @if !lines.is_empty() {
            (medium.named_heading(name, &html! { (heading) small { (lines.len()) } }))
            (facts(lines, medium))
        }
    }
}
