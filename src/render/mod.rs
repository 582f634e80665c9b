//! Writes what [`crate::view`] says, without deciding anything.

pub mod html;
