//! Links to titles; facet counts against brute force, search against a naive scan.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod shipped;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{
    self, Basis, Column, Facet, Grouping, HeatAxes, Index, Query, Sort, Target, Unit, arrange, excerpt, facets, go_to,
    resolve, run, words,
};
use iss_followup::route::Route;
use proptest::prelude::*;

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
    let groups = arrange(
        run(&query, index()),
        query.sort,
        query.grouping,
        shipped::dataset(),
        index(),
    );
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
    let groups = arrange(
        run(&Query::default(), index()),
        Sort::default(),
        Grouping::Priority,
        dataset,
        index(),
    );
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
fn a_hit_that_the_title_does_not_show_is_quoted_from_where_it_stands() {
    let dataset = shipped::dataset();
    let measure = dataset.measure("58").expect("measure 58");
    let quoted = excerpt(measure, dataset, &words("niger")).expect("a line with the hit");
    assert!(quoted.text.contains("Niger"), "{quoted:?}");
    let measure = dataset.measure("33").expect("measure 33");
    assert_eq!(excerpt(measure, dataset, &words("prum")), None, "the title shows it");
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
