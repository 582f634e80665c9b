//! Workbooks and CSV files as they are written, opened by readers that are not ours: calamine, and where they are installed openpyxl,
//! Gnumeric and `LibreOffice`. Where one is not, its test says so and passes.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use iss_followup::query::Query;
use iss_followup::render::{Writing, write};
use iss_followup::sheet::{self, BookWriter, Form, Kind, Workbook};
use iss_followup::view::{ExportContent, Format};
use proptest::prelude::*;
use serde_json::Value;

use crate::cases::cases;
use crate::exported::{any_hostile, context, hostile};
use crate::reading::{is_whole, read};
use crate::shipped;
use crate::spreadsheets::{Folder, program, run};

/// The heads and rows of each sheet.
fn expected(workbook: &Workbook) -> Vec<(String, Vec<Vec<String>>)> {
    let rows = |sheet: &sheet::Sheet| {
        let heads = sheet.kind.heads().iter().map(|head| (*head).to_owned()).collect();
        std::iter::once(heads)
            .chain(sheet.rows.iter().map(|row| row.cells.clone()))
            .collect()
    };
    workbook
        .sheets
        .iter()
        .map(|sheet| (sheet.name.clone(), rows(sheet)))
        .collect()
}

/// What a reader found is what was written, after the sheet that explains the others; what is empty at the end of a row or sheet is
/// not told.
#[track_caller]
fn check(found: &[(String, Vec<Vec<String>>)], written: &Workbook, by: &str) {
    let bare = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        let row = |row: &Vec<String>| {
            let length = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row[..length].to_vec()
        };
        let mut rows: Vec<Vec<String>> = rows.iter().map(row).collect();
        rows.truncate(rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1));
        rows
    };
    assert_eq!(found[0].0, "How to", "{by}");
    let expected = expected(written);
    assert_eq!(found.len(), 1 + expected.len(), "{by}");
    for ((name, rows), (own, written)) in found[1..].iter().zip(&expected) {
        assert_eq!(name, own, "{by}");
        let (rows, written) = (bare(rows), bare(written));
        assert_eq!(rows.len(), written.len(), "{by}: rows of {name}");
        for (row, written) in rows.iter().zip(&written) {
            assert_eq!(row, written, "{by}: {name}");
        }
    }
}

fn calamine(file: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).expect("a workbook");
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let names = book.sheet_names();
    let rows = |name: String| {
        let range = book.worksheet_range(&name).expect("a sheet");
        let rows = range.rows().map(|row| row.iter().map(cell).collect());
        (name, rows.collect())
    };
    names.into_iter().map(rows).collect()
}

fn workbook() -> Workbook {
    sheet::tables(shipped::json())
}

fn written(form: Form, workbook: Workbook) -> Vec<u8> {
    sheet::write(form, workbook).expect("short texts")
}

#[test]
fn another_reader_finds_every_cell() {
    check(&calamine(&written(Form::Workbook, workbook())), &workbook(), "calamine");
    let template = written(Form::Workbook, sheet::template());
    check(&calamine(&template), &sheet::template(), "calamine");
}

#[test]
fn the_first_sheet_explains_every_column() {
    let sheets = calamine(&written(Form::Workbook, sheet::template()));
    let rows = &sheets[0].1;
    for (name, heads) in &sheets[1..] {
        for head in &heads[0] {
            let explained = rows.iter().find(|row| row[0] == *name && row[1] == *head);
            let explained = explained.unwrap_or_else(|| panic!("{name}, {head}"));
            assert!(5 < explained[2].len(), "{explained:?}");
        }
    }
}

#[test]
fn the_same_data_give_the_same_bytes_in_any_steps() {
    for form in [Form::Workbook, Form::CsvFiles] {
        let whole = written(form, workbook());
        for rows in [1, 7, 1000] {
            let mut writer = BookWriter::new(form, workbook()).expect("few rows");
            let mut left = writer.rows_left();
            while 0 < left {
                writer.write(rows).expect("short texts");
                assert_eq!(writer.rows_left(), left.saturating_sub(rows));
                left = writer.rows_left();
            }
            assert!(writer.finish().expect("short texts") == whole, "{form:?} by {rows}");
        }
    }
}

#[test]
fn a_text_that_no_cell_holds_is_named() {
    let mut workbook = workbook();
    workbook.sheets[Kind::Measures as usize].rows[3].cells[5] = "🙂".repeat(16_384);
    let error = sheet::write(Form::Workbook, workbook.clone())
        .expect_err("too long a text")
        .to_string();
    assert!(error.contains("cell F5 in the sheet Measures"), "{error}");
    assert!(sheet::write(Form::CsvFiles, workbook).is_ok());
}

/// Everything that is shown, everything there is, and nothing: written by the page.
#[test]
fn the_page_writes_what_is_shown_everything_and_a_template() {
    let file = shipped::json().to_string();
    let whole = Writing::everything(Format::Workbook, &file)
        .and_then(Writing::finish)
        .expect("a workbook");
    assert!(whole == written(Form::Workbook, workbook()));
    let template = Writing::template(Format::CsvFiles).finish().expect("a zip");
    assert!(template == written(Form::CsvFiles, sheet::template()));
    let json = Writing::everything(Format::Json, &file)
        .and_then(Writing::finish)
        .expect("JSON");
    let mut expected = shipped::json().clone();
    expected["$schema"] = iss_followup::dataset::SCHEMA_ID.into();
    assert_eq!(serde_json::from_slice::<Value>(&json).expect("JSON"), expected);
    assert!(Writing::everything(Format::Workbook, "[]").is_err());

    let query = Query::default();
    let shown = ExportContent::Measure(31);
    let shown = |format: Format| write(format, context(&query), &shown).expect("a file");
    let json: Value = serde_json::from_slice(&shown(Format::Json)).expect("JSON");
    check(&calamine(&shown(Format::Workbook)), &sheet::tables(&json), "the page");
}

proptest! {
    #![proptest_config(cases(3))]

    #[test]
    fn every_text_arrives(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let texts: Vec<String> = texts.into_iter().filter(|text| text.len() < 30_000).collect();
        prop_assume!(!texts.is_empty());
        let json: Value = serde_json::from_str(&hostile(&texts)).expect("JSON");
        let workbook = sheet::tables(&json);
        check(&calamine(&written(Form::Workbook, workbook.clone())), &workbook, "calamine");
    }
}

/// The workbook in a folder of its own.
fn saved(folder: &Path, form: Form) -> PathBuf {
    let path = folder.join(if form == Form::Workbook {
        "all.xlsx"
    } else {
        "all.csv.zip"
    });
    fs::write(&path, written(form, workbook())).expect("a file");
    path
}

/// What a Python program prints as JSON about a file; none where Python or what it needs is not installed.
pub fn python(needs: &str, script: &str, file: &Path) -> Option<Value> {
    let python = program("python3")?;
    if !run(Command::new(&python).args(["-c", &format!("import {needs}")])) {
        println!("skipped: {needs} is not installed");
        return None;
    }
    let output = Command::new(python)
        .args(["-W", "error", "-c", script])
        .arg(file)
        .output()
        .expect("Python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

fn texts(value: &Value) -> Vec<Vec<String>> {
    let row = |row: &Value| {
        row.as_array()
            .into_iter()
            .flatten()
            .map(|cell| cell.as_str().unwrap_or_default().to_owned())
            .collect()
    };
    value.as_array().into_iter().flatten().map(row).collect()
}

#[test]
fn openpyxl_finds_cells_drop_downs_notes_and_frozen_heads() {
    const SCRIPT: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
    'name': sheet.title,
    'rows': [list(row) for row in sheet.iter_rows(values_only=True)],
    'formats': sorted({cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None}),
    'frozen': sheet.freeze_panes,
    'notes': [[str(one.sqref), one.type, one.formula1, one.prompt, one.promptTitle] for one in sheet.data_validations.dataValidation],
} for sheet in book]))";
    let folder = Folder::new("openpyxl");
    let Some(sheets) = python("openpyxl", SCRIPT, &saved(&folder.0, Form::Workbook)) else {
        return;
    };
    let sheets = sheets.as_array().expect("sheets");
    let found: Vec<(String, Vec<Vec<String>>)> = sheets
        .iter()
        .map(|sheet| {
            (
                sheet["name"].as_str().expect("a name").to_owned(),
                texts(&sheet["rows"]),
            )
        })
        .collect();
    check(&found, &workbook(), "openpyxl");
    for sheet in sheets {
        assert_eq!(sheet["formats"], serde_json::json!(["@"]));
        assert_eq!(sheet["frozen"], "B2");
    }
    let notes = sheets[1 + Kind::Outcomes as usize]["notes"].as_array().expect("notes");
    let of_column = |letter: &str| {
        notes
            .iter()
            .find(|note| note[0].as_str().is_some_and(|cells| cells.starts_with(letter)))
    };
    let state = of_column("B").expect("a note");
    assert_eq!(state[1], "list");
    assert_eq!(
        state[2],
        "\"open,overdue,met,met-late,changed,dropped,not-met,continuing,unknown\""
    );
    assert_eq!(state[4], "State");
    assert_eq!(
        of_column("A").expect("a note")[3],
        "The id of the one in Commitments that this belongs to."
    );
    for note in sheets
        .iter()
        .flat_map(|sheet| sheet["notes"].as_array().into_iter().flatten())
    {
        // Excel repairs a workbook that has more.
        let length = |place: usize| note[place].as_str().map_or(0, |text| text.encode_utf16().count());
        assert!(length(2) <= 255 && length(3) <= 255 && length(4) <= 32, "{note}");
    }
}

#[test]
fn csv_files_stand_in_a_zip_that_others_open() {
    const SCRIPT: &str = "
import csv, io, json, sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
print(json.dumps([{
    'name': part.filename,
    'date': part.date_time,
    'rows': list(csv.reader(io.TextIOWrapper(zip.open(part), 'utf-8-sig', newline=''))) if part.filename.endswith('.csv') else [],
} for part in zip.infolist()]))";
    let folder = Folder::new("csv-files");
    let Some(files) = python("zipfile", SCRIPT, &saved(&folder.0, Form::CsvFiles)) else {
        return;
    };
    let files = files.as_array().expect("files");
    assert_eq!(files[0]["name"], sheet::DATA_PACKAGE);
    assert_eq!(files[1]["name"], "how-to.csv");
    assert_eq!(files[2 + Kind::Measures as usize]["name"], "measures.csv");
    for (file, (_, rows)) in files[2..].iter().zip(expected(&workbook())) {
        assert_eq!(file["date"], serde_json::json!([1980, 1, 1, 0, 0, 0]));
        let bare = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
        let found: Vec<Vec<String>> = texts(&file["rows"])
            .iter()
            .map(|row| row.iter().map(bare).collect())
            .collect();
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(bare).collect()).collect();
        assert_eq!(found, rows, "{}", file["name"]);
    }
}

/// A standard reader finds nothing wrong with any of the zips, and what is wrong where a cell is spoilt: a date, a word of a closed list,
/// an id that leads nowhere or stands twice, a cell that must be filled.
#[test]
fn a_zip_of_csv_files_is_a_data_package() {
    const SCRIPT: &str = "
import csv, json, pathlib, sys, zipfile
from frictionless import Package

def faults(folder):
    found = set()
    for task in Package(str(folder / 'datapackage.json')).validate().tasks:
        found |= {(task.name, error.type) for error in task.errors}
    return sorted(found)

def spoil(folder, name, change):
    file = folder / (name + '.csv')
    kept = file.read_bytes()
    rows = list(csv.DictReader(file.read_text('utf-8-sig').splitlines(True)))
    change(rows)
    with file.open('w', encoding='utf-8', newline='') as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    found = faults(folder)
    file.write_bytes(kept)
    return found

said = []
for zip in sorted(pathlib.Path(sys.argv[1]).glob('*.zip')):
    folder = zip.with_suffix('')
    zipfile.ZipFile(zip).extractall(folder)
    said.append(faults(folder))
for name, column, cell in [
    ('sources', 'Date', '2020-13-01'),
    ('commitments', 'Due', 'soon'),
    ('outcomes', 'State', 'mett'),
    ('facts', 'Measure', 'nowhere'),
    ('measures', 'Title', ''),
]:
    said.append(spoil(folder, name, lambda rows: rows[0].update({column: cell})))
said.append(spoil(folder, 'measures', lambda rows: rows.append(rows[0])))
print(json.dumps(said))";
    let folder = Folder::new("data-package");
    let query = Query::default();
    let body = ExportContent::of_body(&shipped::dataset().bodies[0].id, shipped::dataset());
    let shown = |shown: &ExportContent<'_>| write(Format::CsvFiles, context(&query), shown).expect("a zip");
    let texts: Vec<String> = ["=1+1", "\"\r\n;", "2019-12", "\u{202e}</script>"]
        .map(str::to_owned)
        .into();
    let hostile: Value = serde_json::from_str(&hostile(&texts)).expect("JSON");
    let zips = [
        shown(&ExportContent::Measure(31)),
        shown(&body),
        written(Form::CsvFiles, sheet::template()),
        written(Form::CsvFiles, sheet::tables(&hostile)),
        written(Form::CsvFiles, workbook()),
    ];
    for (number, zip) in zips.iter().enumerate() {
        fs::write(folder.0.join(format!("{number}.zip")), zip).expect("a file");
    }
    let Some(said) = python("frictionless", SCRIPT, &folder.0) else {
        return;
    };
    let expected = serde_json::json!([
        [],
        [],
        [],
        [],
        [],
        [["sources", "type-error"]],
        [["commitments", "constraint-error"]],
        [["outcomes", "constraint-error"]],
        [["facts", "foreign-key"]],
        [["measures", "constraint-error"]],
        [["measures", "primary-key"], ["measures", "unique-error"]],
    ]);
    assert_eq!(said, expected);
}

/// What a program makes of the workbook: another workbook, from which calamine and the page read the same.
#[track_caller]
fn converted(command: &mut Command, file: &Path, by: &str) {
    assert!(run(command), "{by} does not read it");
    let file = fs::read(file).expect("a workbook");
    check(&calamine(&file), &workbook(), by);
    is_whole(&read("saved.xlsx", file), shipped::json());
}

#[test]
fn gnumeric_opens_the_workbook() {
    let Some(program) = program("ssconvert") else { return };
    let folder = Folder::new("gnumeric-book");
    let (file, out) = (saved(&folder.0, Form::Workbook), folder.0.join("out.xlsx"));
    converted(
        Command::new(program)
            .arg("--export-type=Gnumeric_Excel:xlsx2")
            .args([&file, &out]),
        &out,
        "Gnumeric",
    );
}

#[test]
fn libre_office_opens_the_workbook() {
    let Some(program) = program("soffice") else { return };
    let folder = Folder::new("office-book");
    let (file, out) = (saved(&folder.0, Form::Workbook), folder.0.join("out"));
    let profile = format!("-env:UserInstallation=file://{}/user", folder.0.display());
    let mut command = Command::new(program);
    command
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg(&file);
    converted(&mut command, &out.join("all.xlsx"), "LibreOffice");
}
