//! What of the index a query needs.

use std::sync::Arc;

use crate::index::{AsOf, Index, Progress, Unit};
use crate::query::Query;

impl Query {
    /// How everything stands on the day as of which it asks.
    pub fn standings(&self, index: &Index) -> Arc<AsOf> {
        index.on(self.day(index.dataset()))
    }

    /// Reads the words of so many more texts that an answer needs; nothing when it needs no more. An answer that comes earlier
    /// reads the rest itself.
    pub fn prepare(&self, unit: Unit, index: &Index, how_many: usize) -> Option<Progress> {
        let is_search = !self.text.is_empty();
        is_search.then(|| index.prepare_search(unit, self.day(index.dataset()), how_many))?
    }
}
