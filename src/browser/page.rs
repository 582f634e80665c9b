//! The page as a whole: its parts found by id, its title, theme, focus and scroll position.

use std::ops::Range;

use js_sys::Uint8Array;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::elements;
use crate::browser::long_page::unfold;
use crate::browser::{window_zoom, zoom};

#[wasm_bindgen]
extern "C" {
    /// Makes a document of the readable record, which is in the page as text (`public/head.js`).
    #[wasm_bindgen(js_name = showRecord)]
    pub fn show_record();

    /// Records an error of the program, and reports it in place of the app (`public/head.js`).
    #[wasm_bindgen(js_name = notePanic)]
    pub fn note_panic(text: &str);

    /// Replays what the reader did before the app was there (`public/head.js`).
    #[wasm_bindgen(js_name = doEarly)]
    pub fn do_early();

    #[wasm_bindgen(js_name = seenErrors, thread_local_v2)]
    static SEEN_ERRORS: js_sys::Array;

    #[wasm_bindgen(js_name = takeDataset)]
    fn take_dataset() -> Uint8Array;

    /// Unpacks the dataset anew.
    #[wasm_bindgen(js_name = readDataset)]
    async fn read_dataset() -> JsValue;
}

/// The dataset's file as it was before it was packed, in UTF-8. It stays outside of the program's own memory, which never
/// gives back what it once had.
#[derive(Clone, Debug)]
pub struct DatasetFile(Uint8Array);

impl DatasetFile {
    /// Takes the file, which `public/boot.js` gives once.
    pub fn take() -> Self {
        Self(take_dataset())
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        usize::try_from(self.0.length()).unwrap_or_default()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those of its bytes.
    pub fn copy(&self, bytes: Range<usize>) -> Vec<u8> {
        // What lies behind the end is left out.
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        self.0.subarray(place(bytes.start), place(bytes.end)).to_vec()
    }
}

/// Shows the progress of opening the page, from 0 to 1, as a bar behind the line that says so.
pub fn show_progress(done: f64) {
    set_root_data("app", Some("reading"));
    if let Some(bar) = document().get_element_by_id("opened") {
        // The name is valid.
        let _ = bar.set_attribute("value", &done.to_string());
    }
}

/// The dataset before it was packed; none if it is no text.
pub async fn dataset_text() -> Option<String> {
    let bytes: Uint8Array = read_dataset().await.dyn_into().ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// The errors since the page was opened.
pub fn seen_errors() -> Vec<String> {
    SEEN_ERRORS.with(|errors| errors.iter().filter_map(|error| error.as_string()).collect())
}

/// The text of the first element that matches.
pub fn text_of_first(selector: &str) -> Option<String> {
    document().query_selector(selector).ok().flatten()?.text_content()
}

/// The content of the `<meta>` element of that name.
pub fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name=\"{name}\"]"));
    found.ok().flatten()?.get_attribute("content")
}

/// The Content-Security-Policy that the page states.
pub fn policy() -> Option<String> {
    let found = document().query_selector("meta[http-equiv=\"Content-Security-Policy\"]");
    found.ok().flatten()?.get_attribute("content")
}

/// The element with that id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Takes the element with that id out of the page.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// A new element of that class at the end of the page, in place of one that is there.
pub fn added(class: &str) -> Option<HtmlElement> {
    take_away(class);
    let element: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    document().body()?.append_child(&element).ok()?;
    Some(element)
}

/// Takes the element of that class out of the page.
pub fn take_away(class: &str) {
    if let Ok(Some(element)) = document().query_selector(&format!("body > .{class}")) {
        element.remove();
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets `data-<name>` on the root element, or takes it away.
pub fn set_root_data(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let attribute = format!("data-{name}");
    // Only an invalid attribute name could fail, and the names are ours.
    let _ = match value {
        Some(value) => root.set_attribute(&attribute, value),
        None => root.remove_attribute(&attribute),
    };
}

/// Moves the focus to the first element that matches, and scrolls to it only if it is out of sight.
///
/// Says whether it has the focus now.
pub fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    unfold(&element);
    // Only an invalid option could fail, and there is none.
    let _ = element.focus();
    document().active_element().is_some_and(|focused| focused == *element)
}

/// Scrolls to the first element that matches, wherever it is, and moves the focus there.
///
/// Says whether it has the focus now. Unlike a link to it, this leaves the address alone.
pub fn go_to(selector: &str) -> bool {
    if let Ok(Some(element)) = document().query_selector(selector) {
        unfold(&element);
        element.scroll_into_view();
    }
    focus(selector)
}

/// Takes everything that matches out of reach of pointer, keyboard and screen reader, or gives it back.
pub fn set_inert(selector: &str, is_inert: bool) {
    let elements = elements::all(selector).into_iter();
    for element in elements.filter_map(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_inert(is_inert);
    }
}

/// Scrolls no further than needed to show the first element that matches.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the list that matches, and nothing else, until its `item` stands in its middle.
pub fn reveal_across(list: &str, item: &str) {
    if let Ok(Some(list)) = document().query_selector(list)
        && let Ok(Some(item)) = list.query_selector(item)
    {
        let (list_box, item_box) = (list.get_bounding_client_rect(), item.get_bounding_client_rect());
        let middle = |rect: &web_sys::DomRect| f64::midpoint(rect.left(), rect.right());
        // To whole pixels: less is not seen.
        #[expect(clippy::cast_possible_truncation, reason = "a list is far shorter than 2^31 pixels")]
        list.set_scroll_left(list.scroll_left() + (middle(&item_box) - middle(&list_box)) as i32);
    }
}

/// How many elements match.
pub fn count(selector: &str) -> usize {
    elements::all(selector).len()
}

/// The part of an element within the window, in pixels from its top; none if it is not there.
pub fn seen_part(selector: &str) -> Option<(f64, f64)> {
    let element = document().query_selector(selector).ok().flatten()?;
    let height = window().inner_height().ok()?.as_f64()?;
    let top = element.get_bounding_client_rect().top() / zoom();
    Some((-top, height / window_zoom() - top))
}

/// The width of an element, in pixels; none if it is not there.
pub fn width_of(selector: &str) -> Option<f64> {
    size_of(selector).map(|(width, _)| width)
}

/// The width and height of an element, in pixels; none if it is not there.
pub fn size_of(selector: &str) -> Option<(f64, f64)> {
    let element = document().query_selector(selector).ok().flatten()?;
    let (place, zoom) = (element.get_bounding_client_rect(), zoom());
    Some((place.width() / zoom, place.height() / zoom))
}

/// Calls `then` with the width and height of an element, in pixels, now and whenever they change.
pub fn watch_size(selector: &str, then: impl Fn((f64, f64)) + 'static) {
    let Ok(Some(element)) = document().query_selector(selector) else {
        return;
    };
    let watched = element.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        let (rect, zoom) = (watched.get_bounding_client_rect(), zoom());
        then((rect.width() / zoom, rect.height() / zoom));
    });
    if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
        observer.observe(&element);
    }
    // As long as the page.
    measure.forget();
}

/// Year, month and day on the reader's clock.
pub fn today() -> Option<(i16, i8, i8)> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    Some((year, month, i8::try_from(now.get_date()).ok()?))
}

/// Sets an attribute of the first element that matches, or takes it away.
pub fn set_attribute(selector: &str, name: &str, value: Option<&str>) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        // The names are valid.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Sets the text of the first element that matches.
pub fn set_text(selector: &str, text: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_text_content(Some(text));
    }
}

/// Sets what is typed in the first input that matches. Where it is the same already, the place in it stays.
pub fn set_value(selector: &str, value: &str) {
    let found = document().query_selector(selector).ok().flatten();
    let input = found.and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input.filter(|input| input.value() != value) {
        input.set_value(value);
    }
}

/// What is typed in the first input that matches.
pub fn value_of(selector: &str) -> String {
    let found = document().query_selector(selector).ok().flatten();
    let input = found.and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// Selects the whole text of the input or text area that matches.
pub fn select_text(selector: &str) {
    let Ok(Some(found)) = document().query_selector(selector) else {
        return;
    };
    if let Some(input) = found.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    } else if let Some(area) = found.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    }
}

/// Opens the `<dialog>` that matches over the page, out of which neither pointer nor keyboard leads until it is closed.
pub fn open_dialog(selector: &str) {
    if let Some(dialog) = dialog(selector) {
        // It only fails where the dialog is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes the `<dialog>` that matches; the focus goes back to where it was.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = dialog(selector) {
        dialog.close();
    }
}

/// Whether the `<dialog>` that matches is open.
pub fn is_dialog_open(selector: &str) -> bool {
    dialog(selector).is_some_and(|dialog| dialog.open())
}

fn dialog(selector: &str) -> Option<web_sys::HtmlDialogElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The title of the window.
pub fn title() -> String {
    document().title()
}

/// Asks the browser to print.
pub fn print() {
    // Where it is not willing, its own menu still is.
    let _ = window().print();
}

/// Whether text is selected, as when a reader drags over a row to copy it.
pub fn has_selection() -> bool {
    window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|selection| !selection.is_collapsed())
}

/// The address without its fragment when the page came over the web; none when it was opened from a file.
pub fn web_address() -> Option<String> {
    let location = window().location();
    let protocol = location.protocol().ok()?;
    let address = location.href().ok()?;
    let address = address.split('#').next().unwrap_or_default().to_owned();
    protocol.starts_with("http").then_some(address)
}

/// The last part of the address's path, such as `iss-followup.html`; never the folders above it.
pub fn file_name() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Whether the focus is in an element that matches.
pub fn focus_is_in(selector: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// The `data-<name>` of an event's target, or of the nearest element around it that has one.
pub fn data_under(target: &web_sys::EventTarget, name: &str) -> Option<String> {
    let element = target.dyn_ref::<web_sys::Element>()?;
    let attribute = format!("data-{name}");
    let holder = element.closest(&format!("[{attribute}]")).ok().flatten()?;
    holder.get_attribute(&attribute)
}

/// Whether an event's target matches or is in an element that does.
pub fn is_in(target: &web_sys::EventTarget, selector: &str) -> bool {
    let element = target.dyn_ref::<web_sys::Element>();
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Notes the time under that name in the browser's performance timeline, where measurements read it.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // Only an invalid name could fail, and the names are ours.
        let _ = performance.mark(name);
    }
}
