//! What every component may read: the dataset, the route, and what follows from both.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::answered::answered;
use crate::app::density::kept_density;
use crate::app::in_turns::{PendingProgress, following};
use crate::app::memo::Memo;
use crate::app::{texts, theme::Theme};
use crate::browser::{self, page, time};
use crate::dataset::{Dataset, Home};
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::{LineId, MeasureId};
use crate::domain::measure::Measure;
use crate::domain::presidency::Presidency;
use crate::query::{
    self, Briefs, Density, Facet, FacetCounts, Group, Index, Query, SearchTerm, SelectedPart, Unit, ViewOptions,
};
use crate::route::{LinkIssue, Page, Route};
use crate::view::{Compared, Context, LastCopy, OpenLists};
use crate::words::as_of;

/// The context of every component.
#[derive(Clone, Copy)]
pub struct Viewer {
    /// The records.
    pub dataset: &'static Dataset,
    /// The name of the file in which the reader has opened them; none of the page's own.
    pub file: Option<&'static str>,
    /// Whether a page of them was saved.
    pub is_page_saved: StoredValue<bool>,
    /// Whether the page shows one view alone, for a frame in another page; it stays so for as long as it is open.
    pub is_embedded: bool,
    /// The records as queries see them.
    pub index: &'static Index<'static>,
    /// The editions that are compared.
    pub compared: RwSignal<Option<Arc<Compared>>>,
    /// What a link would restore.
    pub route: RwSignal<Route>,
    /// The same for what is around the list: it changes in the same turn, but after the list.
    pub aside: RwSignal<Route>,
    /// What could not be honoured in the link that was followed last.
    pub issues: RwSignal<Vec<LinkIssue>>,
    /// The page that is shown.
    pub page: Memo<Page>,
    /// What it lists and counts.
    pub unit: Memo<Unit>,
    /// The query that is answered: the route's, as soon as what it needs is worked out.
    pub query: Memo<Query>,
    /// How the views show what is found.
    pub options: Memo<ViewOptions>,
    /// The same for what is around the list.
    pub aside_query: RwSignal<Query>,
    /// The day as of which everything is shown.
    pub day: Memo<Day>,
    /// The places of the measures that match, in dataset order.
    pub matches: Memo<Vec<usize>>,
    /// The places of the commitments that match, in dataset order.
    pub commitments: Memo<Vec<usize>>,
    /// The places of the documents that match, in dataset order.
    pub documents: Memo<Vec<usize>>,
    /// The Presidencies whose briefs are shown; empty on every other page.
    pub presidencies: Memo<Vec<&'static Presidency>>,
    /// Their briefs, filtered; none on every other page.
    pub briefs: Memo<Option<Briefs<'static>>>,
    /// How many measures, commitments, documents or lines of a brief the view lists.
    pub count: Memo<usize>,
    /// How many there are in the chosen sources.
    pub all: Memo<usize>,
    /// The matches as the table shows them: in groups and in order.
    pub groups: Memo<Vec<Group>>,
    /// The counts of every filter, in the order of the filters: of what the view lists.
    pub facet_counts: Memo<Vec<FacetCounts<'static>>>,
    /// The day on the reader's clock when the page was opened.
    pub today: Option<Day>,
    /// The measure whose page was shown last, until the next view is drawn.
    pub left: StoredValue<Option<MeasureId>>,
    /// Whether this is the copy that is printed, which shows what the screen folds away.
    pub is_printing: bool,
    /// What is looked for.
    pub words: Memo<Vec<SearchTerm>>,
    /// The state of long lists.
    pub lists: RwSignal<OpenLists>,
    /// What is wrong with the day that was left in its field.
    pub day_hint: RwSignal<Option<String>>,
    /// Whether the filters cover the page, where there is no room for them beside it.
    pub shows_filters: RwSignal<bool>,
    /// Where they were opened, as a fragment, if that is an entry of the history that Back leads to.
    pub sheet_entry: StoredValue<Option<String>>,
    /// The colours.
    pub theme: Theme,
    /// The result of copying a text.
    pub last_copy: RwSignal<LastCopy>,
    /// What has become of the drawing that was saved last.
    pub saved: RwSignal<String>,
}

/// What a fragment opens, in the density that the reader has chosen before.
fn opened(fragment: &str, index: &Index<'static>) -> (Route, Vec<LinkIssue>) {
    let (route, issues) = Route::open(fragment, index);
    let mut route = route.embedded(false);
    if route.options.density == Density::default() {
        route.options.density = kept_density();
    }
    (route, issues)
}

impl Viewer {
    /// Starts from the fragment in the address bar; `waits` has the progress while a reader waits.
    pub fn new(dataset: &'static Dataset, fragment: &str, waits: PendingProgress) -> Self {
        let index: &'static Index<'static> = Box::leak(Box::new(Index::new(dataset)));
        let (route, issues) = opened(fragment, index);
        let route = RwSignal::new(route);
        let began = StoredValue::new(0.0);
        let aside: RwSignal<Route> = following(Memo::new(move |_| route.get()), began);
        let page = Memo::new(move |_| route.read().page.clone());
        let unit = Memo::new(move |_| page.read().unit());
        let asked = Memo::new(move |_| {
            // Everything that is shown depends on this.
            began.set_value(time::now_ms());
            route.read().query.clone()
        });
        let query = answered(asked, page, index, waits);
        let options = Memo::new(move |_| route.read().options.clone());
        let aside_query = following(query, began);
        let day = Memo::new(move |_| query.read().day(dataset));
        let opened = Memo::new(move |_| query.read().opened());
        let matches = Memo::new(move |_| query::run(&query.read(), index));
        let commitments = Memo::new(move |_| query::commitments(&query.read(), index));
        let documents = Memo::new(move |_| query::documents(&query.read(), index));
        let presidencies = Memo::new(move |_| match &*page.read() {
            Page::Presidency(named) => {
                let compare_with = options.read().compare_with.clone();
                query::shown_in_briefs(named.as_ref(), compare_with.as_ref(), &query.read(), index)
            }
            _ => Vec::new(),
        });
        let asked_briefs = Memo::new(move |_| {
            let is_brief = matches!(*page.read(), Page::Presidency(_));
            is_brief.then(|| (presidencies.get(), query.get(), options.read().brief_by))
        });
        let briefs = Memo::new(move |last: Option<&Option<Briefs<'static>>>| {
            let asked = asked_briefs.read();
            let (presidencies, query, by) = (*asked).as_ref()?;
            Some(Briefs::new(
                presidencies,
                query,
                *by,
                index,
                texts::kept(last).and_then(Option::as_ref),
            ))
        });
        let count = Memo::new(move |_| match unit.get() {
            _ if asked_briefs.read().is_some() => briefs.with(|briefs| briefs.as_ref().map_or(0, Briefs::line_count)),
            Unit::Measures => matches.read().len(),
            Unit::Commitments => commitments.read().len(),
            Unit::Documents => documents.read().len(),
        });
        let all = Memo::new(move |_| match unit.get() {
            _ if asked_briefs.read().is_some() => {
                let briefs = briefs.read();
                (*briefs)
                    .as_ref()
                    .map_or(0, |briefs| briefs.line_count_of(&opened.read(), index))
            }
            unit => query::listed(unit, &opened.read(), index).len(),
        });
        let groups = Memo::new(move |_| query::arrange(matches.get(), &query.read(), &options.read(), index));
        let aside_page = Memo::new(move |_| aside.read().page.clone());
        let aside_briefs: RwSignal<Option<Briefs<'static>>> = following(briefs, began);
        let facet_counts = Memo::new(move |_| match &*aside_briefs.read() {
            Some(briefs) => briefs.facet_counts(index),
            None => query::facet_counts(&aside_query.read(), aside_page.read().unit(), index),
        });
        Self {
            dataset,
            file: None,
            is_page_saved: StoredValue::new(false),
            index,
            compared: RwSignal::new(None),
            route,
            aside,
            issues: RwSignal::new(issues),
            page,
            unit,
            query,
            options,
            aside_query,
            day,
            matches,
            commitments,
            documents,
            presidencies,
            briefs,
            count,
            all,
            groups,
            facet_counts,
            today: page::today().and_then(|(year, month, day)| Day::new(year, month, day).ok()),
            left: StoredValue::new(None),
            is_embedded: browser::is_embedded(),
            is_printing: false,
            words: Memo::new(move |_| query.read().marked_terms(index)),
            lists: RwSignal::new(OpenLists::default()),
            day_hint: RwSignal::new(None),
            shows_filters: RwSignal::new(false),
            sheet_entry: StoredValue::new(None),
            theme: Theme::kept(),
            last_copy: RwSignal::new(LastCopy::default()),
            saved: RwSignal::default(),
        }
    }

    /// The context of a page, as of the current day.
    pub fn context(self, words: &[SearchTerm]) -> Context<'_> {
        texts::track();
        Context::new(self.dataset, self.index, self.day.get_untracked(), words)
    }

    /// Tells a part of the page: as of the day, with the words looked for and the lists unfolded now.
    pub fn tell<T>(self, tell: impl FnOnce(&Context<'_>) -> T) -> T {
        texts::track();
        let (words, lists) = (self.words.read(), self.lists.read());
        let mut context = Context::new(self.dataset, self.index, self.day.get(), &words);
        context.lists = Some(&lists);
        context.is_on_paper = self.is_printing;
        tell(&context)
    }

    /// The places in the rota of the Presidencies that are chosen.
    pub fn chosen_terms(self) -> Vec<usize> {
        let query = self.query.read();
        let terms = self.dataset.rota.terms().iter().enumerate();
        let chosen = terms.filter(|(_, term)| query.has(Facet::Presidency, &(&term.id).into()));
        chosen.map(|(place, _)| place).collect()
    }

    /// Goes to a page with the same selection.
    pub fn open(self, page: Page) {
        self.go(page, None);
    }

    /// Goes to a page with the same selection, to the line with that id where one is given.
    pub fn go(self, page: Page, fact: Option<LineId>) {
        self.change_route(|route| {
            route.page = page;
            route.fact = fact;
        });
    }

    /// Changes the selection and shows it on the page, or in the table where the page does not follow it.
    pub fn select(self, change: impl FnOnce(&mut Query)) {
        self.change_route(|route| {
            if !route.page.follows_selection() {
                route.page = Page::Table;
                route.fact = None;
            }
            change(&mut route.query);
        });
    }

    /// Looks for a text; of one that is too long for an address, for its beginning.
    pub fn look_for(self, text: String) {
        let mut is_shortened = false;
        self.select(|query| {
            query.text = text;
            is_shortened = query.shorten_text();
        });
        if is_shortened {
            self.issues.set(vec![LinkIssue::TextTooLong]);
        }
    }

    /// Changes how the view shows what is found.
    pub fn arrange(self, change: impl FnOnce(&mut ViewOptions)) {
        self.change_route(|route| change(&mut route.options));
    }

    /// Changes the selection and shows it in the table.
    pub fn select_in_table(self, change: impl FnOnce(&mut Query)) {
        self.change_route(|route| {
            *route = route.with_page(Page::Table);
            change(&mut route.query);
        });
    }

    /// Tells everything as of that day, on the page that is shown.
    pub fn tell_as_of(self, day: Day) {
        self.change_route(|route| route.query = route.query.with_day(day, self.dataset));
    }

    /// Changes the route and forgets what was wrong with the last link.
    ///
    /// The route is changed in a copy: `change` may read any signal, and a memo that reads the route while the signal is
    /// locked for writing would panic.
    pub fn change_route(self, change: impl FnOnce(&mut Route)) {
        let mut route = self.route.get_untracked();
        change(&mut route);
        self.follow(route);
    }

    /// Goes where a link in the page leads: one that names no selection keeps the reader's.
    pub fn follow_link(self, fragment: &str) {
        let (link, issues) = Route::open(fragment, self.index);
        self.follow(self.route.get_untracked().followed(link));
        self.issues.set(issues);
    }

    /// Goes where a route leads.
    pub fn follow(self, mut route: Route) {
        route.is_embedded = false;
        self.issues.set(Vec::new());
        self.route.set(route);
    }

    /// The same query as of the current day.
    pub fn told_alike(self, query: Query) -> Query {
        Query {
            as_of: self.query.read_untracked().as_of,
            ..query
        }
    }

    /// Whether the day is not the edition's.
    pub fn is_moved(self) -> bool {
        self.day.get() != self.dataset.edition.status_date
    }

    /// The current day in words.
    pub fn day_in_words(self) -> String {
        PartialDate::of_day(self.day.get()).in_words()
    }

    /// The edition's date in words.
    pub fn status_date(self) -> String {
        PartialDate::of_day(self.dataset.edition.status_date).in_words()
    }

    /// The page of a measure or of a section of a general report.
    pub fn page_of(self, home: Home) -> Page {
        self.context(&[]).page_of(home)
    }

    /// The filters in words, to read on from a count. A brief names its Presidency itself.
    pub fn selected_parts(self) -> Vec<SelectedPart> {
        let query = match &*self.page.read() {
            Page::Presidency(_) => self.query.read().without(Facet::Presidency),
            _ => self.query.get(),
        };
        query::selected_parts(&query, self.unit.get(), self.index)
    }

    /// The briefs of the page; none on every other page.
    pub fn with_briefs<T>(self, read: impl FnOnce(Option<&Briefs<'static>>) -> T) -> T {
        self.briefs.with(|briefs| read(briefs.as_ref()))
    }

    /// How much the view lists: `23 of 74 measures`, or `120 lines` of a brief.
    pub fn count_in_words(self) -> String {
        if let Page::Presidency(_) = &*self.page.read() {
            return self.with_briefs(|briefs| briefs.map(Briefs::count_in_words).unwrap_or_default());
        }
        let counts = (self.count.get(), self.all.get());
        query::count_in_words(&self.query.read(), self.unit.get(), counts)
    }

    /// The selection in a sentence, as above a view.
    pub fn selection_in_words(self) -> String {
        let counts = (self.count.get(), self.all.get());
        let own = &self.dataset.vocabulary;
        query::selection_in_words(&self.query.read(), self.unit.get(), counts, &self.selected_parts(), own)
    }

    /// The address of a route in this window.
    pub fn fragment(self, route: &Route) -> String {
        self.shared(route).embedded(self.is_embedded).to_fragment()
    }

    /// A route as others can follow it: of data that the reader has opened it names their edition.
    pub fn shared(self, route: &Route) -> Route {
        let edition = self.file.map(|_| self.dataset.edition.id.as_str());
        route.of_edition(edition)
    }

    /// The source, and the day as of which it is shown.
    pub fn source_in_words(self) -> String {
        let told = match self.is_moved() {
            true => as_of::told(&self.day_in_words()),
            false => String::new(),
        };
        format!("{}{told}", self.dataset.source_in_words())
    }

    /// The measure at that place of the dataset.
    pub fn measure(self, place: usize) -> &'static Measure {
        &self.dataset.measures[place]
    }
}
