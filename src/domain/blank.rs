//! What stands in place of a text that is not there yet: a sign that says of which measure it is, wherever it is written.

use std::collections::BTreeSet;

/// A text that was left out, as it is written. No text holds it: it is a character for private use.
pub const BLANK: &str = "\u{e000}";

/// The digits of a place, in characters for private use.
const FIRST_DIGIT: u32 = 0xe100;
const DIGITS: u32 = 4096;

/// Whether a text is one that is not there yet.
pub fn is_blank(text: &str) -> bool {
    text.starts_with(BLANK)
}

/// What stands for a text of the measure at that place.
pub fn blank_of(place: usize) -> String {
    let place = u32::try_from(place).unwrap_or_default();
    let digit = |value: u32| char::from_u32(FIRST_DIGIT + value % DIGITS).unwrap_or_default();
    [BLANK.to_owned(), digit(place / DIGITS).into(), digit(place).into()].concat()
}

/// The text with dots for what is not there yet, and the places of the measures whose texts are missing; nothing where none is.
pub fn blanks_in(text: &str) -> Option<(String, BTreeSet<usize>)> {
    let mut parts = text.split(BLANK);
    let mut shown = parts.next()?.to_owned();
    let mut places = BTreeSet::new();
    for part in parts {
        let mut characters = part.chars();
        let mut digit = || {
            let value = u32::from(characters.next()?).checked_sub(FIRST_DIGIT)?;
            (value < DIGITS).then_some(value)
        };
        let place = digit().zip(digit()).map(|(high, low)| high * DIGITS + low);
        places.extend(place.and_then(|place| usize::try_from(place).ok()));
        shown.push('…');
        shown.push_str(if place.is_some() { characters.as_str() } else { part });
    }
    (!places.is_empty()).then_some((shown, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_says_whose_it_is() {
        let text = format!("<p>{}</p><p>{}{}</p>", blank_of(7), blank_of(100_000), blank_of(7));
        let (shown, places) = blanks_in(&text).unwrap();
        assert_eq!(shown, "<p>…</p><p>……</p>");
        assert_eq!(places.into_iter().collect::<Vec<_>>(), [7, 100_000]);
        assert_eq!(blanks_in("<p>…</p>"), None);
    }
}
