//! One body: what it had a part in, what it owes, with whom, in which documents, and in which measures it is named.

use crate::dataset::{Home, Record};
use crate::domain::body::{Body, BodyKind};
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::id::LineId;
use crate::domain::later::LaterFact;
use crate::domain::measure::{Commitment, Event};
use crate::domain::status::OutcomeState;
use crate::domain::vocabulary::Vocabulary;
use crate::query::{BodyProfile, Facet, Query};
use crate::route::{Page, Route};
use crate::view::{
    Context, IdentifierView, KnownView, LaterFactView, LineView, Link, ListPart, MeasureLine, PartLink, PartsView, Run,
    SlipChartView,
};
use crate::words::{body, later, slips as words};

/// How many facts, commitments, documents and measures are shown at first.
const FIRST: usize = 15;

/// How many bodies do: their names are short.
const FIRST_BODIES: usize = 20;

/// A body by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyEntry {
    /// What kind of body it is.
    pub kind: String,
    /// Its short name.
    pub short: String,
    /// Its full name, where that is another.
    pub name: Option<String>,
}

/// What a body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyAbout {
    /// A sentence or two.
    pub text: Vec<Run>,
    /// The lines that say so, each by its place in its source: `5618/20, II.60, state of play, p. 86`.
    pub lines: Vec<Link>,
}

/// One body, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyView {
    /// The id by which links name it.
    pub id: String,
    /// Its names.
    pub entry: BodyEntry,
    /// What it is.
    pub about: Option<BodyAbout>,
    /// Other ways in which a source prints its name.
    pub aliases: Option<String>,
    /// Its official site.
    pub site: Option<String>,
    /// Under which others know it.
    pub identifiers: Vec<IdentifierView>,
    /// The ways to the views that list the same measures and commitments.
    pub selections: Vec<Link>,
    /// What later facts are, and that of this information system none were found.
    pub nothing_found: Option<[String; 2]>,
    /// What was promised of an information system and when, what is known of that, and the way to all systems.
    pub slips: Option<(SlipChartView, KnownView, Link)>,
    /// Everything on it, in sections that each have something in them.
    pub sections: Vec<BodySection>,
}

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodySection {
    /// Its name, by which the contents lead to it.
    pub name: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What precedes its list.
    pub intro: Option<SectionIntro>,
    /// Which of its lines are shown.
    pub list: ListPart,
    /// These.
    pub lines: SectionLines,
}

/// What precedes the list of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionIntro {
    /// Words.
    Words(&'static str),
    /// What later facts are and what they are not.
    Since(String),
    /// The outcomes of its commitments.
    Outcomes(OutcomeCounts),
}

/// The lines of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionLines {
    /// Facts or commitments.
    Facts(Vec<LineView>),
    /// Facts that public pages report since.
    Since(Vec<LaterFactView>),
    /// Bodies.
    Bodies(Vec<CountedView>),
    /// Documents.
    Documents(Vec<CountedView>),
    /// Measures.
    Measures(Vec<MeasureLine>),
}

/// Something that facts and commitments name, with how many of them do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedView {
    /// What they name.
    pub thing: Link,
    /// Its title or full name, where that is another.
    pub name: Option<String>,
    /// How many of them name it.
    pub count: usize,
}

/// `Of 46 commitments, 30 are open, 4 past due (not reported done) and 12 not known as of 3 February 2020.`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeCounts {
    /// Of how many.
    pub count: usize,
    /// `commitments`.
    pub noun: &'static str,
    /// Each outcome with its count and what follows it: `are open`.
    pub outcomes: Vec<(OutcomeState, usize, String)>,
    /// The day as of which they are counted.
    pub day: String,
}

impl BodyEntry {
    /// The names of that body.
    pub fn of(body: &Body, own: &Vocabulary) -> Self {
        Self {
            kind: own.body(body.kind).to_owned(),
            short: body.short.clone(),
            name: Some(body.name.clone()).filter(|name| *name != body.short),
        }
    }
}

impl BodyView {
    /// The id of the heading of its slip chart.
    pub const SLIPS: &'static str = "section-slips";

    /// The ways to its parts.
    pub fn parts(&self) -> PartsView {
        let part = |section: &BodySection| PartLink::new(section.heading_id(), section.heading, section.list.count);
        let folds = self.sections.iter().any(|section| section.list.fold.is_some());
        let slips = self.slips.as_ref();
        let slips = slips.map(|_| PartLink::new(Self::SLIPS, words::HEADING, None));
        PartsView::of(slips.into_iter().chain(self.sections.iter().map(part))).that_folds(folds)
    }
}

impl BodySection {
    /// The id of its heading.
    pub fn heading_id(&self) -> String {
        format!("section-{}", self.name)
    }
}

impl Context<'_> {
    /// A body, with everything that the dataset has on it.
    pub fn body(&self, body: &Body, profile: &BodyProfile<'_>) -> BodyView {
        self.shown_body.set(self.dataset.body_place(&body.id));
        BodyView {
            id: body.id.to_string(),
            entry: BodyEntry::of(body, &self.dataset.vocabulary),
            about: self.about_body(body),
            aliases: Some(body.aliases.join(", ")).filter(|aliases| !aliases.is_empty()),
            site: body.url.clone(),
            identifiers: body.identifiers.iter().map(IdentifierView::of).collect(),
            selections: self.selections(body, profile),
            nothing_found: body.looked.as_ref().and_then(|looked| {
                let on = PartialDate::of_day(looked.on).in_words();
                Some([self.about_later_facts()?, later::nothing_found(&looked.what, &on)])
            }),
            slips: self.slips_of(body).map(|chart| {
                let all = self.link(Page::Slips, words::ALL_SYSTEMS);
                (chart, self.known(), all)
            }),
            sections: self.sections(body, profile),
        }
    }

    /// What a body is, and the lines that say so.
    pub fn about_body(&self, thing: &Body) -> Option<BodyAbout> {
        let about = thing.about.as_ref()?;
        let line = |id: &LineId| {
            let (home, record) = self.dataset.record(id)?;
            let place = self.place_in_source(home, record.locator());
            Some(self.link_to_line(self.page_of(home), Some(id.clone()), place))
        };
        let later = |id: &LineId| {
            let (home, fact) = self.dataset.later_fact(id)?;
            let place = body::place(later::HEADING, &fact.when.in_words());
            Some(self.link_to_line(self.page_of(home), Some(id.clone()), place))
        };
        let lines = about.lines.iter().filter_map(line);
        Some(BodyAbout {
            text: self.text(&about.text),
            lines: lines.chain(about.later.iter().filter_map(later)).collect(),
        })
    }

    fn selections(&self, body: &Body, profile: &BodyProfile<'_>) -> Vec<Link> {
        let link = |page: Page, facet: Facet, text: &str| {
            let query = Query {
                as_of: self.linked_day(),
                ..Query::everywhere(facet, body.id.as_str())
            };
            let route = Route {
                page,
                query,
                ..Route::default()
            };
            let text = text.to_owned();
            Link { text, route }
        };
        let naming = Facet::of_bodies(body.kind);
        let mut links = Vec::new();
        if !(profile.responsible.is_empty() && profile.named.is_empty()) {
            links.push(link(Page::Table, naming, body::VIEWS[0]));
            links.push(link(Page::Timeline, naming, body::VIEWS[1]));
        }
        if !(profile.owes.is_empty() && profile.concerned.is_empty()) {
            // A body without commitments of its own is looked up where it is named.
            let facet = if profile.owes.is_empty() { naming } else { Facet::Owner };
            links.push(link(Page::Commitments, facet, body::VIEWS[2]));
        }
        links
    }

    fn sections(&self, body: &Body, profile: &BodyProfile<'_>) -> Vec<BodySection> {
        use SectionLines::{Bodies, Documents, Facts, Measures, Since};
        let BodyProfile {
            responsible,
            named,
            facts,
            since,
            owes,
            concerned,
            with,
            documents,
        } = profile;
        let page = Page::Body(body.id.clone());
        let line = |record: Record<'_>, home: Home| {
            let mut line = self.line(record, Some(home));
            line.systems.retain(|system| system.route.page != page);
            line
        };
        let event = |(home, event): &(Home, &Event)| line(Record::Event(event), *home);
        let later_fact = |(home, fact): &(Home, &LaterFact)| {
            let mut fact = self.later_fact(*home, None, fact);
            fact.named.retain(|named| named.route.page != page);
            fact
        };
        let commitment = |(home, owed): &(Home, &Commitment)| line(Record::Commitment(owed), *home);
        let partner = |(body, count): &(&Body, usize)| self.partner(body, *count);
        let cited = |(document, count): &(&Document, usize)| self.cited(document, *count);
        let measure = |place: &usize| self.measure_line(*place);
        let about = self.about_later_facts().map(SectionIntro::Since);
        let outcomes = |commitments| Some(SectionIntro::Outcomes(self.outcome_counts(commitments)));
        // An information system owes nothing: what was promised of it names it.
        let of_system = (body.kind == BodyKind::InformationSystem)
            .then(|| outcomes(concerned))
            .flatten();
        let [partners_heading, naming] = body::PARTNERS;
        let [documents_heading, citing] = body::DOCUMENTS;
        let [naming, citing] = [naming, citing].map(|words| Some(SectionIntro::Words(words)));
        let of_others = body::commitments_naming(!owes.is_empty());
        let in_charge = body::RESPONSIBLE;
        // In the order in which they are read: an acronym is explained where it comes first.
        let sections = [
            self.section("facts", facts_heading(body.kind), None, facts, event, Facts),
            self.section("since", later::HEADING, about, since, later_fact, Since),
            self.section("owes", body::COMMITMENTS, outcomes(owes), owes, commitment, Facts),
            self.section("concerned", of_others, of_system, concerned, commitment, Facts),
            self.section("with", partners_heading, naming, with, partner, Bodies),
            self.section("documents", documents_heading, citing, documents, cited, Documents),
            self.section("responsible", in_charge, None, responsible, measure, Measures),
            self.section("named", body::NAMED, None, named, measure, Measures),
        ];
        sections.into_iter().flatten().collect()
    }

    /// A section, unless it is empty. A long list begins folded.
    fn section<Item, View>(
        &self,
        name: &'static str,
        heading: &'static str,
        intro: Option<SectionIntro>,
        items: &[Item],
        line: impl Fn(&Item) -> View,
        lines: fn(Vec<View>) -> SectionLines,
    ) -> Option<BodySection> {
        let first = if name == "with" { FIRST_BODIES } else { FIRST };
        let list = self.folded_list(name.to_owned(), items.len(), first);
        (!items.is_empty()).then(|| BodySection {
            name,
            heading,
            intro,
            lines: lines(items[list.lines.clone()].iter().map(line).collect()),
            list,
        })
    }

    fn partner(&self, body: &Body, count: usize) -> CountedView {
        let BodyEntry { short, name, .. } = BodyEntry::of(body, &self.dataset.vocabulary);
        CountedView {
            thing: self.link(Page::Body(body.id.clone()), short),
            name,
            count,
        }
    }

    fn cited(&self, document: &Document, count: usize) -> CountedView {
        CountedView {
            thing: self.link(Page::Document(document.id.clone()), document.name()),
            name: document.number.as_ref().and(document.title.clone()),
            count,
        }
    }

    fn outcome_counts(&self, commitments: &[(Home, &Commitment)]) -> OutcomeCounts {
        let outcomes = BodyProfile::outcomes_of(commitments, self.day, self.dataset);
        let outcomes = outcomes.into_iter().enumerate();
        let outcome = |(place, (state, count)): (usize, (OutcomeState, usize))| {
            (
                state,
                count,
                body::outcome(place == 0, count, self.dataset.vocabulary.outcome(state)),
            )
        };
        let count = commitments.len();
        OutcomeCounts {
            count,
            noun: body::noun(count),
            outcomes: outcomes.map(outcome).collect(),
            day: PartialDate::of_day(self.day).in_words(),
        }
    }
}

fn facts_heading(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::InformationSystem | BodyKind::Partner | BodyKind::Programme => body::FACTS_NAMING,
        _ => body::FACTS_INVOLVED,
    }
}
