//! The measures of a dataset; where a page is served in parts, each without its long texts until these have come.

use std::ops::{Index, Range};
use std::sync::OnceLock;

use crate::domain::measure::Measure;

/// The measures in the order of the sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    list: Vec<Measure>,
    /// Those whose texts came later; empty where nothing is waited for.
    whole: Vec<OnceLock<Box<Measure>>>,
}

impl Measures {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The measure at that place.
    pub fn get(&self, place: usize) -> Option<&Measure> {
        (place < self.len()).then(|| &self[place])
    }

    /// The first one.
    pub fn first(&self) -> Option<&Measure> {
        self.get(0)
    }

    /// All of them.
    pub fn iter(&self) -> Iter<'_> {
        Iter {
            measures: self,
            places: 0..self.len(),
        }
    }

    /// Lets their texts come later.
    pub(super) fn wait(&mut self) {
        self.whole.resize_with(self.list.len(), OnceLock::new);
    }

    /// Puts the whole measure in its place, unless it is there.
    pub(super) fn fill(&self, place: usize, measure: Measure) {
        if let Some(whole) = self.whole.get(place) {
            whole.get_or_init(|| Box::new(measure));
        }
    }

    /// Whether the texts of the one at that place are there.
    pub fn is_whole(&self, place: usize) -> bool {
        self.whole.get(place).is_none_or(|whole| whole.get().is_some())
    }

    /// How many are whole.
    pub fn whole(&self) -> usize {
        let missing = self.whole.iter().filter(|whole| whole.get().is_none()).count();
        self.len() - missing
    }

    /// The one at that place as it was at first.
    pub(super) fn outline(&self, place: usize) -> Option<&Measure> {
        self.list.get(place)
    }
}

impl From<Vec<Measure>> for Measures {
    fn from(list: Vec<Measure>) -> Self {
        Self {
            list,
            whole: Vec::new(),
        }
    }
}

impl Index<usize> for Measures {
    type Output = Measure;

    fn index(&self, place: usize) -> &Measure {
        match self.whole.get(place).and_then(OnceLock::get) {
            Some(whole) => whole,
            None => &self.list[place],
        }
    }
}

impl<'a> IntoIterator for &'a Measures {
    type Item = &'a Measure;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Goes through the measures.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    measures: &'a Measures,
    places: Range<usize>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Measure;

    fn next(&mut self) -> Option<&'a Measure> {
        self.places.next().map(|place| &self.measures[place])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }

    fn nth(&mut self, skipped: usize) -> Option<&'a Measure> {
        self.places.nth(skipped).map(|place| &self.measures[place])
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.places.next_back().map(|place| &self.measures[place])
    }
}

impl ExactSizeIterator for Iter<'_> {}
