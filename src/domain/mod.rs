//! What the records mean: ids, dates, statuses, measures, bodies, documents and the Presidency rota.
//!
//! Knows nothing of JSON, the clock, pixels or the browser.

mod act_number;
pub mod as_of;
pub mod blank;
pub mod body;
pub mod date;
pub mod delivery;
pub mod document;
pub mod id;
pub mod identifier;
pub mod keyed;
pub mod later;
pub mod measure;
pub mod outcome;
pub mod presidency;
pub mod priority_color;
pub mod reference;
pub mod register;
pub mod sort;
pub mod status;
pub mod vocabulary;
pub mod invisible_chars;
pub mod window;
