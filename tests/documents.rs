//! Documents and who cites them, the editors' remarks, and what comes from each source, against a walk over the JSON.

use crate::shipped;
use std::collections::{BTreeMap, BTreeSet};

use iss_followup::dataset::{self, Dataset, Home};
use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{
    self, About, DocumentColumn, DocumentSort, Facet, FacetKey, LaterDocument, Other, Query, RemarkContent,
    RemarkPlace, Remarks, Shared, Tally, Target, group_documents, tally,
};
use iss_followup::render::html;
use iss_followup::route::{Page, Route};
use iss_followup::view::Context;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::asked::{any_query, index};
use crate::walk::{list, text};

/// A remark as the JSON has it: the source and the id of what it belongs to, the id of the line, and the words.
pub type PlainRemark = (Option<String>, String, String, String);

/// Every note and every contradiction, by walking over the JSON.
pub fn naive_remarks(json: &Value) -> Vec<PlainRemark> {
    let mut found = Vec::new();
    for home in list(json, "measures").chain(list(json, "reports")) {
        let mut add = |line: &Value, id: &str| {
            let mut say =
                |words: String| found.push((Some(text(home, "source")), text(home, "id"), text(line, id), words));
            if !line["note"].is_null() {
                say(text(line, "note"));
            }
            for tie in list(line, "related").filter(|tie| tie["relation"] == "contradiction") {
                say(format!(
                    "{}{}: {}",
                    text(tie, "measure"),
                    text(tie, "record"),
                    text(tie, "note")
                ));
            }
        };
        add(home, "");
        list(home, "state_of_play").for_each(|line| add(line, "id"));
        list(home, "follow_up").for_each(|line| add(line, "id"));
        list(home, "documents").for_each(|line| add(line, "document"));
    }
    for document in list(json, "documents").filter(|document| !document["note"].is_null()) {
        found.push((None, text(document, "id"), String::new(), text(document, "note")));
    }
    found
}

/// Every remark as the page lists it.
fn listed_remarks(dataset: &Dataset) -> Vec<PlainRemark> {
    let mut found = Vec::new();
    for (source, group) in query::remarks(dataset) {
        for Remarks { place, remarks } in group {
            let place = match place {
                RemarkPlace::Home(Home::Measure(place)) => dataset.measures[place].id.to_string(),
                RemarkPlace::Home(Home::Report(place)) => dataset.reports[place].id.to_string(),
                RemarkPlace::Document(place) => dataset.documents[place].id.to_string(),
            };
            assert!(!remarks.is_empty(), "{place} stands there without a remark");
            for remark in remarks {
                let line = match remark.about {
                    About::Measure | About::Document => String::new(),
                    About::Line(line) => line.id().to_string(),
                    About::Citation(document) => document.id.to_string(),
                };
                let words = match remark.content {
                    RemarkContent::Note(note) => note.to_owned(),
                    RemarkContent::Contradiction { other, note } => {
                        let id = match other {
                            Other::Line(id) => id.as_str(),
                            Other::Measure(id) => id.as_str(),
                        };
                        format!("{id}: {}", note.unwrap_or_default())
                    }
                };
                found.push((source.map(ToString::to_string), place.clone(), line, words));
            }
        }
    }
    found
}

#[track_caller]
fn check_remarks(json: &Value, dataset: &Dataset) {
    let (mut naive, mut listed) = (naive_remarks(json), listed_remarks(dataset));
    naive.sort();
    listed.sort();
    assert_eq!(listed, naive);
}

#[test]
fn every_remark_of_the_editors_is_listed_under_what_it_belongs_to() {
    let dataset = shipped::dataset();
    check_remarks(shipped::json(), dataset);
    let sources: Vec<_> = query::remarks(dataset).into_iter().map(|(source, _)| source).collect();
    let expected: Vec<_> = dataset
        .sources
        .iter()
        .map(|source| Some(&source.id))
        .chain([None])
        .collect();
    assert_eq!(sources, expected, "by source, the documents last");
}

#[test]
fn what_says_otherwise_is_listed_as_well() {
    let mut json = shipped::json().clone();
    json["measures"][0]["related"] = json!([{ "measure": "2", "relation": "contradiction", "note": "the year" }, { "measure": "3", "relation": "update" }]);
    json["measures"][1]["state_of_play"][0]["related"] = json!([{ "record": "1-e1", "relation": "contradiction" }]);
    json["measures"][1]["follow_up"][0]["related"] = json!([{ "record": "1-e1", "relation": "duplicate" }]);
    let dataset = dataset::parse(json.to_string().as_bytes()).expect("a dataset");
    check_remarks(&json, &dataset);
    let has = |id: &str, words: &str| {
        let remarks = listed_remarks(&dataset);
        remarks.iter().any(|(_, place, _, own)| place == id && own == words)
    };
    assert!(has("1", "2: the year") && has("2", "1-e1: "));
}

#[test]
fn what_comes_from_each_source_adds_up_to_everything() {
    let (json, dataset) = (shipped::json(), shipped::dataset());
    let naive = |source: Option<&str>| {
        let of_source = |home: &&Value| source.is_none_or(|source| home["source"] == source);
        let measures = list(json, "measures").filter(of_source);
        let sections = list(json, "reports").filter(of_source);
        let homes = || list(json, "measures").chain(list(json, "reports")).filter(of_source);
        Tally {
            measures: measures.count(),
            sections: sections.count(),
            facts: homes().map(|home| list(home, "state_of_play").count()).sum(),
            commitments: homes().map(|home| list(home, "follow_up").count()).sum(),
        }
    };
    assert_eq!(tally(None, dataset), naive(None));
    let mut measures = 0;
    for source in &dataset.sources {
        let own = tally(Some(&source.id), dataset);
        assert_eq!(own, naive(Some(source.id.as_str())), "{}", source.id);
        measures += own.measures;
    }
    assert_eq!(measures, 102);
}

#[test]
fn a_document_is_cited_by_whoever_the_data_says_in_the_roles_it_says() {
    let (json, dataset) = (shipped::json(), shipped::dataset());
    for place in 0..dataset.documents.len() {
        let citing = query::citing(place, index());
        let id = dataset.documents[place].id.as_str();
        let listed: BTreeSet<(String, String)> = citing
            .into_iter()
            .flat_map(|(home, roles)| match home {
                Home::Measure(place) => {
                    let measure = dataset.measures[place].id.to_string();
                    roles
                        .into_iter()
                        .map(|role| (measure.clone(), role.key().to_owned()))
                        .collect()
                }
                Home::Report(place) => vec![(dataset.reports[place].id.to_string(), String::new())],
            })
            .collect();
        let mut naive = BTreeSet::new();
        for measure in list(json, "measures") {
            let citations = list(measure, "documents").filter(|citation| citation["document"] == id);
            naive.extend(citations.map(|citation| (text(measure, "id"), text(citation, "role"))));
        }
        for report in list(json, "reports") {
            let mut lines = list(report, "state_of_play").chain(list(report, "follow_up"));
            if lines.any(|line| list(line, "documents").any(|cited| cited == id)) {
                naive.insert((text(report, "id"), String::new()));
            }
        }
        assert_eq!(listed, naive, "{id}");
    }
}

/// Every order, either way.
fn any_order() -> impl Strategy<Value = DocumentSort> {
    let column = proptest::sample::select(DocumentColumn::ALL);
    (column, any::<bool>()).prop_map(|(column, is_descending)| DocumentSort { column, is_descending })
}

proptest! {
    #[test]
    fn documents_stand_in_groups_of_a_kind_or_a_year(query in any_query(), order in any_order()) {
        let dataset = shipped::dataset();
        let all = query::documents(&query, index());
        let groups = group_documents(all.clone(), &query, Some(order), index());
        let shared: Vec<Option<Shared>> = groups.iter().map(|(shared, _)| *shared).collect();
        let distinct: BTreeSet<_> = shared.iter().collect();
        prop_assert_eq!(distinct.len(), shared.len(), "nothing has two groups");
        prop_assert_eq!(shared.contains(&None), order.column == DocumentColumn::Cited);
        for (shared, places) in &groups {
            for place in places {
                let document = &dataset.documents[*place];
                let date = document.date.map(|date| date.period().first().year());
                let content = |year: u32| document.number.as_ref().is_some_and(|number| number.contains(&(year % 100).to_string()));
                let fits = match (shared, order.column) {
                    (None, column) => column == DocumentColumn::Cited,
                    (Some(Shared::Kind(kind)), _) => document.kind == *kind,
                    (Some(Shared::Years(first, last)), DocumentColumn::Date) => date.is_some_and(|date| (*first..=*last).contains(&u32::from(date.unsigned_abs()))),
                    (Some(Shared::Years(first, last)), _) => (*first..=*last).any(content),
                    (Some(Shared::NoYear), _) => document.number.is_some(),
                    (Some(Shared::NoNumber), _) => document.number.is_none(),
                    (Some(Shared::NoDate), _) => document.date.is_none(),
                };
                prop_assert!(fits, "{:?}: {}", shared, document.id);
            }
        }
        let mut places: Vec<usize> = groups.into_iter().flat_map(|(_, places)| places).collect();
        places.sort_unstable();
        prop_assert_eq!(places, all, "each once");
    }
}

/// The keys of the documents that later facts name and no source cites, each with the ids of those facts.
fn walked_later_documents() -> BTreeMap<String, BTreeSet<String>> {
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fact in homes.flat_map(|home| list(home, "since")) {
        for cited in list(fact, "documents").filter(|cited| cited["document"].is_null()) {
            let names = ["celex", "number", "title"].map(|field| text(cited, field));
            let key = names.into_iter().find(|name| !name.is_empty()).expect("a name");
            found.entry(key).or_default().insert(text(fact, "id"));
        }
    }
    found
}

#[test]
fn the_documents_of_later_facts_stand_apart_and_each_names_its_facts() {
    let dataset = shipped::dataset();
    let facts = query::later_facts(&Query::default(), index());
    let found = query::later_documents(&facts);
    let walked = walked_later_documents();
    let ids = |own: &LaterDocument<'_>| -> BTreeSet<String> {
        own.facts.iter().map(|(_, fact)| fact.id.to_string()).collect()
    };
    let act = found
        .iter()
        .find(|own| own.document.celex.as_deref() == Some("32021R0784"))
        .expect("the Regulation");
    assert_eq!(ids(act), walked["32021R0784"]);
    // Every one is there, and each fact that names it; where one fact gives the CELEX number and another only the number, it is one.
    let all: BTreeSet<String> = found.iter().flat_map(ids).collect();
    assert_eq!(all, walked.values().flatten().cloned().collect::<BTreeSet<_>>());
    assert!(
        found.len() <= walked.len() && walked.len() <= found.len() + 10,
        "{} {}",
        found.len(),
        walked.len()
    );
    let dates = found
        .iter()
        .filter_map(|own| own.document.date.map(|date| date.period().last()));
    assert!(dates.is_sorted_by(|one, next| one >= next));
    // None of them counts among the documents of the papers.
    let everything = Query::default().narrowed(Facet::Source, &FacetKey::All);
    let listed = query::documents(&everything, index()).len();
    assert!(listed <= dataset.documents.len());
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let view = context.later_documents(&facts).expect("documents");
    assert_eq!((view.list.count, view.rows.len()), (found.len(), 8));
    let html = html::later_documents(&view).into_string();
    assert!(
        html.contains("Since then") && html.contains("none of the sources cites"),
        "{html}"
    );
}

#[test]
fn a_document_that_sources_cite_tells_the_later_facts_about_it() {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let mut walked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fact in homes.flat_map(|home| list(home, "since")) {
        for cited in list(fact, "documents").filter(|cited| !cited["document"].is_null()) {
            walked
                .entry(text(cited, "document"))
                .or_default()
                .insert(text(fact, "id"));
        }
    }
    for (place, document) in dataset.documents.iter().enumerate() {
        let since = context.document(place, None).since;
        let facts: BTreeSet<String> = since
            .iter()
            .flat_map(|(_, facts)| facts)
            .map(|fact| fact.id.to_string())
            .collect();
        assert_eq!(
            facts,
            walked.get(document.id.as_str()).cloned().unwrap_or_default(),
            "{}",
            document.id
        );
    }
    assert!(10 < walked.len());
}

#[test]
fn an_act_that_only_later_facts_name_is_found_in_the_search_box() {
    let dataset = shipped::dataset();
    let number = "Regulation (EU) 2021/784";
    for typed in [number, "regulation (eu) 2021/784", "32021R0784"] {
        let found = query::go_to(typed, dataset);
        assert!(
            found.contains(&Target::LaterDocument(number.to_owned())),
            "{typed}: {found:?}"
        );
        assert!(
            query::is_name_of(typed, &Target::LaterDocument(number.to_owned()), dataset),
            "{typed}"
        );
    }
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    let offers = context.offers(number, &Route::default());
    let offer = offers
        .iter()
        .find(|offer| offer.route.page == Page::Since)
        .expect("an offer");
    let (route, issues) = Route::open(&offer.route.to_fragment(), index());
    assert!(issues.is_empty(), "{issues:?}");
    let facts: BTreeSet<String> = query::later_facts(&route.query, index())
        .iter()
        .map(|(_, fact)| fact.id.to_string())
        .collect();
    let walked = &walked_later_documents()["32021R0784"];
    assert!(walked.is_subset(&facts), "{facts:?}");
    // A document of the papers is offered as such, and not twice.
    assert!(
        !query::go_to("9727/19", dataset)
            .iter()
            .any(|target| matches!(target, Target::LaterDocument(_)))
    );
}
