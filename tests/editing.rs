//! What the editors supplied is said in the data, always in the same words (`docs/rules.md`).

use crate::shipped;
use crate::walk::{list, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Measures and sections of the general report.
pub fn homes() -> impl Iterator<Item = &'static Value> {
    list(shipped::json(), "reports").chain(list(shipped::json(), "measures"))
}

/// Every fact and commitment by id.
pub fn records() -> BTreeMap<&'static str, &'static Value> {
    let records = homes().flat_map(|home| list(home, "state_of_play").chain(list(home, "follow_up")));
    records
        .map(|record| (record["id"].as_str().expect("an id"), record))
        .collect()
}

fn names_a_year(words: &str) -> bool {
    words
        .split(|character: char| !character.is_ascii_digit())
        .any(|number| number.len() == 4)
}

#[test]
fn a_year_that_the_source_does_not_print_stands_with_the_date_and_the_note_says_from_what_it_follows() {
    let mut seen = 0;
    for (id, record) in records() {
        let words = [text(record, "date_text"), text(record, "due_text")].concat();
        if names_a_year(&words) || !MONTHS.iter().any(|month| words.contains(month)) {
            continue;
        }
        if id == "60-e2" {
            assert_eq!(
                record["date"],
                json!(null),
                "10 May of 2018 or of 2019: nothing says which"
            );
            continue;
        }
        assert!(
            !record["date"].is_null() || !record["due"].is_null(),
            "{id} has no date"
        );
        let note = text(record, "note");
        assert!(
            note.contains("The year is not printed; it follows from "),
            "{id}: {note}"
        );
        seen += 1;
    }
    assert!(20 < seen, "{seen}");
}

#[test]
fn an_owner_whom_the_source_does_not_name_is_said_to_stand_in_in_one_wording() {
    for (id, record) in records() {
        let note = text(record, "note");
        if record["owners"].is_null() {
            continue;
        }
        let says_otherwise = [
            "names nobody",
            "as owner",
            "no owner.",
            "no other owner",
            "working party is",
            "working parties are",
            "names only",
            "as responsible",
        ];
        let says_otherwise = says_otherwise.iter().find(|words| note.contains(*words));
        assert_eq!(says_otherwise, None, "{id}: {note}");
        let speaks_of_it = ["names no owner", " stand in.", " stands in."];
        if speaks_of_it.iter().any(|words| note.contains(words)) {
            let stand_in = note.split_once("The source names no owner; ").map(|(_, rest)| rest);
            let sentence = stand_in.and_then(|rest| rest.split('.').next()).unwrap_or_default();
            assert!(sentence.contains(" stand") && sentence.contains(" in"), "{id}: {note}");
        }
    }
}

/// The spellings of a body, a Presidency's code and adjective among them.
fn spellings(body: &Value) -> Vec<String> {
    let aliases = list(body, "aliases").filter_map(Value::as_str).map(str::to_owned);
    let mut all: Vec<String> = aliases.chain([text(body, "short"), text(body, "name")]).collect();
    let terms = list(shipped::json(), "presidencies");
    for term in terms.filter(|term| text(body, "id") == format!("pres-{}", text(term, "id").to_lowercase())) {
        all.extend(["id", "adjective"].map(|field| format!("{} Presidency", text(term, field))));
    }
    all
}

/// Whether a text has that as a word or words of its own.
fn says(text: &str, words: &str) -> bool {
    let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !inside(before.chars().next_back()) && !inside(after.chars().next())
    })
}

#[test]
fn whoever_owns_a_commitment_is_named_in_its_text_or_said_to_stand_in() {
    let bodies: BTreeMap<String, &Value> = list(shipped::json(), "bodies")
        .map(|body| (text(body, "id"), body))
        .collect();
    for (id, record) in records() {
        let (words, note) = (text(record, "text"), text(record, "note"));
        for owner in list(record, "owners").filter_map(Value::as_str) {
            let named = spellings(bodies[owner]).iter().any(|spelling| says(&words, spelling));
            assert!(
                named || note.contains("The source names no owner; "),
                "{id} does not name {owner}: {words}"
            );
        }
    }
}

/// Where in a block a line stands, as `documents` of a measure calls it; nothing where its source has no such parts.
fn part(record: &Value) -> Option<&'static str> {
    let section = text(&record["locator"], "section").to_lowercase();
    let parts = [
        ("state of play", "state-of-play"),
        ("follow-up", "follow-up"),
        ("main documents", "main"),
    ];
    parts
        .iter()
        .find(|(words, _)| section.contains(words))
        .map(|(_, part)| *part)
}

#[test]
fn a_document_that_a_line_cites_is_named_where_the_line_stands_or_the_link_is_said_to_be_the_editors() {
    let documents: BTreeMap<String, &Value> = list(shipped::json(), "documents")
        .map(|document| (text(document, "id"), document))
        .collect();
    let mut without_a_word = Vec::new();
    for home in homes() {
        let in_the_block: BTreeSet<(String, String)> = list(home, "documents")
            .map(|cited| (text(cited, "document"), text(cited, "role")))
            .collect();
        for record in list(home, "state_of_play").chain(list(home, "follow_up")) {
            let (words, note) = (text(record, "text"), text(record, "note"));
            if note.contains("The link to ") && note.contains(" is the editor’s") {
                continue;
            }
            for cited in list(record, "documents").filter_map(Value::as_str) {
                let stands = |role: &str| in_the_block.contains(&(cited.to_owned(), role.to_owned()));
                let roles = ["main", "state-of-play", "follow-up"];
                let there = match part(record) {
                    Some(part) => stands(part) || stands("footnote"),
                    None => roles.iter().chain(&["footnote"]).any(|role| stands(role)),
                };
                let number = text(documents[cited], "number");
                let whole = number.trim_end_matches(" final");
                let file = whole.split(' ').find(|part| part.contains('/'));
                let kind = text(documents[cited], "kind");
                let kinds = ["Regulation", "Directive", "Decision", "Convention"];
                let kind = kinds.into_iter().find(|name| kind == name.to_lowercase());
                let named = number.is_empty()
                    || [Some(whole), file]
                        .into_iter()
                        .flatten()
                        .any(|number| says(&words, number) || says(&note, number))
                    || kind.is_some_and(|kind| words.contains(kind));
                if !there && !named {
                    without_a_word.push(format!("{} cites {cited}", text(record, "id")));
                }
            }
        }
    }
    assert_eq!(without_a_word, Vec::<String>::new());
}

#[test]
fn what_is_dated_by_the_term_of_a_presidency_says_so_in_the_sources_words_or_in_the_note() {
    let terms: BTreeMap<String, String> = list(shipped::json(), "presidencies")
        .map(|term| {
            let from = text(term, "from");
            let half = if from.contains("-01-") { "H1" } else { "H2" };
            (text(term, "id"), format!("{}-{half}", &from[..4]))
        })
        .collect();
    let mut by_note = 0;
    for (id, record) in records() {
        let (note, term) = (text(record, "note"), terms.get(&text(record, "presidency")));
        let dated = [text(record, "date"), text(record, "due")].concat();
        let words = [text(record, "date_text"), text(record, "due_text")].concat();
        assert!(!note.contains("taken from the Presidency"), "{id}: {note}");
        if term != Some(&dated) || !record["end"].is_null() || !record["due_end"].is_null() {
            continue;
        }
        let season = ["early", "mid", "spring", "autumn", "half", "semester"];
        let told = ["residency", "tenure", "during the HR"].iter().chain(&season);
        if !told.into_iter().any(|part| words.contains(part)) {
            assert!(note.contains("Dated by the term of the Presidency."), "{id}: {note}");
            by_note += 1;
        }
    }
    assert!(40 < by_note, "{by_note}");
}

#[test]
fn a_day_of_a_document_without_its_year_has_one_and_the_note_says_from_what_it_follows() {
    for document in list(shipped::json(), "documents") {
        let (title, note) = (text(document, "title"), text(document, "note"));
        let words: Vec<&str> = title.split_whitespace().collect();
        let has_a_day = words
            .windows(2)
            .any(|pair| pair[0].parse::<u8>().is_ok() && MONTHS.contains(&pair[1]));
        if (has_a_day && !names_a_year(&title)) || note.contains("The year is not printed") {
            assert!(!document["date"].is_null(), "{title}");
            assert!(note.contains("The year is not printed; it follows from "), "{note}");
        }
        assert!(!note.contains("year follow"), "{note}");
    }
}

#[test]
fn what_was_met_on_a_day_that_nobody_reports_says_so() {
    for (id, record) in records() {
        let outcome = &record["outcome"];
        if outcome["state"] == "met" && outcome["date"].is_null() {
            let words = text(outcome, "text");
            assert!(
                words.starts_with("Done: ") && words.contains("is not reported"),
                "{id}: {words}"
            );
        }
    }
}

#[test]
fn of_what_nothing_was_found_it_is_said_what_was_looked_for() {
    let bodies = list(shipped::json(), "bodies").filter(|body| !body["looked"].is_null());
    for searched in list(&shipped::json()["afterwards"], "nothing_found").chain(bodies) {
        assert!(!text(searched, "looked").trim().is_empty(), "{searched}");
        // Not all of it was looked for on the day up to which the later facts were.
        assert!(!text(searched, "looked_on").is_empty(), "{searched}");
    }
}

#[test]
fn owners_stand_in_where_the_note_says_so_and_nowhere_else() {
    for (id, record) in records().iter().filter(|(_, record)| record.get("outcome").is_some()) {
        let is_said = text(record, "note").contains("The source names no owner; ");
        let stand_in = record["owners_stand_in"].as_bool().unwrap_or_default();
        assert_eq!(stand_in, is_said, "{id}");
    }
}

#[test]
fn the_presidency_of_a_passage_that_names_it_is_the_one_that_it_names() {
    let rota = || list(shipped::json(), "presidencies");
    let mut seen = BTreeSet::new();
    for (id, record) in records() {
        let note = text(record, "note");
        let Some((_, named)) = note.split_once("The source says “the Presidency”; the passage names the ") else {
            continue;
        };
        let adjective = named.split(' ').next().unwrap_or_default();
        let country = rota()
            .find(|term| term["adjective"] == adjective)
            .expect("a Presidency");
        let code = text(country, "id");
        let body = format!("pres-{}", code.to_lowercase());
        let is_named = |field| list(record, field).any(|id| *id == body);
        assert!(is_named("bodies") || is_named("owners"), "{id} does not name {body}");
        if !record["date"].is_null() {
            assert_eq!(record["presidency"], code, "{id}");
        }
        seen.insert(id);
    }
    let told = ["24-e5", "40-e9", "report-terrorism-e14", "report-terrorism-e16"];
    assert!(told.iter().all(|id| seen.contains(id)), "{seen:?}");
}
