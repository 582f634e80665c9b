//! Two texts word by word: what both say, what only the earlier one does, and what only the later one does.

/// The most words of both that are held against each other, as a product; of more, all between the first and the last that differ
/// counts as changed.
const MANY: usize = 1_000_000;

/// Which of two texts says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Both.
    Both,
    /// The earlier one.
    Old,
    /// The later one.
    New,
}

/// Words in a row that stand in the same texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In which.
    pub side: Side,
    /// The words.
    pub text: String,
}

/// Both texts in one, given as their words or other parts; `between` stands between two of these. What went comes before what came in
/// its place.
pub fn pieces(old: &[&str], new: &[&str], between: &str) -> Vec<Piece> {
    let begins = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old[begins..], &new[begins..]);
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let ends = ends.take_while(|(one, other)| one == other).count();
    let (old_middle, new_middle) = (&old_rest[..old_rest.len() - ends], &new_rest[..new_rest.len() - ends]);
    let mut sides: Vec<(Side, &str)> = old[..begins].iter().map(|word| (Side::Both, *word)).collect();
    sides.extend(middle(old_middle, new_middle));
    sides.extend(old[old.len() - ends..].iter().map(|word| (Side::Both, *word)));
    let mut pieces: Vec<(Side, Vec<&str>)> = Vec::new();
    for (side, word) in sides {
        match pieces.last_mut() {
            Some((last, words)) if *last == side => words.push(word),
            _ => pieces.push((side, vec![word])),
        }
    }
    let piece = |(side, words): (Side, Vec<&str>)| Piece {
        side,
        text: words.join(between),
    };
    pieces.into_iter().map(piece).collect()
}

/// The same of what begins and ends differently, by a longest part that stands in both.
fn middle<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Side, &'a str)> {
    let only = |words: &[&'a str], side| words.iter().map(move |word| (side, *word)).collect::<Vec<_>>();
    if MANY < old.len() * new.len() {
        return [only(old, Side::Old), only(new, Side::New)].concat();
    }
    // How many words the rest of one and the rest of the other have in common, for each two places.
    let width = new.len() + 1;
    let mut shared = vec![0_u16; (old.len() + 1) * width];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            shared[i * width + j] = if one == other {
                shared[(i + 1) * width + j + 1] + 1
            } else {
                shared[(i + 1) * width + j].max(shared[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut sides = Vec::new();
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            sides.push((Side::Both, old[i]));
            (i, j) = (i + 1, j + 1);
        } else if shared[i * width + j + 1] <= shared[(i + 1) * width + j] {
            sides.push((Side::Old, old[i]));
            i += 1;
        } else {
            sides.push((Side::New, new[j]));
            j += 1;
        }
    }
    sides.extend(only(&old[i..], Side::Old));
    sides.extend(only(&new[j..], Side::New));
    sides
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let pieces = pieces(&words(old), &words(new), " ");
        let marked = pieces.iter().map(|piece| match piece.side {
            Side::Both => piece.text.clone(),
            Side::Old => format!("[-{}-]", piece.text),
            Side::New => format!("{{+{}+}}", piece.text),
        });
        assert_eq!(marked.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn what_changed_is_marked_and_nothing_else() {
        check("a b c", "a b c", "a b c");
        check("", "a b", "{+a b+}");
        check("a b", "", "[-a b-]");
        check(
            "the plan is ready",
            "the new plan is ready",
            "the {+new+} plan is ready",
        );
        check(
            "by the end of 2019",
            "by June 2020",
            "by [-the end of 2019-] {+June 2020+}",
        );
        check("a a b a", "a b a a", "a [-a-] b {+a+} a");
    }

    #[test]
    fn long_texts_that_differ_throughout_are_told_at_once() {
        let (old, new) = ("a ".repeat(3000), "b ".repeat(3000));
        assert_eq!(pieces(&words(&old), &words(&new), " ").len(), 2);
    }

    proptest! {
        #[test]
        fn each_text_stands_whole_in_the_pieces(old in "[abc ]{0,30}", new in "[abc ]{0,30}") {
            let (old, new) = (words(&old), words(&new));
            let pieces = pieces(&old, &new, " ");
            let side = |other: Side| {
                let own = pieces.iter().filter(|piece| piece.side != other).map(|piece| piece.text.as_str());
                own.collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(side(Side::New), old.join(" "));
            prop_assert_eq!(side(Side::Old), new.join(" "));
            prop_assert!(pieces.windows(2).all(|two| two[0].side != two[1].side));
        }
    }
}
