//! Every "no" of this crate, with its limits and their units.

use crate::{Kind, PIXELS_MAX, SIZE_MAX_BYTES, Seen};

/// Why a picture is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in the file.
    #[error("le fichier est vide")]
    Empty,
    /// The file is heavier than [`SIZE_MAX_BYTES`].
    #[error(
        "le fichier pèse {} Mo : une photo pèse au plus {} Mo",
        megabytes(*size_bytes),
        SIZE_MAX_BYTES / 1_000_000
    )]
    TooHeavy {
        /// Its weight, in bytes.
        size_bytes: usize,
    },
    /// The file is not of a kind we take.
    #[error("{seen} : envoyez une photo JPEG, PNG ou WebP")]
    WrongKind {
        /// What it looks like.
        seen: Seen,
    },
    /// More pixels than [`PIXELS_MAX`], or fewer when each takes much memory.
    #[error(
        "l'image fait {width_px} sur {height_px} pixels : elle a au plus {pixels_max} pixels \
         ({} mégapixels)",
        pixels_max / 1_000_000
    )]
    TooManyPixels {
        /// Its width, in pixels.
        width_px: u32,
        /// Its height, in pixels.
        height_px: u32,
        /// The most pixels for a picture written in this way.
        pixels_max: u64,
    },
    /// The file stops before the picture is complete.
    #[error("le fichier {kind} est incomplet : envoyez-le à nouveau")]
    Truncated {
        /// How it began.
        kind: Kind,
    },
    /// The file is a picture and something else at once.
    #[error("le fichier {kind} contient autre chose qu'une image ({with})")]
    Polyglot {
        /// What the picture is.
        kind: Kind,
        /// What else is in the file.
        with: Seen,
    },
    /// The file begins as a picture and cannot be read as one.
    #[error("le fichier {kind} est abîmé : ouvrez-le et enregistrez-le à nouveau")]
    Broken {
        /// How it began.
        kind: Kind,
    },
}

impl base::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::Empty => "picture-empty",
            Self::TooHeavy { .. } => "picture-too-heavy",
            Self::WrongKind { seen: Seen::Heic } => "picture-heic",
            Self::WrongKind { .. } => "picture-wrong-kind",
            Self::TooManyPixels { .. } => "picture-too-many-pixels",
            Self::Truncated { .. } => "picture-truncated",
            Self::Polyglot { .. } => "picture-polyglot",
            Self::Broken { .. } => "picture-broken",
        }
    }
}

impl Refusal {
    /// The limit that was passed, as words and numbers for a message, if there is one: for
    /// example `("pixels", 50_000_000)`.
    pub fn limit(&self) -> Option<(&'static str, u64)> {
        match self {
            Self::TooHeavy { .. } => Some(("bytes", SIZE_MAX_BYTES as u64)),
            Self::TooManyPixels { pixels_max, .. } => {
                Some(("pixels", (*pixels_max).min(PIXELS_MAX)))
            }
            _ => None,
        }
    }
}

/// Megabytes, rounded up: a file one byte too heavy is never said to weigh what is allowed.
fn megabytes(size_bytes: usize) -> usize {
    size_bytes.div_ceil(1_000_000)
}
