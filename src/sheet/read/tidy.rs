//! A cell as people fill it -> the text that its column holds: without stray spaces and signs for nothing, with dates and words as
//! the format writes them; or why it is none.

use crate::domain::invisible_chars::plain;
use crate::domain::keyed::Keyed;
use crate::sheet::kind::{Kind, Shape};
use crate::sheet::read::date::{self, Read};
use crate::sheet::read::grid::Held;
use crate::sheet::schema::Schema;
use crate::sheet::{CellPlace, cell};
use crate::words::misfits as words;
use crate::words::sheets::YES_OR_NO;

/// What people write where there is nothing.
const NOTHING: [&str; 6] = ["-", "--", "n/a", "n.a.", "none", "null"];

/// The most bytes that one of them has, in whatever signs.
const LONGEST_NOTHING: usize = 16;

/// What people write for yes and for no.
const YES: [&str; 5] = ["yes", "true", "1", "y", "x"];
const NO: [&str; 4] = ["no", "false", "0", "n"];

/// A cell that holds no value for its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The cell.
    pub place: CellPlace,
    /// What is wrong with it, and what would be right.
    pub fault: [String; 2],
}

impl Misfit {
    pub(super) fn new(sheet: usize, row: usize, column: usize, fault: [String; 2]) -> Self {
        Self {
            place: CellPlace {
                sheet,
                row,
                column: Some(column),
            },
            fault,
        }
    }
}

/// Tidies cells.
pub(super) struct Tidy {
    /// The closed list of each column of each kind.
    choices: Vec<Vec<Vec<String>>>,
    /// How many cells only said that there is nothing.
    pub(super) emptied: usize,
}

impl Tidy {
    pub(super) fn new() -> Self {
        let schema = Schema::read();
        let of_column = |kind: Kind, path: &str| {
            let field = schema.field(kind.table().record, path);
            field.choices.iter().map(|&choice| choice.to_owned()).collect()
        };
        let of_kind = |kind: &Kind| {
            kind.table()
                .columns
                .iter()
                .map(|(path, _)| of_column(*kind, path))
                .collect()
        };
        Self {
            choices: Kind::ALL.iter().map(of_kind).collect(),
            emptied: 0,
        }
    }

    /// The text of a cell, and what is wrong with it. What does not fit stays as it is, for the reader to see.
    pub(super) fn cell(&mut self, kind: Kind, column: usize, held: Option<&Held>) -> (String, Option<[String; 2]>) {
        let (_, shape) = kind.table().columns[column];
        let Some(held) = held else {
            return (String::new(), None);
        };
        let text = trimmed(held.text());
        let is_date = matches!(shape, Shape::Day | Shape::Date);
        match held {
            Held::Wrong(mark) if mark.is_empty() => return (String::new(), Some(words::no_value())),
            Held::Wrong(_) => return (text.to_owned(), Some(words::wrong_formula())),
            Held::Date(_) if !is_date => return (text.to_owned(), Some(words::made_a_date())),
            Held::Date(_) | Held::Text(_) | Held::Number(_) => {}
        }
        if text.is_empty() {
            return (String::new(), None);
        }
        let folded = || plain(text).to_lowercase();
        // In prose a word may be meant; what is more or less than a word never is.
        let says_nothing = |folded: &str| {
            let may_be_prose = shape == Shape::Text && folded.chars().all(char::is_alphabetic);
            NOTHING.contains(&folded) && !may_be_prose
        };
        if text.len() <= LONGEST_NOTHING && says_nothing(&folded()) {
            self.emptied += 1;
            return (String::new(), None);
        }
        match shape {
            Shape::Text => (text.to_owned(), None),
            Shape::Texts => (text.replace(['“', '”', '„'], "\""), None),
            Shape::Id | Shape::Parent(_) | Shape::Ref(_) | Shape::Refs(_) | Shape::Pairs(_) => (in_lines(text), None),
            Shape::Number => {
                let number = in_lines(text);
                let is_number = cell::value(shape, &number).is_number();
                (number, (!is_number).then(words::no_number))
            }
            Shape::Choice => {
                let key = |word: &str| word.to_lowercase().replace([' ', '_'], "-");
                let choices = &self.choices[kind as usize][column];
                let meant = choices.iter().find(|choice| **choice == key(&folded()));
                match meant {
                    Some(choice) => (choice.clone(), None),
                    None => (text.to_owned(), Some(words::no_choice(choices))),
                }
            }
            Shape::YesNo => match folded().as_str() {
                yes if YES.contains(&yes) => (YES_OR_NO[0].to_owned(), None),
                no if NO.contains(&no) => (YES_OR_NO[1].to_owned(), None),
                _ => (text.to_owned(), Some(words::neither_yes_nor_no())),
            },
            Shape::Day | Shape::Date => match date::read(text) {
                Read::Date(date) => (date, None),
                Read::Either(one, other) => (text.to_owned(), Some(words::either(&one, &other))),
                // What is wrong with any other the checks of the dataset say.
                Read::Unknown => (text.to_owned(), None),
            },
        }
    }
}

/// The text without blanks and marks that nobody sees around it.
fn trimmed(text: &str) -> &str {
    let is_blank =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
    text.trim_matches(is_blank)
}

/// Each line of ids in plain signs, without typographic quotation marks.
fn in_lines(text: &str) -> String {
    let line = |line: &str| plain(line).replace(['“', '”', '„', '‘', '’', '"'], "");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
