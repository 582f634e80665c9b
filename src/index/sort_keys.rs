//! Numbers in the order of titles, names and dates, so that sorting compares no texts.

use std::sync::OnceLock;

use crate::dataset::Dataset;
use crate::domain::sort;
use crate::index::entries::CommitmentEntry;
use crate::index::jagged::short;
use crate::index::search::words;

/// A number for each row of some columns, computed on first use.
#[derive(Debug, Default)]
pub(crate) struct SortKeys {
    titles: OnceLock<Vec<u32>>,
    working_parties: OnceLock<Vec<Option<u32>>>,
    cited_documents: OnceLock<Vec<u32>>,
    commitments: OnceLock<Vec<u32>>,
    documents: OnceLock<Vec<u32>>,
}

impl SortKeys {
    /// By the words of the titles.
    pub(crate) fn titles(&self, dataset: &Dataset) -> &[u32] {
        self.titles.get_or_init(|| {
            let titles = dataset.measures.iter().map(|measure| words(&measure.title));
            ranked(&titles.collect::<Vec<_>>())
        })
    }

    /// By the name of the first responsible working party; nothing where there is none.
    pub(crate) fn working_parties(&self, dataset: &Dataset) -> &[Option<u32>] {
        self.working_parties.get_or_init(|| {
            let names = dataset.bodies.iter().map(|body| body.short.to_lowercase());
            let ranks = ranked(&names.collect::<Vec<_>>());
            let measures = dataset.measures.iter();
            let first = measures.map(|measure| dataset.body_place(measure.working_parties.first()?));
            first.map(|place| place.map(|place| ranks[place])).collect()
        })
    }

    /// By how many documents each measure cites: this is the number itself.
    pub(crate) fn cited_documents(&self, dataset: &Dataset) -> &[u32] {
        self.cited_documents.get_or_init(|| {
            let measures = dataset.measures.iter();
            measures.map(|measure| short(measure.cited_documents())).collect()
        })
    }

    /// The places of all commitments in order of time: what every list of them picks its own from.
    pub(crate) fn commitments(&self, entries: &[CommitmentEntry], dataset: &Dataset) -> &[u32] {
        self.commitments.get_or_init(|| {
            let key = |entry: &CommitmentEntry| dataset.commitments(entry.home)[entry.place].order();
            let mut places: Vec<u32> = (0..short(entries.len())).collect();
            sort::by_number(&mut places, |place| key(&entries[*place as usize]));
            places
        })
    }

    /// By the number of each document, as it is read by people.
    pub(crate) fn documents(&self, dataset: &Dataset) -> &[u32] {
        self.documents.get_or_init(|| {
            let documents = dataset.documents.iter();
            ranked(
                &documents
                    .map(|document| number_key(document.name()))
                    .collect::<Vec<_>>(),
            )
        })
    }
}

/// The year by which a document of that name is sorted.
pub fn year_of(name: &str) -> Option<u32> {
    Some(number_key(name).0).filter(|year| *year < u32::MAX)
}

/// The place of each key among the different keys in order.
fn ranked<Key: Ord>(keys: &[Key]) -> Vec<u32> {
    let order = sort::sorted_places(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in order.windows(2) {
        rank += u32::from(keys[pair[0]] != keys[pair[1]]);
        ranks[pair[1]] = rank;
    }
    ranks
}

/// Sorts `9727/19` after `14746/18` and before `10044/19`: by the year, then by the number, then by the rest.
fn number_key(name: &str) -> (u32, u32, String) {
    let digits = name.split(|character: char| !character.is_ascii_digit());
    let digits: Vec<(usize, u32)> = digits
        .filter_map(|digits| Some((digits.len(), digits.parse().ok()?)))
        .collect();
    let is_year = |(length, number): &(usize, u32)| *length == 4 && (1950..2050).contains(number);
    let years = || digits.iter().filter(|number| is_year(number)).map(|(_, year)| *year);
    let year = if name.starts_with(|first: char| first.is_ascii_digit()) {
        digits.iter().skip(1).rfind(|(length, _)| *length == 2)
    } else {
        None
    };
    let year = year.map(|(_, year)| 2000 + year);
    // "No 1987/2006" gives the year last, "2019/1148" first; "91/477/EEC" in two digits.
    let year = year.or_else(|| {
        if name.contains(" No ") {
            years().next_back()
        } else {
            years().next()
        }
    });
    // "A/RES/73/27" gives no year.
    let year = year.or_else(|| {
        digits
            .iter()
            .filter(|_| name.ends_with(|last: char| last.is_ascii_alphabetic()))
            .find(|(length, _)| *length == 2)
            .map(|(_, year)| 1900 + year)
    });
    let number = digits
        .iter()
        .map(|(_, number)| *number)
        .find(|number| Some(*number) != year);
    (
        year.unwrap_or(u32::MAX),
        number.unwrap_or(u32::MAX),
        name.to_lowercase(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_has_the_same_rank() {
        assert_eq!(ranked(&["b", "a", "c", "b"]), [1, 0, 2, 1]);
        assert_eq!(ranked::<u8>(&[]), Vec::<u32>::new());
    }

    #[test]
    fn documents_come_by_year_and_number_whatever_their_register() {
        let mut names = vec![
            "10044/19",
            "9727/19",
            "14746/18",
            "Regulation (EC) No 1987/2006",
            "6684/1/19 REV 1",
            "COM(2016) 602 final",
            "Regulation (EU) 2019/1148",
            "WK 12876/2018",
            "Directive 91/477/EEC",
            "Horizon Europe Regulation",
        ];
        sort::by_key(&mut names, |name| number_key(name));
        let expected = [
            "Directive 91/477/EEC",
            "Regulation (EC) No 1987/2006",
            "COM(2016) 602 final",
            "WK 12876/2018",
            "14746/18",
            "Regulation (EU) 2019/1148",
            "6684/1/19 REV 1",
            "9727/19",
            "10044/19",
            "Horizon Europe Regulation",
        ];
        assert_eq!(names, expected);
    }
}
