//! How measures, commitments and the lines of the general reports stand on one day: all that a query asks of them and that
//! moves with the day.

use std::sync::OnceLock;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::{Day, Period, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Measure};
use crate::domain::status::OutcomeState;
use crate::query::Facet;
use crate::query::index::Index;
use crate::query::involvement::{Involvement, of_measure, of_record};
use crate::query::search::Acronyms;
use crate::query::texts::commitment_text;

/// The next thing due, or what is most overdue when nothing is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its place in the measure's follow-up.
    pub commitment: usize,
    /// When it is or was due.
    pub due: When,
    /// Whether its time is over on the day that is asked for.
    pub is_overdue: bool,
}

impl NextDue {
    /// What is to come before what is overdue, the soonest and the longest overdue first.
    fn order(&self) -> (bool, Day, Day) {
        (self.is_overdue, self.due.period().last(), self.due.period().first())
    }
}

/// How a measure, a commitment, or a line of a general report stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// For each term of the rota, what it has to do with it.
    pub(super) involvements: Vec<Involvement>,
    /// What has come of it, by its place in the filter; nothing where nothing was promised.
    pub(super) outcome: Option<usize>,
    /// When something happened or was due, and when something came of it as far as that is known.
    pub(super) times: Vec<Period>,
}

/// How a measure stands, and what is latest and next in it.
#[derive(Clone, Debug)]
struct MeasureStanding {
    standing: Standing,
    latest: Option<usize>,
    next_due: Option<NextDue>,
    overdue: Option<NextDue>,
}

/// How everything stands on one day. [`Index::on`] gives it.
#[derive(Debug)]
pub struct Standings {
    day: Day,
    measures: Vec<MeasureStanding>,
    commitments: Vec<Standing>,
    lines: Vec<Standing>,
    /// The words of each commitment; only a reader who searches them pays for them.
    commitment_words: OnceLock<Vec<Vec<String>>>,
}

impl Standings {
    /// Works everything out for that day.
    pub(super) fn new(day: Day, dataset: &Dataset, index: &Index) -> Self {
        let outcomes = OutcomeState::ALL
            .iter()
            .map(|state| index.place(Facet::Outcome, state.key()));
        let on = OneDay {
            day,
            dataset,
            outcomes: outcomes.collect(),
        };
        let commitment = |home: Home, place: usize| on.record(Record::Commitment(&dataset.commitments(home)[place]));
        Self {
            day,
            measures: dataset.measures.iter().map(|measure| on.measure(measure)).collect(),
            commitments: index
                .commitments
                .iter()
                .map(|entry| commitment(entry.home, entry.place))
                .collect(),
            lines: index.lines.iter().map(|line| on.record(line.record)).collect(),
            commitment_words: OnceLock::new(),
        }
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// What each term of the rota has to do with that measure.
    pub fn involvements(&self, measure: usize) -> &[Involvement] {
        &self.measures[measure].standing.involvements
    }

    /// The place of the latest fact in the measure's state of play.
    pub fn latest(&self, measure: usize) -> Option<usize> {
        self.measures[measure].latest
    }

    /// What has been overdue longest for that measure.
    pub fn overdue(&self, measure: usize) -> Option<NextDue> {
        self.measures[measure].overdue
    }

    /// What is due next for that measure.
    pub fn next_due(&self, measure: usize) -> Option<NextDue> {
        self.measures[measure].next_due
    }

    pub(super) fn measure(&self, place: usize) -> &Standing {
        &self.measures[place].standing
    }

    pub(super) fn commitment(&self, place: usize) -> &Standing {
        &self.commitments[place]
    }

    pub(super) fn line(&self, place: usize) -> &Standing {
        &self.lines[place]
    }

    /// The words by which each commitment is found: what is not known yet on the day is not among them.
    pub(super) fn commitment_words(&self, dataset: &Dataset, index: &Index) -> &[Vec<String>] {
        self.commitment_words.get_or_init(|| {
            let acronyms = Acronyms::new(&dataset.glossary);
            let entries = index.commitments.iter();
            entries
                .map(|entry| acronyms.words_of(&commitment_text(entry.home, entry.place, self.day, dataset)))
                .collect()
        })
    }
}

/// What is needed to say how one thing stands on a day.
struct OneDay<'a> {
    day: Day,
    dataset: &'a Dataset,
    /// The place of each outcome among the values of its filter, in the order of the outcomes.
    outcomes: Vec<Option<usize>>,
}

impl OneDay<'_> {
    fn measure(&self, measure: &Measure) -> MeasureStanding {
        let happened = measure.state_of_play.iter().filter_map(|event| event.when);
        let promised = measure.follow_up.iter().flat_map(|commitment| self.dates(commitment));
        let dues = || self.dues(measure);
        MeasureStanding {
            standing: Standing {
                involvements: of_measure(measure, self.day, self.dataset),
                outcome: None,
                times: happened.chain(promised).map(When::period).collect(),
            },
            latest: self.latest(measure),
            next_due: dues().min_by_key(NextDue::order),
            overdue: dues().filter(|due| due.is_overdue).min_by_key(NextDue::order),
        }
    }

    fn record(&self, record: Record<'_>) -> Standing {
        let (outcome, times): (_, Vec<When>) = match record {
            Record::Event(event) => (None, event.when.into_iter().collect()),
            Record::Commitment(commitment) => (self.outcome(commitment), self.dates(commitment).collect()),
        };
        Standing {
            involvements: of_record(record, self.day, self.dataset),
            outcome,
            times: times.into_iter().map(When::period).collect(),
        }
    }

    fn outcome(&self, commitment: &Commitment) -> Option<usize> {
        let now = self.dataset.state(commitment, self.day);
        let place = OutcomeState::ALL.iter().position(|state| *state == now)?;
        self.outcomes[place]
    }

    /// When it is or was due, and when something came of it.
    fn dates(&self, commitment: &Commitment) -> impl Iterator<Item = When> + use<> {
        let known = self.dataset.known_outcome(commitment, self.day);
        let came = known.and_then(|outcome| outcome.date);
        commitment.due.into_iter().chain(came)
    }

    /// The latest dated fact up to the day: the one that began last.
    fn latest(&self, measure: &Measure) -> Option<usize> {
        let events = measure.state_of_play.iter().enumerate();
        let dated = events.filter_map(|(place, event)| Some((event.when?.period(), place)));
        dated
            .filter(|(period, _)| period.first() <= self.day)
            .max()
            .map(|(_, place)| place)
    }

    /// Everything that is still to be done by some date.
    fn dues<'a>(&'a self, measure: &'a Measure) -> impl Iterator<Item = NextDue> + 'a {
        let commitments = measure.follow_up.iter().enumerate();
        commitments.filter_map(move |(place, commitment)| {
            let due = commitment.due?;
            let is_overdue = due.period().last() < self.day;
            let counts = match self.dataset.state(commitment, self.day) {
                OutcomeState::Open => true,
                OutcomeState::Overdue => is_overdue,
                _ => false,
            };
            counts.then_some(NextDue {
                commitment: place,
                due,
                is_overdue,
            })
        })
    }
}
