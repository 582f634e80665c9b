//! Numbers in as many bits as they are surprising: an adaptive binary range coder, as LZMA has one.
//!
//! Writer and reader go the same way through the same [`Tree`]s and [`Number`]s, so the reader knows how likely each bit was.

/// How likely a bit is 0, in 65,536ths; learned from the bits before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance(u16);

/// How quickly a chance follows what comes: by a 32nd of what is left.
const LEARNS: u32 = 5;

impl Default for Chance {
    fn default() -> Self {
        Self(1 << 15)
    }
}

impl Chance {
    fn part_of(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.0)
    }

    fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> LEARNS;
        } else {
            self.0 += (u16::MAX - self.0) >> LEARNS;
        }
        // Neither ever becomes impossible.
        self.0 = self.0.clamp(32, u16::MAX - 32);
    }
}

/// Reads bits, or writes them.
pub(super) trait Bits {
    /// The next bit: what is given where bits are written, what was written where they are read.
    fn bit(&mut self, chance: &mut Chance, given: bool) -> bool;
}

/// Below this, the range gets another byte.
const TOP: u32 = 1 << 24;

/// Reads what [`Writer`] has written; behind the end come noughts.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    bytes: Vec<u8>,
    place: usize,
    range: u32,
    code: u32,
}

impl Reader {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        let mut reader = Self {
            bytes,
            place: 0,
            range: u32::MAX,
            code: 0,
        };
        // The first byte of a writer is always 0.
        for _ in 0..5 {
            reader.shift();
        }
        reader
    }

    /// Whether more was read than there is.
    pub(super) fn is_past_end(&self) -> bool {
        // The writer ends with five bytes of which the last may not be needed.
        self.bytes.len() + 4 < self.place
    }

    fn shift(&mut self) {
        let byte = self.bytes.get(self.place).copied().unwrap_or_default();
        self.code = self.code << 8 | u32::from(byte);
        self.place += 1;
    }
}

impl Bits for Reader {
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let part = chance.part_of(self.range);
        let bit = part <= self.code;
        if bit {
            self.code -= part;
            self.range -= part;
        } else {
            self.range = part;
        }
        chance.learn(bit);
        while self.range < TOP {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// Writes bits.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    low: u64,
    range: u32,
    /// The byte that a carry may still change, and how many of 255 follow it.
    held: u8,
    full: usize,
}

#[cfg(not(target_arch = "wasm32"))]
impl Writer {
    pub(super) fn new() -> Self {
        Self {
            bytes: Vec::new(),
            low: 0,
            range: u32::MAX,
            held: 0,
            full: 0,
        }
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }

    fn shift(&mut self) {
        let carry = self.low >> 32 != 0;
        if carry || self.low < 0xff00_0000 {
            let carry = u8::from(carry);
            self.bytes.push(self.held.wrapping_add(carry));
            self.bytes
                .extend(std::iter::repeat_n(0xff_u8.wrapping_add(carry), self.full));
            self.full = 0;
            self.held = self.low.to_le_bytes()[3];
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Bits for Writer {
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let part = chance.part_of(self.range);
        if bit {
            self.low += u64::from(part);
            self.range -= part;
        } else {
            self.range = part;
        }
        chance.learn(bit);
        while self.range < TOP {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// One of 2^`BITS` symbols, bit by bit from the highest.
#[derive(Clone, Debug)]
pub(super) struct Tree(Vec<Chance>, u32);

impl Tree {
    pub(super) fn new(bits: u32) -> Self {
        Self(vec![Chance::default(); 1 << bits], bits)
    }

    pub(super) fn code(&mut self, bits: &mut impl Bits, given: usize) -> usize {
        let mut node = 1;
        for place in (0..self.1).rev() {
            let bit = bits.bit(&mut self.0[node], given >> place & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node - (1 << self.1)
    }
}

/// So many of the highest bits of a number are learned; what is below them is as good as random.
const LEARNED: u32 = 12;

/// A number of any size: how many bits it has, and then these.
#[derive(Clone, Debug)]
pub(super) struct Number {
    lengths: Tree,
    trees: Vec<Option<Tree>>,
}

impl Default for Number {
    fn default() -> Self {
        Self {
            lengths: Tree::new(5),
            trees: vec![None; 32],
        }
    }
}

impl Number {
    /// A number below 2^31.
    pub(super) fn code(&mut self, bits: &mut impl Bits, given: usize) -> usize {
        let length = (usize::BITS - given.leading_zeros()).min(31);
        let length = self.lengths.code(bits, length as usize);
        if length < 2 {
            return length;
        }
        // The highest bit is known.
        let rest = u32::try_from(length).unwrap_or_default() - 1;
        let learned = rest.min(LEARNED);
        let tree = self.trees[length].get_or_insert_with(|| Tree::new(learned));
        let below = rest - learned;
        let mut number = 1 << learned | tree.code(bits, given >> below & ((1 << learned) - 1));
        for place in (0..below).rev() {
            let bit = bits.bit(&mut Chance::default(), given >> place & 1 == 1);
            number = number << 1 | usize::from(bit);
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers in prop::collection::vec((0_usize..3, 0_usize..1 << 31), 0..300)) {
            let numbers: Vec<_> = numbers.into_iter().map(|(few, any)| if few == 0 { any } else { few }).collect();
            let (mut writer, mut number, mut tree) = (Writer::new(), Number::default(), Tree::new(3));
            for given in &numbers {
                number.code(&mut writer, *given);
                tree.code(&mut writer, given & 7);
            }
            let (mut reader, mut number, mut tree) = (Reader::new(writer.finish()), Number::default(), Tree::new(3));
            for given in &numbers {
                prop_assert_eq!(number.code(&mut reader, 0), *given);
                prop_assert_eq!(tree.code(&mut reader, 0), given & 7);
            }
            prop_assert!(!reader.is_past_end());
        }
    }

    #[test]
    fn what_comes_again_and_again_costs_next_to_nothing() {
        let (mut writer, mut number) = (Writer::new(), Number::default());
        for _ in 0..10_000 {
            number.code(&mut writer, 17);
        }
        assert!(writer.finish().len() < 200);
    }
}
