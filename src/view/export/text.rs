//! What is shown as text: a title block, and an item for each thing, with its source and page; of what is due, an entry of a
//! calendar.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::identifier::Scheme;
use crate::domain::invisible_chars::is_invisible;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Commitment;
use crate::domain::status::OutcomeState;
use crate::domain::vocabulary::Wording;
use crate::query::{self, DueState};
use crate::view::export::later::announced;
use crate::view::export::{Due, ExportContent, ExportContext, Item};
use crate::view::link::joined;
use crate::view::{BriefLineView, DocumentEntry, plain};
use crate::words::{actors, compare, export, line, names, slips};

/// One thing as an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextItem {
    /// The number of a measure or document, the date of a line.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What else there is to say; its source, page and code come last. None of them is empty.
    pub details: Vec<String>,
}

/// A commitment as an entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its short code.
    pub code: String,
    /// The last day of the time that was given.
    pub day: Day,
    /// What was to be done, and by when where that is no single day.
    pub summary: String,
    /// Owners, outcome, measure or section, place in the source, short code.
    pub description: [String; 5],
}

/// A text on one line: each run of white space becomes one space.
///
/// Control characters are left out, and so are characters that would change the direction of the text after them.
pub fn one_line(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let mut line = String::with_capacity(text.len());
    for word in words {
        let mut seen = word.chars().filter(|character| !is_invisible(*character)).peekable();
        if seen.peek().is_some() && !line.is_empty() {
            line.push(' ');
        }
        line.extend(seen);
    }
    line
}

impl<'a> ExportContent<'a> {
    /// What it is; a brief has a title of its own.
    pub fn title(&self, dataset: &Dataset) -> String {
        let own = &dataset.vocabulary;
        let [measures, facts, commitments, documents, later] = export::TITLES;
        match self {
            Self::Measures(_) => measures.to_owned(),
            Self::Facts(_) => facts.to_owned(),
            Self::Commitments(_) => commitments.to_owned(),
            Self::Documents(_) => documents.to_owned(),
            Self::Heat { heat, axes, .. } => actors::title(
                heat.unit.label(),
                &own.say(axes.rows().label()),
                &own.say(axes.columns().label()),
            ),
            Self::Briefs(_) => String::new(),
            Self::Measure(place) => {
                let measure = &dataset.measures[*place];
                format!("{} {}", measure.number, measure.title)
            }
            Self::Report(place) => names::report(&own.heading(Wording::Report), &dataset.reports[*place].title),
            Self::Body { id, .. } => dataset
                .body(id)
                .map_or_else(|| id.to_string(), |body| body.name.clone()),
            Self::Document(place) => dataset.documents[*place].name().to_owned(),
            Self::Later(_) => later.to_owned(),
            Self::Slips(_) => slips::HEADING.to_owned(),
            Self::Differences(_) => compare::HEADING.to_owned(),
        }
    }

    /// The main properties of a measure or document; the selection, the day, the source and the address. Empty ones are left out.
    pub fn properties(&self, context: &ExportContext<'a>) -> Vec<(&'static str, String)> {
        let mut all = match self {
            Self::Measure(place) => context.measure_properties(*place),
            Self::Document(place) => context.document_properties(*place),
            Self::Differences(differences) => compare::EDITIONS
                .into_iter()
                .zip(differences.editions.clone())
                .collect(),
            _ => Vec::new(),
        };
        let edition = &context.dataset.edition;
        let [selection, edition_name, address] = export::PROPERTIES;
        all.extend([
            (selection, context.selection.clone()),
            (export::AS_OF, context.day_in_words()),
            (edition_name, format!("{}, {}", edition.id, edition.title)),
            (address, format!("#{}", context.address)),
        ]);
        all
    }

    /// What a calendar of it has: what is due, and of later facts the dates that they announce.
    pub fn entries(&self, context: &ExportContext<'a>) -> Vec<Due<'a>> {
        let announced = announced(&self.later_facts().unwrap_or_default());
        let due = match self {
            Self::Later(_) => Vec::new(),
            _ => self.due(context),
        };
        let promise = |(home, commitment, due)| Due::Promise(home, commitment, due);
        due.into_iter().map(promise).chain(announced).collect()
    }

    /// What is due, with its date: the dated commitments among the lines that are shown; of a table's measures only those that are
    /// still open or past due on the day, because that is what a table shows.
    pub fn due(&self, context: &ExportContext<'a>) -> Vec<(Home, &'a Commitment, When)> {
        let of_lines = self.records(context).into_iter();
        let of_lines = of_lines.filter_map(|(home, record)| match record {
            Record::Commitment(commitment) => Some((home, commitment)),
            Record::Event(_) => None,
        });
        let listed = match self {
            Self::Measure(_) => Vec::new(),
            _ => self.measures(),
        };
        let is_to_do = |commitment: &&Commitment| {
            let state = context.dataset.state(commitment, context.as_of);
            matches!(state, OutcomeState::Open | OutcomeState::PastDue)
        };
        let of_measures = listed.into_iter().flat_map(|place| {
            let commitments = context.dataset.measures[place].follow_up.iter().filter(is_to_do);
            commitments.map(move |commitment| (Home::Measure(place), commitment))
        });
        let all = of_lines.chain(of_measures);
        all.filter_map(|(home, commitment)| Some((home, commitment, commitment.due?)))
            .collect()
    }
}

impl<'a> ExportContext<'a> {
    fn measure_properties(&self, place: usize) -> Vec<(&'static str, String)> {
        let view = self.view_context().measure(place);
        let cited: Vec<&str> = view
            .documents
            .iter()
            .map(|cited| cited.document.text.as_str())
            .collect();
        // What cannot follow another day says of which it is.
        let as_of = |text: String| match self.view_context().set_back() {
            Some(day) => format!("{text} ({day})"),
            None => text,
        };
        let values = [
            view.source.code,
            format!("{}, {}", view.source.number, view.source.place),
            as_of(format!("{} ({})", view.status_name, plain(&view.status_reason))),
            as_of(plain(&view.summary)),
            joined(&view.working_parties, ", "),
            cited.join("; "),
        ];
        export::MEASURE_PROPERTIES.into_iter().zip(values).collect()
    }

    fn document_properties(&self, place: usize) -> Vec<(&'static str, String)> {
        let document = &self.dataset.documents[place];
        let entry = DocumentEntry::of(document);
        let identifier = |scheme| document.identifier(scheme).map(str::to_owned);
        let values = [
            Some(entry.kind.to_owned()),
            entry.title,
            entry.date,
            entry.oj,
            identifier(Scheme::Celex),
            entry.applies,
            document.transposition.map(PartialDate::in_words),
            entry.marking,
            document.url(),
            identifier(Scheme::Eli),
            Some(self.who_cites(place)),
        ];
        let all = export::DOCUMENT_PROPERTIES.into_iter().zip(values);
        all.filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// `ISS-31, general report, Terrorism`.
    fn who_cites(&self, document: usize) -> String {
        let who = query::citing(document, self.index)
            .into_iter()
            .map(|(home, _)| match home {
                Home::Measure(place) => self.dataset.vocabulary.code(&self.dataset.measures[place].id),
                Home::Report(place) => names::report(
                    self.dataset.vocabulary.one(Wording::Report),
                    &self.dataset.reports[place].title,
                ),
            });
        who.collect::<Vec<_>>().join(", ")
    }

    /// The thing as an item of a list; none where it is more than one item or a row of counts.
    pub fn text_item(&self, item: &Item<'a>) -> Option<TextItem> {
        match item {
            Item::Measure(place) => Some(self.measure_item(*place)),
            Item::Document(place) => Some(self.document_item(*place)),
            Item::Line(line) | Item::InBrief(_, line) => Some(self.view_context().brief_line(line).as_item()),
            Item::Later(home, fact) => Some(self.later_item(*home, fact)),
            Item::Slip(line) => Some(self.slip_item(line)),
            Item::Brief(_) | Item::Counts(_) | Item::Difference(_) | Item::DifferentField(..) => None,
        }
    }

    fn measure_item(&self, place: usize) -> TextItem {
        let context = self.view_context();
        let row = context.table_row(place, &[]);
        let measure = &self.dataset.measures[place];
        let latest = row.latest.as_ref().and_then(|(_, date)| date.as_deref());
        let place_in_source = context.place_in_source(Home::Measure(place), &measure.locator);
        let passed = row.dues.iter().filter(|due| due.state != DueState::Pending);
        let passed = passed.map(|due| due.link.text.as_str()).collect::<Vec<_>>().join(", ");
        let status = self.dataset.vocabulary.status(row.status);
        let details = vec![
            Some(match &row.status_day {
                Some(day) => format!("{status} ({day})"),
                None => status.to_owned(),
            }),
            Some(joined(&row.working_parties, ", ")),
            latest.map(export::latest_fact),
            row.due(DueState::Pending).map(export::next_due),
            Some(passed),
            Some(place_in_source),
            Some(self.dataset.vocabulary.code(&row.id)),
        ];
        TextItem::new(row.number, row.link.text, details)
    }

    fn document_item(&self, place: usize) -> TextItem {
        let document = &self.dataset.documents[place];
        let who = Some(self.who_cites(place)).filter(|who| !who.is_empty());
        let details = vec![
            Some(document.kind.label().to_owned()),
            document.date.map(PartialDate::in_short),
            document.marking.clone(),
            document.oj.clone(),
            document.url(),
            who.map(|who| export::cited_by(&who)),
        ];
        let title = document.number.as_ref().and(document.title.clone());
        TextItem::new(document.name().to_owned(), title.unwrap_or_default(), details)
    }

    /// Something that is due as an entry of a calendar.
    pub fn calendar_entry(&self, due: Due<'a>) -> CalendarEntry {
        match due {
            Due::Promise(home, commitment, due) => self.promise_entry(home, commitment, due),
            Due::Announced(home, fact, new_due) => self.announced_entry(home, fact, new_due),
        }
    }

    fn promise_entry(&self, home: Home, commitment: &'a Commitment, due: When) -> CalendarEntry {
        let line = self
            .view_context()
            .brief_line(&self.line(home, Record::Commitment(commitment)));
        let code = self.dataset.vocabulary.code(&line.id);
        let state = line.outcome.as_ref().map_or("", |outcome| &outcome.words);
        let part_of = match home {
            Home::Measure(place) => {
                let measure = &self.dataset.measures[place];
                names::measure_titled(&names::measure_heading(&measure.number), &measure.title)
            }
            Home::Report(place) => names::report_titled(
                &self.dataset.vocabulary.heading(Wording::Report),
                &self.dataset.reports[place].title,
            ),
        };
        let text = &commitment.text;
        CalendarEntry {
            day: due.period().last(),
            summary: by_in_words(due).map_or_else(|| text.clone(), |by| format!("{text} ({by})")),
            description: [
                joined(&line.owners, ", "),
                export::state_as_of(state, &self.day_in_words()),
                part_of,
                line.place,
                code.clone(),
            ],
            code,
        }
    }
}

impl TextItem {
    pub(super) fn new(name: String, text: String, details: Vec<Option<String>>) -> Self {
        let details = details.into_iter().flatten().filter(|detail| !detail.is_empty());
        Self {
            name,
            text,
            details: details.collect(),
        }
    }
}

impl BriefLineView {
    /// `Dec 2019`, and in brackets the owner, the outcome, the grounds, the source and the id.
    pub fn as_item(&self) -> TextItem {
        let words = self.moment.words.as_ref().map(|words| line::quoted(words));
        let date = self.moment.date.as_ref().map(|(_, date)| date.clone());
        let date: Vec<String> = date.into_iter().chain(words).collect();
        let name = if date.is_empty() {
            names::NO_DATE.to_owned()
        } else {
            date.join(", ")
        };
        let details = vec![
            Some(joined(&self.owners, ", ")),
            self.outcome.as_ref().map(|outcome| outcome.words.clone()),
            self.basis.as_ref().map(|(_, says)| says.clone()),
            Some(self.place.clone()),
            Some(self.id.to_string()),
        ];
        TextItem::new(name, plain(&self.text), details)
    }
}

/// `by end of 2019`, `by 18 September 2019`; none for a single day, which is the day of the entry.
fn by_in_words(due: When) -> Option<String> {
    let period = due.period();
    let last = PartialDate::ending_with(period.last());
    (period.first() != period.last()).then(|| export::by(&last.in_words(), last.is_day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line_and_turns_nothing() {
        assert_eq!(one_line("one\r\n\ttwo \u{0}three"), "one two three");
        assert_eq!(one_line(" \u{202e}one \u{2067} two\u{2028}"), "one two");
        assert_eq!(one_line("\u{85}"), "");
    }

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
}
