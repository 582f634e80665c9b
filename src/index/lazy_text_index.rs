//! A text index that is built on first use, or in steps before that.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::dataset::Term;
use crate::index::Progress;
use crate::index::text_index::{TextIndex, TextIndexBuilder};

/// The texts of a list by their places.
pub(crate) struct Texts<'t> {
    /// How many there are.
    pub(crate) count: usize,
    /// The text at a place.
    pub(crate) text: Box<dyn Fn(usize) -> String + 't>,
    /// The acronyms that stand in them.
    pub(crate) glossary: &'t [Term],
}

/// A [`TextIndex`] that may still be under construction.
#[derive(Debug, Default)]
pub(crate) struct LazyTextIndex {
    reading: Mutex<Option<TextIndexBuilder>>,
    whole: OnceLock<TextIndex>,
}

impl LazyTextIndex {
    /// Indexes up to `how_many` more texts.
    pub(crate) fn read(&self, texts: &Texts<'_>, how_many: usize) -> Progress {
        let all = texts.count;
        let done = match self.whole.get() {
            Some(_) => all,
            None => self.read_on(texts, how_many),
        };
        if done == all {
            self.all(texts);
        }
        Progress { done, all }
    }

    /// Whether all texts are indexed.
    pub(crate) fn is_complete(&self) -> bool {
        self.whole.get().is_some()
    }

    /// The index, if it is finished.
    pub(crate) fn whole(&self) -> Option<&TextIndex> {
        self.whole.get()
    }

    /// Takes one that was made before, unless there is one.
    pub(crate) fn put(&self, index: TextIndex) {
        self.whole.get_or_init(|| index);
    }

    /// The finished index; indexes what is left first.
    pub(crate) fn all(&self, texts: &Texts<'_>) -> &TextIndex {
        self.whole.get_or_init(|| {
            self.read_on(texts, texts.count);
            let reading = self.reading().take();
            reading
                .unwrap_or_else(|| TextIndexBuilder::new(texts.glossary))
                .finish()
        })
    }

    /// Indexes on; returns how many texts are done.
    fn read_on(&self, texts: &Texts<'_>, how_many: usize) -> usize {
        let mut reading = self.reading();
        let reading = reading.get_or_insert_with(|| TextIndexBuilder::new(texts.glossary));
        for place in (reading.texts()..texts.count).take(how_many) {
            reading.read(&(texts.text)(place));
        }
        reading.texts()
    }

    fn reading(&self) -> MutexGuard<'_, Option<TextIndexBuilder>> {
        // After a panic the builder is still whole up to the text that caused it.
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
