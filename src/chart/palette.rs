//! The colors of the drawing: names on the page, which has a light and a dark theme, and values in a file.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The style sheet that defines all colors.
const TOKENS: &str = include_str!("../../public/style/1-tokens.css");

/// The color of facts without one.
const NO_COLOR: &str = "ink-soft";

/// Where the drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// On the page, whose style sheet gives the colors their values.
    Page,
    /// In a file, in the colors of the light theme.
    File,
}

impl Ink {
    /// The color with that name in the style sheet.
    pub fn token(self, name: &str) -> String {
        match self {
            Self::Page => format!("var(--{name})"),
            Self::File => light(name).unwrap_or_else(|| "currentColor".to_owned()),
        }
    }

    /// The color with that key that a priority has; gray without one.
    pub fn color(self, key: Option<&str>) -> String {
        let known = key.filter(|key| is_plain(key) && light(key).is_some());
        self.token(known.unwrap_or(NO_COLOR))
    }
}

/// Whether a key can be the name of a color.
fn is_plain(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// The value of a color in the light theme.
fn light(name: &str) -> Option<String> {
    // A drawing needs it for every mark.
    static COLORS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let colors = COLORS.get_or_init(|| TOKENS.lines().filter_map(light_color).collect());
    colors.get(name).map(|color| (*color).to_owned())
}

/// The name of a color that a line of the style sheet defines, and its value in the light theme.
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
        assert_eq!(Ink::File.color(Some("red")), "#a8322d");
        assert_eq!(Ink::Page.color(Some("red")), "var(--red)");
    }

    #[test]
    fn what_the_style_does_not_know_is_grey() {
        for key in [None, Some(""), Some("fisheries"), Some("\"><script>"), Some("space-1")] {
            assert_eq!(Ink::Page.color(key), "var(--ink-soft)", "{key:?}");
        }
    }
}
