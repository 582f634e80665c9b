//! The records that are shown, as a dataset of the same format as the page's own: taken from its file, so that nothing of
//! them is lost.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::dataset::{Home, SCHEMA_ID};
use crate::export::shown::each_once;
use crate::export::writing::Writer;
use crate::export::{Shown, Told, Unwritable};
use crate::query::citing;

/// What is kept of a file.
struct Kept {
    /// The ids of the measures.
    measures: HashSet<String>,
    /// The ids of the facts and commitments.
    lines: HashSet<String>,
}

/// Takes one measure or section after the other over.
pub(super) struct JsonWriter {
    /// The file without its measures and reports.
    whole: Map<String, Value>,
    kept: Kept,
    /// The ids of all documents of the file, by which a piece of evidence is known as one.
    known_documents: HashSet<String>,
    /// The measures and sections that are kept, with the list in which each stands.
    homes: Vec<(&'static str, Value)>,
    bodies: HashSet<String>,
    documents: HashSet<String>,
    sources: HashSet<String>,
}

impl JsonWriter {
    /// Takes from the file what is shown:
    ///
    /// - measures with all their lines; of what is shown line by line those lines only, in their measures and sections; of a
    ///   document every measure and section that cites it;
    /// - every body, document and source that is named there; the leading source in any case, because the first source of a
    ///   dataset leads it;
    /// - the priorities, the Presidencies and the glossary whole: by them the same texts and dates say the same;
    /// - of ties, evidence and measures that are named in a line, those that are shown.
    pub(super) fn new(told: &Told<'_>, shown: &Shown<'_>) -> Result<Self, Unwritable> {
        let file: Value = serde_json::from_slice(told.file.as_bytes()).map_err(unwritable)?;
        let Value::Object(mut whole) = file else {
            return Err(unwritable("the dataset's file holds no dataset"));
        };
        let records = shown.records(told);
        let places = shown.measures();
        let of_records = records.iter().map(|(home, _)| *home);
        let of_citing = match shown {
            Shown::Document(place) => citing(*place, told.index),
            _ => Vec::new(),
        };
        let of_citing = of_citing.into_iter().map(|(home, _)| home);
        let homes = places.iter().copied().map(Home::Measure);
        let homes = each_once(homes.chain(of_records).chain(of_citing));
        let id = |home: &Home| match home {
            Home::Measure(place) => told.dataset.measures[*place].id.to_string(),
            Home::Report(place) => told.dataset.reports[*place].id.to_string(),
        };
        let is_measure = |home: &&Home| matches!(home, Home::Measure(_));
        let measures = homes.iter().filter(is_measure).map(id).collect();
        let reports: HashSet<String> = homes.iter().filter(|home| !is_measure(home)).map(id).collect();
        let of_measures = places.iter().flat_map(|place| {
            let events = told.dataset.measures[*place].state_of_play.iter();
            let commitments = told.dataset.measures[*place].follow_up.iter();
            let events = events.map(|event| event.id.to_string());
            events.chain(commitments.map(|commitment| commitment.id.to_string()))
        });
        let lines = records.iter().map(|(_, record)| record.id().to_string());
        let kept = Kept {
            measures,
            lines: lines.chain(of_measures).collect(),
        };
        let of_measures = taken(&mut whole, "measures", &kept.measures);
        let of_reports = taken(&mut whole, "reports", &reports);
        let homes = of_measures.into_iter().map(|record| ("measures", record));
        let homes = homes
            .chain(of_reports.into_iter().map(|record| ("reports", record)))
            .collect();
        let documents = match shown {
            Shown::Documents(places) => {
                let documents = places.iter().map(|place| &told.dataset.documents[*place]);
                documents.map(|document| document.id.to_string()).collect()
            }
            Shown::Document(place) => HashSet::from([told.dataset.documents[*place].id.to_string()]),
            _ => HashSet::new(),
        };
        let known_documents = whole.get("documents").and_then(Value::as_array).into_iter().flatten();
        let known_documents = known_documents.filter_map(|document| document["id"].as_str());
        let known_documents = known_documents.map(str::to_owned).collect();
        Ok(Self {
            whole,
            kept,
            known_documents,
            homes,
            bodies: HashSet::new(),
            documents,
            sources: HashSet::new(),
        })
    }

    /// Takes what a line names into account, and leaves out what is not shown.
    fn line(&mut self, line: &mut Value) {
        retain(line, "measures", |id| {
            id.as_str().is_some_and(|id| self.kept.measures.contains(id))
        });
        let kept = &self.kept;
        retain(line, "related", |tie| {
            tie["record"].as_str().is_some_and(|id| kept.lines.contains(id))
        });
        if let Some(outcome) = line.get_mut("outcome") {
            let is_document = |id: &str| self.known_documents.contains(id);
            retain(outcome, "evidence", |id| {
                id.as_str().is_some_and(|id| kept.lines.contains(id) || is_document(id))
            });
            let evidence = texts(outcome, "evidence").filter(|id| is_document(id));
            self.documents.extend(evidence);
        }
        for list in ["bodies", "owners"] {
            self.bodies.extend(texts(line, list));
        }
        self.documents.extend(texts(line, "documents"));
    }

    /// Leaves of a list only what is named.
    fn keep(&mut self, list: &str, is_kept: impl Fn(&str) -> bool) {
        if let Some(Value::Array(records)) = self.whole.get_mut(list) {
            records.retain(|record| record["id"].as_str().is_some_and(&is_kept));
        }
    }
}

impl Writer for JsonWriter {
    fn count(&self) -> usize {
        self.homes.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let mut home = self.homes[piece].1.take();
        for list in ["state_of_play", "follow_up"] {
            let lines = &self.kept.lines;
            retain(&mut home, list, |line| {
                line["id"].as_str().is_some_and(|id| lines.contains(id))
            });
            for line in home.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                self.line(line);
            }
        }
        let measures = &self.kept.measures;
        retain(&mut home, "related", |tie| {
            tie["measure"].as_str().is_some_and(|id| measures.contains(id))
        });
        for list in ["working_parties", "bodies"] {
            self.bodies.extend(texts(&home, list));
        }
        let citations = home.get("documents").and_then(Value::as_array).into_iter().flatten();
        let cited = citations.filter_map(|citation| citation["document"].as_str());
        self.documents.extend(cited.map(str::to_owned));
        self.sources.extend(home["source"].as_str().map(str::to_owned));
        self.homes[piece].1 = home;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<String, Unwritable> {
        let leading = self.whole.get("sources").and_then(|sources| sources[0]["id"].as_str());
        let leading = leading.map(str::to_owned);
        let mut sources = std::mem::take(&mut self.sources);
        sources.extend(leading);
        self.keep("sources", |id| sources.contains(id));
        let issuers = self
            .whole
            .get("sources")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let issuers: Vec<String> = issuers.flat_map(|source| texts(source, "issuer")).collect();
        let mut bodies = std::mem::take(&mut self.bodies);
        bodies.extend(issuers);
        self.keep("bodies", |id| bodies.contains(id));
        let documents = std::mem::take(&mut self.documents);
        self.keep("documents", |id| documents.contains(id));
        let (measures, reports): (Vec<_>, Vec<_>) = self.homes.into_iter().partition(|(list, _)| *list == "measures");
        for (list, homes) in [("measures", measures), ("reports", reports)] {
            let records = homes.into_iter().map(|(_, record)| record).collect();
            self.whole.insert(list.to_owned(), Value::Array(records));
        }
        self.whole.insert("$schema".to_owned(), SCHEMA_ID.into());
        Ok(format!("{:#}\n", Value::Object(self.whole)))
    }
}

/// Takes the records with those ids out of a list of the file, and the list with them.
fn taken(whole: &mut Map<String, Value>, list: &str, ids: &HashSet<String>) -> Vec<Value> {
    let records = match whole.remove(list) {
        Some(Value::Array(records)) => records,
        _ => Vec::new(),
    };
    let is_kept = |record: &Value| record["id"].as_str().is_some_and(|id| ids.contains(id));
    records.into_iter().filter(is_kept).collect()
}

/// Leaves in a list of a record only what fits; a record without it stays so.
fn retain(record: &mut Value, list: &str, fits: impl Fn(&Value) -> bool) {
    if let Some(Value::Array(items)) = record.get_mut(list) {
        items.retain(fits);
    }
}

/// The texts in a list of a record.
fn texts(record: &Value, list: &str) -> impl Iterator<Item = String> {
    let items = record.get(list).and_then(Value::as_array).into_iter().flatten();
    let texts: Vec<String> = items.filter_map(|item| item.as_str().map(str::to_owned)).collect();
    texts.into_iter()
}

fn unwritable(error: impl std::fmt::Display) -> Unwritable {
    Unwritable::new("JSON", error)
}
