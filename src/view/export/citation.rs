//! What papers need to cite a measure, a line of one, or a document: document, number, date, page, edition and short code.

use crate::dataset::{Dataset, Home, Record, Source};
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::later::LaterFact;
use crate::domain::measure::Locator;
use crate::domain::register;
use crate::domain::vocabulary::Wording;
use crate::view::one_line;
use crate::words::{citation, names};

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited<'a> {
    /// A measure, by its place in the dataset.
    Measure(usize),
    /// A fact or commitment, and the measure or section that has it.
    Line(Home, Record<'a>),
    /// A document that the sources cite, by its place in the dataset.
    Document(usize),
    /// A later fact, and the measure or section where it stands.
    Later(Home, &'a LaterFact),
}

impl<'a> Cited<'a> {
    /// The id of a line or later fact; none of anything else.
    pub(super) fn id(self) -> Option<&'a LineId> {
        match self {
            Self::Line(_, record) => Some(record.id()),
            Self::Later(_, fact) => Some(&fact.id),
            Self::Measure(_) | Self::Document(_) => None,
        }
    }
}

/// What papers take a document for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A document of a series that an institution numbers.
    Report,
    /// A legal act, a treaty or a resolution.
    Act,
    /// A public page, cited by its address.
    Page,
    /// Anything else.
    Other,
}

/// What all forms of a citation say. No text in it has more than one line.
pub struct Reference {
    /// The short code, which is fit for a key.
    pub code: String,
    /// Its authors; empty if the dataset has none.
    pub authors: Vec<String>,
    /// The same by their short names.
    short_authors: Vec<String>,
    /// Whose series of documents it belongs to, where that is not its author.
    pub institution: Option<&'static str>,
    /// Its title, or else its number, because programs require a title.
    pub title: String,
    /// Whether it has a title of its own, so that the number adds something.
    pub has_title: bool,
    /// Whether it is a report, an act, or neither.
    pub form: Form,
    /// What kind of document it is.
    pub kind: Option<&'static str>,
    /// Its number.
    pub number: Option<String>,
    /// Its date.
    date: Option<PartialDate>,
    /// The year of its date, or else the one that its number names.
    pub year: Option<String>,
    /// The section.
    pub section: Option<String>,
    /// The page.
    pub page: Option<u32>,
    /// `measure 31, ‘Title’; ISS-31 in ISS Follow-up, edition 5618/20, as reported on 3 February 2020`.
    pub note: String,
    /// Its page in the official register.
    pub url: Option<String>,
}

impl Reference {
    /// What there is to say of it, as shown on the day `as_of`.
    pub fn new(cited: Cited<'_>, as_of: Day, dataset: &Dataset) -> Self {
        let edition = edition_in_words(as_of, dataset);
        match cited {
            Cited::Measure(place) => {
                let measure = &dataset.measures[place];
                Self::of_source(
                    Home::Measure(place),
                    dataset.vocabulary.code(&measure.id),
                    &measure.locator,
                    &edition,
                    dataset,
                )
            }
            Cited::Line(home, record) => Self::of_source(
                home,
                dataset.vocabulary.code(record.id()),
                record.locator(),
                &edition,
                dataset,
            ),
            Cited::Document(place) => Self::of_document(&dataset.documents[place], &edition),
            Cited::Later(home, fact) => Self::of_page(home, fact, dataset),
        }
    }

    /// The first page that reports a later fact; the others stand in the note.
    fn of_page(home: Home, fact: &LaterFact, dataset: &Dataset) -> Self {
        let code = dataset.vocabulary.code(&fact.id);
        let page = fact.evidence.first();
        let address = page.map(|page| one_line(&page.url));
        let publishers: Vec<String> = page.iter().map(|page| one_line(&page.publisher)).collect();
        let read = page.map(|page| citation::read(&PartialDate::of_day(page.checked).in_words()));
        let others = fact.evidence.iter().skip(1);
        let others = others.map(|page| citation::also_by(&page.publisher, &page.url));
        let within = match home {
            Home::Measure(place) => {
                let measure = &dataset.measures[place];
                citation::measure(&measure.number, &measure.title)
            }
            Home::Report(place) => {
                names::report(dataset.vocabulary.one(Wording::Report), &dataset.reports[place].title)
            }
        };
        let reports = citation::reports(&fact.when.in_words(), &fact.text);
        let parts = read.into_iter().chain([reports]).chain(others).chain([within]);
        let code_in = citation::code_in(&code, &later_edition_in_words(dataset));
        let date = page.and_then(|page| page.dated);
        Self {
            title: address.clone().unwrap_or_else(|| code.clone()),
            has_title: false,
            short_authors: publishers.clone(),
            institution: None,
            authors: publishers,
            form: Form::Page,
            kind: None,
            number: None,
            date,
            year: date.map(year_of),
            section: None,
            page: None,
            note: one_line(&format!("{}{code_in}", parts.collect::<Vec<_>>().join("; "))),
            url: address,
            code,
        }
    }

    fn of_source(home: Home, code: String, locator: &Locator, edition: &str, dataset: &Dataset) -> Self {
        let source = dataset.source_of(home);
        let issuers = source.into_iter().flat_map(|source| &source.issuer);
        let issuers: Vec<_> = issuers.filter_map(|id| dataset.body(id)).collect();
        let kind = source.and_then(kind_of);
        let authors: Vec<String> = issuers.iter().map(|body| one_line(&body.name)).collect();
        let is_other = |institution: &&str| !authors.iter().any(|author| author == institution);
        let within = match home {
            Home::Measure(place) => {
                let measure = &dataset.measures[place];
                citation::measure(&measure.number, &measure.title)
            }
            Home::Report(place) => {
                names::report(dataset.vocabulary.one(Wording::Report), &dataset.reports[place].title)
            }
        };
        let counted = (locator.page.is_some() && locator.page_counted).then_some(citation::PAGE_COUNTED);
        let counted = counted.unwrap_or_default();
        let code_in = citation::code_in(&code, edition);
        Self {
            short_authors: issuers.iter().map(|body| one_line(&body.short)).collect(),
            institution: kind.and_then(institution_of).filter(is_other),
            authors,
            form: Form::Report,
            title: source.map_or_else(|| code.clone(), |source| one_line(&source.title)),
            has_title: source.is_some(),
            kind: kind.map(Keyed::label),
            number: source.map(|source| one_line(&source.number)),
            date: source.map(|source| PartialDate::of_day(source.date)),
            year: source.map(|source| source.date.year().to_string()),
            section: Some(one_line(&locator.section)),
            page: locator.page,
            note: one_line(&format!("{within}{counted}{code_in}")),
            url: source.and_then(|source| source.url.as_deref()).map(one_line),
            code,
        }
    }

    fn of_document(document: &Document, edition: &str) -> Self {
        let cited = citation::cited_in(edition);
        let parts = [document.oj.as_deref(), document.marking.as_deref(), Some(&cited)];
        let of_date = document.date.map(year_of);
        Self {
            code: document.id.to_string(),
            authors: Vec::new(),
            short_authors: Vec::new(),
            institution: institution_of(document.kind),
            form: form_of(document.kind),
            title: one_line(document.title.as_deref().unwrap_or(document.name())),
            has_title: document.title.is_some(),
            kind: Some(document.kind.label()),
            number: document.number.as_deref().map(one_line),
            date: document.date,
            year: of_date.or_else(|| Some(register::year(document.kind, document.number.as_deref()?)?.to_string())),
            section: None,
            page: None,
            note: one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join("; ")),
            url: document.url(),
        }
    }

    /// `Council of the European Union (Finnish Presidency and Croatian Presidency), ‘Title’, 5618/20, 3 February 2020,
    /// II.31, p. 62 (measure 31, ‘Title’; ISS-31 in ISS Follow-up, edition 5618/20, as reported on 3 February 2020).`
    pub fn footnote(&self) -> String {
        let authors = match (self.institution, self.short_authors.is_empty()) {
            (Some(institution), true) => institution.to_owned(),
            (Some(institution), false) => format!("{institution} ({})", self.short_authors.join(citation::AND)),
            (None, _) => self.authors.join(citation::AND),
        };
        let parts = [
            Some(authors).filter(|authors| !authors.is_empty()),
            self.has_title.then(|| citation::quoted(&self.title)),
            self.number.clone(),
            self.date.map(PartialDate::in_words),
            self.url.clone().filter(|_| self.form == Form::Page),
            self.section.as_deref().map(citation::at),
            self.page.map(citation::page),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("{} ({}).", parts.join(", "), self.note)
    }

    /// Who is responsible for it: the authors, or else the institution, if any is known.
    pub fn answerable(&self) -> Vec<String> {
        match (&self.authors[..], self.institution) {
            ([], Some(institution)) => vec![institution.to_owned()],
            (authors, _) => authors.to_vec(),
        }
    }

    /// Who published it.
    pub fn publisher(&self) -> String {
        match self.institution {
            Some(institution) => institution.to_owned(),
            None => self.authors.join(citation::AND),
        }
    }

    /// The date for programs, as exactly as ISO 8601 has a form for it: a half-year becomes its year.
    pub fn iso_date(&self) -> Option<String> {
        let date = self.date?;
        let exact = When::new(date, None).and_then(When::datetime);
        exact.or_else(|| Some(year_of(date)))
    }
}

fn year_of(date: PartialDate) -> String {
    date.period().first().year().to_string()
}

/// `ISS Follow-up, edition 5618/20, as reported on 3 February 2020`, or `as of 29 November 2026`.
fn edition_in_words(as_of: Day, dataset: &Dataset) -> String {
    let edition = &dataset.edition;
    let name = dataset.vocabulary.one(Wording::Name);
    let day = PartialDate::of_day(as_of).in_words();
    if as_of == edition.status_date {
        citation::edition(name, &edition.id, &day)
    } else {
        citation::edition_on(name, &edition.id, &day)
    }
}

/// `ISS Follow-up, edition 5618/20, what public sources report since, as found by 29 November 2026`.
fn later_edition_in_words(dataset: &Dataset) -> String {
    let checked = dataset
        .afterwards
        .as_ref()
        .map_or(dataset.edition.status_date, |known| known.checked);
    let checked = PartialDate::of_day(checked).in_words();
    citation::later_edition(dataset.vocabulary.one(Wording::Name), &dataset.edition.id, &checked)
}

/// The kind of document a source is: the one whose rule leads from its number to its address.
fn kind_of(source: &Source) -> Option<DocumentKind> {
    let url = source.url.as_deref()?;
    let mut kinds = DocumentKind::ALL.iter().copied();
    kinds.find(|kind| register::url(*kind, &source.number).as_deref() == Some(url))
}

/// Whose series of documents that kind belongs to, if the kind alone says so.
fn institution_of(kind: DocumentKind) -> Option<&'static str> {
    match kind {
        DocumentKind::Council | DocumentKind::WorkingPaper => Some(citation::COUNCIL),
        DocumentKind::Com | DocumentKind::Swd | DocumentKind::C => Some(citation::COMMISSION),
        DocumentKind::Join => Some(citation::COMMISSION_AND_HIGH_REPRESENTATIVE),
        DocumentKind::UnResolution => Some(citation::UNITED_NATIONS),
        _ => None,
    }
}

/// What papers take documents of that kind for.
fn form_of(kind: DocumentKind) -> Form {
    match kind {
        DocumentKind::Council
        | DocumentKind::WorkingPaper
        | DocumentKind::Com
        | DocumentKind::Swd
        | DocumentKind::Join
        | DocumentKind::C => Form::Report,
        DocumentKind::Other => Form::Other,
        _ => Form::Act,
    }
}
