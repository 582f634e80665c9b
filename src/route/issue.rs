//! What is wrong with a link, as a sentence.

use crate::domain::id::{LineId, PresidencyId};
use crate::domain::invisible_chars::quoted;
use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::index::{Facet, FacetKey};
use crate::query::LONGEST_TEXT;
use crate::words::link_issues as words;

/// A part of a link that is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkIssue {
    /// There is no page of that name.
    UnknownPage(String),
    /// The link names a kind of page without an id.
    NothingNamed(&'static str),
    /// There is no setting of that name.
    UnknownKey(String),
    /// The setting does not have that value.
    UnknownValue {
        /// The setting.
        key: String,
        /// The value.
        value: String,
    },
    /// A part of the link cannot be decoded.
    Mangled(String),
    /// It is far longer than any link of ours.
    TooLong,
    /// It looks for a text that is too long for an address.
    TextTooLong,
    /// The dataset has no such value of a filter.
    UnknownFilterValue {
        /// The filter.
        facet: Facet,
        /// The value.
        value: FacetKey,
    },
    /// It was made of another edition than the one that is shown.
    OtherEdition {
        /// The edition of the link.
        of: String,
        /// The one that is shown.
        shown: String,
    },
    /// There is no fact or commitment with that id.
    UnknownLine(LineId),
    /// The fact or commitment is on another page.
    LineElsewhere(LineId),
    /// The Presidency to compare with has no brief.
    NoBriefBeside(PresidencyId),
}

impl LinkIssue {
    /// What is said of it, in the words of the data that the link was opened in.
    pub fn in_words(&self, own: &Vocabulary) -> String {
        let short = |text: &str| quoted(text, 40);
        match self {
            Self::UnknownPage(page) => words::unknown_page(&short(page)),
            Self::NothingNamed(kind) => words::nothing_named(&own.say(kind)),
            Self::UnknownKey(key) => words::unknown_key(&short(key)),
            Self::UnknownValue { key, value } => words::unknown_value(&short(key), &short(value)),
            Self::Mangled(piece) => words::mangled(&short(piece)),
            Self::TooLong => words::TOO_LONG.to_owned(),
            Self::TextTooLong => words::text_too_long(LONGEST_TEXT),
            Self::UnknownFilterValue { facet, value } => {
                words::unknown_filter_value(&short(value.as_str()), &own.say(facet.label()))
            }
            Self::OtherEdition { of, shown } => words::other_edition(&short(of), &short(shown)),
            Self::UnknownLine(line) => words::unknown_line(&short(line.as_str())),
            Self::LineElsewhere(line) => words::line_elsewhere(&short(line.as_str())),
            Self::NoBriefBeside(presidency) => words::no_brief(&short(presidency.as_str())),
        }
    }
}
