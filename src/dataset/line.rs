//! What facts and commitments have in common, and the source of which each is a line.

use crate::dataset::{Dataset, Home, Record, Source};
use crate::domain::date::When;
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId};
use crate::domain::measure::{Locator, RelatedRecord};

impl<'a> Record<'a> {
    /// The order of time: facts by their first day, commitments by the last one that was given; without a date last.
    pub fn order(self) -> i64 {
        match self {
            Self::Event(event) => event.order(),
            Self::Commitment(commitment) => commitment.order(),
        }
    }

    /// Its id in links.
    pub fn id(self) -> &'a LineId {
        match self {
            Self::Event(event) => &event.id,
            Self::Commitment(commitment) => &commitment.id,
        }
    }

    /// What happened, or what was to be done.
    pub fn text(self) -> &'a str {
        match self {
            Self::Event(event) => &event.text,
            Self::Commitment(commitment) => &commitment.text,
        }
    }

    /// When it happened or was due.
    pub fn when(self) -> Option<When> {
        match self {
            Self::Event(event) => event.when,
            Self::Commitment(commitment) => commitment.due,
        }
    }

    /// The source's own words for the time.
    pub fn date_text(self) -> Option<&'a str> {
        match self {
            Self::Event(event) => event.date_text.as_deref(),
            Self::Commitment(commitment) => commitment.due_text.as_deref(),
        }
    }

    /// The Presidency that the text names for it.
    pub fn presidency(self) -> Option<&'a PresidencyId> {
        match self {
            Self::Event(event) => event.presidency.as_ref(),
            Self::Commitment(commitment) => commitment.presidency.as_ref(),
        }
    }

    /// Whom it names: who took part, or who was to do it and who else.
    pub fn bodies(self) -> impl Iterator<Item = &'a BodyId> {
        let (bodies, owners) = match self {
            Self::Event(event) => (&event.bodies, [].as_slice()),
            Self::Commitment(commitment) => (&commitment.bodies, commitment.owners.as_slice()),
        };
        bodies.iter().chain(owners)
    }

    /// The documents cited for it.
    pub fn documents(self) -> &'a [DocumentId] {
        match self {
            Self::Event(event) => &event.documents,
            Self::Commitment(commitment) => &commitment.documents,
        }
    }

    /// The measures it concerns, if it is outside them.
    pub fn measures(self) -> &'a [MeasureId] {
        match self {
            Self::Event(event) => &event.measures,
            Self::Commitment(commitment) => &commitment.measures,
        }
    }

    /// Other lines about the same thing.
    pub fn related(self) -> &'a [RelatedRecord] {
        match self {
            Self::Event(event) => &event.related,
            Self::Commitment(commitment) => &commitment.related,
        }
    }

    /// The editor's remark.
    pub fn note(self) -> Option<&'a str> {
        match self {
            Self::Event(event) => event.note.as_deref(),
            Self::Commitment(commitment) => commitment.note.as_deref(),
        }
    }

    /// Its place in its source.
    pub fn locator(self) -> &'a Locator {
        match self {
            Self::Event(event) => &event.locator,
            Self::Commitment(commitment) => &commitment.locator,
        }
    }
}

impl Dataset {
    /// The source that a measure or a section of a general report belongs to.
    pub fn source_of(&self, home: Home) -> Option<&Source> {
        let id = match home {
            Home::Measure(place) => &self.measures[place].source,
            Home::Report(place) => &self.reports[place].source,
        };
        self.source(id)
    }

    /// Every fact and every commitment, with its home.
    pub fn records(&self) -> impl Iterator<Item = (Home, Record<'_>)> {
        self.homes()
            .flat_map(|home| self.records_of(home).map(move |record| (home, record)))
    }

    /// The facts and then the commitments that stand there.
    pub fn records_of(&self, home: Home) -> impl Iterator<Item = Record<'_>> {
        let events = self.events(home).iter().map(Record::Event);
        events.chain(self.commitments(home).iter().map(Record::Commitment))
    }
}
