//! What is shown as Markdown: a title block, and an item or a row of a table for each thing, with its source and page.

use crate::compare::{Piece, Side};
use crate::dataset::Dataset;
use crate::query::{Brief, BriefGroup, BriefSection};
use crate::render::writing::{Unwritable, Writer};
use crate::view::{Cell, Context, DifferenceView, ExportContent, ExportContext, Item, TextItem, one_line};
use crate::words::{brief_page, briefs};

/// Writes one thing after the other.
pub(super) struct MarkdownWriter<'a> {
    context: ExportContext<'a>,
    items: Vec<Item<'a>>,
    text: String,
}

impl<'a> MarkdownWriter<'a> {
    /// Writes the title block; a brief has its own.
    pub(super) fn new(context: ExportContext<'a>, exported: &ExportContent<'a>) -> Self {
        let mut text = match exported {
            ExportContent::Briefs(_) => String::new(),
            exported => {
                title_block(
                    &exported.title(context.dataset),
                    exported.properties(&context),
                    context.dataset,
                ) + "\n"
            }
        };
        if let ExportContent::Heat { .. } = exported {
            let heads = exported.heads(&context);
            text.push_str(&table_row(&heads));
            text.extend(["|---|", &"---:|".repeat(heads.len().saturating_sub(1)), "\n"]);
        }
        Self {
            items: exported.items(&context),
            context,
            text,
        }
    }
}

impl Writer for MarkdownWriter<'_> {
    fn count(&self) -> usize {
        self.items.len()
    }

    fn write(&mut self, piece: usize) -> Result<(), Unwritable> {
        let text = match &self.items[piece] {
            Item::Brief(brief) => {
                let apart = if piece == 0 { "" } else { "\n" };
                format!("{apart}{}", brief_markdown(brief, &self.context.view_context()))
            }
            Item::Counts(cells) => table_row(&cells.iter().cloned().map(Cell::into_text).collect::<Vec<_>>()),
            Item::Difference(record) => difference_item(record),
            item => self.context.text_item(item).as_ref().map(list_item).unwrap_or_default(),
        };
        self.text.push_str(&text);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Unwritable> {
        Ok(self.text.into_bytes())
    }
}

/// The whole brief: title block, sections, groups, and a list item for each line with its source.
///
/// Headings: one of the first level, a section of the second, a group of the third; in a section, the lines of unknown outcome are
/// a group of the third level whose own groups are of the fourth.
pub fn brief_markdown(brief: &Brief<'_>, context: &Context<'_>) -> String {
    let ([term, trio, source], [only, grounds]) = (brief_page::PROPERTIES, brief_page::MORE_PROPERTIES);
    let properties = vec![
        (
            term,
            format!("{} ({})", brief.term_in_words(), brief.standing_in_words()),
        ),
        (trio, brief.trio_in_words()),
        (only, brief.narrowed_in_words().unwrap_or_default()),
        (source, brief.source_in_words(context.dataset)),
        (grounds, context.dataset.vocabulary.say(briefs::GROUNDS_EXPLAINED)),
    ];
    let head = title_block(&brief_page::title(&brief.title()), properties, context.dataset);
    let sections = brief.sections.iter();
    let sections = sections.map(|section| section_markdown(section, brief, context));
    std::iter::once(head).chain(sections).collect()
}

fn section_markdown(section: &BriefSection<'_>, brief: &Brief<'_>, context: &Context<'_>) -> String {
    let head = format!(
        "\n## {}: {}\n\n{}\n",
        section.heading(brief),
        section.count_in_words(),
        brief_page::rule(&escaped(&section.rule(brief)))
    );
    let unknown = section.unknown_in_words(brief);
    let unknown = unknown.map(|unknown| format!("\n### {}\n\n{unknown}\n", brief_page::NOT_KNOWN));
    let groups = |level: &str, groups: &[BriefGroup<'_>]| -> String {
        groups
            .iter()
            .map(|group| group_markdown(level, group, context))
            .collect()
    };
    let parts = [
        head,
        groups("###", &section.groups),
        unknown.unwrap_or_default(),
        groups("####", &section.unknown),
    ];
    parts.concat()
}

fn group_markdown(level: &str, group: &BriefGroup<'_>, context: &Context<'_>) -> String {
    let lines = group
        .lines
        .iter()
        .map(|line| list_item(&context.brief_line(line).as_item()));
    let (name, count) = (escaped(&group.name), group.lines.len());
    format!("\n{level} {name} ({count})\n\n{}", lines.collect::<String>())
}

/// A heading and a list of properties, without those that are empty.
fn title_block(title: &str, properties: Vec<(&str, String)>, dataset: &Dataset) -> String {
    let said = properties.into_iter().filter(|(_, value)| !value.is_empty());
    let lines = said.map(|(name, value)| format!("- {}: {}\n", dataset.vocabulary.say(name), escaped(&value)));
    format!("# {}\n\n{}", escaped(title), lines.collect::<Vec<_>>().concat())
}

/// `- **Dec 2019** Text of the line (owner; past due by 1 month, not reported done; named in the text; 5618/20, II.60, p. 79; 60-c2)`.
fn list_item(item: &TextItem) -> String {
    let (name, text, details) = (
        escaped(&item.name),
        escaped(&item.text),
        escaped(&item.details.join("; ")),
    );
    format!("- **{name}** {text} ({details})\n")
}

/// An item for the record, and one below it for each field: `- Due: ~~Dec 2019~~ **Jun 2020**`. Spaces stand around what is marked, so that
/// the marks count as such whatever they mark.
fn difference_item(record: &DifferenceView) -> String {
    let (name, title, what) = (
        escaped(&record.name),
        escaped(&record.title),
        escaped(&record.happenings_in_words()),
    );
    let home = record
        .home
        .as_ref()
        .map_or_else(String::new, |home| format!("; {}", escaped(home)));
    let piece = |piece: &Piece| {
        let text = escaped(&piece.text);
        match piece.side {
            _ if text.is_empty() => text,
            Side::Both => text,
            Side::Old => format!("~~{text}~~"),
            Side::New => format!("**{text}**"),
        }
    };
    let fields = record.fields.iter().map(|field| {
        let pieces: Vec<String> = field.pieces.iter().map(piece).collect();
        format!("  - {}: {}\n", escaped(&field.name), pieces.join(" "))
    });
    format!("- **{name}** {title} ({what}{home})\n{}", fields.collect::<String>())
}

fn table_row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A text on one line with every special character of Markdown escaped.
///
/// So no text can begin a block of its own, as long as something precedes it on its line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if MARKS.contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// What a reader of Markdown, with the usual additions (tables, strikethrough, footnotes, formulas), sees within a line.
const MARKS: &str = "\\`*_[]<>&|~#$^";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line_and_means_nothing() {
        assert_eq!(escaped("one\r\n\ttwo \u{0}three"), "one two three");
        assert_eq!(escaped("[a](b) *c* <d> &amp;"), "\\[a\\](b) \\*c\\* \\<d\\> \\&amp;");
        assert_eq!(escaped("5618/20, p. 79"), "5618/20, p. 79");
    }
}
