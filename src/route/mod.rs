//! What a link restores: page, query and view options, and their encoding as a fragment.
//!
//! A link decodes without data, and decoding never fails; [`resolve`] compares it with the dataset.

mod decode;
mod encode;
mod issue;
mod mend;
mod resolve;

pub use issue::LinkIssue;
pub use resolve::resolve;

use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId, ReportId};
use crate::query::{Density, Query, Unit, ViewOptions};

/// Everything that a link restores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The page that is shown.
    pub page: Page,
    /// The reader's selection; kept on every page, so that previous, next and back stay within it.
    pub query: Query,
    /// How the views show it; also kept on every page.
    pub options: ViewOptions,
    /// The line of the page to go to.
    pub fact: Option<LineId>,
    /// The edition that a link was made of, where that is not the one with which the page was published: of data that a reader had opened.
    pub edition: Option<String>,
    /// Whether the page shows one view alone, for a frame in another page.
    pub is_embedded: bool,
}

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The table of measures.
    #[default]
    Table,
    /// Every dated fact on one axis of time.
    Timeline,
    /// What one Presidency inherited, did, planned and handed on; the one in office where none is named.
    Presidency(Option<PresidencyId>),
    /// The commitments and their outcomes.
    Commitments,
    /// Bodies, working parties and systems against Presidencies and priorities.
    Actors,
    /// Every document that is cited.
    Documents,
    /// What was promised of each information system, by when, and when that was said.
    Slips,
    /// One measure.
    Measure(MeasureId),
    /// One document and who cites it.
    Document(DocumentId),
    /// One body and the measures that name it.
    Body(BodyId),
    /// One section of a general report.
    Report(ReportId),
    /// What public pages report after the record ends.
    Since,
    /// Where readers open data of their own.
    OwnData,
    /// What is different between two editions.
    Compare,
    /// What the page is made from and what its words mean.
    About,
}

impl Page {
    /// Every view of the selection, in the order of their tabs.
    pub const VIEWS: [Self; 6] = [
        Self::Table,
        Self::Timeline,
        Self::Presidency(None),
        Self::Commitments,
        Self::Actors,
        Self::Documents,
    ];

    /// Whether it is a view of the selection, with the filters beside it.
    pub fn is_view(&self) -> bool {
        Self::VIEWS.iter().any(|view| view.is_same_view(self))
    }

    /// Whether it shows the reader's selection, so that a change of that leaves the reader there.
    pub fn follows_selection(&self) -> bool {
        self.is_view() || *self == Self::Since
    }

    /// Whether both are the same view, of whichever Presidency.
    pub fn is_same_view(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Presidency(_), Self::Presidency(_)))
    }

    /// What it lists and counts.
    pub fn unit(&self) -> Unit {
        match self {
            // A brief has facts too, but they are filtered like commitments.
            Self::Commitments | Self::Presidency(_) => Unit::Commitments,
            Self::Documents => Unit::Documents,
            _ => Unit::Measures,
        }
    }
}

impl Route {
    /// The same selection on another page.
    #[must_use]
    pub fn with_page(&self, page: Page) -> Self {
        Self {
            page,
            fact: None,
            ..self.clone()
        }
    }

    /// The route after following a link on this page: a link without a selection keeps the reader's own.
    #[must_use]
    pub fn followed(&self, link: Self) -> Self {
        let unselected = Query {
            as_of: link.query.as_of,
            ..Query::default()
        };
        let query = if link.query == unselected {
            self.query.clone()
        } else {
            link.query
        };
        let options = if link.options == ViewOptions::default() {
            self.options.clone()
        } else {
            link.options
        };
        Self { query, options, ..link }
    }

    /// The route to a page, or to a line of it, without a selection.
    pub fn to(page: Page, fact: Option<LineId>) -> Self {
        Self {
            page,
            fact,
            ..Self::default()
        }
    }

    /// The same in an address of that edition.
    #[must_use]
    pub fn of_edition(&self, edition: Option<&str>) -> Self {
        Self {
            edition: edition.map(str::to_owned),
            ..self.clone()
        }
    }

    /// The same for a frame in another page, or for a window of its own.
    #[must_use]
    pub fn embedded(&self, is_embedded: bool) -> Self {
        Self {
            is_embedded,
            ..self.clone()
        }
    }

    /// The table with that query, in its usual arrangement.
    pub fn table(query: Query) -> Self {
        Self {
            query,
            ..Self::default()
        }
    }

    /// The same with rows of that height.
    #[must_use]
    pub fn with_density(&self, density: Density) -> Self {
        let mut route = self.clone();
        route.options.density = density;
        route
    }

    /// Whether going from `previous` to this one continues the same move, so that it needs no history entry of its own: another
    /// letter of the same words, the date moved on, the timeline moved.
    pub fn continues(&self, previous: &Self) -> bool {
        let mut same_but_for_text = previous.clone();
        same_but_for_text.query.text.clone_from(&self.query.text);
        let mut same_but_for_day = previous.clone();
        same_but_for_day.query.as_of = self.query.as_of;
        let mut same_but_for_window = previous.clone();
        same_but_for_window.query.window = self.query.window;
        let is_a_letter = *self == same_but_for_text && !previous.query.text.is_empty();
        let has_dates = previous.query.as_of.is_some() && self.query.as_of.is_some();
        is_a_letter
            || (*self == same_but_for_day && has_dates)
            || (*self == same_but_for_window && self.page == Page::Timeline)
    }
}
