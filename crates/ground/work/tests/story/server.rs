//! A real mail server on loopback: Debian's `python3-aiosmtpd`, as a child process.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use work::mail::MailSettings;
use work::mail::settings::{Mode, Security};

/// A mail server that lives as long as the story.
pub(crate) struct MailServer {
    child: Child,
    folder: PathBuf,
    /// Where it listens.
    pub(crate) port: u16,
}

/// What a mail server received.
pub(crate) struct Received {
    /// The envelope and the connection.
    pub(crate) about: serde_json::Value,
    /// The message, to the byte.
    pub(crate) text: String,
}

impl MailServer {
    /// Starts one that writes into `folder`, or says that the story is skipped.
    pub(crate) fn start(folder: &Path, options: &[&str]) -> Option<Self> {
        let python = python()?;
        let folder = folder.join("received");
        std::fs::create_dir_all(&folder).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/story/server.py");
        let mut child = Command::new(python)
            .arg(script)
            .arg(&folder)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(Self { child, folder, port: line.trim().parse().unwrap() })
    }

    /// The settings to reach it, unprotected.
    pub(crate) fn settings(&self) -> MailSettings {
        MailSettings {
            mode: Mode::Smtp,
            server: "127.0.0.1".into(),
            port: Some(self.port),
            security: Security::None,
            from: Some("site@exemple.fr".into()),
            returns: Some("retours@exemple.fr".into()),
            patience_seconds: 5,
            ..MailSettings::default()
        }
    }

    /// What it received, in order.
    pub(crate) fn received(&self) -> Vec<Received> {
        let mut all = Vec::new();
        while let Ok(text) =
            std::fs::read_to_string(self.folder.join(format!("{}.eml", all.len() + 1)))
        {
            let about = self.folder.join(format!("{}.json", all.len() + 1));
            let about = serde_json::from_str(&std::fs::read_to_string(about).unwrap()).unwrap();
            all.push(Received { about, text });
        }
        all
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A Python that knows the mail server: the system's first, where Debian puts it.
fn python() -> Option<&'static str> {
    let knows = |python: &&str| {
        let mut command = Command::new(python);
        command.args(["-c", "import aiosmtpd"]).stderr(Stdio::null());
        command.status().is_ok_and(|it| it.success())
    };
    let found = ["/usr/bin/python3", "python3"].into_iter().find(knows);
    if found.is_none() {
        eprintln!("mail server skipped: python3-aiosmtpd is not installed");
    }
    found
}
