//! Words that are a stretch of a longer text, without a copy of them.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::Span;

/// A stretch of a text that it keeps alive, or a text of its own.
///
/// Millions of rows of a table have their titles in one text: each costs a reference here, where
/// a string of its own would cost its letters and an allocation.
#[derive(Clone)]
pub struct Excerpt {
    text: Arc<str>,
    span: Span,
}

impl Excerpt {
    /// A stretch of a text; empty if the span is not one of this text.
    #[must_use]
    pub const fn new(text: Arc<str>, span: Span) -> Self {
        Self { text, span }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.span.of(&self.text)
    }
}

impl Default for Excerpt {
    fn default() -> Self {
        Self::new(Arc::default(), Span::default())
    }
}

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Excerpt {
    fn from(text: &str) -> Self {
        Self { span: Span::new(0, text.len()), text: text.into() }
    }
}

impl From<String> for Excerpt {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<Excerpt> for String {
    fn from(excerpt: Excerpt) -> Self {
        excerpt.as_str().to_owned()
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Excerpt {}

impl PartialEq<str> for Excerpt {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Excerpt {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_its_words_wherever_they_stand() {
        let text: Arc<str> = "Battle of Kyiv".into();
        let excerpt = Excerpt::new(Arc::clone(&text), Span::new(10, 14));
        assert_eq!(excerpt, Excerpt::from("Kyiv"));
        assert_eq!(excerpt.to_string(), "Kyiv");
        assert_eq!(Excerpt::new(text, Span::new(10, 99)), "");
    }
}
