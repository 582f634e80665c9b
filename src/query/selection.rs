//! The selection in words: parts that continue a count such as `23 of 74 measures`. On the page each can be removed; print,
//! drawings and files join them into a sentence.

use std::collections::BTreeSet;

use crate::domain::id::PresidencyId;
use crate::domain::invisible_chars::quoted;
use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::index::is_quoted;
use crate::query::{Facet, FacetKey, Index, Query, Unit};
use crate::words::{counts, line, selection as words};

/// The most characters of the typed text that are repeated.
const LONGEST: usize = 60;

/// One part of a selection in words: ` naming Europol or Frontex`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectedPart {
    /// The words before the choices; may be empty.
    pub before: String,
    /// What separates two choices.
    pub between: &'static str,
    /// The choices.
    pub chosen: Vec<Chosen>,
    /// The words after the choices.
    pub after: &'static str,
}

/// A choice that can be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What it is.
    pub what: Choice,
    /// In words for readers.
    pub says: String,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A value of a filter, by its key.
    Value(Facet, FacetKey),
    /// A role, without a particular Presidency.
    Role,
    /// The window of time.
    Window,
    /// The words that were typed.
    Words,
}

impl Choice {
    /// Its key: that of the filter, `role`, `window` or `words`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Value(facet, _) => facet.key(),
            Self::Role => "role",
            Self::Window => "window",
            Self::Words => "words",
        }
    }

    /// Removes it.
    pub fn take_out_of(&self, query: &mut Query) {
        match self {
            Self::Value(facet, key) => query.toggle(*facet, key),
            Self::Role => query.role = None,
            Self::Window => *query = query.without_window(),
            Self::Words => query.text.clear(),
        }
    }
}

/// The parts of a selection, in reading order.
pub fn selected_parts(query: &Query, unit: Unit, index: &Index) -> Vec<SelectedPart> {
    let own = &index.dataset().vocabulary;
    let filters = query
        .filters
        .iter()
        .map(|(facet, values)| filter(query, unit, *facet, values, index));
    let role = query.role.filter(|_| !query.filters.contains_key(&Facet::Presidency));
    let role = role.map(|role| {
        alone(
            &own.say(words::BEFORE_ROLE),
            Choice::Role,
            words::ROLES[role as usize].to_owned(),
        )
    });
    let window = query.window.in_words();
    let window = window.map(|says| alone(words::BEFORE_PERIOD[unit as usize], Choice::Window, says));
    let text = Some(query.text.trim()).filter(|text| !text.is_empty());
    let [before, after] = if query.has_words() {
        words::AROUND_TEXT
    } else {
        words::AROUND_SIGNS
    };
    let text = text.map(|text| {
        let shown = quoted(text, LONGEST);
        let has_marks = query.has_words() && is_quoted(text);
        let says = if has_marks { shown } else { line::quoted(&shown) };
        SelectedPart {
            after,
            ..alone(before, Choice::Words, says)
        }
    });
    filters.chain(role).chain(window).chain(text).collect()
}

/// The whole selection in a sentence without its full stop: `23 of 74 measures that the Croatian Presidency acted on or has
/// plans for, naming Europol`.
///
/// `count` is the number of results, `all` the number of records in the chosen sources.
pub fn selection_in_words(
    query: &Query,
    unit: Unit,
    (count, all): (usize, usize),
    parts: &[SelectedPart],
    own: &Vocabulary,
) -> String {
    let subject = subject_in_words(query, unit, own).unwrap_or_default();
    format!(
        "{}{subject}{}",
        count_in_words(query, unit, (count, all)),
        parts_in_words(parts)
    )
}

/// Their noun.
pub fn noun(unit: Unit) -> &'static str {
    match unit {
        Unit::Measures => counts::MEASURES,
        Unit::Commitments => counts::COMMITMENTS,
        Unit::Documents => counts::DOCUMENTS,
    }
}

/// `All 74 measures`, or `23 of 74 measures`.
pub fn count_in_words(query: &Query, unit: Unit, (count, all): (usize, usize)) -> String {
    let noun = noun(unit);
    if query.is_open() {
        counts::all_of(all, noun)
    } else {
        counts::some_of(count, all, noun)
    }
}

/// What the measures belong to, if nothing is filtered.
pub fn subject_in_words(query: &Query, unit: Unit, own: &Vocabulary) -> Option<String> {
    let is_whole = query.filters.is_empty() && query.is_open() && unit == Unit::Measures;
    is_whole.then(|| words::of_subject(own.one(Wording::Subject)))
}

/// The parts as the rest of a sentence: ` that the Croatian Presidency acted on, naming Europol`.
pub fn parts_in_words(parts: &[SelectedPart]) -> String {
    let part = |part: &SelectedPart| {
        let chosen: Vec<&str> = part.chosen.iter().map(|chosen| chosen.says.as_str()).collect();
        let words = format!("{} {}{}", part.before, chosen.join(part.between), part.after);
        words.trim_start().to_owned()
    };
    let parts: Vec<String> = parts.iter().map(part).collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" {}", parts.join(", "))
    }
}

fn alone(before: &str, what: Choice, says: String) -> SelectedPart {
    SelectedPart {
        before: before.to_owned(),
        between: "",
        chosen: vec![Chosen { what, says }],
        after: "",
    }
}

/// The choices of one filter with the words around them.
fn filter(query: &Query, unit: Unit, facet: Facet, values: &BTreeSet<FacetKey>, index: &Index) -> SelectedPart {
    let is_nothing = values.iter().all(|key| *key == FacetKey::Nothing);
    let (mut before, mut after) = words_around(facet, query.role, unit, is_nothing);
    let term = |key: &FacetKey| index.dataset().rota.get(&PresidencyId::new(key.as_str()));
    let term = |key: &FacetKey| term(key).filter(|_| facet == Facet::Presidency);
    let has_article = values.iter().filter_map(term).all(|term| term.has_article);
    if !has_article {
        (before, after) = (words::BEFORE_PERIOD_NAMES[unit as usize][role_place(query.role)], "");
    }
    let chosen = |key: &FacetKey| Chosen {
        what: Choice::Value(facet, key.clone()),
        says: term(key).map_or_else(|| index.label(facet, key).to_owned(), |term| term.title.clone()),
    };
    SelectedPart {
        before: before.to_owned(),
        between: words::OR[usize::from(facet == Facet::Presidency && has_article)],
        chosen: values.iter().map(chosen).collect(),
        after,
    }
}

/// The place of the words for a role, after those for any role.
fn role_place(role: Option<PresidencyRole>) -> usize {
    role.map_or(0, |role| 1 + role as usize)
}

/// The words before and after the values of a filter, so that they read on from `23 of 74 measures`.
///
/// `is_nothing`: the only choice is to have no value.
fn words_around(
    facet: Facet,
    role: Option<PresidencyRole>,
    unit: Unit,
    is_nothing: bool,
) -> (&'static str, &'static str) {
    let before = match facet {
        Facet::Outcome if is_nothing => words::BEFORE_NO_VALUE[unit as usize][0],
        Facet::Due if is_nothing => words::BEFORE_NO_VALUE[unit as usize][1],
        _ => words::BEFORE_VALUES[unit as usize][facet as usize],
    };
    let after = match (facet, unit) {
        (Facet::Presidency, Unit::Measures | Unit::Documents) => words::AFTER_PRESIDENCY[role_place(role)],
        _ => "",
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::PartialDate;
    use crate::query::Window;

    #[test]
    fn parts_read_on_from_a_count() {
        let part = |before: &str, says: &[&str], after| SelectedPart {
            before: before.to_owned(),
            between: " or the ",
            chosen: says
                .iter()
                .map(|says| Chosen {
                    what: Choice::Role,
                    says: (*says).to_owned(),
                })
                .collect(),
            after,
        };
        let parts = [
            part("that the", &["Finnish Presidency", "Croatian Presidency"], " acted on"),
            part("", &["2019"], ""),
        ];
        assert_eq!(
            parts_in_words(&parts),
            " that the Finnish Presidency or the Croatian Presidency acted on, 2019"
        );
        assert_eq!(parts_in_words(&[]), "");
    }

    #[test]
    fn a_whole_selection_says_what_it_is_a_whole_of() {
        let subject = (Wording::Subject, "the plan".to_owned(), None);
        let own = Vocabulary::new("", vec![subject]);
        let whole = selection_in_words(&Query::default(), Unit::Measures, (74, 74), &[], &own);
        assert_eq!(whole, "All 74 measures of the plan");
        let documents = selection_in_words(&Query::default(), Unit::Documents, (9, 9), &[], &own);
        assert_eq!(documents, "All 9 documents");
    }

    #[test]
    fn what_is_taken_out_is_gone_and_nothing_else() {
        let year: PartialDate = "2019".parse().expect("a date");
        let asked = Query {
            text: "sis".to_owned(),
            role: Some(PresidencyRole::Acted),
            window: Window::new(Some(year), None).expect("a window"),
            ..Query::default().narrowed(Facet::Body, "europol")
        };
        let choices = [
            Choice::Words,
            Choice::Role,
            Choice::Window,
            Choice::Value(Facet::Body, "europol".into()),
        ];
        let mut left = asked.clone();
        for choice in &choices {
            let before = left.clone();
            choice.take_out_of(&mut left);
            assert_ne!(left, before, "{}", choice.key());
        }
        assert_eq!(left, Query::default());
    }
}
