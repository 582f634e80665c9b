//! The ids of the file: all known before the first reference is checked, or collected while reading.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::dataset::text::Text;
use crate::dataset::{Index, wire};
use crate::words::faults as words;

/// A list of the file; ids and names are unique within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Sources,
    Priorities,
    Presidencies,
    Bodies,
    Documents,
    Reports,
    Measures,
    /// Those of all reports, then those of all measures; events before commitments.
    Records,
    Glossary,
    /// Those of all reports, then those of all measures.
    LaterFacts,
}

impl List {
    const COUNT: usize = Self::LaterFacts as usize + 1;

    /// What it is called in a message.
    pub(super) fn label(self) -> &'static str {
        words::LISTS[self as usize]
    }
}

/// The ids of each list, one shared copy of each.
#[derive(Default)]
pub(super) struct Names {
    lists: [Index; List::COUNT],
    /// How many records of each list were read.
    met: [usize; List::COUNT],
    /// The referenced ids whose records are not read yet.
    awaited: [HashSet<Arc<str>>; List::COUNT],
    /// Whether the ids of the whole file were known from the start, so that an unknown one is a fault where it is referenced.
    are_all_known: bool,
    // Ids that occur more than once in their list, and whether each was read already; only if all are known.
    repeated: HashMap<(List, Arc<str>), bool>,
}

impl Names {
    /// Collects the ids of the whole file.
    pub(super) fn of(file: &wire::Dataset) -> Self {
        let of_measures = file
            .measures
            .iter()
            .map(|measure| (&measure.state_of_play, &measure.follow_up));
        let of_reports = file
            .reports
            .iter()
            .map(|report| (&report.state_of_play, &report.follow_up));
        let records = of_reports.chain(of_measures).flat_map(|(events, commitments)| {
            let events = events.iter().map(|record| &record.id);
            events.chain(commitments.iter().map(|record| &record.id))
        });
        let later = file.reports.iter().flat_map(|report| report.since.iter());
        let later = later.chain(file.measures.iter().flat_map(|measure| measure.since.iter()));
        let mut names = Self {
            are_all_known: true,
            ..Self::default()
        };
        names.add(List::Sources, file.sources.iter().map(|record| &record.id));
        names.add(List::Priorities, file.priorities.iter().map(|record| &record.id));
        names.add(List::Presidencies, file.presidencies.iter().map(|record| &record.id));
        names.add(List::Bodies, file.bodies.iter().map(|record| &record.id));
        names.add(List::Documents, file.documents.iter().map(|record| &record.id));
        names.add(List::Reports, file.reports.iter().map(|record| &record.id));
        names.add(List::Measures, file.measures.iter().map(|record| &record.id));
        names.add(List::Records, records);
        names.add(List::Glossary, file.glossary.iter().map(|record| &record.term));
        names.add(List::LaterFacts, later.map(|fact| &fact.id));
        names
    }

    /// Those of bodies and documents, where other records are not looked up.
    pub(super) fn with(bodies: Index, documents: Index) -> Self {
        let mut names = Self::default();
        names.lists[List::Bodies as usize] = bodies;
        names.lists[List::Documents as usize] = documents;
        names
    }

    fn add<'a>(&mut self, list: List, ids: impl Iterator<Item = &'a Text<'a>> + Clone) {
        let index = &mut self.lists[list as usize];
        index.reserve(ids.clone().count());
        for (place, id) in ids.enumerate() {
            let id: Arc<str> = Arc::from(&**id);
            if index.insert(Arc::clone(&id), place).is_some() {
                self.repeated.insert((list, id), false);
            }
        }
    }

    /// The shared copy of the id, if the list has such a record or may still get one.
    pub(super) fn shared(&mut self, list: List, id: &str) -> Option<Arc<str>> {
        if let Some((shared, _)) = self.lists[list as usize].get_key_value(id) {
            return Some(Arc::clone(shared));
        }
        if self.are_all_known {
            return None;
        }
        let awaited = &mut self.awaited[list as usize];
        if let Some(shared) = awaited.get(id) {
            return Some(Arc::clone(shared));
        }
        let shared: Arc<str> = Arc::from(id);
        awaited.insert(Arc::clone(&shared));
        Some(shared)
    }

    /// Whether that list is known to have a record with that id.
    pub(super) fn has(&self, list: List, id: &str) -> bool {
        self.place(list, id).is_some()
    }

    /// The place of the record with that id in its list, if it is known.
    pub(super) fn place(&self, list: List, id: &str) -> Option<usize> {
        self.lists[list as usize].get(id).copied()
    }

    /// Registers the next record of that list. Returns whether its id was used before.
    pub(super) fn meet(&mut self, list: List, id: &str) -> bool {
        if self.are_all_known {
            return self.is_met_again(list, id);
        }
        let next = self.met[list as usize];
        self.met[list as usize] += 1;
        if self.lists[list as usize].contains_key(id) {
            return true;
        }
        let shared = self.awaited[list as usize].take(id);
        self.lists[list as usize].insert(shared.unwrap_or_else(|| Arc::from(id)), next);
        false
    }

    fn is_met_again(&mut self, list: List, id: &str) -> bool {
        if self.repeated.is_empty() {
            return false;
        }
        let met = self.repeated.get_mut(&(list, Arc::from(id)));
        met.is_some_and(|met| std::mem::replace(met, true))
    }

    /// Whether every referenced record was read.
    pub(super) fn are_all_met(&self) -> bool {
        self.awaited.iter().all(HashSet::is_empty)
    }

    /// The id of the list that is most similar to `id`, for a suggestion.
    pub(super) fn nearest(&self, list: List, id: &str) -> Option<&str> {
        let likeness = |candidate: &&Arc<str>| {
            let shared = candidate
                .chars()
                .zip(id.chars())
                .take_while(|(one, other)| one == other)
                .count();
            (
                shared,
                std::cmp::Reverse(candidate.len().abs_diff(id.len())),
                std::cmp::Reverse(Arc::clone(candidate)),
            )
        };
        let ids = self.lists[list as usize].keys();
        ids.max_by_key(likeness).map(|nearest| &**nearest)
    }

    /// The places of a list's records by their ids.
    pub(super) fn take(&mut self, list: List) -> Index {
        std::mem::take(&mut self.lists[list as usize])
    }
}
