//! What a file that is no text seems to be, by its first bytes.

/// A magic number: bytes at an offset, and what they tell.
struct Magic {
    offset: usize,
    bytes: &'static [u8],
    what: &'static str,
}

const fn magic(offset: usize, bytes: &'static [u8], what: &'static str) -> Magic {
    Magic { offset, bytes, what }
}

/// The more specific ones first. Sources: the formats' own specifications, and the `magic(5)`
/// data of file(1).
const MAGIC: &[Magic] = &[
    magic(0, b"%PDF-", "a PDF"),
    magic(0, b"{\\rtf", "a rich text document (RTF)"),
    magic(0, b"%!PS", "a PostScript document"),
    magic(30, b"mimetypeapplication/epub+zip", "an EPUB book"),
    magic(30, b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    magic(30, b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    magic(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Microsoft Office file"),
    magic(60, b"BOOKMOBI", "a Kindle book (MOBI)"),
    magic(0, b"AT&TFORM", "a DjVu document"),
    magic(0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    magic(0, &[0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
    magic(0, b"GIF8", "a picture (GIF)"),
    magic(0, b"BM", "a picture (BMP)"),
    magic(8, b"WEBP", "a picture (WebP)"),
    magic(0, b"II*\0", "a picture (TIFF)"),
    magic(0, b"MM\0*", "a picture (TIFF)"),
    magic(4, b"ftyphei", "a picture (HEIF)"),
    magic(4, b"ftypavif", "a picture (AVIF)"),
    magic(4, b"ftyp", "a video (MP4)"),
    magic(0, &[0x1A, 0x45, 0xDF, 0xA3], "a video (Matroska)"),
    magic(8, b"AVI ", "a video (AVI)"),
    magic(8, b"WAVE", "a sound recording (WAV)"),
    magic(0, b"ID3", "a sound recording (MP3)"),
    magic(0, b"OggS", "a sound recording (Ogg)"),
    magic(0, b"fLaC", "a sound recording (FLAC)"),
    magic(0, &[0x1F, 0x8B], "a compressed file (gzip)"),
    magic(0, b"BZh", "a compressed file (bzip2)"),
    magic(0, b"\xFD7zXZ\0", "a compressed file (xz)"),
    magic(0, &[0x28, 0xB5, 0x2F, 0xFD], "a compressed file (Zstandard)"),
    magic(0, b"7z\xBC\xAF\x27\x1C", "an archive (7z)"),
    magic(0, b"Rar!\x1A\x07", "an archive (RAR)"),
    magic(257, b"ustar", "an archive (tar)"),
    magic(0, b"SQLite format 3\0", "a database (SQLite)"),
    magic(0, b"\x7FELF", "a program"),
    magic(0, b"MZ", "a program"),
    magic(0, &[0xCF, 0xFA, 0xED, 0xFE], "a program"),
    magic(0, &[0xCA, 0xFE, 0xBA, 0xBE], "a program"),
    magic(0, b"\0asm", "a program"),
    magic(0, &[0, 1, 0, 0, 0], "a font"),
    magic(0, b"OTTO", "a font"),
    magic(0, b"wOF", "a font"),
];

/// Magic numbers that are also letters with which a text may well begin.
const LETTERS: &[&[u8]] =
    &[b"BM", b"MZ", b"ID3", b"BZh", b"OTTO", b"GIF8", b"OggS", b"fLaC", b"wOF"];

/// What these first bytes of a file show it to be, with its article; `None` if they are no
/// known binary format.
pub(crate) fn kind(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") {
        return Some(zip_kind(head));
    }
    let found = MAGIC
        .iter()
        .find(|magic| head.get(magic.offset..).is_some_and(|rest| rest.starts_with(magic.bytes)))?;
    let ambiguous = LETTERS.contains(&found.bytes) && !head.contains(&0);
    (!ambiguous).then_some(found.what)
}

/// What a ZIP container holds, by the names of its first entries.
fn zip_kind(head: &[u8]) -> &'static str {
    let holds = |name: &[u8]| memchr::memmem::find(head, name).is_some();
    if let Some(magic) = MAGIC.iter().find(|magic| {
        magic.offset == 30 && head.get(30..).is_some_and(|rest| rest.starts_with(magic.bytes))
    }) {
        magic.what
    } else if holds(b"word/") {
        "a Word document (DOCX)"
    } else if holds(b"xl/") {
        "an Excel workbook (XLSX)"
    } else if holds(b"ppt/") {
        "a PowerPoint presentation (PPTX)"
    } else if holds(b"[Content_Types].xml") {
        "a Microsoft Office file"
    } else {
        "an archive (ZIP)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &[u8], expected: Option<&str>) {
        assert_eq!(kind(head), expected, "{}", String::from_utf8_lossy(head));
    }

    fn zip_with(name: &str) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(30, 0);
        bytes.extend_from_slice(name.as_bytes());
        bytes
    }

    #[test]
    fn known_formats_are_named() {
        check(b"%PDF-1.7\n%\xE2\xE3", Some("a PDF"));
        check(b"{\\rtf1\\ansi", Some("a rich text document (RTF)"));
        check(&zip_with("mimetypeapplication/epub+zip"), Some("an EPUB book"));
        check(
            &zip_with("mimetypeapplication/vnd.oasis.opendocument.text"),
            Some("an OpenDocument text (ODT)"),
        );
        check(&zip_with("word/document.xml"), Some("a Word document (DOCX)"));
        check(&zip_with("holiday.jpg"), Some("an archive (ZIP)"));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("a picture (PNG)"));
        check(b"MZ\x90\0\x03\0", Some("a program"));
    }

    #[test]
    fn a_text_may_begin_with_the_same_letters() {
        check(b"BMW was founded in 1916.", None);
        check(b"MZ motorcycles were built in Zschopau.", None);
        check(b"BZhania is a name.", None);
        check(b"", None);
    }
}
