//! The first screen: the unfiltered table, in the frame that the app takes over.

use std::collections::HashMap;

use maud::{Markup, html};

use crate::chart::{backdrop, histogram_facts};
use crate::dataset::Dataset;
use crate::query::{self, Index, Unit};
use crate::render::html as render;
use crate::route::Route;
use crate::view::{self, Context, Rows, VisibleRange};
use crate::words::frame;

/// How many rows it has of a table that is never in the page as a whole.
const ROWS: usize = 50;

/// The frame with the table of the default selection, as of the edition's date. The app draws the strip, because only it knows the
/// width.
pub fn first_screen(dataset: &Dataset, index: &Index) -> String {
    let context = Context::new(dataset, index, dataset.edition.status_date, &[]);
    let frame = context.frame(false);
    let route = Route::default();
    let table = Table::new(&route, &context);
    let text = |place: &str| table.text(place);
    render::frame(&frame, &|place| match place {
        "running-head" => render::running_head(&[dataset.source_in_words(), table.on_paper()], &Markup::default()),
        "top-links" => render::top_links(&frame.about, "system"),
        "waiting" => render::opening(),
        "page" => {
            let view = render::table_view(&route.options, table.measures.is_empty(), &dataset.vocabulary, &text);
            render::views(false, &view, &text)
        }
        place => text(place),
    })
    .into_string()
}

/// The default selection.
struct Table<'a> {
    route: &'a Route,
    context: &'a Context<'a>,
    /// The places of its measures.
    measures: Vec<usize>,
    /// How many measures it has, and how many there are.
    counts: (usize, usize),
}

impl<'a> Table<'a> {
    fn new(route: &'a Route, context: &'a Context<'a>) -> Self {
        let measures = query::run(&route.query, context.index);
        let all = query::run(&route.query.opened(), context.index);
        Self {
            route,
            context,
            counts: (measures.len(), all.len()),
            measures,
        }
    }

    /// The head of each sheet of paper.
    fn on_paper(&self) -> String {
        let (query, context) = (&self.route.query, self.context);
        let parts = query::selected_parts(query, Unit::Measures, context.index);
        let words = query::selection_in_words(query, Unit::Measures, self.counts, &parts, &context.dataset.vocabulary);
        frame::on_paper(
            &view::name_of_view(&self.route.page, &context.dataset.vocabulary),
            &words,
        )
    }

    /// The content of that place.
    fn text(&self, place: &str) -> Markup {
        let (Route { query, options, .. }, context) = (self.route, self.context);
        let (counts, unit) = (self.counts, Unit::Measures);
        let (own, has_later) = (&context.dataset.vocabulary, context.dataset.afterwards.is_some());
        match place {
            "filters" => {
                let facets = query::facet_counts(query, unit, context.index);
                render::filters(&context.filters(&self.route.page, &facets, unit, counts.1, query.role))
            }
            "sheet-count" => html! { (counts.0) " " (query::noun(unit)) },
            "tabs" => render::tabs(&context.tabs(self.route)),
            "view-head" => {
                let beside = if has_later {
                    render::later_column(options, own)
                } else {
                    Markup::default()
                };
                render::selection(&context.selection(query, unit, counts), &beside)
            }
            "as-of-choice" => render::as_of_choice(&context.as_of_choice(None)),
            "folded-key" => render::folded_key(&self.route.page, own),
            "arrange" => render::arrange_table(options, query.has_words(), false, own),
            "sheet-arrange" => render::arrange_table(options, query.has_words(), has_later, own),
            "strip-words" => self.strip_words(),
            "column-heads" => render::column_heads(options.columns(), Some(options.sort.unwrap_or_default()), own),
            "rows" => self.rows(),
            _ => Markup::default(),
        }
    }

    fn strip_words(&self) -> Markup {
        let context = self.context;
        let facts = histogram_facts(context.day, context.dataset).histogram(&self.measures);
        let usual = backdrop(context.dataset, context.day, None).usual_of(&facts);
        let window = self.route.query.window;
        render::overview_words(&view::overview(usual, None, facts.count(), window))
    }

    fn rows(&self) -> Markup {
        let context = self.context;
        let Route { query, options, .. } = self.route;
        let groups = query::arrange(self.measures.clone(), query, options, context.index);
        let totals: HashMap<_, _> = groups.iter().map(|(key, places)| (key.clone(), places.len())).collect();
        let rows = Rows::new(&groups, options);
        let is_whole = VisibleRange::is_whole_in_the_end(rows.len());
        let count = if is_whole { rows.len() } else { ROWS };
        let terms = context.terms_in_rows(&[], &self.measures);
        let views = context.table_rows(&rows, 0..count, &terms, &totals);
        render::table_rows(
            &views,
            rows.columns(),
            (!is_whole).then_some(0),
            &context.dataset.vocabulary,
        )
    }
}
