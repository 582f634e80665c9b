//! The XML of a part, tag by tag: no entities but those of XML itself, no declared types, nothing deep.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use crate::sheet::read::Unreadable;
use crate::sheet::read::unzip::Unpacked;

/// The most tags in each other; no part of a workbook has more than a dozen.
const DEEPEST: usize = 100;

/// What comes next in a part.
pub(super) enum Node {
    /// A tag opens; its name without a prefix, and its attributes.
    Open(String, Attributes),
    /// A tag closes; one without content, too, after it has opened.
    Close(String),
    /// A text, or a piece of one.
    Text(String),
    /// The part is over.
    End,
}

/// The attributes of a tag, by their names without prefixes.
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of the attribute with that name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value as a number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }

    /// Whether the value says yes.
    pub(super) fn is_set(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "true"))
    }
}

/// A part that is read.
pub(super) struct Xml {
    reader: Reader<Unpacked>,
    buffer: Vec<u8>,
    depth: usize,
    /// A tag without content that has opened.
    closes: Option<String>,
}

impl Xml {
    /// Begins with the first tag.
    pub(super) fn new(part: Unpacked) -> Self {
        Self {
            reader: Reader::from_reader(part),
            buffer: Vec::new(),
            depth: 0,
            closes: None,
        }
    }

    /// How many packed bytes are left.
    pub(super) fn left(&self) -> usize {
        self.reader.get_ref().left()
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Node, Unreadable> {
        if let Some(name) = self.closes.take() {
            return Ok(Node::Close(name));
        }
        loop {
            self.buffer.clear();
            self.reader.get_mut().mark();
            let node = match self.reader.read_event_into(&mut self.buffer).map_err(unreadable)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if DEEPEST < self.depth {
                        return Err(Unreadable::Deep);
                    }
                    opened(&tag)?
                }
                Event::Empty(tag) => {
                    self.closes = Some(tag.local_name().as_ref().to_owned());
                    opened(&tag)?
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close(tag.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => {
                    let named = match &*name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => name.resolve_char_ref().map_err(unreadable)?,
                    };
                    Node::Text(named.ok_or(Unreadable::Entity)?.into())
                }
                Event::DocType(_) => return Err(Unreadable::Entity),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof if 0 < self.depth => return Err(Unreadable::Damaged),
                Event::Eof => Node::End,
            };
            return Ok(node);
        }
    }

    /// The text up to where the tag with that name closes, that of tags within it included but for the phonetic ones.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Unreadable> {
        /// How a text is spoken; not a part of it.
        const PHONETIC: &str = "rPh";
        let mut text = String::new();
        let mut phonetic: usize = 0;
        loop {
            match self.next()? {
                Node::Text(piece) if phonetic == 0 => text.push_str(&piece),
                Node::Open(name, _) => phonetic += usize::from(name == PHONETIC),
                Node::Close(closed) if closed == PHONETIC => phonetic = phonetic.saturating_sub(1),
                Node::Close(closed) if closed == name => return Ok(text),
                Node::Close(_) | Node::Text(_) => {}
                Node::End => return Err(Unreadable::Damaged),
            }
        }
    }
}

fn opened(tag: &BytesStart<'_>) -> Result<Node, Unreadable> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).map(|attribute| {
        let attribute = attribute.map_err(|error| Unreadable::Xml(error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(unreadable)?
            .into_owned();
        Ok((attribute.key.local_name().as_ref().to_owned(), value))
    });
    let attributes = Attributes(attributes.collect::<Result<_, _>>()?);
    Ok(Node::Open(tag.local_name().as_ref().to_owned(), attributes))
}

/// A fault of XML, or what was wrong beneath it.
fn unreadable(error: impl Into<Error>) -> Unreadable {
    match error.into() {
        Error::Io(error) => Unreadable::beneath(&error),
        error => Unreadable::Xml(error.to_string()),
    }
}
