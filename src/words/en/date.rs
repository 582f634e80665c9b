//! Dates and periods.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `January` for 1.
fn month_name(month: i8) -> &'static str {
    MONTHS[usize::from(month.unsigned_abs()) - 1]
}

fn short_month(month: i8) -> &'static str {
    &month_name(month)[..3]
}

/// The number of the month that a text names in full or by its first letters, at least three.
pub fn month_named(text: &str) -> Option<i8> {
    let text = text.trim_end_matches('.').to_lowercase();
    let is_meant = |month: &str| 3 <= text.len() && month.to_lowercase().starts_with(&text);
    let place = MONTHS.iter().position(|month| is_meant(month))?;
    i8::try_from(place + 1).ok()
}

fn ordinal(number: i8) -> &'static str {
    ["first", "second", "third", "fourth"][usize::from(number.unsigned_abs()) - 1]
}

/// `first half of 2019`.
pub fn half(half: i8, year: i16) -> String {
    format!("{} half of {year}", ordinal(half))
}

/// `second quarter of 2019`.
pub fn quarter(quarter: i8, year: i16) -> String {
    format!("{} quarter of {year}", ordinal(quarter))
}

/// `October 2019`.
pub fn month(month: i8, year: i16) -> String {
    format!("{} {year}", month_name(month))
}

/// `17 October 2019`.
pub fn day(day: i8, month: i8, year: i16) -> String {
    format!("{day} {} {year}", month_name(month))
}

/// `H1 2019`.
pub fn short_half(half: i8, year: i16) -> String {
    format!("H{half} {year}")
}

/// `Q2 2019`.
pub fn short_quarter(quarter: i8, year: i16) -> String {
    format!("Q{quarter} {year}")
}

/// `Oct 2019`.
pub fn short_month_of(month: i8, year: i16) -> String {
    format!("{} {year}", short_month(month))
}

/// `17 Oct 2019`.
pub fn short_day(day: i8, month: i8, year: i16) -> String {
    format!("{day} {} {year}", short_month(month))
}

/// `17 to 18 September 2019`.
pub fn range(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

/// `Q2 2019 – Q4 2019`, or `17–18 Sep 2019` where both days are in one month.
pub fn short_range(from: &str, to: &str, in_one_month: bool) -> String {
    let dash = if in_one_month { "–" } else { " – " };
    format!("{from}{dash}{to}")
}

/// In a sentence: `March 2018`, but `the first half of 2019`.
pub fn in_sentence(date: &str) -> String {
    let article = if date.starts_with(char::is_lowercase) {
        "the "
    } else {
        ""
    };
    format!("{article}{date}")
}

/// `from March 2018 onwards`.
pub fn since(from: &str) -> String {
    format!("from {} onwards", in_sentence(from))
}

/// `until March 2018`.
pub fn until(to: &str) -> String {
    format!("until {}", in_sentence(to))
}

/// `from March 2018 to the first half of 2019`.
pub fn between(from: &str, to: &str) -> String {
    format!("from {} to {}", in_sentence(from), in_sentence(to))
}

/// `on 17 October 2019`, `in October 2019`.
pub fn within(date: &str, is_day: bool) -> String {
    let preposition = if is_day { "on" } else { "in" };
    format!("{preposition} {}", in_sentence(date))
}
