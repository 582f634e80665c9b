//! The texts around the timeline: its facts as a list, and what it leaves out.

use fixedbitset::FixedBitSet;

use crate::chart::{Timeline, fact_words};
use crate::dataset::{Home, Record};
use crate::domain::date::Period;
use crate::domain::id::LineId;
use crate::timeline::FactPlace;
use crate::view::{Context, Link, ListPart};
use crate::words::plot;

/// How many lines are shown at first.
const FIRST: usize = 60;

/// The facts of a period, in the order of the lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsInView {
    /// How many there are; one in several lanes counts once.
    pub count: usize,
    /// The same in words: `3 facts are in view; 20 more before or after.`
    pub summary: String,
    /// The lanes with visible lines.
    pub lanes: Vec<LaneOfFacts>,
    /// Which lines are shown.
    pub list: ListPart,
}

/// The facts of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneOfFacts {
    /// The name of the lane.
    pub title: String,
    /// The visible ones.
    pub facts: Vec<FactInView>,
}

/// A fact or a commitment in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactInView {
    /// Its id.
    pub id: LineId,
    /// When it happened or was due: `25 May 2020`.
    pub date: String,
    /// Its text, as a link to its line.
    pub link: Link,
    /// Its kind and place: `meeting · 31 Monitoring of the PNR Directive · 5618/20, II.31, p. 62`.
    pub details: String,
}

impl Context<'_> {
    /// The facts of a timeline that fall into a period.
    pub fn facts_in_view(&self, timeline: &Timeline<'_>, period: Period) -> FactsInView {
        let (mut inside, mut all) = (FixedBitSet::new(), FixedBitSet::new());
        let mut lines = 0;
        for (place, fact) in timeline.facts() {
            let Some(number) = timeline.number(place) else { continue };
            all.grow_and_insert(number);
            if fact.period.meets(period) {
                inside.grow_and_insert(number);
                lines += 1;
            }
        }
        let count = inside.count_ones(..);
        let list = self.folded_list("facts-in-view".to_owned(), lines, FIRST);
        let shown = timeline.facts().filter(|(_, fact)| fact.period.meets(period));
        let shown = shown.skip(list.lines.start).take(list.lines.len());
        let shown: Vec<FactPlace> = shown.map(|(place, _)| place).collect();
        let lane = |places: &[FactPlace]| {
            let title = timeline.heads.get(places.first()?.lane)?.title.clone();
            let facts = places.iter().filter_map(|place| timeline.record(*place));
            let facts = facts.map(|line| self.fact_in_view(line));
            Some(LaneOfFacts {
                title,
                facts: facts.collect(),
            })
        };
        FactsInView {
            count,
            summary: plot::in_view(count, all.count_ones(..) - count),
            lanes: shown
                .chunk_by(|one, next| one.lane == next.lane)
                .filter_map(lane)
                .collect(),
            list,
        }
    }

    /// A fact or commitment of a list in a few words.
    pub(super) fn fact_in_view(&self, line: (Home, Record<'_>)) -> FactInView {
        let words = fact_words(line, self.day, self.dataset);
        FactInView {
            link: self.link_to_line(self.page_of(words.home), Some(words.id.clone()), words.text),
            id: words.id,
            date: words.short_date,
            details: format!("{} · {} · {}", words.kind, words.place, words.source),
        }
    }
}

/// What of the selection has no place on the timeline; empty where all of it has.
pub fn undrawn_in_words(timeline: &Timeline<'_>) -> String {
    plot::undrawn(timeline.undrawn, timeline.undated)
}
