//! How the site gives back the memory that it no longer needs.
//!
//! The C library keeps what was freed: in an arena for each thread, and, since large blocks that
//! were freed once raise the size from which blocks are given back, in heaps that only grow. Forms
//! of a megabyte, each of them harmless, made 75 MB become 200 in a minute. It reads its settings
//! when a process begins, so the program begins again under settings that hold: two arenas, and
//! blocks of 128 KiB and more always given back.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

const SETTINGS: [(&str, &str); 3] = [
    ("MALLOC_ARENA_MAX", "2"),
    ("MALLOC_MMAP_THRESHOLD_", "131072"),
    ("MALLOC_TRIM_THRESHOLD_", "131072"),
];

/// Begins again under the settings, in the same process, unless the operator chose some. When that
/// cannot be, the site opens all the same and takes more memory.
pub(crate) fn settle() {
    if SETTINGS.iter().any(|(name, _)| std::env::var_os(name).is_some()) {
        return;
    }
    if let Ok(own) = std::env::current_exe() {
        let error = Command::new(own).args(std::env::args_os().skip(1)).envs(SETTINGS).exec();
        tracing::debug!(%error, "memory is left as the system keeps it");
    }
}
