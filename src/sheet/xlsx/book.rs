//! What a workbook says of its sheets: their names and parts, its shared texts, and which styles show a date.

use std::rc::Rc;

use crate::sheet::read::Unreadable;
use crate::sheet::read::grid::Tally;
use crate::sheet::read::unzip::{Part, Parts};
use crate::sheet::xlsx::number::{Shown, built_in, by_code};
use crate::sheet::xlsx::xml::{Attributes, Node, Xml};

/// A workbook without its cells.
#[derive(Default)]
pub(super) struct Book {
    /// Its sheets in their order.
    pub(super) sheets: Vec<BookSheet>,
    /// The part with the texts that cells name by their places.
    pub(super) texts: Option<Part>,
    /// For each style how it shows a date, if it does.
    pub(super) styles: Rc<[Option<Shown>]>,
    /// Whether its days count from 1904.
    pub(super) is_1904: bool,
}

/// A sheet without its cells.
pub(super) struct BookSheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) part: Part,
}

impl Book {
    /// Reads everything but the cells.
    pub(super) fn read(parts: &Parts) -> Result<Self, Unreadable> {
        let package = relations(parts, "")?;
        let main = package.into_iter().find(|relation| relation.is("/officeDocument"));
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let relations = relations(parts, &main)?;
        let related = |kind: &str| relations.iter().find(|relation| relation.is(kind));
        let part = |relation: Option<&Relation>| relation.and_then(|relation| parts.named(&relation.target));
        let mut book = Self::default();
        let Some(workbook) = parts.named(&main) else {
            return Err(Unreadable::NoSheets);
        };
        each(parts, workbook, |name, attributes| {
            if name == "workbookPr" {
                book.is_1904 = attributes.is_set("date1904");
            }
            if name == "sheet" {
                let id = attributes.get("id").unwrap_or_default();
                let relation = relations.iter().find(|relation| relation.id == id);
                // Sheets of charts and macros have no cells.
                if let Some(part) = part(relation.filter(|relation| relation.is("/worksheet"))) {
                    book.sheets.push(BookSheet {
                        name: attributes.get("name").unwrap_or_default().to_owned(),
                        is_hidden: matches!(attributes.get("state"), Some("hidden" | "veryHidden")),
                        part: part.clone(),
                    });
                }
            }
            Ok(())
        })?;
        if book.sheets.is_empty() {
            return Err(Unreadable::NoSheets);
        }
        if let Some(styles) = part(related("/styles")) {
            book.styles = styles_of(parts, styles)?.into();
        }
        book.texts = part(related("/sharedStrings")).cloned();
        Ok(book)
    }
}

/// Where a part leads.
struct Relation {
    id: String,
    kind: String,
    /// The path of another part.
    target: String,
}

impl Relation {
    /// Whether it is of that kind. What the kinds are named after has two names.
    fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }
}

/// Where the part with that path leads; of the whole file with the empty one.
fn relations(parts: &Parts, of: &str) -> Result<Vec<Relation>, Unreadable> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let own = if folder.is_empty() {
        format!("_rels/{file}.rels")
    } else {
        format!("{folder}/_rels/{file}.rels")
    };
    let mut found = Vec::new();
    let Some(part) = parts.named(&own) else {
        return Ok(found);
    };
    each(parts, part, |name, attributes| {
        let value = |name: &str| attributes.get(name).unwrap_or_default().to_owned();
        // What stands outside the file is never asked for.
        if name == "Relationship" && attributes.get("TargetMode") != Some("External") {
            found.push(Relation {
                id: value("Id"),
                kind: value("Type"),
                target: joined(folder, &value("Target")),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// A path that begins in a folder.
fn joined(folder: &str, target: &str) -> String {
    let (around, target) = target.strip_prefix('/').map_or((folder, target), |target| ("", target));
    let mut steps: Vec<&str> = around.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Calls `visit` for each tag of a part.
fn each(
    parts: &Parts,
    part: &Part,
    mut visit: impl FnMut(&str, &Attributes) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut xml = Xml::new(parts.open(part));
    loop {
        match xml.next()? {
            Node::Open(name, attributes) => visit(&name, &attributes)?,
            Node::Close(_) | Node::Text(_) => {}
            Node::End => return Ok(()),
        }
    }
}

/// For each style how it shows a date.
fn styles_of(parts: &Parts, part: &Part) -> Result<Vec<Option<Shown>>, Unreadable> {
    /// The most styles that a workbook can have.
    const MOST: usize = 1 << 16;
    let mut formats: Vec<(usize, Option<Shown>)> = Vec::new();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    each(parts, part, |name, attributes| {
        match name {
            "numFmt" if formats.len() < MOST => {
                let code = attributes.get("formatCode").unwrap_or_default();
                formats.extend(attributes.number("numFmtId").map(|id| (id, by_code(code))));
            }
            "cellXfs" => is_of_cells = true,
            "cellStyles" | "dxfs" => is_of_cells = false,
            "xf" if is_of_cells && styles.len() < MOST => {
                styles.push(attributes.number("numFmtId").unwrap_or_default());
            }
            _ => {}
        }
        Ok(())
    })?;
    let shown = |id: usize| {
        let own = formats.iter().find(|(own, _)| *own == id);
        own.map_or_else(|| built_in(id), |(_, shown)| *shown)
    };
    Ok(styles.into_iter().map(shown).collect())
}

/// The texts that cells name by their places, read one after the other.
pub(super) struct Texts {
    xml: Xml,
    texts: Vec<String>,
}

impl Texts {
    /// Begins with the first.
    pub(super) fn new(parts: &Parts, part: &Part) -> Self {
        Self {
            xml: Xml::new(parts.open(part)),
            texts: Vec::new(),
        }
    }

    /// How many packed bytes are left.
    pub(super) fn left(&self) -> usize {
        self.xml.left()
    }

    /// Reads so many tags more. Gives the texts once there are no more.
    pub(super) fn step(&mut self, tags: usize, tally: &mut Tally) -> Result<Option<Vec<String>>, Unreadable> {
        for _ in 0..tags {
            match self.xml.next()? {
                Node::Open(name, _) if name == "si" => {
                    let text = self.xml.text("si")?;
                    // Its place in memory, too.
                    tally.take_text(text.len() + size_of::<String>())?;
                    self.texts.push(text);
                }
                Node::End => return Ok(Some(std::mem::take(&mut self.texts))),
                Node::Open(..) | Node::Close(_) | Node::Text(_) => {}
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_followed_within_the_file() {
        for (folder, target, path) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/worksheets", "../styles.xml", "xl/styles.xml"),
            ("", "../../a", "a"),
        ] {
            assert_eq!(joined(folder, target), path);
        }
    }
}
