//! What lists are sorted by on any day, as numbers in the same order, so that sorting compares no texts.

use std::sync::OnceLock;

use crate::dataset::Dataset;
use crate::query::flat::short;
use crate::query::index::CommitmentEntry;
use crate::query::references::number_key;
use crate::query::words;

/// For some columns a number for each line. Only a reader who sorts by a column pays for it.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    titles: OnceLock<Vec<u32>>,
    working_parties: OnceLock<Vec<Option<u32>>>,
    cited_documents: OnceLock<Vec<u32>>,
    commitments: OnceLock<Vec<u32>>,
    documents: OnceLock<Vec<u32>>,
}

impl Ranks {
    /// By the words of the titles.
    pub(super) fn titles(&self, dataset: &Dataset) -> &[u32] {
        self.titles.get_or_init(|| {
            let titles = dataset.measures.iter().map(|measure| words(&measure.title));
            ranked(&titles.collect::<Vec<_>>())
        })
    }

    /// By the name of the first responsible working party; nothing where there is none.
    pub(super) fn working_parties(&self, dataset: &Dataset) -> &[Option<u32>] {
        self.working_parties.get_or_init(|| {
            let names = dataset.bodies.iter().map(|body| body.short.to_lowercase());
            let ranks = ranked(&names.collect::<Vec<_>>());
            let measures = dataset.measures.iter();
            let first = measures.map(|measure| dataset.body_place(measure.working_parties.first()?.as_str()));
            first.map(|place| place.map(|place| ranks[place])).collect()
        })
    }

    /// By how many documents each measure cites: this is the number itself.
    pub(super) fn cited_documents(&self, dataset: &Dataset) -> &[u32] {
        self.cited_documents.get_or_init(|| {
            let measures = dataset.measures.iter();
            measures.map(|measure| short(measure.cited_documents())).collect()
        })
    }

    /// The places of all commitments in order of time: what every list of them picks its own from.
    pub(super) fn commitments(&self, entries: &[CommitmentEntry], dataset: &Dataset) -> &[u32] {
        self.commitments.get_or_init(|| {
            let key = |entry: &CommitmentEntry| dataset.commitments(entry.home)[entry.place].order();
            let mut keyed: Vec<_> = entries.iter().map(key).zip(0..).collect();
            keyed.sort_unstable();
            keyed.into_iter().map(|(_, place)| place).collect()
        })
    }

    /// By the number of each document, as it is read by people.
    pub(super) fn documents(&self, dataset: &Dataset) -> &[u32] {
        self.documents.get_or_init(|| {
            let documents = dataset.documents.iter();
            ranked(
                &documents
                    .map(|document| number_key(document.name()))
                    .collect::<Vec<_>>(),
            )
        })
    }
}

/// The place of each key among the different keys in order.
fn ranked<Key: Ord>(keys: &[Key]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_unstable_by(|one, other| keys[*one].cmp(&keys[*other]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in order.windows(2) {
        rank += u32::from(keys[pair[0]] != keys[pair[1]]);
        ranks[pair[1]] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_has_the_same_rank() {
        assert_eq!(ranked(&["b", "a", "c", "b"]), [1, 0, 2, 1]);
        assert_eq!(ranked::<u8>(&[]), Vec::<u32>::new());
    }
}
