//! Generates datasets of any size, and measures the page beside what people would use instead.

pub mod generate; // a number of measures and a seed -> a dataset of our own format
