//! Two editions compared in steps: the changes of each kind of record, then what they mean, then what may be the same.

use std::collections::HashMap;
use std::mem::take;

use crate::compare::offers::{self, KNOWN_BY};
use crate::compare::subject::Subjects;
use crate::compare::{Change, Comparison, Difference, Edition, Listed, Offer, Same, Subject, key, list, order};
use crate::domain::keyed::Keyed;
use crate::sheet::{Kind, Row};

/// Two editions that are being compared. To give it up, drop it.
pub struct Comparing {
    old: Edition,
    new: Edition,
    difference: Difference,
    gathered: Subjects,
    subjects: Vec<Subject>,
    offers: Vec<Offer>,
    done: usize,
}

impl Comparing {
    /// How many steps there are.
    const STEPS: usize = Kind::ALL.len() + 1 + KNOWN_BY.len();

    /// Begins to compare two editions; these records are taken as one.
    pub fn new(old: &Edition, new: &Edition, same: Vec<Same>) -> Self {
        Self {
            old: old.renamed(&same),
            new: new.clone(),
            difference: Difference {
                same,
                changes: Vec::new(),
            },
            gathered: Subjects::default(),
            subjects: Vec::new(),
            offers: Vec::new(),
            done: 0,
        }
    }

    /// Does the next step; returns whether any is left.
    pub fn step(&mut self) -> bool {
        let kinds = Kind::ALL.len();
        if let Some(kind) = Kind::ALL.get(self.done) {
            let changes = changes(*kind, &self.old, &self.new);
            self.gathered.gather(&changes, self.difference.changes.len());
            self.difference.changes.extend(changes);
        } else if self.done == kinds {
            self.gathered.gather_same(&self.difference.same);
            if self.gathered.find_out(&self.old, &self.new) {
                return true;
            }
            self.subjects = take(&mut self.gathered).in_order();
        } else if let Some((kind, field)) = KNOWN_BY.get(self.done - kinds - 1) {
            self.offers.extend(offers::of_kind(*kind, field, &self.difference));
        }
        self.done = (self.done + 1).min(Self::STEPS);
        self.done < Self::STEPS
    }

    /// How many steps are done, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, Self::STEPS)
    }

    /// The comparison, once no step is left.
    pub fn finish(self) -> Comparison {
        Comparison {
            old: self.old,
            new: self.new,
            difference: self.difference,
            subjects: self.subjects,
            offers: self.offers,
        }
    }
}

/// The records of a kind that came, went or changed.
fn changes(kind: Kind, old: &Edition, new: &Edition) -> Vec<Change> {
    let (old_places, new_places) = (places(kind, old), places(kind, new));
    let (old, new) = (old.rows(kind), new.rows(kind));
    let partners = partners(kind, old, new);
    let is_moved = moved(kind, old, new, &old_places, &partners);
    let listed = |rows: &[Row], places: &[usize], at: usize| Listed {
        cells: rows[at].cells.clone(),
        place: places[at],
    };
    let mut is_there = vec![false; old.len()];
    let mut changes = Vec::new();
    for (at, partner) in partners.iter().enumerate() {
        if let Some(before) = *partner {
            is_there[before] = true;
            if old[before].cells == new[at].cells && !is_moved[at] {
                continue;
            }
        }
        changes.push(Change {
            kind,
            old: partner.map(|before| listed(old, &old_places, before)),
            new: Some(listed(new, &new_places, at)),
            is_moved: is_moved[at],
        });
    }
    let went = (0..old.len()).filter(|at| !is_there[*at]);
    changes.extend(went.map(|at| Change {
        kind,
        old: Some(listed(old, &old_places, at)),
        new: None,
        is_moved: false,
    }));
    changes
}

/// The places of the records of a kind, each in its list.
pub(super) fn places(kind: Kind, edition: &Edition) -> Vec<usize> {
    let mut counts: HashMap<Vec<&str>, usize> = HashMap::new();
    let rows = edition.rows(kind).iter();
    let places = rows.map(|row| {
        let count = counts.entry(list(kind, &row.cells)).or_default();
        *count += 1;
        *count - 1
    });
    places.collect()
}

/// For each later record the earlier one, if there is one. Of several that are known by the same those go together that say the
/// same, then the others in their order.
fn partners(kind: Kind, old: &[Row], new: &[Row]) -> Vec<Option<usize>> {
    let mut known: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (place, row) in old.iter().enumerate() {
        known.entry(key(kind, &row.cells)).or_default().push(place);
    }
    let mut partners = vec![None; new.len()];
    for is_same in [true, false] {
        for (partner, row) in partners.iter_mut().zip(new).filter(|(partner, _)| partner.is_none()) {
            let Some(alike) = known.get_mut(&key(kind, &row.cells)) else {
                continue;
            };
            let mut places = alike.iter();
            let found = places.position(|place| !is_same || old[*place].cells == row.cells);
            *partner = found.map(|found| alike.remove(found));
        }
    }
    partners
}

/// Which of the later records stand in another list than before, or elsewhere in theirs: as few as possible.
fn moved(kind: Kind, old: &[Row], new: &[Row], old_places: &[usize], partners: &[Option<usize>]) -> Vec<bool> {
    let mut is_moved = vec![false; new.len()];
    let mut lists: HashMap<Vec<&str>, Vec<(usize, usize)>> = HashMap::new();
    for (place, partner) in partners.iter().enumerate() {
        let Some(before) = partner else { continue };
        let own = list(kind, &new[place].cells);
        if own == list(kind, &old[*before].cells) {
            // A list is read in its order, so that the later places rise.
            lists.entry(own).or_default().push((place, old_places[*before]));
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
