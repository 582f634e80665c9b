//! The style sheets: contrast computed from the tokens, and no colour or size where a token should stand.

use std::collections::BTreeSet;
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
    for front in ["accent", "ink", "ink-soft", "alert"] {
        check(front, "accent-soft", 4.5);
    }
    for front in ["accent", "ink"] {
        check(front, "alert-soft", 4.5);
    }
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
        "red", "amber", "violet", "blue", "teal", "green", "olive", "steel", "slate",
    ];
    for back in ["surface", "panel", "band"] {
        for section in sections {
            check(section, back, 3.0);
        }
        check("control-line", back, 3.0);
    }
    for section in sections {
        // The names of lanes are written in the colour of their priority, and counts in their marks upon it.
        check(section, "surface", 4.5);
    }
}

#[test]
fn the_ring_around_what_has_the_focus_can_be_seen_on_everything_it_stands_on() {
    for back in ["surface", "panel", "band", "accent-soft", "alert-soft", "line"] {
        check("accent", back, 3.0);
    }
    // In the heat table it stands inside the cell.
    for back in ["surface", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"] {
        check("ink", back, 3.0);
    }
}

/// A declaration of a style sheet, and whether it stands below `@media (forced-colors: active)`.
struct Declaration {
    property: String,
    value: String,
    is_in_forced_colors: bool,
}

/// The text without its comments and without what stands in quotation marks.
fn without_comments_and_strings(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(place) = rest.find(['/', '"', '\'']) {
        code.push_str(&rest[..place]);
        rest = &rest[place..];
        let (opens, closes) = match &rest[..1] {
            "/" if rest.starts_with("/*") => (2, "*/"),
            "/" => {
                code.push('/');
                rest = &rest[1..];
                continue;
            }
            quote => (1, quote),
        };
        rest = rest[opens..].split_once(closes).expect("an end").1;
    }
    code + rest
}

/// Every declaration; what ends with an opening brace is a selector or a condition, and none.
fn declarations(text: &str) -> Vec<Declaration> {
    let code = without_comments_and_strings(text);
    let mut found = Vec::new();
    let mut conditions: Vec<bool> = Vec::new();
    let mut rest = code.as_str();
    while let Some(place) = rest.find(['{', ';', '}']) {
        let piece = rest[..place].trim();
        let end = &rest[place..=place];
        rest = &rest[place + 1..];
        if end == "{" {
            conditions.push(piece.contains("forced-colors: active"));
            continue;
        }
        if let Some((property, value)) = piece.split_once(':') {
            found.push(Declaration {
                property: property.trim().to_owned(),
                value: value.trim().to_owned(),
                is_in_forced_colors: conditions.contains(&true),
            });
        }
        if end == "}" {
            conditions.pop().expect("an opening brace");
        }
    }
    found
}

const COLOUR_FUNCTIONS: [&str; 13] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color",
    "device-cmyk",
    "contrast-color",
    "light-dark",
];

/// The colours that CSS names. `currentcolor` and `transparent` are none: they take a colour from elsewhere, or no colour.
const NAMED_COLOURS: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue \
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue \
    darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid \
    darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink \
    deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold \
    goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush \
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey \
    lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime \
    limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen \
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin \
    navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise \
    palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue \
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow \
    springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen";

/// The reader's own colours, which only `forced-colors` gives a meaning here.
const SYSTEM_COLOURS: &str = "accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext \
    field fieldtext graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext";

/// Units that measure nothing by themselves: shares of what is there, and angles.
const UNITS_ALLOWED: [&str; 3] = ["%", "fr", "deg"];

/// Properties whose bare numbers place, order or count; anywhere else a bare number is a size, and only 0 may stand.
const NUMBERS_ALLOWED: [&str; 9] = [
    "-webkit-line-clamp",
    "columns",
    "flex",
    "grid-column",
    "grid-row",
    "line-clamp",
    "opacity",
    "order",
    "z-index",
];

/// What stands as a literal in a declaration and belongs in the tokens.
fn literals(declaration: &Declaration) -> Vec<String> {
    let value = declaration.value.to_lowercase();
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || "#%.-_".contains(letter);
    let mut literals = Vec::new();
    let mut rest = value.as_str();
    while let Some(start) = rest.find(is_of_word) {
        let word = rest[start..]
            .split(|letter| !is_of_word(letter))
            .next()
            .unwrap_or_default();
        rest = &rest[start + word.len()..];
        let is_function = rest.starts_with('(');
        let is_named = |list: &str| !is_function && list.split_whitespace().any(|name| name == word);
        let number = word.trim_start_matches('-');
        let is_literal = if number.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') {
            let unit = number.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
            match unit {
                "" => {
                    // The sign of a token: `-1 * var(--thick)`.
                    let is_sign = word == "-1" && rest.starts_with(" * var(");
                    number != "0" && !is_sign && !NUMBERS_ALLOWED.contains(&declaration.property.as_str())
                }
                unit => !UNITS_ALLOWED.contains(&unit),
            }
        } else {
            word.starts_with('#')
                || (is_function && COLOUR_FUNCTIONS.contains(&word))
                || is_named(NAMED_COLOURS)
                || (!declaration.is_in_forced_colors && is_named(SYSTEM_COLOURS))
        };
        if is_literal {
            literals.push(word.to_owned());
        }
    }
    literals
}

/// The style sheets, by name.
fn sheets() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/style");
    let names = fs::read_dir(folder).expect("a folder").map(|entry| {
        let name = entry.expect("an entry").file_name();
        name.to_string_lossy().into_owned()
    });
    names.map(|name| (name.clone(), sheet(&name))).collect()
}

#[test]
fn a_colour_or_size_is_written_in_the_tokens_and_nowhere_else() {
    for (name, text) in sheets().into_iter().filter(|(name, _)| name != "1-tokens.css") {
        for declaration in declarations(&text) {
            let Declaration { property, value, .. } = &declaration;
            let found = literals(&declaration);
            assert!(
                found.is_empty(),
                "{name}: {found:?} without a token in {property}: {value}"
            );
        }
    }
}

#[test]
fn a_literal_is_found_however_it_is_written() {
    let found = |text: &str| -> Vec<String> { declarations(text).iter().flat_map(literals).collect() };
    for (declaration, literal) in [
        ("color: #abc", "#abc"),
        ("color: RED", "red"),
        ("border: var(--hairline) solid rebeccapurple", "rebeccapurple"),
        ("background: linear-gradient(white, var(--ink))", "white"),
        ("color: rgb(0 0 0 / 0%)", "rgb"),
        ("color: oklch(0 0 0)", "oklch"),
        ("color: color-mix(in oklab, lab(0% 0 0), transparent)", "lab"),
        ("color: color(srgb 0 0 0)", "color"),
        ("color: CanvasText", "canvastext"),
        ("width: calc(100% - 2.5rem)", "2.5rem"),
        ("margin: 0 -1px", "-1px"),
        ("height: .5em", ".5em"),
        ("max-height: 70vh", "70vh"),
        ("transition: width 140ms", "140ms"),
        ("line-height: 1.4", "1.4"),
        ("font: var(--text-3) / 1.7 var(--serif)", "1.7"),
        ("stroke-dasharray: 4 0", "4"),
        ("--own: 3px", "3px"),
    ] {
        assert_eq!(
            found(&format!("a:hover {{ {declaration} }}")),
            [literal],
            "{declaration}"
        );
        let nested = format!("@media (max-width: 44rem) {{ a {{ order: 1; {declaration}; }} }}");
        assert_eq!(found(&nested), [literal], "{declaration}");
    }
    for text in [
        "/* 3px, white */ a::before { content: \"red; 3px\"; }",
        "@media (forced-colors: active) { a { background: Canvas; } }",
        "#gold { z-index: 3; flex: 1 1 var(--tan); grid-template-columns: minmax(0, 1fr) auto; }",
        "a { margin: calc(-1 * var(--thick)); transform: translateY(-300%); color: color-mix(in srgb, currentcolor 35%, transparent); }",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_token_that_is_asked_for_is_there_and_one_that_is_there_is_asked_for() {
    // The length of the list of years and the place of the day are set on the table itself.
    let set_elsewhere = ["--years", "--as-of"];
    let sheets = sheets();
    let mut names = BTreeSet::from(set_elsewhere.map(str::to_owned));
    let mut asked_for = BTreeSet::new();
    for declaration in sheets.iter().flat_map(|(_, text)| declarations(text)) {
        for piece in declaration.value.split("var(").skip(1) {
            asked_for.extend(piece.split([',', ')']).next().map(str::to_owned));
        }
        if declaration.property.starts_with("--") {
            names.insert(declaration.property);
        }
    }
    assert_eq!(names, asked_for);
}

/// Silence is no alarm: only what a source says was late, or not done, is coloured as one among outcomes and slips.
#[test]
fn only_what_is_known_to_be_late_or_not_done_is_alarming() {
    let sheets = ["6-views.css", "9-presidency.css", "5-pages.css"].map(sheet);
    let alarming: Vec<&str> = sheets
        .iter()
        .flat_map(|sheet| sheet.split('}'))
        .filter(|rule| rule.contains("var(--alert)") && (rule.contains("outcome") || rule.contains("slip")))
        .collect();
    assert!(!alarming.is_empty());
    for rule in alarming {
        let selector = rule.split_once('{').expect("a rule").0;
        let is_late = selector.contains(r#":is([data-outcome="met-late"], [data-outcome="not-met"])"#);
        assert!(is_late && !selector.contains(":not("), "{selector}");
    }
}
