//! What a reader can rely on, in every engine, with the built page opened from disk.

use anyhow::{Context, Result};
use e2e::server::Server;
use e2e::{Engine, Key, Reader, Setting, in_every_engine, page};
use serde_json::Value;
use std::collections::BTreeSet;

in_every_engine![
    the_table_opens_with_every_measure,
    a_filter_leaves_what_it_counts,
    a_filter_is_in_the_address,
    removing_the_chip_removes_the_filter,
    a_link_opens_its_measure,
    a_row_opens_its_measure,
    back_and_forward_follow_the_reader,
    a_broken_link_is_named_and_the_page_works,
    words_find_measures_without_their_accents,
    a_short_code_offers_its_record,
    a_column_sorts_both_ways,
    the_keyboard_alone_opens_a_measure,
    the_theme_button_turns_the_colours,
    nothing_is_reported_to_the_console,
    nothing_is_requested_from_disk,
    the_page_alone_is_requested_over_http,
    axe_finds_nothing_in_light,
    axe_finds_nothing_in_dark,
    a_phone_needs_no_sideways_scrolling,
    without_webassembly_the_page_says_so,
    without_javascript_the_page_says_so,
    without_storage_the_page_works,
];

/// The measures of 5618/20.
const MEASURES: usize = 74;

const WIDE: (u32, u32) = (1440, 900);
const NARROW: (u32, u32) = (390, 844);

fn the_table_opens_with_every_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "")?;
    check_selection(&reader, &measures(|_| true)?)?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    assert_eq!(reader.notices()?, [""; 0]);
    Ok(())
}

fn a_filter_leaves_what_it_counts(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let expected = reader.facet_count("presidency", "HR")?;
    reader.toggle("presidency", "HR")?;
    reader.wait_until("the rows are as many as counted", |reader| Ok(reader.rows()?.len() == expected))?;
    let shown = BTreeSet::from_iter(reader.rows()?);
    let named = measures(|measure| {
        let mut presidencies = measure["presidencies"].as_array().into_iter().flatten();
        presidencies.any(|presidency| presidency["id"] == "HR")
    })?;
    assert!(shown.is_superset(&named), "named by the text but not shown: {:?}", named.difference(&shown));
    check_selection(&reader, &shown)
}

fn a_filter_is_in_the_address(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.toggle("presidency", "HR")?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    let shown = reader.rows()?;
    let other = Reader::open(engine, "#/table?presidency=HR")?;
    assert_eq!(other.rows()?, shown);
    Ok(())
}

fn removing_the_chip_removes_the_filter(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=FI")?;
    assert_ne!(reader.rows()?.len(), MEASURES);
    reader.remove_chip(0)?;
    check_fragment(&reader, "#/table")?;
    check_selection(&reader, &measures(|_| true)?)
}

fn a_link_opens_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    assert_eq!(reader.heading()?, "Monitoring of the PNR Directive");
    check_fragment(&reader, "#/measure/31")
}

fn a_row_opens_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.follow_measure("31")?;
    check_heading(&reader, "Monitoring of the PNR Directive")?;
    check_fragment(&reader, "#/measure/31")
}

fn back_and_forward_follow_the_reader(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    let shown = reader.rows()?;
    let first = shown.first().context("no row")?;
    reader.follow_measure(first)?;
    let fragment = format!("#/measure/{first}");
    check_fragment(&reader, &fragment)?;
    reader.back()?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.wait_until("the same rows are back", |reader| Ok(reader.rows()? == shown))?;
    reader.forward()?;
    check_fragment(&reader, &fragment)?;
    reader.wait_until("the measure is back", |reader| reader.heading().map(|heading| !heading.is_empty()))
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
        reader.go_to("#/table")?;
        reader.wait_until("the table is back without a notice", |reader| {
            Ok(reader.rows()?.len() == MEASURES && reader.notices()?.is_empty())
        })?;
    }
    Ok(())
}

fn words_find_measures_without_their_accents(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.type_in_search("prum")?;
    reader.wait_until("a hit is highlighted", |reader| {
        Ok(reader.highlights()?.iter().any(|hit| hit.to_lowercase().starts_with("prüm")))
    })?;
    let shown = reader.rows()?;
    assert!(!shown.is_empty() && shown.len() < MEASURES, "{shown:?}");
    check_fragment(&reader, "#/table?q=prum")
}

fn a_short_code_offers_its_record(engine: Engine) -> Result<()> {
    let pnr = "Monitoring of the PNR Directive";
    for (code, offered) in [("31", pnr), ("ISS-31", pnr), ("9727/19", "9727/19"), ("LEWP", "LEWP")] {
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
    check_heading(&reader, pnr)
}

fn a_column_sorts_both_ways(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let unsorted = reader.rows()?;
    reader.sort_by("latest")?;
    reader.wait_until("the column says so", |reader| Ok(reader.sorted("latest")? != "none"))?;
    let (first, rows) = (reader.sorted("latest")?, reader.rows()?);
    assert_ne!(rows, unsorted);
    reader.sort_by("latest")?;
    reader.wait_until("the other way", |reader| Ok(!["none", &first].contains(&reader.sorted("latest")?.as_str())))?;
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
    check_fragment(&reader, &format!("#/measure/{id}"))
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

fn nothing_is_reported_to_the_console(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    use_every_view(&reader)?;
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn nothing_is_requested_from_disk(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    use_every_view(&reader)?;
    assert_eq!(reader.requests()?, [""; 0]);
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

fn a_phone_needs_no_sideways_scrolling(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(NARROW.0, NARROW.1)?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    assert_eq!(reader.overflow_px()?, 0);
    reader.go_to("#/measure/31")?;
    check_heading(&reader, "Monitoring of the PNR Directive")?;
    assert_eq!(reader.overflow_px()?, 0);
    Ok(())
}

fn without_webassembly_the_page_says_so(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/table")?;
    assert_eq!(reader.state()?, "failed");
    let text = reader.visible_text()?;
    assert!(text.contains("WebAssembly"), "{text}");
    Ok(())
}

fn without_javascript_the_page_says_so(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoJavaScript, "#/table")?;
    reader.wait_until("the page asks for JavaScript", |reader| Ok(reader.visible_text()?.contains("JavaScript")))
}

fn without_storage_the_page_works(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoStorage, "#/table")?;
    use_every_view(&reader)?;
    reader.switch_theme()?;
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

/// Filters, opens a measure, and returns.
fn use_every_view(reader: &Reader) -> Result<()> {
    reader.toggle("presidency", "HR")?;
    check_fragment(reader, "#/table?presidency=HR")?;
    let first = reader.rows()?.into_iter().next().context("no row")?;
    reader.follow_measure(&first)?;
    check_fragment(reader, &format!("#/measure/{first}"))?;
    reader.go_to("#/table")?;
    check_selection(reader, &measures(|_| true)?)
}

fn check_accessibility(engine: Engine, setting: Setting) -> Result<()> {
    let reader = Reader::open_in(engine, setting, "#/table")?;
    let mut violations = Vec::new();
    for (width_px, height_px) in [WIDE, NARROW] {
        reader.resize(width_px, height_px)?;
        for fragment in ["#/table", "#/measure/31"] {
            reader.go_to(fragment)?;
            check_fragment(&reader, fragment)?;
            let found = reader.axe_violations()?;
            violations.extend(found.iter().map(|violation| format!("{fragment} at {width_px}px: {violation}")));
        }
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    Ok(())
}

/// The rows are these measures, and the sentence above them counts them.
fn check_selection(reader: &Reader, expected: &BTreeSet<String>) -> Result<()> {
    reader.wait_until("the rows are the selection", |reader| Ok(BTreeSet::from_iter(reader.rows()?) == *expected))?;
    let count = expected.len().to_string();
    reader.wait_until("the sentence counts the rows", |reader| {
        Ok(reader.status()?.split(|letter: char| !letter.is_ascii_digit()).next() == Some(&count))
    })
}

fn check_fragment(reader: &Reader, expected: &str) -> Result<()> {
    reader.wait_until(&format!("the address is {expected}"), |reader| Ok(reader.fragment()? == expected))
}

fn check_heading(reader: &Reader, expected: &str) -> Result<()> {
    reader.wait_until(&format!("the heading is {expected}"), |reader| Ok(reader.heading()? == expected))
}

/// The ids of the measures of 5618/20 that fit, counted without the app's own code.
fn measures(fits: impl Fn(&Value) -> bool) -> Result<BTreeSet<String>> {
    let dataset = page::dataset()?;
    let measures = dataset["measures"].as_array().context("the dataset has no measures")?;
    let listed = measures.iter().filter(|measure| measure["source"] == "5618-20" && fits(measure));
    Ok(listed.filter_map(|measure| measure["id"].as_str()).map(str::to_owned).collect())
}
