//! Records that may be the same although their ids differ: offered, never assumed.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::compare::edition::id_column;
use crate::compare::{Change, Difference, Same};
use crate::domain::sort;
use crate::sheet::Kind;

/// The kinds whose records are looked for under other ids, each with the field by which they are known.
pub(super) const KNOWN_BY: [(Kind, &str); 9] = [
    (Kind::Sources, "title"),
    (Kind::Priorities, "title"),
    (Kind::Bodies, "name"),
    (Kind::Documents, "title"),
    (Kind::Measures, "title"),
    (Kind::Sections, "title"),
    (Kind::Facts, "text"),
    (Kind::Commitments, "text"),
    (Kind::LaterFacts, "text"),
];
/// So many hundredths of the words of both must be the same.
const MOST: usize = 75;
/// Of fewer words, all must be the same.
const FEW: usize = 4;
/// How many records are held against each other; of more only those whose words are all the same are offered.
const MANY: usize = 250_000;

/// A record that went and one that came, which may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Their ids.
    pub same: Same,
    /// What they are known by, before and after.
    pub titles: [String; 2],
    /// Whether all their words are the same.
    pub is_exact: bool,
}

/// A record by its words.
struct Candidate<'a> {
    id: &'a str,
    title: &'a str,
    /// In lower case and in order.
    words: Vec<String>,
}

/// Of a kind, what may be the same, the most alike first; each record is offered once. The records are known by that field.
pub(super) fn of_kind(kind: Kind, field: &str, difference: &Difference) -> Vec<Offer> {
    let candidates = |went: bool| {
        let changes = difference.changes.iter().filter(|change| {
            change.kind == kind
                && if went {
                    change.new.is_none()
                } else {
                    change.old.is_none()
                }
        });
        changes
            .filter_map(|change| candidate(change, field))
            .collect::<Vec<_>>()
    };
    pairs(kind, &candidates(true), &candidates(false))
}

fn candidate<'a>(change: &'a Change, field: &str) -> Option<Candidate<'a>> {
    let (id, title) = (id_column(change.kind)?, change.kind.column(field)?);
    let cells = change.cells();
    let title = cells.get(title)?;
    let words = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    sort::by(&mut words, Ord::cmp);
    (!words.is_empty()).then_some(Candidate {
        id: cells.get(id)?,
        title,
        words,
    })
}

fn pairs(kind: Kind, old: &[Candidate<'_>], new: &[Candidate<'_>]) -> Vec<Offer> {
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    if old.len() * new.len() <= MANY {
        for (before, went) in old.iter().enumerate() {
            let scores = new
                .iter()
                .enumerate()
                .map(|(after, came)| (likeness(went, came), before, after));
            alike.extend(scores.filter(|(score, ..)| MOST <= *score));
        }
    } else {
        let mut by_words: HashMap<&[String], Vec<usize>> = HashMap::new();
        for (before, went) in old.iter().enumerate().rev() {
            by_words.entry(&went.words).or_default().push(before);
        }
        alike.extend(new.iter().enumerate().filter_map(|(after, came)| {
            let before = by_words.get_mut(came.words.as_slice())?.pop()?;
            Some((100, before, after))
        }));
    }
    // Which is the earlier edition makes no difference.
    sort::by_key(&mut alike, |(score, before, after)| {
        (Reverse(*score), before + after, before.abs_diff(*after))
    });
    let (mut gone, mut taken) = (HashSet::new(), HashSet::new());
    alike.retain(|(_, before, after)| {
        let is_free = !gone.contains(before) && !taken.contains(after);
        is_free && gone.insert(*before) && taken.insert(*after)
    });
    let offer = |(score, before, after): (usize, usize, usize)| Offer {
        same: Same {
            kind,
            old: old[before].id.to_owned(),
            new: new[after].id.to_owned(),
        },
        titles: [old[before].title, new[after].title].map(str::to_owned),
        is_exact: score == 100,
    };
    alike.into_iter().map(offer).collect()
}

/// How many hundredths of the words of both stand in both.
fn likeness(one: &Candidate<'_>, other: &Candidate<'_>) -> usize {
    let (mut a, mut b) = (one.words.iter().peekable(), other.words.iter().peekable());
    let mut shared = 0;
    while let (Some(first), Some(second)) = (a.peek(), b.peek()) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    let all = one.words.len() + other.words.len();
    if 2 * shared == all {
        return 100;
    }
    // Never a hundred, however long the texts are.
    if all < 2 * FEW { 0 } else { (200 * shared / all).min(99) }
}
