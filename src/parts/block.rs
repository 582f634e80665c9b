//! Blocks of measures, packed one by one behind one another, and the outline's file, which says where each begins.

use std::ops::Range;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::parts::outline::OutlineReader;
use crate::parts::packed::{MOST, Packed, number, take};
use crate::words::texts as words;

/// So many measures are fetched together.
const PER_BLOCK: usize = 32;
/// Why a part cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is not what the page expects: cut off, damaged, or of another edition.
    Changed,
    /// It is not there.
    Missing,
    /// Nothing answers.
    Unreachable,
    /// Nothing has come for too long.
    Slow,
}

impl Unusable {
    /// What a reader is told where texts are missing for it.
    pub fn sentence(self) -> &'static str {
        words::UNUSABLE[self as usize]
    }

    /// The same where the page cannot begin.
    pub fn sentence_at_first(self) -> &'static str {
        words::UNUSABLE_AT_FIRST[self as usize]
    }
}

/// The bytes, if they have that SHA-256.
///
/// # Errors
/// [`Unusable::Changed`] where they have another.
pub fn verified(bytes: Vec<u8>, sha256: &str) -> Result<Vec<u8>, Unusable> {
    let is_same = crate::record::checksum(&bytes) == sha256;
    is_same.then_some(bytes).ok_or(Unusable::Changed)
}

/// Where the blocks lie, and how to read them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    measures: usize,
    list: Packed,
    /// The dataset's file before and behind its measures.
    ends: [Vec<u8>; 2],
}

impl Blocks {
    /// Reads the outline's file: where the blocks lie, and the measures without their texts.
    pub fn open(file: &[u8]) -> Option<(Self, OutlineReader)> {
        let mut rest = file;
        let measures = number(&mut rest)?;
        let list = Packed::read(&mut rest, measures.div_ceil(PER_BLOCK))?;
        let mut end = || {
            let length = number(&mut rest)?;
            decompress_to_vec_with_limit(take(&mut rest, length)?, MOST).ok()
        };
        let ends = [end()?, end()?];
        let blocks = Self { measures, list, ends };
        Some((blocks, OutlineReader::new(rest.to_vec())))
    }

    /// How many measures there are.
    pub fn measures(&self) -> usize {
        self.measures
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The dataset without measures.
    pub fn rest(&self) -> Vec<u8> {
        self.ends.concat()
    }

    /// The block in which the measure at that place stands.
    pub fn block_of(measure: usize) -> usize {
        measure / PER_BLOCK
    }

    /// The places of the measures of a block.
    pub fn measures_of(&self, block: usize) -> Range<usize> {
        block * PER_BLOCK..self.measures.min((block + 1) * PER_BLOCK)
    }

    /// Where a block lies in the file of all blocks; several that follow one another lie in one piece.
    pub fn bytes_of(&self, blocks: Range<usize>) -> Option<Range<usize>> {
        self.list.bytes_of(blocks)
    }

    /// The measures of a block as the dataset's file has them, with the comma behind them where more follow.
    ///
    /// # Errors
    /// [`Unusable::Changed`] where this is not the block that the page expects.
    pub fn unpacked(&self, block: usize, bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
        self.list.unpacked(block, bytes)
    }

    /// The measures of an unpacked block as a JSON list.
    pub fn list(unpacked: &[u8]) -> Vec<u8> {
        let measures = unpacked.trim_ascii_end();
        let measures = measures.strip_suffix(b",").unwrap_or(measures);
        [b"[".as_slice(), measures, b"]"].concat()
    }

    /// The dataset's file, byte for byte, of all unpacked blocks in their order.
    pub fn whole(&self, unpacked: &[Vec<u8>]) -> Vec<u8> {
        [self.ends[0].clone(), unpacked.concat(), self.ends[1].clone()].concat()
    }
}

/// The files of a dataset in parts.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What is read at the start.
    pub outline: Vec<u8>,
    /// All blocks.
    pub records: Vec<u8>,
}

/// Cuts the file of a dataset into parts.
///
/// # Errors
/// When the file is no JSON, or has no list of measures.
#[cfg(not(target_arch = "wasm32"))]
pub fn split(file: &str) -> serde_json::Result<Split> {
    use miniz_oxide::deflate::compress_to_vec;

    use crate::parts::packed::{LEVEL, write_number};

    // As small as a number of bytes gets: each measure is a chunk.
    let each = crate::dataset::Chunks::of(file, 1)?.places().to_vec();
    let measures = each.iter().map(|place| serde_json::from_str(&file[place.clone()]));
    let measures: Vec<serde_json::Value> = measures.collect::<serde_json::Result<_>>()?;
    let (mut outline, mut records) = (Vec::new(), Vec::new());
    write_number(each.len(), &mut outline);
    let end = |last: usize| match each.get(last + 1) {
        Some(next) => next.start,
        None => each[last].end,
    };
    for block in each.chunks(PER_BLOCK).zip((PER_BLOCK - 1..).step_by(PER_BLOCK)) {
        let (block, last) = (block.0, block.1.min(each.len() - 1));
        let block = &file.as_bytes()[block[0].start..end(last)];
        Packed::write(block, &mut outline, &mut records);
    }
    let (first, last) = match (each.first(), each.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (file.len(), file.len()),
    };
    for end in [&file[..first], &file[last..]] {
        let packed = compress_to_vec(end.as_bytes(), LEVEL);
        write_number(packed.len(), &mut outline);
        outline.extend(packed);
    }
    outline.extend(super::outline(measures.iter()));
    Ok(Split { outline, records })
}
