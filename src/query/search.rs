//! Words: folded so that case and diacritics do not matter, found by prefix, and marked where they are shown.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::dataset::Term;

/// The folded words of a text, in its order: `Prüm's PNR` is `prum`, `s`, `pnr`.
pub fn words(text: &str) -> Vec<String> {
    raw_words(text).map(fold).collect()
}

fn raw_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !is_word_character(character))
        .filter(|word| !word.is_empty())
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Lower case, without diacritics; letters that only look composed are spelt out.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(fold_character).collect()
}

fn fold_character(character: char) -> impl Iterator<Item = char> {
    let plain = std::iter::once(character)
        .nfd()
        .filter(|part| !is_combining_mark(*part));
    plain.flat_map(char::to_lowercase).flat_map(|letter| {
        let spelt = match letter {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' | 'ð' => "d",
            'ı' => "i",
            _ => "",
        };
        let itself = spelt.is_empty().then_some(letter);
        itself.into_iter().chain(spelt.chars())
    })
}

/// The glossary as search sees it, worked out once for all measures.
pub(super) struct Acronyms {
    terms: Vec<Acronym>,
}

struct Acronym {
    /// As it is written: `IT` is not `it`.
    parts: Vec<String>,
    /// Folded.
    term: Vec<String>,
    /// Folded, with what explains it.
    meaning: Vec<String>,
    /// Folded; what stands in brackets explains the expansion and is no part of it.
    expansion: Vec<String>,
}

impl Acronyms {
    pub(super) fn new(glossary: &[Term]) -> Self {
        let acronym = |term: &Term| Acronym {
            parts: raw_words(&term.term).map(str::to_owned).collect(),
            term: words(&term.term),
            meaning: words(&term.meaning),
            expansion: words(term.meaning.split(" (").next().unwrap_or_default()),
        };
        Self {
            terms: glossary.iter().map(acronym).collect(),
        }
    }

    /// Every word by which something with that text can be found, sorted, each once.
    ///
    /// Acronyms work both ways: where the text has one, its expansion is added; where it has the expansion, the acronym.
    pub(super) fn words_of(&self, text: &str) -> Vec<String> {
        let raw: Vec<&str> = raw_words(text).collect();
        let folded: Vec<String> = raw.iter().copied().map(fold).collect();
        let known: HashSet<&str> = raw.iter().copied().chain(folded.iter().map(String::as_str)).collect();
        let mut found = folded.clone();
        for acronym in &self.terms {
            // A look at the first word spares nearly every comparison; a single one may be the beginning of a longer.
            let is_known = |words: &[String]| words.first().is_some_and(|word| known.contains(word.as_str()));
            let may_begin = acronym.expansion.len() == 1 || is_known(&acronym.expansion);
            if is_known(&acronym.parts) && stands_in(&raw, &acronym.parts) {
                found.extend_from_slice(&acronym.meaning);
            } else if may_begin && begins_in(&folded, &acronym.expansion) {
                found.extend_from_slice(&acronym.term);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Whether the words stand in the text one after the other, as they are written.
fn stands_in(text: &[&str], wanted: &[String]) -> bool {
    text.windows(wanted.len())
        .any(|window| window.iter().zip(wanted).all(|(one, other)| one == other))
}

/// The same for folded words, of which the last may go on: `records` has `record`.
fn begins_in(text: &[String], wanted: &[String]) -> bool {
    let Some((last, before)) = wanted.split_last() else {
        return false;
    };
    text.windows(wanted.len())
        .any(|window| window.starts_with(before) && window[before.len()].starts_with(last.as_str()))
}

/// Whether each of the wanted words begins one of the sorted words.
pub(super) fn has_all(sorted: &[String], wanted: &[String]) -> bool {
    wanted.iter().all(|prefix| {
        let place = sorted.partition_point(|word| word < prefix);
        sorted.get(place).is_some_and(|word| word.starts_with(prefix.as_str()))
    })
}

/// A piece of a text, and whether it is a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The piece, as it stands in the text.
    pub text: String,
    /// Whether it is the beginning of a word that was asked for.
    pub hit: bool,
}

/// Cuts a text into hits and the rest; joined again, the pieces are the text.
///
/// `wanted` are folded words, as [`words`] gives them.
pub fn highlight(text: &str, wanted: &[String]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut push = |piece: &str, hit: bool| match segments.last_mut() {
        _ if piece.is_empty() => {}
        Some(last) if last.hit == hit => last.text.push_str(piece),
        _ => segments.push(Segment {
            text: piece.to_owned(),
            hit,
        }),
    };
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(is_word_character).unwrap_or(rest.len());
        push(&rest[..start], false);
        rest = &rest[start..];
        let end = rest
            .find(|character: char| !is_word_character(character))
            .unwrap_or(rest.len());
        let cut = hit_length(&rest[..end], wanted);
        push(&rest[..cut], true);
        push(&rest[cut..end], false);
        rest = &rest[end..];
    }
    segments
}

/// How many bytes of a word the longest matching prefix covers.
fn hit_length(word: &str, wanted: &[String]) -> usize {
    let folded = fold(word);
    let Some(longest) = wanted
        .iter()
        .filter(|prefix| folded.starts_with(prefix.as_str()))
        .map(String::len)
        .max()
    else {
        return 0;
    };
    let mut covered = 0;
    for (start, character) in word.char_indices() {
        // A combining mark folds to nothing and belongs to the letter before it.
        if longest <= covered && !is_combining_mark(character) {
            return start;
        }
        covered += fold_character(character).map(char::len_utf8).sum::<usize>();
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_highlight(text: &str, typed: &str, expected: &str) {
        let segments = highlight(text, &words(typed));
        let drawn: String = segments
            .iter()
            .map(|part| {
                if part.hit {
                    format!("[{}]", part.text)
                } else {
                    part.text.clone()
                }
            })
            .collect();
        assert_eq!(drawn, expected);
    }

    #[test]
    fn diacritics_and_case_do_not_matter() {
        assert_eq!(
            words("Prüm, PRÜM and Łódź–Straße"),
            ["prum", "prum", "and", "lodz", "strasse"]
        );
        check_highlight("Prüm decisions", "prum", "[Prüm] decisions");
        check_highlight("Pru\u{308}m.ng", "prüm", "[Pru\u{308}m].ng");
    }

    #[test]
    fn the_longest_prefix_is_marked_and_nothing_inside_a_word() {
        check_highlight("European Europol euro", "euro europ", "[Europ]ean [Europ]ol [euro]");
        check_highlight("interoperability", "opera", "interoperability");
        check_highlight("nothing asked", "", "nothing asked");
    }
}
