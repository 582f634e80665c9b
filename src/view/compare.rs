//! The page on which two editions are compared: what is different, in groups and by filters, and what may be the same.

use crate::compare::{DifferenceFilter, Happening, Subject};
use crate::dataset::Home;
use crate::domain::date::PartialDate;
use crate::domain::keyed::Keyed;
use crate::route::Page;
use crate::sheet::Kind;
use crate::view::difference::{Told, record};
use crate::view::{Compared, Context, DifferenceView, Link, ListPart, Pace, PartFold, PartLink, PartsView};
use crate::words::compare as words;

/// How many of the records that may be the same are shown; once they are taken, the next ones are.
const OFFERED: usize = 20;

/// What is different between two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The earlier and the later edition, each with where it is from.
    pub editions: [(String, String); 2],
    /// How many records are different, and how many are listed.
    pub count: String,
    /// Whether nothing is different at all.
    pub is_same: bool,
    /// How many records that has happened to, each count a filter.
    pub happenings: Vec<FilterCount<Happening>>,
    /// How many there are of each kind, each count a filter.
    pub kinds: Vec<FilterCount<Kind>>,
    /// Whether the filters leave anything out.
    pub is_narrowed: bool,
    /// The first of the records that may be the same, by their places.
    pub offers: Vec<SameView>,
    /// How many of all that may be have the same words.
    pub exact: usize,
    /// How many are taken as one.
    pub taken: usize,
    /// The groups with visible records.
    pub groups: Vec<DifferenceGroup>,
    /// Which records are shown.
    pub list: ListPart,
}

/// A count that is a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterCount<Value> {
    /// By what it filters.
    pub value: Value,
    /// How many records it lists.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A record that went and one that came, which may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameView {
    /// What they are.
    pub kind: &'static str,
    /// Their ids.
    pub ids: [String; 2],
    /// Their titles or texts.
    pub titles: [String; 2],
}

/// Records that belong to one measure or section, or are of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceGroup {
    /// Whether it is open.
    pub fold: PartFold,
    /// What they share.
    pub title: String,
    /// How many they are.
    pub count: usize,
    /// The visible ones.
    pub records: Vec<DifferenceView>,
}

/// What is different about one measure or section, for its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesView {
    /// From which edition to which.
    pub about: String,
    /// The measure or section itself, if that differs, then its lines.
    pub records: Vec<DifferenceView>,
    /// The way to all differences.
    pub all: Link,
}

/// The measure, section or kind that records share, and their places.
type Group<'a> = ((Kind, Option<&'a str>), Vec<usize>);

impl CompareView {
    /// The ways to its groups.
    pub fn parts(&self) -> PartsView {
        let groups = self
            .groups
            .iter()
            .map(|group| PartLink::new(&group.fold.id, &group.title, group.count));
        PartsView::of(groups).that_folds(!self.groups.is_empty())
    }
}

impl ChangesView {
    /// The way to it on its page.
    pub fn part(&self) -> PartLink {
        PartLink::new("changes", words::CHANGES, self.records.len())
    }
}

impl Compared {
    /// The places of the records that are listed, in their order.
    pub fn listed(&self, filter: &DifferenceFilter) -> Vec<usize> {
        let subjects = self.comparison.subjects.iter().enumerate();
        let listed = subjects.filter(|(_, subject)| filter.fits(subject));
        listed.map(|(place, _)| place).collect()
    }

    /// The two editions in words, each with where it is from.
    pub fn editions(&self) -> [(String, String); 2] {
        let editions = [&self.comparison.old, &self.comparison.new].map(|edition| {
            let day = edition.status_date().map(|day| PartialDate::of_day(day).in_words());
            words::edition(edition.title(), edition.number(), &day.unwrap_or_default())
        });
        let mut from = [words::SHOWN.to_owned(), self.file.clone()];
        if self.is_shown_later {
            from.reverse();
        }
        let [old, new] = editions;
        let [old_from, new_from] = from;
        [(old, old_from), (new, new_from)]
    }

    /// The group to which a record belongs: the measure or section, or its kind.
    fn group(subject: &Subject) -> (Kind, Option<&str>) {
        match &subject.home {
            Some((kind, id)) => (*kind, Some(id)),
            None => (subject.kind, None),
        }
    }
}

impl Context<'_> {
    /// What is different between two editions, as far as it is listed.
    pub fn compare(&self, compared: &Compared, filter: &DifferenceFilter) -> CompareView {
        let comparison = &compared.comparison;
        let subjects = &comparison.subjects;
        let listed = compared.listed(filter);
        let mut groups: Vec<Group<'_>> = Vec::new();
        for place in &listed {
            let group = Compared::group(&subjects[*place]);
            match groups.last_mut() {
                Some((last, places)) if *last == group => places.push(*place),
                _ => groups.push((group, vec![*place])),
            }
        }
        let keys: Vec<String> = groups.iter().map(|((kind, id), _)| key(*kind, *id)).collect();
        let sizes = keys
            .iter()
            .zip(&groups)
            .map(|(key, (_, places))| (key.as_str(), places.len(), false));
        let folds = self.group_folds("differences", sizes);
        let list = self.list("differences".to_owned(), listed.len(), Pace::LARGE_LINES, None);
        let group = |((kind, id), places): &Group<'_>, lines: std::ops::Range<usize>| {
            let own = key(*kind, *id);
            let place = keys.iter().position(|key| *key == own).unwrap_or_default();
            let title = id.map_or_else(|| kind.name().to_owned(), |id| Told(comparison).heading(*kind, id));
            DifferenceGroup {
                fold: folds[place].clone(),
                title,
                count: places.len(),
                records: places[lines]
                    .iter()
                    .map(|place| self.difference(compared, &subjects[*place]))
                    .collect(),
            }
        };
        let groups = list.groups(&groups, group);
        let offers = comparison.offers.iter().take(OFFERED).map(|offer| SameView {
            kind: record(offer.same.kind),
            ids: [offer.same.old.clone(), offer.same.new.clone()],
            titles: offer.titles.clone(),
        });
        CompareView {
            editions: compared.editions(),
            count: words::count(listed.len(), subjects.len()),
            is_same: subjects.is_empty(),
            happenings: counts(filter.happening_counts(subjects), |value| {
                filter.happenings.contains(value)
            }),
            kinds: counts(filter.kind_counts(subjects), |value| filter.kinds.contains(value)),
            is_narrowed: !filter.is_open(),
            offers: offers.collect(),
            exact: comparison.offers.iter().filter(|offer| offer.is_exact).count(),
            taken: comparison.difference.same.len(),
            groups,
            list,
        }
    }

    /// What is different about a measure or a section of a general report and its lines; none where nothing is.
    pub fn changes(&self, compared: &Compared, home: Home) -> Option<ChangesView> {
        let (kind, own_id) = match home {
            Home::Measure(place) => (Kind::Measures, self.dataset.measures[place].id.as_str()),
            Home::Report(place) => (Kind::Sections, self.dataset.reports[place].id.as_str()),
        };
        let subjects = &compared.comparison.subjects;
        // What went has no page; its later id leads to what is taken as one.
        let renamed = subjects
            .iter()
            .find(|subject| subject.kind == kind && compared.shown_id(subject) == own_id && subject.old_id.is_some());
        let id = renamed.map_or(own_id, |subject| &subject.id);
        let own = subjects
            .iter()
            .filter(|subject| Compared::group(subject) == (kind, Some(id)));
        let records: Vec<DifferenceView> = own.map(|subject| self.difference(compared, subject)).collect();
        let [(_, old), (_, new)] = compared.editions();
        (!records.is_empty()).then(|| ChangesView {
            about: words::changes_from(&old, &new),
            records,
            all: self.link(Page::Compare, words::EVERYTHING),
        })
    }
}

fn counts<Value: Copy>(counts: Vec<(Value, usize)>, is_chosen: impl Fn(&Value) -> bool) -> Vec<FilterCount<Value>> {
    let count = |(value, count)| FilterCount {
        value,
        count,
        is_chosen: is_chosen(&value),
    };
    counts.into_iter().map(count).collect()
}

fn key(kind: Kind, id: Option<&str>) -> String {
    id.map_or_else(|| kind.key().to_owned(), |id| format!("{} {id}", kind.key()))
}
