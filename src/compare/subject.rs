//! The records about which there is something to say: each with the changes of its own cells, those of what belongs to it, and what
//! that means.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::edition::id_column;
use crate::compare::{Change, Edition, PastDue, Same};
use crate::domain::keyed::keyed;
use crate::domain::sort;
use crate::sheet::{Kind, Shape};
use crate::words::compare as words;

keyed! {
    /// What has happened to a record from one edition to the next.
    Happening, words::HAPPENINGS {
        /// A commitment is past due, and was not before.
        PastDue = "past-due";
        /// A commitment was past due, and is not any more.
        NoLongerPastDue = "no-longer-past-due";
        /// It has another status or outcome.
        Status = "status";
        /// A commitment has another due date.
        DueDate = "due-date";
        /// It came.
        Added = "added";
        /// It went.
        Removed = "removed";
        /// It has another number or priority, or stands elsewhere.
        Moved = "moved";
        /// Something else of it changed.
        Changed = "changed";
    }
}

/// A record about which there is something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// Its id; of the edition itself none.
    pub id: String,
    /// The measure or section to which it belongs, or which it is.
    pub home: Option<(Kind, String)>,
    /// The place of its own change in the difference.
    pub own: Option<usize>,
    /// The places of the changes of what belongs to it and has no id, such as the documents that it cites.
    pub parts: Vec<usize>,
    /// Whether it is past due in one edition only.
    pub past_due: Option<PastDue>,
    /// The id that it had before, where it is taken as one with a record of another id.
    pub old_id: Option<String>,
    /// All that has happened to it; never empty.
    pub happenings: BTreeSet<Happening>,
}

/// The records about which there is something to say, as they are gathered.
#[derive(Default)]
pub(super) struct Subjects {
    gathered: BTreeMap<(Kind, String), Subject>,
    /// Those of which everything is known.
    known: Vec<(Order, Subject)>,
}

impl Subjects {
    /// Those of these changes, which stand in the difference from that place on.
    pub(super) fn gather(&mut self, changes: &[Change], first: usize) {
        for (place, change) in changes.iter().enumerate() {
            let (kind, id) = owner(change);
            let subject = self.of(kind, id);
            if kind == change.kind {
                subject.own = Some(first + place);
            } else {
                subject.parts.push(first + place);
            }
            subject.happenings.extend(happenings(change));
        }
    }

    /// Those that are taken as one.
    pub(super) fn gather_same(&mut self, same: &[Same]) {
        for same in same {
            let subject = self.of(same.kind, same.new.clone());
            subject.old_id = Some(same.old.clone());
            subject.happenings.insert(Happening::Moved);
        }
    }

    fn of(&mut self, kind: Kind, id: String) -> &mut Subject {
        let subject = self.gathered.entry((kind, id.clone()));
        subject.or_insert_with(|| Subject::new(kind, id))
    }

    /// Finds out about some more of those that are gathered; returns whether any is left.
    pub(super) fn find_out(&mut self, old: &Edition, new: &Edition) -> bool {
        const SOME: usize = 2000;
        for _ in 0..SOME {
            let Some((_, mut subject)) = self.gathered.pop_first() else {
                return false;
            };
            subject.home = home(&subject, old, new);
            subject.come_to_a_point(old, new);
            self.known.push((order(&subject, old, new), subject));
        }
        true
    }

    /// All of them: measures with what belongs to them in the order of the later edition, those that went behind them, then sections, then
    /// all others by kind.
    pub(super) fn in_order(mut self) -> Vec<Subject> {
        sort::by(&mut self.known, |(one, _), (other, _)| one.cmp(other));
        self.known.into_iter().map(|(_, subject)| subject).collect()
    }
}

impl Subject {
    fn new(kind: Kind, id: String) -> Self {
        Self {
            kind,
            id,
            home: None,
            own: None,
            parts: Vec::new(),
            past_due: None,
            old_id: None,
            happenings: BTreeSet::new(),
        }
    }

    /// Adds whether it is past due. What came or went as a whole did not change.
    fn come_to_a_point(&mut self, old: &Edition, new: &Edition) {
        let whole = [Happening::Added, Happening::Removed];
        if whole.iter().any(|whole| self.happenings.contains(whole)) {
            self.happenings.retain(|happening| whole.contains(happening));
        }
        if self.kind == Kind::Commitments {
            self.past_due = PastDue::of(&self.id, old, new);
        }
        self.happenings.extend(self.past_due.map(|past_due| match past_due {
            PastDue::Newly => Happening::PastDue,
            PastDue::NoLonger(_) => Happening::NoLongerPastDue,
        }));
    }
}

/// The record that a change is about: the record itself if it has an id, or else the one to which it belongs.
fn owner(change: &Change) -> (Kind, String) {
    let cells = change.cells();
    let columns = || change.kind.columns().iter().zip(cells);
    if let Some(id) = id_column(change.kind) {
        return (change.kind, cells[id].clone());
    }
    let parent = columns().find_map(|((_, shape), cell)| match shape {
        Shape::Parent(parent) => (!cell.is_empty()).then(|| (*parent, cell.clone())),
        _ => None,
    });
    match change.kind {
        // It stands in a list of its own, but says something of a commitment.
        Kind::NothingFound => (Kind::Commitments, cells[0].clone()),
        Kind::Words => (Kind::Edition, String::new()),
        kind => parent.unwrap_or_else(|| (kind, String::new())),
    }
}

/// What a change means.
fn happenings(change: &Change) -> Vec<Happening> {
    let has_id = id_column(change.kind).is_some();
    match (&change.old, &change.new) {
        (None, _) if has_id => return vec![Happening::Added],
        (_, None) if has_id => return vec![Happening::Removed],
        _ => {}
    }
    let columns = change
        .columns()
        .map(|column| happening(change.kind, change.kind.columns()[column].0));
    let moved = change
        .is_moved
        .then_some(if has_id { Happening::Moved } else { Happening::Changed });
    columns.chain(moved).collect()
}

/// What it means that a field is another than before.
fn happening(kind: Kind, field: &str) -> Happening {
    match (kind, field) {
        (Kind::Measures | Kind::Sections, "source" | "priority" | "number")
        | (Kind::Priorities | Kind::Sources, "number")
        | (Kind::Facts | Kind::Commitments | Kind::LaterFacts, "") => Happening::Moved,
        (Kind::Measures, "status") | (Kind::Outcomes, "state") => Happening::Status,
        (Kind::Commitments, "due" | "due_end" | "due_text") => Happening::DueDate,
        _ => Happening::Changed,
    }
}

/// The measure or section to which a record belongs.
fn home(subject: &Subject, old: &Edition, new: &Edition) -> Option<(Kind, String)> {
    if matches!(subject.kind, Kind::Measures | Kind::Sections) {
        return Some((subject.kind, subject.id.clone()));
    }
    let cells = [new, old]
        .into_iter()
        .find_map(|edition| edition.record(subject.kind, &subject.id))?;
    let columns = subject.kind.columns().iter().zip(cells);
    columns
        .filter(|(_, cell)| !cell.is_empty())
        .find_map(|((_, shape), cell)| match shape {
            Shape::Parent(kind) => Some((*kind, cell.clone())),
            _ => None,
        })
}

/// Whether a record went, and its place among those of its kind.
type Place = (bool, usize);

/// By what they are sorted.
type Order = (bool, Option<(Kind, Option<Place>)>, Kind, Option<Place>);

fn order(subject: &Subject, old: &Edition, new: &Edition) -> Order {
    let place = |kind: Kind, id: &str| {
        let later = new.place(kind, id).map(|place| (false, place));
        later.or_else(|| old.place(kind, id).map(|place| (true, place)))
    };
    let home = subject.home.as_ref().map(|(kind, id)| (*kind, place(*kind, id)));
    (home.is_none(), home, subject.kind, place(subject.kind, &subject.id))
}
