//! Undo and redo by whole states that share structure.

/// A value with its past and its undone future.
///
/// States are kept whole; the value must be cheap to clone, as a
/// [`Project`](super::Project) is, whose documents are shared.
#[derive(Clone, Debug, Default)]
pub struct History<T> {
    now: T,
    past: Vec<(String, T)>,
    future: Vec<(String, T)>,
}

/// How many steps can be undone.
const DEPTH: usize = 200;

impl<T: Clone> History<T> {
    /// The value as it is now.
    pub const fn now(&self) -> &T {
        &self.now
    }

    /// Changes the value; `what` names the change for "Undo ...".
    pub fn change(&mut self, what: &str, change: impl FnOnce(&mut T)) {
        self.past.push((what.to_owned(), self.now.clone()));
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        change(&mut self.now);
    }

    /// Takes the last change back. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some((what, before)) = self.past.pop() else {
            return false;
        };
        self.future.push((what, std::mem::replace(&mut self.now, before)));
        true
    }

    /// Makes the last undone change again. Whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some((what, after)) = self.future.pop() else {
            return false;
        };
        self.past.push((what, std::mem::replace(&mut self.now, after)));
        true
    }

    /// The name of the change that [`undo`](Self::undo) would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.past.last().map(|(what, _)| what.as_str())
    }

    /// The name of the change that [`redo`](Self::redo) would make again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.future.last().map(|(what, _)| what.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut history = History::<i32>::default();
        history.change("add one", |n| *n += 1);
        history.change("double", |n| *n *= 2);
        assert_eq!((*history.now(), history.undo_name()), (2, Some("double")));
        assert!(history.undo());
        assert_eq!((*history.now(), history.redo_name()), (1, Some("double")));
        assert!(history.redo());
        assert_eq!(*history.now(), 2);
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut history = History::<i32>::default();
        history.change("add one", |n| *n += 1);
        history.undo();
        history.change("add five", |n| *n += 5);
        assert!(!history.redo());
        assert_eq!(*history.now(), 5);
    }
}
