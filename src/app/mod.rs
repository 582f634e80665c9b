//! What the reader sees. Components only show: every answer comes from a pure function above.

#![expect(clippy::match_bool, reason = "two views of equal weight read better as arms")]

mod act;
mod announce;
mod answered;
mod root;
mod timeline_facts;
mod copy;
mod day_field;
mod density;
mod drawing_file;
mod drawn_timeline;
mod expansions;
mod in_turns;
mod keys;
mod lettering;
mod memo;
mod opening;
pub mod pages;
pub mod parts;
mod places;
mod search;
mod share;
mod shell;
mod subject;
mod theme;
mod viewer;

pub use density::keep_density;
pub use viewer::Viewer;

use leptos::prelude::*;

use crate::app::root::App;
use crate::browser;
use crate::dataset::{Dataset, DatasetError};
use crate::render::html;
use crate::view::FaultsView;

/// The element that the app takes over.
const PLACE: &str = "app";

/// The readable record, which is there until the app is.
const RECORD: &str = "record";

/// Reads the dataset in the page and shows it, or what is wrong with it.
pub fn open() {
    say_when_it_breaks();
    opening::open();
}

/// Shows the dataset. Called once: the records live as long as the page.
fn mount(dataset: Dataset) {
    let dataset: &'static Dataset = Box::leak(Box::new(dataset));
    let Some(place) = browser::page::by_id(PLACE) else {
        return;
    };
    mount_to(place, move || view! { <App dataset /> }).forget();
    // Only now: an app that breaks while it is drawn leaves the record to read.
    browser::page::remove(RECORD);
    say_started("ready");
    browser::page::do_early();
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
