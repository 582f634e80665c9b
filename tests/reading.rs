//! Workbooks and CSV files of others, read: by other programs written, by people filled, broken, and made to do harm.

use std::io::Write;
use std::process::Command;

use iss_followup::domain::keyed::Keyed;
use iss_followup::sheet::{self, Checked, Form, Found, Kind, Likeness, Limits, Reading, Unreadable};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::Value;

use crate::any_input::{check_tables, small, workbook_of, zip_of};
use crate::cases::cases;
use crate::shipped;
use crate::spreadsheets::{Folder, program, run};

/// The data in a form, as we write it.
fn written(form: Form, json: &Value) -> Vec<u8> {
    sheet::write(form, sheet::tables(json)).expect("short texts")
}

/// What is found in a file.
pub fn read(name: &str, file: Vec<u8>) -> Found {
    sheet::read(name, file).unwrap_or_else(|error| panic!("{error}"))
}

/// Nothing is wrong with what was found, and it is that dataset.
#[track_caller]
pub fn is_whole(found: &Found, json: &Value) {
    assert_eq!(found.misfits, []);
    let Checked {
        json: read,
        causes,
        left_out,
        ..
    } = found.check();
    assert!(causes.is_empty(), "{}", causes[0]);
    assert_eq!(left_out, 0);
    assert_eq!(read, sheet::dataset(&sheet::tables(json)).value.to_string());
}

#[test]
fn what_we_write_we_read() {
    for form in [Form::Workbook, Form::CsvFiles] {
        let found = read("data", written(form, shipped::json()));
        is_whole(&found, shipped::json());
        assert_eq!(found.sheets.len(), Kind::ALL.len());
        assert_eq!(found.ignored, [""; 0]);
        assert!(
            found
                .sheets
                .iter()
                .all(|sheet| sheet.extra.is_empty() && sheet.missing.is_empty())
        );
        let heads = found.sheets.iter().flat_map(|sheet| &sheet.columns);
        assert!(heads.into_iter().all(|column| column.likeness == Likeness::Same));
    }
}

#[test]
fn it_is_read_in_steps_that_come_to_an_end() {
    for form in [Form::Workbook, Form::CsvFiles] {
        let whole = written(form, &small());
        let mut reading = Reading::new("data", whole.clone(), Limits::default()).expect("a file");
        let (mut steps, mut before) = (0, 0);
        loop {
            let (done, of) = reading.step(50).expect("a step");
            assert!(before <= done && done <= of);
            (before, steps) = (done, steps + 1);
            if done == of {
                break;
            }
        }
        assert!(10 < steps, "{steps}");
        assert!(reading.finish().expect("a file") == read("data", whole));
    }
}

/// One sheet of the shipped data as CSV with those separators.
fn csv_of(kind: Kind, separator: char) -> String {
    let sheet = &sheet::tables(shipped::json()).sheets[kind as usize];
    let mut text = String::new();
    let heads = kind.heads().iter().map(|head| (*head).to_owned());
    sheet::csv::add_row(&mut text, separator, heads);
    for row in &sheet.rows {
        sheet::csv::add_row(
            &mut text,
            separator,
            row.cells.iter().map(|cell| sheet::csv::harmless(cell.clone())),
        );
    }
    text
}

#[test]
fn csv_is_read_whatever_separates_its_cells_and_in_whatever_script() {
    let expected = &sheet::tables(shipped::json()).sheets[Kind::Bodies as usize].rows;
    for separator in [',', ';', '\t'] {
        let text = csv_of(Kind::Bodies, separator);
        let utf_16: Vec<u8> = "\u{feff}"
            .chars()
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
        for bytes in [text.clone().into_bytes(), marked, utf_16] {
            let found = read("C:\\data\\bodies.csv", bytes);
            assert_eq!(found.sheets[0].likeness, Likeness::Written);
            // A line in a cell moves the rows below.
            let cells: Vec<&Vec<String>> = found.workbook.sheets[0].rows.iter().map(|row| &row.cells).collect();
            assert_eq!(cells, expected.iter().map(|row| &row.cells).collect::<Vec<_>>());
        }
    }
    let found = read(
        "glossary.csv",
        b"Term;Meaning\r\nPr\xfcm;\x93Pr\xfcm\x94 decisions \x96 2008\r\n".to_vec(),
    );
    assert_eq!(
        found.workbook.sheets[0].rows[0].cells,
        ["Prüm", "“Prüm” decisions – 2008"]
    );
}

/// The rows of the one sheet of a CSV file with these lines.
#[track_caller]
fn check_csv(name: &str, lines: &[&str], expected: &[&[&str]]) -> Found {
    let found = read(name, lines.join("\n").into_bytes());
    let rows: Vec<&Vec<String>> = found.workbook.sheets[0].rows.iter().map(|row| &row.cells).collect();
    assert_eq!(rows, expected);
    found
}

#[test]
fn sheets_and_columns_are_known_again() {
    // Reordered, renamed, misspelt, missing and extra columns, a title above and blank rows between them.
    let found = check_csv(
        "My list.csv",
        &[
            "Our priorities,,,,",
            ",,,,",
            "TITLE,Grup,mood,id,Short-title",
            ",,,,",
            "Crime,Main,red,crime,C",
            "Aid,Main,,aid,A",
        ],
        &[
            &["crime", "", "Main", "Crime", "C", ""],
            &["aid", "", "Main", "Aid", "A", ""],
        ],
    );
    let sheet = &found.sheets[0];
    assert_eq!(
        (found.workbook.sheets[0].kind, sheet.likeness, sheet.heads),
        (Kind::Priorities, Likeness::Other, 3)
    );
    assert_eq!(sheet.extra, ["mood"]);
    assert_eq!(sheet.missing, [1, 5]);
    let likeness: Vec<Likeness> = sheet.columns.iter().map(|column| column.likeness).collect();
    assert_eq!(
        likeness,
        [Likeness::Written, Likeness::Close, Likeness::Written, Likeness::Written]
    );
    assert_eq!(found.workbook.sheets[0].rows[1].number, 6);

    assert_eq!(
        read("notes.csv", b"to do,by whom\nwrite,me".to_vec()).ignored,
        ["notes"]
    );
    assert_eq!(read("empty.csv", Vec::new()), Found::default());
}

#[test]
fn cells_are_tidied() {
    let found = check_csv(
        "facts.csv",
        &[
            "Id,Measure,Report section,Date,Date in words,Kind,Text,Bodies,Note,Page,Page counted",
            " 1-e1\u{a0},1,-,3 Feb 2020,n/a,Entry into force,  A “text” ,\"“europol”, frontex\",-,62,TRUE",
            "1‑e2,1,N/A,2020-Q1,,MEETING,none,europol,–,,no",
        ],
        &[
            &[
                "1-e1",
                "1",
                "",
                "2020-02-03",
                "",
                "",
                "entry-into-force",
                "A “text”",
                "europol, frontex",
                "",
                "",
                "",
                "",
                "62",
                "yes",
                "",
            ],
            &[
                "1-e2", "1", "", "2020-Q1", "", "", "meeting", "none", "europol", "", "", "", "", "", "no", "",
            ],
        ],
    );
    assert_eq!(found.emptied, 5);
    assert_eq!(found.misfits, []);
}

/// What is wrong with a CSV file, each cause as the reader is told it.
#[track_caller]
fn check_causes(name: &str, lines: &[&str], expected: &[&str]) {
    let checked = read(name, lines.join("\n").into_bytes()).check();
    let told: Vec<String> = checked
        .causes
        .iter()
        .filter(|cause| cause.sheet.is_some())
        .map(ToString::to_string)
        .collect();
    assert_eq!(told, expected);
    assert!(checked.dataset.is_none());
}

#[test]
fn every_fault_is_told_at_its_cell_and_one_cause_once() {
    check_causes(
        "periods.csv",
        &[
            "Id,Name,Adjective,From,To,Group",
            "FI,Finland,Finnish,01/07/2019,2019-12-31,FI HR",
            "HR,Croatia,Croatian,03/02/2020,30.06.2020,FI HR",
            "DE,Germany,,2020-07-01,soon,FI HR",
        ],
        &[
            "periods, From: 2 cells, could be either of two days. D2 “01/07/2019”: write 2019-07-01 or 2019-01-07. \
             D3 “03/02/2020”: write 2020-02-03 or 2020-03-02.",
            "periods, To: 1 cell, is not a day. E4 “soon”: write a day such as 2020-02-03.",
        ],
    );
    check_causes(
        "outcomes.csv",
        &["Commitment,State,Date,Evidence,Text", "1-c1,done,,,Done", ",met,,,Done"],
        &[
            "outcomes, Commitment: 1 cell, is no id there, so this row belongs to nothing. A2 “1-c1”: add it to Commitments, or write an \
             id from Commitments.",
            "outcomes, Commitment: 1 cell, does not say what this row belongs to. A3: write an id from Commitments.",
            "outcomes, State: 1 cell, is not one of the allowed values. B2 “done”: write one of open, overdue, met, met-late, changed, \
             dropped, not-met, continuing, unknown.",
        ],
    );
}

#[test]
fn a_fault_of_the_whole_is_told_at_the_cell_that_has_it() {
    let mut workbook = sheet::tables(shipped::json());
    let facts = &mut workbook.sheets[Kind::Facts as usize];
    let row = facts.rows[7].number;
    "nobody".clone_into(&mut facts.rows[7].cells[8]);
    "a1".clone_into(&mut workbook.sheets[Kind::Measures as usize].rows[2].cells[12]);
    let checked = read(
        "data.xlsx",
        sheet::write(Form::Workbook, workbook).expect("short texts"),
    )
    .check();
    let told: Vec<(String, String, String)> = checked
        .causes
        .iter()
        .map(|cause| {
            (
                cause.sheet.clone().unwrap_or_default(),
                cause.cells[0].cell.clone(),
                cause.wrong.clone(),
            )
        })
        .collect();
    let expected = [
        ("Measures", "M4".to_owned(), "is not a whole number"),
        ("Facts", format!("I{row}"), "is not in bodies"),
    ];
    assert_eq!(
        told,
        expected.map(|(sheet, cell, wrong)| (sheet.to_owned(), cell, wrong.to_owned()))
    );
    assert_eq!(checked.causes[1].cells[0].value, "nobody");
    assert_eq!(
        checked.causes[1].cells[0].above,
        sheet::tables(shipped::json()).sheets[Kind::Facts as usize].rows[6].cells[0]
    );
}

/// A workbook with one sheet that `fill` fills, written by another program.
fn of_another(name: &str, fill: impl FnOnce(&mut Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Found {
    let mut workbook = Workbook::new();
    // The first sheet of a workbook cannot be hidden.
    workbook.add_worksheet();
    let sheet = workbook.add_worksheet().set_name(name).expect("a name");
    fill(sheet).expect("cells");
    read("other.xlsx", workbook.save_to_buffer().expect("a workbook"))
}

#[test]
fn what_a_spreadsheet_made_of_cells_is_read_or_named() {
    let found = of_another("Documents", |sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let month = Format::new().set_num_format("mmm\\-yy");
        for (column, head) in ["Id", "Number", "Kind", "Date", "Applies from", "Note", "Marking"]
            .into_iter()
            .enumerate()
        {
            sheet.write(2, u16::try_from(column).unwrap_or_default(), head)?;
        }
        // Numbers, days, a month, formulas with and without a value, a truth, something that was made a date.
        sheet.write(3, 0, 31)?.write(3, 1, 3.1)?.write(3, 2, "other")?;
        sheet
            .write_number_with_format(3, 3, 43864, &day)?
            .write_number_with_format(3, 4, 43800, &month)?;
        sheet.write_formula(3, 5, Formula::new("=\"a\"&\"b\"").set_result("ab"))?;
        sheet.write_formula(3, 6, Formula::new("=NA()").set_result("#N/A"))?;
        sheet
            .write_number_with_format(4, 1, 43864, &day)?
            .write(4, 0, "b")?
            .write(4, 2, "oj")?;
        // The last cell that there can be.
        sheet.write(1_048_575, 16_383, "far")?;
        sheet.merge_range(4, 5, 6, 5, "for all", &Format::new())?;
        sheet.write(5, 0, "c")?.write(6, 0, "d")?;
        sheet.set_hidden(true);
        Ok(())
    });
    let cells: Vec<String> = found.workbook.sheets[0]
        .rows
        .iter()
        .map(|row| row.cells.join("|"))
        .collect();
    assert_eq!(
        cells,
        [
            "31|3.1|other||2020-02-03|#N/A||2019-12||||ab",
            "b|2020-02-03|oj|||||||||for all",
            "c|||||||||||for all",
            "d|||||||||||for all",
        ]
    );
    let sheet = &found.sheets[0];
    assert!(sheet.is_hidden && sheet.is_merged && sheet.heads == 3);
    let wrong: Vec<&str> = found.misfits.iter().map(|misfit| misfit.fault[0].as_str()).collect();
    assert_eq!(
        wrong,
        [
            "is what a formula shows that went wrong",
            "was made a date by the spreadsheet"
        ]
    );
}

/// What the sheet *Facts* with those cells holds, column by column, and what is wrong with it.
fn facts(cells: &str) -> (Vec<String>, Vec<String>) {
    let heads = ["Id", "Measure", "Text"];
    let heads = heads
        .map(|head| format!("<c t=\"inlineStr\"><is><t>{head}</t></is></c>"))
        .concat();
    let sheet = format!("<worksheet><sheetData><row r=\"1\">{heads}</row>{cells}</sheetData></worksheet>");
    let found = read("facts.xlsx", workbook_of(sheet.as_bytes(), b"<sst/>"));
    let rows = &found.workbook.sheets[0].rows;
    let causes = found.check().causes.into_iter().filter(|cause| cause.sheet.is_some());
    (
        rows.iter()
            .map(|row| format!("{} {}", row.number, row.cells.join("|")))
            .collect(),
        causes
            .map(|cause| format!("{} {}", cause.cells[0].cell, cause.wrong))
            .collect(),
    )
}

#[test]
fn cells_may_stand_in_any_order_and_twice() {
    let text = |cell: &str, text: &str| format!("<c r=\"{cell}\" t=\"str\"><v>{text}</v></c>");
    let cells = [
        ("B9", "late"),
        ("A9", "id"),
        ("C3", "text"),
        ("A3", "early"),
        ("A9", "again"),
    ];
    let cells: String = cells.map(|(cell, value)| text(cell, value)).concat();
    let (rows, _) = facts(&format!("<row>{cells}</row>"));
    let after = "|".repeat(14);
    assert_eq!(
        rows,
        [
            format!("3 early|||||||text{}", &after[..8]),
            format!("9 id|late{after}")
        ]
    );
}

#[test]
fn a_formula_without_a_value_is_named_even_alone_in_its_row() {
    let (_, wrong) = facts("<row r=\"5\"><c r=\"C5\"><f>A1</f></c></row>");
    assert!(
        wrong.contains(&"C5 is a formula without a saved value".to_owned()),
        "{wrong:?}"
    );
}

/// Edited by openpyxl as a person would, where it is installed, in the system of dates that begins in 1904.
#[test]
fn what_openpyxl_has_edited_is_read() {
    const SCRIPT: &str = "
import sys, datetime, openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.load_workbook(sys.argv[1])
book.epoch = CALENDAR_MAC_1904
facts = book['Facts']
facts['D2'] = datetime.date(2018, 5, 4)
facts['D2'].number_format = 'yyyy-mm-dd'
facts['H2'] = 'Edited'
book['Measures'].title = 'MEASURES '
book['Bodies'].insert_cols(1)
book['Bodies']['A1'] = 'Mine'
book.move_sheet('Facts', offset=-9)
book.save(sys.argv[1])";
    let Some(python) = program("python3") else { return };
    if !run(Command::new(&python).args(["-c", "import openpyxl"])) {
        println!("skipped: openpyxl is not installed");
        return;
    }
    let folder = Folder::new("edited");
    let path = folder.0.join("all.xlsx");
    std::fs::write(&path, written(Form::Workbook, shipped::json())).expect("a file");
    assert!(run(Command::new(python).args(["-c", SCRIPT]).arg(&path)));
    let found = read("all.xlsx", std::fs::read(&path).expect("a file"));
    let mut expected = sheet::tables(shipped::json());
    let cells = &mut expected.sheets[Kind::Facts as usize].rows[0].cells;
    "2018-05-04".clone_into(&mut cells[3]);
    "Edited".clone_into(&mut cells[7]);
    is_whole(&found, &sheet::dataset(&expected).value);
    let bodies = found
        .workbook
        .sheets
        .iter()
        .position(|sheet| sheet.kind == Kind::Bodies)
        .expect("a sheet");
    assert_eq!(found.sheets[bodies].extra, ["Mine"]);
}

/// That file is not read, for that reason.
#[track_caller]
fn refused(file: Vec<u8>, why: &Unreadable) {
    let refused = sheet::read("file", file);
    assert_eq!(refused.as_ref().err(), Some(why), "{refused:?}");
}

#[test]
fn what_does_harm_ends_in_a_sentence() {
    let sheet = |cells: &str| format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let of = |cells: &str| workbook_of(sheet(cells).as_bytes(), b"<sst/>");
    refused(of(&"<row>".repeat(200)), &Unreadable::Deep);
    refused(
        of("<row><c t=\"inlineStr\"><is><t>&own;</t></is></c></row>"),
        &Unreadable::Entity,
    );
    let declared = b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet/>";
    refused(workbook_of(declared, b""), &Unreadable::Entity);
    refused(of("<row><c r=\"A1\" t=\"s\"><v>7</v></c></row>"), &Unreadable::Damaged);
    refused(of("<row><c r=\"A0\"><v>7</v></c></row>"), &Unreadable::Damaged);
    refused(of("<row><c r=\"AAAA1\"><v>7</v></c></row>"), &Unreadable::Damaged);
    refused(workbook_of(b"<worksheet><sheetData>", b""), &Unreadable::Damaged);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), &Unreadable::OldExcel);
    refused(
        zip_of(&[("mimetype", b""), ("content.xml", b"<a/>")]),
        &Unreadable::OpenDocument,
    );
    refused(zip_of(&[("picture.png", b"")]), &Unreadable::NoSheets);
    refused(vec![0; (50 << 20) + 1], &Unreadable::File(50 << 20));
    assert!(matches!(
        sheet::read("a", b"PK\x03\x04 and no more".to_vec()),
        Err(Unreadable::Zip(_))
    ));
    // A tag that is 20 MB long.
    refused(of(&format!("<row a=\"{}\"/>", "a".repeat(20 << 20))), &Unreadable::Long);
}

#[test]
fn a_bomb_is_not_unpacked() {
    const MB: usize = 1 << 20;
    // 8 MB of spaces in a sheet, packed in some kilobytes.
    let mut zip = rawzip::ZipArchiveWriter::new(Vec::new());
    let xml = [b"<worksheet>".as_slice(), &vec![b' '; 8 * MB], b"</worksheet>"].concat();
    let packed = miniz_oxide::deflate::compress_to_vec(&xml, 1);
    let sheet = zip
        .new_file("xl/worksheets/sheet1.xml")
        .compression_method(rawzip::CompressionMethod::DEFLATE);
    let (mut entry, _) = sheet.start().expect("a file");
    entry.write_all(&packed).expect("memory");
    entry
        .finish(rawzip::DataDescriptorOutput::new(0, xml.len() as u64))
        .expect("a file");
    let relations =
        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    for (name, text) in [
        (
            "xl/workbook.xml",
            "<workbook><sheet name=\"Facts\" id=\"a\"/></workbook>",
        ),
        ("xl/_rels/workbook.xml.rels", relations),
    ] {
        let (mut entry, _) = zip.new_file(name).start().expect("a file");
        entry.write_all(text.as_bytes()).expect("memory");
        entry
            .finish(rawzip::DataDescriptorOutput::new(0, text.len() as u64))
            .expect("a file");
    }
    let file = zip.finish().expect("a zip");
    assert!(file.len() < MB / 10);
    let limits = Limits {
        unpacked: 4 * MB as u64,
        ..Limits::default()
    };
    let refused = Reading::new("bomb.xlsx", file, limits).and_then(Reading::finish);
    assert_eq!(refused, Err(Unreadable::Bomb));
}

#[test]
fn a_million_cells_are_the_most() {
    let row = format!("{}\n", "1,".repeat(1000));
    refused(row.repeat(1001).into_bytes(), &Unreadable::Cells(1_000_000));
    // A text that every cell names fills no memory.
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(9_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let texts = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    refused(
        workbook_of(sheet.as_bytes(), texts.as_bytes()),
        &Unreadable::Texts(256 << 20),
    );
}

#[test]
fn a_file_that_ends_anywhere_ends_in_a_sentence() {
    let json = small();
    for form in [Form::Workbook, Form::CsvFiles] {
        let file = written(form, &json);
        for end in (0..file.len()).step_by(file.len() / 200) {
            check_tables("data", file[..end].to_vec());
        }
    }
}

/// A stored workbook, of which chance can change what stands in the XML.
fn in_the_open() -> Vec<u8> {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Id</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c>\
        <c r=\"C1\" t=\"str\"><f>A1</f><v>Text</v></c></row><row r=\"2\"><c r=\"A2\"><v>43864.5</v></c><c r=\"B2\" t=\"b\"><v>1</v></c>\
        </row></sheetData><mergeCells><mergeCell ref=\"A2:B9\"/></mergeCells></worksheet>";
    workbook_of(
        sheet.as_bytes(),
        b"<sst><si><r><t>Mea</t></r><r><t>sure</t></r><rPh><t>x</t></rPh></si></sst>",
    )
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_change_of_a_workbook_is_read_or_refused(edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), is_packed in any::<bool>()) {
        let mut file = if is_packed { written(Form::Workbook, &sheet::dataset(&sheet::template()).value) } else { in_the_open() };
        for (place, byte) in edits {
            let place = place.index(file.len());
            file[place] = byte;
        }
        check_tables("data.xlsx", file);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), sheet in "[<>/=\"' a-c0-9&;#x]{0,200}") {
        check_tables("facts.csv", bytes.clone());
        check_tables("facts.csv", [b"Id,Measure,Date\n".as_slice(), &bytes].concat());
        check_tables("a.xlsx", workbook_of(sheet.as_bytes(), &bytes));
        check_tables("a.xlsx", workbook_of(&[b"<worksheet>", sheet.as_bytes(), b"</worksheet>"].concat(), sheet.as_bytes()));
    }
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn every_generated_dataset_is_written_and_read(measures in 1_usize..30, seed in 1_u64..1000) {
        let file = bench::generate::dataset(measures, seed).expect("a dataset");
        let json: Value = serde_json::from_str(&file).expect("JSON");
        for form in [Form::Workbook, Form::CsvFiles] {
            is_whole(&read("data", written(form, &json)), &json);
        }
    }
}
