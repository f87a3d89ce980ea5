//! The lines of a text.

/// The lines of a text with the line feeds that end them, which are looked for many bytes at a time.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let whole = (!text.is_empty() && !text.ends_with('\n')).then_some(text.len());
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut start = 0;
    ends.chain(whole).map(move |end| &text[std::mem::replace(&mut start, end)..end])
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_keep_their_ends() {
        for text in ["", "\n", "a", "a\n", "a\n\nb", "ä\r\nb\n"] {
            let expected: Vec<&str> = text.split_inclusive('\n').collect();
            assert_eq!(lines(text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}
