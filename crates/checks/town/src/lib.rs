//! A small town to test in, with a hand-moved clock, on both engines.
