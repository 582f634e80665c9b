//! A full-text index: sorted words with the texts they stand in; a prefix is one range of words.

use fixedbitset::FixedBitSet;

use crate::dataset::Term;
use crate::domain::sort;
use crate::index::jagged::{Jagged, short};
use crate::index::tokenizer::Tokenizer;

/// The words of a list of texts, searchable by prefix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TextIndex {
    /// How many texts there are.
    texts: usize,
    /// The words, ascending, each once.
    words: Jagged<u8>,
    /// The texts of each word, ascending, delta-encoded by [`write_step`].
    steps: Jagged<u8>,
}

impl TextIndex {
    /// Indexes all texts.
    pub(crate) fn new(texts: impl Iterator<Item = String>, glossary: &[Term]) -> Self {
        let mut builder = TextIndexBuilder::new(glossary);
        texts.for_each(|text| builder.read(&text));
        builder.finish()
    }

    /// The texts that have, for each prefix, a word with it.
    pub(crate) fn with_all(&self, prefixes: &[String]) -> FixedBitSet {
        let mut all = FixedBitSet::with_capacity(self.texts);
        all.insert_range(..);
        for prefix in prefixes {
            all.intersect_with(&self.with_prefix(prefix));
        }
        all
    }

    fn with_prefix(&self, prefix: &str) -> FixedBitSet {
        let prefix = prefix.as_bytes();
        let first = self.words.partition_point(|word| word < prefix);
        let end = self
            .words
            .partition_point(|word| word < prefix || word.starts_with(prefix));
        let mut found = FixedBitSet::with_capacity(self.texts);
        for word in first..end {
            found.extend(Steps(self.steps.of(word), 0));
        }
        found
    }
}

/// Builds a [`TextIndex`] text by text.
#[derive(Debug)]
pub(crate) struct TextIndexBuilder {
    tokenizer: Tokenizer,
    texts: usize,
    /// For each word the number of the last text that has it, counted from 1, and its encoded texts.
    words: Vec<(u32, Vec<u8>)>,
    found: Vec<u32>,
}

impl TextIndexBuilder {
    pub(crate) fn new(glossary: &[Term]) -> Self {
        Self {
            tokenizer: Tokenizer::new(glossary),
            texts: 0,
            words: Vec::new(),
            found: Vec::new(),
        }
    }

    /// How many texts have been read.
    pub(crate) fn texts(&self) -> usize {
        self.texts
    }

    /// Reads the next text.
    pub(crate) fn read(&mut self, text: &str) {
        self.texts += 1;
        self.tokenizer.read(text, &mut self.found);
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
        for word in order {
            words.push(self.tokenizer.word(word).bytes());
            steps.push(std::mem::take(&mut self.words[word as usize].1));
        }
        words.shrink();
        steps.shrink();
        TextIndex {
            texts: self.texts,
            words,
            steps,
        }
    }
}

/// Writes the distance to the next text as a variable-length integer: seven bits a byte, lowest first, the highest bit set
/// where more follow.
fn write_step(mut step: u32, steps: &mut Vec<u8>) {
    while 0x7f < step {
        steps.push(0x80 | seven_bits(step));
        step >>= 7;
    }
    steps.push(seven_bits(step));
}

fn seven_bits(step: u32) -> u8 {
    step.to_le_bytes()[0] & 0x7f
}

/// Decodes what [`write_step`] wrote.
struct Steps<'a>(&'a [u8], usize);

impl Iterator for Steps<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (mut step, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            step |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                self.1 += step;
                return Some(self.1 - 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
