//! What the page of a Presidency says: all lines of its briefs and the ways to them, how much of them stands there at once, and
//! what is said where there is no brief.

use std::collections::BTreeSet;
use std::sync::Arc;

use iss_followup::domain::id::PresidencyId;
use iss_followup::domain::presidency::Presidency;
use iss_followup::query::{
    Brief, BriefBy, BriefGroup, Briefs, Facet, Index, Query, Unit, presidencies_with_brief, run,
};
use iss_followup::query::{parts_in_words, selection_in_words};
use iss_followup::render::html;
use iss_followup::route::Route;
use iss_followup::view::{
    BriefGroupsView, BriefPageView, BriefSectionView, BriefView, Context, OpenLists, SelectionView, plain,
};
use maud::{Markup, html as markup};
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::asked::{any_query, index};
use crate::cases::cases;
use crate::exported::{any_hostile, hostile, parsed};
use crate::shipped;
use crate::view::{check_acronyms, check_harmless};

fn term(id: &str) -> &'static Presidency {
    shipped::dataset().rota.get(&PresidencyId::new(id)).expect("a term")
}

fn briefs_by(ids: &[&str], query: &Query, by: BriefBy) -> Briefs<'static> {
    let presidencies: Vec<_> = ids.iter().map(|id| term(id)).collect();
    Briefs::new(&presidencies, query, by, index(), None)
}

fn briefs(ids: &[&str], query: &Query) -> Briefs<'static> {
    briefs_by(ids, query, BriefBy::Priority)
}

fn context(query: &Query) -> Context<'static> {
    let dataset = shipped::dataset();
    Context::new(dataset, index(), query.day(dataset), &[])
}

/// The briefs as they stand there when they are opened.
fn opened(briefs: &[Arc<Brief<'_>>]) -> BriefView {
    let query = Query::default();
    let page = context(&query).brief_page(None, &query, briefs);
    page.briefs.expect("a brief")
}

/// The same on paper, where nothing is folded.
fn on_paper(briefs: &[Arc<Brief<'_>>]) -> BriefView {
    let query = Query::default();
    let mut context = context(&query);
    context.is_on_paper = true;
    context.brief_page(None, &query, briefs).briefs.expect("a brief")
}

fn sections(view: &BriefView) -> impl Iterator<Item = &BriefSectionView> {
    view.parts.iter().flat_map(|(_, sections)| sections)
}

fn every_groups(section: &BriefSectionView) -> impl Iterator<Item = &BriefGroupsView> {
    std::iter::once(&section.groups).chain(section.unknown.as_ref().map(|unknown| &unknown.groups))
}

/// How many lines stand there.
fn line_count(groups: &BriefGroupsView) -> usize {
    groups.groups.iter().map(|group| group.lines.len()).sum()
}

/// What the page shows, well-formed as XML.
fn page(query: &Query, briefs: &Briefs<'_>, page: &BriefPageView, context: &Context<'_>) -> String {
    let first = briefs.all().first().map(|brief| brief.presidency);
    let picker = context.presidency_picker(&Route::table(query.clone()), first);
    let page = markup! {
        main {
            (html::presidency_picker(&picker, &context.dataset.vocabulary))
            @if let Some(head) = context.brief_head(query, briefs) { (html::brief_head(&head)) }
            (html::brief_page(page))
        }
    };
    page.into_string()
}

#[track_caller]
fn check_whole(ids: &[&str], by: BriefBy) {
    let briefs = briefs_by(ids, &Query::default(), by);
    let view = on_paper(briefs.all());
    for (place, brief) in briefs.all().iter().enumerate() {
        for ((part, told), section) in view.parts.iter().zip(&brief.sections) {
            let told = &told[place];
            assert_eq!(*part, section.part);
            assert_eq!(told.name.split_once('-').map(|(id, _)| id), Some(ids[place]));
            let own = section.every_group();
            let groups = every_groups(told).flat_map(|groups| &groups.groups);
            for (told, own) in groups.zip(own) {
                let lines: Vec<_> = told.lines.iter().map(|line| (&line.id, plain(&line.text))).collect();
                let expected = own.lines.iter();
                let expected: Vec<_> = expected
                    .map(|line| (line.record.id(), line.record.text().to_owned()))
                    .collect();
                assert_eq!(lines, expected);
                for (told, line) in told.lines.iter().zip(&*own.lines) {
                    assert!(
                        told.place.ends_with(&line.record.locator().in_words()),
                        "{}",
                        told.place
                    );
                    assert_eq!(told.outcome.as_ref().map(|outcome| outcome.state), line.state);
                    assert_eq!(told.home.route.fact.as_ref(), Some(line.record.id()));
                }
            }
            assert_eq!(
                every_groups(told).map(|groups| groups.groups.len()).sum::<usize>(),
                section.every_group().count()
            );
        }
    }
}

#[test]
fn every_line_of_every_section_is_told_with_its_text_and_place() {
    for by in [BriefBy::Priority, BriefBy::WorkingParty] {
        check_whole(&["HR"], by);
        check_whole(&["FI", "HR"], by);
    }
}

#[test]
fn a_count_leads_to_the_heading_of_its_section_and_no_name_stands_twice() {
    for ids in [&["HR"][..], &["FI", "HR"]] {
        let query = Query::default();
        let briefs = briefs(ids, &query);
        let told = context(&query).brief_page(None, &query, briefs.all());
        let page = page(&query, &briefs, &told, &context(&query));
        let page = Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
        let all = |name: &'static str| page.descendants().filter_map(move |node| node.attribute(name));
        let headings: BTreeSet<&str> = all("id").collect();
        let counts = all("data-do").filter_map(|does| does.strip_prefix("go-to "));
        assert_eq!(counts.collect::<BTreeSet<_>>(), headings);
        assert_eq!(headings.len(), 4 * ids.len());
        for name in ["id", "data-list", "data-fold"] {
            let names: Vec<&str> = all(name).collect();
            assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len(), "{name}");
        }
    }
}

#[test]
fn a_brief_begins_with_some_lines_of_each_group_and_nothing_of_what_is_handed_on() {
    let briefs = briefs(&["HR"], &Query::default());
    let view = opened(briefs.all());
    for section in sections(&view) {
        for groups in every_groups(section) {
            assert!(line_count(groups) <= 170, "{}", section.name);
        }
        for group in &section.groups.groups {
            let first = if section.name == "HR-handed-on" { 0 } else { 8 };
            let expected = if group.list.count <= first + 2 {
                group.list.count
            } else {
                first
            };
            assert_eq!(group.lines.len(), expected, "{}", group.list.name);
        }
    }
}

#[test]
fn a_reader_unfolds_one_group_and_the_others_stay() {
    let query = Query::default();
    let briefs = briefs(&["HR"], &query);
    let folded = opened(briefs.all());
    let folded = &folded.parts[3].1[0].groups.groups;
    let long = folded.iter().position(|group| group.lines.is_empty());
    let long = long.expect("a folded group");
    let mut lists = OpenLists::default();
    assert!(lists.fold(&folded[long].list.name));
    let mut context = context(&query);
    context.lists = Some(&lists);
    let view = context.brief_page(None, &query, briefs.all()).briefs.expect("a brief");
    let groups = &view.parts[3].1[0].groups.groups;
    for (place, (group, before)) in groups.iter().zip(folded).enumerate() {
        let count = if place == long {
            group.list.count
        } else {
            before.lines.len()
        };
        assert_eq!(group.lines.len(), count, "{}", group.list.name);
    }
}

#[test]
fn a_long_brief_is_not_drawn_whole() {
    let mut brief = Brief::clone(&briefs(&["HR"], &Query::default()).all()[0]);
    let one = &brief.sections[0].groups[0];
    let lines: Vec<_> = one.lines.iter().copied().cycle().take(1000).collect();
    let group = |number: usize| BriefGroup {
        key: Some(number.to_string().as_str().into()),
        lines: lines.as_slice().into(),
        ..one.clone()
    };
    brief.sections[0].groups = (0..100).map(group).collect();
    let brief = [Arc::new(brief)];
    let groups = &opened(&brief).parts[0].1[0].groups;
    assert_eq!((groups.groups.len(), groups.list.next), (20, 20));
    assert_eq!(line_count(groups), 40);
    // Paper has an end.
    let groups = &on_paper(&brief).parts[0].1[0].groups;
    assert_eq!((groups.groups.len(), line_count(groups)), (100, 100_000));
}

#[test]
fn the_briefs_of_two_stand_section_beside_section_and_say_whose_they_are() {
    let view = opened(briefs(&["FI", "HR"], &Query::default()).all());
    let titles: Vec<_> = view
        .titles
        .iter()
        .map(|title| (title.title.as_str(), title.has_neighbour))
        .collect();
    assert_eq!(titles, [("Finnish Presidency", true), ("Croatian Presidency", true)]);
    let headings = |place: usize| {
        let sections = view.parts[place].1.iter();
        let heading = |section: &BriefSectionView| format!("{:?} {}", section.country, section.heading);
        sections.map(heading).collect::<Vec<_>>()
    };
    assert_eq!(
        headings(0),
        [r#"Some("Finland") inherited"#, r#"Some("Croatia") inherited"#]
    );
    assert_eq!(
        headings(3),
        [r#"Some("Finland") handed on"#, r#"Some("Croatia") to be handed on"#]
    );
    assert!(view.key.contains("against another"), "{}", view.key);
    let alone = opened(briefs(&["HR"], &Query::default()).all());
    assert_eq!(alone.parts[0].1[0].heading, "Inherited");
    assert_eq!(alone.parts[0].1[0].country, None);
    assert!(!alone.key.contains("against another"), "{}", alone.key);
}

#[test]
fn an_acronym_is_explained_once_and_where_it_stands_first() {
    let query = Query::default();
    let briefs = briefs(&["FI", "HR"], &query);
    let told = context(&query).brief_page(None, &query, briefs.all());
    let page = page(&query, &briefs, &told, &context(&query));
    check_acronyms(&page);
    assert!(10 < page.matches("class=\"acronym\" tabindex=\"0\"").count());
}

#[test]
fn the_picker_leads_to_every_brief_with_the_same_selection() {
    let query = Query::default().narrowed(Facet::System, "ees");
    let picker = context(&query).presidency_picker(&Route::table(query.clone()), Some(term("HR")));
    let terms: Vec<_> = picker.iter().flatten().collect();
    let ids: Vec<&str> = terms.iter().map(|term| term.brief.text.as_str()).collect();
    let expected = presidencies_with_brief(index())
        .into_iter()
        .map(|term| term.id.as_str());
    assert_eq!(ids, expected.collect::<Vec<_>>());
    assert!(picker.iter().all(|trio| (1..=3).contains(&trio.len())));
    let shown: Vec<_> = terms.iter().filter(|term| term.is_shown).collect();
    let [croatia] = shown[..] else { panic!("{shown:?}") };
    assert_eq!(
        (croatia.country.as_str(), croatia.half_year.as_str()),
        ("Croatia", "H1 2020")
    );
    assert_eq!(croatia.days, "Croatia, 1 January 2020 to 30 June 2020");
    assert_eq!(croatia.brief.route.to_fragment(), "/presidency/HR?system=ees");
}

#[test]
fn another_presidency_can_be_compared_but_not_the_one_that_is_shown() {
    let query = Query::default();
    let tools = context(&query).brief_tools(BriefBy::Priority, &[term("FI"), term("HR")]);
    let chosen: Vec<_> = tools.neighbours.iter().filter(|(_, _, is_chosen)| *is_chosen).collect();
    assert_eq!(chosen, [&("HR".to_owned(), "Croatia, H1 2020".to_owned(), true)]);
    assert!(tools.neighbours.iter().all(|(id, _, _)| id != "FI"));
    let alone = context(&query).brief_tools(BriefBy::Priority, &[term("FI")]);
    assert_eq!(alone.neighbours[0], (String::new(), "none".to_owned(), true));
}

#[test]
fn a_link_to_a_brief_that_does_not_exist_is_explained() {
    let query = Query::default();
    let asked = |named: &str, ids: &[&str]| {
        let named = PresidencyId::new(named);
        context(&query).brief_page(Some(&named), &query, briefs(ids, &query).all())
    };
    let missing = asked("X\u{202e}X", &[]).missing.expect("an explanation");
    assert_eq!(missing.name, "X\u{fffd}X");
    assert_eq!(missing.nearest.expect("one is in office").text, "Croatian Presidency");
    let found = asked("FI", &["FI"]);
    assert!(found.briefs.is_some() && found.missing.is_none());
}

#[test]
fn the_head_of_briefs_says_whose_they_are_and_what_narrows_them() {
    let query = Query::default()
        .narrowed(Facet::System, "ees")
        .narrowed(Facet::Presidency, "HR");
    let two = briefs(&["FI", "HR"], &query);
    let head = context(&query).brief_head(&query, &two).expect("a head");
    assert_eq!(head.title, "Finnish Presidency and Croatian Presidency");
    assert_eq!(head.selection.count, format!("{} items", two.line_count()));
    // It names its Presidency itself.
    assert_eq!(parts_in_words(&head.selection.parts), " naming EES");
    assert!(head.selection.is_narrowed);
    let whole = Query::default();
    let head = context(&whole)
        .brief_head(&whole, &briefs(&["HR"], &whole))
        .expect("a head");
    assert!(!head.selection.is_narrowed && head.selection.parts.is_empty());
    assert_eq!(context(&whole).brief_head(&whole, &briefs(&[], &whole)), None);
}

fn selection(query: &Query) -> (SelectionView, (usize, usize)) {
    let counts = (run(query, index()).len(), run(&query.opened(), index()).len());
    (context(query).selection(query, Unit::Measures, counts), counts)
}

/// The heading as it is read, without the crosses.
fn heading(selection: &SelectionView) -> String {
    let text = html::selection(selection, &Markup::default()).into_string();
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let heading = document
        .descendants()
        .find(|node| node.has_tag_name("h1"))
        .expect("a heading");
    let texts = heading.descendants().filter(Node::is_text);
    texts
        .filter_map(|node| node.text())
        .collect::<String>()
        .replace(" ×", "")
}

#[test]
fn the_whole_selection_says_what_it_is_a_whole_of_and_what_there_is_elsewhere() {
    let (whole, (count, _)) = selection(&Query::default());
    assert_eq!(
        heading(&whole),
        "All 74 measures of the renewed EU Internal Security Strategy"
    );
    let more = shipped::dataset().measures.len() - count;
    let sources = whole.sources.expect("a choice");
    assert_eq!(sources.names, ["5618/20", "all five documents"]);
    assert_eq!(
        (sources.are_all, sources.more),
        (Some(false), Some(format!("({more} more)")))
    );
    assert!(!whole.is_narrowed);
    let (everywhere, _) = selection(&Query::everywhere(Facet::Body, "europol"));
    let sources = everywhere.sources.expect("a choice");
    assert_eq!((sources.are_all, sources.more), (Some(true), None));
    assert!(everywhere.is_narrowed);
}

proptest! {
    #[test]
    fn the_heading_of_a_view_reads_as_the_selection_is_said_elsewhere(query in any_query()) {
        let (view, counts) = selection(&query);
        let said = selection_in_words(&query, Unit::Measures, counts, &view.parts, &shipped::dataset().vocabulary);
        prop_assert_eq!(heading(&view), said);
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn whatever_a_text_says_it_is_text(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        let index = Index::new(&dataset);
        let (query, named) = (Query { text: "a".to_owned(), ..Query::default() }, PresidencyId::new(&texts[0]));
        let looked_for = query.terms(&index);
        let context = Context::new(&dataset, &index, dataset.edition.status_date, &looked_for);
        let presidencies: Vec<_> = presidencies_with_brief(&index).into_iter().take(2).collect();
        for presidencies in [&presidencies[..], &[]] {
            let briefs = Briefs::new(presidencies, &Query::default(), BriefBy::WorkingParty, &index, None);
            let told = context.brief_page(Some(&named), &query, briefs.all());
            check_harmless(&page(&query, &briefs, &told, &context));
        }
    }
}
