//! The rows of the table as HTML: a browser reads a text faster than it is told element by element.

use std::collections::HashMap;
use std::ops::Range;

use maud::{Markup, html};

use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::id::{BodyId, PriorityId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::query::{self, AsOf, Column, Facet, Grouping, Index, Query, highlight};
use crate::route::{Page, Route};
use crate::table::marks::{presidency_cells, priority_swatch, status_glyph};
use crate::table::{Row, Rows};

/// How many Presidencies have a cell: the one in office on the day that is told, and those before it.
const CELLS: usize = 5;

/// The places in the rota of the Presidencies that have a cell in every row: the usual ones, and those that are chosen.
pub fn shown_terms(day: Day, chosen: &[usize], dataset: &Dataset) -> Vec<usize> {
    let usual = dataset.rota.last_begun(CELLS, day);
    let is_shown = |term: &usize| usual.contains(term) || chosen.contains(term);
    (0..dataset.rota.terms().len()).filter(is_shown).collect()
}

/// All that rows say besides the measures themselves.
#[derive(Debug)]
pub struct Look<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The records as queries see them.
    pub index: &'a Index<'a>,
    /// How everything stands on the day that is told.
    pub standings: &'a AsOf,
    /// That day, where it is not the edition's: links keep it.
    pub as_of: Option<Day>,
    /// The folded words that are looked for.
    pub words: &'a [String],
    /// The places in the rota of the Presidencies that have a cell.
    pub terms: &'a [usize],
    /// How the rows are grouped.
    pub grouping: Grouping,
    /// How many measures each group has without the selection.
    pub totals: &'a HashMap<Option<String>, usize>,
}

impl Look<'_> {
    /// The rows with those numbers. Where not all rows stand in the page, each says which of them it is.
    pub fn html(&self, rows: &Rows<'_>, drawn: Range<usize>, is_part: bool) -> String {
        let mut text = String::new();
        for number in drawn {
            // The heads of the columns are the first row.
            let said = is_part.then_some(number + 2);
            let row = match rows.get(number) {
                Some(Row::Group(key, count)) => self.group(key, count, said),
                Some(Row::Measure(place)) => self.measure(place, said),
                None => break,
            };
            text.push_str(&row.0);
        }
        text
    }

    fn group(&self, key: Option<&str>, count: usize, number: Option<usize>) -> Markup {
        let facet = self.grouping.facet().unwrap_or(Facet::Priority);
        let value = key.and_then(|key| self.index.value(facet, key));
        let title = match value {
            Some(value) if facet == Facet::Priority => value.name.as_deref().unwrap_or(&value.label),
            Some(value) => &value.label,
            None if facet == Facet::WorkingParty => "No working party printed",
            None => "None",
        };
        let all = self.totals.get(&key.map(str::to_owned)).copied().unwrap_or_default();
        let report = self.dataset.reports.iter().find(|report| {
            let priority = report.priority.as_ref().map(PriorityId::as_str);
            facet == Facet::Priority && key.is_some() && priority == key
        });
        html! {
            tr role="row" class="group-row" aria-rowindex=[number] {
                th role="rowheader" scope="rowgroup" colspan=(Column::ALL.len()) {
                    @if facet == Facet::Priority { @if let Some(value) = value { (priority_swatch(&value.key)) } }
                    (title) " " small { (count) @if count != all { " of " (all) } }
                    @if let Some(report) = report {
                        " " small class="group-report" {
                            a href=(self.address(Page::Report(report.id.clone()))) { "general report" }
                        }
                    }
                }
            }
        }
    }

    fn measure(&self, place: usize, number: Option<usize>) -> Markup {
        let measure = &self.dataset.measures[place];
        let priority = self.dataset.priority(&measure.priority);
        let involvements = self.standings.involvements(place);
        let terms = self.terms.iter().map(|term| (*term, involvements[*term]));
        let definition = measure.status.definition();
        html! {
            tr role="row" class="measure-row" data-measure=(measure.id.as_str()) aria-rowindex=[number] {
                td role="cell" class="number" { (measure.number) }
                th role="rowheader" scope="row" class="title" { (self.title(measure)) }
                td role="cell" class="priority" data-label="Priority" {
                    span {
                        (priority_swatch(measure.priority.as_str())) " "
                        @if let Some(priority) = priority { (priority.short_title) }
                    }
                }
                td role="cell" class="working-party" data-label="Working party" {
                    span { (self.names(&measure.working_parties)) }
                }
                td role="cell" class="presidencies" data-label="Presidencies" {
                    ul class="presidency-strip" { (presidency_cells(terms, self.dataset)) }
                }
                td role="cell" class="status" data-label="Status" {
                    span class="status-mark" data-status=(measure.status.key()) title=(definition) {
                        (status_glyph(measure.status)) (measure.status.label())
                    }
                }
                td role="cell" class="latest" data-label="Latest fact" { (self.latest(measure, place)) }
                td role="cell" class="due" data-label="Next due" { (self.due(place)) }
                td role="cell" class="documents" data-label="Documents" { (measure.cited_documents()) }
            }
        }
    }

    /// Title, source where it is not the leading one, and where the words stand that the title does not hold.
    fn title(&self, measure: &Measure) -> Markup {
        // Its status is of the day of its source, which is not the edition's.
        let source = self.dataset.other_source(&measure.source);
        let excerpt = match self.words {
            [] => None,
            words => query::excerpt(measure, self.dataset, words),
        };
        html! {
            a href=(self.address(Page::Measure(measure.id.clone()))) { (self.marked(&measure.title)) }
            @if let Some(source) = source {
                small class="source" { (source.number) ", " (PartialDate::of_day(source.date).in_short()) }
            }
            @if let Some(excerpt) = excerpt {
                p class="excerpt" { span { (excerpt.place) ": " } " " (self.marked(&excerpt.text)) }
            }
        }
    }

    fn names(&self, bodies: &[BodyId]) -> Markup {
        let bodies = bodies.iter().filter_map(|id| self.dataset.body(id));
        html! {
            @for (number, body) in bodies.enumerate() {
                @if 0 < number { ", " }
                a href=(self.address(Page::Body(body.id.clone()))) { (body.short) }
            }
        }
    }

    fn latest(&self, measure: &Measure, place: usize) -> Markup {
        let event = self.standings.latest(place).map(|event| &measure.state_of_play[event]);
        html! {
            @if let Some(event) = event {
                span class="latest-text" { (self.marked(&event.text)) }
                " " small { @if let Some(when) = event.when { (When::in_short(when)) } }
            } @else {
                small { "none dated" }
            }
        }
    }

    fn due(&self, place: usize) -> Markup {
        let next = self.standings.next_due(place).filter(|next| !next.is_overdue);
        let overdue = self.standings.overdue(place);
        html! {
            @if let Some(next) = next { span { (next.due.in_short()) } }
            @if let Some(overdue) = overdue {
                @if next.is_some() { " " }
                span class="overdue" { "overdue since " (overdue.due.in_short()) }
            }
            @if next.is_none() && overdue.is_none() { small { "no date" } }
        }
    }

    /// The text with what is looked for marked.
    fn marked(&self, text: &str) -> Markup {
        html! {
            @if self.words.is_empty() {
                (text)
            } @else {
                @for segment in highlight(text, self.words) {
                    @if segment.hit { mark { (segment.text) } } @else { (segment.text) }
                }
            }
        }
    }

    /// The address of a page that can be copied and sent: without the selection, but as of the day that is told.
    fn address(&self, page: Page) -> String {
        let query = Query {
            as_of: self.as_of,
            ..Query::default()
        };
        let route = Route {
            page,
            query,
            ..Route::default()
        };
        format!("#{}", route.to_fragment())
    }
}
