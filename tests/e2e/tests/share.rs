//! Sharing, citing and exporting what is shown, on the built page.

use crate::checks::{PNR, check_heading, check_measure_address, measures};
use anyhow::{Context, Result};
use e2e::server::Server;
use e2e::temporary::TemporaryFolder;
use e2e::{
    Engine, Key, Reader, SavedFile, Setting, in_engines, in_every_engine, in_one_engine, in_turn, is_thorough, page,
};
use serde_json::Value;
use std::fs;

in_every_engine![a_copy_is_the_same_file_but_for_its_opening];

in_turn![
    a_copy_opens_where_it_was_saved_and_saves_copies_in_turn,
    a_clipboard_that_refuses_leaves_the_text_selected,
    the_dialog_holds_the_focus_and_gives_it_back,
    workbooks_arrive_whole
];

in_one_engine![
    what_is_exported_is_what_is_shown,
    a_measure_a_line_and_a_selection_are_cited,
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [Firefox],
    over_http_the_link_is_offered_first,
    an_export_shows_how_far_it_is_and_can_be_stopped,
    an_export_whose_dialog_is_closed_at_once_harms_nothing,
    from_disk_no_path_is_given_away,
    a_later_fact_is_cited_and_an_error_in_it_reported,
    what_is_known_since_is_exported_and_its_charts_are_saved,
];

/// The built page with what makes a copy another one: title, address, and the line that leads there without the app.
fn copy_of_built(title: &str, fragment: &str, recorded: &str) -> Result<String> {
    let built = page::read(&page::built())?;
    let pieces = [
        ("<title>ISS Follow-up</title>", format!("<title>{title}</title>")),
        (
            "<meta name=\"opens-at\" content=\"\">",
            format!("<meta name=\"opens-at\" content=\"{fragment}\">"),
        ),
        (
            "computer.</p>\n</noscript>",
            format!(
                "computer.</p>\n<p class=\"opens-at\">This copy was saved at: <a href=\"#{recorded}\">{title}</a></p>\n</noscript>"
            ),
        ),
    ];
    let mut copy = built;
    for (before, after) in pieces {
        assert_eq!(copy.matches(before).count(), 1, "{before}");
        copy = copy.replace(before, &after);
    }
    Ok(copy)
}

/// Where an engine keeps no errors, the tests open a page whose policy allows a script of theirs; copies keep that policy.
fn without_nonce(html: &str) -> String {
    html.replace("'nonce-e2e' ", "")
}

fn a_copy_is_the_same_file_but_for_its_opening(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31?presidency=HR")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    let copy = reader.save_copy()?;
    assert_eq!(copy.name, "iss-followup-measure-31.html");
    let title = format!("Measure 31: {PNR} – ISS Follow-up");
    let expected = copy_of_built(&title, "/measure/31?presidency=HR", "/measure/31")?;
    assert!(without_nonce(&copy.text) == expected, "the copy is another file");
    Ok(())
}

fn a_copy_opens_where_it_was_saved_and_saves_copies_in_turn(engine: Engine) -> Result<()> {
    let folder = TemporaryFolder::new()?;
    let mut file = page::built();
    // The page, its copy, and the copy of that: what a program makes of a copy is the same in each engine.
    let generations = [
        ("#/measure/31", "", "31"),
        ("", "#/measure/31", "31"),
        ("#/measure/60", "", "60"),
    ];
    let count = if is_thorough() || engine == Engine::Chromium {
        3
    } else {
        2
    };
    for (generation, (fragment, opens_at, id)) in (1..=count).zip(generations) {
        let reader = Reader::open_file(engine, Setting::Light, &file, fragment)?;
        check_measure_address(&reader, id)?;
        if !opens_at.is_empty() {
            check_heading(&reader, PNR)?;
        }
        reader.take_what_is_given(true)?;
        reader.share()?;
        let copy = reader.save_copy()?;
        let title = copy
            .text
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next());
        let address = format!("/measure/{id}");
        let expected = copy_of_built(title.context("no title")?, &address, &address)?;
        assert!(
            without_nonce(&copy.text) == expected,
            "copy {generation} is another file"
        );
        file = folder.path().join(format!("{generation}.html"));
        fs::write(&file, &copy.text)?;
    }
    let reader = Reader::open_file(engine, Setting::Light, &file, "")?;
    check_measure_address(&reader, generations[count - 1].2)
}

fn a_later_fact_is_cited_and_an_error_in_it_reported(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/60?fact=60-s1")?;
    reader.take_what_is_given(true)?;
    reader.cite_line("60-s1")?;
    assert!(reader.citation_shown()?.contains("ISS-60-s1 in ISS Follow-up"));
    let mail = reader.report_address()?;
    assert!(mail.starts_with("mailto:?subject=ISS%20Follow"), "{mail}");
    let copied = reader.copy("report")?;
    assert!(
        copied.contains("ISS-60-s1") && copied.contains("What is wrong:"),
        "{copied}"
    );
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn what_is_known_since_is_exported_and_its_charts_are_saved(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/since?later=system&as-of=2026-11-29")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    let csv = reader.export("csv")?;
    assert_eq!(csv.name, "iss-followup-since-as-of-2026-11-29.csv");
    assert!(csv.text.contains("ISS-60-s1,"), "{}", csv.text);
    reader.close_sharing()?;
    reader.go_to("#/slips?as-of=2026-11-29")?;
    for (form, name) in [("svg", "iss-followup-slips.svg"), ("png", "iss-followup-slips.png")] {
        let drawing = reader.saved_drawing(form)?;
        assert_eq!(drawing.name, name);
        let says = format!("Saved as {name}.");
        reader.wait_until(&says, |reader| Ok(reader.said_of_saving()? == says))?;
        assert!(
            form == "png" || drawing.text.contains("Entry/Exit") || drawing.text.contains("EES"),
            "{name}"
        );
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn from_disk_no_path_is_given_away(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    assert_eq!(reader.ways()?, ["copy", "code"]);
    assert_eq!(reader.copy("code")?, "ISS-31");
    let folder = page::built();
    let folder = folder
        .parent()
        .and_then(|folder| folder.to_str())
        .context("no folder")?;
    for text in [
        reader.sharing_text()?,
        reader.copy("citation")?,
        reader.save_copy()?.text,
    ] {
        assert!(!text.contains("file:") && !text.contains(folder), "a local path");
    }
    Ok(())
}

fn over_http_the_link_is_offered_first(engine: Engine) -> Result<()> {
    let server = Server::start(page::read(&page::built())?)?;
    let reader = Reader::open_over_http(engine, &server.address(), "#/measure/31?presidency=HR")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    assert_eq!(reader.ways()?, ["link", "copy", "code", "frame"]);
    let frame = reader.copy("frame")?;
    assert!(frame.contains("#/measure/31?embed=1&amp;presidency=HR\""), "{frame}");
    assert_eq!(
        reader.copy("link")?,
        format!("{}#/measure/31?presidency=HR", server.address())
    );
    Ok(())
}

fn a_clipboard_that_refuses_leaves_the_text_selected(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.take_what_is_given(false)?;
    reader.share()?;
    let (text, selected) = reader.copy_by_hand("code")?;
    assert_eq!((text.as_str(), selected.as_str()), ("ISS-31", "ISS-31"));
    assert!(reader.sharing_text()?.contains("does not allow the page to copy"));
    assert!(!reader.sharing_text()?.contains("Copied"));
    Ok(())
}

fn a_measure_a_line_and_a_selection_are_cited(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    for (form, signs) in [
        ("footnote", ["5618/20", "3 February 2020", "II.31, p. 62", "ISS-31"]),
        ("bibtex", ["@", "5618/20", "62", "ISS-31"]),
        ("ris", ["TY  - ", "5618/20", "62", "ISS-31"]),
    ] {
        let citation = reader.citation(form)?;
        for sign in signs {
            assert!(citation.contains(sign), "{form} without {sign}: {citation}");
        }
    }
    let saved = reader.save_citation()?;
    assert_eq!(saved.name, "iss-followup-iss-31.ris");
    reader.close_sharing()?;
    reader.cite_line("31-e1")?;
    assert!(reader.citation("footnote")?.contains("ISS-31-e1"));
    assert_eq!(reader.copy("code")?, "ISS-31-e1");
    reader.close_sharing()?;
    reader.go_to("#/table?presidency=HR")?;
    let named = measures(|measure| measure["status"] == "completed")?;
    reader.go_to("#/table?status=completed")?;
    reader.wait_until("the rows are there", |reader| Ok(reader.rows()?.len() == named.len()))?;
    reader.share()?;
    assert_eq!(reader.citation("footnote")?.lines().count(), named.len());
    Ok(())
}

fn what_is_exported_is_what_is_shown(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.take_what_is_given(true)?;
    let rows = reader.rows()?;
    reader.share()?;
    let csv = reader.export("csv")?;
    assert_eq!(csv.name, "iss-followup-table.csv");
    assert!(
        csv.text.starts_with('\u{feff}'),
        "spreadsheets read it as UTF-8 only with a mark"
    );
    for id in &rows {
        assert!(csv.text.contains(&format!("ISS-{id},")), "no row of {id}");
    }
    let json: Value = serde_json::from_str(&reader.export("json")?.text)?;
    let ids = json["measures"].as_array().into_iter().flatten();
    let mut ids: Vec<&str> = ids.filter_map(|measure| measure["id"].as_str()).collect();
    let mut rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    ids.sort_unstable();
    rows.sort_unstable();
    assert_eq!(ids, rows);
    let markdown = reader.export("markdown")?;
    assert!(markdown.text.starts_with("# "));
    let calendar = reader.export("calendar")?;
    assert!(calendar.text.starts_with("BEGIN:VCALENDAR\r\n"));
    reader.close_sharing()?;
    // Every other view gives what it shows, too.
    for (fragment, name) in [
        ("#/timeline?presidency=HR", "timeline"),
        ("#/presidency/HR", "presidency-hr"),
        ("#/commitments?system=ees", "commitments"),
        ("#/actors", "actors"),
        ("#/documents?kind=regulation", "documents"),
        ("#/measure/31", "measure-31"),
        ("#/report/information-exchange", "report-information-exchange"),
    ] {
        let before = reader.window_title()?;
        reader.go_to(fragment)?;
        reader.wait_until("the page is there", |reader| Ok(reader.window_title()? != before))?;
        reader.share()?;
        // Documents have no due dates, and a calendar without an entry is none.
        let formats = match name {
            "documents" => &["csv", "json", "markdown"][..],
            _ => &["csv", "json", "markdown", "calendar"],
        };
        for format in formats {
            let saved = reader.export(format)?;
            assert!(
                saved.name.starts_with(&format!("iss-followup-{name}.")),
                "{}",
                saved.name
            );
            assert!(!saved.text.is_empty());
        }
        if name == "documents" {
            assert_eq!(
                reader.refused_export("calendar")?,
                "None of what is shown has a due date, so there is no calendar to save."
            );
        }
        reader.close_sharing()?;
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn an_export_shows_how_far_it_is_and_can_be_stopped(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?source=all")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    let (done, all) = reader.stop_export("csv")?;
    assert!(0.0 < done && done < all, "{done} of {all}");
    assert_eq!(reader.exported()?, "Stopped. Nothing was saved.");
    assert_eq!(reader.files_given()?, 0);
    let lines = reader.export("csv")?.text.lines().count();
    assert!(100 < lines, "afterwards it can be written whole");
    Ok(())
}

/// A workbook or a zip of CSV files of so many parts, to its last byte.
#[track_caller]
fn is_zip(file: &SavedFile, name: &str, parts: u8) {
    const END: usize = 22;
    assert_eq!(file.name, name);
    let end = &file.bytes[file.bytes.len() - END..];
    assert!(
        file.bytes.starts_with(b"PK\x03\x04") && end.starts_with(b"PK\x05\x06"),
        "{name} is no zip"
    );
    assert_eq!(end[10], parts, "parts of {name}");
}

/// What is shown, everything and a template as workbooks; the latter on a page that lists nothing, too.
fn workbooks_arrive_whole(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    let shown = reader.export("xlsx")?;
    is_zip(&shown, "iss-followup-table.xlsx", 28);
    let everything = reader.export("everything-xlsx")?;
    is_zip(&everything, "iss-followup-everything.xlsx", 28);
    assert!(shown.bytes.len() < everything.bytes.len());
    reader.close_sharing()?;
    reader.go_to("#/about")?;
    reader.share()?;
    is_zip(
        &reader.export("nothing-csv-files")?,
        "iss-followup-template.csv.zip",
        24,
    );
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn the_dialog_holds_the_focus_and_gives_it_back(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.share()?;
    reader.press(Key::Escape)?;
    reader.wait_until("the dialog is closed", |reader| Ok(!reader.is_sharing()?))?;
    assert!(reader.is_at_share_button()?);
    // Another page is another subject.
    reader.go_to("#/measure/60")?;
    reader.share()?;
    reader.back()?;
    reader.wait_until("the dialog is closed", |reader| Ok(!reader.is_sharing()?))?;
    check_heading(&reader, PNR)?;
    // The browser comes back to where the reader was, or the page begins at its heading.
    reader.wait_until("the focus is back", |reader| {
        Ok(reader.is_at_heading()? || reader.is_at_share_button()?)
    })
}

fn an_export_whose_dialog_is_closed_at_once_harms_nothing(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?source=all")?;
    reader.take_what_is_given(true)?;
    reader.share()?;
    reader.export_and_close("csv")?;
    reader.wait_until("the dialog is closed", |reader| Ok(!reader.is_sharing()?))?;
    reader.share()?;
    assert!(reader.export("csv")?.text.lines().count() > 100);
    assert_eq!(reader.state()?, "ready");
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}
