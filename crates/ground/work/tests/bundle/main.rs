//! An archive of any size is sent while it is made, or breaks off where a person sees it.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

use base::Timestamp;
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use std::io::{self, Read as _, Write as _};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use work::bundle::{PIECE_BYTES, PIECES_WAITING, Packing, zip};

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

async fn gathered(archive: impl Stream<Item = io::Result<Bytes>>) -> io::Result<Vec<u8>> {
    let mut archive = Box::pin(archive);
    let mut bytes = Vec::new();
    while let Some(piece) = archive.next().await {
        let piece = piece?;
        assert!(piece.len() <= PIECE_BYTES);
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

#[tokio::test]
async fn a_small_archive_holds_its_entries_under_safe_names() {
    let bytes = gathered(zip(noon(), |mut feed| async move {
        feed.entry("profil.json", "{\"nom\":\"Zoé\"}".as_bytes()).await?;
        feed.begin("../../visites.csv", Packing::Deflated).await?;
        feed.write(b"jour;lieu\r\n").await?;
        feed.write(b"24/11;Rennes\r\n").await?;
        feed.copy("Photos/été.jpg", Packing::Stored, &[0xFF, 0xD8][..]).await?;
        feed.copy("photos/été.jpg", Packing::Stored, &[0xFF, 0xD9][..]).await?;
        feed.end().await
    }))
    .await
    .unwrap();
    let mut archive = ::zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|it| it.unwrap().into_owned()).collect();
    assert_eq!(names, ["profil.json", "visites.csv", "Photos/été.jpg", "photos/été (2).jpg"]);
    let mut text = String::new();
    let mut entry = archive.by_name("visites.csv").unwrap();
    entry.read_to_string(&mut text).unwrap();
    assert_eq!(text, "jour;lieu\r\n24/11;Rennes\r\n");
    let dated = entry.last_modified().unwrap();
    assert_eq!((dated.year(), dated.month(), dated.day(), dated.hour()), (2026, 11, 24, 13));
}

/// Bytes that do not pack, the same in every run.
fn grain(piece: &mut [u8], mut seed: u64) {
    for byte in piece {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        *byte = u8::try_from(seed >> 56).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_megabytes_go_through_a_few_pieces_of_memory() {
    const PIECES: usize = 200;
    const PIECE: usize = 1 << 20;
    let fed = Arc::new(AtomicUsize::new(0));
    let count = fed.clone();
    let archive = zip(noon(), move |mut feed| async move {
        let mut piece = vec![0; PIECE];
        for n in 0..4 {
            let packing = if n % 2 == 0 { Packing::Stored } else { Packing::Deflated };
            feed.begin(&format!("partie-{n}.bin"), packing).await?;
            for m in 0..PIECES / 4 {
                grain(&mut piece[..PIECE_BYTES], (n * 1000 + m) as u64);
                feed.write(&piece).await?;
                count.fetch_add(piece.len(), Ordering::SeqCst);
            }
        }
        feed.end().await
    });
    let mut archive = Box::pin(archive);
    let file = tempfile::NamedTempFile::with_suffix(".zip").unwrap();
    let mut out = io::BufWriter::new(file.as_file());
    let mut sent = 0;
    while let Some(piece) = archive.next().await {
        let piece = piece.unwrap();
        sent += piece.len();
        out.write_all(&piece).unwrap();
    }
    out.flush().unwrap();
    assert_eq!(fed.load(Ordering::SeqCst), PIECES * PIECE);
    assert!(sent > 100 << 20, "half of it is stored as it is");
    reads_again(file.path());
}

/// Others read the archive too, where they are installed.
fn reads_again(path: &std::path::Path) {
    let mut archive = ::zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    assert_eq!(archive.len(), 4);
    let mut read = 0;
    for n in 0..4 {
        read += io::copy(&mut archive.by_index(n).unwrap(), &mut io::sink()).unwrap();
    }
    assert_eq!(read, 200 << 20);
    let mut checked = Vec::new();
    for (program, arguments) in [("unzip", vec!["-tqq"]), ("python3", vec!["-m", "zipfile", "-t"])]
    {
        match Command::new(program).args(&arguments).arg(path).output() {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(output.status.success(), "{program}: {said}");
                assert!(!said.contains("corrupted"), "{program}: {said}");
                checked.push(program);
            }
            Err(_) => eprintln!("{program} is not installed: skipped"),
        }
    }
    eprintln!("read again by {checked:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_fills_waits_for_who_reads() {
    let fed = Arc::new(AtomicUsize::new(0));
    let count = fed.clone();
    let mut archive = Box::pin(zip(noon(), move |mut feed| async move {
        feed.begin("sans-fin.bin", Packing::Stored).await?;
        loop {
            feed.write(&[7; 1000]).await?;
            count.fetch_add(1000, Ordering::SeqCst);
        }
    }));
    tokio::time::sleep(Duration::from_millis(300)).await;
    // Both channels, the piece in each hand, and the one being gathered at each end.
    let bound = (2 * PIECES_WAITING + 4) * PIECE_BYTES;
    let waiting = fed.load(Ordering::SeqCst);
    assert!(waiting > 0 && waiting <= bound, "{waiting} bytes wait, {bound} at most");
    for _ in 0..50 {
        archive.next().await.unwrap().unwrap();
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let taken = 50 * PIECE_BYTES;
    assert!(fed.load(Ordering::SeqCst) <= taken + bound);
    // Nobody reads any more: whoever fills hears of it, and stops.
    drop(archive);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let stopped = fed.load(Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(fed.load(Ordering::SeqCst), stopped);
    assert_eq!(Arc::strong_count(&fed), 1, "and lets go of everything");
}

#[tokio::test]
async fn an_archive_that_fails_ends_in_an_error_and_never_looks_whole() {
    let failing = zip(noon(), |mut feed| async move {
        feed.entry("a.txt", b"a").await?;
        Err(io::Error::other("la base ne répond plus"))
    });
    let forgetting = zip(noon(), |mut feed| async move { feed.entry("a.txt", b"a").await });
    let panicking = zip(noon(), |mut feed| async move {
        feed.entry("a.txt", b"a").await?;
        assert!(feed.write(b"b").await.is_err(), "breaks off");
        feed.end().await
    });
    let early = zip(noon(), |mut feed| async move { feed.write(b"nowhere").await });
    let failed = gathered(failing).await.unwrap_err();
    assert_eq!(failed.to_string(), "la base ne répond plus");
    let forgotten = gathered(forgetting).await.unwrap_err();
    assert_eq!(forgotten.to_string(), "the archive was not finished");
    assert!(gathered(panicking).await.is_err());
    assert!(gathered(early).await.is_err());
}
