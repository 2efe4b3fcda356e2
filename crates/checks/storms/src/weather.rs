//! Bad weather on a data folder: power cuts and failing calls, made by the library `lossy.c`,
//! which the program is started with.

use anyhow::{Context as _, Result, bail};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// The words of the page that the harness shares with the library, in the library's order.
#[derive(Clone, Copy, Debug)]
pub enum Word {
    /// After how many writes the power is cut; never when negative.
    CutAfter,
    /// What the choices at the cut are drawn from.
    Seed,
    /// How many sectors in a hundred survive without having been synced.
    KeptPercent,
    /// How many calls go well before one fails; none fails when negative.
    FailAfter,
    /// How it fails, a [`Failure`].
    FailHow,
    /// How many calls fail; without end when negative.
    FailTimes,
    /// How many writes were seen.
    Writes,
    /// How many calls were made to fail.
    Failed,
    /// Not zero: the disk says it synced and did not.
    Lies,
    /// How far the clock is from the machine's, in seconds.
    Clock,
}

const WORDS: usize = 10;

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The disk is broken.
    Io = 1,
    /// The disk is full.
    Full = 2,
    /// Half is written, and then the disk is full.
    Short = 3,
}

impl Failure {
    /// Every way to fail.
    pub const ALL: [Self; 3] = [Self::Io, Self::Full, Self::Short];
}

/// The library, built once, and where it works.
#[derive(Clone, Debug)]
pub struct Library(Arc<PathBuf>);

impl Library {
    /// Builds the library into `folder` with the machine's C compiler.
    pub fn build(folder: &Path) -> Result<Self> {
        let source = folder.join("lossy.c");
        let library = folder.join("lossy.so");
        std::fs::write(&source, include_str!("../lossy.c"))?;
        let built = Command::new("cc")
            .args(["-O2", "-shared", "-fPIC", "-o"])
            .args([&library, &source])
            .args(["-ldl", "-lpthread"])
            .output()
            .context("a C compiler named cc is needed")?;
        if !built.status.success() {
            bail!("lossy.c: {}", String::from_utf8_lossy(&built.stderr));
        }
        Ok(Self(Arc::new(library)))
    }
}

/// The weather over one folder.
#[derive(Clone, Debug)]
pub struct Weather {
    library: Library,
    folder: PathBuf,
    page_path: PathBuf,
    page: Arc<File>,
}

impl Weather {
    /// Fine weather over `folder`; the page lies beside it.
    pub fn over(library: &Library, folder: &Path) -> Result<Self> {
        let page_path = folder.with_extension("weather");
        let page = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(&page_path)?;
        page.set_len((WORDS * 8) as u64)?;
        let folder = folder.canonicalize()?;
        let weather = Self { library: library.clone(), folder, page_path, page: page.into() };
        weather.clear()?;
        Ok(weather)
    }

    /// Fine weather again.
    pub fn clear(&self) -> Result<()> {
        self.set(Word::CutAfter, -1)?;
        self.set(Word::FailAfter, -1)?;
        self.set(Word::FailTimes, 0)?;
        self.set(Word::Lies, 0)?;
        self.set(Word::Writes, 0)
    }

    /// Sets a word.
    pub fn set(&self, word: Word, value: i64) -> Result<()> {
        Ok(self.page.write_all_at(&value.to_ne_bytes(), word as u64 * 8)?)
    }

    /// Reads a word.
    pub fn get(&self, word: Word) -> Result<i64> {
        let mut bytes = [0; 8];
        self.page.read_exact_at(&mut bytes, word as u64 * 8)?;
        Ok(i64::from_ne_bytes(bytes))
    }

    /// Has the power cut after that many writes of a process that is not started yet.
    pub fn cut_after(&self, writes: i64, seed: u64, kept_percent: i64) -> Result<()> {
        self.clear()?;
        self.set(Word::Seed, seed.cast_signed())?;
        self.set(Word::KeptPercent, kept_percent)?;
        self.set(Word::CutAfter, writes)
    }

    /// Has calls fail: `after` go well, then `times` fail (all of them when negative).
    pub fn fail(&self, after: i64, failure: Failure, times: i64) -> Result<()> {
        self.set(Word::FailAfter, -1)?;
        self.set(Word::Failed, 0)?;
        self.set(Word::FailHow, failure as i64)?;
        self.set(Word::FailTimes, times)?;
        self.set(Word::FailAfter, after)
    }

    /// What a process needs in its environment to be in this weather.
    pub(crate) fn environment(&self) -> [(&'static str, &Path); 3] {
        [
            ("LD_PRELOAD", self.library.0.as_path()),
            ("STORM_FOLDER", self.folder.as_path()),
            ("STORM_PAGE", self.page_path.as_path()),
        ]
    }
}
