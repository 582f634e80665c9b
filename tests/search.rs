//! What the reader types: words, held against a naive scan of every text; hits and their marks; names of things.

use crate::cases::cases;
use crate::shipped;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use iss_followup::domain::id::{BodyId, DocumentId, MeasureId};
use iss_followup::query::{self, Facet, Query, Target, Unit, excerpt, go_to, listed, run, words};
use proptest::prelude::*;

use crate::asked::{any_query, index};
use crate::naive::day::status_date;
use crate::naive::words::words_on;

/// Everything that has those words, in all sources.
fn everything_with(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::everywhere(Facet::Source, "all")
    }
}

/// The numbers of the leading source's measures that have those words.
fn found(text: &str) -> BTreeSet<&'static str> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let places = run(&query, index()).into_iter();
    places
        .map(|place| shipped::dataset().measures[place].number.as_str())
        .collect()
}

#[track_caller]
fn check_found(text: &str, expected: &[&str]) {
    let found = found(text);
    let missing: Vec<_> = expected.iter().filter(|number| !found.contains(*number)).collect();
    assert!(missing.is_empty(), "{text} finds {found:?} but not {missing:?}");
}

#[test]
fn words_may_come_in_any_case_and_without_diacritics() {
    assert_eq!(found("PRUM"), found("prüm"));
    check_found("prum", &["33"]);
    assert_eq!(found("niger"), BTreeSet::from(["58"]));
    assert_eq!(found("niger zzz"), BTreeSet::new());
}

#[test]
fn an_acronym_finds_its_expansion_and_the_reverse() {
    check_found("PNR", &["14", "31"]);
    assert_eq!(found("PNR"), found("passenger name record"));
    check_found("chemical biological radiological", &["5"]);
}

#[test]
fn a_hit_that_the_title_does_not_show_is_quoted_from_where_it_stands() {
    let dataset = shipped::dataset();
    let measure = dataset.measure(&MeasureId::new("58")).expect("measure 58");
    let quoted = excerpt(measure, dataset, &words("niger")).expect("a line with the hit");
    assert!(quoted.text.contains("Niger"), "{quoted:?}");
    let measure = dataset.measure(&MeasureId::new("33")).expect("measure 33");
    assert_eq!(excerpt(measure, dataset, &words("prum")), None, "the title shows it");
}

#[track_caller]
fn check_go_to(text: &str, first: &str) {
    let name = |target: &Target| match target {
        Target::Measure(id) => format!("measure {id}"),
        Target::Line(id) => format!("line {id}"),
        Target::Document(id) => format!("document {id}"),
        Target::Body(id) => format!("body {id}"),
        Target::Report(id) => format!("report {id}"),
        Target::Source(id) => format!("source {id}"),
    };
    let found = go_to(text, shipped::dataset());
    assert_eq!(found.first().map(name).unwrap_or_default(), first, "{text}");
}

#[test]
fn the_name_of_a_thing_offers_the_thing() {
    check_go_to("31", "measure 31");
    check_go_to("ISS-31", "measure 31");
    check_go_to("iss 13BIS", "measure 13bis");
    check_go_to("ISS-31-c1", "line 31-c1");
    check_go_to("iss‑31‑C1", "line 31-c1");
    check_go_to("com-3.1-e2", "line com-3.1-e2");
    check_go_to("ISS-report-introduction-e1", "line report-introduction-e1");
    check_go_to("ISS-31-c99", "");
    check_go_to("Measure 31", "measure 31");
    check_go_to("No. 31", "measure 31");
    check_go_to("#31", "measure 31");
    check_go_to("11a", "measure 11A");
    check_go_to("9727/19", "document st-9727-2019");
    check_go_to("ST 9727/19", "document st-9727-2019");
    check_go_to("13433/18", "document st-13443-2018");
    check_go_to("2019/1148", "document reg-2019-1148");
    check_go_to("COM(2016) 602", "source com-2016-602");
    check_go_to("introduc", "report introduction");
    check_go_to("general report", "report introduction");
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
    let document = |name: &str| query::canonical_document(&DocumentId::new(name), dataset);
    let body = |name: &str| query::canonical_body(&BodyId::new(name), dataset);
    let measure = |name: &str| query::canonical_measure(&MeasureId::new(name), dataset);
    let found = Some(DocumentId::new("st-9727-2019"));
    assert_eq!(document("9727/19"), found);
    assert_eq!(document("ST 9727/19"), found);
    assert_eq!(document("ST-9727-2019"), found);
    assert_eq!(document("9727"), None);
    assert_eq!(body("LEWP"), Some(BodyId::new("lewp")));
    assert_eq!(body("nobody"), None);
    assert_eq!(measure("13BIS"), Some(MeasureId::new("13bis")));
    assert_eq!(measure("999"), None);
}

/// The words of everything that can be listed, in the order of the dataset.
fn naive_words(unit: Unit) -> &'static [BTreeSet<String>] {
    static ALL: OnceLock<[Vec<BTreeSet<String>>; 3]> = OnceLock::new();
    let all = ALL.get_or_init(|| UNITS.map(|unit| words_on(unit, &status_date())));
    let place = UNITS.iter().position(|other| *other == unit);
    &all[place.expect("a unit")]
}

const UNITS: [Unit; 3] = [Unit::Measures, Unit::Commitments, Unit::Documents];

#[track_caller]
fn check_scan(text: &str) {
    let wanted = words(text);
    let begins = |own: &BTreeSet<String>, word: &String| own.iter().any(|other| other.starts_with(word.as_str()));
    for unit in UNITS {
        let all = naive_words(unit).iter().enumerate();
        let naive: Vec<usize> = all
            .filter(|(_, own)| wanted.iter().all(|word| begins(own, word)))
            .map(|(place, _)| place)
            .collect();
        assert_eq!(
            listed(unit, &everything_with(text), index()),
            naive,
            "{unit:?} with {text}"
        );
    }
}

/// Words of which some are found and some are not, and the beginning of a second one.
const TYPED: &str =
    "(sis|euro|pnr|prüm|data|Council|ISS|overdue|regulation|passenger name|[a-z]{1,4}|[0-9]{1,3})( [a-z]{0,3})?";

proptest! {
    // Each case looks at every word of everything that can be listed.
    #![proptest_config(cases(96))]

    #[test]
    fn search_equals_a_naive_scan(text in TYPED) {
        check_scan(&text);
    }
}

proptest! {
    #[test]
    fn words_and_filters_must_both_fit(query in any_query()) {
        for unit in UNITS {
            let with_words = listed(unit, &everything_with(&query.text), index());
            let filtered = listed(unit, &Query { text: String::new(), ..query.clone() }, index());
            let both: Vec<usize> = filtered.into_iter().filter(|place| with_words.contains(place)).collect();
            prop_assert_eq!(listed(unit, &query, index()), both, "{:?}", unit);
        }
    }

    #[test]
    fn marking_hits_changes_no_letter(text in ".*", typed in ".{0,6}") {
        let joined: String = query::highlight(&text, &words(&typed)).into_iter().map(|segment| segment.text).collect();
        prop_assert_eq!(joined, text);
    }
}
