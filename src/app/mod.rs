//! What the reader sees. Components only show: every answer comes from a pure function above.

#![expect(clippy::match_bool, reason = "two views of equal weight read better as arms")]

mod act;
mod announce;
mod answered;
mod root;
mod timeline_facts;
mod compare;
mod copy;
mod day_field;
mod density;
mod drawing_file;
mod drawn_timeline;
mod expansions;
mod in_turns;
mod keys;
mod lettering;
mod long_work;
mod memo;
mod own_data;
mod opening;
mod opening_parts;
pub mod pages;
pub mod parts;
mod places;
mod reading;
mod search;
mod share;
mod shell;
mod subject;
mod texts;
mod theme;
mod viewer;

pub use density::keep_density;
pub use viewer::Viewer;

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::root::App;
use crate::browser::{self, page};
use crate::dataset::{Dataset, DatasetError};
use crate::parts::Manifest;
use crate::record::DatasetParts;
use crate::render::html;
use crate::route::Route;
use crate::view::FaultsView;

/// The element that the app takes over.
const PLACE: &str = "app";

/// The readable record, which is there until the app is.
const RECORD: &str = "record";

/// Reads the dataset in the page, or in the parts that the page names, and shows it, or what is wrong with it.
pub fn open() {
    say_when_it_breaks();
    match page::meta("dataset-parts").and_then(|written| Manifest::read(&written)) {
        Some(manifest) => opening_parts::open(manifest),
        None => opening::open(),
    }
}

thread_local! {
    /// The owner of all that the app does, and what takes it out of the page again.
    static MOUNTED: RefCell<Option<(Owner, Box<dyn Any>)>> = const { RefCell::new(None) };
}

/// Shows the dataset; `file` is the name of the file in which the reader has opened it. The records live as long as the page.
fn mount(dataset: Dataset, file: Option<String>) {
    let dataset: &'static Dataset = Box::leak(Box::new(dataset));
    let file: Option<&'static str> = file.map(|file| &*file.leak());
    let Some(place) = browser::page::by_id(PLACE) else {
        return;
    };
    // Owned by nobody: what is being fetched may still come when other data are shown.
    texts::begin(dataset);
    let owner = Owner::new();
    let mounted = owner.with(|| mount_to(place, move || view! { <App dataset file /> }));
    MOUNTED.set(Some((owner, Box::new(mounted))));
    // Only now: an app that breaks while it is drawn leaves the record to read.
    browser::page::remove(RECORD);
    say_started("ready");
    browser::page::do_early();
}

/// Shows other data in the place of those of the page: what was there goes first.
fn show_other(name: String, file: String, dataset: Dataset) {
    // Not while a control of what goes is still at work.
    spawn_local(async move {
        browser::time::turn().await;
        let parts = DatasetParts::new(&file, &dataset);
        if let Some((owner, mounted)) = MOUNTED.take() {
            // What it owns may own it in turn.
            owner.cleanup();
            drop(mounted);
        }
        browser::dataset::put_dataset(
            &parts.packed,
            &parts.record,
            &parts.described,
            &parts.checksum,
            &parts.chunks,
        );
        browser::patch::replace_in_first(&format!("#{PLACE}"), &parts.first_screen);
        let edition = Some(dataset.edition.id.as_str());
        browser::begin_at(&Route::default().of_edition(edition).to_fragment());
        mount(dataset, Some(name));
        browser::long_page::scroll_to_top();
    });
}

/// Shows what is wrong with a dataset that cannot be used.
fn mount_faults(error: &DatasetError) {
    let faults = FaultsView::of(error);
    browser::patch::put_in_first(&format!("#{PLACE}"), &html::faults(&faults).0);
    browser::page::show_record();
    say_started("faults");
}

fn say_started(state: &str) {
    browser::page::set_root_data("app", Some(state));
    browser::page::set_root_data("opening", None);
    browser::page::set_root_data("without-app", None);
    browser::page::mark("usable");
}

/// Lets a programming error end in a sentence instead of a dead page.
fn say_when_it_breaks() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        browser::page::note_panic(&panic.to_string());
    }));
}
