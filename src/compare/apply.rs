//! A difference applied to the edition that it begins with.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::compare::edition::{Edition, id_column, renamed};
use crate::compare::{Change, Difference, list, listed};
use crate::domain::keyed::Keyed;
use crate::domain::sort;
use crate::sheet::{Kind, Shape, Sheet, Workbook};

impl Difference {
    /// What the later edition says, made of what the earlier one says.
    #[must_use]
    pub fn apply(&self, old: &Workbook) -> Workbook {
        let old = Edition::new(renamed(old.clone(), &self.same));
        let mut new = Workbook::default();
        for kind in Kind::ALL {
            let changes: Vec<&Change> = self.changes.iter().filter(|change| change.kind == *kind).collect();
            let rows = rows(*kind, &old, &changes, &new);
            new.sheets.push(Sheet::of(*kind, rows.into_iter()));
        }
        new
    }
}

/// The later records of a kind; `new` has those of the kinds to which they belong.
fn rows(kind: Kind, old: &Edition, changes: &[&Change], new: &Workbook) -> Vec<Vec<String>> {
    let at = |cells: &[String], place: usize| (owned(&list(kind, cells)), place);
    let olds = || {
        changes
            .iter()
            .filter_map(|change| change.old.as_ref().map(|old| (change, old)))
    };
    // What goes, and what changes where it stands.
    let goes: HashSet<_> = olds()
        .filter(|(change, _)| change.is_moved || change.new.is_none())
        .map(|(_, old)| at(&old.cells, old.place))
        .collect();
    let becomes: HashMap<_, _> = olds()
        .filter(|(change, _)| !change.is_moved)
        .filter_map(|(change, old)| Some((at(&old.cells, old.place), change.new.as_ref()?)))
        .collect();
    let mut lists: BTreeMap<Vec<String>, Vec<Vec<String>>> = BTreeMap::new();
    for record in listed(kind, old) {
        let place = at(&record.cells, record.place);
        if goes.contains(&place) {
            continue;
        }
        let cells = becomes.get(&place).map_or(&record.cells, |new| &new.cells);
        lists.entry(place.0).or_default().push(cells.clone());
    }
    // What comes, each to its place, the first first.
    let mut comes: Vec<_> = changes
        .iter()
        .filter(|change| change.is_moved || change.old.is_none())
        .filter_map(|change| change.new.as_ref())
        .collect();
    sort::by_key(&mut comes, |new| new.place);
    for record in comes {
        let list = lists.entry(owned(&list(kind, &record.cells))).or_default();
        list.insert(record.place.min(list.len()), record.cells.clone());
    }
    in_order(kind, lists, new)
}

/// The lists of a kind one after the other, in the order of the records to which they belong.
fn in_order(kind: Kind, lists: BTreeMap<Vec<String>, Vec<Vec<String>>>, new: &Workbook) -> Vec<Vec<String>> {
    let parents = kind.columns().iter().filter_map(|(_, shape)| match shape {
        Shape::Parent(parent) => Some(*parent),
        _ => None,
    });
    let places: Vec<HashMap<&str, usize>> = parents.map(|parent| places(parent, new)).collect();
    let mut lists: Vec<_> = lists.into_iter().collect();
    sort::by_key(&mut lists, |(ids, _)| {
        let named = ids.iter().zip(&places).enumerate().find(|(_, (id, _))| !id.is_empty());
        named.map(|(column, (id, places))| (column, places.get(id.as_str()).copied()))
    });
    lists.into_iter().flat_map(|(_, rows)| rows).collect()
}

/// The place of each record of a kind by its id.
fn places(kind: Kind, workbook: &Workbook) -> HashMap<&str, usize> {
    let rows = workbook.sheets.get(kind as usize).map_or(&[][..], |sheet| &sheet.rows);
    let id = id_column(kind).unwrap_or_default();
    rows.iter()
        .enumerate()
        .map(|(place, row)| (row.cells[id].as_str(), place))
        .collect()
}

fn owned(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}
