//! The wording of briefs.

use crate::dataset::{Dataset, Record};
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::sort;
use crate::query::Facet;
use crate::query::brief::{Brief, BriefSection, InOffice, Part};

/// Explains the two grounds.
pub const GROUNDS: &str = "“Named in the text”: the line itself names the Presidency. “By date”: it does not, but its date \
                           falls wholly in the term; a whole year falls in none.";

impl Brief<'_> {
    /// `Croatian Presidency`.
    pub fn title(&self) -> String {
        self.presidency.title()
    }

    /// `1 January 2020 to 30 June 2020`.
    pub fn term_in_words(&self) -> String {
        self.presidency.term_in_words()
    }

    /// `Romania, Finland, Croatia`.
    pub fn trio_in_words(&self) -> String {
        let countries: Vec<&str> = self.trio.iter().map(|term| term.country.as_str()).collect();
        countries.join(", ")
    }

    /// `in office on 3 February 2020`.
    pub fn standing_in_words(&self) -> String {
        let day = in_words(self.as_of);
        match self.in_office {
            InOffice::Ended => format!("ended before {day}"),
            InOffice::Now => format!("in office on {day}"),
            InOffice::ToCome => format!("had not begun on {day}"),
        }
    }

    /// What narrows it: `Information system: SIS or VIS; Owner: Europol`; nothing where nothing does.
    pub fn narrowed_in_words(&self) -> Option<String> {
        let parts = self.narrowed_by.iter();
        let parts: Vec<String> = parts
            .map(|(filter, values)| format!("{filter}: {}", values.join(" or ")))
            .collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// `Council document 5618/20, as reported on 3 February 2020`, which is the one that takes stock, and the other sources, or those of them that a filter names.
    pub fn source_in_words(&self, dataset: &Dataset) -> String {
        let date = in_words(dataset.edition.status_date);
        let leading = format!("Council document {}, as reported on {date}", dataset.edition.id);
        let asked = self
            .narrowed_by
            .iter()
            .find(|(filter, _)| *filter == Facet::Source.label());
        let is_asked = |number: &str| asked.is_none_or(|(_, values)| values.iter().any(|value| value == number));
        let others = dataset.sources.iter().skip(1);
        let others: Vec<&str> = others
            .map(|source| source.number.as_str())
            .filter(|number| is_asked(number))
            .collect();
        match others.split_last() {
            Some((last, [])) => format!("{leading}; {last}"),
            Some((last, others)) => format!("{leading}; {} and {last}", others.join(", ")),
            None => leading,
        }
    }
}

impl BriefSection<'_> {
    /// `Inherited`, or `To be inherited` where the term is to come.
    pub fn heading(&self, brief: &Brief<'_>) -> &'static str {
        match (self.part, brief.in_office) {
            (Part::Inherited, InOffice::ToCome) => "To be inherited",
            (Part::Inherited, _) => "Inherited",
            (Part::Did, _) => "Done",
            (Part::Planned, _) => "Planned",
            (Part::HandedOn, InOffice::Ended) => "Handed on",
            (Part::HandedOn, _) => "To be handed on",
        }
    }

    /// `228 commitments, 16 of them overdue`, `1 fact`, `none`.
    pub fn count_in_words(&self) -> String {
        let lines = self.groups.iter().flat_map(|group| group.lines.iter());
        let facts = lines.filter(|line| matches!(line.record, Record::Event(_)));
        let mut facts: Vec<&LineId> = facts.map(|line| line.record.id()).collect();
        sort::by_key(&mut facts, |id| *id);
        facts.dedup();
        let counted = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let commitments = counted(self.count - facts.len(), "commitment", "commitments");
        let commitments = commitments.map(|commitments| match self.overdue {
            0 => commitments,
            overdue => format!("{commitments}, {overdue} of them overdue"),
        });
        match (counted(facts.len(), "fact", "facts"), commitments) {
            (None, None) => "none".to_owned(),
            (Some(facts), Some(commitments)) => format!("{facts} to come and {commitments}"),
            (facts, commitments) => facts.or(commitments).unwrap_or_default(),
        }
    }

    /// By which rule lines stand in it.
    pub fn rule(&self, brief: &Brief<'_>) -> String {
        let day = in_words(self.day);
        let foreseen = self.is_foreseen(brief).then(|| {
            format!(
                " The record ends on {}: this is how things will stand if nothing more is done than it reports.",
                in_words(brief.record_ends)
            )
        });
        let foreseen = foreseen.unwrap_or_default();
        let stock = self
            .stock
            .map(|source| format!(" {source} takes stock at this handover: what it lists counts as promised by then."));
        let stock = stock.unwrap_or_default();
        match self.part {
            Part::Inherited => format!("Promised by {day}, and open or overdue on that day.{stock}{foreseen}"),
            Part::HandedOn => {
                format!("Promised by {day}, the day after its term, and open or overdue on that day.{stock}{foreseen}")
            }
            Part::Did if brief.in_office == InOffice::ToCome => {
                format!("The term had not begun on {day}.")
            }
            Part::Did => format!("Facts up to {day} that name it or fall wholly in its term."),
            Part::Planned => {
                format!(
                    "Commitments that name it or are due wholly in its term, as they stand on {day}, and facts after that day."
                )
            }
        }
    }

    /// What stands apart: `For 68 more commitments, no source says what came of them.`
    pub fn unknown_in_words(&self) -> Option<String> {
        match self.unknown_count {
            0 => None,
            1 => Some("For 1 more commitment, no source says what came of it.".to_owned()),
            count => Some(format!(
                "For {count} more commitments, no source says what came of them."
            )),
        }
    }
}

fn in_words(day: Day) -> String {
    PartialDate::of_day(day).in_words()
}
