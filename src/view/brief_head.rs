//! The head of a handover brief: the choice of its Presidency, its title, and what the reader can set.

use crate::domain::date::{PartialDate, When};
use crate::domain::id::PresidencyId;
use crate::domain::invisible_chars::quoted;
use crate::domain::presidency::Presidency;
use crate::query::{self, BriefBy, Briefs, Query};
use crate::route::{Page, Route};
use crate::view::{Context, Link, SelectionView};
use crate::words::brief_page;

/// The longest part of a name from an address that is shown, in characters.
const LONGEST: usize = 40;

/// A Presidency that has a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermView {
    /// The way to its brief with the whole selection, so that one opened in a new window shows the same: `HR`.
    pub brief: Link,
    /// `Croatia`.
    pub country: String,
    /// `H1 2020`.
    pub half_year: String,
    /// `Croatia, 1 January 2020 to 30 June 2020`.
    pub days: String,
    /// Whether it is the one that is shown.
    pub is_shown: bool,
}

/// Whose briefs they are, and what narrows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefHeadView {
    /// `Finnish Presidency and Croatian Presidency`.
    pub title: String,
    /// How many lines they have, and the selection.
    pub selection: SelectionView,
}

/// What the reader can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefToolsView {
    /// How the brief is arranged.
    pub by: BriefBy,
    /// The Presidencies to compare with: key, name, and whether it is chosen.
    pub neighbours: Vec<(String, String, bool)>,
}

/// The message for a brief that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingBriefView {
    /// The name in the address.
    pub name: String,
    /// What is said after it.
    pub after_name: String,
    /// The nearest one that does exist.
    pub nearest: Option<Link>,
}

impl Context<'_> {
    /// The Presidencies that have a brief, in the order of the rota, by trio; `shown` is the (first) one on the page.
    pub fn presidency_picker(&self, route: &Route, shown: Option<&Presidency>) -> Vec<Vec<TermView>> {
        let briefed = query::presidencies_with_brief(self.index);
        let term = |presidency: &&Presidency| TermView {
            brief: Link {
                text: presidency.id.to_string(),
                route: route.with_page(Page::Presidency(Some(presidency.id.clone()))),
            },
            country: presidency.country.clone(),
            half_year: term_in_short(presidency),
            days: format!("{}, {}", presidency.country, presidency.term_in_words()),
            is_shown: shown.is_some_and(|shown| shown.id == presidency.id),
        };
        let trios = briefed.chunk_by(|one, other| one.trio == other.trio);
        trios.map(|trio| trio.iter().map(term).collect()).collect()
    }

    /// The head of the briefs; none if there are no briefs.
    pub fn brief_head(&self, query: &Query, briefs: &Briefs<'_>) -> Option<BriefHeadView> {
        (!briefs.all().is_empty()).then(|| BriefHeadView {
            title: briefs.title(),
            selection: self.brief_selection(query, briefs),
        })
    }

    /// What can be set while the briefs of these Presidencies are shown.
    pub fn brief_tools(&self, by: BriefBy, shown: &[&Presidency]) -> BriefToolsView {
        let chosen = shown.get(1).map(|presidency| &presidency.id);
        let none = (String::new(), brief_page::NO_NEIGHBOUR.to_owned(), chosen.is_none());
        let others = query::presidencies_with_brief(self.index).into_iter();
        let others = others.filter(|other| shown.first().is_none_or(|shown| shown.id != other.id));
        let option = |other: &Presidency| {
            let label = format!("{}, {}", other.country, term_in_short(other));
            (other.id.to_string(), label, chosen == Some(&other.id))
        };
        BriefToolsView {
            by,
            neighbours: std::iter::once(none).chain(others.map(option)).collect(),
        }
    }

    /// The message for a name without a brief.
    pub(super) fn missing_brief(&self, named: &PresidencyId, query: &Query) -> MissingBriefView {
        let nearest = query::nearest_brief(named, query, self.index);
        MissingBriefView {
            after_name: self.dataset.vocabulary.say(brief_page::MISSING_NAME[1]),
            name: quoted(named.as_str(), LONGEST),
            nearest: nearest
                .map(|nearest| self.link(Page::Presidency(Some(nearest.id.clone())), nearest.title.as_str())),
        }
    }
}

/// `H1 2020`, `Q2 2026`, or from when to when.
fn term_in_short(presidency: &Presidency) -> String {
    let (first, last) = (presidency.term.first(), presidency.term.last());
    let named = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"];
    let named = named
        .iter()
        .filter_map(|end| format!("{:04}{end}", first.year()).parse::<PartialDate>().ok());
    let named = named.into_iter().find(|date| date.period() == presidency.term);
    let range = || When::new(PartialDate::of_day(first), Some(PartialDate::of_day(last)));
    named
        .map(PartialDate::in_short)
        .or_else(|| range().map(When::in_short))
        .unwrap_or_default()
}
