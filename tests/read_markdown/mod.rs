//! What a reader of Markdown that is not ours finds in a text.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a reader of Markdown finds.
#[derive(Default)]
pub struct Read {
    pub headings: Vec<(HeadingLevel, String)>,
    pub items: Vec<String>,
    /// The cells of each row of a table, its heads first.
    pub rows: Vec<Vec<String>>,
    /// Everything that is neither a heading, a paragraph, a list, a bold text nor a table.
    pub others: Vec<String>,
}

/// Reads it with every usual addition to Markdown.
pub fn read(markdown: &str) -> Read {
    let additions =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let additions = additions | Options::ENABLE_MATH | Options::ENABLE_GFM | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut read = Read::default();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, additions) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            Event::Start(Tag::TableHead | Tag::TableRow) => read.rows.push(Vec::new()),
            Event::Start(Tag::Heading { .. } | Tag::Item | Tag::TableCell) => text.clear(),
            Event::End(TagEnd::Heading(level)) => read.headings.push((level, std::mem::take(&mut text))),
            Event::End(TagEnd::Item) => read.items.push(std::mem::take(&mut text)),
            Event::End(TagEnd::TableCell) => read.rows.last_mut().expect("a row").push(std::mem::take(&mut text)),
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Strong | Tag::Table(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::List(_)
                | TagEnd::Strong
                | TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => {}
            other => read.others.push(format!("{other:?}")),
        }
    }
    read
}
