//! Pictures that people send: recognised by content, bounded, stripped of everything that is not
//! the picture.
//!
//! [`accept`] says whether bytes are a picture of a kind we take, without decoding it: it reads
//! the structure of the file and its header only, so that a bomb costs nothing. [`prepare`] then
//! decodes it, turns it the way it was held, puts it on white and makes JPEG files of it in up to
//! three sizes. What comes out is drawn anew from the pixels: no camera, no date, no GPS position,
//! no colour profile, no text and nothing hidden behind the picture can be left in it.
//!
//! The same bytes always give the same files, so that their names can be drawn from what they
//! hold. Preparing the largest picture allowed takes up to twice [`MEMORY_MAX_BYTES`] and about
//! two seconds of processor: callers do one at a time, away from the threads that answer.
//!
//! ```
//! assert_eq!(
//!     picture::accept(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
//!     Err(picture::Refusal::WrongKind { seen: picture::Seen::Svg }),
//! );
//! ```

mod decode;
mod prepare;
mod recognise;
mod refusal;
mod shrink;
mod structure;

pub use prepare::{Prepared, Rendition, draw, prepare};
pub use recognise::{Kind, Seen};
pub use refusal::Refusal;

/// The heaviest file taken, in bytes: 12 MB, what a telephone of today makes of 50 megapixels.
pub const SIZE_MAX_BYTES: usize = 12_000_000;

/// The most pixels taken: 50 megapixels.
pub const PIXELS_MAX: u64 = 50_000_000;

/// The most memory that the decoded pixels may take, in bytes: 4 for each of 50 megapixels, or 8
/// for each of 25. The decoder takes as much again while it works.
pub const MEMORY_MAX_BYTES: u64 = 200_000_000;

/// The long sides of the sizes that are made, in pixels, the largest first.
pub const LONG_SIDES_PX: [u32; 3] = [1600, 800, 320];

/// What is known of a picture before it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How it is written.
    pub kind: Kind,
    /// Its width as it is to be seen, in pixels.
    pub width_px: u32,
    /// Its height as it is to be seen, in pixels.
    pub height_px: u32,
}

/// Whether these bytes are a picture that can be taken. Its name and what the sender says of its
/// kind are never asked. Nothing is decoded: a file whose pixels are broken is refused later, by
/// [`prepare`].
pub fn accept(bytes: &[u8]) -> Result<Picture, Refusal> {
    let kind = recognise::kind(bytes)?;
    structure::check(kind, bytes)?;
    decode::header(kind, bytes).map(|it| it.picture)
}
