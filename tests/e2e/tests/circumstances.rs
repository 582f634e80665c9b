//! Where and how a reader may open the page: on a phone, in the dark, over http, with things switched off, with an eye on
//! everything that the page must not do.

use std::collections::BTreeSet;

use crate::checks::{MEASURES, check_fragment, check_measure_address, check_selection, measures, open_page};
use anyhow::{Context, Result, ensure};
use e2e::accessibility::Rules;
use e2e::server::Server;
use e2e::{
    Engine, Reader, Setting, before_a_release, in_engines, in_every_engine, in_one_engine, in_turn, is_thorough, page,
};

in_every_engine![nothing_is_requested_from_disk_or_complained_about];
in_turn![
    an_older_engine_works,
    without_storage_the_page_works,
    a_page_that_is_read_for_long_says_how_far_it_is,
];

in_one_engine![axe_finds_nothing_in_light, no_window_needs_sideways_scrolling,];

// The contrast of every colour with every ground is worked out from the style sheet every day (`tests/style.rs`).
before_a_release![axe_finds_nothing_in_dark];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![OVER_HTTP, [WebKit], the_page_alone_is_requested_over_http];
in_engines![
    ELSEWHERE,
    [Firefox],
    an_answer_that_takes_long_is_the_same,
    a_drawing_that_takes_long_is_the_same,
    a_brief_that_takes_long_is_the_same,
];

const WIDE: (u32, u32) = (1440, 900);
/// A window of 1280 by 1024 pixels at 400 %, and the narrowest phone.
const NARROWEST: (u32, u32) = (320, 256);
/// A phone, and windows just where the page is laid out in another way; `tests/layout.rs` is strict about such every day.
const OTHERS: [(u32, u32); 5] = [(390, 844), (768, 900), (1000, 800), (1160, 800), (1240, 800)];

/// A page of each kind.
const PAGES: [&str; 15] = [
    "#/table",
    "#/timeline",
    "#/presidency/FI?beside=HR&system=sis",
    "#/commitments?system=ees",
    "#/actors",
    "#/documents?kind=regulation",
    "#/measure/31",
    "#/body/ees",
    "#/document/reg-2017-2226",
    "#/report/money",
    "#/since?system=ees",
    "#/your-data",
    "#/compare",
    "#/slips?as-of=2026-11-29",
    "#/about",
];

/// What is laid out in another way on a phone.
const NARROW_PAGES: [&str; 4] = [
    "#/table",
    "#/timeline?presidency=HR",
    "#/commitments?system=ees",
    "#/measure/31",
];

fn nothing_is_requested_from_disk_or_complained_about(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/table")?;
    use_every_view(&reader)?;
    assert_eq!(reader.requests()?, [""; 0]);
    assert_eq!(reader.noted_errors()?, [""; 0]);
    // WebKit tells what is in its console of a copy only: `an_older_engine_works` asks there.
    if engine != Engine::WebKit {
        assert_eq!(reader.console_errors()?, [""; 0]);
    }
    Ok(())
}

fn the_page_alone_is_requested_over_http(engine: Engine) -> Result<()> {
    let server = Server::start(page::read(&page::built())?)?;
    let reader = Reader::open_over_http(engine, &server.address(), "#/table")?;
    use_every_view(&reader)?;
    assert_eq!(reader.requests()?, [""; 0]);
    assert_eq!(server.requests(), ["GET /"]);
    Ok(())
}

fn axe_finds_nothing_in_light(engine: Engine) -> Result<()> {
    check_accessibility(engine, Setting::Light)
}

fn axe_finds_nothing_in_dark(engine: Engine) -> Result<()> {
    check_accessibility(engine, Setting::Dark)
}

fn no_window_needs_sideways_scrolling(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    let others = if is_thorough() { &OTHERS[..] } else { &[] };
    for fragment in PAGES {
        open_page(&reader, fragment)?;
        for &(width_px, height_px) in others.iter().chain([&NARROWEST]) {
            reader.resize(width_px, height_px)?;
            assert_eq!(reader.overflow_px()?, 0, "{fragment} at {width_px} pixels");
        }
    }
    Ok(())
}

fn without_storage_the_page_works(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoStorage, "#/table")?;
    assert_eq!(
        reader.state()?,
        "ready",
        "{}\n{:?}",
        reader.visible_text()?,
        reader.console_errors()?
    );
    use_every_view(&reader)?;
    reader.switch_theme()?;
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn an_older_engine_works(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::Older, "#/table")?;
    use_every_view(&reader)?;
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

/// Opens every page, filters, opens a measure, and returns.
fn use_every_view(reader: &Reader) -> Result<()> {
    for fragment in PAGES.iter().rev() {
        open_page(reader, fragment)?;
    }
    reader.toggle("presidency", "HR")?;
    check_fragment(reader, "#/table?presidency=HR")?;
    let first = reader.rows()?.into_iter().next().context("no row")?;
    reader.follow_measure(&first)?;
    check_measure_address(reader, &first)?;
    reader.go_to("#/table")?;
    check_selection(reader, &measures(|_| true)?)
}

fn a_page_that_is_read_for_long_says_how_far_it_is(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::Slow, "#/table")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    let opened = reader.opened()?;
    assert!(2 < opened.len() && opened.is_sorted(), "{opened:?}");
    assert!(opened.iter().all(|share| (0.0..=1.0).contains(share)), "{opened:?}");
    Ok(())
}

fn an_answer_that_takes_long_is_the_same(engine: Engine) -> Result<()> {
    const ASKED: [&str; 3] = [
        "#/table?as-of=2019-06-30&q=europol",
        "#/commitments?as-of=2019-06-30&q=europol",
        "#/documents?q=regulation",
    ];
    check_slow(engine, &ASKED, |reader, _| {
        let answer = reader.main_heading()?;
        ensure!(answer.contains(" of "), "{answer} is no answer");
        Ok(answer)
    })
}

fn a_drawing_that_takes_long_is_the_same(engine: Engine) -> Result<()> {
    const ASKED: [&str; 6] = [
        "#/timeline",
        "#/timeline?lanes=presidency&presidency=HR",
        "#/timeline?as-of=2019-06-30&lanes=body",
        "#/table",
        // What was drawn for the last one is there when the reader comes back.
        "#/timeline?as-of=2019-06-30&lanes=body",
        "#/timeline?lanes=presidency&presidency=HR",
    ];
    check_slow(engine, &ASKED, |reader, fragment| {
        let (lanes, facts) = (reader.lanes()?, reader.listed_facts()?);
        ensure!(facts.is_empty() == (fragment == "#/table"), "{} facts", facts.len());
        Ok((lanes, facts))
    })
}

fn a_brief_that_takes_long_is_the_same(engine: Engine) -> Result<()> {
    // One after the other has another title, so that it can be seen which of them is shown.
    const ASKED: [&str; 7] = [
        "#/presidency/HR",
        "#/presidency/FI?q=europol",
        "#/presidency/HR?as-of=2019-06-30&by=working-party",
        "#/presidency/FI?as-of=2019-06-30&beside=HR&system=sis",
        "#/table",
        "#/presidency/FI?as-of=2019-06-30&beside=HR&system=sis",
        "#/presidency/HR",
    ];
    check_slow(engine, &ASKED, |reader, fragment| {
        let told = told_in_briefs(reader)?;
        ensure!(told.is_empty() == (fragment == "#/table"), "{} sections", told.len());
        Ok(told)
    })
}

/// Whoever waits for everything reads the same in the end as who does not; of each address something else.
fn check_slow<T: PartialEq>(engine: Engine, asked: &[&str], read: impl Fn(&Reader, &str) -> Result<T>) -> Result<()> {
    let quick = Reader::open(engine, asked[0])?;
    let slow = Reader::open_in(engine, Setting::Slow, asked[0])?;
    let mut last = None;
    for fragment in asked {
        open_page(&quick, fragment)?;
        open_page(&slow, fragment)?;
        slow.wait_until(&format!("the same is read of {fragment}"), |slow| {
            let own = read(slow, fragment)?;
            Ok(own == read(&quick, fragment)? && last.as_ref() != Some(&own))
        })?;
        last = Some(read(&slow, fragment)?);
    }
    Ok(())
}

/// The groups and the lines of each section of the briefs that are shown.
fn told_in_briefs(reader: &Reader) -> Result<Vec<(Vec<String>, BTreeSet<String>)>> {
    const PARTS: [&str; 4] = ["inherited", "did", "planned", "handed-on"];
    let briefs = reader.briefs()?;
    let sections = briefs.iter().flat_map(|id| PARTS.map(|part| format!("{id}-{part}")));
    sections
        .map(|section| Ok((reader.brief_groups(&section)?, reader.brief_lines(&section)?)))
        .collect()
}

fn check_accessibility(engine: Engine, setting: Setting) -> Result<()> {
    let reader = Reader::open_in(engine, setting, "#/table")?;
    let mut violations = Vec::new();
    for (width_px, height_px) in [WIDE, NARROWEST] {
        let is_first_width = (width_px, height_px) == WIDE;
        if Rules::at(setting, is_first_width).is_none() {
            continue;
        }
        reader.resize(width_px, height_px)?;
        // The others are made of the same parts.
        let pages = if is_first_width || is_thorough() {
            &PAGES[..]
        } else {
            &NARROW_PAGES
        };
        for fragment in pages {
            open_page(&reader, fragment)?;
            let found = reader.axe_violations_in(setting, is_first_width)?;
            violations.extend(
                found
                    .iter()
                    .map(|violation| format!("{fragment} at {width_px}px: {violation}")),
            );
        }
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    Ok(())
}
