//! From periods to places on an axis: lanes of facts as marks, bars and words in pixels, and a promise on one line.
//!
//! Knows neither the query nor the page it is drawn on; the room that words take is reckoned from the room of a letter.

mod axis;
mod bands;
mod brush;
mod density;
mod lanes;
mod layout;
mod lines;
mod merge;
mod order;
mod promise;
mod scale;
mod sheets;
mod ticks;
mod walk;

pub use axis::{Axis, Span};
pub use bands::{Band, DayLine, Label, NamedDay, Term, bands};
pub use brush::{Brush, BrushPart, month_number};
pub use density::{Density, DensityBar, Grain, Grains};
pub use lanes::{Anchor, Fact, FactLabel, FactPlace, Glyph, Lane, Row, Way};
pub use layout::{Bar, Chart, Drawing, Heights, Line, Mark, WayLine, lay_out, most_marks};
pub use lines::{LineSpan, line_of, line_spans, line_spans_within};
pub use merge::{HALF_COUNT_PX, HALF_MARK_PX};
pub use promise::{PromiseMarks, lay_out_promise};
pub use scale::{NoWidth, Run, SHORTEST_DAYS, TimeScale, View};
pub use sheets::sheets;
pub use ticks::Tick;
pub use walk::Step;

/// The width that a letter takes at the most, on the average of a word, in the small size in which the drawing is written,
/// in the usual faces.
pub const LETTER_PX: f64 = 6.3;
