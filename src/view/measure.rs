//! Everything about one measure.

use crate::dataset::{Home, Record};
use crate::domain::body::BodyKind;
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{DocumentUse, Measure, RelatedMeasure};
use crate::domain::sort;
use crate::domain::status::Status;
use crate::query::Segment;
use crate::route::Page;
use crate::view::document::printed;
use crate::view::{Context, LineView, Link, PartLink, PartsView, Run, SinceView};
use crate::words::{as_of, measure as words, names};

/// One measure, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureView {
    /// The id by which links name it.
    pub id: String,
    /// `Measure 31`, with its source where that is not the leading one.
    pub kicker: String,
    /// Its title.
    pub title: Vec<Segment>,
    /// What it is about.
    pub summary: Vec<Run>,
    /// Over those responsible.
    pub working_party_heading: String,
    /// Over its periods.
    pub periods_heading: String,
    /// Over what reports say.
    pub reports_heading: String,
    /// Its status, as the editors read it at the edition's date.
    pub status: Status,
    /// What it is called.
    pub status_name: String,
    /// Why.
    pub status_reason: Vec<Run>,
    /// Whose reading that is, and of which day: `(the editors’ reading)`.
    pub status_note: String,
    /// `Summary and status as of 3 February 2020`, where that is not the day that is shown: they cannot follow it.
    pub set_back: Option<String>,
    /// What happened, in order of time.
    pub facts: Vec<LineView>,
    /// What was to follow, in order of time.
    pub follow_up: Vec<LineView>,
    /// The lines of the general report on it; empty in the record, which has them in the sections of the report.
    pub from_reports: Vec<LineView>,
    /// What public pages report since; nothing where nothing was looked for.
    pub since: Option<SinceView>,
    /// The editors' remark.
    pub note: Option<Vec<Run>>,
    /// Who is responsible.
    pub working_parties: Vec<Link>,
    /// The Presidencies that the text names, each with what for: `Croatia (acted)`.
    pub presidencies: Vec<String>,
    /// Whom it names, by their kind.
    pub actors: Vec<(String, Vec<Link>)>,
    /// What it cites.
    pub documents: Vec<CitationView>,
    /// Related measures, each with the relation, its source, and the editors' remark: `continues · 15070/19`.
    pub related: Vec<(Link, String)>,
    /// Its place in the source.
    pub source: SourceView,
}

/// A measure as a line of a plain list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureLine {
    /// Its number.
    pub number: String,
    /// Its title, with the way to it.
    pub measure: Link,
    /// Its status.
    pub status: Status,
    /// What it is called.
    pub status_name: String,
    /// `as of 3 Feb 2020`, where that is not the day that is shown.
    pub status_day: Option<String>,
}

/// A document, with how a measure cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationView {
    /// The document.
    pub document: Link,
    /// Its page in the official register; none in the record, where the list of documents has it.
    pub register: Option<String>,
    /// Its title, where it has a number too.
    pub title: Option<String>,
    /// In which roles it is cited, its date, its marking, how it is printed: `legal act · 2017 · printed “…”`.
    pub details: String,
    /// The editors' remarks.
    pub notes: Vec<String>,
}

/// The place of a measure in its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    /// The number of the document.
    pub number: String,
    /// Its address in the official register.
    pub url: Option<String>,
    /// Section and page: `II.31, p. 62`.
    pub place: String,
    /// Whether the page was counted between printed page numbers.
    pub is_page_counted: bool,
    /// The code that the search box takes: `ISS-31`.
    pub code: String,
}

impl MeasureView {
    /// The ways to its parts, with that to its timeline where it has one.
    pub fn parts(&self, has_timeline: bool) -> PartsView {
        let [facts, follow_up, _] = words::SECTIONS;
        let timeline = has_timeline.then(|| PartLink::new("measure-timeline", words::TIMELINE, None));
        let note = self
            .note
            .as_ref()
            .map(|_| PartLink::new("editor-note", words::NOTE, None));
        let lines = [
            ("state-of-play", facts, &self.facts),
            ("follow-up", follow_up, &self.follow_up),
            ("general-report", &self.reports_heading, &self.from_reports),
        ];
        let lines = lines.map(|(id, heading, lines)| PartLink::new(id, heading, lines.len()));
        let since = self.since.as_ref().map(SinceView::part);
        let aside = PartLink::new("measure-aside", words::ASIDE_PART, None);
        PartsView::of(
            timeline
                .into_iter()
                .chain(lines)
                .chain(since)
                .chain(note)
                .chain([aside]),
        )
    }
}

impl Context<'_> {
    /// The measure at that place of the dataset.
    pub fn measure(&self, place: usize) -> MeasureView {
        let own = &self.dataset.vocabulary;
        let measure = &self.dataset.measures[place];
        let home = Home::Measure(place);
        let status_date = self.linked_day().map(|_| self.status_date());
        // In the order in which it is read: an acronym is explained where it comes first.
        let (title, summary) = (self.marked(&measure.title), self.text(&measure.summary));
        let status_reason = self.text(&measure.status_reason);
        let events = self.dataset.events_in_time(home).into_iter().map(Record::Event);
        let facts = events.map(|record| self.line(record, None)).collect();
        let commitments = self
            .dataset
            .commitments_in_time(home)
            .into_iter()
            .map(Record::Commitment);
        let follow_up = commitments.map(|record| self.line(record, None)).collect();
        MeasureView {
            id: measure.id.to_string(),
            kicker: self.kicker(measure),
            title,
            summary,
            working_party_heading: own.say(words::WORKING_PARTY[0]),
            periods_heading: own.say(words::PRESIDENCIES),
            reports_heading: own.say(words::SECTIONS[2]),
            status: measure.status,
            status_name: self.dataset.vocabulary.status(measure.status).to_owned(),
            status_reason,
            set_back: status_date.as_deref().map(as_of::readings_set_back),
            status_note: words::reading(status_date.as_deref()),
            facts,
            follow_up,
            from_reports: self.lines_in_reports(measure),
            since: self.since(home),
            note: measure.note.as_deref().map(|note| self.text(note)),
            working_parties: self.bodies(&measure.working_parties),
            presidencies: self.named_presidencies(measure),
            actors: self.actors(measure),
            documents: self.citations(measure),
            related: self.related(measure),
            source: self.source_view(measure),
        }
    }

    /// The same measure as a line.
    pub fn measure_line(&self, place: usize) -> MeasureLine {
        let measure = &self.dataset.measures[place];
        MeasureLine {
            number: measure.number.clone(),
            measure: self.link(Page::Measure(measure.id.clone()), measure.title.as_str()),
            status: measure.status,
            status_name: self.dataset.vocabulary.status(measure.status).to_owned(),
            status_day: self.set_back(),
        }
    }

    fn kicker(&self, measure: &Measure) -> String {
        match self.dataset.other_source(&measure.source) {
            Some(source) => names::measure_heading_of(&measure.number, &source.number),
            None => names::measure_heading(&measure.number),
        }
    }

    /// What the sections of general reports say on a measure: facts, then commitments, each in order of time.
    fn lines_in_reports(&self, measure: &Measure) -> Vec<LineView> {
        let reports = || self.dataset.reports.iter().filter(|_| !self.is_record);
        let mut events: Vec<_> = reports().flat_map(|report| &report.state_of_play).collect();
        events.retain(|event| event.measures.contains(&measure.id));
        sort::by_number(&mut events, |event| event.order());
        let mut commitments: Vec<_> = reports().flat_map(|report| &report.follow_up).collect();
        commitments.retain(|commitment| commitment.measures.contains(&measure.id));
        sort::by_number(&mut commitments, |commitment| commitment.order());
        let records = events.into_iter().map(Record::Event);
        let records = records.chain(commitments.into_iter().map(Record::Commitment));
        records.map(|record| self.line(record, None)).collect()
    }

    fn named_presidencies(&self, measure: &Measure) -> Vec<String> {
        let named = measure.presidencies.iter().map(|named| {
            let presidency = self.dataset.rota.get(&named.id);
            let country = presidency.map_or(named.id.as_str(), |presidency| presidency.country.as_str());
            format!("{country} ({})", named.role.label())
        });
        named.collect()
    }

    fn actors(&self, measure: &Measure) -> Vec<(String, Vec<Link>)> {
        let of_kind = |kind: &BodyKind| {
            let is_of_kind = |id: &&BodyId| self.dataset.body(id).is_some_and(|body| body.kind == *kind);
            let ids: Vec<BodyId> = measure.bodies.iter().filter(is_of_kind).cloned().collect();
            (!ids.is_empty()).then(|| (self.dataset.vocabulary.bodies(*kind), self.bodies(&ids)))
        };
        BodyKind::ALL.iter().filter_map(of_kind).collect()
    }

    fn citations(&self, measure: &Measure) -> Vec<CitationView> {
        let citations = measure.citations().into_iter();
        let view = |(id, citations): (&DocumentId, Vec<&DocumentUse>)| {
            let document = self.dataset.document(id)?;
            Some(self.citation(document, &citations))
        };
        citations.filter_map(view).collect()
    }

    fn citation(&self, document: &Document, citations: &[&DocumentUse]) -> CitationView {
        let roles: Vec<&str> = citations.iter().map(|citation| citation.role.label()).collect();
        let details = std::iter::once(roles.join(", "))
            .chain(document.date.map(PartialDate::in_short))
            .chain(document.marking.clone())
            .chain(printed(citations));
        let notes = citations.iter().filter_map(|citation| citation.note.clone());
        CitationView {
            document: self.link(Page::Document(document.id.clone()), document.name()),
            register: document.url().filter(|_| !self.is_record),
            title: document.number.as_ref().and(document.title.clone()),
            details: details.collect::<Vec<_>>().join(" · "),
            notes: notes.collect(),
        }
    }

    /// Measures that are related to this one, whichever of the two says so; in the record, only if this one does.
    fn related(&self, measure: &Measure) -> Vec<(Link, String)> {
        let view = |other: &Measure, label: &str, note: Option<&str>| {
            let source = self.dataset.source(&other.source).map(|source| source.number.as_str());
            let page = Page::Measure(other.id.clone());
            let details: Vec<&str> = [Some(label), source, note].into_iter().flatten().collect();
            let link = self.link(page, format!("{} {}", other.number, other.title));
            (link, details.join(" · "))
        };
        let own = |related: &RelatedMeasure| {
            let other = self.dataset.measure(&related.measure)?;
            Some(view(other, related.relation.label(), related.note.as_deref()))
        };
        let others = self.dataset.measures.iter().filter(|_| !self.is_record);
        let of_others = others.flat_map(|other| {
            let related = other.related.iter().filter(|related| related.measure == measure.id);
            related.map(|related| {
                view(
                    other,
                    related.relation.label_from_the_other_side(),
                    related.note.as_deref(),
                )
            })
        });
        measure.related.iter().filter_map(own).chain(of_others).collect()
    }

    fn source_view(&self, measure: &Measure) -> SourceView {
        let source = self.dataset.source(&measure.source);
        SourceView {
            number: source.map(|source| source.number.clone()).unwrap_or_default(),
            url: source.and_then(|source| source.url.clone()),
            place: measure.locator.in_words(),
            is_page_counted: measure.locator.page_counted,
            code: self.dataset.vocabulary.code(&measure.id),
        }
    }
}
