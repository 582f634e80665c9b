//! The rows of the table of measures.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query::Column;
use crate::render::html::marks::{presidency_strip, priority_swatch, status_glyph};
use crate::render::html::text::{href, links, marked};
use crate::view::{RowView, TableGroup, TableRow};
use crate::words::{self, lists, names, table};

/// Rows with those columns. If the page has only some of them, `first` is the number of the first one, from 0, and each states its own.
pub fn table_rows(rows: &[RowView], columns: &[Column], first: Option<usize>, own: &Vocabulary) -> Markup {
    html! {
        @for (place, row) in rows.iter().enumerate() {
            // The heads of the columns are the first row.
            @let number = first.map(|first| first + place + 2);
            @match row {
                RowView::Group(group) => (group_row(group, columns, number)),
                RowView::Measure(measure) => (measure_row(measure, columns, number, own)),
            }
        }
    }
}

fn group_row(group: &TableGroup, columns: &[Column], number: Option<usize>) -> Markup {
    html! {
        tr role="row" class="group-row" aria-rowindex=[number] {
            th role="rowheader" scope="rowgroup" colspan=(columns.len()) {
                @if let Some(priority) = &group.priority { (priority_swatch(*priority)) }
                span role="heading" aria-level="2" {
                    (group.title) " " @if let Some(day) = &group.status_day { small { (day) } " " }
                    small { (group.count) @if group.count != group.total { (lists::of(group.total)) } }
                }
                @if let Some(report) = &group.report {
                    " " small class="group-report" { a href=(href(report)) { (report.text) } }
                }
            }
        }
    }
}

fn measure_row(row: &TableRow, columns: &[Column], number: Option<usize>, own: &Vocabulary) -> Markup {
    let definition = row.status.definition();
    html! {
        tr role="row" class="measure-row" data-measure=(row.id) aria-rowindex=[number] {
            td role="cell" class="number" { (row.number) }
            th role="rowheader" scope="row" class="title" {
                a href=(href(&row.link)) { (marked(&row.title)) }
                @if let Some(source) = &row.source { small class="source" { (source) } }
                @match &row.excerpt {
                    Some((place, line)) => p.excerpt.is-set-back[row.is_excerpt_set_back()] { span { (place) ": " } " " (marked(line)) },
                    None => p.gist.is-set-back[row.status_day.is_some()] { (marked(&row.gist)) },
                }
            }
            td role="cell" class="priority" data-label=(Column::Priority.label()) {
                span { @if let Some(color) = row.priority.color { (priority_swatch(color)) } " " (row.priority.name) }
            }
            td role="cell" class="working-party" data-label=(own.say(Column::WorkingParty.label())) { span { (links(&row.working_parties)) } }
            td role="cell" class="presidencies" data-label=(own.say(Column::Presidencies.label())) { (presidency_strip(&row.presidencies)) }
            td role="cell" class="status" data-set-back=[row.status_day.as_ref().map(|_| "")] data-label=(Column::Status.label()) {
                span class="status-mark" data-status=(row.status.key()) title=(definition) {
                    (status_glyph(row.status)) span { (own.status(row.status)) }
                }
                @if let Some(day) = &row.status_day { " " small class="status-day" { (day) } }
            }
            td role="cell" class="latest" data-label=(Column::Latest.label()) {
                @match &row.latest {
                    Some((text, date)) => { span class="latest-text" { (marked(text)) } " " small { @if let Some(date) = date { (date) } } },
                    None => small { (table::NO_FACT) },
                }
            }
            td role="cell" class="due" data-label=(Column::Due.label()) {
                @for due in &row.dues {
                    p { a href=(href(&due.link)) { (due.link.text) } " " small { (marked(&due.text)) } }
                }
                @if row.dues.is_empty() { small { (names::NO_DATE) } }
            }
            td role="cell" class="documents" data-label=(words::measure::DOCUMENTS[0]) { (row.documents) }
            @if columns.contains(&Column::Since) {
                td role="cell" class="since" data-label=(Column::Since.label()) {
                    @match &row.since {
                        Some((date, text)) => { a href=(href(date)) { (date.text) } " " span class="since-text" { (marked(text)) } },
                        None => small { (table::NOTHING_SINCE) },
                    }
                }
            }
        }
    }
}
