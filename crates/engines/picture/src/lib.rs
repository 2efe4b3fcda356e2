//! Pictures that people send: recognised by content, bounded, stripped of everything that is not the picture.
