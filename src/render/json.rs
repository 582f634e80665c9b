//! The records that are shown, as a dataset in the page's own format: taken from its file, so that nothing is lost.

use std::collections::HashSet;

use serde_json::Value;

use crate::dataset::{Home, SCHEMA_ID, SCHEMA_VERSION};
use crate::render::writing::{Unwritable, Writer};
use crate::view::{ExportContent, ExportContext};
use crate::words::share::NO_DATASET;

/// Takes one measure or section after the other over.
pub(super) struct JsonWriter {
    /// The file, reduced to the measures and sections of which something is shown.
    whole: Value,
    /// The ids of the measures, of the sections, and of the facts and commitments that are shown.
    measures: HashSet<String>,
    reports: HashSet<String>,
    lines: HashSet<String>,
    /// The ids of the later facts, where these are what is shown.
    later: Option<HashSet<String>>,
    /// The ids of all documents of the file, by which a piece of evidence is known as one.
    known_documents: HashSet<String>,
    /// The ids named so far.
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
    /// - of ties, evidence and measures that are named in a line, those that are shown; what a body is where a line that says so is shown;
    /// - of later facts those that are shown, where these are what is shown; else all those of a measure or section that is shown whole, and of others those that bear on a commitment that is shown.
    pub(super) fn new(context: &ExportContext<'_>, exported: &ExportContent<'_>) -> Result<Self, Unwritable> {
        let mut whole = read(&context.file)?;
        let dataset = context.dataset;
        let (mut measures, mut reports) = (HashSet::new(), HashSet::new());
        for home in exported.homes(context) {
            match home {
                Home::Measure(place) => measures.insert(dataset.measures[place].id.to_string()),
                Home::Report(place) => reports.insert(dataset.reports[place].id.to_string()),
            };
        }
        for (list, ids) in [("measures", &measures), ("reports", &reports)] {
            retain(&mut whole, list, &|record| is_in(ids, &record["id"]));
        }
        let of_measures = exported.measures().into_iter();
        let of_measures = of_measures.flat_map(|place| dataset.records_of(Home::Measure(place)));
        let records = exported.records(context).into_iter().map(|(_, record)| record);
        let later = exported.later_facts();
        let documents = exported.documents().into_iter();
        let known_documents = items(&whole, "documents").iter();
        Ok(Self {
            known_documents: known_documents.filter_map(|document| text(&document["id"])).collect(),
            whole,
            measures,
            reports,
            lines: records
                .chain(of_measures)
                .map(|record| record.id().to_string())
                .collect(),
            later: later.map(|facts| facts.iter().map(|(_, fact)| fact.id.to_string()).collect()),
            bodies: HashSet::new(),
            documents: documents.map(|place| dataset.documents[place].id.to_string()).collect(),
            sources: HashSet::new(),
        })
    }

    /// Takes what a line names into account, and leaves out what is not shown.
    fn line(&mut self, line: &mut Value) {
        retain(line, "measures", &|id| is_in(&self.measures, id));
        retain(line, "related", &|tie| is_in(&self.lines, &tie["record"]));
        if let Some(outcome) = line.get_mut("outcome") {
            retain(outcome, "evidence", &|id| {
                is_in(&self.lines, id) || is_in(&self.known_documents, id)
            });
            let evidence = texts(outcome, "evidence").filter(|id| self.known_documents.contains(id));
            self.documents.extend(evidence);
        }
        for list in ["bodies", "owners"] {
            self.bodies.extend(texts(line, list));
        }
        self.documents.extend(texts(line, "documents"));
    }

    /// The same for the later facts on a measure or section; `is_whole` if all its lines are shown.
    fn later_facts(&mut self, home: &mut Value, is_whole: bool) {
        for fact in records(home, "since") {
            retain(fact, "about", &|about| is_in(&self.lines, &about["commitment"]));
            retain(fact, "measures", &|id| is_in(&self.measures, id));
            retain(fact, "reports", &|id| is_in(&self.reports, id));
            if let Some(new_due) = fact.get_mut("new_due") {
                retain(new_due, "commitments", &|id| is_in(&self.lines, id));
            }
        }
        retain(home, "since", &|fact| match &self.later {
            Some(shown) => is_in(shown, &fact["id"]),
            None => is_whole || !items(fact, "about").is_empty(),
        });
        for fact in items(home, "since") {
            for list in ["bodies", "systems"] {
                self.bodies.extend(texts(fact, list));
            }
            let known = items(fact, "documents").iter();
            self.documents
                .extend(known.filter_map(|cited| text(&cited["document"])));
        }
    }
}

impl Writer for JsonWriter {
    fn count(&self) -> usize {
        items(&self.whole, "measures").len() + items(&self.whole, "reports").len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let measures = items(&self.whole, "measures").len();
        let (list, place) = match piece.checked_sub(measures) {
            Some(place) => ("reports", place),
            None => ("measures", piece),
        };
        let mut home = self.whole[list][place].take();
        let lines = ["state_of_play", "follow_up"];
        let is_whole = lines
            .iter()
            .all(|list| items(&home, list).iter().all(|line| is_in(&self.lines, &line["id"])));
        for list in lines {
            retain(&mut home, list, &|line| is_in(&self.lines, &line["id"]));
            for line in records(&mut home, list) {
                self.line(line);
            }
        }
        self.later_facts(&mut home, is_whole);
        retain(&mut home, "related", &|tie| is_in(&self.measures, &tie["measure"]));
        for list in ["working_parties", "bodies"] {
            self.bodies.extend(texts(&home, list));
        }
        let cited = items(&home, "documents").iter();
        self.documents
            .extend(cited.filter_map(|citation| text(&citation["document"])));
        self.sources.extend(text(&home["source"]));
        self.whole[list][place] = home;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        Ok(printed(&self.into_dataset()))
    }
}

impl JsonWriter {
    /// The dataset, once every piece is written.
    pub(super) fn into_dataset(self) -> Value {
        let (mut whole, mut sources, mut bodies, mut lines) = (self.whole, self.sources, self.bodies, self.lines);
        sources.extend(text(&whole["sources"][0]["id"]));
        retain(&mut whole, "sources", &|source| is_in(&sources, &source["id"]));
        let issuers = items(&whole, "sources").iter();
        bodies.extend(issuers.flat_map(|source| texts(source, "issuer")));
        retain(&mut whole, "bodies", &|body| is_in(&bodies, &body["id"]));
        retain(&mut whole, "documents", &|document| {
            is_in(&self.documents, &document["id"])
        });
        if let Some(afterwards) = whole.get_mut("afterwards") {
            retain(afterwards, "nothing_found", &|missed| {
                is_in(&lines, &missed["commitment"])
            });
        }
        lines.extend(later_facts(&whole));
        for list in ["measures", "reports"] {
            for home in records(&mut whole, list) {
                for fact in records(home, "since") {
                    retain(fact, "disagrees_with", &|id| is_in(&lines, id));
                }
            }
        }
        for body in records(&mut whole, "bodies") {
            keep_what_is_said(body, &lines);
        }
        whole["$schema"] = SCHEMA_ID.into();
        whole["schema_version"] = SCHEMA_VERSION.into();
        whole
    }
}

/// The ids of the later facts that are left.
fn later_facts(whole: &Value) -> Vec<String> {
    let homes = ["measures", "reports"].into_iter().flat_map(|list| items(whole, list));
    let facts = homes.flat_map(|home| items(home, "since"));
    facts.filter_map(|fact| text(&fact["id"])).collect()
}

/// Says what a body is as far as one of these lines says it.
fn keep_what_is_said(body: &mut Value, lines: &HashSet<String>) {
    let lists = ["about_lines", "about_later"];
    for list in lists {
        retain(body, list, &|id| is_in(lines, id));
    }
    if lists.iter().all(|list| items(body, list).is_empty())
        && let Some(body) = body.as_object_mut()
    {
        body.remove("about");
    }
}

/// A dataset as the text of its file.
pub(super) fn printed(dataset: &Value) -> Vec<u8> {
    format!("{dataset:#}\n").into_bytes()
}

/// The dataset in a file.
pub(super) fn read(file: &str) -> Result<Value, Unwritable> {
    let whole: Value = serde_json::from_slice(file.as_bytes()).map_err(unwritable)?;
    if !whole.is_object() {
        return Err(unwritable(NO_DATASET));
    }
    Ok(whole)
}

/// Whether that is one of those ids.
fn is_in(ids: &HashSet<String>, id: &Value) -> bool {
    id.as_str().is_some_and(|id| ids.contains(id))
}

/// The records of a list, to be changed.
fn records<'a>(of: &'a mut Value, list: &str) -> impl Iterator<Item = &'a mut Value> {
    of.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Leaves in a list of a record only what fits; a record without it stays so.
fn retain(record: &mut Value, list: &str, fits: &dyn Fn(&Value) -> bool) {
    if let Some(Value::Array(items)) = record.get_mut(list) {
        items.retain(fits);
    }
}

/// What is in a list of a record.
fn items<'a>(record: &'a Value, list: &str) -> &'a [Value] {
    record.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The texts in a list of a record.
fn texts(record: &Value, list: &str) -> impl Iterator<Item = String> {
    items(record, list).iter().filter_map(text)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn unwritable(error: impl std::fmt::Display) -> Unwritable {
    Unwritable::new("JSON", error)
}
