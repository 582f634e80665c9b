//! Later facts, found by the measure or section and by the commitment that they bear on.

use rustc_hash::FxHashMap;

use crate::dataset::{Dataset, Home};
use crate::domain::date::{Day, When};
use crate::domain::id::{LineId, MeasureId};
use crate::domain::later::{LaterFact, NewDue};
use crate::domain::measure::{Commitment, Measure, Report};
use crate::domain::outcome::Outcome;
use crate::domain::sort;

/// Where a later fact stands: its measure or section, and its place there.
type FactPlace = (Home, usize);

/// The places of later facts by what they bear on, each list in order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LaterIndex {
    homes: FxHashMap<Home, Vec<FactPlace>>,
    commitments: FxHashMap<LineId, Vec<FactPlace>>,
    ids: FxHashMap<LineId, FactPlace>,
    disagreeing: FxHashMap<LineId, Vec<FactPlace>>,
}

impl LaterIndex {
    pub(super) fn of(reports: &[Report], measures: &[Measure], place_of: impl Fn(&MeasureId) -> Option<usize>) -> Self {
        let of_reports = reports.iter().enumerate();
        let of_reports = of_reports.map(|(place, report)| (Home::Report(place), &report.since));
        let of_measures = measures.iter().enumerate();
        let of_measures = of_measures.map(|(place, measure)| (Home::Measure(place), &measure.since));
        let mut all: Vec<(FactPlace, &LaterFact)> = Vec::new();
        for (home, since) in of_reports.chain(of_measures) {
            all.extend(since.iter().enumerate().map(|(place, fact)| ((home, place), fact)));
        }
        sort::by_number(&mut all, |(_, fact)| fact.order());
        let mut index = Self::default();
        index
            .ids
            .extend(all.iter().map(|(place, fact)| (fact.id.clone(), *place)));
        for (place, fact) in all {
            for other in &fact.disagrees_with {
                if let Some(there) = index.ids.get(other) {
                    index.disagreeing.entry(fact.id.clone()).or_default().push(*there);
                }
                index.disagreeing.entry(other.clone()).or_default().push(place);
            }
            let report_places = fact
                .reports
                .iter()
                .filter_map(|id| reports.iter().position(|report| report.id == *id));
            let also = fact.measures.iter().filter_map(&place_of).map(Home::Measure);
            let mut shown_on: Vec<Home> = std::iter::once(place.0)
                .chain(also)
                .chain(report_places.map(Home::Report))
                .collect();
            shown_on.sort_unstable();
            shown_on.dedup();
            for home in shown_on {
                index.homes.entry(home).or_default().push(place);
            }
            for about in &fact.about {
                index
                    .commitments
                    .entry(about.commitment.clone())
                    .or_default()
                    .push(place);
            }
        }
        index
    }
}

impl Dataset {
    /// The facts that public pages report since on a measure or section, in order of time; those too that stand elsewhere.
    pub fn since(&self, home: Home) -> impl Iterator<Item = (Home, &LaterFact)> {
        let places = self.later_index.homes.get(&home).into_iter().flatten();
        places.map(|place| self.fact_at(*place))
    }

    /// Every later fact, with the measure or section where it stands, in the order of these.
    pub fn later_facts(&self) -> impl Iterator<Item = (Home, &LaterFact)> {
        self.homes().flat_map(|home| {
            let own = self.own_later_facts(home).iter();
            own.map(move |fact| (home, fact))
        })
    }

    /// The latest fact on a measure or section: on a day after the record ends the latest that is known of by then, on any other the
    /// latest of all.
    pub fn latest_since(&self, home: Home, as_of: Day) -> Option<(Home, &LaterFact)> {
        self.since(home)
            .filter(|(_, fact)| self.tells_later(fact, as_of))
            .last()
    }

    /// Whether a later fact is shown as of a day: on one after the record ends if it is known of by then, on any other always.
    pub fn tells_later(&self, fact: &LaterFact, as_of: Day) -> bool {
        as_of <= self.edition.status_date || fact.is_known(as_of)
    }

    /// Those that bear on a commitment, in order of time.
    pub fn since_commitment(&self, id: &LineId) -> impl DoubleEndedIterator<Item = (Home, &LaterFact)> {
        let places = self.later_index.commitments.get(id).into_iter().flatten();
        places.map(|place| self.fact_at(*place))
    }

    /// The later fact with that id, and where it stands.
    pub fn later_fact(&self, id: &LineId) -> Option<(Home, &LaterFact)> {
        self.later_index.ids.get(id).map(|place| self.fact_at(*place))
    }

    /// The later facts that say otherwise of the same as that one does.
    pub fn disagreeing(&self, id: &LineId) -> impl Iterator<Item = (Home, &LaterFact)> {
        let places = self.later_index.disagreeing.get(id).into_iter().flatten();
        places.map(|place| self.fact_at(*place))
    }

    /// Where a fact, a commitment or a later fact stands.
    pub fn home_of_line(&self, id: &LineId) -> Option<Home> {
        let record = self.record(id).map(|(home, _)| home);
        record.or_else(|| self.later_fact(id).map(|(home, _)| home))
    }

    /// What a fact, a commitment or a later fact says.
    pub fn text_of_line(&self, id: &LineId) -> Option<&str> {
        let later = || self.later_fact(id).map(|(_, fact)| fact.text.as_str());
        self.record(id).map(|(_, record)| record.text()).or_else(later)
    }

    /// Whether a later fact is shown with a measure or section.
    pub fn shows_later(&self, home: Home, id: &LineId) -> bool {
        self.since(home).any(|(_, fact)| fact.id == *id)
    }

    /// The facts that public pages report since, and that stand there.
    pub fn own_later_facts(&self, home: Home) -> &[LaterFact] {
        match home {
            Home::Measure(place) => &self.measures[place].since,
            Home::Report(place) => &self.reports[place].since,
        }
    }

    fn fact_at(&self, (home, place): FactPlace) -> (Home, &LaterFact) {
        (home, &self.own_later_facts(home)[place])
    }

    /// Whether that day is later than anything that was looked for.
    pub(super) fn is_past_horizon(&self, as_of: Day) -> bool {
        self.afterwards
            .as_ref()
            .is_some_and(|afterwards| afterwards.checked < as_of)
    }

    /// The later facts on a commitment that are known on `as_of`, the newest first; none until the record ends.
    fn newest_known<'a>(&'a self, commitment: &Commitment, as_of: Day) -> impl Iterator<Item = &'a LaterFact> {
        let is_later = self.edition.status_date < as_of;
        let all = is_later.then(|| self.since_commitment(&commitment.id).rev());
        let all = all.into_iter().flatten().map(|(_, fact)| fact);
        all.filter(move |fact| fact.is_known(as_of))
    }

    /// What became of a commitment by what is known of it on `as_of`, a day after the record ends: the last that settles it.
    pub(super) fn later_outcome(&self, commitment: &Commitment, as_of: Day) -> Option<&Outcome> {
        self.newest_known(commitment, as_of).find_map(|fact| {
            let about = fact.about.iter().find(|about| about.commitment == commitment.id);
            about?.outcome.as_ref()
        })
    }

    /// The last date that was announced for a commitment by `as_of`, a day after the record ends.
    pub(super) fn announced_for(&self, commitment: &Commitment, as_of: Day) -> Option<When> {
        let mut announced = self.announced_dates(commitment, as_of);
        announced.next().map(|(_, new_due)| new_due.due)
    }

    /// Every date that was announced for a commitment by `as_of`, a day after the record ends, with the fact that announces it, the
    /// newest first.
    pub fn announced_dates<'a>(
        &'a self,
        commitment: &'a Commitment,
        as_of: Day,
    ) -> impl Iterator<Item = (&'a LaterFact, &'a NewDue)> {
        self.newest_known(commitment, as_of).filter_map(|fact| {
            let new_due = fact.new_due.as_ref()?;
            new_due.commitments.contains(&commitment.id).then_some((fact, new_due))
        })
    }
}
