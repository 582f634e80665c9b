//! A Presidency's brief as Markdown.

use crate::dataset::{Dataset, Record};
use crate::export::cell::body_names;
use crate::export::markdown::escaped;
use crate::query::{Brief, BriefGroup, BriefLine, BriefSection, GROUNDS};

/// The whole brief: title block, sections, groups, and a list item for each line with its source.
///
/// Headings: one of the first level, a section of the second, a group of the third; in a section, what no source speaks of
/// is a group of the third level whose own groups are of the fourth.
pub fn brief_markdown(brief: &Brief<'_>, dataset: &Dataset) -> String {
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
        property("Source", &brief.source_in_words(dataset)),
        property("How lines belong to it", GROUNDS),
    ];
    let sections = brief.sections.iter();
    let sections = sections.map(|section| section_markdown(section, brief, dataset));
    head.into_iter().chain(narrowed).chain(source).chain(sections).collect()
}

fn section_markdown(section: &BriefSection<'_>, brief: &Brief<'_>, dataset: &Dataset) -> String {
    let head = format!(
        "\n## {}: {}\n\nRule: {}\n",
        section.heading(brief),
        section.count_in_words(),
        escaped(&section.rule(brief))
    );
    let groups = section.groups.iter();
    let groups = groups.map(|group| group_markdown("###", group, dataset));
    let unknown = section.unknown_in_words();
    let unknown = unknown.map(|unknown| format!("\n### Not known\n\n{unknown}\n"));
    let apart = section.unknown.iter();
    let apart = apart.map(|group| group_markdown("####", group, dataset));
    std::iter::once(head)
        .chain(groups)
        .chain(unknown)
        .chain(apart)
        .collect()
}

fn group_markdown(level: &str, group: &BriefGroup<'_>, dataset: &Dataset) -> String {
    let lines: Vec<String> = group.lines.iter().map(|line| line_markdown(line, dataset)).collect();
    format!(
        "\n{level} {} ({})\n\n{}",
        escaped(&group.name),
        group.lines.len(),
        lines.concat()
    )
}

/// `- **Dec 2019** Text of the line (owner; overdue by 1 month; named in the text; 5618/20, II.60, p. 79; 60-c2)`.
pub(super) fn line_markdown(line: &BriefLine<'_>, dataset: &Dataset) -> String {
    let record = line.record;
    let words = record.date_text().map(|words| format!("“{words}”"));
    let date = match (line.date_in_short(), words) {
        (Some(date), Some(words)) => format!("{date}, {words}"),
        (Some(date), None) => date,
        (None, Some(words)) => words,
        (None, None) => "no date".to_owned(),
    };
    let owners: Vec<&str> = match record {
        Record::Commitment(commitment) => body_names(&commitment.owners, dataset).collect(),
        Record::Event(_) => Vec::new(),
    };
    let details = [
        Some(owners.join(", ")).filter(|owners| !owners.is_empty()),
        line.outcome_in_words(dataset),
        line.basis.map(|basis| basis.in_words().to_owned()),
        Some(line.place_in_words(dataset)),
        Some(record.id().to_owned()),
    ];
    let details: Vec<String> = details.into_iter().flatten().collect();
    format!(
        "- **{}** {} ({})\n",
        escaped(&date),
        escaped(record.text()),
        escaped(&details.join("; "))
    )
}
