//! Datasette (`PyPI`, in `tests/python.txt`) in front of the database answers what the page works out. Where it is not installed,
//! the test says so and passes.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use iss_followup::dataset::{self, Dataset};
use iss_followup::domain::id::BodyId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::OutcomeState;
use iss_followup::query::{self, Facet, Index, Query, Unit};
use publish::metadata::metadata;
use publish::table::tables;
use serde_json::Value;

use crate::published_files::Published;
use crate::shipped;

/// Datasette on a port of its own; stopped when dropped.
struct Datasette {
    process: Child,
    address: String,
}

impl Datasette {
    /// Starts it; none where it is not installed.
    fn start(published: &Published) -> Option<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let Some(program) = env::split_paths(&path)
            .map(|folder| folder.join("datasette"))
            .find(|file| file.is_file())
        else {
            println!("skipped: datasette is not installed, so nothing was asked of it");
            return None;
        };
        let mut process = Command::new(program)
            .arg("serve")
            .arg(published.file())
            .arg("--metadata")
            .arg(published.metadata())
            .args(["--host", "127.0.0.1", "--port", "0"])
            // A busy machine is no fault.
            .args([
                "--setting",
                "sql_time_limit_ms",
                "60000",
                "--setting",
                "facet_time_limit_ms",
                "60000",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("datasette can be started");
        let said = process.stderr.take().expect("what it says");
        let mut started = Self {
            process,
            address: String::new(),
        };
        let mut lines = BufReader::new(said).lines().map(|line| line.expect("a line"));
        let mut before = Vec::new();
        let address = lines.find_map(|line| {
            let address = line
                .split_once("running on http://")
                .map(|(_, rest)| rest.split_whitespace().next().unwrap_or_default().to_owned());
            before.push(line);
            address
        });
        started.address = address.unwrap_or_else(|| panic!("it did not start: {before:?}"));
        // It would wait for a reader of what it says.
        std::thread::spawn(move || lines.for_each(drop));
        Some(started)
    }

    /// What stands at an address below it.
    #[track_caller]
    fn get(&self, path: &str) -> Value {
        let mut connection = TcpStream::connect(&self.address).expect("it listens");
        let request = format!("GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address);
        connection.write_all(request.as_bytes()).expect("it takes a request");
        // An older version of HTTP, so that the answer comes in one piece.
        let mut answer = String::new();
        connection.read_to_string(&mut answer).expect("a text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        assert!(head.split_whitespace().nth(1) == Some("200"), "{path}: {answer}");
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{path}: {error}: {body}"))
    }
}

impl Drop for Datasette {
    fn drop(&mut self) {
        // It is gone already, or will be.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The texts of a field in a list of records.
fn texts(records: &Value, field: &str) -> Vec<String> {
    let records = records.as_array().into_iter().flatten();
    records
        .map(|record| record[field].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn ids(places: &[usize], dataset: &Dataset) -> Vec<String> {
    places
        .iter()
        .map(|place| dataset.measures[*place].id.to_string())
        .collect()
}

/// The counts beside a table are those beside the page's.
#[track_caller]
fn check_facet(told: &Value, column: &str, facet: Facet, index: &Index<'_>) {
    let results = told["facet_results"][column]["results"].as_array().expect("counts");
    let counted = query::facets(facet, &Query::default(), Unit::Measures, index);
    let count_of = |value: &str| {
        let mut values = counted.values.iter();
        values.find(|one| one.key.as_str() == value).map(|one| one.count)
    };
    assert!(!results.is_empty(), "{column}");
    for result in results {
        let value = result["value"].as_str().expect("a value");
        assert_eq!(
            result["count"],
            count_of(value).expect("a value of the page"),
            "{column} {value}"
        );
    }
}

#[test]
fn ten_thousand_measures_are_counted_and_found_as_in_the_page() {
    let json = bench::generate::dataset(10_000, 1).expect("a dataset");
    let published = Published::of(&json);
    let Some(datasette) = Datasette::start(&published) else {
        return;
    };
    let dataset = dataset::parse(json.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let index = Index::new(&dataset);
    let told = datasette.get("/followup/measures.json?_size=1");
    check_facet(&told, "status", Facet::Status, &index);
    check_facet(&told, "priority", Facet::Priority, &index);
    check_facet(&told, "working_parties", Facet::WorkingParty, &index);

    let status = dataset.measures[0].status.key();
    let expected = query::run(&Query::default().narrowed(Facet::Status, status), &index);
    let page = datasette.get(&format!(
        "/followup/measures.json?status={status}&_size=1000&_shape=objects"
    ));
    assert_eq!(page["filtered_table_rows_count"], expected.len());
    assert_eq!(texts(&page["rows"], "id"), ids(&expected[..1000], &dataset));
    let next = page["next"].as_str().expect("a second page");
    let page = datasette.get(&format!(
        "/followup/measures.json?status={status}&_size=100&_shape=objects&_next={next}"
    ));
    assert_eq!(texts(&page["rows"], "id"), ids(&expected[1000..1100], &dataset));

    let typed = Query {
        text: bench::generate::TYPED.to_owned(),
        ..Query::default()
    };
    let expected = query::run(&typed, &index);
    let found = datasette.get(&format!(
        "/followup/measures_with_words.json?words={}&_shape=objects",
        typed.text
    ));
    assert_eq!(texts(&found["rows"], "id"), ids(&expected[..1000], &dataset));

    let past_due = Query::everywhere(Facet::Outcome, OutcomeState::PastDue.key());
    let past_due = past_due.with_day("2019-06-30".parse().expect("a day"), &dataset);
    let expected = query::commitments(&past_due, &index).len();
    let found = datasette.get("/followup/commitments_on_a_day.json?day=2019-06-30&state=overdue&_shape=array");
    assert_eq!(found.as_array().map(Vec::len), Some(expected.min(1000)));
}

#[test]
fn the_record_is_told_and_found() {
    let json = shipped::json().to_string();
    let published = Published::of(&json);
    let Some(datasette) = Datasette::start(&published) else {
        return;
    };
    let dataset = shipped::dataset();
    for measure in dataset.measures.iter().take(3) {
        let told = &datasette.get(&format!("/followup/measures/{}.json?_shape=array", measure.id))[0];
        let bodies: Vec<&str> = measure.bodies.iter().map(BodyId::as_str).collect();
        assert_eq!(told["title"], measure.title);
        assert_eq!(told["status"], measure.status.key());
        assert_eq!(told["bodies"], serde_json::json!(bodies).to_string());
    }
    // A search box of a table looks for whole words in it.
    let found = datasette.get("/followup/measures.json?_search=interoperability&_shape=objects");
    let found = texts(&found["rows"], "id");
    let has_it = |id: &str| {
        let measure = dataset.measures.iter().find(|measure| measure.id.as_str() == id);
        let measure = measure.expect("a measure");
        let texts = [&measure.title, &measure.summary, &measure.status_reason]
            .into_iter()
            .chain(&measure.note);
        texts
            .map(|text| text.to_lowercase())
            .any(|text| text.contains("interoperability"))
    };
    assert!(!found.is_empty() && found.iter().all(|id| has_it(id)), "{found:?}");
    let all = dataset
        .measures
        .iter()
        .filter(|measure| has_it(measure.id.as_str()))
        .count();
    assert_eq!(found.len(), all);

    let mut told = datasette.get("/-/metadata.json");
    for query in told["databases"]["followup"]["queries"]
        .as_object_mut()
        .expect("queries")
        .values_mut()
    {
        // It tells each query its own name.
        query.as_object_mut().expect("a query").remove("name");
    }
    assert_eq!(
        told,
        metadata("followup", &tables(), &published.open()).expect("the metadata"),
        "the YAML says something else"
    );
    for (name, table) in told["databases"]["followup"]["tables"].as_object().expect("tables") {
        // Each can be shown with all that stands beside it.
        let shown = datasette.get(&format!("/followup/{name}.json?_size=2&_labels=on"));
        let told = table["columns"].as_object().into_iter().flatten();
        let columns = shown["columns"].as_array().expect("columns");
        assert!(
            told.into_iter()
                .all(|(column, _)| columns.contains(&Value::from(column.as_str()))),
            "{name}: {columns:?}"
        );
        for facet in table["facets"].as_array().into_iter().flatten() {
            let column = facet.as_str().or_else(|| facet["array"].as_str()).expect("a column");
            assert!(shown["facet_results"][column]["results"].is_array(), "{name}: {column}");
        }
    }
}
