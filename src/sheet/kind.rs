//! The kinds of records with their columns: one table, by which sheets are written, read, explained and checked.
//!
//! What a column holds, whether it is needed and which values it may have stands in the dataset's schema.

use crate::domain::keyed::{Keyed, keyed};
use crate::words::sheets as words;

keyed! {
    /// A kind of record, with a sheet of its own. What belongs to a record stands in a later kind than that record.
    Kind, words::NAMES {
        /// The edition itself, a single row.
        Edition = "edition";
        /// What things are called.
        Words = "words";
        /// The documents the data was drawn from.
        Sources = "sources";
        /// The sections under which measures are listed.
        Priorities = "priorities";
        /// The order of the Presidencies.
        Presidencies = "periods";
        /// Bodies, countries, information systems and programmes.
        Bodies = "bodies";
        /// Every document referred to.
        Documents = "documents";
        /// Under which others know bodies and documents.
        Identifiers = "identifiers";
        /// The measures.
        Measures = "measures";
        /// The documents that a measure cites.
        Citations = "cited-documents";
        /// Ties between measures.
        RelatedMeasures = "related-measures";
        /// The sections of general reports.
        Sections = "sections";
        /// What happened.
        Facts = "facts";
        /// What was to be done.
        Commitments = "commitments";
        /// What came of commitments.
        Outcomes = "outcomes";
        /// Ties between facts and commitments.
        RelatedLines = "related-lines";
        /// What public pages report since.
        LaterFacts = "later-facts";
        /// The documents of later facts.
        LaterDocuments = "later-documents";
        /// The pages that show later facts.
        WebPages = "web-pages";
        /// What later facts say of commitments.
        LaterOutcomes = "later-outcomes";
        /// The commitments of which nothing was found.
        NothingFound = "nothing-found";
        /// Acronyms.
        Glossary = "glossary";
    }
}

/// Where the records of a kind stand in the dataset, and their columns.
pub(super) struct Table {
    /// What its rows are.
    pub(super) kind: Kind,
    /// The name of the record in the schema.
    pub(super) record: &'static str,
    /// Where they stand.
    pub(super) home: Home,
    /// The field of each column, with dots between fields within fields, and what it holds.
    pub(super) columns: &'static [(&'static str, Shape)],
    /// The head of each column.
    pub(super) heads: &'static [&'static str],
}

/// Where the records of a kind stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Home {
    /// The dataset itself is the one record.
    Whole,
    /// In a list of the dataset.
    List(&'static str),
    /// In a field of another record, which is a list or one record. The columns that name that record are [`Shape::Parent`].
    In(&'static str),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The record's own id.
    Id,
    /// The id of the record of that kind to which this one belongs. No field of the record.
    Parent(Kind),
    /// The id of a record of one of those kinds.
    Ref(&'static [Kind]),
    /// Ids of records of those kinds.
    Refs(&'static [Kind]),
    /// A text.
    Text,
    /// Texts.
    Texts,
    /// A day.
    Day,
    /// A day, month, quarter, half-year or year.
    Date,
    /// A value of a closed list.
    Choice,
    /// A whole number.
    Number,
    /// Whether something is so.
    YesNo,
    /// Records of two fields: an id, and a value of a closed list.
    Pairs([&'static str; 2]),
}

use Home::{In, List, Whole};
use Shape::{Choice, Date, Day, Id, Number, Pairs, Parent, Ref, Refs, Text, Texts, YesNo};

const BODIES: Shape = Refs(&[Kind::Bodies]);
const DOCUMENTS: Shape = Refs(&[Kind::Documents]);
const MEASURES: Shape = Refs(&[Kind::Measures]);
const COMMITMENT: Shape = Ref(&[Kind::Commitments]);
const LATER_FACT: (&str, Shape) = ("", Parent(Kind::LaterFacts));
/// To which measure, or else section of a general report, a line belongs.
const OF_MEASURE: (&str, Shape) = ("", Parent(Kind::Measures));
const OF_SECTION: (&str, Shape) = ("", Parent(Kind::Sections));

/// Declares the tables in the order of their kinds.
macro_rules! tables {
    ($($kind:ident: $record:ident, $home:expr, $heads:ident, [$($column:expr),+ $(,)?];)+) => {
        static TABLES: [Table; Kind::ALL.len()] = [$({
            const COLUMNS: &[(&str, Shape)] = &[$($column),+];
            const { assert!(COLUMNS.len() == words::$heads.len()) };
            Table { kind: Kind::$kind, record: stringify!($record), home: $home, columns: COLUMNS, heads: &words::$heads }
        },)+];
    };
}

tables! {
    Edition: Dataset, Whole, EDITION, [
        ("edition.id", Text), ("edition.title", Text), ("edition.status_date", Day), ("afterwards.checked", Day),
    ];
    Words: Word, List("words"), WORDS, [("what", Choice), ("text", Text), ("many", Text)];
    Sources: Source, List("sources"), SOURCES, [
        ("id", Id), ("number", Text), ("title", Text), ("date", Day), ("issuer", BODIES), ("marking", Text),
        ("previous", Text), ("url", Text), ("note", Text),
    ];
    Priorities: Priority, List("priorities"), PRIORITIES, [
        ("id", Id), ("number", Text), ("group", Text), ("title", Text), ("short_title", Text), ("color", Choice),
    ];
    Presidencies: Presidency, List("presidencies"), PRESIDENCIES, [
        ("id", Id), ("country", Text), ("adjective", Text), ("from", Day), ("to", Day), ("trio", Text),
    ];
    Bodies: Body, List("bodies"), BODIES, [
        ("id", Id), ("kind", Choice), ("short", Text), ("name", Text), ("about", Text),
        ("about_lines", Refs(&[Kind::Facts, Kind::Commitments])), ("about_later", Refs(&[Kind::LaterFacts])), ("aliases", Texts), ("url", Text),
        ("looked", Text), ("looked_on", Day),
    ];
    Documents: Document, List("documents"), DOCUMENTS, [
        ("id", Id), ("number", Text), ("kind", Choice), ("title", Text), ("date", Date), ("marking", Text), ("oj", Text),
        ("applies", Date), ("transposition", Date), ("aliases", Texts), ("url", Text), ("note", Text),
    ];
    Identifiers: Identifier, In("identifiers"), IDENTIFIERS, [
        ("", Parent(Kind::Bodies)), ("", Parent(Kind::Documents)), ("scheme", Choice), ("value", Text), ("seen", Text), ("checked", Day),
    ];
    Measures: Measure, List("measures"), MEASURES, [
        ("id", Id), ("source", Ref(&[Kind::Sources])), ("number", Text), ("priority", Ref(&[Kind::Priorities])),
        ("title", Text), ("summary", Text), ("status", Choice), ("status_reason", Text), ("working_parties", BODIES),
        ("bodies", BODIES), ("presidencies", Pairs(["id", "role"])), ("locator.section", Text), ("locator.page", Number),
        ("locator.page_counted", YesNo), ("note", Text),
    ];
    Citations: DocumentUse, In("documents"), CITATIONS, [
        OF_MEASURE, ("document", Ref(&[Kind::Documents])), ("role", Choice), ("printed", Text), ("note", Text),
    ];
    RelatedMeasures: RelatedMeasure, In("related"), RELATED_MEASURES, [
        OF_MEASURE, ("measure", Ref(&[Kind::Measures])), ("relation", Choice), ("note", Text),
    ];
    Sections: Report, List("reports"), SECTIONS, [
        ("id", Id), ("source", Ref(&[Kind::Sources])), ("priority", Ref(&[Kind::Priorities])), ("title", Text),
    ];
    Facts: Event, In("state_of_play"), FACTS, [
        ("id", Id), OF_MEASURE, OF_SECTION, ("date", Date), ("end", Date), ("date_text", Text), ("kind", Choice),
        ("text", Text), ("bodies", BODIES), ("presidency", Ref(&[Kind::Presidencies])), ("documents", DOCUMENTS),
        ("measures", MEASURES), ("locator.section", Text), ("locator.page", Number), ("locator.page_counted", YesNo),
        ("note", Text),
    ];
    Commitments: Commitment, In("follow_up"), COMMITMENTS, [
        ("id", Id), OF_MEASURE, OF_SECTION, ("due", Date), ("due_end", Date), ("due_text", Text), ("owners", BODIES),
        ("owners_stand_in", YesNo), ("text", Text), ("product", Text), ("bodies", BODIES),
        ("presidency", Ref(&[Kind::Presidencies])), ("documents", DOCUMENTS), ("measures", MEASURES), ("locator.section", Text), ("locator.page", Number), ("locator.page_counted", YesNo),
        ("note", Text),
    ];
    Outcomes: Outcome, In("outcome"), OUTCOMES, [
        ("", Parent(Kind::Commitments)), ("state", Choice), ("date", Date),
        ("evidence", Refs(&[Kind::Facts, Kind::Commitments, Kind::Documents])), ("text", Text),
    ];
    RelatedLines: RelatedRecord, In("related"), RELATED_LINES, [
        ("", Parent(Kind::Facts)), ("", Parent(Kind::Commitments)), ("record", Ref(&[Kind::Facts, Kind::Commitments])),
        ("relation", Choice), ("note", Text),
    ];
    LaterFacts: LaterFact, In("since"), LATER_FACTS, [
        ("id", Id), OF_MEASURE, OF_SECTION, ("date", Date), ("date_meaning", Choice), ("kind", Choice), ("text", Text),
        ("bodies", BODIES), ("systems", BODIES), ("measures", MEASURES), ("reports", Refs(&[Kind::Sections])),
        ("new_due.due", Date), ("new_due.of", Text), ("new_due.commitments", Refs(&[Kind::Commitments])),
        ("disagrees_with", Refs(&[Kind::LaterFacts])), ("sure", Choice),
        ("note", Text),
    ];
    LaterDocuments: CitedDocument, In("documents"), LATER_DOCUMENTS, [
        LATER_FACT, ("document", Ref(&[Kind::Documents])), ("number", Text), ("title", Text), ("date", Date), ("celex", Text),
        ("oj", Text), ("eli", Text), ("eli_seen", Text),
    ];
    WebPages: WebPage, In("evidence"), WEB_PAGES, [
        LATER_FACT, ("url", Text), ("publisher", Text), ("dated", Date), ("checked", Day),
    ];
    LaterOutcomes: Bearing, In("about"), LATER_OUTCOMES, [
        LATER_FACT, ("commitment", COMMITMENT), ("outcome.state", Choice), ("outcome.text", Text),
    ];
    NothingFound: NothingFound, List("afterwards.nothing_found"), NOTHING_FOUND, [
        ("commitment", COMMITMENT), ("looked", Text), ("looked_on", Day),
    ];
    Glossary: Term, List("glossary"), GLOSSARY, [("term", Id), ("meaning", Text)];
}

impl Kind {
    /// The name of its sheet.
    pub fn name(self) -> &'static str {
        self.label()
    }

    /// The heads of its columns.
    pub fn heads(self) -> &'static [&'static str] {
        self.table().heads
    }

    /// The field of each of its columns, with dots between fields within fields, and what it holds.
    pub fn columns(self) -> &'static [(&'static str, Shape)] {
        self.table().columns
    }

    /// The column of that field.
    pub fn column(self, field: &str) -> Option<usize> {
        self.columns().iter().position(|(own, _)| *own == field)
    }

    /// Where its records stand, and their columns.
    pub(super) fn table(self) -> &'static Table {
        &TABLES[self as usize]
    }

    /// The kinds of records that belong to one of this kind, each with the field in which they stand.
    pub(super) fn parts(self) -> impl Iterator<Item = (Kind, &'static str)> {
        TABLES.iter().filter_map(move |table| match table.home {
            In(field) => table
                .parents()
                .any(|(_, parent)| parent == self)
                .then_some((table.kind, field)),
            Whole | List(_) => None,
        })
    }
}

impl Table {
    /// The columns that say to which record a row belongs, each with the kind of that record.
    pub(super) fn parents(&self) -> impl Iterator<Item = (usize, Kind)> {
        let shapes = self.columns.iter().enumerate();
        shapes.filter_map(|(place, (_, shape))| match shape {
            Parent(kind) => Some((place, *kind)),
            _ => None,
        })
    }

    /// The column of the record's own id.
    pub(super) fn id(&self) -> Option<usize> {
        self.columns.iter().position(|(_, shape)| *shape == Id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_stands_in_the_place_of_its_kind_and_below_what_it_belongs_to() {
        for kind in Kind::ALL {
            let table = kind.table();
            assert_eq!(table.kind, *kind);
            assert!(table.parents().all(|(_, parent)| parent < *kind), "{kind:?}");
        }
    }
}
