//! One text of an outline: told by what stood there before, or spelt in words and numbers.

use std::collections::HashMap;
use std::rc::Rc;

use crate::parts::bits::{Bits, Number, Tree};
use crate::parts::outline::{BLANK, Seen};

/// How a text is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// It stands in the block of its measure.
    Blank,
    /// It stands in this measure already.
    Recent,
    /// It stood in this place of an earlier measure.
    Known,
    /// It is spelt, and remembered.
    New,
    /// It is spelt, and will not come again.
    Once,
}

const HOW: [How; 5] = [How::Blank, How::Recent, How::Known, How::New, How::Once];

/// A piece of a text that is spelt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    End,
    Known,
    New,
    /// The first number of the measure.
    Own,
    /// The number that stood here last.
    Same,
    /// The one after it.
    Next,
    Other,
}

const PIECES: [Piece; 7] = [
    Piece::End,
    Piece::Known,
    Piece::New,
    Piece::Own,
    Piece::Same,
    Piece::Next,
    Piece::Other,
];

/// The longest text that is remembered, in bytes.
const LONGEST: usize = 24;
/// The most pieces of which each has a place of its own.
const PLACES: usize = 6;

/// Words in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: Vec<Rc<str>>,
    /// Only a writer looks for them.
    places: HashMap<Rc<str>, usize>,
}

impl Words {
    fn add(&mut self, word: &Rc<str>, is_written: bool) {
        if is_written {
            self.places.insert(Rc::clone(word), self.list.len());
        }
        self.list.push(Rc::clone(word));
    }
}

/// What is known of the texts of one field.
#[derive(Debug)]
pub(super) struct TextModel {
    how: Tree,
    recent: Number,
    known: Number,
    spelling: Spelling,
}

impl Default for TextModel {
    fn default() -> Self {
        Self {
            how: Tree::new(3),
            recent: Number::default(),
            known: Number::default(),
            spelling: Spelling::default(),
        }
    }
}

/// What is known of how they are spelt.
#[derive(Debug)]
struct Spelling {
    /// By the place of the piece and the kind of the one before it.
    pieces: Vec<Tree>,
    words: Words,
    word: Number,
    letters: Vec<Option<Tree>>,
    /// The numbers that stood last, by the place of the piece.
    last: [usize; PLACES],
    numbers: [Number; PLACES],
}

impl Default for Spelling {
    fn default() -> Self {
        Self {
            pieces: vec![Tree::new(3); PLACES * PIECES.len()],
            words: Words::default(),
            word: Number::default(),
            letters: vec![None; 256],
            last: [0; PLACES],
            numbers: std::array::from_fn(|_| Number::default()),
        }
    }
}

impl TextModel {
    /// The next text of the field; nothing where what is read cannot have been written. `given` is nothing where texts are read.
    pub(super) fn code(
        &mut self,
        bits: &mut impl Bits,
        given: Option<&str>,
        known: &mut Words,
        seen: &mut Seen,
        is_near: bool,
    ) -> Option<Rc<str>> {
        let place_of = |list: &[Rc<str>]| list.iter().rev().position(|own| Some(&**own) == given);
        let recent = if is_near { place_of(&seen.recent) } else { None };
        let place = given.and_then(|given| known.places.get(given)).copied();
        let is_once = |given: &str| {
            LONGEST < given.len() || pieces(given).any(|piece| seen.own.is_some() && number(piece) == seen.own)
        };
        let how = match (given, recent, place) {
            (Some(BLANK), ..) => How::Blank,
            (_, Some(_), _) => How::Recent,
            (_, _, Some(_)) => How::Known,
            (Some(given), ..) if is_once(given) => How::Once,
            _ => How::New,
        };
        let how = *HOW.get(self.how.code(bits, how as usize))?;
        let text = match how {
            How::Blank => return Some(Rc::from(BLANK)),
            How::Recent => {
                let back = self.recent.code(bits, recent.unwrap_or_default());
                Rc::clone(seen.recent.iter().rev().nth(back)?)
            }
            How::Known => Rc::clone(known.list.get(self.known.code(bits, place.unwrap_or_default()))?),
            How::New | How::Once => Rc::from(self.spelling.code(bits, given, seen)?),
        };
        if how == How::New {
            known.add(&text, given.is_some());
        }
        if is_near && how != How::Recent {
            seen.recent.push(Rc::clone(&text));
        }
        Some(text)
    }
}

impl Spelling {
    fn code(&mut self, bits: &mut impl Bits, given: Option<&str>, seen: &mut Seen) -> Option<String> {
        let mut text = String::new();
        let mut before = Piece::End;
        let mut given_pieces = given.map(pieces);
        for place in (0..PLACES).chain(std::iter::repeat(PLACES - 1)) {
            let given = given_pieces.as_mut().and_then(Iterator::next);
            let last = self.last[place];
            let of_number = given.and_then(number);
            let known = given.and_then(|given| self.words.places.get(given)).copied();
            let piece = match (given, of_number, known) {
                (None, ..) => Piece::End,
                (_, Some(number), _) if Some(number) == seen.own => Piece::Own,
                (_, Some(number), _) if number == last => Piece::Same,
                (_, Some(number), _) if number == last + 1 => Piece::Next,
                (_, Some(_), _) => Piece::Other,
                (_, _, Some(_)) => Piece::Known,
                _ => Piece::New,
            };
            let tree = &mut self.pieces[place * PIECES.len() + before as usize];
            let piece = *PIECES.get(tree.code(bits, piece as usize))?;
            let number = match piece {
                Piece::End => return Some(text),
                Piece::Known => {
                    let word = self.word.code(bits, known.unwrap_or_default());
                    text.push_str(self.words.list.get(word)?);
                    None
                }
                Piece::New => {
                    let word: Rc<str> = Rc::from(self.letters(bits, given)?);
                    text.push_str(&word);
                    self.words.add(&word, given.is_some());
                    None
                }
                Piece::Own => Some(seen.own?),
                Piece::Same => Some(last),
                Piece::Next => Some(last + 1),
                Piece::Other => Some(self.numbers[place].code(bits, of_number.unwrap_or_default())),
            };
            if let Some(number) = number {
                text.push_str(&number.to_string());
                self.last[place] = number;
                seen.own.get_or_insert(number);
            }
            before = piece;
        }
        None
    }

    /// A word, each letter by the one before it; it ends with a nought, which stands in no text.
    fn letters(&mut self, bits: &mut impl Bits, given: Option<&str>) -> Option<String> {
        let mut given = given.map(|given| given.bytes().chain([0]));
        let mut word = Vec::new();
        loop {
            let before = word.last().copied().unwrap_or_default();
            let tree = self.letters[usize::from(before)].get_or_insert_with(|| Tree::new(8));
            let letter = given.as_mut().and_then(Iterator::next).unwrap_or_default();
            match u8::try_from(tree.code(bits, usize::from(letter))).ok()? {
                0 => return String::from_utf8(word).ok(),
                letter => word.push(letter),
            }
            // Only what was damaged goes on for ever.
            if MOST < word.len() {
                return None;
            }
        }
    }
}

/// The longest word that is read, in bytes.
const MOST: usize = 1 << 20;

/// The pieces of a text: numbers, words with the space before them, and what is between.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let kind = kind(first);
        let begins = first.len_utf8();
        let goes_on = |character: &char| match kind {
            Kind::Digit => character.is_ascii_digit(),
            _ if first == ' ' => self::kind(*character) == Kind::Letter,
            kind => self::kind(*character) == kind,
        };
        let length = begins
            + rest[begins..]
                .chars()
                .take_while(goes_on)
                .map(char::len_utf8)
                .sum::<usize>();
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some(piece)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
    Other,
}

fn kind(character: char) -> Kind {
    match character {
        '0'..='9' => Kind::Digit,
        _ if character.is_alphabetic() => Kind::Letter,
        _ => Kind::Other,
    }
}

/// The number that a piece is, if it is written as we would write it.
fn number(piece: &str) -> Option<usize> {
    const MOST_DIGITS: usize = 9;
    let is_plain = piece.len() <= MOST_DIGITS && (piece == "0" || !piece.starts_with('0'));
    piece.parse().ok().filter(|_| is_plain && !piece.starts_with('+'))
}
