//! What public sources report after the record ends: kept apart from the sources, each with the pages that say so.

use crate::domain::date::{Day, PartialDate, When, order_of_days};
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, ReportId};
use crate::domain::keyed::keyed;
use crate::domain::outcome::Outcome;
use crate::domain::status::EventKind;
use crate::words::later as words;

keyed! {
    /// What the date of a later fact means.
    DateMeaning, words::DATE_MEANINGS {
        /// A proposal was tabled.
        Proposed = "proposed";
        /// Something was said to come.
        Announced = "announced";
        /// It was to come on that day.
        Planned = "planned";
        /// It was put off.
        Postponed = "postponed";
        /// It was agreed politically.
        Agreed = "agreed";
        /// It was adopted.
        Adopted = "adopted";
        /// It was signed.
        Signed = "signed";
        /// It was published.
        Published = "published";
        /// It entered into force.
        InForce = "in-force";
        /// It began to apply.
        Applies = "applies";
        /// It was put into service.
        Launched = "launched";
        /// It was handed over.
        Delivered = "delivered";
        /// It took place.
        Held = "held";
        /// It was said to be so.
        Reported = "reported";
        /// It was withdrawn.
        Withdrawn = "withdrawn";
        /// It ceased to apply.
        Lapsed = "lapsed";
    }
}

keyed! {
    /// How far the pages bear a later fact out.
    Certainty, words::CERTAINTIES {
        /// An official or scholarly page, or two independent ones.
        High = "high";
        /// One page of another kind.
        Medium = "medium";
    }
}

keyed! {
    /// What was found of a measure or commitment after the record ends.
    Found, words::FOUND {
        /// A fact.
        Fact = "found";
        /// It was looked for, and nothing was found.
        Nothing = "nothing-found";
        /// It was not looked for by itself.
        NotLookedFor = "not-looked-for";
    }
}

impl Found {
    /// What it means.
    pub fn definition(self) -> &'static str {
        words::FOUND_DEFINITIONS[self as usize]
    }
}

/// A fact that public pages report after the record ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterFact {
    /// Its id in links, such as `31-s1`.
    pub id: LineId,
    /// When.
    pub when: When,
    /// What that date means.
    pub date_meaning: DateMeaning,
    /// What kind of fact it is.
    pub kind: EventKind,
    /// What happened, in our own words.
    pub text: String,
    /// Who acted or is named.
    pub bodies: Vec<BodyId>,
    /// The information systems that it is about.
    pub systems: Vec<BodyId>,
    /// Other measures that it bears on.
    pub measures: Vec<MeasureId>,
    /// Other sections of a general report that it bears on.
    pub reports: Vec<ReportId>,
    /// The documents that it is about.
    pub documents: Vec<CitedDocument>,
    /// The pages that say so.
    pub evidence: Vec<WebPage>,
    /// The commitments that it bears on.
    pub about: Vec<Bearing>,
    /// A date that was announced that day.
    pub new_due: Option<NewDue>,
    /// Other later facts that say otherwise of the same. Each pair is written once: `Dataset::disagreeing` knows it both ways.
    pub disagrees_with: Vec<LineId>,
    /// How far the pages bear it out.
    pub sure: Certainty,
    /// The editor's remark.
    pub note: Option<String>,
}

/// A document that a later fact is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitedDocument {
    /// One that a source cites too.
    Known(DocumentId),
    /// One that no source cites.
    Other(OtherDocument),
}

/// A document that no source cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDocument {
    /// Its number as its register writes it.
    pub number: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Its CELEX number, where a page shows it.
    pub celex: Option<String>,
    /// Its place in the Official Journal, where a page shows it.
    pub oj: Option<String>,
    /// Its European Legislation Identifier, where a text of others has it.
    pub eli: Option<String>,
}

/// A public page that reports a later fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebPage {
    /// Its address.
    pub url: String,
    /// Who publishes it.
    pub publisher: String,
    /// The page's own date.
    pub dated: Option<PartialDate>,
    /// The day on which it was read.
    pub checked: Day,
}

/// A commitment that a later fact bears on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// Which commitment.
    pub commitment: LineId,
    /// What became of it, where the fact settles that.
    pub outcome: Option<Outcome>,
}

/// A date that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDue {
    /// By when it was then to come.
    pub due: When,
    /// What was to come.
    pub of: String,
    /// The commitments whose date it is.
    pub commitments: Vec<LineId>,
}

/// How far later facts were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afterwards {
    /// The day up to which they were looked for: nothing later is known.
    pub checked: Day,
    /// The commitments of which nothing was found.
    pub nothing_found: Vec<NothingFound>,
}

/// A commitment of which nothing later was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingFound {
    /// Which.
    pub commitment: LineId,
    /// What was looked for, and on which day.
    pub looked: Option<LookedFor>,
}

/// What was looked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedFor {
    /// In words.
    pub what: String,
    /// The day.
    pub on: Day,
}

impl LaterFact {
    /// The commitments on which it bears, or whose date it moves.
    pub fn commitments(&self) -> impl Iterator<Item = &LineId> {
        let about = self.about.iter().map(|about| &about.commitment);
        about.chain(self.new_due.iter().flat_map(|new_due| &new_due.commitments))
    }

    /// The order of time: by the first day, then by the last.
    pub fn order(&self) -> i64 {
        let period = self.when.period();
        order_of_days(period.first(), period.last())
    }

    /// Whether it is known of on that day: of a month or a year, once that is over.
    pub fn is_known(&self, as_of: Day) -> bool {
        self.when.period().last() <= as_of
    }
}
