//! A text in pieces: plain, highlighted, or an acronym with its expansion.

use crate::query::{Hits, Segment, highlight};
use crate::view::Context;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words, and whether the reader looks for them.
    Words(Segment),
    /// An acronym.
    Acronym {
        /// As it is written.
        text: Vec<Segment>,
        /// Its expansion.
        meaning: String,
        /// Whether the page explains it here for the first time: only there it is a stop of the Tab key and read out.
        is_first: bool,
    },
}

/// A text as in the record, without the expansions of its acronyms.
pub fn plain(runs: &[Run]) -> String {
    let pieces = runs.iter().flat_map(|run| match run {
        Run::Words(segment) => std::slice::from_ref(segment),
        Run::Acronym { text, .. } => text,
    });
    pieces.map(|segment| segment.text.as_str()).collect()
}

impl Context<'_> {
    /// A text with its acronyms explained and what the reader looks for marked.
    pub fn text(&self, text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut from = 0;
        let hits = Hits::new(text, self.words);
        let acronyms = if self.is_record {
            Vec::new()
        } else {
            self.index.acronyms(text)
        };
        for (range, term) in acronyms {
            runs.extend(hits.within(from..range.start).into_iter().map(Run::Words));
            from = range.end;
            runs.push(Run::Acronym {
                text: hits.within(range),
                meaning: self.dataset.glossary[term].meaning.clone(),
                is_first: self.explained.borrow_mut().insert(term),
            });
        }
        runs.extend(hits.within(from..text.len()).into_iter().map(Run::Words));
        runs
    }

    /// A text in which what the reader looks for is marked.
    pub fn marked(&self, text: &str) -> Vec<Segment> {
        highlight(text, self.words)
    }
}
