//! A measure: what it is, its status, its facts and its commitments.

use crate::domain::date::{When, order_of_days};
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId, PriorityId, ReportId, SourceId};
use crate::domain::keyed::keyed;
use crate::domain::later::LaterFact;
use crate::domain::outcome::Outcome;
use crate::domain::status::{DocumentRole, EventKind, PresidencyRole, Relation, Status};
use crate::words::kinds;

/// One measure of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id in links.
    pub id: MeasureId,
    /// The document that reports on it.
    pub source: SourceId,
    /// Its number as the source prints it.
    pub number: String,
    /// The priority under which the source lists it.
    pub priority: PriorityId,
    /// Its title, exactly as printed.
    pub title: String,
    /// One to three sentences: what it is and where it stands.
    pub summary: String,
    /// Its status: the editor's reading.
    pub status: Status,
    /// What in the source the status is based on.
    pub status_reason: String,
    /// The responsible working parties, in the source's order.
    pub working_parties: Vec<BodyId>,
    /// All other bodies that the block names.
    pub bodies: Vec<BodyId>,
    /// The Presidencies that the text names for it.
    pub presidencies: Vec<PresidencyLink>,
    /// Every reference in the block.
    pub documents: Vec<DocumentUse>,
    /// What happened.
    pub state_of_play: Vec<Event>,
    /// What was to be done.
    pub follow_up: Vec<Commitment>,
    /// The place of the block in the source.
    pub locator: Locator,
    /// Measures that are tied to this one.
    pub related: Vec<RelatedMeasure>,
    /// The editor's remark on the source.
    pub note: Option<String>,
    /// What public pages report since.
    pub since: Vec<LaterFact>,
}

impl Measure {
    /// The measure with `blank` for each of its texts that only its own page tells in full.
    #[must_use]
    pub fn without_texts(&self, blank: &str) -> Self {
        let mut bare = self.clone();
        let all = |texts: &mut [&mut Option<String>]| {
            for text in texts {
                **text = text.as_ref().map(|_| blank.to_owned());
            }
        };
        blank.clone_into(&mut bare.summary);
        blank.clone_into(&mut bare.status_reason);
        all(&mut [&mut bare.note]);
        for cited in &mut bare.documents {
            all(&mut [&mut cited.printed, &mut cited.note]);
        }
        for tie in &mut bare.related {
            all(&mut [&mut tie.note]);
        }
        for event in &mut bare.state_of_play {
            blank.clone_into(&mut event.text);
            all(&mut [&mut event.date_text, &mut event.note]);
            event.related.iter_mut().for_each(|tie| all(&mut [&mut tie.note]));
        }
        for commitment in &mut bare.follow_up {
            blank.clone_into(&mut commitment.text);
            blank.clone_into(&mut commitment.outcome.text);
            all(&mut [&mut commitment.due_text, &mut commitment.product, &mut commitment.note]);
            commitment.related.iter_mut().for_each(|tie| all(&mut [&mut tie.note]));
        }
        bare
    }

    /// Each document that the block cites, with all its citations, in the order of the first.
    pub fn citations(&self) -> Vec<(&DocumentId, Vec<&DocumentUse>)> {
        let mut cited: Vec<(&DocumentId, Vec<&DocumentUse>)> = Vec::new();
        for citation in &self.documents {
            match cited.iter_mut().find(|(document, _)| **document == citation.document) {
                Some((_, citations)) => citations.push(citation),
                None => cited.push((&citation.document, vec![citation])),
            }
        }
        cited
    }

    /// How many different documents the block cites.
    pub fn cited_documents(&self) -> usize {
        self.citations().len()
    }
}

/// One section of a source outside its measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id in links.
    pub id: ReportId,
    /// The source.
    pub source: SourceId,
    /// The priority it is about; nothing for an introduction or an outlook.
    pub priority: Option<PriorityId>,
    /// Its heading.
    pub title: String,
    /// What happened.
    pub state_of_play: Vec<Event>,
    /// What was to be done.
    pub follow_up: Vec<Commitment>,
    /// What public pages report since.
    pub since: Vec<LaterFact>,
}

/// A fact: something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id in links.
    pub id: LineId,
    /// When, if the source gives a date.
    pub when: Option<When>,
    /// The source's own words for the time, where they say more or other than the date.
    pub date_text: Option<String>,
    /// What kind of fact it is.
    pub kind: EventKind,
    /// What happened.
    pub text: String,
    /// Who took part.
    pub bodies: Vec<BodyId>,
    /// The Presidency that the text names for this fact.
    pub presidency: Option<PresidencyId>,
    /// The documents cited for it.
    pub documents: Vec<DocumentId>,
    /// The measures it concerns, if it is outside them.
    pub measures: Vec<MeasureId>,
    /// Other facts and commitments about the same thing.
    pub related: Vec<RelatedRecord>,
    /// The place of the line in the source.
    pub locator: Locator,
    /// The editor's remark.
    pub note: Option<String>,
}

/// Something that was to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its id in links.
    pub id: LineId,
    /// By when, if the source gives a date.
    pub due: Option<When>,
    /// The source's own words for the time, where they say more or other than the date.
    pub due_text: Option<String>,
    /// Who was to do it.
    pub owners: Vec<BodyId>,
    /// Whether the source names nobody who was to do it, so that the owners stand in.
    pub owners_stand_in: bool,
    /// What was to be done.
    pub text: String,
    /// What is to be there when it is done, in the words of the text; none where it promises work only.
    pub product: Option<String>,
    /// Who else the line names.
    pub bodies: Vec<BodyId>,
    /// The Presidency that the text names for it.
    pub presidency: Option<PresidencyId>,
    /// The documents cited for it.
    pub documents: Vec<DocumentId>,
    /// The measures it concerns, if it is outside them.
    pub measures: Vec<MeasureId>,
    /// Other facts and commitments about the same thing.
    pub related: Vec<RelatedRecord>,
    /// The place of the line in the source.
    pub locator: Locator,
    /// Its outcome by the edition's date.
    pub outcome: Outcome,
    /// The editor's remark.
    pub note: Option<String>,
}

impl Event {
    /// The order of time: by the first day, then by the last; without a date last.
    pub fn order(&self) -> i64 {
        let period = self.when.map(When::period);
        period.map_or(i64::MAX, |period| order_of_days(period.first(), period.last()))
    }
}

keyed! {
    /// What a commitment names by which anybody can see whether it was kept.
    Naming, kinds::NAMINGS {
        /// Who is to do it.
        Owner = "owner";
        /// By when.
        Date = "date";
        /// What is to be there then.
        Product = "product";
        /// Each of these.
        Everything = "three";
        /// None of these.
        Nothing = "none";
    }
}

impl Naming {
    /// What it means.
    pub fn definition(self) -> &'static str {
        kinds::NAMING_DEFINITIONS[self as usize]
    }
}

impl Commitment {
    /// Whether it names an owner, a date and a product.
    fn named(&self) -> [bool; 3] {
        [!self.owners_stand_in, self.due.is_some(), self.product.is_some()]
    }

    /// Whether it names that.
    pub fn names(&self, naming: Naming) -> bool {
        let named = self.named();
        match naming {
            Naming::Everything => named == [true; 3],
            Naming::Nothing => named == [false; 3],
            one => named[one as usize],
        }
    }

    /// The order of time: by the day until which there was time, then by the first; without a date last.
    pub fn order(&self) -> i64 {
        let period = self.due.map(When::period);
        period.map_or(i64::MAX, |period| order_of_days(period.last(), period.first()))
    }
}

/// A Presidency that the text names for a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresidencyLink {
    /// Which.
    pub id: PresidencyId,
    /// For something done, or for something to come.
    pub role: PresidencyRole,
}

/// One citation of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentUse {
    /// Which document.
    pub document: DocumentId,
    /// In which part of the block.
    pub role: DocumentRole,
    /// How the source prints it, where that differs from the number.
    pub printed: Option<String>,
    /// The editor's remark.
    pub note: Option<String>,
}

/// The place of a line in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// The section, such as `II.31`.
    pub section: String,
    /// The page, if the source shows it.
    pub page: Option<u32>,
    /// Whether the page was counted from the nearest printed page numbers instead of being printed itself.
    pub page_counted: bool,
}

impl Locator {
    /// As in a citation: `II.31, p. 62`.
    pub fn in_words(&self) -> String {
        match self.page {
            Some(page) => kinds::page_of(&self.section, page),
            None => self.section.clone(),
        }
    }
}

/// A tie to another measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedMeasure {
    /// Which measure.
    pub measure: MeasureId,
    /// How they are tied.
    pub relation: Relation,
    /// The editor's words on the tie.
    pub note: Option<String>,
}

/// A tie to another fact or commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedRecord {
    /// The id of the event or commitment.
    pub record: LineId,
    /// How they are tied.
    pub relation: Relation,
    /// The editor's words on the tie.
    pub note: Option<String>,
}
