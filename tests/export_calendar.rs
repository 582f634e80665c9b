//! Due dates, saved as a calendar and read again by a reader that is not the writer's.

use crate::cases::cases;
use crate::shipped;
use iss_followup::domain::id::LineId;
use std::collections::BTreeMap;

use ical::parser::ical::component::IcalEvent;
use iss_followup::dataset::{Dataset, Home};
use iss_followup::domain::measure::Commitment;
use iss_followup::domain::status::OutcomeState;
use iss_followup::query::{Index, Query, commitments, run};
use iss_followup::view::{ExportContent, ExportContext, Format};
use proptest::prelude::*;

use crate::asked::index;
use crate::exported::{
    all_shown, any_hostile, any_query_on_any_day, context, hostile, in_steps, parsed, told_of, words, written,
};

/// The events of the one calendar that is found, each as its values by name; nothing else stands in it.
#[track_caller]
fn read(calendar: &str) -> Vec<BTreeMap<String, String>> {
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let calendars: Vec<_> = ical::IcalParser::new(calendar.as_bytes()).collect();
    let [Ok(calendar)] = &calendars[..] else {
        panic!("{calendars:?}")
    };
    assert!(calendar.todos.is_empty() && calendar.alarms.is_empty() && calendar.journals.is_empty());
    calendar.events.iter().map(values).collect()
}

fn values(event: &IcalEvent) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for property in &event.properties {
        let value = property.value.clone().unwrap_or_default();
        assert!(
            values.insert(property.name.clone(), value).is_none(),
            "{} stands twice",
            property.name
        );
    }
    values
}

/// A value as it was before it was escaped.
fn bare(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => '\n',
                Some(other) => other,
                None => panic!("{value:?} ends in the middle"),
            },
            other => other,
        });
    }
    text
}

#[track_caller]
fn check(events: &[BTreeMap<String, String>], expected: &[&Commitment], dataset: &Dataset) {
    assert_eq!(events.len(), expected.len());
    let stamp = format!("{}T000000Z", dataset.edition.status_date.to_string().replace('-', ""));
    for (event, commitment) in events.iter().zip(expected) {
        let last = commitment.due.expect("a date").period().last();
        assert_eq!(event["UID"], format!("ISS-{}@iss-followup", commitment.id));
        assert_eq!(event["DTSTART"], last.to_string().replace('-', ""));
        assert_eq!(event["DTSTAMP"], stamp);
        assert!(
            bare(&event["SUMMARY"]).starts_with(&words(&commitment.text)),
            "{}",
            event["SUMMARY"]
        );
        let description = bare(&event["DESCRIPTION"]);
        assert_eq!(description.lines().count(), 5, "{description}");
        assert!(description.ends_with(&format!("\nISS-{}", commitment.id)));
        assert!(description.contains(&words(&commitment.locator.in_words())));
    }
}

/// A calendar without an entry is none, and that is said.
#[track_caller]
fn check_refused(context: ExportContext<'_>, shown: &ExportContent<'_>) {
    let error = written(Format::Calendar, context, shown).expect_err("nothing to save");
    assert_eq!(
        error.to_string(),
        "None of what is shown has a due date, so there is no calendar to save."
    );
}

#[test]
fn what_has_no_due_date_is_no_calendar() {
    let query = Query::default();
    check_refused(context(&query), &ExportContent::Documents(vec![0, 1]));
    check_refused(context(&query), &ExportContent::Measures(Vec::new()));
    check_refused(context(&query), &ExportContent::Commitments(Vec::new()));
}

#[test]
fn a_due_date_says_what_it_is() {
    let query = Query::default();
    let place = shipped::dataset()
        .measures
        .iter()
        .position(|measure| measure.id.as_str() == "31")
        .expect("31");
    let calendar = written(Format::Calendar, context(&query), &ExportContent::Measure(place)).expect("a calendar");
    let (dataset, home) = (shipped::dataset(), Home::Measure(place));
    let mut expected: Vec<&Commitment> = dataset
        .commitments(home)
        .iter()
        .filter(|one| one.due.is_some())
        .collect();
    expected.sort_by_key(|commitment| commitment.order());
    check(&read(&calendar), &expected, dataset);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20200525\r\n"), "{calendar}");
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//iss-followup//5618-20//EN\r\n"),
        "{calendar}"
    );
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn each_commitment_with_a_date_has_its_day(query in any_query_on_any_day(), pieces in 1_usize..40) {
        let (dataset, day) = (shipped::dataset(), query.day(shipped::dataset()));
        let places = commitments(&query, index());
        let entries = places.iter().map(|place| index().commitment(*place));
        let expected = entries.map(|entry| &dataset.commitments(entry.home)[entry.place]);
        let expected: Vec<&Commitment> = expected.filter(|commitment| commitment.due.is_some()).collect();
        let shown = ExportContent::Commitments(places);
        match expected[..] {
            [] => check_refused(context(&query), &shown),
            _ => check(&read(&in_steps(Format::Calendar, context(&query), &shown, pieces)), &expected, dataset),
        }
        // Of measures, what is still to be done.
        let measures = run(&query, index());
        let all = measures.iter().flat_map(|place| &dataset.measures[*place].follow_up);
        let to_do = |one: &&Commitment| matches!(dataset.state(one, day), OutcomeState::Open | OutcomeState::PastDue);
        let expected: Vec<&Commitment> = all.filter(|one| one.due.is_some()).filter(to_do).collect();
        let shown = ExportContent::Measures(measures);
        match expected[..] {
            [] => check_refused(context(&query), &shown),
            _ => check(&read(&written(Format::Calendar, context(&query), &shown).expect("a calendar")), &expected, dataset),
        }
    }

    #[test]
    fn no_text_can_break_it(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        let index = Index::new(&dataset);
        for shown in all_shown(&Query::default(), &dataset, &index) {
            let context = ExportContext { selection: texts[0].clone(), ..told_of(&dataset, &index, dataset.edition.status_date) };
            // Not everything that is shown has a due date.
            let Ok(calendar) = written(Format::Calendar, context, &shown) else { continue };
            for event in read(&calendar) {
                let id = event["UID"].strip_prefix("ISS-").and_then(|rest| rest.strip_suffix("@iss-followup"));
                let id = LineId::new(id.expect("an id"));
                let of_fact = || dataset.later_fact(&id).and_then(|(_, fact)| fact.new_due.as_ref());
                let said = dataset.record(&id).map(|(_, record)| record.text());
                let said = said.unwrap_or_else(|| &of_fact().expect("an announced date").of);
                // The reader takes every colon off the beginning of a value, though only the first one ends the name.
                let (summary, text) = (bare(&event["SUMMARY"]), words(said));
                prop_assert!(summary.starts_with(text.trim_start_matches(':')));
                prop_assert_eq!(event.len(), 6, "{:?}", event);
            }
        }
    }
}
