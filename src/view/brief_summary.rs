//! What a brief comes to, on one sheet: how much of it stands how, what falls due next, and who is asked most.

use crate::domain::date::{PartialDate, When};
use crate::domain::status::OutcomeState;
use crate::query::Brief;
use crate::route::Page;
use crate::view::{Context, Link, PartFold, Run};
use crate::words::brief_page as words;

/// The summary of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefSummaryView {
    /// Whether it is open.
    pub fold: PartFold,
    /// The same in a line: `133 open, 16 past due; next 8 Mar 2020`.
    pub line: String,
    /// `240 commitments that it inherited or planned, as of 3 February 2020:`
    pub of: String,
    /// How many have which outcome, in words.
    pub states: Vec<(OutcomeState, String)>,
    /// `45 of them fall due within its term.`
    pub due: String,
    /// The nearest dates.
    pub nearest: Vec<NearestView>,
    /// Who owes most of those that are not settled, and how many.
    pub asked: Vec<(Link, usize)>,
}

/// A commitment with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestView {
    /// When it is due.
    pub due: String,
    /// What is to be done.
    pub text: Vec<Run>,
    /// Who is to do it.
    pub owners: Vec<Link>,
    /// The line where it stands.
    pub home: Link,
}

impl Context<'_> {
    pub(super) fn brief_summary(&self, brief: &Brief<'_>) -> BriefSummaryView {
        let summary = brief.summary(self.dataset);
        let states = summary.states.iter();
        let states =
            states.map(|(state, count)| (*state, words::counted(*count, self.dataset.vocabulary.outcome(*state))));
        let states: Vec<_> = states.collect();
        let nearest = summary.nearest.iter().map(|(home, commitment)| NearestView {
            due: commitment.due.map(When::in_short).unwrap_or_default(),
            // An acronym is explained where it comes first in what is open.
            text: self.marked(&commitment.text).into_iter().map(Run::Words).collect(),
            owners: self.bodies(&commitment.owners),
            home: self.home_link(*home, &commitment.id),
        });
        let nearest: Vec<_> = nearest.collect();
        let asked = summary.asked.iter().filter_map(|(id, count)| {
            let body = self.dataset.body(id)?;
            Some((self.link(Page::Body(body.id.clone()), body.short.as_str()), *count))
        });
        let first: Vec<&str> = states.iter().take(2).map(|(_, words)| words.as_str()).collect();
        BriefSummaryView {
            fold: self.closed_fold(format!("{}-summary", brief.presidency.id)),
            line: words::summary_line(&first, nearest.first().map(|next| next.due.as_str())),
            of: words::summary_of(summary.count, &PartialDate::of_day(brief.as_of).in_words()),
            states,
            due: words::due_in_term(summary.due_in_term),
            nearest,
            asked: asked.collect(),
        }
    }
}
