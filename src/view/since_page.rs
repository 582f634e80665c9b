//! The page of later facts: what became of the commitments, and every later fact of the selection in groups.

use crate::domain::date::{Day, PartialDate};
use crate::domain::id::BodyId;
use crate::domain::keyed::Keyed;
use crate::domain::later::Found;
use crate::domain::status::OutcomeState;
use crate::domain::vocabulary::Wording;
use crate::query::{self, Choice, Facet, FacetKey, Later, LaterBy, Query, SelectedPart, Unit};
use crate::route::{Page, Route};
use crate::view::{Context, LaterFactView, Link, ListPart, Pace};
use crate::words::{filters, later, since_page as words};

/// A list with so many facts is open as a whole; of a longer one, only its first group.
const SHORT: usize = 40;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SincePageView {
    /// What it is and what it is not.
    pub about: String,
    /// Of which sources it is: of all of them, whichever the views show; none where the reader has chosen one, which its filter says.
    pub sources: Option<String>,
    /// How outcomes were decided.
    pub rules: Vec<String>,
    /// What became of the commitments.
    pub outcomes: OutcomeLinks,
    /// That the outcomes are not those of the day up to which later facts were looked for, and the way there.
    pub other_day: Option<OtherDay>,
    /// `23 of 345 later facts`.
    pub count: String,
    /// The filters, to read on from the count; whether they ask anything of the measures.
    pub parts: (Vec<SelectedPart>, bool),
    /// Whether there is anything to clear.
    pub is_narrowed: bool,
    /// `, as known by 30 June 2022`, where later ones are left out.
    pub known_by: Option<String>,
    /// How they are arranged.
    pub by: LaterBy,
    /// The groups with visible facts.
    pub groups: Vec<LaterGroup>,
    /// Which facts are shown.
    pub list: ListPart,
    /// The way to the same selection in the table.
    pub in_table: Link,
    /// The ways to the commitments and to each information system of which nothing was found; only where nothing narrows the selection.
    pub in_vain: Option<(Link, Vec<Link>)>,
}

/// How many commitments had which outcome, each count a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeLinks {
    /// How many there are altogether.
    pub all: usize,
    /// The words around that count.
    pub around: [String; 2],
    /// The count of each outcome, and the way to the commitments that have it.
    pub counts: Vec<(OutcomeState, usize, Link)>,
}

/// The way to the day up to which later facts were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDay {
    /// What the day that is shown means.
    pub says: String,
    /// The other day.
    pub day: Day,
    /// The words for it.
    pub name: String,
}

/// Later facts that share a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterGroup {
    /// The key of the value; empty for what has none.
    pub key: String,
    /// What they share.
    pub title: String,
    /// How many they are.
    pub count: usize,
    /// Whether it starts open.
    pub is_open: bool,
    /// The visible ones.
    pub facts: Vec<LaterFactView>,
}

impl Context<'_> {
    /// A link to the page of later facts, where these were looked for.
    pub fn since_link(&self, text: &str) -> Option<Link> {
        self.dataset.afterwards.as_ref().map(|_| self.link(Page::Since, text))
    }

    /// The page of later facts, with those of the selection.
    pub fn since_page(&self, facts: &[Later<'_>], query: &Query, by: LaterBy) -> SincePageView {
        let checked = self.as_known().map(in_words);
        let groups = query::group_later_facts(facts, by, self.index);
        let listed = groups.iter().map(|(_, facts)| facts.len()).sum();
        let list = self.list("later-facts".to_owned(), listed, Pace::LARGE_LINES, None);
        let is_short = listed <= SHORT || self.is_on_paper;
        let first = groups.first().map(|(key, _)| key.clone());
        let groups = list.groups(&groups, |(key, facts), lines| LaterGroup {
            key: key.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: self.later_group(key.as_ref(), by),
            count: facts.len(),
            is_open: is_short || first.as_ref() == Some(key),
            facts: facts[lines]
                .iter()
                .map(|(home, fact)| self.later_fact(*home, None, fact))
                .collect(),
        });
        let parts = narrowing_parts(query, self);
        let is_of_measures = parts
            .iter()
            .flat_map(|part| &part.chosen)
            .any(|chosen| chosen.what != Choice::Words);
        let is_later = self.dataset.edition.status_date < self.day && Some(self.day) < self.as_known();
        SincePageView {
            about: checked.map_or_else(
                || words::NOT_LOOKED_FOR.to_owned(),
                |checked| later::about(&self.status_date(), &checked),
            ),
            sources: self
                .all_documents()
                .filter(|_| query.in_all_sources().has(Facet::Source, &FacetKey::All))
                .map(|documents| words::of_sources(&documents)),
            rules: self
                .dataset
                .vocabulary
                .paragraphs(Wording::Deciding)
                .chain(words::RULES)
                .map(str::to_owned)
                .collect(),
            outcomes: self.outcome_links(query),
            other_day: self.other_day(),
            count: words::count(facts.len(), self.dataset.later_facts().count()),
            parts: (parts, is_of_measures),
            is_narrowed: !query.is_open(),
            known_by: is_later.then(|| words::known_by(&in_words(self.day))),
            by,
            groups,
            list,
            in_table: Link {
                text: words::IN_TABLE.to_owned(),
                route: Route::table(query.clone()),
            },
            in_vain: query.is_open().then(|| self.looked_for_in_vain()).flatten(),
        }
    }

    fn looked_for_in_vain(&self) -> Option<(Link, Vec<Link>)> {
        let commitments = self.dataset.afterwards.as_ref()?.nothing_found.len();
        let systems = self.dataset.bodies.iter().filter(|body| body.looked.is_some());
        let systems = systems.map(|body| self.link(Page::Body(body.id.clone()), body.short.as_str()));
        let query = Query {
            as_of: self.linked_day(),
            ..Query::everywhere(Facet::Since, Found::Nothing.key())
        };
        let commitments = Link {
            text: words::commitments(commitments),
            route: Route {
                page: Page::Commitments,
                query,
                ..Route::default()
            },
        };
        Some((commitments, systems.collect()))
    }

    /// The head of each sheet of paper: the heading of the page, and what is selected.
    pub fn since_on_paper(&self, query: &Query) -> String {
        let parts = query::parts_in_words(&narrowing_parts(query, self));
        format!("{}{parts}", later::HEADING)
    }

    /// What became of the commitments of the selection, of every source unless some are chosen.
    fn outcome_links(&self, query: &Query) -> OutcomeLinks {
        let query = query.in_all_sources().without(Facet::Outcome);
        let counted = query::facets(Facet::Outcome, &query, Unit::Commitments, self.index);
        let counts = counted.values.into_iter().filter_map(|value| {
            let state = OutcomeState::from_key(value.key.as_str())?;
            let route = Route {
                page: Page::Commitments,
                query: query.narrowed(Facet::Outcome, value.key),
                ..Route::default()
            };
            let text = self.dataset.vocabulary.outcome(state).to_owned();
            Some((state, value.count, Link { text, route }))
        });
        let counts: Vec<_> = counts.collect();
        let is_whole = query.is_open() && query.has(Facet::Source, &FacetKey::All);
        let documents = is_whole.then(|| filters::all_documents(self.dataset.sources.len()));
        OutcomeLinks {
            all: counts.iter().map(|(_, count, _)| count).sum(),
            around: words::of_all(documents.as_deref(), &in_words(self.day)),
            counts,
        }
    }

    fn other_day(&self) -> Option<OtherDay> {
        let checked = self.as_known().filter(|checked| *checked != self.day)?;
        let says = match self.day {
            day if day <= self.dataset.edition.status_date => words::as_reported(&in_words(day)),
            day if day < checked => words::as_known_then(&in_words(day)),
            _ => words::past_horizon(&in_words(checked)),
        };
        Some(OtherDay {
            says,
            day: checked,
            name: words::on(&in_words(checked)),
        })
    }

    /// What the later facts of a group share.
    pub fn later_group(&self, key: Option<&FacetKey>, by: LaterBy) -> String {
        let [no_priority, no_system] = words::WITHOUT;
        match (by, key) {
            (LaterBy::Priority, Some(key)) => self.index.label(Facet::Priority, key).to_owned(),
            (LaterBy::System, Some(key)) => {
                let system = self.dataset.body(&BodyId::new(key.as_str()));
                system.map_or_else(|| key.to_string(), |system| system.short.clone())
            }
            (LaterBy::System, None) => no_system.to_owned(),
            (_, None) => no_priority.to_owned(),
            (LaterBy::Newest, Some(year)) => year.to_string(),
        }
    }
}

/// What narrows the selection; that all sources count needs no words here.
fn narrowing_parts(query: &Query, context: &Context<'_>) -> Vec<SelectedPart> {
    let mut narrowing = query.clone();
    if query.has(Facet::Source, &FacetKey::All) {
        narrowing.filters.remove(&Facet::Source);
    }
    query::selected_parts(&narrowing, Unit::Measures, context.index)
}

fn in_words(day: Day) -> String {
    PartialDate::of_day(day).in_words()
}
