//! The pages of documents and bodies, and of what is not there, held against the JSON.

use std::collections::BTreeSet;

use iss_followup::dataset::{self, Home};
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::id::BodyId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{Index, Unit, body_profile, citing, listed};
use iss_followup::render::html;
use iss_followup::route::{Page, Route};
use iss_followup::view::{
    BodyView, Context, DocumentView, IdentifierView, LineView, Link, OpenLists, SectionIntro, SectionLines, plain,
};
use roxmltree::Document;
use serde_json::Value;

use crate::asked::index;
use crate::shipped;
use crate::view::check_acronyms;
use crate::walk::{list, text};

fn context() -> Context<'static> {
    let dataset = shipped::dataset();
    Context::new(dataset, index(), dataset.edition.status_date, &[])
}

/// Everything stands on paper.
fn whole() -> Context<'static> {
    let mut context = context();
    context.is_on_paper = true;
    context
}

fn body(id: &str, context: &Context<'_>) -> BodyView {
    let body = shipped::dataset().body(&BodyId::new(id)).expect("a body");
    context.body(body, &body_profile(&body.id, shipped::dataset()))
}

fn is_named(line: &Value, field: &str, id: &str) -> bool {
    list(line, field).any(|other| other == id)
}

fn lines(home: &Value) -> impl Iterator<Item = &Value> {
    list(home, "state_of_play").chain(list(home, "follow_up"))
}

/// Everything that has lines, with its id and the path of its page.
fn homes() -> impl Iterator<Item = (&'static Value, String)> {
    let measures = list(shipped::json(), "measures").map(|json| (json, format!("/measure/{}", text(json, "id"))));
    measures.chain(list(shipped::json(), "reports").map(|json| (json, format!("/report/{}", text(json, "id")))))
}

fn ids(lines: &[LineView]) -> BTreeSet<String> {
    lines.iter().map(|line| line.id.to_string()).collect()
}

fn address(link: &Link) -> String {
    link.route.to_fragment()
}

#[test]
fn a_document_is_told_with_all_that_is_known_of_it() {
    for (place, json) in list(shipped::json(), "documents").enumerate() {
        let DocumentView { id, entry, .. } = context().document(place, None);
        assert_eq!(id, text(json, "id"));
        for (told, field) in [(&entry.oj, "oj"), (&entry.marking, "marking"), (&entry.note, "note")] {
            assert_eq!(
                told.as_deref().unwrap_or_default(),
                text(json, field),
                "{field} of {id}"
            );
        }
        // It stands there once, with both places, where it was read elsewhere too.
        let in_journal = |identifier: &&Value| text(identifier, "scheme") == "oj";
        let read = list(json, "identifiers").find(in_journal);
        assert_eq!(
            entry.oj_alone().is_some(),
            read.is_none() && json["oj"].is_string(),
            "{id}"
        );
        if let Some(read) = read {
            let of_journal = |told: &&IdentifierView| told.value == text(read, "value");
            let told = &entry.identifiers.iter().find(of_journal).unwrap().seen;
            let is_same = text(json, "oj") == text(read, "value");
            let says = if is_same {
                "as printed; read in"
            } else {
                &text(json, "oj")
            };
            assert!(
                told.contains(says) && told.contains(&text(read, "seen")),
                "{id}: {told}"
            );
        }
        let in_words = |field: &str| Some(text(json, field).parse::<PartialDate>().ok()?.in_words());
        assert_eq!(entry.date, in_words("date"), "{id}");
        assert_eq!(entry.applies, in_words("applies"), "{id}");
        let by = in_words("transposition").map(|date| format!("by {date}"));
        assert_eq!(entry.transposition, by, "{id}");
        let has_number = json["number"].is_string();
        let title = Some(text(json, "title")).filter(|title| has_number && !title.is_empty());
        assert_eq!(entry.title, title, "{id}");
        let is_restricted = text(json, "marking").contains("RESTREINT");
        match &entry.register {
            Ok(url) => assert_eq!(*url, text(json, "url"), "{id}"),
            Err(why) => assert_eq!(
                (*why == "not public", json["url"].is_null()),
                (is_restricted, true),
                "{id}"
            ),
        }
    }
}

#[test]
fn a_document_names_everything_that_cites_it_with_the_lines_that_do() {
    for (place, json) in list(shipped::json(), "documents").enumerate() {
        let view = context().document(place, None);
        let id = text(json, "id");
        let cites = |home: &Value| {
            list(home, "documents").any(|citation| citation["document"] == id.as_str())
                || lines(home).any(|line| is_named(line, "documents", &id))
        };
        let expected: Vec<_> = homes().filter(|(home, _)| cites(home)).collect();
        assert_eq!(view.list.count, expected.len(), "{id}");
        for (home, page) in expected {
            let told = view.citing.iter().find(|told| address(&told.home) == page);
            let told = told.unwrap_or_else(|| panic!("{id} does not name {page}"));
            let citing = lines(home).filter(|line| is_named(line, "documents", &id));
            assert_eq!(
                ids(&told.lines),
                citing.map(|line| text(line, "id")).collect(),
                "{id} in {page}"
            );
            assert_eq!(told.status.is_some(), page.starts_with("/measure/"), "{page}");
            for citation in list(home, "documents").filter(|citation| citation["document"] == id.as_str()) {
                let printed = text(citation, "printed");
                let is_told = told.details.contains(&format!("printed “{printed}”"));
                assert_eq!(is_told, !printed.is_empty(), "{id} in {page}");
                let note = text(citation, "note");
                assert_eq!(told.notes.contains(&note), !note.is_empty(), "{id} in {page}");
            }
        }
    }
}

#[test]
fn a_long_list_begins_around_the_line_that_the_link_names() {
    let json = bench::generate::dataset(6000, 6).expect("a dataset");
    let dataset = dataset::parse(json.as_bytes()).expect("a sound dataset");
    let index = Index::new(&dataset);
    let context = Context::new(&dataset, &index, dataset.edition.status_date, &[]);
    let counts = (0..dataset.documents.len()).map(|place| (citing(place, &index).len(), place));
    let (count, place) = counts.max().expect("a document");
    assert!(150 < count, "only {count} cite it");
    let homes: Vec<Home> = citing(place, &index).into_iter().map(|(home, _)| home).collect();
    for named in [0, count / 2, count - 1] {
        let view = context.document(place, Some(homes[named]));
        assert!(view.list.lines.contains(&named) && view.list.lines.len() < count);
        let told: Vec<String> = view.citing.iter().map(|told| address(&told.home)).collect();
        let shown = homes[view.list.lines]
            .iter()
            .map(|home| address(&context.page_link(*home)));
        assert_eq!(told, shown.collect::<Vec<_>>());
    }
}

#[test]
fn a_body_shows_everything_once_nothing_is_folded() {
    for json in list(shipped::json(), "bodies") {
        let id = text(json, "id");
        let view = body(&id, &whole());
        for section in &view.sections {
            assert!(0 < section.list.count, "{} of {id} is empty", section.name);
        }
        let told = |name: &str| -> BTreeSet<String> {
            let section = view.sections.iter().find(|section| section.name == name);
            match section.map(|section| &section.lines) {
                Some(SectionLines::Facts(lines)) => ids(lines),
                _ => BTreeSet::new(),
            }
        };
        let naming = |field: &'static str, list_of: &'static str| {
            let id = id.clone();
            let all = homes().flat_map(move |(home, _)| list(home, list_of));
            all.filter(move |line| is_named(line, field, &id))
                .map(|line| text(line, "id"))
        };
        assert_eq!(told("facts"), naming("bodies", "state_of_play").collect(), "{id}");
        let owes: BTreeSet<String> = naming("owners", "follow_up").collect();
        let concerned: BTreeSet<String> = naming("bodies", "follow_up").collect();
        assert_eq!(told("concerned"), &concerned - &owes, "{id}");
        assert_eq!(told("owes"), owes, "{id}");
    }
}

#[test]
fn what_a_body_is_leads_to_each_line_that_says_so_with_its_place() {
    let mut told = 0;
    for json in list(shipped::json(), "bodies") {
        let about = body(&text(json, "id"), &context()).about;
        assert_eq!(
            about.as_ref().map(|about| plain(&about.text)).unwrap_or_default(),
            text(json, "about")
        );
        let places = about.iter().flat_map(|about| &about.lines);
        let places: Vec<(String, &str)> = places.map(|line| (address(line), line.text.as_str())).collect();
        let said = list(json, "about_lines").chain(list(json, "about_later"));
        let said: Vec<&str> = said.filter_map(Value::as_str).collect();
        assert_eq!(places.len(), said.len(), "{json}");
        for (id, (address, place)) in said.into_iter().zip(places) {
            assert!(address.ends_with(&format!("?fact={id}")), "{address}");
            let (home, line) = homes()
                .find_map(|(home, _)| lines(home).find(|line| line["id"] == id).map(|line| (home, line)))
                .map_or((None, None), |(home, line)| (Some(home), Some(line)));
            let Some((home, line)) = home.zip(line) else {
                assert!(place.starts_with("Since then, "), "{place}");
                continue;
            };
            let source = list(shipped::json(), "sources").find(|source| source["id"] == home["source"]);
            assert!(
                place.starts_with(&format!("{}, ", text(source.expect("a source"), "number"))),
                "{place}"
            );
            assert!(place.contains(&text(&line["locator"], "section")), "{place}");
            if let Some(page) = line["locator"]["page"].as_u64() {
                assert!(place.ends_with(&format!(", p. {page}")), "{place}");
            }
            told += 1;
        }
    }
    assert!(10 < told, "{told}");
}

#[test]
fn the_links_of_a_body_lead_to_what_its_page_counts() {
    for json in list(shipped::json(), "bodies") {
        let id = text(json, "id");
        let view = body(&id, &context());
        let count = |name: &str| {
            let section = view.sections.iter().find(|section| section.name == name);
            section.map_or(0, |section| section.list.count)
        };
        let (measures, owes) = (count("responsible") + count("named"), count("owes"));
        let mut pages = Vec::new();
        for link in &view.selections {
            let unit = link.route.page.unit();
            let found = listed(unit, &link.route.query, index()).len();
            match unit {
                Unit::Measures => assert_eq!(found, measures, "{} of {id}", link.text),
                // What owns nothing is looked up where it is named, which its measures do too.
                _ if owes == 0 => assert!(count("concerned") <= found, "{} of {id}", link.text),
                _ => assert_eq!(found, owes, "{} of {id}", link.text),
            }
            pages.push(link.route.page.clone());
        }
        assert_eq!(pages.contains(&Page::Table), 0 < measures, "{id}");
        assert_eq!(pages.contains(&Page::Timeline), 0 < measures, "{id}");
        assert_eq!(
            pages.contains(&Page::Commitments),
            0 < owes + count("concerned"),
            "{id}"
        );
    }
}

#[test]
fn a_long_section_begins_folded_and_is_unfolded_by_its_name() {
    let folded = body("europol", &context());
    let mut lists = OpenLists::default();
    lists.fold("owes");
    let mut context = context();
    context.lists = Some(&lists);
    let unfolded = body("europol", &context);
    for (before, after) in folded.sections.iter().zip(&unfolded.sections) {
        let first = if before.name == "with" { 20 } else { 15 };
        let (shown, count) = (before.list.lines.len(), before.list.count);
        assert_eq!(shown, if count <= first + 2 { count } else { first }, "{}", before.name);
        let is_unfolded = before.name == "owes";
        assert_eq!(
            after.list.lines.len(),
            if is_unfolded { count } else { shown },
            "{}",
            before.name
        );
    }
}

#[test]
fn the_contents_of_a_body_lead_to_its_headings() {
    for id in ["europol", "lewp", "sis"] {
        let view = body(id, &context());
        let page = html::body(&view, "").0;
        let read = Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
        let leads = read
            .descendants()
            .filter_map(|node| node.attribute("data-do")?.strip_prefix("go-to "));
        let heading = |lead: &str| {
            let found = read.descendants().find(|node| node.attribute("id") == Some(lead));
            let found = found.unwrap_or_else(|| panic!("nothing stands at {lead}"));
            assert_eq!(found.attribute("tabindex"), Some("-1"), "{lead}");
            found.parent().and_then(|section| section.attribute("data-section"))
        };
        let led: Vec<_> = leads.filter_map(heading).collect();
        let names = view.sections.iter().map(|section| section.name);
        let names: Vec<&str> = view.slips.iter().map(|_| "slips").chain(names).collect();
        assert_eq!(led, names);
    }
}

#[track_caller]
fn check_outcomes(id: &str, expected: &str) {
    let view = body(id, &context());
    let section = view
        .sections
        .iter()
        .find(|section| section.name == "owes")
        .expect("commitments");
    let Some(SectionIntro::Outcomes(counts)) = &section.intro else {
        panic!("{id} does not say what came of its commitments");
    };
    let counted: usize = counts.outcomes.iter().map(|(_, count, _)| count).sum();
    assert_eq!(counted, counts.count);
    for (state, count, _) in &counts.outcomes {
        let owed = homes().flat_map(|(home, _)| list(home, "follow_up"));
        let owed = owed.filter(|line| is_named(line, "owners", id) && line["outcome"]["state"] == state.key());
        assert_eq!(*count, owed.count(), "{}", state.key());
    }
    let page = html::body(&view, "").0;
    let read = Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
    let says = read
        .descendants()
        .find(|node| node.attribute("class") == Some("body-outcomes"));
    let says = says.expect("a sentence").descendants().filter(roxmltree::Node::is_text);
    assert_eq!(says.filter_map(|node| node.text()).collect::<String>(), expected);
}

#[test]
fn what_came_of_the_commitments_of_a_body_is_a_sentence() {
    check_outcomes(
        "europol",
        "Of 46 commitments, 23 are open, 5 past due (not reported done) and 18 not known as of 3 February 2020.",
    );
    check_outcomes(
        "jha-agencies",
        "Of 10 commitments, 8 are open and 2 not known as of 3 February 2020.",
    );
    check_outcomes("cepol", "Of 1 commitment, 1 is open as of 3 February 2020.");
}

#[test]
fn an_acronym_is_explained_once_on_these_pages_too() {
    for json in list(shipped::json(), "bodies") {
        check_acronyms(&html::body(&body(&text(json, "id"), &whole()), "").0);
    }
    for place in 0..shipped::dataset().documents.len() {
        check_acronyms(&html::document(&context().document(place, None)).0);
    }
}

#[test]
fn links_say_the_day_that_is_told() {
    let day: Day = "2019-06-30".parse().expect("a day");
    let mut on_that_day = context();
    on_that_day.day = day;
    let view = body("europol", &on_that_day);
    let missing = on_that_day.missing("measure", "999");
    for link in view
        .selections
        .iter()
        .chain(&missing.nearest)
        .chain([&missing.all_measures])
    {
        assert_eq!(link.route.query.as_of, Some(day), "{}", link.text);
    }
}

/// What is offered in the place of something that is not there.
#[track_caller]
fn check_missing(name: &str, expected: &[&str]) {
    check_missing_of("measure", name, expected);
}

#[track_caller]
fn check_missing_of(noun: &'static str, name: &str, expected: &[&str]) {
    let missing = context().missing(noun, name);
    let offered: Vec<String> = missing.nearest.iter().map(address).collect();
    assert_eq!(offered, expected, "{name}");
}

#[test]
fn in_the_place_of_a_document_documents_are_offered() {
    let check = |name, expected: &[&str]| check_missing_of("document", name, expected);
    check(
        "ST-9044-2019-INIT",
        &[
            "/document/st-9044-2019-rev1",
            "/document/st-9027-2019",
            "/document/st-9081-2019",
        ],
    );
    check(
        "32019R0885",
        &[
            "/document/reg-2019-880",
            "/document/reg-2019-818",
            "/document/reg-2019-817",
        ],
    );
    check("ST-5618-2020-INIT", &["/table?source=5618-20"]);
    check("31", &[]);
}

#[test]
fn what_is_not_there_is_offered_by_its_name_or_by_its_number() {
    check_missing("13443", &["/document/st-13443-2018"]);
    let europ = [
        "europol",
        "ec3",
        "european-council",
        "europol-liaison-officers-western-balkans",
    ];
    check_missing(
        "europ",
        &europ.map(|id| format!("/body/{id}")).each_ref().map(String::as_str),
    );
    check_missing("Measure 31", &["/measure/31"]);
    check_missing("999", &["/measure/65", "/measure/64", "/measure/63"]);
    check_missing("31x", &["/measure/31", "/measure/30", "/measure/32"]);
    check_missing("nobody", &[]);
    check_missing("", &[]);
    check_missing(&"9".repeat(10_000), &["/measure/65", "/measure/64", "/measure/63"]);
}

#[test]
fn what_is_not_there_is_quoted_in_short_and_hides_nothing() {
    let long = context().missing("body", &"a".repeat(200)).name;
    assert_eq!(long, "a".repeat(80) + "…");
    assert_eq!(context().missing("body", "a\u{202e}b").name, "a\u{fffd}b");
}

#[track_caller]
fn check_canonical(written: &str, expected: &str) {
    assert_eq!(Route::open(written, index()).0.to_fragment(), expected, "{written}");
}

#[test]
fn a_link_that_spells_an_id_in_its_own_way_leads_to_what_it_means() {
    check_canonical("/body/LEWP", "/body/lewp");
    check_canonical("/document/9727/19", "/document/st-9727-2019");
    check_canonical("/document/ST 9727/19?q=pnr", "/document/st-9727-2019?q=pnr");
    check_canonical("/measure/13BIS", "/measure/13bis");
    check_canonical("/presidency/croatia", "/presidency/HR");
    check_canonical("/document/ST-9727-2019-INIT", "/document/st-9727-2019");
    check_canonical(
        "/document/https://data.consilium.europa.eu/doc/document/ST-9727-2019-INIT/en/pdf",
        "/document/st-9727-2019",
    );
    check_canonical(
        "/document/https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32019R1148",
        "/document/reg-2019-1148",
    );
    check_canonical("/measure/ISS%E2%80%9331", "/measure/31");
    check_canonical("/measure/31?fact=ISS-31-C1", "/measure/31?fact=31-c1");
    check_canonical("/report/Terrorism", "/report/terrorism");
    check_canonical("/table?body=ixim", "/table?body=dapix-ixim");
    check_canonical(
        "/table?working-party=LEWP&document=9727/19&presidency=croatia&source=5618/20",
        "/table?document=st-9727-2019&presidency=HR&source=5618-20&working-party=lewp",
    );
    check_canonical("/body/nobody", "/body/nobody");
    check_canonical("/measure/31?as-of=2020-02-03", "/measure/31");
    check_canonical("/measure/31?as-of=2019-06-30", "/measure/31?as-of=2019-06-30");
    for address in homes().map(|(_, address)| address) {
        check_canonical(&address, &address);
    }
}
