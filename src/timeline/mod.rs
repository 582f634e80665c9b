//! Where days stand on an axis. Plain numbers out: shares of the axis's width, from 0 to 1.
//!
//! Knows dates; knows nothing of queries, the browser or the width of a text.

mod axis;
mod promise;

pub use axis::{Axis, Span};
pub use promise::{PromiseMarks, lay_out_promise};
