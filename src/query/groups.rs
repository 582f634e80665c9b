//! Places in groups by the values of a filter, and the commitments in groups.

use fixedbitset::FixedBitSet;

use crate::domain::keyed::keyed;
use crate::index::FacetValues;
use crate::index::Index;
use crate::query::rank::best_commitments_first;
use crate::query::{Facet, FacetKey, FacetValue, Query};
use crate::words::choices as words;

keyed! {
    /// How the commitments are grouped.
    #[derive(Default)]
    Per, words::COMMITMENT_GROUPINGS {
        /// By the information system that the commitment names.
        System = "system";
        /// By its owner.
        Owner = "owner";
        /// By its outcome.
        Outcome = "outcome";
        /// By the year in which it is due.
        #[default]
        Due = "due";
        /// By the document that reports it.
        Source = "source";
        /// By its priority.
        Priority = "priority";
        /// Not at all.
        None = "none";
    }
}

impl Per {
    /// The filter whose values name the groups.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::System => Some(Facet::System),
            Self::Owner => Some(Facet::Owner),
            Self::Outcome => Some(Facet::Outcome),
            Self::Due => Some(Facet::Due),
            Self::Source => Some(Facet::Source),
            Self::Priority => Some(Facet::Priority),
            Self::None => None,
        }
    }
}

/// Places and the value they share; `None` for the last group, of those without a value.
pub type Group = (Option<FacetKey>, Vec<usize>);

/// Groups commitments, each group by the last day of the due date, without a date last; where words are searched, the best of each
/// group come first.
///
/// A commitment that names two systems is in both groups. If the filter of the groups is set, only its chosen values are
/// groups. Empty groups are left out.
pub fn group_commitments(places: Vec<usize>, query: &Query, grouping: Per, index: &Index) -> Vec<Group> {
    let listed: FixedBitSet = places.into_iter().collect();
    let in_time = index.commitments_in_time().iter().map(|place| *place as usize);
    let mut places: Vec<usize> = in_time.filter(|place| listed.contains(*place)).collect();
    if query.has_words() {
        best_commitments_first(&mut places, query, index);
    }
    let Some(facet) = grouping.facet() else {
        return vec![(None, places)];
    };
    let as_of = index.as_of(query.day(index.dataset()));
    in_groups(&places, facet, query, index, index.commitments_as_of(&as_of))
}

/// Whether each value of a filter is a group: if the filter is set, only its chosen values are.
pub(super) fn are_groups(facet: Facet, query: &Query, index: &Index) -> Vec<bool> {
    let chosen = query.filters.get(&facet);
    let is_group = |value: &FacetValue| match (facet, chosen) {
        // All sources together are no source.
        (Facet::Source, _) => value.key != FacetKey::All,
        (_, Some(chosen)) => chosen.contains(&value.key),
        (_, None) => true,
    };
    index.values(facet).iter().map(is_group).collect()
}

/// Groups places by their values of a filter.
pub(super) fn in_groups(
    places: &[usize],
    facet: Facet,
    query: &Query,
    index: &Index,
    own: FacetValues<'_>,
) -> Vec<Group> {
    let values = index.values(facet);
    let is_group = are_groups(facet, query, index);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); values.len() + 1];
    for place in places {
        let mut is_named = false;
        let own = own.values_of(*place, facet, query.role);
        for group in own.filter(|group| is_group[*group]) {
            groups[group].push(*place);
            is_named = true;
        }
        if !is_named {
            groups[values.len()].push(*place);
        }
    }
    let keys = values.iter().map(|value| Some(value.key.clone())).chain([None]);
    keys.zip(groups).filter(|(_, members)| !members.is_empty()).collect()
}
