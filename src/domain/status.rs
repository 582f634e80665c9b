//! Closed lists: statuses, outcomes, kinds of facts, roles and ties.

use crate::domain::keyed::{Keyed, keyed};
use crate::words::{kinds, status as words};

keyed! {
    /// The status of a measure at the edition's date: the editor's reading of the source.
    Status, words::STATUSES {
        /// A proposal is on the table; no negotiation is reported.
        Proposed = "proposed";
        /// The Council or the co-legislators are negotiating it.
        Negotiating = "negotiating";
        /// The source reports that it cannot proceed for now.
        Blocked = "blocked";
        /// The act is adopted; the source reports no work on its application yet.
        Adopted = "adopted";
        /// It is being put into practice.
        Implementing = "implementing";
        /// A standing task with no end date.
        Continuous = "continuous";
        /// The source reports it as done, with nothing to follow.
        Completed = "completed";
    }
}

impl Status {
    /// What it means here, in one sentence.
    pub fn definition(self) -> &'static str {
        words::STATUS_DEFINITIONS[self as usize]
    }
}

keyed! {
    /// The outcome of a commitment by the edition's date.
    OutcomeState, words::OUTCOMES {
        /// Not due yet.
        Open = "open";
        /// It was due before the record ends, and no source reports it as done.
        PastDue = "overdue";
        /// Done on time, or done where no date was set.
        Met = "met";
        /// Done after it was due.
        MetLate = "met-late";
        /// Replaced by something else, or moved to another date.
        Changed = "changed";
        /// Given up.
        Dropped = "dropped";
        /// A page after the due date says that it was not done by then.
        NotMet = "not-met";
        /// A task without an end, seen to go on.
        Continuing = "continuing";
        /// No source says, or the record ends before it fell due.
        Unknown = "unknown";
    }
}

impl OutcomeState {
    /// Whether it is closed, whatever the calendar says.
    pub fn is_settled(self) -> bool {
        matches!(
            self,
            Self::Met | Self::MetLate | Self::Changed | Self::Dropped | Self::NotMet | Self::Continuing
        )
    }

    /// Whether it was done. Everything else is drawn hollow.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Met | Self::MetLate)
    }

    /// What it means here, in one sentence.
    pub fn definition(self) -> &'static str {
        words::OUTCOME_DEFINITIONS[self as usize]
    }
}

keyed! {
    /// What kind of fact an event is.
    EventKind, kinds::EVENTS {
        /// A proposal was tabled.
        Proposal = "proposal";
        /// A mandate to negotiate, or a general approach.
        Mandate = "mandate";
        /// Negotiations took place.
        Negotiation = "negotiation";
        /// A political or formal agreement was reached.
        Agreement = "agreement";
        /// An act or text was adopted or approved.
        Adoption = "adoption";
        /// Something was published.
        Publication = "publication";
        /// An act entered into force.
        EntryIntoForce = "entry-into-force";
        /// An act began to apply.
        Application = "application";
        /// Council conclusions.
        Conclusions = "conclusions";
        /// A report, study, questionnaire or assessment.
        Report = "report";
        /// A meeting, discussion, workshop or conference.
        Meeting = "meeting";
        /// An operation or exercise.
        Operation = "operation";
        /// A system or function was put into service.
        Deployment = "deployment";
        /// A court gave a ruling or an opinion, or heard a case.
        Court = "court";
        /// A deadline passed.
        Deadline = "deadline";
        /// None of the other kinds.
        Other = "other";
    }
}

impl EventKind {
    /// What it means here, in one sentence.
    pub fn definition(self) -> &'static str {
        kinds::EVENT_DEFINITIONS[self as usize]
    }
}

keyed! {
    /// What a Presidency did for a measure.
    PresidencyRole, kinds::PRESIDENCY_ROLES {
        /// Something that was done.
        Acted = "acted";
        /// Something that was to come.
        Plans = "plans";
    }
}

keyed! {
    /// Where in a measure's block a document is cited.
    DocumentRole, kinds::DOCUMENT_ROLES {
        /// Listed under "Main documents".
        Main = "main";
        /// Cited in the state of play.
        StateOfPlay = "state-of-play";
        /// Cited in the envisaged follow-up.
        FollowUp = "follow-up";
        /// Cited in a footnote.
        Footnote = "footnote";
    }
}

impl DocumentRole {
    /// What it means here, in one sentence.
    pub fn definition(self) -> &'static str {
        kinds::DOCUMENT_ROLE_DEFINITIONS[self as usize]
    }
}

keyed! {
    /// How a record is tied to another one, as seen from the record that carries the tie.
    Relation, kinds::RELATIONS {
        /// Both are about the same thing.
        SameSubject = "same-subject";
        /// The other is a later report on this one.
        Update = "update";
        /// The other reports the outcome of what this one planned.
        Outcome = "outcome";
        /// Both say the same.
        Duplicate = "duplicate";
        /// They do not agree.
        Contradiction = "contradiction";
    }
}

impl Relation {
    /// What it means here, in one sentence.
    pub fn definition(self) -> &'static str {
        kinds::RELATION_DEFINITIONS[self as usize]
    }

    /// The tie as both sides name it: `later report / earlier report`.
    pub fn both_labels(self) -> String {
        kinds::both_relations(self.label(), self.label_from_the_other_side())
    }

    /// The same tie, as seen from the other record.
    pub fn label_from_the_other_side(self) -> &'static str {
        kinds::INVERSE_RELATIONS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check<Word: Keyed>(definition: impl Fn(Word) -> &'static str) {
        let definitions: BTreeSet<&str> = Word::ALL.iter().map(|word| definition(*word)).collect();
        assert_eq!(
            definitions.len(),
            Word::ALL.len(),
            "two words of `{}` mean the same",
            std::any::type_name::<Word>()
        );
        for definition in definitions {
            assert!(
                definition.starts_with(char::is_uppercase) && definition.ends_with('.'),
                "not a sentence: {definition}"
            );
        }
    }

    #[test]
    fn every_word_has_a_meaning_of_its_own_in_a_sentence() {
        check(Status::definition);
        check(OutcomeState::definition);
        check(EventKind::definition);
        check(DocumentRole::definition);
        check(Relation::definition);
    }
}
