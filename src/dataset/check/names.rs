//! Every id of the file, known before the first reference to it is checked.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dataset::text::Text;
use crate::dataset::{Index, wire};
use crate::domain::body::BodyKind;

/// A list of the file, in which each id or name stands once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Sources,
    Priorities,
    Presidencies,
    Bodies,
    Documents,
    Reports,
    Measures,
    /// Of all measures, then of all reports: of each its events, then its commitments.
    Records,
    Glossary,
}

impl List {
    const COUNT: usize = Self::Glossary as usize + 1;

    /// What it is called in a message.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Priorities => "priorities",
            Self::Presidencies => "presidencies",
            Self::Bodies => "bodies",
            Self::Documents => "documents",
            Self::Reports => "reports",
            Self::Measures => "measures",
            Self::Records => "events and commitments",
            Self::Glossary => "glossary",
        }
    }
}

/// The ids of each list. Each is kept once, and shared by all that refer to it.
#[derive(Default)]
pub(super) struct Names {
    lists: [Index; List::COUNT],
    kinds: Vec<BodyKind>,
    // What stands more than once in its list, and whether it was met there already.
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
        let records = of_measures.chain(of_reports).flat_map(|(events, commitments)| {
            let events = events.iter().map(|record| &record.id);
            events.chain(commitments.iter().map(|record| &record.id))
        });
        let mut names = Self {
            kinds: file.bodies.iter().map(|record| record.kind.0).collect(),
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

    /// The id as all share it, if the list has a record with it.
    pub(super) fn shared(&self, list: List, id: &str) -> Option<&Arc<str>> {
        self.lists[list as usize].get_key_value(id).map(|(shared, _)| shared)
    }

    /// Whether a record with that id was met before in its list; asked once for each record.
    pub(super) fn is_met_again(&mut self, list: List, id: &str) -> bool {
        if self.repeated.is_empty() {
            return false;
        }
        let met = self.repeated.get_mut(&(list, Arc::from(id)));
        met.is_some_and(|met| std::mem::replace(met, true))
    }

    /// What kind of body that is.
    pub(super) fn kind(&self, body: &str) -> Option<BodyKind> {
        let place = self.lists[List::Bodies as usize].get(body)?;
        self.kinds.get(*place).copied()
    }

    /// The id of the list that is most like `id`, for a suggestion.
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
