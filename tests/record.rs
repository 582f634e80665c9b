//! The dataset as a document, read again by a reader that is not ours.

use crate::shipped;
use std::collections::{BTreeMap, BTreeSet};

use iss_followup::dataset;
use iss_followup::record::{self, Opening};
use iss_followup::route::Route;
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::walk::{list, text};

/// What we write is well-formed as XML too, so that a reader of XML can judge it.
fn as_xml(html: &str) -> String {
    format!("<main>{}</main>", html.replace("<br>", "<br/>"))
}

fn all_text(node: Node) -> String {
    let pieces = node
        .descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()));
    pieces.collect()
}

/// Each element that has an id, by it.
fn by_id<'a, 'input>(document: &'a Document<'input>) -> BTreeMap<&'a str, Node<'a, 'input>> {
    let mut found = BTreeMap::new();
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            assert!(found.insert(id, node).is_none(), "{id} stands twice");
        }
    }
    found
}

#[track_caller]
fn check_says(node: &Node, words: &str) {
    let said = all_text(*node);
    assert!(said.contains(words), "not {words:?} in {said:?}");
}

/// A link in it leads to the measure, line, document or body with that id.
#[track_caller]
fn check_leads_to(node: &Node, id: &str) {
    let mut links = node.descendants().filter_map(|node| node.attribute("href"));
    let leads = |link: &str| {
        let ends = [
            format!("/measure/{id}"),
            format!("?fact={id}"),
            format!("/document/{id}"),
            format!("/body/{id}"),
        ];
        ends.iter().any(|end| link.ends_with(end))
    };
    assert!(links.any(leads), "no link to {id}");
}

/// What the rota says of a Presidency.
fn rota(id: &str, field: &str) -> String {
    let mut rota = list(shipped::json(), "presidencies");
    text(
        rota.find(|presidency| presidency["id"] == id).expect("a Presidency"),
        field,
    )
}

/// The lines of a measure or section: each stands under its address, with its text and its place in the source.
fn check_lines(record: &Value, page: &str, found: &BTreeMap<&str, Node>) -> usize {
    let lines = list(record, "state_of_play").chain(list(record, "follow_up"));
    lines
        .map(|line| {
            let address = format!("{page}?fact={}", text(line, "id"));
            let node = found.get(address.as_str()).unwrap_or_else(|| panic!("no {address}"));
            check_says(node, &text(line, "text"));
            check_says(node, &text(&line["locator"], "section"));
            if let Some(page) = line["locator"]["page"].as_u64() {
                check_says(node, &format!("p. {page}"));
            }
            let ties = list(line, "related").map(|tie| tie["record"].as_str());
            let evidence = list(&line["outcome"], "evidence").map(Value::as_str);
            let named = ["documents", "owners", "measures"]
                .into_iter()
                .flat_map(|field| list(line, field));
            for id in ties.chain(evidence).chain(named.map(Value::as_str)) {
                check_leads_to(node, id.expect("an id"));
            }
            for field in ["date_text", "due_text", "note"] {
                check_says(node, &text(line, field));
            }
            check_says(node, &text(&line["outcome"], "text"));
            if let Some(presidency) = line["presidency"].as_str() {
                check_says(node, &format!("{} Presidency", rota(presidency, "adjective")));
            }
        })
        .count()
}

#[test]
fn everything_stands_in_it_under_the_address_of_the_app() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    let found = by_id(&document);
    let mut lines = 0;
    for measure in list(shipped::json(), "measures") {
        let address = format!("/measure/{}", text(measure, "id"));
        let node = found.get(address.as_str()).unwrap_or_else(|| panic!("no {address}"));
        for field in ["number", "title", "summary", "status_reason", "note"] {
            check_says(node, &text(measure, field));
        }
        check_says(node, &text(&measure["locator"], "section"));
        for citation in list(measure, "documents") {
            check_leads_to(node, &text(citation, "document"));
            check_says(node, &text(citation, "note"));
        }
        for body in list(measure, "working_parties").chain(list(measure, "bodies")) {
            check_leads_to(node, body.as_str().expect("an id"));
        }
        for named in list(measure, "presidencies") {
            check_says(node, &rota(&text(named, "id"), "country"));
        }
        let priority = list(shipped::json(), "priorities").find(|priority| priority["id"] == measure["priority"]);
        check_says(node, &text(priority.expect("a priority"), "short_title"));
        for tie in list(measure, "related") {
            check_leads_to(node, &text(tie, "measure"));
            check_says(node, &text(tie, "note"));
        }
        lines += check_lines(measure, &address, &found);
    }
    for report in list(shipped::json(), "reports") {
        let address = format!("/report/{}", text(report, "id"));
        check_says(&found[address.as_str()], &text(report, "title"));
        lines += check_lines(report, &address, &found);
    }
    assert!(1000 < lines, "{lines} lines");
    for source in list(shipped::json(), "sources") {
        for field in ["number", "title", "marking", "note"] {
            check_says(&document.root(), &text(source, field));
        }
    }
    for (name, words) in [("document", "number"), ("body", "name")] {
        let plural = if name == "body" { "bodies" } else { "documents" };
        for thing in list(shipped::json(), plural) {
            let node = &found[format!("/{name}/{}", text(thing, "id")).as_str()];
            for field in [words, "title", "marking", "oj", "note", "about"] {
                check_says(node, &text(thing, field));
            }
            if let Some(url) = thing["url"].as_str().filter(|_| name == "document") {
                let mut addresses = node.descendants().filter_map(|node| node.attribute("href"));
                assert!(addresses.any(|address| address == url), "no link to {url}");
            }
            assert_eq!(
                all_text(*node).contains("applies from"),
                thing["applies"].is_string(),
                "{thing}"
            );
            assert_eq!(
                all_text(*node).contains("to be transposed by"),
                thing["transposition"].is_string(),
                "{thing}"
            );
        }
    }
}

#[test]
fn every_later_fact_is_listed_under_its_priority_and_leads_to_the_whole() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    let section = by_id(&document)["/since"];
    let links: Vec<&str> = section
        .descendants()
        .filter_map(|node| node.attribute("href"))
        .collect();
    let mut expected = BTreeSet::new();
    for (of, page) in [("measures", "measure"), ("reports", "report")] {
        for home in list(shipped::json(), of) {
            let id = text(home, "id");
            expected.extend(list(home, "since").map(|fact| format!("#/{page}/{id}?fact={}", text(fact, "id"))));
        }
    }
    assert_eq!(links.len(), expected.len());
    assert_eq!(links.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), expected);
    let size = html[section.range()].len();
    assert!(size < 60_000, "{size} bytes");
    for priority in list(shipped::json(), "priorities") {
        check_says(&section, &text(priority, "short_title"));
    }
}

/// It stands in the page beside the program and the data, and costs as much to load as they do. Compressed, it is a sixth.
#[test]
fn it_stays_small_beside_the_rest_of_the_page() {
    let size = record::html(shipped::dataset()).len();
    assert!(size < 1_700_000, "{size} bytes");
}

#[test]
fn it_has_no_controls_and_explains_no_acronym() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    for node in document.descendants() {
        let is_of_the_app = ["button", "abbr", "svg", "time", "mark"]
            .iter()
            .any(|name| node.has_tag_name(*name));
        assert!(!is_of_the_app && node.attribute("data-do").is_none(), "{node:?}");
        assert_eq!(node.attribute("tabindex"), None, "{node:?}");
    }
}

#[test]
fn every_address_in_it_is_one_of_the_app_and_leads_somewhere() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    let found = by_id(&document);
    for address in found.keys().filter(|id| id.starts_with('/')) {
        let (route, issues) = Route::from_fragment(address);
        assert_eq!(issues, [], "{address}");
        assert_eq!(route.to_fragment(), **address);
    }
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    let mut inside = 0;
    for fragment in links.filter_map(|link| link.strip_prefix('#')) {
        assert!(found.contains_key(fragment), "nothing stands at #{fragment}");
        inside += 1;
    }
    assert!(1000 < inside, "{inside} links within");
}

#[test]
fn a_copy_leads_to_the_same_thing_in_the_record() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    let found = by_id(&document);
    let mut led = 0;
    for address in found.keys().filter(|id| id.starts_with('/')) {
        let (mut route, _) = Route::from_fragment(address);
        route.query.text = "words".to_owned();
        let opening = Opening::at(&route, "title".to_owned());
        assert_ne!(opening.fragment, **address, "the copy opens with its selection");
        if !route.page.is_view() {
            assert_eq!(opening.recorded.as_deref(), Some(*address));
            led += 1;
        }
    }
    assert!(1000 < led, "{led} things");
    let (route, _) = Route::from_fragment("/presidency/HR");
    assert_eq!(
        Opening::at(&route, String::new()).recorded,
        None,
        "a brief is not in the record"
    );
}

#[test]
fn no_two_of_its_landmarks_have_one_name() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("the record is well-formed");
    let landmarks = document.descendants().filter(|node| node.has_tag_name("nav"));
    let names: Vec<_> = landmarks.map(|node| node.attribute("aria-label")).collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    assert!(!names.is_empty());
    assert_eq!(names.len(), different.len(), "{names:?}");
}

#[test]
fn the_contents_list_every_measure_and_section_in_order() {
    let html = as_xml(&record::html(shipped::dataset()));
    let document = Document::parse(&html).expect("well-formed");
    let contents = document.descendants().find(|node| node.has_tag_name("nav"));
    let contents = contents.expect("a list of contents");
    let listed = contents.descendants().filter_map(|node| node.attribute("href"));
    let listed: Vec<&str> = listed.filter(|link| link.starts_with("#/measure/")).collect();
    let measures = list(shipped::json(), "measures").map(|measure| format!("#/measure/{}", text(measure, "id")));
    let measures: Vec<String> = measures.collect();
    let (leading, others) = measures.split_at(shipped::MEASURES.len());
    assert_eq!(listed[..leading.len()], *leading);
    // The measures of another source stand under their priorities, which it takes in an order of its own.
    let mut listed = listed[leading.len()..].to_vec();
    listed.sort_unstable();
    let mut others: Vec<&str> = others.iter().map(String::as_str).collect();
    others.sort_unstable();
    assert_eq!(listed, others);
    for report in list(shipped::json(), "reports") {
        check_says(&contents, &text(report, "title"));
    }
}

#[test]
fn what_the_data_say_is_text_whatever_it_is() {
    const HOSTILE: &str = "</main><script>alert(1)</script>\"'&amp;{{boot}}<!--";
    let mut json = shipped::json().clone();
    let measure = &mut json["measures"][0];
    for field in ["title", "summary", "status_reason"] {
        measure[field] = HOSTILE.into();
    }
    measure["state_of_play"][0]["text"] = HOSTILE.into();
    json["bodies"][0]["name"] = HOSTILE.into();
    json["edition"]["title"] = HOSTILE.into();
    let dataset = dataset::parse(json.to_string().as_bytes()).expect("sound");
    let html = as_xml(&record::html(&dataset));
    let document = Document::parse(&html).expect("well-formed");
    assert!(document.descendants().all(|node| !node.has_tag_name("script")));
    check_says(&by_id(&document)["/measure/1"], HOSTILE);
    check_says(&document.root(), HOSTILE);
}
