//! The real program, started on a folder, stopped politely or not.

use crate::weather::Weather;
use anyhow::{Context as _, Result, bail};
use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How to start the program on one folder.
#[derive(Clone, Debug)]
pub struct Program {
    /// The binary.
    pub binary: PathBuf,
    /// The data folder.
    pub folder: PathBuf,
    /// The database when it is not in the folder.
    pub database: Option<String>,
    /// The weather, when it is bad.
    pub weather: Option<Weather>,
    /// More of its environment.
    pub environment: Vec<(String, String)>,
}

/// The program, running.
pub struct Running {
    child: Child,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Program {
    /// The program on a folder of its own, in fine weather.
    pub fn new(binary: &Path, folder: &Path) -> Self {
        Self {
            binary: binary.to_owned(),
            folder: folder.to_owned(),
            database: None,
            weather: None,
            environment: Vec::new(),
        }
    }

    /// Where its facts are.
    pub fn database_address(&self) -> String {
        let file = self.folder.join("maillage.db");
        self.database.clone().unwrap_or_else(|| format!("sqlite:{}", file.display()))
    }

    /// Where its log goes: beside the folder, where no bad weather reaches.
    pub fn log(&self) -> PathBuf {
        self.folder.with_extension("log")
    }

    /// Runs a command of the program to its end.
    pub fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = Command::new(&self.binary);
        command.arg("--data").arg(&self.folder).args(arguments);
        if let Some(database) = &self.database {
            command.env("MAILLAGE_DATABASE", database);
        }
        if let Some(weather) = &self.weather {
            command.envs(weather.environment());
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        let log = OpenOptions::new().create(true).append(true).open(self.log())?;
        command.stdin(Stdio::null()).stderr(log);
        Ok(command)
    }

    /// Starts serving and waits until it listens. A process that ends before is an error.
    pub fn start(&self) -> Result<Running> {
        self.start_at("127.0.0.1:0".parse()?)
    }

    /// Starts serving at that address.
    pub fn start_at(&self, listen: SocketAddr) -> Result<Running> {
        let mut command = self.command(&["--json", "serve", "--listen", &listen.to_string()])?;
        let mut child = command.stdout(Stdio::piped()).spawn().context("the program starts")?;
        let mut said = String::new();
        let out = child.stdout.take().context("its output")?;
        BufReader::new(out).read_line(&mut said)?;
        let told: serde_json::Value = match serde_json::from_str(&said) {
            Ok(told) => told,
            Err(_) => bail!("the program ended before it listened: {}", child.wait()?),
        };
        let origin = told["listening"].as_str().unwrap_or_default();
        let address = origin.trim_start_matches("http://").parse();
        Ok(Running { child, address: address.context("the address it listens at")? })
    }

    /// What its log says of panics: nothing, one hopes.
    pub fn panics(&self) -> Result<Vec<String>> {
        let log = std::fs::read(self.log()).unwrap_or_default();
        let log = String::from_utf8_lossy(&log).into_owned();
        Ok(log.lines().filter(|line| line.contains("panic")).map(str::to_owned).collect())
    }
}

impl Running {
    /// Kills it, as a machine that ran out of memory would.
    pub fn kill(mut self) -> Result<ExitStatus> {
        self.child.kill()?;
        Ok(self.child.wait()?)
    }

    /// Asks it to stop.
    pub fn ask_to_stop(&self) -> Result<()> {
        let id = i32::try_from(self.child.id())?;
        let id = rustix::process::Pid::from_raw(id).context("a process id")?;
        Ok(rustix::process::kill_process(id, rustix::process::Signal::TERM)?)
    }

    /// Waits for its end, which must come within `patience`.
    pub fn wait(&mut self, patience: Duration) -> Result<ExitStatus> {
        let begin = Instant::now();
        while begin.elapsed() < patience {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.child.kill()?;
        self.child.wait()?;
        bail!("it did not stop within {} s", patience.as_secs())
    }

    /// Whether it still runs.
    pub fn is_there(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// The memory it holds, in bytes, and how many files it keeps open.
    pub fn footprint(&self) -> Result<(u64, usize)> {
        let own = PathBuf::from(format!("/proc/{}", self.child.id()));
        let pages = std::fs::read_to_string(own.join("statm"))?;
        let resident: u64 = pages.split(' ').nth(1).context("statm")?.parse()?;
        let files = std::fs::read_dir(own.join("fd"))?.count();
        Ok((resident * u64::try_from(rustix::param::page_size())?, files))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
