//! What a reader can rely on, in every engine, with the built page opened from disk.

use crate::checks::{MEASURES, PNR, check_fragment, check_heading, check_measure_address, check_selection, measures};
use anyhow::{Context, Result};
use e2e::{Engine, Key, Reader, in_engines, in_every_engine};

in_every_engine![
    the_table_opens_with_every_measure,
    a_filter_is_in_the_address,
    a_link_opens_its_measure,
    a_row_opens_its_measure,
    back_and_forward_follow_the_reader,
    a_broken_link_is_no_trap_on_the_way_back,
    the_keyboard_alone_opens_a_measure,
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [Firefox],
    a_filter_leaves_what_it_counts,
    removing_the_chip_removes_the_filter,
    words_find_measures_without_their_accents,
    a_column_sorts_both_ways,
    a_short_code_offers_its_record,
    a_broken_link_is_named_and_the_page_works,
    the_theme_button_turns_the_colours,
];

fn the_table_opens_with_every_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "")?;
    check_selection(&reader, &measures(|_| true)?)?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    assert_eq!(reader.notices()?, [""; 0]);
    check_nothing_noted(&reader)
}

fn a_filter_leaves_what_it_counts(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/table")?;
    let count = reader.facet_count("presidency", "HR")?;
    assert!(0 < count && count < MEASURES, "{count}");
    reader.toggle("presidency", "HR")?;
    reader.wait_until("as many rows stand there", |reader| Ok(reader.rows()?.len() == count))?;
    check_nothing_noted(&reader)
}

fn a_filter_is_in_the_address(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/table")?;
    reader.toggle("presidency", "HR")?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    let shown = reader.rows()?;
    let other = Reader::open_shipped(engine, "#/table?presidency=HR")?;
    assert_eq!(other.rows()?, shown);
    check_nothing_noted(&reader)
}

fn removing_the_chip_removes_the_filter(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/table?presidency=FI")?;
    assert_ne!(reader.rows()?.len(), MEASURES);
    reader.remove_chip(0)?;
    check_fragment(&reader, "#/table")?;
    check_selection(&reader, &measures(|_| true)?)?;
    check_nothing_noted(&reader)
}

fn a_link_opens_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/measure/31")?;
    assert_eq!(reader.heading()?, PNR);
    check_fragment(&reader, "#/measure/31")?;
    check_nothing_noted(&reader)
}

fn a_row_opens_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    // A double click selects a word, and leaves the row alone.
    reader.double_click("[data-measure='1'] .latest-text")?;
    let word = reader.marked_text()?;
    assert!(!word.trim().is_empty() && !word.trim().contains(' '), "{word:?}");
    assert_eq!(reader.fragment()?, "#/table");
    // What was selected before does not stand in the way of a click.
    reader.mark_everything()?;
    reader.click_on("[data-measure='31'] .status")?;
    check_heading(&reader, PNR)?;
    check_fragment(&reader, "#/measure/31")?;
    reader.mark_everything()?;
    reader.open_tab("documents")?;
    check_fragment(&reader, "#/documents")
}

fn back_and_forward_follow_the_reader(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    let shown = reader.rows()?;
    let first = shown.first().context("no row")?;
    reader.follow_measure(first)?;
    check_measure_address(&reader, first)?;
    reader.back()?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.wait_until("the same rows are back", |reader| Ok(reader.rows()? == shown))?;
    reader.forward()?;
    check_measure_address(&reader, first)?;
    reader.wait_until("the measure is back", |reader| {
        reader.heading().map(|heading| !heading.is_empty())
    })
}

fn a_broken_link_is_named_and_the_page_works(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    for (link, named) in [
        ("#/measure/999", "999"),
        ("#/table?presidency=XX", "XX"),
        ("#/table?nonsense=1", "nonsense"),
        ("#/%ZZ%", "%ZZ%"),
        ("#/measure/", "measure"),
    ] {
        reader.go_to(link)?;
        reader.wait_until(&format!("a notice names {named}"), |reader| {
            Ok(reader.notices()?.iter().any(|notice| notice.contains(named)))
        })?;
        reader.go_to("#/measure/31")?;
        check_heading(&reader, PNR)?;
        reader.wait_until("the notice is gone", |reader| Ok(reader.notices()?.is_empty()))?;
    }
    Ok(())
}

fn a_broken_link_is_no_trap_on_the_way_back(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    check_heading(&reader, PNR)?;
    reader.go_to("#/%ZZ%")?;
    check_fragment(&reader, "#/table")?;
    reader.back()?;
    check_heading(&reader, PNR)?;
    check_fragment(&reader, "#/measure/31")
}

fn words_find_measures_without_their_accents(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.type_in_search("prum")?;
    reader.wait_until("a hit is highlighted", |reader| {
        Ok(reader
            .highlights()?
            .iter()
            .any(|hit| hit.to_lowercase().starts_with("prüm")))
    })?;
    let shown = reader.rows()?;
    assert!(!shown.is_empty() && shown.len() < MEASURES, "{shown:?}");
    check_fragment(&reader, "#/table?q=prum")
}

fn a_short_code_offers_its_record(engine: Engine) -> Result<()> {
    for (code, offered) in [("31", PNR), ("ISS-31", PNR), ("9727/19", "9727/19"), ("LEWP", "LEWP")] {
        let reader = Reader::open(engine, "#/table")?;
        reader.type_in_search(code)?;
        reader.wait_until(&format!("{code} offers {offered}"), |reader| {
            Ok(reader.offers()?.iter().any(|offer| offer.contains(offered)))
        })?;
    }
    let reader = Reader::open(engine, "#/table")?;
    reader.type_in_search("ISS-31")?;
    reader.wait_until("one offer", |reader| Ok(reader.offers()?.len() == 1))?;
    reader.take_offer(0)?;
    check_heading(&reader, PNR)?;
    // The code of a line leads to the line itself.
    reader.type_in_search("ISS-60-e1")?;
    reader.wait_until("one offer", |reader| Ok(reader.offers()?.len() == 1))?;
    reader.take_offer(0)?;
    reader.wait_until("the line has the focus", |reader| Ok(reader.focused_id()? == "60-e1"))
}

fn a_column_sorts_both_ways(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let unsorted = reader.rows()?;
    reader.sort_by("latest")?;
    reader.wait_until("the column says so", |reader| Ok(reader.sorted("latest")? != "none"))?;
    let (first, rows) = (reader.sorted("latest")?, reader.rows()?);
    assert_ne!(rows, unsorted);
    reader.sort_by("latest")?;
    reader.wait_until("the other way", |reader| {
        Ok(!["none", &first].contains(&reader.sorted("latest")?.as_str()))
    })?;
    assert_ne!(reader.rows()?, rows);
    check_selection(&reader, &measures(|_| true)?)
}

fn the_keyboard_alone_opens_a_measure(engine: Engine) -> Result<()> {
    /// More than all the filters, buttons and headings before the first row.
    const STEPS: usize = 400;
    let reader = Reader::open(engine, "#/table")?;
    for _ in 0..STEPS {
        if reader.focused_measure()?.is_some() {
            break;
        }
        reader.press(Key::Tab)?;
    }
    let id = reader.focused_measure()?.context("the Tab key never reaches a row")?;
    reader.press(Key::Enter)?;
    check_measure_address(&reader, &id)
}

fn the_theme_button_turns_the_colours(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let light = reader.background()?;
    reader.wait_until("the colours turn", |reader| {
        // More than once, because the button may pass through "as the system has it".
        reader.switch_theme()?;
        Ok(reader.background()? != light)
    })
}

/// The untouched page itself has noted nothing wrong.
#[track_caller]
fn check_nothing_noted(reader: &Reader) -> Result<()> {
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}
