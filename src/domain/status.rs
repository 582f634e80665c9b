//! The closed lists that say where a measure, a fact or a promise stands.

use crate::domain::keyed::{Keyed, keyed};

keyed! {
    /// Where a measure stands at the edition's date: the editor's reading of the source.
    Status, "status" {
        /// A proposal is on the table; no negotiation is reported.
        Proposed = "proposed", "proposed";
        /// The Council or the co-legislators are negotiating it.
        Negotiating = "negotiating", "negotiating";
        /// The source reports that it cannot proceed for now.
        Blocked = "blocked", "blocked";
        /// The act is adopted; the source reports no work on its application yet.
        Adopted = "adopted", "adopted";
        /// It is being put into practice.
        Implementing = "implementing", "implementing";
        /// A standing task with no end date.
        Continuous = "continuous", "continuous";
        /// The source reports it as done, with nothing to follow.
        Completed = "completed", "completed";
    }
}

impl Status {
    /// What the word means here, in one sentence for readers.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Proposed => "A proposal is on the table and no negotiation is reported.",
            Self::Negotiating => "The Council or the co-legislators are negotiating it.",
            Self::Blocked => "The source reports that it cannot proceed for now.",
            Self::Adopted => "The act has been adopted, and no work on its application is reported yet.",
            Self::Implementing => "It is being put into practice.",
            Self::Continuous => "A standing task with no end date.",
            Self::Completed => "The source reports it as done, with nothing to follow.",
        }
    }
}

keyed! {
    /// What came of a commitment by the edition's date.
    OutcomeState, "outcome" {
        /// Not due yet.
        Open = "open", "open";
        /// Its due date has passed, and no source reports it as done.
        Overdue = "overdue", "overdue";
        /// Done on time, or done where no date was set.
        Met = "met", "met";
        /// Done after it was due.
        MetLate = "met-late", "met late";
        /// Replaced by something else, or moved to another date.
        Changed = "changed", "changed";
        /// Given up.
        Dropped = "dropped", "dropped";
        /// No source says.
        Unknown = "unknown", "not known";
    }
}

impl OutcomeState {
    /// Whether something came of it: then it is open no longer, whatever the calendar says.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::MetLate | Self::Changed | Self::Dropped)
    }

    /// Whether it was done: what is not is drawn hollow, be it to come, late, put off or given up.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Met | Self::MetLate)
    }

    /// What the word means here, in one sentence for readers.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Open => "Not due yet, or without a date and not reported as done.",
            Self::Overdue => "Its due date has passed, and no source reports it as done.",
            Self::Met => "Done on time, or done where no date was set.",
            Self::MetLate => "Done after it was due.",
            Self::Changed => "Replaced by something else, or moved to another date.",
            Self::Dropped => "Given up.",
            Self::Unknown => "No source says what came of it.",
        }
    }
}

keyed! {
    /// What kind of fact an event is.
    EventKind, "kind of event" {
        /// A proposal was tabled.
        Proposal = "proposal", "proposal";
        /// A mandate to negotiate, or a general approach.
        Mandate = "mandate", "mandate";
        /// Negotiations took place.
        Negotiation = "negotiation", "negotiation";
        /// A political or formal agreement was reached.
        Agreement = "agreement", "agreement";
        /// An act or text was adopted or approved.
        Adoption = "adoption", "adoption";
        /// Something was published.
        Publication = "publication", "publication";
        /// An act entered into force.
        EntryIntoForce = "entry-into-force", "entry into force";
        /// An act began to apply.
        Application = "application", "application";
        /// Council conclusions.
        Conclusions = "conclusions", "conclusions";
        /// A report, study, questionnaire or assessment.
        Report = "report", "report";
        /// A meeting, discussion, workshop or conference.
        Meeting = "meeting", "meeting";
        /// An operation or exercise.
        Operation = "operation", "operation";
        /// A system or function was put into service.
        Deployment = "deployment", "deployment";
        /// A court gave a ruling or an opinion, or heard a case.
        Court = "court", "court";
        /// A deadline passed.
        Deadline = "deadline", "deadline";
        /// None of the other kinds.
        Other = "other", "other";
    }
}

impl EventKind {
    /// What the word means here, in one sentence for readers.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Proposal => "A proposal was tabled.",
            Self::Mandate => "A mandate to negotiate was given, or a general approach reached.",
            Self::Negotiation => "Negotiations took place.",
            Self::Agreement => "A political or formal agreement was reached.",
            Self::Adoption => "An act or text was adopted or approved.",
            Self::Publication => "Something was published.",
            Self::EntryIntoForce => "An act entered into force.",
            Self::Application => "An act began to apply.",
            Self::Conclusions => "Council conclusions.",
            Self::Report => "A report, study, questionnaire or assessment.",
            Self::Meeting => "A meeting, discussion, workshop or conference.",
            Self::Operation => "An operation or exercise.",
            Self::Deployment => "A system or function was put into service.",
            Self::Court => "A court gave a ruling or an opinion, or heard a case.",
            Self::Deadline => "A deadline passed.",
            Self::Other => "None of the other kinds.",
        }
    }
}

keyed! {
    /// What a Presidency did for a measure.
    PresidencyRole, "Presidency role" {
        /// Something that was done.
        Acted = "acted", "acted";
        /// Something that was to come.
        Plans = "plans", "plans";
    }
}

keyed! {
    /// Where in a measure's block a document is cited.
    DocumentRole, "document role" {
        /// Listed under "Main documents".
        Main = "main", "main document";
        /// Cited in the state of play.
        StateOfPlay = "state-of-play", "state of play";
        /// Cited in the envisaged follow-up.
        FollowUp = "follow-up", "follow-up";
        /// Cited in a footnote.
        Footnote = "footnote", "footnote";
    }
}

impl DocumentRole {
    /// What the word means here, in one sentence for readers.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Main => "Listed under “Main documents”.",
            Self::StateOfPlay => "Cited in the state of play.",
            Self::FollowUp => "Cited in the envisaged follow-up.",
            Self::Footnote => "Cited in a footnote.",
        }
    }
}

keyed! {
    /// How a measure is tied to another one, told by the record that carries the tie.
    Relation, "relation" {
        /// Both are about the same thing.
        SameSubject = "same-subject", "same subject";
        /// The other is a later report on this one.
        Update = "update", "later report";
        /// The other reports what came of what this one promised.
        Outcome = "outcome", "what came of it";
        /// Both say the same.
        Duplicate = "duplicate", "says the same";
        /// They do not agree.
        Contradiction = "contradiction", "says otherwise";
    }
}

impl Relation {
    /// What the word means here, in one sentence for readers.
    pub fn definition(self) -> &'static str {
        match self {
            Self::SameSubject => "Both are about the same thing.",
            Self::Update => "The other is a later report on this one.",
            Self::Outcome => "The other reports what came of what this one promised.",
            Self::Duplicate => "Both say the same.",
            Self::Contradiction => "The two disagree.",
        }
    }

    /// The tie as both sides name it: `later report / earlier report`.
    pub fn both_labels(self) -> String {
        match (self.label(), self.label_from_the_other_side()) {
            (one, other) if one == other => one.to_owned(),
            (one, other) => format!("{one} / {other}"),
        }
    }

    /// The same tie, told by the other measure.
    pub fn label_from_the_other_side(self) -> &'static str {
        match self {
            Self::SameSubject => "same subject",
            Self::Update => "earlier report",
            Self::Outcome => "what had been promised",
            Self::Duplicate => "says the same",
            Self::Contradiction => "says otherwise",
        }
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
            Word::NOUN
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
