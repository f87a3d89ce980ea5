//! Short lists that many events have alike.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A list that is often empty, mostly short, and the same for many events: the rows of a table
/// that name the same places. Clones share it until one of them changes, and an event takes a
/// pointer for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Option<Arc<Vec<T>>>);

impl<T: Clone> List<T> {
    /// Adds one at the end.
    pub fn push(&mut self, one: T) {
        Arc::make_mut(self.0.get_or_insert_default()).push(one);
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<T: Clone> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.as_mut().map_or(&mut [], |list| Arc::make_mut(list).as_mut_slice())
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(mut list: Vec<T>) -> Self {
        // It is kept for long, and nearly always shorter than the room that growing has made.
        list.shrink_to_fit();
        Self((!list.is_empty()).then(|| Arc::new(list)))
    }
}

impl<T: Clone> From<List<T>> for Vec<T> {
    fn from(list: List<T>) -> Self {
        list.0.map(Arc::unwrap_or_clone).unwrap_or_default()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        all.into_iter().collect::<Vec<T>>().into()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_to_one_list_leaves_its_clones_alone() {
        let one: List<u8> = vec![1, 2].into();
        let mut other = one.clone();
        other.push(3);
        other[0] = 9;
        assert_eq!((&*one, &*other), (&[1, 2][..], &[9, 2, 3][..]));
        let mut empty = List::default();
        assert!(empty.is_empty());
        empty.push(7);
        assert_eq!(Vec::from(empty), [7]);
    }

    #[test]
    fn an_event_takes_little_room_of_its_own() {
        assert!(size_of::<crate::event::Event>() <= 208);
    }
}
