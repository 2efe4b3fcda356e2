//! The open house through what happens to houses: restarts, full disks, slow guests, a database
//! that goes away, and a log that anyone may read.

use crate::http::{get, post};
use crate::program::{Program, block_on, say};
use anyhow::{Context as _, Result, ensure};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

#[test]
fn three_restarts_on_a_socket_that_stays_refuse_nobody() {
    let program = filled().unwrap();
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = socket.local_addr().unwrap().to_string();
    let is_over = Arc::new(AtomicBool::new(false));
    let answered = Arc::new(AtomicU32::new(0));
    let mut site = program.serve_on(&socket).unwrap();
    let guests: Vec<_> = (0..4)
        .map(|_| {
            let (host, is_over, answered) = (host.clone(), is_over.clone(), answered.clone());
            std::thread::spawn(move || -> Result<()> {
                while !is_over.load(Ordering::Relaxed) {
                    // A page the atlas answers, counted as reading and far below its limit.
                    let answer = get(&host, "/territoires")?;
                    ensure!(answer.status == 200, "{}", answer.status);
                    answered.fetch_add(1, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(300));
                }
                Ok(())
            })
        })
        .collect();
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(700));
        let (took, _) = site.stop().unwrap();
        assert!(took < Duration::from_secs(10), "it took {took:?} to stop");
        site = program.serve_on(&socket).unwrap();
    }
    std::thread::sleep(Duration::from_millis(700));
    is_over.store(true, Ordering::Relaxed);
    for guest in guests {
        guest.join().unwrap().unwrap();
    }
    drop(site);
    say(&format!("{} requests across 3 restarts", answered.load(Ordering::Relaxed)));
    assert!(answered.load(Ordering::Relaxed) > 12);
}

#[test]
fn a_polite_stop_answers_the_request_under_way_and_does_not_wait_for_idle_guests() {
    let program = filled().unwrap();
    let site = program.serve().unwrap();
    let mut idle = TcpStream::connect(&site.host).unwrap();
    write!(idle, "GET /sante HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    let mut start = [0; 12];
    idle.read_exact(&mut start).unwrap();
    let mut half = TcpStream::connect(&site.host).unwrap();
    write!(half, "GET / HTTP/1.1\r\nHo").unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let (took, _) = site.stop().unwrap();
    assert!(took < Duration::from_secs(11), "{took:?}");
}

#[test]
fn guests_who_never_finish_their_question_do_not_keep_others_out() {
    let program = filled().unwrap();
    let site = program.serve().unwrap();
    let slow: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = TcpStream::connect(&site.host).unwrap();
            write!(stream, "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ").unwrap();
            stream
        })
        .collect();
    let start = Instant::now();
    for _ in 0..5 {
        assert_eq!(get(&site.host, "/territoires").unwrap().status, 200);
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    let mut first = &slow[0];
    first.set_read_timeout(Some(Duration::from_secs(15))).unwrap();
    let mut rest = Vec::new();
    let ended = first.read_to_end(&mut rest);
    assert!(ended.is_ok(), "the door keeps a guest who says nothing: {ended:?}");
    assert!(start.elapsed() < Duration::from_secs(15));
}

#[test]
fn the_log_of_a_visit_holds_no_address_no_secret_and_no_question() {
    let program = filled().unwrap();
    let site = program.serve_telling("info,acces=info,debug").unwrap();
    let secrets = ["lea.martin", "S3cretQuestion", "jeton-tres-secret", "Pl4in-passw0rd"];
    get(&site.host, "/?q=S3cretQuestion&ou=Rennes").unwrap();
    get(&site.host, "/connexion/lien/jeton-tres-secret").unwrap();
    get(&site.host, "/invitation/jeton-tres-secret?x=S3cretQuestion").unwrap();
    get(&site.host, "/rien/lea.martin@reseau.example").unwrap();
    let form = "csrf=x&courriel=lea.martin%40reseau.example&mot_de_passe=Pl4in-passw0rd";
    post(&site.host, "/connexion", form).unwrap();
    post(&site.host, "/connexion/lien/jeton-tres-secret", form).unwrap();
    let (_, log) = site.stop().unwrap();
    assert!(log.contains("/connexion/lien/{secret}"), "the route is told: {log}");
    for secret in secrets {
        assert!(!log.contains(secret), "« {secret} » is in the log: {log}");
    }
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let is_safety = line["target"] == "securite";
        assert!(is_safety || !line.to_string().contains("127.0.0.1:"), "{line}");
    }
}

#[test]
fn a_full_disk_is_said_and_heals_by_itself_while_pages_are_read() {
    let Some(disk) = SmallDisk::mount().unwrap() else { return };
    let program = Program::at(&disk.0.path().join("data")).unwrap();
    program.ok(&["demo", "--fill-only"]).unwrap();
    let site = program.serve().unwrap();
    let ballast = disk.0.path().join("ballast");
    let mut file = std::fs::File::create(&ballast).unwrap();
    while file.write_all(&[0; 4_096]).is_ok() {}
    let head = || program.head().unwrap();
    for path in ["/", "/territoires", "/sante"] {
        assert_eq!(get(&site.host, path).unwrap().status, 200, "{path}");
    }
    assert_eq!(get(&site.host, "/sante/pret").unwrap().status, 503);
    let mail = "lea@reseau.example";
    let full = ask_for_a_code(&site.host, mail).unwrap();
    assert_eq!(full.status, 503, "{}", full.body);
    assert!(full.body.contains("plus de place"), "{}", full.body);
    drop(file);
    std::fs::remove_file(&ballast).unwrap();
    let start = Instant::now();
    while get(&site.host, "/sante/pret").unwrap().status != 200
        && start.elapsed() < Duration::from_secs(40)
    {
        std::thread::sleep(Duration::from_millis(200));
    }
    assert!(start.elapsed() < Duration::from_secs(5), "back within {:?}", start.elapsed());
    let healed = ask_for_a_code(&site.host, mail).unwrap();
    let (_, log) = site.stop().unwrap();
    assert!(healed.status < 400, "{} {log}", healed.status);
    assert!(head().0 > 0);
    program.run(&["check"]).unwrap();
}

#[test]
fn a_database_that_goes_away_and_comes_back_is_found_again() {
    let Some(program) = Program::on_postgres("gone").unwrap() else { return };
    program.ok(&["demo", "--fill-only"]).unwrap();
    let named = format!("{}&application_name=gone_{}", program.address(), std::process::id());
    let program = program.with_database(named);
    let site = program.serve().unwrap();
    assert_eq!(get(&site.host, "/sante/pret").unwrap().status, 200);
    let cut = block_on(cut_connections(&program.address())).unwrap().unwrap();
    assert!(cut > 0, "nothing was cut");
    for _ in 0..20 {
        assert_eq!(get(&site.host, "/sante/pret").unwrap().status, 200);
    }
    let answer = ask_for_a_code(&site.host, "lea@reseau.example").unwrap();
    assert!(answer.status < 400, "{} {}", answer.status, answer.body);
}

/// Ends every connection of the site, as a server that restarts does.
async fn cut_connections(address: &str) -> Result<i64> {
    let name = address.rsplit('=').next().unwrap_or_default().to_owned();
    let other = address.rsplit_once('&').context("no name")?.0;
    db::scratch::cut(other, &name).await.map_err(Into::into)
}

fn ask_for_a_code(host: &str, mail: &str) -> Result<crate::http::Answer> {
    let page = get(host, "/connexion")?.body;
    let field = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let ticket = field("csrf").context("no ticket")?;
    post(
        host,
        "/connexion",
        &format!("csrf={ticket}&par=lettre&courriel={}", mail.replace('@', "%40")),
    )
}

/// A disk of sixteen megabytes, where this machine lets us have one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Result<Option<Self>> {
        let folder = tempfile::tempdir()?;
        // The photo of the demonstration is taken only where 256 MB are left for the rest.
        let options = ["-t", "tmpfs", "-o", "size=300m", "tmpfs"];
        let mounted = Command::new("mount").args(options).arg(folder.path()).output();
        if mounted.is_ok_and(|it| it.status.success()) {
            return Ok(Some(Self(folder)));
        }
        say("skipped: this machine lets us mount no small disk");
        Ok(None)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let path: &Path = self.0.path();
        let _ = Command::new("umount").arg(path).status();
    }
}

fn filled() -> Result<Program> {
    let program = Program::new()?;
    program.ok(&["demo", "--fill-only"])?;
    Ok(program)
}
