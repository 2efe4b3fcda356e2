//! Limits on what is read: each is far above any real list and far below any memory.

/// Longest row, in bytes of UTF-8.
pub const ROW_MAX_BYTES: usize = 8 << 20;

/// Most columns in a list.
pub const COLUMNS_MAX: usize = 4_096;

/// Deepest nesting of a JSON row, in levels.
pub const DEPTH_MAX: usize = 64;

/// Most of a bad row that is kept, in characters.
pub(crate) const EXCERPT_MAX_CHARS: usize = 2_000;

/// Rows looked at to know the columns of a JSON list.
pub(crate) const PEEKED_ROWS: usize = 500;

/// Bytes looked at to know the columns of a JSON list.
pub(crate) const PEEKED_BYTES: usize = 4 << 20;

/// How often a quote left open may send the reader back to the next line.
pub(crate) const SECOND_CHANCES: u32 = 20;
