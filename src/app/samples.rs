//! The documents that come with the program, so that a newcomer has some at once.

use crate::analysis::Input;
use crate::document::{Diagnostic, Document};
use crate::import;

/// A sample document's path below `sample_data/`, and its bytes.
type Sample = (&'static str, &'static [u8]);

macro_rules! samples {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../sample_data/", $path)))),*]
    };
}

const SAMPLES: &[Sample] = samples![
    "2023-11-29_nato_ministers_brussels.txt",
    "Minutes 2024-03-12.txt",
    "eu_foreign_affairs_council_luxembourg.txt",
    "grain_agreement.html",
    "history/apollo_11_log.md",
    "history/kharkiv.txt",
    "history/marie_curie.txt",
    "history/stari_most.txt",
    "history/writing.txt",
    "memo_archive_move.txt",
    "ukraine_2022/2022-02-25_kyiv_under_attack.txt",
    "ukraine_2022/2022-03-16_curfew_in_kyiv.txt",
    "ukraine_2022/2022-04-03_kyiv_region_freed.txt",
    "ukraine_2022/2022-09-12_kharkiv_counteroffensive.txt",
    "ukraine_2022/2022-11-12_kherson_returns.txt",
    "ukraine_2022/chronology.txt",
    "ukraine_2022/izium_graves.txt",
    "ukraine_2022/kherson-november.md",
];

/// A sample document as something to analyse.
struct SampleInput(&'static Sample);

impl Input for SampleInput {
    fn load(&self) -> Result<Document, Diagnostic> {
        let (path, bytes) = self.0;
        let source = format!("sample_data/{path}");
        import::import(&source, bytes).map_err(|error| error.diagnostic(&source))
    }
}

/// Every sample document.
pub(super) fn inputs() -> Vec<Box<dyn Input>> {
    SAMPLES.iter().map(|sample| Box::new(SampleInput(sample)) as Box<dyn Input>).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn walk(folder: &Path, found: &mut BTreeSet<String>, root: &Path) {
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found, root);
            } else {
                let below = path.strip_prefix(root).expect("it is below");
                found.insert(below.to_string_lossy().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_sample_is_built_in_and_can_be_read() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
        let mut found = BTreeSet::new();
        walk(&root, &mut found, &root);
        let built_in: BTreeSet<_> = SAMPLES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(built_in, found);
        for input in inputs() {
            input.load().expect("a sample can be read");
        }
    }
}
