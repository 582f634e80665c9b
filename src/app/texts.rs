//! The texts of a page in parts: fetched when they are to be seen, all of them where all are needed.
//!
//! What is written into the page says of which measures texts are missing (`src/domain/blank.rs`), so no view has to know.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;

use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::Markup;

use crate::browser::{page, part, time};
use crate::dataset::Dataset;
use crate::domain::blank::blanks_in;
use crate::parts::{Blocks, Manifest, Unusable, WordPieces, verified};
use crate::query::{Index, Query, Unit};
use crate::render::html;
use crate::route::Page;

/// The most blocks that one request fetches.
const MOST: usize = 64;
/// The longest that a request may take, in milliseconds.
const PATIENCE_MS: i32 = 30_000;

thread_local! {
    /// What the page has read of its parts, until the app takes it.
    static READ: RefCell<Option<(Manifest, Blocks)>> = const { RefCell::new(None) };
    /// The texts of the app that is shown; none where nothing is missing.
    static TEXTS: Cell<Option<Texts>> = const { Cell::new(None) };
}

/// The texts that may be missing.
#[derive(Clone, Copy)]
pub struct Texts {
    dataset: &'static Dataset,
    parts: StoredValue<(Manifest, Blocks)>,
    /// Counts what has come: whatever shows texts follows it.
    come: RwSignal<usize>,
    state: RwSignal<State>,
    /// The blocks that are to be seen and not here.
    wanted: StoredValue<BTreeSet<usize>>,
    /// Those that are here, packed.
    packed: StoredValue<Vec<Option<Vec<u8>>>>,
    is_fetching: StoredValue<bool>,
    /// Where the pieces of words lie, once a word was looked for.
    words: StoredValue<Option<WordPieces>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Quiet,
    Fetching,
    Failed(Unusable),
}

/// Keeps what was read of the parts for the app that comes next.
pub(super) fn keep(manifest: Manifest, blocks: Blocks) {
    READ.set(Some((manifest, blocks)));
}

/// Begins with the texts of that dataset: those of the page's parts, or none that are missing.
pub(super) fn begin(dataset: &'static Dataset) {
    let read = READ.take();
    TEXTS.set(read.map(|(manifest, blocks)| Texts {
        dataset,
        packed: StoredValue::new(vec![None; blocks.len()]),
        parts: StoredValue::new((manifest, blocks)),
        come: RwSignal::new(0),
        state: RwSignal::new(State::Quiet),
        wanted: StoredValue::default(),
        is_fetching: StoredValue::new(false),
        words: StoredValue::new(None),
    }));
}

/// Whether the page is one in parts.
pub(super) fn are_apart() -> bool {
    TEXTS.get().is_some()
}

/// Hears of it when texts have come.
pub(super) fn track() {
    if let Some(texts) = TEXTS.get() {
        texts.come.track();
    }
}

/// What was worked out before, unless it may lack texts that have come since.
pub(super) fn kept<T>(last: Option<T>) -> Option<T> {
    track();
    last.filter(|_| !are_apart())
}

/// What can be shown of a text of the page; what is missing is fetched.
pub(super) fn shown(html: String) -> String {
    let Some(texts) = TEXTS.get() else {
        return html;
    };
    texts.come.track();
    let Some((shown, measures)) = blanks_in(&html) else {
        return html;
    };
    texts.want(measures.into_iter().map(Blocks::block_of));
    shown
}

/// That texts are being fetched, or why not; nothing where none are.
pub(super) fn notice() -> Markup {
    match TEXTS.get().map(|texts| texts.state.get()) {
        None | Some(State::Quiet) => Markup::default(),
        Some(State::Fetching) => html::fetching(),
        Some(State::Failed(why)) => html::not_fetched(why.sentence()),
    }
}

/// Fetches what has failed once more.
pub(super) fn try_again() {
    if let Some(texts) = TEXTS.get() {
        texts.state.set(State::Quiet);
        part::forget();
        // What waits for all texts begins anew.
        texts.come.update(|come| *come += 1);
        texts.fetch();
    }
}

/// Fetches all texts that are missing, as long as `goes_on` says so, which is told how many blocks of how many are here.
///
/// # Errors
/// When one cannot be used; the page says so.
pub(super) async fn all(mut goes_on: impl FnMut(usize, usize) -> bool) -> Result<bool, Unusable> {
    let Some(texts) = TEXTS.get() else {
        return Ok(true);
    };
    let count = texts.parts.with_value(|(_, blocks)| blocks.len());
    while let Some(run) = run_of(|block| texts.is_missing(block), count) {
        let here = texts.packed.with_value(|packed| packed.iter().flatten().count());
        if !goes_on(here, count) {
            return Ok(false);
        }
        if let Err(why) = texts.fetch_run(run).await {
            texts.state.set(State::Failed(why));
            return Err(why);
        }
        time::turn().await;
    }
    texts.come.update(|come| *come += 1);
    Ok(true)
}

/// What a search on that page looks through: where facts are counted, the texts of lines.
pub(super) fn unit_of(page: &Page) -> Unit {
    match page {
        Page::Actors if are_apart() => Unit::Commitments,
        page => page.unit(),
    }
}

/// Fetches what a search needs: the pieces of where its words stand, and where it is for lines all texts.
///
/// # Errors
/// When something cannot be used; the page says so.
pub(super) async fn search(
    query: &Query,
    unit: Unit,
    index: &Index<'_>,
    goes_on: impl FnMut(usize, usize) -> bool,
) -> Result<(), Unusable> {
    let Some(texts) = TEXTS.get() else {
        return Ok(());
    };
    let found = texts.fetch_words(query, unit, index).await;
    if let Err(why) = found {
        texts.state.set(State::Failed(why));
    }
    found?;
    if unit == Unit::Commitments {
        all(goes_on).await?;
    }
    Ok(())
}

/// The file of the dataset of the page; none where it cannot be had.
pub(super) async fn file() -> Option<String> {
    let Some(texts) = TEXTS.get() else {
        return page::dataset_text().await;
    };
    all(|_, _| true).await.ok()?;
    let whole = texts.parts.with_value(|(_, blocks)| {
        texts.packed.with_value(|packed| {
            let unpacked = packed
                .iter()
                .enumerate()
                .map(|(block, packed)| blocks.unpacked(block, packed.as_ref()?).ok());
            Some(blocks.whole(&unpacked.collect::<Option<Vec<_>>>()?))
        })
    });
    String::from_utf8(whole?).ok()
}

impl Texts {
    fn is_missing(self, block: usize) -> bool {
        self.packed
            .with_value(|packed| packed.get(block).is_some_and(Option::is_none))
    }

    fn want(self, blocks: impl Iterator<Item = usize>) {
        let missing: Vec<usize> = blocks.filter(|block| self.is_missing(*block)).collect();
        if missing.is_empty() {
            return;
        }
        self.wanted.update_value(|wanted| wanted.extend(missing));
        if !matches!(self.state.get_untracked(), State::Failed(_)) {
            self.fetch();
        }
    }

    /// Fetches what is wanted, unless that is under way.
    fn fetch(self) {
        if self.is_fetching.get_value() {
            return;
        }
        self.is_fetching.set_value(true);
        let count = self.parts.with_value(|(_, blocks)| blocks.len());
        spawn_local(async move {
            // What is written in this turn may want more.
            time::turn().await;
            let mut state = State::Quiet;
            loop {
                self.wanted
                    .update_value(|wanted| wanted.retain(|block| self.is_missing(*block)));
                let is_wanted = |block: usize| self.wanted.with_value(|wanted| wanted.contains(&block));
                let Some(run) = run_of(is_wanted, count) else {
                    break;
                };
                self.state.set(State::Fetching);
                if let Err(why) = self.fetch_run(run).await {
                    state = State::Failed(why);
                    break;
                }
                self.come.update(|come| *come += 1);
            }
            self.is_fetching.set_value(false);
            self.state.set(state);
        });
    }

    async fn fetch_words(self, query: &Query, unit: Unit, index: &Index<'_>) -> Result<(), Unusable> {
        let manifest = self.parts.with_value(|(manifest, _)| manifest.clone());
        if self.words.with_value(Option::is_none) {
            let file = fetched(&Manifest::address(&manifest.words), None).await?;
            let (pieces, table) = WordPieces::open(&verified(file, &manifest.words)?).ok_or(Unusable::Changed)?;
            index.take_words(&table).ok_or(Unusable::Changed)?;
            self.words.set_value(Some(pieces));
        }
        loop {
            let _ = query.prepare(unit, index, 0);
            let missing = index.missing_pieces().unwrap_or_default();
            let count = missing.last().map_or(0, |last| last + 1);
            let Some(run) = run_of(|piece| missing.contains(&piece), count) else {
                return Ok(());
            };
            let pieces = self.words.get_value().unwrap_or_default();
            let place = pieces.bytes_of(run.clone()).ok_or(Unusable::Changed)?;
            let bytes = fetched(&Manifest::address(&manifest.standing), Some(place.clone())).await?;
            for piece in run {
                let own = pieces.bytes_of(piece..piece + 1).ok_or(Unusable::Changed)?;
                let piece_bytes = pieces.unpacked(piece, out_of(&bytes, &place, &own).unwrap_or_default())?;
                index.take_piece(piece, &piece_bytes).ok_or(Unusable::Changed)?;
            }
        }
    }

    async fn fetch_run(self, run: Range<usize>) -> Result<(), Unusable> {
        let (address, place) = self
            .parts
            .with_value(|(manifest, blocks)| (Manifest::address(&manifest.records), blocks.bytes_of(run.clone())));
        let place = place.ok_or(Unusable::Changed)?;
        let bytes = fetched(&address, Some(place.clone())).await?;
        for block in run {
            let packed = self.parts.with_value(|(_, blocks)| {
                let own = out_of(&bytes, &place, &blocks.bytes_of(block..block + 1)?)?;
                let list = Blocks::list(&blocks.unpacked(block, own).ok()?);
                let first = blocks.measures_of(block).start;
                self.dataset.take_texts(first, &list).then(|| own.to_vec())
            });
            let packed = packed.ok_or(Unusable::Changed)?;
            self.packed.update_value(|all| all[block] = Some(packed));
        }
        Ok(())
    }
}

/// The first blocks that follow one another of those that `is_one` holds for.
fn run_of(is_one: impl Fn(usize) -> bool, count: usize) -> Option<Range<usize>> {
    let first = (0..count).find(|block| is_one(*block))?;
    let end = first..count.min(first + MOST);
    Some(first..first + end.take_while(|block| is_one(*block)).count())
}

/// Those of a part's bytes that lie at `own`, out of the ones that lie at `place`; none where they are cut off.
fn out_of<'a>(bytes: &'a [u8], place: &Range<usize>, own: &Range<usize>) -> Option<&'a [u8]> {
    bytes.get(own.start - place.start..own.end - place.start)
}

/// The bytes of a part, not yet checked.
///
/// # Errors
/// When it does not come.
pub(super) async fn fetched(address: &str, place: Option<Range<usize>>) -> Result<Vec<u8>, Unusable> {
    let patience_ms = if place.is_some() { PATIENCE_MS } else { 20 * PATIENCE_MS };
    part::fetch(address, place, patience_ms).await.map_err(|why| match why {
        part::Fault::Missing => Unusable::Missing,
        part::Fault::Slow => Unusable::Slow,
        part::Fault::Unreachable => Unusable::Unreachable,
    })
}
