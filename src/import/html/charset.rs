//! The encoding that a page names in itself.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into the page its encoding is looked for. The standard says 1024 bytes; pages exist
/// that have more before it.
const PRESCAN: usize = 4096;

/// The encoding that `<meta charset>`, `<meta http-equiv>` or the XML declaration names (HTML
/// Living Standard, 13.2.3.2 "Determining the character encoding").
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let named =
        ["charset", "encoding"].iter().find_map(|name| label_after(&head, name.as_bytes()))?;
    // A page whose declaration can be read byte by byte is in no form of UTF-16.
    Some(if named == UTF_16LE || named == UTF_16BE { UTF_8 } else { named })
}

/// The encoding whose label stands after `name` and an equals sign.
fn label_after(head: &[u8], name: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(head, name).find_map(|at| {
        let rest =
            head[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|b| b"\"'; />\t\r\n".contains(b)).unwrap_or(rest.len());
        Encoding::for_label(&rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: Option<&str>) {
        assert_eq!(declared(html.as_bytes()).map(Encoding::name), expected, "{html}");
    }

    #[test]
    fn the_label_is_found_however_it_is_written() {
        check("<meta charset=utf-8>", Some("UTF-8"));
        check("<META CHARSET = 'Windows-1251'/>", Some("windows-1251"));
        check(
            "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">",
            Some("KOI8-R"),
        );
        check("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>", Some("ISO-8859-2"));
        check("<meta charset=utf-16>", Some("UTF-8"));
        check("<meta charset=nonsense>", None);
        check("<p>The charset is unknown.</p>", None);
    }
}
