//! The formats in which what is shown is saved and cited, and the names of such files.

use crate::domain::date::Day;
use crate::domain::keyed::{Keyed, keyed};
use crate::domain::vocabulary::Vocabulary;
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
        /// The records that are shown, in a workbook with a sheet for each kind of record.
        Workbook = "xlsx";
        /// The same in CSV files.
        CsvFiles = "csv-files";
    }
}

keyed! {
    /// How much is saved.
    Extent, control::EXTENTS {
        /// What is shown.
        Shown = "shown";
        /// The whole dataset.
        Everything = "everything";
        /// No record: the form in which others write theirs.
        Nothing = "nothing";
    }
}

/// What can be saved: how much of the data, in which format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    /// How much of it.
    pub extent: Extent,
    /// The format.
    pub format: Format,
}

impl Export {
    /// What can be saved of that extent: of what is shown in every format, of the whole in those that hold records whole.
    pub fn offered(extent: Extent) -> impl Iterator<Item = Self> {
        let formats = match extent {
            Extent::Shown => Format::ALL,
            Extent::Everything => [Format::Workbook, Format::CsvFiles, Format::Json].as_slice(),
            Extent::Nothing => &[Format::Workbook, Format::CsvFiles],
        };
        formats.iter().map(move |format| Self {
            extent,
            format: *format,
        })
    }

    /// Its key: `json` of what is shown, `everything-json`.
    pub fn key(self) -> String {
        match self.extent {
            Extent::Shown => self.format.key().to_owned(),
            extent => format!("{}-{}", extent.key(), self.format.key()),
        }
    }

    /// What is offered under that key.
    pub fn from_key(key: &str) -> Option<Self> {
        let all = Extent::ALL.iter().flat_map(|extent| Self::offered(*extent));
        all.into_iter().find(|export| export.key() == key)
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
            Self::Workbook => "xlsx",
            Self::CsvFiles => "csv.zip",
        }
    }

    /// What browsers call it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvWithSemicolons => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::CsvFiles => "application/zip",
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

/// The name of a file, from how the names of all begin, a word for what it holds and the end of its format: `iss-followup-table.csv`.
pub fn file_name(own: &Vocabulary, word: &str, extension: &str) -> String {
    format!("{}-{word}.{extension}", own.file_stem())
}

/// The name of a page that is saved with the data that a reader has opened, from the day and how many were saved before it:
/// `iss-followup-2026-11-30.html`, `iss-followup-2026-11-30-2.html`.
pub fn name_of_page(own: &Vocabulary, day: Option<Day>, before: usize) -> String {
    let day = day.map(|day| format!("-{day}")).unwrap_or_default();
    let count = if before == 0 {
        String::new()
    } else {
        format!("-{}", before + 1)
    };
    format!("{}{day}{count}.html", own.file_stem())
}

/// The name of a copy of the page that opens at that address, given as its fragment: `iss-followup-measure-31.html`.
pub fn name_of_copy(own: &Vocabulary, fragment: &str) -> String {
    let path = fragment.split('?').next().unwrap_or_default();
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    file_name(own, &words.join("-"), "html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_known_by_its_key() {
        for export in Extent::ALL.iter().flat_map(|extent| Export::offered(*extent)) {
            assert_eq!(Export::from_key(&export.key()), Some(export));
        }
        for unknown in ["", "pdf", "everything-csv", "nothing-json"] {
            assert_eq!(Export::from_key(unknown), None);
        }
    }

    #[test]
    fn each_format_has_a_file_name_of_its_own() {
        let names: Vec<String> = Format::ALL
            .iter()
            .map(|format| file_name(&Vocabulary::default(), "table", format.extension()))
            .collect();
        let expected = ["csv", "semicolons.csv", "json", "md", "ics", "xlsx", "csv.zip"]
            .map(|end| format!("followup-table.{end}"));
        assert_eq!(names, expected);
    }

    #[test]
    fn a_page_is_named_after_the_day_and_counted() {
        let (own, day) = (Vocabulary::default(), "2026-11-30".parse().ok());
        assert_eq!(name_of_page(&own, day, 0), "followup-2026-11-30.html");
        assert_eq!(name_of_page(&own, day, 1), "followup-2026-11-30-2.html");
        assert_eq!(name_of_page(&own, None, 0), "followup.html");
    }

    #[test]
    fn a_copy_is_named_after_the_page_at_which_it_opens_and_not_after_the_selection() {
        assert_eq!(
            name_of_copy(&Vocabulary::default(), "/measure/31?presidency=HR"),
            "followup-measure-31.html"
        );
        assert_eq!(
            name_of_copy(&Vocabulary::default(), "/document/com-2016-602"),
            "followup-document-com-2016-602.html"
        );
        assert_eq!(
            name_of_copy(&Vocabulary::default(), "/body/../č%20\"x"),
            "followup-body-20-x.html"
        );
    }
}
