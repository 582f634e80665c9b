//! The interface in English, one file for each thing that it speaks of. Fixed texts are constants, texts with values functions of
//! plain values.

pub mod counts;
pub mod frame;
