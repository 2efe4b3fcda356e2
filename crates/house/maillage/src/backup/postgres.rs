//! `pg_dump` and `pg_restore`, run beside us. The password travels in the environment, never on
//! the command line, which every user of a machine can read.

use super::Unfit;
use anyhow::Context as _;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Writes the schema as it is in that picture.
pub(super) fn dump(address: &str, schema: &str, snapshot: &str, to: &Path) -> anyhow::Result<()> {
    let (address, password) = apart(address);
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--compress=1"]);
    command.arg(format!("--schema={}", quoted(schema))).arg(format!("--snapshot={snapshot}"));
    command.arg("--file").arg(to).arg(format!("--dbname={address}"));
    run(command, password.as_deref())
}

/// Puts a schema back, whole or not at all. The schema is there and empty.
pub(super) fn restore(address: &str, schema: &str, from: &Path) -> anyhow::Result<()> {
    let (address, password) = apart(address);
    let mut command = Command::new("pg_restore");
    command.args(["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]);
    command.arg(format!("--schema={schema}")).arg(format!("--dbname={address}")).arg(from);
    run(command, password.as_deref())
}

fn run(mut command: Command, password: Option<&str>) -> anyhow::Result<()> {
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let name = command.get_program().to_owned();
    let ended = match command.output() {
        Ok(ended) => ended,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let words = format!(
                "{} n'est pas installé : installez les outils clients de PostgreSQL, de la \
                 version du serveur ou plus récents",
                name.display()
            );
            return Err(Unfit(words).into());
        }
        Err(error) => return Err(error).with_context(|| format!("{} échoue", name.display())),
    };
    if ended.status.success() {
        return Ok(());
    }
    Err(Unfit(format!("{} échoue : {}", name.display(), said(&ended.stderr, &name))).into())
}

fn said(complaint: &[u8], name: &OsStr) -> String {
    let text = String::from_utf8_lossy(complaint);
    let start = format!("{}: ", name.display());
    let lines = text.lines().map(|it| it.trim_start_matches(&start)).filter(|it| !it.is_empty());
    lines.take(3).collect::<Vec<_>>().join(" ; ")
}

/// A name as the patterns of `pg_dump` take it to the letter.
fn quoted(schema: &str) -> String {
    format!("\"{}\"", schema.replace('"', "\"\""))
}

/// The address without its password, and the password.
fn apart(address: &str) -> (String, Option<String>) {
    let start = address.find("://").map_or(0, |at| at + 3);
    let end = address[start..].find(['/', '?']).map_or(address.len(), |at| start + at);
    let whole = || (address.to_owned(), None);
    let Some(at) = address[start..end].rfind('@') else { return whole() };
    let Some((user, password)) = address[start..start + at].split_once(':') else { return whole() };
    let bare = format!("{}{user}{}", &address[..start], &address[start + at..]);
    (bare, Some(decoded(password)))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = code.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn the_password_never_stands_on_a_command_line() {
        let (address, password) = apart("postgres://lea:p%40ss@h:5432/base?x=1");
        assert_eq!(address, "postgres://lea@h:5432/base?x=1");
        assert_eq!(password.as_deref(), Some("p@ss"));
        assert_eq!(apart("postgres://h/base"), ("postgres://h/base".to_owned(), None));
        assert_eq!(apart("postgres://lea@h").1, None);
    }
}
