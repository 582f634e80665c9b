//! The heat table counts what its cells lead to, and says what it counts.

use std::collections::BTreeSet;

use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{self, Density, Facet, FacetKey, HeatAxes, HeatUnit, Index, Query, Unit, ViewOptions, run};
use iss_followup::render::html;
use iss_followup::route::{Page, Route};
use iss_followup::view::{ActorsView, CellPosition, Context, HeatView, OpenLists, axis_choices};
use proptest::prelude::*;
use roxmltree::Document;

use crate::asked::index;
use crate::cases::cases;
use crate::exported::{any_query_on_any_day, hostile, parsed};
use crate::naive::{everything_on, walked_facts};
use crate::shipped;
use crate::view::{HOSTILE, check_harmless};

/// Every pair that can stand against each other.
fn all_axes() -> Vec<HeatAxes> {
    let pairs = HeatAxes::ROWS
        .into_iter()
        .flat_map(|rows| HeatAxes::COLUMNS.map(|columns| (rows, columns)));
    pairs
        .filter_map(|(rows, columns)| HeatAxes::new(rows, columns))
        .collect()
}

/// The heat table against the narrowed queries: for every value that may stand there, in the order of the filters.
fn check_heat(query: &Query, axes: HeatAxes) -> Result<(), TestCaseError> {
    let heat = query::heat(query, axes, HeatUnit::Measures, index());
    let lines = |facet: Facet| -> Vec<(FacetKey, usize)> {
        let chosen = query.filters.get(&facet);
        let keys = index().values(facet).iter().map(|value| value.key.clone());
        let allowed = keys.filter(|key| chosen.is_none_or(|chosen| chosen.contains(key)));
        let counted = allowed.map(|key| (key.clone(), run(&query.narrowed(facet, &key), index()).len()));
        counted.filter(|(_, count)| 0 < *count).collect()
    };
    let shown = |lines: &[query::HeatLine]| -> Vec<(FacetKey, usize)> {
        lines.iter().map(|line| (line.key.clone(), line.total)).collect()
    };
    prop_assert_eq!(shown(&heat.rows), lines(axes.rows()), "rows of {:?}", axes);
    prop_assert_eq!(shown(&heat.columns), lines(axes.columns()), "columns of {:?}", axes);
    prop_assert_eq!(heat.cells.len(), heat.rows.len());
    for (row, cells) in heat.rows.iter().zip(&heat.cells) {
        prop_assert_eq!(cells.len(), heat.columns.len());
        let in_row = query.narrowed(axes.rows(), &row.key);
        for (column, count) in heat.columns.iter().zip(cells) {
            let both = in_row.narrowed(axes.columns(), &column.key);
            prop_assert_eq!(
                *count,
                run(&both, index()).len(),
                "{} and {} of {:?}",
                row.key,
                column.key,
                axes
            );
        }
    }
    Ok(())
}

#[test]
fn every_heat_table_of_the_whole_counts_what_its_cells_lead_to() {
    for axes in all_axes() {
        if let Err(error) = check_heat(&Query::default(), axes) {
            panic!("{error}");
        }
    }
}

/// The view of actors that a link shows, with the lists that the reader has unfolded.
fn shown(link: &str, lists: &OpenLists) -> ActorsView {
    let (route, issues) = Route::from_fragment(link);
    assert_eq!(issues, []);
    let dataset = shipped::dataset();
    let mut context = Context::new(dataset, index(), route.query.day(dataset), &[]);
    context.lists = Some(lists);
    context.actors_view(&route.query, &route.options)
}

#[track_caller]
fn table(link: &str) -> HeatView {
    match shown(link, &OpenLists::default()) {
        ActorsView::Table(heat) => *heat,
        ActorsView::Nothing(why) => panic!("{why}"),
    }
}

#[test]
fn a_cell_says_what_it_counts_and_its_link_counts_the_same() {
    let heat = table("/actors?count=measures&rows=working-party&columns=status");
    assert_eq!(heat.title, "Measures by Working party and Status");
    assert_eq!((heat.row_heading.as_str(), heat.width), ("Working party", "few"));
    let row = heat.rows.iter().find(|row| row.key.as_str() == "cosi").expect("COSI");
    let mut found = 0;
    for (cell, column) in row.cells.iter().zip(&heat.columns) {
        let Some((_, count)) = cell else { continue };
        let measures = run(&count.link.route.query, index()).len();
        assert_eq!(count.link.text, measures.to_string());
        let unit = if measures == 1 { "measure" } else { "measures" };
        assert_eq!(count.label, format!("COSI, {}: {measures} {unit}", column.label));
        found += 1;
    }
    assert!(0 < found);
    assert_eq!(row.body.route, Route::from_fragment("/body/cosi").0);
}

/// How many facts and commitments the list of a link has, by what it says over it.
fn listed(link: &Route) -> usize {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), link.query.day(dataset), &[]);
    assert_eq!(link.page, Page::Actors);
    let counted = context.counted_facts(&link.query, &link.options).expect("a list");
    let ids: BTreeSet<_> = query::heat_facts(&link.query, index())
        .into_iter()
        .map(|(_, record)| record.id())
        .collect();
    assert_eq!(ids.len(), counted.list.count, "each once");
    let number = counted.title.split(' ').next().expect("a number");
    assert_eq!(number, counted.list.count.to_string());
    assert!(counted.facts.iter().all(|fact| ids.contains(&fact.id)));
    counted.list.count
}

#[test]
fn a_fact_is_counted_where_it_has_to_do_with_both_itself_and_every_number_leads_to_the_facts_it_counts() {
    let heat = table("/actors?rows=body&columns=presidency&body=europol&source=all");
    assert_eq!(heat.title, "Facts and commitments by Body and Presidency");
    assert!(heat.meaning.contains("concern both its row and its column"));
    // In measures both are counted wherever they occur.
    let measures = table("/actors?body=europol&count=measures&source=all");
    assert_eq!(measures.title, "Measures by Body and Presidency");
    for axes in all_axes() {
        let (rows, columns) = (axes.rows().key(), axes.columns().key());
        let heat = table(&format!(
            "/actors?density=compact&rows={rows}&columns={columns}&source=all"
        ));
        let totals = heat.columns.iter().map(|column| &column.total);
        let of_rows = heat.rows.iter().take(6);
        let of_rows = of_rows.flat_map(|row| row.cells.iter().flatten().map(|(_, cell)| cell).chain([&row.total]));
        for count in totals.chain(of_rows) {
            let route = &count.link.route;
            assert_eq!(
                count.link.text,
                listed(route).to_string(),
                "{} in {axes:?}",
                count.label
            );
            assert_eq!((route.options.axes, route.options.density), (axes, Density::Compact));
        }
    }
}

#[test]
fn what_is_counted_is_listed_in_order_of_time_with_what_has_no_date() {
    let link = "/actors?body=europol&priority=information-exchange&columns=priority&source=all";
    let (route, _) = Route::from_fragment(link);
    let facts = query::heat_facts(&route.query, index());
    let undated = facts.iter().rposition(|(_, record)| record.when().is_some());
    let undated = undated.expect("dated facts") + 1;
    assert!(undated < facts.len(), "some have no date");
    assert!(facts[..undated].iter().all(|(_, record)| record.when().is_some()));
    assert!(facts.is_sorted_by_key(|(_, record)| record.order()));
    // Nothing is chosen for rows or columns, or measures are counted: nothing is listed.
    for link in ["/actors?source=all", "/actors?count=measures&body=europol"] {
        let (route, _) = Route::from_fragment(link);
        let dataset = shipped::dataset();
        let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
        assert_eq!(context.counted_facts(&route.query, &route.options), None, "{link}");
    }
}

#[test]
fn the_heading_counts_the_facts_that_are_listed_before_the_measures() {
    let heading = |link: &str| {
        let (Route { query, options, .. }, _) = Route::from_fragment(link);
        let context = Context::new(shipped::dataset(), index(), query.day(shipped::dataset()), &[]);
        let counts = (run(&query, index()).len(), run(&query.opened(), index()).len());
        let counted = context.counted_facts(&query, &options);
        let listed = counted.as_ref().map(|counted| counted.list.count);
        let selection = context.selection(&query, Unit::Measures, counts);
        (listed, selection.counting(counted.as_ref()).count, counts)
    };
    for link in ["/actors?body=europol", "/actors?body=europol&presidency=HR&source=all"] {
        let (listed, said, (count, all)) = heading(link);
        let listed = listed.expect("a list");
        let noun = if listed == 1 {
            "fact or commitment"
        } else {
            "facts and commitments"
        };
        assert_eq!(said, format!("{listed} {noun} · {count} of {all} measures"));
    }
    for link in ["/actors?body=europol&count=measures", "/actors"] {
        let (listed, said, _) = heading(link);
        assert_eq!(listed, None, "{link}");
        assert!(!said.contains("facts"), "{said}");
    }
}

#[test]
fn a_status_says_of_which_day_it_is_where_another_is_shown() {
    let title = |link: &str| table(link).title;
    let usual = "Facts and commitments by Body and Status";
    assert_eq!(title("/actors?columns=status"), usual);
    assert_eq!(
        title("/actors?columns=status&as-of=2019-06-30"),
        format!("{usual} as of 3 Feb 2020")
    );
    assert_eq!(
        title("/actors?as-of=2019-06-30"),
        "Facts and commitments by Body and Presidency"
    );
}

/// The facts heat table against a walk over the JSON.
fn check_facts(query: &Query, axes: HeatAxes) -> Result<(), TestCaseError> {
    let heat = query::heat(query, axes, HeatUnit::Facts, index());
    let all = everything_on(&query.day(shipped::dataset()).to_string());
    let counted = |row: &FacetKey, column: &FacetKey| {
        let both = query.narrowed(axes.rows(), row).narrowed(axes.columns(), column);
        walked_facts(&both, &all)
    };
    for (row, cells) in heat.rows.iter().zip(&heat.cells) {
        for (column, count) in heat.columns.iter().zip(cells) {
            prop_assert_eq!(
                *count,
                counted(&row.key, &column.key),
                "{} and {} of {:?}",
                row.key,
                column.key,
                axes
            );
        }
        prop_assert_eq!(
            row.total,
            walked_facts(&query.narrowed(axes.rows(), &row.key), &all),
            "{} of {:?}",
            row.key,
            axes
        );
    }
    Ok(())
}

#[test]
fn a_presidency_stands_by_its_code_with_its_name_beside() {
    let heat = table("/actors?presidency=HR");
    let column = heat.columns.first().expect("a column");
    assert_eq!((column.key.as_str(), column.code.as_deref()), ("HR", Some("HR")));
    let title = column.title.as_deref().expect("a title");
    assert!(title.starts_with("Croatia, ") && title.contains("2020"), "{title}");
    assert_eq!(heat.columns.len(), 1);
}

#[test]
fn a_long_table_is_folded_until_the_reader_unfolds_it_or_prints() {
    let heat = table("/actors");
    assert_eq!((heat.rows.len(), heat.list.lines.clone()), (25, 0..25));
    let count = query::heat(&Query::default(), HeatAxes::default(), HeatUnit::Facts, index())
        .rows
        .len();
    assert_eq!(heat.list.count, count);
    let mut lists = OpenLists::default();
    lists.fold("heat");
    let ActorsView::Table(unfolded) = shown("/actors", &lists) else {
        panic!("nothing")
    };
    assert_eq!(unfolded.rows.len(), count);
    let dataset = shipped::dataset();
    let mut paper = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    paper.is_on_paper = true;
    let ActorsView::Table(printed) = paper.actors_view(&Query::default(), &ViewOptions::default()) else {
        panic!("nothing")
    };
    assert_eq!(printed.rows, unfolded.rows);
}

#[test]
fn the_legend_names_the_counts_of_the_shades_that_are_there() {
    assert_eq!(
        table("/actors?count=measures&rows=system&columns=priority").legend,
        ["1", "2–3", "4–7"]
    );
    for link in ["/actors", "/actors?presidency=HR", "/actors?rows=partner"] {
        let heat = table(link);
        let cells = heat.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let darkest = cells.map(|(shade, _)| *shade).max();
        assert_eq!(darkest, Some(heat.legend.len()), "{link}");
    }
}

#[test]
fn an_empty_table_says_why() {
    let nothing = |link: &str| match shown(link, &OpenLists::default()) {
        ActorsView::Nothing(why) => why,
        ActorsView::Table(heat) => panic!("{}", heat.title),
    };
    assert_eq!(
        nothing("/actors?q=zzzzzz"),
        "No measures match. Remove a filter to see more."
    );
    // A measure that names no partner.
    let none = shipped::dataset().measures.iter().position(|measure| {
        let mut bodies = measure.bodies.iter().filter_map(|id| shipped::dataset().body(id));
        bodies.all(|body| Facet::of_bodies(body.kind) != Facet::Partner)
    });
    let title = &shipped::dataset().measures[none.expect("a measure")].title;
    let words: String = title.split(' ').collect::<Vec<_>>().join("%20");
    assert_eq!(
        nothing(&format!("/actors?count=measures&rows=partner&q={words}")),
        "The selected measures name none of these. Choose something else for the rows."
    );
}

#[test]
fn what_one_axis_has_is_not_offered_for_the_other() {
    for axes in all_axes() {
        let [(_, rows), (_, columns)] = axis_choices(axes);
        for (offered, now, other) in [
            (rows, axes.rows(), axes.columns()),
            (columns, axes.columns(), axes.rows()),
        ] {
            assert!(offered.iter().all(|(facet, _)| *facet != other));
            let chosen: Vec<Facet> = offered
                .iter()
                .filter(|(_, is_chosen)| *is_chosen)
                .map(|(facet, _)| *facet)
                .collect();
            assert_eq!(chosen, [now]);
        }
        let html = html::axes(axes, HeatUnit::Facts, &shipped::dataset().vocabulary).into_string();
        let value = format!("<option value=\"{}\" selected", axes.rows().key());
        assert!(html.contains(&value), "{html}");
    }
}

#[test]
fn the_tab_key_stops_once_and_each_cell_says_where_it_is() {
    let view = shown("/actors", &OpenLists::default());
    for focused in [
        None,
        Some(CellPosition { line: 3, column: 0 }),
        Some(CellPosition { line: 99, column: 0 }),
    ] {
        let page = html::actors(&view, focused).into_string();
        let read = Document::parse(&page_in_one(&page)).map(|read| {
            let cells = read.descendants().filter(|node| node.has_attribute("data-stop"));
            let stops = cells.clone().filter(|cell| cell.attribute("tabindex") == Some("0"));
            let stops: Vec<String> = stops
                .filter_map(|cell| cell.attribute("data-stop").map(str::to_owned))
                .collect();
            (cells.count(), stops)
        });
        let (cells, stops) = read.expect("well-formed");
        assert!(100 < cells);
        let ActorsView::Table(heat) = &view else {
            panic!("nothing")
        };
        assert_eq!(stops, [heat.tab_stop(focused).to_attribute()]);
    }
}

/// The parts of the page in one element.
fn page_in_one(html: &str) -> String {
    format!("<main>{html}</main>")
}

#[test]
fn markup_in_a_name_is_text() {
    let dataset = parsed(&hostile(&HOSTILE.map(str::to_owned)));
    let index = Index::new(&dataset);
    let context = Context::new(&dataset, &index, dataset.edition.status_date, &[]);
    for axes in all_axes() {
        for unit in HeatUnit::ALL {
            let options = ViewOptions {
                axes,
                heat_unit: *unit,
                ..ViewOptions::default()
            };
            let view = context.actors_view(&Query::default(), &options);
            check_harmless(&page_in_one(&html::actors(&view, None).into_string()));
        }
    }
}

proptest! {
    // Every cell is a query of its own: some thousands for a case that leaves much in.
    #![proptest_config(cases(24))]

    /// Every number of the heat table is what its link shows, and what it leaves out shows nothing.
    #[test]
    fn a_cell_counts_the_measures_to_which_it_leads(query in any_query_on_any_day(), axes in proptest::sample::select(all_axes())) {
        check_heat(&query, axes)?;
    }

    /// And so is every number of facts.
    #[test]
    fn a_cell_counts_the_facts_that_have_both(query in any_query_on_any_day(), axes in proptest::sample::select(all_axes())) {
        check_facts(&Query { text: String::new(), ..query }, axes)?;
    }
}
