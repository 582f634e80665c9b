//! From the outline beside a page in parts to the app.

use leptos::prelude::*;
// Leptos starts its own only with the first view.
use wasm_bindgen_futures::spawn_local;

use crate::app::opening::{TURN_MS, share};
use crate::app::{self, texts};
use crate::browser::{listen, page, part, patch, time};
use crate::dataset::{Dataset, Reading};
use crate::parts::{Blocks, Manifest, Unusable, verified};
use crate::render::html;

/// How many measures are read before the time is checked.
const MEASURES: usize = 64;

/// Fetches and reads the outline, and shows what is in it, or why it cannot be shown.
pub(super) fn open(manifest: Manifest) {
    page::show_progress(0.0);
    spawn_local(async move {
        match read(&manifest).await {
            Ok((blocks, dataset)) => {
                texts::keep(manifest, blocks);
                app::mount(dataset, None);
            }
            Err(why) => say_why_not(manifest, why),
        }
    });
}

fn say_why_not(manifest: Manifest, why: Unusable) {
    patch::put_in_first(&format!("#{}", app::PLACE), &html::not_begun(why.sentence_at_first()).0);
    app::say_started("faults");
    let owner = Owner::new();
    owner.with(|| {
        listen("[data-try-again]", "click", move |_: &web_sys::Event| {
            part::forget();
            open(manifest.clone());
        });
    });
    app::MOUNTED.set(Some((owner, Box::new(()))));
}

async fn read(manifest: &Manifest) -> Result<(Blocks, Dataset), Unusable> {
    let file = texts::fetched(&Manifest::address(&manifest.outline), None).await?;
    let file = verified(file, &manifest.outline)?;
    let (blocks, mut outline) = Blocks::open(&file).ok_or(Unusable::Changed)?;
    drop(file);
    let mut reading = Reading::begin(&blocks.rest());
    let (mut done, all) = (0, blocks.measures());
    let mut end = time::now_ms() + TURN_MS;
    while done < all {
        let next = MEASURES.min(all - done);
        let list = outline.next(next).ok_or(Unusable::Changed)?;
        reading = reading.and_then(|reading| reading.and(&list));
        done += next;
        if end <= time::now_ms() {
            page::show_progress(share(done, all));
            time::turn().await;
            end = time::now_ms() + TURN_MS;
        }
    }
    let dataset = reading.and_then(Reading::finish).ok_or(Unusable::Changed)?;
    Ok((blocks, dataset.without_texts()))
}
