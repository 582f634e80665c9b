//! A text in pieces: plain, highlighted, or an acronym with its expansion.

use crate::query::{Hits, Segment, highlight};
use crate::view::Context;
use crate::words::names::ARTICLES;

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

/// Whether an acronym between these texts is a part of a name, of the number of a document, or of what somebody said.
fn is_in_name(before: &str, after: &str) -> bool {
    let is_number = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let ends_number = |text: &str| text.ends_with(|letter: char| letter.is_ascii_digit());
    // `2008/114/EC`
    let closes = || before.strip_suffix('/').is_some_and(ends_number);
    // `9845/1/19 REV 1`
    let is_revision =
        || before.strip_suffix(' ').is_some_and(ends_number) && after.strip_prefix(' ').is_some_and(is_number);
    // `Directive (EU) 2017/541`, `Regulation (EC) No 1683/95`
    let is_maker = || {
        let number = after.strip_prefix(')').filter(|_| before.ends_with('('));
        let number = number.and_then(|number| number.strip_prefix(" No ").or_else(|| number.strip_prefix(' ')));
        number.is_some_and(is_number)
    };
    // `COM(2017) 610`, `COM (2018) 637`, `WK 12876/2018`
    let is_series = || {
        let Some(spaced) = after.strip_prefix(' ') else {
            return after.strip_prefix('(').is_some_and(is_number);
        };
        let rest = spaced.trim_start_matches(|letter: char| letter == '(' || letter.is_ascii_digit());
        match spaced.strip_prefix('(') {
            Some(year) => is_number(year) && rest.strip_prefix(") ").is_some_and(is_number),
            None => is_number(spaced) && rest.starts_with('/'),
        }
    };
    // `Civilian CSDP Compact`, but not `The JHA Council`.
    let is_amid = || {
        let is_capital = |text: &str| text.starts_with(char::is_uppercase);
        let word = before
            .strip_suffix(' ')
            .and_then(|before| before.split(' ').next_back());
        let begins_name =
            |word: &str| is_capital(word) && word.ends_with(char::is_alphanumeric) && !ARTICLES.contains(&word);
        word.is_some_and(begins_name) && after.strip_prefix(' ').is_some_and(is_capital)
    };
    // `“Stepping up CVE actions”`
    let is_quoted = || before.rfind('“') > before.rfind('”');
    closes() || is_revision() || is_maker() || is_series() || is_amid() || is_quoted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_explained_in_its_middle() {
        for (before, after) in [
            ("Directive (", ") 2017/541 of"),
            ("Regulation (", ") No 1683/95"),
            ("as in ", "(2017) 610"),
            ("Printed ", " (2018) 637, w"),
            ("Directive 2008/114/", " on"),
            ("see 9845/1/19 ", " 1."),
            ("The link to ", " 1374/1/2018 REV 1"),
            ("the Civilian ", " Compact"),
            ("during UN ", " Week, at"),
            ("the “Future of the ", " Policing”"),
            ("“One” and “", " mandate”"),
        ] {
            assert!(is_in_name(before, after), "{before}|{after}");
        }
        for (before, after) in [
            ("the ", " 2020"),
            ("the agency (", ") has"),
            ("", "(the agency)"),
            ("the SIS/", " working party"),
            ("confirmed by ", " (13415/19)."),
            ("the EU ", " 2021 methodology"),
            ("The 2020 ", " stands"),
            ("The ", " Council"),
            ("with Europol, ", " Member States"),
            ("of the ", " Compact"),
            ("Eurojust and ", " Member States"),
            ("after “one” the ", " has"),
        ] {
            assert!(!is_in_name(before, after), "{before}|{after}");
        }
    }
}
