//! Where in a text the glossary's acronyms stand.

use std::collections::HashMap;
use std::ops::Range;

use crate::dataset::Term;
use crate::domain::sort;

/// The glossary, indexed by first words.
#[derive(Clone, Debug)]
pub(super) struct Glossary {
    /// The places of the terms by their first word, the longest term first.
    terms: HashMap<String, Vec<usize>>,
}

impl Glossary {
    pub(super) fn new(glossary: &[Term]) -> Self {
        let mut terms: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, term) in glossary.iter().enumerate() {
            terms.entry(first_word(&term.term).to_owned()).or_default().push(place);
        }
        for places in terms.values_mut() {
            sort::by_key(places, |place| std::cmp::Reverse(glossary[*place].term.len()));
        }
        Self { terms }
    }

    /// The range of each acronym in a text, as a word of its own and in the glossary's spelling, with its place there.
    pub(super) fn in_text(&self, text: &str, glossary: &[Term]) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        let mut before = None;
        let mut from = 0;
        for (start, character) in text.char_indices() {
            let begins_word = is_word(character) && !before.is_some_and(is_word);
            before = Some(character);
            if start < from || !begins_word {
                continue;
            }
            let rest = &text[start..];
            let stands_here = |place: &&usize| {
                let term = &glossary[**place].term;
                let after = rest.strip_prefix(term.as_str()).map(|after| after.chars().next());
                after.is_some_and(|after| !after.is_some_and(is_word))
            };
            let candidates = self.terms.get(first_word(rest)).into_iter().flatten();
            if let Some(place) = candidates.into_iter().find(stands_here) {
                from = start + glossary[*place].term.len();
                found.push((start..from, *place));
            }
        }
        found
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|character| !is_word(character)).unwrap_or(text.len());
    &text[..end]
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let glossary: Vec<Term> = [
            "SIS",
            "SIS/VIS COM",
            "LE",
            "LE ERP",
            "IT",
            "Prüm.ng",
            "ECRIS-TCN",
            "ECRIS",
        ]
        .map(|term| Term {
            term: term.into(),
            meaning: String::new(),
        })
        .into();
        let found = Glossary::new(&glossary).in_text(text, &glossary);
        let drawn: Vec<&str> = found.into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(drawn.join("|"), expected, "{text}");
    }

    #[test]
    fn the_longest_acronym_is_meant_and_only_as_it_is_written() {
        check("SIS, the SIS/VIS COM and SIS-based", "SIS|SIS/VIS COM|SIS");
        check("the LE ERP of LE", "LE ERP|LE");
        check("it is IT; ITs is not", "IT");
        check("ECRIS-TCN, ECRIS", "ECRIS-TCN|ECRIS");
        check("about Prüm.ng.", "Prüm.ng");
        check("SISTER, OASIS", "");
        check("", "");
    }
}
