//! The file's records, field by field as they are written. Private to `dataset`.
//!
//! Texts stay where the file has them: what is only looked up is never copied, what is kept is copied once. Lists take no
//! more room than they need. The JSON Schema in `public/` is generated from these types.

use crate::dataset::enum_key::EnumKey;
use crate::dataset::json::{FromJson, Json};
use crate::dataset::text::Text;
use crate::domain::body::BodyKind;
use crate::domain::document::DocumentKind;
use crate::domain::priority_color::PriorityColor;
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, PresidencyRole, Relation, Status};

/// Declares a record, its reader and its schema: unknown fields are faults, and only what has a default may be missing.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident<$file:lifetime> {
        $($(#[$field_doc:meta])* $field:ident $(as $key:literal)?: $type:ty $(= $default:ident)?,)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub(in crate::dataset) struct $name<$file> {
            $(
                $(#[$field_doc])*
                $(#[cfg_attr(not(target_arch = "wasm32"), schemars(rename = $key))])?
                $(#[cfg_attr(not(target_arch = "wasm32"), schemars($default))])?
                pub(in crate::dataset) $field: $type,
            )+
        }

        impl<$file> FromJson<$file> for $name<$file> {
            fn from_json(json: &mut Json<$file>) -> Option<Self> {
                $(let mut $field: Option<$type> = None;)+
                json.record(&mut |json, name| match name {
                    $(records!(@key $field $($key)?) => json.field(&mut $field),)+
                    _ => None,
                })?;
                $($(let $field = $field.or_else(|| Some(Default::$default()));)?)+
                Some(Self { $($field: $field?,)+ })
            }
        }
    )+};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

mod identifier;
mod later;
mod words;

pub(super) use identifier::Identifier;
pub(super) use later::{Afterwards, Bearing, CitedDocument, LaterFact, NewDue, WebPage};
pub(super) use words::{Term, Word};

records! {
    /// A follow-up: one edition of the data.
    Dataset<'a> {
        /// The name of the schema of this format.
        schema as "$schema": Option<Text<'a>> = default,
        /// The version of this format: 2, or 1 of what an older page wrote.
        schema_version: u32,
        /// Which edition of the data this is.
        edition: Edition<'a>,
        /// The documents the data was drawn from.
        sources: Box<[Source<'a>]>,
        /// The sections under which the measures are listed, in the source's order.
        priorities: Box<[Priority<'a>]>,
        /// The periods by which the measures are followed up, such as the Presidencies of the Council, quarters or governments.
        presidencies: Box<[Presidency<'a>]>,
        /// Bodies, countries, information systems and programmes.
        bodies: Box<[Body<'a>]>,
        /// Every document referred to.
        documents: Box<[Document<'a>]>,
        /// What a source reports outside its measures, section by section.
        reports: Box<[Report<'a>]> = default,
        /// The measures, in the source's order.
        measures: Box<[Measure<'a>]>,
        /// What things are called, and what the data say of themselves; for what is not here the page has words of its own.
        words: Box<[Word<'a>]> = default,
        /// Acronyms and what they stand for.
        glossary: Box<[Term<'a>]>,
        /// How far later facts were looked for; none where they were not.
        afterwards: Option<Afterwards<'a>> = default,
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
        marking: Option<Text<'a>> = default,
        /// The number of the document it continues.
        previous: Option<Text<'a>> = default,
        /// Its page in the official register.
        url: Option<Text<'a>> = default,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
    }

    /// One of the sections under which the source lists its measures.
    Priority<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// Its number; none where the source prints none.
        number: Option<Text<'a>> = default,
        /// The heading above it.
        group: Text<'a>,
        /// Its title, as printed.
        title: Text<'a>,
        /// Its title for narrow places.
        short_title: Text<'a>,
        /// Its colour; by its place where none is given.
        color: Option<EnumKey<PriorityColor>> = default,
    }

    /// One period: a Presidency of the Council, a quarter, a government.
    Presidency<'a> {
        /// Its code, such as that of the country, and after a hyphen the year too where the code comes round again: HR, Q2-2026.
        id: Text<'a>,
        /// Its name: of the country that holds it, or of the period itself.
        country: Text<'a>,
        /// As in "the Croatian Presidency"; none where the period has a name of its own, such as a quarter.
        adjective: Option<Text<'a>> = default,
        /// The first day of the term.
        from: Text<'a>,
        /// The last day of the term.
        to: Text<'a>,
        /// The name of the group of periods to which it belongs, such as the codes of Presidencies that share a programme, or a year.
        trio: Option<Text<'a>> = default,
    }

    /// A body, country, information system or programme.
    Body<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// What kind of body it is.
        kind: EnumKey<BodyKind>,
        /// The name for a table cell.
        short: Text<'a>,
        /// The full name.
        name: Text<'a>,
        /// What it is, in words of the editors that say no more than the facts and commitments below.
        about: Option<Text<'a>> = default,
        /// The facts and commitments that say what it is.
        about_lines: Box<[Text<'a>]> = default,
        /// The later facts that say what it is.
        about_later: Box<[Text<'a>]> = default,
        /// What was looked for after the record ends, of an information system of which nothing was found.
        looked: Option<Text<'a>> = default,
        /// The day on which it was looked for, if it is another than that up to which all later facts were.
        looked_on: Option<Text<'a>> = default,
        /// Every other spelling that a source prints.
        aliases: Box<[Text<'a>]>,
        /// Its official site.
        url: Option<Text<'a>> = default,
        /// Under which others know it.
        identifiers: Box<[Identifier<'a>]> = default,
    }

    /// A document that a source refers to.
    Document<'a> {
        /// Its id in links, made from the number.
        id: Text<'a>,
        /// Its number as its register writes it.
        number: Option<Text<'a>> = default,
        /// What kind of document it is.
        kind: EnumKey<DocumentKind>,
        /// Its title, where a source prints one.
        title: Option<Text<'a>> = default,
        /// Its date, where a source prints one.
        date: Option<Text<'a>> = default,
        /// A distribution marking such as RESTREINT UE.
        marking: Option<Text<'a>> = default,
        /// Its place in the Official Journal.
        oj: Option<Text<'a>> = default,
        /// The day from which a legal act applies, where a source gives it.
        applies: Option<Text<'a>> = default,
        /// The day by which a directive was to be transposed, where a source gives it.
        transposition: Option<Text<'a>> = default,
        /// Other ways in which a source prints the number, slips included.
        aliases: Box<[Text<'a>]> = default,
        /// Its page in the official register, made from the number by rule.
        url: Option<Text<'a>> = default,
        /// Under which others know it.
        identifiers: Box<[Identifier<'a>]> = default,
        /// Made by rule in earlier data, and not read any more.
        celex: Option<Text<'a>> = default,
        /// Made by rule in earlier data, and not read any more.
        eli: Option<Text<'a>> = default,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
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
        status: EnumKey<Status>,
        /// From what in the source the status follows.
        status_reason: Text<'a>,
        /// The responsible working parties, by body id, in the source's order.
        working_parties: Box<[Text<'a>]>,
        /// Everybody and everything else the block names, by body id.
        bodies: Box<[Text<'a>]>,
        /// The periods, such as Presidencies, that the text names for it.
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
        related: Box<[RelatedMeasure<'a>]> = default,
        /// What public pages report since.
        since: Box<[LaterFact<'a>]> = default,
        /// The editor's remark on the source.
        note: Option<Text<'a>> = default,
    }

    /// One section of a source that stands outside its measures.
    Report<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// The source.
        source: Text<'a>,
        /// The priority it is about; none for an introduction or an outlook.
        priority: Option<Text<'a>> = default,
        /// Its heading.
        title: Text<'a>,
        /// What happened.
        state_of_play: Box<[Event<'a>]>,
        /// What was to be done.
        follow_up: Box<[Commitment<'a>]>,
        /// What public pages report since.
        since: Box<[LaterFact<'a>]> = default,
    }

    /// A Presidency that the text names for a measure.
    PresidencyLink<'a> {
        /// Which.
        id: Text<'a>,
        /// For something done, or for something to come.
        role: EnumKey<PresidencyRole>,
    }

    /// One citation of a document.
    DocumentUse<'a> {
        /// Which document.
        document: Text<'a>,
        /// In which part of the block.
        role: EnumKey<DocumentRole>,
        /// How the source prints it, where that differs from the number.
        printed: Option<Text<'a>> = default,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
    }

    /// Something that happened.
    Event<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// When: 2019-10-17, 2019-10, 2019-Q2, 2019-H1 or 2019; none where the source gives no date.
        date: Option<Text<'a>> = default,
        /// The end of a range that begins with the date.
        end: Option<Text<'a>> = default,
        /// The source's own words for the time, where they say more or other than the date.
        date_text: Option<Text<'a>> = default,
        /// What kind of fact it is.
        kind: EnumKey<EventKind>,
        /// What happened.
        text: Text<'a>,
        /// Who took part, by body id.
        bodies: Box<[Text<'a>]>,
        /// The Presidency that the text names for this fact.
        presidency: Option<Text<'a>> = default,
        /// The documents cited for it.
        documents: Box<[Text<'a>]>,
        /// The measures it concerns, where it stands outside them.
        measures: Box<[Text<'a>]> = default,
        /// Other facts and commitments that speak of the same thing.
        related: Box<[RelatedRecord<'a>]> = default,
        /// Where the line stands in the source.
        locator: Locator<'a>,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
    }

    /// Something that somebody was to do.
    Commitment<'a> {
        /// Its id in links.
        id: Text<'a>,
        /// By when, in the forms of the date of an event; none where the source gives no date.
        due: Option<Text<'a>> = default,
        /// The end of a range that begins with the due date.
        due_end: Option<Text<'a>> = default,
        /// The source's own words for the time, where they say more or other than the date.
        due_text: Option<Text<'a>> = default,
        /// Who was to do it, by body id.
        owners: Box<[Text<'a>]>,
        /// Whether the source names nobody who was to do it, so that the owners stand in.
        owners_stand_in: bool = default,
        /// What was to be done.
        text: Text<'a>,
        /// What is to be there when it is done, such as an act, a report, a system, a post or a meeting, in the words of `text`;
        /// null where it promises work only.
        product: Option<Text<'a>> = default,
        /// Who else the line names, by body id.
        bodies: Box<[Text<'a>]> = default,
        /// The Presidency that the text names for it.
        presidency: Option<Text<'a>> = default,
        /// The documents cited for it.
        documents: Box<[Text<'a>]>,
        /// The measures it concerns, where it stands outside them.
        measures: Box<[Text<'a>]> = default,
        /// Other facts and commitments that speak of the same thing.
        related: Box<[RelatedRecord<'a>]> = default,
        /// Where the line stands in the source.
        locator: Locator<'a>,
        /// What came of it by the edition's date.
        outcome: Outcome<'a>,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
    }

    /// What came of a commitment.
    Outcome<'a> {
        /// Where it stands.
        state: EnumKey<OutcomeState>,
        /// When it came about.
        date: Option<Text<'a>> = default,
        /// The ids of the events, documents or later commitments that show it.
        evidence: Box<[Text<'a>]>,
        /// From what it follows.
        text: Text<'a>,
    }

    /// Where a line stands in its source.
    Locator<'a> {
        /// The section, such as II.31.
        section: Text<'a>,
        /// The page; none where the source does not show it.
        page: Option<u32> = default,
        /// Whether the page was counted from the nearest printed page numbers.
        page_counted: bool = default,
    }

    /// A tie to another measure.
    RelatedMeasure<'a> {
        /// Which measure.
        measure: Text<'a>,
        /// How they are tied.
        relation: EnumKey<Relation>,
        /// In what they are tied, in words.
        note: Option<Text<'a>> = default,
    }

    /// A tie to another fact or commitment.
    RelatedRecord<'a> {
        /// Which event or commitment.
        record: Text<'a>,
        /// How they are tied.
        relation: EnumKey<Relation>,
        /// In what they are tied, in words.
        note: Option<Text<'a>> = default,
    }
}
