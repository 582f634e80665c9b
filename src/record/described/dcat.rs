//! The data as a catalogue of the EU's data portals describes them: DCAT-AP, in Turtle.

use std::fmt::Write as _;

use crate::dataset::Dataset;
use crate::record::described::{Described, PublishedFile};
use crate::words::described as words;

const PREFIXES: [(&str, &str); 9] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("lang", "http://publications.europa.eu/resource/authority/language/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("type", "http://publications.europa.eu/resource/authority/file-type/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The record of a dataset whose page and files stand at these addresses; where an address has no scheme, it is read from where the
/// record stands.
pub fn dcat(dataset: &Dataset, page: &str, files: &[PublishedFile]) -> String {
    let described = Described::new(dataset);
    let (first, last) = described.period;
    let language = words::LANGUAGE;
    let tagged = |text: &str| format!("{}@{}", literal(text), language[0]);
    let day = |day| format!("\"{day}\"^^xsd:date");
    let mut text = String::new();
    for (prefix, address) in PREFIXES {
        let _ = writeln!(text, "@prefix {prefix}: <{address}> .");
    }
    let data = files.iter().filter(|file| file.is_data());
    let distributions = data.clone().map(|file| iri(&file.address));
    let page_itself = iri(&format!("{page}#html"));
    let own = iri(&format!("{page}#dataset"));
    let publisher = |editors: &str| format!("[ a foaf:Agent ; foaf:name {} ]", tagged(editors));
    let mut of_dataset = vec![
        ("a", "dcat:Dataset".to_owned()),
        ("dct:title", tagged(&described.title)),
        ("dct:description", tagged(&described.about)),
        ("dct:language", format!("lang:{}", language[1])),
        ("dct:modified", day(last)),
        ("dcat:landingPage", iri(page)),
        (
            "dct:temporal",
            format!(
                "[ a dct:PeriodOfTime ; dcat:startDate {} ; dcat:endDate {} ]",
                day(first),
                day(last)
            ),
        ),
        ("adms:versionNotes", tagged(&dataset.vocabulary.sources())),
    ];
    of_dataset.extend(described.editors.map(|editors| ("dct:publisher", publisher(editors))));
    of_dataset.extend(described.keywords.iter().map(|word| ("dcat:keyword", tagged(word))));
    let sources = described.sources.iter().filter_map(|source| source.url.as_deref());
    of_dataset.extend(sources.map(|address| ("prov:wasDerivedFrom", iri(address))));
    of_dataset.extend(
        distributions
            .chain([page_itself.clone()])
            .map(|one| ("dcat:distribution", one)),
    );
    add(&mut text, &own, &of_dataset);

    let rights = || described.licenses.iter().map(|address| ("dct:license", iri(address)));
    let mut of_page = vec![
        ("a", "dcat:Distribution".to_owned()),
        ("dct:title", tagged(words::PAGE)),
        ("dcat:accessURL", iri(page)),
        ("dct:format", "type:HTML".to_owned()),
        ("dcat:mediaType", media_type("text/html")),
    ];
    of_page.extend(rights());
    add(&mut text, &page_itself, &of_page);
    for file in data {
        let checksum = format!(
            "[ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue \"{}\"^^xsd:hexBinary ]",
            file.checksum
        );
        let mut of_file = vec![
            ("a", "dcat:Distribution".to_owned()),
            ("dct:title", tagged(file.title)),
            ("dcat:accessURL", iri(&file.address)),
            ("dcat:downloadURL", iri(&file.address)),
            ("dct:format", format!("type:{}", file.file_type)),
            ("dcat:mediaType", media_type(file.media_type)),
            ("dcat:byteSize", format!("\"{}\"^^xsd:nonNegativeInteger", file.size)),
            ("spdx:checksum", checksum),
        ];
        of_file.extend(rights());
        add(&mut text, &iri(&file.address), &of_file);
    }
    text
}

/// Adds what is said of one thing.
fn add(text: &mut String, what: &str, says: &[(&str, String)]) {
    let says: Vec<String> = says
        .iter()
        .map(|(property, value)| format!("{property} {value}"))
        .collect();
    let _ = writeln!(text, "\n{what}\n    {} .", says.join(" ;\n    "));
}

fn media_type(name: &str) -> String {
    iri(&format!("https://www.iana.org/assignments/media-types/{name}"))
}

/// An address in Turtle, which escapes what no address may have.
fn iri(address: &str) -> String {
    let mut written = String::from("<");
    for character in address.chars() {
        match character {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                let _ = write!(written, "%{:02X}", u32::from(character));
            }
            _ => written.push(character),
        }
    }
    written + ">"
}

/// A text in Turtle.
fn literal(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            _ => written.push(character),
        }
    }
    written + "\""
}
