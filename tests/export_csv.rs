//! What is shown, saved as CSV and read again by a reader that is not the writer's.

use crate::cases::cases;
use crate::shipped;
use std::fs;
use std::path::Path;

use iss_followup::dataset::{Home, Record};
use iss_followup::domain::date::{Day, PartialDate, Period, When};
use iss_followup::domain::id::{BodyId, MeasureId, PresidencyId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{BriefBy, Briefs, DueState, Facet, HeatAxes, HeatUnit, Index, LaterColumn, Query, run};
use iss_followup::view::{ExportContent, ExportContext, Format};
use proptest::prelude::*;

use crate::asked::index;
use crate::exported::{
    all_shown, any_hostile, any_query_on_any_day, context, hostile, in_steps, lines_of, parsed, told_of, written,
};

/// What a spreadsheet finds: the heads, and a row for each thing.
fn read(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    read_with(csv, b',')
}

/// The same with that character between two cells.
pub fn read_with(csv: &str, separator: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let bare = csv.strip_prefix('\u{feff}').expect("a mark that the file is in UTF-8");
    let mut reader = simd_csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .delimiter(separator)
        .from_reader(bare.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .byte_records()
        .map(|row| {
            let row = row.expect("a row as long as the others");
            row.iter()
                .map(|cell| String::from_utf8(cell.to_vec()).expect("UTF-8"))
                .collect()
        })
        .collect();
    let mut rows = rows.into_iter();
    (rows.next().expect("heads"), rows.collect())
}

/// What a formula may begin with.
const SIGNS: [char; 13] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '﹢', '﹣', '﹦', '﹫'];

/// The text of a cell as it was before it was made harmless; it must be harmless now.
#[track_caller]
fn bare(cell: &str) -> &str {
    let is_blank = |character: char| character.is_whitespace() || character.is_control();
    let dangerous = |text: &str| text.starts_with(['\t', '\r']) || text.trim_start_matches(is_blank).starts_with(SIGNS);
    assert!(
        !dangerous(cell) || cell.parse::<i64>().is_ok(),
        "{cell:?} would be reckoned"
    );
    assert!(
        cell.starts_with('\'') || !is_number_or_date(cell),
        "{cell:?} would be shown as something else"
    );
    match cell.strip_prefix('\'') {
        Some(rest) if is_number_or_date(rest.trim_start_matches('\'')) => rest,
        Some(rest) if dangerous(rest.trim_start_matches('\'')) || is_unseen_before_sign(rest) => rest,
        _ => cell,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether some spreadsheet shows another number or date than stands there.
fn is_number_or_date(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let is_whole =
        text == "0" || text.len() < 16 && !text.starts_with('0') && text.chars().all(|one| one.is_ascii_digit());
    let is_day = text.len() == 10 && text.parse::<Day>().is_ok();
    // A number of the Council's register is no day and no month of a year.
    let parts: Vec<Option<u32>> = text
        .split('/')
        .map(|part| part.parse().ok().filter(|_| !part.starts_with('+')))
        .collect();
    let is_register = matches!(parts[..], [Some(32..), Some(13..100)]);
    if is_whole || is_day || is_register {
        return false;
    }
    let is_month = |word: &str| MONTHS.iter().any(|month| word == *month || word == &month[..3]) || word == "sept";
    let mut rest = text.clone();
    for word in text
        .split(|one: char| !one.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        if !is_month(word) && !["e", "am", "pm"].contains(&word) {
            return text == "true" || text == "false";
        }
        rest = rest.replacen(word, "", 1);
    }
    rest.contains(|one: char| one.is_ascii_digit())
        && rest
            .chars()
            .all(|one| one.is_ascii_digit() || one.is_whitespace() || ".,/-:'’+%()$€£¥−".contains(one))
}

/// Whether something that shows nothing stands before what would be reckoned.
fn is_unseen_before_sign(text: &str) -> bool {
    let seen = text.trim_start_matches('\'').trim_start_matches(|character: char| {
        character.is_whitespace() || character.is_control() || "\u{200b}\u{202e}\u{2066}\u{feff}".contains(character)
    });
    seen.starts_with(SIGNS)
}

/// The cell has that day, in digits.
#[track_caller]
fn check_days(cell: &str, day: Option<Day>) {
    let digits = |day: Day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
    assert_eq!(cell, day.map(digits).unwrap_or_default());
}

fn column(heads: &[String], name: &str) -> usize {
    heads
        .iter()
        .position(|head| head == name)
        .unwrap_or_else(|| panic!("no {name} in {heads:?}"))
}

#[test]
fn the_table_stays_as_it_was_approved() {
    let query = Query::default()
        .narrowed(Facet::System, "pnr")
        .narrowed(Facet::Presidency, "HR");
    let csv = written(
        Format::Csv,
        context(&query),
        &ExportContent::Measures(run(&query, index())),
    )
    .expect("CSV");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/table.csv");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &csv).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file");
    assert_eq!(csv, golden, "UPDATE_GOLDEN=1 takes the new text as right");
}

#[test]
fn a_file_of_another_day_says_so_in_its_name() {
    let query = Query::default();
    let context = context(&query);
    assert_eq!(context.file_name("table", "csv"), "iss-followup-table.csv");
    let context = ExportContext {
        as_of: "2019-06-30".parse().expect("a day"),
        ..context
    };
    assert_eq!(
        context.file_name("table", "csv"),
        "iss-followup-table-as-of-2019-06-30.csv"
    );
}

#[test]
fn a_page_of_lines_is_exported_line_by_line() {
    let (dataset, query) = (shipped::dataset(), Query::default());
    let body = dataset.body(&BodyId::new("cepol")).expect("CEPOL");
    let document = |id: &str| dataset.documents.iter().position(|document| document.id.as_str() == id);
    let document = ExportContent::Document(document("reg-2017-2226").expect("the regulation"));
    for (shown, word) in [
        (ExportContent::of_body(&body.id, dataset), "body-cepol"),
        (document, "document-reg-2017-2226"),
    ] {
        assert_eq!(shown.word(dataset), word);
        let lines = lines_of(&shown, dataset);
        let (heads, rows) = read(&written(Format::Csv, context(&query), &shown).expect("CSV"));
        let mut found: Vec<&str> = rows.iter().map(|row| bare(&row[column(&heads, "Code")])).collect();
        let mut expected: Vec<String> = lines.iter().map(|(_, record)| format!("ISS-{}", record.id())).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert!(!expected.is_empty(), "{word} has no lines");
        assert_eq!(found, expected, "{word}");
    }
}

#[test]
fn lines_end_as_the_standard_says() {
    let query = Query::default();
    let csv = written(
        Format::Csv,
        context(&query),
        &ExportContent::Measures(run(&query, index())),
    )
    .expect("CSV");
    assert_eq!(csv.matches("\r\n").count(), csv.matches('\n').count());
    assert_eq!(csv.matches("\r\n").count(), 1 + run(&query, index()).len());
    assert!(csv.ends_with("\r\n"));
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn steps_do_not_change_a_byte(query in any_query_on_any_day(), pieces in 1_usize..40) {
        let day = query.day(shipped::dataset()).to_string();
        for shown in all_shown(&query, shipped::dataset(), index()) {
            let whole = written(Format::Csv, context(&query), &shown).expect("CSV");
            let (heads, rows) = read(&whole);
            prop_assert!(rows.iter().all(|row| row[column(&heads, "As of")] == day));
            prop_assert_eq!(in_steps(Format::Csv, context(&query), &shown, pieces), whole);
        }
    }

    #[test]
    fn a_row_says_what_the_table_says(query in any_query_on_any_day()) {
        let (dataset, measures) = (shipped::dataset(), run(&query, index()));
        let csv = written(Format::Csv, context(&query), &ExportContent::Measures(measures.clone())).expect("CSV");
        let (heads, rows) = read(&csv);
        prop_assert_eq!(rows.len(), measures.len());
        let standings = index().as_of(query.day(dataset));
        for (row, place) in rows.iter().zip(measures) {
            let measure = &dataset.measures[place];
            let cell = |name: &str| bare(&row[column(&heads, name)]).to_owned();
            prop_assert_eq!(cell("Code"), format!("ISS-{}", measure.id));
            prop_assert_eq!(cell("Title"), measure.title.as_str());
            prop_assert_eq!(cell("Summary"), measure.summary.as_str());
            prop_assert_eq!(cell("Status at source date"), measure.status.label());
            prop_assert_eq!(cell("Page"), measure.locator.page.map(|page| page.to_string()).unwrap_or_default());
            let latest = standings.latest(place).map(|event| measure.state_of_play[event].text.clone());
            prop_assert_eq!(cell("Latest fact"), latest.unwrap_or_default());
            let latest = standings.latest(place).and_then(|event| measure.state_of_play[event].when);
            check_days(&row[column(&heads, "Latest fact: first day")], latest.map(|when| when.period().first()));
            check_days(&row[column(&heads, "Latest fact: last day")], latest.map(|when| when.period().last()));
            for (name, state) in [
                ("Next due", DueState::Pending),
                ("Past due since", DueState::PastDue),
                ("Due since the record ended", DueState::Unreported),
            ] {
                let time = standings.due(place, state).map(|due| due.due.period());
                check_days(&row[column(&heads, &format!("{name}: first day"))], time.map(Period::first));
                check_days(&row[column(&heads, &format!("{name}: last day"))], time.map(Period::last));
            }
            let acted = standings.involvements(place).iter().filter(|one| one.acted.is_some()).count();
            prop_assert_eq!(cell("Presidencies").matches("acted (").count(), acted);
        }
    }

    #[test]
    fn a_row_says_what_the_list_of_commitments_says(query in any_query_on_any_day()) {
        let (dataset, day) = (shipped::dataset(), query.day(shipped::dataset()));
        let places = iss_followup::query::commitments(&query, index());
        let csv = written(Format::Csv, context(&query), &ExportContent::Commitments(places.clone())).expect("CSV");
        let (heads, rows) = read(&csv);
        prop_assert_eq!(rows.len(), places.len());
        for (row, place) in rows.iter().zip(places) {
            let entry = index().commitment(place);
            let commitment = &dataset.commitments(entry.home)[entry.place];
            let cell = |name: &str| bare(&row[column(&heads, name)]).to_owned();
            prop_assert_eq!(cell("Code"), format!("ISS-{}", commitment.id));
            prop_assert_eq!(cell("Text"), commitment.text.as_str());
            prop_assert_eq!(cell("Editor's note"), commitment.note.as_deref().unwrap_or_default());
            prop_assert_eq!(cell("State"), dataset.state(commitment, day).label());
            let outcome = dataset.known_outcome(commitment, day).and_then(|outcome| outcome.date).map(When::period);
            check_days(&row[column(&heads, "Outcome: first day")], outcome.map(Period::first));
            check_days(&row[column(&heads, "Outcome: last day")], outcome.map(Period::last));
            let later = dataset.put_off_to(commitment, day).map(When::period);
            check_days(&row[column(&heads, "Planned for: last day")], later.map(Period::last));
            let last = commitment.due.map(|due| When::period(due).last().to_string());
            prop_assert_eq!(cell("Last day"), last.unwrap_or_default());
            let slip = dataset.delivery(commitment, day);
            prop_assert_eq!(cell("Slip"), slip.in_words().unwrap_or_default());
            let most = slip.slip().map(|slip| slip.months().1.to_string());
            // A number, not a text: what came early has one below nought.
            prop_assert_eq!(&row[column(&heads, "Most slip in months")], &most.unwrap_or_default());
        }
    }

    #[test]
    fn a_number_of_the_heat_table_stays_one(query in any_query_on_any_day()) {
        let heat = iss_followup::query::heat(&query, HeatAxes::default(), HeatUnit::default(), index());
        let shown = ExportContent::Heat { heat: heat.clone(), axes: HeatAxes::default(), measures: Vec::new() };
        let (heads, rows) = read(&written(Format::Csv, context(&query), &shown).expect("CSV"));
        // Before the counts stands a name, behind them the sum and the day.
        prop_assert_eq!(heads.len(), heat.columns.len() + 3);
        for (row, (counts, line)) in rows.iter().zip(heat.cells.iter().zip(&heat.rows)) {
            let numbers: Vec<usize> = row[1..row.len() - 1].iter().map(|cell| cell.parse().expect("a number")).collect();
            let expected: Vec<usize> = counts.iter().copied().chain([line.total]).collect();
            prop_assert_eq!(numbers, expected);
        }
    }

    #[test]
    fn every_text_comes_back_and_none_is_reckoned(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        let index = Index::new(&dataset);
        for shown in all_shown(&Query::default(), &dataset, &index) {
            let context = told_of(&dataset, &index, dataset.edition.status_date);
            let (heads, rows) = read(&written(Format::Csv, context, &shown).expect("CSV"));
            for cell in rows.iter().flatten().chain(&heads) {
                bare(cell);
            }
            if let ExportContent::Measure(place) = shown {
                let records = dataset.records().filter(|(home, _)| *home == Home::Measure(place));
                let mut expected: Vec<&str> = records.map(|(_, record)| record.text()).collect();
                let mut found: Vec<&str> = rows.iter().map(|row| bare(&row[column(&heads, "Text")])).collect();
                expected.sort_unstable();
                found.sort_unstable();
                prop_assert_eq!(found, expected);
            }
            if let ExportContent::Measures(places) = shown {
                for (row, place) in rows.iter().zip(places) {
                    prop_assert_eq!(bare(&row[column(&heads, "Title")]), dataset.measures[place].title.as_str());
                    prop_assert_eq!(bare(&row[column(&heads, "Section")]), dataset.measures[place].locator.section.as_str());
                }
            }
        }
    }
}

#[test]
fn a_brief_tells_each_line_once_in_a_section() {
    let query = Query::default();
    let term = shipped::dataset().rota.get(&PresidencyId::new("HR")).expect("a term");
    let briefs = Briefs::new(&[term], &query, BriefBy::default(), index(), None);
    let expected: usize = briefs.all()[0]
        .sections
        .iter()
        .map(|section| section.count + section.unknown_count)
        .sum();
    let (heads, rows) = read(
        &written(
            Format::Csv,
            context(&query),
            &ExportContent::Briefs(briefs.all().to_vec()),
        )
        .expect("CSV"),
    );
    assert_eq!(rows.len(), expected);
    let commitments = rows.iter().filter(|row| row[column(&heads, "Kind")] == "commitment");
    assert!(commitments.clone().all(|row| !row[column(&heads, "State")].is_empty()));
    assert!(0 < commitments.count());
}

#[test]
fn the_days_of_a_document_are_in_digits() {
    let (dataset, query) = (shipped::dataset(), Query::default());
    let places: Vec<usize> = (0..dataset.documents.len()).collect();
    let (heads, rows) = read(&written(Format::Csv, context(&query), &ExportContent::Documents(places)).expect("CSV"));
    assert_eq!(rows.len(), dataset.documents.len());
    for (row, document) in rows.iter().zip(&dataset.documents) {
        for (name, date) in [
            ("Date", document.date),
            ("Applies from", document.applies),
            ("Transposition by", document.transposition),
        ] {
            let time = date.map(PartialDate::period);
            check_days(
                &row[column(&heads, &format!("{name}: first day"))],
                time.map(Period::first),
            );
            check_days(
                &row[column(&heads, &format!("{name}: last day"))],
                time.map(Period::last),
            );
        }
    }
}

#[test]
fn with_semicolons_it_is_the_same_table() {
    let query = Query::default();
    for shown in all_shown(&query, shipped::dataset(), index()) {
        let [commas, semicolons] = [Format::Csv, Format::CsvWithSemicolons]
            .map(|format| written(format, context(&query), &shown).expect("CSV"));
        assert_eq!(read_with(&semicolons, b';'), read(&commas));
    }
}

#[test]
fn a_fact_that_is_shown_twice_is_written_once() {
    let all: Vec<(Home, Record<'_>)> = shipped::dataset().records().take(5).collect();
    let twice = all.iter().chain(&all).copied().collect();
    let (_, rows) = read(&written(Format::Csv, context(&Query::default()), &ExportContent::Facts(twice)).expect("CSV"));
    assert_eq!(rows.len(), all.len());
}

#[test]
fn the_table_has_the_latest_later_fact_where_that_column_is_shown() {
    let query = Query::default();
    let shown = ExportContent::Measures(run(&query, index()));
    let usual = context(&query);
    let with_later = ExportContext {
        later_column: LaterColumn::Shown,
        ..usual.clone()
    };
    let (usual_heads, _) = read(&written(Format::Csv, usual, &shown).expect("CSV"));
    let (heads, rows) = read(&written(Format::Csv, with_later, &shown).expect("CSV"));
    let (before, own) = heads.split_at(usual_heads.len() - 1);
    // The day as of which it is stands last.
    assert_eq!(before, &usual_heads[..before.len()]);
    assert_eq!(own.len(), 6, "{own:?}");
    let mut found = 0;
    for row in rows {
        let measure = bare(&row[column(&heads, "Code")]).trim_start_matches("ISS-").to_owned();
        let home = Home::Measure(
            shipped::dataset()
                .measure_place(&MeasureId::new(&measure))
                .expect("a measure"),
        );
        let fact = shipped::dataset().since(home).last().map(|(_, fact)| fact);
        let is_there = fact.is_some_and(|fact| {
            let period = fact.when.period();
            let pages: Vec<&str> = fact.evidence.iter().map(|page| page.url.as_str()).collect();
            let expected = [
                ("Since then", fact.text.clone()),
                ("Since then: first day", period.first().to_string()),
                ("Since then: last day", period.last().to_string()),
                ("Since then: code", format!("ISS-{}", fact.id)),
                ("Since then: pages", pages.join("; ")),
            ];
            for (head, text) in expected {
                assert_eq!(bare(&row[column(&heads, head)]), text);
            }
            true
        });
        found += usize::from(is_there);
        assert!(is_there || bare(&row[column(&heads, "Since then")]).is_empty());
    }
    assert!(0 < found);
}
