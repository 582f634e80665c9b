//! Text put into the page so that whatever stays the same stays where it is: the reader's focus, selection, place and whatever
//! they have opened. What stands there may have been changed by a browser that translates it.

use std::iter;

use crate::browser::elements;
use leptos::prelude::document;
use rustc_hash::FxHashMap;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlTemplateElement, HtmlTextAreaElement, Node,
};

/// A place of its own: the text around it does not include its content.
const PLACE: &str = "data-place";

/// The place of that name in the first element that matches.
pub fn place(root: &str, name: &str) -> Option<HtmlElement> {
    let found = document().query_selector(&format!("{root} [{PLACE}={name}]"));
    found.ok().flatten()?.dyn_into().ok()
}

/// Makes `html` the content of the place of that name in the app, if there is one.
pub fn put(name: &str, html: &str) {
    if let Some(place) = place("#app", name) {
        put_in(&place, html);
    }
}

/// The same without keeping anything of the old content.
pub fn replace(name: &str, html: &str) {
    if let Some(place) = place("#app", name) {
        place.set_inner_html(html);
    }
}

/// Makes the first element that matches say `html`, with nothing of what it said.
pub fn replace_in_first(selector: &str, html: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_inner_html(html);
    }
}

/// Makes the first element that matches say `html`.
pub fn put_in_first(selector: &str, html: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        put_in(&element, html);
    }
}

/// Makes an element say `html`. Elements are the same where they have the same name, and the same `id`, `data-key` or place.
pub fn put_in(place: &Element, html: &str) {
    let template = document().create_element("template");
    let Some(template) = template.ok().and_then(|it| it.dyn_into::<HtmlTemplateElement>().ok()) else {
        return;
    };
    template.set_inner_html(html);
    patch_children(place, &template.content());
    apply_styles(place);
}

/// Gives each element the style that its `data-style` names: the policy of the page forbids style in a text.
pub fn apply_styles(place: &Element) {
    let styled = elements::all_within(place, "[data-style]").into_iter();
    for element in styled.filter_map(|element| element.dyn_into::<HtmlElement>().ok()) {
        let wanted = element.get_attribute("data-style").unwrap_or_default();
        if element.style().css_text() != wanted {
            element.style().set_css_text(&wanted);
        }
    }
}

fn patch_children(old: &Node, new: &Node) {
    let wanted = children(new);
    let mut keyed = keyed_children(old, &wanted);
    let mut place = old.first_child();
    for wanted in wanted {
        while let Some(text) = place.clone().filter(is_translated) {
            place = text.next_sibling();
            let _ = old.remove_child(&text);
        }
        let found = match key(&wanted) {
            Some(key) => keyed.remove(&key).flatten(),
            // Without a key only the next one can be meant.
            None => place.clone().filter(|node| key(node).is_none()),
        };
        match found.filter(|found| found.node_name() == wanted.node_name()) {
            Some(found) => {
                if place.as_ref() == Some(&found) {
                    place = found.next_sibling();
                } else {
                    let _ = old.insert_before(&found, place.as_ref());
                }
                patch(&found, &wanted);
            }
            None => {
                let _ = old.insert_before(&wanted, place.as_ref());
            }
        }
    }
    while let Some(extra) = place {
        place = extra.next_sibling();
        let _ = old.remove_child(&extra);
    }
}

/// Whether a browser that translates the page has put it there in place of a text.
fn is_translated(node: &Node) -> bool {
    node.node_name() == "FONT"
}

/// The children with a key, by their keys. Those that are no longer wanted go at once: what moves loses the focus, so what
/// stays must not have to move past them.
fn keyed_children(old: &Node, wanted: &[Node]) -> FxHashMap<String, Option<Node>> {
    let mut keyed = FxHashMap::default();
    for key in wanted.iter().filter_map(key) {
        keyed.insert(key, None);
    }
    for node in children(old) {
        let Some(key) = key(&node) else { continue };
        match keyed.get_mut(&key) {
            Some(place) => *place = Some(node),
            None => {
                let _ = old.remove_child(&node);
            }
        }
    }
    keyed
}

fn children(node: &Node) -> Vec<Node> {
    iter::successors(node.first_child(), Node::next_sibling).collect()
}

fn key(node: &Node) -> Option<String> {
    let element = node.dyn_ref::<Element>()?;
    ["data-key", "id", PLACE]
        .iter()
        .find_map(|name| element.get_attribute(name))
}

fn patch(old: &Node, new: &Node) {
    if old.is_equal_node(Some(new)) {
        return;
    }
    let (Some(element), Some(wanted)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
        old.set_node_value(new.node_value().as_deref());
        return;
    };
    patch_attributes(element, wanted);
    if !wanted.has_attribute(PLACE) {
        patch_children(element, wanted);
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(&wanted.text_content().unwrap_or_default());
    }
}

fn patch_attributes(element: &Element, wanted: &Element) {
    for name in element.get_attribute_names() {
        let Some(name) = name.as_string() else { continue };
        // What the reader has opened stays open, unless the app remembers it, and a style comes from `data-style`.
        let is_kept = name == "style" || (name == "open" && !wanted.has_attribute("data-folds"));
        if !wanted.has_attribute(&name) && !is_kept {
            let _ = element.remove_attribute(&name);
            set_state(element, &name, None);
        }
    }
    for name in wanted.get_attribute_names() {
        let Some(name) = name.as_string() else { continue };
        let value = wanted.get_attribute(&name);
        if element.get_attribute(&name) != value {
            let _ = element.set_attribute(&name, value.as_deref().unwrap_or_default());
            set_state(element, &name, value.as_deref());
        }
    }
}

/// Once the reader has used a control, its state counts and no longer its attribute.
fn set_state(element: &Element, name: &str, value: Option<&str>) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        match name {
            "checked" => input.set_checked(value.is_some()),
            // To write the same again would take away what is half typed in a field for dates.
            "value" if input.value() != value.unwrap_or_default() => input.set_value(value.unwrap_or_default()),
            _ => {}
        }
    } else if let Some(option) = element.dyn_ref::<HtmlOptionElement>()
        && name == "selected"
    {
        option.set_selected(value.is_some());
    }
}
