//! The page about the page, held against the JSON; and the buttons that copy a text.

use std::collections::BTreeSet;

use iss_followup::domain::date::Day;
use iss_followup::query::Index;
use iss_followup::render::html;
use iss_followup::view::{
    AboutView, Context, Copied, CopyAnswer, LastCopy, Link, OpenLists, RemarkSubject, RemarkView,
};

use crate::asked::index;
use crate::documents::naive_remarks;
use crate::exported::{hostile, parsed};
use crate::shipped;
use crate::view::check_harmless;
use crate::walk::{list, text};

/// The page, on paper or with what the reader has unfolded.
fn about(lists: Option<&OpenLists>) -> AboutView {
    about_on(lists, shipped::dataset().edition.status_date)
}

fn about_on(lists: Option<&OpenLists>, day: Day) -> AboutView {
    let mut context = Context::new(shipped::dataset(), index(), day, &[]);
    context.lists = lists;
    context.is_on_paper = lists.is_none();
    context.about(Some("abc".to_owned()), &[])
}

fn remarks(places: &[(Link, Vec<RemarkView>)]) -> Vec<(&str, &RemarkView)> {
    let remarks = places.iter();
    remarks
        .flat_map(|(place, remarks)| remarks.iter().map(|remark| (place.text.as_str(), remark)))
        .collect()
}

#[test]
fn every_remark_stands_on_paper_under_its_source() {
    let view = about(None).remarks;
    let naive = naive_remarks(shipped::json());
    assert_eq!(view.count, naive.len());
    let notes = |name: Option<&str>| {
        let group = view.groups.iter();
        let mut group = group.filter(|group| name.is_none_or(|name| group.name == name));
        let group = group.next_back().expect("a group");
        assert_eq!(group.list.count, remarks(&group.places).len());
        let notes = remarks(&group.places).into_iter();
        notes
            .filter_map(|(_, remark)| remark.note.clone())
            .collect::<BTreeSet<_>>()
    };
    for source in list(shipped::json(), "sources") {
        let own = naive.iter().filter(|(of, ..)| *of == Some(text(source, "id")));
        // A contradiction begins with the id of what says otherwise.
        let own: BTreeSet<String> = own.map(|(.., words)| words.clone()).collect();
        for note in notes(Some(&text(source, "number"))) {
            assert!(own.iter().any(|words| words.ends_with(&note)), "{note}");
        }
    }
    let own = naive.iter().filter(|(of, ..)| of.is_none());
    assert_eq!(notes(None), own.map(|(.., words)| words.clone()).collect());
}

#[test]
fn a_long_group_begins_with_twenty_remarks_and_goes_on_when_asked() {
    let (whole, mut lists) = (about(None).remarks, OpenLists::default());
    let folded = about(Some(&lists)).remarks;
    for group in &folded.groups {
        lists.fold(&group.list.name);
        while about(Some(&lists))
            .remarks
            .groups
            .iter()
            .any(|one| one.list.name == group.list.name && 0 < one.list.next)
        {
            lists.show_more(&group.list.name);
        }
    }
    let unfolded = about(Some(&lists)).remarks;
    assert!(folded.groups.iter().any(|group| group.list.fold.is_some()));
    for (place, group) in folded.groups.iter().enumerate() {
        let all = remarks(&whole.groups[place].places);
        let some = remarks(&group.places);
        assert_eq!(
            some.len(),
            if group.list.fold.is_some() { 20 } else { all.len() },
            "{}",
            group.name
        );
        assert_eq!(some, all[..some.len()]);
        assert_eq!(remarks(&unfolded.groups[place].places), all);
    }
}

#[test]
fn a_remark_on_a_line_leads_to_that_line_and_says_its_text() {
    let view = about(None).remarks;
    let mut lines = 0;
    for (_, remark) in view.groups.iter().flat_map(|group| remarks(&group.places)) {
        if let Some(RemarkSubject::Line(link, text)) = &remark.subject {
            let id = link.route.fact.as_ref().expect("a line");
            let (_, record) = shipped::dataset().record(id).expect("a line");
            assert_eq!(record.text(), text);
            lines += 1;
        }
    }
    assert!(100 < lines, "{lines}");
}

#[test]
fn every_source_stands_there_with_what_comes_from_it() {
    let view = about(None);
    let json: Vec<_> = list(shipped::json(), "sources").collect();
    assert_eq!(view.sources.len(), json.len());
    for (source, json) in view.sources.iter().zip(json) {
        assert_eq!(
            (&source.number, &source.title),
            (&text(json, "number"), &text(json, "title"))
        );
        let of = |name: &str| {
            list(shipped::json(), name)
                .filter(|home| home["source"] == json["id"])
                .count()
        };
        assert!(
            source.tally.starts_with(&format!("{} measures, ", of("measures"))),
            "{}",
            source.tally
        );
        assert_eq!(source.sections.len(), of("reports"));
        assert_eq!(source.issuers.len(), list(json, "issuer").count());
    }
    assert!(view.counts.starts_with("102 measures, "), "{}", view.counts);
}

#[test]
fn the_rota_has_a_row_for_each_presidency_and_a_cell_for_each_trio() {
    let view = about(None);
    let json: Vec<_> = list(shipped::json(), "presidencies").collect();
    let ids: Vec<_> = view.rota.iter().map(|term| term.id.clone()).collect();
    assert_eq!(ids, json.iter().map(|term| text(term, "id")).collect::<Vec<_>>());
    let rows = view
        .rota
        .iter()
        .filter_map(|term| term.trio.as_ref())
        .map(|(_, rows)| rows);
    assert_eq!(rows.sum::<usize>(), view.rota.len());
    let in_office = |view: &AboutView| {
        let terms = view.rota.iter();
        terms
            .filter_map(|term| Some((term.id.clone(), term.in_office.clone()?)))
            .collect::<Vec<_>>()
    };
    let expected = |id: &str, words: &str| vec![(id.to_owned(), words.to_owned())];
    assert_eq!(in_office(&view), expected("HR", "in office on 3 February 2020"));
    let earlier = about_on(None, "2019-12-31".parse().expect("a day"));
    assert_eq!(in_office(&earlier), expected("FI", "in office on 31 December 2019"));
    assert_eq!(
        view.rota[0].trio.as_ref().map(|(trio, _)| trio.contains('-')),
        Some(false)
    );
}

#[test]
fn what_the_browser_knows_is_told_where_there_is_something_to_tell() {
    let context = Context::new(shipped::dataset(), index(), shipped::dataset().edition.status_date, &[]);
    let without = context.about(Some(String::new()), &[]);
    assert_eq!((without.checksum, without.errors), (None, None));
    let errors = ["one".to_owned(), "two".to_owned()];
    let with = context.about(Some("abc".to_owned()), &errors);
    assert_eq!(with.checksum.as_deref(), Some("abc"));
    assert_eq!(with.errors.as_deref(), Some("one\n\ntwo"));
}

#[test]
fn markup_in_a_text_is_text_on_the_page_about_the_page() {
    let texts = [
        "<script>alert(1)</script>",
        "\"' onclick=x ",
        "]]>",
        "<!--",
        "</textarea><b>",
    ]
    .map(str::to_owned);
    let dataset = parsed(&hostile(&texts));
    let built = Index::new(&dataset);
    let context = Context::new(&dataset, &built, dataset.edition.status_date, &[]);
    let view = context.about(Some(texts[1].clone()), &texts);
    let by_hand = CopyAnswer::ByHand(texts.concat());
    for last in [LastCopy::default(), LastCopy::new(Copied::Errors, by_hand)] {
        check_harmless(&html::about(&view, &last).0);
    }
}

#[test]
fn what_came_of_copying_is_said_beside_the_button_that_was_pressed() {
    #[track_caller]
    fn check(answer: CopyAnswer, says: &str) {
        let last = LastCopy::new(Copied::Errors, answer);
        let html = html::copy(Copied::Errors, &last).0;
        assert!(html.contains(says), "{html}");
        assert!(!html::copy(Copied::Brief, &last).0.contains(says));
        check_harmless(&html);
    }
    check(CopyAnswer::Copied(1), "Copied.");
    check(CopyAnswer::Copied(3), "Copied, 3 lines.");
    check(CopyAnswer::Selected, "does not allow the page to copy");
    check(
        CopyAnswer::ByHand("one\ntwo".to_owned()),
        "rows=\"2\">one\ntwo</textarea>",
    );
}
