//! From the file in the page to the app, or to one readable page that says what is wrong with it. A long file is read in turns,
//! with a progress bar.

// Leptos starts its own only with the first view.
use wasm_bindgen_futures::spawn_local;

use crate::app;
use crate::browser::page::{self, DatasetFile};
use crate::browser::time;
use crate::dataset::{self, Chunks, Dataset, DatasetError, Reading};

/// What takes no longer is over before a bar would be seen.
const FIRST_TURN_MS: f64 = 300.0;
/// Nobody can do anything yet: often enough for a bar that moves, and so seldom that the pauses cost little.
pub(super) const TURN_MS: f64 = 100.0;
/// The part of the time that goes into reading; the rest goes into the index and the first screen.
const READING: f64 = 0.75;

/// Reads the dataset and shows it, or what is wrong with it.
pub(super) fn open() {
    let mut opening = Opening::begin();
    match opening.go_on(FIRST_TURN_MS) {
        Some(read) => show(read),
        None => spawn_local(async move {
            loop {
                page::show_progress(share(opening.done, opening.chunks.len()));
                time::turn().await;
                if let Some(read) = opening.go_on(TURN_MS) {
                    return show(read);
                }
            }
        }),
    }
}

/// The progress until the app is there, from 0 to 1, when so many pieces of so many are read.
#[expect(clippy::cast_precision_loss, reason = "a bar shows no millionths")]
pub(super) fn share(done: usize, of: usize) -> f64 {
    READING * done as f64 / of.max(1) as f64
}

fn show(read: Result<Dataset, DatasetError>) {
    match read {
        Ok(dataset) => app::mount(dataset, None),
        Err(error) => app::mount_faults(&error),
    }
}

/// A file that is being read.
struct Opening {
    file: DatasetFile,
    chunks: Chunks,
    /// How many chunks are read.
    done: usize,
    /// The result so far; none after an error.
    reading: Option<Reading>,
}

impl Opening {
    fn begin() -> Self {
        let file = DatasetFile::take();
        let copy = |bytes| file.copy(bytes);
        let written = page::meta("dataset-chunks").unwrap_or_default();
        let chunks = Chunks::read(&written, file.len(), copy).unwrap_or_default();
        let reading = Reading::begin(&chunks.rest(file.len(), copy));
        Self {
            file,
            chunks,
            done: 0,
            reading,
        }
    }

    /// Reads for about that many milliseconds; returns the result once it is done.
    fn go_on(&mut self, ms: f64) -> Option<Result<Dataset, DatasetError>> {
        let end = time::now_ms() + ms;
        while let Some(reading) = self.reading.take() {
            let Some(list) = self.chunks.list(self.done, |bytes| self.file.copy(bytes)) else {
                return Some(reading.finish().map_or_else(|| self.read_whole(), Ok));
            };
            self.reading = reading.and(&list);
            self.done += 1;
            if self.reading.is_some() && end <= time::now_ms() {
                return None;
            }
        }
        Some(self.read_whole())
    }

    /// Reads the file again as a whole, which reports all its faults.
    fn read_whole(&self) -> Result<Dataset, DatasetError> {
        dataset::parse(&self.file.copy(0..self.file.len()))
    }
}
