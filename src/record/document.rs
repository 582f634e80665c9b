//! The record itself, made when the page is built.

mod line;
mod lists;
mod measure;
mod ties;

use maud::{Markup, html};

use crate::dataset::{Dataset, Home};
use crate::domain::date::PartialDate;
use crate::domain::id::SourceId;
use crate::record::document::line::note;
use crate::record::document::measure::{of_measure, of_report};
use crate::route::{Page, Route};

/// The most measures that stand in the page as a readable document: with more the document would be larger than all the rest
/// of the page.
pub const MOST_MEASURES: usize = 2000;

/// The record as HTML: contents, then source by source every measure and every section of a general report with all their
/// facts and commitments, then every document and body.
///
/// With each stand its words, dates, place in the source, the editors' remarks, and as links what it cites, what shows an
/// outcome and what it is tied to. Left to the app, because the document must stay small beside the rest of the page: what
/// follows from these (who has to do with what, counts, the tie told from its other side), whom a line names besides its
/// owners, the remark on a tie of lines, other spellings of a number, the glossary and the Presidency rota.
///
/// As of the edition's date. With more than [`MOST_MEASURES`] it says that it is left out.
pub fn html(dataset: &Dataset) -> String {
    let status_date = PartialDate::of_day(dataset.edition.status_date).in_words();
    let head = html! {
        h1 id=(address(Page::Table)) { "The record as a document" }
        p {
            (dataset.edition.title) ": Council document " (dataset.edition.id) ", as reported on " (status_date) ". "
            "An unofficial presentation; summaries and status are the editors’ reading, and the source decides."
        }
    };
    if MOST_MEASURES < dataset.measures.len() {
        let left_out = html! {
            (head)
            p { "With " (dataset.measures.len()) " measures the record would be too long to stand here as a document. It needs the app." }
        };
        return in_main(&left_out, dataset);
    }
    let record = html! {
        (head)
        (contents(dataset))
        @for source in &dataset.sources {
            section.record-source {
                h2 { (source.number) " · " (source.title) }
                p {
                    (PartialDate::of_day(source.date).in_words())
                    @if let Some(marking) = &source.marking { " · marked " (marking) }
                    @if let Some(previous) = &source.previous { " · continues " (previous) }
                    @if let Some(url) = &source.url { " · " a href=(url) rel="noopener noreferrer" { "register ↗" } }
                }
                (note(source.note.as_deref()))
                @for (place, measure) in dataset.measures.iter().enumerate() {
                    @if measure.source == source.id { (of_measure(measure, Home::Measure(place), dataset)) }
                }
                @for (place, report) in dataset.reports.iter().enumerate() {
                    @if report.source == source.id { (of_report(report, Home::Report(place), dataset)) }
                }
            }
        }
        (lists::documents(dataset))
        (lists::bodies(dataset))
    };
    in_main(&record, dataset)
}

/// The element that the style knows, and that the app takes away; its head stands on each sheet of paper.
fn in_main(record: &Markup, dataset: &Dataset) -> String {
    let source = dataset.edition.source_in_words();
    let main = html! {
        main #record.frame {
            div.running-head aria-hidden="true" { p { (source) } p.running-subject { "The record as a document" } }
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
    html! {
        nav.record-contents aria-labelledby="record-contents" {
            h2 #record-contents { "Contents" }
            @for source in &dataset.sources {
                @let measures = measures_of(&source.id);
                h3 { (source.number) ": " (counted(measures.len())) }
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
                    h4 { "General report" }
                    ol {
                        @for report in sections {
                            li { a href=(link(Page::Report(report.id.clone()))) { (report.title) } }
                        }
                    }
                }
            }
            h3 { "Lists" }
            ol {
                li { a href="#/documents" { "Documents" } }
                li { a href="#/actors" { "Bodies, systems and partners" } }
            }
        }
    }
}

fn counted(measures: usize) -> String {
    match measures {
        1 => "1 measure".to_owned(),
        count => format!("{count} measures"),
    }
}

/// The address of a page, as a link within this one names it.
fn link(page: Page) -> String {
    format!("#{}", address(page))
}

/// The address of a page, which is the id of what stands for it here.
fn address(page: Page) -> String {
    route_to(page, None).to_fragment()
}

/// The address of a line: that of its page, with the line named.
fn address_of_line(page: Page, id: &str) -> String {
    route_to(page, Some(id.to_owned())).to_fragment()
}

fn route_to(page: Page, fact: Option<String>) -> Route {
    Route {
        page,
        fact,
        ..Route::default()
    }
}
