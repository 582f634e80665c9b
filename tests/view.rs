//! What pages say, held against the JSON; and that whatever a text says, it is only a text in the page.

use std::collections::{BTreeSet, HashMap};

use iss_followup::dataset::{Dataset, Home};
use iss_followup::domain::date::Day;
use iss_followup::domain::id::{LineId, MeasureId};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::query::{
    self, Briefs, Choice, Column, Facet, Grouping, Index, LaterColumn, Segment, ViewOptions, body_profile, run, terms,
};
use iss_followup::render::html::{self, Medium};
use iss_followup::route::{Page, Route};
use iss_followup::view::{
    Action, Context, Copied, Export, Extent, FileForm, Format, LastCopy, MeasureView, Move, OwnDataAction, Rows,
    Setting, SkipTo, commitment_axis, plain,
};
use maud::{Markup, html as markup};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::asked::index;
use crate::cases::cases;
use crate::exported::{any_hostile, hostile, parsed};
use crate::shipped;
use crate::walk::{list, text};

fn measure(id: &str, looked_for: &str) -> MeasureView {
    let dataset = shipped::dataset();
    let place = dataset.measures.iter().position(|measure| measure.id.as_str() == id);
    let looked_for = terms(looked_for, &dataset.glossary);
    Context::new(dataset, index(), dataset.edition.status_date, &looked_for).measure(place.expect("a measure"))
}

/// All of a page of a measure, well-formed as XML too, so that a reader of XML can judge it.
fn whole(measure: &MeasureView) -> String {
    let page = markup! {
        main {
            (html::measure_head(measure, Medium::App)) (html::measure_lines(measure, Medium::App))
            (html::measure_aside(measure, Some(&markup! {}), Medium::App))
        }
    };
    page.into_string().replace("<br>", "<br/>")
}

#[test]
fn every_line_of_every_measure_is_told_with_its_text_and_place() {
    for json in list(shipped::json(), "measures") {
        let view = measure(&text(json, "id"), "");
        assert_eq!(plain(&view.summary), text(json, "summary"));
        for (field, lines) in [("state_of_play", &view.facts), ("follow_up", &view.follow_up)] {
            let told: BTreeSet<(String, String)> = lines
                .iter()
                .map(|line| (line.id.to_string(), plain(&line.text)))
                .collect();
            let expected = list(json, field)
                .map(|line| (text(line, "id"), text(line, "text")))
                .collect();
            assert_eq!(told, expected, "{}: {field}", view.id);
            for line in list(json, field) {
                let told = lines
                    .iter()
                    .find(|told| told.id.as_str() == text(line, "id"))
                    .expect("the line");
                assert!(
                    told.place.contains(&text(&line["locator"], "section")),
                    "{}",
                    told.place
                );
                assert_eq!(told.owners.len(), list(line, "owners").count(), "{}", told.id);
                assert_eq!(told.documents.len(), list(line, "documents").count(), "{}", told.id);
                let reason = told.outcome.as_ref().and_then(|outcome| outcome.reason.as_ref());
                let evidence = list(&line["outcome"], "evidence").count();
                assert_eq!(
                    reason.map_or(0, |reason| reason.evidence.len()),
                    evidence,
                    "{}",
                    told.id
                );
            }
        }
        let documents: BTreeSet<String> = list(json, "documents").map(|cited| text(cited, "document")).collect();
        assert_eq!(view.documents.len(), documents.len(), "{}", view.id);
    }
}

#[test]
fn an_acronym_is_explained_once_and_where_it_stands_first() {
    for json in list(shipped::json(), "measures") {
        let view = measure(&text(json, "id"), "");
        check_acronyms(&whole(&view));
        check_acronyms(&html::page_parts(&view.parts(true)).into_string());
    }
}

#[test]
fn a_section_of_a_report_says_what_its_lines_concern_and_leads_to_its_measures() {
    let dataset = shipped::dataset();
    for (place, json) in list(shipped::json(), "reports").enumerate() {
        let view = Context::new(dataset, index(), dataset.edition.status_date, &[]).report(place);
        assert_eq!(view.title, text(json, "title"));
        let this: Vec<&str> = view
            .sections
            .iter()
            .filter(|(_, is_this)| *is_this)
            .map(|(link, _)| link.text.as_str())
            .collect();
        assert_eq!(this, [view.title.as_str()]);
        for (field, lines) in [("state_of_play", &view.facts), ("follow_up", &view.follow_up)] {
            assert_eq!(lines.len(), list(json, field).count(), "{}: {field}", view.id);
            for line in list(json, field) {
                let told = lines
                    .iter()
                    .find(|told| told.id.as_str() == text(line, "id"))
                    .expect("the line");
                assert_eq!(plain(&told.text), text(line, "text"));
                let concerned = told.concerns.iter().map(|measure| measure.route.page.clone());
                let measures =
                    list(line, "measures").map(|id| Page::Measure(MeasureId::new(id.as_str().expect("an id"))));
                assert!(concerned.eq(measures), "{}", told.id);
            }
        }
        let is_under =
            |measure: &&Value| measure["source"] == json["source"] && measure["priority"] == json["priority"];
        let under = list(shipped::json(), "measures")
            .filter(is_under)
            .map(|measure| text(measure, "title"));
        assert!(
            view.measures.iter().map(|line| line.measure.text.clone()).eq(under),
            "{}",
            view.id
        );
        check_acronyms(&html::report(&view, None, Medium::App).0);
    }
}

/// What is named: no expansion belongs in it.
const NAMES: [&str; 8] = ["a", "button", "dt", "h1", "h2", "h3", "h4", "th"];

/// Each acronym is a stop of the Tab key where it stands first on the page, and nowhere else; none is explained within a title, the name of
/// a thing, the number of a document or a quotation. No place for a word of the data (`{report}`) is left in a text.
#[track_caller]
pub fn check_acronyms(page: &str) {
    let read = Document::parse(page).unwrap_or_else(|error| panic!("{error}: {page}"));
    let is_control = |node: Node<'_, '_>| ["a", "button"].contains(&node.tag_name().name());
    for node in read.descendants().filter(|node| is_control(*node)) {
        assert!(
            !node.ancestors().skip(1).any(is_control),
            "a link within a link in {page}"
        );
    }
    for text in read.descendants().filter_map(|node| node.text()) {
        assert!(!text.contains('{'), "a word of the data is not filled in: {text}");
    }
    let mut seen = BTreeSet::new();
    let is_acronym = |node: &Node<'_, '_>| node.attribute("class").is_some_and(|class| class.contains("acronym"));
    for acronym in read.descendants().filter(is_acronym) {
        let name = acronym.text().unwrap_or_default();
        // A link is a stop of the Tab key anyway; what it stands for is read out where it stands first.
        let is_stop = match acronym.attribute("tabindex") {
            Some(index) => index == "0",
            None => acronym
                .descendants()
                .all(|node| node.attribute("aria-hidden").is_none()),
        };
        assert_eq!(is_stop, seen.insert(name), "{name} in {page}");
        let is_named = |node: Node<'_, '_>| {
            let is_title = ["kicker", "document-title"].map(|class| node.attribute("class") == Some(class));
            NAMES.contains(&node.tag_name().name()) || is_title.contains(&true)
        };
        assert!(!acronym.ancestors().skip(1).any(is_named), "{name} in a name in {page}");
        let beside =
            |node: Option<Node<'_, '_>>| node.and_then(|node| node.text().map(str::to_owned)).unwrap_or_default();
        let (before, after) = (beside(acronym.prev_sibling()), beside(acronym.next_sibling()));
        let is_digit = |letter: char| letter.is_ascii_digit();
        let (_, end) = before.rsplit_once(' ').unwrap_or(("", &before));
        let begin = after.split_inclusive(' ').take(3).collect::<String>();
        // `2008/114/EC`, `9845/1/19 REV 1`
        let in_number = before.ends_with('/') && end.starts_with(is_digit);
        let in_revision = before.trim_end().ends_with(is_digit) && begin.trim_start().starts_with(is_digit)
            || ["ADD", "REV", "COR"].contains(&name) && begin.trim_start().starts_with(is_digit);
        // `(EU) 2017/541`, `(EC) No 1683/95`, `COM(2017) 610`, `WK 12876/2018`
        let in_series = ["(EU)", "(EC)"].contains(&format!("({name}{}", begin.get(..1).unwrap_or_default()).as_str())
            && (begin.contains("No ") || begin[1..].trim_start().starts_with(is_digit));
        let in_papers = ["COM", "SWD", "JOIN", "WK", "CM", "ST"].contains(&name)
            && begin.trim_start_matches([' ', '(']).starts_with(is_digit);
        // `Civilian CSDP Compact`
        let last = before
            .strip_suffix(' ')
            .and_then(|before| before.split(' ').next_back());
        let begins_name = |word: &str| word.chars().all(char::is_alphanumeric) && !["A", "An", "The"].contains(&word);
        let in_middle = last.is_some_and(|word| word.starts_with(char::is_uppercase) && begins_name(word))
            && after
                .strip_prefix(' ')
                .is_some_and(|after| after.starts_with(char::is_uppercase));
        let before_it = acronym.prev_siblings().skip(1).flat_map(|node| node.descendants());
        let texts = before_it.filter(Node::is_text).filter_map(|node| node.text());
        let (opened, closed) = texts.fold((0, 0), |(opened, closed), text| {
            (opened + text.matches('“').count(), closed + text.matches('”').count())
        });
        assert!(
            !(in_number || in_revision || in_series || in_papers || in_middle || closed < opened),
            "{before}[{name}]{after}"
        );
    }
}

#[test]
fn no_page_explains_an_acronym_in_the_middle_of_a_name() {
    let dataset = shipped::dataset();
    let day = dataset.edition.status_date;
    // Each page explains anew.
    let context = || Context::new(dataset, index(), day, &[]);
    let mut pages: Vec<Markup> = Vec::new();
    for fragment in ["/table", "/table?source=all"] {
        let (Route { query, options, .. }, _) = Route::open(fragment, index());
        let query = &query;
        let measures = vec![(None, run(query, index()))];
        let ungrouped = ViewOptions {
            grouping: Grouping::None,
            ..options.clone()
        };
        let rows = Rows::new(&measures, &ungrouped);
        let views = context().table_rows(&rows, 0..rows.len(), &[0, 1], &HashMap::new());
        pages.push(markup! { table { (html::table_rows(&views, rows.columns(), None, &dataset.vocabulary)) } });
        let axis = commitment_axis(dataset, day).expect("dated commitments");
        let found = query::commitments(query, index());
        let grouping = options.commitment_grouping;
        let groups = query::group_commitments(found, query, grouping, index());
        pages.push(html::commitments(&context().commitments(&groups, grouping, axis, None)));
        let found = query::documents(query, index());
        let groups = query::group_documents(found, query, options.document_sort, index());
        let sort = query::list_order(query, options.document_sort);
        pages.push(html::documents(&context().documents_in_order(&groups, sort)));
        let facts = query::later_facts(query, index());
        pages.push(html::since_page(
            &context().since_page(&facts, query, options.later_by),
            &dataset.vocabulary,
        ));
        for term in dataset.rota.terms() {
            for is_on_paper in [false, true] {
                let briefs = Briefs::new(&[term], query, options.brief_by, index(), None);
                let mut context = context();
                context.is_on_paper = is_on_paper;
                pages.push(html::brief_page(&context.brief_page(
                    Some(&term.id),
                    query,
                    briefs.all(),
                )));
            }
        }
    }
    pages.push(html::about(&context().about(None, &[]), &LastCopy::default()));
    pages.push(html::slips(&context().slips(), ""));
    for page in pages {
        check_acronyms(&format!("<main>{}</main>", page.0.replace("<br>", "<br/>")));
    }
}

#[test]
fn a_row_of_the_table_says_what_its_measure_does() {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    for json in list(shipped::json(), "measures") {
        let id = MeasureId::new(&text(json, "id"));
        let row = context.table_row(dataset.measure_place(&id).expect("a measure"), &[2, 5]);
        assert_eq!(row.link.text, text(json, "title"));
        assert_eq!(row.link.route.page, Page::Measure(id));
        assert_eq!(
            (row.number.as_str(), row.status.key()),
            (text(json, "number").as_str(), text(json, "status").as_str())
        );
        assert_eq!(row.working_parties.len(), list(json, "working_parties").count());
        let terms: Vec<&str> = row.presidencies.iter().map(|cell| cell.code.as_str()).collect();
        assert_eq!(terms, [2, 5].map(|term| dataset.rota.terms()[term].id.as_str()));
        let documents: BTreeSet<String> = list(json, "documents").map(|cited| text(cited, "document")).collect();
        assert_eq!(row.documents, documents.len());
    }
}

#[test]
fn what_is_looked_for_is_marked_in_the_title_and_in_the_lines() {
    let view = measure("31", "monitoring");
    let hit = |text: &str| Segment {
        text: text.to_owned(),
        hit: true,
    };
    assert_eq!(view.title.first(), Some(&hit("Monitoring")));
    assert!(whole(&view).contains("<mark>"));
    assert!(!whole(&measure("31", "")).contains("<mark>"));
}

/// Texts that another program could take for markup.
pub const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"' onclick=x ",
    "javascript:alert(1)",
    "]]>",
    "<!--",
    "&lt;b&gt;",
];

/// No element, no handler and no address that the page does not make itself.
#[track_caller]
pub fn check_harmless(page: &str) {
    const OURS: [&str; 48] = [
        "main", "p", "h1", "h2", "h3", "bdi", "span", "small", "section", "ol", "ul", "li", "dl", "dt", "dd", "div",
        "svg", "path", "circle", "a", "abbr", "mark", "time", "b", "button", "br", "ins", "nav", "article", "header",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "rect", "line", "details", "summary", "code", "label",
        "textarea", "select", "option", "progress", "title",
    ];
    let read = Document::parse(page).unwrap_or_else(|error| panic!("{error}: {page}"));
    for node in read.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(OURS.contains(&name), "<{name}> in {page}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{} in {page}", attribute.name());
        }
        if let Some(address) = node.attribute("href") {
            assert!(
                [
                    "#/",
                    "https://",
                    "mailto:?subject=",
                    "http://data.europa.eu/eli/",
                    "http://publications.europa.eu/resource/"
                ]
                .iter()
                .any(|begin| address.starts_with(begin)),
                "{address}"
            );
        }
    }
}

fn check_pages(dataset: &Dataset, index: &Index<'_>, day: Day) {
    let looked_for = terms("script a b", &dataset.glossary);
    let context = Context::new(dataset, index, day, &looked_for);
    for place in 0..dataset.measures.len().min(4) {
        check_harmless(&whole(&context.measure(place)));
    }
    let documents = (0..dataset.documents.len().min(4)).map(|place| html::document(&context.document(place, None)));
    let bodies = dataset.bodies.iter().take(4);
    let bodies = bodies.map(|body| html::body(&context.body(body, &body_profile(&body.id, dataset)), ""));
    let names = dataset.bodies.iter().take(4).map(|body| body.name.as_str());
    let missing = names.map(|name| html::missing(&context.missing("body", name)));
    for page in documents.chain(bodies).chain(missing) {
        check_harmless(&page.0);
    }
    let groups = [(None, (0..dataset.measures.len().min(4)).collect())];
    let options = ViewOptions {
        later_column: LaterColumn::Shown,
        ..ViewOptions::default()
    };
    let rows = Rows::new(&groups, &options);
    let views = context.table_rows(&rows, 0..rows.len(), &[0, 1], &HashMap::new());
    check_harmless(&format!(
        "<table>{}</table>",
        html::table_rows(&views, rows.columns(), Some(0), &dataset.vocabulary).0
    ));
    for place in 0..dataset.reports.len() {
        check_harmless(&html::report(&context.report(place), None, Medium::App).0);
    }
    for home in dataset.homes().take(4).chain([Home::Report(0)]) {
        for record in dataset.records_of(home) {
            check_harmless(&html::line(&context.line(record, Some(home)), Medium::App).0);
        }
    }
}

#[test]
fn markup_in_a_text_is_text() {
    let dataset = parsed(&hostile(&HOSTILE.map(str::to_owned)));
    check_pages(&dataset, &Index::new(&dataset), dataset.edition.status_date);
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn whatever_a_text_says_it_is_text(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        check_pages(&dataset, &Index::new(&dataset), dataset.edition.status_date);
    }
}

fn any_action() -> impl Strategy<Value = Action> {
    let words = || "[a-z0-9./ -]{0,12}|\\PC{0,12}";
    let one_of_facets = || proptest::sample::select(Facet::ALL);
    let choice = prop_oneof![
        (one_of_facets(), words()).prop_map(|(facet, value)| Choice::Value(facet, value.as_str().into())),
        Just(Choice::Role),
        Just(Choice::Window),
        Just(Choice::Words),
    ];
    let role = proptest::option::of(proptest::sample::select(PresidencyRole::ALL));
    prop_oneof![
        (one_of_facets(), words()).prop_map(|(facet, value)| Action::Toggle(facet, value.as_str().into())),
        role.prop_map(Action::SetRole),
        choice.prop_map(Action::Remove),
        Just(Action::ClearAll),
        Just(Action::ShowAllTime),
        proptest::sample::select(vec!["2020-02-03", "2026-11-29"])
            .prop_map(|day| Action::TellAsOf(day.parse().expect("a day"))),
        proptest::sample::select(Setting::ALL).prop_map(Action::Set),
        words().prop_map(Action::SortBy),
        Just(Action::ReverseOrder),
        words().prop_map(Action::Fold),
        words().prop_map(Action::ShowMore),
        any::<bool>().prop_map(Action::OpenAll),
        words().prop_map(Action::ShowEarlier),
        words().prop_map(|key| Action::FoldLane(key.as_str().into())),
        words().prop_map(Action::GoTo),
        words().prop_map(|id| Action::Cite(LineId::new(&id))),
        Just(Action::NextHit),
        Just(Action::ShowEverything),
        proptest::sample::select(SkipTo::ALL).prop_map(Action::Skip),
        any::<bool>().prop_map(Action::ShowFilters),
        Just(Action::Share),
        Just(Action::CloseDialog),
        Just(Action::SaveCopy),
        Just(Action::OwnData(OwnDataAction::Choose)),
        Just(Action::OwnData(OwnDataAction::SavePageAs)),
        Just(Action::OwnData(OwnDataAction::ShowUnsaved)),
        Just(Action::OwnData(OwnDataAction::Save(Export {
            extent: Extent::Nothing,
            format: Format::CsvFiles
        }))),
        Just(Action::SaveCitation),
        words().prop_map(Action::Export),
        Just(Action::StopExport),
        Just(Action::SwitchTheme),
        Just(Action::Dismiss),
        Just(Action::Print),
        proptest::sample::select(Copied::ALL).prop_map(Action::Copy),
        Just(Action::EndCopy),
        proptest::sample::select(Move::ALL).prop_map(Action::Move),
        proptest::sample::select(FileForm::ALL).prop_map(Action::SaveDrawing),
    ]
}

proptest! {
    #[test]
    fn what_a_control_does_is_read_as_it_was_written(action in any_action()) {
        prop_assert_eq!(Action::from_attribute(&action.to_attribute()), Some(action));
    }

    #[test]
    fn whatever_stands_on_a_control_is_read_or_left(text in "[a-z-]{0,12} ?\\PC{0,12}") {
        if let Some(action) = Action::from_attribute(&text) {
            prop_assert_eq!(Action::from_attribute(&action.to_attribute()), Some(action));
        }
    }
}

/// The codes of the Presidencies that have a cell in each row of that selection.
fn cells(fragment: &str) -> Vec<String> {
    let route = Route::from_fragment(fragment).0;
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), route.query.day(dataset), &[]);
    let matches = run(&route.query, index());
    let terms = context.terms_in_rows(&[], &matches);
    let row = context.table_row(matches[0], &terms);
    row.presidencies.into_iter().map(|cell| cell.code).collect()
}

#[test]
fn the_cells_of_a_row_are_those_of_the_presidencies_that_the_selection_concerns() {
    assert_eq!(cells("/table"), ["BG", "AT", "RO", "FI", "HR"]);
    let of_2016 = cells("/table?source=com-2016-602");
    assert!(
        of_2016.contains(&"NL".to_owned()) || of_2016.contains(&"SK".to_owned()),
        "{of_2016:?}"
    );
    assert_eq!(of_2016.len(), 5);
}

#[test]
fn a_column_without_anything_in_it_is_none() {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let empty = |ids: &[&str]| {
        let places = ids
            .iter()
            .map(|id| dataset.measure_place(&MeasureId::new(id)).expect("a measure"));
        context.empty_columns(&places.collect::<Vec<_>>())
    };
    assert_eq!(empty(&["1", "2", "4"]), []);
    // It has no dated fact; with another one beside it the column is there.
    assert_eq!(empty(&["4"]), [Column::Latest]);
}
