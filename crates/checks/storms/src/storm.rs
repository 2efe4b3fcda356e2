//! The storms, one promise each.

mod clock;
mod failing;
mod full;
mod kill;
mod malformed;
mod once;
mod overload;
mod power;
mod soak;
mod upgrade;

pub use clock::jumping_clock;
pub use failing::failing_calls;
pub use full::full_disk;
pub use kill::killed;
pub use malformed::malformed_requests;
pub use once::once_each;
pub use overload::overload;
pub use power::{Synchronous, power_cuts};
pub use soak::soak;
pub use upgrade::interrupted_migrations;

use crate::house::House;
use crate::program::Program;
use crate::weather::{Library, Weather};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// Where storms happen: a scratch folder, the program, and what the machine has.
pub struct Ground {
    /// The program.
    pub binary: PathBuf,
    /// An address of `PostgreSQL`, when there is one.
    pub postgres: Option<String>,
    library: Library,
    folder: tempfile::TempDir,
}

/// How a storm ended.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Which promise, `R1` for one, and how it was tried.
    pub promise: &'static str,
    /// Whether it was kept.
    pub ending: Ending,
    /// The figures, in words.
    pub said: String,
}

/// Whether a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was.
    Kept,
    /// It was not.
    Broken,
    /// This machine cannot try it; the outcome says why.
    Skipped,
}

impl Ending {
    /// Kept, if that is so.
    pub fn kept_if(is_kept: bool) -> Self {
        if is_kept { Self::Kept } else { Self::Broken }
    }
}

impl Ground {
    /// Prepares the ground for that program.
    pub fn new(binary: &Path) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("storms-").tempdir()?;
        let binary = binary.canonicalize().with_context(|| {
            format!("{} is not there: cargo build -p maillage first", binary.display())
        })?;
        Ok(Self {
            binary,
            postgres: std::env::var("MAILLAGE_TEST_POSTGRES").ok(),
            library: Library::build(folder.path())?,
            folder,
        })
    }

    /// A folder of that name, empty.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.path().join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// A house with its tables, on a folder of that name.
    pub fn house(&self, name: &str) -> Result<House> {
        House::build(Program::new(&self.binary, &self.folder(name)?))
    }

    /// The same on `PostgreSQL`; none when this machine has none.
    pub fn house_on_postgres(&self, name: &str) -> Result<Option<House>> {
        let Some(address) = &self.postgres else { return Ok(None) };
        let schema = format!("storms_{name}_{}", std::process::id());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let address = runtime.block_on(db::scratch::schema(address, &schema))?;
        let mut program = Program::new(&self.binary, &self.folder(name)?);
        program.database = Some(address);
        House::build(program).map(Some)
    }

    /// Fine weather over the house, that can turn bad.
    pub fn weather(&self, house: &mut House) -> Result<Weather> {
        let weather = Weather::over(&self.library, &house.program.folder)?;
        house.program.weather = Some(weather.clone());
        Ok(weather)
    }
}

/// Says what went wrong under one seed, and how to see it again.
fn cry(what: &str, seed: u64, why: &str) {
    eprintln!("   {what}, seed {seed}: {why}\n   again: maillage-soak {what} --seed {seed}");
}
