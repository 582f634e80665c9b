//! Zip files, written piece by piece, with the same bytes for the same content.

use std::io::Write;

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, Crc32, DataDescriptorOutput, Error, ZipArchiveWriter};

/// The time of every file in it, the first that the format can say: none of ours depends on when it was made.
const TIME: Option<UtcDateTime> = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0);

/// A zip file that is being written.
pub(super) struct ZipWriter {
    archive: ZipArchiveWriter<Vec<u8>>,
    name: String,
    packer: Box<CompressorOxide>,
    packed: Vec<u8>,
    checksum: Crc32,
    length: u64,
}

impl ZipWriter {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            archive: ZipArchiveWriter::new(Vec::new()),
            name: String::new(),
            packer: Box::new(packer()),
            packed: Vec::new(),
            checksum: Crc32::new(),
            length: 0,
        }
    }

    /// Begins the next file.
    pub(super) fn begin(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    /// Adds to the file that was begun.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.checksum.update(bytes);
        self.length += bytes.len() as u64;
        self.pack(bytes, TDEFLFlush::None);
    }

    /// Ends the file that was begun.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.pack(&[], TDEFLFlush::Finish);
        let mut file = self
            .archive
            .new_file(self.name.as_str())
            .compression_method(CompressionMethod::DEFLATE);
        if let Some(time) = TIME {
            file = file.last_modified(time);
        }
        let (mut entry, _) = file.start()?;
        entry.write_all(&self.packed)?;
        entry.finish(DataDescriptorOutput::new(self.checksum.checksum(), self.length))?;
        *self.packer = packer();
        self.packed.clear();
        self.checksum = Crc32::new();
        self.length = 0;
        Ok(())
    }

    /// The whole file.
    pub(super) fn finish(self) -> Result<Vec<u8>, Error> {
        self.archive.finish()
    }

    fn pack(&mut self, bytes: &[u8], flush: TDEFLFlush) {
        let packed = &mut self.packed;
        compress_to_output(&mut self.packer, bytes, flush, |piece| {
            packed.extend_from_slice(piece);
            true
        });
    }
}

fn packer() -> CompressorOxide {
    CompressorOxide::with_format_and_level(DataFormat::Raw, CompressionLevel::DefaultLevel)
}
