//! Timelines: how they are used, and what they show in words.

/// The timeline of the view.
pub const LABEL: &str = "Timeline of the selection";

/// How it is used by keyboard; `label` says what it is a timeline of.
pub fn lines(label: &str) -> String {
    format!("{label}. The arrow keys move it, plus and minus zoom, Home shows all; Tab goes to the marks.")
}

/// How its marks are.
pub const MARKS: &str = "Marks: the arrow keys go from one to the next, Enter opens, plus and minus zoom around the mark, Home \
    shows all";

/// How it is used by mouse.
pub const USE: &str = "Rows stay in place whatever period is shown. Ctrl and the wheel zoom around the pointer; over the calendar \
    the wheel alone does.";

/// The card of a mark.
pub const CARD: &str = "What the mark stands for";

/// The buttons of the card.
pub const CARD_TOOLS: [&str; 2] = ["Zoom in here", "Close"];

/// `12 facts`.
pub fn facts(count: usize) -> String {
    format!("{count} facts")
}

/// The facts that a card leaves out.
pub fn more_facts(count: usize, is_open: bool) -> String {
    if is_open {
        format!("and {count} more: zoom in to see them")
    } else {
        format!("and {count} more: click, or press Enter, to open them")
    }
}

/// What the marks mean.
pub const LEGEND: &str = "Marks";

/// The marks that only the page has: several facts, and a delay.
pub const MORE_MARKS: [&str; 2] = ["several, opens", "past due, or put off"];

/// The buttons that move it, and those that save it.
pub const TOOLS: [&str; 2] = ["Move the timeline", "Save the drawing"];

/// Over the list of its facts.
pub const LIST: &str = "The same as a list";

/// What is listed there, where there is none.
pub const DATED_FACTS: &str = "dated facts";

/// `3 facts are in view; 20 more before or after.`
pub fn in_view(count: usize, outside: usize) -> String {
    let inside = match count {
        1 => "1 fact is in view".to_owned(),
        count => format!("{count} facts are in view"),
    };
    match outside {
        0 => format!("{inside}."),
        outside => format!("{inside}; {outside} more before or after."),
    }
}

/// `of 11`, and why a lane has fewer rows.
pub fn of_all(rows: usize, undated: usize) -> [String; 2] {
    let why = match undated {
        1 => "1 measure has no dated facts and therefore no row".to_owned(),
        count => format!("{count} measures have no dated facts and therefore no row"),
    };
    [format!("of {}", rows + undated), why]
}

/// So many measures have no row, and so many facts no mark.
pub fn undrawn(measures: usize, facts: usize) -> String {
    let measures = match measures {
        0 => String::new(),
        1 => "1 measure has no dated facts and therefore no row. ".to_owned(),
        count => format!("{count} measures have no dated facts and therefore no row. "),
    };
    let facts = match facts {
        0 => String::new(),
        1 => "1 fact or commitment without a date is not drawn. ".to_owned(),
        count => format!(
            "{count} facts and commitments without a date are not drawn; they are on the pages of their measures. "
        ),
    };
    measures + &facts
}

/// It was saved as a file.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}.")
}
