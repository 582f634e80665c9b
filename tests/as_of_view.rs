//! What is said of the day as of which everything is told, and of a day that a reader types.

use iss_followup::dataset::Dataset;
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::id::MeasureId;
use iss_followup::query::ViewOptions;
use iss_followup::render::html::{self, Medium};
use iss_followup::route::Page;
use iss_followup::view::{AsOfBar, Context, RowView, TableRow};

use crate::asked::index;
use crate::shipped;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn on(text: &str) -> Context<'static> {
    Context::new(shipped::dataset(), index(), day(text), &[])
}

/// The line above a page, as it is read.
fn line(text: &str, page: &Page) -> Option<String> {
    let AsOfBar(line) = on(text).as_of_bar(page);
    line.map(|(day, words)| format!("{day}{words}"))
}

#[test]
fn the_line_says_what_another_day_means() {
    assert_eq!(
        line("2019-06-30", &Page::Actors).as_deref(),
        Some(
            "As of 30 June 2019: anything later is shown as planned, and what was due and is not reported done by then as past due. \
             The record itself ends on 3 February 2020."
        )
    );
    assert_eq!(
        line("2020-12-15", &Page::Actors).as_deref(),
        Some(
            "As of 15 December 2020: the record ends on 3 February 2020. What became of a commitment since is told as public sources \
             reported it by this day, as found by 29 November 2026; where they report nothing, what has fallen due \
             since is not known, and what was past due then stays so."
        )
    );
    let on_table = line("2019-06-30", &Page::Table).expect("a line");
    assert!(
        on_table
            .ends_with("The summary and status of a measure are the editors’ reading of the record and do not change.")
    );
    let on_measure = line("2019-06-30", &Page::Measure(MeasureId::new("31"))).expect("a line");
    assert!(on_measure.contains("summary and status"), "{on_measure}");
}

#[test]
fn at_the_editions_date_nothing_is_said() {
    for page in [Page::Table, Page::About, Page::Measure(MeasureId::new("31"))] {
        assert_eq!(line("2020-02-03", &page), None);
        assert!(on("2020-02-03").as_of_choice(None).as_reported.is_none());
    }
    let html = html::as_of_bar(&on("2020-02-03").as_of_bar(&Page::Table)).into_string();
    // A paragraph that is not empty would take its room.
    assert_eq!(
        html,
        "<div class=\"as-of-bar\"><p role=\"status\" data-as-of-line></p></div>"
    );
}

/// The row of the measure with that id.
fn row(as_of: &str, id: &str) -> TableRow {
    let place = shipped::dataset()
        .measure_place(&MeasureId::new(id))
        .expect("a measure");
    on(as_of).table_row(place, &[])
}

#[test]
fn each_due_date_names_its_commitment_and_leads_to_it() {
    let dues = |as_of: &str| -> Vec<(String, String)> {
        let dues = row(as_of, "2").dues.into_iter();
        dues.map(|due| (due.link.text.clone(), due.link.route.to_fragment()))
            .collect()
    };
    let of = |words: &str, address: &str| (words.to_owned(), address.to_owned());
    assert_eq!(
        dues("2020-02-03"),
        [
            of("8 Mar 2020", "/measure/2?fact=2-c1"),
            of("past due since 16 Dec 2019, not reported done", "/measure/2?fact=2-c2"),
        ]
    );
    assert_eq!(
        dues("2020-03-20"),
        [
            of(
                "due since 8 Mar 2020, the record ends 3 February 2020",
                "/measure/2?as-of=2020-03-20&fact=2-c1"
            ),
            of(
                "past due since 16 Dec 2019, not reported done",
                "/measure/2?as-of=2020-03-20&fact=2-c2"
            ),
        ]
    );
    let past_due = of(
        "past due since 16 Dec 2019, not reported done",
        "/measure/2?as-of=2023-01-01&fact=2-c2",
    );
    assert_eq!(dues("2023-01-01"), [past_due], "a later fact has settled the other");
    let html = html::table_rows(
        &[RowView::Measure(Box::new(row("2020-02-03", "2")))],
        ViewOptions::default().columns(),
        None,
        &shipped::dataset().vocabulary,
    )
    .into_string();
    assert_eq!(html.matches("fact=").count(), 2, "{html}");
}

#[test]
fn what_cannot_follow_the_day_says_so_where_it_stands() {
    let place = shipped::dataset()
        .measure_place(&MeasureId::new("31"))
        .expect("a measure");
    let head = |as_of: &str| html::measure_head(&on(as_of).measure(place), Medium::App).into_string();
    assert!(head("2019-06-30").contains("Summary and status as of 3 February 2020"));
    assert!(head("2019-06-30").contains("class=\"summary is-set-back\""));
    assert!(!head("2020-02-03").contains("set-back"));
    assert_eq!(row("2019-06-30", "31").status_day.as_deref(), Some("as of 3 Feb 2020"));
    assert_eq!(row("2020-02-03", "31").status_day, None);
}

#[test]
fn the_day_is_chosen_above_every_page_that_follows_it() {
    let has_choice = |text: &str, page: &Page| on(text).as_of_choice_on(page, None).is_some();
    for page in &Page::VIEWS {
        assert!(has_choice("2020-02-03", page), "{page:?}");
    }
    assert!(has_choice("2020-02-03", &Page::Measure(MeasureId::new("31"))));
    // Nothing on it moves with the day, but there must be a way back.
    assert!(has_choice("2019-06-30", &Page::About));
    assert!(!has_choice("2020-02-03", &Page::About));
}

#[test]
fn a_whole_day_of_the_record_can_be_typed() {
    let context = on("2019-05-15");
    for text in [
        "2019-06-30",
        " 2019-06-30 ",
        "30 Jun 2019",
        "30 june 2019",
        "June 30, 2019",
        "30.6.2019",
        "30. 06. 2019",
    ] {
        assert_eq!(context.typed_day(text), Ok(day("2019-06-30")), "{text}");
    }
    for text in [
        "",
        "2019",
        "2019-06",
        "2019-H1",
        "06/30/2019",
        "2/3/2020",
        "yesterday",
        "2019-02-30",
        "30 Jun",
        "31 June 2019",
        "3 4 2019",
    ] {
        assert_eq!(
            context.typed_day(text),
            Err("Not a complete date, such as 3 Feb 2020; still as of 15 May 2019.".to_owned()),
            "{text}"
        );
    }
    for text in ["1919-06-30", "2119-06-30"] {
        let wrong = context.typed_day(text).expect_err(text);
        assert!(
            wrong.starts_with("The record covers ") && wrong.ends_with("; still as of 15 May 2019."),
            "{wrong}"
        );
    }
    // A link may name any day.
    assert_eq!(on("1919-06-30").typed_day("1919-06-30"), Ok(day("1919-06-30")));
}

#[test]
fn the_ends_of_the_record_can_be_typed_and_stand_on_the_field() {
    let dataset: &Dataset = shipped::dataset();
    let span = dataset.span().expect("dates");
    let choice = on("2019-05-15").as_of_choice(Some("Not that.".to_owned()));
    for day in [span.first(), span.last()] {
        assert_eq!(on("2019-05-15").typed_day(&day.to_string()), Ok(day));
        let written = PartialDate::of_day(day).in_short();
        assert_eq!(on("2019-05-15").typed_day(&written), Ok(day));
    }
    let html = html::as_of_choice(&choice).into_string();
    for piece in [
        "type=\"text\" data-as-of value=\"15 May 2019\" title=\"A day from ".to_owned(),
        "such as 3 Feb 2020\"".to_owned(),
        "data-status-date".to_owned(),
        "role=\"status\">Not that.</span>".to_owned(),
    ] {
        assert!(html.contains(&piece), "{piece} is not in {html}");
    }
}
