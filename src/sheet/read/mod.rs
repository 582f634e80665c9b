//! A file of any of the forms in which people keep tables -> sheets of cells; read in steps, within limits.

pub(super) mod csv;
pub(super) mod date;
pub(super) mod grid;
mod recognize;
pub(super) mod text;
mod tidy;
pub(super) mod unzip;

pub use grid::Limits;
pub use recognize::{Found, FoundColumn, FoundSheet, Likeness, Recognizing};
pub use tidy::Misfit;

use std::collections::VecDeque;
use std::error::Error;
use std::fmt;
use std::io;
use std::rc::Rc;

use crate::sheet::xlsx::BookReading;
use crate::words::unreadable as words;
use csv::CsvReading;
use grid::{Grid, Tally};
use unzip::{Part, Parts};

/// Why a file cannot be read as tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has more bytes than this.
    File(usize),
    /// It has more cells with something in them than this.
    Cells(usize),
    /// Its texts have more bytes than this.
    Texts(usize),
    /// It has more parts than this.
    Parts(usize),
    /// It has more merged areas than this.
    Merged(usize),
    /// It holds much more than its size shows.
    Bomb,
    /// A tag or text has no end in sight.
    Long,
    /// It needs a password.
    Locked,
    /// It is a workbook of another form: the old one of Excel.
    OldExcel,
    /// It is a workbook of another form: that of `OpenDocument`.
    OpenDocument,
    /// A part is packed in a way that is not known.
    Packing(String),
    /// It is no whole zip file; what is wrong, in technical words.
    Zip(String),
    /// Its XML is wrong; how, in technical words.
    Xml(String),
    /// Its tags stand in each other more deeply than in any workbook.
    Deep,
    /// It declares types or names of its own in XML, which workbooks never do.
    Entity,
    /// It ends too early, or names what it does not have.
    Damaged,
    /// It has no sheet with cells.
    NoSheets,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MB: usize = 1 << 20;
        let words = match self {
            Self::File(bytes) => words::file(bytes / MB),
            Self::Cells(cells) => words::cells(*cells),
            Self::Texts(bytes) => words::texts(bytes / MB),
            Self::Parts(parts) => words::parts(*parts),
            Self::Merged(areas) => words::merged(*areas),
            Self::Packing(part) => words::packing(&shown(part)),
            Self::Zip(reason) => words::zip(&shown(reason)),
            Self::Xml(reason) => words::xml(&shown(reason)),
            Self::Bomb => words::BOMB.to_owned(),
            Self::Long => words::LONG.to_owned(),
            Self::Locked => words::LOCKED.to_owned(),
            Self::OldExcel => words::OLD_EXCEL.to_owned(),
            Self::OpenDocument => words::OPEN_DOCUMENT.to_owned(),
            Self::Deep => words::DEEP.to_owned(),
            Self::Entity => words::ENTITY.to_owned(),
            Self::Damaged => words::DAMAGED.to_owned(),
            Self::NoSheets => words::NO_SHEETS.to_owned(),
        };
        formatter.write_str(&words)
    }
}

impl Error for Unreadable {}

impl Unreadable {
    /// What was wrong beneath an error of reading bytes.
    pub(super) fn beneath(error: &io::Error) -> Self {
        let own = error.get_ref().and_then(|error| error.downcast_ref::<Self>());
        own.cloned().unwrap_or(Self::Damaged)
    }
}

/// What a foreign program or file says, short and without letters that hide others.
fn shown(text: &str) -> String {
    const LONGEST: usize = 120;
    crate::domain::invisible_chars::quoted(text, LONGEST)
}

/// A file that is read in steps. To give it up, drop it.
pub struct Reading {
    tally: Tally,
    grids: Vec<Grid>,
    stage: Stage,
    /// How much there was to read, in bytes, and how much of it is done.
    size: usize,
    done: usize,
}

enum Stage {
    Workbook(Box<BookReading>),
    /// The one that is read, and the CSV files of a zip that are left.
    Csv(Box<CsvReading>, VecDeque<Part>, Option<Parts>),
    Whole,
}

impl Reading {
    /// Begins to read a file: a workbook, a CSV file, or a zip of such files. Which it is shows in what it holds; its name only
    /// names the sheet of a CSV file.
    ///
    /// # Errors
    /// It is of another form, broken, or too large.
    pub fn new(name: &str, file: Vec<u8>, limits: Limits) -> Result<Self, Unreadable> {
        const ZIP: &[u8] = b"PK";
        const OLD_EXCEL: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
        if limits.file < file.len() {
            return Err(Unreadable::File(limits.file));
        }
        let mut tally = Tally::new(limits);
        let size = file.len();
        let stage = if file.starts_with(OLD_EXCEL) {
            return Err(Unreadable::OldExcel);
        } else if file.starts_with(ZIP) {
            Stage::of_parts(Parts::of(Rc::new(file), limits.unpacked)?, &mut tally)?
        } else {
            Stage::Csv(
                Box::new(CsvReading::new(stem(name), text::decoded(file))),
                VecDeque::new(),
                None,
            )
        };
        Ok(Self {
            tally,
            grids: Vec::new(),
            stage,
            size,
            done: 0,
        })
    }

    /// Reads on for about so many cells. How many bytes of how many are done.
    ///
    /// # Errors
    /// The file is broken, or too large.
    pub fn step(&mut self, cells: usize) -> Result<(usize, usize), Unreadable> {
        let left = match &mut self.stage {
            Stage::Workbook(book) => {
                // A cell has about this many tags around it.
                const TAGS: usize = 2;
                let is_last = book.step(TAGS * cells, &mut self.tally, &mut self.grids)?;
                let left = book.left();
                if is_last {
                    self.stage = Stage::Whole;
                }
                left
            }
            Stage::Csv(csv, rest, parts) => {
                // About as many cells stand in a row.
                const IN_ROW: usize = 16;
                let after: usize = rest.iter().map(Part::size).sum();
                let grid = csv.step(cells.div_ceil(IN_ROW), &mut self.tally)?;
                let left = csv.left() + after;
                if let Some(grid) = grid {
                    self.grids.push(grid);
                    match rest.pop_front().zip(parts.as_ref()) {
                        Some((part, parts)) => **csv = unpacked(&part, parts, &mut self.tally)?,
                        None => self.stage = Stage::Whole,
                    }
                }
                left
            }
            Stage::Whole => 0,
        };
        // What is left may grow: a part that is opened is larger than it was packed.
        let done = self.size.saturating_sub(left).min(self.size.saturating_sub(1));
        self.done = if matches!(self.stage, Stage::Whole) {
            self.size
        } else {
            self.done.max(done)
        };
        Ok((self.done, self.size))
    }

    /// Reads what is left, and begins to say what it is.
    ///
    /// # Errors
    /// As [`Reading::step`].
    pub fn recognizing(mut self) -> Result<Recognizing, Unreadable> {
        while !matches!(self.stage, Stage::Whole) {
            self.step(usize::MAX / 4)?;
        }
        Ok(Recognizing::of(self.grids))
    }

    /// Reads what is left, and says what it is.
    ///
    /// # Errors
    /// As [`Reading::step`].
    pub fn finish(self) -> Result<Found, Unreadable> {
        Ok(self.recognizing()?.finish())
    }
}

impl Stage {
    fn of_parts(parts: Parts, tally: &mut Tally) -> Result<Self, Unreadable> {
        if parts.named("[Content_Types].xml").is_some() || parts.named("xl/workbook.xml").is_some() {
            return Ok(Self::Workbook(Box::new(BookReading::new(parts)?)));
        }
        if parts.named("content.xml").is_some() {
            return Err(Unreadable::OpenDocument);
        }
        // Apple's archives hold a second file beside each.
        let is_table = |part: &&Part| {
            let ending = part.name.rsplit_once('.').map_or("", |(_, ending)| ending);
            ["csv", "tsv", "txt"]
                .iter()
                .any(|table| ending.eq_ignore_ascii_case(table))
                && !part.name.starts_with("__MACOSX/")
        };
        let mut rest: VecDeque<Part> = parts.all().iter().filter(is_table).cloned().collect();
        let first = rest.pop_front().ok_or(Unreadable::NoSheets)?;
        let first = unpacked(&first, &parts, tally)?;
        Ok(Self::Csv(Box::new(first), rest, Some(parts)))
    }
}

fn unpacked(part: &Part, parts: &Parts, tally: &mut Tally) -> Result<CsvReading, Unreadable> {
    let bytes = parts.open(part).whole(tally)?;
    Ok(CsvReading::new(stem(&part.name), text::decoded(bytes)))
}

/// The name of a file without its folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file is JSON, as a dataset is, and no table.
pub fn is_json(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    file.trim_ascii_start().starts_with(b"{")
}

/// The files of a zip that we made ourselves, each with its name, in their order.
///
/// # Errors
/// It is no zip file, or broken.
pub fn files_in_zip(zip: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, Unreadable> {
    let limits = Limits {
        texts: usize::MAX,
        unpacked: u64::MAX,
        ..Limits::default()
    };
    let mut tally = Tally::new(limits);
    let parts = Parts::of(Rc::new(zip), limits.unpacked)?;
    let all = parts.all().iter();
    all.map(|part| Ok((part.name.clone(), parts.open(part).whole(&mut tally)?)))
        .collect()
}

/// Reads a file in one go.
///
/// # Errors
/// As [`Reading::new`] and [`Reading::step`].
pub fn read(name: &str, file: Vec<u8>) -> Result<Found, Unreadable> {
    Reading::new(name, file, Limits::default())?.finish()
}
