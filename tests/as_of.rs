//! As of any day, and within any window of time, everything is what a walk over the JSON works out for that day.

use crate::cases::cases;
use crate::shipped;
use std::collections::{BTreeMap, BTreeSet};

use iss_followup::dataset::Record;
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::delivery::{Delivery, Slip};
use iss_followup::domain::id::{BodyId, LineId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{
    self, Column, Due, DueState, Facet, FacetKey, Grouping, Per, Query, Sort, Unit, ViewOptions,
};
use iss_followup::route::Route;
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::{any_day, any_query, any_window, asked_on, ids, index};
use crate::naive::day::{announced, dates_of_promise, days, is_known, state, status_date};
use crate::naive::{everything_on, reported, terms, walked};
use crate::walk::{list, text};

const UNITS: [Unit; 3] = [Unit::Measures, Unit::Commitments, Unit::Documents];

fn day(text: &str) -> Day {
    text.parse::<PartialDate>().expect("a date").period().first()
}

/// Queries without words: those are tested by themselves.
fn any_filters() -> impl Strategy<Value = Query> {
    any_query().prop_map(|query| Query {
        text: String::new(),
        ..query
    })
}

/// Every commitment, with the walk's own record of it.
fn commitments() -> impl Iterator<Item = &'static Value> {
    let homes = list(shipped::json(), "measures").chain(list(shipped::json(), "reports"));
    homes.flat_map(|home| list(home, "follow_up"))
}

/// The one commitment of a measure that the dataset names by place.
fn named(measure: &Value, due: Due) -> String {
    text(
        list(measure, "follow_up").nth(due.commitment).expect("a commitment"),
        "id",
    )
}

/// What is due next, what fell due after the record and what is past due longest: by the last day of the time, then by the first,
/// then in file order.
fn dues(measure: &Value, as_of: &str) -> [Option<String>; 3] {
    ["open", "unknown", "overdue"].map(|wanted| {
        let own = list(measure, "follow_up").filter(|commitment| state(commitment, as_of) == wanted);
        let dated = own.filter_map(|commitment| {
            let (first, last) = days(commitment, "due", "due_end")?;
            Some((last, first, text(commitment, "id")))
        });
        let fit = dated.filter(|(last, ..)| wanted != "unknown" || (status_date()..as_of.to_owned()).contains(last));
        let first = fit.min_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        first.map(|(.., id)| id)
    })
}

/// The fact that began last by that day, and of those the one that ended last, and of those the one that stands last.
fn latest(measure: &Value, as_of: &str) -> Option<String> {
    let dated = list(measure, "state_of_play").enumerate().filter_map(|(place, event)| {
        let (first, last) = days(event, "date", "end")?;
        (first.as_str() <= as_of).then(|| (first, last, place, text(event, "id")))
    });
    dated.max().map(|(.., id)| id)
}

/// Which Presidencies acted and which have plans.
fn involved(measure: &Value, as_of: &str) -> BTreeSet<(String, String)> {
    let named = list(measure, "presidencies").map(|link| (text(link, "id"), text(link, "role")));
    let lines = list(measure, "state_of_play").chain(list(measure, "follow_up"));
    let lines = lines.chain(reported(measure));
    let of_lines = lines.flat_map(|line| terms(line, as_of));
    named.chain(of_lines.map(|(id, role)| (id, role.to_owned()))).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_query_lists_what_the_json_gives_it_on_any_day_and_in_any_window(
        query in any_filters(), day in any_day(), window in any_window()
    ) {
        let query = Query { window, ..asked_on(&query, day) };
        let all = everything_on(&day.to_string());
        for unit in UNITS {
            prop_assert_eq!(ids(unit, &query), walked(unit, &query, &all), "{:?}", unit);
            let opened = query.without_window();
            prop_assert_eq!(ids(unit, &opened), walked(unit, &opened, &all), "{:?} at any time", unit);
        }
    }

    #[test]
    fn each_measure_stands_as_the_json_says_on_any_day(day in any_day()) {
        let as_of = day.to_string();
        let dataset = shipped::dataset();
        let standings = index().as_of(day);
        prop_assert_eq!(standings.day(), day);
        for (place, measure) in list(shipped::json(), "measures").enumerate() {
            let id = text(measure, "id");
            let found = standings.latest(place).map(|event| dataset.measures[place].state_of_play[event].id.to_string());
            prop_assert_eq!(found, latest(measure, &as_of), "latest of {}", id);
            let found = DueState::ALL.map(|state| standings.due(place, state).map(|due| named(measure, due)));
            prop_assert_eq!(found, dues(measure, &as_of), "dues of {}", id);
            let mut found = BTreeSet::new();
            for (term, involvement) in dataset.rota.terms().iter().zip(standings.involvements(place)) {
                for role in PresidencyRole::ALL.iter().filter(|role| involvement.fits(Some(**role))) {
                    found.insert((term.id.to_string(), role.key().to_owned()));
                }
            }
            prop_assert_eq!(found, involved(measure, &as_of), "Presidencies of {}", id);
        }
    }

    #[test]
    fn each_commitment_stands_as_the_json_says_on_any_day(day in any_day()) {
        let as_of = day.to_string();
        let dataset = shipped::dataset();
        for walked in commitments() {
            let id = text(walked, "id");
            let Some((_, Record::Commitment(commitment))) = dataset.record(&LineId::new(&id)) else {
                panic!("{id} is no commitment");
            };
            let (now, knows) = (state(walked, &as_of), is_known(walked, &as_of));
            prop_assert_eq!(dataset.state(commitment, day).key(), &now, "{}", id);
            prop_assert_eq!(dataset.known_outcome(commitment, day).is_some(), knows, "{}", id);
            let plans = list(&walked["outcome"], "evidence").filter_map(|evidence| {
                let later = commitments().find(|other| other["id"] == *evidence)?;
                days(later, "due", "due_end")
            });
            let plans = plans.filter(|_| knows && ["open", "changed"].contains(&now.as_str()));
            let found = dataset.put_off_to(commitment, day).map(|when| when.period().first());
            let planned = plans.map(|(first, last)| (last, first)).max();
            let is_pending = knows && ["open", "changed"].contains(&now.as_str());
            let announced = announced(walked, &as_of).filter(|_| is_pending);
            let latest = announced.map(|(first, last)| (last, first)).or(planned);
            prop_assert_eq!(found.map(|first| first.to_string()), latest.map(|(_, first)| first), "{}", id);
            let delivery = dataset.delivery(commitment, day);
            let is_past_due = matches!(delivery, Delivery::PastDue(_));
            prop_assert_eq!(is_past_due, now == "overdue", "{}", id);
            let shown = delivery.slip().filter(|_| is_past_due).map(Slip::latest);
            prop_assert_eq!(shown, is_past_due.then_some(day.min(dataset.edition.status_date)), "what is past due is counted as far as the record goes: {}", id);
            let is_unreported = matches!(delivery, Delivery::Unreported { .. });
            let fell_due = days(walked, "due", "due_end").is_some_and(|(_, last)| {
                status_date() <= last && last < as_of
            });
            prop_assert_eq!(is_unreported, fell_due && now == "unknown", "{}", id);
        }
    }

    #[test]
    fn a_body_owes_what_the_json_says_on_any_day(
        day in any_day(), body in proptest::sample::select(&["commission", "europol", "eu-lisa", "pres-hr"])
    ) {
        let dataset = shipped::dataset();
        let body = &dataset.body(&BodyId::new(body)).expect("a body").id;
        let mut owed: BTreeMap<String, usize> = BTreeMap::new();
        for walked in commitments().filter(|walked| list(walked, "owners").any(|owner| owner == body.as_str())) {
            *owed.entry(state(walked, &day.to_string())).or_default() += 1;
        }
        let outcomes = query::body_profile(body, dataset).outcomes(day, dataset);
        let outcomes: BTreeMap<String, usize> =
            outcomes.into_iter().map(|(state, count)| (state.key().to_owned(), count)).collect();
        prop_assert_eq!(outcomes, owed);
    }

    #[test]
    fn rows_and_groups_follow_the_day(day in any_day(), is_descending in any::<bool>()) {
        let (as_of, dataset) = (day.to_string(), shipped::dataset());
        let rows = |column| {
            let query = asked_on(&Query::default(), day);
            let options = ViewOptions {
                sort: Some(Sort { column, is_descending }),
                grouping: Grouping::None,
                ..ViewOptions::default()
            };
            let groups = query::arrange(query::run(&query, index()), &query, &options, index());
            groups.into_iter().flat_map(|(_, places)| places).collect::<Vec<_>>()
        };
        let measure = |place: usize| list(shipped::json(), "measures").nth(place).expect("a measure");
        let key = |column: Column, place: usize| match column {
            Column::Due => dues(measure(place), &as_of).into_iter().flatten().next().map(|id| {
                let due = commitments().find(|own| text(own, "id") == id).expect("a commitment");
                days(due, "due", "due_end").map(|(first, last)| (last, first))
            }),
            _ => latest(measure(place), &as_of).map(|id| {
                let event = list(measure(place), "state_of_play").find(|own| text(own, "id") == id).expect("a fact");
                days(event, "date", "end")
            }),
        };
        for column in [Column::Due, Column::Latest] {
            let keys: Vec<_> = rows(column).into_iter().map(|place| key(column, place)).collect();
            let dated: Vec<_> = keys.iter().map_while(Option::as_ref).collect();
            prop_assert!(keys[dated.len()..].iter().all(Option::is_none), "what has no date comes last");
            let is_sorted = if is_descending {
                dated.is_sorted_by(|one, other| one >= other)
            } else {
                dated.is_sorted()
            };
            prop_assert!(is_sorted, "{:?} {:?}", column, keys);
        }
        let query = asked_on(&Query::everywhere(Facet::Source, "all"), day);
        let groups = query::group_commitments(query::commitments(&query, index()), &query, Per::Outcome, index());
        for (name, places) in groups {
            for place in places {
                let entry = index().commitment(place);
                let commitment = &dataset.commitments(entry.home)[entry.place];
                prop_assert_eq!(name.as_ref().map(FacetKey::as_str), Some(dataset.state(commitment, day).key()));
            }
        }
    }
}

proptest! {
    // Each of these asks for some hundred selections.
    #![proptest_config(cases(16))]

    #[test]
    fn a_count_is_what_choosing_its_value_leaves_on_any_day_and_in_any_window(
        query in any_query(), day in any_day(), window in any_window(),
        facet in proptest::sample::select(&[Facet::Outcome, Facet::Presidency, Facet::Status, Facet::Due, Facet::Source])
    ) {
        let query = Query { window, ..asked_on(&query, day) };
        for unit in UNITS {
            for value in query::facets(facet, &query, unit, index()).values {
                let left = ids(unit, &query.narrowed(facet, value.key)).len();
                prop_assert_eq!(value.count, left, "{:?} {}", unit, value.key);
            }
        }
    }

    #[test]
    fn words_find_a_commitment_by_what_is_known_on_the_day(day in any_day()) {
        let as_of = day.to_string();
        let query = Query { text: "overdue".into(), ..asked_on(&Query::everywhere(Facet::Source, "all"), day) };
        let listed = ids(Unit::Commitments, &query);
        for walked in commitments() {
            let id = text(walked, "id");
            let is_overdue = state(walked, &as_of) == "overdue";
            prop_assert!(!is_overdue || listed.contains(&id.as_str()), "{} is overdue", id);
            // Only the words of its outcome and of its state may say so.
            let says = ["text", "note", "due_text"].map(|key| text(walked, key)).concat();
            let is_told = is_known(walked, &as_of) || says.to_lowercase().contains("overdue");
            prop_assert!(is_overdue || is_told || !listed.contains(&id.as_str()), "{} is not", id);
        }
    }
}

#[test]
fn at_the_status_date_everything_is_as_it_is_recorded() {
    let dataset = shipped::dataset();
    let status_date = status_date();
    let edition = dataset.edition.status_date;
    assert_eq!(asked_on(&Query::default(), edition), Query::default());
    for walked in commitments() {
        let id = text(walked, "id");
        let Some((_, Record::Commitment(commitment))) = dataset.record(&LineId::new(&id)) else {
            panic!("{id} is no commitment");
        };
        assert_eq!(state(walked, &status_date), text(&walked["outcome"], "state"), "{id}");
        assert_eq!(dataset.state(commitment, edition), commitment.outcome.state, "{id}");
        assert_eq!(
            dataset.known_outcome(commitment, edition),
            Some(&commitment.outcome),
            "{id}"
        );
    }
    let named = Query {
        as_of: Some(edition),
        ..Query::default()
    };
    for unit in UNITS {
        assert_eq!(ids(unit, &named), ids(unit, &Query::default()));
    }
    for event in dataset.homes().flat_map(|home| dataset.events(home)) {
        assert!(!event.is_planned(edition), "{}", event.id);
    }
}

/// The query of a link, which must hold.
fn linked(fragment: &str) -> Query {
    let (route, issues) = Route::from_fragment(fragment);
    assert_eq!(issues, [], "{fragment}");
    route.query
}

#[test]
fn what_was_open_before_its_time_ran_out_is_past_due_after_it() {
    // "By end 2016", met on 20 November 2017.
    let states = ["2016-12-31", "2017-01-01", "2017-11-19", "2017-11-20"].map(|as_of| {
        let query = linked(&format!("/commitments?as-of={as_of}&source=com-2016-602"));
        let found = ["open", "overdue", "met-late"].into_iter().filter(|outcome| {
            let query = query.narrowed(Facet::Outcome, *outcome);
            ids(Unit::Commitments, &query).contains(&"com-3.2-c1")
        });
        found.collect::<Vec<_>>()
    });
    assert_eq!(states, [["open"], ["overdue"], ["overdue"], ["met-late"]]);
}

#[test]
fn nothing_becomes_past_due_after_the_record_ends() {
    let count = |as_of: &str, outcome: &str| {
        let query = linked(&format!("/commitments?as-of={as_of}&source=all"));
        ids(Unit::Commitments, &query.narrowed(Facet::Outcome, outcome)).len()
    };
    let on = |as_of| ["open", "overdue", "unknown"].map(|outcome| count(as_of, outcome));
    let recorded = on("2020-02-03");
    assert_eq!(recorded, [282, 17, 91]);
    // What has no date and of which nothing is known is not known either; of what was past due, one was settled since.
    assert_eq!(on("2023-01-01"), [10, 16, 323]);
    for as_of in ["2020-02-04", "2020-07-01", "2021-12-31", "2026-11-30"] {
        assert!(count(as_of, "overdue") <= recorded[1], "{as_of}");
    }
}

#[test]
fn a_window_is_a_part_of_the_selection_until_it_is_taken_out() {
    let query = linked("/table?from=2018-03&to=2018-05&as-of=2019-06-30&source=5618-20");
    assert!(!query.is_open());
    assert!(query.without_window().is_open());
    assert_eq!(query.opened(), query.without_window());
    assert_eq!(query.opened().as_of, Some(day("2019-06-30")));
    let count = |query: &Query| ids(Unit::Measures, query).len();
    assert!(0 < count(&query) && count(&query) < count(&query.opened()));
}

#[test]
fn the_days_that_can_be_chosen_go_from_the_first_date_to_the_last() {
    let json = shipped::json();
    let homes = list(json, "measures").chain(list(json, "reports"));
    let facts = homes.flat_map(|home| list(home, "state_of_play"));
    let facts = facts.filter_map(|event| days(event, "date", "end"));
    let all: Vec<_> = facts
        .chain(commitments().flat_map(|own| dates_of_promise(own, &status_date())))
        .collect();
    let ends = (all.iter().map(|one| &one.0).min(), all.iter().map(|one| &one.1).max());
    let span = shipped::dataset().span().expect("something dated");
    let found = (span.first().to_string(), span.last().to_string());
    assert_eq!(ends, (Some(&found.0), Some(&found.1)));
}
