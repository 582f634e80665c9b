//! The dataset as it is shipped, put together from its files without the packer and without our types.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use iss_followup::dataset::{self, Dataset};
use iss_followup::domain::document::DocumentKind;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::register;
use serde_json::Value;

/// The measures of Council 5618/20, part II, in the order of the document.
pub const MEASURES: [&str; 74] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "11A", "11B", "12A", "12B", "12C", "12D", "12E", "12F",
    "12G", "13", "13bis", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28",
    "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47",
    "48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64", "65",
];

/// Beside this package, or beside the folder of one that shares this file.
fn folder() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = own.ancestors().map(|folder| folder.join("public/data"));
    let mut folders = folders.filter(|folder| folder.is_dir());
    folders.next().unwrap_or_default()
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The other sources in the order of the dataset, each with the beginning of its ids and the number of its measures.
pub const OTHERS: [(&str, &str, usize); 4] = [
    ("com-2016-602", "com-3.", 5),
    ("10944-18", "europol-", 10),
    ("15070-19", "interpol-", 10),
    ("5754-20", "smuggling-", 3),
];

/// Every file of a folder of one source, by name.
fn files(list: &str, source: &str) -> Vec<Value> {
    let folder = folder().join(list).join(source);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path())
        .collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// The file of one measure of part II.
pub fn measure_file(id: &str) -> Value {
    read(&folder().join("measures/5618-20").join(id).with_extension("json"))
}

/// The whole dataset as JSON.
pub fn json() -> &'static Value {
    static JSON: OnceLock<Value> = OnceLock::new();
    JSON.get_or_init(|| {
        let mut whole = read(&folder().join("edition.json"));
        for list in [
            "words",
            "sources",
            "priorities",
            "presidencies",
            "bodies",
            "documents",
            "glossary",
        ] {
            whole[list] = read(&folder().join(list).with_extension("json"));
        }
        for document in whole["documents"].as_array_mut().expect("a list") {
            let kind = document["kind"]
                .as_str()
                .and_then(DocumentKind::from_key)
                .expect("a kind");
            let is_public = !document["marking"].as_str().unwrap_or_default().contains("RESTREINT");
            let number = document["number"].as_str().filter(|_| is_public);
            document["url"] = number.and_then(|number| register::url(kind, number)).into();
        }
        let others = OTHERS.iter().flat_map(|(source, prefix, count)| {
            (1..=*count).map(move |number| {
                let name = format!("measures/{source}/{prefix}{number}.json");
                read(&folder().join(name))
            })
        });
        whole["measures"] = MEASURES.iter().map(|id| measure_file(id)).chain(others).collect();
        whole["reports"] = files("reports", "5618-20").into();
        for (list, prefix) in [("measures", ""), ("reports", "report-")] {
            for record in whole[list].as_array_mut().expect("a list") {
                let name = format!("{prefix}{}.json", record["id"].as_str().expect("an id"));
                let file = folder().with_file_name("since").join(name);
                if file.exists() {
                    record["since"] = read(&file);
                }
            }
        }
        whole["afterwards"] = read(&folder().with_file_name("since").join("afterwards.json"));
        whole
    })
}

/// Of a dataset without some of its measures or sections, takes away what later facts say of these, that nothing was found of them, and
/// what a body is where only they say so.
#[allow(
    dead_code,
    reason = "not every test binary that shares this module makes a dataset smaller"
)]
pub fn keep_own_later_facts(whole: &mut Value) {
    let ids = |list: &str| -> Vec<Value> {
        let records = whole[list].as_array().into_iter().flatten();
        records.map(|record| record["id"].clone()).collect()
    };
    let (measures, reports) = (ids("measures"), ids("reports"));
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|list| whole[list].as_array().into_iter().flatten());
    let promised = homes.flat_map(|home| home["follow_up"].as_array().into_iter().flatten());
    let promised: Vec<Value> = promised.map(|commitment| commitment["id"].clone()).collect();
    let retain = |list: Option<&mut Value>, keeps: &dyn Fn(&Value) -> bool| {
        if let Some(list) = list.and_then(Value::as_array_mut) {
            list.retain(keeps);
        }
    };
    let is_kept = |record: &Value| promised.contains(&record["commitment"]);
    for list in ["measures", "reports"] {
        let homes = whole[list].as_array_mut().into_iter().flatten();
        for fact in homes.filter_map(|home| home.get_mut("since")?.as_array_mut()).flatten() {
            retain(fact.get_mut("measures"), &|id| measures.contains(id));
            retain(fact.get_mut("reports"), &|id| reports.contains(id));
            retain(fact.get_mut("about"), &is_kept);
            retain(fact.pointer_mut("/new_due/commitments"), &|id| promised.contains(id));
        }
    }
    retain(whole.pointer_mut("/afterwards/nothing_found"), &is_kept);
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|list| whole[list].as_array().into_iter().flatten());
    let lines = homes.flat_map(|home| ["state_of_play", "follow_up", "since"].map(|list| home[list].as_array()));
    let lines: Vec<Value> = lines.flatten().flatten().map(|line| line["id"].clone()).collect();
    for body in whole["bodies"].as_array_mut().into_iter().flatten() {
        keep_what_is_said(body, &|id| lines.contains(id));
    }
}

/// Takes away which lines say what a body is, but for those that are kept; and what it is, if none of them is.
pub fn keep_what_is_said(body: &mut Value, is_kept: &dyn Fn(&Value) -> bool) {
    let mut says = false;
    for list in ["about_lines", "about_later"] {
        if let Some(lines) = body.get_mut(list).and_then(Value::as_array_mut) {
            lines.retain(is_kept);
            says |= !lines.is_empty();
        }
    }
    if let Some(body) = body.as_object_mut().filter(|_| !says) {
        body.remove("about");
    }
}

/// The whole dataset, checked.
#[allow(
    dead_code,
    reason = "not every test binary that shares this module needs the checked form"
)]
pub fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| match dataset::parse(json().to_string().as_bytes()) {
        Ok(dataset) => dataset,
        Err(error) => panic!("{error}"),
    })
}
