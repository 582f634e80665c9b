//! No name in the page is one that blockers of advertisements hide.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What the general rules of `EasyList` and of the lists against buttons of networks, notices and annoyances hide, in short: a class or
/// id that is one of these words, begins with it, or has it after a hyphen. They name thousands; each of theirs has such a word.
const HIDDEN: &str = "ad ads adv advert adverts advertisement advertising adsense banner banners bookmarks consent cookie cookies \
    digg disqus facebook fb follow followus gdpr interstitial like linkedin newsletter outbrain pinterest popup popunder promo promoted \
    promotion reddit share shared sharebar sharethis sharing signup skyscraper social socialmedia sponsor sponsored sponsors subscribe \
    taboola teaser tracking tweet twitter whatsapp widget youtube";

/// Beginnings that they hide whatever comes after, without a hyphen.
const BEGINNINGS: [&str; 7] = ["advert", "adsby", "adslot", "addthis", "google", "share", "social"];

fn is_hidden(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(['-', '_']);
    words.any(|word| HIDDEN.split_whitespace().any(|hidden| word == hidden))
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

fn is_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-' || character == '_'
}

/// The names that follow each `sign`, of a class or an id.
fn names_after<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(sign)
        .skip(1)
        .map(|rest| &rest[..rest.find(|one| !is_of_name(one)).unwrap_or(rest.len())])
}

/// The names in a style sheet.
fn in_style(text: &str) -> BTreeSet<String> {
    let names = names_after(text, ".").chain(names_after(text, "#"));
    names
        .filter(|name| name.starts_with(|one: char| one.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}

/// The names in a template of maud: `div.name`, `#name`, `class="one two"`.
fn in_template(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for word in text.split(|one: char| one.is_whitespace() || one == '{') {
        let is_element =
            |word: &str| !word.is_empty() && word.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
        let (element, rest) = word.split_at(word.find(['.', '#']).unwrap_or(word.len()));
        if (element.is_empty() || is_element(element))
            && rest.chars().all(|one| is_of_name(one) || ".#[]".contains(one))
        {
            names.extend(
                rest.split(['.', '#', '[', ']'])
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned),
            );
        }
    }
    for attribute in ["class=\"", "id=\"", "className = \"", ".id = \""] {
        let values = text.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        names.extend(values.flat_map(str::split_whitespace).map(str::to_owned));
    }
    names
}

#[test]
fn no_class_and_no_id_is_one_that_blockers_hide() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut styles, mut templates) = (Vec::new(), vec![root.join("public/head.js"), root.join("index.html")]);
    files(&root.join("public/style"), &mut styles);
    for folder in ["src/render/html", "src/record", "src/app"] {
        files(&root.join(folder), &mut templates);
    }
    let mut all: BTreeSet<String> = styles.iter().flat_map(|path| in_style(&text(path))).collect();
    all.extend(templates.iter().flat_map(|path| in_template(&text(path))));
    for there in [
        "measure-row",
        "top-bar",
        "export-button",
        "opening",
        "record",
        "export",
        "export-section",
    ] {
        assert!(all.contains(there), "{there} is not found in {all:?}");
    }
    let hidden: Vec<&String> = all.iter().filter(|name| is_hidden(name)).collect();
    assert!(hidden.is_empty(), "blockers hide {hidden:?}");
}

#[test]
fn what_blockers_hide_is_told_from_what_they_leave() {
    for name in [
        "share",
        "share-tools",
        "social-links",
        "ad-slot",
        "post_share",
        "top-banner",
        "shareBar",
        "adsbygoogle",
        "Ads",
    ] {
        assert!(is_hidden(name), "{name}");
    }
    for name in [
        "addressee",
        "header",
        "heading",
        "is-read",
        "measure",
        "likely",
        "followed-up",
        "add",
        "export",
    ] {
        assert!(!is_hidden(name), "{name}");
    }
}
