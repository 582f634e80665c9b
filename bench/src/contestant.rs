//! The pages that are measured, and how those beside ours are put together of the data and a library from npm.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contestant {
    /// The page that this repository builds.
    Ours,
    /// Written by hand for this one purpose, without a framework: what all ratios are to.
    Plain,
    /// Tabulator, a table.
    Tabulator,
    /// AG Grid Community, a table.
    AgGrid,
    /// vis-timeline, a timeline.
    VisTimeline,
}

/// What a page is made of: its parts by the names that stand for them.
type Parts<'a> = Vec<(&'a str, &'a str)>;

impl Contestant {
    /// Every page, in the order of the report.
    pub const ALL: [Contestant; 5] = [
        Contestant::Ours,
        Contestant::Plain,
        Contestant::Tabulator,
        Contestant::AgGrid,
        Contestant::VisTimeline,
    ];

    /// Its name in options, file names and the report.
    pub fn name(self) -> &'static str {
        match self {
            Contestant::Ours => "ours",
            Contestant::Plain => "plain",
            Contestant::Tabulator => "tabulator",
            Contestant::AgGrid => "ag-grid",
            Contestant::VisTimeline => "vis-timeline",
        }
    }

    /// The page of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str) -> Result<Contestant> {
        let found = Contestant::ALL.into_iter().find(|page| page.name() == name);
        let names = Contestant::ALL.map(Contestant::name).join(", ");
        found.with_context(|| format!("the pages are {names}, not `{name}`"))
    }

    /// Whether it lists measures as rows; the others draw their facts.
    pub fn has_rows(self) -> bool {
        self != Contestant::VisTimeline
    }

    /// Whether it draws a timeline.
    pub fn has_timeline(self) -> bool {
        matches!(self, Contestant::Ours | Contestant::Plain | Contestant::VisTimeline)
    }

    /// Where it is opened, beside its file: so that every page lists the same in the same order. Without it, a page shows its
    /// default selection.
    pub fn fragment(self) -> &'static str {
        match self {
            Contestant::Ours => "#/table?group=none",
            Contestant::Plain => "#/table",
            _ => "",
        }
    }

    /// The script and the style sheet of its library, below `node_modules`.
    fn library(self) -> Option<(&'static str, Option<&'static str>)> {
        match self {
            Contestant::Ours | Contestant::Plain => None,
            Contestant::Tabulator => Some((
                "tabulator-tables/dist/js/tabulator.min.js",
                Some("tabulator-tables/dist/css/tabulator.min.css"),
            )),
            // Its style comes with its script.
            Contestant::AgGrid => Some(("ag-grid-community/dist/ag-grid-community.min.noStyle.js", None)),
            Contestant::VisTimeline => Some((
                "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
                Some("vis-timeline/styles/vis-timeline-graph2d.min.css"),
            )),
        }
    }

    /// The page with that dataset in it, as one HTML file. Ours is built elsewhere.
    ///
    /// # Errors
    /// When its library is not installed, or a part would end its element.
    pub fn html(self, dataset: &str, node_modules: &Path) -> Result<String> {
        let read = |name: &str| {
            let file = node_modules.join(name);
            fs::read_to_string(&file).with_context(|| format!("no {}: npm has not installed it", file.display()))
        };
        let (library, style) = match self.library() {
            Some((script, style)) => (read(script)?, style.map(read).transpose()?.unwrap_or_default()),
            None => (String::new(), String::new()),
        };
        let library = without_map(&library);
        let data = dataset.replace('<', "\\u003c");
        let mut parts: Parts = vec![
            ("library-style", &style),
            ("library", library),
            ("facts", include_str!("../pages/facts.js")),
            ("controls", include_str!("../pages/controls.js")),
        ];
        let frame = match self {
            Contestant::Ours => bail!("our page is built by `dist`"),
            Contestant::Plain => {
                parts.push(("style", include_str!("../pages/plain.css")));
                parts.push(("timeline", include_str!("../pages/plain-timeline.js")));
                parts.push(("page", include_str!("../pages/plain.js")));
                include_str!("../pages/plain.html")
            }
            peer => {
                parts.push(("style", include_str!("../pages/peer.css")));
                parts.push(("page", peer.script()));
                include_str!("../pages/peer.html")
            }
        };
        for (name, part) in &parts {
            let lower = part.to_lowercase();
            let would_end = ["</script", "<!--", "</style"].iter().any(|end| lower.contains(end));
            ensure!(!would_end || *name == "library", "{name} would end its element");
        }
        parts.push(("dataset", &data));
        Ok(filled(frame, &parts))
    }

    fn script(self) -> &'static str {
        match self {
            Contestant::Ours | Contestant::Plain => "",
            Contestant::Tabulator => include_str!("../pages/tabulator.js"),
            Contestant::AgGrid => include_str!("../pages/ag-grid.js"),
            Contestant::VisTimeline => include_str!("../pages/vis-timeline.js"),
        }
    }
}

/// A library without the line that names its source map, which nothing here asks for.
fn without_map(script: &str) -> &str {
    script.split("\n//# sourceMappingURL").next().unwrap_or(script)
}

/// A frame with each `{{name}}` replaced, once and from left to right, so that no part is looked at for further names.
fn filled(frame: &str, parts: &[(&str, &str)]) -> String {
    let mut html = String::new();
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let part = parts.iter().find(|(known, _)| *known == name);
        html.push_str(before);
        html.push_str(part.map_or("", |(_, part)| part));
        rest = after;
    }
    html + rest
}

/// Installs the libraries in the versions that the lock file names, if they are not there.
///
/// # Errors
/// When npm is missing or fails.
pub fn install_libraries(folder: &Path) -> Result<()> {
    if are_installed(folder) {
        return Ok(());
    }
    let installed = Command::new("npm")
        .current_dir(folder)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .status();
    let status = installed.context("the peers come from npm, which is not installed; --pages ours,plain needs none")?;
    ensure!(status.success(), "npm could not install the peers ({status})");
    Ok(())
}

/// Whether every library is there in the version that is wanted.
fn are_installed(folder: &Path) -> bool {
    let json = |file: &Path| -> Option<Value> { serde_json::from_str(&fs::read_to_string(file).ok()?).ok() };
    let wanted = json(&folder.join("package.json")).unwrap_or_default();
    let version = |name: &str| json(&folder.join("node_modules").join(name).join("package.json"));
    let libraries = wanted["devDependencies"].as_object();
    libraries.is_some_and(|libraries| {
        let mut libraries = libraries.iter();
        libraries.all(|(name, wanted)| version(name).is_some_and(|installed| installed["version"] == *wanted))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_its_parts_and_no_part_is_looked_into() {
        let page = filled("<a>{{one}}</a>{{two}}", &[("one", "{{two}}"), ("two", "2")]);
        assert_eq!(page, "<a>{{two}}</a>2");
    }

    #[test]
    fn the_plain_page_needs_no_library_and_no_data_ends_its_element() {
        let page = Contestant::Plain
            .html("{\"a\":\"</script>\"}", Path::new("nowhere"))
            .unwrap();
        assert!(page.contains("{\"a\":\"\\u003c/script>\"}") && !page.contains("{{"));
    }

    #[test]
    fn a_library_that_is_not_there_is_said() {
        let error = Contestant::AgGrid.html("{}", Path::new("nowhere")).unwrap_err();
        assert!(error.to_string().contains("npm"), "{error}");
    }

    #[test]
    fn where_nothing_is_installed_nothing_is_taken_for_it() {
        assert!(!are_installed(Path::new("nowhere")));
    }

    #[test]
    fn pages_are_known_by_their_names() {
        for page in Contestant::ALL {
            assert_eq!(Contestant::named(page.name()).unwrap(), page);
        }
        assert!(Contestant::named("excel").is_err());
    }
}
