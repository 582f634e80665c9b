//! What is copied for other programs, read again by a reader that is not ours.

use crate::cases::cases;
use crate::shipped;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use iss_followup::dataset::{Dataset, Record};
use iss_followup::domain::id::PresidencyId;
use iss_followup::query::{Brief, BriefBy, BriefGroup, Briefs, Query};
use iss_followup::render::brief_markdown;
use iss_followup::view::Context;
use proptest::prelude::*;
use pulldown_cmark::HeadingLevel;

use crate::asked::{any_query, index};
use crate::read_markdown::read;

/// How many lines the title block has where nothing narrows the brief.
const PROPERTIES: usize = 4;

fn groups<'a>(brief: &'a Brief<'a>) -> impl Iterator<Item = &'a BriefGroup<'a>> {
    let sections = brief.sections.iter();
    sections.flat_map(iss_followup::query::BriefSection::every_group)
}

/// The words of a text, whatever stands between them.
fn words(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn markdown(brief: &Brief<'_>) -> String {
    brief_markdown(brief, &Context::new(shipped::dataset(), index(), brief.as_of, &[]))
}

/// A reader finds the headings and lines of the brief, each line with its text, id and place, and nothing else.
#[track_caller]
fn check(brief: &Brief<'_>, dataset: &Dataset) {
    let read = read(&markdown(brief));
    assert_eq!(read.others, Vec::<String>::new());
    assert!(read.rows.is_empty());
    let count = |level: HeadingLevel| read.headings.iter().filter(|(found, _)| *found == level).count();
    let apart = brief
        .sections
        .iter()
        .filter(|section| 0 < section.unknown_count)
        .count();
    assert_eq!(count(HeadingLevel::H1), 1);
    assert_eq!(count(HeadingLevel::H2), brief.sections.len());
    assert_eq!(
        count(HeadingLevel::H3) + count(HeadingLevel::H4),
        groups(brief).count() + apart
    );
    let properties = PROPERTIES + usize::from(!brief.narrowed_by.is_empty());
    let lines: Vec<_> = groups(brief).flat_map(|group| group.lines.iter()).collect();
    assert_eq!(read.items.len(), properties + lines.len());
    for (item, line) in read.items[properties..].iter().zip(lines) {
        let (text, id) = (words(line.record.text()), line.record.id());
        let source = dataset.source_of(line.home).expect("a source");
        let place = format!("{}, {}; {id})", source.number, line.record.locator().in_words());
        assert!(item.contains(&text), "{id}: {item}");
        assert!(item.ends_with(&words(&place)), "{id}: {item}");
    }
}

fn croatian(query: &Query, by: BriefBy) -> Arc<Brief<'static>> {
    let presidency = shipped::dataset().rota.get(&PresidencyId::new("HR")).expect("a term");
    Arc::clone(&Briefs::new(&[presidency], query, by, index(), None).all()[0])
}

#[test]
fn a_copied_brief_stays_as_it_was_approved() {
    let query = Query::default().narrowed(iss_followup::query::Facet::System, "ees");
    let markdown = markdown(&croatian(&query, BriefBy::Priority));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/brief-hr.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &markdown).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file");
    assert_eq!(markdown, golden, "UPDATE_GOLDEN=1 takes the new text as right");
}

#[test]
fn a_whole_brief_is_read_as_it_was_meant() {
    for by in [BriefBy::Priority, BriefBy::WorkingParty] {
        check(&croatian(&Query::default(), by), shipped::dataset());
    }
}

/// A line that another program could take for something else.
fn any_line() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "\n",
        "\r\n\r\n",
        "# ",
        "\n## ",
        "- ",
        "\n- ",
        "1. ",
        "\n> ",
        "```",
        "~~a~~",
        "~~~\n",
        "    ",
        "***",
        "_",
        "__",
        "[x]",
        "](",
        "[^1]",
        "<b>",
        "&amp;",
        "|",
        "\n|-|\n",
        "\\",
        "`",
        "$",
        "$$",
        "---\n",
        "===",
        "!",
        "http://a.b",
        "{#id}",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
    ]);
    let piece = prop_oneof![pieces.prop_map(str::to_owned), "\\PC{0,4}", "[a-z ]{1,6}"];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_selection_is_read_as_it_was_meant(query in any_query()) {
        check(&croatian(&query, BriefBy::Priority), shipped::dataset());
    }

    #[test]
    fn no_line_can_break_the_structure(texts in proptest::collection::vec((any_line(), any_line()), 1..6)) {
        let mut brief = Brief::clone(&croatian(&Query::default(), BriefBy::Priority));
        let line = brief.sections[0].groups[0].lines[0];
        let Record::Commitment(commitment) = line.record else { panic!("a commitment is inherited") };
        let commitments: Vec<_> = texts
            .iter()
            .map(|(text, words)| {
                let mut commitment = commitment.clone();
                commitment.text.clone_from(text);
                commitment.due_text = Some(words.clone());
                commitment.locator.section.clone_from(words);
                commitment
            })
            .collect();
        brief.narrowed_by = vec![("Words".to_owned(), texts.iter().map(|(text, _)| text.clone()).collect())];
        let mut groups = brief.sections[0].groups.to_vec();
        groups[0].name.clone_from(&texts[0].0);
        groups[0].lines =
            commitments.iter().map(|own| iss_followup::query::BriefLine { record: Record::Commitment(own), ..line }).collect();
        brief.sections[0].groups = groups.into();
        check(&brief, shipped::dataset());
    }
}
