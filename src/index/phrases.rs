//! The words of each text in their order, for phrases and for compounds that are written apart.

use std::sync::{Arc, Mutex, PoisonError};

use fixedbitset::FixedBitSet;

use crate::domain::sort;
use crate::index::jagged::{Jagged, short};
use crate::index::search::Joint;
use crate::index::terms::{Gaps, Pattern};
use crate::index::text_index::{TextIndex, read_step, write_step};

/// The order of the words in each text.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each text the numbers of its words, from 1, with a 0 before each line; encoded by [`write_step`].
    texts: Jagged<u8>,
    /// For each word of the index its number here.
    numbers: Vec<u32>,
    /// The last patterns and the texts in which they are written as several words: one answer asks for them several times.
    last: Mutex<Vec<(Pattern, Arc<FixedBitSet>)>>,
}

impl PartialEq for Phrases {
    fn eq(&self, other: &Self) -> bool {
        (&self.texts, &self.numbers) == (&other.texts, &other.numbers)
    }
}

impl Eq for Phrases {}

/// How many answers are kept.
const KEPT: usize = 8;

/// A word that continues a pattern.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// Its number in the texts.
    number: u32,
    /// How many letters stand before it.
    from: usize,
    /// How many up to its end.
    to: usize,
}

impl Phrases {
    /// Adds a text.
    pub(super) fn push(&mut self, words: impl Iterator<Item = (Joint, u32)>) {
        let mut text = Vec::new();
        for (joint, word) in words {
            if joint == Joint::Line {
                write_step(0, &mut text);
            }
            write_step(word + 1, &mut text);
        }
        self.texts.push(text);
    }

    /// The same, with the number of each word of the index.
    pub(super) fn numbered(mut self, numbers: Vec<u32>) -> Self {
        self.texts.shrink();
        self.numbers = numbers.into_iter().map(|number| number + 1).collect();
        self
    }

    /// For each word of the index the texts and the places in them where it stands; between two lines a place is free.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn standing(&self, words: usize) -> Vec<Vec<(u32, u32)>> {
        let mut word_of = vec![0; self.numbers.iter().max().map_or(0, |most| *most as usize + 1)];
        for (word, number) in self.numbers.iter().enumerate() {
            word_of[*number as usize] = word;
        }
        let mut standing = vec![Vec::new(); words];
        for text in 0..self.texts.len() {
            let (mut rest, mut place) = (self.texts.of(text), 0);
            while let Some(number) = read_step(&mut rest) {
                if 0 < number {
                    standing[word_of[number]].push((short(text), place));
                }
                place += 1;
            }
        }
        standing
    }

    /// The texts in which a pattern is written as several words.
    pub(super) fn with(&self, pattern: &Pattern, index: &TextIndex) -> Arc<FixedBitSet> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = last.iter().find(|(other, _)| other == pattern) {
            return Arc::clone(found);
        }
        let mut found = index.none();
        self.add(pattern, index, &mut found);
        let found = Arc::new(found);
        // What lacks a piece is not the answer yet.
        if index.in_pieces().is_some_and(|apart| !apart.missing().is_empty()) {
            return found;
        }
        if last.len() == KEPT {
            last.remove(0);
        }
        last.push((pattern.clone(), Arc::clone(&found)));
        found
    }

    fn add(&self, pattern: &Pattern, index: &TextIndex, found: &mut FixedBitSet) {
        let whole = pattern.letters.len();
        let (steps, candidates) = self.steps(pattern, index);
        if !steps.iter().any(|step| step.to == whole) {
            return;
        }
        let mut is_step = FixedBitSet::with_capacity(self.numbers.len() + 1);
        is_step.extend(steps.iter().map(|step| step.number as usize));
        let mut reached = Vec::new();
        if let Some(apart) = index.in_pieces() {
            let numbers = steps.iter().map(|step| step.number);
            for (place, text) in apart.sequences(numbers, &candidates) {
                if has_steps(&text, &steps, &is_step, whole, &mut reached) {
                    found.insert(place);
                }
            }
            return;
        }
        for place in candidates.ones() {
            if has_steps(self.texts.of(place), &steps, &is_step, whole, &mut reached) {
                found.insert(place);
            }
        }
    }

    /// Every word that can be a part of the pattern, by number, and the texts that have a first and a last one.
    fn steps(&self, pattern: &Pattern, index: &TextIndex) -> (Vec<Step>, FixedBitSet) {
        let letters = pattern.letters.as_str();
        let whole = letters.len();
        let ends: Vec<usize> = (1..whole).filter(|end| may_end(pattern, *end)).collect();
        let mut steps = Vec::new();
        let (mut first, mut last) = (index.none(), index.none());
        for from in std::iter::once(0).chain(ends.iter().copied()) {
            if 0 < from && !steps.iter().any(|step: &Step| step.to == from) {
                continue;
            }
            let inner = ends
                .iter()
                .filter(|end| from < **end)
                .map(|end| (*end, index.exact(&letters[from..*end])));
            // A single word is found without this.
            let outer = (0 < from).then(|| {
                let rest = &letters[from..];
                let words = if pattern.is_open {
                    index.beginning_with(rest)
                } else {
                    index.exact(rest)
                };
                (whole, words)
            });
            for (to, words) in inner.chain(outer) {
                if from == 0 {
                    first.union_with(&index.with_words(words.clone()));
                }
                if to == whole {
                    last.union_with(&index.with_words(words.clone()));
                }
                steps.extend(words.map(|word| Step {
                    number: self.numbers[word],
                    from,
                    to,
                }));
            }
        }
        sort::by_key(&mut steps, |step| step.number);
        first.intersect_with(&last);
        (steps, first)
    }
}

/// Whether a part of the pattern may end there, before a gap.
fn may_end(pattern: &Pattern, end: usize) -> bool {
    let is_gap = match pattern.gaps {
        Gaps::Anywhere => true,
        Gaps::Compound => pattern.is_long_gap(end),
    };
    is_gap && pattern.letters.is_char_boundary(end)
}

/// Whether words of a text, one after another, are the pattern.
fn has_steps(mut text: &[u8], steps: &[Step], is_step: &FixedBitSet, whole: usize, reached: &mut Vec<usize>) -> bool {
    reached.clear();
    while let Some(number) = read_step(&mut text) {
        if !is_step.contains(number) {
            reached.clear();
            continue;
        }
        let number = short(number);
        let first = steps.partition_point(|step| step.number < number);
        let own = steps[first..].iter().take_while(|step| step.number == number);
        let next: Vec<usize> = own
            .filter(|step| step.from == 0 || reached.contains(&step.from))
            .map(|step| step.to)
            .collect();
        if next.contains(&whole) {
            return true;
        }
        *reached = next;
    }
    false
}
