//! Slip charts: which date was promised of an information system, and when that was said.

use crate::words::as_of::{AS, KNOWN};

/// The page, and the section on the page of a system.
pub const HEADING: &str = "Promised against said";

/// What the page shows.
pub const ABOUT: &str =
    "What was promised of each information system, by when, on which day that was said, and when it came.";

/// Of which sources the dates are: `From all five documents …`.
pub fn of_sources(documents: &str) -> String {
    format!("From {documents} and from what is reported since, whatever the views show.")
}

/// How a chart is read.
pub const READING: &str = "Across: the day on which a date was said. Up: the date that was promised. A level line keeps its word, a \
    rising one slips; the diagonal is the day on which it came, and what lies below it is past due.";

/// What the marks mean: a date that was promised, a period, what came, a part of it, past its date, still to come.
pub const KEY: [&str; 6] = [
    "date promised",
    "any day of a period",
    "put off",
    "it came",
    "a part put into service",
    "past its date",
];

/// The same in a line of a file.
pub const KEY_IN_FILE: &str = "Across: the day on which a date was said. Up: the date promised. Level: it stands; rising: it slips; \
    dashed: it is past. Solid mark: it came.";

/// Across, up, the diagonal, and what is below it.
pub const AXES: [&str; 4] = ["said on", "promised for", "the day it came", "past due"];

/// `as of 3 Feb 2020`.
pub fn as_of(day: &str) -> String {
    format!("as of {day}")
}

/// A chart, to those who listen: `EES: 14 dates promised for 5 things. The table says the same.`
pub fn chart(system: &str, dates: usize, promises: usize) -> String {
    let dates = match dates {
        1 => "1 date promised".to_owned(),
        dates => format!("{dates} dates promised"),
    };
    let promises = match promises {
        1 => "1 thing".to_owned(),
        promises => format!("{promises} things"),
    };
    format!("{system}: {dates} for {promises}. The table says the same.")
}

/// The table of a chart.
pub fn table(system: &str) -> String {
    format!("{system}: what was promised, by when, and who said so")
}

/// `1: said on 14 Sep 2016 by COM(2016) 602 final, promised for Q1 2020`.
pub fn promised(number: usize, on: &str, due: &str, by: &str) -> String {
    format!("{number}: said on {on} by {by}, promised for {due}")
}

/// `1: came 12 Oct 2025, by European Commission`.
pub fn came_in_full(number: usize, on: &str, by: &str) -> String {
    format!("{number}: came {on}, as {by} says")
}

/// `A part put into service on 19 May 2025, as eu-LISA says`.
pub fn launched(on: &str, by: &str) -> String {
    format!("A part put into service on {on}, as {by} says")
}

/// What a later fact says of a date, and who first of those it names: `put off, JHA Council`.
pub fn told(meaning: &str, who: Option<&str>) -> String {
    who.map_or_else(|| meaning.to_owned(), |who| format!("{meaning}, {who}"))
}

/// The columns.
pub const COLUMNS: [&str; 3] = ["Said on", "Promised for", "By whom, and who reports it"];

/// In the place of a date that was promised: it came, or a part of it was put into service.
pub const CAME: &str = "came";

/// What was promised, where no columns say so: `promised for Q1 2020`.
pub fn promised_for(due: &str) -> String {
    format!("promised for {due}")
}

/// Over what was put into service without a promise in the chart.
pub const LAUNCHED: &str = "Also put into service";

/// After a date: `3 months later`.
pub fn later(amount: &str) -> String {
    format!("{amount} later")
}

/// After a date that is no later than the one before.
pub const NOT_LATER: &str = "no later";

/// What became of a promise: `put off 9 times, by 70 months in all; came`.
pub fn course(times: usize, amount: Option<&str>, has_come: bool) -> String {
    let times = match times {
        0 => None,
        1 => Some("put off once".to_owned()),
        2 => Some("put off twice".to_owned()),
        times => Some(format!("put off {times} times")),
    };
    match (times, amount, has_come) {
        (None, None, true) => "came in time".to_owned(),
        (None, Some(amount), true) => format!("came {amount} late"),
        (Some(times), Some(amount), true) => format!("{times}, came {amount} after the first date"),
        (Some(times), None, true) => format!("{times}, came in time"),
        (Some(times), Some(amount), false) => format!("{times}, by {amount} in all"),
        (Some(times), None, false) => times,
        (None, ..) => String::new(),
    }
}

/// What is known by the day that is shown.
pub fn known(day: &str) -> String {
    format!("Shown is what was known on {day}.")
}

/// Before the way to what is known today.
pub const MORE_KNOWN: &str = "Dates that were announced later: ";

/// That way: `As known, 29 Nov 2026`.
pub fn as_known(day: &str) -> String {
    format!("{AS}{KNOWN}, {day}")
}

/// Systems without a date.
pub const WITHOUT: &str = "Named, but promised for no date in what is known: ";

/// No date is known yet.
pub const NOTHING: &str = "By that day no date had been promised.";

/// From the table of actors, and from a system to all of them.
pub const ALL_SYSTEMS: &str = "All information systems: promised against said";

/// The name of the file, without its end.
pub const FILE: &str = "slips";

/// `EES: promised against said`, the title of a file.
pub fn titled(system: &str) -> String {
    format!("{system}: promised against said")
}

/// Below the drawing in a file.
pub fn source(source: &str, day: &str) -> String {
    format!("{source}, and public pages named in the list; as known on {day}")
}
