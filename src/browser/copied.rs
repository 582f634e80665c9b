//! What is copied from a table.

use crate::browser::{elements, on_window};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlElement, Selection};

/// Has `write` say what is copied where the reader has selected more than one cell of a table, in rows of cells: as plain text, and as
/// HTML. As long as the owner lives.
pub fn on_copied_rows(write: impl Fn(&[Vec<String>]) -> (String, String) + 'static) {
    on_window("copy", move |event: &Event| {
        let selection = window().get_selection().ok().flatten();
        let rows = selection.map(|selection| selected_rows(&selection)).unwrap_or_default();
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        let Some(data) = data.filter(|_| 1 < rows.iter().map(Vec::len).sum::<usize>()) else {
            return;
        };
        let (plain, html) = write(&rows);
        if data.set_data("text/plain", &plain).is_ok() && data.set_data("text/html", &html).is_ok() {
            event.prevent_default();
        }
    });
}

/// The rows of a list, in as many tables as it has groups, but for the heads of groups and the room of rows that are not there.
const ROWS: &str = ":is(main) :is(thead,tbody:not(.space))>tr:not(.group-row)";

/// What the selected cells say, in rows, the heads of columns once; nothing where something beside one list is selected.
fn selected_rows(selection: &Selection) -> Vec<Vec<String>> {
    let kind = |part: &Element| Some(part.closest(":is(main) :is(table)").ok().flatten()?.class_name());
    let ends = [selection.anchor_node(), selection.focus_node()].map(|node| {
        let node = node?;
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
        kind(&element?)
    });
    let [Some(list), Some(other)] = ends else {
        return Vec::new();
    };
    if list != other {
        return Vec::new();
    }
    let is_selected = |part: &Element| {
        selection
            .contains_node_with_allow_partial_containment(part, true)
            .unwrap_or(false)
    };
    let is_head = |row: &Element| row.closest("thead").is_ok_and(|head| head.is_some());
    let rows = elements::all(ROWS).into_iter().filter(is_selected);
    let rows = rows.filter(|row| kind(row).as_ref() == Some(&list));
    let rows = rows.enumerate().filter(|(place, row)| *place == 0 || !is_head(row));
    let cells = |(_, row): (usize, Element)| -> Vec<String> {
        let cells = elements::all_within(&row, "td,th").into_iter().filter(is_selected);
        cells.map(|cell| text(&cell)).collect()
    };
    rows.map(cells).filter(|row| !row.is_empty()).collect()
}

/// What a cell says on the screen, in one line; or what it would say, where its column is not shown because the groups say the same.
fn text(cell: &Element) -> String {
    let shown = cell.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text);
    let text = shown
        .filter(|text| !text.trim().is_empty())
        .or_else(|| cell.text_content());
    let text = text.unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
