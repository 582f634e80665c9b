//! Zip files, read by their directory, each part unpacked piece by piece and never beyond a limit.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};
use rawzip::{CompressionMethod, ZipArchive};

use crate::sheet::read::Unreadable;
use crate::sheet::read::grid::Tally;

/// The most parts that a file may have.
const MOST_PARTS: usize = 10_000;

/// How much is unpacked at a time, in bytes.
const PIECE: usize = 1 << 15;

/// The most that one tag or text of a part may have, in bytes.
const LONGEST: usize = 1 << 24;

/// The parts of a zip file.
#[derive(Clone)]
pub(in crate::sheet) struct Parts {
    file: Rc<Vec<u8>>,
    all: Rc<[Part]>,
    /// How much may still be unpacked, in bytes.
    left: Rc<Cell<u64>>,
}

/// One of them.
#[derive(Clone, Debug)]
pub(in crate::sheet) struct Part {
    /// Its path.
    pub(in crate::sheet) name: String,
    place: (usize, usize),
    is_packed: bool,
}

impl Part {
    /// Its size in the file, in bytes.
    pub(in crate::sheet) fn size(&self) -> usize {
        self.place.1 - self.place.0
    }
}

impl Parts {
    /// The parts of that file, of which so many bytes may be unpacked.
    pub(in crate::sheet) fn of(file: Rc<Vec<u8>>, unpacked: u64) -> Result<Self, Unreadable> {
        let broken = |error: rawzip::Error| Unreadable::Zip(error.to_string());
        let archive = ZipArchive::from_slice(file.as_slice()).map_err(broken)?;
        let mut entries = archive.entries();
        let mut parts = Vec::new();
        while let Some(entry) = entries.next_entry().map_err(broken)? {
            if entry.is_dir() {
                continue;
            }
            if entry.flags().is_encrypted() {
                return Err(Unreadable::Locked);
            }
            if parts.len() == MOST_PARTS {
                return Err(Unreadable::Parts(MOST_PARTS));
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/");
            let is_packed = match entry.compression_method() {
                CompressionMethod::DEFLATE => true,
                CompressionMethod::STORE => false,
                _ => return Err(Unreadable::Packing(name)),
            };
            let data = archive.get_entry(entry.wayfinder()).map_err(broken)?;
            let (start, end) = data.compressed_data_range();
            let place = usize::try_from(start).ok().zip(usize::try_from(end).ok());
            let place = place.filter(|(start, end)| start <= end && *end <= file.len());
            let place = place.ok_or_else(|| Unreadable::Zip(name.clone()))?;
            parts.push(Part {
                name: name.trim_start_matches('/').to_owned(),
                place,
                is_packed,
            });
        }
        Ok(Self {
            file,
            all: parts.into(),
            left: Rc::new(Cell::new(unpacked)),
        })
    }

    /// All of them, in the order of the directory.
    pub(in crate::sheet) fn all(&self) -> &[Part] {
        &self.all
    }

    /// The first with that path; capitals make no difference.
    pub(in crate::sheet) fn named(&self, name: &str) -> Option<&Part> {
        self.all.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// Unpacks a part.
    pub(in crate::sheet) fn open(&self, part: &Part) -> Unpacked {
        Unpacked {
            file: Rc::clone(&self.file),
            next: part.place.0,
            end: part.place.1,
            inflater: part.is_packed.then(|| InflateState::new_boxed(DataFormat::Raw)),
            piece: Vec::new(),
            read: 0,
            left: Rc::clone(&self.left),
            since_mark: 0,
        }
    }
}

/// A part that is unpacked while it is read.
pub(in crate::sheet) struct Unpacked {
    file: Rc<Vec<u8>>,
    /// The place of the next packed byte, and the end of the part.
    next: usize,
    end: usize,
    inflater: Option<Box<InflateState>>,
    piece: Vec<u8>,
    /// How much of the piece was read.
    read: usize,
    left: Rc<Cell<u64>>,
    since_mark: usize,
}

impl Unpacked {
    /// How many packed bytes are left.
    pub(in crate::sheet) fn left(&self) -> usize {
        self.end - self.next
    }

    /// All of it, which counts as text.
    pub(in crate::sheet) fn whole(mut self, tally: &mut Tally) -> Result<Vec<u8>, Unreadable> {
        let mut whole = Vec::new();
        loop {
            self.mark();
            let piece = self.fill_buf().map_err(|error| Unreadable::beneath(&error))?;
            if piece.is_empty() {
                return Ok(whole);
            }
            tally.take_text(piece.len())?;
            whole.extend_from_slice(piece);
            let length = piece.len();
            self.consume(length);
        }
    }

    /// Counts anew for the next tag or text, whose length is limited.
    pub(in crate::sheet) fn mark(&mut self) {
        self.since_mark = 0;
    }

    fn unpack(&mut self) -> io::Result<()> {
        self.piece.clear();
        self.read = 0;
        let packed = &self.file[self.next..self.end];
        let Some(inflater) = &mut self.inflater else {
            let piece = &packed[..packed.len().min(PIECE)];
            self.piece.extend_from_slice(piece);
            self.next += piece.len();
            return self.spend();
        };
        self.piece.resize(PIECE, 0);
        let result = inflate(inflater, packed, &mut self.piece, MZFlush::None);
        self.piece.truncate(result.bytes_written);
        self.next += result.bytes_consumed;
        match result.status {
            Ok(MZStatus::StreamEnd) => self.next = self.end,
            Ok(_) if !self.piece.is_empty() || 0 < result.bytes_consumed => {}
            // The data end before they are whole, or are none.
            Ok(_) | Err(_) => return Err(io::Error::other(Unreadable::Damaged)),
        }
        self.spend()
    }

    fn spend(&self) -> io::Result<()> {
        let left = self.left.get().checked_sub(self.piece.len() as u64);
        self.left.set(left.ok_or_else(|| io::Error::other(Unreadable::Bomb))?);
        Ok(())
    }
}

impl BufRead for Unpacked {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // A piece may be empty before the part ends.
        while self.read == self.piece.len() && self.next < self.end {
            self.unpack()?;
        }
        if LONGEST < self.since_mark {
            return Err(io::Error::other(Unreadable::Long));
        }
        Ok(&self.piece[self.read..])
    }

    fn consume(&mut self, amount: usize) {
        self.read += amount;
        self.since_mark += amount;
    }
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = self.fill_buf()?;
        let length = piece.len().min(buffer.len());
        buffer[..length].copy_from_slice(&piece[..length]);
        self.consume(length);
        Ok(length)
    }
}
