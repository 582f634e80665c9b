//! What a letter is searched as: without diacritics, and written out where it is two in one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A letter, and after it those that are searched as it is: with diacritics, or another form of it. In Latin, Greek, Cyrillic and
/// Arabic script; a test compares them with Unicode's own decompositions, whose tables would be a twentieth of the program.
#[expect(
    clippy::unicode_not_nfc,
    reason = "a text may hold letters that are composed in another way"
)]
const LETTERS: &str = "\
    \u{2b9}\u{374} ϒϓϔ aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cçćĉċčḉ dďḋḍḏḑḓđð eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gĝğġģǧǵḡ \
    hĥȟḣḥḧḩḫẖ iìíîïĩīĭįǐȉȋḭḯỉịı jĵǰ kķǩḱḳḵ lĺļľḷḹḻḽł mḿṁṃ nñńņňǹṅṇṉṋ \
    oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ pṕṗ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩẛſ tţťțṫṭṯṱẗ \
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ ʒǯ αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ \
    εέἐἑἒἓἔἕὲέ ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ οόὀὁὂὃὄὅὸό ρῤῥ σς υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ \
    ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ аӑӓ гѓ еѐёӗ жӂӝ зӟ ийѝӣӥ кќ оӧ уўӯӱӳ чӵ ыӹ эӭ ії ѵѷ әӛ өӫ اآأإ وؤ يئ ہۂ ےۓ \
    ەۀ";

/// Letters that are searched as several, and those.
const WRITTEN_OUT: &str = "aeæǣǽ oeœ ssß ffﬀ fiﬁ flﬂ ffiﬃ fflﬄ stﬅﬆ";

/// Whether it belongs to the letter before it, or is not seen: such characters are part of a word and are not searched.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character,
        // A soft hyphen, the joiners, blanks without width, and marks of direction.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        // Combining marks of any script, and the points of Hebrew and Arabic.
        | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'..='\u{5c9}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

/// What each of those letters is searched as.
static FOLDED: LazyLock<FxHashMap<char, &str>> = LazyLock::new(|| {
    let written_out = WRITTEN_OUT.split(' ').map(|group| {
        let end = group.find(|letter: char| !letter.is_ascii()).unwrap_or(group.len());
        group.split_at(end)
    });
    let letters = LETTERS.split(' ').map(|group| {
        let end = group.chars().next().map_or(0, char::len_utf8);
        group.split_at(end)
    });
    let groups = letters.chain(written_out);
    groups
        .flat_map(|(plain, others)| others.chars().map(move |letter| (letter, plain)))
        .collect()
});

/// Adds what a lower-case letter is searched as.
pub(super) fn fold_letter(letter: char, folded: &mut String) {
    match FOLDED.get(&letter) {
        Some(plain) if !letter.is_ascii() => folded.push_str(plain),
        _ => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};

    use super::*;

    fn without_marks(letter: char) -> String {
        let mut parts = String::new();
        decompose_canonical(letter, |part| {
            if !is_combining_mark(part) {
                parts.extend(part.to_lowercase().filter(|part| !is_combining_mark(*part)));
            }
        });
        parts
    }

    fn folded(letter: char) -> String {
        let mut folded = String::new();
        letter
            .to_lowercase()
            .filter(|part| !is_mark(*part))
            .for_each(|part| fold_letter(part, &mut folded));
        folded
    }

    #[test]
    fn every_letter_of_these_scripts_loses_its_diacritics() {
        for letter in ('\u{c0}'..'\u{700}')
            .chain('\u{1e00}'..'\u{2000}')
            .filter(|letter| letter.is_alphabetic())
        {
            // What is no more than a letter in its own right may be searched as another one.
            let plain = without_marks(letter);
            let expected: String = plain.chars().map(folded).collect();
            assert_eq!(
                folded(letter),
                expected,
                "{letter} {:?}",
                letter.escape_unicode().to_string()
            );
        }
    }

    #[test]
    fn marks_are_marks() {
        let differs = |character: &char| {
            let is_unseen = "\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}".contains(*character);
            is_mark(*character) != (is_unseen || is_combining_mark(*character))
        };
        let others: Vec<char> = ('\u{80}'..'\u{700}')
            .chain('\u{1e00}'..'\u{2100}')
            .filter(differs)
            .collect();
        assert_eq!(others, []);
    }

    #[test]
    fn letters_are_written_out() {
        let all: String = "ﬁﬃßæœøłđðıς".chars().map(folded).collect();
        assert_eq!(all, "fiffissaeoeolddiσ");
    }
}
