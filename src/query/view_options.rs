//! How results are arranged on the page: order, groups, columns, lanes.

use std::collections::BTreeSet;

use crate::compare::DifferenceFilter;
use crate::domain::id::PresidencyId;
use crate::domain::keyed::{Keyed, keyed};
use crate::query::{Column, DocumentSort, FacetKey, Grouping, HeatAxes, HeatUnit, LaterBy, Per, Sort};
use crate::words::choices as words;

keyed! {
    /// What the lanes of the timeline stand for.
    #[derive(Default)]
    Lanes, words::LANES {
        /// A priority, with a row for each of its measures.
        #[default]
        Priority = "priority";
        /// A Presidency.
        Presidency = "presidency";
        /// A responsible working party.
        WorkingParty = "working-party";
        /// A body.
        Body = "body";
        /// An information system.
        System = "system";
    }
}

keyed! {
    /// How a Presidency's brief is arranged.
    #[derive(Default)]
    BriefBy, words::BRIEF_GROUPINGS {
        /// By priority, in the source's order.
        #[default]
        Priority = "priority";
        /// By responsible working party.
        WorkingParty = "working-party";
    }
}

keyed! {
    /// How high the rows of the table are.
    #[derive(Default)]
    Density, words::DENSITIES {
        /// As high as what they say.
        #[default]
        Roomy = "roomy";
        /// One line.
        Compact = "compact";
    }
}

keyed! {
    /// Whether the table has a column for what public sources report since.
    #[derive(Default)]
    LaterColumn, words::LATER_COLUMN {
        /// It has what the sources say only.
        #[default]
        Hidden = "sources";
        /// It has the latest later fact, too.
        Shown = "since";
    }
}

/// How the views show results. None of it changes which results there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// The order of the measures; none is the best first where words are searched, and by number elsewhere.
    pub sort: Option<Sort>,
    /// How the measures are grouped.
    pub grouping: Grouping,
    /// How high the rows of measures are.
    pub density: Density,
    /// Whether the table has a column for later facts.
    pub later_column: LaterColumn,
    /// How the commitments are grouped.
    pub commitment_grouping: Per,
    /// How later facts are arranged.
    pub later_by: LaterBy,
    /// The order of the documents; none is the best first where words are searched, and by number elsewhere.
    pub document_sort: Option<DocumentSort>,
    /// The rows and columns of the heat table.
    pub axes: HeatAxes,
    /// What the heat table counts.
    pub heat_unit: HeatUnit,
    /// The lanes of the timeline.
    pub lanes: Lanes,
    /// The lanes that the reader folded or unfolded, against the default of their kind.
    pub folded_lanes: BTreeSet<FacetKey>,
    /// How a brief is grouped.
    pub brief_by: BriefBy,
    /// The Presidency whose brief is shown for comparison.
    pub compare_with: Option<PresidencyId>,
    /// Which differences between two editions are listed.
    pub differences: DifferenceFilter,
}

impl ViewOptions {
    /// The columns of the table; that of later facts is the last.
    pub fn columns(&self) -> &'static [Column] {
        match self.later_column {
            LaterColumn::Hidden => &Column::ALL[..Column::ALL.len() - 1],
            LaterColumn::Shown => Column::ALL,
        }
    }
}
