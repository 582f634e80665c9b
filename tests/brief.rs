//! What stands in a Presidency's brief is what a walk over the JSON finds, for every Presidency, arrangement and day.

use crate::cases::cases;
use crate::naive;
use crate::shipped;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use iss_followup::dataset::{Home, Record};
use iss_followup::domain::date::Day;
use iss_followup::domain::id::{LineId, PresidencyId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::presidency::Presidency;
use iss_followup::query::{
    Basis, Brief, BriefBy, BriefLine, BriefSection, Briefs, Facet, FacetKey, Part, Query, commitments, nearest_brief,
    presidencies_with_brief, shown_in_brief,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::{any_query, index};
use crate::naive::day::state as on_day;
use crate::naive::walked_lines;
use crate::walk::{list, text};

/// The edition's date.
const STATUS: &str = "2020-02-03";

/// For each line of a section, by its id: on what grounds it belongs to the Presidency, and what had come of it.
type Walked = BTreeMap<String, (Option<&'static str>, String)>;

/// The first and the last day of a date, or of two.
fn days(line: &Value, from: &str, to: &str) -> Option<(String, String)> {
    let last_of = |year: &str, month: &str| {
        let year: u32 = year.parse().expect("a year");
        let days = match month {
            "02" if year.is_multiple_of(4) => 29,
            "02" => 28,
            "04" | "06" | "09" | "11" => 30,
            _ => 31,
        };
        format!("{year}-{month}-{days}")
    };
    let ends = |date: &str| {
        let year = &date[..4];
        let (first, last) = match date.get(5..) {
            None => ("01", "12"),
            Some("H1") => ("01", "06"),
            Some("H2") => ("07", "12"),
            Some("Q1") => ("01", "03"),
            Some("Q2") => ("04", "06"),
            Some("Q3") => ("07", "09"),
            Some("Q4") => ("10", "12"),
            Some(month) if month.len() == 2 => (month, month),
            Some(_) => return (date.to_owned(), date.to_owned()),
        };
        (format!("{year}-{first}-01"), last_of(year, last))
    };
    let (first, last) = ends(line[from].as_str()?);
    let last = line[to].as_str().map_or(last, |to| ends(to).1);
    Some((first, last))
}

/// What had come of a commitment by a day, told on another.
fn state(commitment: &Value, day: &str, as_of: &str) -> String {
    let due = days(commitment, "due", "due_end");
    let pending = |day: &str| match &due {
        Some((_, last)) if last.as_str() < day => "overdue".to_owned(),
        _ => "open".to_owned(),
    };
    match on_day(commitment, as_of).as_str() {
        _ if day <= as_of => on_day(commitment, day),
        // What falls due after the brief's own day is not known on that.
        "open" if pending(day) == "overdue" => "unknown".to_owned(),
        settled => settled.to_owned(),
    }
}

/// The sections of a brief as the JSON gives them.
fn walked(presidency: &Presidency, as_of: &str) -> BTreeMap<Part, Walked> {
    let json = shipped::json();
    let (first, last) = (presidency.term.first().to_string(), presidency.term.last().to_string());
    let after = presidency.term.last().tomorrow().expect("a day").to_string();
    let mut parts: BTreeMap<Part, Walked> = Part::ALL.iter().map(|part| (*part, Walked::new())).collect();
    let mut add = |part: Part, line: &Value, grounds, state: String| {
        let was = parts
            .get_mut(&part)
            .expect("a part")
            .insert(text(line, "id"), (grounds, state));
        assert_eq!(was, None, "an id stands twice in the data");
    };
    for home in list(json, "measures").chain(list(json, "reports")) {
        let source = list(json, "sources").find(|source| source["id"] == home["source"]);
        let source = source.expect("a source");
        let made = match text(source, "id").as_str() {
            "5618-20" => "2020-01-01".to_owned(),
            _ => text(source, "date"),
        };
        let grounds = |line: &Value, when: &Option<(String, String)>| match when {
            _ if line["presidency"] == presidency.id.as_str() => Some("named"),
            Some((from, to)) if first <= *from && *to <= last => Some("by date"),
            _ => None,
        };
        for event in list(home, "state_of_play") {
            let when = days(event, "date", "end");
            let grounds = grounds(event, &when);
            let is_later = when.is_some_and(|(first, _)| as_of < first.as_str());
            if grounds.is_some() {
                add(
                    if is_later { Part::Planned } else { Part::Did },
                    event,
                    grounds,
                    String::new(),
                );
            }
        }
        for commitment in list(home, "follow_up") {
            let grounds = grounds(commitment, &days(commitment, "due", "due_end"));
            if grounds.is_some() {
                add(Part::Planned, commitment, grounds, state(commitment, as_of, as_of));
            }
            for (part, day) in [(Part::Inherited, &first), (Part::HandedOn, &after)] {
                let state = state(commitment, day, as_of);
                if made <= *day && ["open", "overdue", "unknown"].contains(&state.as_str()) {
                    add(part, commitment, grounds, state);
                }
            }
        }
    }
    parts
}

fn lines<'a>(section: &'a BriefSection<'static>) -> impl Iterator<Item = &'a BriefLine<'static>> {
    let groups = section.every_group();
    groups.flat_map(|group| group.lines.iter())
}

/// How many different lines stand in the brief.
fn line_count(brief: &Brief<'static>) -> usize {
    let lines = brief.sections.iter().flat_map(lines);
    lines.map(|line| line.record.id()).collect::<BTreeSet<_>>().len()
}

fn told(section: &BriefSection<'static>) -> Walked {
    let line = |line: &BriefLine<'static>| {
        let grounds = line.basis.map(|basis| match basis {
            Basis::Named => "named",
            Basis::ByDate => "by date",
            Basis::InReport => panic!("a line of a brief is its own"),
        });
        let state = line.state.map_or_else(String::new, |state| state.key().to_owned());
        (line.record.id().to_string(), (grounds, state))
    };
    lines(section).map(line).collect()
}

fn briefs_of(presidencies: &[&'static Presidency], query: &Query) -> Briefs<'static> {
    Briefs::new(presidencies, query, BriefBy::Priority, index(), None)
}

fn brief_of(presidency: &'static Presidency, query: &Query) -> Arc<Brief<'static>> {
    brief_by(presidency, query, BriefBy::Priority)
}

fn brief_by(presidency: &'static Presidency, query: &Query, by: BriefBy) -> Arc<Brief<'static>> {
    Arc::clone(&Briefs::new(&[presidency], query, by, index(), None).all()[0])
}

fn terms() -> &'static [Presidency] {
    let terms = shipped::dataset().rota.terms();
    let first = terms.iter().position(|term| term.id.as_str() == "NL").expect("NL");
    &terms[first..]
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Of every source, as of that day.
fn as_of(day: Option<Day>) -> Query {
    let mut query = Query {
        as_of: day,
        ..Query::default()
    };
    query.set_sources(true);
    query
}

#[track_caller]
fn check(presidency: &'static Presidency, as_of_day: Option<Day>) {
    let told_on = as_of_day.map_or_else(|| STATUS.to_owned(), |day| day.to_string());
    let walked = walked(presidency, &told_on);
    for by in BriefBy::ALL {
        let brief = brief_by(presidency, &as_of(as_of_day), *by);
        for section in &brief.sections {
            let walked = &walked[&section.part];
            assert_eq!(
                told(section),
                *walked,
                "{} {} on {told_on}",
                presidency.id,
                section.part.key()
            );
            let count = |fits: &dyn Fn(&str) -> bool| walked.values().filter(|(_, state)| fits(state)).count();
            let stands_apart = |state: &str| state == "unknown" && section.part != Part::Planned;
            assert_eq!(section.count, count(&|state| !stands_apart(state)));
            assert_eq!(section.past_due, count(&|state| state == "overdue"));
            assert_eq!(section.unknown_count, count(&stands_apart));
            check_groups(section, *by);
        }
    }
}

/// Each group holds each of its lines once, all of them and in order; a line stands in every group that it belongs to.
#[track_caller]
fn check_groups(section: &BriefSection<'static>, by: BriefBy) {
    let dataset = shipped::dataset();
    let facet = match by {
        BriefBy::Priority => Facet::Priority,
        BriefBy::WorkingParty => Facet::WorkingParty,
    };
    let belongs = |line: &BriefLine<'_>| -> BTreeSet<Option<FacetKey>> {
        let keys: Vec<FacetKey> = match (line.home, by) {
            (Home::Measure(place), BriefBy::Priority) => vec![(&dataset.measures[place].priority).into()],
            (Home::Measure(place), BriefBy::WorkingParty) => {
                let parties = dataset.measures[place].working_parties.iter();
                parties.map(FacetKey::from).collect()
            }
            (Home::Report(place), BriefBy::Priority) => {
                let priority = dataset.reports[place].priority.iter();
                priority.map(FacetKey::from).collect()
            }
            (Home::Report(_), BriefBy::WorkingParty) => Vec::new(),
        };
        if keys.is_empty() {
            return [None].into();
        }
        keys.into_iter().map(Some).collect()
    };
    for groups in [&section.groups, &section.unknown] {
        let mut found: BTreeMap<&LineId, BTreeSet<Option<FacetKey>>> = BTreeMap::new();
        for group in &**groups {
            let ids: BTreeSet<&LineId> = group.lines.iter().map(|line| line.record.id()).collect();
            assert_eq!(ids.len(), group.lines.len(), "a line stands twice in {}", group.name);
            assert!(!ids.is_empty(), "{} is empty", group.name);
            for line in &*group.lines {
                found.entry(line.record.id()).or_default().insert(group.key.clone());
            }
            let is_overdue = |line: &BriefLine<'_>| line.state.is_some_and(|state| state.key() == "overdue");
            let overdue = group.lines.iter().filter(|line| is_overdue(line)).count();
            assert_eq!(group.past_due, overdue, "{}", group.name);
            let is_sorted = group.lines.is_sorted_by_key(|line| {
                let last = line.record.when().map(|when| match line.record {
                    Record::Event(_) => when.period().first(),
                    Record::Commitment(_) => when.period().last(),
                });
                (!is_overdue(line), last.is_none(), last)
            });
            assert!(is_sorted, "{} is not in order", group.name);
        }
        for line in groups.iter().flat_map(|group| group.lines.iter()) {
            assert_eq!(found[line.record.id()], belongs(line), "{}", line.record.id());
        }
        let values = index().values(facet);
        let order = groups
            .iter()
            .map(|group| values.iter().position(|value| Some(&value.key) == group.key.as_ref()));
        let order: Vec<usize> = order.map(|place| place.unwrap_or(usize::MAX)).collect();
        assert!(order.is_sorted(), "the groups are not in the filter's order");
    }
}

#[test]
fn every_brief_holds_what_the_json_gives_it() {
    for presidency in terms() {
        check(presidency, None);
        for as_of in ["2016-07-01", "2018-06-30", "2019-12-31", "2022-06-01", "2026-11-29"] {
            check(presidency, Some(day(as_of)));
        }
    }
}

#[test]
fn what_one_hands_on_the_next_inherits() {
    for as_of_day in [None, Some(day("2018-06-30")), Some(day("2023-01-01"))] {
        for pair in terms().windows(2) {
            let section = |presidency: &'static Presidency, part: Part| {
                let brief = brief_of(presidency, &as_of(as_of_day));
                let section = brief.sections.iter().find(|section| section.part == part);
                section.expect("a section").clone()
            };
            let state = |section: &BriefSection<'static>| -> BTreeMap<String, String> {
                let told = told(section).into_iter();
                told.map(|(id, (_, state))| (id, state)).collect()
            };
            let (handed_on, inherited) = (section(&pair[0], Part::HandedOn), section(&pair[1], Part::Inherited));
            assert_eq!(handed_on.day, inherited.day);
            assert_eq!(state(&handed_on), state(&inherited), "{} to {}", pair[0].id, pair[1].id);
        }
    }
}

#[test]
fn the_leading_source_is_inherited_by_the_presidency_that_it_was_written_for() {
    let of_leading = |id: &str, part: Part| {
        let presidency = shipped::dataset().rota.get(&PresidencyId::new(id)).expect("a term");
        let brief = brief_of(presidency, &Query::default());
        let section = brief.sections.iter().find(|section| section.part == part).expect("it");
        let sources = lines(section).map(|line| shipped::dataset().source_of(line.home).expect("a source"));
        sources.filter(|source| source.number == "5618/20").count()
    };
    assert_eq!(of_leading("FI", Part::Inherited), 0);
    assert!(200 < of_leading("FI", Part::HandedOn));
    assert_eq!(of_leading("FI", Part::HandedOn), of_leading("HR", Part::Inherited));
    // What the Commission promised in September 2016 was not there in July.
    assert_eq!(brief_of(&terms()[1], &Query::default()).sections[0].count, 0);
}

#[test]
fn every_presidency_that_the_data_touches_has_a_brief() {
    let touched = naive::everything();
    let touched = touched.measures.iter().chain(&touched.lines);
    let touched: BTreeSet<&str> = touched
        .flat_map(|plain| &plain.terms)
        .map(|(id, _)| id.as_str())
        .collect();
    let ids = terms().iter().map(|term| term.id.as_str());
    let expected: Vec<&str> = ids.filter(|id| touched.contains(id)).collect();
    let listed = presidencies_with_brief(index());
    let listed: Vec<&str> = listed.iter().map(|term| term.id.as_str()).collect();
    assert_eq!(listed, expected);
}

#[test]
fn a_page_without_a_name_shows_the_chosen_presidency_or_the_one_in_office() {
    let shown = |named: Option<&str>, query: &Query| {
        let named = named.map(PresidencyId::new);
        shown_in_brief(named.as_ref(), query, index()).map(|term| term.id.to_string())
    };
    let chosen = Query::default().narrowed(Facet::Presidency, "RO");
    let earlier = as_of(Some(day("2018-01-01")));
    assert_eq!(shown(None, &Query::default()).as_deref(), Some("HR"));
    assert_eq!(shown(None, &earlier).as_deref(), Some("BG"));
    assert_eq!(shown(None, &chosen).as_deref(), Some("RO"));
    assert_eq!(shown(Some("FI"), &chosen).as_deref(), Some("FI"));
    assert_eq!(shown(Some("XX"), &chosen), None);
    let nearest = |id: &str| {
        let nearest = nearest_brief(&PresidencyId::new(id), &Query::default(), index());
        nearest.map(|term| term.id.to_string())
    };
    assert_eq!(nearest("XX").as_deref(), Some("HR"));
    assert_eq!(nearest("LV").as_deref(), Some("NL"));
}

#[test]
fn words_are_found_in_the_line_itself() {
    let query = Query {
        text: "interoperability".into(),
        ..Query::default()
    };
    let presidency = shipped::dataset().rota.get(&PresidencyId::new("RO")).expect("a term");
    let brief = brief_of(presidency, &query);
    let found: Vec<_> = brief.sections.iter().flat_map(lines).collect();
    assert!(found.iter().any(|line| matches!(line.record, Record::Event(_))));
    assert!(line_count(&brief) < line_count(&brief_of(presidency, &Query::default())));
}

fn any_presidency() -> impl Strategy<Value = &'static Presidency> {
    proptest::sample::select(presidencies_with_brief(index()))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_brief_keeps_the_lines_that_fit(presidency in any_presidency(), query in any_query()) {
        let query = Query { text: String::new(), ..query };
        let fitting = walked_lines(&query);
        let walked = walked(presidency, STATUS);
        let brief = brief_of(presidency, &query);
        prop_assert_eq!(briefs_of(&[presidency], &query).line_count(), line_count(&brief));
        for section in &brief.sections {
            let all = walked[&section.part].clone().into_iter();
            let expected: Walked = all.filter(|(id, _)| fitting.contains(id.as_str())).collect();
            prop_assert_eq!(told(section), expected);
        }
    }

    #[test]
    fn a_commitment_stands_in_a_brief_when_the_list_of_commitments_has_it(query in any_query()) {
        let mut everywhere = query.clone();
        everywhere.filters.remove(&Facet::Presidency);
        everywhere.role = None;
        let listed: BTreeSet<&str> = commitments(&everywhere, index())
            .into_iter()
            .map(|place| index().commitment(place))
            .map(|entry| shipped::dataset().commitments(entry.home)[entry.place].id.as_str())
            .collect();
        let presidency = shipped::dataset().rota.get(&PresidencyId::new("HR")).expect("a term");
        let (all, kept) = (walked(presidency, STATUS), brief_of(presidency, &query));
        for section in kept.sections.iter().filter(|section| section.part != Part::Did) {
            let expected = all[&section.part].keys().map(String::as_str).filter(|id| listed.contains(id));
            let told = told(section);
            prop_assert_eq!(
                told.keys().map(String::as_str).collect::<BTreeSet<_>>(),
                expected.collect::<BTreeSet<_>>()
            );
        }
    }

    #[test]
    fn a_count_beside_a_brief_is_what_choosing_the_value_would_leave(
        presidency in any_presidency(),
        query in any_query(),
        facet in proptest::sample::select(Facet::ALL),
        place in any::<proptest::sample::Index>(),
    ) {
        let all = briefs_of(&[presidency], &query).facet_counts(index());
        let counts = all.iter().find(|counts| counts.facet == facet).expect("every filter is counted");
        let value = &counts.values[place.index(counts.values.len())];
        let left = line_count(&brief_of(presidency, &query.narrowed(facet, value.key)));
        // The page names the Presidency: the filter is not there to be chosen.
        let expected = if facet == Facet::Presidency { 0 } else { left };
        prop_assert_eq!(value.count, expected, "{} {}", facet.key(), value.key);
    }

    #[test]
    fn briefs_that_follow_others_are_the_same_as_without_them(
        asked in proptest::collection::vec((any_presidency(), any_presidency(), any_query()), 1..4),
    ) {
        let mut last: Option<Briefs> = None;
        for (presidency, beside, query) in asked {
            let mut presidencies = vec![presidency, beside];
            presidencies.dedup();
            let briefs = Briefs::new(&presidencies, &query, BriefBy::Priority, index(), last.as_ref());
            let afresh = briefs_of(&presidencies, &query);
            prop_assert_eq!(briefs.all(), afresh.all());
            prop_assert_eq!(briefs.line_count(), afresh.line_count());
            last = Some(briefs);
        }
    }
}

/// The commitments of the JSON with their ids.
fn json_commitments() -> BTreeMap<String, &'static Value> {
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let commitments = homes.flat_map(|home| list(home, "follow_up"));
    commitments.map(|own| (text(own, "id"), own)).collect()
}

#[test]
fn every_number_of_the_summary_is_that_of_the_rows() {
    let all = json_commitments();
    let mut counted = 0;
    for presidency in presidencies_with_brief(index()) {
        for told_on in [
            None,
            Some(day("2019-06-30")),
            Some(day("2022-06-30")),
            Some(day("2026-11-29")),
        ] {
            for query in [as_of(told_on), as_of(told_on).narrowed(Facet::Body, "europol")] {
                let brief = brief_of(presidency, &query);
                let summary = brief.summary(shipped::dataset());
                let rows = brief
                    .sections
                    .iter()
                    .filter(|section| [Part::Inherited, Part::Planned].contains(&section.part));
                let ids: BTreeSet<String> = rows.flat_map(lines).map(|line| line.record.id().to_string()).collect();
                let rows: Vec<&Value> = ids.iter().filter_map(|id| all.get(id).copied()).collect();
                let (of, as_of) = (format!("{} on {told_on:?}", presidency.id), brief.as_of.to_string());
                assert_eq!(summary.count, rows.len(), "{of}");
                let state = |row: &Value| on_day(row, &as_of);
                let mut states: BTreeMap<String, usize> = BTreeMap::new();
                let mut owners: BTreeMap<String, usize> = BTreeMap::new();
                for row in &rows {
                    *states.entry(state(row)).or_default() += 1;
                    if ["open", "overdue", "unknown"].contains(&state(row).as_str()) {
                        for owner in list(row, "owners") {
                            *owners.entry(owner.as_str().expect("an id").to_owned()).or_default() += 1;
                        }
                    }
                }
                let told = summary
                    .states
                    .iter()
                    .map(|(state, count)| (state.key().to_owned(), *count));
                assert_eq!(told.collect::<BTreeMap<_, _>>(), states, "{of}");
                let due = |row: &Value| days(row, "due", "due_end");
                let (first, last) = (presidency.term.first().to_string(), presidency.term.last().to_string());
                let in_term = rows.iter().filter_map(|row| due(row));
                let in_term = in_term.filter(|(from, to)| first <= *from && *to <= last).count();
                assert_eq!(summary.due_in_term, in_term, "{of}");
                let open = rows
                    .iter()
                    .filter(|row| state(row) == "open")
                    .filter_map(|row| due(row));
                let mut to_come: Vec<String> = open.map(|(_, last)| last).filter(|last| as_of <= *last).collect();
                to_come.sort();
                to_come.truncate(5);
                let nearest = summary.nearest.iter().map(|(_, commitment)| {
                    assert!(ids.contains(commitment.id.as_str()), "{of}");
                    commitment.due.expect("a date").period().last().to_string()
                });
                assert_eq!(nearest.collect::<Vec<_>>(), to_come, "{of}");
                let mut most: Vec<usize> = owners.values().copied().collect();
                most.sort_by_key(|count| std::cmp::Reverse(*count));
                most.truncate(5);
                assert_eq!(
                    summary.asked.iter().map(|(_, count)| *count).collect::<Vec<_>>(),
                    most,
                    "{of}"
                );
                assert!(
                    summary.asked.iter().all(|(id, count)| owners[id.as_str()] == *count),
                    "{of}"
                );
                counted += summary.count;
            }
        }
    }
    assert!(1000 < counted, "{counted}");
}
