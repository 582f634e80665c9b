//! The parts of the page -> one HTML file that asks for nothing else, with a policy that forbids it to.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
pub use iss_followup::record::checksum;
use iss_followup::record::{self, DatasetParts, Parts};
use libdeflater::{CompressionLvl, Compressor};
use sha2::{Digest, Sha256};

/// What the page is made of.
#[derive(Debug)]
pub struct Ingredients {
    /// The style sheet.
    pub style: String,
    /// The dataset, as JSON.
    pub dataset: String,
    /// What is made of it.
    pub of_dataset: DatasetParts,
    /// Whether the dataset is packed as tightly as it gets, and not as the page packs it.
    pub is_tight: bool,
    /// The parts beside the page in which the dataset is, as the page names them; nothing where it is in the page.
    pub in_parts: Option<String>,
    /// The program, as WebAssembly.
    pub program: Vec<u8>,
    /// The script that wasm-bindgen makes to go with the program.
    pub glue: String,
    /// The script that runs before anything is painted.
    pub head: String,
    /// The script that starts the program.
    pub boot: String,
}

/// Puts the page together, as small as it gets.
///
/// # Errors
/// When a script or the style sheet would end its element.
pub fn assemble(ingredients: &Ingredients) -> Result<String> {
    assemble_at(CompressionLvl::best(), ingredients)
}

/// Puts the page together without packing it tightly, which would take seconds with a program that is not optimised.
///
/// # Errors
/// When a script or the style sheet would end its element.
pub fn assemble_quickly(ingredients: &Ingredients) -> Result<String> {
    assemble_at(CompressionLvl::fastest(), ingredients)
}

fn assemble_at(level: CompressionLvl, ingredients: &Ingredients) -> Result<String> {
    let element = |text: &str| format!("\n{text}");
    let (style, head) = (element(&ingredients.style), element(&ingredients.head));
    let (glue, boot) = (element(&ingredients.glue), element(&ingredients.boot));
    for (name, script) in [("glue", &glue), ("head.js", &head), ("boot.js", &boot)] {
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
    let of_dataset = &ingredients.of_dataset;
    let policy = policy(&style, &[&head, &glue, &boot]);
    let dataset = if ingredients.in_parts.is_some() {
        String::new()
    } else if ingredients.is_tight {
        BASE64.encode(packed_at(level, ingredients.dataset.as_bytes())?)
    } else {
        of_dataset.packed.clone()
    };
    let parts = Parts {
        policy: &match &ingredients.in_parts {
            Some(_) => format!("{policy}{}", record::requests()),
            None => policy,
        },
        in_parts: ingredients.in_parts.as_deref().unwrap_or_default(),
        head: &head,
        style: &style,
        dataset: &dataset,
        program: &BASE64.encode(packed_at(level, &ingredients.program)?),
        glue: &glue,
        boot: &boot,
        ..of_dataset.parts()
    };
    Ok(record::page(&parts, None))
}

/// Bytes as a gzip file, as small as they get; the same for the same bytes.
///
/// # Errors
/// Never: there is room for the worst case.
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    packed_at(CompressionLvl::best(), bytes)
}

fn packed_at(level: CompressionLvl, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(level);
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut packed)?;
    packed.truncate(length);
    Ok(packed)
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

/// What a policy calls a script or style sheet of exactly that text.
pub fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn ingredients() -> Ingredients {
        const DATASET: &str = r#"{"title":"</script><!-- {{boot}}","measures":[{}]}"#;
        Ingredients {
            style: "p { color: red }\n".to_owned(),
            dataset: DATASET.to_owned(),
            of_dataset: DatasetParts {
                first_screen: "<p>The first screen</p>".to_owned(),
                record: "<h1>The record</h1>".to_owned(),
                checksum: checksum(DATASET.as_bytes()),
                ..DatasetParts::default()
            },
            is_tight: true,
            in_parts: None,
            program: b"\0asm".to_vec(),
            glue: "let glue;\n".to_owned(),
            head: "begin();\n".to_owned(),
            boot: "start();\n".to_owned(),
        }
    }

    #[test]
    fn the_policy_names_exactly_what_stands_in_the_page() {
        let html = assemble(&ingredients()).unwrap();
        for (id, end) in [
            ("head", "</script>"),
            ("glue", "</script>"),
            ("boot", "</script>"),
            ("style", "</style>"),
        ] {
            let rest = html.split_once(&format!("id=\"{id}\">")).unwrap().1;
            let text = rest.split_once(end).unwrap().0;
            assert!(html.contains(&hash_source(text)), "no hash of {text:?} in {html}");
        }
        assert_eq!(html.matches("'sha256-").count(), 4);
    }

    /// What a page saves that shows other data than its own: its scripts, style and program as they stand in its elements, and what the app
    /// makes of the data. Byte for byte what the build makes of them.
    #[test]
    fn a_page_saves_what_the_build_makes_of_the_same_data() {
        const OTHER: &str = include_str!("../../examples/climate-plan.json");
        let of_other = || DatasetParts::new(OTHER, &iss_followup::dataset::parse(OTHER.as_bytes()).unwrap());
        let built = assemble(&Ingredients {
            dataset: OTHER.to_owned(),
            of_dataset: of_other(),
            is_tight: false,
            ..ingredients()
        });
        let page = assemble(&ingredients()).unwrap();
        let between = |begin: &str, end: &str| page.split_once(begin).unwrap().1.split_once(end).unwrap().0;
        let script = |id: &str| between(&format!("id=\"{id}\">"), "</script>");
        let of_dataset = of_other();
        let parts = Parts {
            policy: between("Content-Security-Policy\" content=\"", "\""),
            head: script("head"),
            style: between("id=\"style\">", "</style>"),
            program: script("program"),
            glue: script("glue"),
            boot: script("boot"),
            ..of_dataset.parts()
        };
        assert!(record::page(&parts, None) == built.unwrap());
    }

    /// What stands packed in the element with that id.
    fn unpacked(html: &str, id: &str) -> Vec<u8> {
        let inlined = html.split_once(&format!("id=\"{id}\">")).unwrap().1;
        let inlined = BASE64.decode(inlined.split("</script>").next().unwrap()).unwrap();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(inlined.as_slice())
            .read_to_end(&mut bytes)
            .unwrap();
        assert_eq!(packed(&bytes).unwrap(), inlined, "the same bytes every time");
        bytes
    }

    #[test]
    fn program_and_dataset_stand_in_the_page_compressed() {
        let parts = ingredients();
        let html = assemble(&parts).unwrap();
        assert_eq!(unpacked(&html, "program"), parts.program);
        assert_eq!(unpacked(&html, "dataset"), parts.dataset.as_bytes());
        let checksum = checksum(parts.dataset.as_bytes());
        assert!(html.contains(&format!("dataset-sha256\" content=\"{checksum}\"")));
    }

    #[track_caller]
    fn check_refused(change: impl Fn(&mut Ingredients), reason: &str) {
        let mut parts = ingredients();
        change(&mut parts);
        let error = assemble(&parts).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }

    #[test]
    fn what_would_break_the_page_is_refused() {
        check_refused(|parts| parts.boot.push_str("'</SCRIPT>'"), "boot.js");
        check_refused(|parts| parts.glue.push_str("'<!--'"), "glue");
        check_refused(|parts| parts.style.push_str("</style>"), "style sheet");
        check_refused(|parts| parts.head.push_str("'</script'"), "head.js");
    }
}
