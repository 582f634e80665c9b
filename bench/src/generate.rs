//! A number of measures and a seed -> a dataset of our own format, the same on every machine.
//!
//! It is as the main source is: its Presidencies and priorities, about five dated facts a measure, and shared lists that
//! grow more slowly than the measures. All measures belong to the leading source, so that a page which knows no sources
//! lists the same.

mod dates;
mod lists;
mod measures;
mod random;
mod texts;

use std::io::{self, Write};

use serde::Serialize;

use measures::Maker;
use random::Random;
use texts::Writer;

/// The real rota.
const PRESIDENCIES: &str = include_str!("../../public/data/presidencies.json");

/// The real priorities.
const PRIORITIES: &str = include_str!("../../public/data/priorities.json");

/// The real names of things.
const WORDS: &str = include_str!("../../public/data/words.json");

/// The id of the one source.
const SOURCE: &str = "generated";

/// What a benchmark types: no text of a generated dataset has a `j` anywhere but at the beginning of a word, so that a page
/// which looks for what is contained in a text finds the same as one that looks for the beginnings of words.
pub const TYPED: &str = "justice";

/// A dataset as text.
///
/// # Errors
/// When there is no memory for it.
pub fn dataset(measures: usize, seed: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes, measures, seed)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// Writes a dataset measure by measure, so that any number of them needs no more memory than one.
///
/// # Errors
/// When it cannot be written.
pub fn write(to: &mut impl Write, measures: usize, seed: u64) -> io::Result<()> {
    let mut random = Random::new(seed);
    let writer = Writer::new();
    let bodies = lists::bodies(measures, &writer, &mut random);
    let documents = lists::documents(measures, &writer, &mut random);
    write!(to, "{{\"schema_version\":2,\"edition\":")?;
    serde_json::to_writer(&mut *to, &edition(measures, seed))?;
    write!(to, ",\n\"words\":{WORDS}")?;
    write!(to, ",\n\"sources\":")?;
    serde_json::to_writer(&mut *to, &[source(measures)])?;
    write!(to, ",\n\"priorities\":{PRIORITIES},\n\"presidencies\":{PRESIDENCIES}")?;
    write!(to, ",\n\"bodies\":")?;
    serde_json::to_writer(&mut *to, &bodies)?;
    write!(to, ",\n\"documents\":")?;
    serde_json::to_writer(&mut *to, &documents)?;
    write!(to, ",\n\"glossary\":[],\n\"measures\":[")?;
    let priorities = priority_ids()?;
    let maker = Maker::new(&writer, &priorities, &bodies, &documents);
    for number in 1..=measures {
        to.write_all(if number == 1 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *to, &maker.measure(number, &mut random))?;
    }
    writeln!(to, "]}}")
}

#[derive(Serialize)]
struct Edition {
    id: String,
    title: String,
    status_date: &'static str,
}

fn edition(measures: usize, seed: u64) -> Edition {
    Edition {
        id: format!("generated {measures}"),
        title: format!("{measures} generated measures of seed {seed}"),
        status_date: "2020-02-03",
    }
}

#[derive(Serialize)]
struct Source {
    id: &'static str,
    number: String,
    title: &'static str,
    date: &'static str,
    issuer: [&'static str; 1],
}

fn source(measures: usize) -> Source {
    Source {
        id: SOURCE,
        number: format!("generated {measures}"),
        title: "Measures that no source reports",
        date: "2020-02-03",
        issuer: ["council"],
    }
}

fn priority_ids() -> io::Result<Vec<String>> {
    let list: Vec<serde_json::Value> = serde_json::from_str(PRIORITIES)?;
    let ids = list.iter().filter_map(|priority| priority["id"].as_str());
    Ok(ids.map(str::to_owned).collect())
}
