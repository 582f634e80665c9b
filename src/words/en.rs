//! The interface in English, one file for each thing that it speaks of. Fixed texts are constants, texts with values functions of
//! plain values. The names of a closed list are an array in the order of its enum.

pub mod counts;
pub mod date;
pub mod faults;
pub mod frame;
pub mod kinds;
pub mod status;
