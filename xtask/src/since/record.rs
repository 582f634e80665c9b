//! A later fact as it stands in its file.

use serde::Deserialize;

/// What the date of a fact means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum DateMeaning {
    Signed,
    Adopted,
    Published,
    InForce,
    Applies,
    Launched,
    Withdrawn,
    Postponed,
    Reported,
    Planned,
    Announced,
    Proposed,
    Agreed,
    Held,
    Lapsed,
    Delivered,
}

/// What became of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    /// Done in time, or without a date to be done by.
    Met,
    /// Done after the day on which it was due.
    MetLate,
    /// Done in another way, or put off before it was due.
    Changed,
    /// Given up.
    Dropped,
    /// Not done by the day on which it was due.
    NotMet,
    /// A task without an end that is seen to go on.
    Continuing,
    /// Under way, with no date missed.
    Open,
}

/// One later fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LaterFact {
    /// The id of the measure or section, `-s` and a number.
    pub(super) id: String,
    pub(super) date: String,
    #[expect(dead_code, reason = "read to be checked")]
    pub(super) date_meaning: DateMeaning,
    pub(super) kind: String,
    pub(super) text: String,
    /// Who acted or is named.
    pub(super) bodies: Vec<String>,
    /// The information systems that it is about.
    pub(super) systems: Vec<String>,
    /// Other measures and sections that it bears on.
    pub(super) also: Vec<String>,
    pub(super) documents: Vec<CitedDocument>,
    pub(super) evidence: Vec<Page>,
    pub(super) about: Vec<Bearing>,
    pub(super) new_due: Option<NewDue>,
    #[expect(dead_code, reason = "read to be checked")]
    pub(super) sure: Certainty,
    pub(super) note: Option<String>,
}

/// How far the pages bear a fact out.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Certainty {
    /// An official or scholarly page, or two independent ones.
    High,
    /// One page of another kind.
    Medium,
}

/// A document of the dataset, or one that it does not have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CitedDocument {
    pub(super) document: Option<String>,
    pub(super) number: Option<String>,
    pub(super) title: Option<String>,
    #[expect(dead_code, reason = "read to be checked")]
    pub(super) kind: Option<String>,
    pub(super) date: Option<String>,
    pub(super) celex: Option<String>,
    #[expect(dead_code, reason = "read to be checked")]
    pub(super) oj: Option<String>,
}

/// A public page that says so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub(super) url: String,
    pub(super) publisher: String,
    /// The page's own date, where it has one.
    pub(super) dated: Option<String>,
    /// The day on which the page was read.
    pub(super) checked: String,
}

/// A commitment that a fact bears on, and what became of it if the fact settles that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bearing {
    pub(super) commitment: String,
    pub(super) outcome: Option<Outcome>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub(super) state: State,
    pub(super) text: String,
}

/// A due date that was announced, or to which something was put off, on the day of the fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDue {
    pub(super) due: String,
    /// What is due then.
    pub(super) of: String,
    pub(super) commitments: Vec<String>,
}

/// A commitment of which nothing was found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NothingFound {
    pub(super) commitment: String,
    /// What was looked for; nothing where the search left no words.
    pub(super) looked: Option<String>,
    pub(super) checked: String,
}
