//! Running the program: with time and memory watched, cut short, or serving.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// More than any list should ever need, in a debug build.
const MEMORY_MAX_KB: u64 = 600_000;
/// A command that takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often a running command is looked at.
const GLANCE: Duration = Duration::from_millis(4);

/// The program, with a data folder and a database of its own.
pub(crate) struct Program {
    folder: TempDir,
    data: &'static str,
    elsewhere: Option<PathBuf>,
    database: Option<String>,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; nothing when it was killed.
    pub(crate) code: Option<i32>,
    /// What it said.
    pub(crate) out: String,
    /// What it complained of.
    pub(crate) err: String,
    /// How long it ran.
    pub(crate) took: Duration,
    /// The most memory it held, in kilobytes, as far as one could see.
    pub(crate) peak_kb: u64,
}

/// A child that never outlives the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Program {
    /// On `SQLite`, in an empty folder.
    pub(crate) fn new() -> Result<Self> {
        Self::in_folder("data")
    }

    /// The same, in a data folder of that name.
    pub(crate) fn in_folder(data: &'static str) -> Result<Self> {
        Ok(Self { folder: tempfile::tempdir()?, data, elsewhere: None, database: None })
    }

    /// The same, in a data folder that is elsewhere.
    pub(crate) fn at(data: &Path) -> Result<Self> {
        Ok(Self { elsewhere: Some(data.to_owned()), ..Self::new()? })
    }

    /// On `PostgreSQL`, in an empty schema; nothing when this machine has none to test on.
    pub(crate) fn on_postgres(story: &str) -> Result<Option<Self>> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let Ok(address) = std::env::var("MAILLAGE_TEST_POSTGRES") else {
            say("PostgreSQL skipped: MAILLAGE_TEST_POSTGRES is not set");
            return Ok(None);
        };
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("program_{story}_{}_{n}", std::process::id());
        let address = block_on(db::scratch::schema(&address, &name))??;
        Ok(Some(Self { database: Some(address), ..Self::new()? }))
    }

    /// On the same engine, in an empty folder and an empty database of the same schema name.
    pub(crate) fn elsewhere(&self, data: &'static str) -> Result<Self> {
        let blank = Self::in_folder(data)?;
        let Some(address) = &self.database else { return Ok(blank) };
        // The schema is emptied: a dump goes back where it came from.
        let (server, schema) = address.split_once('?').context("no schema")?;
        let (options, schema) = schema.split_once("options=-csearch_path%3D").context("none")?;
        let server = format!("{server}?{}", options.trim_end_matches('&'));
        let address = block_on(db::scratch::schema(&server, schema))??;
        Ok(Self { database: Some(address), ..blank })
    }

    /// The same house, its database at another address.
    pub(crate) fn with_database(self, address: String) -> Self {
        Self { database: Some(address), ..self }
    }

    /// On each engine that this machine has.
    pub(crate) fn on_each_engine(story: &str) -> Result<Vec<Self>> {
        Ok(std::iter::once(Self::new()?).chain(Self::on_postgres(story)?).collect())
    }

    /// The engine, for messages.
    pub(crate) fn engine(&self) -> &'static str {
        if self.database.is_some() { "PostgreSQL" } else { "SQLite" }
    }

    /// The address of the database, for those who look into it.
    pub(crate) fn address(&self) -> String {
        let file = || format!("sqlite:{}", self.data().join("maillage.db").display());
        self.database.clone().unwrap_or_else(file)
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.elsewhere.clone().unwrap_or_else(|| self.folder.path().join(self.data))
    }

    /// A path beside the data folder.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Writes a file beside the data folder; answers its path.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<String> {
        std::fs::write(self.folder.path().join(name), bytes)?;
        Ok(self.path(name))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maillage"));
        command.arg("--data").arg(self.data()).current_dir(self.folder.path());
        command.env_remove("MAILLAGE_DATA_DIR").env_remove("MAILLAGE_DATABASE");
        if let Some(address) = &self.database {
            command.args(["--database", address]);
        }
        command.args(arguments).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs to the end. Whatever the end is, it is not a panic, and memory stayed bounded.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Ended> {
        self.run_with(arguments, String::new(), PATIENCE)
    }

    /// Runs, and pulls the plug (`kill -9`) if it has not ended after `patience`. `said` is what
    /// it reads on its standard input.
    pub(crate) fn run_with(
        &self,
        arguments: &[&str],
        said: String,
        patience: Duration,
    ) -> Result<Ended> {
        let start = Instant::now();
        let mut child = Running(self.command(arguments).stdin(Stdio::piped()).spawn()?);
        let speaking = child.0.stdin.take().map(|it| spoken(it, said));
        let out = child.0.stdout.take().map(heard).context("no standard output")?;
        let err = child.0.stderr.take().map(heard).context("no standard error")?;
        let mut peak_kb = 0;
        let code = loop {
            if let Some(status) = child.0.try_wait()? {
                break status.code();
            }
            let left = patience.saturating_sub(start.elapsed());
            if left.is_zero() {
                child.0.kill()?;
                break child.0.wait()?.code();
            }
            peak_kb = peak_kb.max(peak_memory_kb(child.0.id()));
            std::thread::sleep(GLANCE.min(left));
        };
        let took = start.elapsed();
        if let Some(speaking) = speaking {
            let _ = speaking.join();
        }
        let ended = Ended { code, out: text(out), err: text(err), took, peak_kb };
        let whole = patience < PATIENCE || code.is_some();
        ensure!(whole, "{arguments:?} did not end within {PATIENCE:?}: {ended:?}");
        ensure!(!ended.err.contains("panicked"), "{arguments:?} panicked: {}", ended.err);
        ensure!(peak_kb < MEMORY_MAX_KB, "{arguments:?} took {peak_kb} kB");
        Ok(ended)
    }

    /// Runs, and all is well.
    pub(crate) fn ok(&self, arguments: &[&str]) -> Result<Ended> {
        let ended = self.run(arguments)?;
        ensure!(ended.code == Some(0), "{arguments:?} ended badly: {ended:?}");
        Ok(ended)
    }

    /// Runs with `--json`, all is well, and that is what it says.
    pub(crate) fn json(&self, arguments: &[&str]) -> Result<Value> {
        self.ok(&[&["--json"], arguments].concat())?.json()
    }

    /// Every published place, as the standard says it.
    pub(crate) fn places(&self) -> Result<Vec<Value>> {
        let ended = self.ok(&["export", "--format", "standard-json"])?;
        Ok(serde_json::from_str(&ended.out)?)
    }

    /// The head of the journal, which is whole.
    pub(crate) fn head(&self) -> Result<(i64, String)> {
        let verdict = self.json(&["journal", "verify"])?;
        ensure!(verdict["verdict"] == "whole", "the journal does not hold: {verdict}");
        let head = &verdict["head"];
        let hash = head["hash"].as_str().context("no hash")?.to_owned();
        Ok((head["position"].as_i64().context("no position")?, hash))
    }

    /// Opens the site on a free port.
    pub(crate) fn serve(&self) -> Result<Site> {
        let command = self.command(&["--json", "serve", "--listen", "127.0.0.1:0"]);
        Self::opened(command)
    }

    /// Opens the site on a free port, with words for its log.
    pub(crate) fn serve_telling(&self, log: &str) -> Result<Site> {
        let mut command = self.command(&["--json", "serve", "--listen", "127.0.0.1:0"]);
        command.env("MAILLAGE_LOG", log);
        Self::opened(command)
    }

    /// Opens the site on a socket that is there already, as a supervisor hands it over.
    pub(crate) fn serve_on(&self, socket: &TcpListener) -> Result<Site> {
        let program = self.command(&["--json", "serve"]);
        let mut command = Command::new("sh");
        let script = "exec 3<&0 </dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec \"$@\"";
        command.args(["-c", script, "sh"]).arg(program.get_program()).args(program.get_args());
        command.stdin(Stdio::from(OwnedFd::from(socket.try_clone()?)));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self::opened(command)
    }

    fn opened(mut command: Command) -> Result<Site> {
        let mut child = Running(command.spawn()?);
        let log = child.0.stderr.take().map(heard);
        let mut out = BufReader::new(child.0.stdout.take().context("no standard output")?);
        let mut line = String::new();
        out.read_line(&mut line)?;
        let told: Value = serde_json::from_str(&line).with_context(|| format!("{line:?}"))?;
        let origin = told["listening"].as_str().context("not listening")?;
        let host = origin.trim_start_matches("http://").to_owned();
        Ok(Site { host, child, log })
    }
}

/// A site that is open. It closes with the value.
pub(crate) struct Site {
    /// Where it listens, `127.0.0.1:PORT`.
    pub(crate) host: String,
    child: Running,
    log: Option<JoinHandle<Vec<u8>>>,
}

impl Site {
    /// Asks it politely to stop, and waits; answers how long that took and what it logged.
    pub(crate) fn stop(mut self) -> Result<(Duration, String)> {
        let start = Instant::now();
        let process = self.child.0.id().to_string();
        Command::new("kill").args(["-TERM", &process]).status()?;
        let status = self.child.0.wait()?;
        ensure!(status.success(), "it did not stop well: {status}");
        let log = self.log.take().map(text).unwrap_or_default();
        Ok((start.elapsed(), log))
    }
}

impl Ended {
    /// What it said, as JSON.
    pub(crate) fn json(&self) -> Result<Value> {
        let line = self.out.lines().last().unwrap_or_default();
        serde_json::from_str(line).with_context(|| format!("not JSON: {self:?}"))
    }

    /// It ended with this code, and complained in these words.
    pub(crate) fn complains(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{self:?}");
        for words in words {
            assert!(self.err.contains(words), "« {words} » is not in « {} »", self.err);
        }
        assert!(self.err.len() < 20_000, "a complaint of {} bytes", self.err.len());
    }
}

/// Says something to whoever watches the tests.
#[expect(clippy::print_stdout, reason = "figures that a person wants to read")]
pub(crate) fn say(words: &str) {
    println!("{words}");
}

/// Waits for a future, in tests that are not async.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(future))
}

/// Speaks to a child; it may well be gone before the end.
fn spoken(mut input: ChildStdin, said: String) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let _ = input.write_all(said.as_bytes());
    })
}

fn heard(mut stream: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        bytes
    })
}

fn text(heard: JoinHandle<Vec<u8>>) -> String {
    String::from_utf8_lossy(&heard.join().unwrap_or_default()).into_owned()
}

/// The high-water mark of a process, where `/proc` tells it; 0 elsewhere.
fn peak_memory_kb(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse().unwrap_or(0)
}
