//! A text in pieces: plain, highlighted, an acronym with its expansion, or the way to an information system.

use std::ops::Range;

use crate::domain::register::SUFFIXES;
use crate::domain::sort;
use crate::query::{Hits, Segment, highlight};
use crate::route::{Page, Route};
use crate::view::{Context, Link};
use crate::words::names::ARTICLES;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words, and whether the reader looks for them.
    Words(Segment),
    /// An acronym.
    Acronym {
        /// As it is written.
        text: Vec<Segment>,
        /// What it stands for.
        expansion: Expansion,
    },
    /// The name of an information system, the way to its page.
    System {
        /// As it is written.
        text: Vec<Segment>,
        /// Its page.
        page: Box<Route>,
        /// What it stands for, if it is an acronym.
        expansion: Option<Expansion>,
    },
}

/// What an acronym stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The words.
    pub meaning: String,
    /// Whether the page explains it here for the first time: only there it is a stop of the Tab key and read out.
    pub is_first: bool,
}

impl Run {
    fn segments(&self) -> &[Segment] {
        match self {
            Self::Words(segment) => std::slice::from_ref(segment),
            Self::Acronym { text, .. } | Self::System { text, .. } => text,
        }
    }
}

/// A text as in the record, without the expansions of its acronyms.
pub fn plain(runs: &[Run]) -> String {
    let pieces = runs.iter().flat_map(Run::segments);
    pieces.map(|segment| segment.text.as_str()).collect()
}

/// What stands at a place of a text.
enum Mark {
    /// An acronym, by its place in the glossary.
    Acronym(usize),
    /// An information system, by its place among the bodies, and the acronym that its name is.
    System(usize, Option<usize>),
}

impl Context<'_> {
    /// A text with its acronyms explained, what the reader looks for marked, and ways to the pages of the information systems that
    /// it names, where it names them first. In the record it is without acronyms and ways.
    pub fn text(&self, text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut from = 0;
        let hits = Hits::new(text, self.words);
        let marks = if self.is_record { Vec::new() } else { self.marks(text) };
        for (range, mark) in marks {
            runs.extend(hits.within(from..range.start).into_iter().map(Run::Words));
            from = range.end;
            let text = hits.within(range);
            runs.push(match mark {
                Mark::Acronym(term) => Run::Acronym {
                    text,
                    expansion: self.expansion(term),
                },
                Mark::System(place, term) => Run::System {
                    text,
                    page: Box::new(self.link(Page::Body(self.dataset.bodies[place].id.clone()), "").route),
                    expansion: term.map(|term| self.expansion(term)),
                },
            });
        }
        runs.extend(hits.within(from..text.len()).into_iter().map(Run::Words));
        runs
    }

    /// The systems and the other acronyms in a text, in its order.
    fn marks(&self, text: &str) -> Vec<(Range<usize>, Mark)> {
        let acronyms = self.index.acronyms(text);
        let mut marks: Vec<(Range<usize>, Mark)> = Vec::new();
        let mut named = Vec::new();
        let systems = self.index.systems(text);
        for (range, place) in systems.iter().cloned() {
            let pair = joined_names(text, &range, &systems);
            let (before, after) = (&text[..pair.start], &text[pair.end..]);
            let is_inside = |(other, _): &(Range<usize>, usize)| range.start <= other.start && other.end <= range.end;
            let mut met = acronyms
                .iter()
                .filter(|(other, _)| other.start < range.end && range.start < other.end);
            // `The SIS/VIS Committee`
            let is_pair_in_name = pair != range && begins_with_capital(after.strip_prefix(' '));
            let is_whole =
                met.all(is_inside) && !is_joined(before, after) && !is_in_name(before, after) && !is_pair_in_name;
            if is_whole && self.shown_body.get() != Some(place) && !named.contains(&place) {
                named.push(place);
                let own = acronyms.iter().find(|(other, _)| *other == range);
                marks.push((range, Mark::System(place, own.map(|(_, term)| *term))));
            }
        }
        let systems = marks.len();
        for (range, term) in acronyms {
            let is_named = marks[..systems]
                .iter()
                .any(|(name, _)| name.start <= range.start && range.end <= name.end);
            let (name, after) = (&text[range.clone()], &text[range.end..]);
            if !is_named && !is_suffix(name, after) && !is_in_name(&text[..range.start], after) {
                marks.push((range, Mark::Acronym(term)));
            }
        }
        sort::by_key(&mut marks, |(range, _)| range.start);
        marks
    }

    fn expansion(&self, term: usize) -> Expansion {
        Expansion {
            meaning: self.dataset.glossary[term].meaning.clone(),
            is_first: self.explained.borrow_mut().insert(term),
        }
    }

    /// A text in which what the reader looks for is marked.
    pub fn marked(&self, text: &str) -> Vec<Segment> {
        highlight(text, self.words)
    }
}

/// Leaves out the links that a text has already.
pub(super) fn leave_out_named(links: &mut Vec<Link>, text: &[Run]) {
    let is_there = |link: &Link| {
        let mut runs = text.iter();
        runs.any(|run| matches!(run, Run::System { page, .. } if page.page == link.route.page))
    };
    links.retain(|link| !is_there(link));
}

/// The stretch of names that are joined to that one by slashes: `SIS/VIS`.
fn joined_names(text: &str, name: &Range<usize>, names: &[(Range<usize>, usize)]) -> Range<usize> {
    let (mut from, mut to) = (name.start, name.end);
    let mut ranges = names.iter().map(|(other, _)| other);
    while let Some(other) = ranges
        .clone()
        .find(|other| text[..from].ends_with('/') && other.end + 1 == from)
    {
        from = other.start;
    }
    while let Some(other) = ranges.find(|other| text[to..].starts_with('/') && to + 1 == other.start) {
        to = other.end;
    }
    from..to
}

fn begins_with_capital(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.starts_with(char::is_uppercase))
}

/// Whether a name between these texts is a part of a longer one: `SIS/SIRENE`, `Prüm-like`.
fn is_joined(before: &str, after: &str) -> bool {
    let joins = |end: &str| {
        end.strip_suffix(['/', '-'])
            .is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
    };
    let is_joined_to = |rest: &str| {
        rest.strip_prefix(['/', '-'])
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    };
    joins(before) || is_joined_to(after)
}

/// Whether an acronym and the text after it are the end of a number: `REV 1` of `9845/1/19 REV 1`, `ADD 3` of `8342/18 and ADD 1 to ADD 3`.
fn is_suffix(name: &str, after: &str) -> bool {
    let number = after.strip_prefix(' ');
    SUFFIXES.contains(&name) && number.is_some_and(|number| number.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// Whether an acronym between these texts is a part of a name, of the number of a document, or of what somebody said.
fn is_in_name(before: &str, after: &str) -> bool {
    let is_number = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let ends_number = |text: &str| text.ends_with(|letter: char| letter.is_ascii_digit());
    // `2008/114/EC`
    let closes = || before.strip_suffix('/').is_some_and(ends_number);
    // `Directive (EU) 2017/541`, `Regulation (EC) No 1683/95`
    let is_maker = || {
        let number = after.strip_prefix(')').filter(|_| before.ends_with('('));
        let number = number.and_then(|number| number.strip_prefix(" No ").or_else(|| number.strip_prefix(' ')));
        number.is_some_and(is_number)
    };
    // `COM(2017) 610`, `COM (2018) 637`, `WK 12876/2018`
    let is_series = || {
        let Some(spaced) = after.strip_prefix(' ') else {
            return after.strip_prefix('(').is_some_and(is_number);
        };
        let rest = spaced.trim_start_matches(|letter: char| letter == '(' || letter.is_ascii_digit());
        match spaced.strip_prefix('(') {
            Some(year) => is_number(year) && rest.strip_prefix(") ").is_some_and(is_number),
            None => is_number(spaced) && rest.starts_with('/'),
        }
    };
    // `Civilian CSDP Compact`, but not `The JHA Council`.
    let is_amid = || {
        let word = before
            .strip_suffix(' ')
            .and_then(|before| before.split(' ').next_back());
        let begins_name = |word: &str| {
            begins_with_capital(Some(word)) && word.ends_with(char::is_alphanumeric) && !ARTICLES.contains(&word)
        };
        word.is_some_and(begins_name) && begins_with_capital(after.strip_prefix(' '))
    };
    // `“Stepping up CVE actions”`
    let is_quoted = || before.rfind('“') > before.rfind('”');
    closes() || is_maker() || is_series() || is_amid() || is_quoted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_number_is_not_explained() {
        assert!(is_suffix("REV", " 1.") && is_suffix("ADD", " 3)"));
        assert!(!is_suffix("ADD", " to it") && !is_suffix("SIS", " 2"));
    }

    #[test]
    fn a_name_is_not_explained_in_its_middle() {
        for (before, after) in [
            ("Directive (", ") 2017/541 of"),
            ("Regulation (", ") No 1683/95"),
            ("as in ", "(2017) 610"),
            ("Printed ", " (2018) 637, w"),
            ("Directive 2008/114/", " on"),
            ("The link to ", " 1374/1/2018 REV 1"),
            ("the Civilian ", " Compact"),
            ("during UN ", " Week, at"),
            ("the “Future of the ", " Policing”"),
            ("“One” and “", " mandate”"),
        ] {
            assert!(is_in_name(before, after), "{before}|{after}");
        }
        for (before, after) in [
            ("the ", " 2020"),
            ("the agency (", ") has"),
            ("", "(the agency)"),
            ("the SIS/", " working party"),
            ("confirmed by ", " (13415/19)."),
            ("the EU ", " 2021 methodology"),
            ("The 2020 ", " stands"),
            ("The ", " Council"),
            ("with Europol, ", " Member States"),
            ("of the ", " Compact"),
            ("Eurojust and ", " Member States"),
            ("after “one” the ", " has"),
        ] {
            assert!(!is_in_name(before, after), "{before}|{after}");
        }
    }
}
