//! By which words things should be found: those of all their texts, and those of the acronyms and expansions in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use iss_followup::domain::document::DocumentKind;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::{OutcomeState, Status};
use iss_followup::query::{Unit, words};
use serde_json::Value;

use super::super::shipped;
use super::day;
use crate::walk::{list, text};

/// The words of a text as they are written.
fn pieces(text: &str) -> Vec<String> {
    let pieces = text.split(|character: char| !character.is_alphanumeric());
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// An acronym as it is written, and its expansion and what explains it in folded words.
type PlainTerm = (Vec<String>, Vec<String>, Vec<String>);

fn glossary() -> &'static [PlainTerm] {
    static GLOSSARY: OnceLock<Vec<PlainTerm>> = OnceLock::new();
    GLOSSARY.get_or_init(|| {
        let term = |term: &Value| {
            let meaning = text(term, "meaning");
            let expansion = words(meaning.split(" (").next().unwrap_or_default());
            (pieces(&text(term, "term")), expansion, words(&meaning))
        };
        list(shipped::json(), "glossary").map(term).collect()
    })
}

/// Two words with a hyphen between them are also one.
fn compounds(text: &str) -> Vec<String> {
    const HYPHENS: [char; 4] = ['-', '‐', '‑', '–'];
    let mut compounds = Vec::new();
    for run in text.split(|character: char| !character.is_alphanumeric() && !HYPHENS.contains(&character)) {
        let words: Vec<&str> = run.split(HYPHENS).collect();
        let pairs = words
            .windows(2)
            .filter(|pair| pair[0].ends_with(char::is_alphabetic) && pair[1].starts_with(char::is_alphabetic));
        compounds.extend(pairs.map(|pair| words_of(&pair.concat())));
    }
    compounds
}

fn words_of(text: &str) -> String {
    words(text).concat()
}

/// The words by which a text is found: its own, and those of the acronyms and expansions in it.
fn naive_words(text: &str) -> BTreeSet<String> {
    let (plain, written) = (words(text), pieces(text));
    let mut found: BTreeSet<String> = plain.iter().cloned().collect();
    found.extend(compounds(text));
    for (acronym, expansion, meaning) in glossary() {
        let (last, before) = expansion.split_last().expect("an expansion");
        let begins = |window: &[String]| {
            window
                .split_last()
                .is_some_and(|(word, rest)| rest == before && word.starts_with(last.as_str()))
        };
        if written.windows(acronym.len()).any(|window| window == acronym) {
            found.extend(meaning.iter().cloned());
        } else if plain.windows(expansion.len()).any(begins) {
            found.extend(words(&acronym.join(" ")));
        }
    }
    found
}

/// The bodies, documents and priorities, by id: no two of them have the same.
fn record(id: &str) -> &'static Value {
    static RECORDS: OnceLock<BTreeMap<String, &Value>> = OnceLock::new();
    let records = RECORDS.get_or_init(|| {
        let of = |key| list(shipped::json(), key).map(|record| (text(record, "id"), record));
        of("bodies").chain(of("documents")).chain(of("priorities")).collect()
    });
    records[id]
}

/// Every text of a record in those fields, whether they hold a text or a list of them.
fn texts(record: &Value, fields: &[&str]) -> Vec<String> {
    let field = |field: &&str| match &record[*field] {
        Value::String(text) => vec![text.clone()],
        _ => list(record, field)
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    };
    fields.iter().flat_map(field).collect()
}

/// The names of the bodies and documents whose ids stand in those fields of the record.
fn names(line: &Value, fields: &[&str]) -> Vec<String> {
    let ids = texts(line, fields).into_iter();
    ids.flat_map(|id| texts(record(&id), &["short", "name", "number", "title", "aliases"]))
        .collect()
}

fn label<Word: Keyed>(key: &str) -> String {
    let word = Word::from_key(key).expect("a known key");
    word.label().to_owned()
}

fn measure_texts(measure: &Value) -> Vec<String> {
    let mut lines = texts(measure, &["number", "title", "summary", "status_reason", "note"]);
    lines.extend([
        format!("ISS-{}", text(measure, "id")),
        label::<Status>(&text(measure, "status")),
    ]);
    lines.extend(texts(record(&text(measure, "priority")), &["title", "short_title"]));
    lines.extend(list(measure, "state_of_play").flat_map(|event| texts(event, &["text", "date_text"])));
    lines.extend(list(measure, "follow_up").flat_map(|commitment| texts(commitment, &["text", "due_text"])));
    lines.extend(names(measure, &["working_parties", "bodies"]));
    lines.extend(list(measure, "documents").flat_map(|citation| names(citation, &["document"])));
    lines
}

fn commitment_texts(home: &Value, commitment: &Value, as_of: &str) -> Vec<String> {
    let mut lines = texts(commitment, &["text", "due_text", "note"]);
    let outcome = &commitment["outcome"];
    lines.extend(day::is_known(commitment, as_of).then(|| text(outcome, "text")));
    let state = day::state(commitment, as_of);
    // Readers look for it under its old name too.
    lines.extend((state == "overdue").then(|| state.clone()));
    lines.push(label::<OutcomeState>(&state));
    lines.extend(names(commitment, &["owners", "bodies", "documents"]));
    lines.extend(texts(home, &["number", "title"]));
    // Only a measure has a number.
    lines.extend(home["number"].as_str().map(|_| format!("ISS-{}", text(home, "id"))));
    lines
}

fn document_texts(document: &Value) -> Vec<String> {
    let mut lines = texts(document, &["number", "title", "aliases", "oj"]);
    lines.push(label::<DocumentKind>(&text(document, "kind")));
    lines
}

/// The words of everything that can be listed as of a day, in the order of the dataset.
pub fn words_on(unit: Unit, as_of: &str) -> Vec<BTreeSet<String>> {
    let json = shipped::json();
    let of = |lines: Vec<String>| naive_words(&lines.join("\n"));
    let homes = list(json, "measures").chain(list(json, "reports"));
    let commitments = |home| list(home, "follow_up").map(move |own| commitment_texts(home, own, as_of));
    match unit {
        Unit::Measures => list(json, "measures").map(measure_texts).map(of).collect(),
        Unit::Commitments => homes.flat_map(commitments).map(of).collect(),
        Unit::Documents => list(json, "documents").map(document_texts).map(of).collect(),
    }
}

/// Whether each word that is wanted begins one of these. An acronym that is typed as the glossary writes it must be a word of its
/// own, with what it stands for.
pub fn has_all(own: &BTreeSet<String>, typed: &str) -> bool {
    let begins = |word: &String| own.iter().any(|other| other.starts_with(word.as_str()));
    pieces(typed).iter().all(|piece| {
        let acronym = glossary()
            .iter()
            .find(|(acronym, ..)| acronym.len() == 1 && acronym[0] == *piece);
        match acronym {
            Some((_, expansion, _)) => own.contains(&words_of(piece)) && expansion.iter().all(begins),
            None => words(piece).iter().all(begins),
        }
    })
}
