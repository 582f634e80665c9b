//! What the head of the page, the record for catalogues and the feed say of the data, against the JSON, by readers that are not ours.

use std::collections::HashSet;
use std::fs;

use iss_followup::dataset::Dataset;
use iss_followup::domain::date::Day;
use iss_followup::domain::vocabulary::Wording;
use iss_followup::query::Index;
use iss_followup::record::{PublishedFile, dcat, feed, head};
use iss_followup::route::{Page, Route};
use iss_followup::view::Context;
use iss_followup::words::described as words;
use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::cases::cases;
use crate::exported::{any_hostile, hostile, parsed};
use crate::shipped;
use crate::spreadsheets::Folder;
use crate::workbooks::python;

/// What is made with the context of a dataset.
fn with<T>(dataset: &Dataset, make: impl FnOnce(&Context<'_>) -> T) -> T {
    let index = Index::new(dataset);
    make(&Context::new(dataset, &index, dataset.edition.status_date, &[]))
}

/// A file of each kind beside the page.
fn files() -> Vec<PublishedFile> {
    let kinds = [
        ("data.json", "application/json", "JSON"),
        ("data.zip", "application/zip", "ZIP"),
        ("schema.json", "application/schema+json", "JSON"),
        ("feed.atom", "application/atom+xml", "ATOM"),
    ];
    let files = kinds.into_iter().zip(words::FILES);
    let file = |((address, media_type, file_type), title): ((&str, _, _), _)| PublishedFile {
        address: address.to_owned(),
        title,
        media_type,
        file_type,
        size: 5,
        checksum: "ab".repeat(32),
    };
    files.map(file).collect()
}

/// What stands in the element that ends so.
fn json_ld(head: &str) -> Value {
    let (_, script) = head.split_once("type=\"application/ld+json\">").expect("a script");
    let (json, rest) = script.split_once("</script>").expect("its end");
    assert_eq!(rest, "\n", "nothing stands behind it");
    assert!(!json.contains('<'), "{json}");
    serde_json::from_str(json).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// The items of a list; none of what is not there.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts<'a>(value: &'a Value, field: &str) -> Vec<&'a str> {
    list(value).iter().map(|item| text(&item[field])).collect()
}

#[test]
fn the_head_names_every_measure_and_source() {
    let head = with(shipped::dataset(), |context| head(context, &[]));
    let found = json_ld(&head);
    let json = shipped::json();
    assert_eq!(found["@type"], "Dataset");
    let measures = list(&json["measures"]);
    let addresses = texts(&found["hasPart"], "url");
    let expected: Vec<String> = measures
        .iter()
        .map(|measure| format!("#/measure/{}", text(&measure["id"])))
        .collect();
    assert_eq!(addresses, expected);
    for (name, measure) in texts(&found["hasPart"], "name").iter().zip(measures) {
        assert!(name.contains(text(&measure["title"])), "{name}");
    }
    assert_eq!(texts(&found["isBasedOn"], "url"), texts(&json["sources"], "url"));
    let checked = text(&json["afterwards"]["checked"]);
    let (first, last) = text(&found["temporalCoverage"]).split_once('/').expect("two days");
    assert!(first.parse::<Day>().is_ok() && first < "2016-01-01", "{first}");
    assert_eq!((last, text(&found["dateModified"])), (checked, checked));
    for tag in [
        "citation_title",
        "citation_technical_report_institution",
        "citation_keywords",
        "DC.rights",
    ] {
        assert_eq!(head.matches(&format!(" name=\"{tag}\" content=\"")).count(), 1, "{tag}");
    }
    assert!(head.contains(&format!(
        "name=\"citation_publication_date\" content=\"{}\"",
        checked.replace('-', "/")
    )));
}

/// A page from disk names no file that need not be there; a page on a server names those beside it.
#[test]
fn only_a_page_on_a_server_names_other_files() {
    with(shipped::dataset(), |context| {
        let alone = head(context, &[]);
        assert!(!alone.contains("<link"));
        assert_eq!(texts(&json_ld(&alone)["distribution"], "contentUrl"), ["#"]);
        let served = head(context, &files());
        assert!(
            served.contains("<link data-described rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.atom\"")
        );
        assert_eq!(served.matches("<link").count(), 4);
        assert_eq!(
            texts(&json_ld(&served)["distribution"], "contentUrl"),
            ["#", "data.json", "data.zip"]
        );
    });
}

/// The texts of the one child with that name.
fn only<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let mut found = node
        .children()
        .filter(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)));
    let (one, other) = (found.next(), found.next());
    assert!(other.is_none(), "{name} stands twice");
    one.expect(name).text().expect(name)
}

fn links<'a>(node: Node<'a, '_>, rel: &str) -> Vec<&'a str> {
    let found = node
        .children()
        .filter(|child| child.has_tag_name("link") && child.attribute("rel") == Some(rel));
    found.filter_map(|link| link.attribute("href")).collect()
}

/// What RFC 4287 demands of a feed or an entry.
#[track_caller]
fn is_sound(node: Node<'_, '_>) {
    let id = only(node, "id");
    let uuid = id.strip_prefix("urn:uuid:").expect("an absolute name");
    assert!(uuid.len() == 36 && uuid.as_bytes()[14] == b'8', "{id}");
    assert!(!only(node, "title").is_empty());
    let instant = |text: &str| {
        text.strip_suffix("T00:00:00Z")
            .is_some_and(|day| day.parse::<Day>().is_ok())
    };
    assert!(instant(only(node, "updated")));
    assert_eq!(links(node, "alternate").len(), 1);
}

#[test]
fn the_feed_has_every_later_fact_newest_first() {
    let written = with(shipped::dataset(), |context| {
        feed(context, "https://iss.example/", "https://iss.example/f.atom")
    });
    let document = Document::parse(&written).expect("XML");
    let root = document.root_element();
    is_sound(root);
    assert_eq!(links(root, "self"), ["https://iss.example/f.atom"]);
    let author = root
        .children()
        .find(|child| child.has_tag_name("author"))
        .expect("an author");
    assert!(!only(author, "name").is_empty());
    let entries: Vec<Node> = root.children().filter(|child| child.has_tag_name("entry")).collect();
    let ids: HashSet<&str> = entries.iter().map(|entry| only(*entry, "id")).collect();
    assert_eq!(ids.len(), entries.len());
    assert!(entries.is_sorted_by(|one, next| only(*next, "published") <= only(*one, "published")));
    let json = shipped::json();
    let homes = list(&json["measures"]).iter().chain(list(&json["reports"]));
    let facts: Vec<&Value> = homes.flat_map(|home| list(&home["since"])).collect();
    assert_eq!(entries.len(), facts.len());
    for entry in entries {
        is_sound(entry);
        assert!(only(entry, "published") <= only(entry, "updated"));
        let (_, fragment) = links(entry, "alternate")[0].split_once('#').expect("a fragment");
        let (route, issues) = Route::from_fragment(fragment);
        assert!(issues.is_empty(), "{fragment}");
        let id = route.fact.expect("a line");
        let fact = facts
            .iter()
            .find(|fact| fact["id"] == id.as_str())
            .expect("a later fact");
        assert_eq!(only(entry, "content"), text(&fact["text"]));
        assert_eq!(links(entry, "related"), texts(&fact["evidence"], "url"));
    }
    let (route, _) = Route::from_fragment(links(root, "alternate")[0].split_once('#').expect("a fragment").1);
    assert_eq!(route.page, Page::Since);
}

/// Readers of RDF find in the head and in the record for catalogues what the JSON says, whatever the texts hold.
#[test]
fn other_readers_understand_head_and_record() {
    const SCRIPT: &str = "
import json, pathlib, sys, warnings
warnings.simplefilter('ignore')  # It warns of itself.
from rdflib import Graph, Namespace
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

SCHEMA = Namespace('https://schema.org/')
BASE = 'https://iss.example/page.html'
# What schema.org's own context says of the properties that hold addresses.
CONTEXT = {'@vocab': str(SCHEMA)} | {name: {'@type': '@id'} for name in ['url', 'contentUrl', 'license']}

def described(folder):
    told = json.loads((folder / 'head.json').read_text('utf-8'))
    assert told['@context'] == 'https://schema.org/'
    graph = Graph().parse(data=json.dumps(told | {'@context': CONTEXT}), format='json-ld', base=BASE)
    dataset = graph.value(predicate=RDF.type, object=SCHEMA.Dataset, any=False)
    record = Graph().parse(folder / 'dcat.ttl', format='turtle', publicID=BASE)
    own = record.value(predicate=RDF.type, object=DCAT.Dataset, any=False)
    ways = list(record.objects(own, DCAT.distribution))
    assert all(record.value(way, DCAT.accessURL) and (way, RDF.type, DCAT.Distribution) in record for way in ways)
    publisher = record.value(own, DCTERMS.publisher)
    return {
        'parts': sorted(str(graph.value(part, SCHEMA.url)) for part in graph.objects(dataset, SCHEMA.hasPart)),
        'names': [str(graph.value(dataset, SCHEMA.name)), str(record.value(own, DCTERMS.title))],
        'abouts': [str(graph.value(dataset, SCHEMA.description)), str(record.value(own, DCTERMS.description))],
        'publisher': str(record.value(publisher, FOAF.name)) if publisher else None,
        'licences': [
            sorted(map(str, graph.objects(dataset, SCHEMA.license))),
            sorted({str(one) for way in ways for one in record.objects(way, DCTERMS.license)}),
        ],
        'downloads': sorted(str(one) for way in ways for one in record.objects(way, DCAT.downloadURL)),
    }

print(json.dumps([described(folder) for folder in sorted(pathlib.Path(sys.argv[1]).iterdir())]))";
    let folder = Folder::new("described");
    let hostile = parsed(&hostile(&[
        "\"\\\n\r</script>\u{202e}<!-- ' @en".to_owned(),
        "\\u0041 {}|^`".to_owned(),
    ]));
    let datasets = [shipped::dataset(), &hostile];
    for (number, dataset) in datasets.iter().enumerate() {
        let own = folder.0.join(number.to_string());
        fs::create_dir_all(&own).expect("a folder");
        let head = with(dataset, |context| head(context, &files()));
        fs::write(own.join("head.json"), json_ld(&head).to_string()).expect("a file");
        fs::write(own.join("dcat.ttl"), dcat(dataset, "page.html", &files())).expect("a file");
    }
    let Some(said) = python("rdflib", SCRIPT, &folder.0) else {
        return;
    };
    for (said, dataset) in list(&said).iter().zip(datasets) {
        let at = |place: &str| format!("https://iss.example/{place}");
        let mut parts: Vec<String> = dataset
            .measures
            .iter()
            .map(|measure| at(&format!("page.html#/measure/{}", measure.id)))
            .collect();
        parts.sort();
        assert_eq!(said["parts"], json!(parts));
        assert!(text(&said["names"][0]).ends_with(&dataset.edition.title));
        for twice in ["names", "abouts", "licences"] {
            assert_eq!(said[twice][0], said[twice][1], "{twice}");
        }
        assert_eq!(said["downloads"], json!([at("data.json"), at("data.zip")]));
    }
    assert_eq!(said[0]["publisher"], "The ISS Follow-up editors");
    let licenses = [
        "https://spdx.org/licenses/Apache-2.0.html",
        "https://spdx.org/licenses/MIT.html",
    ];
    assert_eq!(said[0]["licences"][0], json!(licenses));
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn no_text_ends_what_it_stands_in(texts in proptest::collection::vec(any_hostile(), 1..4)) {
        let dataset = parsed(&hostile(&texts));
        with(&dataset, |context| {
            let head = head(context, &files());
            prop_assert!(text(&json_ld(&head)["name"]).ends_with(&dataset.edition.title));
            let written = feed(context, "page.html", "feed.atom");
            let document = Document::parse(&written).expect("XML");
            is_sound(document.root_element());
            Ok(())
        })?;
    }
}

/// The file that says how the work is cited names it as the data do.
#[test]
fn the_citation_file_says_the_same() {
    let citation = include_str!("../CITATION.cff");
    let own = &shipped::dataset().vocabulary;
    let quoted = |text: &str| format!("\"{text}\"");
    assert!(citation.contains(&format!("title: {}", quoted(own.one(Wording::Name)))));
    assert!(citation.contains(&format!("- name: {}", quoted(own.one(Wording::Editors)))));
    assert!(citation.contains(&format!(
        "abstract: {}",
        quoted(&own.description(&shipped::dataset().edition.title))
    )));
    for (name, _) in own.licenses() {
        assert!(citation.contains(&format!("  - {}\n", name.expect("a name"))));
    }
    for keyword in own.keywords() {
        assert!(citation.contains(&format!("  - {keyword}\n")), "{keyword}");
    }
}
