//! Every id of the file, known before the first reference to it is checked.

use std::collections::{HashMap, HashSet};

use crate::dataset::wire;
use crate::domain::body::BodyKind;

/// The ids of each list.
pub(super) struct Names {
    lists: HashMap<&'static str, HashSet<String>>,
    kinds: HashMap<String, BodyKind>,
}

impl Names {
    /// Collects the ids of the whole file.
    pub(super) fn of(file: &wire::Dataset) -> Self {
        let mut lists = HashMap::new();
        lists.insert("sources", file.sources.iter().map(|record| record.id.clone()).collect());
        lists.insert(
            "priorities",
            file.priorities.iter().map(|record| record.id.clone()).collect(),
        );
        lists.insert(
            "presidencies",
            file.presidencies.iter().map(|record| record.id.clone()).collect(),
        );
        lists.insert("bodies", file.bodies.iter().map(|record| record.id.clone()).collect());
        lists.insert(
            "documents",
            file.documents.iter().map(|record| record.id.clone()).collect(),
        );
        lists.insert(
            "measures",
            file.measures.iter().map(|record| record.id.clone()).collect(),
        );
        let of_measures = file
            .measures
            .iter()
            .map(|measure| (&measure.state_of_play, &measure.follow_up));
        let of_reports = file
            .reports
            .iter()
            .map(|report| (&report.state_of_play, &report.follow_up));
        let records = of_measures.chain(of_reports).flat_map(|(events, commitments)| {
            let events = events.iter().map(|record| record.id.clone());
            events.chain(commitments.iter().map(|record| record.id.clone()))
        });
        lists.insert("events and commitments", records.collect());
        let kinds = file
            .bodies
            .iter()
            .map(|record| (record.id.clone(), record.kind.0))
            .collect();
        Self { lists, kinds }
    }

    /// Whether the list has a record with that id.
    pub(super) fn has(&self, list: &str, id: &str) -> bool {
        self.lists.get(list).is_some_and(|ids| ids.contains(id))
    }

    /// What kind of body that is.
    pub(super) fn kind(&self, body: &str) -> Option<BodyKind> {
        self.kinds.get(body).copied()
    }

    /// The id of the list that is most like `id`, for a suggestion.
    pub(super) fn nearest(&self, list: &str, id: &str) -> Option<&str> {
        let ids = self.lists.get(list)?;
        let likeness = |candidate: &&String| {
            let shared = candidate
                .chars()
                .zip(id.chars())
                .take_while(|(one, other)| one == other)
                .count();
            (
                shared,
                std::cmp::Reverse(candidate.len().abs_diff(id.len())),
                std::cmp::Reverse((*candidate).clone()),
            )
        };
        ids.iter().max_by_key(likeness).map(String::as_str)
    }
}
