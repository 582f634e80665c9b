//! What a page says, as plain values in the reader's words: links, dates, marks and sentences, finished to be written down.
//!
//! Knows nothing of HTML or of the browser. [`crate::render`] writes it.

mod about;
mod action;
mod action_keys;
mod body;
mod brief;
mod brief_head;
mod brief_line;
mod brief_summary;
mod commitments;
mod compare;
mod compared;
mod copy;
mod difference;
mod document;
mod documents;
mod error_report;
mod export;
mod filters;
mod frame;
mod as_of;
mod heat;
mod keyboard_nav;
mod later_documents;
mod faults;
mod line;
mod link;
mod list;
mod measure;
mod missing;
mod other_hits;
mod plot;
mod presidencies;
mod report;
mod row_click;
mod row_offsets;
mod search;
mod selection;
mod overview;
mod own_data;
mod parts;
mod read_file;
mod remarks;
mod share;
mod since;
mod since_page;
mod slips;
mod table;
mod text;
mod timeline;
mod visible_range;

pub use about::{AboutView, SourceItem, Term};
pub use action::{Action, Copied, FileForm, Move, Setting, SkipTo};
pub use as_of::{AsOfBar, AsOfChoice};
pub use body::{BodyAbout, BodyEntry, BodySection, BodyView, CountedView, OutcomeCounts, SectionIntro, SectionLines};
pub use brief::{
    BriefCountView, BriefGroupView, BriefGroupsView, BriefPageView, BriefSectionView, BriefTitleView, BriefView,
    UnknownView,
};
pub use brief_head::{BriefHeadView, BriefToolsView, MissingBriefView, TermView};
pub use brief_line::BriefLineView;
pub use brief_summary::{BriefSummaryView, NearestView};
pub use commitments::{
    CommitmentGroup, CommitmentRow, CommitmentsView, GhostView, GroupHead, NamingFilter, NamingFilters, OutcomeFilter,
    OutcomeFilters, commitment_axis,
};
pub use compare::{ChangesView, CompareView, DifferenceGroup, FilterCount, SameView};
pub use compared::{CompareAction, Compared, PendingComparison};
pub use copy::{CopyAnswer, LastCopy};
pub use difference::{DifferenceView, FieldView};
pub use document::{CitingView, DocumentEntry, DocumentView, IdentifierView};
pub use documents::{CitingLink, DocumentGroup, DocumentGroupHead, DocumentRow, DocumentsView};
pub use error_report::ErrorReport;
pub use export::{
    CalendarEntry, Cell, CitationStyle, Cited, Differences, Due, Export, ExportContent, ExportContext, Extent, Form,
    Format, Item, Reference, SlipLine, TextItem, file_name, name_of_copy, name_of_page, one_line,
};
pub use faults::FaultsView;
pub use filters::{FilterValueView, FilterView, filters_beside};
pub use frame::{
    FrameView, Here, NeighboursView, NoticesView, SAMPLE, SAMPLE_LETTERS, TabView, TrailView, name_of_view, notices,
};
pub use heat::{ActorsView, CountedFacts, HeatColumn, HeatCount, HeatRow, HeatView, axis_choices};
pub use keyboard_nav::{BEFORE_CELLS, CellMove, CellPosition};
pub use later_documents::{LaterDocumentRow, LaterDocumentsView};
pub use line::{LineView, Moment, NamingsView, OutcomeView, PresidencyView, Reason, TieView};
pub use link::Link;
pub use list::{Fold, ListPart, OpenLists, Pace};
pub use measure::{CitationView, MeasureLine, MeasureView, SourceView};
pub use missing::MissingView;
pub use other_hits::{HitKindView, HitView, OtherHitsView};
pub use overview::{HandleView, OverviewView, StripDrawing, overview, stepped, strip_drawing, strip_period, window_of};
pub use own_data::{
    CauseView, CellView, FileState, FileView, OwnDataAction, OwnShown, SheetView, Shows, faults_as_csv, is_unsaved,
};
pub use parts::{PartFold, PartLink, PartsView};
pub use plot::{CardView, HeadView};
pub use presidencies::PresidencyCell;
pub use read_file::ReadFile;
pub use remarks::{RemarkGroup, RemarkSubject, RemarkView, Remarks};
pub use report::ReportView;
pub use row_click::RowClick;
pub use row_offsets::{Guess, RowOffsets};
pub use search::{OfferView, SearchKey, search_key};
pub use selection::SelectionView;
pub use share::{CiteView, ExportState, WaysView, handed_over};
pub use since::{BearingView, CitedView, LaterFactView, PageView, SinceView};
pub use since_page::{LaterGroup, OtherDay, OutcomeLinks, SincePageView};
pub use slips::{KnownView, PromiseView, SaidView, SlipChartView, SlipsView};
pub use table::{PriorityCell, Row, RowView, Rows, TableGroup, TableRow};
pub use text::{Expansion, Run, plain};
pub use timeline::{FactInView, FactsInView, LaneOfFacts, undrawn_in_words};
pub use visible_range::VisibleRange;

use std::cell::{self, RefCell};
use std::collections::BTreeSet;

use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate};
use crate::query::{Index, SearchTerm};

/// What every view is made from: the records, the day, and the words to highlight.
#[derive(Debug)]
pub struct Context<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The records as queries see them.
    pub index: &'a Index<'a>,
    /// The day as of which the page is shown.
    pub day: Day,
    /// What the reader looks for.
    pub words: &'a [SearchTerm],
    /// The state of long lists; none where they have no controls, as in the record.
    pub lists: Option<&'a OpenLists>,
    /// Whether this is paper, which shows what the screen folds away.
    pub is_on_paper: bool,
    /// Whether this is the record, which is complete but must stay small: it has each relation on one side only, and explains no
    /// acronym.
    pub is_record: bool,
    /// The acronyms that the page has explained already, by their places in the glossary.
    explained: RefCell<BTreeSet<usize>>,
    /// The body whose page this is, by its place: no text on it leads to itself.
    shown_body: cell::Cell<Option<usize>>,
}

impl<'a> Context<'a> {
    /// Begins a page on which no acronym is explained yet.
    pub fn new(dataset: &'a Dataset, index: &'a Index<'a>, day: Day, words: &'a [SearchTerm]) -> Self {
        Self {
            dataset,
            index,
            day,
            words,
            lists: None,
            is_on_paper: false,
            is_record: false,
            explained: RefCell::default(),
            shown_body: cell::Cell::new(None),
        }
    }

    /// The day for links: none for the edition's date.
    fn linked_day(&self) -> Option<Day> {
        (self.day != self.dataset.edition.status_date).then_some(self.day)
    }

    /// `as of 3 Feb 2020`, where another day is shown: for what cannot follow it.
    pub(crate) fn set_back(&self) -> Option<String> {
        let status_date = PartialDate::of_day(self.dataset.edition.status_date);
        self.linked_day()
            .map(|_| crate::words::as_of::set_back(&status_date.in_short()))
    }

    /// The edition's date in words.
    fn status_date(&self) -> String {
        PartialDate::of_day(self.dataset.edition.status_date).in_words()
    }
}
