//! The filters beside a view: their values, with what each would leave.

use std::cmp::Reverse;

use crate::domain::keyed::Keyed;
use crate::domain::priority_color::PriorityColor;
use crate::domain::sort;
use crate::domain::status::PresidencyRole;
use crate::query::{Facet, FacetCounts, FacetKey, Unit};
use crate::route::Page;
use crate::view::presidencies::CELLS;
use crate::view::{Context, Fold};
use crate::words::filters;

/// How many values are shown at first.
const FIRST: usize = 8;
/// How many further values are shown rather than folded away.
const SPARED: usize = 2;

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterView {
    /// Which.
    pub facet: Facet,
    /// What it is called.
    pub label: String,
    /// `as of 3 Feb 2020`, if it cannot follow the day that is shown.
    pub day: Option<String>,
    /// The visible values.
    pub values: Vec<FilterValueView>,
    /// How many values it has.
    pub count: usize,
    /// The name under which it is folded.
    pub name: String,
    /// How it is folded; none if all values are always visible.
    pub fold: Option<Fold>,
    /// What a Presidency did, each with its label and whether it is chosen: beside the Presidencies alone.
    pub roles: Vec<(Option<PresidencyRole>, &'static str, bool)>,
    /// What these are.
    pub role_label: String,
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterValueView {
    /// Its key in addresses.
    pub key: FacetKey,
    /// What it is called.
    pub label: String,
    /// The colour of a priority.
    pub color: Option<PriorityColor>,
    /// Its full name, if that says more.
    pub name: Option<String>,
    /// How many of what is listed it would leave.
    pub count: usize,
    /// The same in percent of everything that is listed.
    pub share_percent: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The filters beside a view, in their order; documents are reached through the search box.
pub fn filters_beside(page: &Page) -> &'static [Facet] {
    match page {
        Page::Commitments => &[
            Facet::Source,
            Facet::Outcome,
            Facet::Since,
            Facet::Due,
            Facet::Names,
            Facet::Owner,
            Facet::System,
            Facet::Presidency,
            Facet::Priority,
            Facet::WorkingParty,
            Facet::Body,
        ],
        Page::Documents => &[
            Facet::Source,
            Facet::DocumentKind,
            Facet::Presidency,
            Facet::Priority,
            Facet::Status,
            Facet::WorkingParty,
            Facet::Body,
            Facet::System,
        ],
        // The page itself names the Presidency.
        Page::Presidency(_) => &[
            Facet::Source,
            Facet::Priority,
            Facet::WorkingParty,
            Facet::System,
            Facet::Body,
            Facet::Owner,
            Facet::Outcome,
            Facet::Due,
            Facet::Names,
            Facet::Partner,
            Facet::Status,
        ],
        _ => &[
            Facet::Source,
            Facet::Presidency,
            Facet::Priority,
            Facet::Status,
            Facet::Outcome,
            Facet::WorkingParty,
            Facet::Body,
            Facet::System,
            Facet::Partner,
            Facet::Owner,
            Facet::Names,
            Facet::Since,
        ],
    }
}

impl Context<'_> {
    /// The filters beside a view; `counts` are those of every filter, in the order of the filters, the rest as for [`Self::filter`].
    pub fn filters(
        &self,
        page: &Page,
        counts: &[FacetCounts<'_>],
        unit: Unit,
        all: usize,
        role: Option<PresidencyRole>,
    ) -> Vec<FilterView> {
        let filter = |facet: &Facet| self.filter(&counts[*facet as usize], unit, all, role);
        let has_values = |facet: &&Facet| **facet != Facet::Since || !self.index.values(**facet).is_empty();
        filters_beside(page).iter().filter(has_values).map(filter).collect()
    }

    /// A filter. `unit` is what the view lists, `all` how much of it there is, `role` what a Presidency must have done.
    pub fn filter(&self, counts: &FacetCounts<'_>, unit: Unit, all: usize, role: Option<PresidencyRole>) -> FilterView {
        let facet = counts.facet;
        let values = self.index.values(facet);
        let first = self.first_values(facet, counts);
        let name = format!("filter-{}", facet.key());
        let is_open = self.lists.is_some_and(|lists| lists.is_unfolded(&name));
        let hidden = (0..values.len()).filter(|place| !first(*place)).count();
        let is_shown = |place: &usize| {
            // A commitment is never without itself.
            let is_possible =
                unit == Unit::Measures || facet != Facet::Outcome || values[*place].key != FacetKey::Nothing;
            counts.values[*place].is_chosen || ((is_open || first(*place)) && is_possible)
        };
        let view = |place: usize| {
            let (value, counted) = (&values[place], &counts.values[place]);
            FilterValueView {
                key: value.key.clone(),
                label: value.label.clone(),
                color: (facet == Facet::Priority)
                    .then(|| self.dataset.priority_color(value.key.as_str()))
                    .flatten(),
                name: value.name.clone(),
                count: counted.count,
                share_percent: (100 * counted.count / all.max(1)).min(100),
                is_chosen: counted.is_chosen,
            }
        };
        let roles = std::iter::once(None).chain(PresidencyRole::ALL.iter().copied().map(Some));
        let roles = roles.filter(|_| facet == Facet::Presidency);
        let own = &self.dataset.vocabulary;
        FilterView {
            facet,
            label: own.say(facet.label()),
            role_label: own.say(filters::ROLE),
            day: self.set_back().filter(|_| facet == Facet::Status),
            values: (0..values.len()).filter(is_shown).map(view).collect(),
            count: values.len(),
            name,
            fold: (0 < hidden).then_some(Fold { first: FIRST, is_open }),
            roles: roles
                .map(|choice| (choice, choice.map_or(filters::EITHER, Keyed::label), choice == role))
                .collect(),
        }
    }

    /// Whether a value is visible at first: a Presidency that the text names, and, where what is listed concerns others more often, one of
    /// those that it concerns most; or one of the first values of another filter.
    fn first_values(&self, facet: Facet, counts: &FacetCounts<'_>) -> impl Fn(usize) -> bool + use<> {
        let values = self.index.values(facet);
        let mut first: Vec<usize> = (0..values.len()).collect();
        if facet == Facet::Presidency {
            let count = |place: &usize| counts.values[*place].count;
            let links = || self.dataset.measures.iter().flat_map(|measure| &measure.presidencies);
            let is_named = |place: &usize| links().any(|link| link.id.as_str() == values[*place].key.as_str());
            let (named, mut others): (Vec<usize>, Vec<usize>) = first.iter().partition(|place| is_named(place));
            let concerns = |places: &[usize]| places.iter().map(count).sum::<usize>();
            first = named;
            if concerns(&first) < concerns(&others) {
                sort::by_key(&mut others, |place| Reverse((count(place), *place)));
                first.extend(others.into_iter().take(CELLS).filter(|place| 0 < count(place)));
            }
        } else if FIRST + SPARED < first.len() {
            first.truncate(FIRST);
        }
        move |place| first.contains(&place)
    }
}
