//! What a click on a row means: to open it, or to select text in it.

/// How far a pointer goes before it drags rather than clicks, in pixels.
const DRAG_PX: i32 = 4;

/// A click on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowClick {
    /// Which click in quick succession it is, from 1: the second selects a word, the third a line. None of a click without a pointer.
    pub number: i32,
    /// How far the pointer went while it was down, in pixels.
    pub moved_px: i32,
    /// Whether text is selected, here or elsewhere.
    pub has_selection: bool,
}

impl RowClick {
    /// Whether it opens the row. What was selected before, such as everything, does not stand in the way: only a drag selects anew.
    pub fn opens(self) -> bool {
        let selects = DRAG_PX < self.moved_px && self.has_selection;
        self.number < 1 || (self.number == 1 && !selects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_opens_unless_it_selects() {
        let opens = |number, moved_px, has_selection| {
            RowClick {
                number,
                moved_px,
                has_selection,
            }
            .opens()
        };
        assert!(opens(1, 0, false));
        // After Ctrl+A, also where the hand was not quite still.
        assert!(opens(1, 0, true));
        assert!(opens(1, DRAG_PX, true));
        // A drag over text; one over nothing is a click that slipped.
        assert!(!opens(1, DRAG_PX + 1, true));
        assert!(opens(1, DRAG_PX + 1, false));
        // A double click selects a word, a third the line, whether or not there was one below the pointer.
        for number in [2, 3] {
            assert!(!opens(number, 0, true) && !opens(number, 0, false));
        }
        // Pressed by a tool of those who do not point.
        assert!(opens(0, 300, true));
    }
}
