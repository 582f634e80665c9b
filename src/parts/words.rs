//! The words by which measures are found, in parts: which there are in one file, where they stand in pieces of another.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::ops::Range;

use crate::parts::Unusable;
use crate::parts::packed::{MOST, Packed, number};

/// Where the pieces lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordPieces(Packed);

impl WordPieces {
    /// Reads the file of words: where the pieces lie, and the table that an index reads.
    pub fn open(file: &[u8]) -> Option<(Self, Vec<u8>)> {
        let mut rest = file;
        let count = number(&mut rest)?;
        let pieces = Packed::read(&mut rest, count)?;
        Some((Self(pieces), decompress_to_vec_with_limit(rest, MOST).ok()?))
    }

    /// Where pieces that follow one another lie in the file of all pieces.
    pub fn bytes_of(&self, pieces: Range<usize>) -> Option<Range<usize>> {
        self.0.bytes_of(pieces)
    }

    /// A piece as an index takes it.
    ///
    /// # Errors
    /// [`Unusable::Changed`] where this is not the piece that the page expects.
    pub fn unpacked(&self, piece: usize, bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
        self.0.unpacked(piece, bytes)
    }
}

/// The words of an index as files: the one that is read at once, and that of the pieces.
#[cfg(not(target_arch = "wasm32"))]
pub fn split_words(index: &crate::query::Index) -> [Vec<u8>; 2] {
    use miniz_oxide::deflate::compress_to_vec;

    use crate::parts::packed::{LEVEL, write_number};

    let (table, pieces) = index.words_in_pieces();
    let (mut file, mut packed) = (Vec::new(), Vec::new());
    write_number(pieces.len(), &mut file);
    for piece in pieces {
        Packed::write(&piece, &mut file, &mut packed);
    }
    file.extend(compress_to_vec(&table, LEVEL));
    [file, packed]
}
