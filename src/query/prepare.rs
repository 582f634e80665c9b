//! What of the index a query needs.

use crate::index::{Index, Progress, Unit};
use crate::query::Query;

impl Query {
    /// Reads the words of so many more texts that an answer needs; nothing when it needs no more. An answer that comes earlier
    /// reads the rest itself.
    pub fn prepare(&self, unit: Unit, index: &Index, how_many: usize) -> Option<Progress> {
        let is_search = !self.text.is_empty();
        is_search.then(|| index.prepare_search(unit, self.day(index.dataset()), how_many))?
    }
}
