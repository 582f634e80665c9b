//! Two editions of the data compared: which records came, went or changed, field by field.
//!
//! Pure. Works on the cells of [`crate::sheet`], whose one table names every field of every kind of record: none is forgotten.

mod apply;
mod comparing;
mod edition;
mod filter;
mod offers;
mod order;
mod past_due;
mod subject;
mod word_diff;

pub use comparing::Comparing;
pub use edition::Edition;
pub use filter::{DifferenceFilter, toggle};
pub use offers::Offer;
pub use past_due::{PastDue, Reason};
pub use subject::{Happening, Subject};
pub use word_diff::{Piece, Side, pieces};

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
        let mut comparing = Comparing::new(old, new, same);
        while comparing.step() {}
        comparing.finish()
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

/// The records of a kind, each with its place in its list.
fn listed(kind: Kind, edition: &Edition) -> Vec<Listed> {
    let rows = edition.rows(kind).iter();
    let places = comparing::places(kind, edition).into_iter();
    let listed = rows.zip(places).map(|(row, place)| Listed {
        cells: row.cells.clone(),
        place,
    });
    listed.collect()
}
