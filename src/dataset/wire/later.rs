//! Later facts, field by field as they are written.

use crate::dataset::enum_key::EnumKey;
use crate::dataset::json::{FromJson, Json};
use crate::dataset::text::Text;
use crate::domain::later::{Certainty, DateMeaning};
use crate::domain::status::{EventKind, OutcomeState};

records! {
    /// How far later facts were looked for.
    Afterwards<'a> {
        /// The day up to which they were looked for.
        checked: Text<'a>,
        /// The commitments of which nothing was found.
        nothing_found: Box<[NothingFound<'a>]> = default,
    }

    /// A commitment of which nothing later was found.
    NothingFound<'a> {
        /// Which commitment.
        commitment: Text<'a>,
        /// What was looked for.
        looked: Option<Text<'a>> = default,
        /// The day on which it was looked for, if it is another than that up to which all later facts were.
        looked_on: Option<Text<'a>> = default,
    }

    /// A fact that public pages report after the record ends.
    LaterFact<'a> {
        /// Its id in links: that of the measure or section, -s and a number.
        id: Text<'a>,
        /// When, in the forms of the date of an event.
        date: Text<'a>,
        /// What that date means.
        date_meaning: EnumKey<DateMeaning>,
        /// What kind of fact it is.
        kind: EnumKey<EventKind>,
        /// What happened, in our own words.
        text: Text<'a>,
        /// Who acted or is named, by body id.
        bodies: Box<[Text<'a>]> = default,
        /// The information systems that it is about, by body id.
        systems: Box<[Text<'a>]> = default,
        /// Other measures that it bears on.
        measures: Box<[Text<'a>]> = default,
        /// Other sections of a general report that it bears on.
        reports: Box<[Text<'a>]> = default,
        /// The documents that it is about.
        documents: Box<[CitedDocument<'a>]> = default,
        /// The pages that say so; at least one.
        evidence: Box<[WebPage<'a>]>,
        /// The commitments that it bears on.
        about: Box<[Bearing<'a>]> = default,
        /// A date that was announced that day.
        new_due: Option<NewDue<'a>> = default,
        /// Other later facts, by id, that say otherwise of the same; each pair is written once.
        disagrees_with: Box<[Text<'a>]> = default,
        /// How far the pages bear it out.
        sure: EnumKey<Certainty>,
        /// The editor's remark.
        note: Option<Text<'a>> = default,
    }

    /// A document that a source cites too, or one that none does.
    CitedDocument<'a> {
        /// The id of one that a source cites too; then nothing else is said.
        document: Option<Text<'a>> = default,
        /// Its number as its register writes it.
        number: Option<Text<'a>> = default,
        /// Its title.
        title: Option<Text<'a>> = default,
        /// Its date.
        date: Option<Text<'a>> = default,
        /// Its CELEX number, where a page shows it.
        celex: Option<Text<'a>> = default,
        /// Its place in the Official Journal, where a page shows it.
        oj: Option<Text<'a>> = default,
        /// Its European Legislation Identifier, where a text of others has it.
        eli: Option<Text<'a>> = default,
        /// Where that was read.
        eli_seen: Option<Text<'a>> = default,
    }

    /// A public page that says so.
    WebPage<'a> {
        /// Its address.
        url: Text<'a>,
        /// Who publishes it.
        publisher: Text<'a>,
        /// The page's own date.
        dated: Option<Text<'a>> = default,
        /// The day on which it was read.
        checked: Text<'a>,
    }

    /// A commitment that a later fact bears on.
    Bearing<'a> {
        /// Which commitment.
        commitment: Text<'a>,
        /// What became of it, where the fact settles that.
        outcome: Option<LaterOutcome<'a>> = default,
    }

    /// What became of a commitment.
    LaterOutcome<'a> {
        /// Where it stands since.
        state: EnumKey<OutcomeState>,
        /// From what it follows.
        text: Text<'a>,
    }

    /// A date that was announced.
    NewDue<'a> {
        /// By when it was then to come, in the forms of the date of an event.
        due: Text<'a>,
        /// What was to come.
        of: Text<'a>,
        /// The commitments whose date it is.
        commitments: Box<[Text<'a>]> = default,
    }
}
