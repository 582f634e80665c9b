//! What every component may read: the dataset, the route, and what follows from both.

use leptos::prelude::*;

use crate::dataset::Dataset;
use crate::domain::measure::Measure;
use crate::query::{self, Index, Query};
use crate::route::{Page, Route, RouteIssue};

/// The context of every component.
#[derive(Clone, Copy)]
pub struct Viewer {
    /// The records.
    pub dataset: &'static Dataset,
    /// The records as queries see them.
    pub index: &'static Index,
    /// What a link would restore.
    pub route: RwSignal<Route>,
    /// What could not be honoured in the link that was followed last.
    pub issues: RwSignal<Vec<RouteIssue>>,
    /// The route's query.
    pub query: Memo<Query>,
    /// The places of all measures of the sources that are asked for.
    pub reported: Memo<Vec<usize>>,
    /// The places of the measures that match, in dataset order.
    pub matches: Memo<Vec<usize>>,
    /// The matches as the table shows them: in groups and in order.
    pub groups: Memo<Vec<(Option<String>, Vec<usize>)>>,
    /// The folded words that are looked for.
    pub words: Memo<Vec<String>>,
}

impl Viewer {
    /// Begins with the route that the address bar gave.
    pub fn new(dataset: &'static Dataset, route: Route, issues: Vec<RouteIssue>) -> Self {
        let index: &'static Index = Box::leak(Box::new(Index::new(dataset)));
        let route = RwSignal::new(route);
        let query = Memo::new(move |_| query::resolve(&route.read().query, index).0);
        let reported = Memo::new(move |_| query::run(&query.read().opened(), index));
        let matches = Memo::new(move |_| query::run(&query.read(), index));
        let groups = Memo::new(move |_| {
            let query = query.read();
            query::arrange(matches.get(), query.sort, query.grouping, dataset, index)
        });
        let words = Memo::new(move |_| query::words(&query.read().text));
        Self {
            dataset,
            index,
            route,
            issues: RwSignal::new(issues),
            query,
            reported,
            matches,
            groups,
            words,
        }
    }

    /// The viewer of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Goes to a page with the same selection.
    pub fn open(self, page: Page) {
        self.issues.set(Vec::new());
        self.route.update(|route| route.page = page);
    }

    /// Changes the selection and shows it in the table.
    pub fn select(self, change: impl FnOnce(&mut Query)) {
        self.issues.set(Vec::new());
        self.route.update(|route| {
            route.page = Page::Table;
            change(&mut route.query);
        });
    }

    /// The measure at that place of the dataset.
    pub fn measure(self, place: usize) -> &'static Measure {
        &self.dataset.measures[place]
    }
}
