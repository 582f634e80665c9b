//! A Presidency's brief as Markdown.

use crate::domain::keyed::Keyed;
use crate::export::markdown::escaped;
use crate::query::{Basis, Brief, BriefGroup, BriefSection, GROUNDS};
use crate::view::{BriefLineView, Context, plain};

/// The whole brief: title block, sections, groups, and a list item for each line with its source.
///
/// Headings: one of the first level, a section of the second, a group of the third; in a section, what no source speaks of
/// is a group of the third level whose own groups are of the fourth.
pub fn brief_markdown(brief: &Brief<'_>, context: &Context<'_>) -> String {
    let property = |name: &str, value: &str| format!("- {name}: {}\n", escaped(value));
    let term = format!("{} ({})", brief.term_in_words(), brief.standing_in_words());
    let head = [
        format!("# Handover brief: {}\n\n", escaped(&brief.title())),
        property("Term", &term),
        property("Trio", &brief.trio_in_words()),
    ];
    let narrowed = brief.narrowed_in_words();
    let narrowed = narrowed.map(|narrowed| property("Only", &narrowed));
    let source = [
        property("Source", &brief.source_in_words(context.dataset)),
        property("How lines belong to it", GROUNDS),
    ];
    let sections = brief.sections.iter();
    let sections = sections.map(|section| section_markdown(section, brief, context));
    head.into_iter().chain(narrowed).chain(source).chain(sections).collect()
}

fn section_markdown(section: &BriefSection<'_>, brief: &Brief<'_>, context: &Context<'_>) -> String {
    let head = format!(
        "\n## {}: {}\n\nRule: {}\n",
        section.heading(brief),
        section.count_in_words(),
        escaped(&section.rule(brief))
    );
    let groups = section.groups.iter();
    let groups = groups.map(|group| group_markdown("###", group, context));
    let unknown = section.unknown_in_words();
    let unknown = unknown.map(|unknown| format!("\n### Not known\n\n{unknown}\n"));
    let apart = section.unknown.iter();
    let apart = apart.map(|group| group_markdown("####", group, context));
    std::iter::once(head)
        .chain(groups)
        .chain(unknown)
        .chain(apart)
        .collect()
}

fn group_markdown(level: &str, group: &BriefGroup<'_>, context: &Context<'_>) -> String {
    let lines = group.lines.iter().map(|line| line_markdown(&context.brief_line(line)));
    let lines: Vec<String> = lines.collect();
    format!(
        "\n{level} {} ({})\n\n{}",
        escaped(&group.name),
        group.lines.len(),
        lines.concat()
    )
}

/// `- **Dec 2019** Text of the line (owner; overdue by 1 month; named in the text; 5618/20, II.60, p. 79; 60-c2)`.
pub(super) fn line_markdown(line: &BriefLineView) -> String {
    let words = line.moment.words.as_ref().map(|words| format!("“{words}”"));
    let date = match (&line.moment.date, words) {
        (Some((_, date)), Some(words)) => format!("{date}, {words}"),
        (Some((_, date)), None) => date.clone(),
        (None, Some(words)) => words,
        (None, None) => "no date".to_owned(),
    };
    let owners = line.owner_names();
    let details = [
        Some(owners.as_str()).filter(|owners| !owners.is_empty()),
        line.outcome.as_ref().map(|outcome| outcome.words.as_str()),
        line.basis.map(Basis::label),
        Some(line.place.as_str()),
        Some(line.id.as_str()),
    ];
    let details: Vec<&str> = details.into_iter().flatten().collect();
    format!(
        "- **{}** {} ({})\n",
        escaped(&date),
        escaped(&plain(&line.text)),
        escaped(&details.join("; "))
    )
}
