//! Words: folded so that case and diacritics do not matter, and hits in texts.

use std::ops::Range;

use crate::index::letters::{fold_letter, is_mark};
use crate::index::terms::{SearchTerm, hits};

/// The folded words of a text, in its order.
///
/// ```
/// use iss_followup::query::words;
///
/// assert_eq!(words("Prüm's PNR"), ["prum", "s", "pnr"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    raw_words(text).map(fold).filter(|word| !word.is_empty()).collect()
}

/// The words of a text as they are written, in its order.
pub(crate) fn raw_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !is_word_character(character))
        .filter(|word| !word.is_empty())
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// A hyphen.
    Hyphen,
    /// Blanks or other signs.
    Gap,
    /// The beginning of the text or of a line.
    Line,
}

/// The places of the words of a text, and what joins each to the one before it.
pub(super) fn joined_words(text: &str) -> impl Iterator<Item = (Joint, Range<usize>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &text[from..];
        let start = from + rest.find(is_word_character)?;
        let joint = match &text[from..start] {
            _ if from == 0 => Joint::Line,
            "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "\u{2015}" | "\u{2212}"
            | "\u{fe63}" | "\u{ff0d}" => Joint::Hyphen,
            between if between.contains('\n') => Joint::Line,
            _ => Joint::Gap,
        };
        let length = text[start..].find(|character| !is_word_character(character));
        from = length.map_or(text.len(), |length| start + length);
        Some((joint, start..from))
    })
}

fn is_word_character(character: char) -> bool {
    // No mark is ASCII: this spares the look-up at every space.
    character.is_alphanumeric() || (!character.is_ascii() && is_mark(character))
}

/// Lower case, without diacritics; letters that only look composed are spelt out.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        fold_character(character, &mut folded);
    }
    folded
}

fn fold_character(character: char, folded: &mut String) {
    for letter in character.to_lowercase().filter(|letter| !is_mark(*letter)) {
        fold_letter(letter, folded);
    }
}

/// A piece of a text, and whether it is a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The piece of the text.
    pub text: String,
    /// Whether it is what is searched.
    pub hit: bool,
}

/// Cuts a text into hits and the rest; joined again, the pieces are the text.
pub fn highlight(text: &str, terms: &[SearchTerm]) -> Vec<Segment> {
    Hits::new(text, terms).within(0..text.len())
}

/// The hits of a text.
pub(crate) struct Hits<'t> {
    text: &'t str,
    hits: Vec<Range<usize>>,
}

impl<'t> Hits<'t> {
    pub(crate) fn new(text: &'t str, terms: &[SearchTerm]) -> Self {
        let hits = hits(text, terms);
        Self { text, hits }
    }

    /// Where the first one begins.
    pub(crate) fn first(&self) -> Option<usize> {
        self.hits.first().map(|hit| hit.start)
    }

    /// A part of the text, cut into hits and the rest.
    pub(crate) fn within(&self, part: Range<usize>) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut push = |range: Range<usize>, hit: bool| match segments.last_mut() {
            _ if range.is_empty() => {}
            Some(last) if last.hit == hit => last.text.push_str(&self.text[range]),
            _ => segments.push(Segment {
                text: self.text[range].to_owned(),
                hit,
            }),
        };
        let mut from = part.start;
        for hit in &self.hits {
            let (start, end) = (hit.start.clamp(from, part.end), hit.end.clamp(from, part.end));
            push(from..start, false);
            push(start..end, true);
            from = end;
        }
        push(from..part.end, false);
        segments
    }
}

/// How many bytes of a word that many bytes of its folded letters cover.
pub(super) fn covered(word: &str, letters: usize) -> usize {
    let mut folded = String::with_capacity(word.len());
    for (start, character) in word.char_indices() {
        // A combining mark folds to nothing and belongs to the letter before it.
        if letters <= folded.len() && !is_mark(character) {
            return start;
        }
        fold_character(character, &mut folded);
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(
            words("Prüm, PRÜM and Łódź–Straße"),
            ["prum", "prum", "and", "lodz", "strasse"]
        );
    }

    #[test]
    fn words_know_what_joins_them() {
        let joints = |text| joined_words(text).map(|(joint, _)| joint).collect::<Vec<_>>();
        let (line, gap, hyphen) = (Joint::Line, Joint::Gap, Joint::Hyphen);
        assert_eq!(joints("a b-c–d - e\nf"), [line, gap, hyphen, hyphen, gap, line]);
        assert_eq!(joints("- "), []);
    }
}
