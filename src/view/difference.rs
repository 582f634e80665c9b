//! What is different about one record, in the reader's words: names for ids, words for the values of closed lists, words marked in texts.

mod names;

use crate::compare::{Change, Comparison, Edition, Happening, PastDue, Piece, Reason, Side, Subject, pieces};
use crate::domain::date::PartialDate;
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, ReportId};
use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::route::Page;
use crate::sheet::{self, Kind, Shape};
use crate::view::difference::names::{cell, label, names, short_name};
use crate::view::{Compared, Context, Link};
use crate::words::{compare as words, sheets::SEPARATOR};

/// What is different about one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceView {
    /// What tells it from the others: `facts 31-e1`.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// What it is and how it is called: `Measure 31`.
    pub name: String,
    /// Its id; of the edition itself none.
    pub id: String,
    /// The way to it, where it is in what is shown.
    pub link: Option<Link>,
    /// Its title or text.
    pub title: String,
    /// The measure or section to which it belongs.
    pub home: Option<String>,
    /// What has happened to it: `newly past due`, `no longer past due: met`.
    pub tags: Vec<(Happening, String)>,
    /// The fields that differ; of a record that came or went all that say something.
    pub fields: Vec<FieldView>,
    /// Whether it came or went as a whole.
    pub is_whole: bool,
    /// Whether its fields are told at first, even then: on paper.
    pub is_open: bool,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// Its name.
    pub name: String,
    /// What stood there and what stands there.
    pub pieces: Vec<Piece>,
    /// What stands between two pieces.
    pub between: &'static str,
}

impl FieldView {
    /// What stood there before, and what stands there after.
    pub fn sides(&self) -> [String; 2] {
        [Side::New, Side::Old].map(|other| {
            let own = self.pieces.iter().filter(|piece| piece.side != other);
            own.map(|piece| piece.text.as_str())
                .collect::<Vec<_>>()
                .join(self.between)
        })
    }
}

impl DifferenceView {
    /// All that has happened to it, in a line: `added`, `newly past due; other status or outcome`.
    pub fn happenings_in_words(&self) -> String {
        if self.tags.is_empty() {
            return Happening::Changed.label().to_owned();
        }
        self.tags
            .iter()
            .map(|(_, tag)| tag.as_str())
            .collect::<Vec<_>>()
            .join("; ")
    }
}

impl Context<'_> {
    /// What is different about a record.
    pub(super) fn difference(&self, compared: &Compared, subject: &Subject) -> DifferenceView {
        let comparison = &compared.comparison;
        let changes = &comparison.difference.changes;
        let told = Told(comparison);
        let own = subject.own.map(|place| &changes[place]);
        let id = subject.old_id.as_ref().map(|old| FieldView {
            name: words::ID.to_owned(),
            pieces: two([old, &subject.id]),
            between: " ",
        });
        let own_fields = own.into_iter().flat_map(|change| told.own_fields(change));
        let parts = subject.parts.iter().flat_map(|place| told.part(&changes[*place]));
        let (name, title) = told.names(subject.kind, &subject.id);
        let home = subject.home.as_ref().filter(|(kind, _)| *kind != subject.kind);
        DifferenceView {
            key: format!("{} {}", subject.kind.key(), subject.id),
            kind: subject.kind,
            name: words::record(record(subject.kind), &name),
            id: subject.id.clone(),
            link: self.way_to(subject.kind, compared.shown_id(subject), &title),
            title,
            home: home.map(|(kind, id)| told.heading(*kind, id)),
            tags: tags(subject, &told.0.new),
            fields: id.into_iter().chain(own_fields).chain(parts).collect(),
            is_open: self.is_on_paper,
            is_whole: own.is_some_and(|change| change.old.is_none() || change.new.is_none()),
        }
    }

    /// The way to a record, where it is in what is shown and has a page or a line.
    fn way_to(&self, kind: Kind, id: &str, text: &str) -> Option<Link> {
        let dataset = self.dataset;
        let page = match kind {
            Kind::Measures => Page::Measure(dataset.measure(&MeasureId::new(id))?.id.clone()),
            Kind::Sections => {
                let id = ReportId::new(id);
                dataset.report(&id)?;
                Page::Report(id)
            }
            Kind::Documents => Page::Document(dataset.document(&DocumentId::new(id))?.id.clone()),
            Kind::Bodies => Page::Body(dataset.body(&BodyId::new(id))?.id.clone()),
            Kind::Facts | Kind::Commitments | Kind::LaterFacts => {
                let line = LineId::new(id);
                let home = dataset.home_of_line(&line)?;
                return Some(self.link_to_line(self.page_of(home), Some(line), text));
            }
            _ => return None,
        };
        Some(self.link(page, text))
    }
}

/// What has happened to a record. That it changed, its fields say.
fn tags(subject: &Subject, new: &Edition) -> Vec<(Happening, String)> {
    let happenings = subject
        .happenings
        .iter()
        .filter(|happening| **happening != Happening::Changed);
    let tag = |happening: &Happening| {
        let says = match subject.past_due {
            Some(PastDue::NoLonger(reason)) if *happening == Happening::NoLongerPastDue => {
                let [removed, later_date] = words::REASONS;
                words::because(match reason {
                    Reason::Removed => removed,
                    Reason::LaterDate => later_date,
                    Reason::State(state) => label(new, Kind::Outcomes, "state", state.key()).unwrap_or_default(),
                })
            }
            _ => happening.label().to_owned(),
        };
        (*happening, says)
    };
    happenings.map(tag).collect()
}

/// Two editions, told in words.
pub(super) struct Told<'a>(pub(super) &'a Comparison);

impl Told<'_> {
    /// The fields of a record that differ, and its place in its list if it stands elsewhere in that. What its heading says of a record that came or
    /// went is left out.
    fn own_fields(&self, change: &Change) -> Vec<FieldView> {
        let is_whole = change.old.is_none() || change.new.is_none();
        let in_heading = |column: usize| {
            let (field, shape) = change.kind.columns()[column];
            let [code, title] = names(change.kind);
            is_whole && (field == code || field == title || matches!(shape, Shape::Id | Shape::Parent(_)))
        };
        let columns = change.columns().filter(|column| !in_heading(*column));
        let mut fields: Vec<FieldView> = columns.map(|column| self.field(change, column)).collect();
        if let (Some(old), Some(new)) = (&change.old, &change.new)
            && change.is_moved
            && (fields.is_empty() || old.place != new.place)
        {
            fields.push(FieldView {
                name: words::PLACE.to_owned(),
                pieces: two([old, new]
                    .map(|listed| (listed.place + 1).to_string())
                    .each_ref()
                    .map(String::as_str)),
                between: " ",
            });
        }
        fields
    }

    /// What is different about something that belongs to a record.
    fn part(&self, change: &Change) -> Vec<FieldView> {
        let part = record(change.kind);
        let in_words = |side: usize| {
            let columns = change.kind.columns().iter().enumerate();
            let own = columns.filter(|(_, (_, shape))| !matches!(shape, Shape::Parent(_)));
            let cells = own.map(|(column, _)| self.words(change.kind, column, change.cell(column)[side], side));
            cells
                .filter(|cell| !cell.is_empty())
                .collect::<Vec<_>>()
                .join(SEPARATOR)
        };
        if change.kind != Kind::Outcomes && (change.old.is_none() || change.new.is_none() || change.is_moved) {
            let whole = [in_words(0), in_words(1)];
            let mut pieces = two(whole.each_ref().map(String::as_str));
            // It only stands elsewhere.
            if whole[0] == whole[1] {
                pieces.truncate(1);
            }
            return vec![FieldView {
                name: part.to_owned(),
                pieces,
                between: " ",
            }];
        }
        let about = match change.kind {
            Kind::Outcomes | Kind::NothingFound => part.to_owned(),
            kind => {
                let column = kind
                    .columns()
                    .iter()
                    .position(|(_, shape)| !matches!(shape, Shape::Parent(_)));
                let column = column.unwrap_or_default();
                words::record(part, &self.words(kind, column, change.cell(column)[1], 1))
            }
        };
        let field = |column: usize| {
            let field = self.field(change, column);
            FieldView {
                name: words::of_part(&about, &field.name),
                ..field
            }
        };
        let differs = change
            .columns()
            .filter(|column| !matches!(change.kind.columns()[*column].1, Shape::Parent(_)));
        differs.map(field).collect()
    }

    /// A field as it was and as it is.
    fn field(&self, change: &Change, column: usize) -> FieldView {
        let shape = change.kind.columns()[column].1;
        let [old, new] = change.cell(column);
        let marked = match shape {
            Shape::Text => {
                let [old, new] = [old, new].map(|text| text.split_whitespace().collect::<Vec<_>>());
                pieces(&old, &new, " ")
            }
            Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => {
                let items = [(old, 0), (new, 1)].map(|(cell, side)| self.items(shape, cell, side));
                let [old, new] = items
                    .each_ref()
                    .map(|items| items.iter().map(String::as_str).collect::<Vec<_>>());
                pieces(&old, &new, SEPARATOR)
            }
            _ => Vec::new(),
        };
        let is_marked = marked.iter().any(|piece| piece.side != Side::Both);
        let whole = || {
            let cells = [(old, 0), (new, 1)].map(|(cell, side)| self.words(change.kind, column, cell, side));
            two(cells.each_ref().map(String::as_str))
        };
        FieldView {
            name: change.kind.heads()[column].to_owned(),
            pieces: if is_marked { marked } else { whole() },
            between: match shape {
                Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => SEPARATOR,
                _ => " ",
            },
        }
    }

    /// What a cell says.
    fn words(&self, kind: Kind, column: usize, cell: &str, side: usize) -> String {
        let (field, shape) = kind.columns()[column];
        match shape {
            Shape::Parent(parent) => self.name_of(&[parent], cell, side),
            Shape::Ref(kinds) => self.name_of(kinds, cell, side),
            Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => self.items(shape, cell, side).join(SEPARATOR),
            Shape::Choice => label([&self.0.old, &self.0.new][side], kind, field, cell)
                .unwrap_or(cell)
                .to_owned(),
            Shape::Day | Shape::Date => match cell.parse::<PartialDate>() {
                Ok(date) => date.in_short(),
                Err(_) => cell.to_owned(),
            },
            Shape::Id | Shape::Text | Shape::Number | Shape::YesNo => cell.to_owned(),
        }
    }

    /// The things in a cell.
    fn items(&self, shape: Shape, cell: &str, side: usize) -> Vec<String> {
        let items = sheet::items(shape, cell).into_iter();
        let named = items.map(|item| match shape {
            Shape::Refs(kinds) => self.name_of(kinds, &item, side),
            Shape::Pairs(_) => {
                let (id, key) = item.split_once(' ').unwrap_or((&item, ""));
                let role = PresidencyRole::from_key(key).map(Keyed::label);
                format!(
                    "{} ({})",
                    self.name_of(&[Kind::Presidencies], id, side),
                    role.unwrap_or(key)
                )
            }
            _ => item,
        });
        named.collect()
    }

    /// The name of the record with that id, in the edition of that side or else in the other one; the id of what is in neither.
    fn name_of(&self, kinds: &[Kind], id: &str, side: usize) -> String {
        let editions = [[&self.0.old, &self.0.new], [&self.0.new, &self.0.old]];
        let named = editions[side]
            .into_iter()
            .find_map(|edition| kinds.iter().find_map(|kind| short_name(edition, *kind, id)));
        named.unwrap_or_else(|| id.to_owned())
    }

    /// How a record is called, and its title.
    fn names(&self, kind: Kind, id: &str) -> (String, String) {
        let [code, title] = names(kind);
        let edition = [&self.0.new, &self.0.old]
            .into_iter()
            .find(|edition| edition.record(kind, id).is_some());
        let field = |field: &str| edition.map_or_else(String::new, |edition| cell(edition, kind, id, field).to_owned());
        if kind == Kind::Edition {
            return (self.0.new.number().to_owned(), self.0.new.title().to_owned());
        }
        let name = match kind {
            Kind::Facts | Kind::Commitments | Kind::LaterFacts => self.0.new.code(id),
            _ => field(code),
        };
        (name, field(title))
    }

    /// A measure or section as a heading: `31 Border checks`.
    pub(super) fn heading(&self, kind: Kind, id: &str) -> String {
        let (name, title) = self.names(kind, id);
        let name = if kind == Kind::Sections { String::new() } else { name };
        format!("{name} {title}").trim().to_owned()
    }
}

/// Both as a whole; what is empty is no piece.
fn two(sides: [&str; 2]) -> Vec<Piece> {
    let sides = [Side::Old, Side::New].into_iter().zip(sides);
    let said = sides.filter(|(_, text)| !text.is_empty());
    said.map(|(side, text)| Piece {
        side,
        text: text.to_owned(),
    })
    .collect()
}

/// What one record of a kind is called.
pub(super) fn record(kind: Kind) -> &'static str {
    const { assert!(words::RECORDS.len() == Kind::ALL.len()) };
    words::RECORDS[kind as usize]
}
