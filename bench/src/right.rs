//! What every page must show after each event, worked out natively on the same data with the page's own `query::run`,
//! which its naive twin vouches for.

use iss_followup::dataset::Dataset;
use iss_followup::query::{self, Facet, Grouping, Index, Query, ViewOptions};
use serde::{Deserialize, Serialize};

use crate::contestant::Contestant;
use crate::generate::TYPED;

/// The Presidency that is chosen and let go of.
pub const CHOSEN: &str = "AT";

/// How many ids a page itself compares while it waits; the rest is compared afterwards.
const LOOKED_AT: usize = 2_000;

/// A right answer: every measure's id in order, and how many of their facts have a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Right {
    ids: Vec<String>,
    facts: usize,
}

/// One event and what is right after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What stands in the search box, for a letter typed or deleted.
    pub typed: String,
    /// What is right.
    pub right: Right,
    /// Whether that is something else than before: where it is not, no time can be told.
    pub is_change: bool,
}

/// Everything that is right in one dataset.
#[derive(Clone, Debug)]
pub struct Answers {
    /// What stands there first.
    pub all: Right,
    /// With the one Presidency.
    pub chosen: Right,
    /// A word typed letter by letter and deleted letter by letter: in the order of the dataset, and with the best first.
    typing: [Vec<Step>; 2],
    /// The first two as our page shows them where its address says nothing: in groups.
    grouped: [Right; 2],
}

/// What the script in a page needs to know of a right answer.
#[derive(Serialize)]
pub struct Look<'a> {
    count: usize,
    first: &'a [String],
}

/// What a page shows.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Held {
    /// The count that it states.
    pub count: Option<f64>,
    /// The number of rows, with that of the column heads, that its table states for those who do not see it.
    pub stated: Option<f64>,
    /// The ids in its DOM, in order, with spaces between.
    pub rows: String,
    /// Whether its rows reach down to the end of the window, or are all there.
    pub is_filled: bool,
}

impl Answers {
    /// Works them out.
    pub fn of(dataset: &Dataset) -> Self {
        let index = Index::new(dataset);
        let query = |text: &str, chosen: Option<&str>| {
            let mut query = Query {
                text: text.to_owned(),
                ..Query::default()
            };
            if let Some(presidency) = chosen {
                query.toggle(Facet::Presidency, presidency);
            }
            query
        };
        let right = |text: &str, chosen: Option<&str>| Right::of(&query::run(&query(text, chosen), &index), dataset);
        let arranged = |text: &str, chosen: Option<&str>, options: &ViewOptions| {
            let query = query(text, chosen);
            let groups = query::arrange(query::run(&query, &index), &query, options, &index);
            let places: Vec<usize> = groups.into_iter().flat_map(|(_, places)| places).collect();
            Right::of(&places, dataset)
        };
        let ungrouped = ViewOptions {
            grouping: Grouping::None,
            ..ViewOptions::default()
        };
        let all = right("", None);
        let typing = [
            typing(&|text| right(text, None)),
            typing(&|text| arranged(text, None, &ungrouped)),
        ];
        let chosen = right("", Some(CHOSEN));
        Self {
            grouped: [None, Some(CHOSEN)].map(|chosen| arranged("", chosen, &ViewOptions::default())),
            chosen,
            all,
            typing,
        }
    }

    /// What is right in that page where it is opened without a fragment: at first, and with the one Presidency.
    pub fn begin(&self, page: Contestant) -> [&Right; 2] {
        match page {
            Contestant::Ours => self.grouped.each_ref(),
            _ => [&self.all, &self.chosen],
        }
    }

    /// What is right in that page while a word is typed and deleted: ours puts the best first.
    pub fn typing(&self, page: Contestant) -> &[Step] {
        let [in_order, best_first] = &self.typing;
        if page == Contestant::Ours { best_first } else { in_order }
    }
}

/// What is right after each letter that is typed and deleted.
fn typing(right: &impl Fn(&str) -> Right) -> Vec<Step> {
    let mut before = right("");
    let mut steps = Vec::new();
    let lengths = (1..=TYPED.len()).chain((0..TYPED.len()).rev());
    for typed in lengths.map(|length| &TYPED[..length]) {
        let right = right(typed);
        steps.push(Step {
            typed: typed.to_owned(),
            is_change: right != before,
            right: right.clone(),
        });
        before = right;
    }
    steps
}

impl Right {
    fn of(places: &[usize], dataset: &Dataset) -> Self {
        let measures = || places.iter().map(|place| &dataset.measures[*place]);
        let dates = measures().map(|measure| {
            let dated = measure.state_of_play.iter().filter(|event| event.when.is_some());
            let due = measure.follow_up.iter().filter(|commitment| commitment.due.is_some());
            dated.count() + due.count()
        });
        Self {
            ids: measures().map(|measure| measure.id.as_str().to_owned()).collect(),
            facts: dates.sum(),
        }
    }

    /// What is to be counted: a page that draws facts counts facts.
    fn count(&self, page: Contestant) -> usize {
        if page.has_rows() { self.ids.len() } else { self.facts }
    }

    /// What the script in the page compares while it waits.
    pub fn look(&self, page: Contestant) -> Look<'_> {
        let most = if page.has_rows() { LOOKED_AT } else { self.ids.len() };
        Look {
            count: self.count(page),
            first: &self.ids[..self.ids.len().min(most)],
        }
    }

    /// The id of the last measure.
    pub fn last(&self) -> Option<&str> {
        self.ids.last().map(String::as_str)
    }

    /// Whether the page shows it: the count, and all rows or those from the first one on that fill the window.
    ///
    /// # Errors
    /// When it does not; the sentence says in what.
    pub fn check(&self, page: Contestant, held: &Held) -> Result<(), String> {
        let name = page.name();
        let right = self.count(page);
        #[expect(clippy::cast_precision_loss, reason = "no page counts so far")]
        let counted = right as f64;
        if held.count != Some(counted) {
            return Err(format!("{name} counts {:?} where {right} is right", held.count));
        }
        if held.stated.is_some() && held.stated != Some(counted + 1.0) {
            let stated = held.stated;
            return Err(format!(
                "{name} states {stated:?} rows where {right} and one of heads are right"
            ));
        }
        self.check_rows(page, held)
    }

    /// The same of the rows alone.
    ///
    /// # Errors
    /// When one is wrong; the sentence says which.
    pub fn check_rows(&self, page: Contestant, held: &Held) -> Result<(), String> {
        let name = page.name();
        let rows: Vec<&str> = held.rows.split_whitespace().collect();
        if !page.has_rows() {
            let stranger = rows.iter().find(|row| !self.ids.iter().any(|id| id == *row));
            return stranger.map_or(Ok(()), |row| Err(format!("{name} shows {row}, which does not fit")));
        }
        for (place, row) in rows.iter().enumerate() {
            let wanted = self.ids.get(place).map_or("nothing", String::as_str);
            if wanted != *row {
                return Err(format!(
                    "{name} shows {row} as row {} where {wanted} is right",
                    place + 1
                ));
            }
        }
        if rows.len() < self.ids.len() && !held.is_filled {
            return Err(format!(
                "{name} shows {} rows, which do not fill the window",
                rows.len()
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate;
    use iss_followup::dataset;

    fn answers() -> Answers {
        let json = generate::dataset(300, 1).unwrap();
        Answers::of(&dataset::parse(json.as_bytes()).unwrap())
    }

    fn held(count: usize, rows: &[String], is_filled: bool) -> Held {
        Held {
            count: Some(f64::from(u32::try_from(count).unwrap())),
            stated: None,
            rows: rows.join(" "),
            is_filled,
        }
    }

    #[test]
    fn a_window_of_the_rows_is_right_when_it_begins_at_the_first() {
        let right = answers().all;
        let check = |held: &Held| right.check(Contestant::Ours, held);
        assert_eq!(check(&held(300, &right.ids, true)), Ok(()));
        assert_eq!(check(&held(300, &right.ids[..20], true)), Ok(()));
        assert!(
            check(&held(300, &right.ids[..20], false))
                .unwrap_err()
                .contains("fill the window")
        );
        assert!(
            check(&held(300, &right.ids[1..21], true))
                .unwrap_err()
                .contains("row 1")
        );
    }

    #[test]
    fn a_wrong_answer_is_found() {
        let right = answers().chosen;
        let check = |held: &Held| right.check(Contestant::Plain, held);
        let mut rows = right.ids.clone();
        assert!(
            check(&held(rows.len() + 1, &rows, true))
                .unwrap_err()
                .contains("counts")
        );
        let stated = Held {
            stated: Some(f64::from(u32::try_from(rows.len()).unwrap())),
            ..held(rows.len(), &rows, true)
        };
        assert!(check(&stated).unwrap_err().contains("states"));
        rows.swap(3, 4);
        assert!(check(&held(rows.len(), &rows, true)).unwrap_err().contains("row 4"));
        assert!(
            check(&held(rows.len(), &answers().all.ids, true)).is_err(),
            "nothing was filtered"
        );
    }

    #[test]
    fn a_page_that_draws_facts_counts_them_and_shows_only_what_fits() {
        let answers = answers();
        let right = answers.chosen;
        let check = |held: &Held| right.check(Contestant::VisTimeline, held);
        assert_eq!(check(&held(right.facts, &right.ids[2..9], true)), Ok(()));
        let stranger = answers.all.ids.iter().find(|id| !right.ids.contains(id)).unwrap();
        assert!(check(&held(right.facts, std::slice::from_ref(stranger), true)).is_err());
    }

    #[test]
    fn a_page_begins_with_the_same_measures_in_groups_or_without() {
        let answers = answers();
        let [ours, plain] = [Contestant::Ours, Contestant::Plain].map(|page| answers.begin(page));
        let sorted = |right: &Right| {
            let mut ids = right.ids.clone();
            ids.sort_unstable();
            ids
        };
        assert_eq!(plain, [&answers.all, &answers.chosen]);
        assert_eq!(ours.map(sorted), plain.map(sorted));
        assert_ne!(ours[0].ids, plain[0].ids);
        let first = Held {
            count: None,
            ..held(0, &ours[0].ids[..20], true)
        };
        assert_eq!(ours[0].check_rows(Contestant::Ours, &first), Ok(()));
        assert!(plain[0].check_rows(Contestant::Plain, &first).is_err());
    }

    #[test]
    fn what_is_typed_narrows_and_widens_again() {
        let answers = answers();
        for page in [Contestant::Ours, Contestant::Plain] {
            let typing = answers.typing(page);
            assert_eq!(typing.len(), 2 * TYPED.len());
            assert!(6 <= typing.iter().filter(|step| step.is_change).count());
            assert_eq!(typing.last().unwrap().right, answers.all);
        }
        let whole_word = |page| answers.typing(page)[TYPED.len() - 1].right.ids.clone();
        let [mut ours, mut plain] = [Contestant::Ours, Contestant::Plain].map(whole_word);
        assert_ne!(ours, plain, "ours puts the best first");
        ours.sort();
        plain.sort();
        assert_eq!(ours, plain);
    }
}
