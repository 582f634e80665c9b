//! Handover briefs, alone or side by side: a title block for each, and their sections with groups of lines.

use std::sync::Arc;

use crate::domain::id::PresidencyId;
use crate::domain::keyed::Keyed;
use crate::domain::priority_color::PriorityColor;
use crate::query::{Brief, BriefBy, BriefGroup, BriefSection, FacetKey, Part, Query};
use crate::view::{
    BriefLineView, BriefSummaryView, Context, ListPart, MissingBriefView, Pace, PartFold, PartLink, PartsView,
};
use crate::words::brief_page;
use crate::words::briefs::GROUNDS_EXPLAINED;

/// How many lines of a group are shown at first.
const FIRST: usize = 8;
/// Once a section shows this many lines, its other groups start folded.
const MOST: usize = 160;
/// The same in a long section.
const MOST_OF_LONG: usize = 40;

/// The page of a Presidency, below what can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefPageView {
    /// The briefs; none if there is no Presidency of that name.
    pub briefs: Option<BriefView>,
    /// What is shown instead, then.
    pub missing: Option<MissingBriefView>,
}

/// The brief of one Presidency, or those of two side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefView {
    /// The title block of each.
    pub titles: Vec<BriefTitleView>,
    /// What the grounds mean on which a line belongs to a Presidency, and what else must be known.
    pub key: String,
    /// Section by section, that of each brief.
    pub parts: Vec<(Part, Vec<BriefSectionView>)>,
}

/// Whose brief it is, its term and trio, and how much each section holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefTitleView {
    /// The id of the Presidency.
    pub id: String,
    /// `Croatian Presidency`.
    pub title: String,
    /// Whether another brief is shown beside it, so that each needs its name.
    pub has_neighbour: bool,
    /// Term, trio and source.
    pub properties: [(String, String); 3],
    /// What each section holds.
    pub counts: Vec<BriefCountView>,
    /// What it comes to.
    pub summary: BriefSummaryView,
}

/// How much a section holds, with the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefCountView {
    /// Which section.
    pub part: Part,
    /// How many lines.
    pub count: usize,
    /// `handed on`.
    pub heading: String,
    /// `16 past due`.
    pub past_due: Option<String>,
    /// The name of the section.
    pub section: String,
}

/// One section of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefSectionView {
    /// Its name, which is the id of its heading: `HR-inherited`.
    pub name: String,
    /// Whose it is, if another one is shown beside it.
    pub country: Option<String>,
    /// `Inherited`.
    pub heading: String,
    /// How many lines it has.
    pub count: usize,
    /// `228 commitments, 16 of them past due`.
    pub count_in_words: String,
    /// The rule by which it has its lines.
    pub rule: String,
    /// Whether that is open.
    pub rule_fold: PartFold,
    /// The lines.
    pub groups: BriefGroupsView,
    /// What no source speaks of.
    pub unknown: Option<UnknownView>,
}

/// The lines of a section whose outcome no source reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownView {
    /// How many they are.
    pub count: usize,
    /// The same in a sentence.
    pub words: String,
    /// The lines.
    pub groups: BriefGroupsView,
}

/// The visible groups of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefGroupsView {
    /// Which of them.
    pub list: ListPart,
    /// Those.
    pub groups: Vec<BriefGroupView>,
}

/// The lines of one priority or working party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefGroupView {
    /// The key of its value; empty for lines without one.
    pub key: String,
    /// The colour of its priority, if it is one.
    pub color: Option<PriorityColor>,
    /// Its name.
    pub name: String,
    /// Its name in full, where the name is short for it.
    pub full: Option<String>,
    /// `3 past due`.
    pub past_due: Option<String>,
    /// Which of its lines are shown.
    pub list: ListPart,
    /// Those.
    pub lines: Vec<BriefLineView>,
}

impl BriefPageView {
    /// The ways to its sections.
    pub fn parts(&self) -> PartsView {
        let titles = self.briefs.iter().flat_map(|briefs| &briefs.titles);
        let part = |title: &BriefTitleView| {
            let part = |count: &BriefCountView| {
                let heading = if title.has_neighbour {
                    brief_page::section_of(&title.id, &count.heading)
                } else {
                    count.heading.clone()
                };
                PartLink::new(count.section.as_str(), heading, count.count)
            };
            title.counts.iter().map(part).collect::<Vec<_>>()
        };
        PartsView::of(titles.flat_map(part)).that_folds(true)
    }
}

impl Context<'_> {
    /// The page for the Presidency `named`: its briefs, or a message that there are none.
    pub fn brief_page(&self, named: Option<&PresidencyId>, query: &Query, briefs: &[Arc<Brief<'_>>]) -> BriefPageView {
        let missing = named.filter(|_| briefs.is_empty());
        BriefPageView {
            briefs: (!briefs.is_empty()).then(|| self.briefs(briefs)),
            missing: missing.map(|named| self.missing_brief(named, query)),
        }
    }

    fn briefs(&self, briefs: &[Arc<Brief<'_>>]) -> BriefView {
        let has_neighbour = 1 < briefs.len();
        let several = if briefs.iter().any(|brief| brief.by == BriefBy::WorkingParty) {
            brief_page::SEVERAL
        } else {
            ""
        };
        let compared = if has_neighbour { brief_page::COMPARED } else { "" };
        let own = &self.dataset.vocabulary;
        let titles = briefs.iter().map(|brief| self.brief_title(brief, has_neighbour));
        let sections = |part: &Part| {
            let own = |brief: &Arc<Brief<'_>>| self.brief_section(brief, *part, has_neighbour);
            (*part, briefs.iter().filter_map(own).collect())
        };
        BriefView {
            titles: titles.collect(),
            key: own.say(&format!("{GROUNDS_EXPLAINED}{several}{compared}")),
            parts: Part::ALL.iter().map(sections).collect(),
        }
    }

    fn brief_title(&self, brief: &Brief<'_>, has_neighbour: bool) -> BriefTitleView {
        let count = |section: &BriefSection<'_>| {
            let past_due = || brief_page::past_due(section.past_due);
            BriefCountView {
                part: section.part,
                count: section.count,
                heading: section.heading(brief).to_lowercase(),
                past_due: (0 < section.past_due).then(past_due),
                section: name(brief, section.part),
            }
        };
        let [term_name, trio_name, source_name] = brief_page::PROPERTIES;
        let term = format!("{}, {}", brief.term_in_words(), brief.standing_in_words());
        BriefTitleView {
            id: brief.presidency.id.to_string(),
            title: brief.title(),
            has_neighbour,
            properties: [
                (term_name.to_owned(), term),
                (self.dataset.vocabulary.say(trio_name), brief.trio_in_words()),
                (source_name.to_owned(), brief.source_in_words(self.dataset)),
            ],
            counts: brief.sections.iter().map(count).collect(),
            summary: self.brief_summary(brief),
        }
    }

    fn brief_section(&self, brief: &Brief<'_>, part: Part, has_neighbour: bool) -> Option<BriefSectionView> {
        let section = brief.sections.iter().find(|section| section.part == part)?;
        let name = name(brief, part);
        // Nearly everything that is handed on is inherited or new, and therefore shown above: it starts folded.
        let first = if part == Part::HandedOn { 0 } else { FIRST };
        let heading = section.heading(brief);
        // In the order in which it is read: an acronym is explained where it comes first.
        let groups = self.brief_groups(&section.groups, brief.by, &name, first);
        let unknown = section.unknown_in_words(brief).map(|words| UnknownView {
            count: section.unknown_count,
            words,
            groups: self.brief_groups(&section.unknown, brief.by, &format!("{name}-unknown"), 0),
        });
        Some(BriefSectionView {
            rule_fold: self.closed_fold(format!("{name}-rule")),
            name,
            country: has_neighbour.then(|| brief.presidency.country.clone()),
            heading: if has_neighbour {
                heading.to_lowercase()
            } else {
                heading.to_owned()
            },
            count: section.count,
            count_in_words: section.count_in_words(),
            rule: section.rule(brief),
            groups,
            unknown,
        })
    }

    /// The groups of the list of that name; `first` lines of each are shown at first, unless that is too many.
    fn brief_groups(&self, groups: &[BriefGroup<'_>], by: BriefBy, name: &str, first: usize) -> BriefGroupsView {
        let list = self.list(format!("{name}-groups"), groups.len(), Pace::GROUPS, None);
        let firsts = firsts(groups, first);
        let shown = list.lines.clone();
        let shown = groups[shown.clone()].iter().zip(&firsts[shown]);
        BriefGroupsView {
            groups: shown
                .map(|(group, first)| self.brief_group(group, by, name, *first))
                .collect(),
            list,
        }
    }

    fn brief_group(&self, group: &BriefGroup<'_>, by: BriefBy, section: &str, first: usize) -> BriefGroupView {
        let name = format!("{section}-{}", group.key.as_ref().map_or("none", FacetKey::as_str));
        let list = self.folded_list(name, group.lines.len(), first);
        let lines = group.lines[list.lines.clone()].iter();
        let key = group.key.as_ref().map(ToString::to_string);
        BriefGroupView {
            color: key
                .as_deref()
                .filter(|_| by == BriefBy::Priority)
                .and_then(|key| self.dataset.priority_color(key)),
            key: key.unwrap_or_default(),
            name: group.name.clone(),
            full: group.full.clone(),
            past_due: (0 < group.past_due).then(|| brief_page::past_due(group.past_due)),
            lines: lines.map(|line| self.brief_line(line)).collect(),
            list,
        }
    }
}

fn name(brief: &Brief<'_>, part: Part) -> String {
    format!("{}-{}", brief.presidency.id, part.key())
}

/// How many lines of each group are shown at first.
fn firsts(groups: &[BriefGroup<'_>], first: usize) -> Vec<usize> {
    let lines: usize = groups.iter().map(|group| group.lines.len()).sum();
    let mut room = if Pace::LINES.is_long(lines) { MOST_OF_LONG } else { MOST };
    let firsts = groups.iter().map(|group| {
        let first = if room == 0 { 0 } else { first };
        room = room.saturating_sub(first.min(group.lines.len()));
        first
    });
    firsts.collect()
}
