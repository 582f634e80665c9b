//! From the file's records to the domain's, with every rule that spans more than one field.
//!
//! A rule that fails adds a fault and the work goes on, so that one run tells everything.

mod names;
mod records;
mod rules;

use rustc_hash::FxHashMap;

use crate::dataset::check::names::Names;
use crate::dataset::check::records::RecordReader;
use crate::dataset::check::rules::Checker;
use crate::dataset::fault::Fault;
use crate::dataset::record::{record_index, tie_index};
use crate::dataset::{Dataset, Edition, Priority, SCHEMA_ID, Source, Term, wire};
use crate::domain::body::Body;
use crate::domain::date::{Day, Period};
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId, PresidencyId, PriorityId, SourceId};
use crate::domain::presidency::{Presidency, Rota};

/// The version of the format that this page reads.
const SCHEMA_VERSION: u32 = 1;

/// Stands for a day that could not be read, so that the rules that need it let everything pass: the fault is told already,
/// and a dataset with a fault is never handed out.
const UNKNOWN_DAY: Day = Day::MAX;

/// Checks every record and the ties between them.
///
/// # Errors
/// Every fault, in file order.
pub(super) fn check(file: wire::Dataset) -> Result<Dataset, Vec<Fault>> {
    let mut checker = Checker::new(Names::of(&file));
    if file.schema_version != SCHEMA_VERSION {
        checker.fault(
            "schema_version",
            file.schema_version,
            "is not the version this page reads",
            "write 1",
        );
    }
    if let Some(schema) = file.schema.filter(|schema| schema != SCHEMA_ID) {
        let remedy = format!("write {SCHEMA_ID}, or leave it out");
        checker.fault("$schema", schema, "is not the schema of this format", &remedy);
    }
    let edition = edition(&mut checker, file.edition);
    let sources = each(&mut checker, "sources", file.sources, source);
    let priorities = each(&mut checker, "priorities", file.priorities, priority);
    let rota = rota(&mut checker, file.presidencies);
    let bodies = each(&mut checker, "bodies", file.bodies, body);
    let documents = each(&mut checker, "documents", file.documents, document);
    let reader = RecordReader {
        edition: &edition,
        sources: &sources,
    };
    let reports = each(&mut checker, "reports", file.reports, |checker, path, record| {
        reader.report(checker, path, record)
    });
    let measures = each(&mut checker, "measures", file.measures, |checker, path, record| {
        reader.measure(checker, path, record)
    });
    let glossary = each(&mut checker, "glossary", file.glossary, term);
    checker.finish()?;
    Ok(Dataset {
        body_index: index(&bodies, |body| body.id.clone()),
        document_index: index(&documents, |document| document.id.clone()),
        measure_index: index(&measures, |measure| measure.id.clone()),
        record_index: record_index(&measures, &reports),
        tie_index: tie_index(&measures, &reports),
        edition,
        sources,
        priorities,
        rota,
        bodies,
        documents,
        reports,
        measures,
        glossary,
    })
}

fn each<Wire, Record>(
    checker: &mut Checker,
    list: &str,
    records: Vec<Wire>,
    mut read: impl FnMut(&mut Checker, &str, Wire) -> Record,
) -> Vec<Record> {
    let numbered = records.into_iter().enumerate();
    numbered
        .map(|(index, record)| read(checker, &format!("{list}[{index}]"), record))
        .collect()
}

fn index<Record, Id: std::hash::Hash + Eq>(records: &[Record], id: impl Fn(&Record) -> Id) -> FxHashMap<Id, usize> {
    records
        .iter()
        .enumerate()
        .map(|(place, record)| (id(record), place))
        .collect()
}

fn edition(checker: &mut Checker, record: wire::Edition) -> Edition {
    checker.filled("edition.id", &record.id);
    checker.filled("edition.title", &record.title);
    let status_date = checker
        .day("edition.status_date", &record.status_date)
        .unwrap_or(UNKNOWN_DAY);
    Edition {
        id: record.id,
        title: record.title,
        status_date,
    }
}

fn source(checker: &mut Checker, path: &str, record: wire::Source) -> Source {
    checker.own_id(path, "sources", &record.id);
    checker.filled(&format!("{path}.title"), &record.title);
    checker.link(&format!("{path}.url"), record.url.as_deref());
    Source {
        date: checker
            .day(&format!("{path}.date"), &record.date)
            .unwrap_or(UNKNOWN_DAY),
        issuer: checker.bodies(&format!("{path}.issuer"), &record.issuer),
        id: SourceId::new(&record.id),
        number: record.number,
        title: record.title,
        marking: record.marking,
        previous: record.previous,
        url: record.url,
        note: record.note,
    }
}

fn priority(checker: &mut Checker, path: &str, record: wire::Priority) -> Priority {
    checker.own_id(path, "priorities", &record.id);
    checker.filled(&format!("{path}.title"), &record.title);
    checker.filled(&format!("{path}.short_title"), &record.short_title);
    Priority {
        id: PriorityId::new(&record.id),
        number: record.number,
        group: record.group,
        title: record.title,
        short_title: record.short_title,
    }
}

fn rota(checker: &mut Checker, records: Vec<wire::Presidency>) -> Rota {
    let terms = each(checker, "presidencies", records, |checker, path, record| {
        checker.own_id(path, "presidencies", &record.id);
        checker.filled(&format!("{path}.country"), &record.country);
        checker.filled(&format!("{path}.adjective"), &record.adjective);
        let from = checker.day(&format!("{path}.from"), &record.from);
        let to = checker.day(&format!("{path}.to"), &record.to);
        let term = from.zip(to).and_then(|(from, to)| Period::new(from, to));
        if from.is_some() && to.is_some() && term.is_none() {
            checker.fault(
                &format!("{path}.to"),
                &record.to,
                "is before `from`",
                "write the last day of the term",
            );
        }
        term.map(|term| Presidency {
            code: record.id.split('-').next().unwrap_or_default().to_owned(),
            id: PresidencyId::new(&record.id),
            country: record.country,
            adjective: record.adjective,
            term,
            trio: record.trio,
        })
    });
    Rota::new(terms.into_iter().flatten().collect()).unwrap_or_else(|(one, other)| {
        let wrong = format!("the terms of {one} and {other} share a day");
        checker.fault_without_value("presidencies", &wrong, "each day belongs to one Presidency");
        Rota::default()
    })
}

fn body(checker: &mut Checker, path: &str, record: wire::Body) -> Body {
    checker.own_id(path, "bodies", &record.id);
    checker.filled(&format!("{path}.short"), &record.short);
    checker.filled(&format!("{path}.name"), &record.name);
    checker.link(&format!("{path}.url"), record.url.as_deref());
    Body {
        id: BodyId::new(&record.id),
        kind: record.kind.0,
        short: record.short,
        name: record.name,
        aliases: record.aliases,
        url: record.url,
    }
}

fn document(checker: &mut Checker, path: &str, record: wire::Document) -> Document {
    checker.own_id(path, "documents", &record.id);
    if record.number.is_none() && record.title.is_none() {
        checker.fault_without_value(path, "has neither a number nor a title", "write at least one of them");
    }
    let date = record
        .date
        .as_deref()
        .and_then(|date| checker.date(&format!("{path}.date"), date));
    let mut day =
        |field: &str, text: Option<String>| text.and_then(|text| checker.date(&format!("{path}.{field}"), &text));
    let (applies, transposition) = (
        day("applies", record.applies),
        day("transposition", record.transposition),
    );
    let document = Document {
        id: DocumentId::new(&record.id),
        number: record.number,
        kind: record.kind.0,
        title: record.title,
        date,
        marking: record.marking,
        oj: record.oj,
        applies,
        transposition,
        aliases: record.aliases,
        note: record.note,
    };
    if record.url != document.url() {
        let wrong = "is not the address that the rule for this number gives";
        let remedy = match document.url() {
            Some(url) => format!("write {url}"),
            None => "no rule leads from this number to a register: write null".into(),
        };
        checker.fault(&format!("{path}.url"), record.url, wrong, &remedy);
    }
    document
}

fn term(checker: &mut Checker, path: &str, record: wire::Term) -> Term {
    checker.own_id_in(path, "term", "glossary", &record.term);
    checker.filled(&format!("{path}.meaning"), &record.meaning);
    Term {
        term: record.term,
        meaning: record.meaning,
    }
}
