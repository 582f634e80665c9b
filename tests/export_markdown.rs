//! What is shown, saved as Markdown and read again by a reader that is not ours. Briefs have tests of their own.

use crate::cases::cases;
use crate::shipped;
use iss_followup::dataset::Dataset;
use iss_followup::domain::date::When;
use iss_followup::domain::id::LineId;

use iss_followup::domain::later::LaterFact;
use iss_followup::query::{Facet, Index, Promise, Query, Slips, Statement, run};
use iss_followup::view::{ExportContent, ExportContext, Format};
use proptest::prelude::*;
use pulldown_cmark::HeadingLevel;

use crate::asked::index;
use crate::exported::{
    all_shown, any_hostile, any_query_on_any_day, context, hostile, in_steps, lines_of, parsed, told_of, words, written,
};
use crate::read_markdown::read;

/// The text of each thing that is shown, and what must stand at the end of its item.
fn expected(shown: &ExportContent<'_>, dataset: &Dataset, index: &Index) -> Vec<(String, String)> {
    let record = |id: &LineId| {
        let (home, record) = dataset.record(id).expect("a line");
        let source = dataset.source_of(home).expect("a source");
        let place = format!("{}, {}; {id})", source.number, record.locator().in_words());
        (record.text().to_owned(), place)
    };
    match shown {
        ExportContent::Measures(places) => places
            .iter()
            .map(|place| {
                let measure = &dataset.measures[*place];
                let source = dataset.source(&measure.source).expect("a source");
                let code = dataset.vocabulary.code(&measure.id);
                let place = format!("{}, {}; {code})", source.number, measure.locator.in_words());
                (measure.title.clone(), place)
            })
            .collect(),
        ExportContent::Facts(records) => records.iter().map(|(_, one)| record(one.id())).collect(),
        ExportContent::Commitments(places) => {
            let entries = places.iter().map(|place| index.commitment(*place));
            let ids = entries.map(|entry| &dataset.commitments(entry.home)[entry.place].id);
            ids.map(record).collect()
        }
        ExportContent::Documents(places) => {
            let documents = places.iter().map(|place| &dataset.documents[*place]);
            documents
                .map(|document| (document.name().to_owned(), ")".to_owned()))
                .collect()
        }
        ExportContent::Measure(_)
        | ExportContent::Report(_)
        | ExportContent::Body { .. }
        | ExportContent::Document(_) => {
            let lines = lines_of(shown, dataset);
            lines.into_iter().map(|(_, one)| record(one.id())).collect()
        }
        ExportContent::Later(facts) => {
            let item = |fact: &LaterFact| (fact.text.clone(), format!("; ISS-{})", fact.id));
            facts.iter().map(|(_, fact)| item(fact)).collect()
        }
        ExportContent::Slips(all) => all.iter().flat_map(of_chart).collect(),
        ExportContent::Heat { .. } | ExportContent::Briefs(_) | ExportContent::Differences(_) => Vec::new(),
    }
}

/// Each date of a slip chart in order.
fn of_chart(slips: &Slips<'_>) -> Vec<(String, String)> {
    let promises = slips.promises.iter().flat_map(Promise::lines);
    let launched = slips.launched.iter().map(|statement| (statement.clone(), None));
    let item = |(statement, due): (Statement<'_>, Option<When>)| {
        let says = due.map(|due| format!("promised for {}", due.in_short()));
        let end = format!("; ISS-{})", statement.by.id());
        (says.unwrap_or_else(|| slips.system.short.clone()), end)
    };
    promises.chain(launched).map(item).collect()
}

#[track_caller]
fn check(shown: &ExportContent<'_>, markdown: &str, dataset: &Dataset, index: &Index) {
    let read = read(markdown);
    assert_eq!(read.others, Vec::<String>::new(), "{markdown}");
    let [(HeadingLevel::H1, heading)] = &read.headings[..] else {
        panic!("{:?}", read.headings)
    };
    assert!(!heading.is_empty());
    let properties = ["Selection: ", "As of: ", "Edition: ", "Address: "];
    let begin = read
        .items
        .iter()
        .position(|item| item.starts_with(properties[0]))
        .expect("a title block");
    for (item, property) in read.items[begin..].iter().zip(properties) {
        assert!(item.starts_with(property), "{item}");
    }
    if let ExportContent::Heat { heat, .. } = shown {
        assert_eq!(read.rows.len(), heat.rows.len() + 1, "{markdown}");
        assert!(read.rows.iter().all(|row| row.len() == heat.columns.len() + 2));
        return;
    }
    let expected = expected(shown, dataset, index);
    let items = &read.items[begin + properties.len()..];
    assert_eq!(items.len(), expected.len());
    let mut items: Vec<&String> = items.iter().collect();
    let mut expected = expected;
    if !lines_of(shown, dataset).is_empty() {
        // The page orders its lines by time. Each ends with its id, by which both are put into the same order.
        let id = |text: &str| text.rsplit("; ").next().unwrap_or_default().to_owned();
        items.sort_by_key(|item| id(item));
        expected.sort_by_key(|(_, place)| id(place));
    }
    for (item, (text, place)) in items.into_iter().zip(expected) {
        assert!(item.contains(&words(&text)), "{text}: {item}");
        assert!(item.ends_with(&words(&place)), "{place}: {item}");
    }
}

#[test]
fn a_table_says_where_each_measure_stands() {
    let query = Query::default()
        .narrowed(Facet::System, "pnr")
        .narrowed(Facet::Presidency, "HR");
    let markdown = written(
        Format::Markdown,
        context(&query),
        &ExportContent::Measures(run(&query, index())),
    )
    .expect("Markdown");
    let expected = "\
# Measures

- Selection: all measures
- As of: 3 February 2020
- Edition: 5618/20, Implementation of the renewed EU Internal Security Strategy: joint Presidency paper
- Address: \\#/table

- **31** Monitoring of the PNR Directive (implementing; DAPIX (IXIM); latest fact 18 Dec 2019; next due 25 May 2020; 5618/20, II.31, p. 62; ISS-31)
";
    assert_eq!(markdown, expected);
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn everything_is_read_as_it_was_meant(query in any_query_on_any_day(), pieces in 1_usize..40) {
        for shown in all_shown(&query, shipped::dataset(), index()) {
            let markdown = in_steps(Format::Markdown, context(&query), &shown, pieces);
            if !matches!(shown, ExportContent::Briefs(_)) {
                check(&shown, &markdown, shipped::dataset(), index());
            }
        }
    }

    #[test]
    fn no_text_can_break_the_structure(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        let index = Index::new(&dataset);
        for shown in all_shown(&Query::default(), &dataset, &index) {
            let context = ExportContext { selection: texts[0].clone(), ..told_of(&dataset, &index, dataset.edition.status_date) };
            let markdown = written(Format::Markdown, context, &shown).expect("Markdown");
            if !matches!(shown, ExportContent::Briefs(_)) {
                check(&shown, &markdown, &dataset, &index);
            }
        }
    }
}
