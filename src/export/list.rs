//! What is shown as Markdown: a title block, and an item or a row of a table for each thing, with its source and page.

use std::sync::Arc;

use crate::dataset::{Dataset, Home};
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::id::short_code;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::export::brief::{brief_markdown, line_markdown};
use crate::export::cell::{Cell, body_names, document_names};
use crate::export::markdown::escaped;
use crate::export::measure_row::dues;
use crate::export::rows::Rows;
use crate::export::shown::each_once;
use crate::export::writing::Writer;
use crate::export::{Shown, Told, Unwritable};
use crate::query::{AsOf, Brief, Citing, citing, citing_documents};

/// Writes one thing after the other.
pub(super) struct MarkdownWriter<'a> {
    told: Told<'a>,
    things: Things<'a>,
    text: String,
}

/// What is written one by one.
enum Things<'a> {
    Measures(Vec<usize>, Arc<AsOf>),
    Lines(Vec<(Home, crate::dataset::Record<'a>)>),
    Documents(Vec<usize>, Vec<Citing>),
    Table(Box<Rows<'a>>),
    Briefs(Vec<Arc<Brief<'a>>>),
}

impl<'a> MarkdownWriter<'a> {
    /// Writes the title block; a brief has its own.
    pub(super) fn new(told: Told<'a>, shown: Shown<'a>) -> Self {
        let mut text = match &shown {
            Shown::Briefs(_) => String::new(),
            shown => title_block(shown, &told),
        };
        let things = match shown {
            Shown::Measures(places) => Things::Measures(each_once(places.into_iter()), told.index.on(told.as_of)),
            Shown::Documents(places) => {
                let citing = citing_documents(told.dataset, told.index);
                Things::Documents(each_once(places.into_iter()), citing)
            }
            Shown::Briefs(briefs) => Things::Briefs(briefs),
            Shown::Heat { .. } => {
                let rows = Rows::new(told.clone(), shown);
                let heads = rows.heads();
                text.push_str(&table_row(heads.iter().map(String::as_str)));
                text.extend(["|---|", &"---:|".repeat(heads.len().saturating_sub(1)), "\n"]);
                Things::Table(Box::new(rows))
            }
            Shown::Facts(_)
            | Shown::Commitments(_)
            | Shown::Measure(_)
            | Shown::Report(_)
            | Shown::Body { .. }
            | Shown::Document(_) => Things::Lines(shown.records(&told)),
        };
        Self { told, things, text }
    }

    fn piece(&self, place: usize) -> String {
        let told = &self.told;
        match &self.things {
            Things::Measures(places, standings) => measure_item(places[place], standings, told),
            Things::Lines(records) => {
                let (home, record) = records[place];
                line_markdown(&told.context().brief_line(&told.line(home, record)))
            }
            Things::Documents(places, citing) => {
                let place = places[place];
                document_item(&told.dataset.documents[place], &citing[place], told.dataset)
            }
            Things::Table(rows) => {
                let cells = rows.row(place).into_iter().map(|cell| match cell {
                    Cell::Text(text) => text,
                    Cell::Number(number) => number.to_string(),
                });
                table_row(cells.collect::<Vec<_>>().iter().map(String::as_str))
            }
            Things::Briefs(briefs) => {
                let apart = if place == 0 { "" } else { "\n" };
                format!("{apart}{}", brief_markdown(&briefs[place], &told.context()))
            }
        }
    }
}

impl Writer for MarkdownWriter<'_> {
    fn count(&self) -> usize {
        match &self.things {
            Things::Measures(places, _) | Things::Documents(places, _) => places.len(),
            Things::Lines(records) => records.len(),
            Things::Table(rows) => rows.len(),
            Things::Briefs(briefs) => briefs.len(),
        }
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let text = self.piece(piece);
        self.text.push_str(&text);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<String, Unwritable> {
        Ok(self.text)
    }
}

/// The heading, the day, the selection, the source and the address; of a measure or document what its page says first.
fn title_block(shown: &Shown<'_>, told: &Told<'_>) -> String {
    let dataset = told.dataset;
    let title = match shown {
        Shown::Measures(_) => "Measures".to_owned(),
        Shown::Facts(_) => "Facts and commitments".to_owned(),
        Shown::Commitments(_) => "Commitments".to_owned(),
        Shown::Documents(_) => "Documents".to_owned(),
        Shown::Heat { axes, .. } => format!("Measures by {} and {}", axes.rows().label(), axes.columns().label()),
        Shown::Briefs(_) => String::new(),
        Shown::Measure(place) => {
            let measure = &dataset.measures[*place];
            format!("{} {}", measure.number, measure.title)
        }
        Shown::Report(place) => format!("General report, {}", dataset.reports[*place].title),
        Shown::Body { id, .. } => {
            let body = dataset.body(id);
            body.map_or_else(|| id.to_string(), |body| body.name.clone())
        }
        Shown::Document(place) => dataset.documents[*place].name().to_owned(),
    };
    let own = match shown {
        Shown::Measure(place) => measure_properties(&dataset.measures[*place], dataset),
        Shown::Document(place) => document_properties(*place, told),
        _ => Vec::new(),
    };
    let properties = own.into_iter().chain([
        ("Selection", told.selection.clone()),
        ("As of", told.day_in_words()),
        ("Edition", edition(dataset)),
        ("Address", format!("#{}", told.address)),
    ]);
    let lines = properties.filter(|(_, value)| !value.is_empty());
    let lines: Vec<String> = lines
        .map(|(name, value)| format!("- {name}: {}\n", escaped(&value)))
        .collect();
    format!("# {}\n\n{}\n", escaped(&title), lines.concat())
}

/// `5618/20, Title of the document`.
fn edition(dataset: &Dataset) -> String {
    format!("{}, {}", dataset.edition.id, dataset.edition.title)
}

fn measure_properties(measure: &Measure, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let source = dataset.source(&measure.source).map(|source| source.number.as_str());
    let place = source
        .into_iter()
        .map(str::to_owned)
        .chain([measure.locator.in_words()]);
    let parties: Vec<&str> = body_names(&measure.working_parties, dataset).collect();
    let cited: Vec<_> = measure.citations().into_iter().map(|(id, _)| id.clone()).collect();
    let documents: Vec<&str> = document_names(&cited, dataset).collect();
    vec![
        ("Code", short_code(measure.id.as_str())),
        ("Source", place.collect::<Vec<_>>().join(", ")),
        (
            "Status",
            format!("{} ({})", measure.status.label(), measure.status_reason),
        ),
        ("Summary", measure.summary.clone()),
        ("Working parties", parties.join(", ")),
        ("Documents", documents.join("; ")),
    ]
}

fn document_properties(place: usize, told: &Told<'_>) -> Vec<(&'static str, String)> {
    let document = &told.dataset.documents[place];
    let title = document.number.as_ref().and(document.title.as_ref());
    let date = |date: Option<PartialDate>| date.map(PartialDate::in_words).unwrap_or_default();
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    vec![
        ("Kind", document.kind.label().to_owned()),
        ("Title", text(title)),
        ("Date", date(document.date)),
        ("Official Journal", text(document.oj.as_ref())),
        ("Applies from", date(document.applies)),
        ("Transposition by", date(document.transposition)),
        ("Marking", text(document.marking.as_ref())),
        ("Register", document.url().unwrap_or_default()),
        (
            "Cited by",
            who_cites(&citing(place, told.index), told.dataset).join(", "),
        ),
    ]
}

/// `ISS-31`, `general report, Terrorism`.
fn who_cites(citing: &Citing, dataset: &Dataset) -> Vec<String> {
    let who = citing.iter().map(|(home, _)| match home {
        Home::Measure(place) => short_code(dataset.measures[*place].id.as_str()),
        Home::Report(place) => format!("general report, {}", dataset.reports[*place].title),
    });
    who.collect()
}

/// `- **31** Title (implementing; DAPIX; latest 18 Dec 2019; next due 25 May 2020; 5618/20, II.31, p. 62; ISS-31)`.
fn measure_item(place: usize, standings: &AsOf, told: &Told<'_>) -> String {
    let dataset = told.dataset;
    let measure = &dataset.measures[place];
    let latest = standings
        .latest(place)
        .and_then(|event| measure.state_of_play[event].when);
    let (next, overdue) = dues(place, standings);
    let source = dataset
        .source_of(Home::Measure(place))
        .map(|source| source.number.as_str());
    let details = [
        Some(measure.status.label().to_owned()),
        Some(
            body_names(&measure.working_parties, dataset)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        latest.map(|when| format!("latest fact {}", when.in_short())),
        next.map(|next| format!("next due {}", next.due.in_short())),
        overdue.map(|overdue| format!("overdue since {}", overdue.due.in_short())),
        Some(
            source
                .into_iter()
                .map(str::to_owned)
                .chain([measure.locator.in_words()])
                .collect::<Vec<_>>()
                .join(", "),
        ),
        Some(short_code(measure.id.as_str())),
    ];
    item(&measure.number, &measure.title, details)
}

/// `- **9727/19** Title (Council document; 1 Jun 2019; cited by ISS-31)`.
fn document_item(document: &Document, citing: &Citing, dataset: &Dataset) -> String {
    let who = who_cites(citing, dataset);
    let title = document.number.as_ref().and(document.title.as_deref());
    let details = [
        Some(document.kind.label().to_owned()),
        document.date.map(PartialDate::in_short),
        document.marking.clone(),
        document.oj.clone(),
        document.url(),
        (!who.is_empty()).then(|| format!("cited by {}", who.join(", "))),
    ];
    item(document.name(), title.unwrap_or_default(), details)
}

fn item(name: &str, text: &str, details: impl IntoIterator<Item = Option<String>>) -> String {
    let details = details.into_iter().flatten().filter(|detail| !detail.is_empty());
    let details: Vec<String> = details.collect();
    format!(
        "- **{}** {} ({})\n",
        escaped(name),
        escaped(text),
        escaped(&details.join("; "))
    )
}

fn table_row<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.map(|cell| format!(" {} |", escaped(cell))).collect();
    format!("|{}\n", cells.concat())
}
