//! The last step of `assets/gazetteer/build.py`: lines of a name, a tab and a number on standard
//! input, sorted by the bytes of the name, become the automaton in the file that is named.

use std::fs::File;
use std::io::{BufRead, BufWriter, stdin};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let target = std::env::args().nth(1).ok_or("name the file to write")?;
    let mut map = fst::MapBuilder::new(BufWriter::new(File::create(target)?))?;
    for line in stdin().lock().lines() {
        let line = line?;
        let (name, number) = line.split_once('\t').ok_or("a line without a tab")?;
        map.insert(name, number.parse()?)?;
    }
    Ok(map.finish()?)
}
