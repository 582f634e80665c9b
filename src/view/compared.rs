//! The two editions that a reader compares.

use crate::compare::{Comparing, Comparison, Edition, Happening, Same, Subject};
use crate::domain::keyed::Keyed;
use crate::sheet::Kind;
use crate::view::action_keys::{key_of, with_key};

/// Two editions: the one that is shown, and another.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The name of the file of the other one.
    pub file: String,
    /// Whether the later one is shown.
    pub is_shown_later: bool,
    /// What is different.
    pub comparison: Comparison,
    /// As they are; in the comparison, records that are taken as one have their later id in both.
    shown: Edition,
    other: Edition,
}

impl Compared {
    /// Compares what is shown with what is in that file; the one that reports as of the earlier day is the earlier one, and of two as of the same day
    /// the one that is shown.
    pub fn of(file: String, shown: Edition, other: Edition) -> PendingComparison {
        let is_shown_later = other.status_date() < shown.status_date();
        PendingComparison::begin(file, is_shown_later, shown, other, Vec::new())
    }

    /// The same, the other way round.
    #[must_use]
    pub fn swapped(&self) -> PendingComparison {
        let same = self.comparison.difference.same.iter().map(|same| Same {
            kind: same.kind,
            old: same.new.clone(),
            new: same.old.clone(),
        });
        self.with(!self.is_shown_later, same.collect())
    }

    /// The same, in which these of the records that are offered are taken as one, too.
    #[must_use]
    pub fn taking(&self, offers: impl Fn(usize) -> bool) -> PendingComparison {
        let offered = self.comparison.offers.iter().enumerate();
        let taken = offered
            .filter(|(place, _)| offers(*place))
            .map(|(_, offer)| offer.same.clone());
        let same = self.comparison.difference.same.iter().cloned().chain(taken);
        self.with(self.is_shown_later, same.collect())
    }

    /// The same, in which no records are taken as one.
    #[must_use]
    pub fn apart(&self) -> PendingComparison {
        self.with(self.is_shown_later, Vec::new())
    }

    fn with(&self, is_shown_later: bool, same: Vec<Same>) -> PendingComparison {
        let (shown, other) = (self.shown.clone(), self.other.clone());
        PendingComparison::begin(self.file.clone(), is_shown_later, shown, other, same)
    }

    /// The id that a record has in what is shown, if it is there.
    pub(super) fn shown_id<'a>(&self, subject: &'a Subject) -> &'a str {
        match &subject.old_id {
            Some(old_id) if !self.is_shown_later => old_id,
            _ => &subject.id,
        }
    }
}

/// Two editions that are being compared. To give it up, drop it.
pub struct PendingComparison {
    file: String,
    is_shown_later: bool,
    shown: Edition,
    other: Edition,
    comparing: Comparing,
}

impl PendingComparison {
    fn begin(file: String, is_shown_later: bool, shown: Edition, other: Edition, same: Vec<Same>) -> Self {
        let (old, new) = if is_shown_later {
            (&other, &shown)
        } else {
            (&shown, &other)
        };
        Self {
            comparing: Comparing::new(old, new, same),
            file,
            is_shown_later,
            shown,
            other,
        }
    }

    /// The name of the file of the other one.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Does the next step; returns whether any is left.
    pub fn step(&mut self) -> bool {
        self.comparing.step()
    }

    /// How many steps are done, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        self.comparing.progress()
    }

    /// Does what is left, and gives the comparison.
    pub fn finish(mut self) -> Compared {
        while self.step() {}
        Compared {
            file: self.file,
            is_shown_later: self.is_shown_later,
            comparison: self.comparing.finish(),
            shown: self.shown,
            other: self.other,
        }
    }
}

/// What is done on the page on which two editions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// Lists what that has happened to, or no longer by that.
    Happening(Happening),
    /// Lists records of that kind, or no longer by that.
    Kind(Kind),
    /// Lists everything.
    All,
    /// Swaps before and after.
    Swap,
    /// Takes the two records of an offer as one.
    Take(usize),
    /// Takes all as one whose words are the same.
    TakeAll,
    /// Takes them apart again.
    Apart,
    /// Ends the comparison.
    End,
}

/// The words before what a key is about.
const HAPPENING: &str = "change";
const KIND: &str = "of";
const TAKE: &str = "take";

impl CompareAction {
    const KEYS: [(&str, Self); 5] = [
        ("all", Self::All),
        ("swap", Self::Swap),
        ("take-all", Self::TakeAll),
        ("apart", Self::Apart),
        ("end", Self::End),
    ];

    /// Its key.
    pub fn key(self) -> String {
        match self {
            Self::Happening(happening) => format!("{HAPPENING} {}", happening.key()),
            Self::Kind(kind) => format!("{KIND} {}", kind.key()),
            Self::Take(offer) => format!("{TAKE} {offer}"),
            action => key_of(&Self::KEYS, &action).to_owned(),
        }
    }

    /// The action with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once(' ') {
            Some((HAPPENING, happening)) => Happening::from_key(happening).map(Self::Happening),
            Some((KIND, kind)) => Kind::from_key(kind).map(Self::Kind),
            Some((TAKE, offer)) => offer.parse().ok().map(Self::Take),
            Some(_) => None,
            None => with_key(&Self::KEYS, key),
        }
    }
}
