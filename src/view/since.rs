//! What public sources report since the record ends, on the page of a measure or of a section of a general report.

use crate::dataset::Home;
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::later::{Afterwards, Bearing, Certainty, CitedDocument, LaterFact, OtherDocument, WebPage};
use crate::domain::register;
use crate::domain::status::{EventKind, OutcomeState};
use crate::query;
use crate::route::{Page, Route};
use crate::view::text::leave_out_named;
use crate::view::{Context, Link, PartLink, Run};
use crate::words::{later as words, since_page};

/// What is known since of one measure or section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceView {
    /// What it is and what it is not.
    pub about: String,
    /// The way to the page of all later facts.
    pub all: Link,
    /// What is known, in order of time.
    pub facts: Vec<LaterFactView>,
    /// The commitments of which nothing was found, each with what was looked for, and when.
    pub nothing_found: Vec<(Link, Option<String>)>,
}

/// A fact that public pages report since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterFactView {
    /// The id by which links name it.
    pub id: LineId,
    /// Its address: `/measure/31?fact=31-s1`.
    pub address: String,
    /// Its short code, which leads to its place: `ISS-31-s1`.
    pub code: Link,
    /// When, for machines and for readers.
    pub date: (Option<String>, String),
    /// What that date means: `published`.
    pub meaning: &'static str,
    /// What kind of fact it is.
    pub kind: EventKind,
    /// What happened.
    pub text: Vec<Run>,
    /// The information systems and bodies that it names.
    pub named: Vec<Link>,
    /// The documents that it is about.
    pub documents: Vec<CitedView>,
    /// A date that was announced: `announced for May 2022: the start of the EES`.
    pub announced: Option<Vec<Run>>,
    /// The facts that say otherwise of the same, by their dates and the beginnings of their texts.
    pub disagreeing: Vec<Link>,
    /// The commitments that it bears on.
    pub about: Vec<BearingView>,
    /// The pages that say so.
    pub pages: Vec<PageView>,
    /// That the pages bear it out less than they should.
    pub doubt: Option<&'static str>,
    /// The measure or section where it stands, if that is not the one that is shown.
    pub home: Option<Link>,
    /// The editors' remark.
    pub note: Option<Vec<Run>>,
}

/// A commitment that a later fact bears on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BearingView {
    /// The commitment, by the beginning of its text.
    pub commitment: Link,
    /// What became of it and why, if the fact settles that.
    pub outcome: Option<(OutcomeState, String, Vec<Run>)>,
}

/// A document of a later fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitedView {
    /// One that has a page here.
    Known(Link),
    /// Its number or title, its title where that is not said yet, its identifiers, and its address where the CELEX number is known.
    Other {
        /// Number or title.
        name: String,
        /// Title, Official Journal and CELEX number.
        details: String,
        /// Its page on EUR-Lex.
        url: Option<String>,
        /// Its European Legislation Identifier.
        eli: Option<String>,
    },
}

/// A public page that reports a later fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageView {
    /// Its address.
    pub url: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its own date and the day on which it was read: `31 Aug 2020, read 29 Nov 2026`.
    pub days: String,
}

impl SinceView {
    /// The way to it.
    pub(super) fn part(&self) -> PartLink {
        let count = self.facts.len();
        PartLink::new("since-then", words::HEADING, (0 < count).then_some(count))
    }
}

impl Context<'_> {
    /// What is known since of a measure or section; nothing where it was not looked for, or neither found nor missed.
    pub fn since(&self, home: Home) -> Option<SinceView> {
        let afterwards = self.dataset.afterwards.as_ref()?;
        let facts = self
            .dataset
            .since(home)
            .filter(|(own, _)| !self.is_record || *own == home);
        let facts: Vec<_> = facts
            .map(|(own, fact)| self.later_fact(own, Some(home), fact))
            .collect();
        let nothing_found = self.nothing_found(afterwards, home);
        let about = self.about_later_facts()?;
        (!facts.is_empty() || !nothing_found.is_empty()).then(|| SinceView {
            about,
            all: self.link(Page::Since, since_page::ALL),
            facts,
            nothing_found,
        })
    }

    /// What later facts are and what they are not; none where they were not looked for.
    pub fn about_later_facts(&self) -> Option<String> {
        let afterwards = self.dataset.afterwards.as_ref()?;
        Some(words::about(&self.status_date(), &in_words(afterwards.checked)))
    }

    /// A later fact; outside the page `shown` it says where it stands.
    pub(super) fn later_fact(&self, own: Home, shown: Option<Home>, fact: &LaterFact) -> LaterFactView {
        let text = self.text(&fact.text);
        // The record must stay small: there, what a fact settles is said, and not whom it names.
        let bodies = fact.bodies.iter().filter(|body| !fact.systems.contains(body));
        let named = fact.systems.iter().chain(bodies).filter(|_| !self.is_record);
        let mut named = self.bodies(&named.cloned().collect::<Vec<_>>());
        leave_out_named(&mut named, &text);
        let about = fact
            .about
            .iter()
            .filter(|about| !self.is_record || about.outcome.is_some());
        let announced = fact.new_due.as_ref();
        LaterFactView {
            id: fact.id.clone(),
            address: Route::to(self.page_of(own), Some(fact.id.clone())).to_fragment(),
            code: self.link_to_line(
                self.page_of(own),
                Some(fact.id.clone()),
                self.dataset.vocabulary.code(&fact.id),
            ),
            date: (fact.when.datetime(), fact.when.in_words()),
            meaning: fact.date_meaning.label(),
            kind: fact.kind,
            text,
            named,
            documents: fact
                .documents
                .iter()
                .filter_map(|cited| self.cited_in_fact(cited))
                .collect(),
            announced: announced.map(|new| self.text(&words::announced(&new.due.in_words(), &new.of))),
            disagreeing: self.disagreeing(fact),
            about: about.filter_map(|about| self.bearing(about)).collect(),
            pages: fact.evidence.iter().map(PageView::of).collect(),
            doubt: (fact.sure == Certainty::Medium).then(|| fact.sure.label()),
            home: (Some(own) != shown).then(|| self.home_link(own, &fact.id)),
            note: fact.note.as_deref().map(|note| self.text(note)),
        }
    }

    fn disagreeing(&self, fact: &LaterFact) -> Vec<Link> {
        let others = self.dataset.disagreeing(&fact.id);
        let others = others.map(|(home, other)| {
            let text = words::dated(&other.when.in_short(), &query::cut(&other.text, &[]));
            self.link_to_line(self.page_of(home), Some(other.id.clone()), text)
        });
        others.collect()
    }

    fn bearing(&self, about: &Bearing) -> Option<BearingView> {
        let outcome = about.outcome.as_ref();
        Some(BearingView {
            commitment: self.named_by_its_text(&about.commitment)?,
            outcome: outcome.map(|outcome| {
                let name = self.dataset.vocabulary.outcome(outcome.state).to_owned();
                (outcome.state, name, self.text(&outcome.text))
            }),
        })
    }

    /// A link to a commitment, by the beginning of its text.
    fn named_by_its_text(&self, id: &LineId) -> Option<Link> {
        let (home, record) = self.dataset.record(id)?;
        let text = query::cut(record.text(), &[]);
        Some(self.link_to_line(self.page_of(home), Some(id.clone()), text))
    }

    fn cited_in_fact(&self, cited: &CitedDocument) -> Option<CitedView> {
        match cited {
            CitedDocument::Known(id) => {
                let document = self.dataset.document(id)?;
                Some(CitedView::Known(self.link(Page::Document(id.clone()), document.name())))
            }
            CitedDocument::Other(other) => Some(other_document(other)),
        }
    }

    fn nothing_found(&self, afterwards: &Afterwards, home: Home) -> Vec<(Link, Option<String>)> {
        let own = self.dataset.commitments(home);
        let is_own = |id: &LineId| own.iter().any(|commitment| commitment.id == *id);
        let missed = afterwards
            .nothing_found
            .iter()
            .filter(|missed| is_own(&missed.commitment));
        let view = missed.filter_map(|missed| {
            let commitment = self.named_by_its_text(&missed.commitment)?;
            let looked = missed.looked.as_ref().filter(|_| !self.is_record);
            let looked = looked.map(|looked| {
                let on = PartialDate::of_day(looked.on).in_short();
                words::looked_for(&looked.what, &on)
            });
            Some((commitment, looked))
        });
        view.collect()
    }
}

/// A document that no source cites.
pub(super) fn other_document(other: &OtherDocument) -> CitedView {
    let number = other.number.clone();
    let (name, title) = match (number, other.title.clone()) {
        (Some(number), title) => (number, title),
        (None, title) => (title.unwrap_or_default(), None),
    };
    let celex = other.celex.as_ref().map(|celex| words::celex(celex));
    let date = other.date.map(PartialDate::in_short);
    let details = [title, date, other.oj.clone(), celex].into_iter().flatten();
    CitedView::Other {
        name,
        details: details.collect::<Vec<_>>().join(" · "),
        url: other.celex.as_deref().map(register::eur_lex),
        eli: other.eli.clone(),
    }
}

impl PageView {
    /// That page.
    pub(super) fn of(page: &WebPage) -> Self {
        let read = PartialDate::of_day(page.checked).in_short();
        Self {
            url: page.url.clone(),
            publisher: page.publisher.clone(),
            days: words::days(page.dated.map(PartialDate::in_short).as_deref(), &read),
        }
    }
}

fn in_words(day: Day) -> String {
    PartialDate::of_day(day).in_words()
}
