//! Where facts are kept: one SQL text, two engines, a sealed journal.
