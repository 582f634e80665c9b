//! The dialog in which what is shown is shared, cited and exported.

use crate::view::CitationStyle;
use crate::words::share;

/// The fewest and the most rows of the field with the citation: one footnote is seen whole, what is longer scrolls.
const ROWS: (usize, usize) = (4, 8);

/// Up to this many citations the field has all of them, else only the first: nobody reads more there.
const WHOLE: usize = 1500;
const FIRST: usize = 200;

/// The ways to send what is shown, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaysView {
    /// The link; none for a page opened from a file, whose address works nowhere else, and whose path is private.
    pub link: Option<String>,
    /// What shows it in a frame of another page; none where the page was opened from a file, or shows data that only the reader has.
    pub frame: Option<String>,
    /// The code that leads there from the search box of any copy; a selection has none.
    pub code: Option<String>,
    /// The result of saving a copy of the page; empty before.
    pub saved: String,
}

/// What is shown as a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CiteView {
    /// How many citations there are.
    pub count: usize,
    /// How many of them are in the field, if not all.
    pub first: Option<usize>,
    /// How they are written.
    pub style: CitationStyle,
    /// The citations in the field.
    pub text: String,
    /// The result of saving them; empty before.
    pub saved: String,
}

/// The state of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ExportState {
    /// Not started.
    #[default]
    Idle,
    /// That many pieces of that many are written.
    Writing(usize, usize),
    /// It has come to its end, and this is what there is to say.
    Ended(String),
}

impl CiteView {
    /// How many of that many citations are in the field.
    pub fn in_field(count: usize) -> usize {
        if count <= WHOLE { count } else { FIRST }
    }

    /// That many citations in that style, of which `text` has those in the field.
    pub fn new(style: CitationStyle, count: usize, text: String) -> Self {
        let in_field = Self::in_field(count);
        Self {
            count,
            first: (in_field < count).then_some(in_field),
            style,
            text,
            saved: String::new(),
        }
    }

    /// How many rows the field has.
    pub fn rows(&self) -> usize {
        self.text.lines().count().clamp(ROWS.0, ROWS.1)
    }
}

/// The message about a file that was passed to the browser, which alone knows what becomes of it.
pub fn handed_over(is_taken: bool, name: &str) -> String {
    if is_taken {
        share::handed_over(name)
    } else {
        share::REFUSED.to_owned()
    }
}
