//! A file that the reader opened, read and checked in turns.

use std::ops::Range;

use crate::app::long_work::LongWork;
use crate::dataset::{self, Chunks, Dataset};
use crate::record::dataset_in_page;
use crate::sheet::{Assembly, Limits, Reading, Recognizing, Unreadable, is_json};
use crate::view::ReadFile;
use crate::words::own_data as words;

/// How many cells are read before the time is checked, and how many rows are checked.
const CELLS: usize = 2000;
const ROWS: usize = 200;
/// How many bytes of a dataset are read at once: some tens of milliseconds of work.
pub(super) const CHUNK: usize = 1 << 19;

/// Reads and checks a file; nothing where that is stopped.
pub(super) async fn read(work: LongWork, name: String, file: Vec<u8>) -> Option<ReadFile> {
    work.show(&words::reading(&name), 0, file.len()).await?;
    if is_json(&file) {
        return json(work, name, file).await;
    }
    if is_page(&file) {
        return match dataset_in_page(&file) {
            Some(file) => json(work, name, file).await,
            None => Some(ReadFile::refused(&name, words::NO_DATASET)),
        };
    }
    match tables(work, &name, file).await? {
        Ok(tables) => check(work, name, tables).await,
        Err(why) => Some(ReadFile::refused(&name, &why.to_string())),
    }
}

/// A dataset in JSON.
async fn json(work: LongWork, name: String, file: Vec<u8>) -> Option<ReadFile> {
    let Some(text) = ReadFile::text(file) else {
        return Some(ReadFile::refused(&name, words::NO_TEXT));
    };
    if let Some(dataset) = dataset(work, &words::reading(&name), &text).await? {
        return Some(ReadFile::of_dataset(name, text, dataset));
    }
    work.show(&words::listing_faults(&name), 0, 0).await?;
    Some(ReadFile::of_json(name, text.into_bytes()))
}

/// Tables, or why they cannot be read.
async fn tables(work: LongWork, name: &str, file: Vec<u8>) -> Option<Result<Recognizing, Unreadable>> {
    let mut reading = match Reading::new(name, file, Limits::default()) {
        Ok(reading) => reading,
        Err(why) => return Some(Err(why)),
    };
    let mut failed = None;
    let step = || match reading.step(CELLS) {
        Ok((done, of)) => (done < of).then_some((done, of)),
        Err(why) => {
            failed = Some(why);
            None
        }
    };
    work.go_through(&words::reading(name), step).await?;
    Some(match failed {
        Some(why) => Err(why),
        None => reading.recognizing(),
    })
}

/// What tables hold, and what is wrong with it.
async fn check(work: LongWork, name: String, mut tables: Recognizing) -> Option<ReadFile> {
    let what = words::checking(&name);
    work.go_through(&what, || tables.step(ROWS).then(|| tables.progress()))
        .await?;
    let found = tables.finish();
    let mut assembly = Assembly::new(&found.workbook);
    work.go_through(&what, || assembly.step(ROWS).then(|| assembly.progress()))
        .await?;
    let assembled = assembly.finish();
    let json = assembled.value.to_string();
    work.show(&what, 0, 0).await?;
    let read = if let Some(dataset) = dataset(work, &what, &json).await? {
        Ok(dataset)
    } else {
        work.show(&words::listing_faults(&name), 0, 0).await?;
        dataset::parse(json.as_bytes())
    };
    let checked = found.checked(&assembled, json, read);
    Some(ReadFile::of_tables(name, &found, checked))
}

/// A dataset in its file; none where it has faults.
async fn dataset(work: LongWork, what: &str, text: &str) -> Option<Option<Dataset>> {
    let copy = |bytes: Range<usize>| text.as_bytes()[bytes].to_vec();
    let chunks = Chunks::of(text, CHUNK).unwrap_or_default();
    let mut reading = dataset::Reading::begin(&chunks.rest(text.len(), copy));
    let mut done = 0;
    let step = || {
        let list = chunks.list(done, copy)?;
        reading = reading.take().and_then(|reading| reading.and(&list));
        done += 1;
        reading.is_some().then_some((done, chunks.len()))
    };
    work.go_through(what, step).await?;
    Some(reading.and_then(dataset::Reading::finish))
}

/// Whether a file is a web page.
fn is_page(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file).trim_ascii_start();
    file.get(..9)
        .is_some_and(|begin| begin.eq_ignore_ascii_case(b"<!DOCTYPE"))
}
