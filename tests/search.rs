//! What the reader types: words, held against a naive scan of every text; hits and their marks; names of things.

use crate::cases::cases;
use crate::shipped;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use iss_followup::domain::document::Document;
use iss_followup::domain::id::{BodyId, DocumentId, LineId, MeasureId};
use iss_followup::domain::identifier::Scheme;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::reference::official_names;
use iss_followup::query::{
    self, Column, Facet, FacetKey, Grouping, Per, Query, SearchTerm, Sort, Target, Unit, ViewOptions, arrange, excerpt,
    go_to, listed, other_hits, run, words,
};
use proptest::prelude::*;

use crate::asked::{any_query, index};
use crate::naive::day::status_date;
use crate::naive::words::{has_all, words_on};

fn terms(text: &str) -> Vec<SearchTerm> {
    query::terms(text, &shipped::dataset().glossary)
}

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
    let quoted = excerpt(measure, dataset, &terms("niger")).expect("a line with the hit");
    assert!(quoted.text.contains("Niger"), "{quoted:?}");
    let measure = dataset.measure(&MeasureId::new("33")).expect("measure 33");
    assert_eq!(excerpt(measure, dataset, &terms("prum")), None, "the title shows it");
}

/// The measures of the leading source in the order in which a search lists them, ungrouped.
fn in_order(text: &str) -> Vec<&'static str> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let options = ViewOptions {
        grouping: Grouping::None,
        ..ViewOptions::default()
    };
    let groups = arrange(run(&query, index()), &query, &options, index());
    let places = groups.into_iter().flat_map(|(_, places)| places);
    places
        .map(|place| shipped::dataset().measures[place].id.as_str())
        .collect()
}

#[test]
fn an_exact_number_comes_first_then_the_title_then_the_text() {
    assert_eq!(in_order("26"), ["26", "9", "31", "52", "59", "20", "35", "61"]);
    assert_eq!(in_order("ISS-31")[0], "31");
    // Of other papers by their number too.
    let query = everything_with("3.1");
    let found = arrange(run(&query, index()), &query, &ViewOptions::default(), index());
    assert_eq!(shipped::dataset().measures[found[0].1[0]].id.as_str(), "com-3.1");
    assert_eq!(in_order("PNR"), ["31", "14"]);
    assert_eq!(in_order("counter terrorism"), ["6", "9", "10", "53", "54"]);
    // Where another order is chosen, it counts.
    let query = Query {
        text: "26".to_owned(),
        ..Query::default()
    };
    let options = ViewOptions {
        grouping: Grouping::None,
        sort: Some(Sort {
            column: Column::Number,
            is_descending: true,
        }),
        ..ViewOptions::default()
    };
    let mut backwards = run(&query, index());
    backwards.reverse();
    assert_eq!(arrange(run(&query, index()), &query, &options, index())[0].1, backwards);
    // So does the order by number, which a first click on its column gives.
    let options = ViewOptions {
        sort: Sort::after_click(None, Column::Number, true),
        ..options
    };
    let by_number = run(&query, index());
    assert_eq!(arrange(run(&query, index()), &query, &options, index())[0].1, by_number);
    assert_eq!(
        Sort::after_click(options.sort, Column::Number, false).map(|sort| sort.is_descending),
        Some(true)
    );
    assert_eq!(
        Sort::after_click(Sort::after_click(None, Column::Number, false), Column::Number, false),
        None
    );
}

/// The commitments of all sources in the order in which a search lists them, in groups of that kind.
fn commitments_in_order(text: &str, per: Per) -> Vec<Vec<&'static str>> {
    let (query, dataset) = (everything_with(text), shipped::dataset());
    let groups = query::group_commitments(query::commitments(&query, index()), &query, per, index());
    let id = |place: &usize| {
        let entry = index().commitment(*place);
        dataset.commitments(entry.home)[entry.place].id.as_str()
    };
    groups
        .iter()
        .map(|(_, places)| places.iter().map(id).collect())
        .collect()
}

/// The documents of all sources in the order in which a search lists them.
fn documents_in_order(text: &str) -> Vec<String> {
    let query = everything_with(text);
    let groups = query::group_documents(query::documents(&query, index()), &query, None, index());
    assert_eq!(groups.len(), 1, "the best stand in no groups");
    let names = groups[0]
        .1
        .iter()
        .map(|place| shipped::dataset().documents[*place].name().to_owned());
    names.collect()
}

#[test]
fn commitments_come_by_their_code_then_by_their_measure_then_by_their_words() {
    assert_eq!(commitments_in_order("ISS-31-c1", Per::None)[0][0], "31-c1");
    assert_eq!(commitments_in_order("31-c1", Per::Due), [["31-c1"]]);
    let of_report = "ISS-report-cybercrime-c2";
    assert_eq!(commitments_in_order(of_report, Per::None), [["report-cybercrime-c2"]]);
    for (number, own) in [("26", "26"), ("ISS-31", "31"), ("3.1", "com-3.1")] {
        let found = commitments_in_order(number, Per::None).remove(0);
        let is_own = found.iter().map(|id| id.starts_with(&format!("{own}-c")));
        assert!(is_own.clone().next() == Some(true), "{number}: {found:?}");
        assert!(is_own.is_sorted_by(|one, next| one >= next), "{number}: {found:?}");
    }
    let dataset = shipped::dataset();
    for per in Per::ALL {
        for group in commitments_in_order("firearms", *per) {
            let has_word = group.iter().map(|id| {
                let text = dataset.text_of_line(&LineId::new(id)).expect("a text");
                words(text).contains(&"firearms".to_owned())
            });
            assert!(has_word.is_sorted_by(|one, next| one >= next), "{per:?}: {group:?}");
        }
    }
}

#[test]
fn documents_come_by_their_number_then_by_their_title_then_by_the_rest() {
    for name in ["9727/19", "ST 9727 2019 INIT", "st-9727-2019"] {
        assert_eq!(
            documents_in_order(name).first().map(String::as_str),
            Some("9727/19"),
            "{name}"
        );
    }
    assert_eq!(documents_in_order("2019/817")[0], "Regulation (EU) 2019/817");
    // What has the word in number or title comes before what has it in its kind only.
    let found = documents_in_order("decision");
    let dataset = shipped::dataset();
    let has_word = found.iter().map(|name| {
        let document = dataset.documents.iter().find(|document| document.name() == name);
        let mut names = document.into_iter().flat_map(Document::names);
        names.any(|name| words(name).contains(&"decision".to_owned()))
    });
    assert!(has_word.is_sorted_by(|one, next| one >= next), "{found:?}");
    // Where an order is chosen, it counts.
    let query = everything_with("decision");
    let sort = Some(query::DocumentSort::default());
    let groups = query::group_documents(query::documents(&query, index()), &query, sort, index());
    assert!(1 < groups.len());
}

#[test]
fn the_group_with_the_best_comes_first() {
    let query = Query {
        text: "26".to_owned(),
        ..Query::default()
    };
    let groups = arrange(run(&query, index()), &query, &ViewOptions::default(), index());
    let first = groups.first().and_then(|(key, _)| key.as_ref()).map(FacetKey::as_str);
    assert_eq!(first, Some("cybercrime"));
}

#[test]
fn a_phrase_is_found_in_any_quotation_marks() {
    let expected = ["31", "14"];
    for text in [
        "\"passenger name record\"",
        "“passenger name record”",
        "«passenger name record»",
        "'passenger name record'",
    ] {
        let found: BTreeSet<_> = in_order(text).into_iter().collect();
        assert_eq!(found, expected.into(), "{text}");
    }
    assert_eq!(in_order("\"record name passenger\""), [""; 0]);
    // The selection says it in the reader's own marks.
    let query = Query {
        text: "«passenger name record»".to_owned(),
        ..Query::default()
    };
    let said = query::parts_in_words(&query::selected_parts(&query, Unit::Measures, index()));
    assert_eq!(said, " containing «passenger name record»");
    assert_eq!(in_order("\"cross border\""), ["7", "41"]);
}

#[test]
fn a_compound_is_one_word_however_it_is_written() {
    for text in [
        "counterterrorism",
        "counter-terrorism",
        "counter terrorism",
        "counter–terrorism",
        "counter\u{2012}terrorism",
        "counter—terrorism",
        "counter\u{2015}terrorism",
        "counter\u{2212}terrorism",
        "counter\u{fe63}terrorism",
        "counter\u{ff0d}terrorism",
        "counter-\u{200e}terrorism",
    ] {
        assert_eq!(in_order(text), ["6", "9", "10", "53", "54"], "{text}");
    }
    for text in ["crossborder", "cross-border", "cross border"] {
        assert_eq!(in_order(text), ["7", "41"], "{text}");
    }
}

#[test]
fn a_compound_is_marked_only_where_it_stands_together() {
    let query = everything_with("counter terrorism");
    let marked = |text: &str| -> String {
        let segments = query::highlight(text, &query.marked_terms(index())).into_iter();
        segments
            .filter(|segment| segment.hit)
            .map(|segment| segment.text + "|")
            .collect()
    };
    assert_eq!(marked("Countering terrorism"), "");
    assert_eq!(
        marked("Counter-Terrorism, counter terrorism"),
        "Counter-Terrorism|counter terrorism|"
    );
}

#[track_caller]
fn check_corrected(text: &str, expected: Option<&str>) {
    assert_eq!(everything_with(text).corrected(index()).as_deref(), expected, "{text}");
}

#[test]
fn a_possessive_is_found_and_marked_as_the_word_itself() {
    for typed in ["Council’s", "Council's"] {
        assert_eq!(found(typed), found("Council"), "{typed}");
        let segments = query::highlight("The Council’s session", &terms(typed));
        let hits = segments.iter().filter(|segment| segment.hit);
        assert_eq!(
            hits.map(|hit| hit.text.as_str()).collect::<Vec<_>>(),
            ["Council"],
            "{typed}"
        );
    }
}

#[test]
fn a_typing_error_of_one_letter_is_corrected() {
    check_corrected("firarms", Some("firearms"));
    check_corrected("illicit fireams", Some("illicit firearms"));
    check_corrected("interoprability", Some("interoperability"));
    // A word of that length comes before the beginning of a longer one, *European*.
    check_corrected("Europl", Some("europol"));
    check_corrected("firearms", None);
    check_corrected("fire", None);
    check_corrected("xxxxxxx", None);
    check_corrected("&", None);
}

#[test]
fn signs_alone_search_for_nothing_and_that_is_said() {
    for text in ["&", "–", "\"\"", "..."] {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        assert_eq!(run(&query, index()).len(), shipped::MEASURES.len(), "{text}");
        let parts = query::selected_parts(&query, Unit::Measures, index());
        let sentence =
            query::selection_in_words(&query, Unit::Measures, (74, 74), &parts, &shipped::dataset().vocabulary);
        let expected = format!(
            "All 74 measures of the renewed EU Internal Security Strategy because “{text}” has no word to search for"
        );
        assert_eq!(sentence, expected);
    }
}

#[test]
fn another_spelling_of_a_number_finds_who_cites_the_document() {
    let printed = found("9727/19");
    assert_eq!(printed, BTreeSet::from(["1"]));
    assert_eq!(found("ST 9727 2019 INIT"), printed);
    assert_eq!(
        found("https://data.consilium.europa.eu/doc/document/ST-9727-2019-INIT/en/pdf"),
        printed
    );
}

/// What else is found: measures, lines of the general report, commitments, documents, bodies and terms.
#[track_caller]
fn check_other_hits(text: &str, expected: [usize; 7]) {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let hits = other_hits(&query, Unit::Measures, index());
    let counts = [
        hits.measures.len(),
        hits.lines.len(),
        hits.later.len(),
        hits.commitments.len(),
        hits.documents.len(),
        hits.bodies.len(),
        hits.terms.len(),
    ];
    assert_eq!(counts, expected, "{text}");
    assert_eq!(hits.count(), expected.iter().sum::<usize>());
}

#[test]
fn what_stands_elsewhere_is_found_too() {
    for text in [
        "Steering Board",
        "critical infrastructures",
        "Eurodac",
        "MENA",
        "Eurobarometer",
    ] {
        assert_eq!(found(text), BTreeSet::new(), "{text}");
    }
    check_other_hits("Steering Board", [2, 1, 0, 0, 0, 2, 0]);
    check_other_hits("critical infrastructures", [1, 3, 1, 0, 1, 0, 0]);
    check_other_hits("Eurodac", [3, 0, 7, 0, 0, 1, 1]);
    check_other_hits("MENA", [3, 0, 0, 0, 0, 1, 1]);
    check_other_hits("Eurobarometer", [2, 0, 0, 0, 1, 0, 0]);
    check_other_hits("", [0; 7]);
    check_other_hits("zzzz", [0; 7]);
}

/// The first of each kind that stands there before all are asked for.
#[test]
fn the_best_of_what_stands_elsewhere_comes_first() {
    let hits = |text: &str| other_hits(&everything_with(text), Unit::Commitments, index());
    let dataset = shipped::dataset();
    let bodies = hits("Europol").bodies;
    assert_eq!(dataset.bodies[bodies[0]].id.as_str(), "europol");
    let documents = hits("14746/19").documents;
    assert_eq!(dataset.documents[documents[0]].id.as_str(), "st-14746-2019");
    // As it was typed before words that only begin so.
    for text in ["border", "train", "customs"] {
        let has = |place: &usize| {
            let title = dataset.measures[*place].title.to_lowercase();
            title
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word == text)
        };
        let measures = hits(text).measures;
        assert!(
            measures.iter().map(has).is_sorted_by(|one, other| one >= other),
            "{text}"
        );
    }
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
        Target::LaterDocument(number) => format!("since {number}"),
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
    check_go_to("31-s1", "line 31-s1");
    check_go_to("iss-31-S1", "line 31-s1");
    check_go_to("ISS-report-terrorism-s1", "line report-terrorism-s1");
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
    check_go_to("ISS–31", "measure 31");
    check_go_to("LEWP", "body lewp");
    check_go_to("europ", "body europol");
    check_go_to("IT", "body ms-it");
    check_go_to("it", "");
    check_go_to("", "");
    check_go_to("ISS-", "");
    check_go_to("999", "");
}

#[test]
fn a_document_is_found_as_every_register_writes_it() {
    for text in [
        "ST 9727 2019 INIT",
        "ST-9727-2019-INIT",
        "9727/2019",
        "doc. 9727/19",
        "ST9727/19",
        "https://data.consilium.europa.eu/doc/document/ST-9727-2019-INIT/en/pdf",
    ] {
        check_go_to(text, "document st-9727-2019");
    }
    check_go_to("WK 12876/18", "document wk-12876-2018");
    check_go_to("12876/18", "document wk-12876-2018");
    check_go_to("32019R1148", "document reg-2019-1148");
    check_go_to("http://data.europa.eu/eli/reg/2019/1148/oj", "document reg-2019-1148");
    check_go_to(
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32019R1148",
        "document reg-2019-1148",
    );
    check_go_to("COM/2017/0612", "document com-2017-612");
    check_go_to("COM/2016/0602", "source com-2016-602");
    check_go_to("ST 5618 2020 INIT", "source 5618-20");
    check_go_to("9044/2019 REV 1", "document st-9044-2019-rev1");
}

#[test]
fn every_document_is_found_by_its_own_addresses() {
    for document in &shipped::dataset().documents {
        let url = document.url();
        let identifiers = [Scheme::Celex, Scheme::Eli].map(|scheme| document.identifier(scheme));
        for name in url.as_deref().into_iter().chain(identifiers.into_iter().flatten()) {
            let found = query::canonical_document(&DocumentId::new(name), shipped::dataset());
            assert_eq!(found.as_ref(), Some(&document.id), "{name}");
        }
    }
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
    for unit in UNITS {
        let all = naive_words(unit).iter().enumerate();
        let naive: Vec<usize> = all
            .filter(|(_, own)| has_all(own, text))
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
        let joined: String = query::highlight(&text, &query::terms(&typed, &shipped::dataset().glossary)).into_iter().map(|segment| segment.text).collect();
        prop_assert_eq!(joined, text);
    }
}

/// Every spelling of a Council number.
fn spellings(series: &str, serial: u32, year: u32, revision: Option<u32>) -> Vec<String> {
    let short = year % 100;
    let printed = if series == "ST" { "" } else { "WK " };
    match revision {
        None => vec![
            format!("{printed}{serial}/{year}"),
            format!("{printed}{serial}/{short:02}"),
            format!("doc. {printed}{serial}/{short:02}"),
            format!("{series}{serial}/{short:02}"),
            format!("{series} {serial} {year} INIT"),
            format!("{series}-{serial}-{year}-INIT"),
            format!("{}–{serial}–{year}–init", series.to_lowercase()),
            format!("https://data.consilium.europa.eu/doc/document/{series}-{serial}-{year}-INIT/en/pdf"),
        ],
        Some(revision) => vec![
            format!("{printed}{serial}/{revision}/{short:02}"),
            format!("{printed}{serial}/{revision}/{short:02} REV {revision}"),
            format!("{series}-{serial}-{year}-REV-{revision}"),
            format!("{series} {serial} {year} REV {revision}"),
            format!("https://data.consilium.europa.eu/doc/document/{series}-{serial}-{year}-REV-{revision}/en/pdf"),
        ],
    }
}

proptest! {
    #[test]
    fn every_spelling_of_a_number_is_the_same_name(
        series in prop_oneof![Just("ST"), Just("WK")],
        serial in 2100_u32..99_999,
        year in 1998_u32..2049,
        revision in proptest::option::of(1_u32..9),
    ) {
        let suffix = revision.map_or("INIT".to_owned(), |revision| format!("REV-{revision}"));
        for text in spellings(series, serial, year, revision) {
            let names = official_names(&text);
            prop_assert_eq!(names.first(), Some(&format!("{series}-{serial}-{year}-{suffix}")), "{}", text);
        }
    }

    #[test]
    fn any_text_has_names_without_a_panic(text in "\\PC{0,40}|[0-9/ A-Z().:-]{0,24}") {
        official_names(&text);
        query::terms(&text, &shipped::dataset().glossary);
    }

    #[test]
    fn a_phrase_that_stands_in_a_text_finds_it(measure in 0..102_usize, line in 0..40_usize, from in 0..30_usize, count in 1..6_usize) {
        let dataset = shipped::dataset();
        let own = &dataset.measures[measure];
        let mut lines = vec![own.title.as_str(), own.summary.as_str()];
        lines.extend(own.state_of_play.iter().map(|event| event.text.as_str()));
        let words = words(lines[line % lines.len()]);
        let from = from % words.len();
        let phrase = words[from..words.len().min(from + count)].join(" ");
        let found = run(&everything_with(&format!("“{phrase}”")), index());
        prop_assert!(found.contains(&measure), "“{}” does not find {}", phrase, own.id);
    }

    #[test]
    fn hits_are_pieces_of_the_text_that_begin_words(text in "[a-zA-Z -]{0,40}", typed in "[a-z]{1,3}( [a-z]{1,3})?") {
        let mut before = String::new();
        for segment in query::highlight(&text, &terms(&typed)) {
            let begins = !before.ends_with(char::is_alphanumeric) && segment.text.starts_with(char::is_alphanumeric);
            prop_assert!(!segment.hit || begins, "{:?} in {}", segment, text);
            before.push_str(&segment.text);
        }
    }
}
