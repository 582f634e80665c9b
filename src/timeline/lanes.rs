//! What is laid out: facts in rows, rows in lanes.

use std::sync::{Arc, OnceLock};

use crate::domain::date::Period;
use crate::domain::status::EventKind;
use crate::timeline::order::Order;

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

    /// Its outline around the middle of a square of 12 by 12, as SVG writes paths; every step is told from where the one before
    /// has led, so that several can stand in one path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Circle => "m6 1.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z",
            Self::Diamond => "m6 .8 5.2 5.2-5.2 5.2-5.2-5.2z",
            Self::Square => "m1.8 1.8h8.4v8.4h-8.4z",
            Self::Flag => "m2.5 11.2v-10l7.7 2.8-6.2 2.6v4.6z",
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// From the day after the promised time to the day on which it came, or to the day as of which it is told.
    pub period: Period,
    /// Whether it came; otherwise it is still late, or planned anew.
    pub is_done: bool,
}

/// A dated fact or commitment: no more than what its place in the drawing takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The days it stands for.
    pub period: Period,
    /// Where its mark stands.
    pub anchor: Anchor,
    /// The shape of its mark.
    pub glyph: Glyph,
    /// Whether it has not come, or was not done: drawn hollow.
    pub is_planned: bool,
    /// The number of the colour in which it is drawn.
    pub tone: usize,
    /// The way to what came of it, where that is known and later.
    pub way: Option<Way>,
}

/// What may be written beside the mark of a single fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactLabel {
    /// What it is, in a few words.
    pub text: String,
    /// How long its way is, in words.
    pub way: Option<String>,
}

/// Facts that stand in one line; shared, as the same row stands in many selections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its facts.
    pub facts: Arc<[Fact]>,
}

/// Rows under one head. Folded, all their facts stand in the line of the head.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    /// Whether only its head is drawn.
    pub is_folded: bool,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The order of the facts of all rows, once it was needed.
    order: OnceLock<Order>,
}

impl Lane {
    /// Those rows under one head.
    pub fn new(is_folded: bool, rows: Vec<Row>) -> Self {
        Self {
            is_folded,
            rows,
            order: OnceLock::new(),
        }
    }

    /// Works out the order of what stands in the line of its head, so that drawing it need not; `number` is its own.
    pub fn prepare(&self, number: usize) {
        self.order(number, None);
    }

    /// The facts of a row in order; of the head those of the whole lane where it is folded, and none otherwise.
    pub(super) fn order(&self, number: usize, row: Option<usize>) -> Order {
        match row {
            Some(row) => Order::new(number, self.rows.iter().enumerate().skip(row).take(1)),
            None if self.is_folded => self
                .order
                .get_or_init(|| Order::new(number, self.rows.iter().enumerate()))
                .clone(),
            None => Order::default(),
        }
    }
}

impl PartialEq for Lane {
    fn eq(&self, other: &Self) -> bool {
        // The order follows from the rows.
        self.is_folded == other.is_folded && self.rows == other.rows
    }
}

impl Eq for Lane {}

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
