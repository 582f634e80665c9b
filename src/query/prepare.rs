//! What of the index a query needs.

use std::sync::Arc;

use crate::index::{AsOf, Index, Progress, Unit};
use crate::query::Query;

impl Query {
    /// How everything stands on the day as of which it asks.
    pub fn standings(&self, index: &Index) -> Arc<AsOf> {
        index.on(self.day(index.dataset()))
    }

    /// Works out so many steps more of what an answer needs, so that a page can go on meanwhile; nothing when all of it is
    /// there. An answer that is asked for earlier works out the rest itself.
    pub fn prepare(&self, unit: Unit, index: &Index, how_many: usize) -> Option<Progress> {
        index.prepare(self.day(index.dataset()), !self.text.is_empty(), unit, how_many)
    }
}
