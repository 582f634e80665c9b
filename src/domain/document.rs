//! The documents that the sources refer to.

use crate::domain::date::PartialDate;
use crate::domain::id::DocumentId;
use crate::domain::keyed::keyed;
use crate::domain::register;

keyed! {
    /// What kind of document it is; the kind decides in which register it stands.
    DocumentKind, "kind of document" {
        /// A Council document of the ST series.
        Council = "council", "Council document";
        /// A Council working paper of the WK series.
        WorkingPaper = "working-paper", "working paper";
        /// A Commission COM document.
        Com = "com", "Commission document";
        /// A Commission staff working document.
        Swd = "swd", "staff working document";
        /// A joint document of the Commission and the High Representative.
        Join = "join", "joint communication";
        /// A Commission C document.
        C = "c", "Commission act";
        /// A regulation.
        Regulation = "regulation", "regulation";
        /// A directive.
        Directive = "directive", "directive";
        /// A decision.
        Decision = "decision", "decision";
        /// A framework decision.
        FrameworkDecision = "framework-decision", "framework decision";
        /// A recommendation.
        Recommendation = "recommendation", "recommendation";
        /// An international convention or protocol.
        Convention = "convention", "convention";
        /// An international agreement.
        Agreement = "agreement", "agreement";
        /// A resolution of the United Nations.
        UnResolution = "un-resolution", "UN resolution";
        /// Something of which only the place in the Official Journal is given.
        Oj = "oj", "Official Journal";
        /// None of the others.
        Other = "other", "other document";
    }
}

impl DocumentKind {
    /// The word for several of them, where it begins a line.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Council => "Council documents",
            Self::WorkingPaper => "Council working papers",
            Self::Com => "Commission documents",
            Self::Swd => "Staff working documents",
            Self::Join => "Joint communications",
            Self::C => "Commission acts",
            Self::Regulation => "Regulations",
            Self::Directive => "Directives",
            Self::Decision => "Decisions",
            Self::FrameworkDecision => "Framework decisions",
            Self::Recommendation => "Recommendations",
            Self::Convention => "Conventions",
            Self::Agreement => "Agreements",
            Self::UnResolution => "UN resolutions",
            Self::Oj => "Known by their place in the Official Journal",
            Self::Other => "Other documents",
        }
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
    /// The editor's remark.
    pub note: Option<String>,
}

impl Document {
    /// Its page in the official register; nothing where there is no rule, or where the marking keeps it from the public.
    pub fn url(&self) -> Option<String> {
        if self.is_restricted() {
            return None;
        }
        register::url(self.kind, self.number.as_deref()?)
    }

    /// Whether a marking keeps it from the public.
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
