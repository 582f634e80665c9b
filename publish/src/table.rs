//! A kind of record as a table: its columns have the names of the workbook's, in small letters and with underscores.

use iss_followup::domain::keyed::Keyed;
use iss_followup::sheet::{ColumnDescription, Kind, Shape, SheetDescription, descriptions};

/// A table, with a row for each record of a kind.
#[derive(Clone, Debug)]
pub struct Table {
    /// What a row is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What a row is, a sentence.
    pub about: String,
    /// A column for each of the sheet's; some bring others with them.
    pub columns: Vec<Column>,
    /// The column of the primary key; the number of the row where there is none.
    pub key: Option<usize>,
}

/// A column of a sheet in its table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds, a sentence.
    pub note: String,
    /// How it is written.
    pub shape: Shape,
    /// Whether every row has something there.
    pub is_needed: bool,
    /// The values of a closed list.
    pub choices: Vec<String>,
}

/// The order of the records: a column that no sheet has, in each table that has a key.
pub const PLACE: &str = "place";

/// What a date brings with it: a date such as `2019-H2` is no day.
pub const DAYS: [&str; 2] = ["first_day", "last_day"];

/// Every table, in the order of the kinds of records.
pub fn tables() -> Vec<Table> {
    descriptions(Kind::ALL).into_iter().map(Table::of).collect()
}

/// A name of the workbook as it is written in a query: `Date in words` is `date_in_words`.
pub fn name(words: &str) -> String {
    words
        .to_lowercase()
        .replace(|letter: char| !letter.is_alphanumeric(), "_")
}

/// A name in quotation marks: some are words of SQL.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text of SQL.
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// One record of a kind as a column calls it.
pub fn one_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Edition => "edition",
        Kind::Words => "word",
        Kind::Sources => "source",
        Kind::Priorities => "priority",
        Kind::Presidencies => "period",
        Kind::Bodies => "body",
        Kind::Documents => "document",
        Kind::Identifiers => "identifier",
        Kind::Measures => "measure",
        Kind::Citations => "citation",
        Kind::RelatedMeasures => "related_measure",
        Kind::Sections => "section",
        Kind::Facts => "fact",
        Kind::Commitments => "commitment",
        Kind::Outcomes => "outcome",
        Kind::RelatedLines => "related_line",
        Kind::LaterFacts => "later_fact",
        Kind::LaterDocuments => "later_document",
        Kind::WebPages => "web_page",
        Kind::LaterOutcomes => "later_outcome",
        Kind::NothingFound => "nothing_found",
        Kind::Glossary => "term",
    }
}

/// The table of a kind.
pub fn table_of(kind: Kind) -> String {
    name(kind.name())
}

/// A column that must name a row of another table.
pub fn reference(column: &str, table: &str, key: &str) -> String {
    format!(
        "FOREIGN KEY ({}) REFERENCES {} ({})",
        quoted(column),
        quoted(table),
        quoted(key)
    )
}

impl Table {
    fn of(sheet: SheetDescription) -> Self {
        Self {
            kind: sheet.kind,
            name: table_of(sheet.kind),
            about: sheet.about,
            columns: sheet.columns.into_iter().map(Column::of).collect(),
            key: sheet.key,
        }
    }

    /// The name of the column by which a row is told from others.
    pub fn key(&self) -> &str {
        self.key.map_or("rowid", |key| &self.columns[key].name)
    }

    /// The names of all its columns, those that no sheet has too.
    pub fn names(&self) -> Vec<String> {
        let columns = self.columns.iter().flat_map(Column::names);
        columns.chain(self.key.map(|_| PLACE.to_owned())).collect()
    }

    /// What makes the table.
    pub fn definition(&self, all: &[Table]) -> String {
        let columns = self.columns.iter().enumerate();
        let mut lines: Vec<String> = columns
            .flat_map(|(place, column)| column.definitions(self.key == Some(place)))
            .collect();
        if self.key.is_some() {
            lines.push(format!("{} INTEGER NOT NULL", quoted(PLACE)));
        }
        for column in &self.columns {
            let own = column.references().into_iter();
            lines.extend(own.map(|(name, kind)| reference(&name, &table_of(kind), key_of(kind, all))));
        }
        format!("CREATE TABLE {} (\n  {}\n);", quoted(&self.name), lines.join(",\n  "))
    }

    /// What makes its indexes: of whatever is counted, ordered or looked up.
    pub fn indexes(&self) -> Vec<String> {
        let columns = self.columns.iter().enumerate();
        let columns = columns.filter(|(place, _)| self.key != Some(*place));
        columns
            .filter_map(|(_, column)| match column.shape {
                Shape::Choice => Some(column.name.clone()),
                Shape::Parent(_) | Shape::Ref(_) => column.references().first().map(|(name, _)| name.clone()),
                Shape::Date => Some(format!("{}_{}", column.name, DAYS[0])),
                _ => None,
            })
            .map(|name| index(&self.name, &name))
            .collect()
    }
}

/// What makes an index of one column.
pub fn index(table: &str, column: &str) -> String {
    let named = quoted(&format!("{table}_{column}_index"));
    format!("CREATE INDEX {named} ON {} ({});", quoted(table), quoted(column))
}

/// The column of the primary key of a kind's table.
pub fn key_of(kind: Kind, all: &[Table]) -> &str {
    all.iter().find(|table| table.kind == kind).map_or("rowid", Table::key)
}

impl Column {
    fn of(column: ColumnDescription) -> Self {
        Self {
            name: name(column.head),
            note: column.note,
            shape: column.shape,
            is_needed: column.is_needed,
            choices: column.choices,
        }
    }

    /// Whether it holds several things, as a list of JSON.
    pub fn is_list(&self) -> bool {
        matches!(self.shape, Shape::Refs(_) | Shape::Texts | Shape::Pairs(_))
    }

    /// The kinds of records that it names.
    pub fn targets(&self) -> &[Kind] {
        match &self.shape {
            Shape::Parent(kind) => std::slice::from_ref(kind),
            Shape::Ref(kinds) | Shape::Refs(kinds) => kinds,
            Shape::Pairs(_) => &[Kind::Presidencies],
            _ => &[],
        }
    }

    /// Whether it names one record, which may be of one kind or of another.
    pub fn is_of_several_kinds(&self) -> bool {
        matches!(self.shape, Shape::Ref(_)) && 1 < self.targets().len()
    }

    /// Each column that names one record, with the kind of that record: of a column that may name several kinds there is a further
    /// one for each.
    pub fn references(&self) -> Vec<(String, Kind)> {
        let further = |kind: &Kind| (format!("{}_{}", self.name, one_of(*kind)), *kind);
        match self.targets() {
            _ if self.is_list() => Vec::new(),
            [kind] => vec![(self.name.clone(), *kind)],
            kinds => kinds.iter().map(further).collect(),
        }
    }

    /// The names of the columns that stand for it.
    pub fn names(&self) -> Vec<String> {
        let further: Vec<String> = match self.shape {
            Shape::Date => DAYS.iter().map(|day| format!("{}_{day}", self.name)).collect(),
            _ if self.is_of_several_kinds() => self.references().into_iter().map(|(name, _)| name).collect(),
            _ => Vec::new(),
        };
        std::iter::once(self.name.clone()).chain(further).collect()
    }

    fn definitions(&self, is_key: bool) -> Vec<String> {
        let kind = match self.shape {
            Shape::Number | Shape::YesNo => "INTEGER",
            _ => "TEXT",
        };
        let own = quoted(&self.name);
        let mut words = vec![own.clone(), kind.to_owned()];
        if is_key {
            words.push("PRIMARY KEY".to_owned());
        }
        if is_key || self.is_needed || self.is_list() || self.shape == Shape::YesNo {
            words.push("NOT NULL".to_owned());
        }
        let among = |values: &[String]| format!("CHECK ({own} IN ({}))", values.join(", "));
        match self.shape {
            Shape::YesNo => words.push(among(&["0".to_owned(), "1".to_owned()])),
            Shape::Choice => {
                let choices: Vec<String> = self.choices.iter().map(|choice| literal(choice)).collect();
                words.push(among(&choices));
            }
            _ if self.is_list() => words.push(format!("CHECK (json_valid({own}))")),
            _ => {}
        }
        let further = self
            .names()
            .into_iter()
            .skip(1)
            .map(|name| format!("{} TEXT", quoted(&name)));
        std::iter::once(words.join(" ")).chain(further).collect()
    }
}
