//! Names that were looked up before: texts name the same places again and again.

use std::cell::RefCell;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

/// Names that are remembered on each thread; a new one takes the slot of an old one.
const SLOTS: usize = 1 << 12;

thread_local! {
    static RECENT: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

/// A name, and what it was found to be.
#[derive(Clone, Debug, Default)]
struct Slot {
    name: Box<str>,
    value: Option<u64>,
}

/// What a name was found to be when this thread last looked it up, or else what it is found to be
/// now. The empty name is nothing.
pub(super) fn look_up(name: &str, find: impl FnOnce(&str) -> Option<u64>) -> Option<u64> {
    RECENT.with_borrow_mut(|slots| {
        slots.resize(SLOTS, Slot::default());
        let slot = &mut slots[FxBuildHasher.hash_one(name) as usize & (SLOTS - 1)];
        if *slot.name != *name {
            *slot = Slot { name: name.into(), value: find(name) };
        }
        slot.value
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_looked_for_once() {
        assert_eq!(look_up("one", |_| Some(1)), Some(1));
        assert_eq!(look_up("one", |_| Some(2)), Some(1));
        assert_eq!(look_up("two", |_| None), None);
        assert_eq!(look_up("two", |_| Some(2)), None);
        assert_eq!(look_up("", |_| Some(2)), None);
    }

    #[test]
    fn a_name_whose_slot_was_taken_is_looked_for_again() {
        let names: Vec<String> = (0..3 * SLOTS).map(|number| number.to_string()).collect();
        for _ in 0..2 {
            for (number, name) in names.iter().enumerate() {
                assert_eq!(look_up(name, |_| Some(number as u64)), Some(number as u64));
            }
        }
    }
}
