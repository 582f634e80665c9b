//! The later facts of a selection, and their groups.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashSet;

use crate::dataset::Home;
use crate::domain::id::{LineId, PriorityId};
use crate::domain::keyed::keyed;
use crate::domain::later::LaterFact;
use crate::domain::sort;
use crate::index::Index;
use crate::query::{Facet, FacetKey, Query, Unit, listed};
use crate::words::choices as words;

keyed! {
    /// How later facts are arranged.
    #[derive(Default)]
    LaterBy, words::LATER_ARRANGEMENTS {
        /// The newest first, by year.
        #[default]
        Newest = "newest";
        /// By the priority of the measure or section where they stand.
        Priority = "priority";
        /// By the information systems that they are about.
        System = "system";
    }
}

/// A later fact, with the measure or section where it stands.
pub type Later<'a> = (Home, &'a LaterFact);

/// The later facts of a selection, the newest first.
///
/// On a day after the record ends, what is known of by then; on any other, all. A fact belongs to a selection with a measure on which
/// it bears, with a commitment on which it bears, or with a section of a general report, which is selected by its source and its
/// priority only. The words must be in the fact itself.
pub fn later_facts<'a>(query: &Query, index: &Index<'a>) -> Vec<Later<'a>> {
    let dataset = index.dataset();
    let day = query.day(dataset);
    let terms = query.terms(index);
    let with_words = (!terms.is_empty()).then(|| index.later_facts_with(&terms));
    let selected = Selected::new(query, index);
    let is_found = |(home, fact): &Later<'_>| {
        dataset.tells_later(fact, day)
            && with_words.as_ref().is_none_or(|found| found.contains(&fact.id))
            && selected.has(*home, fact, index)
    };
    let mut found: Vec<Later<'a>> = dataset.later_facts().filter(is_found).collect();
    sort::by_number(&mut found, |(_, fact)| -fact.order());
    found
}

/// Groups later facts and keeps their order: by year, newest first; by priority; or by information system, those with most facts first
/// and a fact on two systems in both. What has no such value comes last, without a key.
pub fn group_later_facts<'a>(
    facts: &[Later<'a>],
    by: LaterBy,
    index: &Index<'a>,
) -> Vec<(Option<FacetKey>, Vec<Later<'a>>)> {
    let dataset = index.dataset();
    let mut groups: Vec<(Option<FacetKey>, Vec<Later<'a>>)> = match by {
        LaterBy::Priority => {
            let priorities = dataset.priorities.iter();
            priorities
                .map(|own| (Some(FacetKey::from(&own.id)), Vec::new()))
                .collect()
        }
        _ => Vec::new(),
    };
    let mut without = Vec::new();
    for (home, fact) in facts {
        let keys: Vec<FacetKey> = match by {
            LaterBy::Newest => vec![FacetKey::from(fact.when.period().first().year().to_string().as_str())],
            LaterBy::Priority => priority_of(*home, index).map(FacetKey::from).into_iter().collect(),
            LaterBy::System => fact.systems.iter().map(FacetKey::from).collect(),
        };
        if keys.is_empty() {
            without.push((*home, *fact));
        }
        for key in keys {
            match groups.iter_mut().find(|(own, _)| own.as_ref() == Some(&key)) {
                Some((_, group)) => group.push((*home, *fact)),
                None => groups.push((Some(key), vec![(*home, *fact)])),
            }
        }
    }
    if by == LaterBy::System {
        sort::by_number(&mut groups, |(_, group)| {
            -i64::try_from(group.len()).unwrap_or(i64::MAX)
        });
    }
    groups.push((None, without));
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

fn priority_of<'a>(home: Home, index: &Index<'a>) -> Option<&'a PriorityId> {
    let dataset = index.dataset();
    match home {
        Home::Measure(place) => Some(&dataset.measures[place].priority),
        Home::Report(place) => dataset.reports[place].priority.as_ref(),
    }
}

/// The measures, commitments and sections that a selection has, whatever the words; none where it has all.
struct Selected<'a>(Option<Parts<'a>>);

struct Parts<'a> {
    measures: FixedBitSet,
    commitments: FxHashSet<&'a LineId>,
    sections: FixedBitSet,
}

impl<'a> Selected<'a> {
    fn new(query: &Query, index: &Index<'a>) -> Self {
        let mut query = query.in_all_sources();
        query.text.clear();
        if query.is_open() && query.has(Facet::Source, &FacetKey::All) {
            return Self(None);
        }
        let dataset = index.dataset();
        let commitments = listed(Unit::Commitments, &query, index).into_iter().map(|place| {
            let entry = index.commitment(place);
            &dataset.commitments(entry.home)[entry.place].id
        });
        let is_of_sections = |facet: &Facet| matches!(facet, Facet::Source | Facet::Priority);
        let has_sections = query.filters.keys().all(is_of_sections) && query.role.is_none() && query.window.is_open();
        let sections = dataset.reports.iter().enumerate().filter(|(_, report)| {
            let source = dataset.sources.iter().position(|source| source.id == report.source);
            let priorities = query.filters.get(&Facet::Priority);
            let has_priority = |priorities: &BTreeSet<FacetKey>| {
                report
                    .priority
                    .as_ref()
                    .is_some_and(|own| priorities.contains(&own.into()))
            };
            has_sections
                && source.is_some_and(|place| query.counts_source(place, &report.source))
                && priorities.is_none_or(has_priority)
        });
        Self(Some(Parts {
            measures: listed(Unit::Measures, &query, index).into_iter().collect(),
            commitments: commitments.collect(),
            sections: sections.map(|(place, _)| place).collect(),
        }))
    }

    fn has(&self, home: Home, fact: &LaterFact, index: &Index<'_>) -> bool {
        let Some(parts) = &self.0 else { return true };
        let dataset = index.dataset();
        let measures = fact.measures.iter().filter_map(|id| dataset.measure_place(id));
        let sections = fact.reports.iter().filter_map(|id| dataset.report(id));
        let homes = measures
            .map(Home::Measure)
            .chain(sections.map(Home::Report))
            .chain([home]);
        let is_selected = |home: Home| match home {
            Home::Measure(place) => parts.measures.contains(place),
            Home::Report(place) => parts.sections.contains(place),
        };
        let mut about = fact.about.iter();
        homes.into_iter().any(is_selected) || about.any(|about| parts.commitments.contains(&about.commitment))
    }
}
