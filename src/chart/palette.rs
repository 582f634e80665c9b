//! The colors of the drawing: by name on the page, which knows light and dark, and as they are in a file that stands alone.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The style sheet in which every color is written once.
const TOKENS: &str = include_str!("../../public/style/1-tokens.css");

/// The color of what has no color of its own.
const NO_COLOR: &str = "ink-soft";

/// Where the drawing is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// On the page, whose style gives the colors their values.
    Page,
    /// In a file that stands alone, in the colors of the light page.
    File,
}

impl Ink {
    /// The color with that name among the tokens of the style.
    pub fn token(self, name: &str) -> String {
        match self {
            Self::Page => format!("var(--{name})"),
            Self::File => light(name).unwrap_or_else(|| "currentColor".to_owned()),
        }
    }

    /// The color of a section; of nothing, and of a section without a color, a grey.
    pub fn color(self, key: Option<&str>) -> String {
        let known = key.filter(|key| is_plain(key) && light(key).is_some());
        self.token(known.unwrap_or(NO_COLOR))
    }
}

/// Whether a key can stand in a name of the style as it is.
fn is_plain(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// What the style gives that name on a light page.
fn light(name: &str) -> Option<String> {
    // A drawing asks for every mark, and the style is long.
    static COLORS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let colors = COLORS.get_or_init(|| TOKENS.lines().filter_map(light_color).collect());
    colors.get(name).map(|color| (*color).to_owned())
}

/// The name of a token that is a color, and its value on a light page.
fn light_color(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, rest) = line.trim().strip_prefix("--")?.split_once(": ")?;
    let (value, _) = rest.split_once(';')?;
    let light = value.strip_prefix("light-dark(").and_then(|pair| pair.split_once(','));
    let color = light.map_or(value, |(light, _)| light);
    color.starts_with('#').then_some((name, color))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_values_and_the_page_the_names() {
        assert_eq!(Ink::File.token("ink"), "#1d1f24");
        assert_eq!(Ink::Page.token("ink"), "var(--ink)");
        assert_eq!(Ink::File.color(Some("terrorism")), "#a8322d");
        assert_eq!(Ink::Page.color(Some("terrorism")), "var(--terrorism)");
    }

    #[test]
    fn what_the_style_does_not_know_is_grey() {
        for key in [None, Some(""), Some("fisheries"), Some("\"><script>"), Some("space-1")] {
            assert_eq!(Ink::Page.color(key), "var(--ink-soft)", "{key:?}");
        }
    }
}
