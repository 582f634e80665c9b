//! Words: folded so that case and diacritics do not matter, found by prefix, and highlighted.

use crate::index::letters::{fold_letter, is_mark};

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
    /// Whether it matches the beginning of a searched word.
    pub hit: bool,
}

/// Cuts a text into hits and the rest; joined again, the pieces are the text.
///
/// `prefixes` are folded words, as [`words`] gives them.
pub fn highlight(text: &str, prefixes: &[String]) -> Vec<Segment> {
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
        let cut = hit_length(&rest[..end], prefixes);
        push(&rest[..cut], true);
        push(&rest[cut..end], false);
        rest = &rest[end..];
    }
    segments
}

/// Whether a word begins with a folded one. Most words are ASCII, and need no folded copy for that.
pub(crate) fn begins(word: &str, prefix: &str) -> bool {
    if word.is_ascii() {
        let beginning = word.as_bytes().get(..prefix.len());
        return beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix.as_bytes()));
    }
    fold(word).starts_with(prefix)
}

/// How many bytes of a word the longest matching prefix covers.
fn hit_length(word: &str, prefixes: &[String]) -> usize {
    let fitting = prefixes.iter().filter(|prefix| begins(word, prefix));
    let Some(longest) = fitting.map(String::len).max() else {
        return 0;
    };
    let mut covered = String::with_capacity(word.len());
    for (start, character) in word.char_indices() {
        // A combining mark folds to nothing and belongs to the letter before it.
        if longest <= covered.len() && !is_mark(character) {
            return start;
        }
        fold_character(character, &mut covered);
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
