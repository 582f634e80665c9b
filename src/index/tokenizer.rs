//! Splits texts into numbered words: each spelling is folded once, and the glossary's acronyms and expansions find each
//! other.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::dataset::Term;
use crate::index::jagged::short;
use crate::index::search::{Joint, fold, joined_words, raw_words, words};

/// The words met so far, numbered in that order.
#[derive(Debug, Default)]
pub(super) struct Tokenizer {
    /// Every spelling with its number: `IT` is not `it`.
    spellings: FxHashMap<Box<str>, u32>,
    /// For each spelling, its folded word.
    folded: Vec<u32>,
    /// Every folded word with its number.
    numbers: FxHashMap<Arc<str>, u32>,
    /// For each folded word, how it is written.
    words: Vec<Arc<str>>,
    /// What two words with a hyphen between them are as one; none where that is no word.
    compounds: FxHashMap<(u32, u32), Option<u32>>,
    acronyms: Vec<Acronym>,
    /// For each spelling, the acronyms that begin with it; those of the glossary come first, no later one begins any.
    begun_by_spelling: Vec<Vec<usize>>,
    /// For each folded word, where in `openings` the acronyms stand whose expansion may begin with it.
    openings_of: Vec<u32>,
    // Invariant: begins with an empty list, for the words that open nothing.
    openings: Vec<Vec<usize>>,
}

/// An acronym in numbers.
#[derive(Debug)]
struct Acronym {
    /// Its parts as spelled.
    parts: Vec<u32>,
    /// Its folded words.
    term: Vec<u32>,
    /// The folded words of its expansion, with the explanation.
    meaning: Vec<u32>,
    /// Its expansion; an explanation in brackets is not part of it.
    expansion: Vec<String>,
}

impl Tokenizer {
    /// A tokenizer that knows the glossary's acronyms.
    pub(super) fn new(glossary: &[Term]) -> Self {
        let mut tokenizer = Self {
            openings: vec![Vec::new()],
            ..Self::default()
        };
        // A new word is compared with all expansions, so they must be there first.
        let expansion = |term: &Term| words(term.expansion());
        tokenizer.acronyms = glossary
            .iter()
            .map(|term| Acronym {
                parts: Vec::new(),
                term: Vec::new(),
                meaning: Vec::new(),
                expansion: expansion(term),
            })
            .collect();
        for (place, term) in glossary.iter().enumerate() {
            let parts: Vec<u32> = raw_words(&term.term).map(|part| tokenizer.spelling(part)).collect();
            let folded = |spellings: &[u32], tokenizer: &Self| {
                let words = spellings.iter().map(|part| tokenizer.folded[*part as usize]);
                words.collect()
            };
            let meaning: Vec<u32> = raw_words(&term.meaning).map(|word| tokenizer.spelling(word)).collect();
            let (term, meaning) = (folded(&parts, &tokenizer), folded(&meaning, &tokenizer));
            let acronym = &mut tokenizer.acronyms[place];
            (acronym.term, acronym.meaning) = (term, meaning);
            acronym.parts = parts;
        }
        tokenizer.begun_by_spelling = vec![Vec::new(); tokenizer.folded.len()];
        for (place, acronym) in tokenizer.acronyms.iter().enumerate() {
            if let Some(first) = acronym.parts.first() {
                tokenizer.begun_by_spelling[*first as usize].push(place);
            }
        }
        tokenizer
    }

    /// The words by which a text is found, with repeats: its own in their order, of which there are as many as `joints` says
    /// what joins them, and others.
    ///
    /// Acronyms work both ways: the expansion is added to an acronym, the acronym to its expansion. Two words with a hyphen
    /// between them are also one.
    pub(super) fn read(&mut self, text: &str, found: &mut Vec<u32>, joints: &mut Vec<Joint>) {
        joints.clear();
        let words = joined_words(text).map(|(joint, range)| {
            joints.push(joint);
            self.spelling(&text[range])
        });
        let spellings: Vec<u32> = words.collect();
        found.clear();
        found.extend(spellings.iter().map(|spelling| self.folded[*spelling as usize]));
        let hyphens = (1..joints.len()).filter(|place| joints[*place] == Joint::Hyphen);
        for place in hyphens {
            let compound = self.compound(found[place - 1], found[place]);
            found.extend(compound);
        }
        let (mut written, mut spelt_out) = (Vec::new(), Vec::new());
        for (place, spelling) in spellings.iter().enumerate() {
            for acronym in self.begun_by_spelling.get(*spelling as usize).into_iter().flatten() {
                if spellings[place..].starts_with(&self.acronyms[*acronym].parts) {
                    written.push(*acronym);
                }
            }
            for acronym in &self.openings[self.openings_of[found[place] as usize] as usize] {
                if self.begins(&found[place..], &self.acronyms[*acronym].expansion) {
                    spelt_out.push(*acronym);
                }
            }
        }
        for acronym in &written {
            found.extend(&self.acronyms[*acronym].meaning);
        }
        for acronym in spelt_out.iter().filter(|acronym| !written.contains(acronym)) {
            found.extend(&self.acronyms[*acronym].term);
        }
    }

    /// How many words were met.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// How a word is written.
    pub(super) fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    fn spelling(&mut self, written: &str) -> u32 {
        if let Some(number) = self.spellings.get(written) {
            return *number;
        }
        let number = short(self.folded.len());
        let folded = self.number(&fold(written));
        self.folded.push(folded);
        self.spellings.insert(written.into(), number);
        number
    }

    /// Two words as one, if they have letters.
    fn compound(&mut self, one: u32, other: u32) -> Option<u32> {
        if let Some(known) = self.compounds.get(&(one, other)) {
            return *known;
        }
        let (first, second) = (self.word(one), self.word(other));
        let are_letters = first.ends_with(char::is_alphabetic) && second.starts_with(char::is_alphabetic);
        let written = are_letters.then(|| format!("{first}{second}"));
        let number = written.map(|written| self.number(&written));
        self.compounds.insert((one, other), number);
        number
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = short(self.words.len());
        let written: Arc<str> = word.into();
        self.words.push(Arc::clone(&written));
        self.numbers.insert(written, number);
        let opened = self.acronyms.iter().enumerate();
        let opened = opened.filter(|(_, acronym)| match acronym.expansion.as_slice() {
            [] => false,
            [only] => word.starts_with(only.as_str()),
            [first, ..] => word == first,
        });
        let opened: Vec<usize> = opened.map(|(place, _)| place).collect();
        if opened.is_empty() {
            self.openings_of.push(0);
        } else {
            self.openings_of.push(short(self.openings.len()));
            self.openings.push(opened);
        }
        number
    }

    /// Whether a text begins with the expansion; its last word may be a prefix: `records` has `record`.
    fn begins(&self, text: &[u32], expansion: &[String]) -> bool {
        let Some((last, before)) = expansion.split_last() else {
            return false;
        };
        expansion.len() <= text.len()
            && before
                .iter()
                .zip(text)
                .all(|(expected, word)| self.word(*word) == expected)
            && self.word(text[before.len()]).starts_with(last.as_str())
    }
}
