//! The due dates of what is shown, as a calendar by RFC 5545: an entry for the last day of the time that was given.

use ics::components::Property;
use ics::parameters::Value as ValueParameter;
use ics::properties::{Description, DtStart, Summary, Transp};
use ics::{Event, ICalendar, escape_text};

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::id::short_code;
use crate::domain::measure::Commitment;
use crate::domain::status::OutcomeState;
use crate::export::cell::title_of;
use crate::export::text::one_line;
use crate::export::writing::Writer;
use crate::export::{Shown, Told, Unwritable};

/// The longest line, in bytes without its end.
const LONGEST: usize = 75;

/// Why there is no calendar.
const NO_DATE: &str = "None of what is shown has a due date, so there is no calendar to save.";

/// Writes an entry for each commitment.
pub(super) struct CalendarWriter<'a> {
    told: Told<'a>,
    due: Vec<(Home, &'a Commitment, When)>,
    calendar: ICalendar<'static>,
}

impl<'a> CalendarWriter<'a> {
    /// Of what is shown line by line, and of a measure or section, every commitment with a date; of a table's measures only
    /// what is still to be done on the day, because what a table says of time is what is due and overdue.
    ///
    /// Without any there is no calendar, because the standard wants an entry in each.
    pub(super) fn new(told: Told<'a>, shown: &Shown<'a>) -> Result<Self, Unwritable> {
        let of_measures = match shown {
            Shown::Measure(_) => Vec::new(),
            _ => shown.measures(),
        };
        let records = shown
            .records(&told)
            .into_iter()
            .filter_map(|(home, record)| match record {
                Record::Commitment(commitment) => Some((home, commitment)),
                Record::Event(_) => None,
            });
        let is_to_do = |commitment: &&Commitment| {
            let state = told.dataset.state(commitment, told.as_of);
            matches!(state, OutcomeState::Open | OutcomeState::Overdue)
        };
        let of_measures = of_measures.into_iter().flat_map(|place| {
            let commitments = told.dataset.measures[place].follow_up.iter().filter(is_to_do);
            commitments.map(move |commitment| (Home::Measure(place), commitment))
        });
        let all = records.chain(of_measures);
        let due = all.filter_map(|(home, commitment)| Some((home, commitment, commitment.due?)));
        let due: Vec<_> = due.collect();
        if due.is_empty() {
            return Err(Unwritable(NO_DATE.to_owned()));
        }
        let edition = &told.dataset.edition;
        let mut calendar = ICalendar::new("2.0", format!("-//iss-followup//{}//EN", code(&edition.id)));
        let name = format!("{}: {}", edition.id, told.selection);
        calendar.push(Property::new("X-WR-CALNAME", text(&name)));
        Ok(Self { told, due, calendar })
    }

    fn event(&self, home: Home, commitment: &Commitment, due: When) -> Event<'static> {
        let dataset = self.told.dataset;
        let stamp = format!("{}T000000Z", digits(dataset.edition.status_date));
        let mut event = Event::new(format!("{}@iss-followup", short_code(commitment.id.as_str())), stamp);
        let mut start = DtStart::new(digits(due.period().last()));
        start.add(ValueParameter::DATE);
        event.push(start);
        // A due date takes nobody's time.
        event.push(Transp::transparent());
        let summary = match by_in_words(due) {
            Some(by) => format!("{} ({by})", commitment.text),
            None => commitment.text.clone(),
        };
        event.push(Summary::new(text(&summary)));
        event.push(Description::new(self.description(home, commitment)));
        event
    }

    /// A line for each thing: who, how it stands, of what it is a part, where it stands in the source, the short code.
    fn description(&self, home: Home, commitment: &Commitment) -> String {
        let (dataset, told) = (self.told.dataset, &self.told);
        let line = told
            .context()
            .brief_line(&told.line(home, Record::Commitment(commitment)));
        let state = line.outcome.as_ref().map_or("", |outcome| &outcome.words);
        let parts = [
            line.owner_names(),
            format!("{state} (as of {})", told.day_in_words()),
            part_of(home, dataset),
            line.place,
            short_code(commitment.id.as_str()),
        ];
        let lines: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
        escape_text(lines.join("\n")).into_owned()
    }
}

impl Writer for CalendarWriter<'_> {
    fn count(&self) -> usize {
        self.due.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let (home, commitment, due) = self.due[piece];
        let event = self.event(home, commitment, due);
        self.calendar.add_event(event);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<String, Unwritable> {
        Ok(folded(&self.calendar.to_string()))
    }
}

/// `by end of 2019`, `by 18 September 2019`; nothing for a single day, where the entry itself stands.
fn by_in_words(due: When) -> Option<String> {
    let period = due.period();
    let last = PartialDate::ending_with(period.last());
    let end = if last.is_day() { "" } else { "end of " };
    (period.first() != period.last()).then(|| format!("by {end}{}", last.in_words()))
}

/// `Measure 31: Title`.
fn part_of(home: Home, dataset: &Dataset) -> String {
    let title = title_of(home, dataset);
    match home {
        Home::Measure(place) => format!("Measure {}: {title}", dataset.measures[place].number),
        Home::Report(_) => format!("General report: {title}"),
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

/// What is fit for the name of the program: no end of a line, and nothing that has a meaning there.
fn code(text: &str) -> String {
    let is_fit = |character: &char| character.is_ascii_alphanumeric() || "-. ".contains(*character);
    text.chars()
        .map(|character| if is_fit(&character) { character } else { '-' })
        .collect()
}

/// The same with no line longer than the standard asks: the library counts a line that goes on without the space before it.
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
    fn the_end_of_a_time_is_told_where_it_is_no_day() {
        let by = |start: &str, end: Option<&str>| {
            let date = |text: &str| text.parse::<PartialDate>().expect("a date");
            by_in_words(When::new(date(start), end.map(date)).expect("a time"))
        };
        assert_eq!(by("2019-12-31", None), None);
        assert_eq!(by("2019", None), Some("by end of 2019".into()));
        assert_eq!(by("2020-H1", None), Some("by end of June 2020".into()));
        assert_eq!(
            by("2019-09-17", Some("2019-09-18")),
            Some("by 18 September 2019".into())
        );
    }

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
