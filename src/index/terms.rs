//! What the reader typed, as terms of which each must be found: words, phrases in quotation marks, compounds and acronyms.

use std::ops::Range;

use crate::dataset::Term;
use crate::index::quotes::{is_apostrophe, next_phrase};
use crate::index::search::{Joint, fold, joined_words, raw_words};

/// The fewest letters of each part of a compound that may be written apart: `counter terrorism`.
pub(super) const LONG_PART: usize = 4;

/// The most letters of a term that are read.
const LONGEST: usize = 200;

/// Something that must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// What is found and marked, in one of these ways.
    pub(super) patterns: Vec<Pattern>,
    /// For an acronym the words of its expansion: a text that has its letters but is not found by these has another word.
    pub(super) expansion: Option<Vec<String>>,
    /// Whether it is a single word that was not put in quotation marks, so that the next may belong to it.
    pub(super) is_word: bool,
}

/// Letters in one word, or in several that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The folded words, without the gaps between them.
    pub(super) letters: String,
    /// Where they may be written apart.
    pub(super) gaps: Gaps,
    /// Whether the last word may go on.
    pub(super) is_open: bool,
    /// The words as they must be written; none where case and diacritics do not matter.
    pub(super) written: Option<Vec<String>>,
}

/// Where a pattern may be written as several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gaps {
    /// Anywhere, as a phrase.
    Anywhere,
    /// At a hyphen, or between two long parts.
    Compound,
}

/// How a word of a text fits the rest of a pattern.
enum Fit {
    /// It ends with it, after that many bytes of the word.
    Ends(usize),
    /// It goes on in the next word, after that many letters of the pattern.
    GoesOn(usize),
    Not,
}

/// Reads what was typed. An acronym that is written as in the glossary is meant as that acronym.
pub fn terms(text: &str, glossary: &[Term]) -> Vec<SearchTerm> {
    let mut terms = Vec::new();
    let mut rest = text;
    while let Some((before, phrase, is_closed, after)) = next_phrase(rest) {
        add_words(before, glossary, &mut terms);
        let words: Vec<String> = raw_words(phrase).map(fold).collect();
        terms.extend(SearchTerm::of(words.concat(), Gaps::Anywhere, !is_closed, false));
        rest = after;
    }
    add_words(rest, glossary, &mut terms);
    terms
}

impl SearchTerm {
    fn of(letters: String, gaps: Gaps, is_open: bool, is_word: bool) -> Option<Self> {
        let is_term = !letters.is_empty() && letters.len() <= LONGEST;
        is_term.then(|| Self {
            patterns: vec![Pattern {
                letters,
                gaps,
                is_open,
                written: None,
            }],
            expansion: None,
            is_word,
        })
    }

    fn of_acronym(term: &Term) -> Self {
        let written: Vec<String> = raw_words(&term.term).map(str::to_owned).collect();
        let expansion: Vec<String> = raw_words(term.expansion()).map(fold).collect();
        let letters = |words: &[String]| words.iter().map(|word| fold(word)).collect::<String>();
        let spelt_out = Pattern {
            letters: letters(&expansion),
            gaps: Gaps::Anywhere,
            is_open: true,
            written: None,
        };
        let acronym = Pattern {
            letters: letters(&written),
            gaps: Gaps::Anywhere,
            is_open: false,
            written: Some(written),
        };
        let patterns = [acronym, spelt_out].into_iter();
        Self {
            patterns: patterns.filter(|pattern| !pattern.letters.is_empty()).collect(),
            expansion: Some(expansion),
            is_word: false,
        }
    }

    /// Two words as one.
    pub(super) fn of_compound(compound: Pattern) -> Self {
        Self {
            patterns: vec![compound],
            expansion: None,
            is_word: false,
        }
    }

    /// The same, but no word may go on.
    #[must_use]
    pub(crate) fn whole(&self) -> Self {
        let mut whole = self.clone();
        for pattern in &mut whole.patterns {
            pattern.is_open = false;
        }
        whole
    }

    /// Both as one: `counter terrorism` is also written as one word.
    pub(super) fn joined(&self, next: &Self) -> Option<Pattern> {
        let ([one], [other]) = (self.patterns.as_slice(), next.patterns.as_slice()) else {
            return None;
        };
        let is_compound = self.is_word && next.is_word;
        let is_long = LONG_PART <= one.letters.len() && LONG_PART <= other.letters.len();
        (is_compound && is_long).then(|| Pattern {
            letters: format!("{}{}", one.letters, other.letters),
            gaps: Gaps::Compound,
            is_open: other.is_open,
            written: None,
        })
    }

    /// Where it stands in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let words: Vec<_> = joined_words(text).collect();
        (0..words.len()).any(|place| {
            self.patterns
                .iter()
                .any(|pattern| pattern.at(&words, place, text).is_some())
        })
    }
}

/// Where the terms stand in a text: ascending, and none in another.
pub(super) fn hits(text: &str, terms: &[SearchTerm]) -> Vec<Range<usize>> {
    if terms.is_empty() {
        return Vec::new();
    }
    let words: Vec<_> = joined_words(text).collect();
    let joined: Vec<Pattern> = terms.windows(2).filter_map(|pair| pair[0].joined(&pair[1])).collect();
    let patterns = || terms.iter().flat_map(|term| &term.patterns).chain(&joined);
    let mut hits: Vec<Range<usize>> = Vec::new();
    for (place, (_, word)) in words.iter().enumerate() {
        if hits.last().is_some_and(|last| word.start < last.end) {
            continue;
        }
        let ends = patterns().filter_map(|pattern| pattern.at(&words, place, text));
        hits.extend(ends.max().map(|end| word.start..end));
    }
    hits
}

impl Pattern {
    /// Where the pattern ends in a text if it begins with that word of it.
    fn at(&self, words: &[(Joint, Range<usize>)], first: usize, text: &str) -> Option<usize> {
        if let Some(written) = &self.written {
            return is_written(written, words.get(first..)?, text);
        }
        let mut rest = self.letters.as_str();
        let mut words = words.get(first..)?.iter().peekable();
        while let Some((_, range)) = words.next() {
            match fit(&text[range.clone()], rest, self.is_open) {
                Fit::Ends(length) => return Some(range.start + length),
                Fit::Not => return None,
                Fit::GoesOn(letters) => {
                    let before = self.letters.len() - rest.len() + letters;
                    let (joint, _) = words.peek()?;
                    if !self.has_gap(before, *joint) {
                        return None;
                    }
                    rest = &rest[letters..];
                }
            }
        }
        None
    }

    /// Whether it may be written apart behind that many letters, with such a gap.
    fn has_gap(&self, before: usize, joint: Joint) -> bool {
        match (self.gaps, joint) {
            (_, Joint::Line) => false,
            (Gaps::Anywhere, _) | (_, Joint::Hyphen) => true,
            (Gaps::Compound, Joint::Gap) => self.is_long_gap(before),
        }
    }

    /// Whether both parts are long.
    pub(super) fn is_long_gap(&self, before: usize) -> bool {
        LONG_PART <= before && LONG_PART + before <= self.letters.len()
    }
}

/// Where an acronym ends if a text begins with it; it may have an s of the plural.
fn is_written(written: &[String], words: &[(Joint, Range<usize>)], text: &str) -> Option<usize> {
    let (last, before) = written.split_last()?;
    let stands = |part: &String, place: usize| words.get(place).is_some_and(|(_, range)| text[range.clone()] == **part);
    let is_begun = before.iter().enumerate().all(|(place, part)| stands(part, place));
    let (_, range) = words.get(before.len()).filter(|_| is_begun)?;
    let rest = text[range.clone()].strip_prefix(last.as_str())?;
    (rest.is_empty() || rest == "s").then_some(range.end)
}

/// How a word fits the letters that are left. Most words are ASCII, and need no folded copy for that.
fn fit(word: &str, rest: &str, is_open: bool) -> Fit {
    let folded;
    let plain = if word.is_ascii() {
        word
    } else {
        folded = fold(word);
        &folded
    };
    let is_alike = |length: usize| {
        let (one, other) = (plain.as_bytes().get(..length), rest.as_bytes().get(..length));
        one.zip(other)
            .is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    match plain.len().cmp(&rest.len()) {
        std::cmp::Ordering::Less if is_alike(plain.len()) && !plain.is_empty() => Fit::GoesOn(plain.len()),
        std::cmp::Ordering::Equal if is_alike(plain.len()) => Fit::Ends(word.len()),
        std::cmp::Ordering::Greater if is_open && is_alike(rest.len()) => {
            Fit::Ends(crate::index::search::covered(word, rest.len()))
        }
        _ => Fit::Not,
    }
}

/// Adds the terms of a text without phrases.
fn add_words(text: &str, glossary: &[Term], terms: &mut Vec<SearchTerm>) {
    let words: Vec<(Joint, Range<usize>)> = joined_words(text).collect();
    let word = |place: usize| &text[words[place].1.clone()];
    let mut place = 0;
    while place < words.len() {
        // `Council’s` is found as `Council` is.
        if 0 < place && word(place) == "s" && is_apostrophe(&text[words[place - 1].1.end..words[place].1.start]) {
            place += 1;
            continue;
        }
        let length = |term: &Term| {
            let mut parts = raw_words(&term.term).zip(place..);
            let count = raw_words(&term.term).count();
            (place + count <= words.len() && parts.all(|(part, place)| part == word(place))).then_some(count)
        };
        let longest = glossary
            .iter()
            .filter_map(|term| Some((length(term)?, term)))
            .max_by_key(|(count, _)| *count);
        if let Some((count, term)) = longest.filter(|(count, _)| 0 < *count) {
            terms.push(SearchTerm::of_acronym(term));
            place += count;
            continue;
        }
        let is_letter = |place: usize| word(place).starts_with(char::is_alphabetic);
        let mut end = place + 1;
        while end < words.len() && words[end].0 == Joint::Hyphen && is_letter(end) && is_letter(place) {
            end += 1;
        }
        let letters: String = (place..end).map(|place| fold(word(place))).collect();
        let gaps = if place + 1 < end {
            Gaps::Anywhere
        } else {
            Gaps::Compound
        };
        terms.extend(SearchTerm::of(letters, gaps, true, true));
        place = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::highlight;

    fn glossary() -> Vec<Term> {
        [
            ("EU", "European Union"),
            ("PNR", "passenger name record"),
            ("PIU", "Passenger Information Unit"),
            ("IT", "Italy (in tables)"),
            ("SIS II", "Schengen Information System of the second generation"),
        ]
        .map(|(term, meaning)| Term {
            term: term.to_owned(),
            meaning: meaning.to_owned(),
        })
        .into()
    }

    #[track_caller]
    fn check(typed: &str, text: &str, expected: &str) {
        let segments = highlight(text, &terms(typed, &glossary()));
        let drawn = segments.iter().map(|part| {
            if part.hit {
                format!("[{}]", part.text)
            } else {
                part.text.clone()
            }
        });
        assert_eq!(drawn.collect::<String>(), expected, "{typed}");
    }

    #[test]
    fn diacritics_and_case_do_not_matter() {
        check("prum", "Prüm decisions", "[Prüm] decisions");
        check("prüm", "Pru\u{308}m.ng", "[Pru\u{308}m].ng");
    }

    #[test]
    fn the_longest_beginning_is_marked_and_nothing_inside_a_word() {
        check("euro europ", "European Europol euro", "[Europ]ean [Europ]ol [euro]");
        check("opera", "interoperability", "interoperability");
        check("", "nothing asked", "nothing asked");
        check("&", "nothing asked & found", "nothing asked & found");
    }

    #[test]
    fn an_acronym_is_meant_as_it_is_written() {
        check(
            "EU",
            "EU, Europe, EUs, eu, European Union",
            "[EU], Europe, [EUs], eu, [European Union]",
        );
        check("eu", "EU, Europe", "[EU], [Eu]rope");
        check("IT", "IT makes it", "[IT] makes it");
        check("PNR", "PNR, passenger name records", "[PNR], [passenger name record]s");
        check("SIS II", "SIS, SIS II and II", "SIS, [SIS II] and II");
    }

    #[test]
    fn a_phrase_is_found_as_a_whole() {
        for typed in [
            "\"border checks\"",
            "“border checks”",
            "„border checks“",
            "«border checks»",
            "'border checks'",
            "‘border checks’",
        ] {
            check(
                typed,
                "border checks, border, checks, border-checks",
                "[border checks], [border, checks], [border-checks]",
            );
        }
        check("\"border\"", "border borders", "[border] borders");
        check("\"border che", "border checks", "[border che]cks");
        check("\"border\" che", "border borders checks", "[border] borders [che]cks");
        check("Council's", "Council’s border", "[Council]’s border");
        check("\"\"", "border", "border");
    }

    #[test]
    fn a_compound_is_one_word_however_it_is_written() {
        let text = "counter-terrorism, counter terrorism, counterterrorism";
        for typed in [
            "counterterrorism",
            "counter-terrorism",
            "counter–terrorism",
            "counter terrorism",
        ] {
            check(
                typed,
                text,
                "[counter-terrorism], [counter terrorism], [counterterrorism]",
            );
        }
        check(
            "cooperation",
            "co-operation, co operation",
            "[co-operation], co operation",
        );
        check("notable", "not able", "not able");
    }
}
