//! What things are called, and the periods, whose titles follow from it.

use crate::dataset::check::each;
use crate::dataset::check::names::List;
use crate::dataset::check::path::Path;
use crate::dataset::check::rules::Checker;
use crate::dataset::wire;
use crate::domain::date::Period;
use crate::domain::keyed::Keyed;
use crate::domain::presidency::{Presidency, Rota};
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::words::{faults as words, kinds};

/// What things are called: each is named once, and a text has any number of paragraphs.
pub(super) fn vocabulary(checker: &mut Checker, edition: &str, records: Box<[wire::Word]>) -> Vocabulary {
    let mut given: Vec<(Wording, String, Option<String>)> = Vec::with_capacity(records.len());
    let list = Path::of("words");
    for (place, record) in records.into_iter().enumerate() {
        let path = list.item(place);
        let of = record.what.0;
        checker.filled(&path.field("text"), &record.text);
        if !of.is_text() && given.iter().any(|(other, _, _)| *other == of) {
            checker.fault(&path.field("what"), of.key(), words::REPEATED);
        }
        if of == Wording::Code && !record.text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            checker.fault(&path.field("text"), &*record.text, words::CODE);
        }
        given.push((of, record.text.into(), record.many.map(String::from)));
    }
    Vocabulary::new(edition, given)
}

/// The periods in order.
pub(super) fn rota(checker: &mut Checker, records: Box<[wire::Presidency]>, vocabulary: &Vocabulary) -> Rota {
    let terms = each(checker, &Path::of("presidencies"), records, |checker, path, record| {
        let id = checker.own_id(path, List::Presidencies, &record.id);
        checker.filled(&path.field("country"), &record.country);
        if let Some(adjective) = &record.adjective {
            checker.filled(&path.field("adjective"), adjective);
        }
        let from = checker.day(&path.field("from"), &record.from);
        let to = checker.day(&path.field("to"), &record.to);
        let term = from.zip(to).and_then(|(from, to)| Period::new(from, to));
        if from.is_some() && to.is_some() && term.is_none() {
            checker.fault(&path.field("to"), &*record.to, words::TERM);
        }
        term.map(|term| Presidency {
            code: record.id.split('-').next().unwrap_or_default().to_owned(),
            id,
            title: match &record.adjective {
                Some(adjective) => kinds::presidency(adjective, vocabulary.one(Wording::Period)),
                None => record.country.to_string(),
            },
            has_article: record.adjective.is_some(),
            country: record.country.into(),
            term,
            trio: record.trio.map(String::from).unwrap_or_default(),
        })
    });
    Rota::new(terms.into_iter().flatten().collect()).unwrap_or_else(|(one, other)| {
        let fault = words::overlap(one.as_str(), other.as_str());
        checker.fault_without_value(&Path::of("presidencies"), fault);
        Rota::default()
    })
}
