//! Rows copied from a table in a form that spreadsheets paste as rows, whatever the cells contain.

use maud::html;

use crate::sheet::csv::harmless;

/// Rows of cells as plain text with tabs between the cells, and as a table in HTML, which programs prefer.
pub fn copied_rows(rows: &[Vec<String>]) -> (String, String) {
    // Spreadsheets read pasted cells as they read those of a file.
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| harmless(cell.replace(['\t', '\r', '\n'], " ")))
                .collect()
        })
        .collect();
    let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    let table = html! {
        table { @for row in &rows { tr { @for cell in row { td { (cell) } } } } }
    };
    (lines.join("\r\n"), table.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_stays_a_row() {
        let rows = [["1", "A title\nof two lines", ""], ["3.1", "<b>&", "=1+1"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let (plain, html) = copied_rows(&rows);
        assert_eq!(plain, "1\tA title of two lines\t\r\n'3.1\t<b>&\t'=1+1");
        assert_eq!(
            html,
            "<table><tr><td>1</td><td>A title of two lines</td><td></td></tr>\
             <tr><td>'3.1</td><td>&lt;b&gt;&amp;</td><td>'=1+1</td></tr></table>"
        );
    }
}
