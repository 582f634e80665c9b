//! Later facts: what public pages report after the record ends.

use crate::dataset::check::each;
use crate::dataset::check::names::List;
use crate::dataset::check::path::Path;
use crate::dataset::check::rules::Checker;
use crate::dataset::text::Text;
use crate::dataset::wire;
use crate::domain::date::{Day, When};
use crate::domain::id::LineId;
use crate::domain::identifier::Scheme;
use crate::domain::later::{
    Afterwards, Bearing, CitedDocument, LaterFact, LookedFor, NewDue, NothingFound, OtherDocument, WebPage,
};
use crate::domain::outcome::{Evidence, Outcome};
use crate::words::faults as words;

/// The day on which the record ends, and the one up to which later facts were looked for; nothing of what cannot be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Horizon {
    pub(super) status_date: Option<Day>,
    pub(super) checked: Option<Day>,
}

pub(super) fn afterwards(
    checker: &mut Checker,
    status_date: Option<Day>,
    record: wire::Afterwards,
) -> Option<Afterwards> {
    let path = Path::of("afterwards");
    let day = checker.day(&path.field("checked"), &record.checked);
    let horizon = Horizon {
        status_date,
        checked: day,
    };
    let nothing_found = each(
        checker,
        &path.field("nothing_found"),
        record.nothing_found,
        |checker, path, record| NothingFound {
            commitment: checker.known(&path.field("commitment"), List::Records, &record.commitment),
            looked: horizon.looked(checker, path, record.looked, record.looked_on),
        },
    );
    Some(Afterwards {
        checked: day?,
        nothing_found,
    })
}

impl Horizon {
    /// What was looked for in vain, and on which day: neither before the record ends, nor said of nothing.
    pub(super) fn looked(
        self,
        checker: &mut Checker,
        path: &Path,
        what: Option<Text>,
        on: Option<Text>,
    ) -> Option<LookedFor> {
        let at = path.field("looked_on");
        let on = match on {
            Some(on) => {
                let day = checker.day(&at, &on);
                if what.is_none() {
                    checker.fault(&at, &*on, words::LOOKED_FOR_NOTHING);
                }
                if let Some(ends) = self.status_date.filter(|ends| day.is_some_and(|day| day < *ends)) {
                    checker.fault(&at, &*on, words::early_search(&ends.to_string()));
                }
                day
            }
            None => self.checked,
        };
        let what = what?;
        checker.filled(&path.field("looked"), &what);
        Some(LookedFor {
            what: what.into(),
            on: on?,
        })
    }

    pub(super) fn facts(self, checker: &mut Checker, path: &Path, records: Box<[wire::LaterFact]>) -> Vec<LaterFact> {
        if !records.is_empty() && self.checked.is_none() {
            checker.fault_without_value(path, words::NOT_CHECKED);
        }
        let facts = each(checker, path, records, |checker, path, record| {
            self.fact(checker, path, record)
        });
        facts.into_iter().flatten().collect()
    }

    fn fact(self, checker: &mut Checker, path: &Path, record: wire::LaterFact) -> Option<LaterFact> {
        let at = |field| path.field(field);
        let id = checker.own_id(path, List::LaterFacts, &record.id);
        checker.filled(&at("text"), &record.text);
        if record.evidence.is_empty() {
            checker.fault_without_value(&at("evidence"), words::NO_PAGE);
        }
        let when = when(checker, path, "date", &record.date);
        let fact = LaterFact {
            bodies: checker.references(&at("bodies"), List::Bodies, &record.bodies),
            systems: checker.references(&at("systems"), List::Bodies, &record.systems),
            measures: checker.references(&at("measures"), List::Measures, &record.measures),
            reports: checker.references(&at("reports"), List::Reports, &record.reports),
            documents: each(checker, &at("documents"), record.documents, document),
            evidence: each(checker, &at("evidence"), record.evidence, page)
                .into_iter()
                .flatten()
                .collect(),
            about: each(checker, &at("about"), record.about, |checker, path, record| {
                bearing(checker, path, record, &id, when)
            }),
            new_due: record
                .new_due
                .and_then(|record| new_due(checker, &at("new_due"), record)),
            disagrees_with: checker.references(&at("disagrees_with"), List::LaterFacts, &record.disagrees_with),
            when: when?,
            id,
            date_meaning: record.date_meaning.0,
            kind: record.kind.0,
            text: record.text.into(),
            sure: record.sure.0,
            note: record.note.map(String::from),
        };
        for (number, other) in fact.disagrees_with.iter().enumerate() {
            if *other == fact.id {
                checker.fault(
                    &at("disagrees_with").item(number),
                    other.to_string(),
                    words::DISAGREES_WITH_ITSELF,
                );
            }
        }
        self.is_known_later(checker, path, &fact, &record.date);
        Some(fact)
    }

    /// It lies between the day on which the record ends and the one up to which facts were looked for, and a page that says so was
    /// read on its day or after it. A page may be read later, when the record is corrected.
    fn is_known_later(self, checker: &mut Checker, path: &Path, fact: &LaterFact, date: &str) {
        let period = fact.when.period();
        if let Some(status_date) = self.status_date.filter(|ends| period.last() < *ends) {
            checker.fault(&path.field("date"), date, words::early_fact(&status_date.to_string()));
        }
        let read = fact.evidence.iter().map(|page| page.checked).max();
        let known = [read, self.checked].into_iter().flatten().min();
        if let Some(known) = known.filter(|known| *known < period.first()) {
            checker.fault(&path.field("date"), date, words::unknown_future(&known.to_string()));
        }
    }
}

fn when(checker: &mut Checker, path: &Path, field: &str, date: &str) -> Option<When> {
    When::new(checker.date(&path.field(field), date)?, None)
}

fn document(checker: &mut Checker, path: &Path, record: wire::CitedDocument) -> CitedDocument {
    let is_named = record.number.is_some() || record.title.is_some();
    if record.document.is_some() == is_named {
        checker.fault_without_value(path, words::CITED_DOCUMENT);
    }
    if let Some(id) = record.document {
        return CitedDocument::Known(checker.known(&path.field("document"), List::Documents, &id));
    }
    if let Some(eli) = &record.eli {
        checker.identifier(&path.field("eli"), Scheme::Eli, eli);
    }
    if record.eli.is_some() && record.eli_seen.is_none() {
        checker.fault_without_value(&path.field("eli_seen"), words::UNSEEN_IDENTIFIER);
    }
    let date = record.date.as_deref();
    CitedDocument::Other(OtherDocument {
        date: date.and_then(|date| checker.date(&path.field("date"), date)),
        number: record.number.map(String::from),
        title: record.title.map(String::from),
        celex: record.celex.map(String::from),
        oj: record.oj.map(String::from),
        eli: record.eli.map(String::from),
    })
}

fn page(checker: &mut Checker, path: &Path, record: wire::WebPage) -> Option<WebPage> {
    checker.link(&path.field("url"), Some(&record.url));
    checker.filled(&path.field("publisher"), &record.publisher);
    let dated = record.dated.as_deref();
    let dated = dated.and_then(|date| checker.date(&path.field("dated"), date));
    Some(WebPage {
        checked: checker.day(&path.field("checked"), &record.checked)?,
        dated,
        url: record.url.into(),
        publisher: record.publisher.into(),
    })
}

fn bearing(checker: &mut Checker, path: &Path, record: wire::Bearing, fact: &LineId, when: Option<When>) -> Bearing {
    let outcome = record.outcome.map(|outcome| {
        checker.filled(&path.field("outcome").field("text"), &outcome.text);
        Outcome {
            state: outcome.state.0,
            date: when,
            evidence: vec![Evidence::Later(fact.clone())],
            text: outcome.text.into(),
        }
    });
    Bearing {
        commitment: checker.known(&path.field("commitment"), List::Records, &record.commitment),
        outcome,
    }
}

fn new_due(checker: &mut Checker, path: &Path, record: wire::NewDue) -> Option<NewDue> {
    checker.filled(&path.field("of"), &record.of);
    let commitments = checker.references(&path.field("commitments"), List::Records, &record.commitments);
    Some(NewDue {
        due: when(checker, path, "due", &record.due)?,
        of: record.of.into(),
        commitments,
    })
}
