//! The colours of the drawing: by name on the page, which knows light and dark, and as they are in a file that stands alone.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The style sheet in which every colour is written once.
const TOKENS: &str = include_str!("../../public/style/1-tokens.css");

/// The colour of what has no colour of its own.
const NO_TONE: &str = "ink-soft";

/// Where the drawing is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// On the page, whose style gives the colours their values.
    Page,
    /// In a file that stands alone, in the colours of the light page.
    File,
}

impl Ink {
    /// The colour with that name among the tokens of the style.
    pub fn token(self, name: &str) -> String {
        match self {
            Self::Page => format!("var(--{name})"),
            Self::File => light(name).unwrap_or_else(|| "currentColor".to_owned()),
        }
    }

    /// The colour of a section; of nothing, and of a section without a colour, a grey.
    pub fn tone(self, key: Option<&str>) -> String {
        let known = key.filter(|key| is_plain(key) && light(key).is_some());
        self.token(known.unwrap_or(NO_TONE))
    }
}

/// Whether a key can stand in a name of the style as it is.
fn is_plain(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// What the style gives that name on a light page.
fn light(name: &str) -> Option<String> {
    // A drawing asks for every mark, and the style is long.
    static COLOURS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let colours = COLOURS.get_or_init(|| TOKENS.lines().filter_map(light_colour).collect());
    colours.get(name).map(|colour| (*colour).to_owned())
}

/// The name of a token that is a colour, and its value on a light page.
fn light_colour(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, rest) = line.trim().strip_prefix("--")?.split_once(": ")?;
    let (value, _) = rest.split_once(';')?;
    let light = value.strip_prefix("light-dark(").and_then(|pair| pair.split_once(','));
    let colour = light.map_or(value, |(light, _)| light);
    colour.starts_with('#').then_some((name, colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_values_and_the_page_the_names() {
        assert_eq!(Ink::File.token("ink"), "#1d1f24");
        assert_eq!(Ink::Page.token("ink"), "var(--ink)");
        assert_eq!(Ink::File.tone(Some("terrorism")), "#a8322d");
        assert_eq!(Ink::Page.tone(Some("terrorism")), "var(--terrorism)");
    }

    #[test]
    fn what_the_style_does_not_know_is_grey() {
        for key in [None, Some(""), Some("fisheries"), Some("\"><script>"), Some("space-1")] {
            assert_eq!(Ink::Page.tone(key), "var(--ink-soft)", "{key:?}");
        }
    }
}
