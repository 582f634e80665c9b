//! What the editors remark on the sources, by source and measure.

use crate::dataset::{Home, Record};
use crate::domain::date::When;
use crate::domain::id::SourceId;
use crate::query::{self, About, Other, Remark, RemarkContent, RemarkPlace};
use crate::route::Page;
use crate::view::{Context, Link, ListPart};
use crate::words::{about, names};

/// How many remarks of a group are shown at first.
const FIRST: usize = 20;

/// Every remark of the editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarks {
    /// How many there are.
    pub count: usize,
    /// How many of them name what they disagree with.
    pub contradictions: usize,
    /// By source, those on documents last.
    pub groups: Vec<RemarkGroup>,
}

/// The remarks on one source, or on the documents that the sources cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkGroup {
    /// What they are on.
    pub name: String,
    /// Which of them are shown.
    pub list: ListPart,
    /// The visible ones, by the measure, section or document that they belong to.
    pub places: Vec<(Link, Vec<RemarkView>)>,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkView {
    /// The line or measure that a contradiction disagrees with.
    pub disagrees_with: Option<Link>,
    /// The editors' words.
    pub note: Option<String>,
    /// What it is about; none where that is the measure, section or document itself.
    pub subject: Option<RemarkSubject>,
}

/// The line or citation that a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkSubject {
    /// A document, as the measure cites it.
    Citation(Link),
    /// A fact or commitment, and its text.
    Line(Link, String),
}

impl Context<'_> {
    /// Every remark, by source.
    pub(super) fn remarks(&self) -> Remarks {
        let groups = query::remarks(self.dataset);
        let all = groups.iter().flat_map(|(_, group)| group);
        let all: Vec<&Remark> = all.flat_map(|remarks| &remarks.remarks).collect();
        let is_contradiction = |remark: &&&Remark| matches!(remark.content, RemarkContent::Contradiction { .. });
        let view = |(number, (source, group)): (usize, &(Option<&SourceId>, Vec<query::Remarks>))| {
            let source = source.and_then(|id| self.dataset.source(id));
            let name = source.map_or(about::ON_DOCUMENTS, |source| source.number.as_str());
            self.remark_group(name, format!("remarks-{number}"), group)
        };
        Remarks {
            count: all.len(),
            contradictions: all.iter().filter(is_contradiction).count(),
            groups: groups.iter().enumerate().map(view).collect(),
        }
    }

    fn remark_group(&self, name: &str, list: String, group: &[query::Remarks<'_>]) -> RemarkGroup {
        let remarks = group.iter();
        let remarks = remarks.flat_map(|group| group.remarks.iter().map(|remark| (group.place, remark)));
        let remarks: Vec<(RemarkPlace, &Remark)> = remarks.collect();
        let list = self.folded_list(list, remarks.len(), FIRST);
        let places = remarks[list.lines.clone()].chunk_by(|(one, _), (other, _)| one == other);
        RemarkGroup {
            name: name.to_owned(),
            places: places.map(|remarks| self.on_place(remarks)).collect(),
            list,
        }
    }

    fn on_place(&self, remarks: &[(RemarkPlace, &Remark<'_>)]) -> (Link, Vec<RemarkView>) {
        let (place, home) = match remarks[0].0 {
            RemarkPlace::Home(home) => (self.link(self.page_of(home), self.name_of(home)), Some(home)),
            RemarkPlace::Document(place) => {
                let document = &self.dataset.documents[place];
                (self.link(Page::Document(document.id.clone()), document.name()), None)
            }
        };
        let view = |(_, remark): &(RemarkPlace, &Remark<'_>)| {
            let (disagrees_with, note) = match remark.content {
                RemarkContent::Note(note) => (None, Some(note)),
                RemarkContent::Contradiction { other, note } => (self.link_to_other(other), note),
            };
            RemarkView {
                disagrees_with,
                note: note.map(str::to_owned),
                subject: self.remark_subject(remark.about, home),
            }
        };
        (place, remarks.iter().map(view).collect())
    }

    fn link_to_other(&self, other: Other<'_>) -> Option<Link> {
        match other {
            Other::Line(id) => self.dataset.record(id).map(|(home, _)| self.home_link(home, id)),
            Other::Measure(id) => {
                let place = self.dataset.measure_place(id);
                place.map(|place| self.page_link(Home::Measure(place)))
            }
        }
    }

    fn remark_subject(&self, about: About<'_>, home: Option<Home>) -> Option<RemarkSubject> {
        let record = match about {
            About::Measure | About::Document => return None,
            About::Citation(document) => {
                let link = self.link(Page::Document(document.id.clone()), document.name());
                return Some(RemarkSubject::Citation(link));
            }
            About::Line(record) => record,
        };
        let time = record.when().map_or_else(|| names::NO_DATE.to_owned(), When::in_words);
        let name = about::subject(matches!(record, Record::Event(_)), &time);
        let link = self.link_to_line(self.page_of(home?), Some(record.id().clone()), name);
        Some(RemarkSubject::Line(link, record.text().to_owned()))
    }
}
