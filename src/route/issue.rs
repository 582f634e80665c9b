//! What is wrong with a link, as a sentence.

use std::fmt;

use crate::domain::id::{LineId, PresidencyId};
use crate::domain::invisible_chars::quoted;
use crate::domain::keyed::Keyed;
use crate::index::{Facet, FacetKey};

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
    /// A part of the link was damaged on its way.
    Mangled(String),
    /// It is far longer than any link of ours.
    TooLong,
    /// The dataset has no such value of a filter.
    UnknownFilterValue {
        /// The filter.
        facet: Facet,
        /// The value.
        value: FacetKey,
    },
    /// There is no fact or commitment with that id.
    UnknownLine(LineId),
    /// The fact or commitment stands on another page.
    LineElsewhere(LineId),
    /// The Presidency to compare with has no brief.
    NoBriefBeside(PresidencyId),
}

impl fmt::Display for LinkIssue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |text: &str| quoted(text, 40);
        match self {
            Self::UnknownPage(page) => write!(
                formatter,
                "The link names a page “{}” that does not exist; here is the table.",
                short(page)
            ),
            Self::NothingNamed(kind) => write!(
                formatter,
                "The link does not say which {kind} it means; here is the table."
            ),
            Self::UnknownKey(key) => write!(
                formatter,
                "The link has a setting “{}” that this page does not know; it was left out.",
                short(key)
            ),
            Self::UnknownValue { key, value } => write!(
                formatter,
                "The link sets “{}” to “{}”, which is not one of its values; it was left out.",
                short(key),
                short(value)
            ),
            Self::Mangled(piece) => write!(
                formatter,
                "A part of the link was damaged on its way: “{}”; it was left out.",
                short(piece)
            ),
            Self::TooLong => {
                formatter.write_str("The link is far longer than any that this page makes; here is the table.")
            }
            Self::UnknownFilterValue { facet, value } => write!(
                formatter,
                "The link asks for “{}” under {}, which is not in this edition; it was left out.",
                short(value.as_str()),
                facet.label()
            ),
            Self::UnknownLine(line) => write!(
                formatter,
                "The link points to a line “{}”, which is not in this edition.",
                short(line.as_str())
            ),
            Self::LineElsewhere(line) => {
                write!(
                    formatter,
                    "The link points to a line “{}”, which is not on this page.",
                    short(line.as_str())
                )
            }
            Self::NoBriefBeside(presidency) => write!(
                formatter,
                "The link asks to compare with “{}”, which has no brief; it was left out.",
                short(presidency.as_str())
            ),
        }
    }
}
