//! What is shown, saved as JSON: it opens as a dataset, holds just what is shown, and loses nothing of it.

use crate::cases::cases;
use crate::shipped;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use iss_followup::dataset::{Home, SCHEMA_ID};
use iss_followup::domain::id::LineId;
use iss_followup::query::{Index, Query, Slips, StatementLine, citing, commitments};
use iss_followup::view::{ExportContent, ExportContext, Format};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::index;
use crate::exported::{
    all_shown, any_hostile, any_query_on_any_day, context, hostile, in_steps, lines_of, parsed, told_of, written,
};
use crate::walk::{list, text};

fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dataset.schema.json");
        let schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("the schema")).expect("JSON");
        assert_eq!(schema["$id"], SCHEMA_ID);
        jsonschema::validator_for(&schema).expect("a schema")
    })
}

/// What was written, after the page's own reader and an independent validator have taken it.
#[track_caller]
fn opened(json: &str) -> Value {
    let dataset = parsed(json);
    // The page would open it.
    Index::new(&dataset);
    let value: Value = serde_json::from_str(json).expect("JSON");
    if let Err(error) = validator().validate(&value) {
        panic!("{error}");
    }
    assert_eq!(value["$schema"], SCHEMA_ID);
    value
}

fn ids(whole: &Value, name: &str) -> BTreeSet<String> {
    list(whole, name).map(|record| text(record, "id")).collect()
}

fn lines(whole: &Value) -> BTreeSet<String> {
    let homes = list(whole, "measures").chain(list(whole, "reports"));
    let lines = homes.flat_map(|home| list(home, "state_of_play").chain(list(home, "follow_up")));
    lines.map(|line| text(line, "id")).collect()
}

/// The ids of the measures, the lines and the documents that are shown; of the lines those of its measures.
fn expected(shown: &ExportContent<'_>) -> (BTreeSet<String>, BTreeSet<String>) {
    let dataset = shipped::dataset();
    let whole = |places: &[usize]| {
        let measures = places
            .iter()
            .map(|place| dataset.measures[*place].id.to_string())
            .collect();
        let homes: Vec<Home> = places.iter().copied().map(Home::Measure).collect();
        let lines = dataset.records().filter(|(home, _)| homes.contains(home));
        (measures, lines.map(|(_, record)| record.id().to_string()).collect())
    };
    let of_lines = |records: Vec<(Home, String)>| {
        let measures = records.iter().filter_map(|(home, _)| match home {
            Home::Measure(place) => Some(dataset.measures[*place].id.to_string()),
            Home::Report(_) => None,
        });
        (measures.collect(), records.iter().map(|(_, id)| id.clone()).collect())
    };
    match shown {
        ExportContent::Measures(places) | ExportContent::Heat { measures: places, .. } => whole(places),
        ExportContent::Measure(place) => whole(&[*place]),
        ExportContent::Facts(records) => of_lines(
            records
                .iter()
                .map(|(home, record)| (*home, record.id().to_string()))
                .collect(),
        ),
        ExportContent::Commitments(places) => {
            let entries = places.iter().map(|place| index().commitment(*place));
            let id = |home: Home, place: usize| dataset.commitments(home)[place].id.to_string();
            of_lines(entries.map(|entry| (entry.home, id(entry.home, entry.place))).collect())
        }
        ExportContent::Briefs(briefs) => {
            let sections = briefs.iter().flat_map(|brief| &brief.sections);
            let groups = sections.flat_map(iss_followup::query::BriefSection::every_group);
            let lines = groups.flat_map(|group| group.lines.iter());
            of_lines(lines.map(|line| (line.home, line.record.id().to_string())).collect())
        }
        ExportContent::Report(_) | ExportContent::Body { .. } => {
            let lines = lines_of(shown, dataset).into_iter();
            of_lines(lines.map(|(home, record)| (home, record.id().to_string())).collect())
        }
        ExportContent::Document(place) => {
            let lines = lines_of(shown, dataset).into_iter();
            let lines = lines.map(|(_, record)| record.id().to_string()).collect();
            let citing = citing(*place, index()).into_iter();
            let measures = citing.filter_map(|(home, _)| match home {
                Home::Measure(place) => Some(dataset.measures[place].id.to_string()),
                Home::Report(_) => None,
            });
            (measures.collect(), lines)
        }
        // Differences are looked at in `tests/compare_view.rs`.
        ExportContent::Documents(_) | ExportContent::Differences(_) => (BTreeSet::new(), BTreeSet::new()),
        ExportContent::Later(_) | ExportContent::Slips(_) => {
            let facts = shown.later_facts().expect("later facts");
            let ids = facts.iter().flat_map(|(_, fact)| fact.commitments().cloned());
            let of_charts = match shown {
                ExportContent::Slips(all) => stating(all),
                _ => Vec::new(),
            };
            let lines: Vec<LineId> = ids.chain(of_charts).collect();
            let homes = lines.iter().map(|id| dataset.record(id).expect("a line").0);
            let homes = homes.chain(facts.iter().map(|(home, _)| *home));
            let measures = homes.filter_map(|home| match home {
                Home::Measure(place) => Some(dataset.measures[place].id.to_string()),
                Home::Report(_) => None,
            });
            (measures.collect(), lines.iter().map(ToString::to_string).collect())
        }
    }
}

/// The lines of the sources that stand in slip charts.
fn stating(all: &[Slips<'_>]) -> Vec<LineId> {
    let promises = all.iter().flat_map(|slips| &slips.promises);
    let statements = promises.flat_map(|promise| {
        let dates = promise.dates.iter().map(|said| &said.statement);
        dates.chain(&promise.came)
    });
    let records = statements.filter_map(|statement| match statement.by {
        StatementLine::Record(record) => Some(record.id().clone()),
        StatementLine::Later(_) => None,
    });
    records.collect()
}

/// The ids of what is shown; of later facts where these are what is shown.
struct Shown {
    ids: BTreeSet<String>,
    later: Option<BTreeSet<String>>,
}

/// The lists that may lead out of what is shown.
const MAY_LEAD_OUT: [&str; 9] = [
    "state_of_play",
    "follow_up",
    "related",
    "measures",
    "reports",
    "evidence",
    "about",
    "commitments",
    "since",
];

/// A record that was exported equals the original, but for what leads to something that is not among the ids.
#[track_caller]
fn nothing_is_lost(original: &Value, exported: &Value, shown: &Shown) {
    let ids = &shown.ids;
    let (Value::Object(fields), Value::Object(found)) = (original, exported) else {
        assert_eq!(exported, original);
        return;
    };
    assert!(fields.keys().eq(found.keys()), "{original} became {exported}");
    for (name, value) in fields {
        if !MAY_LEAD_OUT.contains(&name.as_str()) {
            nothing_is_lost(value, &found[name], shown);
            continue;
        }
        // Of a measure or section that is not shown whole, a later fact stays that bears on a commitment that is shown.
        let own = ["state_of_play", "follow_up"].map(|name| list(original, name));
        let is_whole = own.into_iter().flatten().all(|line| ids.contains(&text(line, "id")));
        let stays = |item: &&Value| {
            if name == "since" {
                let bears_on_shown = list(item, "about").any(|about| ids.contains(&text(about, "commitment")));
                let is_shown = |later: &BTreeSet<String>| later.contains(&text(item, "id"));
                return shown.later.as_ref().map_or(is_whole || bears_on_shown, is_shown);
            }
            // The pages that show a later fact are no ids.
            if !item["url"].is_null() {
                return true;
            }
            let names = ["id", "measure", "record", "commitment"]
                .iter()
                .filter_map(|name| item[name].as_str());
            names.chain(item.as_str()).any(|id| ids.contains(id))
        };
        let kept: Vec<&Value> = list(original, name).filter(stays).collect();
        let found: Vec<&Value> = list(exported, name).collect();
        assert_eq!(kept.len(), found.len(), "{name} of {original}");
        for (kept, found) in kept.into_iter().zip(found) {
            nothing_is_lost(kept, found, shown);
        }
    }
}

#[test]
fn everything_is_exported_whole() {
    let (dataset, query) = (shipped::dataset(), Query::default());
    let records = dataset.records().collect();
    let whole = opened(&written(Format::Json, context(&query), &ExportContent::Facts(records)).expect("JSON"));
    for name in ["priorities", "presidencies", "glossary", "sources"] {
        assert_eq!(whole[name], shipped::json()[name], "{name}");
    }
    // Every line is shown, so nothing that a line says is left out: not a tie, not a piece of evidence. (A measure without
    // any line is not shown.)
    let lines = |whole: &'_ Value| -> Vec<Value> {
        let homes = list(whole, "measures").chain(list(whole, "reports"));
        let lines = homes.flat_map(|home| list(home, "state_of_play").chain(list(home, "follow_up")));
        lines.cloned().collect()
    };
    for (line, original) in lines(&whole).iter().zip(lines(shipped::json())) {
        for part in ["id", "related", "outcome", "text", "locator"] {
            assert_eq!(line[part], original[part], "{part}");
        }
    }
}

#[test]
fn what_is_no_dataset_is_refused() {
    for file in ["", "{", "[]", "null"] {
        let context = ExportContext {
            file: file.to_owned(),
            ..context(&Query::default())
        };
        assert!(
            written(Format::Json, context, &ExportContent::Measures(vec![0])).is_err(),
            "{file}"
        );
    }
}

#[test]
fn a_commitment_leaves_the_other_lines_behind() {
    let query = Query::default();
    let places: Vec<usize> = commitments(&query, index()).into_iter().take(1).collect();
    let whole = opened(&written(Format::Json, context(&query), &ExportContent::Commitments(places)).expect("JSON"));
    assert_eq!((ids(&whole, "measures").len(), lines(&whole).len()), (1, 1));
    assert_eq!(
        list(&whole, "documents").count(),
        list(&whole["measures"][0], "documents")
            .map(|one| text(one, "document"))
            .collect::<BTreeSet<_>>()
            .len()
    );
}

proptest! {
    #![proptest_config(cases(3))]

    #[test]
    fn it_holds_just_what_is_shown(query in any_query_on_any_day(), pieces in 1_usize..20) {
        for shown in all_shown(&query, shipped::dataset(), index()) {
            let json = in_steps(Format::Json, context(&query), &shown, pieces);
            let whole = opened(&json);
            let (measures, of_lines) = expected(&shown);
            prop_assert_eq!(ids(&whole, "measures"), measures);
            prop_assert_eq!(lines(&whole), of_lines);
            let mut shown_ids = ids(shipped::json(), "documents");
            shown_ids.extend(ids(&whole, "measures"));
            shown_ids.extend(ids(&whole, "reports"));
            shown_ids.extend(lines(&whole));
            let later = shown.later_facts();
            let later = later.map(|facts| facts.iter().map(|(_, fact)| fact.id.to_string()).collect());
            let shown_ids = Shown { ids: shown_ids, later };
            let homes = list(&whole, "measures").chain(list(&whole, "reports"));
            let later: BTreeSet<String> = homes.flat_map(|home| list(home, "since")).map(|fact| text(fact, "id")).collect();
            for name in ["measures", "reports", "documents", "bodies", "sources"] {
                for record in list(&whole, name) {
                    let original = list(shipped::json(), name).find(|one| one["id"] == record["id"]);
                    let mut original = original.expect("the record").clone();
                    if name == "bodies" {
                        let own = lines(&whole);
                        let is_left = |id: &str| own.contains(id) || later.contains(id);
                        shipped::keep_what_is_said(&mut original, &|id| id.as_str().is_some_and(is_left));
                    }
                    nothing_is_lost(&original, record, &shown_ids);
                }
            }
            if let ExportContent::Documents(places) = &shown {
                let documents = places.iter().map(|place| shipped::dataset().documents[*place].id.to_string());
                prop_assert_eq!(ids(&whole, "documents"), documents.collect::<BTreeSet<_>>());
            }
        }
    }

    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let file = hostile(&texts);
        let dataset = parsed(&file);
        let index = Index::new(&dataset);
        for shown in all_shown(&Query::default(), &dataset, &index) {
            let context = ExportContext { file: file.clone(), ..told_of(&dataset, &index, dataset.edition.status_date) };
            let read = parsed(&written(Format::Json, context, &shown).expect("JSON"));
            for measure in &read.measures {
                let original = dataset.measure(&measure.id).expect("the measure");
                prop_assert_eq!(&measure.title, &original.title);
                prop_assert_eq!(&measure.summary, &original.summary);
            }
            for (_, record) in read.records() {
                let (_, original) = dataset.record(record.id()).expect("the line");
                prop_assert_eq!(record.text(), original.text());
            }
        }
    }
}
