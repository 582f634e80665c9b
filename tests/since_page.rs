//! The page of later facts, held against a walk over the JSON: what became of the commitments on any day, and which facts stand there in which group.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use iss_followup::domain::date::Day;
use iss_followup::domain::id::BodyId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{self, Facet, FacetKey, Index, LaterBy, Query, Unit};
use iss_followup::render::html;
use iss_followup::route::{Page, Route};
use iss_followup::view::{Context, Rows, SincePageView, plain};
use serde_json::Value;

use crate::asked::{asked_on, index};
use crate::exported::{hostile, parsed};
use crate::naive::{day, everything_on, walked};
use crate::shipped;
use crate::view::{check_acronyms, check_harmless};
use crate::walk::{list, text};

const DAYS: [&str; 10] = [
    "2016-12-31",
    "2018-07-06",
    "2019-12-31",
    "2020-02-03",
    "2020-02-04",
    "2020-12-31",
    "2022-06-30",
    "2025-10-12",
    "2026-11-29",
    "2026-12-31",
];

fn the_day(day: &str) -> Day {
    day.parse().expect("a day")
}

fn page(query: &Query, by: LaterBy) -> SincePageView {
    let dataset = shipped::dataset();
    let words = query.terms(index());
    let context = Context::new(dataset, index(), query.day(dataset), &words);
    context.since_page(&query::later_facts(query, index()), query, by)
}

/// Each measure and section with the ids of measures and sections on which a later fact on it bears, and the fact.
fn walked_facts() -> impl Iterator<Item = (&'static Value, &'static Value)> {
    let homes = ["measures", "reports"].map(|of| list(shipped::json(), of));
    let homes = homes.into_iter().flatten();
    homes.flat_map(|home| list(home, "since").map(move |fact| (home, fact)))
}

fn first_day(fact: &Value) -> String {
    day::days_of(&text(fact, "date")).0
}

fn is_known(fact: &Value, as_of: &str) -> bool {
    as_of <= day::status_date().as_str() || day::days_of(&text(fact, "date")).1.as_str() <= as_of
}

/// The groups as they are shown: their titles, each with the ids of its facts.
fn groups(view: &SincePageView) -> Vec<(String, Vec<String>)> {
    let ids = |facts: &[iss_followup::view::LaterFactView]| facts.iter().map(|fact| fact.id.to_string()).collect();
    view.groups
        .iter()
        .map(|group| (group.title.clone(), ids(&group.facts)))
        .collect()
}

fn ids(view: &SincePageView) -> BTreeSet<String> {
    groups(view).into_iter().flat_map(|(_, ids)| ids).collect()
}

#[test]
fn on_ten_days_the_outcomes_of_all_commitments_are_counted_and_each_count_leads_to_its_commitments() {
    for as_of in DAYS {
        let homes = ["measures", "reports"].map(|of| list(shipped::json(), of));
        let commitments = homes.into_iter().flatten().flat_map(|home| list(home, "follow_up"));
        let mut walked: BTreeMap<String, usize> = BTreeMap::new();
        for commitment in commitments {
            *walked.entry(day::state(commitment, as_of)).or_default() += 1;
        }
        let view = page(&asked_on(&Query::default(), the_day(as_of)), LaterBy::Newest);
        assert_eq!(view.outcomes.all, walked.values().sum::<usize>());
        assert_eq!(view.outcomes.all, 400);
        for (state, count, link) in &view.outcomes.counts {
            assert_eq!(
                *count,
                walked.get(state.key()).copied().unwrap_or_default(),
                "{as_of}: {state:?}"
            );
            let (route, issues) = Route::open(&link.route.to_fragment(), index());
            assert_eq!((&route.page, issues.len()), (&Page::Commitments, 0));
            assert_eq!(
                query::commitments(&route.query, index()).len(),
                *count,
                "{as_of}: {state:?}"
            );
        }
        let is_said = view.outcomes.around[1].contains("in all five documents, as of");
        assert!(is_said, "{:?}", view.outcomes.around);
        assert_eq!(view.other_day.is_none(), as_of == "2026-11-29");
    }
}

#[test]
fn every_later_fact_known_on_a_day_stands_there_newest_first_by_year() {
    for as_of in DAYS {
        let view = page(&asked_on(&Query::default(), the_day(as_of)), LaterBy::Newest);
        let known: BTreeSet<String> = walked_facts()
            .filter(|(_, fact)| is_known(fact, as_of))
            .map(|(_, fact)| text(fact, "id"))
            .collect();
        assert_eq!(ids(&view), known, "{as_of}");
        let all = walked_facts().count();
        let count = if known.len() == all {
            format!("All {all} later facts")
        } else {
            format!("{} of {all} later facts", known.len())
        };
        assert_eq!(view.count, count);
        let days: BTreeMap<String, String> = walked_facts()
            .map(|(_, fact)| (text(fact, "id"), first_day(fact)))
            .collect();
        let shown: Vec<&String> = view
            .groups
            .iter()
            .flat_map(|group| &group.facts)
            .map(|fact| &days[fact.id.as_str()])
            .collect();
        assert!(shown.is_sorted_by(|one, next| one >= next), "{as_of}");
        for (year, ids) in groups(&view) {
            assert!(ids.iter().all(|id| days[id].starts_with(&year)), "{year}");
        }
        for group in &view.groups {
            assert_eq!(group.count, group.facts.len());
        }
    }
}

#[test]
fn by_priority_each_stands_once_and_by_system_under_each_of_its_systems() {
    let mut priorities: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut systems: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (home, fact) in walked_facts() {
        priorities
            .entry(text(home, "priority"))
            .or_default()
            .insert(text(fact, "id"));
        let own: Vec<String> = list(fact, "systems")
            .map(|id| id.as_str().expect("an id").to_owned())
            .collect();
        for system in if own.is_empty() { vec![String::new()] } else { own } {
            systems.entry(system).or_default().insert(text(fact, "id"));
        }
    }
    for (by, walked) in [(LaterBy::Priority, priorities), (LaterBy::System, systems)] {
        let view = page(&Query::default(), by);
        let shown: BTreeMap<String, BTreeSet<String>> = view
            .groups
            .iter()
            .map(|group| {
                (
                    group.key.clone(),
                    group.facts.iter().map(|fact| fact.id.to_string()).collect(),
                )
            })
            .collect();
        assert_eq!(shown, walked, "{by:?}");
        assert_eq!(view.groups.iter().filter(|group| group.is_open).count(), 1);
    }
}

/// The later facts that the selection should have.
fn walked_selection(query: &Query) -> BTreeSet<String> {
    let mut query = query.in_all_sources();
    query.text.clear();
    let all = everything_on(&query.day(shipped::dataset()).to_string());
    let [measures, commitments] = [Unit::Measures, Unit::Commitments]
        .map(|unit| walked(unit, &query, &all).into_iter().collect::<BTreeSet<String>>());
    let is_of_sections = query
        .filters
        .keys()
        .all(|facet| matches!(facet, Facet::Source | Facet::Priority));
    let sections = list(shipped::json(), "reports").filter(|report| {
        let fits = |facet: Facet, field: &str| {
            let chosen = query.filters.get(&facet);
            let has = |key: &FacetKey| *key == FacetKey::All || key.as_str() == text(report, field);
            chosen.is_none_or(|chosen| chosen.iter().any(has))
        };
        is_of_sections && fits(Facet::Source, "source") && fits(Facet::Priority, "priority")
    });
    let sections: BTreeSet<String> = sections.map(|report| text(report, "id")).collect();
    let ids = |value: &Value, field: &str| -> BTreeSet<String> {
        list(value, field)
            .map(|id| id.as_str().expect("an id").to_owned())
            .collect()
    };
    let facts = walked_facts().filter(|(home, fact)| {
        let mut on_measures = ids(fact, "measures");
        let mut on_sections = ids(fact, "reports");
        let own = text(home, "id");
        if list(shipped::json(), "measures").any(|measure| measure["id"] == own.as_str()) {
            on_measures.insert(own);
        } else {
            on_sections.insert(own);
        }
        let about: BTreeSet<String> = list(fact, "about").map(|about| text(about, "commitment")).collect();
        !on_measures.is_disjoint(&measures) || !on_sections.is_disjoint(&sections) || !about.is_disjoint(&commitments)
    });
    facts.map(|(_, fact)| text(fact, "id")).collect()
}

#[test]
fn a_selection_has_the_facts_on_its_measures_commitments_and_sections() {
    for (facet, key) in [
        (Facet::Priority, "terrorism"),
        (Facet::Priority, "information-exchange"),
        (Facet::Source, "com-2016-602"),
        (Facet::Source, "5618-20"),
        (Facet::Body, "europol"),
        (Facet::System, "ees"),
        (Facet::Presidency, "HR"),
        (Facet::Outcome, "met"),
        (Facet::Owner, "commission"),
        (Facet::Body, "nobody"),
    ] {
        let query = Query::default().narrowed(facet, key);
        let view = page(&query, LaterBy::Newest);
        assert_eq!(ids(&view), walked_selection(&query), "{facet:?} {key}");
        assert!(view.is_narrowed || facet == Facet::Source, "{facet:?}");
    }
    let priority = page(
        &Query::default().narrowed(Facet::Priority, "terrorism"),
        LaterBy::Newest,
    );
    assert!(
        priority.parts.1 && priority.outcomes.around[1].contains("of the selection"),
        "{priority:?}"
    );
}

#[test]
fn words_must_be_in_the_fact_itself() {
    let query = Query {
        text: "terrorist content".to_owned(),
        ..Query::default()
    };
    let view = page(&query, LaterBy::Newest);
    assert!(!view.groups.is_empty() && !view.parts.1);
    let facts: BTreeMap<String, String> = walked_facts()
        .map(|(_, fact)| (text(fact, "id"), fact.to_string().to_lowercase()))
        .collect();
    for id in ids(&view) {
        assert!(
            facts[&id].contains("terroris") && facts[&id].contains("content"),
            "{id}"
        );
    }
    let whole = walked_facts().filter(|(_, fact)| text(fact, "text").contains("terrorist content"));
    let whole: BTreeSet<String> = whole.map(|(_, fact)| text(fact, "id")).collect();
    assert!(!whole.is_empty() && whole.is_subset(&ids(&view)));
    let signs = Query {
        text: "&".to_owned(),
        ..Query::default()
    };
    assert_eq!(ids(&page(&signs, LaterBy::Newest)).len(), walked_facts().count());
}

#[test]
fn each_fact_leads_to_its_place_and_says_its_text() {
    let view = page(&Query::default(), LaterBy::Newest);
    for fact in view.groups.iter().flat_map(|group| &group.facts) {
        let (_, walked) = walked_facts()
            .find(|(_, walked)| walked["id"] == fact.id.as_str())
            .expect("a fact");
        assert_eq!(plain(&fact.text), text(walked, "text"));
        let home = fact.home.as_ref().expect("a way to its place");
        let (route, issues) = Route::open(&home.route.to_fragment(), index());
        assert_eq!((route.fact.as_ref(), issues.len()), (Some(&fact.id), 0));
        assert_eq!(fact.pages.len(), list(walked, "evidence").count());
    }
    check_acronyms(&html::since_page(&view, &shipped::dataset().vocabulary).into_string());
}

#[test]
fn whatever_a_later_fact_says_is_only_a_text() {
    let dataset = parsed(&hostile(&["<script>", "\"'>&", "</details>"].map(str::to_owned)));
    let index = Index::new(&dataset);
    let context = Context::new(&dataset, &index, the_day("2026-11-29"), &[]);
    let query = Query::default().with_day(the_day("2026-11-29"), &dataset);
    let facts = query::later_facts(&query, &index);
    assert!(!facts.is_empty());
    for by in LaterBy::ALL {
        check_harmless(&html::since_page(&context.since_page(&facts, &query, *by), &dataset.vocabulary).into_string());
    }
}

/// The later facts that bear on a measure and are told on a day, each with its days, in order of time.
fn walked_on(measure: &str, as_of: &str) -> Vec<((String, String), String)> {
    let bears = |(home, fact): &(&Value, &Value)| {
        let own = home.get("number").is_some() && home["id"] == measure;
        own || list(fact, "measures").any(|other| *other == measure)
    };
    let facts = walked_facts().filter(bears).filter(|(_, fact)| is_known(fact, as_of));
    let mut facts: Vec<_> = facts
        .map(|(_, fact)| (day::days_of(&text(fact, "date")), text(fact, "id")))
        .collect();
    facts.sort();
    facts
}

#[test]
fn the_table_tells_the_latest_of_each_measure_and_leads_there() {
    let dataset = shipped::dataset();
    for as_of in DAYS {
        let context = Context::new(dataset, index(), the_day(as_of), &[]);
        for (place, measure) in dataset.measures.iter().enumerate() {
            let walked = walked_on(measure.id.as_str(), as_of);
            let row = context.table_row(place, &[]);
            let Some((link, said)) = row.since else {
                assert!(walked.is_empty(), "{as_of}: {}", measure.id);
                continue;
            };
            let (route, issues) = Route::open(&link.route.to_fragment(), index());
            assert!(issues.is_empty(), "{issues:?}");
            let id = route.fact.expect("a fact").to_string();
            let latest = walked.last().map(|(days, _)| days);
            let found = walked.iter().find(|(_, own)| *own == id).map(|(days, _)| days);
            assert_eq!(found, latest, "{as_of}: {}", measure.id);
            let (_, fact) = walked_facts().find(|(_, fact)| text(fact, "id") == id).expect("a fact");
            let said: String = said.iter().map(|segment| segment.text.as_str()).collect();
            assert_eq!(said, text(fact, "text"));
        }
    }
}

#[test]
fn the_column_of_later_facts_stands_there_where_it_is_chosen_only() {
    let cells = |fragment: &str| {
        let (route, _) = Route::open(fragment, index());
        let context = Context::new(shipped::dataset(), index(), the_day("2020-02-03"), &[]);
        let groups = query::arrange(query::run(&route.query, index()), &route.query, &route.options, index());
        let rows = Rows::new(&groups, &route.options);
        let views = context.table_rows(&rows, 0..2, &[], &HashMap::new());
        let html = html::table_rows(&views, rows.columns(), None, &shipped::dataset().vocabulary).into_string();
        (html.contains("class=\"since\""), html.matches("<td").count(), html)
    };
    let (is_there, count, html) = cells("/table?show=since");
    assert!(is_there && html.contains("colspan=\"10\""), "{html}");
    let (is_usual, usual, html) = cells("/table");
    assert!(!is_usual && html.contains("colspan=\"9\""), "{html}");
    assert_eq!(count, usual + 1);
}

#[test]
fn the_page_says_of_which_sources_it_is() {
    let sources = |fragment: &str| {
        let (route, _) = Route::open(fragment, index());
        let view = page(&route.query, LaterBy::Newest);
        let html = html::since_page(&view, &shipped::dataset().vocabulary).into_string();
        assert_eq!(
            html.contains("From all five documents"),
            view.sources.is_some(),
            "{fragment}"
        );
        (view.sources.is_some(), view.count)
    };
    // Whichever the views show, a later fact belongs to none; what is said holds of what is counted.
    let (is_said, all) = sources("/since");
    assert!(is_said);
    assert_eq!(sources("/since?source=all"), (true, all.clone()));
    // Where one is chosen, the page says that as its filter.
    let (is_said, some) = sources("/since?source=5754-20");
    assert!(!is_said && some != all, "{some}");
}

#[test]
fn a_sheet_has_no_control_but_the_parts_of_its_selection() {
    let (route, _) = Route::open("/since?presidency=HR&system=ees", index());
    let html = |is_on_paper: bool| {
        let mut context = Context::new(shipped::dataset(), index(), the_day("2026-11-29"), &[]);
        context.is_on_paper = is_on_paper;
        let found = query::later_facts(&route.query, index());
        html::since_page(
            &context.since_page(&found, &route.query, LaterBy::Newest),
            &shipped::dataset().vocabulary,
        )
        .into_string()
    };
    // The style sheet leaves out those that cite a line.
    let controls = |html: &str| {
        let left_out = ["button class=\"chip\"", "button class=\"quiet cite\""].map(|kind| html.matches(kind).count());
        html.matches("<button").count() - left_out.iter().sum::<usize>()
    };
    assert!(0 < controls(&html(false)), "nothing to leave out");
    assert_eq!(controls(&html(true)), 0, "{}", html(true));
}

#[test]
fn of_what_nothing_was_found_stands_below_the_whole_list() {
    let html = |fragment: &str| {
        let (route, _) = Route::open(fragment, index());
        let view = page(&route.query, LaterBy::Newest);
        (
            html::since_page(&view, &shipped::dataset().vocabulary).into_string(),
            view.in_vain,
        )
    };
    let (page, in_vain) = html("/since");
    let (commitments, systems) = in_vain.expect("what was looked for in vain");
    let missed = list(&shipped::json()["afterwards"], "nothing_found").count();
    assert_eq!(commitments.text, format!("{missed} commitments"));
    assert!(page.contains(&format!(">{missed} commitments</a>")));
    let found = query::commitments(&commitments.route.query, index()).len();
    assert_eq!(found, missed);
    let looked = list(shipped::json(), "bodies").filter(|body| !body["looked"].is_null());
    let looked: Vec<String> = looked.map(|body| text(body, "short")).collect();
    assert_eq!(
        systems.iter().map(|system| system.text.clone()).collect::<Vec<_>>(),
        looked
    );
    let context = Context::new(shipped::dataset(), index(), the_day("2020-02-03"), &[]);
    for json in list(shipped::json(), "bodies") {
        let body = shipped::dataset()
            .body(&BodyId::new(&text(json, "id")))
            .expect("a body");
        let view = context.body(body, &query::body_profile(&body.id, shipped::dataset()));
        let page = html::body(&view, "").into_string();
        assert_eq!(
            page.contains("Nothing was found on 30 November 2026. "),
            !json["looked"].is_null(),
            "{}",
            body.id
        );
    }
    assert!(html("/since?system=sis").1.is_none());
}
