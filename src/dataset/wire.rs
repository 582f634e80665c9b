//! The file's records, field by field as they are written. Private to `dataset`.
//!
//! The JSON Schema in `public/` is generated from these types.

use serde::Deserialize;

use crate::dataset::word::Word;
use crate::domain::body::BodyKind;
use crate::domain::document::DocumentKind;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, PresidencyRole, Relation, Status};

/// Declares a record: unknown fields are faults, and the schema follows.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($(#[$field_meta])* pub(super) $field: $type,)+
        }
    )+};
}

records! {
    /// The follow-up of the renewed EU Internal Security Strategy: one edition of the data.
    Dataset {
        /// The name of the schema of this format.
        #[serde(default, rename = "$schema")]
        schema: Option<String>,
        /// The version of this format: 1.
        schema_version: u32,
        /// Which edition of the data this is.
        edition: Edition,
        /// The documents the data was drawn from.
        sources: Vec<Source>,
        /// The sections under which the measures are listed, in the source's order.
        priorities: Vec<Priority>,
        /// The order of the Presidencies of the Council.
        presidencies: Vec<Presidency>,
        /// Bodies, countries, information systems and programmes.
        bodies: Vec<Body>,
        /// Every document referred to.
        documents: Vec<Document>,
        /// What a source reports outside its measures, section by section.
        #[serde(default)]
        reports: Vec<Report>,
        /// The measures, in the source's order.
        measures: Vec<Measure>,
        /// Acronyms and what they stand for.
        glossary: Vec<Term>,
    }

    /// One edition of the data.
    Edition {
        /// The number of its leading document.
        id: String,
        /// The title of the edition.
        title: String,
        /// The day as of which it reports, such as 2020-02-03.
        status_date: String,
    }

    /// A document the data was drawn from.
    Source {
        /// Its id in records.
        id: String,
        /// Its number in its register.
        number: String,
        /// Its title, as printed.
        title: String,
        /// Its date, to the day.
        date: String,
        /// Who issued it, by body id.
        issuer: Vec<String>,
        /// Its distribution marking, as printed.
        #[serde(default)]
        marking: Option<String>,
        /// The number of the document it continues.
        #[serde(default)]
        previous: Option<String>,
        /// Its page in the official register.
        #[serde(default)]
        url: Option<String>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<String>,
    }

    /// One of the sections under which the source lists its measures.
    Priority {
        /// Its id in links.
        id: String,
        /// Its number; null where the source prints none.
        #[serde(default)]
        number: Option<String>,
        /// The heading above it.
        group: String,
        /// Its title, as printed.
        title: String,
        /// Its title for narrow places.
        short_title: String,
    }

    /// One term of the Presidency of the Council.
    Presidency {
        /// The country's code, and the year too where the country comes round again.
        id: String,
        /// The country's name.
        country: String,
        /// As in "the Croatian Presidency".
        adjective: String,
        /// The first day of the term.
        from: String,
        /// The last day of the term.
        to: String,
        /// The codes of the Presidencies that share a programme.
        trio: String,
    }

    /// A body, country, information system or programme.
    Body {
        /// Its id in links.
        id: String,
        /// What kind of body it is.
        kind: Word<BodyKind>,
        /// The name for a table cell.
        short: String,
        /// The full name.
        name: String,
        /// Every other spelling that a source prints.
        aliases: Vec<String>,
        /// Its official site.
        #[serde(default)]
        url: Option<String>,
    }

    /// A document that a source refers to.
    Document {
        /// Its id in links, made from the number.
        id: String,
        /// Its number as its register writes it.
        #[serde(default)]
        number: Option<String>,
        /// What kind of document it is.
        kind: Word<DocumentKind>,
        /// Its title, where a source prints one.
        #[serde(default)]
        title: Option<String>,
        /// Its date, where a source prints one.
        #[serde(default)]
        date: Option<String>,
        /// A distribution marking such as RESTREINT UE.
        #[serde(default)]
        marking: Option<String>,
        /// Its place in the Official Journal.
        #[serde(default)]
        oj: Option<String>,
        /// The day from which a legal act applies, where a source gives it.
        #[serde(default)]
        applies: Option<String>,
        /// The day by which a directive was to be transposed, where a source gives it.
        #[serde(default)]
        transposition: Option<String>,
        /// Other ways in which a source prints the number, slips included.
        #[serde(default)]
        aliases: Vec<String>,
        /// Its page in the official register, made from the number by rule.
        #[serde(default)]
        url: Option<String>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<String>,
    }

    /// One measure of one source.
    Measure {
        /// Its id in links; it never changes.
        id: String,
        /// The source that reports on it.
        source: String,
        /// Its number, as printed.
        number: String,
        /// The priority under which it is listed.
        priority: String,
        /// Its title, exactly as printed.
        title: String,
        /// One to three sentences: what it is and where it stands.
        summary: String,
        /// Where it stands: the editor's reading.
        status: Word<Status>,
        /// From what in the source the status follows.
        status_reason: String,
        /// The responsible working parties, by body id, in the source's order.
        working_parties: Vec<String>,
        /// Everybody and everything else the block names, by body id.
        bodies: Vec<String>,
        /// The Presidencies that the text names for it.
        presidencies: Vec<PresidencyLink>,
        /// Every reference in the block.
        documents: Vec<DocumentUse>,
        /// What happened.
        state_of_play: Vec<Event>,
        /// What was to be done.
        follow_up: Vec<Commitment>,
        /// Where the block stands in the source.
        locator: Locator,
        /// Measures that are tied to this one.
        #[serde(default)]
        related: Vec<RelatedMeasure>,
        /// The editor's remark on the source.
        #[serde(default)]
        note: Option<String>,
    }

    /// One section of a source that stands outside its measures.
    Report {
        /// Its id in links.
        id: String,
        /// The source.
        source: String,
        /// The priority it is about; null for an introduction or an outlook.
        #[serde(default)]
        priority: Option<String>,
        /// Its heading.
        title: String,
        /// What happened.
        state_of_play: Vec<Event>,
        /// What was to be done.
        follow_up: Vec<Commitment>,
    }

    /// A Presidency that the text names for a measure.
    PresidencyLink {
        /// Which.
        id: String,
        /// For something done, or for something to come.
        role: Word<PresidencyRole>,
    }

    /// One citation of a document.
    DocumentUse {
        /// Which document.
        document: String,
        /// In which part of the block.
        role: Word<DocumentRole>,
        /// How the source prints it, where that differs from the number.
        #[serde(default)]
        printed: Option<String>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<String>,
    }

    /// Something that happened.
    Event {
        /// Its id in links.
        id: String,
        /// When: 2019-10-17, 2019-10, 2019-Q2, 2019-H1 or 2019; null where the source gives no date.
        #[serde(default)]
        date: Option<String>,
        /// The end of a range that begins with `date`.
        #[serde(default)]
        end: Option<String>,
        /// The source's own words for the time, where they say more or other than the date.
        #[serde(default)]
        date_text: Option<String>,
        /// What kind of fact it is.
        kind: Word<EventKind>,
        /// What happened.
        text: String,
        /// Who took part, by body id.
        bodies: Vec<String>,
        /// The Presidency that the text names for this fact.
        #[serde(default)]
        presidency: Option<String>,
        /// The documents cited for it.
        documents: Vec<String>,
        /// The measures it concerns, where it stands outside them.
        #[serde(default)]
        measures: Vec<String>,
        /// Other facts and commitments that speak of the same thing.
        #[serde(default)]
        related: Vec<RelatedRecord>,
        /// Where the line stands in the source.
        locator: Locator,
        /// The editor's remark.
        #[serde(default)]
        note: Option<String>,
    }

    /// Something that somebody was to do.
    Commitment {
        /// Its id in links.
        id: String,
        /// By when, in the forms of an event's `date`; null where the source gives no date.
        #[serde(default)]
        due: Option<String>,
        /// The end of a range that begins with `due`.
        #[serde(default)]
        due_end: Option<String>,
        /// The source's own words for the time, where they say more or other than the date.
        #[serde(default)]
        due_text: Option<String>,
        /// Who was to do it, by body id.
        owners: Vec<String>,
        /// What was to be done.
        text: String,
        /// Who else the line names, by body id.
        #[serde(default)]
        bodies: Vec<String>,
        /// The Presidency that the text names for it.
        #[serde(default)]
        presidency: Option<String>,
        /// The documents cited for it.
        documents: Vec<String>,
        /// The measures it concerns, where it stands outside them.
        #[serde(default)]
        measures: Vec<String>,
        /// Other facts and commitments that speak of the same thing.
        #[serde(default)]
        related: Vec<RelatedRecord>,
        /// Where the line stands in the source.
        locator: Locator,
        /// What came of it by the edition's date.
        outcome: Outcome,
        /// The editor's remark.
        #[serde(default)]
        note: Option<String>,
    }

    /// What came of a commitment.
    Outcome {
        /// Where it stands.
        state: Word<OutcomeState>,
        /// When it came about.
        #[serde(default)]
        date: Option<String>,
        /// The ids of the events, documents or later commitments that show it.
        evidence: Vec<String>,
        /// From what it follows.
        text: String,
    }

    /// Where a line stands in its source.
    Locator {
        /// The section, such as II.31.
        section: String,
        /// The page; null where the source does not show it.
        #[serde(default)]
        page: Option<u32>,
        /// Whether the page was counted from the nearest printed page numbers.
        #[serde(default)]
        page_counted: bool,
    }

    /// A tie to another measure.
    RelatedMeasure {
        /// Which measure.
        measure: String,
        /// How they are tied.
        relation: Word<Relation>,
        /// In what they are tied, in words.
        #[serde(default)]
        note: Option<String>,
    }

    /// A tie to another fact or commitment.
    RelatedRecord {
        /// Which event or commitment.
        record: String,
        /// How they are tied.
        relation: Word<Relation>,
        /// In what they are tied, in words.
        #[serde(default)]
        note: Option<String>,
    }

    /// An acronym and what it stands for.
    Term {
        /// The acronym.
        term: String,
        /// What it stands for.
        meaning: String,
    }
}
