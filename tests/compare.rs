//! Two editions compared: nothing is different within one, what is different turns one into the other, and what it means.

#[path = "generated_data/mod.rs"]
mod generated_data;

use iss_followup::compare::{Comparison, Difference, Edition, Happening, PastDue, Reason};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::OutcomeState;
use iss_followup::sheet::{self, Kind, Workbook};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::cases::cases;
use crate::exported::any_hostile;
use crate::shipped;

fn edition(value: &Value) -> Edition {
    Edition::new(sheet::tables(value))
}

fn compared(old: &Value, new: &Value) -> Comparison {
    Comparison::new(&edition(old), &edition(new), Vec::new())
}

/// The shipped data, changed.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut value = shipped::json().clone();
    change(&mut value);
    value
}

/// The change of a measure with that id.
fn measure<'a>(value: &'a mut Value, id: &str) -> &'a mut Value {
    let measures = value["measures"].as_array_mut().expect("a list");
    measures
        .iter_mut()
        .find(|measure| measure["id"] == id)
        .expect("a measure")
}

/// What is said of which records, in words.
fn said(comparison: &Comparison) -> Vec<String> {
    let subject = |subject: &iss_followup::compare::Subject| {
        let happenings = subject.happenings.iter().map(|happening| happening.key());
        format!(
            "{} {}: {}",
            subject.kind.key(),
            subject.id,
            happenings.collect::<Vec<_>>().join(", ")
        )
    };
    comparison.subjects.iter().map(subject).collect()
}

#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let new = with(change);
    let comparison = compared(shipped::json(), &new);
    assert_eq!(said(&comparison), expected);
    check_applies(shipped::json(), &new);
}

/// The difference turns each of the two into the other.
#[track_caller]
fn check_applies(old: &Value, new: &Value) {
    let [old, new] = [old, new].map(sheet::tables);
    for (one, other) in [(&old, &new), (&new, &old)] {
        let comparison = Comparison::new(&Edition::new(one.clone()), &Edition::new(other.clone()), Vec::new());
        assert_same(&comparison.difference.apply(one), other);
        let taken = comparison.offers.into_iter().map(|offer| offer.same).collect();
        let comparison = Comparison::new(&Edition::new(one.clone()), &Edition::new(other.clone()), taken);
        assert_same(&comparison.difference.apply(one), other);
    }
}

#[track_caller]
fn assert_same(one: &Workbook, other: &Workbook) {
    for (one, other) in one.sheets.iter().zip(&other.sheets) {
        for (one, other) in one.rows.iter().zip(&other.rows) {
            assert_eq!(one, other);
        }
        assert_eq!(one.rows.len(), other.rows.len(), "{:?}", one.kind);
    }
    assert!(one == other);
}

#[test]
fn an_edition_compared_with_itself_has_no_difference() {
    for value in [shipped::json(), generated_data::json()] {
        let comparison = compared(value, value);
        assert_eq!(comparison.difference, Difference::default());
        assert_eq!((comparison.subjects.len(), comparison.offers.len()), (0, 0));
    }
}

#[test]
fn each_change_is_told_at_its_record_for_what_it_is() {
    check(
        |data| measure(data, "31")["title"] = json!("Another title"),
        &["measures 31: changed"],
    );
    check(
        |data| measure(data, "31")["number"] = json!("31A"),
        &["measures 31: moved"],
    );
    check(
        |data| measure(data, "31")["status"] = json!("completed"),
        &["measures 31: status"],
    );
    check(
        |data| measure(data, "31")["documents"][0]["note"] = json!("Seen."),
        &["measures 31: changed"],
    );
    check(
        |data| {
            let facts = measure(data, "31")["state_of_play"].as_array_mut().expect("a list");
            facts.swap(0, 1);
        },
        &["facts 31-e2: moved"],
    );
    check(|data| data["edition"]["title"] = json!("Next"), &["edition : changed"]);
    check(
        |data| data["glossary"][0]["meaning"] = json!("Something else"),
        &[&format!(
            "glossary {}: changed",
            shipped::json()["glossary"][0]["term"].as_str().expect("a term")
        )],
    );
}

#[test]
fn what_comes_and_goes_comes_and_goes_with_all_its_lines() {
    let without = with(|data| {
        data["measures"]
            .as_array_mut()
            .expect("a list")
            .retain(|measure| measure["id"] != "31");
    });
    let (went, came) = (compared(shipped::json(), &without), compared(&without, shipped::json()));
    let of_31 = |comparison: &Comparison, what: Happening| {
        let own = comparison.subjects.iter().filter(|subject| {
            subject.home.as_ref().is_some_and(|(_, id)| id == "31") && subject.happenings.contains(&what)
        });
        own.map(|subject| (subject.kind, subject.id.clone()))
            .collect::<Vec<_>>()
    };
    let gone = of_31(&went, Happening::Removed);
    let lines = ["state_of_play", "follow_up", "since"].map(|list| {
        let measures = shipped::json()["measures"].as_array().expect("a list");
        let measure = measures
            .iter()
            .find(|measure| measure["id"] == "31")
            .expect("a measure");
        measure[list].as_array().map_or(0, Vec::len)
    });
    assert_eq!(gone.len(), 1 + lines.iter().sum::<usize>());
    assert_eq!(gone[0], (Kind::Measures, "31".to_owned()));
    assert_eq!(of_31(&came, Happening::Added), gone);
    check_applies(shipped::json(), &without);
}

/// The first commitment of the shipped data in that state, by its measure and its place there.
fn commitment_in(state: &str) -> (String, usize, String) {
    let measures = shipped::json()["measures"].as_array().expect("a list");
    let all = measures.iter().flat_map(|measure| {
        let commitments = measure["follow_up"].as_array().into_iter().flatten().enumerate();
        commitments.map(move |(place, commitment)| (measure, place, commitment))
    });
    let mut all =
        all.filter(|(_, _, commitment)| commitment["outcome"]["state"] == state && commitment["due"].is_string());
    let (measure, place, commitment) = all.next().expect("a commitment");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    (text(&measure["id"]), place, text(&commitment["id"]))
}

#[track_caller]
fn check_past_due(from: &str, change: impl FnOnce(&mut Value), expected: Option<PastDue>, happenings: &[Happening]) {
    let (home, place, id) = commitment_in(from);
    let new = with(|data| change(&mut measure(data, &home)["follow_up"][place]));
    let comparison = compared(shipped::json(), &new);
    let subject = comparison
        .subjects
        .iter()
        .find(|subject| subject.id == id)
        .expect("the commitment");
    assert_eq!(subject.past_due, expected);
    assert_eq!(subject.happenings.iter().copied().collect::<Vec<_>>(), happenings);
}

#[test]
fn what_is_newly_past_due_and_no_longer_past_due_is_told_with_the_reason() {
    use Happening::{DueDate, NoLongerPastDue, PastDue as Newly, Status};
    let no_longer = |reason| Some(PastDue::NoLonger(reason));
    check_past_due(
        "open",
        |commitment| commitment["outcome"]["state"] = json!("overdue"),
        Some(PastDue::Newly),
        &[Newly, Status],
    );
    for state in ["met", "met-late", "dropped", "changed"] {
        check_past_due(
            "overdue",
            |commitment| commitment["outcome"]["state"] = json!(state),
            no_longer(Reason::State(OutcomeState::from_key(state).expect("a state"))),
            &[NoLongerPastDue, Status],
        );
    }
    check_past_due(
        "overdue",
        |commitment| {
            commitment["outcome"]["state"] = json!("open");
            commitment["due"] = json!("2030");
        },
        no_longer(Reason::LaterDate),
        &[NoLongerPastDue, Status, DueDate],
    );
    let (home, place, id) = commitment_in("overdue");
    let without = with(|data| {
        drop(
            measure(data, &home)["follow_up"]
                .as_array_mut()
                .expect("a list")
                .remove(place),
        );
    });
    let comparison = compared(shipped::json(), &without);
    let subject = comparison
        .subjects
        .iter()
        .find(|subject| subject.id == id)
        .expect("the commitment");
    assert_eq!(subject.past_due, no_longer(Reason::Removed));
    let comparison = compared(&without, shipped::json());
    let subject = comparison
        .subjects
        .iter()
        .find(|subject| subject.id == id)
        .expect("the commitment");
    assert_eq!(subject.past_due, Some(PastDue::Newly));
}

/// What is past due is what the page itself says of it on the day as of which the edition reports.
#[test]
fn past_due_is_what_the_page_says_on_the_editions_own_day() {
    for (value, dataset) in [
        (shipped::json(), shipped::dataset()),
        (generated_data::json(), generated_data::dataset()),
    ] {
        let nothing = edition(&json!({}));
        let comparison = Comparison::new(&nothing, &edition(value), Vec::new());
        let mut told: Vec<&str> = comparison
            .subjects
            .iter()
            .filter(|subject| subject.past_due == Some(PastDue::Newly))
            .map(|subject| subject.id.as_str())
            .collect();
        let day = dataset.edition.status_date;
        let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
        let past_due = commitments.filter(|commitment| dataset.state(commitment, day) == OutcomeState::PastDue);
        let mut past_due: Vec<&str> = past_due.map(|commitment| commitment.id.as_str()).collect();
        told.sort_unstable();
        past_due.sort_unstable();
        assert_eq!(told, past_due);
    }
}

#[test]
fn a_record_under_another_id_is_offered_and_taken_as_one_only_then() {
    let new = with(|data| {
        let changed = measure(data, "31");
        changed["id"] = json!("131");
        let title = changed["title"].as_str().expect("a title").to_uppercase();
        changed["title"] = json!(title);
        for measure in data["measures"].as_array_mut().expect("a list") {
            for related in measure["related"].as_array_mut().into_iter().flatten() {
                if related["measure"] == "31" {
                    related["measure"] = json!("131");
                }
            }
        }
    });
    let comparison = compared(shipped::json(), &new);
    let of_measures: Vec<_> = comparison
        .offers
        .iter()
        .filter(|offer| offer.same.kind == Kind::Measures)
        .collect();
    assert_eq!(of_measures.len(), 1);
    assert_eq!(
        (of_measures[0].same.old.as_str(), of_measures[0].same.new.as_str()),
        ("31", "131")
    );
    assert!(of_measures[0].is_exact);
    let told = said(&comparison);
    assert!(told.contains(&"measures 31: removed".to_owned()) && told.contains(&"measures 131: added".to_owned()));
    let same = vec![of_measures[0].same.clone()];
    let comparison = Comparison::new(&edition(shipped::json()), &edition(&new), same);
    let subject = comparison
        .subjects
        .iter()
        .find(|subject| subject.id == "131")
        .expect("the measure");
    assert_eq!(subject.old_id.as_deref(), Some("31"));
    assert!(
        subject.happenings.contains(&Happening::Changed),
        "the title is in capital letters"
    );
    assert!(!subject.happenings.contains(&Happening::Added));
    let lines = |subject: &&iss_followup::compare::Subject| subject.home.as_ref().is_some_and(|(_, id)| id == "131");
    assert_eq!(
        comparison.subjects.iter().filter(lines).count(),
        1,
        "its lines are where they were"
    );
    check_applies(shipped::json(), &new);
}

/// The generated or shipped data with some rows taken away, moved, and other texts in some cells.
fn changed(value: &Value, changes: &[(usize, Index, Index, u8, String)]) -> Workbook {
    let mut workbook = sheet::tables(value);
    for (sheet, row, column, what, text) in changes {
        let sheet = &mut workbook.sheets[*sheet];
        if sheet.rows.is_empty() {
            continue;
        }
        let row = row.index(sheet.rows.len());
        match what % 4 {
            0 if sheet.kind != Kind::Edition => drop(sheet.rows.remove(row)),
            1 => {
                let other = column.index(sheet.rows.len());
                let moved = sheet.rows.remove(row);
                sheet.rows.insert(other.min(sheet.rows.len()), moved);
            }
            _ => {
                let column = column.index(sheet.kind.columns().len());
                text.clone_into(&mut sheet.rows[row].cells[column]);
            }
        }
    }
    // As a dataset has them: what belongs to nothing is left out.
    sheet::tables(&sheet::dataset(&workbook).value)
}

proptest! {
    #![proptest_config(cases(12))]

    /// Whatever is different, of whichever kind and field: nothing is forgotten.
    #[test]
    fn the_difference_turns_each_edition_into_the_other(
        is_generated in any::<bool>(),
        changes in proptest::collection::vec((0..Kind::ALL.len(), any::<Index>(), any::<Index>(), any::<u8>(), any_hostile()), 0..12),
    ) {
        let value = if is_generated { generated_data::json() } else { shipped::json() };
        let (old, new) = (sheet::tables(value), changed(value, &changes));
        let editions = [&old, &new].map(|workbook| Edition::new(workbook.clone()));
        let there = Comparison::new(&editions[0], &editions[1], Vec::new());
        let back = Comparison::new(&editions[1], &editions[0], Vec::new());
        prop_assert!(there.difference.apply(&old) == new);
        prop_assert!(back.difference.apply(&new) == old);
        prop_assert_eq!(old == new, there.difference == Difference::default());
        prop_assert_eq!(there.difference.changes.is_empty(), there.subjects.is_empty());
        // Swapping swaps what came and what went.
        let ids = |comparison: &Comparison, what: Happening| {
            let of_it = comparison.subjects.iter().filter(|subject| subject.happenings.contains(&what));
            let mut ids: Vec<_> = of_it.map(|subject| (subject.kind, subject.id.clone())).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&there, Happening::Added), ids(&back, Happening::Removed));
        prop_assert_eq!(ids(&there, Happening::Removed), ids(&back, Happening::Added));
        // What is offered is there on one side only, and taken as one it still leads there.
        let taken: Vec<_> = there.offers.iter().map(|offer| offer.same.clone()).collect();
        for same in &taken {
            prop_assert!(editions[0].record(same.kind, &same.new).is_none() && editions[1].record(same.kind, &same.old).is_none());
        }
        let taken = Comparison::new(&editions[0], &editions[1], taken);
        prop_assert!(taken.difference.apply(&old) == new);
    }
}
