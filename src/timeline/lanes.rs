//! Facts in rows, and rows in lanes.

use std::sync::Arc;

use crate::domain::date::{Day, Period, days_after, days_between};
use crate::domain::status::EventKind;
use crate::timeline::order::Order;

/// The shape of a mark, by the kind of its fact.
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

    /// Its outline in a square of 12 by 12 pixels as an SVG path. All commands are relative, so that several outlines can be
    /// joined to one path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Circle => "m6 1.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z",
            Self::Diamond => "m6 .8 5.2 5.2-5.2 5.2-5.2-5.2z",
            Self::Square => "m1.8 1.8h8.4v8.4h-8.4z",
            Self::Flag => "m2.5 11.2v-10l7.7 2.8-6.2 2.6v4.6z",
        }
    }
}

/// Where in its period the mark of a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// In the middle: it happened at some time in the period.
    Middle,
    /// At the end, as for a deadline.
    End,
}

/// The time between a deadline and what followed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// From the day after the deadline to the day on which it was done, or for which the timeline is drawn.
    pub period: Period,
    /// Whether it was done; otherwise it is past due or put off.
    pub is_done: bool,
}

/// What drawing a dated fact or commitment needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its days.
    pub period: Period,
    /// The position of its mark.
    pub anchor: Anchor,
    /// The shape of its mark.
    pub glyph: Glyph,
    /// Whether it has not happened or was not done. Drawn hollow.
    pub is_planned: bool,
    /// The number of its color.
    pub color: usize,
    /// Its delay, if it was due and is late or was done late.
    pub delay: Option<Delay>,
}

impl Fact {
    /// The day of its mark.
    pub(super) fn day(&self) -> Day {
        match self.anchor {
            Anchor::Middle => {
                let days = days_between(self.period.first(), self.period.last());
                days_after(self.period.first(), days / 2)
            }
            Anchor::End => self.period.last(),
        }
    }
}

/// What may be written beside the mark of a single fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactLabel {
    /// The beginning of its text.
    pub text: String,
    /// The length of its delay in words.
    pub delay: Option<String>,
}

/// Facts in one line, shared between timelines.
pub type Row = Arc<[Fact]>;

/// Rows under one head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Whether only its head is drawn, with the facts of all rows in its line.
    pub is_folded: bool,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The facts in the line of its head.
    head: Order,
}

impl Lane {
    /// Those rows under one head.
    pub fn new(is_folded: bool, rows: Vec<Row>) -> Self {
        let in_head = if is_folded { rows.as_slice() } else { &[] };
        Self {
            is_folded,
            head: Order::new(in_head.iter().enumerate()),
            rows,
        }
    }

    /// The facts in the line of a row, or of the head.
    pub(super) fn order(&self, row: Option<usize>) -> Order {
        match row {
            None => self.head.clone(),
            Some(row) => Order::new(self.rows.iter().enumerate().skip(row).take(1)),
        }
    }
}

/// The place of a fact in the lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactPlace {
    /// Which lane.
    pub lane: usize,
    /// Which row of the lane.
    pub row: usize,
    /// Which fact of the row.
    pub fact: usize,
}
