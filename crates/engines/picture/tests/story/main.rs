//! Pictures sent by people, by machines and by those who wish us ill.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod drawn;
mod hostile;
mod secrets;

use drawn::{exif, jpeg, png, png_clear, rgb, webp};
use picture::{Kind, Refusal, Seen, accept, prepare};

#[test]
fn a_picture_is_known_by_its_content_in_each_of_three_kinds() {
    let image = rgb(40, 30);
    for (bytes, kind) in [
        (jpeg(&image, None), Kind::Jpeg),
        (png(&image, None), Kind::Png),
        (webp(&image, None), Kind::WebP),
    ] {
        let seen = accept(&bytes).unwrap();
        assert_eq!((seen.kind, seen.width_px, seen.height_px), (kind, 40, 30));
        let prepared = prepare(&bytes).unwrap();
        assert_eq!(prepared.renditions.len(), 1, "a small picture is not enlarged");
        assert_eq!(accept(&prepared.renditions[0].bytes).unwrap().kind, Kind::Jpeg);
    }
}

#[test]
fn a_large_picture_is_made_in_three_sizes_always_the_same() {
    let bytes = jpeg(&rgb(2000, 1000), None);
    let prepared = prepare(&bytes).unwrap();
    let sizes: Vec<_> = prepared.renditions.iter().map(|it| (it.width_px, it.height_px)).collect();
    assert_eq!(sizes, [(1600, 800), (800, 400), (320, 160)]);
    assert_eq!(prepared, prepare(&bytes).unwrap());
    for it in &prepared.renditions {
        let seen = accept(&it.bytes).unwrap();
        assert_eq!((seen.width_px, seen.height_px), (it.width_px, it.height_px));
    }
    assert_eq!(prepared.at_least(400).unwrap().width_px, 800);
    assert_eq!(prepared.at_least(9000).unwrap().width_px, 1600);
}

#[test]
fn a_telephone_held_upright_gives_an_upright_picture() {
    // Red on the left half, blue on the right half; turned by a quarter, red is above.
    let image = image::RgbImage::from_fn(200, 100, |x, _| {
        image::Rgb(if x < 100 { [255, 0, 0] } else { [0, 0, 255] })
    });
    for bytes in
        [jpeg(&image, Some(exif(6))), png(&image, Some(exif(6))), webp(&image, Some(exif(6)))]
    {
        let seen = accept(&bytes).unwrap();
        assert_eq!((seen.width_px, seen.height_px), (100, 200));
        let prepared = prepare(&bytes).unwrap();
        let shown = image::load_from_memory(&prepared.renditions[0].bytes).unwrap().into_rgb8();
        assert_eq!(shown.dimensions(), (100, 200));
        let (above, below) = (shown.get_pixel(50, 20).0, shown.get_pixel(50, 180).0);
        assert!(above[0] > 200 && above[2] < 60, "{above:?}");
        assert!(below[2] > 200 && below[0] < 60, "{below:?}");
    }
}

#[test]
fn a_transparent_picture_is_put_on_white_and_its_colour_is_told() {
    let prepared = prepare(&png_clear(64, 64)).unwrap();
    assert_eq!(prepared.average_hex(), "#ffffff");
}

#[test]
fn what_is_no_picture_is_refused_and_called_by_its_name() {
    let refused: [(&[u8], Seen); 12] = [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", Seen::Svg),
        (b"<?xml version='1.0'?><!-- x --><svg/>", Seen::Svg),
        (b"GIF89a\x01\x00\x01\x00", Seen::Gif),
        (b"<!DOCTYPE html><p>bonjour", Seen::Page),
        (b"\n <HTML><body>", Seen::Page),
        (b"%PDF-1.7", Seen::Pdf),
        (b"PK\x03\x04....", Seen::Archive),
        (b"\0\0\0\x20ftypheic", Seen::Heic),
        (b"II*\0....", Seen::Tiff),
        (b"MZ\x90", Seen::Program),
        (b"BM......", Seen::Bmp),
        (b"une photo.jpg", Seen::Unknown),
    ];
    for (bytes, seen) in refused {
        assert_eq!(accept(bytes), Err(Refusal::WrongKind { seen }));
        assert_eq!(prepare(bytes), Err(Refusal::WrongKind { seen }));
    }
    assert_eq!(accept(b""), Err(Refusal::Empty));
}

#[test]
fn a_refusal_says_its_limit_and_the_unit() {
    let heavy = vec![0xFF; 12_000_001];
    let refusal = accept(&heavy).unwrap_err();
    assert_eq!(refusal.to_string(), "le fichier pèse 13 Mo : une photo pèse au plus 12 Mo");
    assert_eq!(refusal.limit(), Some(("bytes", 12_000_000)));
}
