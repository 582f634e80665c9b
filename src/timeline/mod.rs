//! From periods to places on an axis: lanes of facts as marks, bars and words in pixels, and a commitment on one line.
//!
//! Knows neither the query nor the page. The width of a text is estimated from its number of letters.

mod axis;
mod bands;
mod brush;
mod cluster;
mod histogram;
mod keyboard_nav;
mod lanes;
mod layout;
mod lines;
mod order;
mod promise;
mod scale;
mod sheets;
mod ticks;

pub use axis::{Axis, Span};
pub use bands::{Band, DayKind, DayLine, Label, NamedDay, Term, bands};
pub use brush::{Brush, BrushPart, month_number};
pub use cluster::{HALF_COUNT_PX, HALF_MARK_PX};
pub use histogram::{Histogram, HistogramBar, HistogramFacts};
pub use keyboard_nav::Step;
pub use lanes::{Anchor, Delay, Fact, FactLabel, FactPlace, Glyph, Lane, Row};
pub use layout::{Bar, Chart, DelayLine, Drawing, Heights, Line, Mark, lay_out};
pub use lines::{LineSpan, line_of, line_spans, line_spans_within};
pub use promise::{PromiseMarks, lay_out_promise};
pub use scale::{NoWidth, Run, SHORTEST_DAYS, TimeScale, View};
pub use sheets::sheets;
pub use ticks::Tick;

/// The greatest average width of the letters of a word, in the size and the usual fonts of the drawing.
pub const LETTER_PX: f64 = 6.3;
