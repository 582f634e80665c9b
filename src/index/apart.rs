//! A text index that comes in pieces: which words there are is known from the start, in which texts they stand when it is asked for.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use crate::index::Index;
#[cfg(not(target_arch = "wasm32"))]
use crate::index::Unit;
use crate::index::jagged::Jagged;
#[cfg(not(target_arch = "wasm32"))]
use crate::index::jagged::short;
use crate::index::text_index::{Steps, TextIndex, read_step, write_step};

/// Where the words of one piece stand.
#[derive(Debug, PartialEq, Eq)]
struct Piece {
    /// The texts of each word, as a text index has them.
    steps: Jagged<u8>,
    /// For each of these texts how often the word stands there, and the distances from one place to the next.
    places: Jagged<u8>,
}

/// The pieces that have come.
#[derive(Debug)]
pub(super) struct Apart {
    /// How many bytes the texts of each word take.
    lengths: Vec<usize>,
    /// The first word of each piece.
    firsts: Vec<usize>,
    pieces: Vec<OnceLock<Piece>>,
    /// What was asked for and had not come.
    missing: Mutex<BTreeSet<usize>>,
}

impl PartialEq for Apart {
    fn eq(&self, other: &Self) -> bool {
        (&self.lengths, &self.pieces) == (&other.lengths, &other.pieces)
    }
}

impl Eq for Apart {}

impl Apart {
    /// The texts of that word; none where they have not come.
    pub(super) fn steps(&self, word: usize) -> &[u8] {
        self.here(word).map_or(&[], |(piece, place)| piece.steps.of(place))
    }

    /// How many bytes they take.
    pub(super) fn length(&self, word: usize) -> usize {
        self.lengths[word]
    }

    /// The pieces that were asked for and had not come.
    pub(super) fn missing(&self) -> BTreeSet<usize> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was asked for.
    pub(super) fn forget_missing(&self) {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The words of each of those texts in their order: only the words named, which are numbers from 1, with a 0 where another stands
    /// between.
    pub(super) fn sequences(
        &self,
        numbers: impl Iterator<Item = u32>,
        texts: &FixedBitSet,
    ) -> FxHashMap<usize, Vec<u8>> {
        let mut standing: FxHashMap<usize, Vec<(usize, u32)>> = FxHashMap::default();
        let numbers: BTreeSet<u32> = numbers.collect();
        for number in numbers {
            let Some((piece, word)) = self.here(number as usize - 1) else {
                continue;
            };
            let mut places = piece.places.of(word);
            for text in Steps(piece.steps.of(word), 0) {
                let mut place = 0;
                for _ in 0..read_step(&mut places).unwrap_or_default() {
                    place += read_step(&mut places).unwrap_or_default();
                    if texts.contains(text) {
                        standing.entry(text).or_default().push((place, number));
                    }
                }
            }
        }
        let in_order = |(text, mut words): (usize, Vec<(usize, u32)>)| {
            words.sort_unstable();
            let (mut sequence, mut next) = (Vec::new(), 0);
            for (place, number) in words {
                if place != next {
                    write_step(0, &mut sequence);
                }
                write_step(number, &mut sequence);
                next = place + 1;
            }
            (text, sequence)
        };
        standing.into_iter().map(in_order).collect()
    }

    /// Takes a piece; nothing where it is none.
    pub(super) fn take(&self, number: usize, bytes: &[u8]) -> Option<()> {
        let count = self.words_of(number)?;
        let mut rest = bytes;
        let (mut steps, mut places) = (Jagged::default(), Jagged::default());
        for _ in 0..count {
            for list in [&mut steps, &mut places] {
                let length = read_step(&mut rest)?;
                let (own, after) = rest.split_at_checked(length)?;
                list.push(own.iter().copied());
                rest = after;
            }
        }
        self.pieces[number].get_or_init(|| Piece { steps, places });
        self.missing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&number);
        rest.is_empty().then_some(())
    }

    fn words_of(&self, piece: usize) -> Option<usize> {
        let first = self.firsts.get(piece)?;
        let end = self.firsts.get(piece + 1).copied().unwrap_or(self.lengths.len());
        end.checked_sub(*first)
    }

    fn here(&self, word: usize) -> Option<(&Piece, usize)> {
        let number = self.firsts.partition_point(|first| *first <= word).checked_sub(1)?;
        let piece = self.pieces[number].get();
        if piece.is_none() {
            self.missing
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(number);
        }
        Some((piece?, word - self.firsts[number]))
    }

    /// Reads the words of an index and where its pieces begin: how many texts there are, the words, and the pieces to come.
    pub(super) fn read(table: &[u8]) -> Option<(usize, Jagged<u8>, Self)> {
        let mut rest = table;
        let texts = read_step(&mut rest)?;
        let count = read_step(&mut rest)?;
        let (mut words, mut lengths) = (Jagged::default(), Vec::new());
        let mut word: Vec<u8> = Vec::new();
        for _ in 0..count {
            word.truncate(read_step(&mut rest)?);
            let (own, after) = {
                let length = read_step(&mut rest)?;
                rest.split_at_checked(length)?
            };
            word.extend(own);
            rest = after;
            words.push(word.iter().copied());
            lengths.push(read_step(&mut rest)?);
        }
        let mut firsts = Vec::new();
        let mut first = 0;
        while !rest.is_empty() {
            firsts.push(first);
            first += read_step(&mut rest)?;
        }
        words.shrink();
        let apart = Self {
            pieces: firsts.iter().map(|_| OnceLock::new()).collect(),
            lengths,
            firsts,
            missing: Mutex::default(),
        };
        // Each word is in a piece.
        (first == count).then_some((texts, words, apart))
    }
}

impl Index<'_> {
    /// Takes the words of measures from a page in parts, without where they stand; nothing where these are none.
    pub fn take_words(&self, table: &[u8]) -> Option<()> {
        let (texts, words, apart) = Apart::read(table)?;
        let is_ours = texts == self.dataset.measures.len();
        is_ours.then(|| self.measure_words.put(TextIndex::apart(texts, words, apart)))
    }

    /// Takes a piece of where they stand; nothing where it is none.
    pub fn take_piece(&self, piece: usize, bytes: &[u8]) -> Option<()> {
        self.measure_words.whole()?.in_pieces()?.take(piece, bytes)
    }

    /// The pieces that the last answer lacked; nothing where words do not come in pieces.
    pub fn missing_pieces(&self) -> Option<BTreeSet<usize>> {
        Some(self.measure_words.whole()?.in_pieces()?.missing())
    }

    /// Forgets which pieces were lacking.
    pub(crate) fn forget_missing_pieces(&self) {
        if let Some(apart) = self.measure_words.whole().and_then(TextIndex::in_pieces) {
            apart.forget_missing();
        }
    }

    /// The words of measures as [`take_words`](Self::take_words) reads them, and the pieces.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn words_in_pieces(&self) -> (Vec<u8>, Vec<Vec<u8>>) {
        self.words(Unit::Measures, &self.reported).written()
    }
}

/// So many bytes are fetched together, before they are packed; a word that needs more is a piece by itself.
#[cfg(not(target_arch = "wasm32"))]
const PIECE: usize = 24 * 1024;

/// What [`Apart::read`] reads of an index, and its pieces: of each word its letters, its texts, and the places where it stands as text
/// and place.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn written<'a>(
    texts: usize,
    words: impl ExactSizeIterator<Item = (&'a [u8], &'a [u8], Vec<(u32, u32)>)>,
) -> (Vec<u8>, Vec<Vec<u8>>) {
    let mut table = Vec::new();
    write_step(short(texts), &mut table);
    write_step(short(words.len()), &mut table);
    let (mut pieces, mut counts): (Vec<Vec<u8>>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (word, steps, standing) in words {
        let shared = word.iter().zip(before).take_while(|(one, other)| one == other).count();
        write_step(short(shared), &mut table);
        write_step(short(word.len() - shared), &mut table);
        table.extend(&word[shared..]);
        write_step(short(steps.len()), &mut table);
        before = word;
        let places = written_places(steps, &standing);
        let mut own = Vec::new();
        for list in [steps, &places] {
            write_step(short(list.len()), &mut own);
            own.extend(list);
        }
        match pieces.last_mut().zip(counts.last_mut()) {
            Some((piece, count)) if piece.len() + own.len() <= PIECE => {
                piece.extend(own);
                *count += 1;
            }
            _ => {
                pieces.push(own);
                counts.push(1);
            }
        }
    }
    for count in counts {
        write_step(count, &mut table);
    }
    (table, pieces)
}

#[cfg(not(target_arch = "wasm32"))]
fn written_places(steps: &[u8], standing: &[(u32, u32)]) -> Vec<u8> {
    let mut places = Vec::new();
    let mut rest = standing;
    for text in Steps(steps, 0) {
        let count = rest.iter().take_while(|(own, _)| *own as usize == text).count();
        let (own, after) = rest.split_at(count);
        write_step(short(count), &mut places);
        let mut last = 0;
        for (_, place) in own {
            write_step(place - last, &mut places);
            last = *place;
        }
        rest = after;
    }
    places
}
