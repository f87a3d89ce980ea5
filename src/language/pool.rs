//! What a reader of texts learns, kept for the next one.

use std::sync::Mutex;
use std::thread::{self, ThreadId};

/// Things that readers use one at a time. A thread gets back the one that it used last, whose
/// memory is still near its core.
#[derive(Debug)]
pub(super) struct Pool<T>(Mutex<Vec<(ThreadId, T)>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<T> Pool<T> {
    /// One that nobody uses, if there is any.
    pub(super) fn take(&self) -> Option<T> {
        let mut idle = self.0.lock().ok()?;
        let this = thread::current().id();
        let own = idle.iter().position(|(thread, _)| *thread == this);
        let at = own.or_else(|| idle.len().checked_sub(1))?;
        Some(idle.swap_remove(at).1)
    }

    /// Keeps one for the next reader.
    pub(super) fn keep(&self, one: T) {
        if let Ok(mut idle) = self.0.lock() {
            idle.push((thread::current().id(), one));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_gets_back_its_own() {
        let pool = Pool::default();
        assert_eq!(pool.take(), None);
        pool.keep("own");
        thread::scope(|scope| scope.spawn(|| pool.keep("another's")).join()).expect("it ends");
        assert_eq!(pool.take(), Some("own"));
        assert_eq!(pool.take(), Some("another's"));
        assert_eq!(pool.take(), None);
    }
}
