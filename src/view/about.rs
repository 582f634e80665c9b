//! The About page: its sources, the rota of Presidencies, and what this copy of the page knows about itself.

use crate::dataset::{Dataset, Source};
use crate::domain::date::{PartialDate, When};
use crate::domain::presidency::Presidency;
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::query::{self, Tally};
use crate::route::Page;
use crate::view::{Context, Link, Remarks};
use crate::words::{about, briefs, since_page};

/// The About page, without what is the same in every copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutView {
    /// The documents the data was drawn from, the leading one first.
    pub sources: Vec<SourceItem>,
    /// How much the page has read: `102 measures, …, 300 documents and 150 bodies`.
    pub counts: String,
    /// What the page is.
    pub summary: String,
    /// How the data were compiled, and how later facts were found.
    pub making: Vec<String>,
    /// The same of later facts.
    pub later_facts: Vec<String>,
    /// How a measure belongs to a period.
    pub period_rule: String,
    /// What the periods are called.
    pub periods: String,
    /// The columns of the rota.
    pub rota_columns: [String; 3],
    /// From where the rota is known.
    pub rota_source: Option<String>,
    /// What statuses and outcomes are called.
    pub vocabulary: Vocabulary,
    /// The way to the later facts, where these were looked for.
    pub since: Option<Link>,
    /// `The rota from 2015 to 2030`; none of an empty rota.
    pub rota_caption: Option<String>,
    /// Who held the Presidency when, in order of time.
    pub rota: Vec<Term>,
    /// The editors' remarks.
    pub remarks: Remarks,
    /// The SHA-256 of the data, where the page carries it.
    pub checksum: Option<String>,
    /// The errors since the page was opened, if any.
    pub errors: Option<String>,
}

/// A document that the data was drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceItem {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its date in words.
    pub date: String,
    /// Who issued it.
    pub issuers: Vec<Link>,
    /// Its marking.
    pub marking: Option<String>,
    /// The number of the document that it continues, and the way there where the data has it.
    pub previous: Option<(String, Option<Link>)>,
    /// Its page in the official register.
    pub register: Option<String>,
    /// How much comes from it: `74 measures, 10 sections of a general report, 600 facts, 400 commitments`.
    pub tally: String,
    /// The sections of its general report.
    pub sections: Vec<Link>,
    /// The editors' remark.
    pub note: Option<String>,
}

/// A row of the rota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The id of the Presidency.
    pub id: String,
    /// The country.
    pub country: String,
    /// `in office on 3 February 2020`, of the one that is.
    pub in_office: Option<String>,
    /// From when to when.
    pub term: Option<String>,
    /// The trio, and over how many rows its cell goes, where it begins in this one.
    pub trio: Option<(String, usize)>,
}

impl Context<'_> {
    /// The About page; the checksum and the errors come from the browser.
    pub fn about(&self, checksum: Option<String>, errors: &[String]) -> AboutView {
        let terms = self.dataset.rota.terms();
        let caption = terms.first().zip(terms.last()).map(|(first, last)| {
            let (first, last) = (first.term.first().year(), last.term.last().year());
            about::rota(first, last)
        });
        let own = &self.dataset.vocabulary;
        let paragraphs = |what| own.paragraphs(what).map(str::to_owned).collect::<Vec<_>>();
        AboutView {
            summary: own.summary(),
            making: paragraphs(Wording::Making),
            later_facts: paragraphs(Wording::LaterFacts),
            period_rule: own.say(about::PERIOD_RULE),
            periods: own.say(crate::words::measure::PRESIDENCIES),
            rota_columns: about::ROTA_COLUMNS.map(|column| own.say(column)),
            rota_source: paragraphs(Wording::PeriodSource).into_iter().next(),
            vocabulary: own.clone(),
            sources: self.dataset.sources.iter().map(|source| self.source(source)).collect(),
            counts: counts(self.dataset),
            since: self.since_link(since_page::LINK),
            rota_caption: caption,
            rota: self.rota(),
            remarks: self.remarks(),
            checksum: checksum.filter(|hash| !hash.is_empty()),
            errors: (!errors.is_empty()).then(|| errors.join("\n\n")),
        }
    }

    fn source(&self, source: &Source) -> SourceItem {
        let reports = self.dataset.reports.iter();
        let reports = reports.filter(|report| report.source == source.id);
        let sections = reports.map(|report| self.link(Page::Report(report.id.clone()), report.title.as_str()));
        SourceItem {
            id: source.id.to_string(),
            number: source.number.clone(),
            title: source.title.clone(),
            date: PartialDate::of_day(source.date).in_words(),
            issuers: self.bodies(&source.issuer),
            marking: source.marking.clone(),
            previous: source.previous.clone().map(|number| {
                let link = self.link_to_number(&number);
                (number, link)
            }),
            register: source.url.clone(),
            tally: in_words(query::tally(Some(&source.id), self.dataset), &self.dataset.vocabulary),
            sections: sections.collect(),
            note: source.note.clone(),
        }
    }

    /// The document with that number, where the data has it.
    fn link_to_number(&self, number: &str) -> Option<Link> {
        let mut documents = self.dataset.documents.iter();
        let document = documents.find(|document| document.number.as_deref() == Some(number))?;
        Some(self.link(Page::Document(document.id.clone()), number))
    }

    /// The Presidencies of one trio are adjacent: the cell of the trio spans their rows.
    fn rota(&self) -> Vec<Term> {
        let trios = self.dataset.rota.terms().chunk_by(|one, other| one.trio == other.trio);
        let rows = trios.flat_map(|trio| {
            let rows = trio.iter().enumerate();
            rows.map(|(place, presidency)| self.term(presidency, (place == 0).then_some(trio.len())))
        });
        rows.collect()
    }

    fn term(&self, presidency: &Presidency, trio_rows: Option<usize>) -> Term {
        let [first, last] = [presidency.term.first(), presidency.term.last()].map(PartialDate::of_day);
        let is_in_office = presidency.term.contains(self.day);
        Term {
            id: presidency.id.to_string(),
            country: presidency.country.clone(),
            in_office: is_in_office.then(|| briefs::in_office(&PartialDate::of_day(self.day).in_words())),
            term: When::new(first, Some(last)).map(When::in_words),
            trio: trio_rows.map(|rows| (presidency.trio.replace('-', ", "), rows)),
        }
    }
}

/// How much a dataset holds.
pub(super) fn counts(dataset: &Dataset) -> String {
    let tally = in_words(query::tally(None, dataset), &dataset.vocabulary);
    about::whole_tally(&tally, dataset.documents.len(), dataset.bodies.len())
}

fn in_words(tally: Tally, own: &Vocabulary) -> String {
    about::tally(
        tally.measures,
        (tally.sections, &own.say(about::A_REPORT)),
        tally.facts,
        tally.commitments,
    )
}
