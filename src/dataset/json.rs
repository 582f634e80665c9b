//! A JSON text read directly into the expected types; fails on anything else.
//!
//! The thorough reader then finds out what is wrong. A derived reader would be three times as large.

use std::borrow::Cow;

/// What can be read from a JSON text.
pub(super) trait FromJson<'a>: Sized {
    /// The value that comes next.
    fn from_json(json: &mut Json<'a>) -> Option<Self>;
}

/// A JSON text that is read from the front.
pub(super) struct Json<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Json<'a> {
    /// The one value that the text holds.
    pub(super) fn read<Value: FromJson<'a>>(text: &'a str) -> Option<Value> {
        let mut json = Self { text, place: 0 };
        let value = Value::from_json(&mut json)?;
        json.next().is_none().then_some(value)
    }

    /// The next text; only one with escapes is copied.
    pub(super) fn text(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let bytes = self.text.as_bytes();
        let start = self.place;
        let next_special = |from: usize| {
            let mut rest = bytes.get(from..)?.iter();
            Some(from + rest.position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?)
        };
        let mut end = next_special(start)?;
        let has_escapes = bytes[end] == b'\\';
        while bytes[end] == b'\\' {
            end = next_special(end + 2)?;
        }
        self.place = end + 1;
        match (bytes[end], has_escapes) {
            (b'"', false) => Some(Cow::Borrowed(&self.text[start..end])),
            (b'"', true) => serde_json::from_slice(&bytes[start - 1..=end]).ok(),
            _ => None,
        }
    }

    /// The next record, each of its fields read by `read`.
    pub(super) fn record(&mut self, read: &mut dyn FnMut(&mut Self, &str) -> Option<()>) -> Option<()> {
        self.items([b'{', b'}'], &mut |json| {
            let name = json.text()?;
            json.take(b':')?;
            read(json, &name)
        })
    }

    /// Reads a field, which must not stand twice.
    pub(super) fn field<Value: FromJson<'a>>(&mut self, field: &mut Option<Value>) -> Option<()> {
        let value = Value::from_json(self)?;
        field.replace(value).is_none().then_some(())
    }

    /// The items between two brackets, each read by `read`.
    fn items(&mut self, [open, close]: [u8; 2], read: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        if self.take(close).is_some() {
            return Some(());
        }
        read(self)?;
        while self.take(b',').is_some() {
            read(self)?;
        }
        self.take(close)
    }

    /// Goes past that byte if it comes next.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.place += 1)
    }

    /// Goes past that word if it comes next.
    fn take_word(&mut self, word: &str) -> Option<()> {
        self.next()?;
        self.text[self.place..]
            .starts_with(word)
            .then(|| self.place += word.len())
    }

    /// The next byte after all space.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.place)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.place += 1,
                byte => return Some(*byte),
            }
        }
    }
}

impl FromJson<'_> for u32 {
    fn from_json(json: &mut Json) -> Option<Self> {
        json.next()?;
        let rest = &json.text[json.place..];
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = &rest[..length];
        json.place += length;
        // JSON writes no noughts before a number.
        digits.parse().ok().filter(|_| length == 1 || !digits.starts_with('0'))
    }
}

impl FromJson<'_> for bool {
    fn from_json(json: &mut Json) -> Option<Self> {
        let is_true = json.take_word("true").is_some();
        (is_true || json.take_word("false").is_some()).then_some(is_true)
    }
}

impl<'a, Value: FromJson<'a>> FromJson<'a> for Option<Value> {
    fn from_json(json: &mut Json<'a>) -> Option<Self> {
        match json.take_word("null") {
            Some(()) => Some(None),
            None => Value::from_json(json).map(Some),
        }
    }
}

impl<'a, Value: FromJson<'a>> FromJson<'a> for Box<[Value]> {
    fn from_json(json: &mut Json<'a>) -> Option<Self> {
        let mut values = Vec::new();
        json.items([b'[', b']'], &mut |json| {
            values.push(Value::from_json(json)?);
            Some(())
        })?;
        Some(values.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<Value: for<'a> FromJson<'a> + PartialEq + std::fmt::Debug>(text: &str, value: Option<&Value>) {
        assert_eq!(Json::read(text).as_ref(), value, "{text}");
    }

    #[test]
    fn what_is_json_of_that_type_is_read() {
        check(" 10 ", Some(&10_u32));
        check("0", Some(&0_u32));
        check("[ true,\tfalse\r\n]", Some(&Box::from([true, false])));
        check("[]", Some(&Box::from([true; 0])));
        check("null", Some(&None::<u32>));
        check("7", Some(&Some(7_u32)));
    }

    #[test]
    fn what_is_not_is_none() {
        for text in ["", "-1", "01", "1.0", "1e2", "4294967296", "1 2", "\"1\"", "٣"] {
            check::<u32>(text, None);
        }
        for text in ["[1,]", "[,1]", "[1", "[1 2]", "[1}", "{}"] {
            check::<Box<[u32]>>(text, None);
        }
        check::<bool>("tru", None);
    }

    #[test]
    fn a_text_is_what_any_reader_of_json_reads() {
        let texts = [
            r#""""#,
            r#""a b""#,
            r#""é\n\"\\\u00e9""#,
            r#""\ud83d\ude00""#,
            r#""\ud83d""#,
            r#""\x""#,
            r#""\é""#,
            r#""a"#,
            "\"a\tb\"",
            "\"a\n\"",
            r#""a\"#,
            r#""a\""#,
            "a",
        ];
        for text in texts {
            let ours = Json { text, place: 0 }.text().map(Cow::into_owned);
            assert_eq!(ours, serde_json::from_str::<String>(text).ok(), "{text}");
        }
    }
}
