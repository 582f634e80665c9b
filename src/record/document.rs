//! The record itself, made when the page is built.

mod lists;

use maud::{Markup, html};

use crate::chart::timeline_of_measure;
use crate::dataset::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::id::SourceId;
use crate::domain::vocabulary::Wording;
use crate::query::Index;
use crate::render::html::{Medium, editor_note, measure_aside, measure_head, measure_lines, report, trail as trail_of};
use crate::route::{Page, Route};
use crate::view::Context;
use crate::words::{about, document, later, line, record as words};

/// The most measures for which the page has a readable document: with more, it would be larger than the rest of the page.
pub const MOST_MEASURES: usize = 2000;

/// The record as HTML: contents, then source by source every measure and every section of a general report with all their facts
/// and commitments, then the later facts by priority, every document and every body.
///
/// Each is its page in the app, without what needs the app. Also left out, because the document must stay small: what follows from
/// the rest (the Presidency in office on a date, a tie seen from its other side, the lines of a report on the pages of their
/// measures), the remark on a tie of lines, whom a later fact names and what it bears on without settling it, the glossary and the Presidency rota.
///
/// As of the edition's date. With more than [`MOST_MEASURES`] it only says that it is left out.
pub fn html(dataset: &Dataset) -> String {
    let status_date = PartialDate::of_day(dataset.edition.status_date).in_words();
    let head = html! {
        h1 id=(address(Page::Table)) { (words::HEADING) }
        p { (words::about(&dataset.edition.title, &status_date, dataset.vocabulary.disclaimer())) }
    };
    if MOST_MEASURES < dataset.measures.len() {
        let left_out = html! {
            (head)
            p { (words::too_long(dataset.measures.len())) }
        };
        return in_main(&left_out, dataset);
    }
    let index = Index::new(dataset);
    let mut context = Context::new(dataset, &index, dataset.edition.status_date, &[]);
    context.is_record = true;
    let record = html! {
        (head)
        (contents(dataset))
        @for source in &dataset.sources {
            section.record-source {
                h2 { (source.number) " · " (source.title) }
                p {
                    (PartialDate::of_day(source.date).in_words())
                    @if let Some(marking) = &source.marking { " · " (document::marked(marking)) }
                    @if let Some(previous) = &source.previous { " · " (document::CONTINUES) (previous) }
                    @if let Some(url) = &source.url { " · " a href=(url) rel="noopener noreferrer" { (line::REGISTER) } }
                }
                @if let Some(note) = &source.note { (editor_note(note)) }
                @for (place, measure) in dataset.measures.iter().enumerate() {
                    @if measure.source == source.id { (of_measure(place, &context)) }
                }
                @for (place, section) in dataset.reports.iter().enumerate() {
                    @if section.source == source.id { (report(&context.report(place), None, Medium::Record)) }
                }
            }
        }
        @if dataset.afterwards.is_some() { (lists::since(&index, &context)) }
        (lists::documents(dataset))
        (lists::bodies(&context))
    };
    in_main(&record, dataset)
}

/// Everything about the measure at that place of the dataset: its page in the app, without what moves there.
fn of_measure(place: usize, context: &Context<'_>) -> Markup {
    let measure = &context.dataset.measures[place];
    let page = Page::Measure(measure.id.clone());
    let view = context.measure(place);
    // Until the app is there, the room of its timeline is kept (`public/head.js`).
    let lanes = timeline_of_measure(place, context.day, context.dataset).lanes;
    let rows: usize = lanes.iter().map(|lane| lane.rows.len()).sum();
    html! {
        article.measure-page data-rows=[(0 < rows).then_some(rows)] id=(address(page.clone())) {
            (trail_to(page, context))
            div.measure-body {
                (measure_head(&view, Medium::Record))
                (measure_lines(&view, Medium::Record))
            }
            aside { (measure_aside(&view, None, Medium::Record)) }
        }
    }
}

/// The way to a page from the list that it stands in.
fn trail_to(page: Page, context: &Context<'_>) -> Markup {
    let trail = context.trail(&Route::to(page, None), None);
    trail.map(|trail| trail_of(&trail, Medium::Record)).unwrap_or_default()
}

/// The element that the style names and the app removes; its head is at the top of each sheet of paper.
fn in_main(record: &Markup, dataset: &Dataset) -> String {
    let source = dataset.source_in_words();
    let main = html! {
        section #record.frame aria-label=(words::HEADING) {
            div.running-head aria-hidden="true" { p { (source) } p.running-subject { (words::HEADING) } }
            div { (record) }
        }
    };
    main.into_string()
}

/// Every measure and section by its title, source by source and priority by priority.
fn contents(dataset: &Dataset) -> Markup {
    let measures_of = |source: &SourceId| {
        let of_source = dataset.measures.iter().filter(|measure| measure.source == *source);
        of_source.collect::<Vec<_>>()
    };
    let [documents, bodies] = words::LIST_NAMES;
    html! {
        nav.record-contents aria-labelledby="record-contents" {
            h2 #record-contents { (about::CONTENTS) }
            @for source in &dataset.sources {
                @let measures = measures_of(&source.id);
                h3 { (source.number) ": " (words::measures(measures.len())) }
                @for priority in &dataset.priorities {
                    @let listed: Vec<_> = measures.iter().filter(|measure| measure.priority == priority.id).collect();
                    @if !listed.is_empty() {
                        h4 { (priority.title) }
                        ol {
                            @for measure in listed {
                                li { (measure.number) " " a href=(link(Page::Measure(measure.id.clone()))) { (measure.title) } }
                            }
                        }
                    }
                }
                @let sections: Vec<_> = dataset.reports.iter().filter(|report| report.source == source.id).collect();
                @if !sections.is_empty() {
                    h4 { (dataset.vocabulary.heading(Wording::Report)) }
                    ol {
                        @for report in sections {
                            li { a href=(link(Page::Report(report.id.clone()))) { (report.title) } }
                        }
                    }
                }
            }
            h3 { (words::LISTS) }
            ol {
                @if dataset.afterwards.is_some() { li { a href=(link(Page::Since)) { (later::HEADING) } } }
                li { a href="#/documents" { (documents) } }
                li { a href="#/actors" { (bodies) } }
            }
        }
    }
}

/// The address of a page, as a link within this one names it.
fn link(page: Page) -> String {
    format!("#{}", address(page))
}

/// The address of a page, which is its id here.
fn address(page: Page) -> String {
    Route::to(page, None).to_fragment()
}
