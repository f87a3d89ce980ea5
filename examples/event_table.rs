//! Writes a table of made-up events, to try the timeline at any size:
//!
//! ```text
//! cargo run --release --example event_table -- 1000000 events.csv
//! ```
//!
//! The extension says how: `csv`, or `jsonl` for JSON Lines.

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

#[path = "../benches/synthetic/mod.rs"]
#[expect(dead_code, reason = "the benchmarks use the rest")]
mod synthetic;
#[path = "../benches/synthetic/table.rs"]
mod table;

use synthetic::Recipe;
use table::{write_csv, write_lines};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, path] = &arguments[..] else {
        return Err("how many events, and the file to write them to".into());
    };
    let recipe =
        Recipe { events: number.parse()?, first_year: 1824, years: 200, places: 30, bursts: 40 };
    let out = BufWriter::new(File::create(path)?);
    let is_lines = Path::new(path).extension().is_some_and(|extension| extension == "jsonl");
    if is_lines { write_lines(out, recipe) } else { write_csv(out, recipe) }
}
