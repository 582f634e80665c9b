//! What a control does: written to its `data-do`, and read from there by the app.

use crate::domain::date::{Day, PartialDate};
use crate::domain::id::LineId;
use crate::domain::keyed::{Keyed, keyed};
use crate::domain::status::PresidencyRole;
use crate::query::{Choice, Facet, FacetKey};
use crate::view::{CompareAction, OwnDataAction};
use crate::words::{control, frame};

/// An action that a reader can trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses a value of a filter, or lets go of it.
    Toggle(Facet, FacetKey),
    /// Asks whether a Presidency acted, plans to, or either.
    SetRole(Option<PresidencyRole>),
    /// Counts what all sources have, or what the leading one has.
    SetSources(bool),
    /// Takes something chosen out of the selection.
    Remove(Choice),
    /// Takes everything chosen out of the selection.
    ClearAll,
    /// Takes the window of time out of the selection, and stays at the strip.
    ShowAllTime,
    /// Tells everything as of that day.
    TellAsOf(Day),
    /// Sets something to the value of the control.
    Set(Setting),
    /// Sorts the list by the column with that key, or the other way round where it is sorted by it.
    SortBy(String),
    /// Turns the order of the list round.
    ReverseOrder,
    /// Unfolds the list of that name, or folds it.
    Fold(String),
    /// Opens whatever is folded on the page, or closes it.
    OpenAll(bool),
    /// Shows more of the list of that name.
    ShowMore(String),
    /// Shows lines before the visible part of the list of that name.
    ShowEarlier(String),
    /// Folds the lane of the timeline with that key, or unfolds it.
    FoldLane(FacetKey),
    /// Goes to the element with that id.
    GoTo(String),
    /// Goes to the top of the page.
    ToTop,
    /// Goes to the next hit of the search on the page.
    NextHit,
    /// Opens the dialog about a line.
    Cite(LineId),
    /// Shows the table with everything.
    ShowEverything,
    /// Moves the focus to a part of the page.
    Skip(SkipTo),
    /// Opens the filters where they cover the page, or closes them.
    ShowFilters(bool),
    /// Opens the dialog about what is shown.
    Share,
    /// Closes the dialog.
    CloseDialog,
    /// Saves a copy of the page that opens at what the dialog is about.
    SaveCopy,
    /// Saves the citations as a file.
    SaveCitation,
    /// Exports what is shown in the format with that key.
    Export(String),
    /// Stops the export.
    StopExport,
    /// Goes from the system's colours to light to dark and round again.
    SwitchTheme,
    /// Takes the messages about a link away.
    Dismiss,
    /// Prints the page.
    Print,
    /// Fetches the texts that have not come once more.
    TryAgain,
    /// Does something with data of the reader's own.
    OwnData(OwnDataAction),
    /// Does something with the editions that are compared.
    Compare(CompareAction),
    /// Copies a text.
    Copy(Copied),
    /// Removes the message about copying.
    EndCopy,
    /// Moves the timeline.
    Move(Move),
    /// Saves the drawing of the timeline as a file.
    SaveDrawing(FileForm),
}

keyed! {
    /// A part of the page that the keyboard can go to at once.
    SkipTo, frame::SKIPS {
        /// What the page is about.
        Content = "content";
        /// What the view lists.
        Results = "results";
        /// The tabs.
        Views = "views";
        /// The filters.
        Filters = "filters";
    }
}

keyed! {
    /// What the reader sets with a list of values.
    Setting, control::SETTINGS {
        /// How the table is grouped.
        Grouping = "group";
        /// How high the rows of the table are.
        Density = "density";
        /// Whether the table has a column for later facts.
        LaterColumn = "show";
        /// By which column the list is sorted.
        Sort = "sort";
        /// How commitments are grouped.
        CommitmentGrouping = "per";
        /// How later facts are arranged.
        LaterBy = "later";
        /// How a brief is arranged.
        BriefBy = "by";
        /// Which brief to show beside it.
        CompareWith = "beside";
        /// What the rows of the heat table are.
        HeatRows = "rows";
        /// What the columns of the heat table are.
        HeatColumns = "columns";
        /// What the heat table counts.
        HeatUnit = "count";
        /// What the lanes of the timeline are.
        Lanes = "lanes";
        /// The style of a citation.
        CitationStyle = "citation";
    }
}

keyed! {
    /// A text that can be copied.
    Copied, control::COPIES {
        /// A Presidency's brief, as Markdown.
        Brief = "brief";
        /// The errors.
        Errors = "errors";
        /// The link to what is shown.
        Link = "link";
        /// The code that leads there from the search box.
        Code = "code";
        /// What cites it.
        Citation = "citation";
        /// The report on an error in a line.
        Report = "report";
        /// The HTML of a frame that shows what the dialog is about.
        Frame = "frame";
    }
}

keyed! {
    /// How the timeline can be moved.
    Move, control::MOVES {
        /// A step back in time.
        Earlier = "earlier";
        /// A step forward in time.
        Later = "later";
        /// A step closer.
        ZoomIn = "in";
        /// A step further out.
        ZoomOut = "out";
        /// To where nearly all of the facts are.
        Fit = "fit";
    }
}

keyed! {
    /// The form of a file that holds a drawing.
    FileForm, control::FILE_FORMS {
        /// Lines and letters.
        Svg = "svg";
        /// Pixels.
        Png = "png";
    }
}

impl Action {
    /// The value of `data-do`: a word, and an operand for most.
    pub fn to_attribute(&self) -> String {
        let (word, with) = match self {
            Self::Toggle(facet, value) => ("toggle", format!("{} {value}", facet.key())),
            Self::SetRole(role) => ("role", role.map_or("", Keyed::key).to_owned()),
            Self::Remove(Choice::Value(facet, value)) => ("remove-value", format!("{} {value}", facet.key())),
            Self::Remove(choice) => ("remove", choice.key().to_owned()),
            Self::SetSources(true) => ("sources", "all".to_owned()),
            Self::SetSources(false) => ("sources", "leading".to_owned()),
            Self::ClearAll => ("clear", String::new()),
            Self::ShowAllTime => ("all-time", String::new()),
            Self::TellAsOf(day) => ("as-of", day.to_string()),
            Self::Set(setting) => ("set", setting.key().to_owned()),
            Self::SortBy(column) => ("sort", column.clone()),
            Self::ReverseOrder => ("reverse", String::new()),
            Self::Fold(list) => ("fold", list.clone()),
            Self::OpenAll(true) => ("all", "open".to_owned()),
            Self::OpenAll(false) => ("all", "close".to_owned()),
            Self::ShowMore(list) => ("more", list.clone()),
            Self::ShowEarlier(list) => ("earlier", list.clone()),
            Self::FoldLane(lane) => ("lane", lane.to_string()),
            Self::GoTo(id) => ("go-to", id.clone()),
            Self::ToTop => ("top", String::new()),
            Self::NextHit => ("next-hit", String::new()),
            Self::Cite(line) => ("cite", line.to_string()),
            Self::ShowEverything => ("everything", String::new()),
            Self::Skip(to) => ("skip", to.key().to_owned()),
            Self::ShowFilters(true) => ("filters", "open".to_owned()),
            Self::ShowFilters(false) => ("filters", "close".to_owned()),
            Self::Share => ("share", String::new()),
            Self::CloseDialog => ("close-dialog", String::new()),
            Self::SaveCopy => ("save-copy", String::new()),
            Self::SaveCitation => ("save-citation", String::new()),
            Self::Export(format) => ("export", format.clone()),
            Self::StopExport => ("stop-export", String::new()),
            Self::SwitchTheme => ("theme", String::new()),
            Self::Dismiss => ("dismiss", String::new()),
            Self::Print => ("print", String::new()),
            Self::TryAgain => ("try-again", String::new()),
            Self::OwnData(action) => ("own-data", action.key()),
            Self::Compare(action) => ("compare", action.key()),
            Self::Copy(text) => ("copy", text.key().to_owned()),
            Self::EndCopy => ("end-copy", String::new()),
            Self::Move(motion) => ("move", motion.key().to_owned()),
            Self::SaveDrawing(form) => ("save-drawing", form.key().to_owned()),
        };
        if with.is_empty() {
            word.to_owned()
        } else {
            format!("{word} {with}")
        }
    }

    /// Parses `data-do`; none if it is no action.
    pub fn from_attribute(text: &str) -> Option<Self> {
        let (word, with) = text.split_once(' ').unwrap_or((text, ""));
        let value = || {
            let (facet, value) = with.split_once(' ')?;
            Some((Facet::from_key(facet)?, value.into()))
        };
        Some(match word {
            "toggle" => value().map(|(facet, value)| Self::Toggle(facet, value))?,
            "role" if with.is_empty() => Self::SetRole(None),
            "role" => Self::SetRole(Some(PresidencyRole::from_key(with)?)),
            "remove-value" => value().map(|(facet, value)| Self::Remove(Choice::Value(facet, value)))?,
            "remove" => Self::Remove(match with {
                "role" => Choice::Role,
                "window" => Choice::Window,
                "words" => Choice::Words,
                _ => return None,
            }),
            "sources" => Self::SetSources(match with {
                "all" => true,
                "leading" => false,
                _ => return None,
            }),
            "clear" => Self::ClearAll,
            "all-time" => Self::ShowAllTime,
            "as-of" => Self::TellAsOf(with.parse::<PartialDate>().ok()?.day()?),
            "set" => Self::Set(Setting::from_key(with)?),
            "sort" => Self::SortBy(with.to_owned()),
            "reverse" => Self::ReverseOrder,
            "fold" => Self::Fold(with.to_owned()),
            "all" => Self::OpenAll(match with {
                "open" => true,
                "close" => false,
                _ => return None,
            }),
            "more" => Self::ShowMore(with.to_owned()),
            "earlier" => Self::ShowEarlier(with.to_owned()),
            "lane" => Self::FoldLane(with.into()),
            "go-to" => Self::GoTo(with.to_owned()),
            "own-data" => Self::OwnData(OwnDataAction::from_key(with)?),
            "compare" => Self::Compare(CompareAction::from_key(with)?),
            "top" => Self::ToTop,
            "next-hit" => Self::NextHit,
            "cite" => Self::Cite(LineId::new(with)),
            "everything" => Self::ShowEverything,
            "skip" => Self::Skip(SkipTo::from_key(with)?),
            "filters" => Self::ShowFilters(match with {
                "open" => true,
                "close" => false,
                _ => return None,
            }),
            "share" => Self::Share,
            "close-dialog" => Self::CloseDialog,
            "save-copy" => Self::SaveCopy,
            "save-citation" => Self::SaveCitation,
            "export" => Self::Export(with.to_owned()),
            "stop-export" => Self::StopExport,
            "theme" => Self::SwitchTheme,
            "dismiss" => Self::Dismiss,
            "print" => Self::Print,
            "try-again" => Self::TryAgain,
            "copy" => Self::Copy(Copied::from_key(with)?),
            "end-copy" => Self::EndCopy,
            "move" => Self::Move(Move::from_key(with)?),
            "save-drawing" => Self::SaveDrawing(FileForm::from_key(with)?),
            _ => return None,
        })
    }
}
