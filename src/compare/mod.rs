//! Two editions of the data compared: which records came, went or changed, field by field.
//!
//! Pure. Works on the cells of [`crate::sheet`], whose one table names every field of every kind of record: none is forgotten.

mod apply;
mod edition;
mod filter;
mod offers;
mod order;
mod past_due;
mod subject;
mod word_diff;

pub use edition::Edition;
pub use filter::{DifferenceFilter, toggle};
pub use offers::Offer;
pub use past_due::{PastDue, Reason};
pub use subject::{Happening, Subject};
pub use word_diff::{Piece, Side, pieces};

use std::collections::HashMap;

use crate::domain::keyed::Keyed;
use crate::sheet::{Kind, Shape};

/// What is different between two editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The records that are taken as one although their ids differ.
    pub same: Vec<Same>,
    /// Every record that came, went or changed: by kind, then as the later edition lists them, then those that went.
    pub changes: Vec<Change>,
}

/// A record that has one id in the earlier edition and another one in the later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Same {
    /// What it is.
    pub kind: Kind,
    /// Its id in the earlier edition; the later one has no such id.
    pub old: String,
    /// Its id in the later edition; the earlier one has no such id.
    pub new: String,
}

/// A record that came, went or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: Kind,
    /// As it was; none where it came. Records that are taken as one have their later id in it.
    pub old: Option<Listed>,
    /// As it is; none where it went.
    pub new: Option<Listed>,
    /// Whether it stands in another list, or elsewhere among those of its list that were there before.
    pub is_moved: bool,
}

/// A record in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its cells, one for each column of its kind.
    pub cells: Vec<String>,
    /// Its place in the list, counted from 0.
    pub place: usize,
}

/// Two editions, what is different between them, and what there is to say of it.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The earlier edition; records that are taken as one have their later id in it.
    pub old: Edition,
    /// The later edition.
    pub new: Edition,
    /// What is different.
    pub difference: Difference,
    /// The records about which there is something to say.
    pub subjects: Vec<Subject>,
    /// The records that may be the same although their ids differ.
    pub offers: Vec<Offer>,
}

impl Comparison {
    /// Compares two editions; these records are taken as one.
    pub fn new(old: &Edition, new: &Edition, same: Vec<Same>) -> Self {
        let (old, new) = (old.renamed(&same), new.clone());
        let difference = Difference {
            changes: Kind::ALL.iter().flat_map(|kind| changes(*kind, &old, &new)).collect(),
            same,
        };
        Self {
            subjects: subject::subjects(&difference, &old, &new),
            offers: offers::offers(&difference),
            difference,
            old,
            new,
        }
    }
}

impl Change {
    /// As it is, or as it was where it went.
    pub fn cells(&self) -> &[String] {
        let listed = self.new.as_ref().or(self.old.as_ref());
        listed.map_or(&[], |listed| &listed.cells)
    }

    /// The columns that differ; of a record that came or went those that say something.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        let cell = |listed: &Option<Listed>, column: usize| {
            let cell = listed.as_ref().and_then(|listed| listed.cells.get(column));
            cell.cloned().unwrap_or_default()
        };
        (0..self.kind.columns().len()).filter(move |column| cell(&self.old, *column) != cell(&self.new, *column))
    }

    /// What stands in that column, before and after.
    pub fn cell(&self, column: usize) -> [&str; 2] {
        [&self.old, &self.new].map(|listed| {
            let cell = listed.as_ref().and_then(|listed| listed.cells.get(column));
            cell.map_or("", String::as_str)
        })
    }
}

/// The list in which a record stands: the ids of what it belongs to.
fn list(kind: Kind, cells: &[String]) -> Vec<&str> {
    let columns = kind.columns().iter().zip(cells);
    let parents = columns.filter(|((_, shape), _)| matches!(shape, Shape::Parent(_)));
    parents.map(|(_, cell)| cell.as_str()).collect()
}

/// By what a record is known again: its id; or else where it belongs, and what it is about. Several may have the same.
fn key(kind: Kind, cells: &[String]) -> Vec<&str> {
    let columns = kind.columns();
    if let Some(id) = columns.iter().position(|(_, shape)| *shape == Shape::Id) {
        return vec![&cells[id]];
    }
    if kind == Kind::Edition {
        return Vec::new();
    }
    let parents = list(kind, cells);
    let about = columns.iter().position(|(_, shape)| !matches!(shape, Shape::Parent(_)));
    // What is one of a closed list names nothing, but that of which a word is said.
    let about = about.filter(|column| kind == Kind::Words || columns[*column].1 != Shape::Choice);
    let about = about.map(|column| cells[column].as_str());
    parents.into_iter().chain(about).collect()
}

/// The records of a kind that came, went or changed.
fn changes(kind: Kind, old: &Edition, new: &Edition) -> Vec<Change> {
    let (old, new) = (listed(kind, old), listed(kind, new));
    let partners = partners(kind, &old, &new);
    let is_moved = moved(kind, &old, &new, &partners);
    let mut went: Vec<Option<Listed>> = old.into_iter().map(Some).collect();
    let mut changes = Vec::new();
    for (place, listed) in new.into_iter().enumerate() {
        let before = partners[place].and_then(|old| went[old].take());
        let is_same = before.as_ref().is_some_and(|before| before.cells == listed.cells);
        if !is_same || is_moved[place] {
            changes.push(Change {
                kind,
                old: before,
                new: Some(listed),
                is_moved: is_moved[place],
            });
        }
    }
    changes.extend(went.into_iter().flatten().map(|old| Change {
        kind,
        old: Some(old),
        new: None,
        is_moved: false,
    }));
    changes
}

/// The records of a kind, each with its place in its list.
fn listed(kind: Kind, edition: &Edition) -> Vec<Listed> {
    let mut counts: HashMap<Vec<&str>, usize> = HashMap::new();
    let rows = edition.rows(kind).iter();
    let listed = rows.map(|row| {
        let count = counts.entry(list(kind, &row.cells)).or_default();
        *count += 1;
        Listed {
            cells: row.cells.clone(),
            place: *count - 1,
        }
    });
    listed.collect()
}

/// For each later record the earlier one, if there is one. Of several that are known by the same those go together that say the
/// same, then the others in their order.
fn partners(kind: Kind, old: &[Listed], new: &[Listed]) -> Vec<Option<usize>> {
    let mut known: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (place, listed) in old.iter().enumerate() {
        known.entry(key(kind, &listed.cells)).or_default().push(place);
    }
    let mut partners = vec![None; new.len()];
    for is_same in [true, false] {
        for (partner, listed) in partners.iter_mut().zip(new).filter(|(partner, _)| partner.is_none()) {
            let Some(alike) = known.get_mut(&key(kind, &listed.cells)) else {
                continue;
            };
            let mut places = alike.iter();
            let found = places.position(|place| !is_same || old[*place].cells == listed.cells);
            *partner = found.map(|found| alike.remove(found));
        }
    }
    partners
}

/// Which of the later records stand in another list than before, or elsewhere in theirs: as few as possible.
fn moved(kind: Kind, old: &[Listed], new: &[Listed], partners: &[Option<usize>]) -> Vec<bool> {
    let mut is_moved = vec![false; new.len()];
    let mut lists: HashMap<Vec<&str>, Vec<(usize, usize)>> = HashMap::new();
    for (place, partner) in partners.iter().enumerate() {
        let Some(before) = partner else { continue };
        let own = list(kind, &new[place].cells);
        if own == list(kind, &old[*before].cells) {
            // A list is read in its order, so that the later places rise.
            lists.entry(own).or_default().push((place, old[*before].place));
        } else {
            is_moved[place] = true;
        }
    }
    for records in lists.into_values() {
        let places: Vec<usize> = records.iter().map(|(_, before)| *before).collect();
        let stay = order::longest_rising(&places);
        for ((place, _), stays) in records.into_iter().zip(stay) {
            is_moved[place] = !stays;
        }
    }
    is_moved
}
