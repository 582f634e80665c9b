//! The parts of the page -> one HTML file that asks for nothing else, with a policy that forbids it to.

use std::io::Write as _;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// What is put into `index.html`.
#[derive(Debug)]
pub struct Parts {
    /// The template, with `{{style}}` and the like where the parts belong.
    pub template: String,
    /// The style sheet.
    pub style: String,
    /// The dataset, as JSON.
    pub dataset: String,
    /// The program, as WebAssembly.
    pub program: Vec<u8>,
    /// The script that wasm-bindgen makes to go with the program.
    pub glue: String,
    /// The script that starts the program.
    pub boot: String,
}

/// Puts the parts together.
///
/// # Errors
/// When a script or the style sheet would end its element, or the template names a part that there is not.
pub fn assemble(parts: &Parts) -> Result<String> {
    let style = format!("\n{}", parts.style);
    let glue = format!("\n{}", parts.glue);
    let boot = format!("\n{}", parts.boot);
    for (name, script) in [("glue", &glue), ("boot.js", &boot)] {
        let lower = script.to_lowercase();
        ensure!(
            !lower.contains("</script") && !lower.contains("<!--"),
            "{name} would end its script element"
        );
    }
    ensure!(
        !style.to_lowercase().contains("</style"),
        "the style sheet would end its style element"
    );
    let policy = policy(&style, &[&glue, &boot]);
    let dataset = as_element_text(&parts.dataset);
    let program = packed(&parts.program)?;
    fill(&parts.template, |name| match name {
        "policy" => Some(policy.clone()),
        "style" => Some(style.clone()),
        "dataset" => Some(dataset.clone()),
        "dataset-sha256" => Some(checksum(dataset.as_bytes())),
        "program" => Some(BASE64.encode(&program)),
        "glue" => Some(glue.clone()),
        "boot" => Some(boot.clone()),
        _ => None,
    })
}

/// Bytes as gzip packs them, the same for the same bytes.
///
/// # Errors
/// Never: they are packed in memory.
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// The same JSON in letters that cannot end a script element and that no browser reads as others.
fn as_element_text(json: &str) -> String {
    // `<` can only stand inside a JSON string, where the escape is the same letter; a carriage return only between values.
    json.replace('<', "\\u003c").replace('\r', "\n")
}

/// The SHA-256 of those bytes, as `sha256sum` writes it.
pub fn checksum(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The Content-Security-Policy: these scripts and this style, images from within the page, and nothing else.
fn policy(style: &str, scripts: &[&str]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash_source(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash_source(style)
    )
}

fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// Replaces each `{{name}}` in one pass, so that a part may hold such a thing itself.
fn fill(template: &str, part: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut pieces = template.split("{{");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").context("a `{{` in index.html is not closed")?;
        let Some(text) = part(name) else {
            bail!("index.html asks for `{name}`, which is no part of the page")
        };
        filled.push_str(&text);
        filled.push_str(rest);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn parts() -> Parts {
        Parts {
            template: "<meta content=\"{{policy}}\"><meta name=\"dataset-sha256\" content=\"{{dataset-sha256}}\"><style>{{style}}</style><script>{{glue}}</script><script>{{boot}}</script>\
                       <script type=\"application/json\">{{dataset}}</script><script type=\"text/plain\">{{program}}</script>"
                .to_owned(),
            style: "p { color: red }\n".to_owned(),
            dataset: r#"{"title":"</script><!-- {{boot}}"}"#.to_owned(),
            program: b"\0asm".to_vec(),
            glue: "let glue;\n".to_owned(),
            boot: "start();\n".to_owned(),
        }
    }

    #[test]
    fn the_policy_names_exactly_what_stands_in_the_page() {
        let html = assemble(&parts()).unwrap();
        for (before, after) in [("<style>", "</style>"), ("<script>", "</script>")] {
            for element in html.split(before).skip(1) {
                let text = element.split(after).next().unwrap();
                assert!(html.contains(&hash_source(text)), "no hash of {text:?} in {html}");
            }
        }
    }

    #[test]
    fn the_program_stands_in_the_page_compressed() {
        let parts = parts();
        let html = assemble(&parts).unwrap();
        let inlined = html.split("text/plain\">").nth(1).unwrap();
        let inlined = BASE64.decode(inlined.split("</script>").next().unwrap()).unwrap();
        let mut program = Vec::new();
        flate2::read::GzDecoder::new(inlined.as_slice())
            .read_to_end(&mut program)
            .unwrap();
        assert_eq!(program, parts.program);
        assert_eq!(packed(&parts.program).unwrap(), inlined, "the same bytes every time");
    }

    #[test]
    fn a_dataset_cannot_end_its_element_and_reads_the_same() {
        let parts = parts();
        let html = assemble(&parts).unwrap();
        let inlined = html
            .split("application/json\">")
            .nth(1)
            .unwrap()
            .split("</script>")
            .next()
            .unwrap();
        assert!(!inlined.contains('<'));
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(read(inlined), read(&parts.dataset));
    }

    #[test]
    fn the_checksum_is_that_of_the_dataset_as_it_stands_in_the_page() {
        let mut parts = parts();
        parts.dataset.push_str("\r\n");
        let html = assemble(&parts).unwrap();
        let between = |before: &str, after: &str| {
            let rest = html.split_once(before).unwrap().1;
            rest.split_once(after).unwrap().0
        };
        let inlined = between("application/json\">", "</script>");
        assert_eq!(
            between("dataset-sha256\" content=\"", "\""),
            checksum(inlined.as_bytes())
        );
        assert!(
            !inlined.contains('\r'),
            "a browser would read a line feed, and hash something else"
        );
    }

    #[test]
    fn a_checksum_is_written_as_others_write_it() {
        assert_eq!(
            checksum(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[track_caller]
    fn check_refused(change: impl Fn(&mut Parts), reason: &str) {
        let mut parts = parts();
        change(&mut parts);
        let error = assemble(&parts).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }

    #[test]
    fn what_would_break_the_page_is_refused() {
        check_refused(|parts| parts.boot.push_str("'</SCRIPT>'"), "boot.js");
        check_refused(|parts| parts.glue.push_str("'<!--'"), "glue");
        check_refused(|parts| parts.style.push_str("</style>"), "style sheet");
        check_refused(|parts| parts.template.push_str("{{music}}"), "music");
        check_refused(|parts| parts.template.push_str("{{boot"), "not closed");
    }
}
