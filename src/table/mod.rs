//! The table of measures as rows: which of them stand in the page, how far down, and what they say.
//!
//! A long table is not drawn as a whole: only the rows that the reader can see, and some around them; of any other long list
//! a stretch is. Knows the dataset, its
//! queries and addresses; knows nothing of Leptos or the browser.

mod heights;
mod markup;
mod marks;
mod reach;
mod rows;
mod stretch;

pub use heights::{Guess, Heights};
pub use marks::{presidency_cells, priority_swatch, status_glyph};
pub use markup::{Look, shown_terms};
pub use reach::Reach;
pub use rows::{Row, Rows};
pub use stretch::{Pace, Stretch};
