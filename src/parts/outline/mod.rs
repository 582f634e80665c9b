//! The outline of a dataset: its measures without their long texts, in two dozen bytes each.
//!
//! Any JSON is written, so whatever the format gains is in the outline without a word here. Each field of each record is told
//! by what stood in that field before.

mod read;
mod text;
#[cfg(not(target_arch = "wasm32"))]
mod write;

use std::collections::HashMap;
use std::rc::Rc;

pub use read::OutlineReader;
#[cfg(not(target_arch = "wasm32"))]
pub use write::outline;

use crate::domain::blank::BLANK;
use crate::parts::bits::{Number, Tree};
use text::{TextModel, Words};

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Null,
    False,
    True,
    /// A number below 2^31, or the text of any other.
    Count,
    Number,
    Text,
    List,
    Record,
}

const KINDS: [Kind; 8] = [
    Kind::Null,
    Kind::False,
    Kind::True,
    Kind::Count,
    Kind::Number,
    Kind::Text,
    Kind::List,
    Kind::Record,
];

/// Fields that name the same things, of which one measure names few.
const ALIKE: [&[&str]; 2] = [&["bodies", "owners"], &["documents", "document"]];

/// What was seen of a measure so far.
#[derive(Debug, Default)]
struct Seen {
    /// What fields that are alike have named.
    recent: Vec<Rc<str>>,
    /// Its first number.
    own: Option<usize>,
}

/// What is known of one field, or of the items of one list.
#[derive(Debug)]
struct Field {
    kind: Tree,
    shape: Number,
    /// The fields of each shape of a record, in their order, with their places.
    shapes: Vec<Vec<(Rc<str>, usize)>>,
    length: Number,
    /// The first item of a list, and those behind it.
    items: [Option<usize>; 2],
    count: Number,
    last_count: usize,
    text: TextModel,
    /// Which words are known here.
    words: usize,
    is_near: bool,
}

/// What is known of all fields.
#[derive(Debug, Default)]
struct Model {
    fields: Vec<Field>,
    words: Vec<Words>,
    /// The words of fields that are alike.
    alike: [Option<usize>; ALIKE.len()],
    /// The places of fields, by those that they stand in and their names; only a writer looks for them.
    names: TextModel,
    name_words: Words,
    places: HashMap<(usize, Rc<str>), usize>,
    seen: Seen,
}

impl Model {
    fn new() -> Self {
        let mut model = Self::default();
        model.add("");
        model
    }

    /// A new field of that name.
    fn add(&mut self, name: &str) -> usize {
        let alike = ALIKE.iter().position(|names| names.contains(&name));
        let shared = alike.and_then(|alike| self.alike[alike]);
        let words = shared.unwrap_or(self.words.len());
        if words == self.words.len() {
            self.words.push(Words::default());
        }
        if let Some(alike) = alike {
            self.alike[alike] = Some(words);
        }
        self.fields.push(Field {
            kind: Tree::new(3),
            shape: Number::default(),
            shapes: Vec::new(),
            length: Number::default(),
            items: [None; 2],
            count: Number::default(),
            last_count: 0,
            text: TextModel::default(),
            words,
            is_near: alike.is_some(),
        });
        self.fields.len() - 1
    }

    /// The field of that name in another, which may stand in several of its shapes.
    fn field(&mut self, within: usize, name: &Rc<str>) -> usize {
        if let Some(place) = self.places.get(&(within, Rc::clone(name))) {
            return *place;
        }
        let place = self.add(name);
        self.places.insert((within, Rc::clone(name)), place);
        place
    }

    /// What is known of the first item of a list, or of those behind it; its name is that of the list.
    fn item(&mut self, list: usize, name: &str, is_first: bool) -> usize {
        let which = usize::from(!is_first);
        if let Some(item) = self.fields[list].items[which] {
            return item;
        }
        let item = self.add(name);
        self.fields[list].items[which] = Some(item);
        item
    }
}

/// How a count follows from the one before it: the same, the next, or another.
const SAME_NEXT_OTHER: usize = 2;
