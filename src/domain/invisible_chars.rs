//! Invisible characters that change the text around them, such as those that reverse its direction; and characters that look like
//! others.

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

/// The same text with every dash as a hyphen, every slash as `/`, every blank as one space, and without characters that have no
/// width.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match character {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '‐'..='―' | '⁻' | '−' | '﹘' | '﹣' | '-' => plain.push('-'),
            '⁄' | '∕' | '/' => plain.push('/'),
            blank if blank.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            other => plain.push(other),
        }
    }
    plain
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

    #[test]
    fn what_looks_alike_is_alike() {
        assert_eq!(plain(" ISS–31\u{a0}\u{2009}REV\u{ad} 1 "), "ISS-31 REV 1");
        assert_eq!(plain("9727⁄19\u{200b}"), "9727/19");
    }
}
