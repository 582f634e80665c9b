//! A place in the file, written out only for faults.

use std::fmt;

/// A place in the file, such as `measures[31].follow_up[2].due`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'a> {
    around: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl<'a> Path<'a> {
    /// That field of the file.
    pub(super) fn of(field: &'a str) -> Self {
        Self {
            around: None,
            step: Step::Field(field),
        }
    }

    /// That field of the record here.
    pub(super) fn field(&'a self, field: &'a str) -> Self {
        Self {
            around: Some(self),
            step: Step::Field(field),
        }
    }

    /// That item of the list here.
    pub(super) fn item(&'a self, place: usize) -> Self {
        Self {
            around: Some(self),
            step: Step::Item(place),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(around) = self.around {
            around.fmt(formatter)?;
        }
        match self.step {
            Step::Field(name) if self.around.is_none() => formatter.write_str(name),
            Step::Field(name) => write!(formatter, ".{name}"),
            Step::Item(place) => write!(formatter, "[{place}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_in_the_file() {
        let measures = Path::of("measures");
        let (measure, follow_up) = (measures.item(31), "follow_up");
        let follow_up = measure.field(follow_up);
        let commitment = follow_up.item(2);
        assert_eq!(commitment.field("due").to_string(), "measures[31].follow_up[2].due");
    }
}
