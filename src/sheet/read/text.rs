//! Bytes to text: UTF-8, UTF-16 and Windows-1252, with or without a byte order mark.

/// The characters of Windows-1252 that Latin-1 does not have, from 0x80 on; `\0` where there is none.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// How much of a text without a mark shows whether it is in UTF-16, in bytes.
const SHOWN: usize = 512;

/// The text of a file.
pub(in crate::sheet) fn decoded(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest.to_vec()),
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        // Every second byte of an English text in UTF-16 is 0.
        shown if is_empty_at(shown, 1) => utf_16(shown, u16::from_le_bytes),
        shown if is_empty_at(shown, 0) => utf_16(shown, u16::from_be_bytes),
        _ => utf_8(bytes),
    }
}

/// Whether most bytes at even or odd places are 0, and most others are not.
fn is_empty_at(bytes: &[u8], odd: usize) -> bool {
    let shown = &bytes[..bytes.len().min(SHOWN)];
    let empty = |odd: usize| shown.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = shown.len() / 2;
    4 <= shown.len() && half < 2 * empty(odd) && 2 * empty(1 - odd) < half
}

fn utf_8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| error.as_bytes().iter().map(|byte| windows(*byte)).collect())
}

fn windows(byte: u8) -> char {
    let special = byte
        .checked_sub(0x80)
        .and_then(|place| WINDOWS.get(usize::from(place)).copied());
    special
        .filter(|character| *character != '\0')
        .unwrap_or(char::from(byte))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Id;Name\r\n1;Prüm – “Š”";

    fn units(pair: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(pair).collect()
    }

    #[test]
    fn a_text_is_read_in_the_script_in_which_it_is_written() {
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], TEXT.as_bytes()),
            marked(&[0xff, 0xfe], &little),
            marked(&[0xfe, 0xff], &big),
            little,
            big,
            b"Id;Name\r\n1;Pr\xfcm \x96 \x93\x8a\x94".to_vec(),
        ] {
            assert_eq!(decoded(bytes), TEXT);
        }
        assert_eq!(decoded(Vec::new()), "");
        assert_eq!(decoded(vec![0x81]), "\u{81}");
    }
}
