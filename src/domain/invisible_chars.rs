//! Invisible characters that change the text around them, such as those that reverse its direction.

/// Whether it is a control other than tab and line feed, embeds, overrides or isolates a writing direction (Unicode Standard
/// Annex 9), or is one of the two separators that only Unicode has.
///
/// Directional marks (U+200E, U+200F, U+061C) are allowed: names in Hebrew or Arabic need them, and they reverse nothing.
pub fn is_invisible(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => character.is_control(),
    }
}

/// A foreign text for a message: at most `longest` characters, invisible ones replaced by `�`.
pub fn quoted(text: &str, longest: usize) -> String {
    let mut characters = text.chars();
    let shown = |character| {
        if is_invisible(character) {
            char::REPLACEMENT_CHARACTER
        } else {
            character
        }
    };
    let mut quoted: String = characters.by_ref().take(longest).map(shown).collect();
    if characters.next().is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(quoted(text, 6), expected);
    }

    #[test]
    fn a_quoted_text_is_short_and_hides_nothing() {
        check("Europe", "Europe");
        check("European", "Europe…");
        check("a\u{202e}b\0", "a�b�");
        check("אב\u{200f}!", "אב\u{200f}!");
        check("", "");
    }
}
