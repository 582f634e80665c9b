//! The wording of briefs.

use crate::dataset::{Dataset, Record};
use crate::domain::date::{Day, PartialDate};
use crate::domain::id::LineId;
use crate::domain::sort;
use crate::domain::vocabulary::Wording;
use crate::query::brief::{Brief, BriefSection, InOffice, Part};
use crate::words::{briefs as words, counts, sources};

impl Brief<'_> {
    /// `Croatian Presidency`.
    pub fn title(&self) -> String {
        self.presidency.title.clone()
    }

    /// `1 January 2020 to 30 June 2020`.
    pub fn term_in_words(&self) -> String {
        self.presidency.term_in_words()
    }

    /// `Romania, Finland, Croatia`.
    pub fn trio_in_words(&self) -> String {
        if self.presidency.trio.is_empty() {
            return String::new();
        }
        let countries: Vec<&str> = self.trio.iter().map(|term| term.country.as_str()).collect();
        countries.join(", ")
    }

    /// `in office on 3 February 2020`.
    pub fn standing_in_words(&self) -> String {
        let day = in_words(self.as_of);
        match self.in_office {
            InOffice::Ended => words::ended(&day),
            InOffice::Now => words::in_office(&day),
            InOffice::ToCome => words::to_come(&day),
        }
    }

    /// Its filters: `Information system: SIS or VIS; Owner: Europol`.
    pub fn narrowed_in_words(&self) -> Option<String> {
        let parts = self.narrowed_by.iter();
        let parts: Vec<String> = parts.map(|(filter, values)| words::filter(filter, values)).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// `Council document 5618/20, as reported on 3 February 2020`, and those of the other sources that a filter names, or all.
    pub fn source_in_words(&self, dataset: &Dataset) -> String {
        let date = in_words(dataset.edition.status_date);
        let leading = sources::as_reported(dataset.vocabulary.one(Wording::Edition), &date);
        let others = dataset.sources.iter().skip(1).map(|source| source.number.as_str());
        let others: Vec<&str> = others.filter(|number| self.sources.contains(number)).collect();
        sources::with_others(&leading, &others)
    }
}

impl BriefSection<'_> {
    /// `Inherited`, or `To be inherited` where the term is to come.
    pub fn heading(&self, brief: &Brief<'_>) -> &'static str {
        match (self.part, brief.in_office) {
            (Part::Inherited, in_office) => words::INHERITED[usize::from(in_office != InOffice::ToCome)],
            (Part::Did, _) => words::DONE,
            (Part::Planned, _) => words::PLANNED,
            (Part::HandedOn, in_office) => words::HANDED_ON[usize::from(in_office == InOffice::Ended)],
        }
    }

    /// `228 commitments, 16 of them past due`, `1 fact`, `none`.
    pub fn count_in_words(&self) -> String {
        let lines = self.groups.iter().flat_map(|group| group.lines.iter());
        let facts = lines.filter(|line| matches!(line.record, Record::Event(_)));
        let mut facts: Vec<&LineId> = facts.map(|line| line.record.id()).collect();
        sort::by_key(&mut facts, |id| *id);
        facts.dedup();
        let counted = |count: usize, noun| (0 < count).then(|| counts::count(count, noun));
        let commitments = counted(self.count - facts.len(), counts::COMMITMENT);
        let commitments = commitments.map(|commitments| match self.past_due {
            0 => commitments,
            past_due => words::past_due(&commitments, past_due),
        });
        match (counted(facts.len(), counts::FACT), commitments) {
            (None, None) => words::NONE.to_owned(),
            (Some(facts), Some(commitments)) => words::facts_and_commitments(&facts, &commitments),
            (facts, commitments) => facts.or(commitments).unwrap_or_default(),
        }
    }

    /// The rule by which it is made.
    pub fn rule(&self, brief: &Brief<'_>) -> String {
        let day = in_words(self.day);
        let handover = || {
            let stock = self.stock.map(words::stock);
            let foreseen = self.is_foreseen(brief);
            let foreseen = foreseen.then(|| words::foreseen(&in_words(brief.record_ends)));
            stock.into_iter().chain(foreseen).collect::<String>()
        };
        match self.part {
            Part::Inherited => words::inherited_rule(&day) + &handover(),
            Part::HandedOn => words::handed_on_rule(&day) + &handover(),
            Part::Did if brief.in_office == InOffice::ToCome => words::not_begun(&day),
            Part::Did => words::done_rule(&day),
            Part::Planned => words::planned_rule(&day),
        }
    }

    /// `For 68 more commitments, no source reports the outcome.`
    pub fn unknown_in_words(&self, brief: &Brief<'_>) -> Option<String> {
        (0 < self.unknown_count).then(|| words::unknown(self.unknown_count, self.is_foreseen(brief)))
    }
}

fn in_words(day: Day) -> String {
    PartialDate::of_day(day).in_words()
}
