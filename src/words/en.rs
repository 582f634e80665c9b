//! The interface in English, one file for each thing that it speaks of. Fixed texts are constants, texts with values functions of
//! plain values. The names of a closed list are an array in the order of its enum.

pub mod about;
pub mod actors;
pub mod as_of;
pub mod body;
pub mod brief_page;
pub mod citation;
pub mod commitments;
pub mod control;
pub mod counts;
pub mod date;
pub mod definitions;
pub mod document;
pub mod export;
pub mod faults;
pub mod faults_page;
pub mod filters;
pub mod frame;
pub mod kinds;
pub mod line;
pub mod lists;
pub mod measure;
pub mod missing;
pub mod names;
pub mod overview;
pub mod plot;
pub mod record;
pub mod report;
pub mod search;
pub mod share;
pub mod startup;
pub mod status;
pub mod table;
