//! A line of a brief: when, what, by whom, with which outcome, and where in the source.

use crate::dataset::{Home, Record};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Locator;
use crate::domain::status::{EventKind, OutcomeState};
use crate::domain::vocabulary::Wording;
use crate::query::{Basis, BriefLine};
use crate::view::line::state_in_words;
use crate::view::{Context, Link, Moment, OutcomeView, Run};
use crate::words::names;

/// A fact or a commitment in a few words, as of the day of its section; files have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefLineView {
    /// The id by which links name it.
    pub id: LineId,
    /// When it happened or was due.
    pub moment: Moment,
    /// What kind of fact it is; none for a commitment.
    pub kind: Option<EventKind>,
    /// Whether it is a fact that is still to come.
    pub is_planned: bool,
    /// Its text.
    pub text: Vec<Run>,
    /// Whether the same brief has it above: then it is cut to one line here.
    pub is_again: bool,
    /// What had come of a commitment, with its slip: `past due by 5 months, not reported done`, `met late, 10 months late`.
    pub outcome: Option<OutcomeView>,
    /// Who was to do it.
    pub owners: Vec<Link>,
    /// Why it belongs to the Presidency itself; none where it was merely found or left.
    pub basis: Option<(Basis, String)>,
    /// The measure that has it, without its source.
    pub home: Link,
    /// Its place in the source: `5618/20, II.60, p. 79`.
    pub place: String,
    /// Whether its page was counted between printed page numbers.
    pub is_page_counted: bool,
}

impl Context<'_> {
    /// A line of a brief.
    pub fn brief_line(&self, line: &BriefLine<'_>) -> BriefLineView {
        let record = line.record;
        let (kind, is_planned, owners) = match record {
            Record::Event(event) => (Some(event.kind), event.is_planned(line.day), &[][..]),
            Record::Commitment(commitment) => (None, false, &commitment.owners[..]),
        };
        // It is cut to one line, which would cut the expansion of an acronym too.
        let text = if line.is_again {
            self.marked(record.text()).into_iter().map(Run::Words).collect()
        } else {
            self.text(record.text())
        };
        let home = match line.home {
            Home::Measure(place) => names::measure(&self.dataset.measures[place].number),
            Home::Report(_) => self.dataset.vocabulary.one(Wording::Report).to_owned(),
        };
        BriefLineView {
            id: record.id().clone(),
            moment: Moment::in_short(record),
            kind,
            is_planned,
            text,
            is_again: line.is_again,
            outcome: self.brief_outcome(line),
            owners: self.bodies(owners),
            basis: line
                .basis
                .map(|basis| (basis, self.dataset.vocabulary.say(basis.label()))),
            home: self.link_to_line(self.page_of(line.home), Some(record.id().clone()), home),
            place: self.place_in_source(line.home, record.locator()),
            is_page_counted: record.locator().page_counted,
        }
    }

    fn brief_outcome(&self, line: &BriefLine<'_>) -> Option<OutcomeView> {
        let state = line.state?;
        let delivery = line.delivery(self.dataset);
        let slip = delivery.in_words().filter(|_| state != OutcomeState::PastDue);
        let words = [Some(state_in_words(state, delivery, &self.dataset.vocabulary)), slip];
        Some(OutcomeView {
            state,
            words: words.into_iter().flatten().collect::<Vec<_>>().join(", "),
            slip: None,
            reason: None,
        })
    }

    /// The place in the source: `5618/20, II.60, p. 79`.
    pub(super) fn place_in_source(&self, home: Home, locator: &Locator) -> String {
        let place = locator.in_words();
        match self.dataset.source_of(home) {
            Some(source) => format!("{}, {place}", source.number),
            None => place,
        }
    }
}
