//! What is laid out: facts in rows, rows in lanes.

use crate::domain::date::Period;
use crate::domain::status::EventKind;

/// The shape that says the kind of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Glyph {
    /// A meeting or discussion.
    Circle,
    /// An adoption or a legal act.
    Diamond,
    /// A report or document.
    Square,
    /// A deadline.
    Flag,
}

impl Glyph {
    /// The shape for that kind of event.
    pub fn of(kind: EventKind) -> Self {
        match kind {
            EventKind::Meeting
            | EventKind::Negotiation
            | EventKind::Operation
            | EventKind::Court
            | EventKind::Deployment
            | EventKind::Other => Self::Circle,
            EventKind::Adoption
            | EventKind::Agreement
            | EventKind::Mandate
            | EventKind::Conclusions
            | EventKind::EntryIntoForce
            | EventKind::Application => Self::Diamond,
            EventKind::Proposal | EventKind::Publication | EventKind::Report => Self::Square,
            EventKind::Deadline => Self::Flag,
        }
    }

    /// Its outline around the middle of a square of 12 by 12, as SVG writes paths.
    pub fn path(self) -> &'static str {
        match self {
            Self::Circle => "M6 1.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z",
            Self::Diamond => "M6 .8 11.2 6 6 11.2.8 6z",
            Self::Square => "M1.8 1.8h8.4v8.4H1.8z",
            Self::Flag => "M2.5 11.2V1.2L10.2 4 4 6.6v4.6z",
        }
    }
}

/// Where on its period the mark of a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// In the middle: it happened some time in it.
    Middle,
    /// At the end: until then there was time.
    End,
}

/// The way from what was promised to what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// From the day after the promised time to the day on which it came, or to the day as of which it is told.
    pub period: Period,
    /// Whether it came; otherwise it is still late, or planned anew.
    pub is_done: bool,
    /// How long it is, in words.
    pub label: String,
}

/// A dated fact or commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The days it stands for.
    pub period: Period,
    /// Where its mark stands.
    pub anchor: Anchor,
    /// The shape of its mark.
    pub glyph: Glyph,
    /// Whether it has not come, or was not done: drawn hollow.
    pub is_planned: bool,
    /// The key of the colour in which it is drawn.
    pub tone: String,
    /// What it is, in a few words.
    pub label: String,
    /// The way to what came of it, where that is known and later.
    pub way: Option<Way>,
}

/// Facts that stand in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its facts.
    pub facts: Vec<Fact>,
}

/// Rows under one head. Folded, all their facts stand in the line of the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Whether only its head is drawn.
    pub is_folded: bool,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Where a fact stands in the lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactPlace {
    /// Which lane.
    pub lane: usize,
    /// Which row of it.
    pub row: usize,
    /// Which fact of that.
    pub fact: usize,
}
