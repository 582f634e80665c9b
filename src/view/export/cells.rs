//! What is shown as rows of cells under heads, as a spreadsheet has them.

use std::collections::HashMap;

use crate::dataset::{Home, Record};
use crate::domain::date::{PartialDate, Period, When};
use crate::domain::delivery::Slip;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::identifier::Scheme;
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Locator, Naming};
use crate::domain::vocabulary::Vocabulary;
use crate::query::{self, Brief, BriefLine, DueState, Heat, HeatAxes, Involvement, LaterColumn};
use crate::view::export::{ExportContent, ExportContext, Item, differences};
use crate::view::link::joined;
use crate::view::plain;
use crate::view::presidencies::part_in_words;
use crate::words::{
    actors, compare,
    export::{
        self, BRIEF_COLUMNS, DOCUMENT_COLUMNS, LATER_COLUMNS, LATEST_SINCE_COLUMNS, LINE_COLUMNS, MEASURE_COLUMNS,
        PLACE_COLUMNS, SLIP_COLUMNS,
    },
    names,
};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words; empty if there are none.
    Text(String),
    /// A number, which stays one.
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(|| Self::Text(String::new()), Into::into)
    }
}

impl Cell {
    /// A count.
    fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// The cell as it is written.
    pub fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

impl<'a> ExportContent<'a> {
    /// The heads of the columns.
    pub fn heads(&self, context: &ExportContext<'a>) -> Vec<String> {
        let lists: &[&[&str]] = match self {
            Self::Measures(_) if context.later_column == LaterColumn::Shown => {
                &[&MEASURE_COLUMNS, &PLACE_COLUMNS, &LATEST_SINCE_COLUMNS]
            }
            Self::Measures(_) => &[&MEASURE_COLUMNS, &PLACE_COLUMNS],
            Self::Documents(_) if !context.dataset.has_register_numbers => {
                return without_registers(DOCUMENT_COLUMNS.iter().map(|head| (*head).to_owned()));
            }
            Self::Documents(_) => &[&DOCUMENT_COLUMNS],
            Self::Later(_) => &[&LATER_COLUMNS],
            Self::Slips(_) => &[&SLIP_COLUMNS],
            Self::Differences(_) => &[&compare::COLUMNS],
            Self::Briefs(_) => &[&BRIEF_COLUMNS, &LINE_COLUMNS, &PLACE_COLUMNS],
            Self::Heat { heat, axes, .. } => {
                let columns = heat.columns.iter();
                let columns = columns.map(|column| context.index.label(axes.columns(), &column.key).to_owned());
                let first = std::iter::once(context.dataset.vocabulary.say(axes.rows().label()));
                return first
                    .chain(columns)
                    .chain([actors::TOTALS_IN_FILE[heat.unit as usize].to_owned()])
                    .collect();
            }
            _ => &[&LINE_COLUMNS, &PLACE_COLUMNS],
        };
        lists
            .concat()
            .into_iter()
            .map(|head| context.dataset.vocabulary.say(head))
            .collect()
    }
}

impl<'a> ExportContext<'a> {
    /// The rows of counts: of each value its name, its count in each column, and its count of all measures.
    pub(super) fn counts(&self, heat: &Heat, axes: HeatAxes) -> Vec<Vec<Cell>> {
        let row = |(row, cells): (&query::HeatLine, &Vec<usize>)| {
            let counts = cells.iter().chain([&row.total]).map(|count| Cell::count(*count));
            std::iter::once(self.index.label(axes.rows(), &row.key).into())
                .chain(counts)
                .collect()
        };
        heat.rows.iter().zip(&heat.cells).map(row).collect()
    }

    /// What has a row of its own: the thing itself, or each line of a brief.
    pub fn rows(&self, item: Item<'a>) -> Vec<Item<'a>> {
        match item {
            Item::Brief(brief) => brief_rows(&brief, &self.dataset.vocabulary),
            Item::Difference(record) => differences::rows(&record),
            item => vec![item],
        }
    }

    /// The cells of its row, one for each head.
    pub fn cells(&self, item: &Item<'a>) -> Vec<Cell> {
        match item {
            Item::Measure(place) => self.measure(*place),
            Item::Document(place) => self.document(*place),
            Item::Line(line) => self.line_cells(line, true),
            // A section is as of its own day, and has no later outcomes.
            Item::InBrief(before, line) => before.iter().cloned().chain(self.line_cells(line, false)).collect(),
            Item::Counts(cells) => cells.clone(),
            Item::Later(home, fact) => self.later_cells(*home, fact),
            Item::Slip(line) => self.slip_cells(line),
            Item::DifferentField(record, field) => differences::cells(record, *field),
            Item::Brief(_) | Item::Difference(_) => Vec::new(),
        }
    }

    fn measure(&self, place: usize) -> Vec<Cell> {
        let measure = &self.dataset.measures[place];
        let row = self.view_context().table_row(place, &[]);
        let as_of = self.index.as_of(self.as_of);
        let latest = as_of.latest(place).map(|event| &measure.state_of_play[event]);
        let cited: Vec<_> = measure.citations().into_iter().map(|(id, _)| id.clone()).collect();
        let head = vec![
            self.dataset.vocabulary.code(&row.id).into(),
            row.number.into(),
            row.link.text.into(),
            row.priority.name.into(),
            self.dataset.vocabulary.status(row.status).into(),
            joined(&row.working_parties, "; ").into(),
            self.presidencies(as_of.involvements(place)).into(),
            latest.map(|event| event.text.as_str()).into(),
        ];
        let dues = [DueState::Pending, DueState::PastDue, DueState::Unreported]
            .map(|state| as_of.due(place, state).map(|due| due.due.period()));
        let times = [latest.and_then(|event| event.when).map(When::period)];
        let times = times.into_iter().chain(dues);
        let tail = [
            measure.summary.as_str().into(),
            self.documents(&cited).into(),
            measure.note.as_deref().into(),
        ];
        let own = head.into_iter().chain(times.flat_map(days)).chain(tail).collect();
        let mut own = self.with_place(own, Home::Measure(place), &measure.locator);
        if self.later_column == LaterColumn::Shown {
            own.extend(self.latest_since(place));
        }
        own
    }

    /// The latest that public pages report since on a measure, set apart from what the sources say.
    fn latest_since(&self, place: usize) -> [Cell; 5] {
        let fact = self.dataset.latest_since(Home::Measure(place), self.as_of);
        let fact = fact.map(|(_, fact)| fact);
        let pages = fact.map(|fact| fact.evidence.iter().map(|page| page.url.as_str()));
        let [first, last] = days(fact.map(|fact| fact.when.period()));
        [
            fact.map(|fact| fact.text.as_str()).into(),
            first,
            last,
            fact.map(|fact| self.dataset.vocabulary.code(&fact.id)).into(),
            pages.map(|pages| pages.collect::<Vec<_>>().join("; ")).into(),
        ]
    }

    /// A line; its outcome and new date only if the file may know them.
    fn line_cells(&self, line: &BriefLine<'a>, is_outcome_known: bool) -> Vec<Cell> {
        let (dataset, record) = (self.dataset, line.record);
        let view = self.view_context().brief_line(line);
        let period = record.when().map(When::period);
        let delivery = line.delivery(dataset);
        let (least, most) = delivery.slip().map(Slip::months).unzip();
        let (bodies, promise) = match record {
            Record::Event(event) => (&event.bodies, None),
            Record::Commitment(commitment) => (&commitment.bodies, Some(commitment)),
        };
        let commitment = promise.filter(|_| is_outcome_known);
        let outcome = commitment.and_then(|commitment| dataset.known_outcome(commitment, self.as_of));
        let planned_for = commitment.and_then(|commitment| dataset.put_off_to(commitment, self.as_of));
        let state = view.outcome.map(|outcome| dataset.vocabulary.outcome(outcome.state));
        let involvements = query::involvements_of(record, self.as_of, dataset);
        let (code, title) = match line.home {
            Home::Measure(place) => {
                let measure = &dataset.measures[place];
                (Some(self.dataset.vocabulary.code(&measure.id)), &measure.title)
            }
            Home::Report(place) => (None, &dataset.reports[place].title),
        };
        let head = vec![
            self.dataset.vocabulary.code(&view.id).into(),
            code.into(),
            title.as_str().into(),
            view.kind.map_or(names::COMMITMENT, Keyed::label).into(),
        ];
        let own = [
            // The source's own words for the time, or else the date as it is written.
            view.moment.words.or_else(|| record.when().map(When::in_words)).into(),
            plain(&view.text).into(),
            joined(&view.owners, "; ").into(),
            self.bodies(bodies).into(),
            self.presidencies(involvements).into(),
            state.or(view.is_planned.then_some(names::PLANNED)).into(),
            least.map(i64::from).into(),
            most.map(i64::from).into(),
            delivery.in_words().into(),
            outcome.map(|outcome| outcome.text.as_str()).into(),
        ];
        let times = [outcome.and_then(|outcome| outcome.date), planned_for];
        let times = times.into_iter().flat_map(|when| days(when.map(When::period)));
        let tail = [
            self.documents(record.documents()).into(),
            record.note().into(),
            promise
                .map(|promise| export::yes_or_no(promise.names(Naming::Owner)))
                .into(),
            promise.and_then(|promise| promise.product.as_deref()).into(),
        ];
        let own = head.into_iter().chain(days(period)).chain(own).chain(times).chain(tail);
        self.with_place(own.collect(), line.home, record.locator())
    }

    fn document(&self, place: usize) -> Vec<Cell> {
        let document = &self.dataset.documents[place];
        let citing = query::citing(place, self.index);
        let who = citing.iter().map(|(home, _)| match home {
            Home::Measure(place) => self.dataset.vocabulary.code(&self.dataset.measures[*place].id),
            Home::Report(place) => self.dataset.reports[*place].title.clone(),
        });
        let [date, applies, transposition] =
            [document.date, document.applies, document.transposition].map(|date| days(date.map(PartialDate::period)));
        let (dates, [first, last]) = ([applies, transposition].into_iter().flatten(), date);
        let head = [
            document.number.as_deref().into(),
            document.kind.label().into(),
            document.title.as_deref().into(),
            first,
            last,
            document.marking.as_deref().into(),
            document.oj.as_deref().into(),
        ];
        let tail = [
            document.url().into(),
            Cell::count(citing.len()),
            who.collect::<Vec<_>>().join("; ").into(),
            document.identifier(Scheme::Celex).into(),
            document.identifier(Scheme::Eli).into(),
        ];
        let all = head.into_iter().chain(dates).chain(tail);
        if self.dataset.has_register_numbers {
            all.collect()
        } else {
            without_registers(all)
        }
    }

    /// The cells, followed by the place in the source: the page as a number, and whether it was counted rather than printed.
    fn with_place(&self, mut own: Vec<Cell>, home: Home, locator: &Locator) -> Vec<Cell> {
        let source = self.dataset.source_of(home);
        let counted = locator.page.map(|_| export::yes_or_no(locator.page_counted));
        own.extend([
            source.map(|source| source.number.as_str()).into(),
            source.map(|source| source.date.to_string()).into(),
            locator.section.as_str().into(),
            locator.page.map(i64::from).into(),
            counted.into(),
        ]);
        own
    }

    /// The names of bodies as the page has them.
    fn bodies(&self, ids: &[BodyId]) -> String {
        let bodies = ids.iter().filter_map(|id| self.dataset.body(id));
        bodies.map(|body| body.short.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// The numbers of documents, or the titles of those without one.
    fn documents(&self, ids: &[DocumentId]) -> String {
        let documents = ids.iter().filter_map(|id| self.dataset.document(id));
        documents.map(Document::name).collect::<Vec<_>>().join("; ")
    }

    /// Every Presidency that has to do with something: `Croatia: acted (by date), plans (named in the text)`.
    fn presidencies(&self, involvements: Vec<Involvement>) -> String {
        let terms = self.dataset.rota.terms().iter().zip(involvements);
        let part = terms.filter(|(_, involvement)| involvement.fits(None));
        part.map(|part| part_in_words(part, &self.dataset.vocabulary))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

/// The first and the last day of a time, as every spreadsheet reads them; empty if there is none.
pub(super) fn days(time: Option<Period>) -> [Cell; 2] {
    [
        time.map(|time| time.first().to_string()).into(),
        time.map(|time| time.last().to_string()).into(),
    ]
}

/// The cells of a document without its place in the Official Journal, its CELEX number and its ELI.
fn without_registers<T>(cells: impl Iterator<Item = T>) -> Vec<T> {
    const REGISTERS: [usize; 3] = [6, 14, 15];
    let own = cells.enumerate().filter(|(place, _)| !REGISTERS.contains(place));
    own.map(|(_, cell)| cell).collect()
}

/// The lines of a brief, each once for a section, with its groups there.
fn brief_rows<'a>(brief: &Brief<'a>, own: &Vocabulary) -> Vec<Item<'a>> {
    let mut all = Vec::new();
    for section in &brief.sections {
        let mut lines: Vec<(&BriefLine<'a>, Vec<&str>)> = Vec::new();
        let mut places = HashMap::new();
        for group in section.every_group() {
            for line in &*group.lines {
                let place = *places.entry(line.record.id()).or_insert(lines.len());
                match lines.get_mut(place) {
                    Some((_, groups)) => groups.push(&group.name),
                    None => lines.push((line, vec![&group.name])),
                }
            }
        }
        let is_foreseen = section.is_foreseen(brief);
        all.extend(lines.into_iter().map(|(line, groups)| {
            let before = [
                brief.title().into(),
                section.heading(brief).into(),
                section.day.to_string().into(),
                is_foreseen.then_some(export::FORESEEN).into(),
                groups.join("; ").into(),
                line.basis.map(|basis| own.say(basis.label())).into(),
            ];
            Item::InBrief(before.into(), *line)
        }));
    }
    all
}
