//! What is exported, opened by spreadsheets that are not ours in several languages: Gnumeric by `ssconvert`, and `LibreOffice`. Where one is
//! not installed, its test says so and passes; `tests/export_csv.rs` holds the bytes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use iss_followup::domain::date::Day;
use iss_followup::query::Query;
use iss_followup::view::{ExportContent, Format};
use roxmltree::{Document, Node};

use crate::asked::index;
use crate::export_csv::read_with;
use crate::exported::{all_shown, context, written};
use crate::shipped;

/// Each language with the number by which `LibreOffice` calls it.
const LANGUAGES: [(&str, u32); 4] = [("en_US", 1033), ("de_DE", 1031), ("fr_FR", 1036), ("tr_TR", 1055)];

/// Both ways to separate cells.
const FORMATS: [(Format, u8); 2] = [(Format::Csv, b','), (Format::CsvWithSemicolons, b';')];

/// A cell as a spreadsheet has read it.
#[derive(Debug, PartialEq)]
enum Read {
    Text(String),
    Number(f64),
    /// A day, as it is written in digits.
    Day(String),
    Other(String),
}

/// A folder that is gone when dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    /// An empty one.
    pub fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("iss-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The program, where it is installed. Where not, says so.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    if found.is_none() {
        println!("skipped: {name} is not installed, so nothing was opened with it");
    }
    found
}

/// Runs a program in silence. Whether it says that it did what it was told.
pub fn run(command: &mut Command) -> bool {
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Every export in that format, each as a file in the folder; with what its cells are.
fn exported(folder: &Path, (format, separator): (Format, u8)) -> Vec<(PathBuf, Vec<Vec<String>>)> {
    let query = Query::default();
    let all = all_shown(&query, shipped::dataset(), index());
    let sources: Vec<ExportContent<'_>> = (0..shipped::dataset().measures.len())
        .filter(|place| shipped::dataset().measures[*place].number.contains('.'))
        .map(ExportContent::Measure)
        .take(2)
        .collect();
    let every = ExportContent::Measures((0..shipped::dataset().measures.len()).collect());
    let all = all.into_iter().chain(sources).chain([every]).enumerate();
    let file = |(number, shown): (usize, ExportContent<'_>)| {
        let text = written(format, context(&query), &shown).expect("CSV");
        let path = folder.join(format!("{number}.{}", format.extension()));
        fs::write(&path, &text).expect("a file");
        let (heads, rows) = read_with(&text, separator);
        (path, [heads].into_iter().chain(rows).collect())
    };
    all.map(file).collect()
}

/// The spreadsheet has read every cell as what it says, in that language.
#[track_caller]
fn check(written: &[Vec<String>], read: &[Vec<Read>], context: &str) {
    assert_eq!(read.len(), written.len(), "{context}: rows");
    for (number, (written, read)) in written.iter().zip(read).enumerate() {
        for (place, written) in written.iter().enumerate() {
            let read = read.get(place);
            // A spreadsheet may take an apostrophe for its own mark of a text.
            let is_text = |text: &str| one_line(text) == one_line(written) || Some(text) == written.strip_prefix('\'');
            let is_same = match read {
                None => written.is_empty(),
                Some(Read::Text(text)) => is_text(text),
                Some(Read::Number(value)) => written
                    .parse::<u32>()
                    .is_ok_and(|number| (f64::from(number) - value).abs() < 0.001),
                Some(Read::Day(day)) => day == written,
                Some(Read::Other(_)) => false,
            };
            assert!(
                is_same,
                "{context}: row {number}, cell {place}: {written:?} is read as {read:?}"
            );
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of a workbook of Gnumeric.
fn gnumeric(text: &str) -> Vec<Vec<Read>> {
    let document = Document::parse(text).expect("XML");
    let mut rows: Vec<Vec<Read>> = Vec::new();
    let epoch: Day = "1899-12-30".parse().expect("a day");
    for cell in document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.gnumeric.org/v10.dtd", "Cell")))
    {
        let number = |name: &str| {
            cell.attribute(name)
                .and_then(|value| value.parse::<usize>().ok())
                .expect("a number")
        };
        let (row, column) = (number("Row"), number("Col"));
        let value = cell.text().unwrap_or_default();
        let is_date = cell.attribute("ValueFormat").is_some();
        let read = match (cell.attribute("ValueType"), value.parse::<f64>()) {
            (Some("60"), _) => Read::Text(value.to_owned()),
            (Some("30" | "40"), Ok(days)) if is_date => {
                #[expect(clippy::cast_possible_truncation, reason = "days of our time")]
                let day = epoch.checked_add(jiff::Span::new().days(days as i64)).expect("a day");
                Read::Day(day.to_string())
            }
            (Some("30" | "40"), Ok(number)) => Read::Number(number),
            other => Read::Other(format!("{other:?} {value}")),
        };
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        let cells = &mut rows[row];
        cells.resize_with(cells.len().max(column + 1), || Read::Text(String::new()));
        cells[column] = read;
    }
    rows
}

/// The cells of a flat document of `LibreOffice`.
fn libre_office(text: &str) -> Vec<Vec<Read>> {
    const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    let document = Document::parse(text).expect("XML");
    let cell = |node: Node<'_, '_>| {
        let lines = node.children().filter(|child| child.tag_name().name() == "p");
        let lines: Vec<String> = lines
            .map(|line| {
                line.descendants()
                    .filter(Node::is_text)
                    .filter_map(|part| part.text())
                    .collect()
            })
            .collect();
        let value = |name: &str| node.attribute((OFFICE, name)).unwrap_or_default().to_owned();
        match node.attribute((OFFICE, "value-type")) {
            _ if node.has_attribute((TABLE, "formula")) => Read::Other("a formula".to_owned()),
            None | Some("string") => Read::Text(lines.join("\n")),
            Some("float") => Read::Number(value("value").parse().expect("a number")),
            Some("date") => Read::Day(value("date-value")),
            Some(other) => Read::Other(format!("{other} {}", lines.join(" "))),
        }
    };
    let rows = document
        .descendants()
        .filter(|node| node.has_tag_name((TABLE, "table-row")));
    let cells = |row: Node<'_, '_>| -> Vec<Read> {
        let cells = row.children().filter(|node| node.has_tag_name((TABLE, "table-cell")));
        // What is empty to the end of the sheet says only how often.
        let times = |node: Node<'_, '_>| match node.attribute((TABLE, "number-columns-repeated")) {
            Some(times) => times.parse().unwrap_or(1).min(64),
            None => 1,
        };
        cells
            .flat_map(|node| (0..times(node)).map(move |_| cell(node)))
            .collect()
    };
    let mut rows: Vec<Vec<Read>> = rows.map(cells).collect();
    let is_empty = |row: &Vec<Read>| row.iter().all(|cell| *cell == Read::Text(String::new()));
    while rows.last().is_some_and(is_empty) {
        rows.pop();
    }
    rows
}

/// The folder of that language's rules for numbers and dates; says so where the system has none.
fn rules(language: &str, folder: &Path) -> bool {
    let made = run(Command::new("localedef")
        .args(["-i", language, "-f", "UTF-8"])
        .arg(folder.join(format!("{language}.UTF-8"))));
    if !made {
        println!("skipped: this system does not know {language}, so no CSV was opened in it");
    }
    made
}

#[test]
fn gnumeric_reads_every_cell_as_it_is_written() {
    let Some(program) = program("ssconvert") else { return };
    let folder = Folder::new("gnumeric");
    let languages: Vec<&str> = LANGUAGES.into_iter().map(|(language, _)| language).collect();
    let languages = languages.into_iter().filter(|language| rules(language, &folder.0));
    let languages: Vec<&str> = languages.collect();
    // It guesses what separates the cells, and does not take a semicolon for it where nothing but names is separated.
    let files = exported(&folder.0, FORMATS[0]);
    for language in &languages {
        for (file, written) in &files {
            let out = file.with_extension("xml");
            let is_read = run(Command::new(&program)
                .args([
                    "--import-type=Gnumeric_stf:stf_csvtab",
                    "--export-type=Gnumeric_XmlIO:sax:0",
                ])
                .args([file, &out])
                .env("LOCPATH", &folder.0)
                .env("LC_ALL", format!("{language}.UTF-8")));
            assert!(is_read, "ssconvert does not read {}", file.display());
            let read = gnumeric(&fs::read_to_string(&out).expect("a workbook"));
            check(written, &read, &format!("{language}, {}", file.display()));
        }
    }
}

#[test]
fn libre_office_reads_every_cell_as_it_is_written() {
    let Some(program) = program("soffice") else { return };
    let folder = Folder::new("office");
    for format in FORMATS {
        let files = exported(&folder.0, format);
        // Of the files with commas two languages: one that writes 1.5, one that writes 1,5.
        let is_asked = |(language, _): &(&str, u32)| match format.1 {
            b',' => ["en_US", "de_DE"].contains(language),
            _ => *language != "en_US",
        };
        for (language, number) in LANGUAGES.into_iter().filter(is_asked) {
            // In UTF-8, with what looks like a date taken for one, as nobody's usual settings do more.
            let filter = format!("--infilter=CSV:{},34,76,1,,{number},false,true", format.1);
            let is_read = run(Command::new(&program)
                .arg(format!("-env:UserInstallation=file://{}/user", folder.0.display()))
                .args(["--headless", &filter, "--convert-to", "fods", "--outdir"])
                .arg(&folder.0)
                .args(files.iter().map(|(file, _)| file)));
            assert!(is_read, "LibreOffice reads nothing");
            for (file, written) in &files {
                let read = libre_office(&fs::read_to_string(file.with_extension("fods")).expect("a sheet"));
                check(written, &read, &format!("{language}, {}", file.display()));
            }
        }
    }
}
