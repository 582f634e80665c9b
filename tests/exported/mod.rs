//! What is exported in the tests: from the shipped data, and from the same with texts that another program could take for
//! something else.

#![allow(dead_code, reason = "not every test binary that shares this module needs all of it")]

use std::collections::HashSet;
use std::sync::OnceLock;

use iss_followup::dataset::{self, Dataset, Home, Record};
use iss_followup::domain::date::Day;
use iss_followup::domain::invisible_chars::is_invisible;
use iss_followup::domain::presidency::Presidency;
use iss_followup::query::{
    BriefBy, Briefs, HeatAxes, HeatUnit, Index, LaterColumn, Query, all_slips, commitments, documents, heat,
    later_facts, run,
};
use iss_followup::render::{Progress, Unwritable, Writing, write};
use iss_followup::view::{ExportContent, ExportContext, Format};
use proptest::prelude::*;
use serde_json::Value;

use super::shipped;
use crate::asked::{any_query, index};

/// The shipped data as of that day.
pub fn context(query: &Query) -> ExportContext<'static> {
    static FILE: OnceLock<String> = OnceLock::new();
    let file = FILE.get_or_init(|| shipped::json().to_string());
    ExportContext {
        file: file.clone(),
        ..told_of(shipped::dataset(), index(), query.day(shipped::dataset()))
    }
}

/// That data as of that day.
pub fn told_of<'a>(dataset: &'a Dataset, index: &'a Index<'a>, as_of: Day) -> ExportContext<'a> {
    ExportContext {
        dataset,
        index,
        as_of,
        selection: "all measures".to_owned(),
        address: "/table".to_owned(),
        later_column: LaterColumn::default(),
        file: String::new(),
    }
}

/// Every kind of thing that can be shown, of what the query asks for.
pub fn all_shown<'a>(query: &Query, dataset: &'a Dataset, index: &'a Index<'a>) -> Vec<ExportContent<'a>> {
    let measures = run(query, index);
    let homes: Vec<Home> = measures.iter().copied().map(Home::Measure).collect();
    let facts = dataset.records().filter(|(home, _)| homes.contains(home)).collect();
    let briefs: Vec<&Presidency> = dataset.rota.terms().iter().skip(8).take(2).collect();
    let mut all = vec![
        ExportContent::Facts(facts),
        ExportContent::Commitments(commitments(query, index)),
        ExportContent::Documents(documents(query, index)),
        ExportContent::Heat {
            heat: heat(query, HeatAxes::default(), HeatUnit::default(), index),
            axes: HeatAxes::default(),
            measures: measures.clone(),
        },
        ExportContent::Briefs(
            Briefs::new(&briefs, query, BriefBy::default(), index, None)
                .all()
                .to_vec(),
        ),
    ];
    all.extend(measures.first().map(|place| ExportContent::Measure(*place)));
    all.extend((0..dataset.reports.len()).next().map(ExportContent::Report));
    all.extend(
        dataset
            .bodies
            .iter()
            .step_by(60)
            .map(|body| ExportContent::of_body(&body.id, dataset)),
    );
    all.extend((0..dataset.documents.len()).step_by(90).map(ExportContent::Document));
    all.push(ExportContent::Later(later_facts(query, index)));
    all.push(ExportContent::Slips(all_slips(query.day(dataset), dataset)));
    all.push(ExportContent::Measures(measures));
    all
}

/// A query on any day.
pub fn any_query_on_any_day() -> impl Strategy<Value = Query> {
    let days = ["2016-06-30", "2018-09-01", "2020-02-03", "2022-06-01", "2026-11-29"];
    let day = proptest::option::of(proptest::sample::select(days.to_vec()));
    (any_query(), day).prop_map(|(query, day)| Query {
        as_of: day.map(|day| day.parse().expect("a day")),
        ..query
    })
}

/// What is left of a text on one line.
pub fn words(text: &str) -> String {
    let turns = |one: char| matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let seen: String = text.chars().filter(|one| !turns(*one)).collect();
    let words = seen.split(|character: char| character.is_whitespace() || character.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of such a page as they must be exported, worked out from the records alone; none of what is no page of lines.
pub fn lines_of<'a>(shown: &ExportContent<'a>, dataset: &'a Dataset) -> Vec<(Home, Record<'a>)> {
    let fits = |home: Home, record: &Record<'a>| match shown {
        ExportContent::Measure(place) => home == Home::Measure(*place),
        ExportContent::Report(place) => home == Home::Report(*place),
        ExportContent::Document(place) => record.documents().contains(&dataset.documents[*place].id),
        ExportContent::Body { id, .. } => match record {
            Record::Event(event) => event.bodies.contains(id),
            Record::Commitment(commitment) => commitment.owners.contains(id) || commitment.bodies.contains(id),
        },
        _ => false,
    };
    dataset.records().filter(|(home, record)| fits(*home, record)).collect()
}

/// What is shown, as a text in that format.
pub fn written<'a>(
    format: Format,
    context: ExportContext<'a>,
    shown: &ExportContent<'a>,
) -> Result<String, Unwritable> {
    write(format, context, shown).map(|bytes| String::from_utf8(bytes).expect("a text"))
}

/// The text, written in steps of so many pieces.
pub fn in_steps(format: Format, context: ExportContext<'_>, shown: &ExportContent<'_>, pieces: usize) -> String {
    let mut writing = Writing::new(format, context, shown).expect("a text");
    let mut before = writing.progress();
    assert_eq!(before.done, 0);
    while before.done < before.of {
        let Progress { done, of } = writing.step(pieces);
        assert!(
            of == before.of && done == (before.done + pieces).min(of),
            "{done} of {of}"
        );
        before = Progress { done, of };
    }
    String::from_utf8(writing.finish().expect("a file")).expect("a text")
}

/// A text that another program could take for something else; there is always something to see at its end.
pub fn any_hostile() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "=1+1",
        "+",
        "-",
        "@SUM(A1)",
        "＝",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        ",",
        ";",
        "'",
        "\\",
        "\\n",
        "{",
        "}",
        "%",
        "$",
        "~",
        "^",
        "_",
        "#",
        "&",
        "<b>",
        "</script>",
        "&amp;",
        "|",
        "\n|-|\n",
        "`",
        "*",
        "[a](b)",
        "\n# ",
        "\n- ",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "ER  - ",
        "\nTY  - ",
        "\r\nEND:VEVENT\r\n",
        ":",
        "\u{1f1ea}",
        "e\u{301}",
        "   ",
        "\u{7f}",
    ]);
    let piece = prop_oneof![pieces.prop_map(str::to_owned), "\\PC{0,4}", "[a-z ]{1,6}"];
    let texts = proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat() + "x");
    prop_oneof![8 => texts.clone(), 1 => texts.prop_map(|text| text.repeat(100_000 / text.len() + 1))]
}

/// The fields that hold texts for readers: all but ids, dates, words of closed lists, numbers and addresses by rule.
const TEXTS: [&str; 25] = [
    "title",
    "text",
    "summary",
    "status_reason",
    "section",
    "date_text",
    "due_text",
    "short",
    "name",
    "short_title",
    "note",
    "country",
    "adjective",
    "group",
    "oj",
    "printed",
    "term",
    "meaning",
    "number",
    "celex",
    "publisher",
    "looked",
    "seen",
    "of",
    "about",
];

/// A small dataset in which every text is one of those, as the text of its file.
pub fn hostile(texts: &[String]) -> String {
    let mut whole: Value = small();
    // A document's number leads to its address and identifiers by a rule, and its marking with it.
    let documents = whole["documents"].take();
    // What is called so is of a closed list.
    let words = whole["words"].take();
    let mut place = 0;
    replace(&mut whole, texts, &mut place);
    whole["documents"] = documents;
    whole["words"] = words;
    for document in whole["documents"].as_array_mut().expect("a list") {
        document["title"] = text(texts, &mut place).into();
        document["marking"] = text(texts, &mut place).into();
        for field in ["number", "url"] {
            document[field] = Value::Null;
        }
    }
    for (place, term) in whole["glossary"].as_array_mut().expect("a list").iter_mut().enumerate() {
        term["term"] = format!("{}{place}", term["term"].as_str().unwrap_or_default()).into();
    }
    whole.to_string()
}

/// The next of the texts. A very long one stands in a few fields only, one of each kind: in all of them it would fill the
/// memory.
fn text(texts: &[String], place: &mut usize) -> String {
    // A dataset with such letters is refused before anything could be exported of it.
    let text = texts[*place % texts.len()].replace(is_invisible, " ");
    *place += 1;
    if 1000 < text.len() && 40 < *place {
        return text.chars().rev().take(20).collect();
    }
    text
}

fn replace(value: &mut Value, texts: &[String], place: &mut usize) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                if field.is_string() && TEXTS.contains(&name.as_str()) {
                    *field = text(texts, place).into();
                } else {
                    replace(field, texts, place);
                }
            }
            // What a commitment promises is named in its own words.
            if fields.get("product").is_some_and(Value::is_string) {
                let own = fields["text"].clone();
                fields.insert("product".to_owned(), own);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, texts, place)),
        _ => {}
    }
}

/// Two measures and a section of the general report, with what they need.
fn small() -> Value {
    let mut whole = shipped::json().clone();
    let kept = ["31", "60"];
    let measures = whole["measures"].as_array_mut().expect("a list");
    measures.retain(|measure| kept.contains(&measure["id"].as_str().unwrap_or_default()));
    for measure in measures.iter_mut() {
        measure["related"] = Value::Array(Vec::new());
    }
    whole["reports"].as_array_mut().expect("a list").truncate(1);
    whole["glossary"].as_array_mut().expect("a list").truncate(3);
    for list in ["measures", "reports"] {
        for home in whole[list].as_array_mut().expect("a list") {
            for part in ["state_of_play", "follow_up"] {
                for line in home[part].as_array_mut().expect("a list") {
                    line["related"] = Value::Array(Vec::new());
                    line["measures"] = Value::Array(Vec::new());
                    if part == "follow_up" {
                        line["outcome"]["evidence"] = Value::Array(Vec::new());
                    }
                }
            }
        }
    }
    shipped::keep_own_later_facts(&mut whole);
    whole
}

/// That text as a dataset.
pub fn parsed(file: &str) -> Dataset {
    dataset::parse(file.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The ids of lines, each once, in order.
pub fn line_ids<'a>(records: impl Iterator<Item = Record<'a>>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    records
        .map(|record| record.id().as_str())
        .filter(|id| seen.insert(*id))
        .collect()
}
