//! What a dataset puts into the page, made in the same way by the build and by a page that shows other data; and a dataset taken out of a
//! page again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest, Sha256};

use crate::dataset::{Chunks, Dataset};
use crate::domain::vocabulary::Wording;
use crate::query::Index;
use crate::record::{Parts, document, first_screen, head};
use crate::view::Context;

/// The page reads so many bytes of the dataset before it looks at the clock: a few milliseconds of work.
const CHUNK: usize = 128 * 1024;

/// How tightly a page packs: the last step but one, because the last takes seconds more.
const LEVEL: u8 = 9;

/// The most bytes of a dataset that is unpacked.
const MOST: usize = 1 << 30;

/// Where a page says what its dataset is; in older pages too.
const BEGINS: &[u8] = b"<script type=\"text/plain\" id=\"dataset\">";

/// The parts of a page that are made of its dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatasetParts {
    /// The name of the page.
    pub name: String,
    /// What search engines and previews say of it.
    pub description: String,
    /// What the head says of the data.
    pub described: String,
    /// The first screen.
    pub first_screen: String,
    /// The readable record.
    pub record: String,
    /// The file, packed.
    pub packed: String,
    /// The SHA-256 of the file.
    pub checksum: String,
    /// Where the file can be cut.
    pub chunks: String,
}

impl DatasetParts {
    /// Those of a dataset and of the file that it was read from.
    pub fn new(file: &str, dataset: &Dataset) -> Self {
        let index = Index::new(dataset);
        let context = Context::new(dataset, &index, dataset.edition.status_date, &[]);
        Self {
            name: dataset.vocabulary.one(Wording::Name).to_owned(),
            description: dataset.vocabulary.description(&dataset.edition.title),
            described: head(&context, &[]),
            first_screen: first_screen(dataset, &index),
            record: document::html(dataset),
            packed: BASE64.encode(gzip(file.as_bytes())),
            checksum: checksum(file.as_bytes()),
            // A dataset that was read has a list of measures.
            chunks: Chunks::of(file, CHUNK)
                .map(|chunks| chunks.to_string())
                .unwrap_or_default(),
        }
    }

    /// The parts of a page of it, but for its program.
    pub fn parts(&self) -> Parts<'_> {
        Parts {
            name: &self.name,
            description: &self.description,
            described: &self.described,
            first_screen: &self.first_screen,
            record: &self.record,
            dataset: &self.packed,
            checksum: &self.checksum,
            chunks: &self.chunks,
            ..Parts::default()
        }
    }
}

/// The SHA-256 of those bytes, as `sha256sum` writes it.
pub fn checksum(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The bytes as a gzip file (RFC 1952), the same for the same bytes.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Deflate, with nothing said of name, time and system.
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    let mut file = HEAD.to_vec();
    file.extend(compress_to_vec(bytes, LEVEL));
    file.extend(rawzip::crc32(bytes).to_le_bytes());
    // The length, of which the format keeps the last 32 bits.
    file.extend(&bytes.len().to_le_bytes()[..4]);
    file
}

/// The dataset's file in a page that was built or saved; none in any other file.
pub fn dataset_in_page(page: &[u8]) -> Option<Vec<u8>> {
    const HEAD: usize = 10;
    const FOOT: usize = 8;
    let begins = page.windows(BEGINS.len()).position(|bytes| bytes == BEGINS)? + BEGINS.len();
    let length = page[begins..].iter().position(|byte| *byte == b'<')?;
    let text = page[begins..begins + length].trim_ascii();
    let Ok(packed) = BASE64.decode(text) else {
        // Data that were put in by hand need not be packed.
        return Some(text.to_vec());
    };
    let deflated = packed.get(HEAD..packed.len().checked_sub(FOOT)?)?;
    decompress_to_vec_with_limit(deflated, MOST).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_written_as_others_write_it() {
        assert_eq!(
            checksum(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn what_was_packed_is_in_the_page() {
        let file = "{\"measures\":[]}".repeat(1000);
        let packed = BASE64.encode(gzip(file.as_bytes()));
        let page = format!("<html><script type=\"text/plain\" id=\"dataset\">{packed}</script>");
        assert_eq!(dataset_in_page(page.as_bytes()), Some(file.into_bytes()));
        assert_eq!(dataset_in_page(b"<html>"), None);
        let by_hand = "<script type=\"text/plain\" id=\"dataset\">\n{}\n</script>";
        assert_eq!(dataset_in_page(by_hand.as_bytes()), Some(b"{}".to_vec()));
    }
}
