//! Slip charts, against a walk over the JSON that knows nothing of our types, and golden files of two.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use iss_followup::dataset::{self, Dataset};
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::id::BodyId;
use iss_followup::query::{self, Index, Promise, Slips};
use iss_followup::render::html;
use iss_followup::view::Context;
use roxmltree::Document;
use serde_json::{Value, json};

use crate::any_input::HOSTILE;
use crate::asked::index;
use crate::shipped;
use crate::walk::{list, text};

const STATUS_DATE: &str = "2020-02-03";
const CHECKED: &str = "2026-11-29";

/// From before the first source to the day up to which later facts were looked for.
const DAYS: [&str; 10] = [
    "2016-01-01",
    "2016-10-01",
    "2019-06-30",
    STATUS_DATE,
    "2020-12-14",
    "2022-06-30",
    "2023-03-07",
    "2024-09-01",
    "2025-10-12",
    CHECKED,
];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn slips(system: &str, on: &str) -> Slips<'static> {
    let dataset = shipped::dataset();
    let body = dataset.body(&BodyId::new(system)).expect("a system");
    query::slips(body, day(on), dataset)
}

fn context(dataset: &'static Dataset, index: &'static Index<'static>, on: &str) -> Context<'static> {
    Context::new(dataset, index, day(on), &[])
}

fn homes() -> impl Iterator<Item = &'static Value> {
    list(shipped::json(), "measures").chain(list(shipped::json(), "reports"))
}

/// The first and last day of a date, or of a range.
fn ends(first: &Value, last: &Value) -> [String; 2] {
    let period = |date: &str| date.parse::<PartialDate>().expect("a date").period();
    let first = period(first.as_str().expect("a date"));
    let last = last.as_str().map_or(first, period);
    [first.first().to_string(), last.last().to_string()]
}

/// Which line said on which day by when something was to come.
type Points = BTreeSet<(String, String, [String; 2])>;

/// The later facts about a system that are known by a day.
fn known_facts(system: &str, on: &str) -> Vec<&'static Value> {
    let all = homes().flat_map(|home| list(home, "since"));
    let about = all.filter(|fact| STATUS_DATE < on && list(fact, "systems").any(|id| id == system));
    about
        .filter(|fact| ends(&fact["date"], &Value::Null)[1].as_str() <= on)
        .collect()
}

/// The same from the JSON.
fn walked(system: &str, on: &str) -> Points {
    let facts = known_facts(system, on);
    let new_dues = || {
        facts
            .iter()
            .map(|fact| &fact["new_due"])
            .filter(|new_due| !new_due.is_null())
    };
    let mut points = Points::new();
    for home in homes() {
        let source = list(shipped::json(), "sources").find(|source| source["id"] == home["source"]);
        let said = text(source.expect("a source"), "date");
        for commitment in list(home, "follow_up").filter(|commitment| !commitment["due"].is_null()) {
            let id = &commitment["id"];
            let named = list(commitment, "owners")
                .chain(list(commitment, "bodies"))
                .any(|body| body == system);
            let moved = new_dues().any(|new_due| list(new_due, "commitments").any(|moved| moved == id));
            if (named || moved) && (said.as_str() <= on || STATUS_DATE <= on) {
                points.insert((
                    text(commitment, "id"),
                    said.clone(),
                    ends(&commitment["due"], &commitment["due_end"]),
                ));
            }
        }
    }
    for fact in &facts {
        if !fact["new_due"].is_null() {
            let [said, _] = ends(&fact["date"], &Value::Null);
            points.insert((text(fact, "id"), said, ends(&fact["new_due"]["due"], &Value::Null)));
        }
    }
    points
}

fn points(slips: &Slips<'_>) -> Points {
    let dates = slips.promises.iter().flat_map(|promise| &promise.dates);
    let point = |said: &query::AnnouncedDate<'_>| {
        let (on, due) = (said.statement.on.period(), said.due.period());
        let due = [due.first().to_string(), due.last().to_string()];
        (said.statement.by.id().to_string(), on.first().to_string(), due)
    };
    dates.map(point).collect()
}

fn systems() -> Vec<String> {
    let bodies = list(shipped::json(), "bodies").filter(|body| body["kind"] == "information-system");
    bodies.map(|body| text(body, "id")).collect()
}

#[test]
fn a_chart_has_every_date_that_was_promised_by_the_day_and_no_other() {
    for system in systems() {
        for on in DAYS {
            let slips = slips(&system, on);
            let walked = walked(&system, on);
            assert_eq!(slips.count(), walked.len(), "{system} on {on}: a date stands twice");
            assert_eq!(points(&slips), walked, "{system} on {on}");
        }
    }
}

#[test]
fn what_came_is_what_settles_a_promise_or_was_put_into_service() {
    for system in systems() {
        for on in DAYS {
            let slips = slips(&system, on);
            let came: BTreeSet<String> = slips
                .promises
                .iter()
                .flat_map(|promise| &promise.came)
                .map(|told| told.by.id().to_string())
                .collect();
            let launched: BTreeSet<String> = slips.launched.iter().map(|told| told.by.id().to_string()).collect();
            assert_eq!(came.intersection(&launched).count(), 0, "{system} on {on}");
            let facts = known_facts(&system, on);
            let in_service = facts.iter().filter(|fact| fact["date_meaning"] == "launched");
            for fact in in_service {
                let id = text(fact, "id");
                assert!(
                    came.contains(&id) || launched.contains(&id),
                    "{id} is not in the chart of {system}"
                );
            }
            for id in came.iter().filter(|id| id.contains("-s")) {
                let all = || homes().flat_map(|home| list(home, "since"));
                let fact = all().find(|fact| fact["id"] == **id).expect("a later fact");
                let settles = |about: &Value| {
                    ["met", "met-late"]
                        .iter()
                        .any(|state| about["outcome"]["state"] == *state)
                };
                assert!(list(fact, "about").any(settles), "{id} settles nothing");
                assert!(
                    ends(&fact["date"], &Value::Null)[0].as_str() <= on,
                    "{id} is later than {on}"
                );
            }
        }
    }
}

fn first<'a>(slips: &'a Slips<'_>) -> &'a Promise<'a> {
    slips.promises.first().expect("a promise")
}

fn dues(promise: &Promise<'_>) -> Vec<String> {
    promise.dates.iter().map(|said| said.due.in_short()).collect()
}

#[test]
fn the_start_of_the_entry_exit_system_was_put_off_eight_times() {
    let slips_now = slips("ees", CHECKED);
    let start = first(&slips_now);
    assert_eq!(start.of, "the EES going into operation");
    assert_eq!(
        dues(start),
        [
            "Q1 2020",
            "Feb 2022",
            "May 2022",
            "Sep 2022",
            "May 2023",
            "2023",
            "Q4 2024",
            "10 Nov 2024",
            "Oct 2025",
            "12 Oct 2025",
            "10 Apr 2026"
        ]
    );
    let came: Vec<String> = start.came.iter().map(|came| came.on.in_short()).collect();
    assert_eq!(came, ["12 Oct 2025", "10 Apr 2026"]);
    assert_eq!((start.times_put_off(), start.slip().as_deref()), (8, Some("72 months")));
    assert!(start.has_come() && start.missing_on.is_none());

    let reported = slips("ees", STATUS_DATE);
    assert_eq!(dues(first(&reported)), ["Q1 2020", "Feb 2022"]);
    assert!(!first(&reported).has_come());
    let between = slips("ees", "2025-12-01");
    assert!(!first(&between).has_come(), "it was still to be in full operation");

    let etias = slips("etias", CHECKED);
    let start = first(&etias);
    assert_eq!(dues(start), ["May 2023", "Nov 2023", "2024", "Q2 2025", "Q4 2026"]);
    assert!(!start.has_come());
    assert_eq!(
        start.missing_on,
        Some(day("2026-05-15")),
        "as the last page to say so reports"
    );
}

#[test]
fn the_drawing_the_list_and_the_page_say_the_same() {
    for on in DAYS {
        let context = context(shipped::dataset(), index(), on);
        let view = context.slips();
        let all = query::all_slips(day(on), shipped::dataset());
        assert_eq!(view.charts.len(), all.len());
        assert_eq!(view.charts.len() + view.without.len(), systems().len(), "{on}");
        for (chart, slips) in view.charts.iter().zip(&all) {
            let drawing = Document::parse(&chart.drawing).expect("a drawing");
            let titles = drawing.descendants().filter(|node| node.has_tag_name("title"));
            let lines = titles.filter_map(|title| title.text()).flat_map(str::lines).count();
            let came: usize = slips.promises.iter().map(|promise| promise.came.len()).sum();
            let rows: usize = chart.promises.iter().map(|promise| promise.lines.len()).sum();
            assert_eq!(rows, slips.count() + came, "{} on {on}", chart.key);
            assert_eq!(lines, rows + chart.launched.len(), "{} on {on}", chart.key);
            let named = drawing.root_element().attribute("aria-label").expect("a name");
            assert!(named.contains(&chart.system.text), "{named}");
        }
        let page = html::slips(&view, "").0;
        assert!(
            page.contains("From all five documents and from what is reported since"),
            "{on}"
        );
        assert_eq!(
            page.matches("data-line=").count(),
            view.charts.iter().map(rows).sum::<usize>()
        );
    }
    assert!(
        context(shipped::dataset(), index(), CHECKED)
            .slips()
            .known
            .as_known
            .is_none()
    );
    assert!(
        context(shipped::dataset(), index(), STATUS_DATE)
            .slips()
            .known
            .as_known
            .is_some()
    );
}

fn rows(chart: &iss_followup::view::SlipChartView) -> usize {
    chart.launched.len() + chart.promises.iter().map(|promise| promise.lines.len()).sum::<usize>()
}

#[test]
fn a_system_has_its_chart_and_what_is_known_since_on_its_page() {
    let dataset = shipped::dataset();
    let context = context(dataset, index(), CHECKED);
    let mut charts = BTreeMap::new();
    for body in &dataset.bodies {
        let profile = query::body_profile(&body.id, dataset);
        let view = context.body(body, &profile);
        let facts = homes().flat_map(|home| list(home, "since"));
        let names_it = |fact: &&Value| {
            let named = list(fact, "systems").chain(list(fact, "bodies"));
            named.into_iter().any(|id| *id == *body.id.as_str())
        };
        assert_eq!(profile.since.len(), facts.filter(names_it).count(), "{}", body.id);
        let section = view.sections.iter().find(|section| section.name == "since");
        assert_eq!(section.map_or(0, |section| section.list.count), profile.since.len());
        let has_dates = body.is_system() && !walked(body.id.as_str(), CHECKED).is_empty();
        assert_eq!(view.slips.is_some(), has_dates, "{}", body.id);
        let page = html::body(&view, "").0;
        assert_eq!(page.contains("data-section=\"slips\""), has_dates);
        charts.insert(body.id.as_str(), has_dates);
    }
    for system in ["ees", "etias", "sis", "ecris-tcn", "interoperability-components", "vis"] {
        assert!(charts[system], "{system}");
    }
}

/// The left, top, right and foot of something drawn.
type Box4 = [f64; 4];

/// Where each text of a drawing stands in letters of that width, in ems, and whether it is the number of a promise. A text that is
/// aslant stands in a chain of small boxes.
fn written(drawing: &Document<'_>, letter_em: f64) -> Vec<(String, bool, Vec<Box4>)> {
    // From the middle of a line of the highest face to its edge.
    const HALF_LINE_EM: f64 = 0.58;
    let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
    let place = |node: roxmltree::Node<'_, '_>| {
        let px = |name| node.attribute(name)?.parse::<f64>().ok();
        let (x, y, size) = (
            px("x").expect("x"),
            px("y").expect("y"),
            px("font-size").expect("a size"),
        );
        let text = node.text().expect("a text").to_owned();
        let width = text.chars().map(|_| letter_em * size).sum::<f64>();
        let from = match node.attribute("text-anchor") {
            Some("middle") => -width / 2.0,
            Some("end") => -width,
            _ => 0.0,
        };
        // The ground of a number is a part of it.
        let ground = px("stroke-width").unwrap_or_default() / 2.0;
        let (middle, half) = (0.36 * size, HALF_LINE_EM * size + ground);
        let boxes = if node.attribute("transform").is_some() {
            // Turned by 45 degrees to the left around the place where it ends.
            let share = std::f64::consts::FRAC_1_SQRT_2;
            let small = half * share;
            let along = (0..)
                .map(|step| f64::from(step) * half)
                .take_while(|along| *along < width);
            let turned = along.map(|along| (x - share * (along + middle), y + share * (along - middle)));
            turned
                .map(|(x, y)| [x - small, y - small, x + small, y + small])
                .collect()
        } else {
            vec![[
                x + from - ground,
                y - middle - half,
                x + from + width + ground,
                y - middle + half,
            ]]
        };
        (text, node.attribute("font-weight").is_some(), boxes)
    };
    texts.map(place).collect()
}

fn overlap_px(one: &[Box4], other: &[Box4]) -> f64 {
    let both = |[left, top, right, foot]: Box4, other: Box4| {
        (right.min(other[2]) - left.max(other[0])).min(foot.min(other[3]) - top.max(other[1]))
    };
    let pairs = one.iter().flat_map(|one| other.iter().map(|other| both(*one, *other)));
    pairs.fold(f64::MIN, f64::max)
}

/// A drawing is made larger and smaller as a whole, so that only how wide the letters are matters, in a page of any width.
#[test]
fn each_promise_has_its_number_and_no_text_lies_on_another_or_on_a_mark_in_any_letters() {
    // The narrowest and the widest face, and the widest spaced apart as the success criterion 1.4.12 of WCAG has it.
    for letter_em in [0.45, 0.62, 0.74] {
        for on in DAYS {
            let context = context(shipped::dataset(), index(), on);
            let together = context.slips().charts;
            let alone = shipped::dataset()
                .bodies
                .iter()
                .filter_map(|body| context.slips_of(body));
            for chart in together.into_iter().chain(alone) {
                let what = format!("{} on {on}, in letters of {letter_em} em", chart.key);
                let drawing = Document::parse(&chart.drawing).expect("a drawing");
                let all = written(&drawing, letter_em);
                let numbers = all.iter().filter(|(_, is_number, _)| *is_number);
                let numbers: BTreeSet<&str> = numbers.map(|(text, ..)| text.as_str()).collect();
                assert_eq!(numbers.len(), chart.promises.len(), "{what}");
                let marks = drawing.descendants().filter(|node| node.has_tag_name("circle"));
                let marks: Vec<Box4> = marks
                    .map(|node| {
                        let px = |name| {
                            node.attribute(name)
                                .and_then(|px| px.parse::<f64>().ok())
                                .expect("a circle")
                        };
                        // The square within the circle.
                        let (x, y, half) = (px("cx"), px("cy"), px("r") * std::f64::consts::FRAC_1_SQRT_2);
                        [x - half, y - half, x + half, y + half]
                    })
                    .collect();
                for (place, (text, is_number, boxes)) in all.iter().enumerate() {
                    for (other, _, others) in &all[place + 1..] {
                        let px = overlap_px(boxes, others);
                        // What no eye sees any more.
                        assert!(px < 1.5, "{what}: {text} lies {px} px on {other}");
                    }
                    let px = overlap_px(boxes, &marks);
                    assert!(!is_number || px <= 0.0, "{what}: {text} lies {px} px on a mark");
                }
            }
        }
    }
}

#[test]
fn two_charts_are_drawn_as_they_were() {
    let context = context(shipped::dataset(), index(), CHECKED);
    for (name, system) in [("slips-ees.svg", "ees"), ("slips-etias.svg", "etias")] {
        let body = shipped::dataset().body(&BodyId::new(system)).expect("a system");
        let svg = context.slip_file(Some(body)).expect("a drawing");
        Document::parse(&svg).expect("a drawing");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &svg).expect("a file that can be written");
        }
        let golden = fs::read_to_string(&path).expect("the golden file");
        assert!(
            golden == svg,
            "{name} is drawn otherwise; write it anew with UPDATE_GOLDEN=1 and look at it"
        );
    }
    let all = context.slip_file(None).expect("a drawing");
    Document::parse(&all).expect("a drawing");
}

#[test]
fn whatever_a_promise_says_it_is_only_a_text() {
    for hostile in HOSTILE {
        let mut whole = shipped::json().clone();
        for body in whole["bodies"].as_array_mut().expect("a list") {
            if body["id"] == "ees" {
                body["short"] = json!(format!("EES {hostile}"));
                body["name"] = json!(format!("Entry/Exit System {hostile}"));
            }
        }
        for measure in whole["measures"].as_array_mut().expect("a list") {
            for fact in measure["since"].as_array_mut().into_iter().flatten() {
                fact["evidence"][0]["publisher"] = json!(format!("A publisher {hostile}"));
                if !fact["new_due"].is_null() {
                    fact["new_due"]["of"] = json!(format!("its start {hostile}"));
                }
            }
        }
        let Ok(dataset) = dataset::parse(whole.to_string().as_bytes()) else {
            continue;
        };
        let index = Index::new(&dataset);
        let context = Context::new(&dataset, &index, day(CHECKED), &[]);
        let view = context.slips();
        let page = html::slips(&view, hostile).0;
        assert!(!page.contains("<img") && !page.contains("<script"), "{hostile:?}");
        for drawing in view
            .charts
            .iter()
            .map(|chart| chart.drawing.clone())
            .chain(context.slip_file(None))
        {
            Document::parse(&drawing).expect("a drawing");
        }
    }
}
