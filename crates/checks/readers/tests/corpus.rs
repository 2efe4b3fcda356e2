//! The corpus of the fuzzing targets, read: today inputs written by hand, in each of which the
//! reader does something of its own; what fuzzers find is added to it.

use readers::READERS;
use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn every_input_of_the_corpus_is_read_without_harm() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap();
    for reader in READERS {
        let folder = root.join("fuzz/corpus").join(reader.name);
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap()).collect();
        assert!(!files.is_empty(), "{} has inputs", reader.name);
        for file in files {
            let bytes = std::fs::read(file.path()).unwrap();
            let begin = Instant::now();
            (reader.read)(&bytes);
            assert!(begin.elapsed() < Duration::from_secs(2), "{:?} is slow", file.path());
        }
    }
}

/// What makes engines of expressions that go back on their steps wait for ever is read in a time
/// that grows as its length: the one engine used here never goes back.
#[test]
fn a_long_text_made_to_slow_a_reader_takes_no_longer_than_its_length() {
    let pieces = [
        "a", "aA", "(a", "\"", ",", "%", "\\", "[", "{\"a\":", "Mo ", "10:00-", "é", "@",
        "\u{200b}", "=?",
    ];
    for reader in READERS.iter().filter(|it| it.name != "picture") {
        for piece in pieces {
            let text = piece.repeat(60_000 / piece.len());
            let begin = Instant::now();
            (reader.read)(text.as_bytes());
            (reader.read)(format!("{text}!").as_bytes());
            let took = begin.elapsed();
            assert!(took < Duration::from_secs(3), "{} on {piece:?}: {took:?}", reader.name);
        }
    }
}
