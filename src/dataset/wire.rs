//! The file's records, field by field as they are written. Private to `dataset`.
//!
//! Texts stay where the file has them: what is only looked up is never copied, what is kept is copied once. Lists take no
//! more room than they need. The JSON Schema in `public/` is generated from these types.

use serde::Deserialize;

use crate::dataset::text::Text;
use crate::dataset::word::Word;
use crate::domain::body::BodyKind;
use crate::domain::document::DocumentKind;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, PresidencyRole, Relation, Status};

/// Declares a record: unknown fields are faults, and the schema follows.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident<$file:lifetime> { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        pub(super) struct $name<$file> {
            $($(#[$field_meta])* pub(super) $field: $type,)+
        }
    )+};
}

records! {
    /// The follow-up of the renewed EU Internal Security Strategy: one edition of the data.
    Dataset<'a> {
        /// The name of the schema of this format.
        #[serde(default, rename = "$schema")]
        schema: Option<Text<'a>>,
        /// The version of this format: 1.
        schema_version: u32,
        /// Which edition of the data this is.
        edition: Edition<'a>,
        /// The documents the data was drawn from.
        sources: Box<[Source<'a>]>,
        /// The sections under which the measures are listed, in the source's order.
        priorities: Box<[Priority<'a>]>,
        /// The order of the Presidencies of the Council.
        presidencies: Box<[Presidency<'a>]>,
        /// Bodies, countries, information systems and programmes.
        bodies: Box<[Body<'a>]>,
        /// Every document referred to.
        documents: Box<[Document<'a>]>,
        /// What a source reports outside its measures, section by section.
        #[serde(default)]
        reports: Box<[Report<'a>]>,
        /// The measures, in the source's order.
        measures: Box<[Measure<'a>]>,
        /// Acronyms and what they stand for.
        glossary: Box<[Term<'a>]>,
    }

    /// One edition of the data.
    Edition<'a> {
        /// The number of its leading document.
        id: Text<'a>,
        /// The title of the edition.
        title: Text<'a>,
        /// The day as of which it reports, such as 2020-02-03.
        status_date: Text<'a>,
    }

    /// A document the data was drawn from.
    Source<'a> {
        /// Its id in records.
        id: Text<'a>,
        /// Its number in its register.
        number: Text<'a>,
        /// Its title, as printed.
        title: Text<'a>,
        /// Its date, to the day.
        date: Text<'a>,
        /// Who issued it, by body id.
        issuer: Box<[Text<'a>]>,
        /// Its distribution marking, as printed.
        #[serde(default)]
        marking: Option<Text<'a>>,
        /// The number of the document it continues.
        #[serde(default)]
        previous: Option<Text<'a>>,
        /// Its page in the official register.
        #[serde(default)]
        url: Option<Text<'a>>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// One of the sections under which the source lists its measures.
    Priority<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// Its number; null where the source prints none.
        #[serde(default)]
        number: Option<Text<'a>>,
        /// The heading above it.
        group: Text<'a>,
        /// Its title, as printed.
        title: Text<'a>,
        /// Its title for narrow places.
        short_title: Text<'a>,
    }

    /// One term of the Presidency of the Council.
    Presidency<'a> {
        /// The country's code, and the year too where the country comes round again.
        id: Text<'a>,
        /// The country's name.
        country: Text<'a>,
        /// As in "the Croatian Presidency".
        adjective: Text<'a>,
        /// The first day of the term.
        from: Text<'a>,
        /// The last day of the term.
        to: Text<'a>,
        /// The codes of the Presidencies that share a programme.
        trio: Text<'a>,
    }

    /// A body, country, information system or programme.
    Body<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// What kind of body it is.
        kind: Word<BodyKind>,
        /// The name for a table cell.
        short: Text<'a>,
        /// The full name.
        name: Text<'a>,
        /// Every other spelling that a source prints.
        aliases: Box<[Text<'a>]>,
        /// Its official site.
        #[serde(default)]
        url: Option<Text<'a>>,
    }

    /// A document that a source refers to.
    Document<'a> {
        /// Its id in links, made from the number.
        id: Text<'a>,
        /// Its number as its register writes it.
        #[serde(default)]
        number: Option<Text<'a>>,
        /// What kind of document it is.
        kind: Word<DocumentKind>,
        /// Its title, where a source prints one.
        #[serde(default)]
        title: Option<Text<'a>>,
        /// Its date, where a source prints one.
        #[serde(default)]
        date: Option<Text<'a>>,
        /// A distribution marking such as RESTREINT UE.
        #[serde(default)]
        marking: Option<Text<'a>>,
        /// Its place in the Official Journal.
        #[serde(default)]
        oj: Option<Text<'a>>,
        /// The day from which a legal act applies, where a source gives it.
        #[serde(default)]
        applies: Option<Text<'a>>,
        /// The day by which a directive was to be transposed, where a source gives it.
        #[serde(default)]
        transposition: Option<Text<'a>>,
        /// Other ways in which a source prints the number, slips included.
        #[serde(default)]
        aliases: Box<[Text<'a>]>,
        /// Its page in the official register, made from the number by rule.
        #[serde(default)]
        url: Option<Text<'a>>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// One measure of one source.
    Measure<'a> {
        /// Its id in links; it never changes.
        id: Text<'a>,
        /// The source that reports on it.
        source: Text<'a>,
        /// Its number, as printed.
        number: Text<'a>,
        /// The priority under which it is listed.
        priority: Text<'a>,
        /// Its title, exactly as printed.
        title: Text<'a>,
        /// One to three sentences: what it is and where it stands.
        summary: Text<'a>,
        /// Where it stands: the editor's reading.
        status: Word<Status>,
        /// From what in the source the status follows.
        status_reason: Text<'a>,
        /// The responsible working parties, by body id, in the source's order.
        working_parties: Box<[Text<'a>]>,
        /// Everybody and everything else the block names, by body id.
        bodies: Box<[Text<'a>]>,
        /// The Presidencies that the text names for it.
        presidencies: Box<[PresidencyLink<'a>]>,
        /// Every reference in the block.
        documents: Box<[DocumentUse<'a>]>,
        /// What happened.
        state_of_play: Box<[Event<'a>]>,
        /// What was to be done.
        follow_up: Box<[Commitment<'a>]>,
        /// Where the block stands in the source.
        locator: Locator<'a>,
        /// Measures that are tied to this one.
        #[serde(default)]
        related: Box<[RelatedMeasure<'a>]>,
        /// The editor's remark on the source.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// One section of a source that stands outside its measures.
    Report<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// The source.
        source: Text<'a>,
        /// The priority it is about; null for an introduction or an outlook.
        #[serde(default)]
        priority: Option<Text<'a>>,
        /// Its heading.
        title: Text<'a>,
        /// What happened.
        state_of_play: Box<[Event<'a>]>,
        /// What was to be done.
        follow_up: Box<[Commitment<'a>]>,
    }

    /// A Presidency that the text names for a measure.
    PresidencyLink<'a> {
        /// Which.
        id: Text<'a>,
        /// For something done, or for something to come.
        role: Word<PresidencyRole>,
    }

    /// One citation of a document.
    DocumentUse<'a> {
        /// Which document.
        document: Text<'a>,
        /// In which part of the block.
        role: Word<DocumentRole>,
        /// How the source prints it, where that differs from the number.
        #[serde(default)]
        printed: Option<Text<'a>>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// Something that happened.
    Event<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// When: 2019-10-17, 2019-10, 2019-Q2, 2019-H1 or 2019; null where the source gives no date.
        #[serde(default)]
        date: Option<Text<'a>>,
        /// The end of a range that begins with `date`.
        #[serde(default)]
        end: Option<Text<'a>>,
        /// The source's own words for the time, where they say more or other than the date.
        #[serde(default)]
        date_text: Option<Text<'a>>,
        /// What kind of fact it is.
        kind: Word<EventKind>,
        /// What happened.
        text: Text<'a>,
        /// Who took part, by body id.
        bodies: Box<[Text<'a>]>,
        /// The Presidency that the text names for this fact.
        #[serde(default)]
        presidency: Option<Text<'a>>,
        /// The documents cited for it.
        documents: Box<[Text<'a>]>,
        /// The measures it concerns, where it stands outside them.
        #[serde(default)]
        measures: Box<[Text<'a>]>,
        /// Other facts and commitments that speak of the same thing.
        #[serde(default)]
        related: Box<[RelatedRecord<'a>]>,
        /// Where the line stands in the source.
        locator: Locator<'a>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// Something that somebody was to do.
    Commitment<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// By when, in the forms of an event's `date`; null where the source gives no date.
        #[serde(default)]
        due: Option<Text<'a>>,
        /// The end of a range that begins with `due`.
        #[serde(default)]
        due_end: Option<Text<'a>>,
        /// The source's own words for the time, where they say more or other than the date.
        #[serde(default)]
        due_text: Option<Text<'a>>,
        /// Who was to do it, by body id.
        owners: Box<[Text<'a>]>,
        /// What was to be done.
        text: Text<'a>,
        /// Who else the line names, by body id.
        #[serde(default)]
        bodies: Box<[Text<'a>]>,
        /// The Presidency that the text names for it.
        #[serde(default)]
        presidency: Option<Text<'a>>,
        /// The documents cited for it.
        documents: Box<[Text<'a>]>,
        /// The measures it concerns, where it stands outside them.
        #[serde(default)]
        measures: Box<[Text<'a>]>,
        /// Other facts and commitments that speak of the same thing.
        #[serde(default)]
        related: Box<[RelatedRecord<'a>]>,
        /// Where the line stands in the source.
        locator: Locator<'a>,
        /// What came of it by the edition's date.
        outcome: Outcome<'a>,
        /// The editor's remark.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// What came of a commitment.
    Outcome<'a> {
        /// Where it stands.
        state: Word<OutcomeState>,
        /// When it came about.
        #[serde(default)]
        date: Option<Text<'a>>,
        /// The ids of the events, documents or later commitments that show it.
        evidence: Box<[Text<'a>]>,
        /// From what it follows.
        text: Text<'a>,
    }

    /// Where a line stands in its source.
    Locator<'a> {
        /// The section, such as II.31.
        section: Text<'a>,
        /// The page; null where the source does not show it.
        #[serde(default)]
        page: Option<u32>,
        /// Whether the page was counted from the nearest printed page numbers.
        #[serde(default)]
        page_counted: bool,
    }

    /// A tie to another measure.
    RelatedMeasure<'a> {
        /// Which measure.
        measure: Text<'a>,
        /// How they are tied.
        relation: Word<Relation>,
        /// In what they are tied, in words.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// A tie to another fact or commitment.
    RelatedRecord<'a> {
        /// Which event or commitment.
        record: Text<'a>,
        /// How they are tied.
        relation: Word<Relation>,
        /// In what they are tied, in words.
        #[serde(default)]
        note: Option<Text<'a>>,
    }

    /// An acronym and what it stands for.
    Term<'a> {
        /// The acronym.
        term: Text<'a>,
        /// What it stands for.
        meaning: Text<'a>,
    }
}
