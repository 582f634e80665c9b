//! A program's functions in the order in which it packs smallest. Deflate finds a run of bytes again only within 32 kB, so
//! functions that share many runs stand side by side: a sixteenth less than in the order in which wasm-bindgen writes them.

use anyhow::Result;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// The bytes of a run that is compared.
const RUN: usize = 6;

/// A run that stands in more functions says nothing about them.
const MOST_HOLDERS: usize = 400;

/// With so many functions before it the next one is compared.
const WINDOW: usize = 8;

/// The same program, its functions reordered; the same bytes for the same program.
///
/// # Errors
/// When the module cannot be read.
pub fn reorder(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for part in Parser::new(0).parse_all(wasm) {
        match part? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&wasm[body.range()]),
            _ => {}
        }
    }
    let order = like_beside_like(&bodies);
    let mut numbers: Vec<u32> = (0..).take(imported + order.len()).collect();
    for (number, function) in (0..).skip(imported).zip(&order) {
        numbers[imported + function] = number;
    }
    let mut module = Module::new();
    Reordered { order, numbers }.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// The places of the functions, each beside what it is most like; they begin with the first one.
fn like_beside_like(bodies: &[&[u8]]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for run in body.windows(RUN) {
            let holders = holders.entry(run).or_default();
            if holders.last() != Some(&function) {
                holders.push(function);
            }
        }
    }
    holders.retain(|_, holders| (2..=MOST_HOLDERS).contains(&holders.len()));
    // How many runs each function shares with those of the window.
    let mut shared = vec![0_usize; bodies.len()];
    let runs = |function: usize| bodies[function].windows(RUN).filter_map(|run| holders.get(run));
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let likeness = |shared: &[usize], function: usize| 1000 * shared[function].pow(2) / bodies[function].len();
    while let Some(place) = (0..left.len()).max_by_key(|place| (likeness(&shared, left[*place]), Reverse(*place))) {
        let function = left.remove(place);
        runs(function).flatten().for_each(|holder| shared[*holder] += 1);
        order.push(function);
        if let Some(past) = order.len().checked_sub(WINDOW + 1) {
            runs(order[past]).flatten().for_each(|holder| shared[*holder] -= 1);
        }
    }
    order
}

/// Writes functions in another order, and calls them by their new numbers.
struct Reordered {
    order: Vec<usize>,
    numbers: Vec<u32>,
}

impl Reencode for Reordered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.numbers[function as usize])
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader,
    ) -> Result<(), Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader) -> Result<(), Error> {
        let bodies: Vec<FunctionBody> = section.into_iter().collect::<Result<_, _>>()?;
        for function in self.order.clone() {
            utils::parse_function_body(self, code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_stand_side_by_side() {
        let bodies: [&[u8]; 4] = [b"abcdefgh-1", b"12345678", b"zyxwvutsrq", b"2-abcdefgh"];
        assert_eq!(like_beside_like(&bodies), [0, 3, 1, 2]);
    }
}
