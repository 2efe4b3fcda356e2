//! What a picture tells beside the picture does not come out.

use crate::drawn::{LATITUDE, LONGITUDE, OWNER, chunk, exif, jpeg, png, rgb, webp, with_segment};
use picture::prepare;

const MARKS: [&[u8]; 8] = [
    b"Exif",
    b"GPS",
    b"II*\0",
    b"http://ns.adobe",
    b"ICC_PROFILE",
    b"Photoshop 3.0",
    b"chez moi",
    OWNER,
];

/// The parts of a JPEG before its pixels, by their marker.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    let mut at = 2;
    while let Some([0xFF, marker, high, low]) = jpeg.get(at..at + 4) {
        found.push(*marker);
        if *marker == 0xDA {
            break;
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    found
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|it| it == mark)
}

fn nothing_is_told(sent: &[u8]) {
    let position = |it: [u32; 6]| it.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<u8>>();
    let (latitude, longitude) = (position(LATITUDE), position(LONGITUDE));
    assert!(holds(sent, &latitude) && holds(sent, &longitude), "the position was sent");
    assert!(holds(sent, OWNER), "and the owner");
    for rendition in prepare(sent).unwrap().renditions {
        let made = &rendition.bytes;
        assert!(!holds(made, &latitude) && !holds(made, &longitude), "the position came out");
        for mark in MARKS {
            assert!(!holds(made, mark), "{} came out", String::from_utf8_lossy(mark));
        }
        // Header, tables, frame, codes, pixels: no application block but the first, no comment.
        let known = [0xE0, 0xDB, 0xC0, 0xC4, 0xDA];
        let markers = markers(made);
        assert!(markers.iter().all(|it| known.contains(it)), "{markers:02X?}");
        assert!(!markers[1..].contains(&0xE0), "{markers:02X?}");
    }
}

#[test]
fn the_place_where_a_photograph_was_taken_does_not_survive_in_any_kind() {
    let image = rgb(900, 500);
    nothing_is_told(&jpeg(&image, Some(exif(1))));
    nothing_is_told(&png(&image, Some(exif(3))));
    nothing_is_told(&webp(&image, Some(exif(8))));
}

#[test]
fn neither_comments_nor_profiles_nor_notes_of_any_program_survive() {
    let mut sent = jpeg(&rgb(60, 60), Some(exif(1)));
    for (marker, content) in [
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>chez moi</x>".as_slice()),
        (0xE2, b"ICC_PROFILE\0\x01\x01chez moi".as_slice()),
        (0xED, b"Photoshop 3.0\08BIM chez moi".as_slice()),
        (0xFE, b"chez moi".as_slice()),
    ] {
        sent = with_segment(&sent, marker, content);
    }
    nothing_is_told(&sent);

    let sent = png(&rgb(60, 60), Some(exif(1)));
    let end = sent.len() - 12;
    let mut with_text = sent[..end].to_vec();
    with_text.extend(chunk(*b"tEXt", b"Comment\0chez moi"));
    with_text.extend(chunk(*b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0http://ns.adobe.com/ chez moi"));
    with_text.extend(&sent[end..]);
    nothing_is_told(&with_text);
}

#[test]
fn what_a_telephone_hides_behind_a_photograph_is_dropped() {
    let mut sent = jpeg(&rgb(60, 60), Some(exif(1)));
    sent.extend(b"....ftypmp42 chez moi, en film");
    nothing_is_told(&sent);
}
