//! What things are called where the data do not say: by kind of thing, one of them and several.

use super::kinds::BODIES;
use super::measure::ACTORS_BY_KIND;
use super::status::{OUTCOMES, STATUSES};

/// How many things have names and texts of their own, before the statuses, the outcomes and the kinds of bodies.
const THINGS: usize = 19;

/// How many all of them are.
const ALL: usize = THINGS + STATUSES.len() + OUTCOMES.len() + BODIES.len();

/// One of each: the page, its codes, what the search box takes, what it follows, the edition, the sources, what search engines say of the page, what stands
/// below its title, what stands below every page; a period, a group of periods, a report; then texts.
pub const ONE: [&str; ALL] = joined(
    [
        "Follow-up",
        "M",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "period",
        "group",
        "report",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ],
    STATUSES,
    BODIES,
);

/// Several of each, where that is said.
pub const MANY: [&str; ALL] = joined(
    [
        "", "", "", "", "", "", "", "", "", "periods", "groups", "reports", "", "", "", "", "", "", "",
    ],
    [""; STATUSES.len()],
    ACTORS_BY_KIND,
);

const fn joined(
    things: [&'static str; THINGS],
    statuses: [&'static str; STATUSES.len()],
    bodies: [&'static str; BODIES.len()],
) -> [&'static str; ALL] {
    let mut all = [""; ALL];
    let mut place = 0;
    while place < ALL {
        all[place] = match place.checked_sub(THINGS) {
            None => things[place],
            Some(place) if place < STATUSES.len() => statuses[place],
            Some(place) if place < STATUSES.len() + OUTCOMES.len() => OUTCOMES[place - STATUSES.len()],
            Some(place) => bodies[place - STATUSES.len() - OUTCOMES.len()],
        };
        place += 1;
    }
    all
}

/// The sources in a line, for paper and files.
pub fn sources(name: &str, edition: &str) -> String {
    format!("{name} · {edition}")
}

/// What search engines and previews say of the page.
pub fn description(title: &str) -> String {
    format!("{title}: every measure, who is responsible, what has happened, and what was promised next.")
}

/// Below the heading of the page about the page.
pub fn summary(subject: &str, edition: &str) -> String {
    let of = if subject.is_empty() {
        String::new()
    } else {
        format!(" of {subject}")
    };
    format!(
        "Where the measures{of} stand, as reported in {edition}. Where this presentation differs from its sources, the sources prevail."
    )
}

/// Below every page.
pub const DISCLAIMER: &str = "Summaries and status are the editors’ reading; the sources prevail.";
