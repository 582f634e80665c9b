//! What happens to a link on its way through mail programs and word processors, undone.

use percent_encoding::percent_decode_str;

/// The longest fragment that is mended, in bytes.
const LONGEST: usize = 4096;

/// The fragment as it may have been before, each only once, the least changed first. Which of them was meant, the dataset tells.
pub(super) fn mended(fragment: &str) -> Vec<String> {
    if LONGEST < fragment.len() {
        return Vec::new();
    }
    let mut all = vec![fragment.to_owned()];
    for mend in [
        with_address_as_id,
        decoded,
        decoded,
        without_entities,
        without_soft_breaks,
        trimmed,
    ] {
        for place in 0..all.len() {
            let mended = mend(&all[place]);
            all.extend(mended.filter(|mended| !all.contains(mended)));
        }
    }
    all.split_off(1)
}

/// Words that were encoded once more than the rest, as they were: `pr%C3%BCm`.
pub(super) fn encoded_twice(text: &str) -> Option<String> {
    decoded(text).filter(|decoded| !decoded.contains('%'))
}

/// `/document/https://…?uri=CELEX:32019R0817`: the address of a document, pasted whole, names it.
fn with_address_as_id(fragment: &str) -> Option<String> {
    let (page, address) = fragment.trim_start_matches('/').split_once('/')?;
    let is_address = page.eq_ignore_ascii_case("document") && address.contains("://") && address.contains(['?', '&']);
    is_address.then(|| format!("/document/{}", address.replace('?', "%3F").replace('&', "%26")))
}

/// Decoded once more than usual.
fn decoded(text: &str) -> Option<String> {
    let decoded = percent_decode_str(text).decode_utf8().ok()?;
    (decoded != text).then(|| decoded.into_owned())
}

/// `&amp;` for `&`.
fn without_entities(fragment: &str) -> Option<String> {
    let entities = ["&amp;", "&#38;", "&#x26;", "&AMP;"];
    let replaced = |text: String, entity: &&str| text.replace(*entity, "&");
    let plain = entities.iter().fold(fragment.to_owned(), replaced);
    (plain != fragment).then_some(plain)
}

/// The `=3D` of quoted-printable text for `=`.
fn without_soft_breaks(fragment: &str) -> Option<String> {
    fragment.contains("=3D").then(|| fragment.replace("=3D", "="))
}

/// Without what belongs to the sentence around the link; a browser encodes some of it.
fn trimmed(fragment: &str) -> Option<String> {
    let mut rest = fragment.trim_end_matches(is_around);
    loop {
        let escapes = escapes_at_end(rest);
        if !decoded(escapes).is_some_and(|text| text.chars().all(is_around)) {
            break;
        }
        rest = rest[..rest.len() - escapes.len()].trim_end_matches(is_around);
    }
    (rest != fragment).then(|| rest.to_owned())
}

fn escapes_at_end(text: &str) -> &str {
    let groups = text.as_bytes().rchunks(3);
    let is_escape =
        |group: &&[u8]| matches!(group, [b'%', one, two] if one.is_ascii_hexdigit() && two.is_ascii_hexdigit());
    &text[text.len() - 3 * groups.take_while(is_escape).count()..]
}

/// Whether it ends a sentence or stands around an address in it.
fn is_around(character: char) -> bool {
    character.is_whitespace() || ".,;:!?)]}>*_'\"|\\’”»“›…\u{200b}\u{feff}".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, before: &str) {
        let mended = mended(fragment);
        assert!(mended.iter().any(|mended| mended == before), "{fragment}: {mended:?}");
    }

    #[test]
    fn what_mail_does_to_a_link_is_undone() {
        check("%2Ftable%3Fpresidency%3DHR", "/table?presidency=HR");
        check("%252Ftable%253Fpresidency%253DHR", "/table?presidency=HR");
        check(
            "/table?presidency=HR&amp;body=europol",
            "/table?presidency=HR&body=europol",
        );
        check("/table?presidency=3DHR", "/table?presidency=HR");
        check("%2Fmeasure%2F31.%29%E2%80%9D%20", "/measure/31");
        check("/measure/31%3E),", "/measure/31");
        check(
            "/document/https://eur-lex.europa.eu/?uri=CELEX:32019R0817&from=EN",
            "/document/https://eur-lex.europa.eu/%3Furi=CELEX:32019R0817%26from=EN",
        );
        assert_eq!(mended("/measure/31"), [""; 0]);
        assert_eq!(mended(&"%20".repeat(10_000)), [""; 0]);
    }

    #[test]
    fn words_are_decoded_again_only_where_that_leaves_no_escape() {
        assert_eq!(encoded_twice("pr%C3%BCm").as_deref(), Some("prüm"));
        assert_eq!(encoded_twice("100%"), None);
        assert_eq!(encoded_twice("100%25"), None);
    }
}
