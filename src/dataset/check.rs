//! From the file's records to the domain's, with every rule that spans more than one field.
//!
//! A broken rule adds a fault and checking continues, so that one run reports everything.

mod later;
mod names;
mod path;
mod records;
mod rules;
mod vocabulary;

use crate::dataset::check::later::{Horizon, afterwards};
use crate::dataset::check::names::{List, Names};
use crate::dataset::check::path::Path;
use crate::dataset::check::records::RecordReader;
use crate::dataset::check::rules::Checker;
use crate::dataset::check::vocabulary::{rota, vocabulary};
use crate::dataset::fault::Fault;
use crate::dataset::later::LaterIndex;
use crate::dataset::record::{concern_index, record_places, tie_index, widened};
use crate::dataset::text::Text;
use crate::dataset::{Dataset, Edition, OLDER_SCHEMA_ID, Priority, SCHEMA_ID, SCHEMA_VERSION, Source, Term, wire};
use crate::domain::body::{About, Body};
use crate::domain::date::Period;
use crate::domain::document::Document;
use crate::domain::id::MeasureId;
use crate::domain::identifier::Identifier;
use crate::domain::keyed::Keyed;
use crate::domain::later::Afterwards;
use crate::domain::measure::{Measure, Report};
use crate::domain::presidency::Rota;
use crate::domain::priority_color::PriorityColor;
use crate::domain::vocabulary::Vocabulary;
use crate::words::faults as words;

/// Checks every record and the ties between them.
///
/// # Errors
/// Every fault, first those of the rest of the file, then those of the measures.
pub(super) fn check(file: wire::Dataset) -> Result<Dataset, Vec<Fault>> {
    let names = Names::of(&file);
    Draft::with(names, file).finish()
}

/// Measures of that dataset, read anew with the places that they have in it; nothing where one breaks a rule.
pub(super) fn measures_of(dataset: &Dataset, first: usize, records: Box<[wire::Measure]>) -> Option<Vec<Measure>> {
    let mut checker = Checker::new(Names::with(dataset.body_index.clone(), dataset.document_index.clone()));
    let reader = RecordReader {
        horizon: horizon(Some(&dataset.edition), dataset.afterwards.as_ref()),
        sources: &dataset.sources,
        bodies: &dataset.bodies,
    };
    let list = Path::of("measures");
    let read = |(place, record)| reader.measure(&mut checker, &list.item(place), record);
    let measures = (first..).zip(records).map(read).collect();
    checker.is_clean().then_some(measures)
}

/// A dataset that is still being read.
pub(super) struct Draft {
    checker: Checker,
    /// Nothing where its day cannot be read: then there is a fault, and no dataset.
    edition: Option<Edition>,
    version: u32,
    vocabulary: Vocabulary,
    /// Those whose day can be read.
    sources: Vec<Source>,
    priorities: Vec<Priority>,
    rota: Rota,
    bodies: Vec<Body>,
    documents: Vec<Document>,
    reports: Vec<Report>,
    measures: Vec<Measure>,
    glossary: Vec<Term>,
    afterwards: Option<Afterwards>,
    span: Option<Period>,
}

impl Draft {
    /// From a file with all of the measures, some of them or none.
    pub(super) fn begin(file: wire::Dataset) -> Self {
        Self::with(Names::default(), file)
    }

    fn with(names: Names, file: wire::Dataset) -> Self {
        let mut checker = Checker::new(names);
        format(&mut checker, file.schema_version, file.schema.as_deref());
        let vocabulary = vocabulary(&mut checker, &file.edition.id, file.words);
        let edition = edition(&mut checker, file.edition);
        let afterwards = file.afterwards.and_then(|record| {
            let status_date = edition.as_ref().map(|edition| edition.status_date);
            afterwards(&mut checker, status_date, record)
        });
        let horizon = horizon(edition.as_ref(), afterwards.as_ref());
        let sources = each(&mut checker, &Path::of("sources"), file.sources, source);
        let sources: Vec<Source> = sources.into_iter().flatten().collect();
        let priorities = file.priorities.into_iter().enumerate();
        let priorities = priorities
            .map(|(place, record)| priority(&mut checker, place, record))
            .collect();
        let rota = rota(&mut checker, file.presidencies, &vocabulary);
        let bodies = each(
            &mut checker,
            &Path::of("bodies"),
            file.bodies,
            |checker, path, record| body(checker, path, record, horizon),
        );
        let documents = each(&mut checker, &Path::of("documents"), file.documents, document);
        let reader = RecordReader {
            horizon,
            sources: &sources,
            bodies: &bodies,
        };
        let reports = each(
            &mut checker,
            &Path::of("reports"),
            file.reports,
            |checker, path, record| reader.report(checker, path, record),
        );
        let glossary = each(&mut checker, &Path::of("glossary"), file.glossary, term);
        let span = reports.iter().fold(None, |span, report| {
            widened(span, &report.state_of_play, &report.follow_up)
        });
        let mut draft = Self {
            span,
            checker,
            version: file.schema_version,
            edition,
            vocabulary,
            sources,
            priorities,
            rota,
            bodies,
            documents,
            reports,
            measures: Vec::new(),
            glossary,
            afterwards,
        };
        draft.add(file.measures);
        draft
    }

    /// Adds the next measures.
    pub(super) fn add(&mut self, measures: Box<[wire::Measure]>) {
        let before = self.measures.len();
        let reader = RecordReader {
            horizon: horizon(self.edition.as_ref(), self.afterwards.as_ref()),
            sources: &self.sources,
            bodies: &self.bodies,
        };
        each_more(
            &mut self.checker,
            &Path::of("measures"),
            &mut self.measures,
            measures,
            |checker, path, record| reader.measure(checker, path, record),
        );
        self.span = self.measures[before..].iter().fold(self.span, |span, measure| {
            widened(span, &measure.state_of_play, &measure.follow_up)
        });
    }

    /// Whether there is no fault so far.
    pub(super) fn is_good(&self) -> bool {
        self.checker.is_clean()
    }

    /// The dataset, once all measures are added.
    ///
    /// # Errors
    /// Every fault; an empty list where a record is missing that was not known from the start.
    pub(super) fn finish(self) -> Result<Dataset, Vec<Fault>> {
        let mut names = self.checker.finish()?;
        let measure_index = names.take(List::Measures);
        let measure_place = |id: &MeasureId| measure_index.get(id.as_str()).copied();
        Ok(Dataset {
            later_index: LaterIndex::of(&self.reports, &self.measures, measure_place),
            body_index: names.take(List::Bodies),
            document_index: names.take(List::Documents),
            concern_index: concern_index(&self.reports, measure_place),
            measure_index,
            record_index: names.take(List::Records),
            record_places: record_places(&self.reports, &self.measures),
            tie_index: tie_index(&self.measures, &self.reports),
            afterwards: self.afterwards,
            span: self.span,
            edition: self.edition.ok_or_else(Vec::new)?,
            version: self.version,
            vocabulary: self.vocabulary,
            sources: self.sources,
            priorities: self.priorities,
            rota: self.rota,
            bodies: self.bodies,
            has_register_numbers: self.documents.iter().any(Document::has_register_number),
            documents: self.documents,
            reports: self.reports,
            measures: self.measures.into(),
            glossary: self.glossary,
        })
    }
}

fn each<Wire, Record>(
    checker: &mut Checker,
    list: &Path,
    records: Box<[Wire]>,
    read: impl FnMut(&mut Checker, &Path, Wire) -> Record,
) -> Vec<Record> {
    let mut all = Vec::with_capacity(records.len());
    each_more(checker, list, &mut all, records, read);
    all
}

/// Reads the next records of that list.
fn each_more<Wire, Record>(
    checker: &mut Checker,
    list: &Path,
    all: &mut Vec<Record>,
    records: Box<[Wire]>,
    mut read: impl FnMut(&mut Checker, &Path, Wire) -> Record,
) {
    let numbered = (all.len()..).zip(records);
    // Not collected: that would keep the larger allocation of the file's list.
    all.extend(numbered.map(|(place, record)| read(checker, &list.item(place), record)));
}

fn format(checker: &mut Checker, version: u32, schema: Option<&str>) {
    if !(1..=SCHEMA_VERSION).contains(&version) {
        checker.fault(&Path::of("schema_version"), version, words::VERSION);
    }
    if let Some(schema) = schema.filter(|schema| ![SCHEMA_ID, OLDER_SCHEMA_ID].contains(schema)) {
        checker.fault(&Path::of("$schema"), schema, words::schema(SCHEMA_ID));
    }
}

fn strings(texts: Box<[Text]>) -> Vec<String> {
    let mut strings = Vec::with_capacity(texts.len());
    strings.extend(texts.into_iter().map(String::from));
    strings
}

fn edition(checker: &mut Checker, record: wire::Edition) -> Option<Edition> {
    checker.filled(&Path::of("edition.id"), &record.id);
    checker.filled(&Path::of("edition.title"), &record.title);
    let status_date = checker.day(&Path::of("edition.status_date"), &record.status_date)?;
    Some(Edition {
        id: record.id.into(),
        title: record.title.into(),
        status_date,
    })
}

fn horizon(edition: Option<&Edition>, afterwards: Option<&Afterwards>) -> Horizon {
    Horizon {
        status_date: edition.map(|edition| edition.status_date),
        checked: afterwards.map(|afterwards| afterwards.checked),
    }
}

fn source(checker: &mut Checker, path: &Path, record: wire::Source) -> Option<Source> {
    let id = checker.own_id(path, List::Sources, &record.id);
    checker.filled(&path.field("title"), &record.title);
    checker.link(&path.field("url"), record.url.as_deref());
    let date = checker.day(&path.field("date"), &record.date);
    let issuer = checker.references(&path.field("issuer"), List::Bodies, &record.issuer);
    Some(Source {
        date: date?,
        issuer,
        id,
        number: record.number.into(),
        title: record.title.into(),
        marking: record.marking.map(String::from),
        previous: record.previous.map(String::from),
        url: record.url.map(String::from),
        note: record.note.map(String::from),
    })
}

fn priority(checker: &mut Checker, place: usize, record: wire::Priority) -> Priority {
    let list = Path::of("priorities");
    let path = &list.item(place);
    let id = checker.own_id(path, List::Priorities, &record.id);
    checker.filled(&path.field("title"), &record.title);
    checker.filled(&path.field("short_title"), &record.short_title);
    Priority {
        id,
        number: record.number.map(String::from),
        group: record.group.into(),
        title: record.title.into(),
        short_title: record.short_title.into(),
        color: record.color.map_or_else(|| PriorityColor::at(place), |color| color.0),
    }
}

fn body(checker: &mut Checker, path: &Path, record: wire::Body, horizon: Horizon) -> Body {
    let id = checker.own_id(path, List::Bodies, &record.id);
    checker.filled(&path.field("short"), &record.short);
    checker.filled(&path.field("name"), &record.name);
    checker.link(&path.field("url"), record.url.as_deref());
    Body {
        about: about(checker, path, &record),
        id,
        kind: record.kind.0,
        short: record.short.into(),
        name: record.name.into(),
        aliases: strings(record.aliases),
        url: record.url.map(String::from),
        identifiers: identifiers(checker, path, record.identifiers),
        looked: horizon.looked(checker, path, record.looked, record.looked_on),
    }
}

/// What it is, and the lines that say so: neither stands without the other.
fn about(checker: &mut Checker, path: &Path, record: &wire::Body) -> Option<About> {
    let lines = checker.references(&path.field("about_lines"), List::Records, &record.about_lines);
    let later = checker.references(&path.field("about_later"), List::LaterFacts, &record.about_later);
    let text = record.about.as_deref();
    match text {
        Some(text) if lines.is_empty() && later.is_empty() => checker.fault(&path.field("about"), text, words::ABOUT),
        None if !(lines.is_empty() && later.is_empty()) => {
            checker.fault_without_value(&path.field("about"), words::ABOUT);
        }
        _ => {}
    }
    checker.filled(&path.field("about"), text?);
    Some(About {
        text: text?.to_owned(),
        lines,
        later,
    })
}

fn document(checker: &mut Checker, path: &Path, record: wire::Document) -> Document {
    let id = checker.own_id(path, List::Documents, &record.id);
    if record.number.is_none() && record.title.is_none() {
        checker.fault_without_value(path, words::NAMELESS_DOCUMENT);
    }
    let date = record
        .date
        .as_deref()
        .and_then(|date| checker.date(&path.field("date"), date));
    let mut day = |field: &str, text: Option<Text>| text.and_then(|text| checker.date(&path.field(field), &text));
    let (applies, transposition) = (
        day("applies", record.applies),
        day("transposition", record.transposition),
    );
    let document = Document {
        id,
        number: record.number.map(String::from),
        kind: record.kind.0,
        title: record.title.map(String::from),
        date,
        marking: record.marking.map(String::from),
        oj: record.oj.map(String::from),
        applies,
        transposition,
        aliases: strings(record.aliases),
        identifiers: identifiers(checker, path, record.identifiers),
        note: record.note.map(String::from),
    };
    // Earlier data have them, made by rule; `identifiers` says what was read.
    drop((record.celex, record.eli));
    let url = document.url();
    if record.url.as_deref() != url.as_deref() {
        let fault = words::register_address(url.as_deref());
        checker.fault(&path.field("url"), record.url.as_deref(), fault);
    }
    document
}

/// One of each scheme, in its form.
fn identifiers(checker: &mut Checker, path: &Path, records: Box<[wire::Identifier]>) -> Vec<Identifier> {
    let mut known = Vec::new();
    let read = each(checker, &path.field("identifiers"), records, |checker, path, record| {
        let scheme = record.scheme.0;
        checker.identifier(&path.field("value"), scheme, &record.value);
        if known.contains(&scheme) {
            checker.fault(&path.field("scheme"), scheme.key(), words::SECOND_IDENTIFIER);
        }
        known.push(scheme);
        checker.filled(&path.field("seen"), &record.seen);
        Some(Identifier {
            scheme,
            checked: checker.day(&path.field("checked"), &record.checked)?,
            value: record.value.into(),
            seen: record.seen.into(),
        })
    });
    read.into_iter().flatten().collect()
}

fn term(checker: &mut Checker, path: &Path, record: wire::Term) -> Term {
    checker.own_id_in(path, "term", List::Glossary, &record.term);
    checker.filled(&path.field("meaning"), &record.meaning);
    Term {
        term: record.term.into(),
        meaning: record.meaning.into(),
    }
}
