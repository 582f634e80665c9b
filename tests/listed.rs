//! The lists of commitments, documents and facts in view, held against the JSON; and that of a long list only a part is made.

use iss_followup::domain::id::LineId;
use std::collections::{BTreeMap, BTreeSet};

use iss_followup::chart::{Facts, Timeline};
use iss_followup::dataset::{Dataset, Record};
use iss_followup::domain::date::{Day, PartialDate, Period};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::OutcomeState;
use iss_followup::query::{
    self, DocumentSort, Group, Index, Per, Query, SearchTerm, Unit, ViewOptions, group_documents,
};
use iss_followup::render::html;
use iss_followup::route::Route;
use iss_followup::view::{
    CommitmentRow, CommitmentsView, Context, DocumentGroupHead, DocumentRow, DocumentsView, FactsInView, OpenLists,
    commitment_axis, plain, undrawn_in_words,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::index;
use crate::cases::cases;
use crate::exported::{any_hostile, hostile, parsed};
use crate::naive::reported;
use crate::shipped::{self, dataset};
use crate::view::check_harmless;
use crate::walk::{list, text};

fn route(fragment: &str) -> Route {
    let (route, issues) = Route::open(fragment, index());
    assert_eq!(issues, []);
    route
}

fn query(fragment: &str) -> Query {
    route(fragment).query
}

/// The context of the shipped data as of the query's day.
fn context<'a>(query: &Query, looked_for: &'a [SearchTerm]) -> Context<'a> {
    Context::new(dataset(), index(), query.day(dataset()), looked_for)
}

fn commitments(fragment: &str) -> CommitmentsView {
    let Route { query, options, .. } = route(fragment);
    let looked_for = query.terms(index());
    let grouping = options.commitment_grouping;
    let groups = query::group_commitments(query::commitments(&query, index()), &query, grouping, index());
    let axis = commitment_axis(dataset(), query.day(dataset())).expect("dated commitments");
    context(&query, &looked_for).commitments(&groups, grouping, axis, None)
}

fn rows(view: &CommitmentsView) -> Vec<&CommitmentRow> {
    view.groups.iter().flat_map(|group| &group.rows).collect()
}

fn row<'a>(view: &'a CommitmentsView, id: &str) -> &'a CommitmentRow {
    let found = rows(view).into_iter().find(|row| row.id.as_str() == id);
    found.unwrap_or_else(|| panic!("{id} is not there"))
}

fn documents(fragment: &str) -> DocumentsView {
    let Route { query, options, .. } = route(fragment);
    let looked_for = query.terms(index());
    let groups = group_documents(
        query::documents(&query, index()),
        &query,
        options.document_sort,
        index(),
    );
    let sort = query::list_order(&query, options.document_sort);
    context(&query, &looked_for).documents_in_order(&groups, sort)
}

fn document_rows(view: &DocumentsView) -> Vec<&DocumentRow> {
    view.groups.iter().flat_map(|group| &group.rows).collect()
}

/// Every commitment of the JSON.
fn all_commitments() -> Vec<&'static Value> {
    let homes = list(shipped::json(), "measures").chain(list(shipped::json(), "reports"));
    homes.flat_map(|home| list(home, "follow_up")).collect()
}

#[test]
fn every_commitment_has_a_row_that_says_what_the_file_says() {
    let view = commitments("/commitments?source=all&per=none");
    let ids: BTreeSet<&str> = rows(&view).iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), all_commitments().len());
    for json in all_commitments() {
        let row = row(&view, &text(json, "id"));
        assert_eq!(plain(&row.text), text(json, "text"));
        assert_eq!(row.due.is_some(), !json["due"].is_null(), "{}", row.id);
        assert_eq!(row.due_words.clone().unwrap_or_default(), text(json, "due_text"));
        assert_eq!(row.owners.len(), list(json, "owners").count(), "{}", row.id);
        assert_eq!(row.outcome.state.key(), text(&json["outcome"], "state"), "{}", row.id);
        let reason = row.outcome.reason.as_ref().expect("the file says why");
        assert_eq!(plain(&reason.text), text(&json["outcome"], "text"), "{}", row.id);
        assert_eq!(row.home.route.fact.as_ref(), Some(&row.id));
        assert_eq!(row.course.due.is_some(), row.due.is_some(), "{}", row.id);
    }
}

#[test]
fn a_row_tells_the_same_outcome_as_the_line_to_which_it_leads() {
    for fragment in ["/commitments?source=all", "/commitments?source=all&as-of=2018-06-30"] {
        let view = commitments(fragment);
        for row in rows(&view) {
            let (_, record) = dataset().record(&row.id).expect("a line");
            assert!(matches!(record, Record::Commitment(_)));
            let line = context(&query(fragment), &[]).line(record, None);
            let told = line.outcome.expect("a commitment has an outcome");
            assert_eq!(
                (row.outcome.state, &row.outcome.words),
                (told.state, &told.words),
                "{}",
                row.id
            );
            assert_eq!(row.outcome.slip, told.slip, "{}", row.id);
            assert_eq!(
                row.outcome.reason.as_ref().map(|reason| plain(&reason.text)),
                told.reason.as_ref().map(|reason| plain(&reason.text)),
                "{}",
                row.id
            );
        }
    }
}

#[test]
fn a_promise_that_was_put_off_says_to_when_and_by_how_much() {
    let view = commitments("/commitments?source=com-2016-602&system=ees");
    let put_off = row(&view, "com-3.2-c3");
    assert!(
        put_off.outcome.words.ends_with(", now February 2022"),
        "{}",
        put_off.outcome.words
    );
    assert_eq!(put_off.outcome.slip.as_deref(), Some("put off by 22 months"));
    assert!(put_off.course.slip.is_some() && put_off.course.put_off_to.is_some() && put_off.course.done.is_none());
    assert_eq!(row(&view, "com-3.2-c1").outcome.slip.as_deref(), Some("10 months late"));
}

#[test]
fn outcomes_are_counted_whichever_are_chosen() {
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for json in all_commitments() {
        *expected.entry(text(&json["outcome"], "state")).or_default() += 1;
    }
    for fragment in ["/commitments?source=all", "/commitments?source=all&outcome=overdue"] {
        let query = query(fragment);
        let told = context(&query, &[]).outcome_filters(&query);
        assert_eq!(told.all, all_commitments().len());
        assert_eq!(told.day, "3 February 2020");
        let states: Vec<OutcomeState> = told.outcomes.iter().map(|count| count.state).collect();
        assert_eq!(states, OutcomeState::ALL);
        for count in told.outcomes {
            let key = count.state.key();
            assert_eq!(count.count, expected.get(key).copied().unwrap_or_default(), "{key}");
            assert_eq!(count.is_chosen, fragment.ends_with(key), "{key} of {fragment}");
        }
    }
}

#[test]
fn the_head_of_a_group_counts_its_commitments() {
    let view = commitments("/commitments?source=all&per=system");
    let heads = view
        .groups
        .iter()
        .map(|group| (group.head.as_ref().expect("a head"), group.rows.len()));
    let heads: Vec<_> = heads.collect();
    for (head, count) in &heads {
        let (all, parts) = head.tally.split_once(": ").expect("a count and its parts");
        let number = |text: &str| text.split(' ').next().and_then(|number| number.parse::<usize>().ok());
        assert_eq!(number(all), Some(*count), "{}", head.tally);
        assert_eq!(
            parts.split(", ").filter_map(number).sum::<usize>(),
            *count,
            "{}",
            head.tally
        );
    }
    let named = |title: &str| heads.iter().find(|(head, _)| head.title == title);
    assert_eq!(
        named("SIS").and_then(|(head, _)| head.name.as_deref()),
        Some("Schengen Information System")
    );
    assert_eq!(
        heads.last().map(|(head, _)| head.title.as_str()),
        Some("No information system named")
    );
    let ungrouped = commitments("/commitments?source=all&per=none");
    assert!(ungrouped.groups.iter().all(|group| group.head.is_none()));
}

/// As many commitments as ten thousand measures have, in groups of different sizes.
fn thousands() -> Vec<Group> {
    let all = query::listed(Unit::Commitments, &query("/commitments?source=all"), index());
    let many = |count: usize| all.iter().copied().cycle().take(count).collect();
    vec![
        (Some("sis".into()), many(50)),
        (Some("vis".into()), many(53_000)),
        (None, many(950)),
    ]
}

#[test]
fn of_tens_of_thousands_of_commitments_only_those_are_made_that_stand_there() {
    const STEP: usize = 80;
    let groups = thousands();
    let axis = commitment_axis(dataset(), dataset().edition.status_date).expect("dated commitments");
    let query = query("/commitments?source=all");
    let sizes = |lists: &OpenLists, named: Option<&LineId>| {
        let mut context = context(&query, &[]);
        context.lists = Some(lists);
        let view = context.commitments(&groups, Per::System, axis, named);
        assert_eq!(view.list.count, 54_000);
        let sizes: Vec<usize> = view.groups.iter().map(|group| group.rows.len()).collect();
        assert_eq!(sizes.iter().sum::<usize>(), view.list.lines.len());
        (sizes, view)
    };
    let mut lists = OpenLists::default();
    let (begin, view) = sizes(&lists, None);
    // The head of a group counts all of it, and a group of which nothing stands there has none.
    assert_eq!(begin, [50, STEP - 50]);
    let head = view.groups[1].head.as_ref().expect("a head");
    assert!(head.tally.starts_with("53000: "), "{}", head.tally);
    lists.show_more("commitments");
    assert_eq!(sizes(&lists, None).0, [50, 2 * STEP - 50]);
    assert!(lists.begin_anew() && !lists.begin_anew());
    // Around the line that a link names, also where it stands late.
    let late = dataset().commitments(index().commitment(groups[1].1[300]).home);
    let late = &late[index().commitment(groups[1].1[300]).place].id;
    let (around, view) = sizes(&lists, Some(late));
    assert_eq!(around, [STEP]);
    assert!(0 < view.list.previous);
    assert!(row(&view, late.as_str()).is_named);
    lists.show_earlier("commitments");
    assert_eq!(sizes(&lists, Some(late)).0.iter().sum::<usize>(), 2 * STEP);
}

#[test]
fn links_keep_the_day_that_is_told() {
    let day = "2018-06-30";
    let fragment = format!("/commitments?source=all&as-of={day}");
    let view = commitments(&fragment);
    let page = html::commitments(&view).0;
    assert!(page.contains(&format!("as-of={day}")));
    assert!(
        rows(&view)
            .iter()
            .all(|row| row.home.route.query.as_of == day.parse().ok())
    );
}

#[test]
fn every_document_has_a_row_with_those_who_cite_it() {
    let view = documents("/documents?source=all&order=document");
    let rows = document_rows(&view);
    let json: Vec<&Value> = list(shipped::json(), "documents").collect();
    assert!(1 < view.groups.len() && view.groups.iter().all(|group| group.head.is_some()));
    for row in &rows {
        let json = json.iter().find(|json| text(json, "id") == row.id).expect("a document");
        let (number, title) = (text(json, "number"), text(json, "title"));
        let name: String = row.name.iter().map(|segment| segment.text.as_str()).collect();
        assert_eq!(name, if number.is_empty() { &title } else { &number }.as_str());
        assert_eq!(
            row.title.is_some(),
            !number.is_empty() && !title.is_empty(),
            "{}",
            row.id
        );
        for detail in ["marking", "oj"] {
            assert!(row.details.contains(&text(json, detail)), "{}", row.details);
        }
        let cites = |measure: &&Value| list(measure, "documents").any(|cited| text(cited, "document") == row.id);
        let measures = list(shipped::json(), "measures").filter(cites).count();
        assert!(row.citing.len() <= 6);
        let named = row.citing.iter().filter(|citing| citing.is_measure).count();
        assert!(named <= measures, "{}", row.id);
        assert!(measures <= 6 || row.others.is_some(), "{}", row.id);
    }
    let regulation = rows
        .iter()
        .find(|row| row.id == "reg-2017-2226")
        .expect("the regulation");
    assert_eq!(
        regulation.register.as_deref(),
        Some("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R2226")
    );
    assert!(
        regulation
            .citing
            .iter()
            .any(|citing| citing.is_measure && citing.link.text == "60")
    );
}

#[test]
fn documents_by_kind_stand_in_groups_that_say_how_many_they_are() {
    let view = documents("/documents?source=all&order=kind");
    let count: usize = view
        .groups
        .iter()
        .filter_map(|group| group.head.as_ref())
        .map(|head| head.count)
        .sum();
    assert_eq!(count, view.list.count);
    let regulations = view
        .groups
        .iter()
        .find(|group| group.head.as_ref().is_some_and(|head| head.title == "Regulations"));
    assert!(regulations.is_some_and(|group| group.rows.iter().all(|row| row.kind == "regulation")));
}

/// Which groups of a list of documents are open.
fn open_groups(fragment: &str, turn: impl Fn(&mut OpenLists, &[DocumentGroupHead])) -> Vec<(String, usize, bool)> {
    let Route { query, options, .. } = route(fragment);
    let looked_for = query.terms(index());
    let groups = group_documents(
        query::documents(&query, index()),
        &query,
        options.document_sort,
        index(),
    );
    let sort = query::list_order(&query, options.document_sort);
    let heads = |lists: &OpenLists| {
        let mut context = context(&query, &looked_for);
        context.lists = Some(lists);
        let view = context.documents_in_order(&groups, sort);
        view.groups
            .into_iter()
            .filter_map(|group| group.head)
            .collect::<Vec<_>>()
    };
    let mut lists = OpenLists::default();
    turn(&mut lists, &heads(&OpenLists::default()));
    let state = |head: DocumentGroupHead| (head.title, head.count, head.fold.is_open);
    heads(&lists).into_iter().map(state).collect()
}

#[test]
fn a_long_list_begins_with_its_first_groups_open_and_what_is_found_is_open() {
    let groups = open_groups("/documents?source=all", |_, _| {});
    let years: Vec<&str> = groups.iter().map(|(title, ..)| title.as_str()).collect();
    assert!(
        years.contains(&"2019") && years.last() == Some(&"No number"),
        "{years:?}"
    );
    let shown: usize = groups
        .iter()
        .filter(|(.., is_open)| *is_open)
        .map(|(_, count, _)| count)
        .sum();
    assert!(groups[0].2 && !groups[groups.len() - 2].2 && 0 < shown, "{groups:?}");
    let is_whole =
        |groups: Vec<(String, usize, bool)>| !groups.is_empty() && groups.iter().all(|(.., is_open)| *is_open);
    // A short list, and what is looked for.
    assert!(is_whole(open_groups(
        "/documents?source=all&kind=regulation",
        |_, _| {}
    )));
    assert!(is_whole(open_groups(
        "/documents?source=all&order=document&q=europol",
        |_, _| {}
    )));
    // What the reader opens and closes stays so.
    let turned = open_groups("/documents?source=all", |lists, heads| {
        for head in heads {
            lists.turn(&head.fold.name, !head.fold.is_open);
        }
    });
    assert!(turned.iter().zip(&groups).all(|(now, before)| now.2 != before.2));
}

#[test]
fn what_is_looked_for_is_marked_in_both_lists() {
    let marks = |page: &str| page.matches("<mark>").count();
    let found = html::commitments(&commitments("/commitments?source=all&q=eurodac")).0;
    assert!(0 < marks(&found));
    let found = html::documents(&documents("/documents?source=all&q=prum")).0;
    assert!(0 < marks(&found));
}

fn lanes(fragment: &str) -> Timeline<'static> {
    let Route { query, options, .. } = route(fragment);
    let facts = Facts::new(query.day(dataset()), options.lanes, index());
    facts.timeline(&query, &options.folded_lanes, index())
}

fn period(from: &str, to: &str) -> Period {
    let day = |text: &str| text.parse::<PartialDate>().expect("a date").period();
    day(from).joined(day(to))
}

fn facts(timeline: &Timeline<'static>, period: Period, lists: Option<&OpenLists>) -> FactsInView {
    let mut context = Context::new(dataset(), index(), dataset().edition.status_date, &[]);
    context.lists = lists;
    context.facts_in_view(timeline, period)
}

#[test]
fn the_facts_in_view_are_those_that_the_file_dates_so() {
    let timeline = lanes("/timeline?priority=cybercrime");
    let view = facts(&timeline, period("1990", "2040"), None);
    let measures = list(shipped::json(), "measures")
        .filter(|measure| measure["source"] == "5618-20" && measure["priority"] == "cybercrime");
    let dated = measures.flat_map(|measure| {
        let events = list(measure, "state_of_play").filter(|event| !event["date"].is_null());
        let commitments = list(measure, "follow_up").filter(|commitment| !commitment["due"].is_null());
        let reported = reported(measure).filter(|line| !(line["date"].is_null() && line["due"].is_null()));
        events.chain(commitments).chain(reported)
    });
    let expected: BTreeSet<String> = dated.map(|line| text(line, "id")).collect();
    let listed = view.lanes.iter().flat_map(|lane| &lane.facts);
    let listed: BTreeSet<String> = listed.map(|fact| fact.id.to_string()).collect();
    assert_eq!(listed, expected);
    assert_eq!(view.count, expected.len());
    assert_eq!(view.summary, format!("{} facts are in view.", expected.len()));
    let none = facts(&timeline, period("1950", "1951"), None);
    assert!(none.lanes.is_empty());
    assert_eq!(
        none.summary,
        format!("0 facts are in view; {} more before or after.", expected.len())
    );
}

#[test]
fn many_facts_in_view_begin_folded_and_each_lane_names_itself_once() {
    let timeline = lanes("/timeline?source=all&lanes=body");
    let whole = period("1990", "2040");
    let folded = facts(&timeline, whole, None);
    let lines = |view: &FactsInView| view.lanes.iter().map(|lane| lane.facts.len()).sum::<usize>();
    assert_eq!(lines(&folded), 60);
    // A fact that stands in several lanes has a line in each, and counts once.
    assert!(folded.count < folded.list.count);
    let mut lists = OpenLists::default();
    assert!(lists.fold("facts-in-view"));
    let open = facts(&timeline, whole, Some(&lists));
    assert!(60 < lines(&open) && lines(&open) == open.list.lines.len());
    let titles: Vec<&str> = open.lanes.iter().map(|lane| lane.title.as_str()).collect();
    assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len());
}

#[test]
fn what_has_no_place_on_the_timeline_is_said() {
    let whole = undrawn_in_words(&lanes("/timeline?source=all"));
    assert!(
        whole.contains("facts and commitments without a date are not drawn"),
        "{whole}"
    );
    let mut drawn = lanes("/timeline");
    (drawn.undated, drawn.undrawn) = (0, 0);
    assert_eq!(undrawn_in_words(&drawn), "");
    (drawn.undated, drawn.undrawn) = (1, 1);
    assert_eq!(
        undrawn_in_words(&drawn),
        "1 measure has no dated facts and therefore no row. 1 fact or commitment without a date is not drawn. "
    );
}

/// Every list of a dataset, as a reader of XML reads it.
fn check_lists(dataset: &Dataset, index: &Index<'_>, day: Day) {
    let looked_for = query::terms("script a b", &dataset.glossary);
    let context = Context::new(dataset, index, day, &looked_for);
    let all = Query::everywhere(query::Facet::Source, "all");
    let check = |html: maud::Markup| check_harmless(&format!("<main>{}</main>", html.0));
    check(html::outcome_filters(&context.outcome_filters(&all)));
    if let Some(axis) = commitment_axis(dataset, day) {
        let groups = query::group_commitments(query::commitments(&all, index), &all, Per::System, index);
        check(html::commitments(&context.commitments(
            &groups,
            Per::System,
            axis,
            None,
        )));
    }
    let sort = Some(DocumentSort::default());
    let groups = group_documents(query::documents(&all, index), &all, sort, index);
    check(html::documents(&context.documents_in_order(&groups, sort)));
    let ViewOptions {
        lanes, folded_lanes, ..
    } = ViewOptions::default();
    let timeline = Facts::new(day, lanes, index).timeline(&all, &folded_lanes, index);
    check(html::facts_in_view(
        &context.facts_in_view(&timeline, period("1990", "2040")),
    ));
    check(html::drawing_tools("<b>"));
}

#[test]
fn markup_in_a_text_is_text_in_the_lists() {
    let texts = [
        "<script>alert(1)</script>",
        "\"' onclick=x ",
        "javascript:alert(1)",
        "<!--",
        "&lt;b&gt;",
    ];
    let dataset = parsed(&hostile(&texts.map(str::to_owned)));
    check_lists(&dataset, &Index::new(&dataset), dataset.edition.status_date);
    check_lists(shipped::dataset(), index(), shipped::dataset().edition.status_date);
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn whatever_a_text_says_it_is_text_in_the_lists(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        check_lists(&dataset, &Index::new(&dataset), dataset.edition.status_date);
    }
}

/// Every date that a later fact announces for a commitment by a day, with the ids of these facts, oldest first.
fn walked_announcements(commitment: &str, as_of: &str) -> Vec<(String, String)> {
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let facts = homes.flat_map(|home| list(home, "since"));
    let announcing = facts.filter(|fact| list(&fact["new_due"], "commitments").any(|id| *id == commitment));
    let known = announcing.filter(|fact| text(fact, "date").as_str() <= as_of);
    let mut known: Vec<_> = known.map(|fact| (text(fact, "date"), text(fact, "id"))).collect();
    known.sort();
    known
}

#[test]
fn every_date_that_was_announced_by_a_day_is_a_ghost_on_the_axis_and_none_is_a_due_date() {
    let mut seen = 0;
    for as_of in ["2020-02-03", "2020-12-31", "2023-06-30", "2026-11-29"] {
        let view = commitments(&format!("/commitments?source=all&per=none&as-of={as_of}"));
        let reported = commitments("/commitments?source=all&per=none");
        for shown in rows(&view) {
            let id = shown.id.as_str();
            let walked = walked_announcements(id, as_of);
            let walked = if as_of == "2020-02-03" { Vec::new() } else { walked };
            let facts: Vec<String> = shown
                .ghosts
                .iter()
                .map(|ghost| ghost.link.route.fact.as_ref().expect("a fact").to_string())
                .collect();
            assert_eq!(
                facts,
                walked.into_iter().map(|(_, id)| id).collect::<Vec<_>>(),
                "{as_of}: {id}"
            );
            assert!(
                shown.ghosts.iter().all(|ghost| (0.0..=1.0).contains(&ghost.place)),
                "{id}"
            );
            assert_eq!(shown.due, row(&reported, id).due, "{id}");
            seen += facts.len();
        }
        let html = html::commitments(&view).into_string();
        assert_eq!(
            html.matches("class=\"ghost\"").count(),
            html.matches("<title>Announced for ").count()
        );
        assert_eq!(html.contains("class=\"ghost\""), as_of != "2020-02-03");
    }
    assert!(30 < seen, "{seen}");
    let ees = commitments("/commitments?source=all&per=none&as-of=2026-11-29");
    let last = row(&ees, "com-3.2-c3").ghosts.last().expect("a ghost");
    assert!(
        last.title
            .starts_with("Announced for 10 Apr 2026: the EES being in full operation (said 12 Oct 2025, "),
        "{last:?}"
    );
    assert_eq!(ees.years.last(), Some(&2027));
}
