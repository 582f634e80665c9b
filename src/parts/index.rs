//! Which parts belong to a page: what the page says of them in its head.

use std::fmt;

/// The files of a dataset in parts, as a page names them: each by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The SHA-256 of the outline, by which it is named.
    pub outline: String,
    /// The same of the file with all blocks.
    pub records: String,
    /// The same of the words.
    pub words: String,
    /// The same of the file with all pieces of where they stand.
    pub standing: String,
}

impl Manifest {
    /// What [`Display`](fmt::Display) has written; nothing where there are no parts.
    pub fn read(written: &str) -> Option<Self> {
        let mut hashes = written.split(' ').map(str::to_owned);
        let is_hash = |hash: &String| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut next = || hashes.next().filter(is_hash);
        Some(Self {
            outline: next()?,
            records: next()?,
            words: next()?,
            standing: next()?,
        })
    }

    /// Where a part lies, beside the page.
    pub fn address(hash: &str) -> String {
        format!("parts/{hash}.bin")
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [outline, records] = [&self.outline, &self.records];
        write!(formatter, "{outline} {records} {} {}", self.words, self.standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_names_is_read_again() {
        let manifest = Manifest {
            outline: "a".repeat(64),
            records: "0".repeat(64),
            words: "1".repeat(64),
            standing: "f".repeat(64),
        };
        assert_eq!(Manifest::read(&manifest.to_string()), Some(manifest));
        for wrong in ["", "a b", "../../a ../../b"] {
            assert_eq!(Manifest::read(wrong), None, "{wrong}");
        }
    }
}
