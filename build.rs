//! Builds anew when a language pack is added or taken away: `include_dir!` cannot tell cargo.

fn main() {
    println!("cargo::rerun-if-changed=assets/languages");
}
