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
            if is_in_name(&text[..range.start], &text[range.end..]) {
                continue;
            }
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

/// Whether an acronym between these texts is a part of the name of a document: `Directive (EU) 2017/541`, `COM(2017) 610`.
fn is_in_name(before: &str, after: &str) -> bool {
    let opening = if before.ends_with('(') { ") " } else { "(" };
    let number = after.strip_prefix(opening);
    number.is_some_and(|number| number.starts_with(|letter: char| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_document_is_not_explained_in_its_middle() {
        assert!(is_in_name("Directive (", ") 2017/541 of"));
        assert!(is_in_name("as in ", "(2017) 610"));
        for (before, after) in [("the ", " 2020"), ("the agency (", ") has"), ("", "(the agency)")] {
            assert!(!is_in_name(before, after), "{before}|{after}");
        }
    }
}
