//! The one HTML file: the template with its parts in their places.
//!
//! The build makes the page with this, and so does the page itself when it saves a copy that opens elsewhere: given the same
//! parts both make the same bytes.

use maud::Escaper;
use std::fmt::Write as _;

use crate::route::{Page, Route};
use crate::words::{about, control, frame, record as words, startup, texts};

/// The page with the names of its parts where they belong.
const TEMPLATE: &str = include_str!("../../index.html");

/// The parts of the template: the text between the tags or of the attribute, unless stated otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts<'a> {
    /// The name of the page.
    pub name: &'a str,
    /// What search engines and previews say of it.
    pub description: &'a str,
    /// What the head says of the data, as [`head`](crate::record::head) writes it.
    pub described: &'a str,
    /// The Content-Security-Policy.
    pub policy: &'a str,
    /// The script that runs before anything is painted.
    pub head: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// The first screen.
    pub first_screen: &'a str,
    /// The readable record.
    pub record: &'a str,
    /// The dataset, packed.
    pub dataset: &'a str,
    /// The SHA-256 of the dataset as it was before it was packed.
    pub checksum: &'a str,
    /// Where it can be cut, as [`Chunks`](crate::dataset::Chunks) are written.
    pub chunks: &'a str,
    /// The files of a dataset in parts, as [`Manifest`](crate::parts::Manifest) is written; empty where the dataset is in the page.
    pub in_parts: &'a str,
    /// The program, packed.
    pub program: &'a str,
    /// The script that binds the program to the browser.
    pub glue: &'a str,
    /// The script that starts the program.
    pub boot: &'a str,
}

/// What a policy says of a page in parts, which fetches them from beside it.
pub fn requests() -> String {
    [";", "connect-src", "'self'"].join(" ")
}

/// The same policy for a page that has everything in it.
pub fn without_requests(policy: &str) -> String {
    policy.replace(&requests(), "")
}

/// Where a copy of the page opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The address, as the fragment without its `#`.
    pub fragment: String,
    /// The address of the same thing in the readable record, which has no selections; none if it has no such thing.
    pub recorded: Option<String>,
    /// The title of what it opens at.
    pub title: String,
}

impl Opening {
    /// A copy that opens there, under that title.
    pub fn at(route: &Route, title: String) -> Self {
        let is_recorded = matches!(
            route.page,
            Page::Measure(_) | Page::Report(_) | Page::Document(_) | Page::Body(_) | Page::Since
        );
        let alone = Route::to(route.page.clone(), route.fact.clone());
        Self {
            fragment: route.to_fragment(),
            recorded: is_recorded.then(|| alone.to_fragment()),
            title,
        }
    }
}

/// The page; where `opening` is given, one that opens there.
pub fn page(parts: &Parts<'_>, opening: Option<&Opening>) -> String {
    let fragment = opening.map(|opening| escaped(&opening.fragment)).unwrap_or_default();
    let title = escaped(opening.map_or(parts.name, |opening| &opening.title));
    let description = escaped(parts.description);
    // Without the app, only this says where the copy was to open.
    let pointer = opening.map(|opening| match &opening.recorded {
        Some(recorded) => format!("<a href=\"#{}\">{title}</a>", escaped(recorded)),
        None => title.clone(),
    });
    let pointer = pointer.map(|what| format!("<p class=\"opens-at\">{}{what}</p>\n", words::SAVED_AT));
    let pointer = pointer.unwrap_or_default();
    fill(TEMPLATE, |name| match name {
        "policy" => Some(parts.policy),
        "title" => Some(&title),
        "description" => Some(&description),
        "without-script" if parts.in_parts.is_empty() => Some(startup::WITHOUT_SCRIPT),
        "without-script" => Some(texts::NO_RECORD),
        "described" => Some(parts.described),
        "opens-at" => Some(&fragment),
        "pointer" => Some(&pointer),
        "head" => Some(parts.head),
        "style" => Some(parts.style),
        "first-screen" => Some(parts.first_screen),
        "record" => Some(parts.record),
        "dataset" => Some(parts.dataset),
        "dataset-sha256" => Some(parts.checksum),
        "dataset-chunks" => Some(parts.chunks),
        "dataset-parts" => Some(parts.in_parts),
        "program" => Some(parts.program),
        "glue" => Some(parts.glue),
        "boot" => Some(parts.boot),
        _ => None,
    })
}

/// A script of the page, with its sentences in their places.
pub fn script(text: &str) -> String {
    fill(text, |name| match name {
        "slow" => Some(startup::SLOW),
        "too-old" => Some(startup::TOO_OLD),
        "no-web-assembly" => Some(startup::NO_WEB_ASSEMBLY),
        "failed" => Some(startup::FAILED),
        "started-again" => Some(startup::STARTED_AGAIN),
        "broken" => Some(startup::BROKEN),
        "errors" => Some(about::ERROR_FIELD),
        "copy-errors" => Some(control::COPIES[1]),
        "refused" => Some(startup::REFUSED),
        "needs-app" => Some(startup::NEEDS_APP),
        "step" => Some(frame::STEP),
        _ => None,
    })
}

/// The same for a page in parts, which has no record to read instead.
pub fn script_in_parts(text: &str) -> String {
    let said = fill(text, |name| match name {
        "slow" => Some(texts::SLOW),
        "too-old" => Some(texts::TOO_OLD),
        "no-web-assembly" => Some(texts::NO_WEB_ASSEMBLY),
        "failed" => Some(texts::FAILED),
        _ => None,
    });
    script(&said)
}

/// A text in which no character ends an attribute or begins a tag.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Writing to a string never fails.
    let _ = Escaper::new(&mut escaped).write_str(text);
    escaped
}

/// Replaces each `{{name}}` in one pass, so that a part may hold such a thing itself; a name that is no part stays.
fn fill<'a>(template: &str, part: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut pieces = template.split("{{");
    let mut filled = pieces.next().unwrap_or_default().replace("\r\n", "\n");
    for piece in pieces {
        let named = piece
            .split_once("}}")
            .and_then(|(name, rest)| Some((part(name)?, rest)));
        let (text, rest) = named.unwrap_or(("{{", piece));
        filled.push_str(text);
        // However the sources were checked out, what is hashed and what is saved have the same line ends.
        filled.push_str(&rest.replace("\r\n", "\n"));
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Parts<'_> = Parts {
        name: "R&D",
        description: "All of \"it\"",
        described: "<meta name=\"citation_title\">\n",
        policy: "default-src 'none'",
        head: "\nbegin();\n",
        style: "\np { margin: 0 }\n",
        first_screen: "<p>The first screen</p>",
        record: "<h1>{{boot}}</h1>",
        dataset: "{}",
        checksum: "abc",
        chunks: "1-2",
        in_parts: "",
        program: "AAAA",
        glue: "\nlet glue;\n",
        boot: "\nstart();\n",
    };

    #[test]
    fn every_place_of_the_template_is_filled_once() {
        let page = page(&PARTS, None);
        assert_eq!(page.matches("{{").count(), 1, "only what the record says itself");
        for part in [
            PARTS.described,
            PARTS.head,
            PARTS.style,
            PARTS.first_screen,
            PARTS.record,
            PARTS.glue,
            PARTS.boot,
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part}");
        }
        assert!(page.contains("<title>R&amp;D</title>"));
        assert!(!page.contains("opens-at\">"));
    }

    #[test]
    fn every_sentence_of_a_script_is_a_string_in_it() {
        for file in [
            include_str!("../../public/head.js"),
            include_str!("../../public/boot.js"),
        ] {
            for script in [script(file), script_in_parts(file)] {
                assert!(!script.contains("{{"));
                assert_eq!(
                    script.matches(['"', '\\', '\n']).count(),
                    file.replace("\r\n", "\n").matches(['"', '\\', '\n']).count()
                );
            }
        }
    }

    #[test]
    fn a_copy_differs_by_address_and_title_alone() {
        let (route, _) = Route::from_fragment("/table?presidency=HR&q=a%20b");
        let opening = Opening::at(&route, "Table: \"a b\" <1>".to_owned());
        let (page, copy) = (page(&PARTS, None), super::page(&PARTS, Some(&opening)));
        assert!(copy.contains("<title>Table: &quot;a b&quot; &lt;1&gt;</title>"));
        assert!(copy.contains("content=\"/table?presidency=HR&amp;q=a%20b\""));
        let is_ours = |line: &&str| !line.contains("opens-at") && !line.contains("<title>");
        let rest = |html: &str| html.lines().filter(is_ours).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(rest(&page), rest(&copy));
    }
}
