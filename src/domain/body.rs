//! Bodies: everything that a source names as an actor, countries, systems and programmes included.

use crate::domain::id::{BodyId, LineId};
use crate::domain::identifier::Identifier;
use crate::domain::keyed::keyed;
use crate::domain::later::LookedFor;
use crate::words::kinds;

keyed! {
    /// What kind of body it is.
    BodyKind, kinds::BODIES {
        /// An agency of the Union.
        Agency = "agency";
        /// An institution of the Union, or a committee of one.
        Institution = "institution";
        /// A Presidency of the Council as an actor.
        Presidency = "presidency";
        /// A committee or working party of the Council.
        WorkingParty = "working-party";
        /// A service or office within an institution or agency.
        Office = "office";
        /// A network or expert group.
        Network = "network";
        /// A programme, project, operation, cycle or initiative.
        Programme = "programme";
        /// An international organisation.
        International = "international";
        /// A Member State, or all of them together.
        MemberState = "member-state";
        /// A third country or region.
        Partner = "partner";
        /// An information system or exchange.
        InformationSystem = "information-system";
    }
}

/// What a body is, as the editors say it after the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// A sentence or two.
    pub text: String,
    /// The facts and commitments that say so.
    pub lines: Vec<LineId>,
    /// The later facts that do.
    pub later: Vec<LineId>,
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
    /// What it is.
    pub about: Option<About>,
    /// Every other spelling that a source prints.
    pub aliases: Vec<String>,
    /// Its official site, where one is known.
    pub url: Option<String>,
    /// Under which others know it.
    pub identifiers: Vec<Identifier>,
    /// What was looked for after the record ends, of an information system of which nothing was found.
    pub looked: Option<LookedFor>,
}

impl Body {
    /// Whether it is an information system.
    pub fn is_system(&self) -> bool {
        self.kind == BodyKind::InformationSystem
    }

    /// All its names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.short, &self.name].into_iter().chain(&self.aliases);
        names.map(String::as_str)
    }
}
