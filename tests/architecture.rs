//! The layout that ARCHITECTURE.md draws, held against the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::rust_literals::{literals, reads_as_words};

/// Each module and the modules it may use, in reading order.
const ARROWS: [(&str, &[&str]); 16] = [
    ("words", &[]),
    ("domain", &["words"]),
    ("dataset", &["words", "domain"]),
    ("sheet", &["words", "domain", "dataset"]),
    ("compare", &["words", "domain", "sheet"]),
    ("index", &["words", "domain", "dataset"]),
    ("query", &["words", "domain", "dataset", "sheet", "compare", "index"]),
    (
        "route",
        &["words", "domain", "dataset", "sheet", "compare", "index", "query"],
    ),
    ("timeline", &["words", "domain"]),
    ("chart", &["words", "domain", "dataset", "query", "timeline"]),
    (
        "view",
        &[
            "words", "domain", "dataset", "sheet", "compare", "query", "route", "timeline", "chart",
        ],
    ),
    (
        "render",
        &[
            "words", "domain", "dataset", "sheet", "compare", "query", "route", "timeline", "chart", "view",
        ],
    ),
    (
        "record",
        &[
            "words", "domain", "dataset", "query", "route", "chart", "view", "render",
        ],
    ),
    ("parts", &["words", "domain", "dataset", "query", "record"]),
    ("browser", &[]),
    (
        "app",
        &[
            "words", "domain", "dataset", "sheet", "compare", "query", "route", "timeline", "chart", "view", "render",
            "record", "parts", "browser",
        ],
    ),
];

/// What a module must not know, as words that would stand in its code.
const FORBIDDEN: [(&str, &[&str]); 15] = [
    (
        "domain",
        &[
            "serde",
            "leptos",
            "web_sys",
            "js_sys",
            "gloo",
            "Zoned",
            "Timestamp::now",
        ],
    ),
    ("dataset", &["leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"]),
    ("sheet", &["leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"]),
    (
        "compare",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "index",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "query",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "route",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "timeline",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "view",
        &["serde", "maud", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "render/html",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    ("render", &["leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"]),
    ("record", &["leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"]),
    ("parts", &["leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"]),
    (
        "chart",
        &["serde", "leptos", "web_sys", "js_sys", "gloo", "Timestamp::now"],
    ),
    (
        "app",
        &["web_sys::window", "gloo", "js_sys", "local_storage", "navigator"],
    ),
];

/// The longest a file may be, in lines: past that, look for the second idea in it.
const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `folder`, with its text.
fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            files.push((path, text));
        }
    }
    files
}

fn module_files(module: &str) -> Vec<(PathBuf, String)> {
    rust_files(&root().join("src").join(module))
}

/// The modules that a file uses, from every `crate::…` in it.
fn used_modules(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let module = |rest: &str| {
        rest.chars()
            .take_while(|character| character.is_alphanumeric() || *character == '_')
            .collect()
    };
    code.match_indices("crate::")
        .map(|(place, found)| module(&code[place + found.len()..]))
        .collect()
}

#[test]
fn a_module_uses_only_what_stands_above_it() {
    for (module, allowed) in ARROWS {
        let files = module_files(module);
        assert!(!files.is_empty(), "{module} has no files");
        for (path, text) in files {
            for used in used_modules(&text) {
                let fits = used == module || allowed.contains(&used.as_str());
                assert!(fits, "{} uses `{used}`, which {module} may not", path.display());
            }
        }
    }
}

#[test]
fn a_module_does_not_know_what_it_must_not() {
    for (module, words) in FORBIDDEN {
        for (path, text) in module_files(module) {
            for word in words {
                assert!(!text.contains(word), "{} must not know `{word}`", path.display());
            }
        }
    }
}

/// The code before literals that only look like words for readers.
const FOR_DEVELOPERS: [&str; 4] = [".expect(", "unreachable!(", "reason =", "rel="];

/// The attributes before such literals: styles, and keys of elements.
const ATTRIBUTES: [&str; 3] = ["data-style={", "let style = format!(", "data-key={"];

/// Files that read what others write, and letters.
const PARSERS: [&str; 5] = [
    "domain/act_number.rs",
    "domain/identifier.rs",
    "domain/register.rs",
    "index/letters.rs",
    "query/go_to.rs",
];

/// Literals that only look like words for readers.
const NO_WORDS: [&str; 50] = [
    // A part of document numbers, a message of `serde_json`, and the name of the format.
    " No ",
    " at line ",
    "ISS Follow-up dataset",
    // Fonts and the attributes of SVG.
    "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif",
    "width height",
    "x y width height",
    "x y width height rx",
    "x y font-size",
    "cx cy r",
    // The face and the style of a workbook.
    "Calibri",
    "Normal",
    // Names in the XML of a workbook.
    "External",
    "Id",
    "Relationship",
    "Target",
    "TargetMode",
    "Type",
    // Names of schema.org, and what stands between licences.
    "CreativeWork",
    "DataDownload",
    "Dataset",
    "Organization",
    " OR ",
    // BibTeX has this between names.
    " and ",
    // What browsers call it when a reader closes a dialog.
    "AbortError",
    // Keys, by their DOM names.
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "End",
    "Enter",
    "Escape",
    "Home",
    "PageDown",
    "PageUp",
    // Selectors and classes.
    "#filters input",
    ".facts-in-view > [data-announced]",
    ":root:not([data-expansions]) .acronym:is(:hover, :focus)",
    ".presidency-picker > ul",
    ".tabs a",
    ".tabs ul",
    ".top-bar, .view-bar, .view-side, .foot, .skip-link",
    "a, button",
    "input:not([type=checkbox], [type=radio]), textarea, select",
    "body > .{class}",
    "head > [data-described]",
    "main :is([data-folds],[data-fold]):not(#filters *)",
    "main h1",
    "main mark",
    "plot is-narrow",
    "views has-sheet",
];

#[test]
fn words_for_readers_stand_in_one_module() {
    let mut found = Vec::new();
    let modules = ARROWS.iter().map(|(module, _)| *module);
    for (path, text) in modules.filter(|module| *module != "words").flat_map(module_files) {
        if PARSERS.iter().any(|file| path.ends_with(file)) {
            continue;
        }
        for literal in literals(&text) {
            let is_other = FOR_DEVELOPERS.iter().any(|code| literal.before.ends_with(code))
                || ATTRIBUTES.iter().any(|code| literal.before.contains(code))
                || NO_WORDS.contains(&literal.text);
            if reads_as_words(literal.text) && !is_other {
                found.push(format!("{}:{}: {}", path.display(), literal.line, literal.text));
            }
        }
    }
    assert!(found.is_empty(), "these belong to src/words:\n{}", found.join("\n"));
}

#[test]
fn every_module_is_listed_in_reading_order() {
    let library = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let declared = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .filter_map(|rest| rest.split(';').next());
    let listed = ARROWS.iter().map(|(module, _)| *module);
    assert_eq!(declared.collect::<Vec<_>>(), listed.collect::<Vec<_>>());
}

#[test]
fn one_module_sorts() {
    for (path, text) in rust_files(&root().join("src")) {
        let sorts = [".sort()", ".sort_by", ".sort_unstable_by"]
            .iter()
            .any(|call| text.contains(call));
        assert!(
            !sorts || path.ends_with("domain/sort.rs"),
            "{} sorts for itself, with 4 kB of code: `domain::sort` does it",
            path.display()
        );
    }
}

#[test]
fn every_module_says_what_it_holds_in_at_most_five_lines() {
    let all = rust_files(&root().join("src"))
        .into_iter()
        .chain(rust_files(&root().join("xtask/src")))
        .chain(rust_files(&root().join("bench/src")));
    for (path, text) in all {
        let lines = text.lines().take_while(|line| line.starts_with("//!")).count();
        assert!(
            (1..=5).contains(&lines),
            "{} begins with {lines} lines of `//!`",
            path.display()
        );
        assert!(
            text.lines().count() <= LONGEST_FILE,
            "{} is longer than {LONGEST_FILE} lines",
            path.display()
        );
    }
}

#[test]
fn what_is_written_names_only_files_that_exist() {
    for page in [
        "ARCHITECTURE.md",
        "docs/page.md",
        "docs/rules.md",
        "docs/scale.md",
        "docs/tests.md",
    ] {
        let text = fs::read_to_string(root().join(page)).expect("a page");
        let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
        let looks_like_path = |word: &&&str| {
            word.contains('/') && !word.contains([' ', ':', '#', '<', '*', '(']) && !word.starts_with("application/")
        };
        let paths: Vec<&&str> = quoted.iter().filter(looks_like_path).collect();
        assert!(3 < paths.len(), "{page} names hardly any files: {paths:?}");
        for path in paths {
            let built = path.starts_with("dist/") || path.starts_with("target/");
            assert!(
                built || root().join(path).exists(),
                "{page} names `{path}`, which does not exist"
            );
        }
    }
}

#[test]
fn the_claim_of_every_native_test_is_written_down() {
    let text = fs::read_to_string(root().join("docs/tests.md")).expect("docs/tests.md");
    let files = fs::read_dir(root().join("tests")).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    let sources = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    for path in sources {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        assert!(
            text.contains(&format!("`tests/{name}`")),
            "{name} is not in docs/tests.md"
        );
    }
}

/// The same sources give the same page only with the same compiler.
#[test]
fn workflows_build_with_the_pinned_compiler() {
    let pinned = fs::read_to_string(root().join("rust-toolchain.toml")).expect("rust-toolchain.toml");
    let channel = pinned.split('"').nth(1).expect("a channel").to_owned();
    let folder = root().join(".github/workflows");
    let files = fs::read_dir(folder)
        .expect("workflows")
        .map(|file| file.expect("a file").path());
    let images: Vec<String> = files
        .flat_map(|file| {
            let text = fs::read_to_string(file).expect("a workflow");
            text.lines().map(str::trim).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|line| line.contains("rust:"))
        .collect();
    assert!(!images.is_empty());
    for image in images {
        assert!(image.contains(&format!("rust:{channel}-")), "{image}");
    }
}

/// What is not reported done is past due; *overdue* is a key of the format, and a word that the search box takes.
#[test]
fn no_sentence_says_overdue() {
    let folder = root().join("src/words/en");
    let files = fs::read_dir(folder)
        .expect("the words")
        .map(|file| file.expect("a file").path());
    let said: Vec<String> = files
        .flat_map(|file| {
            let text = fs::read_to_string(file).expect("words");
            text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        })
        .filter(|line| !line.starts_with("//"))
        .filter(|line| {
            line.split('"')
                .skip(1)
                .step_by(2)
                .any(|text| text.to_lowercase().contains("overdue"))
        })
        .collect();
    let known = [
        "pub const PAST_DUE_IS_ALSO: &str = \"overdue\";",
        "let help = \"write overdue,",
    ];
    assert_eq!(said.len(), known.len(), "{said:#?}");
    assert!(
        known
            .iter()
            .all(|known| said.iter().any(|line| line.starts_with(known))),
        "{said:#?}"
    );
}

/// So long that it is read in one go.
#[test]
fn the_architecture_is_short() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    assert!(text.lines().count() <= 150);
}

#[test]
fn every_module_and_every_dependency_is_written_down() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for (module, _) in ARROWS {
        assert!(
            text.contains(&format!("| `src/{module}/` |")),
            "ARCHITECTURE.md does not list `src/{module}/`"
        );
    }
    for manifest in [
        "Cargo.toml",
        "xtask/Cargo.toml",
        "tests/e2e/Cargo.toml",
        "bench/Cargo.toml",
        "publish/Cargo.toml",
    ] {
        for dependency in dependencies(&fs::read_to_string(root().join(manifest)).expect("a manifest")) {
            assert!(
                text.contains(&format!("`{dependency}`")),
                "ARCHITECTURE.md gives no reason for `{dependency}` of {manifest}"
            );
        }
    }
}

/// The names below every heading that ends in `dependencies]`.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut is_list = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (is_list, line.split_once(" = ")) {
            names.push(name.to_owned());
        }
    }
    names.retain(|name| {
        name.chars()
            .all(|character| character.is_ascii_alphanumeric() || "-_".contains(character))
    });
    names.retain(|name| !["iss-followup", "e2e", "bench"].contains(&name.as_str()));
    names
}
