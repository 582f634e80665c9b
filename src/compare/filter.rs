//! Which of the records that are different are listed.

use std::collections::BTreeSet;

use crate::compare::{Happening, Subject};
use crate::domain::keyed::Keyed;
use crate::sheet::Kind;

/// Which are listed: of each of the two lists any that is chosen, or all where none is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DifferenceFilter {
    /// What has happened to them.
    pub happenings: BTreeSet<Happening>,
    /// What they are.
    pub kinds: BTreeSet<Kind>,
}

impl DifferenceFilter {
    /// Whether it leaves anything out.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a record is listed.
    pub fn fits(&self, subject: &Subject) -> bool {
        self.fits_happening(subject) && self.fits_kind(subject)
    }

    fn fits_happening(&self, subject: &Subject) -> bool {
        self.happenings.is_empty() || !self.happenings.is_disjoint(&subject.happenings)
    }

    fn fits_kind(&self, subject: &Subject) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&subject.kind)
    }

    /// How many records each thing that can have happened would list, whichever of these is chosen.
    pub fn happening_counts(&self, subjects: &[Subject]) -> Vec<(Happening, usize)> {
        let others: Vec<&Subject> = subjects.iter().filter(|subject| self.fits_kind(subject)).collect();
        let count = |happening: &Happening| {
            others
                .iter()
                .filter(|subject| subject.happenings.contains(happening))
                .count()
        };
        Happening::ALL
            .iter()
            .map(|happening| (*happening, count(happening)))
            .collect()
    }

    /// How many records each kind would list, whichever is chosen; of kinds of which nothing is different none.
    pub fn kind_counts(&self, subjects: &[Subject]) -> Vec<(Kind, usize)> {
        let there: BTreeSet<Kind> = subjects.iter().map(|subject| subject.kind).collect();
        let others: Vec<&Subject> = subjects.iter().filter(|subject| self.fits_happening(subject)).collect();
        let count = |kind: Kind| others.iter().filter(|subject| subject.kind == kind).count();
        there.into_iter().map(|kind| (kind, count(kind))).collect()
    }
}

/// Chooses one of a list, or lets go of it.
pub fn toggle<Value: Ord>(chosen: &mut BTreeSet<Value>, value: Value) {
    if !chosen.remove(&value) {
        chosen.insert(value);
    }
}
