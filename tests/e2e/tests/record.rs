//! The page where the app does not come: the record is there, links lead into it, and a line says why.

use crate::checks::{PNR, check_heading};
use anyhow::Result;
use e2e::temporary::TemporaryFolder;
use e2e::{Engine, Reader, Setting, in_engines, in_every_engine, in_one_engine, in_turn, is_thorough, page};
use serde_json::Value;

in_every_engine![
    nothing_is_shown_only_to_be_taken_away,
    what_is_chosen_before_the_app_is_there_counts
];

in_turn![
    without_javascript_a_link_leads_to_its_measure,
    a_browser_that_cannot_read_the_scripts_has_the_record,
    a_start_that_takes_long_shows_the_record_until_then,
    the_app_takes_the_place_of_the_record_and_nothing_moves,
    without_webassembly_a_link_leads_to_its_measure,
    a_start_that_fails_leaves_the_record,
    a_link_that_is_followed_before_the_app_is_there_keeps_the_selection
];

in_one_engine![axe_finds_nothing_in_the_record, without_webassembly_the_record_is_whole,];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![ELSEWHERE, [WebKit], a_dataset_with_faults_leaves_the_record,];

fn without_javascript_a_link_leads_to_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoJavaScript, "#/measure/31")?;
    let told = reader.told_without_script()?;
    assert!(told.contains("JavaScript is switched off"), "{told}");
    assert!(reader.record_text("/measure/31")?.contains(PNR));
    reader.wait_until("the measure is in the window", |reader| {
        reader.is_in_window("/measure/31")
    })
}

fn without_webassembly_a_link_leads_to_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/measure/31?presidency=HR")?;
    check_record(&reader, "WebAssembly is missing or switched off")?;
    assert!(reader.is_in_window("/measure/31")?);
    // A link within the record leads on without any script of ours.
    reader.go_to("#/measure/60?fact=60-c2")?;
    reader.wait_until("the line is in the window", |reader| {
        reader.is_in_window("/measure/60?fact=60-c2")
    })
}

fn without_webassembly_the_record_is_whole(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/table")?;
    let dataset = page::dataset()?;
    let measures = dataset["measures"].as_array().cloned().unwrap_or_default();
    let id = |measure: &Value| format!("/measure/{}", measure["id"].as_str().unwrap_or_default());
    let mut expected: Vec<String> = measures.iter().map(id).collect();
    let mut recorded = reader.recorded_measures()?;
    expected.sort();
    recorded.sort();
    assert_eq!(recorded, expected);
    for measure in &measures {
        let says = reader.recorded(&id(measure))?;
        for field in ["title", "summary"] {
            let words = measure[field].as_str().unwrap_or_default();
            assert!(says.contains(words), "{} does not say {words:?}", id(measure));
        }
    }
    assert_eq!(reader.overflow_px()?, 0);
    Ok(())
}

fn axe_finds_nothing_in_the_record(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/table")?;
    if !is_thorough() {
        // One measure is written like the other.
        reader.shorten_record()?;
    }
    assert_eq!(reader.axe_violations()?, [""; 0]);
    Ok(())
}

fn a_start_that_fails_leaves_the_record(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::FailingStart, "#/measure/31")?;
    check_record(&reader, "this machine compiles nothing")?;
    assert!(reader.is_in_window("/measure/31")?);
    Ok(())
}

fn a_browser_that_cannot_read_the_scripts_has_the_record(engine: Engine) -> Result<()> {
    let folder = TemporaryFolder::new()?;
    let with_new_words = |html: String| html.replacen("\"use strict\";\n\n// Starts the program", "a word of 2040;", 1);
    let file = page::copy_with_changes(&page::built(), with_new_words, folder.path())?;
    let reader = Reader::open_file(engine, Setting::Light, &file, "#/measure/31")?;
    check_record(&reader, "This browser is too old")?;
    assert!(reader.is_in_window("/measure/31")?);
    Ok(())
}

fn a_dataset_with_faults_leaves_the_record(engine: Engine) -> Result<()> {
    let folder = TemporaryFolder::new()?;
    let damaged = |html: String| html.replacen("id=\"dataset\">", "id=\"dataset\">{]", 1);
    let file = page::copy_with_changes(&page::built(), damaged, folder.path())?;
    let reader = Reader::open_file(engine, Setting::Light, &file, "#/measure/31")?;
    assert_eq!(reader.state()?, "faults");
    assert!(
        reader
            .visible_text_of_app()?
            .contains("The data in this file cannot be used")
    );
    assert!(reader.recorded("/measure/31")?.contains(PNR));
    Ok(())
}

fn a_start_that_takes_long_shows_the_record_until_then(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::WaitingStart, "#/measure/31")?;
    reader.wait_until("the measure is in the window", |reader| {
        reader.is_in_window("/measure/31")
    })?;
    assert_eq!(reader.state()?, "starting");
    reader.wait_until("the page says that it takes long", |reader| {
        Ok(reader.why_not().is_ok())
    })?;
    let says = reader.why_not()?;
    assert!(says.contains("still starting"), "{says}");
    reader.let_start()?;
    assert_eq!(reader.recorded_measures()?, [""; 0]);
    check_heading(&reader, PNR)
}

fn nothing_is_shown_only_to_be_taken_away(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::Watched, "#/measure/31")?;
    check_heading(&reader, PNR)?;
    assert!(!reader.saw_record()?);
    // The watch would have seen it.
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/measure/31")?;
    assert!(!reader.recorded_measures()?.is_empty());
    Ok(())
}

fn the_app_takes_the_place_of_the_record_and_nothing_moves(engine: Engine) -> Result<()> {
    for (width_px, height_px) in [(1440, 900), (390, 844)] {
        let mut places = Vec::new();
        for setting in [Setting::NoWebAssembly, Setting::Light] {
            let reader = Reader::open_in(engine, setting, "#/about")?;
            reader.resize(width_px, height_px)?;
            places.push(reader.bar_places()?);
            let is_app = setting == Setting::Light;
            assert_eq!(reader.recorded_measures()?.is_empty(), is_app);
        }
        assert_eq!(places[0], places[1], "at {width_px}px");
    }
    Ok(())
}

fn what_is_chosen_before_the_app_is_there_counts(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::WaitingStart, "#/table")?;
    reader.toggle("presidency", "HR")?;
    reader.type_without_rest("europol")?;
    assert_eq!(reader.state()?, "starting");
    reader.let_start()?;
    reader.wait_until("both are in the address", |reader| {
        Ok(reader.fragment()? == "#/table?presidency=HR&q=europol")
    })?;
    reader.wait_until("both are answered, by the rows too", |reader| {
        let (status, rows) = (reader.status()?, reader.rows()?.len());
        Ok(0 < rows && status == format!("{rows} of 74 measures"))
    })
}

fn a_link_that_is_followed_before_the_app_is_there_keeps_the_selection(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::WaitingStart, "#/table?presidency=HR")?;
    reader.click_on("[data-tab=timeline]")?;
    assert_eq!(
        (reader.state()?.as_str(), reader.fragment()?.as_str()),
        ("starting", "#/table?presidency=HR")
    );
    reader.let_start()?;
    reader.wait_until("the tab shows the selection", |reader| {
        Ok(reader.fragment()? == "#/timeline?presidency=HR")
    })?;
    assert!(reader.status()?.ends_with("of 74 measures"), "{}", reader.status()?);
    reader.back()?;
    reader.wait_until("Back leads to where the page was opened", |reader| {
        Ok(reader.fragment()? == "#/table?presidency=HR")
    })?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

/// The record is there, and the page says why there is no more.
#[track_caller]
fn check_record(reader: &Reader, why: &str) -> Result<()> {
    assert_eq!(reader.state()?, "failed");
    let says = reader.why_not()?;
    assert!(says.contains(why) && says.contains("whole record"), "{says}");
    assert!(reader.recorded("/measure/31")?.contains(PNR));
    Ok(())
}
