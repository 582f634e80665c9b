//! The strip of the whole period: what it says, where its handles stand, and what the keys make of the selected period.

use iss_followup::chart::{backdrop, histogram_facts};
use iss_followup::domain::date::{PartialDate, Period};
use iss_followup::domain::window::Window;
use iss_followup::render::html;
use iss_followup::timeline::{BrushPart, HistogramBar, TimeScale, View};
use iss_followup::view::{overview, stepped, strip_drawing, strip_period, window_of};
use roxmltree::Document;

use crate::shipped;

/// `2019`, or `2019-03 2020`: from the first day of the one to the last of the other.
fn period(text: &str) -> Period {
    let (first, last) = text.split_once(' ').unwrap_or((text, text));
    let date = |text: &str| text.parse::<PartialDate>().expect("a date").period();
    Period::new(date(first).first(), date(last).last()).expect("a period")
}

#[test]
fn it_counts_the_facts_and_names_the_selected_period() {
    let says = |facts, window| overview(period("2019"), None, facts, window).words;
    let window = Window::of(period("2018-03 2020-06"));
    assert_eq!(
        says(512, Window::default()),
        "512 dated facts; drag to select a period."
    );
    assert_eq!(says(1, Window::default()), "1 dated fact; drag to select a period.");
    assert_eq!(
        says(512, window),
        "512 dated facts in all; showing those from March 2018 to June 2020."
    );
    assert!(overview(period("2019"), None, 512, window).has_window);
    assert!(!overview(period("2019"), None, 512, Window::default()).has_window);
}

#[test]
fn the_handles_stand_at_the_ends_of_the_selected_period_or_of_the_strip() {
    let whole = period("2019 2020");
    let check = |brushed: Option<&str>, width: Option<&str>, expected: [(&str, i32, &str); 2]| {
        let view = overview(whole, brushed.map(period), 0, Window::default());
        let handles = view.handles.each_ref();
        assert_eq!(
            handles.map(|handle| (handle.day.as_str(), handle.month, handle.left.as_str())),
            expected
        );
        assert_eq!(handles.map(|handle| handle.part), [BrushPart::From, BrushPart::To]);
        assert!(view.handles.iter().all(|handle| handle.months == (24_228, 24_251)));
        assert_eq!(view.brush_width.as_deref(), width);
    };
    check(
        None,
        None,
        [
            ("1 January 2019", 24_228, "0.000%"),
            ("31 December 2020", 24_251, "100.000%"),
        ],
    );
    // Of 731 days, 60 are selected, 365 lie before 2020 and 365 + 31 + 29 before March.
    check(
        Some("2020-01 2020-02"),
        Some("8.208%"),
        [
            ("1 January 2020", 24_240, "49.932%"),
            ("29 February 2020", 24_241, "58.140%"),
        ],
    );
}

#[test]
fn the_strip_is_extended_by_whole_years_to_hold_what_is_shown() {
    let usual = period("2015-07 2021-06");
    for (shown, expected) in [
        (None, "2015-07 2021-06"),
        (Some("2016 2017"), "2015-07 2021-06"),
        (Some("2015-03 2017"), "2015 2021-06"),
        (Some("1998-05-05 2017"), "1998 2021-06"),
        (Some("2016 2023-02"), "2015-07 2023"),
        (Some("1998 2023-02"), "1998 2023"),
    ] {
        assert_eq!(strip_period(usual, shown.map(period)), period(expected), "{shown:?}");
    }
}

#[test]
fn the_usual_period_needs_no_window() {
    let usual = period("2015-07 2021-06");
    assert_eq!(window_of(usual, usual), Window::default());
    let window = window_of(period("2018 2020-06"), usual);
    assert_eq!(window.in_words().as_deref(), Some("from 2018 to June 2020"));
}

#[test]
fn keys_move_the_handle_on_which_they_are_pressed() {
    let whole = period("2018 2019");
    for (key, part, expected) in [
        ("ArrowLeft", BrushPart::From, "2019-03 2019-06"),
        ("ArrowDown", BrushPart::From, "2019-03 2019-06"),
        ("ArrowRight", BrushPart::To, "2019-04 2019-07"),
        ("ArrowUp", BrushPart::To, "2019-04 2019-07"),
        ("PageDown", BrushPart::From, "2018-10 2019-06"),
        ("PageUp", BrushPart::To, "2019-04 2019-12"),
        ("Home", BrushPart::From, "2018 2019-06"),
        ("End", BrushPart::To, "2019-04 2019"),
        ("End", BrushPart::From, "2019-06 2019-06"),
    ] {
        let stepped = stepped(key, part, period("2019-04 2019-06"), whole);
        assert_eq!(stepped, Some(period(expected)), "{key} on {part:?}");
    }
    for key in ["Tab", "Enter", "a", ""] {
        assert_eq!(stepped(key, BrushPart::To, whole, whole), None, "{key}");
    }
}

#[test]
fn a_screen_reader_hears_two_sliders() {
    let view = overview(
        period("2019"),
        Some(period("2019-03 2019-04")),
        7,
        Window::of(period("2019-03 2019-04")),
    );
    let page = format!("<main>{}</main>", html::brush(&view).into_string());
    let page = Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
    let sliders = page
        .descendants()
        .filter(|node| node.attribute("role") == Some("slider"));
    let told: Vec<[&str; 5]> = sliders
        .map(|slider| {
            [
                "data-handle",
                "aria-label",
                "aria-valuemin",
                "aria-valuenow",
                "aria-valuetext",
            ]
            .map(|name| slider.attribute(name).unwrap_or_default())
        })
        .collect();
    assert_eq!(
        told,
        [
            ["from", "Start of the selected period", "24228", "24230", "1 March 2019"],
            ["to", "End of the selected period", "24228", "24231", "30 April 2019"],
        ]
    );
    let words = html::overview_words(&view).into_string();
    assert!(words.contains("data-all-time"), "{words}");
}

#[test]
fn what_is_drawn_are_all_facts_of_the_strip_over_the_terms() {
    let dataset = shipped::dataset();
    let status_date = dataset.edition.status_date;
    let around = backdrop(dataset, status_date, None);
    let places: Vec<usize> = (0..dataset.measures.len()).collect();
    let facts = histogram_facts(status_date, dataset).histogram(&places);
    let scale = TimeScale::new(View::of(around.whole), 1200.0).expect("a width");
    let drawing = strip_drawing(&facts, &around.terms, scale);
    let drawn: usize = drawing.bars.iter().map(HistogramBar::count).sum();
    assert_eq!(drawn, facts.count());
    let seen = around
        .terms
        .iter()
        .filter(|term| term.period.meets(around.whole))
        .count();
    assert_eq!(drawing.bands.len(), seen);
    let html = html::strip_drawing(Some(&drawing), &[], 72.0).into_string();
    assert!(
        html.starts_with("<div class=\"overview-drawing\"><svg width=\"1200\""),
        "{html}"
    );
    assert_eq!(
        html::strip_drawing(None, &[], 72.0).0,
        "<div class=\"overview-drawing\"></div>"
    );
}
