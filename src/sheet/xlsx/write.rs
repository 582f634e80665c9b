//! The parts of a workbook in Office Open XML (ECMA-376): texts only, in cells that hold their text themselves.

use std::borrow::Cow;
use std::fmt::Write;

use maud::{PreEscaped, html};

use crate::sheet::Row;
use crate::sheet::tab::{Tab, TabColumn};

/// The most that Excel takes into a cell, in UTF-16 units.
pub(in crate::sheet) const LONGEST_CELL: usize = 32_767;

/// The number of the last row of a sheet.
pub(in crate::sheet) const LAST_ROW: usize = 1_048_576;

/// The most that the note at a column may hold, and its head, in UTF-16 units.
const LONGEST_NOTE: usize = 255;
const LONGEST_HEAD: usize = 32;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The parts around the sheets, each with its name.
pub(in crate::sheet) fn parts(tabs: &[Tab]) -> [(&'static str, String); 5] {
    let sheets = 1..=tabs.len();
    let types = html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Override PartName="/xl/workbook.xml" ContentType={ (TYPES) ".sheet.main+xml" } {}
            Override PartName="/xl/styles.xml" ContentType={ (TYPES) ".styles+xml" } {}
            @for sheet in sheets.clone() {
                Override PartName={ "/" (name(sheet)) } ContentType={ (TYPES) ".worksheet+xml" } {}
            }
        }
    };
    let package = html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            Relationship Id="rId1" Type={ (OFFICE) "/officeDocument" } Target="xl/workbook.xml" {}
        }
    };
    let workbook = html! {
        workbook xmlns=(MAIN) xmlns:r=(OFFICE) {
            bookViews { workbookView {} }
            sheets {
                @for (sheet, tab) in sheets.clone().zip(tabs) {
                    sheet name=(tab.name) sheetId=(sheet) r:id={ "rId" (sheet) } {}
                }
            }
        }
    };
    let relations = html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            @for sheet in sheets.clone() {
                Relationship Id={ "rId" (sheet) } Type={ (OFFICE) "/worksheet" } Target={ "worksheets/sheet" (sheet) ".xml" } {}
            }
            Relationship Id={ "rId" (tabs.len() + 1) } Type={ (OFFICE) "/styles" } Target="styles.xml" {}
        }
    };
    [
        ("[Content_Types].xml", declared(&types.0)),
        ("_rels/.rels", declared(&package.0)),
        ("xl/workbook.xml", declared(&workbook.0)),
        ("xl/_rels/workbook.xml.rels", declared(&relations.0)),
        ("xl/styles.xml", declared(&styles())),
    ]
}

/// The name of a sheet's part, counted from 1.
pub(in crate::sheet) fn name(sheet: usize) -> String {
    format!("xl/worksheets/sheet{sheet}.xml")
}

/// Style 1 is a text that stays a text whatever is typed, style 2 a head.
fn styles() -> String {
    let text = html! { alignment vertical="top" wrapText="1" {} };
    let styles = html! {
        styleSheet xmlns=(MAIN) {
            fonts count="2" {
                font { sz val="11" {} name val="Calibri" {} }
                font { b {} sz val="11" {} name val="Calibri" {} }
            }
            fills count="3" {
                fill { patternFill patternType="none" {} }
                fill { patternFill patternType="gray125" {} }
                fill { patternFill patternType="solid" { fgColor rgb="FFF3F0E7" {} bgColor indexed="64" {} } }
            }
            borders count="1" { border { left {} right {} top {} bottom {} diagonal {} } }
            cellStyleXfs count="1" { xf numFmtId="0" fontId="0" fillId="0" borderId="0" {} }
            cellXfs count="3" {
                xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" {}
                xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" { (text) }
                xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"
                    applyAlignment="1" { (text) }
            }
            cellStyles count="1" { cellStyle name="Normal" xfId="0" builtinId="0" {} }
        }
    };
    styles.0
}

/// What stands before the rows of a sheet, and its heads. The first column and the heads stay where they are.
pub(in crate::sheet) fn begin(tab: &Tab) -> String {
    let first = html! {
        sheetViews {
            sheetView workbookViewId="0" {
                pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen" {}
            }
        }
        cols {
            @for (column, TabColumn { width, .. }) in (1..).zip(&tab.columns) {
                col min=(column) max=(column) width=(width) style="1" customWidth="1" {}
            }
        }
    };
    let heads = tab.columns.iter().map(|column| column.head);
    let first = first.0;
    let mut xml = declared(&format!("<worksheet xmlns=\"{MAIN}\">{first}<sheetData>"));
    add_row(&mut xml, 1, 2, heads);
    xml
}

/// Rows of a sheet.
pub(in crate::sheet) fn rows(rows: &[Row]) -> String {
    let mut xml = String::new();
    for row in rows {
        add_row(&mut xml, row.number, 1, row.cells.iter().map(String::as_str));
    }
    xml
}

/// What stands after the rows: notes and drop-downs.
pub(in crate::sheet) fn end(tab: &Tab) -> String {
    let columns: Vec<(String, &TabColumn)> = (0..).map(letters).zip(&tab.columns).collect();
    let noted = columns.iter().filter(|(_, column)| !column.note.is_empty());
    let last = letters(tab.columns.len().saturating_sub(1));
    let after = html! {
        @if tab.columns.iter().any(|column| !column.note.is_empty()) {
            dataValidations {
                @for (letter, column) in noted {
                    @let (title, note) = (cut(column.head, LONGEST_HEAD), cut(&column.note, LONGEST_NOTE));
                    @if column.drop_down().is_none() {
                        dataValidation allowBlank="1" showInputMessage="1" promptTitle=(title) prompt=(note)
                            sqref={ (letter) "1:" (letter) (LAST_ROW) } {}
                    } @else {
                        dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle=(title)
                            prompt=(note) sqref={ (letter) "2:" (letter) (LAST_ROW) } {
                            formula1 { "\"" (column.drop_down().unwrap_or_default()) "\"" }
                        }
                    }
                }
            }
        }
        // Numbers of measures and pages are texts on purpose.
        ignoredErrors { ignoredError sqref={ "A1:" (last) (LAST_ROW) } numberStoredAsText="1" {} }
    };
    format!("</sheetData>{}</worksheet>", after.0)
}

fn add_row<'a>(xml: &mut String, number: usize, style: usize, cells: impl Iterator<Item = &'a str>) {
    let cells = html! {
        @for (column, text) in cells.enumerate().filter(|(_, text)| !text.is_empty()) {
            c r={ (letters(column)) (number) } s=(style) t="inlineStr" { is { t xml:space="preserve" { (escaped(text)) } } }
        }
    };
    // What is written into a text cannot fail.
    let _ = write!(xml, "<row r=\"{number}\">{}</row>", cells.0);
}

fn declared(xml: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}")
}

/// The letters of a column, counted from 0: `A` to `Z`, then `AA`.
pub(in crate::sheet) fn letters(column: usize) -> String {
    const ALPHABET: [char; 26] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V',
        'W', 'X', 'Y', 'Z',
    ];
    let last = ALPHABET[column % ALPHABET.len()];
    match column / ALPHABET.len() {
        0 => last.to_string(),
        before => format!("{}{last}", letters(before - 1)),
    }
}

/// A text for XML: a character that XML does not know is written as `_x0007_`, and so is a text that looks like that.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_unknown =
        |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains("_x") && !text.contains(is_unknown) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for (place, character) in text.char_indices() {
        if is_unknown(character) || escape(&text[place..]).is_some() {
            // What is written into a text cannot fail.
            let _ = write!(escaped, "_x{:04X}_", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// The character that an escape at the beginning of the text means.
pub(in crate::sheet) fn escape(text: &str) -> Option<char> {
    let digits = text
        .strip_prefix("_x")?
        .get(..4)
        .filter(|_| text.get(6..7) == Some("_"))?;
    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| is_hexadecimal)
        .and_then(char::from_u32)
}

/// At most so many UTF-16 units.
fn cut(text: &str, longest: usize) -> PreEscaped<String> {
    let mut units = 0;
    let kept = text.chars().take_while(|character| {
        units += character.len_utf16();
        units <= longest
    });
    let kept: String = kept.collect();
    html! { (kept) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let all = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ];
        assert_eq!(all.map(|(column, _)| letters(column)), all.map(|(_, name)| name));
    }

    #[test]
    fn what_xml_does_not_know_is_escaped_once() {
        assert_eq!(escaped("a\u{7}b"), "a_x0007_b");
        assert_eq!(escaped("_x0007_"), "_x005F_x0007_");
        assert_eq!(escaped("_x007_ _xyz"), "_x007_ _xyz");
    }
}
