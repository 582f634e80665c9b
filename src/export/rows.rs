//! What is shown, as rows of cells under heads.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dataset::Home;
use crate::domain::date::{Day, PartialDate};
use crate::domain::document::Document;
use crate::domain::id::short_code;
use crate::domain::keyed::Keyed;
use crate::export::cell::Cell;
use crate::export::line_row::Known;
use crate::export::shown::each_once;
use crate::export::{Shown, Told, line_row, measure_row};
use crate::query::{AsOf, Basis, BriefLine, Citing, Facet, Heat, HeatAxes, citing_documents};

/// What is shown, as rows.
pub(super) struct Rows<'a> {
    pub(super) told: Told<'a>,
    things: Things<'a>,
}

/// What a row stands for.
enum Things<'a> {
    Measures(Vec<usize>, Arc<AsOf>),
    Lines(Vec<BriefLine<'a>>),
    Briefed(Vec<Briefed<'a>>),
    Documents(Vec<usize>, Vec<Citing>),
    Heat(Heat, HeatAxes),
}

/// A line of a brief: whose, in which section, in which of its groups.
struct Briefed<'a> {
    brief: String,
    section: &'static str,
    groups: Vec<String>,
    /// The day of which the section tells.
    day: Day,
    /// Whether that day comes after all that is recorded.
    is_foreseen: bool,
    line: BriefLine<'a>,
}

impl<'a> Rows<'a> {
    /// The rows of what is shown.
    pub(super) fn new(told: Told<'a>, shown: Shown<'a>) -> Self {
        let things = match shown {
            Shown::Measures(places) => Things::Measures(each_once(places.into_iter()), told.index.on(told.as_of)),
            Shown::Documents(places) => Things::Documents(
                each_once(places.into_iter()),
                citing_documents(told.dataset, told.index),
            ),
            Shown::Heat { heat, axes, .. } => Things::Heat(heat, axes),
            Shown::Briefs(_) => Things::Briefed(briefed(&shown)),
            Shown::Facts(_)
            | Shown::Commitments(_)
            | Shown::Measure(_)
            | Shown::Report(_)
            | Shown::Body { .. }
            | Shown::Document(_) => {
                let records = shown.records(&told).into_iter();
                Things::Lines(records.map(|(home, record)| told.line(home, record)).collect())
            }
        };
        Self { told, things }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        match &self.things {
            Things::Measures(places, _) | Things::Documents(places, _) => places.len(),
            Things::Lines(lines) => lines.len(),
            Things::Briefed(lines) => lines.len(),
            Things::Heat(heat, _) => heat.rows.len(),
        }
    }

    /// What stands above the columns.
    pub(super) fn heads(&self) -> Vec<String> {
        let own = |heads: Vec<&str>| heads.into_iter().map(str::to_owned).collect();
        match &self.things {
            Things::Measures(..) => own(measure_row::heads()),
            Things::Lines(_) => own(line_row::heads()),
            Things::Briefed(_) => {
                let before = [
                    "Brief",
                    "Section of the brief",
                    "Told as of",
                    "Foreseen",
                    "Groups",
                    "Grounds",
                ];
                own(before.into_iter().chain(line_row::heads()).collect())
            }
            Things::Documents(..) => own(DOCUMENT.to_vec()),
            Things::Heat(heat, axes) => {
                let columns = heat.columns.iter().map(|column| &column.key);
                let columns = columns.map(|key| self.label(axes.columns(), key));
                let first = std::iter::once(axes.rows().label().to_owned());
                first.chain(columns).chain(["All measures".to_owned()]).collect()
            }
        }
    }

    /// The cells of that row, one for each head.
    pub(super) fn row(&self, place: usize) -> Vec<Cell> {
        match &self.things {
            Things::Measures(places, standings) => measure_row::row(places[place], standings, &self.told),
            Things::Lines(lines) => {
                let line = &lines[place];
                line_row::row(line, Known::of(line.record, &self.told), &self.told)
            }
            Things::Briefed(lines) => {
                let briefed = &lines[place];
                let before = [
                    Cell::text(briefed.brief.as_str()),
                    Cell::text(briefed.section),
                    Cell::day(Some(briefed.day)),
                    Cell::maybe(briefed.is_foreseen.then_some("if no more is done than is recorded")),
                    Cell::list(briefed.groups.iter().map(String::as_str)),
                    Cell::maybe(briefed.line.basis.map(Basis::label)),
                ];
                // A section tells of its own day, and what came of a promise later does not belong there.
                let line = line_row::row(&briefed.line, Known::default(), &self.told);
                before.into_iter().chain(line).collect()
            }
            Things::Documents(places, citing) => {
                let place = places[place];
                self.document(&self.told.dataset.documents[place], &citing[place])
            }
            Things::Heat(heat, axes) => {
                let row = &heat.rows[place];
                let first = Cell::Text(self.label(axes.rows(), &row.key));
                let counts = heat.cells[place].iter().copied().chain([row.total]);
                std::iter::once(first).chain(counts.map(Cell::count)).collect()
            }
        }
    }

    /// What readers call a value.
    fn label(&self, facet: Facet, key: &str) -> String {
        let mut values = self.told.index.values(facet).iter();
        let value = values.find(|value| value.key == key);
        value.map_or_else(|| key.to_owned(), |value| value.label.clone())
    }

    fn document(&self, document: &Document, citing: &Citing) -> Vec<Cell> {
        let dataset = self.told.dataset;
        let who = citing.iter().map(|(home, _)| match home {
            Home::Measure(place) => short_code(dataset.measures[*place].id.as_str()),
            Home::Report(place) => dataset.reports[*place].title.clone(),
        });
        vec![
            Cell::maybe(document.number.as_deref()),
            Cell::text(document.kind.label()),
            Cell::maybe(document.title.as_deref()),
            Cell::maybe(document.date.map(PartialDate::in_short)),
            Cell::maybe(document.marking.as_deref()),
            Cell::maybe(document.oj.as_deref()),
            Cell::maybe(document.applies.map(PartialDate::in_short)),
            Cell::maybe(document.transposition.map(PartialDate::in_short)),
            Cell::maybe(document.url()),
            Cell::count(citing.len()),
            Cell::text(who.collect::<Vec<_>>().join("; ")),
        ]
    }
}

/// The heads of the columns of documents.
const DOCUMENT: [&str; 11] = [
    "Number",
    "Kind",
    "Title",
    "Date",
    "Marking",
    "Official Journal",
    "Applies from",
    "Transposition by",
    "Register",
    "Cited by, count",
    "Cited by",
];

/// The lines of the briefs, each once in a section, with the groups in which it stands there.
fn briefed<'a>(shown: &Shown<'a>) -> Vec<Briefed<'a>> {
    let Shown::Briefs(briefs) = shown else {
        return Vec::new();
    };
    let mut all: Vec<Briefed<'a>> = Vec::new();
    for brief in briefs {
        for section in &brief.sections {
            let mut places = HashMap::new();
            for group in section.every_group() {
                for line in &*group.lines {
                    let place = *places.entry(line.record.id()).or_insert(all.len());
                    match all.get_mut(place) {
                        Some(other) => other.groups.push(group.name.clone()),
                        None => all.push(Briefed {
                            brief: brief.title(),
                            section: section.heading(brief),
                            groups: vec![group.name.clone()],
                            day: section.day,
                            is_foreseen: section.is_foreseen(brief),
                            line: *line,
                        }),
                    }
                }
            }
        }
    }
    all
}
