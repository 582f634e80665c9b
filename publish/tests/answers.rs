//! The views and queries answer what the page works out.

use std::collections::{BTreeMap, BTreeSet};

use iss_followup::dataset::{self, Dataset, Record};
use iss_followup::domain::date::Day;
use iss_followup::domain::delivery::Delivery;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::OutcomeState;
use iss_followup::query::{self, Basis, CommitmentEntry, Facet, Index, Query, StatementLine, involvements_of};
use publish::table::tables;
use publish::views::{VIEWS, queries};
use rusqlite::Connection;

use crate::published_files::{Published, column, rows};
use crate::shipped;

/// The dataset as it is shipped, and another that is generated, each with its database.
fn both() -> [(Dataset, Published); 2] {
    let generated = bench::generate::dataset(400, 5).expect("a dataset");
    [shipped::json().to_string(), generated].map(|json| {
        let dataset = dataset::parse(json.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        (dataset, Published::of(&json))
    })
}

fn sql(name: &str) -> String {
    let mut all = queries(&tables()).into_iter();
    all.find(|(question, _)| question.name == name).expect("a query").1
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn id_of(entry: &CommitmentEntry, dataset: &Dataset) -> String {
    dataset.commitments(entry.home)[entry.place].id.to_string()
}

/// On days before the edition, its own, and later ones.
const DAYS: [&str; 10] = [
    "2016-06-30",
    "2018-12-31",
    "2019-07-01",
    "2020-02-02",
    "2020-02-03",
    "2020-02-04",
    "2021-06-30",
    "2024-10-01",
    "2026-11-29",
    "2027-01-01",
];

#[test]
fn commitments_stand_on_any_day_as_in_the_page() {
    for (dataset, published) in both() {
        let (database, index) = (published.open(), Index::new(&dataset));
        for as_of in DAYS {
            let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
            let expected: BTreeMap<String, &str> = commitments
                .map(|commitment| (commitment.id.to_string(), dataset.state(commitment, day(as_of)).key()))
                .collect();
            let sql = sql("commitments_on_a_day");
            let all = rows(&database, &sql, &[(":day", as_of), (":state", ""), (":owner", "")]);
            let found: BTreeMap<String, &str> = all.iter().map(|row| (row[0].clone(), row[7].as_str())).collect();
            assert_eq!(found, expected, "{as_of}");
            let owner = &dataset.bodies[0].id;
            let chosen = Query::everywhere(Facet::Owner, owner).narrowed(Facet::Outcome, OutcomeState::PastDue.key());
            let chosen = chosen.with_day(day(as_of), &dataset);
            let expected = query::commitments(&chosen, &index).into_iter();
            let expected: BTreeSet<String> = expected.map(|place| id_of(index.commitment(place), &dataset)).collect();
            let named = [(":day", as_of), (":state", "overdue"), (":owner", owner.as_str())];
            let found: BTreeSet<String> = column(&database, &sql, &named).into_iter().collect();
            assert_eq!(found, expected, "{as_of} {owner}");
        }
    }
}

#[test]
fn what_is_past_due_is_so_by_as_many_months_as_in_the_page() {
    for (dataset, published) in both() {
        let as_of = dataset.edition.status_date;
        let mut expected = BTreeSet::new();
        for commitment in dataset.homes().flat_map(|home| dataset.commitments(home)) {
            if let Delivery::PastDue(slip) = dataset.delivery(commitment, as_of) {
                for owner in &commitment.owners {
                    expected.insert(vec![
                        owner.to_string(),
                        commitment.id.to_string(),
                        slip.months().0.to_string(),
                    ]);
                }
            }
        }
        let sql = "SELECT owner, \"commitment\", months_past_due FROM commitments_past_due";
        let found: BTreeSet<Vec<String>> = rows(&published.open(), sql, &[]).into_iter().collect();
        assert_eq!(found, expected);
        let counted = rows(&published.open(), &self::sql("past_due_by_owner"), &[]);
        let total: usize = counted
            .iter()
            .map(|row| row[2].parse::<usize>().expect("a number"))
            .sum();
        assert_eq!(total, expected.len());
    }
}

#[test]
fn a_line_belongs_to_the_periods_to_which_it_does_in_the_page() {
    for (dataset, published) in both() {
        let as_of = dataset.edition.status_date;
        let mut expected = BTreeSet::new();
        for (_, record) in dataset
            .homes()
            .flat_map(|home| dataset.records_of(home).map(move |record| (home, record)))
        {
            let terms = dataset.rota.terms().iter();
            for (term, part) in terms.zip(involvements_of(record, as_of, &dataset)) {
                for (role, basis) in [("acted", part.acted), ("plans", part.plans)] {
                    let basis = basis.map(|basis| if basis == Basis::Named { "named" } else { "by-date" });
                    expected.extend(basis.map(|basis| {
                        [term.id.as_str(), record.id().as_str(), role, basis]
                            .map(str::to_owned)
                            .to_vec()
                    }));
                }
            }
        }
        let found = rows(
            &published.open(),
            "SELECT period, id, role, basis FROM facts_by_period",
            &[],
        );
        assert_eq!(found.len(), expected.len());
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn each_date_that_was_promised_of_a_system_is_there() {
    for (dataset, published) in both() {
        let database = published.open();
        let as_of = dataset
            .afterwards
            .as_ref()
            .map_or(dataset.edition.status_date, |afterwards| afterwards.checked);
        let mut expected = BTreeSet::new();
        for slips in query::all_slips(as_of, &dataset) {
            for said in slips.promises.iter().flat_map(|promise| &promise.dates) {
                if let StatementLine::Record(Record::Commitment(commitment)) = said.statement.by {
                    let state = dataset.state(commitment, as_of).key();
                    let due = said.due.period().last().to_string();
                    expected.insert(
                        [slips.system.id.as_str(), commitment.id.as_str(), &due, state]
                            .map(str::to_owned)
                            .to_vec(),
                    );
                }
            }
        }
        let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
        for mut row in rows(
            &database,
            "SELECT system, \"commitment\", due_by, state FROM promised_and_delivered WHERE due IS NOT NULL",
            &[],
        ) {
            // What is recorded as open may have fallen due since, when nobody reports on it.
            let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
            let mut own = commitments.filter(|commitment| commitment.id.as_str() == row[1]);
            let state = own.next().map(|commitment| dataset.state(commitment, as_of).key());
            if row[3] == "open" && state == Some("unknown") {
                "unknown".clone_into(&mut row[3]);
            }
            found.insert(row);
        }
        assert_eq!(found, expected);
        let promises = rows(
            &database,
            "SELECT sum(promises), sum(with_a_date), sum(met + met_late + past_due_or_not_met + changed_or_dropped + open_or_continuing + not_known) FROM information_systems",
            &[],
        );
        let count = rows(
            &database,
            "SELECT count(*), count(due), count(*) FROM promised_and_delivered",
            &[],
        );
        assert!(promises == count || count[0][0] == "0", "{promises:?} {count:?}");
    }
}

#[track_caller]
fn check_words(words: &str, (dataset, index): (&Dataset, &Index<'_>), database: &Connection) {
    let query = Query {
        text: words.to_owned(),
        ..Query::default()
    };
    let measures = &dataset.measures;
    let expected = query::run(&query.in_all_sources(), index);
    let expected: Vec<String> = expected
        .into_iter()
        .map(|place| measures[place].id.to_string())
        .collect();
    assert_eq!(
        column(database, &sql("measures_with_words"), &[(":words", words)]),
        expected,
        "{words}"
    );
}

#[test]
fn words_find_the_measures_that_they_find_in_the_page() {
    let [(shipped, published), (generated, other)] = both();
    let (index, database) = (Index::new(&shipped), published.open());
    // None of these stands in what an acronym stands for: the page finds that too.
    for words in [
        "radicalis",
        "explosives precursors",
        "Prüm",
        "trilogues agreement",
        "interoperability regulations",
    ] {
        check_words(words, (&shipped, &index), &database);
    }
    let (index, database) = (Index::new(&generated), other.open());
    for words in [bench::generate::TYPED, &bench::generate::TYPED[..3]] {
        check_words(words, (&generated, &index), &database);
        let everywhere = rows(&database, &sql("search"), &[(":words", words)]);
        let own: Vec<&Vec<String>> = everywhere.iter().filter(|row| row[0] == "measures").collect();
        let sql = "SELECT id FROM measures WHERE title || summary || status_reason LIKE '%' || :words || '%'";
        assert_eq!(own.len(), column(&database, sql, &[(":words", words)]).len(), "{words}");
    }
}

#[test]
fn whatever_is_typed_is_only_words() {
    let [(_, published), _] = both();
    let database = published.open();
    for words in [
        "",
        " ",
        "\"",
        "\"a\" OR b",
        "NEAR(",
        "5618/20",
        "a  b",
        "it's",
        "*",
        "-x",
        "\\",
        "ü\u{301}",
        "{a}:b",
        "[\"]",
    ] {
        for query in ["search", "measures_with_words"] {
            rows(&database, &sql(query), &[(":words", words)]);
        }
    }
    assert!(!rows(&database, &sql("search"), &[(":words", "5618/20")]).is_empty());
}

#[test]
fn every_view_and_query_has_an_answer() {
    let [(_, published), _] = both();
    let database = published.open();
    for view in VIEWS {
        let found = rows(&database, &format!("SELECT * FROM {}", view.name), &[]);
        assert!(!found.is_empty(), "{}", view.name);
        for column in view
            .facets
            .iter()
            .chain(view.units.iter().map(|(name, _)| name))
            .chain(view.columns.iter().map(|(name, _)| name))
        {
            rows(
                &database,
                &format!("SELECT \"{column}\" FROM {} LIMIT 1", view.name),
                &[],
            );
        }
    }
    let blanks = [
        (":words", "border"),
        (":day", ""),
        (":state", ""),
        (":owner", ""),
        (":period", "HR"),
        (":system", "ees"),
        (":measure", "31"),
        (":document", "st-14746-2019"),
    ];
    for (question, sql) in queries(&tables()) {
        assert!(!rows(&database, &sql, &blanks).is_empty(), "{}", question.name);
    }
}
