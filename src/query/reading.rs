//! Words that are read when they are needed: at once, or in steps before that.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::dataset::Term;
use crate::query::Progress;
use crate::query::dictionary::{Dictionary, Reading};

/// The texts of a list by their places.
pub(super) struct Texts<'t, Text: Fn(usize) -> String> {
    /// How many there are.
    pub(super) count: usize,
    /// The text at a place.
    pub(super) text: Text,
    /// The acronyms that stand in them.
    pub(super) glossary: &'t [Term],
}

/// The words of a list of texts, as far as they are read.
#[derive(Debug, Default)]
pub(super) struct ReadWords {
    reading: Mutex<Option<Reading>>,
    whole: OnceLock<Dictionary>,
}

impl ReadWords {
    /// Reads so many more texts.
    pub(super) fn read<Text: Fn(usize) -> String>(&self, texts: &Texts<'_, Text>, how_many: usize) -> Progress {
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

    /// Whether nothing is left to be read.
    pub(super) fn are_read(&self) -> bool {
        self.whole.get().is_some()
    }

    /// All of them; what is not read yet is read at once.
    pub(super) fn all<Text: Fn(usize) -> String>(&self, texts: &Texts<'_, Text>) -> &Dictionary {
        self.whole.get_or_init(|| {
            self.read_on(texts, texts.count);
            let reading = self.reading().take();
            reading.unwrap_or_else(|| Reading::new(texts.glossary)).finish()
        })
    }

    /// Reads on, and says how many texts are read.
    fn read_on<Text: Fn(usize) -> String>(&self, texts: &Texts<'_, Text>, how_many: usize) -> usize {
        let mut reading = self.reading();
        let reading = reading.get_or_insert_with(|| Reading::new(texts.glossary));
        for place in (reading.texts()..texts.count).take(how_many) {
            reading.read(&(texts.text)(place));
        }
        reading.texts()
    }

    fn reading(&self) -> MutexGuard<'_, Option<Reading>> {
        // A text that somebody broke off reading is read as far as it was: what broke there would break again.
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
