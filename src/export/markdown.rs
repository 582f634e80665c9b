//! Plain text inside Markdown.

/// A text on one line in which no character means anything to a reader of Markdown.
///
/// Every run of white space, line ends among them, becomes one space: so a text can never begin a block of its own, as long
/// as something of ours stands before it on its line.
pub(super) fn escaped(text: &str) -> String {
    // A control character is no text; it could only hide a mark from us.
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let mut escaped = String::with_capacity(text.len());
    for word in words.filter(|word| !word.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for character in word.chars() {
            if MARKS.contains(character) {
                escaped.push('\\');
            }
            escaped.push(character);
        }
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
