//! What is beside a drawing of lanes: the names of its lines, and the card of a mark.

use crate::chart::{FactWords, Timeline};
use crate::domain::priority_color::PriorityColor;
use crate::query::FacetKey;
use crate::timeline::LineSpan;
use crate::view::{Context, Link};
use crate::words::plot as words;

/// The name of a lane, or of a row in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadView {
    /// A lane.
    Lane {
        /// Its value.
        key: FacetKey,
        /// The colour of its priority, if it is one.
        color: Option<PriorityColor>,
        /// Its name.
        title: String,
        /// How many rows it has.
        count: usize,
        /// Of how many measures these are, where some have no row: `of 11`, and why.
        of_all: Option<[String; 2]>,
        /// Whether its rows are folded away.
        is_folded: bool,
    },
    /// A row.
    Row {
        /// The lane that has it.
        lane: FacetKey,
        /// The number before its name, such as that of a measure.
        number: String,
        /// Its name.
        title: String,
        /// Where it leads.
        link: Option<Box<Link>>,
    },
}

/// The card of a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct CardView {
    /// The first facts of the mark, each with the way to its line.
    pub facts: Vec<(FactWords, Link)>,
    /// How many facts it has.
    pub count: usize,
    /// Its place, from the upper left corner of the drawing, in pixels.
    pub at_px: (f64, f64),
    /// Whether it is to the left of the mark, for lack of room on the right.
    pub is_left: bool,
    /// Whether it is above the mark, for lack of room below.
    pub is_above: bool,
    /// Whether it was opened: then it has links, and stays.
    pub is_open: bool,
}

impl Context<'_> {
    /// The name of a line.
    pub fn head(&self, span: &LineSpan, timeline: &Timeline<'_>) -> Option<HeadView> {
        let (lane, drawn) = (timeline.heads.get(span.lane)?, timeline.lanes.get(span.lane)?);
        let Some(row) = span.row else {
            return Some(HeadView::Lane {
                key: lane.key.clone(),
                color: self.dataset.priority_color(lane.key.as_str()),
                title: lane.title.clone(),
                count: drawn.rows.len(),
                of_all: (0 < lane.undated).then(|| words::of_all(drawn.rows.len(), lane.undated)),
                is_folded: drawn.is_folded,
            });
        };
        let head = timeline.row_head(span.lane, row)?;
        Some(HeadView::Row {
            lane: lane.key.clone(),
            link: head
                .home
                .map(|home| Box::new(self.link(self.page_of(home), head.title.as_str()))),
            number: head.number.clone(),
            title: head.title.clone(),
        })
    }

    /// A fact with the way to its line.
    pub fn fact_on_card(&self, words: FactWords) -> (FactWords, Link) {
        let link = self.home_link(words.home, &words.id);
        (words, link)
    }
}
