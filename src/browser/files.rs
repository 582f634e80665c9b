//! Files that the reader chooses, or drops on the page.

use js_sys::Uint8Array;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, Event, File, HtmlInputElement};

use crate::browser::{elements, on_window};

/// A file that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Its name and bytes.
    File(String, Vec<u8>),
    /// It has more bytes than may be read.
    TooLarge(String),
    /// The browser could not read it.
    Unread(String),
    /// There are several.
    Several,
}

/// Calls `then` with each file that is chosen in the field that matches or dropped on the page, as long as the owner lives; of more than
/// so many bytes none is read.
pub fn on_file(field: &'static str, most_bytes: usize, then: impl Fn(Handed) + Copy + 'static) {
    on_window("change", move |event: &Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = target.filter(|input| input.matches(field).unwrap_or_default()) else {
            return;
        };
        let files = input.files();
        let file = files.as_ref().and_then(|files| files.get(0));
        // The same file can be chosen again once it is mended.
        input.set_value("");
        if let Some(file) = file {
            hand_over(file, most_bytes, then);
        }
    });
    on_window("dragover", |event: &DragEvent| {
        if let Some(files) = event.data_transfer().filter(has_files) {
            event.prevent_default();
            files.set_drop_effect("copy");
        }
    });
    on_window("drop", move |event: &DragEvent| {
        let Some(dropped) = event.data_transfer().filter(has_files) else {
            return;
        };
        // The browser would open it in the place of the page.
        event.prevent_default();
        let files = dropped.files();
        match files.as_ref().map(|files| (files.length(), files.get(0))) {
            Some((1, Some(file))) => hand_over(file, most_bytes, then),
            Some((2.., _)) => then(Handed::Several),
            _ => {}
        }
    });
}

/// Lets the reader choose a file in the field that matches.
pub fn choose(field: &str) {
    if let Some(input) = elements::all(field).into_iter().next()
        && let Some(input) = input.dyn_ref::<HtmlInputElement>()
    {
        input.click();
    }
}

fn has_files(data: &DataTransfer) -> bool {
    data.types()
        .iter()
        .any(|kind| kind.as_string().is_some_and(|kind| kind.eq_ignore_ascii_case("files")))
}

fn hand_over(file: File, most_bytes: usize, then: impl Fn(Handed) + Copy + 'static) {
    let name = file.name();
    #[expect(clippy::cast_precision_loss, reason = "a limit need not be exact")]
    let is_too_large = most_bytes as f64 <= file.size();
    if is_too_large {
        return then(Handed::TooLarge(name));
    }
    spawn_local(async move {
        let read = JsFuture::from(file.array_buffer()).await;
        then(match read {
            Ok(buffer) => Handed::File(name, Uint8Array::new(&buffer).to_vec()),
            Err(_) => Handed::Unread(name),
        });
    });
}
