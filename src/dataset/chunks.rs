//! Where a long file can be cut into chunks that are read one after the other.

use std::fmt;
use std::ops::Range;

/// The places of runs of measures in a dataset's file, in bytes, in the order of the file.
///
/// Written `0-9 10-20`; none for a file that is read at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunks(Vec<Range<usize>>);

impl Chunks {
    /// Cuts the measures of a file into runs of about that many bytes; a longer measure is one by itself.
    ///
    /// # Errors
    /// When the file is no JSON, or has no list of measures.
    pub fn of(file: &str, bytes: usize) -> serde_json::Result<Self> {
        #[derive(serde::Deserialize)]
        struct Outline<'a> {
            #[serde(borrow)]
            measures: Vec<&'a serde_json::value::RawValue>,
        }

        let outline: Outline = serde_json::from_str(file)?;
        let mut chunks: Vec<Range<usize>> = Vec::new();
        for measure in outline.measures {
            // A borrowed text is part of the file.
            let start = measure.get().as_ptr().addr() - file.as_ptr().addr();
            let end = start + measure.get().len();
            match chunks.last_mut() {
                Some(last) if end - last.start <= bytes => last.end = end,
                _ => chunks.push(start..end),
            }
        }
        Ok(Self(chunks))
    }

    /// What [`Display`](fmt::Display) has written of a file of so many bytes, from which `copy` takes some; nothing where it is
    /// of another file, with something other than a comma between two chunks.
    pub fn read(written: &str, length: usize, copy: impl Fn(Range<usize>) -> Vec<u8>) -> Option<Self> {
        let chunk = |text: &str| {
            let (start, end) = text.split_once('-')?;
            Some(start.parse().ok()?..end.parse().ok()?)
        };
        let chunks: Vec<Range<usize>> = written.split_whitespace().map(chunk).collect::<Option<_>>()?;
        let ends = chunks.iter().flat_map(|chunk| [chunk.start, chunk.end]);
        let is_ascending = ends.chain([length]).is_sorted();
        let is_comma = |pair: &[Range<usize>]| copy(pair[0].end..pair[1].start).trim_ascii() == b",";
        (is_ascending && chunks.windows(2).all(is_comma)).then_some(Self(chunks))
    }

    /// Where they lie.
    pub fn places(&self) -> &[Range<usize>] {
        &self.0
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The file without its chunks: a dataset without measures. `copy` takes bytes out of the file.
    pub fn rest(&self, length: usize, copy: impl Fn(Range<usize>) -> Vec<u8>) -> Vec<u8> {
        let first = self.0.first().map_or(length, |chunk| chunk.start);
        let last = self.0.last().map_or(length, |chunk| chunk.end);
        let mut rest = copy(0..first);
        rest.extend(copy(last..length));
        rest
    }

    /// The measures of the chunk at that place, as a list.
    pub fn list(&self, place: usize, copy: impl Fn(Range<usize>) -> Vec<u8>) -> Option<Vec<u8>> {
        let chunk = copy(self.0.get(place)?.clone());
        Some([b"[".as_slice(), &chunk, b"]"].concat())
    }
}

impl fmt::Display for Chunks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, chunk) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(formatter, "{space}{}-{}", chunk.start, chunk.end)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{ "measures" : [ {"a":"],["} , {"b":1}, {"c":[2]} ] , "glossary": [] }"#;

    fn copy(range: Range<usize>) -> Vec<u8> {
        FILE.as_bytes()[range].to_vec()
    }

    fn lists(chunks: &Chunks) -> Vec<String> {
        let lists = (0..chunks.len()).filter_map(|place| chunks.list(place, copy));
        lists.map(|list| String::from_utf8(list).unwrap()).collect()
    }

    #[test]
    fn the_measures_are_cut_where_one_ends() {
        let each = Chunks::of(FILE, 1).unwrap();
        assert_eq!(lists(&each), [r#"[{"a":"],["}]"#, r#"[{"b":1}]"#, r#"[{"c":[2]}]"#]);
        let two = Chunks::of(FILE, 22).unwrap();
        assert_eq!(lists(&two), [r#"[{"a":"],["} , {"b":1}]"#, r#"[{"c":[2]}]"#]);
        let rest = String::from_utf8(two.rest(FILE.len(), copy)).unwrap();
        assert_eq!(rest, r#"{ "measures" : [  ] , "glossary": [] }"#);
        assert!(Chunks::of("{}", 1).is_err());
    }

    #[test]
    fn what_is_written_is_read_if_it_fits_the_file() {
        let chunks = Chunks::of(FILE, 1).unwrap();
        let read = |written: &str| Chunks::read(written, FILE.len(), copy);
        assert_eq!(read(&chunks.to_string()), Some(chunks));
        assert_eq!(read(""), Some(Chunks::default()));
        for wrong in ["1", "a-b", "3-2", "1-4 3-5", "1-999", "1-2,3-4", "16-28 32-40"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_without_chunks_is_its_own_rest() {
        assert_eq!(Chunks::default().rest(FILE.len(), copy), FILE.as_bytes());
        assert_eq!(Chunks::default().list(0, copy), None);
    }
}
