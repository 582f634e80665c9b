//! The frame around every page: tabs, messages about a link, and the way through a selection.

use crate::domain::id::PriorityId;
use crate::query::Neighbours;
use crate::route::{LinkIssue, Page, Route};
use crate::view::{Action, Context, Link};
use crate::words::{frame, lists};

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
    /// The number of the leading document of the edition.
    pub edition: String,
    /// The day as of which it reports, in words.
    pub status_date: String,
    /// The way to the page about this page.
    pub about: Link,
    /// Whether this is paper, which has no controls.
    pub is_on_paper: bool,
}

/// A tab above the views of the selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabView {
    /// Its name, and where it leads: the whole selection, so that a tab opened in a new window shows the same.
    pub link: Link,
    /// Whether its view is shown.
    pub is_shown: bool,
}

/// One tab for each view.
pub fn tabs(now: &Route) -> Vec<TabView> {
    let tab = |page: &Page| TabView {
        link: Link {
            text: name_of_view(page).to_owned(),
            route: now.with_page(page.clone()),
        },
        is_shown: now.page.is_same_view(page),
    };
    Page::VIEWS.iter().map(tab).collect()
}

/// What a view is called.
pub fn name_of_view(page: &Page) -> &'static str {
    let place = Page::VIEWS.iter().position(|view| view.is_same_view(page));
    frame::TABS[place.unwrap_or_default()]
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
pub fn notices(issues: &[LinkIssue]) -> NoticesView {
    let sentences = issues.iter().take(MOST_NOTICES).map(ToString::to_string);
    NoticesView {
        sentences: sentences.collect(),
        more: issues.len().saturating_sub(MOST_NOTICES),
    }
}

/// The place of a measure in the selection, with its neighbours there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailView {
    /// Whether the selection holds everything.
    pub is_open: bool,
    /// Its priority, and what that is called.
    pub priority: (PriorityId, String),
    /// What narrows the selection to that priority.
    pub narrow: Action,
    /// The measures before and after it.
    pub before: Option<Link>,
    /// The measure after it.
    pub after: Option<Link>,
    /// Its number among them: `3 of 74`.
    pub place: String,
}

impl Context<'_> {
    /// The frame around every page.
    pub fn frame(&self, is_on_paper: bool) -> FrameView {
        FrameView {
            edition: self.dataset.edition.id.clone(),
            status_date: self.status_date(),
            about: self.link(Page::About, frame::ABOUT),
            is_on_paper,
        }
    }

    /// The way from a measure back to the selection and on to its neighbours.
    pub fn trail(&self, place: usize, neighbours: &Neighbours, is_open: bool) -> TrailView {
        let measure = &self.dataset.measures[place];
        let priority = self.dataset.priority(&measure.priority);
        let link = |place: usize| {
            let other = &self.dataset.measures[place];
            self.link(Page::Measure(other.id.clone()), other.number.as_str())
        };
        let key = measure.priority.clone();
        TrailView {
            is_open,
            narrow: Action::ShowPriority(key.clone()),
            priority: (
                key,
                priority
                    .map(|priority| priority.short_title.clone())
                    .unwrap_or_default(),
            ),
            before: neighbours.before.map(link),
            after: neighbours.after.map(link),
            place: lists::place_of(neighbours.number, neighbours.count),
        }
    }
}
