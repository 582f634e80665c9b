//! Texts that must stay on one line.

use crate::domain::unseen::is_unseen;

/// The text on one line: every run of white space, line ends among them, becomes one space.
///
/// A control character is no text, and what turns the direction of letters would turn all that stands after it as well: both
/// are left out.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let mut line = String::with_capacity(text.len());
    for word in words {
        let mut seen = word.chars().filter(|character| !is_unseen(*character)).peekable();
        if seen.peek().is_some() && !line.is_empty() {
            line.push(' ');
        }
        line.extend(seen);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line_and_turns_nothing() {
        assert_eq!(one_line("one\r\n\ttwo \u{0}three"), "one two three");
        assert_eq!(one_line(" \u{202e}one \u{2067} two\u{2028}"), "one two");
        assert_eq!(one_line("\u{85}"), "");
    }
}
