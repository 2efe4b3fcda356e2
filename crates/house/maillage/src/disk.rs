//! The disk under the house.

use std::path::Path;

/// The room left for us on the disk that holds a path, in bytes.
pub(crate) fn free_bytes(path: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(path).ok()?;
    Some(told.f_bavail.saturating_mul(told.f_frsize))
}
