//! Things packed one by one, behind one another in one file, each with its length and a hash in another.

use std::ops::Range;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest, Sha256};

use crate::parts::Unusable;

/// The most bytes that are unpacked from one part.
pub(super) const MOST: usize = 1 << 28;
/// How tightly they are packed.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const LEVEL: u8 = 9;
/// How much of the hash of each is kept: enough to notice whatever happens to it on its way.
const HASH: usize = 8;

/// Where each lies, and its hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Packed(Vec<(Range<usize>, [u8; HASH])>);

impl Packed {
    /// Reads where so many lie.
    pub(super) fn read(bytes: &mut &[u8], count: usize) -> Option<Self> {
        let mut list = Vec::new();
        let mut from = 0;
        for _ in 0..count {
            let to = from + number(bytes)?;
            list.push((from..to, take(bytes, HASH)?.try_into().ok()?));
            from = to;
        }
        Some(Self(list))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Where one lies; several that follow one another lie in one piece.
    pub(super) fn bytes_of(&self, run: Range<usize>) -> Option<Range<usize>> {
        let last = run.end.checked_sub(1)?;
        Some(self.0.get(run.start)?.0.start..self.0.get(last)?.0.end)
    }

    /// The one at that place, out of those bytes.
    pub(super) fn unpacked(&self, place: usize, bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
        let is_same = self.0.get(place).is_some_and(|(_, hash)| hash_of(bytes) == *hash);
        let unpacked = decompress_to_vec_with_limit(if is_same { bytes } else { &[] }, MOST);
        unpacked.map_err(|_| Unusable::Changed)
    }

    /// Packs one more behind those that are there.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(one: &[u8], list: &mut Vec<u8>, packed: &mut Vec<u8>) {
        let own = miniz_oxide::deflate::compress_to_vec(one, LEVEL);
        write_number(own.len(), list);
        list.extend(hash_of(&own));
        packed.extend(own);
    }
}

fn hash_of(bytes: &[u8]) -> [u8; HASH] {
    let mut hash = [0; HASH];
    hash.copy_from_slice(&Sha256::digest(bytes)[..HASH]);
    hash
}

/// The first of those bytes.
pub(super) fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

/// The number with which they begin.
pub(super) fn number(bytes: &mut &[u8]) -> Option<usize> {
    let number = u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?);
    usize::try_from(number).ok()
}

/// Writes what [`number`] reads.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_number(number: usize, bytes: &mut Vec<u8>) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}
