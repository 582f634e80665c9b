//! The matters of the briefs that were asked for last, and of the next one as far as it is collected.

use std::sync::Arc;

use crate::domain::date::Day;
use crate::domain::presidency::Presidency;
use crate::index::words;
use crate::query::brief::candidates::{BriefCandidates, CandidatesDraft};
use crate::query::brief::{Brief, Briefs};
use crate::query::{Index, Progress, Query};

/// What is kept of briefs for the next question, always of the same dataset.
#[derive(Debug, Default)]
pub struct BriefCache<'a> {
    matters: Vec<Arc<BriefCandidates<'a>>>,
    next: Option<CandidatesDraft<'a>>,
    /// What was told last, and of which query.
    told: Vec<(Query, Arc<Brief<'a>>)>,
}

impl<'a> BriefCache<'a> {
    /// The briefs of these Presidencies, of what the query leaves; at once where [`prepare`](Self::prepare) has nothing left
    /// to do.
    pub fn briefs(&mut self, presidencies: &[&'a Presidency], query: &Query, index: &Index<'a>) -> Briefs<'a> {
        while self.prepare(presidencies, query, index, usize::MAX).is_some() {}
        let as_of = query.day(index.dataset());
        let matter = |presidency: &&Presidency| self.matter(presidency, as_of).cloned();
        let told = |presidency: &&Presidency| self.told(presidency, query).cloned();
        let matters = presidencies.iter().filter_map(matter).collect();
        Briefs::new(matters, presidencies.iter().filter_map(told).collect(), query, index)
    }

    /// Works out so many steps more of what these briefs need beside what [`Index::prepare`] does, so that a page can go on
    /// meanwhile; nothing when all of it is there.
    pub fn prepare(
        &mut self,
        presidencies: &[&'a Presidency],
        query: &Query,
        index: &Index<'a>,
        how_many: usize,
    ) -> Option<Progress> {
        let as_of = query.day(index.dataset());
        let count = presidencies.len();
        for (place, presidency) in presidencies.iter().enumerate() {
            if self.matter(presidency, as_of).is_none() {
                // What is asked no more goes when something new comes.
                let is_asked = |matter: &Arc<BriefCandidates>| presidencies.iter().any(|own| matter.is_of(own, as_of));
                self.matters.retain(is_asked);
                let progress = self.collect(presidency, as_of, index, how_many);
                return Some(progress.of_several(place, count));
            }
        }
        let is_asked = |presidency: &Presidency| presidencies.contains(&presidency);
        self.told
            .retain(|(asked, brief)| asked == query && is_asked(brief.presidency));
        let has_words = !words(&query.text).is_empty();
        for (place, presidency) in presidencies.iter().enumerate() {
            let matter = self.matter(presidency, as_of)?;
            if has_words && !matter.knows_words() {
                return Some(matter.read_words(how_many).of_several(place, count));
            }
            if self.told(presidency, query).is_none() {
                let brief = Arc::new(matter.brief(query, index));
                self.told.push((query.clone(), brief));
                let done = place + 1;
                return Some(Progress { done, all: count });
            }
        }
        None
    }

    fn matter(&self, presidency: &Presidency, as_of: Day) -> Option<&Arc<BriefCandidates<'a>>> {
        self.matters.iter().find(|matter| matter.is_of(presidency, as_of))
    }

    fn told(&self, presidency: &Presidency, query: &Query) -> Option<&Arc<Brief<'a>>> {
        let mut told = self.told.iter();
        let told = told.find(|(asked, brief)| asked == query && brief.presidency == presidency);
        told.map(|(_, brief)| brief)
    }

    fn collect(&mut self, presidency: &'a Presidency, as_of: Day, index: &Index<'a>, how_many: usize) -> Progress {
        let begun = self.next.take_if(|draft| draft.is_of(presidency, as_of));
        let mut draft = begun.unwrap_or_else(|| CandidatesDraft::new(presidency, as_of, index));
        let progress = draft.go_on(how_many, index);
        if progress.done == progress.all {
            self.matters.push(Arc::new(draft.finish(index)));
        } else {
            self.next = Some(draft);
        }
        progress
    }
}
