//! What a reader does with data of their own: opens them, is told what is wrong, mends it, shows them and saves a page of them.

use crate::checks::{MEASURES, check_fragment, open_page};
use anyhow::{Context, Result, ensure};
use e2e::temporary::TemporaryFolder;
use e2e::{Engine, Reader, Setting, in_turn, page};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

in_turn![
    data_are_opened_shown_and_saved_as_a_page,
    what_is_wrong_is_told_and_nothing_is_lost,
    a_workbook_goes_out_is_edited_and_comes_back_as_a_page,
];
in_turn!(
    COMPARED,
    [Firefox, WebKit],
    two_editions_are_compared_filtered_and_exported,
    a_page_is_saved_to_the_same_file_again_and_guarded_until_then,
);

const PAGE: &str = "#/your-data";
const TITLE: &str = "A measure of our own <b>& more</b>";

/// The shipped dataset with another title.
fn ours() -> Result<Value> {
    let mut dataset = page::dataset()?.clone();
    dataset["measures"][0]["title"] = json!(TITLE);
    Ok(dataset)
}

fn data_are_opened_shown_and_saved_as_a_page(engine: Engine) -> Result<()> {
    let ours = ours()?.to_string();
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.take_what_is_given(true)?;
    reader.drop_file("ours.json", ours.as_bytes())?;
    reader.wait_until("the file is read", |reader| Ok(reader.said_of_file()? == "No faults"))?;
    assert_eq!(
        reader.told_of_other_data()?,
        "",
        "nothing changes before the reader says so"
    );
    reader.click_on("[data-show-file]")?;
    reader.wait_until("the data are shown", |reader| {
        Ok(reader.told_of_other_data()?.contains("ours.json"))
    })?;
    // The address says of which edition it is, because the page was not published with it.
    check_fragment(&reader, "#/table?e=5618%2F20")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    let id = page::dataset()?["measures"][0]["id"]
        .as_str()
        .context("an id")?
        .to_owned();
    assert!(reader.row_text(&id)?.contains(TITLE), "{}", reader.row_text(&id)?);
    // So does a link that is copied.
    let copied = reader.link_when_copied(&format!("#/measure/{id}"))?;
    assert_eq!(copied, format!("#/measure/{id}?e=5618%2F20"));
    // Everything works once, and only once, with the data that are there now.
    reader.toggle("presidency", "HR")?;
    check_fragment(&reader, "#/table?e=5618%2F20&presidency=HR")?;
    reader.back()?;
    check_fragment(&reader, "#/table?e=5618%2F20")?;
    reader.type_in_search("our own")?;
    reader.wait_until("it is found", |reader| Ok(reader.rows()? == [id.clone()]))?;
    open_page(&reader, "#/your-data?e=5618%2F20")?;
    let saved = reader.saved_by("[data-save-page]")?;
    assert_eq!(reader.files_given()?, 1);
    assert_eq!(reader.noted_errors()?, [""; 0]);
    let folder = TemporaryFolder::new()?;
    let file = folder.path().join("saved.html");
    fs::write(&file, &saved.text)?;
    let reader = Reader::open_file(engine, Setting::Light, &file, "#/table")?;
    assert_eq!(reader.told_of_other_data()?, "");
    reader.wait_until("the saved page shows them", |reader| {
        Ok(reader.row_text(&id)?.contains(TITLE))
    })?;
    // The page that was saved can be opened in the one that was published.
    let reader = Reader::open(engine, PAGE)?;
    reader.choose_file("saved.html", saved.text.as_bytes())?;
    reader.wait_until("the file is read", |reader| Ok(reader.said_of_file()? == "No faults"))
}

fn what_is_wrong_is_told_and_nothing_is_lost(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, PAGE)?;
    reader.take_what_is_given(true)?;
    let says = |what: &str| reader.wait_until(what, |reader| Ok(reader.said_of_file()?.contains(what)));
    reader.choose_file("broken.xlsx", b"PK\x03\x04 and no more")?;
    says("broken.xlsx cannot be opened")?;
    reader.choose_file("page.html", b"<!doctype html><title>Another</title>")?;
    says("It is a web page without a dataset.")?;
    reader.choose_file(
        "facts.csv",
        b"Id,Measure,Date,Text\nnew-e1,1,03/04/2019,Done\nnew-e2,1,2019-13-40,Done\n",
    )?;
    reader.wait_until("the faults are listed", |reader| {
        let cells = reader.faulty_cells()?;
        Ok(["B2", "C2"].iter().all(|cell| cells.iter().any(|found| found == cell)))
    })?;
    // The button presses the field, whose press the page hears while it hears the button's.
    reader.press_to_choose()?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    let list = reader.saved_by("[data-save-faults]")?;
    assert!(list.text.contains("facts,C2,'03/04/2019,"), "{}", list.text);
    let template = reader.saved_by("[data-template=nothing-xlsx]")?;
    assert_eq!(template.name, "iss-followup-template.xlsx");
    open_page(&reader, "#/table")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

/// A workbook in which openpyxl has changed cells, as a person would in a spreadsheet.
fn edited(workbook: &[u8], cells: &[[&str; 3]]) -> Result<Vec<u8>> {
    const SCRIPT: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet, cell, value in json.loads(sys.argv[2]):
    book[sheet][cell] = value
book.save(sys.argv[1])";
    let folder = TemporaryFolder::new()?;
    let file = folder.path().join("ours.xlsx");
    fs::write(&file, workbook)?;
    let mut python = Command::new("python3");
    let status = python
        .args(["-c", SCRIPT])
        .arg(&file)
        .arg(json!(cells).to_string())
        .status()?;
    ensure!(
        status.success(),
        "nothing is edited without openpyxl, which `cargo xtask test` installs"
    );
    Ok(fs::read(&file)?)
}

fn a_workbook_goes_out_is_edited_and_comes_back_as_a_page(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, PAGE)?;
    reader.take_what_is_given(true)?;
    let says = |what: &str| reader.wait_until(what, |reader| Ok(reader.said_of_file()?.contains(what)));
    let workbook = reader.saved_by("[data-template=everything-xlsx]")?.bytes;
    let broken = edited(&workbook, &[["Measures", "E2", TITLE], ["Facts", "D2", "03/04/2019"]])?;
    reader.choose_file("ours.xlsx", &broken)?;
    says("One fault")?;
    assert_eq!(reader.faulty_cells()?, ["D2"]);
    let mended = edited(&broken, &[["Facts", "D2", "2019-04-03"]])?;
    reader.choose_file("ours.xlsx", &mended)?;
    says("No faults")?;
    reader.click_on("[data-compare-file]")?;
    reader.wait_until("it is compared", |reader| Ok(!reader.differences()?.is_empty()))?;
    let dataset = page::dataset()?;
    let first = |of: &Value| of["id"].as_str().map(str::to_owned).context("an id");
    let id = first(&dataset["measures"][0])?;
    let event = first(&dataset["measures"][0]["state_of_play"][0])?;
    assert_eq!(
        reader.differences()?,
        [format!("measures {id}"), format!("facts {event}")]
    );
    open_page(&reader, PAGE)?;
    reader.click_on("[data-show-file]")?;
    reader.wait_until("the data are shown", |reader| {
        Ok(reader.told_of_other_data()?.contains("ours.xlsx"))
    })?;
    open_page(&reader, "#/your-data?e=5618%2F20")?;
    let saved = reader.saved_by("[data-save-page]")?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    let folder = TemporaryFolder::new()?;
    let file = folder.path().join("saved.html");
    fs::write(&file, &saved.text)?;
    let reader = Reader::open_file(engine, Setting::Light, &file, "#/table")?;
    reader.wait_until("the saved page shows them", |reader| {
        Ok(reader.row_text(&id)?.contains(TITLE))
    })
}

fn two_editions_are_compared_filtered_and_exported(engine: Engine) -> Result<()> {
    let mut ours = ours()?;
    let gone = ours["glossary"].as_array_mut().context("a list")?.remove(0);
    let gone = format!("glossary {}", gone["term"].as_str().context("a term")?);
    let changed = format!("measures {}", ours["measures"][0]["id"].as_str().context("an id")?);
    let reader = Reader::open(engine, PAGE)?;
    reader.take_what_is_given(true)?;
    reader.click_on("[data-to-compare]")?;
    check_fragment(&reader, "#/compare")?;
    reader.choose_file("ours.json", b"{}")?;
    check_fragment(&reader, PAGE)?;
    reader.wait_until("its faults are told there", |reader| {
        Ok(reader.said_of_file()?.contains("fault"))
    })?;
    open_page(&reader, "#/compare")?;
    reader.choose_file("newer.json", b"{\"schema_version\": 3}")?;
    reader.wait_until("a newer page's data are refused", |reader| {
        Ok(reader.said_of_file()?.contains("This page is too old for these data"))
    })?;
    check_fragment(&reader, "#/compare")?;
    reader.choose_file("ours.json", ours.to_string().as_bytes())?;
    reader.wait_until("it is compared", |reader| Ok(reader.differences()?.contains(&changed)))?;
    let all = reader.differences()?;
    assert!(all.contains(&gone), "{all:?}");
    reader.click_on("[data-compare='change removed']")?;
    check_fragment(&reader, "#/compare?change=removed")?;
    reader.wait_until("only what is gone is listed", |reader| {
        let listed = reader.differences()?;
        Ok(listed.contains(&gone) && !listed.contains(&changed))
    })?;
    reader.share()?;
    let csv = reader.export("csv")?;
    assert_eq!(csv.name, "iss-followup-differences.csv");
    assert!(
        csv.text.contains("removed") && !csv.text.contains("our own"),
        "{}",
        csv.text
    );
    reader.close_sharing()?;
    reader.back()?;
    check_fragment(&reader, "#/compare")?;
    reader.click_on("[data-compare=swap]")?;
    reader.wait_until("what was gone has come", |reader| {
        Ok(reader.said_of_difference(&gone)?.contains("added"))
    })?;
    let measure = changed.replace("measures ", "#/measure/");
    open_page(&reader, &measure)?;
    assert_eq!(reader.differences()?, [changed]);
    open_page(&reader, "#/compare")?;
    reader.click_on("[data-compare=end]")?;
    reader.wait_until("there is no comparison", |reader| Ok(reader.differences()?.is_empty()))?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

fn a_page_is_saved_to_the_same_file_again_and_guarded_until_then(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, PAGE)?;
    reader.take_what_is_given(true)?;
    reader.let_choose_where_to_save()?;
    assert!(!reader.is_held()?, "the page's own data are in its file");
    let open = |title: &str| -> Result<()> {
        let mut dataset = page::dataset()?.clone();
        dataset["measures"][0]["title"] = json!(title);
        reader.choose_file("ours.json", dataset.to_string().as_bytes())?;
        reader.wait_until("the file is read", |reader| Ok(reader.said_of_file()? == "No faults"))?;
        reader.click_on("[data-show-file]")
    };
    let shown = || {
        check_fragment(&reader, "#/table?e=5618%2F20")?;
        assert!(reader.told_of_other_data()?.contains("ours.json"));
        open_page(&reader, "#/your-data?e=5618%2F20")
    };
    open("First")?;
    shown()?;
    assert!(reader.is_held()?);
    // Who closes the dialog has changed nothing.
    reader.refuse_to_save("AbortError", "")?;
    reader.click_on("[data-save-page]")?;
    reader.wait_until("the reader is asked", |reader| Ok(reader.asked_to_save()?.len() == 1))?;
    assert!(reader.is_held()?);
    reader.refuse_to_save("", "")?;
    reader.click_on("[data-save-page]")?;
    reader.wait_until("it is saved", |reader| {
        Ok(reader.said_of_saved()? == "Saved to chosen-2.html.")
    })?;
    assert!(!reader.is_held()?);
    // The same data from the same file, mended: nobody is asked again.
    open("Second")?;
    shown()?;
    reader.press_with_ctrl('s')?;
    reader.wait_until("it is saved again", |reader| Ok(reader.written()?.len() == 2))?;
    assert_eq!(reader.asked_to_save()?.len(), 2);
    let written = reader.written()?;
    assert_ne!(written[0], written[1]);
    assert_eq!(reader.files_given()?, 0, "nothing was downloaded");
    // What cannot be written is downloaded, and said so.
    reader.refuse_to_save("", "NotAllowedError")?;
    let saved = reader.saved_by("[data-save-page]")?;
    assert!(saved.name.starts_with("iss-followup-20"), "{}", saved.name);
    assert!(saved.text.contains(&written[1]), "the same data");
    reader.wait_until("it is said", |reader| {
        Ok(reader.said_of_saved()?.contains("could not write"))
    })?;
    // Other data over some that were not saved: only when the reader says so.
    open("Third")?;
    shown()?;
    open("Fourth")?;
    reader.wait_for_focus("#own-asked")?;
    assert!(reader.is_held()?);
    reader.click_on("[data-show-unsaved]")?;
    shown()?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}
