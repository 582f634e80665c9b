//! Whatever a reader does, the page lives on.
//!
//! `WALK_STEPS=2000 WALK_SEED=7 cargo test --package e2e -- walk::a_walk` walks longer, and another way.

use anyhow::{Context, Result, ensure};
use e2e::walk::Walk;
use e2e::{Engine, Key, Reader, Setting, in_engines, in_every_engine, is_thorough};
use std::env;

in_every_engine![a_walk_by_chance_meets_no_fault];

// The program answers alike in each engine.
in_engines![AT_A_DESK, [Firefox], every_source_is_reached_from_every_view];
in_engines![ON_A_PHONE, [WebKit], every_source_is_reached_on_a_phone];

/// What takes less than a minute in each engine; `cargo xtask test --all` walks for minutes.
const STEPS: usize = 45;
const SEED: u64 = 1;

/// The five sources as their numbers are printed.
const SOURCES: [&str; 5] = ["5754/20", "5618/20", "10944/18", "15070/19", "COM(2016) 602"];

/// Each view, and a page that is none.
const VIEWS: [&str; 7] = [
    "#/table",
    "#/timeline",
    "#/presidency",
    "#/commitments",
    "#/actors",
    "#/documents",
    "#/measure/31",
];

fn a_walk_by_chance_meets_no_fault(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::Walked, "#/table")?;
    let mut walk = Walk::begin(&reader, named("WALK_SEED")?.unwrap_or(SEED));
    walk.go(usize::try_from(named("WALK_STEPS")?.unwrap_or(STEPS as u64))?)?;
    println!("{}, {}", engine.name(), walk.in_short());
    Ok(())
}

/// A number from the environment.
fn named(name: &str) -> Result<Option<u64>> {
    let value = env::var(name).ok();
    value
        .map(|value| value.parse().with_context(|| format!("{name} is no number: `{value}`")))
        .transpose()
}

fn every_source_is_reached_from_every_view(engine: Engine) -> Result<()> {
    go_to_every_source(engine, (1440, 900), 0)
}

fn every_source_is_reached_on_a_phone(engine: Engine) -> Result<()> {
    go_to_every_source(engine, (390, 844), 1)
}

/// By pointer and by keyboard in turn; `first` says with which source it begins.
fn go_to_every_source(engine: Engine, window_px: (u32, u32), first: usize) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(window_px.0, window_px.1)?;
    let everything = reader.status()?;
    for (place, view) in VIEWS.into_iter().enumerate() {
        for (number, source) in SOURCES.into_iter().enumerate() {
            // From each view one, and each from some view; all of them before a release.
            let is_gone = is_thorough() || number == (first + place + 1) % SOURCES.len();
            let by_pointer = (place / 2 + number).is_multiple_of(2);
            let way = if by_pointer { "pointer" } else { "Enter" };
            if is_gone {
                go_to_source(&reader, view, source, by_pointer)
                    .with_context(|| format!("{source} from {view} by {way}"))?;
            }
        }
    }
    // In WebKitGTK the bar of the list of tabs lies over the lower half of them on a phone, where a driver would click.
    reader.tab_back_to("[data-tab=actors]")?;
    reader.press(Key::Enter)?;
    reader.wait_until("the tabs answer", |reader| {
        Ok(reader.fragment()?.starts_with("#/actors"))
    })?;
    reader.tab_back_to("[data-tab=table]")?;
    reader.press(Key::Enter)?;
    reader.wait_until("they answer again", |reader| {
        Ok(reader.fragment()?.starts_with("#/table"))
    })?;
    let counted = reader.status()?;
    reader.reload()?;
    assert_eq!(reader.status()?, counted);
    assert_ne!(counted, everything);
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn go_to_source(reader: &Reader, view: &str, source: &str, by_pointer: bool) -> Result<()> {
    reader.go_to(view)?;
    reader.wait_until("the search box is empty", |reader| Ok(reader.searched()?.is_empty()))?;
    reader.type_in_search(source)?;
    reader.wait_until("the source is offered", |reader| Ok(!reader.offers()?.is_empty()))?;
    if by_pointer {
        let offers = reader.offers()?;
        let measures = offers.iter().position(|offer| offer.contains("Measures of"));
        reader.take_offer(measures.context("its measures are not offered")?)?;
    } else {
        reader.press(Key::Enter)?;
    }
    reader.wait_until("its measures are listed", |reader| {
        let address = reader.fragment()?;
        Ok(address.starts_with("#/table?source=") && reader.searched()?.is_empty())
    })?;
    ensure!(reader.state()? == "ready", "the app has stopped");
    ensure!(!reader.status()?.starts_with("0 "), "no measure is listed");
    Ok(())
}
