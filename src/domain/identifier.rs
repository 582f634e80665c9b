//! Identifiers under which others know a body or a document, each with where it was read.

use crate::domain::date::Day;
use crate::domain::keyed::keyed;
use crate::domain::register;
use crate::words::identifiers as words;

keyed! {
    /// Whose identifiers these are.
    Scheme, words::SCHEMES {
        /// The authority tables of the Publications Office of the European Union; an address.
        Authority = "eu-authority";
        /// Wikidata: `Q207203`.
        Wikidata = "wikidata";
        /// The numbers of EUR-Lex: `32019R0817`.
        Celex = "celex";
        /// The European Legislation Identifier; an address.
        Eli = "eli";
        /// A place in the Official Journal: `OJ L 135, 22.5.2019, p. 27`.
        Oj = "oj";
    }
}

/// An identifier that was found beside the name, number or title of what it identifies, in a text of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Whose it is.
    pub scheme: Scheme,
    /// The identifier itself.
    pub value: String,
    /// Where it was read.
    pub seen: String,
    /// The day on which it was.
    pub checked: Day,
}

impl Identifier {
    /// The page to which it leads; none of a place in the Official Journal.
    ///
    /// Wikidata: <https://www.wikidata.org/wiki/Wikidata:Identifiers>.
    pub fn url(&self) -> Option<String> {
        match self.scheme {
            Scheme::Authority | Scheme::Eli => Some(self.value.clone()),
            Scheme::Wikidata => Some(format!("https://www.wikidata.org/wiki/{}", self.value)),
            Scheme::Celex => Some(register::eur_lex(&self.value)),
            Scheme::Oj => None,
        }
    }
}

impl Scheme {
    /// How such an identifier begins.
    pub fn begin(self) -> &'static str {
        match self {
            Self::Authority => "http://publications.europa.eu/resource/authority/",
            Self::Wikidata => "Q",
            Self::Celex => "",
            Self::Eli => "http://data.europa.eu/eli/",
            Self::Oj => "OJ ",
        }
    }

    /// Whether a text has the form of such an identifier.
    pub fn fits(self, value: &str) -> bool {
        let Some(rest) = value.strip_prefix(self.begin()) else {
            return false;
        };
        let all = |fits: fn(u8) -> bool| !rest.is_empty() && rest.bytes().all(fits);
        match self {
            Self::Wikidata => all(|byte| byte.is_ascii_digit()),
            Self::Celex => {
                rest.as_bytes().first().is_some_and(u8::is_ascii_digit)
                    && all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || b"()".contains(&byte))
            }
            Self::Authority | Self::Eli => all(|byte| byte.is_ascii_alphanumeric() || b"/-_.()".contains(&byte)),
            Self::Oj => !rest.trim().is_empty(),
        }
    }
}

/// The identifier of that scheme.
pub fn of(identifiers: &[Identifier], scheme: Scheme) -> Option<&str> {
    let found = identifiers.iter().find(|identifier| identifier.scheme == scheme);
    found.map(|identifier| identifier.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keyed::Keyed;

    #[test]
    fn each_scheme_knows_its_own() {
        let fitting = [
            (
                Scheme::Authority,
                "http://publications.europa.eu/resource/authority/corporate-body/EUROPOL",
            ),
            (Scheme::Wikidata, "Q207203"),
            (Scheme::Celex, "32019R0817"),
            (Scheme::Celex, "22019A0524(02)"),
            (Scheme::Eli, "http://data.europa.eu/eli/reg/2019/817/oj"),
            (Scheme::Oj, "OJ L 135, 22.5.2019, p. 27"),
        ];
        for (scheme, value) in fitting {
            assert!(scheme.fits(value), "{value}");
            for other in Scheme::ALL.iter().filter(|other| **other != scheme) {
                assert!(!other.fits(value), "{value} as {}", other.key());
            }
        }
        for (scheme, value) in [
            (Scheme::Wikidata, "207203"),
            (Scheme::Wikidata, "Q"),
            (Scheme::Celex, "R0817"),
            (Scheme::Celex, "32019R0817 "),
            (Scheme::Eli, "http://data.europa.eu/eli/"),
            (Scheme::Eli, "http://data.europa.eu/eli/reg/2019/817/oj\" onclick="),
            (Scheme::Oj, "OJ "),
        ] {
            assert!(!scheme.fits(value), "{value}");
        }
    }
}
