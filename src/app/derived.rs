//! What panels work out from the project: within a frame where that is quick, and otherwise on
//! a thread, while what was worked out before stays.

use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use egui::Context;

use crate::project::Project;

/// So many events are gone through within a frame.
pub(super) const AT_ONCE: usize = 20_000;

/// A value that depends on the project and on a key, which says of what.
#[derive(Debug)]
pub(super) struct Derived<K, V> {
    of: Option<K>,
    value: V,
    number: u64,
    under_way: Option<(K, Receiver<V>)>,
}

impl<K, V: Default> Default for Derived<K, V> {
    fn default() -> Self {
        Self { of: None, value: V::default(), number: 0, under_way: None }
    }
}

impl<K: Clone + PartialEq + Send + 'static, V: Send + 'static> Derived<K, V> {
    /// Sees to it that the value is that of a key, sooner or later.
    pub(super) fn refresh(
        &mut self,
        ctx: &Context,
        project: &Project,
        key: K,
        work: fn(&Project, &K) -> V,
    ) {
        self.take_up(&key);
        let is_under_way = self.under_way.as_ref().is_some_and(|(of, _)| *of == key);
        if self.of.as_ref() == Some(&key) || is_under_way {
            return;
        }
        if project.event_count() <= AT_ONCE {
            let value = work(project, &key);
            self.show(key, value);
            return;
        }
        let (sender, receiver) = mpsc::channel();
        let (project, ctx, of) = (project.clone(), ctx.clone(), key.clone());
        let run = move || {
            // The receiver is gone when something else is wanted by now.
            let _ = sender.send(work(&project, &of));
            ctx.request_repaint();
        };
        let thread = thread::Builder::new().name("derived".to_owned()).spawn(run);
        self.under_way = thread.ok().map(|_| (key, receiver));
    }

    fn take_up(&mut self, wanted: &K) {
        let Some((of, receiver)) = self.under_way.take() else { return };
        match receiver.try_recv() {
            Ok(value) if of == *wanted => self.show(of, value),
            Err(TryRecvError::Empty) if of == *wanted => self.under_way = Some((of, receiver)),
            // Something else is wanted by now, or the thread is gone.
            _ => {}
        }
    }

    fn show(&mut self, of: K, value: V) {
        self.of = Some(of);
        self.value = value;
        self.number += 1;
    }
}

impl<K, V> Derived<K, V> {
    /// The value as it was worked out last; the default before it ever was.
    pub(super) const fn get(&self) -> &V {
        &self.value
    }

    /// What the value is of.
    pub(super) const fn key(&self) -> Option<&K> {
        self.of.as_ref()
    }

    /// A number that changes when the value does.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// Whether the value is being worked out on a thread.
    pub(super) const fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_worked_out_once_for_each_key() {
        let (ctx, project) = (Context::default(), Project::default());
        let mut derived = Derived::<u32, u32>::default();
        for (key, number) in [(3, 1), (3, 1), (4, 2), (3, 3)] {
            derived.refresh(&ctx, &project, key, |_, key| key * 10);
            assert_eq!((*derived.get(), derived.number()), (key * 10, number));
        }
        assert!(!derived.is_under_way());
    }

    #[test]
    fn an_answer_to_another_question_is_not_taken() {
        let (sender, receiver) = mpsc::channel();
        let mut derived = Derived { of: Some(1), value: 10, number: 1, under_way: None };
        derived.under_way = Some((2, receiver));
        derived.take_up(&2);
        assert!(derived.is_under_way());
        assert!(sender.send(20).is_ok());
        derived.take_up(&3);
        assert_eq!((*derived.get(), derived.is_under_way()), (10, false));
    }
}
