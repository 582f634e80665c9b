//! Every native test of the app, in one program: it is linked once, and its tests share the cores.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::duplicate_mod, reason = "`generated` asks a dataset of its own the same")]

// What several of them need.
mod any_input; // addresses, datasets and queries made up by chance
mod cases; // how many cases a property is tried on
mod asked; // queries over the dataset
mod exported; // what is exported, and hostile texts
mod naive; // what a plain walk finds for a query
mod read_markdown; // a reader of Markdown that is not ours
mod rust_literals; // the string literals of our own code
mod shipped; // the dataset as it is shipped
mod walk; // plain JSON

mod about;
mod another_field;
mod architecture;
mod as_of;
mod as_of_view;
mod blocked;
mod brief;
mod brief_view;
mod chart;
mod commitment_sheet;
mod commitments;
mod compare;
mod compare_view;
mod corrected;
mod dataset;
mod described;
mod documents;
mod editing;
mod body_profile;
mod export;
mod export_calendar;
mod export_cite;
mod export_csv;
mod export_json;
mod export_markdown;
mod frame;
mod faults;
mod generated;
mod heat;
mod later;
mod hostile;
mod listed;
mod mentions;
mod overview;
mod parts;
mod own_data;
mod query;
mod reading;
mod record;
mod route;
mod search;
mod selection;
mod share;
mod sheets;
mod since_page;
mod slips;
mod spreadsheets;
mod style;
mod things;
mod timeline;
mod versions;
mod view;
mod workbooks;
