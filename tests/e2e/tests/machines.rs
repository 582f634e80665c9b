//! What readers' machines do with the page: translate it, show it in a frame of a mail program, lead away from it and back.

use crate::checks::{PNR, check_fragment, check_heading, open_page};
use anyhow::{Context as _, Result, ensure};
use e2e::machines::Frame;
use e2e::page;
use e2e::server::Server;
use e2e::timeline::LINES;
use e2e::{Engine, Reader, in_engines, in_every_engine, in_one_engine, in_turn, is_thorough};
use std::cell::RefCell;

in_every_engine![the_app_starts_in_a_sandboxed_frame];

in_turn![
    who_comes_back_is_where_they_were,
    the_app_starts_in_a_frame_that_may_do_anything,
    the_app_starts_in_a_frame_from_memory,
    strip_and_timeline_hold_in_other_sizes_and_directions,
];

in_one_engine![
    the_same_line_is_led_to_twice,
    who_shares_at_a_line_shares_the_line_and_of_nothing_nothing_is_saved,
    a_text_that_is_too_long_is_cut_and_said_to_be,
    rows_are_copied_as_rows,
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [Firefox],
    a_translated_page_says_what_is_asked_for,
    a_view_stands_alone_in_a_frame_of_another_page
];

// The one that can be told to hand out other pixels.
in_engines![
    PROTECTED,
    [Firefox],
    a_drawing_that_cannot_be_read_is_not_said_to_be_saved
];

/// A page of each kind, and some of the same kind one after the other.
const PAGES: [&str; 15] = [
    "#/measure/31",
    "#/measure/60",
    "#/table?presidency=HR",
    "#/timeline?presidency=HR",
    "#/presidency/FI?beside=HR&system=sis",
    "#/presidency/HR?system=ees",
    "#/commitments?system=ees",
    "#/actors",
    "#/documents?kind=regulation",
    "#/body/cepol",
    "#/report/money",
    "#/document/st-9727-2019",
    "#/since",
    "#/slips",
    "#/about",
];

fn a_translated_page_says_what_is_asked_for(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, PAGES[0])?;
    let mut expected = Vec::new();
    for fragment in PAGES {
        open_page(&reader, fragment)?;
        expected.push(settled(&reader)?);
    }
    for (fragment, expected) in PAGES.iter().zip(&expected) {
        ensure!(10 < reader.translate()?, "nothing to translate before {fragment}");
        open_page(&reader, fragment)?;
        reader.wait_until(&format!("{fragment} says what it did"), |reader| {
            Ok(reader.said()? == *expected)
        })?;
    }
    // Filters and words too; what has the focus keeps it.
    reader.go_to("#/table")?;
    check_fragment(&reader, "#/table")?;
    let mut last = String::new();
    for (is_filter, fragment) in [
        (true, "#/table?presidency=HR"),
        (false, "#/table?presidency=HR&q=europol"),
    ] {
        reader.translate()?;
        if is_filter {
            reader.toggle("presidency", "HR")?;
        } else {
            reader.type_in_search("europol")?;
        }
        check_fragment(&reader, fragment)?;
        let stop = if is_filter {
            "input[data-value='HR']"
        } else {
            "input[type=search]"
        };
        assert!(reader.is_focused(stop)?, "{stop} has lost the focus");
        let rows = reader.rows()?;
        let status = reader.status()?;
        ensure!(
            status.starts_with(&rows.len().to_string()),
            "{status} of {} rows",
            rows.len()
        );
        ensure!(status != last, "the same is said of {fragment}");
        last = status;
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

/// What the page says once all of it is there.
fn settled(reader: &Reader) -> Result<String> {
    let last = RefCell::new(String::new());
    reader.wait_until("the page has come to rest", |reader| {
        reader.rows()?;
        let said = reader.said()?;
        Ok(last.replace(said.clone()) == said)
    })?;
    Ok(last.into_inner())
}

fn the_app_starts_in_a_sandboxed_frame(engine: Engine) -> Result<()> {
    check_frame(engine, Frame::Sandboxed)
}

fn the_app_starts_in_a_frame_that_may_do_anything(engine: Engine) -> Result<()> {
    check_frame(engine, Frame::Srcdoc)
}

fn the_app_starts_in_a_frame_from_memory(engine: Engine) -> Result<()> {
    check_frame(engine, Frame::Blob)
}

/// The app starts in such a frame of a mail program, and a link in it is followed.
fn check_frame(engine: Engine, frame: Frame) -> Result<()> {
    let reader = Reader::open_in_frame(engine, frame)?;
    assert_eq!(reader.state()?, "ready", "{frame:?}: {:?}", reader.noted_errors()?);
    reader.follow_measure("31")?;
    check_heading(&reader, PNR)?;
    assert_eq!(reader.noted_errors()?, [""; 0], "{frame:?}");
    Ok(())
}

/// What stands around a view.
const AROUND: [&str; 8] = [
    ".top-bar",
    ".tabs",
    "#filters",
    ".overview",
    ".foot",
    ".trail",
    ".view-tools",
    ".other-sources",
];

fn a_view_stands_alone_in_a_frame_of_another_page(engine: Engine) -> Result<()> {
    let server = Server::start(page::read(&page::built())?)?;
    for (fragment, part) in [
        ("/table?embed=1&presidency=HR", ".measures tbody tr"),
        ("/timeline?embed=1&lanes=presidency", ".plot-names"),
        ("/measure/31?embed=1", ".measure-body"),
    ] {
        let address = format!("{}#{fragment}", server.address());
        let reader = Reader::open_embedded(engine, &address, (600, 400))?;
        reader.wait_until(&format!("{fragment} stands there"), |reader| {
            Ok(!reader.seen(&[part, ".embed-foot a"])?.is_empty())
        })?;
        assert_eq!(reader.seen(&AROUND)?, [""; 0], "{fragment}");
        let whole = address.replace("embed=1&", "").replace("?embed=1", "");
        assert_eq!(reader.leads(".embed-foot a")?, (whole, "_blank".to_owned()));
        if part.starts_with(".measures") {
            let (leads, window) = reader.leads("[data-measure='31'] .title a")?;
            assert_eq!(leads, format!("{}#/measure/31", server.address()));
            assert_eq!(window, "_blank");
        }
        assert_eq!(reader.fragment()?, format!("#{fragment}"));
        assert_eq!(reader.noted_errors()?, [""; 0]);
    }
    Ok(())
}

/// Of how many of the places the daily run asks.
const DAILY_PLACES: usize = 5;

/// Every view and page, a row of it far down, and the link in it that is followed.
const PLACES: [(&str, &str, &str); 13] = [
    ("#/table", "[data-measure='31']", "[data-measure='31'] .title a"),
    (
        "#/timeline",
        ".facts-in-view li:nth-child(8)",
        ".facts-in-view li:nth-child(8) a",
    ),
    (
        "#/commitments",
        "[data-commitment='31-c1']",
        "[data-commitment='31-c1'] .home-link",
    ),
    (
        "#/documents",
        "[data-document='reg-2017-2226']",
        "[data-document='reg-2017-2226'] .document a",
    ),
    ("#/measure/60", "[id='60-c2']", "[id='60-c2'] .fact-details a"),
    (
        "#/presidency/HR",
        ".brief-columns + .brief-columns .brief-row:nth-child(2)",
        ".brief-columns + .brief-columns .brief-row:nth-child(2) [data-home]",
    ),
    (
        "#/actors?body=europol",
        ".counted-facts li:nth-child(30)",
        ".counted-facts li:nth-child(30) a",
    ),
    (
        "#/since",
        ".later-group[open] .facts > li:nth-child(6)",
        ".later-group[open] .facts > li:nth-child(6) .home-link",
    ),
    (
        "#/slips",
        "[data-slips='vis'] tr[data-line]",
        "[data-slips='vis'] tr[data-line] td:last-child a",
    ),
    (
        "#/report/money",
        ".facts li.fact:nth-child(4)",
        ".facts li.fact:nth-child(4) .fact-details a",
    ),
    (
        "#/document/reg-2017-2226",
        ".citing-home:nth-of-type(2)",
        ".citing-home:nth-of-type(2) h3 a",
    ),
    (
        "#/body/europol",
        "[data-section] .facts li.fact:nth-child(5)",
        "[data-section] .facts li.fact:nth-child(5) .home-link",
    ),
    (
        "#/about",
        ".about-page a[href^='#/measure/']",
        ".about-page a[href^='#/measure/']",
    ),
];

fn who_comes_back_is_where_they_were(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, PLACES[0].0)?;
    who_has_only_scrolled_is_there_after_a_reload(&reader, PLACES[0].1)?;
    let places = if is_thorough() { PLACES.len() } else { DAILY_PLACES };
    for (place, (fragment, row, link)) in PLACES.into_iter().enumerate().take(places) {
        who_comes_back_is_there(&reader, (fragment, row, link), place == 0)
            .with_context(|| format!("coming back to {row} of {fragment}"))?;
    }
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

/// How far below the top of the window the row is that the reader leaves.
const TOP_PX: f64 = 421.0;

/// Follows the link in a row and comes back: by the browser's *Back* and, `in_every_way`, by a reload and from another site.
fn who_comes_back_is_there(
    reader: &Reader,
    (fragment, row, link): (&str, &str, &str),
    in_every_way: bool,
) -> Result<()> {
    open_page(reader, fragment)?;
    let check = |way: &str| {
        reader.wait_until(&format!("{way} leads there again"), |reader| {
            let top_px = reader.top_px(row)?;
            ensure!(
                top_px.is_some_and(|top_px| (top_px - TOP_PX).abs() < 3.0),
                "it is at {top_px:?}"
            );
            ensure!(reader.is_focused(link)?, "the focus is elsewhere");
            Ok(true)
        })
    };
    reader.open_its_group_alone(row)?;
    let open = reader.open_groups()?;
    reader.scroll_until(row, TOP_PX)?;
    reader.click_in_place(link)?;
    reader.wait_until("another page is open", |reader| {
        Ok(!reader.fragment()?.starts_with(fragment))
    })?;
    reader.back()?;
    check_fragment(reader, fragment)?;
    check("Back")?;
    ensure!(reader.open_groups()? == open, "other groups are open");
    reader.wait_until_kept()?;
    if in_every_way {
        reader.reload()?;
        check("Reload")?;
        reader.leave_and_return()?;
        check("The way back from another site")?;
    }
    Ok(())
}

/// Nothing on the page has the focus then.
fn who_has_only_scrolled_is_there_after_a_reload(reader: &Reader, row: &str) -> Result<()> {
    reader.scroll_until(row, TOP_PX)?;
    reader.wait_until("the place is kept", |reader| {
        let kept = reader.kept()?;
        Ok(!kept.is_empty() && !kept.starts_with("0\u{1f}"))
    })?;
    reader.reload()?;
    reader.wait_until("Reload leads there", |reader| {
        let now_px = reader.top_px(row)?;
        ensure!(
            now_px.is_some_and(|now_px| (now_px - TOP_PX).abs() < 3.0),
            "it is at {now_px:?}"
        );
        Ok(true)
    })
}

fn the_same_line_is_led_to_twice(engine: Engine) -> Result<()> {
    const LINE: &str = "[id='60-c2']";
    let reader = Reader::open(engine, "#/measure/60?fact=60-c2")?;
    reader.wait_for_focus(LINE)?;
    // Below the window, which is 900 pixels high.
    reader.scroll_until(LINE, 1200.0)?;
    reader.follow_link_to("#/measure/60?fact=60-c2")?;
    reader.wait_until("the line is in sight again", |reader| {
        Ok(reader
            .top_px(LINE)?
            .is_some_and(|top_px| (0.0..900.0).contains(&top_px)))
    })?;
    reader.wait_for_focus(LINE)
}

fn who_shares_at_a_line_shares_the_line_and_of_nothing_nothing_is_saved(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/60?fact=60-c2")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    assert!(reader.citation_shown()?.contains("ISS-60-c2"));
    assert_eq!(reader.copy("code")?, "ISS-60-c2");
    assert!(reader.sharing_text()?.contains("ISS-60-c2: "));
    let csv = reader.export("csv-semicolons")?;
    assert_eq!(csv.name, "iss-followup-iss-60-c2.semicolons.csv");
    assert!(csv.text.contains("ISS-60-c2;"), "{}", csv.text);
    reader.close_sharing()?;
    open_page(&reader, "#/table?q=zzzz")?;
    reader.share()?;
    assert!(reader.sharing_text()?.contains("nothing of it to export"));
    assert_eq!(reader.ways()?, ["copy"]);
    let is_of_shown = |key: &String| !key.starts_with("everything-") && !key.starts_with("nothing-");
    ensure!(
        !reader.exports()?.iter().any(is_of_shown),
        "an export of nothing is offered"
    );
    Ok(())
}

fn a_text_that_is_too_long_is_cut_and_said_to_be(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.paste_in_search(&"border ".repeat(20_000))?;
    reader.wait_until("the page says so", |reader| {
        Ok(reader
            .notices()?
            .iter()
            .any(|notice| notice.contains("too long for an address")))
    })?;
    let address = reader.fragment()?;
    ensure!(address.len() < 4000, "the address has {} characters", address.len());
    reader.reload()?;
    check_fragment(&reader, &address)?;
    assert_eq!(reader.notices()?, [""; 0]);
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

fn rows_are_copied_as_rows(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?source=all&group=none")?;
    reader.rows()?;
    let (plain, html) = reader.copy_selected("[data-measure='31']", "[data-measure='32']")?;
    let rows = pasted(&plain);
    assert_eq!(
        rows.iter().map(|row| (row[0], row.len())).collect::<Vec<_>>(),
        [("31", 9), ("32", 9)],
        "{plain}"
    );
    assert!(rows[0][1].starts_with(PNR), "{plain}");
    assert_eq!(
        (html.matches("<tr>").count(), html.matches("<td>").count()),
        (2, 18),
        "{html}"
    );
    // A part of one cell is a text as ever.
    assert_eq!(
        reader
            .copy_selected("[data-measure='31'] .title a", "[data-measure='31'] .title a")?
            .0,
        ""
    );
    // In groups too: whatever the head of its group says stands in each row, and the heads of columns once.
    open_page(&reader, "#/table")?;
    let numbers = reader.rows()?;
    let (plain, _) = reader.copy_selected("[data-measure='9']", "[data-measure='31']")?;
    let rows = pasted(&plain);
    let from = numbers.iter().position(|number| number == "9");
    let to = numbers.iter().position(|number| number == "31");
    let expected = from.zip(to).map(|(from, to)| &numbers[from..=to]);
    assert_eq!(
        // 12E would be reckoned as a number.
        rows.iter()
            .map(|row| row[0].trim_start_matches('\''))
            .collect::<Vec<_>>(),
        expected.unwrap_or_default(),
        "{plain}"
    );
    ensure!(rows.iter().all(|row| row.len() == 9 && !row[2].is_empty()), "{plain}");
    for (fragment, from, to, least) in [
        (
            "#/commitments?system=ees",
            "[data-commitment]",
            "[data-commitment='60-c2']",
            1,
        ),
        (
            "#/documents?kind=regulation",
            "[data-document]",
            "[data-document='reg-2017-2226']",
            10,
        ),
    ] {
        open_page(&reader, fragment)?;
        let (plain, _) = reader.copy_selected(from, to)?;
        let rows = pasted(&plain);
        ensure!(least < rows.len(), "{plain}");
        ensure!(rows.iter().all(|row| row.len() == rows[0].len()), "{plain}");
    }
    Ok(())
}

/// The cells of rows as a spreadsheet pastes them.
fn pasted(plain: &str) -> Vec<Vec<&str>> {
    plain.split("\r\n").map(|row| row.split('\t').collect()).collect()
}

fn a_drawing_that_cannot_be_read_is_not_said_to_be_saved(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?presidency=HR")?;
    reader.take_what_is_given(true)?;
    reader.protect_from_being_recognized(true)?;
    let said = reader.save_drawing("png").and_then(|()| {
        reader.wait_until("the page says something", |reader| {
            Ok(!reader.said_of_saving()?.is_empty())
        })?;
        reader.said_of_saving()
    });
    reader.protect_from_being_recognized(false)?;
    let said = said?;
    ensure!(said.contains("does not let the page read"), "{said}");
    assert_eq!(reader.files_given()?, 0);
    Ok(())
}

fn strip_and_timeline_hold_in_other_sizes_and_directions(engine: Engine) -> Result<()> {
    /// Those that tell most come first.
    const STYLES: [&str; 4] = ["zoom: 0.75; direction: rtl", "font-size: 32px", "", "zoom: 1.5"];
    let reader = Reader::open(engine, "#/timeline")?;
    let usual = reader.days_in_view()?;
    for style in &STYLES[..if is_thorough() { 4 } else { 2 }] {
        open_page(&reader, "#/about")?;
        reader.style_root(style)?;
        open_page(&reader, "#/timeline")?;
        reader.wait_until(
            &format!("{style}: the drawings are as wide as their places"),
            |reader| Ok(reader.drawings_beyond_px()?.iter().all(|px| px.abs() < 2.0)),
        )?;
        assert_eq!(reader.days_in_view()?, usual, "{style}");
        check_drags(&reader, style)?;
    }
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

/// What is dragged goes with the pointer: the strip's brush and its handles by whole months, the timeline by days.
#[track_caller]
fn check_drags(reader: &Reader, style: &str) -> Result<()> {
    open_page(reader, "#/timeline?from=2017&to=2018")?;
    reader.drag(LINES, 0.8, 0.3)?;
    reader.wait_until(&format!("{style}: half of two years later"), |reader| {
        let (from, to) = reader.days_in_view()?;
        ensure!(("2017-12-28".."2018-01-05").contains(&from.as_str()), "{from} to {to}");
        ensure!(("2019-12-28".."2020-01-05").contains(&to.as_str()), "{from} to {to}");
        Ok(true)
    })?;
    open_page(reader, "#/table")?;
    reader.rows()?;
    for (end, from, to, expected) in [
        (None, 10, 30, (10, 30)),
        (Some("to"), 0, 24, (10, 24)),
        (Some("from"), 0, 18, (18, 24)),
        (None, 20, 40, (38, 44)),
    ] {
        reader.drag_months(end, from, to)?;
        reader.wait_until(&format!("{style}: the months {expected:?} are selected"), |reader| {
            let selected = reader.selected_months()?;
            ensure!(selected == expected, "{selected:?} are");
            Ok(true)
        })?;
    }
    ensure!(
        reader.fragment()?.starts_with("#/table?from="),
        "{}",
        reader.fragment()?
    );
    Ok(())
}
