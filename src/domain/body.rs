//! Everybody and everything a source names as an actor: bodies, countries, systems, programmes.

use crate::domain::id::BodyId;
use crate::domain::keyed::keyed;

keyed! {
    /// What kind of body it is.
    BodyKind, "kind of body" {
        /// An agency of the Union.
        Agency = "agency", "agency";
        /// An institution of the Union, or a committee of one.
        Institution = "institution", "institution";
        /// A Presidency of the Council as an actor.
        Presidency = "presidency", "Presidency";
        /// A committee or working party of the Council.
        WorkingParty = "working-party", "working party";
        /// A service or office within an institution or agency.
        Office = "office", "office";
        /// A network or expert group.
        Network = "network", "network";
        /// A programme, cycle or initiative.
        Programme = "programme", "programme";
        /// An international organisation.
        International = "international", "international organisation";
        /// A Member State, or all of them together.
        MemberState = "member-state", "Member State";
        /// A third country or region.
        Partner = "partner", "partner country or region";
        /// An information system or exchange.
        InformationSystem = "information-system", "information system";
    }
}

/// One body, however the sources spell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its id in links.
    pub id: BodyId,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// The name for a table cell.
    pub short: String,
    /// The full name.
    pub name: String,
    /// Every other spelling that a source prints.
    pub aliases: Vec<String>,
    /// Its official site, where one is known.
    pub url: Option<String>,
}

impl Body {
    /// Every name that it has.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.short, &self.name].into_iter().chain(&self.aliases);
        names.map(String::as_str)
    }
}
