//! Plain text inside Markdown.

use crate::export::text::one_line;

/// A text on one line in which no character means anything to a reader of Markdown.
///
/// So a text can never begin a block of its own, as long as something of ours stands before it on its line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if MARKS.contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// What a reader of Markdown, with the usual additions (tables, strikethrough, footnotes, formulas), sees within a line.
const MARKS: &str = "\\`*_[]<>&|~#$^";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line_and_means_nothing() {
        assert_eq!(escaped("one\r\n\ttwo \u{0}three"), "one two three");
        assert_eq!(escaped("[a](b) *c* <d> &amp;"), "\\[a\\](b) \\*c\\* \\<d\\> \\&amp;");
        assert_eq!(escaped("5618/20, p. 79"), "5618/20, p. 79");
    }
}
