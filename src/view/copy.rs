//! The result of copying a text.

use crate::view::Copied;

/// The result of pressing a copy button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// That many lines are on the clipboard.
    Copied(usize),
    /// The browser forbids copying; the text is selected in its own field.
    Selected,
    /// The browser does not let the page copy; here is the text, to be copied by hand.
    ByHand(String),
}

/// The text copied last, with the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastCopy(Option<(Copied, CopyAnswer)>);

impl LastCopy {
    /// That text was copied, with that result.
    pub fn new(text: Copied, answer: CopyAnswer) -> Self {
        Self(Some((text, answer)))
    }

    /// The text, if one was copied.
    pub fn text(&self) -> Option<Copied> {
        self.0.as_ref().map(|(text, _)| *text)
    }

    /// What there is to say beside the button of that text.
    pub fn answer_to(&self, text: Copied) -> Option<&CopyAnswer> {
        let (last, answer) = self.0.as_ref()?;
        (*last == text).then_some(answer)
    }
}
