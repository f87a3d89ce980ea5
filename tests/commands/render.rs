//! `dateline render`: a picture, with no display and no GPU.

use std::ffi::OsString;
use std::path::Path;

use resvg::tiny_skia::Pixmap;

use crate::{Run, arguments, folder, sample};

/// Renders `path` with these options and reads the picture back.
#[track_caller]
fn picture(path: &Path, options: &[&str]) -> Pixmap {
    let folder = folder(&[]);
    let target = folder.path().join("picture.png");
    let mut all = arguments!["render", path, "-o", target].to_vec();
    all.extend(options.iter().map(OsString::from));
    let run = Run::new(all).expect(0, &[]);
    assert!(run.stdout.is_empty());
    Pixmap::load_png(&target).unwrap()
}

/// How many pixels differ between two pictures of one size.
fn difference(a: &Pixmap, b: &Pixmap) -> usize {
    assert_eq!((a.width(), a.height()), (b.width(), b.height()));
    a.pixels().iter().zip(b.pixels()).filter(|(a, b)| a != b).count()
}

/// The brightness of the commonest colour, 0 to 255: that of the ground.
fn ground(picture: &Pixmap) -> u8 {
    let mut counts = [0_usize; 256];
    for pixel in picture.pixels() {
        counts[usize::from(pixel.green())] += 1;
    }
    let commonest = (0..=255_u8).max_by_key(|&level| counts[usize::from(level)]);
    commonest.unwrap_or_default()
}

#[test]
fn the_picture_has_the_size_that_was_asked_for() {
    let path = sample("ukraine_2022/chronology.txt");
    let size = |options: &[&str]| {
        let picture = picture(&path, options);
        (picture.width(), picture.height())
    };
    assert_eq!(size(&["--width", "1280", "--height", "800"]), (1280, 800));
    assert_eq!(size(&["--width", "641", "--height", "403", "--scale", "2"]), (1282, 806));
}

#[test]
fn the_picture_shows_the_events_on_the_theme_s_ground() {
    let path = sample("");
    let options = |theme| ["--width", "1280", "--height", "800", "--theme", theme];
    let light = picture(&path, &options("light"));
    let dark = picture(&path, &options("dark"));
    assert!(ground(&light) > 230, "the light ground is {}", ground(&light));
    assert!(ground(&dark) < 60, "the dark ground is {}", ground(&dark));
    for picture in [&light, &dark] {
        let ground = ground(picture);
        let inked = picture.pixels().iter().filter(|p| p.green().abs_diff(ground) > 40).count();
        assert!(inked > 10_000, "only {inked} pixels are drawn on");
    }
}

#[test]
fn the_stretch_and_the_lanes_change_what_is_drawn() {
    let path = sample("ukraine_2022");
    let size = ["--width", "900", "--height", "600"];
    let with = |options: &[&str]| picture(&path, &[&size, options].concat());
    let whole = with(&[]);
    assert_eq!(difference(&whole, &with(&[])), 0, "the same picture twice");
    assert!(difference(&whole, &with(&["--from", "2022-09-01", "--to", "2022-09-30"])) > 5_000);
    let by_category = with(&["--lanes", "category"]);
    for lanes in ["place", "document", "participant"] {
        assert!(difference(&by_category, &with(&["--lanes", lanes])) > 2_000, "lanes by {lanes}");
    }
}

#[test]
fn every_axis_draws_another_picture_and_says_what_it_is() {
    let path = sample("");
    let folder = folder(&[]);
    let with = |axis: &[&str]| {
        let target = folder.path().join("picture.svg");
        let mut all = arguments!["render", path, "-o", target].to_vec();
        all.extend(axis.iter().map(OsString::from));
        Run::new(all).expect(0, &[]);
        std::fs::read_to_string(&target).unwrap()
    };
    let plain = with(&[]);
    assert!(!plain.contains("Not to scale"));
    for axis in ["compressed", "logarithmic"] {
        let picture = with(&["--axis", axis, "--origin", "2022-02-24"]);
        // In the corner and in the line at the bottom.
        assert_eq!(picture.matches("Not to scale").count(), 2, "{axis}");
    }
    let relative = with(&["--axis", "relative", "--origin", "24 February 2022"]);
    assert!(relative.contains("D = 24 Feb 2022") && !relative.contains("Not to scale"));
    assert!(relative.contains("Counted from D"));
    let target = folder.path().join("picture.png");
    for axis in ["logarithmic", "relative"] {
        Run::new(arguments!["render", path, "--axis", axis, "-o", target]).expect(2, &["--origin"]);
    }
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let folder = folder(&[("empty.txt", b"")]);
    let target = folder.path().join("picture.png");
    let empty = folder.path().join("empty.txt");
    Run::new(arguments!["render", empty, "-o", target]).expect(1, &["empty.txt"]);
    assert!(!target.exists());
    let nowhere = folder.path().join("no/such/picture.png");
    let path = sample("history/writing.txt");
    Run::new(arguments!["render", path, "-o", nowhere]).expect(1, &["picture.png"]);
    Run::new(arguments!["render", path, "--from", "2022", "--to", "2021", "-o", target])
        .expect(2, &["--from"]);
}

#[test]
fn a_picture_is_as_high_as_its_lanes_need_unless_it_is_told_a_height() {
    let folder = folder(&[("one.txt", b"The bridge was opened on 3 May 1932.".as_slice())]);
    let one = picture(&folder.path().join("one.txt"), &[]);
    assert_eq!((one.width(), one.height()), (1600, 320), "the least in which it can be read");
    let all = picture(&sample(""), &["--lanes", "place"]);
    assert!((600..=900).contains(&all.height()), "{} pixels", all.height());
}

#[test]
fn the_range_that_a_picture_names_is_that_of_its_events() {
    let folder = folder(&[(
        "one.txt",
        b"It rained on 3 May 1932. The bridge was opened in 1934.".as_slice(),
    )]);
    let target = folder.path().join("picture.svg");
    Run::new(arguments!["render", folder.path().join("one.txt"), "-o", target]).expect(0, &[]);
    let drawn = std::fs::read_to_string(target).unwrap();
    assert!(drawn.contains("May 1932 – Dec 1934"), "{drawn}");
}
