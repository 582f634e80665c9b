//! What the Presidencies have to do with a measure, one cell each.

use std::cmp::Reverse;

use crate::dataset::Dataset;
use crate::domain::date::Day;
use crate::domain::presidency::Presidency;
use crate::domain::sort;
use crate::domain::vocabulary::Vocabulary;
use crate::query::Involvement;
use crate::view::Context;

/// How many Presidencies have a cell: the one in office on the current day, and those before it. As many are offered first.
pub(super) const CELLS: usize = 5;

/// What one Presidency has to do with a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresidencyCell {
    /// Its two letters.
    pub code: String,
    /// What it has to do with it.
    pub involvement: Involvement,
    /// The same in words: `Croatia: acted (by date), plans (named in the text)`.
    pub sentence: String,
}

/// The places in the rota of the usual Presidencies, and of those that are chosen.
fn shown_terms(day: Day, chosen: &[usize], dataset: &Dataset) -> Vec<usize> {
    let usual = dataset.rota.last_begun(CELLS, day);
    let is_shown = |term: &usize| usual.contains(term) || chosen.contains(term);
    (0..dataset.rota.terms().len()).filter(is_shown).collect()
}

/// `Croatia: acted (by date), plans (named in the text)`.
pub(super) fn part_in_words((presidency, involvement): (&Presidency, Involvement), own: &Vocabulary) -> String {
    format!("{}: {}", presidency.country, involvement.in_words(own))
}

impl Context<'_> {
    /// The places in the rota of the Presidencies that have a cell in every row: those that are chosen, and the usual ones, or, where
    /// the measures concern others more often, those that have a part in most of them.
    pub fn terms_in_rows(&self, chosen: &[usize], measures: &[usize]) -> Vec<usize> {
        let as_of = self.index.as_of(self.day);
        let mut parts = vec![0_usize; self.dataset.rota.terms().len()];
        for measure in measures {
            for (count, involvement) in parts.iter_mut().zip(as_of.involvements(*measure)) {
                *count += usize::from(involvement.fits(None));
            }
        }
        let usual = shown_terms(self.day, chosen, self.dataset);
        let of_usual: usize = usual.iter().map(|term| parts[*term]).sum();
        if parts.iter().sum::<usize>() <= 2 * of_usual {
            return usual;
        }
        let mut ranked: Vec<usize> = (0..parts.len()).collect();
        sort::by_key(&mut ranked, |term| Reverse((parts[*term], *term)));
        ranked.truncate(CELLS);
        let is_shown = |term: &usize| ranked.contains(term) || chosen.contains(term);
        (0..parts.len()).filter(is_shown).collect()
    }

    /// The cells of a measure's page: of the usual Presidencies, of those that are chosen, and of each that has a part in it.
    pub fn presidency_strip(&self, place: usize, chosen: &[usize]) -> Vec<PresidencyCell> {
        let usual = shown_terms(self.day, chosen, self.dataset);
        self.presidency_cells(place, &|term, involvement| {
            usual.contains(&term) || involvement.fits(None)
        })
    }

    /// The cells of the measure at that place for the Presidencies that are shown, in the order of the rota.
    pub(super) fn presidency_cells(
        &self,
        place: usize,
        is_shown: &dyn Fn(usize, Involvement) -> bool,
    ) -> Vec<PresidencyCell> {
        let terms = self.dataset.rota.terms().iter();
        let terms = terms.zip(self.index.as_of(self.day).involvements(place)).enumerate();
        let shown = terms.filter(|(term, (_, involvement))| is_shown(*term, *involvement));
        let cell = |(_, (presidency, involvement)): (usize, (&Presidency, Involvement))| PresidencyCell {
            code: presidency.code.clone(),
            involvement,
            sentence: part_in_words((presidency, involvement), &self.dataset.vocabulary),
        };
        shown.map(cell).collect()
    }
}
