//! One line of a record: what happened, or what somebody was to do.

use crate::dataset::{Home, Record, Tie};
use crate::domain::body::Body;
use crate::domain::date::When;
use crate::domain::delivery::Delivery;
use crate::domain::id::{BodyId, LineId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Naming};
use crate::domain::outcome::{Evidence, Outcome};
use crate::domain::status::{EventKind, OutcomeState};
use crate::domain::vocabulary::Vocabulary;
use crate::query::{self, Basis};
use crate::route::Page;
use crate::view::text::leave_out_named;
use crate::view::{Context, Link, Run};
use crate::words::{line, status};

/// A dated fact or a commitment, as every page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// The id by which links name it.
    pub id: LineId,
    /// Its address: `/measure/31?fact=31-e1`.
    pub address: String,
    /// When it happened or was due.
    pub moment: Moment,
    /// What kind of fact it is; none for a commitment.
    pub kind: Option<EventKind>,
    /// Whether it is still to come.
    pub is_planned: bool,
    /// Its text.
    pub text: Vec<Run>,
    /// Who was to do it.
    pub owners: Vec<Link>,
    /// The outcome of a commitment.
    pub outcome: Option<OutcomeView>,
    /// What a commitment names; none in the record, which has it in the text.
    pub namings: Option<NamingsView>,
    /// The Presidency that it belongs to.
    pub presidency: Option<PresidencyView>,
    /// The information systems that it is about without leading to them in its text; none on their own pages and in the record, which
    /// names them with the measure.
    pub systems: Vec<Link>,
    /// What it cites.
    pub documents: Vec<Link>,
    /// The measure or section that has it; none on its own page.
    pub home: Option<Link>,
    /// The measures that a line of a general report concerns; none on their own pages.
    pub concerns: Vec<Link>,
    /// Its place in the source: `II.31, p. 62`.
    pub place: String,
    /// Whether its page number was counted, where the page says so.
    pub is_page_counted: bool,
    /// Related lines.
    pub ties: Vec<TieView>,
    /// The editors' remark.
    pub note: Option<Vec<Run>>,
}

/// A date, with the source's own words where they say more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// For machines, where they have a way to write it, and for readers: `2020-05-25`, `25 May 2020`.
    pub date: Option<(Option<String>, String)>,
    /// The source's own words.
    pub words: Option<String>,
}

/// Whether a commitment names an owner, a date and a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamingsView {
    /// Each of the three, and whether it is named.
    pub each: [(Naming, bool); 3],
    /// The words for the product.
    pub product: Option<String>,
}

/// The outcome of a commitment, as of the current day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeView {
    /// The outcome.
    pub state: OutcomeState,
    /// The same in words, with its date: `done, 25 May 2020`.
    pub words: String,
    /// How late it was: `10 months late`.
    pub slip: Option<String>,
    /// Why.
    pub reason: Option<Reason>,
}

/// From what an outcome follows, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// `At 3 February 2020: ` if the reason is not about the current day.
    pub day: Option<String>,
    /// The editors' words.
    pub text: Vec<Run>,
    /// What shows it, each with its date in brackets where it has one.
    pub evidence: Vec<(Link, Option<String>)>,
}

/// The Presidency that a line belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresidencyView {
    /// `Croatian Presidency`.
    pub title: String,
    /// The way to its brief, if it has one.
    pub brief: Option<Link>,
    /// Whether the text names it, or only the date falls in its term.
    pub grounds: String,
}

/// A related line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieView {
    /// How the two are tied: `repeats`.
    pub label: &'static str,
    /// The other line.
    pub other: Link,
    /// The editors' remark on the tie.
    pub note: Option<String>,
}

impl Context<'_> {
    /// A line; `home` is set outside its own page.
    pub fn line(&self, record: Record<'_>, home: Option<Home>) -> LineView {
        let (kind, owners, commitment) = match record {
            Record::Event(event) => (Some(event.kind), &[][..], None),
            Record::Commitment(commitment) => (None, &commitment.owners[..], Some(commitment)),
        };
        // In the order in which it is read: an acronym is explained where it comes first.
        let text = self.text(record.text());
        let mut systems = self.systems_of(record);
        leave_out_named(&mut systems, &text);
        let outcome = commitment.map(|commitment| self.outcome(commitment));
        let note = record.note().map(|note| self.text(note));
        let is_planned = match record {
            Record::Event(event) => event.is_planned(self.day),
            Record::Commitment(commitment) => !self.dataset.state(commitment, self.day).is_done(),
        };
        LineView {
            id: record.id().clone(),
            address: self.address_of(record),
            moment: Moment::of(record),
            kind,
            is_planned,
            text,
            owners: self.bodies(owners),
            outcome,
            namings: commitment.filter(|_| !self.is_record).map(NamingsView::of),
            presidency: self.presidency_of(record.presidency(), record.when()),
            systems,
            documents: self.documents(record.documents()),
            home: home.map(|home| self.home_link(home, record.id())),
            concerns: Vec::new(),
            place: record.locator().in_words(),
            is_page_counted: record.locator().page_counted && !self.is_record,
            ties: self.ties(record),
            note,
        }
    }

    fn systems_of(&self, record: Record<'_>) -> Vec<Link> {
        let is_system = |id: &&BodyId| self.dataset.body(id).is_some_and(Body::is_system);
        let named = record.bodies().filter(|_| !self.is_record).filter(is_system);
        self.bodies(&named.cloned().collect::<Vec<_>>())
    }

    /// The outcome of a commitment.
    pub(super) fn outcome(&self, commitment: &Commitment) -> OutcomeView {
        let state = self.dataset.state(commitment, self.day);
        let outcome = self.dataset.known_outcome(commitment, self.day);
        let done = outcome
            .and_then(|outcome| outcome.date)
            .map(|date| format!(", {}", date.in_words()));
        let later = self.dataset.put_off_to(commitment, self.day);
        let later = later.map(|later| line::new_date(commitment.due.is_some(), &later.in_words()));
        let delivery = self.dataset.delivery(commitment, self.day);
        OutcomeView {
            state,
            words: [
                Some(state_in_words(state, delivery, &self.dataset.vocabulary)),
                done,
                later,
            ]
            .into_iter()
            .flatten()
            .collect(),
            slip: delivery.in_words().filter(|_| state != OutcomeState::PastDue),
            reason: outcome.map(|outcome| self.reason(outcome, state)),
        }
    }

    /// Why a commitment has its outcome; `state` is its outcome on the current day.
    pub fn reason(&self, outcome: &Outcome, state: OutcomeState) -> Reason {
        Reason {
            day: (outcome.state != state).then(|| line::at(&self.status_date())),
            text: self.text(&outcome.text),
            evidence: self.evidence(&outcome.evidence),
        }
    }

    /// The facts, commitments and documents that prove an outcome. Of two lines of one measure on one day, the second is called
    /// another.
    fn evidence(&self, all: &[Evidence]) -> Vec<(Link, Option<String>)> {
        let mut seen = Vec::new();
        let link = |evidence: &Evidence| match evidence {
            Evidence::Line(id) => {
                let (home, record) = self.dataset.record(id)?;
                let line = (home, record.when());
                let date = if seen.contains(&line) {
                    Some(line::ANOTHER_LINE.to_owned())
                } else {
                    record.when().map(When::in_short)
                };
                seen.push(line);
                Some((self.short_home_link(home, id), date))
            }
            Evidence::Document(id) => {
                let document = self.dataset.document(id)?;
                Some((self.link(Page::Document(id.clone()), document.name()), None))
            }
            Evidence::Later(id) => {
                let (home, fact) = self.dataset.later_fact(id)?;
                Some((self.short_home_link(home, id), Some(fact.when.in_short())))
            }
        };
        all.iter().filter_map(link).collect()
    }

    /// What is tied to a line; what shows its outcome is named there already.
    fn ties(&self, record: Record<'_>) -> Vec<TieView> {
        let shown: &[Evidence] = match record {
            Record::Event(_) => &[],
            Record::Commitment(commitment) => &commitment.outcome.evidence,
        };
        let ties = self.dataset.ties(record.id()).into_iter();
        let ties = ties.filter(|tie| tie.is_own || !self.is_record);
        let others = ties.filter(|tie| !shown.contains(&Evidence::Line(tie.other.clone())));
        let view = |tie: Tie<'_>| {
            let (home, _) = self.dataset.record(tie.other)?;
            Some(TieView {
                label: tie.label,
                other: if self.is_record {
                    self.short_home_link(home, tie.other)
                } else {
                    self.home_link(home, tie.other)
                },
                note: tie.note.filter(|_| !self.is_record).map(str::to_owned),
            })
        };
        others.filter_map(view).collect()
    }

    /// The Presidency that the text names, or else the one in office on the date; the record has only named ones, without briefs.
    fn presidency_of(&self, named: Option<&PresidencyId>, when: Option<When>) -> Option<PresidencyView> {
        let rota = &self.dataset.rota;
        let named = named.and_then(|id| rota.get(id));
        let dated = || when.and_then(|when| rota.during(when.period()));
        let (presidency, grounds) = match named {
            Some(presidency) => (presidency, Basis::Named),
            None if self.is_record => return None,
            None => (dated()?, Basis::ByDate),
        };
        let has_brief = !self.is_record && query::presidencies_with_brief(self.index).contains(&presidency);
        let brief = || self.link(Page::Presidency(Some(presidency.id.clone())), presidency.title.as_str());
        Some(PresidencyView {
            title: presidency.title.clone(),
            brief: has_brief.then(brief),
            grounds: self.dataset.vocabulary.say(grounds.label()),
        })
    }
}

/// The state of a commitment; of what is past due, since how long: `past due by 5 months, not reported done`.
pub(super) fn state_in_words(state: OutcomeState, delivery: Delivery, own: &Vocabulary) -> String {
    let by = match delivery {
        Delivery::PastDue(slip) => slip.amount(),
        _ => None,
    };
    by.map_or_else(|| own.outcome(state).to_owned(), |amount| status::past_due_by(&amount))
}

impl NamingsView {
    /// What that commitment names.
    pub(super) fn of(commitment: &Commitment) -> Self {
        let each = [Naming::Owner, Naming::Date, Naming::Product];
        Self {
            each: each.map(|naming| (naming, commitment.names(naming))),
            product: commitment.product.clone(),
        }
    }
}

impl LineView {
    /// Whether it is a fact that is still to come.
    pub fn is_planned_fact(&self) -> bool {
        self.is_planned && self.kind.is_some()
    }
}

impl Moment {
    /// In prose.
    fn of(record: Record<'_>) -> Self {
        Self::told(record, When::in_words)
    }

    /// As in tables.
    pub(super) fn in_short(record: Record<'_>) -> Self {
        Self::told(record, When::in_short)
    }

    fn told(record: Record<'_>, date: fn(When) -> String) -> Self {
        Self {
            date: record.when().map(|when| (when.datetime(), date(when))),
            words: record.date_text().map(str::to_owned),
        }
    }
}
