//! The dataset's source files: merged into the one document that the page carries, checked, and described by a schema.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use iss_followup::dataset::{self, DatasetError, Fault};
use iss_followup::domain::document::DocumentKind;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::register;
use serde_json::{Map, Value};

use crate::tools::BadInput;

/// Where the source files stand, from the top of the repository.
const FOLDER: &str = "public/data";

/// Where the later facts stand: a file for each measure and each section of a general report, and [`AFTERWARDS`].
const SINCE: &str = "public/since";

/// How far later facts were looked for, and of what nothing was found.
const AFTERWARDS: &str = "afterwards";

/// Where the schema stands, from the top of the repository.
pub const SCHEMA: &str = "public/dataset.schema.json";

/// The lists that stand in one file each.
const LISTS: [&str; 7] = [
    "words",
    "sources",
    "priorities",
    "presidencies",
    "bodies",
    "documents",
    "glossary",
];

/// The dataset as one document, and the file from which each part came.
struct Merged {
    value: Value,
    /// From the path of a part, such as `measures[31]`, to its file.
    origins: HashMap<String, PathBuf>,
}

/// The bundled dataset as JSON, checked.
///
/// # Errors
/// A file that cannot be read, is not JSON, or holds a fault.
pub fn merged_json(root: &Path) -> Result<String> {
    let merged = merge(root)?;
    let json = serde_json::to_string(&merged.value)?;
    if let Err(error) = dataset::parse(json.as_bytes()) {
        bail!("{}", in_files(&error, &merged.origins));
    }
    Ok(json)
}

/// A dataset in a file that someone named, checked.
///
/// # Errors
/// A file that cannot be read, is not JSON, or holds a fault.
pub fn named_json(file: &Path) -> Result<String> {
    let name = file.display();
    let read = fs::read_to_string(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("there is no file {name}; name a dataset, which is a JSON file"),
        ErrorKind::IsADirectory => format!("{name} is a folder; name a dataset, which is a JSON file"),
        _ => format!("{name} cannot be read ({error}); name a dataset, which is a JSON file in UTF-8"),
    });
    let json = read.map_err(BadInput)?;
    match dataset::parse(json.as_bytes()) {
        Ok(_) => Ok(json),
        Err(error) => bail!(BadInput(format!("{name} is no dataset that fits {SCHEMA}. {error}"))),
    }
}

/// Checks the source files and prints what is wrong with them, or how much is right.
///
/// # Errors
/// Every fault, each with its file, its path, what is wrong and what would be right.
pub fn check(root: &Path) -> Result<()> {
    let merged = merge(root)?;
    match dataset::parse(serde_json::to_string(&merged.value)?.as_bytes()) {
        Ok(dataset) => {
            let facts: usize = dataset.homes().map(|home| dataset.events(home).len()).sum();
            let promises: usize = dataset.homes().map(|home| dataset.commitments(home).len()).sum();
            println!(
                "The dataset is sound: {} measures, {facts} events, {promises} commitments, {} documents, {} bodies.",
                dataset.measures.len(),
                dataset.documents.len(),
                dataset.bodies.len(),
            );
            Ok(())
        }
        Err(error) => bail!("{}", in_files(&error, &merged.origins)),
    }
}

/// Writes the JSON Schema, or, with `only_check`, says whether the one that is kept is up to date.
///
/// # Errors
/// The file cannot be written; or it is not up to date.
pub fn schema(root: &Path, only_check: bool) -> Result<()> {
    let path = root.join(SCHEMA);
    let wanted = dataset::schema();
    if !only_check {
        return fs::write(&path, wanted).with_context(|| format!("{SCHEMA} cannot be written"));
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if kept != wanted {
        bail!("{SCHEMA} is not what the types say; run `cargo xtask schema`");
    }
    Ok(())
}

fn merge(root: &Path) -> Result<Merged> {
    let folder = root.join(FOLDER);
    let mut origins = HashMap::new();
    let Value::Object(mut whole) = read(&folder.join("edition.json"))? else {
        bail!("{FOLDER}/edition.json must hold a record");
    };
    origins.insert("edition".into(), Path::new(FOLDER).join("edition.json"));
    for list in LISTS {
        let file = Path::new(FOLDER).join(list).with_extension("json");
        whole.insert(list.into(), read(&root.join(&file))?);
        origins.insert(list.into(), file);
    }
    if let Some(Value::Array(documents)) = whole.get_mut("documents") {
        documents
            .iter_mut()
            .filter_map(Value::as_object_mut)
            .for_each(add_address);
    }
    let sources = ids(whole.get("sources"));
    let mut later = stems(&root.join(SINCE))?;
    if later.remove(AFTERWARDS) {
        let file = Path::new(SINCE).join(AFTERWARDS).with_extension("json");
        whole.insert(AFTERWARDS.into(), read(&root.join(&file))?);
        origins.insert(AFTERWARDS.into(), file);
    }
    for list in ["measures", "reports"] {
        let mut records = Vec::new();
        for file in files(&folder.join(list), &sources)? {
            origins.insert(
                format!("{list}[{}]", records.len()),
                file.strip_prefix(root)?.to_owned(),
            );
            let mut record = read(&file)?;
            if let Some((file, facts)) = later_facts(root, list, &record, &mut later)? {
                origins.insert(format!("{list}[{}].since", records.len()), file);
                record["since"] = facts;
            }
            records.push(record);
        }
        whole.insert(list.into(), Value::Array(records));
    }
    if let Some(name) = later.first() {
        bail!("{SINCE}/{name}.json: `{name}` is no measure and no section of a general report");
    }
    let mut value = Value::Object(whole);
    leave_out_nothing_said(&mut value);
    Ok(Merged { value, origins })
}

/// The later facts on a measure or section, which is then done with in `names`, and their file.
fn later_facts(
    root: &Path,
    list: &str,
    record: &Value,
    names: &mut BTreeSet<String>,
) -> Result<Option<(PathBuf, Value)>> {
    let id = record["id"].as_str().unwrap_or_default();
    let name = if list == "reports" {
        format!("report-{id}")
    } else {
        id.to_owned()
    };
    if !names.remove(&name) {
        return Ok(None);
    }
    let file = Path::new(SINCE).join(format!("{name}.json"));
    let facts = read(&root.join(&file))?;
    Ok(Some((file, facts)))
}

/// The names of the JSON files in a folder, without their ending; none where there is no folder.
fn stems(folder: &Path) -> Result<BTreeSet<String>> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(BTreeSet::new());
    };
    let mut stems = BTreeSet::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            stems.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    Ok(stems)
}

fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

/// Takes out every field that is null: to the schema a missing one says the same, and the page is a tenth smaller.
fn leave_out_nothing_said(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(leave_out_nothing_said);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nothing_said),
        _ => {}
    }
}

/// Addresses in the registers are never written by hand: the rule for the number gives them.
fn add_address(document: &mut Map<String, Value>) {
    let text = |name: &str| document.get(name).and_then(Value::as_str);
    let hidden = text("marking").is_some_and(|marking| marking.contains("RESTREINT"));
    let kind = text("kind").and_then(DocumentKind::from_key);
    let kind_and_number = kind.zip(text("number")).filter(|_| !hidden);
    let url = kind_and_number.and_then(|(kind, number)| register::url(kind, number));
    document.insert("url".to_owned(), url.into());
}

/// The ids of a list, in its order.
fn ids(list: Option<&Value>) -> Vec<String> {
    let records = list.and_then(Value::as_array).into_iter().flatten();
    records
        .filter_map(|record| record["id"].as_str().map(str::to_owned))
        .collect()
}

/// The files of each source in turn, by number as a reader counts (`9`, `10`, `11`, `11A`, `com-3.1`).
fn files(folder: &Path, sources: &[String]) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for source in sources {
        let Ok(entries) = fs::read_dir(folder.join(source)) else {
            // A source need not have both measures and reports.
            continue;
        };
        let mut files = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<PathBuf>>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        files.sort_by_cached_key(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let number = name.trim_start_matches(|character: char| !character.is_ascii_digit());
            let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
            (digits.parse::<u32>().unwrap_or(u32::MAX), name)
        });
        all.extend(files);
    }
    Ok(all)
}

/// The faults, each under the file in which it is to be mended.
fn in_files(error: &DatasetError, origins: &HashMap<String, PathBuf>) -> String {
    let DatasetError::Records(faults) = error else {
        return error.to_string();
    };
    let line = |fault: &Fault| match origin(&fault.path, origins) {
        Some((file, path)) => format!("{}: {}", file.display(), Fault { path, ..fault.clone() }),
        None => format!("{FOLDER}: {fault}"),
    };
    let lines: Vec<String> = faults.iter().map(line).collect();
    format!("{}\n{} to mend", lines.join("\n"), lines.len())
}

/// The file of a path and the path within it: `measures[31].title` is `title` of that measure's own file.
fn origin<'a>(path: &str, origins: &'a HashMap<String, PathBuf>) -> Option<(&'a Path, String)> {
    let first = path.split('.').next().unwrap_or_default();
    let later = path.find(".since[").map(|end| end + ".since".len());
    if let Some((file, end)) = later.and_then(|end| Some((origins.get(&path[..end])?, end))) {
        return Some((file, path[end..].to_owned()));
    }
    if let Some(file) = origins.get(first) {
        let rest = path[first.len()..].trim_start_matches('.');
        return Some((file, if rest.is_empty() { first.into() } else { rest.into() }));
    }
    let list = path.split(['.', '[']).next().unwrap_or_default();
    origins.get(list).map(|file| (file.as_path(), path.to_owned()))
}
