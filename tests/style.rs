//! The style sheets: contrast computed from the tokens, and no literal where a token should stand.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

fn sheet(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/style").join(name);
    fs::read_to_string(path).expect("a style sheet")
}

/// The light and the dark value of a colour token.
fn colour(name: &str) -> [[f64; 3]; 2] {
    let tokens = sheet("1-tokens.css");
    let start = format!("--{name}: light-dark(");
    let rest = tokens
        .split_once(&start)
        .unwrap_or_else(|| panic!("no token --{name}"))
        .1;
    let values = rest.split_once(')').expect("a closing bracket").0;
    let (light, dark) = values.split_once(", ").expect("two values");
    [light, dark].map(|hex| {
        let channel = |place: usize| u8::from_str_radix(&hex[place..place + 2], 16).expect("a hex colour");
        [1, 3, 5].map(|place| f64::from(channel(place)) / 255.0)
    })
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Contrast ratio, as WCAG 2.2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[track_caller]
fn check(front: &str, back: &str, least: f64) {
    for (theme, (front_colour, back_colour)) in ["light", "dark"]
        .iter()
        .zip(colour(front).into_iter().zip(colour(back)))
    {
        let ratio = contrast(front_colour, back_colour);
        assert!(
            least <= ratio,
            "{front} on {back} is {ratio:.2} in {theme}, and must be at least {least}"
        );
    }
}

#[test]
fn text_is_readable_on_everything_it_stands_on() {
    for back in ["surface", "panel", "band"] {
        for front in ["ink", "ink-soft", "accent", "alert"] {
            check(front, back, 4.5);
        }
    }
    check("ink", "mark", 4.5);
    check("accent", "accent-soft", 4.5);
    check("ink", "alert-soft", 4.5);
    check("ink", "line", 4.5);
    check("on-accent", "accent", 4.5);
    check("surface", "ink", 4.5);
}

#[test]
fn a_number_is_readable_on_every_shade_of_the_heat_table_and_the_shades_go_one_way() {
    let shades = ["heat-1", "heat-2", "heat-3", "heat-4", "heat-5"];
    for shade in shades {
        check("ink", shade, 4.5);
    }
    for theme in 0..2 {
        let ink = colour("ink")[theme];
        let ratios = shades.map(|shade| contrast(ink, colour(shade)[theme]));
        assert!(
            ratios.is_sorted_by(|paler, deeper| 1.12 * deeper < *paler),
            "theme {theme}: {ratios:?}"
        );
    }
}

#[test]
fn marks_and_the_edges_of_controls_can_be_seen() {
    let sections = [
        "terrorism",
        "organised-crime",
        "cybercrime",
        "information-exchange",
        "availability-of-data",
        "money",
        "operational-cooperation",
        "internal-external",
        "borders",
    ];
    for back in ["surface", "panel", "band"] {
        for section in sections {
            check(section, back, 3.0);
        }
        check("control-line", back, 3.0);
    }
}

#[test]
fn a_colour_is_named_in_the_tokens_and_nowhere_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/style");
    let names = fs::read_dir(folder).expect("a folder").map(|entry| {
        let name = entry.expect("an entry").file_name();
        name.to_string_lossy().into_owned()
    });
    for name in names.filter(|name| name != "1-tokens.css") {
        let sheet = sheet(&name);
        for (number, line) in sheet.lines().enumerate() {
            let has_hex = line.match_indices('#').any(|(place, _)| {
                line[place + 1..].chars().take_while(char::is_ascii_hexdigit).count() >= 3 && line.contains(':')
            });
            let has_function = ["rgb(", "hsl(", "light-dark("]
                .iter()
                .any(|function| line.contains(function));
            assert!(
                !has_hex && !has_function,
                "{name}:{}: a colour without a token: {line}",
                number + 1
            );
        }
    }
}
