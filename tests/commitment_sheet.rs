//! The commitments as a drawing for a file, against the rows of the page, and a golden file of one.

use std::fs;
use std::path::Path;

use iss_followup::chart::FLAG;
use iss_followup::query;
use iss_followup::route::Route;
use iss_followup::timeline::Label;
use iss_followup::view::{CommitmentRow, CommitmentsView, Context, commitment_axis, plain};
use roxmltree::{Document, Node};

use crate::asked::index;
use crate::exported::{hostile, parsed};
use crate::shipped::dataset;

/// Where the columns begin: dates, words, axis, outcomes; and where the last ends.
const COLUMNS_PX: [f64; 5] = [20.0, 130.0, 560.0, 1000.0, 1240.0];

/// The drawing, and the page with the same commitments.
fn drawn(fragment: &str) -> (Option<String>, CommitmentsView) {
    let (Route { query, options, .. }, issues) = Route::open(fragment, index());
    assert_eq!(issues, []);
    let per = options.commitment_grouping;
    let groups = query::group_commitments(query::commitments(&query, index()), &query, per, index());
    let day = query.day(dataset());
    let axis = commitment_axis(dataset(), day).expect("dated commitments");
    let context = Context::new(dataset(), index(), day, &[]);
    (
        context.commitment_sheet(&groups, per, axis, "Commitments"),
        context.commitments(&groups, per, axis, None),
    )
}

fn number(node: Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute)
        .and_then(|value| value.parse().ok())
        .expect("a number")
}

/// The words of a column from top to bottom.
fn column<'a>(drawing: &'a Document<'_>, column: usize) -> Vec<&'a str> {
    let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
    let own = texts.filter(|node| {
        let is_row = 84.0 < number(*node, "y") && node.attribute("font-weight").is_none();
        is_row && (number(*node, "x") - COLUMNS_PX[column]).abs() < 0.5
    });
    own.filter_map(|node| node.text()).collect()
}

/// A text that was cut off where its column ends says so.
#[track_caller]
fn check_cut(cut: &str, whole: &str, room_px: f64) {
    assert!(Label::width_px(cut) <= room_px, "{cut}");
    match cut.strip_suffix('…') {
        Some(beginning) => assert!(whole.starts_with(beginning.trim_end()), "{cut}"),
        None => assert_eq!(cut, whole),
    }
}

#[test]
fn a_file_says_and_draws_what_the_rows_of_the_page_do() {
    let mut ghosts = 0;
    for fragment in [
        "/commitments?source=all&per=none",
        "/commitments?source=all&per=system&as-of=2026-11-29",
        "/commitments?per=owner&as-of=2022-06-30",
        "/commitments?source=all&per=priority&outcome=met-late&as-of=2026-11-29",
        "/commitments?source=all&per=none&as-of=2018-01-01",
    ] {
        let (svg, view) = drawn(fragment);
        let svg = svg.expect("commitments");
        let drawing = Document::parse(&svg).expect("a drawing");
        let rows: Vec<&CommitmentRow> = view.groups.iter().flat_map(|group| &group.rows).collect();
        let [due, words, outcome] = [0, 1, 3].map(|place| column(&drawing, place));
        // Below the last row stands the source.
        assert_eq!(
            (due.len() - 1, words.len(), outcome.len()),
            (rows.len(), rows.len(), rows.len())
        );
        for (place, row) in rows.iter().enumerate() {
            let date = row.due.clone().or(row.due_words.clone());
            check_cut(due[place], &date.unwrap_or_else(|| "no date".to_owned()), 96.0);
            check_cut(words[place], &plain(&row.text), 416.0);
            check_cut(outcome[place], &row.outcome.words, 240.0);
        }
        let paths: Vec<Node> = drawing.descendants().filter(|node| node.has_tag_name("path")).collect();
        let flags = paths.iter().filter(|path| path.attribute("d") == Some(FLAG)).count();
        let titles: Vec<&str> = paths
            .iter()
            .filter_map(|path| path.first_element_child()?.text())
            .collect();
        let announced: Vec<&str> = rows
            .iter()
            .flat_map(|row| &row.ghosts)
            .map(|ghost| ghost.title.as_str())
            .collect();
        assert_eq!(titles, announced, "{fragment}");
        let marks = rows.iter().map(|row| row.course);
        let (dues, later): (usize, usize) = marks.clone().fold((0, 0), |(dues, later), marks| {
            (
                dues + usize::from(marks.due.is_some()),
                later + usize::from(marks.put_off_to.is_some()),
            )
        });
        assert_eq!(flags, dues + later + announced.len(), "{fragment}");
        assert_eq!(
            paths.len() - flags,
            marks.filter(|marks| marks.done.is_some()).count(),
            "{fragment}"
        );
        for path in paths {
            let at = path
                .attribute("transform")
                .expect("a place")
                .trim_start_matches("translate(");
            let x: f64 = at
                .split([' ', ','])
                .next()
                .and_then(|x| x.parse().ok())
                .expect("a number");
            assert!((COLUMNS_PX[2]..COLUMNS_PX[3]).contains(&x), "{at}");
        }
        let heads = view.groups.iter().filter(|group| group.head.is_some()).count();
        let lines = u16::try_from(rows.len() + heads).map(f64::from).expect("few rows");
        assert!((number(drawing.root_element(), "height") - (84.0 + 22.0 * (lines + 2.0))).abs() < 0.5);
        ghosts += announced.len();
    }
    assert!(0 < ghosts);
}

#[test]
fn without_commitments_there_is_no_file() {
    assert_eq!(drawn("/commitments?q=nothingthatisthere").0, None);
}

#[test]
fn the_commitments_on_the_entry_exit_system_are_drawn_as_they_were() {
    let (svg, _) = drawn("/commitments?source=all&system=ees&per=none&as-of=2026-11-29");
    let svg = svg.expect("commitments");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/commitments-ees.svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &svg).expect("a file that can be written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file");
    assert!(
        golden == svg,
        "it is drawn otherwise; write it anew with UPDATE_GOLDEN=1 and look at it"
    );
}

#[test]
fn whatever_a_commitment_says_it_is_only_a_text_in_the_file() {
    let dataset = parsed(&hostile(&[
        "</text><script>alert(1)</script>".to_owned(),
        "& < > \" '".to_owned(),
    ]));
    let index = query::Index::new(&dataset);
    let query = query::Query::default();
    let groups = query::group_commitments(query::commitments(&query, &index), &query, query::Per::None, &index);
    let day = query.day(&dataset);
    let axis = commitment_axis(&dataset, day).expect("dated commitments");
    let svg = Context::new(&dataset, &index, day, &[]).commitment_sheet(&groups, query::Per::None, axis, "<&>");
    let svg = svg.expect("commitments");
    let drawing = Document::parse(&svg).expect("a drawing");
    assert!(drawing.descendants().all(|node| !node.has_tag_name("script")));
}
