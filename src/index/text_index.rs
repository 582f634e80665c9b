//! A full-text index: sorted words with the texts they stand in; a prefix is one range of words.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::dataset::Term;
use crate::domain::sort;
use crate::index::apart::Apart;
use crate::index::jagged::{Jagged, short};
use crate::index::phrases::Phrases;
use crate::index::search::Joint;
use crate::index::terms::{Pattern, SearchTerm};
use crate::index::tokenizer::Tokenizer;

/// The fewest letters of a word that is corrected.
const SHORTEST_CORRECTED: usize = 5;

/// The words of a list of texts, searchable by prefix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TextIndex {
    /// How many texts there are.
    texts: usize,
    /// The words, ascending, each once.
    words: Jagged<u8>,
    /// The texts of each word, ascending, delta-encoded by [`write_step`].
    steps: Jagged<u8>,
    phrases: Phrases,
    /// Where the words stand, if that comes in pieces: then `steps` and the texts of `phrases` are empty.
    apart: Option<Apart>,
}

impl TextIndex {
    /// Indexes all texts.
    pub(crate) fn new(texts: impl Iterator<Item = String>, glossary: &[Term]) -> Self {
        let mut builder = TextIndexBuilder::new(glossary);
        texts.for_each(|text| builder.read(&text));
        builder.finish()
    }

    /// An index whose words come in pieces.
    pub(super) fn apart(texts: usize, words: Jagged<u8>, apart: Apart) -> Self {
        let numbers = (0..short(words.len())).collect();
        Self {
            texts,
            words,
            steps: Jagged::default(),
            phrases: Phrases::default().numbered(numbers),
            apart: Some(apart),
        }
    }

    /// Where its words stand, if that comes in pieces.
    pub(super) fn in_pieces(&self) -> Option<&Apart> {
        self.apart.as_ref()
    }

    /// The table of its words and the pieces of where they stand.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn written(&self) -> (Vec<u8>, Vec<Vec<u8>>) {
        let mut standing = self.phrases.standing(self.words.len()).into_iter();
        let words = (0..self.words.len()).map(|word| {
            let standing = standing.next().unwrap_or_default();
            (self.words.of(word), self.steps.of(word), standing)
        });
        super::apart::written(self.texts, words)
    }

    fn steps_of(&self, word: usize) -> &[u8] {
        match &self.apart {
            Some(apart) => apart.steps(word),
            None => self.steps.of(word),
        }
    }

    /// The texts that have all terms.
    pub(crate) fn with_all(&self, terms: &[SearchTerm]) -> FixedBitSet {
        let mut all = self.none();
        all.insert_range(..);
        for term in self.joined(terms) {
            all.intersect_with(&self.with_term(&term));
        }
        all
    }

    /// The terms, two words as one where they stand with a hyphen somewhere.
    pub(crate) fn joined(&self, terms: &[SearchTerm]) -> Vec<SearchTerm> {
        let mut joined: Vec<SearchTerm> = Vec::new();
        for term in terms {
            let compound = joined.last().and_then(|last| last.joined(term));
            match compound.filter(|compound| !self.beginning_with(&compound.letters).is_empty()) {
                Some(compound) => {
                    joined.pop();
                    joined.push(SearchTerm::of_compound(compound));
                }
                None => joined.push(term.clone()),
            }
        }
        joined
    }

    fn with_term(&self, term: &SearchTerm) -> FixedBitSet {
        let mut found = self.none();
        match (&term.expansion, term.patterns.first()) {
            (Some(expansion), Some(acronym)) => {
                found.union_with(&self.with_pattern(acronym));
                for word in expansion {
                    found.intersect_with(&self.with_words(self.beginning_with(word)));
                }
                let plural = format!("{}s", acronym.letters);
                found.union_with(&self.with_words(self.exact(&plural)));
            }
            _ => {
                for pattern in &term.patterns {
                    found.union_with(&self.with_pattern(pattern));
                }
            }
        }
        found
    }

    fn with_pattern(&self, pattern: &Pattern) -> FixedBitSet {
        let mut found = self.with_words(if pattern.is_open {
            self.beginning_with(&pattern.letters)
        } else {
            self.exact(&pattern.letters)
        });
        found.union_with(&self.phrases.with(pattern, self));
        found
    }

    /// The texts with one of these words.
    pub(super) fn with_words(&self, words: Range<usize>) -> FixedBitSet {
        let mut found = self.none();
        for word in words {
            found.extend(Steps(self.steps_of(word), 0));
        }
        found
    }

    /// No text.
    pub(super) fn none(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.texts)
    }

    /// The words with that beginning.
    pub(super) fn beginning_with(&self, prefix: &str) -> Range<usize> {
        let prefix = prefix.as_bytes();
        let first = self.words.partition_point(|word| word < prefix);
        let end = self
            .words
            .partition_point(|word| word < prefix || word.starts_with(prefix));
        first..end
    }

    /// That word, if it occurs.
    pub(super) fn exact(&self, word: &str) -> Range<usize> {
        let first = self.words.partition_point(|other| other < word.as_bytes());
        let is_there = first < self.words.len() && self.words.of(first) == word.as_bytes();
        first..first + usize::from(is_there)
    }

    /// The most frequent word that differs from what was typed by one letter, or else the most frequent whose beginning does; none if
    /// some word begins with that.
    pub(crate) fn nearest(&self, typed: &str) -> Option<&str> {
        let is_unknown = self.beginning_with(typed).is_empty();
        let near = |place: &usize| std::str::from_utf8(self.words.of(*place)).is_ok_and(|word| is_near(typed, word));
        let near = (0..self.words.len())
            .filter(|_| is_unknown && SHORTEST_CORRECTED <= typed.len())
            .filter(near);
        // What is near both ways is as long as what was typed, but for one letter.
        let is_whole =
            |place: &usize| std::str::from_utf8(self.words.of(*place)).is_ok_and(|word| is_near(word, typed));
        let frequency = |place: usize| match &self.apart {
            Some(apart) => apart.length(place),
            None => self.steps.of(place).len(),
        };
        let nearest = near.max_by_key(|place| (is_whole(place), frequency(*place)))?;
        std::str::from_utf8(self.words.of(nearest)).ok()
    }
}

/// Builds a [`TextIndex`] text by text.
#[derive(Debug)]
pub(crate) struct TextIndexBuilder {
    tokenizer: Tokenizer,
    texts: usize,
    /// For each word the number of the last text that has it, counted from 1, and its encoded texts.
    words: Vec<(u32, Vec<u8>)>,
    phrases: Phrases,
    found: Vec<u32>,
    joints: Vec<Joint>,
}

impl TextIndexBuilder {
    pub(crate) fn new(glossary: &[Term]) -> Self {
        Self {
            tokenizer: Tokenizer::new(glossary),
            texts: 0,
            words: Vec::new(),
            phrases: Phrases::default(),
            found: Vec::new(),
            joints: Vec::new(),
        }
    }

    /// How many texts have been read.
    pub(crate) fn texts(&self) -> usize {
        self.texts
    }

    /// Reads the next text.
    pub(crate) fn read(&mut self, text: &str) {
        self.texts += 1;
        self.tokenizer.read(text, &mut self.found, &mut self.joints);
        self.phrases
            .push(self.joints.iter().copied().zip(self.found.iter().copied()));
        self.words.resize_with(self.tokenizer.len(), Default::default);
        let here = short(self.texts);
        for word in &self.found {
            let (last, steps) = &mut self.words[*word as usize];
            if *last != here {
                write_step(here - *last, steps);
                *last = here;
            }
        }
    }

    /// Sorts the words.
    pub(crate) fn finish(mut self) -> TextIndex {
        // Words that are only in the glossary would find nothing.
        let numbers = (0..short(self.words.len())).filter(|word| self.words[*word as usize].0 != 0);
        let mut order: Vec<u32> = numbers.collect();
        sort::by_key(&mut order, |word| self.tokenizer.word(*word));
        let (mut words, mut steps) = (Jagged::default(), Jagged::default());
        for word in &order {
            words.push(self.tokenizer.word(*word).bytes());
            steps.push(std::mem::take(&mut self.words[*word as usize].1));
        }
        words.shrink();
        steps.shrink();
        TextIndex {
            texts: self.texts,
            words,
            steps,
            phrases: self.phrases.numbered(order),
            apart: None,
        }
    }
}

/// Writes a number, such as the distance to the next text, in a variable length: seven bits a byte, lowest first, the highest bit
/// set where more follow.
pub(super) fn write_step(mut step: u32, steps: &mut Vec<u8>) {
    while 0x7f < step {
        steps.push(0x80 | seven_bits(step));
        step >>= 7;
    }
    steps.push(seven_bits(step));
}

fn seven_bits(step: u32) -> u8 {
    step.to_le_bytes()[0] & 0x7f
}

/// Reads the next number that [`write_step`] wrote.
pub(super) fn read_step(steps: &mut &[u8]) -> Option<usize> {
    let (mut step, mut shift) = (0, 0);
    loop {
        let (byte, rest) = steps.split_first()?;
        *steps = rest;
        step |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(step);
        }
    }
}

/// Decodes the places of texts.
pub(super) struct Steps<'a>(pub(super) &'a [u8], pub(super) usize);

impl Iterator for Steps<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.1 += read_step(&mut self.0)?;
        Some(self.1 - 1)
    }
}

/// Whether a word is what was typed but for one letter that is wrong, missing, too many, or in the wrong place; it may have an
/// ending.
fn is_near(typed: &str, word: &str) -> bool {
    const ENDING: usize = 2;
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if word.len() + 1 < typed.len() || typed.len() + ENDING < word.len() {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(one, other)| one == other).count();
    let (one, other) = (&typed[same..], &word[same..]);
    let swapped = || match (one, other) {
        ([a, b, one @ ..], [c, d, other @ ..]) => a == d && b == c && other.starts_with(one),
        _ => false,
    };
    // The first letter is rarely wrong.
    0 < same
        && !one.is_empty()
        && (other.starts_with(&one[1..])
            || other
                .get(1..)
                .is_some_and(|other| other.starts_with(&one[1..]) || other.starts_with(one))
            || swapped())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_near_if_one_letter_differs() {
        for typed in ["firarms", "fireaarms", "fireorms", "fierarms"] {
            assert!(is_near(typed, "firearms"), "{typed}");
        }
        // What a word begins with is found without.
        for typed in [
            "firearm",
            "fire",
            "farms",
            "iferarms",
            "firoormss",
            "",
            "fire\u{e9}\u{e9}rms",
        ] {
            assert!(!is_near(typed, "firearms"), "{typed}");
        }
    }

    #[test]
    fn steps_of_any_length_lead_back_to_the_places() {
        let places = [0, 1, 127, 128, 300, 20_000, 3_000_000, usize::from(u16::MAX) << 15];
        let (mut steps, mut last) = (Vec::new(), 0);
        for place in places {
            write_step(short(place + 1 - last), &mut steps);
            last = place + 1;
        }
        assert_eq!(Steps(&steps, 0).collect::<Vec<_>>(), places);
    }
}
