//! Sheets of cells -> the kinds and columns that they are, and the rows as records.

use std::vec;

use crate::domain::invisible_chars::plain;
use crate::domain::keyed::Keyed;
use crate::sheet::kind::Kind;
use crate::sheet::read::grid::{Grid, GridRow, Held};
use crate::sheet::read::tidy::{Misfit, Tidy};
use crate::sheet::{Row, Sheet, Workbook};
use crate::words::sheets as words;

/// How far down the heads are looked for: above them a table may have a title.
const FIRST_ROWS: usize = 20;

/// How far to the right they are looked for, and how long a name may be, in bytes.
const FIRST_CELLS: usize = 200;
const LONGEST_NAME: usize = 200;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The records, with tidy cells.
    pub workbook: Workbook,
    /// What each sheet of the workbook was in the file, in the same order.
    pub sheets: Vec<FoundSheet>,
    /// The names of the sheets that hold something else.
    pub ignored: Vec<String>,
    /// The cells that hold no value for their column, in the order of the file.
    pub misfits: Vec<Misfit>,
    /// How many cells were emptied because they only say that there is nothing, such as `n/a`.
    pub emptied: usize,
}

/// How a name was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It is the same.
    Same,
    /// It is the same but for capitals, spaces and signs, or it is the name in the format.
    Written,
    /// It is nearly the same; it may be meant.
    Close,
    /// It has another name; what it holds shows what it is.
    Other,
}

/// What a sheet was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSheet {
    /// How its name was known.
    pub likeness: Likeness,
    /// Whether it was hidden.
    pub is_hidden: bool,
    /// Whether cells were merged: what stands in the first of them counts for each row.
    pub is_merged: bool,
    /// The number of the row with its heads.
    pub heads: usize,
    /// Each column of its kind that was found, with its head in the file.
    pub columns: Vec<FoundColumn>,
    /// Columns that are none of its kind, by their heads. They are not read.
    pub extra: Vec<String>,
    /// The columns of its kind that it does not have.
    pub missing: Vec<usize>,
}

/// A column that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundColumn {
    /// Its place among the columns of its kind.
    pub column: usize,
    /// Its head in the file.
    pub head: String,
    /// How it was known.
    pub likeness: Likeness,
}

/// The heads of a table.
struct Heads {
    kind: Kind,
    /// The number of their row.
    row: usize,
    /// For each column of the kind, its place in the file and how it was known.
    places: Vec<Option<(usize, Likeness)>>,
}

/// Sheets that are being recognized, and their rows read. To give it up, drop it.
pub struct Recognizing {
    left: vec::IntoIter<Grid>,
    /// The rows that are left of the sheet that was found last.
    rows: vec::IntoIter<GridRow>,
    tidy: Tidy,
    found: Found,
    /// How many rows there were, and how many of them are done.
    of: usize,
    done: usize,
}

impl Recognizing {
    pub(super) fn of(grids: Vec<Grid>) -> Self {
        Self {
            of: grids.iter().map(|grid| grid.rows.len()).sum(),
            left: grids.into_iter(),
            rows: Vec::new().into_iter(),
            tidy: Tidy::new(),
            found: Found::default(),
            done: 0,
        }
    }

    /// Reads so many rows more, or begins with the next sheet; returns whether anything is left.
    pub fn step(&mut self, rows: usize) -> bool {
        let mut is_any = false;
        for row in self.rows.by_ref().take(rows) {
            self.found.add_row(&row, &mut self.tidy);
            self.done += 1;
            is_any = true;
        }
        if is_any {
            return true;
        }
        let Some(grid) = self.left.next() else {
            return false;
        };
        let rows = grid.rows.len();
        self.rows = self.found.recognize(grid).into_iter();
        self.done += rows - self.rows.len();
        true
    }

    /// How many rows are done, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.of)
    }

    /// Does what is left, and says what was found.
    pub fn finish(mut self) -> Found {
        while self.step(usize::MAX) {}
        self.found.emptied = self.tidy.emptied;
        self.found
    }
}

impl Found {
    /// Says what a sheet is, and gives its rows below the heads.
    fn recognize(&mut self, grid: Grid) -> Vec<GridRow> {
        if grid.rows.is_empty() || is_how_to(&grid.name) {
            return Vec::new();
        }
        let named = named(&grid.name);
        let heads = match named {
            Some((kind, _)) => Some(heads(&grid, kind)).filter(|heads| heads.places.iter().any(Option::is_some)),
            None => by_heads(&grid),
        };
        if let Some(heads) = heads {
            self.add(grid, heads, named.map_or(Likeness::Other, |(_, likeness)| likeness))
        } else {
            self.ignored.push(grid.name);
            Vec::new()
        }
    }

    fn add(&mut self, mut grid: Grid, heads: Heads, likeness: Likeness) -> Vec<GridRow> {
        let Heads {
            kind,
            row: head_row,
            places,
        } = heads;
        let seen = grid.rows.iter().find(|row| row.number == head_row);
        let text = |place: usize| {
            seen.and_then(|row| row.cell(place))
                .map_or("", Held::text)
                .trim()
                .to_owned()
        };
        let known: Vec<usize> = places.iter().flatten().map(|(place, _)| *place).collect();
        let all = seen.into_iter().flat_map(|row| &row.cells).map(|(place, _)| *place);
        let extra = all.filter(|place| !known.contains(place)).map(text).collect();
        let columns = places.iter().enumerate().filter_map(|(column, place)| {
            let (place, likeness) = (*place)?;
            Some(FoundColumn {
                column,
                head: text(place),
                likeness,
            })
        });
        let columns: Vec<FoundColumn> = columns.collect();
        let missing = places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.is_none())
            .map(|(column, _)| column);
        self.sheets.push(FoundSheet {
            likeness,
            is_hidden: grid.is_hidden,
            is_merged: grid.is_merged,
            heads: head_row,
            columns,
            extra,
            missing: missing.collect(),
        });
        self.workbook.sheets.push(Sheet {
            kind,
            name: grid.name,
            places: places.iter().map(|place| place.map(|(place, _)| place)).collect(),
            rows: Vec::new(),
        });
        grid.rows.retain(|row| head_row < row.number);
        grid.rows
    }

    /// Adds a row to the sheet that was found last, if it says anything.
    fn add_row(&mut self, row: &GridRow, tidy: &mut Tidy) {
        let Some(place) = self.workbook.sheets.len().checked_sub(1) else {
            return;
        };
        let sheet = &mut self.workbook.sheets[place];
        let before = self.misfits.len();
        let cells = sheet.places.iter().enumerate().map(|(column, in_file)| {
            let held = in_file.and_then(|in_file| row.cell(in_file));
            let (text, misfit) = tidy.cell(sheet.kind, column, held);
            self.misfits
                .extend(misfit.map(|wrong| Misfit::new(place, sheet.rows.len(), column, wrong)));
            text
        });
        let cells: Vec<String> = cells.collect();
        if before < self.misfits.len() || cells.iter().any(|cell| !cell.is_empty()) {
            sheet.rows.push(Row {
                number: row.number,
                cells,
            });
        }
    }
}

/// Whether the sheet only explains the others.
fn is_how_to(name: &str) -> bool {
    words::HOW_TO.iter().any(|own| folded(own) == folded(name))
}

/// The kind whose name a sheet has.
fn named(name: &str) -> Option<(Kind, Likeness)> {
    let best = Kind::ALL
        .iter()
        .filter_map(|kind| Some((*kind, likeness(name, &[kind.name(), kind.key()])?)));
    best.min_by_key(|(_, likeness)| *likeness)
}

/// The kind whose heads a sheet has, if most of them are there and no other kind has as many.
fn by_heads(grid: &Grid) -> Option<Heads> {
    /// In percent.
    const MOST: usize = 60;
    let share = |heads: &Heads| {
        let found = heads.places.iter().flatten().count();
        100 * found / heads.places.len()
    };
    let mut all: Vec<Heads> = Kind::ALL.iter().map(|kind| heads(grid, *kind)).collect();
    crate::domain::sort::by_key(&mut all, |heads| std::cmp::Reverse(share(heads)));
    let next = all.get(1).map_or(0, share);
    let first = all.into_iter().next()?;
    (MOST <= share(&first) && next < share(&first)).then_some(first)
}

/// The row with the most heads of that kind among the first ones.
fn heads(grid: &Grid, kind: Kind) -> Heads {
    let rows = grid.rows.iter().take(FIRST_ROWS);
    let all = rows.map(|row| Heads {
        kind,
        row: row.number,
        places: places(row, kind),
    });
    let none = Heads {
        kind,
        row: 0,
        places: vec![None; kind.heads().len()],
    };
    // Of several the first.
    all.fold(none, |best, heads| {
        let count = |heads: &Heads| heads.places.iter().flatten().count();
        if count(&best) < count(&heads) { heads } else { best }
    })
}

/// Where that row has each head of a kind: first those that are the same, then those that are nearly so, each column once.
fn places(row: &GridRow, kind: Kind) -> Vec<Option<(usize, Likeness)>> {
    let table = kind.table();
    let mut places = vec![None; table.columns.len()];
    let mut taken = Vec::new();
    for wanted in [Likeness::Same, Likeness::Written, Likeness::Close] {
        for (column, (path, _)) in table.columns.iter().enumerate() {
            if places[column].is_some() {
                continue;
            }
            let names = [table.heads[column], path];
            let names = if path.is_empty() { &names[..1] } else { &names[..] };
            let is_it = |(place, held): &&(usize, Held)| {
                !taken.contains(place) && likeness(held.text(), names).is_some_and(|likeness| likeness == wanted)
            };
            if let Some((place, _)) = row.cells.iter().take(FIRST_CELLS).find(is_it) {
                places[column] = Some((*place, wanted));
                taken.push(*place);
            }
        }
    }
    places
}

/// How a name is like one of those that are known, the first of which is ours.
fn likeness(name: &str, known: &[&str]) -> Option<Likeness> {
    if known.first() == Some(&name.trim()) {
        return Some(Likeness::Same);
    }
    if LONGEST_NAME < name.len() {
        return None;
    }
    let name = folded(name);
    if name.is_empty() {
        return None;
    }
    if known.iter().any(|known| folded(known) == name) {
        return Some(Likeness::Written);
    }
    known
        .first()
        .filter(|known| is_close(&name, &folded(known)))
        .map(|_| Likeness::Close)
}

/// The letters and digits of a name, in lower case.
fn folded(name: &str) -> String {
    plain(name)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a slip of the finger or two lie between the names, few for their length.
fn is_close(one: &str, other: &str) -> bool {
    const LONGEST: usize = 60;
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let allowed = other.len() / 5;
    if LONGEST < one.len() || allowed.min(2) < one.len().abs_diff(other.len()) {
        return false;
    }
    if 0 < allowed && is_swapped(&one, &other) {
        return true;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.iter().enumerate() {
        let mut before = row[0];
        row[0] = place + 1;
        for (at, own) in other.iter().enumerate() {
            let changed = before + usize::from(letter != own);
            before = row[at + 1];
            row[at + 1] = changed.min(before + 1).min(row[at] + 1);
        }
    }
    row[other.len()] <= allowed.min(2)
}

/// Whether two letters beside each other have changed places, and nothing else: one slip.
fn is_swapped(one: &[char], other: &[char]) -> bool {
    let differ: Vec<usize> = (0..one.len())
        .filter(|place| one.get(*place) != other.get(*place))
        .collect();
    match differ[..] {
        [first, second] => {
            second == first + 1 && one.get(first) == other.get(second) && one.get(second) == other.get(first)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_their_letters() {
        let known = ["Working parties", "working_parties"];
        for (name, expected) in [
            ("Working parties", Some(Likeness::Same)),
            (" working  PARTIES:", Some(Likeness::Written)),
            ("working_parties", Some(Likeness::Written)),
            ("Working partis", Some(Likeness::Close)),
            ("Wroking parties", Some(Likeness::Close)),
            ("Parties", None),
            ("", None),
        ] {
            assert_eq!(likeness(name, &known), expected, "{name}");
        }
        assert_eq!(likeness("Titel", &["Title"]), Some(Likeness::Close));
        assert_eq!(likeness("Tilte", &["Title"]), Some(Likeness::Close));
        assert_eq!(likeness("Date", &["Due"]), None);
        assert_eq!(named("measures").map(|(kind, _)| kind), Some(Kind::Measures));
        assert_eq!(named("Later_Facts").map(|(kind, _)| kind), Some(Kind::LaterFacts));
        assert_eq!(named("Sheet1"), None);
    }
}
