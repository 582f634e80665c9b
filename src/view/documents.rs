//! The documents that match: what each is, and who cites it.

use crate::dataset::Home;
use crate::domain::date::PartialDate;
use crate::domain::document::Document;
use crate::domain::keyed::Keyed;
use crate::domain::status::DocumentRole;
use crate::domain::vocabulary::Wording;
use crate::query::{self, DocumentColumn, DocumentSort, Segment, Shared};
use crate::route::Page;
use crate::view::parts::group_id;
use crate::view::{Context, Link, ListPart, Pace, PartFold, PartLink, PartsView};
use crate::words::{document as words, lists};

/// How many of those who cite a document its row names.
const NAMED: usize = 6;

/// Documents in order, by kind or year in groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentsView {
    /// Their order; none where the best come first.
    pub sort: Option<DocumentSort>,
    /// The groups with visible rows.
    pub groups: Vec<DocumentGroup>,
    /// Which rows are shown.
    pub list: ListPart,
    /// The columns, but for those in which no row has anything.
    pub columns: Vec<DocumentColumn>,
}

/// Documents of one kind or year, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentGroup {
    /// Its heading; none where they are not in groups.
    pub head: Option<DocumentGroupHead>,
    /// The visible ones.
    pub rows: Vec<DocumentRow>,
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentGroupHead {
    /// Whether the group is open.
    pub fold: PartFold,
    /// What its documents share.
    pub title: String,
    /// How many they are.
    pub count: usize,
}

/// A document as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: String,
    /// The way to its page.
    pub link: Link,
    /// The text of that link, with what is looked for marked.
    pub name: Vec<Segment>,
    /// Its page in the official register.
    pub register: Option<String>,
    /// Its title, where it is called by its number.
    pub title: Option<Vec<Segment>>,
    /// Marking, place in the Official Journal, and the dates of a legal act.
    pub details: String,
    /// What kind of document it is.
    pub kind: &'static str,
    /// Its date: `25 May 2020`.
    pub date: Option<String>,
    /// The first of those who cite it.
    pub citing: Vec<CitingLink>,
    /// The way to the others: `and 3 more`.
    pub others: Option<Link>,
}

/// A measure or a section of a general report that cites a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitingLink {
    /// Its title.
    pub title: String,
    /// The way to it: the number of a measure, or the title of a section.
    pub link: Link,
    /// Whether it is a measure.
    pub is_measure: bool,
    /// In which role, with the source where it is not the leading one: `of 5754/20, legal basis`.
    pub role: String,
}

impl Context<'_> {
    /// The visible part of these groups of documents.
    pub fn documents_in_order(
        &self,
        all_groups: &[(Option<Shared>, Vec<usize>)],
        sort: Option<DocumentSort>,
    ) -> DocumentsView {
        let count = all_groups.iter().map(|(_, places)| places.len()).sum();
        let list = self.list("documents".to_owned(), count, Pace::LARGE_LINES, None);
        let keys: Vec<String> = all_groups
            .iter()
            .map(|(shared, _)| shared.map(key).unwrap_or_default())
            .collect();
        let sizes = all_groups.iter().map(|(_, places)| places.len());
        let folds = self.group_folds(
            "documents",
            keys.iter().zip(sizes).map(|(key, size)| (key.as_str(), size, false)),
        );
        let head = |shared: Shared, count: usize| {
            let id = group_id(&key(shared));
            let fold = folds.iter().find(|fold| fold.id == id)?;
            Some(DocumentGroupHead {
                fold: fold.clone(),
                title: title(shared),
                count,
            })
        };
        let groups = list.groups(all_groups, |(shared, places), lines| DocumentGroup {
            head: shared.and_then(|shared| head(shared, places.len())),
            rows: places[lines].iter().map(|place| self.document_row(*place)).collect(),
        });
        let is_dated = |place: &usize| self.dataset.documents[*place].date.is_some();
        let has_dates = all_groups.iter().flat_map(|(_, places)| places).any(is_dated);
        let is_said = |column: &&DocumentColumn| **column != DocumentColumn::Date || has_dates;
        DocumentsView {
            sort,
            groups,
            list,
            columns: DocumentColumn::ALL.iter().filter(is_said).copied().collect(),
        }
    }

    fn document_row(&self, place: usize) -> DocumentRow {
        let document = &self.dataset.documents[place];
        let page = || Page::Document(document.id.clone());
        let citing = query::citing(place, self.index);
        let others = citing.len().saturating_sub(NAMED);
        let title = document.number.as_ref().and(document.title.as_deref());
        DocumentRow {
            id: document.id.to_string(),
            link: self.link(page(), document.name()),
            name: self.marked(document.name()),
            register: document.url(),
            title: title.map(|title| self.marked(title)),
            details: details(document),
            kind: document.kind.label(),
            date: document.date.map(PartialDate::in_short),
            citing: citing
                .into_iter()
                .take(NAMED)
                .map(|(home, roles)| self.citing_link(home, &roles))
                .collect(),
            others: (0 < others).then(|| self.link(page(), lists::and_more(others))),
        }
    }

    fn citing_link(&self, home: Home, roles: &[DocumentRole]) -> CitingLink {
        let page = self.page_of(home);
        let (title, source, text, role) = match home {
            Home::Measure(place) => {
                let measure = &self.dataset.measures[place];
                let roles: Vec<&str> = roles.iter().map(|role| role.label()).collect();
                (&measure.title, &measure.source, &measure.number, roles.join(", "))
            }
            Home::Report(place) => {
                let report = &self.dataset.reports[place];
                (
                    &report.title,
                    &report.source,
                    &report.title,
                    self.dataset.vocabulary.one(Wording::Report).to_owned(),
                )
            }
        };
        CitingLink {
            title: title.clone(),
            link: self.link(page, text.as_str()),
            is_measure: matches!(home, Home::Measure(_)),
            role: match self.dataset.other_source(source) {
                Some(source) => words::role_in(&source.number, &role),
                None => role,
            },
        }
    }
}

impl DocumentsView {
    /// The ways to its groups.
    pub fn parts(&self) -> PartsView {
        let heads = self.groups.iter().filter_map(|group| group.head.as_ref());
        let part = |head: &DocumentGroupHead| PartLink::new(head.fold.id.as_str(), head.title.as_str(), head.count);
        let parts = PartsView::of(heads.map(part));
        let folds = !parts.parts.is_empty();
        parts.that_folds(folds)
    }
}

fn key(shared: Shared) -> String {
    match shared {
        Shared::Kind(kind) => kind.key().to_owned(),
        Shared::Years(first, last) => format!("{first}-{last}"),
        Shared::NoYear => "no-year".to_owned(),
        Shared::NoNumber | Shared::NoDate => "none".to_owned(),
    }
}

fn title(shared: Shared) -> String {
    let [no_year, no_number, no_date] = words::WITHOUT;
    match shared {
        Shared::Kind(kind) => kind.heading().to_owned(),
        Shared::Years(first, last) => words::years(first, last),
        Shared::NoYear => no_year.to_owned(),
        Shared::NoNumber => no_number.to_owned(),
        Shared::NoDate => no_date.to_owned(),
    }
}

/// `LIMITE · OJ L 327, 9.12.2017, p. 20 · applies from 29 Dec 2017`.
fn details(document: &Document) -> String {
    let applies = document.applies.map(|date| words::applies(&date.in_short()));
    let transposition = document
        .transposition
        .map(|date| words::transposition(&date.in_short()));
    let own = document.marking.iter().chain(&document.oj).cloned();
    let all: Vec<String> = own.chain(applies).chain(transposition).collect();
    all.join(" · ")
}
