//! Links: every route survives the address bar, any garbage opens, and what was published once opens for ever.

use iss_followup::compare::{DifferenceFilter, Happening};
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId, ReportId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{DocumentSort, Facet, FacetKey, Grouping, HeatAxes, Query, Sort, ViewOptions, Window};
use iss_followup::route::{LinkIssue, Page, Route, resolve};
use iss_followup::sheet::Kind;
use proptest::prelude::*;

use crate::asked::index;
use crate::shipped;

fn any_of<T: Keyed + std::fmt::Debug>() -> impl Strategy<Value = T> {
    proptest::sample::select(T::ALL)
}

fn any_page() -> impl Strategy<Value = Page> {
    let id = ".+";
    prop_oneof![
        Just(Page::Table),
        Just(Page::About),
        Just(Page::Since),
        Just(Page::Slips),
        Just(Page::OwnData),
        Just(Page::Compare),
        id.prop_map(|id| Page::Presidency(Some(PresidencyId::new(&id)))),
        proptest::sample::select(&Page::VIEWS[..]),
        id.prop_map(|id| Page::Report(ReportId::new(&id))),
        id.prop_map(|id| Page::Measure(MeasureId::new(&id))),
        id.prop_map(|id| Page::Document(DocumentId::new(&id))),
        id.prop_map(|id| Page::Body(BodyId::new(&id))),
    ]
}

/// Any text, and the words that stand for more or less than one value.
fn any_key() -> impl Strategy<Value = FacetKey> {
    prop_oneof![8 => ".+", 1 => "all", 1 => "none"].prop_map(|key| key.as_str().into())
}

fn any_query() -> impl Strategy<Value = Query> {
    let values = proptest::collection::btree_set(any_key(), 1..4);
    let filters = proptest::collection::btree_map(any_of::<Facet>(), values, 0..4);
    let role = proptest::option::of(any_of::<PresidencyRole>());
    let as_of = proptest::option::of(any_day());
    (filters, role, ".*", as_of, any_window()).prop_map(|(filters, role, text, as_of, window)| Query {
        filters,
        role,
        text,
        as_of,
        window,
    })
}

fn any_options() -> impl Strategy<Value = ViewOptions> {
    let sort = (any_of(), any::<bool>()).prop_map(|(column, is_descending)| Sort { column, is_descending });
    let sort = proptest::option::of(sort);
    let order = (any_of(), any::<bool>()).prop_map(|(column, is_descending)| DocumentSort { column, is_descending });
    let order = proptest::option::of(order);
    let axes = (
        proptest::sample::select(&HeatAxes::ROWS[..]),
        proptest::sample::select(&HeatAxes::COLUMNS[..]),
    );
    let axes = axes.prop_filter_map("a filter against itself", |(rows, columns)| {
        HeatAxes::new(rows, columns)
    });
    let folded_lanes = proptest::collection::btree_set(any_key(), 0..3);
    let compare_with = proptest::option::of(".+".prop_map(|id| PresidencyId::new(&id)));
    let lists = (sort, any_of::<Grouping>(), any_of(), order, axes, any_of(), any_of());
    let differences = (
        proptest::collection::btree_set(any_of::<Happening>(), 0..3),
        proptest::collection::btree_set(any_of::<Kind>(), 0..3),
    );
    let differences = differences.prop_map(|(happenings, kinds)| DifferenceFilter { happenings, kinds });
    let others = (
        any_of(),
        folded_lanes,
        any_of(),
        compare_with,
        any_of(),
        any_of(),
        differences,
    );
    (lists, others).prop_map(|(lists, others)| {
        let (sort, grouping, commitment_grouping, document_sort, axes, heat_unit, later_by) = lists;
        let (lanes, folded_lanes, brief_by, compare_with, density, later_column, differences) = others;
        ViewOptions {
            sort,
            grouping,
            density,
            later_column,
            commitment_grouping,
            later_by,
            document_sort,
            axes,
            heat_unit,
            lanes,
            folded_lanes,
            brief_by,
            compare_with,
            differences,
        }
    })
}

fn any_day() -> impl Strategy<Value = Day> {
    (1000_i16..9999, 1_i8..=12, 1_i8..=28)
        .prop_filter_map("a day", |(year, month, day)| Day::new(year, month, day).ok())
}

fn any_date() -> impl Strategy<Value = PartialDate> {
    let year = 1000_u16..=9999;
    (year, 0_u8..=1 + 2 + 4 + 12, any_day()).prop_filter_map("a date", |(year, part, day)| {
        let text = match part {
            0 => year.to_string(),
            1..=2 => format!("{year}-H{part}"),
            3..=6 => format!("{year}-Q{}", part - 2),
            7..=18 => format!("{year}-{:02}", part - 6),
            _ => day.to_string(),
        };
        text.parse().ok()
    })
}

fn any_window() -> impl Strategy<Value = Window> {
    let end = || proptest::option::of(any_date());
    (end(), end()).prop_filter_map("the wrong way round", |(from, to)| Window::new(from, to))
}

fn any_route() -> impl Strategy<Value = Route> {
    let fact = proptest::option::of(".+".prop_map(|id| LineId::new(&id)));
    let edition = proptest::option::of(".+");
    let parts = (any_page(), any_query(), any_options(), fact, edition, any::<bool>());
    parts.prop_map(|(page, query, options, fact, edition, is_embedded)| Route {
        edition,
        is_embedded,
        options: ViewOptions {
            sort: Sort::told(options.sort, query.has_words()),
            document_sort: Sort::told(options.document_sort, query.has_words()),
            ..options
        },
        page,
        query,
        fact,
    })
}

proptest! {
    #[test]
    fn every_route_survives_the_address_bar(route in any_route()) {
        let (decoded, issues) = Route::from_fragment(&route.to_fragment());
        prop_assert_eq!(decoded, route);
        prop_assert_eq!(issues, vec![]);
    }

    #[test]
    fn a_mangled_link_still_opens(fragment in ".*") {
        let (route, _issues) = Route::from_fragment(&fragment);
        let (again, issues) = Route::from_fragment(&route.to_fragment());
        prop_assert_eq!(again, route);
        prop_assert_eq!(issues, vec![]);
    }

    #[test]
    fn a_link_that_lost_its_tail_still_opens(route in any_route(), length in 0_usize..200) {
        let fragment = route.to_fragment();
        let (opened, _issues) = Route::from_fragment(&fragment[..length.min(fragment.len())]);
        let (again, _) = Route::from_fragment(&opened.to_fragment());
        prop_assert_eq!(again, opened);
    }

    #[test]
    fn only_characters_that_no_browser_rewrites_are_used(route in any_route()) {
        let plain = |character: char| character.is_ascii_alphanumeric() || "-._~%/?&=,".contains(character);
        prop_assert!(route.to_fragment().chars().all(plain), "{}", route.to_fragment());
    }
}

#[test]
fn a_link_published_once_opens_for_ever() {
    let lines = include_str!("golden/links.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut seen = 0;
    for line in lines {
        let (fragment, expected) = line.split_once(" => ").expect("fragment => canonical");
        let (canonical, issue_count) = expected.split_once(" | ").expect("canonical | issues");
        let (route, issues) = Route::from_fragment(fragment);
        assert_eq!(route.to_fragment(), canonical, "{fragment}");
        assert_eq!(issues.len().to_string(), issue_count, "{fragment}: {issues:?}");
        seen += 1;
    }
    assert_eq!(seen, 54, "a published link was taken out of the list");
}

#[track_caller]
fn check_issue(fragment: &str, expected: &str) {
    let (_, issues) = Route::from_fragment(fragment);
    let sentences: Vec<String> = issues
        .iter()
        .map(|issue| issue.in_words(&shipped::dataset().vocabulary))
        .collect();
    assert_eq!(sentences, [expected]);
}

#[test]
fn what_cannot_be_honoured_is_named_in_a_sentence() {
    check_issue("/nowhere", "There is no page “nowhere”; the table is shown instead.");
    check_issue(
        "/measure/",
        "The link does not say which measure it is for; the table is shown instead.",
    );
    check_issue(
        "/table?nonsense=1",
        "The link has an unknown setting “nonsense”, which was ignored.",
    );
    check_issue(
        "/table?role=x",
        "The link sets “role” to “x”, which is not a possible value; it was ignored.",
    );
    check_issue(
        "/actors?rows=system&columns=system",
        "The link sets “columns” to “system”, which is not a possible value; it was ignored.",
    );
    check_issue(
        "/actors?rows=status",
        "The link sets “rows” to “status”, which is not a possible value; it was ignored.",
    );
    check_issue("/table?q=%f", "A part of the link is damaged and was ignored: “%f”.");
}

/// Where one axis of the heat table cannot be honoured, the other one is.
#[track_caller]
fn check_axes(fragment: &str, rows: Facet, columns: Facet, issue_count: usize) {
    let (route, issues) = Route::from_fragment(fragment);
    let axes = route.options.axes;
    assert_eq!((axes.rows(), axes.columns()), (rows, columns), "{fragment}");
    assert_eq!(issues.len(), issue_count, "{fragment}: {issues:?}");
}

#[test]
fn of_two_axes_the_one_that_can_be_honoured_is() {
    let usual = HeatAxes::default();
    check_axes("/actors?rows=status&columns=priority", usual.rows(), Facet::Priority, 1);
    check_axes("/actors?columns=priority&rows=status", usual.rows(), Facet::Priority, 1);
    check_axes("/actors?rows=system&columns=owner", Facet::System, usual.columns(), 1);
    check_axes("/actors?rows=system&columns=system", Facet::System, usual.columns(), 1);
    check_axes(
        "/actors?rows=nonsense&columns=priority",
        usual.rows(),
        Facet::Priority,
        1,
    );
    check_axes(
        "/actors?rows=system&columns=nonsense",
        Facet::System,
        usual.columns(),
        1,
    );
    check_axes(
        "/actors?rows=system&columns=priority",
        Facet::System,
        Facet::Priority,
        0,
    );
}

#[test]
fn a_link_beyond_all_measure_opens_the_table() {
    let (route, issues) = Route::from_fragment(&format!("/table?q={}", "x".repeat(1_000_000)));
    assert_eq!((route, issues), (Route::default(), vec![LinkIssue::TooLong]));
}

#[test]
fn typing_on_goes_over_the_same_step_and_a_filter_is_a_new_one() {
    let route = |fragment: &str| Route::from_fragment(fragment).0;
    assert!(route("/table?q=sis").continues(&route("/table?q=si")));
    assert!(!route("/table?q=s").continues(&route("/table")));
    assert!(!route("/table?q=sis&body=europol").continues(&route("/table?q=sis")));
    assert!(!route("/measure/31").continues(&route("/table")));
    assert!(route("/timeline?from=2018").continues(&route("/timeline")));
    assert!(!route("/timeline?from=2018&lanes=body").continues(&route("/timeline")));
    assert!(!route("/table?from=2018").continues(&route("/table")));
    assert!(route("/table?as-of=2019").continues(&route("/table?as-of=2018-05-01")));
    assert!(!route("/table?as-of=2019").continues(&route("/table")));
    assert!(!route("/table").continues(&route("/table?as-of=2019")));
    assert!(!route("/about?as-of=2019").continues(&route("/table?as-of=2018")));
}

#[track_caller]
fn check_followed(from: &str, link: &str, expected: &str) {
    let route = |fragment: &str| Route::from_fragment(fragment).0;
    let followed = route(from).followed(route(link));
    assert_eq!(followed.to_fragment(), expected);
}

#[test]
fn a_link_that_names_no_selection_keeps_the_readers() {
    check_followed("/table?presidency=HR", "/measure/31", "/measure/31?presidency=HR");
    check_followed(
        "/table?presidency=HR",
        "/measure/60?fact=60-c1",
        "/measure/60?fact=60-c1&presidency=HR",
    );
    check_followed("/measure/31?presidency=HR&fact=31-e1", "/table", "/table?presidency=HR");
    check_followed(
        "/table?presidency=HR",
        "/commitments?owner=europol",
        "/commitments?owner=europol",
    );
    check_followed(
        "/table?presidency=HR&sort=-due",
        "/commitments?owner=europol",
        "/commitments?owner=europol&sort=-due",
    );
    check_followed(
        "/table?as-of=2019-06-30&presidency=HR",
        "/body/cepol?as-of=2019-06-30",
        "/body/cepol?as-of=2019-06-30&presidency=HR",
    );
}

/// What a link opens of the shipped data: the address that takes its place, and what is told of it.
#[track_caller]
fn check_opened(fragment: &str, expected: &str, told: &[&str]) {
    let (route, issues) = Route::open(fragment, index());
    let issues: Vec<String> = issues
        .iter()
        .map(|issue| issue.in_words(&shipped::dataset().vocabulary))
        .collect();
    assert_eq!(route.to_fragment(), expected, "{fragment}");
    assert_eq!(issues, told, "{fragment}");
    assert_eq!(
        resolve(route.clone(), index()),
        (route, Vec::new()),
        "{fragment} is resolved at once"
    );
}

#[test]
fn a_link_of_another_edition_says_so_and_leads_to_what_has_the_same_id() {
    let other = "The link was made for the edition “PR-2026-2”; this page shows “5618/20”, and what has the same number or name there.";
    check_opened("/measure/31?e=PR-2026-2&fact=31-e1", "/measure/31?fact=31-e1", &[other]);
    check_opened("/table?e=PR-2026-2&presidency=HR", "/table?presidency=HR", &[other]);
    check_opened("/measure/31?e=5618%2F20", "/measure/31", &[]);
    check_opened("/measure/31?e=", "/measure/31", &[]);
}

#[test]
fn what_the_dataset_does_not_have_is_told_and_left_out() {
    check_opened(
        "/table?presidency=HR,XX&body=nobody",
        "/table?presidency=HR",
        &[
            "The link selects “XX” under Presidency, which is not in this edition; it was ignored.",
            "The link selects “nobody” under Body, which is not in this edition; it was ignored.",
        ],
    );
    check_opened(
        "/measure/60?fact=zzz",
        "/measure/60",
        &["The link points to item “zzz”, which is not in this edition."],
    );
    check_opened(
        "/measure/60?fact=31-e1",
        "/measure/60",
        &["The link points to item “31-e1”, which is not on this page."],
    );
    check_opened("/measure/31?fact=ISS-31-S1", "/measure/31?fact=31-s1", &[]);
    check_opened("/commitments?fact=60-c2", "/commitments?fact=60-c2", &[]);
    check_opened(
        "/presidency/FI?beside=YY",
        "/presidency/FI",
        &["The link compares with “YY”, which has no brief; it was ignored."],
    );
}

#[test]
fn what_mail_did_to_a_link_is_undone() {
    let check = |fragment, expected| check_opened(fragment, expected, &[]);
    let expected = "/table?body=europol&presidency=FI,HR";
    check("%2Ftable%3Fbody%3Deuropol%26presidency%3DFI%2CHR", expected);
    check("%252Ftable%253Fbody%253Deuropol%2526presidency%253DFI%252CHR", expected);
    check("/table%3Fbody%3Deuropol&presidency=FI%2CHR", expected);
    check("/table?body=europol&amp;presidency=FI,HR", expected);
    check("/table?body=europol&amp%3Bpresidency=FI,HR", expected);
    check("/table?body=3Deuropol&presidency=3DFI,HR", expected);
    check("/table?body=europol&presidency=FI,HR).", expected);
    check("/Table?Body=EUROPOL&Presidency=fi,hr", expected);
    for end in [".", ")", ">", ",", "%3E", ").", "%20", "%E2%80%9D", "."] {
        check_opened(&format!("/measure/31{end}"), "/measure/31", &[]);
        check_opened(&format!("/document/st-9727-2019{end}"), "/document/st-9727-2019", &[]);
        for page in [
            "/about",
            "/presidency/HR",
            "/body/europol",
            "/report/money",
            "/since",
            "/slips",
            "/your-data",
            "/actors",
        ] {
            check_opened(&format!("{page}{end}"), page, &[]);
        }
        check_opened(&format!("/timeline?lanes=body{end}"), "/timeline?lanes=body", &[]);
    }
    check(
        "/table?as-of=2019-h1&sort=-Latest",
        "/table?as-of=2019-06-30&sort=-latest",
    );
    check("/presidency/fi?beside=hr", "/presidency/FI?beside=HR");
    check("/table?q=pr%25C3%25BCm", "/table?q=pr%C3%BCm");
}

#[test]
fn what_is_not_damaged_is_not_mended() {
    let check = |fragment, expected| check_opened(fragment, expected, &[]);
    check("/table?q=a%26b", "/table?q=a%26b");
    check("/table?q=100%25", "/table?q=100%25");
    check("/table?q=R%26amp%3BD", "/table?q=R%26amp%3BD");
    check("/table?q=(EU).", "/table?q=%28EU%29.");
}
