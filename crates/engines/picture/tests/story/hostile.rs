//! Broken, cut, swollen and double-faced files.

use crate::drawn::{chunk, jpeg, png, png_that_says, rgb, webp, with_segment};
use picture::{Kind, Refusal, Seen, accept, prepare};
use proptest::prelude::*;
use std::time::{Duration, Instant};

#[test]
fn a_bomb_is_refused_before_it_is_opened() {
    let bomb = png_that_says(30_000, 30_000, 8, 2);
    assert!(bomb.len() < 4096);
    let start = Instant::now();
    let refusal = prepare(&bomb).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(50));
    assert_eq!(
        refusal,
        Refusal::TooManyPixels { width_px: 30_000, height_px: 30_000, pixels_max: 50_000_000 }
    );
    assert!(refusal.to_string().contains("50 mégapixels"), "{refusal}");
    let wide = png_that_says(u32::MAX >> 1, 1, 1, 0);
    assert!(matches!(accept(&wide), Err(Refusal::TooManyPixels { .. } | Refusal::Broken { .. })));
    // 16 bits a colour take 8 bytes a pixel: fewer of them fit in memory.
    let deep = prepare(&png_that_says(7000, 7000, 16, 6)).unwrap_err();
    assert!(matches!(deep, Refusal::TooManyPixels { pixels_max: 25_000_000, .. }), "{deep:?}");
    assert_eq!(accept(&png_that_says(0, 10, 8, 2)), Err(Refusal::Broken { kind: Kind::Png }));
}

#[test]
fn a_photograph_cut_short_is_never_taken_for_a_whole_one() {
    let image = rgb(120, 90);
    for (bytes, kind) in [
        (jpeg(&image, None), Kind::Jpeg),
        (png(&image, None), Kind::Png),
        (webp(&image, None), Kind::WebP),
    ] {
        for length in (12..bytes.len()).step_by(7).chain([bytes.len() - 1]) {
            let refusal = prepare(&bytes[..length]).unwrap_err();
            assert_eq!(refusal, Refusal::Truncated { kind }, "at {length}");
        }
    }
}

#[test]
fn a_picture_that_is_something_else_as_well_is_refused() {
    let image = rgb(50, 50);
    let archive = [b"PK\x03\x04file".as_slice(), b"PK\x05\x06", &[0; 18]].concat();
    for (bytes, kind) in [
        (jpeg(&image, None), Kind::Jpeg),
        (png(&image, None), Kind::Png),
        (webp(&image, None), Kind::WebP),
    ] {
        let both = [bytes.as_slice(), &archive].concat();
        assert_eq!(accept(&both), Err(Refusal::Polyglot { kind, with: Seen::Archive }));
        let both = [bytes.as_slice(), b"<script>alert(1)</script>"].concat();
        assert_eq!(accept(&both), Err(Refusal::Polyglot { kind, with: Seen::Page }));
        let both = [bytes.as_slice(), b"<?php system('id');"].concat();
        assert_eq!(accept(&both), Err(Refusal::Polyglot { kind, with: Seen::Page }));
    }
    // An archive in a comment, read from the end of the file, behind the picture's own end.
    let both = [png(&image, None).as_slice(), b"anything"].concat();
    let unknown = Refusal::Polyglot { kind: Kind::Png, with: Seen::Unknown };
    assert_eq!(accept(&both), Err(unknown));
}

#[test]
fn a_script_in_a_comment_is_not_in_what_is_made() {
    let sent = with_segment(&jpeg(&rgb(50, 50), None), 0xFE, b"<script>alert(1)</script>");
    let made = prepare(&sent).unwrap();
    assert!(!made.renditions[0].bytes.windows(7).any(|it| it == b"<script"));
}

#[test]
fn a_flood_of_passes_is_refused() {
    let sent = jpeg(&rgb(16, 16), None);
    let at = sent.windows(2).position(|it| it == [0xFF, 0xDA]).unwrap();
    let pass = &sent[at..sent.len() - 2];
    let flood = [&sent[..at], &pass.repeat(100), &[0xFF, 0xD9]].concat();
    assert_eq!(accept(&flood), Err(Refusal::Broken { kind: Kind::Jpeg }));
}

#[test]
fn text_that_swells_beside_the_pixels_is_never_unfolded() {
    let sent = png(&rgb(20, 20), None);
    let end = sent.len() - 12;
    let swollen = [0x78, 0x9C, 0xED, 0xC1, 0x01, 0x01].repeat(50_000);
    let mut bytes = sent[..33].to_vec();
    bytes.extend(chunk(*b"iCCP", &[b"p\0\0".as_slice(), &swollen].concat()));
    bytes.extend(chunk(*b"zTXt", &[b"t\0\0".as_slice(), &swollen].concat()));
    bytes.extend(&sent[33..end]);
    bytes.extend(&sent[end..]);
    let start = Instant::now();
    let _ = prepare(&bytes);
    assert!(start.elapsed() < Duration::from_secs(2));
}

fn samples() -> Vec<Vec<u8>> {
    let image = rgb(64, 48);
    vec![jpeg(&image, None), png(&image, None), webp(&image, None)]
}

/// Whatever was sent, what is made stays within the sizes promised.
fn is_bounded(bytes: &[u8]) {
    if let Ok(made) = prepare(bytes) {
        assert!(accept(bytes).is_ok(), "what is prepared was acceptable");
        assert!(!made.renditions.is_empty() && made.renditions.len() <= 3);
        for it in made.renditions {
            assert!((1..=1600).contains(&it.width_px) && (1..=1600).contains(&it.height_px));
            assert!(it.bytes.len() < 8_000_000);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_whatever_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        is_bounded(&bytes);
    }

    #[test]
    fn no_bytes_behind_a_true_beginning_make_it_panic(
        which in 0_usize..3,
        kept in 3_usize..200,
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let sample = &samples()[which];
        is_bounded(&[&sample[..kept.min(sample.len())], &bytes].concat());
    }

    #[test]
    fn flipped_bytes_never_make_it_panic(
        which in 0_usize..3,
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = samples()[which].clone();
        for (at, flip) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
        }
        is_bounded(&bytes);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(which in 0_usize..3, at in any::<prop::sample::Index>()) {
        let sample = &samples()[which];
        let cut = &sample[..at.index(sample.len())];
        prop_assert!(prepare(cut).is_err());
    }
}
