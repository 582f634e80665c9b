//! Later facts and the dates of slip charts as rows of cells, items of text and entries of a calendar.

use crate::dataset::{Home, Record};
use crate::domain::body::Body;
use crate::domain::date::{PartialDate, When};
use crate::domain::keyed::Keyed;
use crate::domain::later::{CitedDocument, LaterFact, NewDue};
use crate::domain::measure::Commitment;
use crate::query::{self, Slips, Statement, StatementLine};
use crate::view::export::cells::{Cell, days};
use crate::view::export::text::TextItem;
use crate::view::export::{CalendarEntry, ExportContext};
use crate::view::{CitedView, LaterFactView, plain};
use crate::words::{export, later, slips as words};

/// A date of a slip chart: what was promised when, or when it came.
#[derive(Clone, Debug)]
pub struct SlipLine<'a> {
    /// The information system.
    system: &'a Body,
    /// What was to come.
    of: &'a str,
    /// Which of the three it is: promised, came, or put into service besides.
    what: usize,
    /// When it was said, or when it came, and what says so.
    statement: Statement<'a>,
    /// By when it was to come.
    due: Option<When>,
}

/// The dates of slip charts, chart by chart and promise by promise, in order of time.
pub(super) fn slip_lines<'a>(all: &[Slips<'a>]) -> Vec<SlipLine<'a>> {
    let mut lines = Vec::new();
    for slips in all {
        for promise in &slips.promises {
            let line = |(statement, due): (Statement<'a>, Option<When>)| SlipLine {
                system: slips.system,
                of: promise.of,
                what: usize::from(due.is_none()),
                statement,
                due,
            };
            lines.extend(promise.lines().into_iter().map(line));
        }
        lines.extend(slips.launched.iter().map(|statement| SlipLine {
            system: slips.system,
            of: "",
            what: 2,
            statement: statement.clone(),
            due: None,
        }));
    }
    lines
}

/// The later facts that these lines name.
pub(super) fn facts_of<'a>(lines: &[SlipLine<'a>]) -> Vec<(Home, &'a LaterFact)> {
    let fact = |line: &SlipLine<'a>| match line.statement.by {
        StatementLine::Later(fact) => Some((line.statement.home, fact)),
        StatementLine::Record(_) => None,
    };
    lines.iter().filter_map(fact).collect()
}

/// The lines of the sources that they name.
pub(super) fn records_of<'a>(lines: &[SlipLine<'a>]) -> Vec<(Home, Record<'a>)> {
    let record = |line: &SlipLine<'a>| match line.statement.by {
        StatementLine::Later(_) => None,
        StatementLine::Record(record) => Some((line.statement.home, record)),
    };
    lines.iter().filter_map(record).collect()
}

/// Something that is due, as a calendar has it.
#[derive(Clone, Copy, Debug)]
pub enum Due<'a> {
    /// A commitment, by when it was due.
    Promise(Home, &'a Commitment, When),
    /// A date that a later fact announces.
    Announced(Home, &'a LaterFact, &'a NewDue),
}

/// The dates that later facts announce.
pub(super) fn announced<'a>(facts: &[(Home, &'a LaterFact)]) -> Vec<Due<'a>> {
    let facts = facts.iter();
    facts
        .filter_map(|(home, fact)| Some(Due::Announced(*home, fact, fact.new_due.as_ref()?)))
        .collect()
}

impl<'a> ExportContext<'a> {
    /// A later fact as a row.
    pub(super) fn later_cells(&self, home: Home, fact: &LaterFact) -> Vec<Cell> {
        let bodies = |ids| crate::view::link::joined(&self.view_context().bodies(ids), "; ");
        let documents = fact.documents.iter().filter_map(|cited| match cited {
            CitedDocument::Known(id) => self.dataset.document(id).map(|document| document.name().to_owned()),
            CitedDocument::Other(other) => other.number.clone().or_else(|| other.title.clone()),
        });
        let outcomes = fact.about.iter().filter_map(|about| {
            let outcome = about.outcome.as_ref()?;
            Some(format!(
                "{}: {}. {}",
                self.dataset.vocabulary.code(&about.commitment),
                self.dataset.vocabulary.outcome(outcome.state),
                outcome.text
            ))
        });
        let about = fact
            .about
            .iter()
            .map(|about| self.dataset.vocabulary.code(&about.commitment));
        let announced = fact.new_due.as_ref();
        let mut cells = vec![self.dataset.vocabulary.code(&fact.id).into()];
        cells.extend(self.home_cells(home));
        cells.extend([fact.kind.label().into(), fact.date_meaning.label().into()]);
        cells.extend(days(Some(fact.when.period())));
        cells.extend([
            fact.text.as_str().into(),
            bodies(&fact.bodies).into(),
            bodies(&fact.systems).into(),
            joined(documents).into(),
            joined(about).into(),
            joined(outcomes).into(),
            announced.map(|new_due| new_due.of.as_str()).into(),
        ]);
        cells.extend(days(announced.map(|new_due| new_due.due.period())));
        cells.extend(pages(fact));
        cells.extend([fact.sure.label().into(), fact.note.as_deref().into()]);
        let disagreeing = self.dataset.disagreeing(&fact.id);
        cells.push(joined(disagreeing.map(|(_, other)| self.dataset.vocabulary.code(&other.id))).into());
        cells
    }

    /// A date of a slip chart as a row.
    pub(super) fn slip_cells(&self, line: &SlipLine<'a>) -> Vec<Cell> {
        let mut cells = vec![
            line.system.short.as_str().into(),
            line.of.into(),
            export::SLIP_LINES[line.what].into(),
        ];
        cells.extend(days(Some(line.statement.on.period())));
        cells.extend(days(line.due.map(When::period)));
        cells.extend([
            self.view_context().stated_by(&line.statement).into(),
            self.dataset.vocabulary.code(line.statement.by.id()).into(),
        ]);
        cells.extend(self.home_cells(line.statement.home));
        cells.extend(match line.statement.by {
            StatementLine::Later(fact) => pages(fact),
            StatementLine::Record(_) => [(); 3].map(|()| None::<String>.into()),
        });
        cells
    }

    /// The code and the title of a measure, or the title of a section.
    fn home_cells(&self, home: Home) -> [Cell; 2] {
        match home {
            Home::Measure(place) => {
                let measure = &self.dataset.measures[place];
                [
                    self.dataset.vocabulary.code(&measure.id).into(),
                    measure.title.as_str().into(),
                ]
            }
            Home::Report(place) => [None::<String>.into(), self.dataset.reports[place].title.as_str().into()],
        }
    }

    /// A later fact as an item of a list.
    pub(super) fn later_item(&self, home: Home, fact: &LaterFact) -> TextItem {
        let context = self.view_context();
        let view: LaterFactView = context.later_fact(home, None, fact);
        let documents = view.documents.iter().map(|document| match document {
            CitedView::Known(link) => link.text.clone(),
            CitedView::Other { name, .. } => name.clone(),
        });
        let outcomes = fact.about.iter().filter_map(|about| {
            let outcome = about.outcome.as_ref()?;
            Some(format!(
                "{} {}",
                self.dataset.vocabulary.code(&about.commitment),
                self.dataset.vocabulary.outcome(outcome.state)
            ))
        });
        let pages = view.pages.iter();
        let pages = pages.map(|page| format!("{} ({}), {}", page.publisher, page.days, page.url));
        let details = std::iter::once(view.meaning.to_owned())
            .chain([context.name_of(home)])
            .chain(documents)
            .chain(outcomes)
            .chain(view.announced.as_ref().map(|announced| plain(announced)))
            .chain([later::PAGES.to_owned() + &pages.collect::<Vec<_>>().join("; ")])
            .chain([self.dataset.vocabulary.code(&fact.id)]);
        TextItem::new(fact.when.in_short(), plain(&view.text), details.map(Some).collect())
    }

    /// A date of a slip chart as an item of a list.
    pub(super) fn slip_item(&self, line: &SlipLine<'a>) -> TextItem {
        let of = query::cut(line.of, &[]);
        let what = match line.due {
            Some(due) => words::promised_for(&due.in_short()),
            None => export::SLIP_LINES[line.what].to_owned(),
        };
        let page = match line.statement.by {
            StatementLine::Later(fact) => fact.evidence.first(),
            StatementLine::Record(_) => None,
        };
        let text = [line.system.short.clone(), of, what];
        let text: Vec<String> = text.into_iter().filter(|part| !part.is_empty()).collect();
        let details = vec![
            Some(self.view_context().stated_by(&line.statement)),
            page.map(|page| format!("{}, {}", page.publisher, page.url)),
            Some(self.dataset.vocabulary.code(line.statement.by.id())),
        ];
        TextItem::new(line.statement.on.in_short(), text.join(": "), details)
    }

    /// A date that a later fact announces as an entry of a calendar.
    pub(super) fn announced_entry(&self, home: Home, fact: &LaterFact, new_due: &NewDue) -> CalendarEntry {
        let code = self.dataset.vocabulary.code(&fact.id);
        let publishers: Vec<&str> = fact.evidence.iter().map(|page| page.publisher.as_str()).collect();
        let announced = later::announced(&new_due.due.in_words(), &new_due.of);
        CalendarEntry {
            day: new_due.due.period().last(),
            summary: export::announced_on(&new_due.of, &fact.when.in_short()),
            description: [
                announced,
                fact.text.clone(),
                self.view_context().name_of(home),
                later::PAGES.to_owned() + &publishers.join("; "),
                code.clone(),
            ],
            code,
        }
    }
}

/// Who publishes the pages of a fact, their addresses, and when each was read.
fn pages(fact: &LaterFact) -> [Cell; 3] {
    let pages = || fact.evidence.iter();
    [
        joined(pages().map(|page| page.publisher.clone())).into(),
        joined(pages().map(|page| page.url.clone())).into(),
        joined(pages().map(|page| PartialDate::of_day(page.checked).to_string())).into(),
    ]
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}
