//! Sentences of words that differ in how common they are.

use super::random::{Random, Ranks};

/// The words, the most common first. Only `j` is left to the beginning of words, so that what a benchmark types (see
/// [`super::TYPED`]) is contained in a text just when a word of it begins so.
const WORDS: &str = include_str!("words.txt");

/// What rare names are made of.
const SYLLABLES: [&str; 24] = [
    "al", "ba", "cor", "da", "el", "fin", "ga", "hel", "is", "ka", "lan", "mi", "nor", "os", "pa", "ro", "sil", "ta",
    "un", "va", "wen", "ber", "dor", "tem",
];

/// Writes texts.
pub(super) struct Writer {
    words: Vec<&'static str>,
    ranks: Ranks,
}

impl Writer {
    /// How the first words are evened out: the commonest is one in fifty.
    const SHIFT: usize = 12;

    /// How many words of a hundred are names that hardly anything else has.
    const RARE: usize = 3;

    pub(super) fn new() -> Self {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let ranks = Ranks::new(words.len(), Self::SHIFT);
        Self { words, ranks }
    }

    /// A word of the list, or a name.
    fn word(&self, random: &mut Random) -> String {
        if random.in_hundred(Self::RARE) {
            return Self::name(random);
        }
        let place = random.place(&self.ranks);
        self.words.get(place).copied().unwrap_or_default().to_owned()
    }

    /// A name such as an operation has.
    pub(super) fn name(random: &mut Random) -> String {
        let syllables: String = (0..3).map(|_| random.one_of(&SYLLABLES)).collect();
        capital(&syllables)
    }

    /// So many words, the first with a capital letter.
    pub(super) fn phrase(&self, random: &mut Random, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word(random)).collect();
        capital(&words.join(" "))
    }

    /// The same with a full stop.
    pub(super) fn sentence(&self, random: &mut Random, words: usize) -> String {
        self.phrase(random, words) + "."
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
