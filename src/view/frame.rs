//! The frame around every page: tabs, messages about a link, and the way through a selection.

use std::borrow::Cow;

use crate::domain::id::{PriorityId, ReportId};
use crate::domain::priority_color::PriorityColor;
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::query::{Facet, Neighbours};
use crate::route::{LinkIssue, Page, Route};
use crate::view::{Context, Link};
use crate::words::{compare, frame, lists, names, own_data, slips};

/// How many messages are shown; a mangled link can give any number.
const MOST_NOTICES: usize = 3;

/// Text whose width tells how wide the font is: in any font, words are on average no wider than its digits, and it brings in the room
/// that the reader wants between words.
pub const SAMPLE: &str = "00000 00000";
/// The letters of [`SAMPLE`]. In usual fonts its space takes more than a quarter of a digit.
pub const SAMPLE_LETTERS: f64 = 10.25;

/// The frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    /// The name of the page.
    pub name: String,
    /// The number of the leading document of the edition.
    pub edition: String,
    /// The day as of which it reports, in words.
    pub status_date: String,
    /// What the empty search box names as examples.
    pub examples: String,
    /// What is said below every page.
    pub disclaimer: String,
    /// The way to what is known since, where it was looked for.
    pub since: Option<Link>,
    /// The way to the page about this page.
    pub about: Link,
    /// The way to where readers open their own data.
    pub own_data: Link,
    /// Whether this is paper, which has no controls.
    pub is_on_paper: bool,
}

/// A tab above every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabView {
    /// Its name, and where it leads: the whole selection, so that a tab opened in a new window shows the same.
    pub link: Link,
    /// The first part of its address.
    pub key: String,
    /// Where the reader is, if there.
    pub here: Option<Here>,
}

/// Where a reader is within a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// On the page to which it leads.
    AtIt,
    /// On a page that belongs to it.
    Within,
}

/// `table` of `/table`, and `report` of `/report/money`.
fn first_part(fragment: &str) -> &str {
    fragment.split('/').nth(1).unwrap_or_default()
}

/// What the tab of a view or of the general report is called, before the words of the data are in it.
fn tab_of_view(page: &Page) -> &'static str {
    if let Page::Report(_) = page {
        return names::GENERAL_REPORT_HEADING;
    }
    let place = Page::VIEWS.iter().position(|view| view.is_same_view(page));
    frame::TABS[place.unwrap_or_default()]
}

/// What the tab of a view or of the general report is called.
pub fn name_of_view(page: &Page, own: &Vocabulary) -> String {
    own.say(tab_of_view(page))
}

/// Messages about everything in a link that could not be honoured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticesView {
    /// The first of them.
    pub sentences: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

/// What there is to say of a link.
pub fn notices(issues: &[LinkIssue], own: &Vocabulary) -> NoticesView {
    let sentences = issues.iter().take(MOST_NOTICES).map(|issue| issue.in_words(own));
    NoticesView {
        sentences: sentences.collect(),
        more: issues.len().saturating_sub(MOST_NOTICES),
    }
}

/// The way from a tab to the page that is shown: `Measures › Information exchange › 31`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailView {
    /// The view that lists it.
    pub view: Link,
    /// The priority of a measure, and the way to the selection narrowed to it.
    pub priority: Option<(PriorityColor, Link)>,
    /// What the page is called there; none where the link names nothing that there is.
    pub here: Option<String>,
    /// The place of a measure in the selection.
    pub neighbours: Option<NeighboursView>,
}

/// The place of a measure in the selection, with its neighbours there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeighboursView {
    /// The measure before it.
    pub before: Option<Link>,
    /// The measure after it.
    pub after: Option<Link>,
    /// Its number among them: `3 of 74`.
    pub place: String,
}

impl Context<'_> {
    /// The frame around every page.
    pub fn frame(&self, is_on_paper: bool) -> FrameView {
        let own = &self.dataset.vocabulary;
        FrameView {
            name: own.one(Wording::Name).to_owned(),
            edition: self.dataset.edition.id.clone(),
            examples: self.examples(),
            disclaimer: own.disclaimer().to_owned(),
            status_date: self.status_date(),
            since: self.since_link(frame::SINCE),
            about: self.link(Page::About, frame::ABOUT),
            own_data: self.link(Page::OwnData, own_data::HEADING),
            is_on_paper,
        }
    }

    /// What can be typed in the search box: as the data say, or the first measure and the first body.
    fn examples(&self) -> String {
        let given = self.dataset.vocabulary.one(Wording::Examples);
        if !given.is_empty() {
            return given.to_owned();
        }
        let measure = self.dataset.measures.first().map(|measure| measure.number.as_str());
        let body = self.dataset.bodies.first().map(|body| body.short.as_str());
        measure.into_iter().chain(body).collect::<Vec<_>>().join(", ")
    }

    /// A tab for each view, and one for the general report where there is one.
    pub fn tabs(&self, now: &Route) -> Vec<TabView> {
        let shown = self.view_of(&now.page);
        let tab = |page: Page| TabView {
            key: first_part(&Route::to(page.clone(), None).to_fragment()).to_owned(),
            here: match &shown {
                Some(_) if now.page.is_same_view(&page) => Some(Here::AtIt),
                Some(shown) if shown.is_same_view(&page) => Some(Here::Within),
                _ => None,
            },
            link: Link {
                text: name_of_view(&page, &self.dataset.vocabulary),
                route: now.with_page(page),
            },
        };
        Page::VIEWS.into_iter().chain(self.first_section()).map(tab).collect()
    }

    /// The view that lists a page, which is a view itself or the beginning of the general report; none of the page about the page.
    fn view_of(&self, page: &Page) -> Option<Page> {
        match page {
            Page::Measure(_) => Some(Page::Table),
            Page::Document(_) => Some(Page::Documents),
            Page::Body(_) | Page::Slips => Some(Page::Actors),
            Page::Report(_) => self.first_section(),
            Page::Since => Some(Page::Commitments),
            Page::OwnData | Page::Compare | Page::About => None,
            view => Some(view.clone()),
        }
    }

    /// The beginning of the general report.
    fn first_section(&self) -> Option<Page> {
        let first = self.dataset.reports.first();
        first.map(|report| Page::Report(report.id.clone()))
    }

    /// What a page is called; none of a link to what is not there.
    pub fn name_of_page(&self, page: &Page) -> Option<Cow<'_, str>> {
        let dataset = self.dataset;
        let name: &str = match page {
            Page::Slips => slips::HEADING,
            Page::OwnData => own_data::HEADING,
            Page::Compare => compare::HEADING,
            Page::About => frame::ABOUT,
            Page::Since => frame::SINCE,
            Page::Measure(id) => &dataset.measure(id)?.title,
            Page::Report(id) => &dataset.reports[dataset.report(id)?].title,
            Page::Document(id) => dataset.document(id)?.name(),
            Page::Body(id) => &dataset.body(id)?.short,
            view => return Some(name_of_view(view, &dataset.vocabulary).into()),
        };
        Some(name.into())
    }

    /// The way to the page that is shown, which keeps the reader's selection; none of a view.
    pub fn trail(&self, now: &Route, neighbours: Option<&Neighbours>) -> Option<TrailView> {
        if now.page.is_view() {
            return None;
        }
        let measure = match &now.page {
            Page::Measure(id) => self.dataset.measure(id),
            _ => None,
        };
        let view = match self.view_of(&now.page) {
            Some(Page::Table) => self.link(Page::Table, frame::MEASURES),
            Some(view) => {
                let name = name_of_view(&view, &self.dataset.vocabulary);
                self.link(view, name)
            }
            None => self.link(Page::Table, self.dataset.vocabulary.one(Wording::Name)),
        };
        let priority = measure.and_then(|measure| self.dataset.priority(&measure.priority));
        let here = match (measure, &now.page) {
            (Some(measure), _) => Some(measure.number.as_str().into()),
            (None, Page::Report(id)) => self.short_name_of_section(id).map(Cow::from),
            (None, page) => self.name_of_page(page),
        };
        let narrowed = |key: &PriorityId| Route {
            query: now.query.narrowed(Facet::Priority, key),
            ..now.with_page(Page::Table)
        };
        Some(TrailView {
            view,
            priority: priority.map(|priority| {
                let route = narrowed(&priority.id);
                let text = priority.short_title.clone();
                (priority.color, Link { text, route })
            }),
            here: here.map(Cow::into_owned),
            neighbours: neighbours.map(|neighbours| self.neighbours(neighbours)),
        })
    }

    /// The short title of the priority that a section is about, or its own title.
    fn short_name_of_section(&self, id: &ReportId) -> Option<&str> {
        let report = &self.dataset.reports[self.dataset.report(id)?];
        let priority = report.priority.as_ref().and_then(|id| self.dataset.priority(id));
        Some(priority.map_or(&report.title, |priority| &priority.short_title))
    }

    fn neighbours(&self, neighbours: &Neighbours) -> NeighboursView {
        let link = |place: usize| {
            let other = &self.dataset.measures[place];
            self.link(Page::Measure(other.id.clone()), other.number.as_str())
        };
        NeighboursView {
            before: neighbours.before.map(link),
            after: neighbours.after.map(link),
            place: lists::place_of(neighbours.number, neighbours.count),
        }
    }
}
