//! Where in a text names stand: the glossary's acronyms, and the information systems.

use std::collections::HashMap;
use std::ops::Range;

use crate::domain::body::Body;
use crate::domain::sort;

/// Names, indexed by first words.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// The names with the places of what they name by their first word, the longest name first.
    by_first_word: HashMap<String, Vec<(String, usize)>>,
}

impl Names {
    /// Of names, each with the place of what it names.
    pub(super) fn new<'a>(names: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut by_first_word: HashMap<String, Vec<(String, usize)>> = HashMap::new();
        for (name, place) in names {
            let all = by_first_word.entry(first_word(name).to_owned()).or_default();
            all.push((name.to_owned(), place));
        }
        for names in by_first_word.values_mut() {
            sort::by_key(names, |(name, _)| std::cmp::Reverse(name.len()));
        }
        Self { by_first_word }
    }

    /// Of the information systems among the bodies.
    pub(super) fn of_systems(bodies: &[Body]) -> Self {
        let systems = bodies.iter().enumerate().filter(|(_, body)| body.is_system());
        Self::new(systems.flat_map(|(place, body)| body.names().map(move |name| (name, place))))
    }

    /// The range of each name in a text, as a word of its own and spelt so, with the place of what it names.
    pub(super) fn in_text(&self, text: &str) -> Vec<(Range<usize>, usize)> {
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
            let stands_here = |(name, _): &&(String, usize)| {
                let after = rest.strip_prefix(name.as_str()).map(|after| after.chars().next());
                after.is_some_and(|after| !after.is_some_and(is_word))
            };
            let candidates = self.by_first_word.get(first_word(rest)).into_iter().flatten();
            if let Some((name, place)) = candidates.into_iter().find(stands_here) {
                from = start + name.len();
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
        let names = [
            "SIS",
            "SIS/VIS COM",
            "LE",
            "LE ERP",
            "IT",
            "Prüm.ng",
            "ECRIS-TCN",
            "ECRIS",
        ];
        let found = Names::new(names.into_iter().zip(0..)).in_text(text);
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
