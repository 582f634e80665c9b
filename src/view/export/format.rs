//! The formats in which what is shown is saved and cited, and the names of such files.

use crate::domain::keyed::keyed;
use crate::words::control;

keyed! {
    /// A format in which what is shown is saved.
    Format, control::FORMATS {
        /// A table for spreadsheets, a row for each thing that is shown.
        Csv = "csv";
        /// The same with semicolons between the cells, as spreadsheets expect it where a comma stands in numbers.
        CsvWithSemicolons = "csv-semicolons";
        /// The records that are shown, as a dataset of the same form as the page's own.
        Json = "json";
        /// A text for notes and mail.
        Markdown = "markdown";
        /// The due dates of what is shown.
        Calendar = "calendar";
    }
}

impl Format {
    /// How its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::CsvWithSemicolons => "semicolons.csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Calendar => "ics",
        }
    }

    /// What browsers call it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvWithSemicolons => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Calendar => "text/calendar;charset=utf-8",
        }
    }
}

keyed! {
    /// A form in which papers cite.
    CitationStyle, control::CITATION_STYLES {
        /// A sentence for a footnote.
        Footnote = "footnote";
        /// For LaTeX and what reads its bibliographies.
        BibTex = "bibtex";
        /// For reference managers.
        Ris = "ris";
    }
}

impl CitationStyle {
    /// How its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Footnote => "txt",
            Self::BibTex => "bib",
            Self::Ris => "ris",
        }
    }

    /// The separator between two texts of it.
    pub fn separator(self) -> &'static str {
        match self {
            Self::Footnote | Self::Ris => "",
            Self::BibTex => "\n",
        }
    }

    /// What browsers call it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Footnote => "text/plain;charset=utf-8",
            Self::BibTex => "application/x-bibtex;charset=utf-8",
            Self::Ris => "application/x-research-info-systems;charset=utf-8",
        }
    }
}

/// The name of a file, from a word for what it holds and the end of its format: `iss-followup-table.csv`.
pub fn file_name(word: &str, extension: &str) -> String {
    format!("iss-followup-{word}.{extension}")
}

/// The name of a copy of the page that opens at that address, given as its fragment: `iss-followup-measure-31.html`.
pub fn name_of_copy(fragment: &str) -> String {
    let path = fragment.split('?').next().unwrap_or_default();
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    file_name(&words.join("-"), "html")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keyed::Keyed;

    #[test]
    fn each_format_has_a_file_name_of_its_own() {
        let names: Vec<String> = Format::ALL
            .iter()
            .map(|format| file_name("table", format.extension()))
            .collect();
        let expected = ["csv", "semicolons.csv", "json", "md", "ics"].map(|end| format!("iss-followup-table.{end}"));
        assert_eq!(names, expected);
    }

    #[test]
    fn a_copy_is_named_after_the_page_at_which_it_opens_and_not_after_the_selection() {
        assert_eq!(
            name_of_copy("/measure/31?presidency=HR"),
            "iss-followup-measure-31.html"
        );
        assert_eq!(
            name_of_copy("/document/com-2016-602"),
            "iss-followup-document-com-2016-602.html"
        );
        assert_eq!(name_of_copy("/body/../č%20\"x"), "iss-followup-body-20-x.html");
    }
}
