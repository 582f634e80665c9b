//! One document: what it is, its page in the official register, and who cites it.

use crate::dataset::Home;
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::id::DocumentId;
use crate::domain::identifier::{Identifier, Scheme};
use crate::domain::keyed::Keyed;
use crate::domain::later::{CitedDocument, LaterFact};
use crate::domain::measure::DocumentUse;
use crate::domain::sort;
use crate::domain::status::{DocumentRole, Status};
use crate::query::{self, Later};
use crate::view::export::lines_at;
use crate::view::{Context, LaterFactView, LineView, Link, ListPart, Pace};
use crate::words::{document as words, identifiers, measure};

/// What is known of a document itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentEntry {
    /// What kind of document it is.
    pub kind: &'static str,
    /// Its number, or else its title.
    pub name: String,
    /// Its title, where it has a number too.
    pub title: Option<String>,
    /// `25 May 2020`.
    pub date: Option<String>,
    /// Its place in the Official Journal, as a source prints it.
    pub oj: Option<String>,
    /// All of its identifiers, each with where it was read, and how a source prints it.
    pub identifiers: Vec<IdentifierView>,
    /// The day from which it applies.
    pub applies: Option<String>,
    /// When it was to be transposed: `by 25 May 2020`.
    pub transposition: Option<String>,
    /// A distribution marking such as `RESTREINT UE`.
    pub marking: Option<String>,
    /// Other ways in which a source prints its number.
    pub aliases: Option<String>,
    /// Its page in the official register, or why it has none.
    pub register: Result<String, &'static str>,
    /// The editors' remark.
    pub note: Option<String>,
}

/// One document, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// The id by which links name it.
    pub id: String,
    /// What it is.
    pub entry: DocumentEntry,
    /// Which of those who cite it are shown.
    pub list: ListPart,
    /// That there are none.
    pub not_cited: String,
    /// These.
    pub citing: Vec<CitingView>,
    /// The later facts about it, and what these are; none where there are none.
    pub since: Option<(String, Vec<LaterFactView>)>,
}

/// A measure or a section of a general report that cites a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitingView {
    /// The measure or section.
    pub home: Link,
    /// In which roles it cites the document, and how it prints its number.
    pub details: Vec<String>,
    /// The status of the measure.
    pub status: Option<(Status, String)>,
    /// The editors' remarks.
    pub notes: Vec<String>,
    /// The facts, then the commitments there that cite it, each in order of time.
    pub lines: Vec<LineView>,
}

/// An identifier of a body or a document, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentifierView {
    /// What it is called.
    pub scheme: &'static str,
    /// The identifier itself.
    pub value: String,
    /// The page to which it leads.
    pub url: Option<String>,
    /// Where and when it was read.
    pub seen: String,
}

impl IdentifierView {
    /// That identifier.
    pub fn of(identifier: &Identifier) -> Self {
        Self {
            scheme: identifier.scheme.label(),
            value: identifier.value.clone(),
            url: identifier.url(),
            seen: identifiers::seen(&identifier.seen, &PartialDate::of_day(identifier.checked).in_words()),
        }
    }
}

impl DocumentEntry {
    /// Its place in the Official Journal, where no identifier says it.
    pub fn oj_alone(&self) -> Option<&String> {
        let mut identifiers = self.identifiers.iter();
        let is_identified = identifiers.any(|identifier| identifier.scheme == Scheme::Oj.label());
        self.oj.as_ref().filter(|_| !is_identified)
    }

    /// What is known of that document.
    pub fn of(document: &Document) -> Self {
        let identifiers = document.identifiers.iter().map(|identifier| {
            let mut view = IdentifierView::of(identifier);
            if let Some(oj) = document.oj.as_deref().filter(|_| identifier.scheme == Scheme::Oj) {
                view.seen = identifiers::printed_too(oj, &identifier.value, &view.seen);
            }
            view
        });
        let [restricted, no_rule] = words::NO_REGISTER;
        let no_register = if document.is_restricted() { restricted } else { no_rule };
        Self {
            kind: document.kind.label(),
            name: document.name().to_owned(),
            title: document.number.as_ref().and(document.title.clone()),
            date: document.date.map(PartialDate::in_words),
            oj: document.oj.clone(),
            identifiers: identifiers.collect(),
            applies: document.applies.map(PartialDate::in_words),
            transposition: document.transposition.map(|date| words::by(&date.in_words())),
            marking: document.marking.clone(),
            aliases: Some(document.aliases.join(", ")).filter(|aliases| !aliases.is_empty()),
            register: document.url().ok_or(no_register),
            note: document.note.clone(),
        }
    }
}

/// How a measure prints the number of a document, where it prints it otherwise: `printed “13433/18”`.
pub(super) fn printed(citations: &[&DocumentUse]) -> Vec<String> {
    let mut printed: Vec<&str> = citations
        .iter()
        .filter_map(|citation| citation.printed.as_deref())
        .collect();
    printed.dedup();
    printed.into_iter().map(measure::printed).collect()
}

impl Context<'_> {
    /// The document at that place of the dataset. The citation in `around` is always shown, however long the list.
    pub fn document(&self, place: usize, around: Option<Home>) -> DocumentView {
        let document = &self.dataset.documents[place];
        let citing = query::citing(place, self.index);
        let around = around.and_then(|named| citing.iter().position(|(home, _)| *home == named));
        let list = self.list("citing".to_owned(), citing.len(), Pace::PARTS, around);
        let shown = citing[list.lines.clone()].iter();
        DocumentView {
            id: document.id.to_string(),
            entry: DocumentEntry::of(document),
            not_cited: self.dataset.vocabulary.say(words::NOT_CITED),
            citing: shown.map(|(home, roles)| self.citing(*home, roles, document)).collect(),
            list,
            since: self.since_document(&document.id),
        }
    }

    fn since_document(&self, id: &DocumentId) -> Option<(String, Vec<LaterFactView>)> {
        let about = self.about_later_facts()?;
        let is_about = |fact: &LaterFact| {
            let mut cited = fact.documents.iter();
            cited.any(|cited| matches!(cited, CitedDocument::Known(known) if known == id))
        };
        let mut facts: Vec<Later<'_>> = self.dataset.later_facts().collect();
        facts.retain(|(_, fact)| is_about(fact));
        sort::by_number(&mut facts, |(_, fact)| fact.order());
        let facts: Vec<_> = facts
            .iter()
            .map(|(home, fact)| self.later_fact(*home, None, fact))
            .collect();
        (!facts.is_empty()).then_some((about, facts))
    }

    fn citing(&self, home: Home, roles: &[DocumentRole], document: &Document) -> CitingView {
        let measure = match home {
            Home::Measure(place) => Some(&self.dataset.measures[place]),
            Home::Report(_) => None,
        };
        let citations = measure.into_iter().flat_map(|measure| &measure.documents);
        let citations: Vec<&DocumentUse> = citations.filter(|citation| citation.document == document.id).collect();
        let roles = roles.iter().map(|role| role.label().to_owned());
        let mut notes: Vec<String> = citations.iter().filter_map(|citation| citation.note.clone()).collect();
        notes.dedup();
        let records = lines_at(home, self.dataset).into_iter().map(|(_, record)| record);
        let records = records.filter(|record| record.documents().contains(&document.id));
        CitingView {
            home: self.page_link(home),
            details: roles.chain(printed(&citations)).collect(),
            status: measure.map(|measure| {
                (
                    measure.status,
                    self.dataset.vocabulary.status(measure.status).to_owned(),
                )
            }),
            notes,
            lines: records.map(|record| self.line(record, None)).collect(),
        }
    }
}
