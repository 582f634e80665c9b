//! What was promised of an information system: by when, on which day that was said, and when it came.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::body::Body;
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::delivery::Slip;
use crate::domain::id::{BodyId, LineId};
use crate::domain::later::{DateMeaning, LaterFact};
use crate::domain::measure::Commitment;
use crate::domain::outcome::{Evidence, Outcome};
use crate::domain::sort;
use crate::domain::status::{OutcomeState, Relation};

/// The promises of one information system, as known on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slips<'a> {
    /// The system.
    pub system: &'a Body,
    /// Each promise with a date: those with most dates first, then in the order in which they were made.
    pub promises: Vec<Promise<'a>>,
    /// What else of it was put into service, in order of time.
    pub launched: Vec<Statement<'a>>,
}

/// One thing that was promised, whenever and wherever that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise<'a> {
    /// What was to come.
    pub of: &'a str,
    /// Each date that was given for it, in the order in which they were said; at least one.
    pub dates: Vec<AnnouncedDate<'a>>,
    /// When it came: several times where one of the commitments asks for more than another.
    pub came: Vec<Statement<'a>>,
    /// The last day up to which it is known not to have come; none where it came, or where nothing says so.
    pub missing_on: Option<Day>,
}

/// A date that was given for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncedDate<'a> {
    /// By when it was to come.
    pub due: When,
    /// When that was said, and by which line.
    pub statement: Statement<'a>,
}

/// When something was said or came, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// When.
    pub on: When,
    /// The line that says so.
    pub by: StatementLine<'a>,
    /// The measure or section where it stands.
    pub home: Home,
}

/// A line that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementLine<'a> {
    /// A fact or commitment of a source.
    Record(Record<'a>),
    /// A fact that public pages report since.
    Later(&'a LaterFact),
}

impl<'a> StatementLine<'a> {
    /// Its id.
    pub fn id(self) -> &'a LineId {
        match self {
            Self::Record(record) => record.id(),
            Self::Later(fact) => &fact.id,
        }
    }
}

impl<'a> Promise<'a> {
    /// Each date that was given for it, and each on which it came, which has none, in order of time; what came on the day of a new
    /// date comes first.
    pub fn lines(&self) -> Vec<(Statement<'a>, Option<When>)> {
        let came = self.came.iter().map(|came| (came.clone(), None));
        let dates = self.dates.iter().map(|said| (said.statement.clone(), Some(said.due)));
        let mut lines: Vec<_> = came.chain(dates).collect();
        sort::by_key(&mut lines, |(statement, _)| statement.on.period().first());
        lines
    }

    /// How often a later date was given than the one before.
    pub fn times_put_off(&self) -> usize {
        let pairs = self.dates.windows(2);
        pairs.filter(|pair| slip(pair[0].due, pair[1].due).is_some()).count()
    }

    /// How much later than its first date it came in the end, or was to come by the last one: `67 months`.
    pub fn slip(&self) -> Option<String> {
        let last = self.came.last().map_or(self.dates.last()?.due, |came| came.on);
        slip(self.dates.first()?.due, last)
    }

    /// Whether a date was said after it came, so that it was to come once more.
    pub fn has_come(&self) -> bool {
        let said = self.dates.last().map(|said| said.statement.on.period().first());
        let came = self.came.last().map(|came| came.on.period().first());
        said < came
    }
}

/// How much later one date is than another.
pub fn slip(due: When, later: When) -> Option<String> {
    Slip::new(due.period(), later.period()).amount()
}

/// The promises of every information system that has any by that day: those with most dates first.
pub fn all_slips(as_of: Day, dataset: &Dataset) -> Vec<Slips<'_>> {
    let systems = dataset.bodies.iter().filter(|body| body.is_system());
    let mut all: Vec<Slips> = systems.map(|system| slips(system, as_of, dataset)).collect();
    all.retain(|slips| !slips.promises.is_empty());
    sort::by_key(&mut all, |slips| std::cmp::Reverse(slips.count()));
    all
}

impl Slips<'_> {
    /// How many dates were promised.
    pub fn count(&self) -> usize {
        self.promises.iter().map(|promise| promise.dates.len()).sum()
    }

    /// Every period that it has: of what was promised, of when that was said and of what came.
    pub fn periods(&self) -> impl Iterator<Item = When> {
        let promises = self.promises.iter();
        let dates = promises.clone().flat_map(|promise| &promise.dates);
        let came = promises.flat_map(|promise| &promise.came).chain(&self.launched);
        dates
            .flat_map(|said| [said.due, said.statement.on])
            .chain(came.map(|came| came.on))
    }
}

/// The promises of an information system, as known on `as_of`.
pub fn slips<'a>(system: &'a Body, as_of: Day, dataset: &'a Dataset) -> Slips<'a> {
    let later = later_facts(&system.id, as_of, dataset);
    let mut drafts: Vec<Draft> = Vec::new();
    for (home, commitment) in commitments(&system.id, &later, dataset) {
        let said = said_in_source(home, commitment, as_of, dataset);
        let same = commitment.related.iter();
        let same = same.filter(|tie| matches!(tie.relation, Relation::Duplicate | Relation::Update));
        let mut draft = Draft::new(None, said.into_iter().collect());
        draft.commitments.push(commitment);
        draft.names.push(&commitment.id);
        draft.names.extend(same.map(|tie| &tie.record));
        join(&mut drafts, draft);
    }
    for (home, fact) in &later {
        let Some(new_due) = &fact.new_due else { continue };
        let statement = Statement {
            on: fact.when,
            by: StatementLine::Later(fact),
            home: *home,
        };
        let mut draft = Draft::new(
            Some(&new_due.of),
            vec![AnnouncedDate {
                due: new_due.due,
                statement,
            }],
        );
        draft.names.extend(&new_due.commitments);
        join(&mut drafts, draft);
    }
    drafts.retain(|draft| !draft.dates.is_empty());
    let mut promises: Vec<Promise> = drafts.into_iter().map(|draft| draft.promise(as_of, dataset)).collect();
    sort::by_number(&mut promises, |promise| {
        let first = promise.dates.first();
        first.map_or(0, |said| order(said.statement.on))
    });
    sort::by_key(&mut promises, |promise| std::cmp::Reverse(promise.dates.len()));
    let is_told = |fact: &LaterFact| {
        let mut came = promises.iter().flat_map(|promise| &promise.came);
        came.any(|came| *came.by.id() == fact.id)
    };
    let launched = later
        .iter()
        .filter(|(_, fact)| fact.date_meaning == DateMeaning::Launched && !is_told(fact));
    let launched = launched.map(|(home, fact)| Statement {
        on: fact.when,
        by: StatementLine::Later(fact),
        home: *home,
    });
    Slips {
        system,
        launched: launched.collect(),
        promises,
    }
}

/// The later facts about a system that are known by that day, in order of time; none as long as the record itself is told.
fn later_facts<'a>(system: &BodyId, as_of: Day, dataset: &'a Dataset) -> Vec<(Home, &'a LaterFact)> {
    if as_of <= dataset.edition.status_date {
        return Vec::new();
    }
    let all = dataset
        .homes()
        .flat_map(|home| dataset.own_later_facts(home).iter().map(move |fact| (home, fact)));
    let mut known: Vec<_> = all
        .filter(|(_, fact)| fact.systems.contains(system) && fact.is_known(as_of))
        .collect();
    sort::by_number(&mut known, |(_, fact)| fact.order());
    known
}

/// The commitments that name a system, or whose date one of these facts moves.
fn commitments<'a>(system: &BodyId, later: &[(Home, &LaterFact)], dataset: &'a Dataset) -> Vec<(Home, &'a Commitment)> {
    let mut found = Vec::new();
    for home in dataset.homes() {
        for commitment in dataset.commitments(home) {
            let is_named = Record::Commitment(commitment).bodies().any(|body| body == system);
            let mut moved = later.iter().filter_map(|(_, fact)| fact.new_due.as_ref());
            if is_named || moved.any(|new_due| new_due.commitments.contains(&commitment.id)) {
                found.push((home, commitment));
            }
        }
    }
    found
}

/// The date of a commitment, said on the day of its source; none where that is not out by `as_of`.
fn said_in_source<'a>(
    home: Home,
    commitment: &'a Commitment,
    as_of: Day,
    dataset: &'a Dataset,
) -> Option<AnnouncedDate<'a>> {
    let source = dataset.source_of(home)?;
    let is_out = source.date <= as_of || dataset.edition.status_date <= as_of;
    Some(AnnouncedDate {
        due: commitment.due.filter(|_| is_out)?,
        statement: Statement {
            on: When::new(PartialDate::of_day(source.date), None)?,
            by: StatementLine::Record(Record::Commitment(commitment)),
            home,
        },
    })
}

/// A promise that is being put together.
struct Draft<'a> {
    of: Option<&'a str>,
    /// The ids of commitments that are about the same.
    names: Vec<&'a LineId>,
    commitments: Vec<&'a Commitment>,
    dates: Vec<AnnouncedDate<'a>>,
}

impl<'a> Draft<'a> {
    fn new(of: Option<&'a str>, dates: Vec<AnnouncedDate<'a>>) -> Self {
        Self {
            of,
            names: Vec::new(),
            commitments: Vec::new(),
            dates,
        }
    }

    /// Whether both are about the same thing: by the commitments that both name, or by what is to come.
    fn is_same(&self, other: &Self) -> bool {
        self.names.iter().any(|name| other.names.contains(name)) || (self.of.is_some() && self.of == other.of)
    }

    fn promise(self, as_of: Day, dataset: &'a Dataset) -> Promise<'a> {
        let Self {
            of,
            commitments,
            mut dates,
            ..
        } = self;
        sort::by_number(&mut dates, |said| order(said.statement.on));
        let mut came: Vec<Statement> = Vec::new();
        for commitment in &commitments {
            let statement = dataset
                .known_outcome(commitment, as_of)
                .and_then(|outcome| came_by(commitment, outcome, dataset));
            came.extend(statement.filter(|statement| came.iter().all(|other| other.by.id() != statement.by.id())));
        }
        sort::by_number(&mut came, |came| order(came.on));
        let missing = commitments
            .iter()
            .filter_map(|commitment| missing_on(commitment, as_of, dataset))
            .max();
        let first = commitments.first().map_or("", |commitment| &commitment.text);
        let mut promise = Promise {
            of: of.unwrap_or(first),
            dates,
            came,
            missing_on: None,
        };
        promise.missing_on = missing.filter(|_| !promise.has_come());
        promise
    }
}

/// Puts together what is about the same.
fn join<'a>(drafts: &mut Vec<Draft<'a>>, mut new: Draft<'a>) {
    let (same, others) = std::mem::take(drafts)
        .into_iter()
        .partition(|draft: &Draft| draft.is_same(&new));
    *drafts = others;
    let same: Vec<Draft> = same;
    for draft in same.into_iter().rev() {
        new = Draft {
            of: draft.of.or(new.of),
            names: [draft.names, new.names].concat(),
            commitments: [draft.commitments, new.commitments].concat(),
            dates: [draft.dates, new.dates].concat(),
        };
    }
    drafts.push(new);
}

/// When a commitment was met, and what shows it; none where it was not, or where that has no date.
fn came_by<'a>(commitment: &'a Commitment, outcome: &'a Outcome, dataset: &'a Dataset) -> Option<Statement<'a>> {
    if !matches!(outcome.state, OutcomeState::Met | OutcomeState::MetLate) {
        return None;
    }
    let on = outcome.date?;
    let shown = outcome.evidence.iter().find_map(|shown| match shown {
        Evidence::Later(id) => dataset
            .later_fact(id)
            .map(|(home, fact)| (home, StatementLine::Later(fact))),
        Evidence::Line(id) => dataset
            .record(id)
            .map(|(home, record)| (home, StatementLine::Record(record))),
        Evidence::Document(_) => None,
    });
    let own = || {
        let (home, record) = dataset.record(&commitment.id)?;
        Some((home, StatementLine::Record(record)))
    };
    let (home, by) = shown.or_else(own)?;
    Some(Statement { on, by, home })
}

/// The last day on which a commitment is known not to be done: that of the fact that says so, or of the record.
fn missing_on(commitment: &Commitment, as_of: Day, dataset: &Dataset) -> Option<Day> {
    use OutcomeState::{Changed, NotMet, Open, PastDue};
    let is_missing = matches!(dataset.state(commitment, as_of), Open | PastDue | Changed | NotMet);
    let statement = dataset
        .known_outcome(commitment, as_of)
        .and_then(|outcome| outcome.date);
    let reported = as_of.min(dataset.edition.status_date);
    is_missing.then(|| statement.map_or(reported, |statement| statement.period().first()))
}

/// The order of time: by the first day, then by the last.
fn order(when: When) -> i64 {
    let period = when.period();
    crate::domain::date::order_of_days(period.first(), period.last())
}
