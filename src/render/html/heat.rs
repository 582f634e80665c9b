//! The heat table of actors.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query::{Facet, HeatAxes, HeatUnit};
use crate::render::html::timeline::fact_in_view;
use crate::render::html::{choice, choice_of, href, link, rest};
use crate::view::{
    ActorsView, BEFORE_CELLS, CellPosition, CountedFacts, HeatColumn, HeatCount, HeatRow, HeatView, Setting,
    axis_choices,
};
use crate::words::actors as words;

/// The choice of rows and columns, and of what is counted.
pub fn axes(axes: HeatAxes, unit: HeatUnit, own: &Vocabulary) -> Markup {
    let option = |(facet, is_chosen): &(Facet, bool)| (facet.key(), own.say(facet.label()), *is_chosen);
    html! {
        @for (setting, facets) in axis_choices(axes) { (choice_of(setting, setting.label(), facets.iter().map(option))) }
        (choice(Setting::HeatUnit, unit, own))
    }
}

/// The view of actors. `focused` is the cell that had the focus last.
pub fn actors(view: &ActorsView, focused: Option<CellPosition>) -> Markup {
    match view {
        ActorsView::Nothing(why) => html! { p.nothing { (why) } },
        ActorsView::Table(heat) => {
            html! { (legend(heat)) (table(heat, heat.tab_stop(focused))) (rest(&heat.list)) p.slips-link { (link(&heat.slips)) } }
        }
    }
}

/// The facts and commitments that a number of the table counts.
pub fn counted_facts(view: &CountedFacts) -> Markup {
    html! {
        section.facts-in-view.counted-facts aria-labelledby="counted-facts" {
            h2 #counted-facts tabindex="-1" { (view.title) }
            p.facts-count { (words::IN_ORDER) }
            ol data-list=(view.list.name) { @for one in &view.facts { (fact_in_view(one.id.as_str(), one)) } }
            (rest(&view.list))
        }
    }
}

fn legend(heat: &HeatView) -> Markup {
    html! {
        div.heat-legend {
            p { b { (heat.title) ". " } (heat.meaning) }
            ul aria-label=(words::SHADES) {
                @for (place, counts) in heat.legend.iter().enumerate() { li data-shade=(place + 1) { (counts) } }
            }
        }
    }
}

fn table(heat: &HeatView, tab_stop: CellPosition) -> Markup {
    let [total, total_title] = words::TOTAL;
    html! {
        div.heat-frame role="region" aria-label=(heat.title) data-width=(heat.width) {
            table.heat role="table" {
                caption.for-listeners { (heat.title) }
                thead role="rowgroup" {
                    tr role="row" {
                        th.row-head role="columnheader" scope="col" { (heat.row_heading) }
                        th.total role="columnheader" scope="col" title=(total_title) { (total) }
                        @for (place, head) in heat.columns.iter().enumerate() {
                            (column(head, &Stop::new(0, BEFORE_CELLS + place, tab_stop)))
                        }
                    }
                }
                tbody role="rowgroup" data-list=(heat.list.name) {
                    @for (place, each) in heat.rows.iter().enumerate() { (row(each, &heat.columns, 1 + place, tab_stop)) }
                }
            }
        }
    }
}

fn column(column: &HeatColumn, stop: &Stop) -> Markup {
    let HeatCount { link, unit, .. } = &column.total;
    html! {
        th role="columnheader" scope="col" data-key=(column.key) abbr=(column.label) title=[column.title.as_ref()] {
            a href=(href(link)) data-total=(column.key) data-stop=(stop.name) tabindex=(stop.tabindex) {
                @if let Some(code) = &column.code { b.code { (code) } " " }
                span.label { (column.label) } " " small { (link.text) } span.for-listeners { " " (unit) }
            }
        }
    }
}

fn row(row: &HeatRow, columns: &[HeatColumn], line: usize, tab_stop: CellPosition) -> Markup {
    let stop = |column| Stop::new(line, column, tab_stop);
    let (head, total) = (stop(0), stop(1));
    html! {
        tr.heat-row role="row" data-row=(row.key) data-key=(row.key) {
            th.row-head role="rowheader" scope="row" title=[row.full_name.as_ref()] {
                a href=(href(&row.body)) data-stop=(head.name) tabindex=(head.tabindex) { (row.body.text) }
            }
            td.total role="cell" {
                a href=(href(&row.total.link)) aria-label=(row.total.label) data-total=(row.key)
                    data-stop=(total.name) tabindex=(total.tabindex) { (row.total.link.text) }
            }
            @for (place, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
                @match cell {
                    None => td role="cell" {},
                    Some((shade, count)) => {
                        @let stop = stop(BEFORE_CELLS + place);
                        td role="cell" data-shade=(shade) {
                            a href=(href(&count.link)) aria-label=(count.label) data-cell={ (row.key) "/" (column.key) }
                                data-stop=(stop.name) tabindex=(stop.tabindex) { (count.link.text) }
                        }
                    }
                }
            }
        }
    }
}

/// The position of a link in the table, and whether the Tab key stops there.
struct Stop {
    name: String,
    tabindex: &'static str,
}

impl Stop {
    fn new(line: usize, column: usize, tab_stop: CellPosition) -> Self {
        let position = CellPosition { line, column };
        Self {
            name: position.to_attribute(),
            tabindex: if position == tab_stop { "0" } else { "-1" },
        }
    }
}
