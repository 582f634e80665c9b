//! The string literals of a Rust file, and which of them read as words.

/// A string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal<'a> {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// What stands between its quotes, escapes as they are written.
    pub text: &'a str,
    /// The code on the same line before it.
    pub before: &'a str,
}

/// Every string literal outside comments and before `#[cfg(test)]`.
pub fn literals(file: &str) -> Vec<Literal<'_>> {
    let code = file.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let bytes = code.as_bytes();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        place += match byte {
            b'/' if code[place..].starts_with("//") => code[place..].find('\n').unwrap_or(code.len() - place),
            b'\'' => character(&bytes[place..]),
            b'"' => {
                let length = string(code, place);
                let line_start = code[..place].rfind('\n').map_or(0, |end| end + 1);
                found.push(Literal {
                    line: code[..place].matches('\n').count() + 1,
                    text: &code[place + 1..place + length - 1],
                    before: code[line_start..place].trim(),
                });
                // The hashes behind a raw string are code like any other.
                length
            }
            _ => 1,
        };
    }
    found
}

/// The length of the string that begins there, quotes included.
fn string(code: &str, start: usize) -> usize {
    let hashes = code[..start].len() - code[..start].trim_end_matches('#').len();
    let is_raw = code[..start - hashes].ends_with('r');
    if is_raw {
        let end = format!("\"{}", "#".repeat(hashes));
        return code[start + 1..].find(&end).expect("the end of a raw string") + 2;
    }
    let mut is_escaped = false;
    let end = code[start + 1..].find(|character| {
        let ends = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        ends
    });
    end.expect("the end of a string") + 2
}

/// The length of the character that begins there, or 1 for a lifetime.
fn character(rest: &[u8]) -> usize {
    let is_escape = rest.get(1) == Some(&b'\\');
    let end = rest
        .iter()
        .skip(2 + usize::from(is_escape))
        .position(|byte| *byte == b'\'');
    // A character has at most four bytes, an escape at most eight: `\u{2028}`.
    match end {
        Some(end) if is_escape && end <= 8 => end + 4,
        Some(end) if !is_escape && (end == 0 || (end <= 3 && !rest[1].is_ascii())) => end + 3,
        _ => 1,
    }
}

/// Whether a text reads as words: it has a blank and a word of letters, or it is one capitalized word.
pub fn reads_as_words(text: &str) -> bool {
    let text = text.replace("\\n", " ");
    let is_word = |piece: &str| {
        let piece = piece.trim_matches(|character: char| ".,;:!?()“”…".contains(character));
        1 < piece.chars().count() && piece.chars().all(|one| one.is_alphabetic() || "’'-".contains(one))
    };
    let is_capitalized = |word: &str| {
        let mut characters = word.chars();
        characters.next().is_some_and(char::is_uppercase) && characters.next().is_some_and(char::is_lowercase)
    };
    if text.contains(' ') {
        text.split_whitespace().any(is_word)
    } else {
        is_word(&text) && is_capitalized(&text)
    }
}

#[test]
fn strings_are_found_and_comments_are_not() {
    let file = r##"
// "no"
fn call<'a>(quote: char) -> &'a str { // "no"
    quote == '"' || quote == '\'' || quote == '–';
    ("one \"two\"", r"three\", r#"four "five" "#, b"six")
}
#[cfg(test)]
mod tests { const TEXT: &str = "no"; }
"##;
    let found: Vec<(usize, &str)> = literals(file)
        .iter()
        .map(|literal| (literal.line, literal.text))
        .collect();
    let expected = [
        (5, r#"one \"two\""#),
        (5, r"three\"),
        (5, r#"four "five" "#),
        (5, "six"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_reads_as_words_is_told_from_keys() {
    for text in [
        "past due",
        "{amount} late",
        " or ",
        "Table",
        "Editor’s note",
        "Save…",
        "{count} more\\n",
    ] {
        assert!(reads_as_words(text), "{text}");
    }
    for text in [
        "late",
        "/table",
        "{} {value}",
        "as-of",
        "SVG",
        "II.31",
        "M{x} {y}h4",
        "U+{:04X}",
        "",
        " · ",
    ] {
        assert!(!reads_as_words(text), "{text}");
    }
}
