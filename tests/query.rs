//! Links to titles; facet counts against brute force, search against a naive scan.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod shipped;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use iss_followup::dataset::{self, Dataset, Home};
use iss_followup::domain::document::DocumentKind;
use iss_followup::domain::id::{BodyId, DocumentId, MeasureId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{
    self, About, Basis, Column, DocumentColumn, DocumentSort, Facet, Grouping, HeatAxes, Index, Per, Query,
    RemarkPlace, Remarks, Says, Tally, Target, Unit, arrange, excerpt, facets, go_to, group_documents, resolve, run,
    tally, words,
};
use iss_followup::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

fn index() -> &'static Index<'static> {
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(shipped::dataset()))
}

/// The numbers of the measures that a link shows, in the order of the table.
fn numbers(fragment: &str) -> Vec<&'static str> {
    let (route, issues) = Route::from_fragment(fragment);
    assert_eq!(issues, [], "{fragment}");
    let (query, unknown) = resolve(&route.query, index());
    assert_eq!(unknown, [], "{fragment}");
    let groups = arrange(run(&query, index()), &query, shipped::dataset(), index());
    let places = groups.into_iter().flat_map(|(_, places)| places);
    places
        .map(|place| shipped::dataset().measures[place].number.as_str())
        .collect()
}

#[track_caller]
fn check(fragment: &str, expected: &[&str]) {
    assert_eq!(numbers(fragment), expected, "{fragment}");
}

#[test]
fn several_filters_mean_and_several_values_mean_or() {
    check("/table?status=blocked", &["62"]);
    check("/table?working-party=financial-counsellors", &["11"]);
    check("/table?working-party=financial-counsellors&status=blocked", &[]);
    check("/table?document=st-9727-2019", &["1"]);
    check("/table?partner=new-zealand,niger", &["57", "58"]);
    check("/table?partner=new-zealand,niger&priority=internal-external", &["58"]);
}

#[test]
fn without_a_word_on_sources_the_leading_one_is_meant() {
    assert_eq!(numbers("/table?source=5618-20"), numbers("/table"));
    check(
        "/table?source=com-2016-602&group=none",
        &["3.1", "3.2", "3.3", "3.4", "3.5"],
    );
    assert_eq!(numbers("/table?source=all").len(), 102);
    assert_eq!(numbers("/table?source=10944-18,15070-19,5754-20").len(), 23);
}

#[test]
fn words_may_come_in_any_case_and_without_diacritics() {
    assert_eq!(numbers("/table?q=PRUM"), numbers("/table?q=pr%C3%BCm"));
    assert!(numbers("/table?q=prum").contains(&"33"));
    check("/table?q=niger", &["58"]);
    check("/table?q=niger%20zzz", &[]);
}

#[test]
fn an_acronym_finds_its_expansion_and_the_reverse() {
    let by_acronym: BTreeSet<&str> = numbers("/table?q=PNR").into_iter().collect();
    let by_expansion: BTreeSet<&str> = numbers("/table?q=passenger%20name%20record").into_iter().collect();
    assert!(by_acronym.contains("31") && by_acronym.contains("14"), "{by_acronym:?}");
    assert_eq!(by_acronym, by_expansion);
    assert!(numbers("/table?q=chemical%20biological%20radiological").contains(&"5"));
}

#[test]
fn a_presidency_is_asked_for_in_either_role_or_in_one() {
    let either: BTreeSet<&str> = numbers("/table?presidency=HR").into_iter().collect();
    let acted: BTreeSet<&str> = numbers("/table?presidency=HR&role=acted").into_iter().collect();
    let plans: BTreeSet<&str> = numbers("/table?presidency=HR&role=plans").into_iter().collect();
    assert_eq!(either, acted.union(&plans).copied().collect());
    assert!(plans.contains("24") && plans.contains("41"), "{plans:?}");
    let named = shipped::dataset()
        .measures
        .iter()
        .filter(|measure| measure.source.as_str() == "5618-20")
        .filter(|measure| measure.presidencies.iter().any(|link| link.id.as_str() == "HR"));
    for measure in named {
        assert!(either.contains(measure.number.as_str()), "{} names HR", measure.number);
    }
}

#[test]
fn a_measure_says_whether_the_text_or_only_a_date_gives_it_to_a_presidency() {
    let dataset = shipped::dataset();
    let place = dataset
        .measures
        .iter()
        .position(|measure| measure.number == "31")
        .expect("measure 31");
    let terms = dataset
        .rota
        .terms()
        .iter()
        .position(|term| term.id.as_str() == "FI")
        .expect("Finland");
    assert_eq!(index().involvements(place)[terms].acted, Some(Basis::Named));
    let place = dataset
        .measures
        .iter()
        .position(|measure| measure.number == "60")
        .expect("measure 60");
    let estonia = dataset
        .rota
        .terms()
        .iter()
        .position(|term| term.id.as_str() == "EE")
        .expect("Estonia");
    assert_eq!(index().involvements(place)[estonia].acted, Some(Basis::ByDate));
}

#[test]
fn every_column_sorts_both_ways_and_keeps_every_row() {
    let all: BTreeSet<&str> = shipped::MEASURES.into_iter().collect();
    for column in Column::ALL {
        let ascending = numbers(&format!("/table?group=none&sort={}", column.key()));
        let descending = numbers(&format!("/table?group=none&sort=-{}", column.key()));
        assert_eq!(
            ascending.iter().copied().collect::<BTreeSet<_>>(),
            all,
            "{}",
            column.key()
        );
        assert_eq!(
            descending.iter().copied().collect::<BTreeSet<_>>(),
            all,
            "{}",
            column.key()
        );
        assert_ne!(ascending, descending, "{}", column.key());
    }
    assert_eq!(numbers("/table?group=none"), shipped::MEASURES);
}

#[test]
fn filters_on_commitments_must_fit_one_and_the_same() {
    let dataset = shipped::dataset();
    for number in numbers("/table?source=all&owner=commission&outcome=overdue") {
        let of_number = dataset.measures.iter().filter(|measure| measure.number == number);
        let fits = |commitment: &iss_followup::domain::measure::Commitment| {
            commitment.outcome.state.key() == "overdue"
                && commitment.owners.iter().any(|owner| owner.as_str() == "commission")
        };
        let mut commitments = of_number.flat_map(|measure| &measure.follow_up);
        assert!(commitments.any(fits), "{number}");
    }
    check("/table?outcome=overdue&owner=cepol", &[]);
}

#[test]
fn measures_without_a_follow_up_can_be_asked_for() {
    let without = shipped::dataset().measures.iter();
    let without = without.filter(|measure| measure.source.as_str() == "5618-20" && measure.follow_up.is_empty());
    let without: Vec<&str> = without.map(|measure| measure.number.as_str()).collect();
    assert!(!without.is_empty());
    check("/table?outcome=none", &without);
}

#[test]
fn in_groups_that_overlap_a_measure_stands_under_each_of_its_values() {
    let query = Query {
        grouping: Grouping::WorkingParty,
        ..Query::default()
    };
    let dataset = shipped::dataset();
    let groups = arrange(run(&query, index()), &query, dataset, index());
    for (name, places) in &groups {
        for place in places {
            let parties = &dataset.measures[*place].working_parties;
            match name {
                Some(name) => assert!(parties.iter().any(|party| party.as_str() == name), "{name}"),
                None => assert!(parties.is_empty()),
            }
        }
    }
    let lines: usize = groups.iter().map(|(_, places)| places.len()).sum();
    assert!(74 < lines, "{lines}");
}

#[test]
fn rows_without_a_date_come_last_either_way() {
    let has_due = |number: &&str| {
        let place = shipped::MEASURES
            .iter()
            .position(|other| other == number)
            .expect("a measure");
        index().next_due(place).is_some()
    };
    for link in ["/table?group=none&sort=due", "/table?group=none&sort=-due"] {
        let rows = numbers(link);
        let dated = rows.iter().take_while(|number| has_due(number)).count();
        assert!(0 < dated && !rows[dated..].iter().any(has_due), "{link}");
    }
}

#[test]
fn groups_come_in_the_order_of_the_source() {
    let dataset = shipped::dataset();
    let query = Query::default();
    let groups = arrange(run(&query, index()), &query, dataset, index());
    let names: Vec<&str> = groups.iter().filter_map(|(name, _)| name.as_deref()).collect();
    let priorities: Vec<&str> = dataset.priorities.iter().map(|priority| priority.id.as_str()).collect();
    assert_eq!(names, priorities);
}

#[test]
fn the_latest_fact_is_never_after_the_status_date_and_the_next_due_date_is_never_done() {
    let dataset = shipped::dataset();
    for (place, measure) in dataset.measures.iter().enumerate() {
        if let Some(event) = index().latest(place) {
            let when = measure.state_of_play[event].when.expect("a date");
            assert!(
                when.period().first() <= dataset.edition.status_date,
                "{}",
                measure.number
            );
        }
        if let Some(next) = index().next_due(place) {
            let state = measure.follow_up[next.commitment].outcome.state.key();
            assert_eq!(
                state,
                if next.is_overdue { "overdue" } else { "open" },
                "{}",
                measure.number
            );
        }
    }
}

#[track_caller]
fn check_go_to(text: &str, first: &str) {
    let name = |target: &Target| match target {
        Target::Measure(id) => format!("measure {id}"),
        Target::Document(id) => format!("document {id}"),
        Target::Body(id) => format!("body {id}"),
    };
    let found = go_to(text, shipped::dataset());
    assert_eq!(found.first().map(name).unwrap_or_default(), first, "{text}");
}

#[test]
fn the_name_of_a_thing_offers_the_thing() {
    check_go_to("31", "measure 31");
    check_go_to("ISS-31", "measure 31");
    check_go_to("iss 13BIS", "measure 13bis");
    check_go_to("Measure 31", "measure 31");
    check_go_to("No. 31", "measure 31");
    check_go_to("#31", "measure 31");
    check_go_to("11a", "measure 11A");
    check_go_to("9727/19", "document st-9727-2019");
    check_go_to("ST 9727/19", "document st-9727-2019");
    check_go_to("13433/18", "document st-13443-2018");
    check_go_to("2019/1148", "");
    check_go_to("Regulation (EU) 2019/1148", "document reg-2019-1148");
    check_go_to("LEWP", "body lewp");
    check_go_to("europ", "body europol");
    check_go_to("IT", "body ms-it");
    check_go_to("it", "");
    check_go_to("", "");
    check_go_to("ISS-", "");
    check_go_to("999", "");
}

#[test]
fn a_link_may_spell_an_id_in_its_own_way() {
    let dataset = shipped::dataset();
    let document = |name: &str| query::meant(&Target::Document(DocumentId::new(name)), dataset);
    let body = |name: &str| query::meant(&Target::Body(BodyId::new(name)), dataset);
    let measure = |name: &str| query::meant(&Target::Measure(MeasureId::new(name)), dataset);
    let found = Some(Target::Document(DocumentId::new("st-9727-2019")));
    assert_eq!(document("9727/19"), found);
    assert_eq!(document("ST 9727/19"), found);
    assert_eq!(document("ST-9727-2019"), found);
    assert_eq!(document("9727"), None);
    assert_eq!(body("LEWP"), Some(Target::Body(BodyId::new("lewp"))));
    assert_eq!(body("nobody"), None);
    assert_eq!(measure("13BIS"), Some(Target::Measure(MeasureId::new("13bis"))));
    assert_eq!(measure("999"), None);
}

#[test]
fn a_hit_that_the_title_does_not_show_is_quoted_from_where_it_stands() {
    let dataset = shipped::dataset();
    let measure = dataset.measure("58").expect("measure 58");
    let quoted = excerpt(measure, dataset, &words("niger")).expect("a line with the hit");
    assert!(quoted.text.contains("Niger"), "{quoted:?}");
    let measure = dataset.measure("33").expect("measure 33");
    assert_eq!(excerpt(measure, dataset, &words("prum")), None, "the title shows it");
}

/// A remark as the JSON has it: the source and the id of what it belongs to, the id of the line, and the words.
type PlainRemark = (Option<String>, String, String, String);

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value[field].as_array().into_iter().flatten()
}

/// Every note and every contradiction, by walking over the JSON.
fn naive_remarks(json: &Value) -> Vec<PlainRemark> {
    let mut found = Vec::new();
    for home in list(json, "measures").chain(list(json, "reports")) {
        let mut add = |line: &Value, id: &str| {
            let mut say =
                |words: String| found.push((Some(text(home, "source")), text(home, "id"), text(line, id), words));
            if !line["note"].is_null() {
                say(text(line, "note"));
            }
            for tie in list(line, "related").filter(|tie| tie["relation"] == "contradiction") {
                say(format!(
                    "{}{}: {}",
                    text(tie, "measure"),
                    text(tie, "record"),
                    text(tie, "note")
                ));
            }
        };
        add(home, "");
        list(home, "state_of_play").for_each(|line| add(line, "id"));
        list(home, "follow_up").for_each(|line| add(line, "id"));
        list(home, "documents").for_each(|line| add(line, "document"));
    }
    for document in list(json, "documents").filter(|document| !document["note"].is_null()) {
        found.push((None, text(document, "id"), String::new(), text(document, "note")));
    }
    found
}

/// Every remark as the page lists it.
fn listed_remarks(dataset: &Dataset) -> Vec<PlainRemark> {
    let mut found = Vec::new();
    for (source, group) in query::remarks(dataset) {
        for Remarks { place, remarks } in group {
            let place = match place {
                RemarkPlace::Home(Home::Measure(place)) => dataset.measures[place].id.to_string(),
                RemarkPlace::Home(Home::Report(place)) => dataset.reports[place].id.to_string(),
                RemarkPlace::Document(place) => dataset.documents[place].id.to_string(),
            };
            assert!(!remarks.is_empty(), "{place} stands there without a remark");
            for remark in remarks {
                let line = match remark.about {
                    About::Measure | About::Document => String::new(),
                    About::Event(event) => event.id.to_string(),
                    About::Commitment(commitment) => commitment.id.to_string(),
                    About::Citation(document) => document.id.to_string(),
                };
                let words = match remark.says {
                    Says::Note(note) => note.to_owned(),
                    Says::Contradiction { other, note } => format!("{other}: {}", note.unwrap_or_default()),
                };
                found.push((source.map(ToString::to_string), place.clone(), line, words));
            }
        }
    }
    found
}

#[track_caller]
fn check_remarks(json: &Value, dataset: &Dataset) {
    let (mut naive, mut listed) = (naive_remarks(json), listed_remarks(dataset));
    naive.sort();
    listed.sort();
    assert_eq!(listed, naive);
}

#[test]
fn every_remark_of_the_editors_is_listed_under_what_it_belongs_to() {
    let dataset = shipped::dataset();
    check_remarks(shipped::json(), dataset);
    let sources: Vec<_> = query::remarks(dataset).into_iter().map(|(source, _)| source).collect();
    let expected: Vec<_> = dataset
        .sources
        .iter()
        .map(|source| Some(&source.id))
        .chain([None])
        .collect();
    assert_eq!(sources, expected, "by source, the documents last");
}

#[test]
fn what_says_otherwise_is_listed_as_well() {
    let mut json = shipped::json().clone();
    json["measures"][0]["related"] = json!([{ "measure": "2", "relation": "contradiction", "note": "the year" }, { "measure": "3", "relation": "update" }]);
    json["measures"][1]["state_of_play"][0]["related"] = json!([{ "record": "1-e1", "relation": "contradiction" }]);
    json["measures"][1]["follow_up"][0]["related"] = json!([{ "record": "1-e1", "relation": "duplicate" }]);
    let dataset = dataset::parse(json.to_string().as_bytes()).expect("a dataset");
    check_remarks(&json, &dataset);
    let has = |id: &str, words: &str| {
        let remarks = listed_remarks(&dataset);
        remarks.iter().any(|(_, place, _, own)| place == id && own == words)
    };
    assert!(has("1", "2: the year") && has("2", "1-e1: "));
}

#[test]
fn what_comes_from_each_source_adds_up_to_everything() {
    let (json, dataset) = (shipped::json(), shipped::dataset());
    let naive = |source: Option<&str>| {
        let of_source = |home: &&Value| source.is_none_or(|source| home["source"] == source);
        let measures = list(json, "measures").filter(of_source);
        let sections = list(json, "reports").filter(of_source);
        let homes = || list(json, "measures").chain(list(json, "reports")).filter(of_source);
        Tally {
            measures: measures.count(),
            sections: sections.count(),
            facts: homes().map(|home| list(home, "state_of_play").count()).sum(),
            commitments: homes().map(|home| list(home, "follow_up").count()).sum(),
        }
    };
    assert_eq!(tally(None, dataset), naive(None));
    let mut measures = 0;
    for source in &dataset.sources {
        let own = tally(Some(&source.id), dataset);
        assert_eq!(own, naive(Some(source.id.as_str())), "{}", source.id);
        measures += own.measures;
    }
    assert_eq!(measures, 102);
}

#[test]
fn a_document_is_cited_by_whoever_the_data_says_in_the_roles_it_says() {
    let (json, dataset) = (shipped::json(), shipped::dataset());
    for (place, citing) in query::citing_documents(dataset, index()).into_iter().enumerate() {
        let id = dataset.documents[place].id.as_str();
        assert_eq!(citing, query::citing(place, index()), "{id}");
        let listed: BTreeSet<(String, String)> = citing
            .into_iter()
            .flat_map(|(home, roles)| match home {
                Home::Measure(place) => {
                    let measure = dataset.measures[place].id.to_string();
                    roles
                        .into_iter()
                        .map(|role| (measure.clone(), role.key().to_owned()))
                        .collect()
                }
                Home::Report(place) => vec![(dataset.reports[place].id.to_string(), String::new())],
            })
            .collect();
        let mut naive = BTreeSet::new();
        for measure in list(json, "measures") {
            let citations = list(measure, "documents").filter(|citation| citation["document"] == id);
            naive.extend(citations.map(|citation| (text(measure, "id"), text(citation, "role"))));
        }
        for report in list(json, "reports") {
            let mut lines = list(report, "state_of_play").chain(list(report, "follow_up"));
            if lines.any(|line| list(line, "documents").any(|cited| cited == id)) {
                naive.insert((text(report, "id"), String::new()));
            }
        }
        assert_eq!(listed, naive, "{id}");
    }
}

#[test]
fn documents_stand_in_groups_only_when_they_are_ordered_by_kind() {
    let dataset = shipped::dataset();
    let all = query::documents(&Query::default(), index());
    for column in DocumentColumn::ALL.iter().copied() {
        for is_descending in [false, true] {
            let sort = DocumentSort { column, is_descending };
            let groups = group_documents(all.clone(), sort, dataset, index());
            let kinds: Vec<Option<DocumentKind>> = groups.iter().map(|(kind, _)| *kind).collect();
            let distinct: BTreeSet<_> = kinds.iter().collect();
            assert_eq!(distinct.len(), kinds.len(), "no kind has two groups");
            assert_eq!(kinds.contains(&None), column != DocumentColumn::Kind);
            for (kind, places) in &groups {
                let is_of_kind = |place: &usize| kind.is_none_or(|kind| dataset.documents[*place].kind == kind);
                assert!(places.iter().all(is_of_kind));
            }
            let places: BTreeSet<usize> = groups.into_iter().flat_map(|(_, places)| places).collect();
            assert_eq!(places, all.iter().copied().collect());
        }
    }
}

/// Queries over what the dataset has, and now and then what it has not.
fn any_query() -> impl Strategy<Value = Query> {
    let facet = proptest::sample::select(Facet::ALL);
    let choice = facet.prop_flat_map(|facet| {
        let keys: Vec<String> = index().values(facet).iter().map(|value| value.key.clone()).collect();
        (
            Just(facet),
            proptest::collection::vec(proptest::sample::select(keys), 1..4),
        )
    });
    let filters = proptest::collection::vec(choice, 0..3);
    let role = proptest::option::of(proptest::sample::select(PresidencyRole::ALL));
    let text = prop_oneof![
        Just(String::new()),
        "[a-z]{1,3}",
        "(sis|euro|pnr|prum|data|Council) ?[a-z]{0,2}"
    ];
    (filters, role, text).prop_map(|(filters, role, text)| {
        let mut query = Query {
            role,
            text,
            ..Query::default()
        };
        for (facet, values) in filters {
            query.filters.entry(facet).or_default().extend(values);
        }
        query
    })
}

/// The words of a measure, collected by walking over its JSON: every text in it, and the names of what it refers to.
fn naive_words(place: usize) -> BTreeSet<String> {
    let dataset = shipped::dataset();
    let measure = &dataset.measures[place];
    let mut lines = vec![
        format!("ISS-{}", measure.id),
        measure.number.clone(),
        measure.title.clone(),
        measure.summary.clone(),
    ];
    lines.extend([measure.status.label().to_owned(), measure.status_reason.clone()]);
    lines.extend(measure.note.clone());
    let priority = dataset.priority(measure.priority.as_str()).expect("a priority");
    lines.extend([priority.title.clone(), priority.short_title.clone()]);
    for event in &measure.state_of_play {
        lines.push(event.text.clone());
        lines.extend(event.date_text.clone());
    }
    for commitment in &measure.follow_up {
        lines.push(commitment.text.clone());
        lines.extend(commitment.due_text.clone());
    }
    for id in measure.working_parties.iter().chain(&measure.bodies) {
        let body = dataset.body(id.as_str()).expect("a body");
        lines.extend([body.short.clone(), body.name.clone()]);
        lines.extend(body.aliases.clone());
    }
    for citation in &measure.documents {
        let document = dataset.document(citation.document.as_str()).expect("a document");
        lines.extend(document.number.clone());
        lines.extend(document.title.clone());
        lines.extend(document.aliases.clone());
    }
    let text = lines.join("\n");
    let plain = words(&text);
    let mut found: BTreeSet<String> = plain.iter().cloned().collect();
    let pieces: Vec<&str> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|piece| !piece.is_empty())
        .collect();
    for term in &dataset.glossary {
        let acronym: Vec<&str> = term
            .term
            .split(|character: char| !character.is_alphanumeric())
            .filter(|piece| !piece.is_empty())
            .collect();
        let expansion = words(term.meaning.split(" (").next().unwrap_or_default());
        let has_acronym = pieces.windows(acronym.len()).any(|window| window == acronym);
        let begins = |window: &[String]| {
            let (last, before) = expansion.split_last().expect("an expansion");
            window
                .split_last()
                .is_some_and(|(word, rest)| rest == before && word.starts_with(last.as_str()))
        };
        let has_expansion = plain.windows(expansion.len()).any(begins);
        if has_acronym {
            found.extend(words(&term.meaning));
        } else if has_expansion {
            found.extend(words(&term.term));
        }
    }
    found
}

fn all_naive_words() -> &'static [BTreeSet<String>] {
    static ALL: OnceLock<Vec<BTreeSet<String>>> = OnceLock::new();
    ALL.get_or_init(|| (0..shipped::MEASURES.len()).map(naive_words).collect())
}

fn listed(unit: Unit, query: &Query) -> Vec<usize> {
    match unit {
        Unit::Measures => run(query, index()),
        Unit::Commitments => query::commitments(query, index()),
        Unit::Documents => query::documents(query, index()),
    }
}

/// Every pair that can stand against each other.
fn all_axes() -> Vec<HeatAxes> {
    let pairs = HeatAxes::ROWS
        .into_iter()
        .flat_map(|rows| HeatAxes::COLUMNS.map(|columns| (rows, columns)));
    pairs
        .filter_map(|(rows, columns)| HeatAxes::new(rows, columns))
        .collect()
}

/// The heat table against the narrowed queries: for every value that may stand there, in the order of the filters.
fn check_heat(query: &Query, axes: HeatAxes) -> Result<(), TestCaseError> {
    let heat = query::heat(query, axes, index());
    let lines = |facet: Facet| -> Vec<(String, usize)> {
        let chosen = query.filters.get(&facet);
        let keys = index().values(facet).iter().map(|value| value.key.clone());
        let allowed = keys.filter(|key| chosen.is_none_or(|chosen| chosen.contains(key)));
        let counted = allowed.map(|key| (key.clone(), run(&query.narrowed(facet, &key), index()).len()));
        counted.filter(|(_, count)| 0 < *count).collect()
    };
    let shown = |lines: &[query::HeatLine]| -> Vec<(String, usize)> {
        lines.iter().map(|line| (line.key.clone(), line.total)).collect()
    };
    prop_assert_eq!(shown(&heat.rows), lines(axes.rows()), "rows of {:?}", axes);
    prop_assert_eq!(shown(&heat.columns), lines(axes.columns()), "columns of {:?}", axes);
    prop_assert_eq!(heat.cells.len(), heat.rows.len());
    for (row, cells) in heat.rows.iter().zip(&heat.cells) {
        prop_assert_eq!(cells.len(), heat.columns.len());
        let in_row = query.narrowed(axes.rows(), &row.key);
        for (column, count) in heat.columns.iter().zip(cells) {
            let both = in_row.narrowed(axes.columns(), &column.key);
            prop_assert_eq!(
                *count,
                run(&both, index()).len(),
                "{} and {} of {:?}",
                row.key,
                column.key,
                axes
            );
        }
    }
    Ok(())
}

proptest! {
    // Every value of every filter in every unit is a query of its own: some thousands for each case.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A value's count is the number of rows that choosing it alone, under its filter, would leave.
    #[test]
    fn facet_counts_equal_a_brute_force_count(query in any_query()) {
        for facet in Facet::ALL {
            for unit in [Unit::Measures, Unit::Commitments, Unit::Documents] {
                for counted in facets(*facet, &query, unit, index()).values {
                    let alone = query.narrowed(*facet, &counted.key);
                    prop_assert_eq!(counted.count, listed(unit, &alone).len(), "{} {} {:?}", facet.key(), counted.key, unit);
                }
            }
        }
    }
}

#[test]
fn every_heat_table_of_the_whole_counts_what_its_cells_lead_to() {
    for axes in all_axes() {
        if let Err(error) = check_heat(&Query::default(), axes) {
            panic!("{error}");
        }
    }
}

proptest! {
    // Every cell is a query of its own: some thousands for a case that leaves much in.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every number of the heat table is what its link shows, and what it leaves out shows nothing.
    #[test]
    fn a_cell_counts_the_measures_to_which_it_leads(query in any_query(), axes in proptest::sample::select(all_axes())) {
        check_heat(&query, axes)?;
    }
}

proptest! {
    #[test]
    fn search_equals_a_naive_scan(text in "(sis|euro|pnr|prüm|data|Council|ISS|passenger name|[a-z]{1,4}|[0-9]{1,3})( [a-z]{0,3})?") {
        let wanted = words(&text);
        let matches = |own: &BTreeSet<String>| wanted.iter().all(|word| own.iter().any(|other| other.starts_with(word.as_str())));
        let naive: Vec<usize> = (0..shipped::MEASURES.len()).filter(|place| matches(&all_naive_words()[*place])).collect();
        prop_assert_eq!(run(&Query { text, ..Query::default() }, index()), naive);
    }

    #[test]
    fn every_listed_commitment_stands_in_a_group(query in any_query(), per in proptest::sample::select(Per::ALL)) {
        let query = Query { per, ..query };
        let listed = query::commitments(&query, index());
        let groups = query::group_commitments(listed.clone(), &query, shipped::dataset(), index());
        let grouped: BTreeSet<usize> = groups.iter().flat_map(|(_, places)| places.iter().copied()).collect();
        prop_assert_eq!(grouped, listed.into_iter().collect::<BTreeSet<_>>());
        for (name, places) in groups.iter().filter(|(name, _)| name.is_some()) {
            let facet = per.facet().expect("only a filter names groups");
            let name = name.as_deref().unwrap_or_default();
            let narrowed = query::commitments(&query.narrowed(facet, name), index());
            prop_assert!(places.iter().all(|place| narrowed.contains(place)), "{}", name);
        }
    }

    #[test]
    fn a_further_filter_never_adds_a_row(query in any_query(), further in any_query()) {
        let mut narrowed = query.clone();
        // A word on sources may widen: without one, only the leading source is meant.
        for (facet, values) in further.filters.into_iter().filter(|(facet, _)| *facet != Facet::Source) {
            narrowed.filters.entry(facet).or_insert(values);
        }
        let before: BTreeSet<usize> = run(&query, index()).into_iter().collect();
        let after: BTreeSet<usize> = run(&narrowed, index()).into_iter().collect();
        prop_assert!(after.is_subset(&before));
    }

    #[test]
    fn marking_hits_changes_no_letter(text in ".*", typed in ".{0,6}") {
        let joined: String = query::highlight(&text, &words(&typed)).into_iter().map(|segment| segment.text).collect();
        prop_assert_eq!(joined, text);
    }
}
