//! Quotation marks of any kind around a phrase.

/// The text before a phrase, the phrase, whether it is closed, and the text behind it.
pub(super) fn next_phrase(text: &str) -> Option<(&str, &str, bool, &str)> {
    let is_boundary = |character: Option<char>| character.is_none_or(|character| !character.is_alphanumeric());
    let mut before = None;
    for (start, character) in text.char_indices() {
        let inside = &text[start + character.len_utf8()..];
        let previous = before.replace(character);
        if is_double_quote(character) {
            let Some(end) = inside.find(is_double_quote) else {
                return Some((&text[..start], inside, false, ""));
            };
            let behind = inside[end..].chars().next().map_or(0, char::len_utf8);
            return Some((&text[..start], &inside[..end], true, &inside[end + behind..]));
        }
        // An apostrophe is one too: only a pair around words are quotation marks.
        if is_single_quote(character) && is_boundary(previous) && !is_boundary(inside.chars().next()) {
            let ends = inside
                .char_indices()
                .filter(|(_, character)| is_single_quote(*character));
            let mut ends = ends.map(|(end, character)| (end, end + character.len_utf8()));
            if let Some((end, behind)) = ends.find(|(_, behind)| is_boundary(inside[*behind..].chars().next())) {
                return Some((&text[..start], &inside[..end], true, &inside[behind..]));
            }
        }
    }
    None
}

/// Whether that alone stands between a word and the one before it: `Council’s`.
pub(super) fn is_apostrophe(between: &str) -> bool {
    let mut characters = between.chars();
    characters.next().is_some_and(is_single_quote) && characters.next().is_none()
}

/// Whether a text begins and ends with quotation marks of its own.
pub(crate) fn is_quoted(text: &str) -> bool {
    text.starts_with(is_double_quote) && text.ends_with(is_double_quote)
}

fn is_double_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '＂'
    )
}

fn is_single_quote(character: char) -> bool {
    matches!(character, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str, bool, &str)>) {
        assert_eq!(next_phrase(text), expected, "{text}");
    }

    #[test]
    fn a_phrase_stands_between_quotation_marks() {
        check("a \"b c\" d", Some(("a ", "b c", true, " d")));
        check("“b c”", Some(("", "b c", true, "")));
        check("„b c“ „d“", Some(("", "b c", true, " „d“")));
        check("'b c' d", Some(("", "b c", true, " d")));
        check("\"b c", Some(("", "b c", false, "")));
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        check("Council's", None);
        check("the Member States’ checks", None);
        check("'90", None);
        check("‘it’s there’", Some(("", "it’s there", true, "")));
    }
}
