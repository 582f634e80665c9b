//! The documents that the sources refer to.

use crate::domain::date::PartialDate;
use crate::domain::id::DocumentId;
use crate::domain::identifier::{self, Identifier, Scheme};
use crate::domain::keyed::keyed;
use crate::domain::register;
use crate::words::kinds;

keyed! {
    /// The kind of a document, which decides its register.
    DocumentKind, kinds::DOCUMENTS {
        /// A Council document of the ST series.
        Council = "council";
        /// A Council working paper of the WK series.
        WorkingPaper = "working-paper";
        /// A Commission COM document.
        Com = "com";
        /// A Commission staff working document.
        Swd = "swd";
        /// A joint document of the Commission and the High Representative.
        Join = "join";
        /// A Commission C document.
        C = "c";
        /// A regulation.
        Regulation = "regulation";
        /// A directive.
        Directive = "directive";
        /// A decision.
        Decision = "decision";
        /// A framework decision.
        FrameworkDecision = "framework-decision";
        /// A recommendation.
        Recommendation = "recommendation";
        /// An international convention or protocol.
        Convention = "convention";
        /// An international agreement.
        Agreement = "agreement";
        /// A resolution of the United Nations.
        UnResolution = "un-resolution";
        /// Something of which only the place in the Official Journal is given.
        Oj = "oj";
        /// None of the others.
        Other = "other";
    }
}

impl DocumentKind {
    /// The heading over documents of this kind.
    pub fn heading(self) -> &'static str {
        kinds::DOCUMENT_HEADINGS[self as usize]
    }
}

/// One document, however often it is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id in links.
    pub id: DocumentId,
    /// Its number as its register writes it; some documents have none.
    pub number: Option<String>,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title, where a source prints one.
    pub title: Option<String>,
    /// Its date, where a source prints one.
    pub date: Option<PartialDate>,
    /// A distribution marking such as `RESTREINT UE`.
    pub marking: Option<String>,
    /// Its place in the Official Journal, where a source prints one.
    pub oj: Option<String>,
    /// The day from which a legal act applies, where a source gives it.
    pub applies: Option<PartialDate>,
    /// The day by which a directive was to be transposed, where a source gives it.
    pub transposition: Option<PartialDate>,
    /// Other ways in which a source prints the number, slips included.
    pub aliases: Vec<String>,
    /// Under which others know it.
    pub identifiers: Vec<Identifier>,
    /// The editor's remark.
    pub note: Option<String>,
}

impl Document {
    /// Its page in the official register; none without a rule for it, or if it is restricted.
    pub fn url(&self) -> Option<String> {
        if self.is_restricted() {
            return None;
        }
        register::url(self.kind, self.number.as_deref()?)
    }

    /// Whether it has a number of the European Union's registers, or a place in its Official Journal.
    pub fn has_register_number(&self) -> bool {
        self.oj.is_some() || !self.identifiers.is_empty()
    }

    /// Its identifier of that scheme, where one was found.
    pub fn identifier(&self, scheme: Scheme) -> Option<&str> {
        identifier::of(&self.identifiers, scheme)
    }

    /// Whether its marking restricts access.
    pub fn is_restricted(&self) -> bool {
        self.marking
            .as_deref()
            .is_some_and(|marking| marking.contains("RESTREINT"))
    }

    /// Its number, and the other ways in which a source prints it.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.number.iter().chain(&self.aliases).map(String::as_str)
    }

    /// Its number, its title, and the other ways in which a source prints the number.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.number.iter().chain(&self.title).chain(&self.aliases);
        names.map(String::as_str)
    }

    /// What a reader calls it: the number, or the title of a document without one.
    pub fn name(&self) -> &str {
        self.number
            .as_deref()
            .or(self.title.as_deref())
            .unwrap_or_else(|| self.id.as_str())
    }
}
