//! The language packs: each loads, and its corpus comes out.

use dateline::language::Packs;

#[test]
fn every_pack_loads() {
    for pack in Packs::load_embedded() {
        if let Err(error) = pack {
            panic!("{error}");
        }
    }
}
