//! The selection as a picture: every dated fact in the lanes to which it belongs, and golden files of three views.

use crate::shipped;
use iss_followup::query::{Facet, FacetKey, Query, run};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::asked::index;
use crate::naive::day::later_outcome;
use crate::naive::reported;
use crate::shipped::dataset;
use iss_followup::chart::{Facts, Ink, Picture, Timeline, backdrop, timeline_of_measure};
use iss_followup::dataset::Record;
use iss_followup::domain::date::{Day, PartialDate, Period};
use iss_followup::route::Route;
use iss_followup::timeline::{FactPlace, Heights, Mark, TimeScale, View, lay_out};
use serde_json::Value;

fn lanes(fragment: &str) -> Timeline<'static> {
    let (Route { query, options, .. }, issues) = Route::from_fragment(fragment);
    assert_eq!(issues, vec![]);
    let facts = Facts::new(query.day(dataset()), options.lanes, index());
    facts.timeline(&query, &options.folded_lanes, index())
}

fn id(record: Record<'_>) -> String {
    match record {
        Record::Event(event) => event.id.to_string(),
        Record::Commitment(commitment) => commitment.id.to_string(),
    }
}

type Lanes = BTreeMap<String, BTreeSet<String>>;

/// The ids of the records in each lane, by the lane's key.
fn ids(timeline: &Timeline<'_>) -> Lanes {
    let mut lanes = Lanes::new();
    for (place, _) in timeline.facts() {
        let key = match &timeline.heads[place.lane].key {
            FacetKey::Nothing => String::new(),
            key => key.to_string(),
        };
        let (_, record) = timeline.record(place).expect("a record");
        let is_first = lanes.entry(key).or_default().insert(id(record));
        let measures = json_of(&id(record))["measures"].as_array().map_or(0, Vec::len);
        assert!(is_first || 1 < measures, "{} stands twice in a lane", id(record));
    }
    lanes
}

fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    value[name].as_array().expect("a list").iter().collect()
}

fn words(value: &Value, name: &str) -> Vec<String> {
    list(value, name)
        .into_iter()
        .map(|word| word.as_str().expect("a word").to_owned())
        .collect()
}

/// The same from the JSON: `keys` says in which lanes a record of a measure stands.
fn naive(is_in: impl Fn(&Value) -> bool, keys: impl Fn(&Value, &Value) -> Vec<String>) -> Lanes {
    let mut lanes = Lanes::new();
    for measure in list(shipped::json(), "measures")
        .into_iter()
        .filter(|measure| is_in(measure))
    {
        let events = list(measure, "state_of_play").into_iter().map(|event| (event, "date"));
        let commitments = list(measure, "follow_up")
            .into_iter()
            .map(|commitment| (commitment, "due"));
        let reported = reported(measure).map(|line| (line, if line["outcome"].is_null() { "date" } else { "due" }));
        for (record, _) in events
            .chain(commitments)
            .chain(reported)
            .filter(|(record, date)| !record[*date].is_null())
        {
            let mut keys = keys(measure, record);
            if keys.is_empty() {
                keys.push(String::new());
            }
            for key in keys {
                lanes
                    .entry(key)
                    .or_default()
                    .insert(record["id"].as_str().expect("an id").to_owned());
            }
        }
    }
    lanes
}

fn is_leading(measure: &Value) -> bool {
    measure["source"] == "5618-20"
}

/// The bodies that a record names, of that kind or of none of those with lanes of their own.
fn bodies(record: &Value, is_lane: impl Fn(&str) -> bool) -> Vec<String> {
    let kind = |id: &str| {
        let body = list(shipped::json(), "bodies")
            .into_iter()
            .find(|body| body["id"] == id);
        body.expect("a body")["kind"].as_str().expect("a kind").to_owned()
    };
    let owners = record
        .get("owners")
        .map(|_| words(record, "owners"))
        .unwrap_or_default();
    let named = words(record, "bodies").into_iter().chain(owners);
    named.filter(|id| is_lane(&kind(id))).collect()
}

#[test]
fn every_dated_fact_stands_in_the_lanes_to_which_it_belongs() {
    let check = |fragment: &str, expected: Lanes| assert_eq!(ids(&lanes(fragment)), expected, "{fragment}");
    let priority = |measure: &Value, _: &Value| vec![measure["priority"].as_str().expect("a word").to_owned()];
    check("/timeline", naive(is_leading, priority));
    check("/timeline?source=all", naive(|_| true, priority));
    check("/timeline?source=all&from=2019&to=2019", naive(|_| true, priority));
    check(
        "/timeline?lanes=working-party&source=all",
        naive(|_| true, |measure, _| words(measure, "working_parties")),
    );
    let is_system = |kind: &str| kind == "information-system";
    check(
        "/timeline?lanes=system",
        naive(is_leading, |_, record| bodies(record, is_system)),
    );
    let is_body = |kind: &str| kind != "information-system" && kind != "partner";
    check(
        "/timeline?lanes=body&source=all",
        naive(|_| true, |_, record| bodies(record, is_body)),
    );
}

#[test]
fn a_presidency_has_what_names_it_and_what_falls_in_its_term() {
    let timeline = lanes("/timeline?lanes=presidency&source=all");
    let terms = list(shipped::json(), "presidencies");
    let day = |text: &Value| text.as_str().expect("a day").parse::<Day>().expect("a day");
    let expected = naive(
        |_| true,
        |_, record| {
            let date = |name: &str| {
                record
                    .get(name)
                    .and_then(Value::as_str)
                    .map(|text| text.parse::<PartialDate>().expect("a date").period())
            };
            let start = date("date").or(date("due")).expect("a date");
            let end = date("end").or(date("due_end")).map_or(start.last(), Period::last);
            let is_in = |term: &&&Value| day(&term["from"]) <= start.first() && end <= day(&term["to"]);
            let during = terms
                .iter()
                .find(is_in)
                .map(|term| term["id"].as_str().expect("an id").to_owned());
            let named = record["presidency"].as_str().map(str::to_owned);
            named.into_iter().chain(during).collect()
        },
    );
    assert_eq!(ids(&timeline), expected);
}

#[test]
fn a_lane_has_the_measures_of_its_filter_or_says_how_many_have_no_date() {
    let timeline = lanes("/timeline");
    let count = |key: &str| {
        let place = timeline
            .heads
            .iter()
            .position(|head| head.key.as_str() == key)
            .expect("a lane");
        (timeline.lanes[place].rows.len(), timeline.heads[place].undated)
    };
    assert_eq!(count("terrorism"), (11, 0));
    for (place, head) in timeline.heads.iter().enumerate() {
        let filter = Query::default().narrowed(Facet::Priority, &head.key);
        let drawn = timeline.lanes[place].rows.len();
        assert_eq!(drawn + head.undated, run(&filter, index()).len(), "{}", head.title);
    }
    assert!(timeline.heads.iter().any(|head| 0 < head.undated));
    // The general report tells the adoption of measure 4 under the Romanian Presidency.
    let terms = lanes("/timeline?lanes=presidency");
    let romania = terms
        .heads
        .iter()
        .position(|head| head.key.as_str() == "RO")
        .expect("a lane");
    let heads = (0..terms.lanes[romania].rows.len()).filter_map(|row| terms.row_head(romania, row));
    assert!(heads.map(|head| head.number.as_str()).any(|number| number == "4"));
}

#[test]
fn a_chosen_value_is_the_only_lane_of_its_filter() {
    let keys = |fragment: &str| -> Vec<FacetKey> { lanes(fragment).heads.into_iter().map(|head| head.key).collect() };
    assert_eq!(keys("/timeline?lanes=presidency&presidency=HR"), ["HR".into()]);
    assert_eq!(keys("/timeline?priority=money"), ["money".into()]);
}

#[test]
fn lanes_are_folded_as_usual_unless_they_were_turned() {
    let folded = |fragment: &str, key: &str| {
        let timeline = lanes(fragment);
        let place = timeline
            .heads
            .iter()
            .position(|head| head.key.as_str() == key)
            .expect("a lane");
        timeline.lanes[place].is_folded
    };
    assert!(!folded("/timeline", "money"));
    assert!(folded("/timeline?toggled=money", "money"));
    assert!(folded("/timeline?lanes=presidency", "HR"));
    assert!(!folded("/timeline?lanes=presidency&toggled=HR", "HR"));
}

#[test]
fn a_measure_stands_beside_what_other_documents_say_of_it() {
    let place = |id: &str| {
        dataset()
            .measures
            .iter()
            .position(|measure| measure.id.as_str() == id)
            .expect("a measure")
    };
    let timeline = timeline_of_measure(place("60"), dataset().edition.status_date, dataset());
    let heads = (0..timeline.lanes[0].rows.len()).filter_map(|row| timeline.row_head(0, row));
    let rows: Vec<String> = heads.map(|row| row.number.clone()).collect();
    assert_eq!(rows.first().map(String::as_str), Some("60"));
    assert!(rows.contains(&"COM(2016) 602 final".to_owned()), "{rows:?}");
    let all: BTreeSet<String> = ids(&timeline).into_values().flatten().collect();
    // Full operation, promised in 2016 for the start of 2020.
    assert!(all.contains("com-3.2-c3") && all.contains("60-e1"), "{all:?}");
}

#[test]
fn the_day_decides_what_is_hollow_and_how_long_a_delay_is() {
    for day in ["2016-12-31", "2019-03-31", "2019-11-15", "2020-02-03", "2021-01-01"] {
        let timeline = lanes(&format!("/timeline?as-of={day}&source=all"));
        let as_of: Day = day.parse().expect("a day");
        for (place, fact) in timeline.facts() {
            let (_, record) = timeline.record(place).expect("a record");
            let json = json_of(&id(record));
            let outcome = later_outcome(json, day).unwrap_or(&json["outcome"]);
            let recorded = outcome["state"].as_str();
            let came = outcome["date"]
                .as_str()
                .map(|text| text.parse::<PartialDate>().expect("a date").period().first());
            let status_date = dataset().edition.status_date;
            let is_planned = match recorded {
                None => as_of < fact.period.first(),
                // Done from the day that the outcome names, or else from the day of the edition.
                Some("met" | "met-late") => as_of < came.unwrap_or(status_date).min(status_date),
                Some(_) => true,
            };
            assert_eq!(fact.is_planned, is_planned, "{} on {day}", id(record));
            let delay = fact.delay.map(|delay| delay.period);
            assert!(
                delay.is_none_or(|delay| fact.period.last() < delay.first()),
                "{}",
                id(record)
            );
            let is_past_due = fact.period.last() < as_of && recorded == Some("overdue");
            // A delay of no whole day is not drawn.
            let is_late = delay.is_some_and(|delay| delay.last() == as_of.min(status_date));
            assert_eq!(
                is_past_due,
                is_past_due && is_late,
                "{} is past due on {day}",
                id(record)
            );
        }
    }
}

/// The record with that id, as the file has it.
fn json_of(id: &str) -> &'static Value {
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|name| list(shipped::json(), name));
    let mut records = homes.flat_map(|home| {
        ["state_of_play", "follow_up"]
            .into_iter()
            .flat_map(|name| list(home, name))
    });
    records.find(|record| record["id"] == id).expect("a record")
}

/// The drawing of a timeline as a file, at the usual view of what it shows.
fn drawn(timeline: &Timeline<'static>, title: &str) -> String {
    let dataset = dataset();
    let status_date = dataset.edition.status_date;
    let around = backdrop(dataset, status_date, Some("2026-03-01".parse().expect("a day")));
    let scale = TimeScale::new(
        View::of(around.usual(timeline.facts().map(|(_, fact)| fact.period))),
        1100.0,
    )
    .expect("a width");
    let chart = around.chart(Arc::clone(&timeline.lanes), Heights::default());
    let label = |place: FactPlace| timeline.label(place, status_date, dataset);
    let drawing = lay_out(&chart, scale, f64::NEG_INFINITY..f64::INFINITY, &label);
    let says = |mark: &Mark| timeline.says(mark, status_date, dataset);
    let picture = Picture {
        drawing: &drawing,
        timeline,
        ink: Ink::File,
        says: &says,
    };
    picture.whole_svg(title, "Council document 5618/20, as reported on 3 February 2020")
}

/// The file is written anew where `UPDATE_GOLDEN` is set; the change is then to be looked at.
#[track_caller]
fn check_golden(name: &str, svg: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, svg).expect("a file that can be written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file");
    assert!(
        golden == svg,
        "{name} is drawn otherwise; write it anew with UPDATE_GOLDEN=1 and look at it"
    );
}

#[test]
fn three_views_are_drawn_as_they_were() {
    check_golden(
        "timeline-priorities.svg",
        &drawn(
            &lanes("/timeline?priority=information-exchange,borders&toggled=borders"),
            "Information exchange",
        ),
    );
    check_golden(
        "timeline-presidencies.svg",
        &drawn(&lanes("/timeline?lanes=presidency"), "By Presidency"),
    );
    let place = dataset()
        .measures
        .iter()
        .position(|measure| measure.id.as_str() == "60")
        .expect("a measure");
    let timeline = timeline_of_measure(place, dataset().edition.status_date, dataset());
    check_golden("timeline-measure-60.svg", &drawn(&timeline, "Measure 60"));
}

#[test]
fn the_drag_preview_shows_the_same_in_fewer_elements() {
    for fragment in ["/timeline", "/timeline?lanes=presidency&source=all"] {
        let timeline = lanes(fragment);
        let day = dataset().edition.status_date;
        let around = backdrop(dataset(), day, None);
        let scale = TimeScale::new(
            View::of(around.usual(timeline.facts().map(|(_, fact)| fact.period))),
            900.0,
        );
        let scale = scale.expect("a width");
        let chart = around.chart(Arc::clone(&timeline.lanes), Heights::default());
        let label = |place: FactPlace| timeline.label(place, day, dataset());
        let drawing = lay_out(&chart, scale, 0.0..900.0, &label);
        let says = |_: &Mark| String::new();
        let picture = Picture {
            drawing: &drawing,
            timeline: &timeline,
            ink: Ink::Page,
            says: &says,
        };
        let (preview, still) = (picture.drag_preview_svg(), picture.lines_svg());
        let count = |svg: &str, part: &str| svg.matches(part).count();
        assert_eq!(count(&preview, "<text"), count(&still, "<text"), "{fragment}");
        let flags = "m2.5 11.2v-10";
        assert!(0 < count(&still, flags) || fragment != "/timeline");
        assert_eq!(count(&preview, flags), count(&still, flags), "{fragment}");
        assert_eq!(count(&preview, "role="), 0);
        let elements = count(&preview, "<") - 2 * count(&preview, "<text");
        assert!(elements < count(&still, "<") / 4, "{elements} elements beside words");
    }
}
