//! The due dates of what is shown, as a calendar by RFC 5545: an entry for the last day of the time that was given.

use ics::components::Property;
use ics::parameters::Value as ValueParameter;
use ics::properties::{Description, DtStart, Summary, Transp};
use ics::{Event, ICalendar, escape_text};

use crate::domain::date::Day;
use crate::render::writing::{Unwritable, Writer};
use crate::view::{Due, ExportContent, ExportContext, one_line};
use crate::words::share::NO_DUE_DATE;

/// The longest line, in bytes without its end.
const LONGEST: usize = 75;

/// Writes an entry for each commitment, or for each date that later facts announce.
pub(super) struct CalendarWriter<'a> {
    context: ExportContext<'a>,
    due: Vec<Due<'a>>,
    calendar: ICalendar<'static>,
}

impl<'a> CalendarWriter<'a> {
    /// Of what is due. Without any there is no calendar, because the standard wants an entry in each.
    pub(super) fn new(context: ExportContext<'a>, exported: &ExportContent<'a>) -> Result<Self, Unwritable> {
        let due = exported.entries(&context);
        if due.is_empty() {
            return Err(Unwritable(NO_DUE_DATE.to_owned()));
        }
        let edition = &context.dataset.edition.id;
        let mut calendar = ICalendar::new(
            "2.0",
            format!("-//{}//{}//EN", context.dataset.vocabulary.file_stem(), code(edition)),
        );
        let name = format!("{edition}: {}", context.selection);
        calendar.push(Property::new("X-WR-CALNAME", text(&name)));
        Ok(Self { context, due, calendar })
    }
}

impl Writer for CalendarWriter<'_> {
    fn count(&self) -> usize {
        self.due.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let entry = self.context.calendar_entry(self.due[piece]);
        let stamp = format!("{}T000000Z", digits(self.context.dataset.edition.status_date));
        let mut event = Event::new(
            format!("{}@{}", entry.code, self.context.dataset.vocabulary.file_stem()),
            stamp,
        );
        let mut start = DtStart::new(digits(entry.day));
        start.add(ValueParameter::DATE);
        event.push(start);
        // A due date takes up no time.
        event.push(Transp::transparent());
        event.push(Summary::new(text(&entry.summary)));
        let lines = entry.description.map(|line| one_line(&line));
        event.push(Description::new(escape_text(lines.join("\n")).into_owned()));
        self.calendar.add_event(event);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        Ok(folded(&self.calendar.to_string()).into_bytes())
    }
}

/// `20200203`.
fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text of one line as a value.
fn text(text: &str) -> String {
    escape_text(one_line(text)).into_owned()
}

/// A text fit for the name of the program: without line ends and without separators.
fn code(text: &str) -> String {
    let is_fit = |character: &char| character.is_ascii_alphanumeric() || "-. ".contains(*character);
    text.chars()
        .map(|character| if is_fit(&character) { character } else { '-' })
        .collect()
}

/// The same with lines no longer than the standard allows: the library does not count the space at the start of a continued line.
fn folded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len() + calendar.len() / LONGEST * 3);
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let (mut rest, mut room) = (line, LONGEST);
        while room < rest.len() {
            let (first, others) = rest.split_at(fold(rest, room));
            folded.extend([first, "\r\n "]);
            (rest, room) = (others, LONGEST - 1);
        }
        folded.extend([rest, "\r\n"]);
    }
    folded
}

/// Where a line is folded: as late as there is room, and not beside a space, which some readers would take away.
fn fold(line: &str, room: usize) -> usize {
    let latest = line.floor_char_boundary(room);
    let is_within_word = |place: &usize| {
        let beside = line[..*place]
            .chars()
            .next_back()
            .into_iter()
            .chain(line[*place..].chars().next());
        beside.into_iter().all(|character| character != ' ')
    };
    let places = (latest / 2..=latest)
        .rev()
        .filter(|place| line.is_char_boundary(*place));
    places.into_iter().find(is_within_word).unwrap_or(latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long() {
        let long = format!("SUMMARY:{}\r\nEND:VEVENT\r\n", "é1".repeat(80));
        let folded = super::folded(&long);
        assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
        assert_eq!(folded.replace("\r\n ", ""), long);
        let spaced = format!("SUMMARY:{}\r\n", "two words ".repeat(40).trim_end());
        assert!(!super::folded(&spaced).contains(" \r\n ") && !super::folded(&spaced).contains("\r\n  "));
    }
}
