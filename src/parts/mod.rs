//! A dataset in parts, for a page that is served: an outline that is read at the start, and blocks of measures that are
//! fetched when their texts are to be seen. Each part is checked against its hash before anything of it is used.

mod bits;
mod block;
mod index;
mod outline;
mod packed;
mod words;

pub use block::{Blocks, Unusable, verified};
#[cfg(not(target_arch = "wasm32"))]
pub use block::{Split, split};
pub use index::Manifest;
pub use outline::OutlineReader;
#[cfg(not(target_arch = "wasm32"))]
pub use outline::outline;
pub use words::WordPieces;
#[cfg(not(target_arch = "wasm32"))]
pub use words::split_words;
