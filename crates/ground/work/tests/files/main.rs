//! Files are kept whole, found again, and gone when nobody names them.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

mod killed;

use base::Timestamp;
use base::time::{SignedDuration, days_after};
use std::collections::HashSet;
use std::fs;
use tempfile::TempDir;
use work::files::{FileName, Files, FilesError, Room, UNCLAIMED_KEPT};

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

fn files() -> (Files, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Files::open(&folder.path().join("fichiers")).unwrap(), folder)
}

fn within(quota_bytes: Option<u64>, reserve_bytes: u64) -> (Files, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let room = Room { quota_bytes, reserve_bytes };
    (Files::open_within(folder.path(), room).unwrap(), folder)
}

#[tokio::test]
async fn what_is_put_twice_is_kept_once_and_read_again_after_a_restart() {
    let (files, folder) = files();
    let stored = files.put(b"bonjour".to_vec(), noon()).await.unwrap();
    assert_eq!(stored.size_bytes, 7);
    assert_eq!(stored.name, FileName::of(b"bonjour"));
    assert_eq!(files.put(b"bonjour".to_vec(), noon()).await.unwrap(), stored);
    let report = files.check().await.unwrap();
    assert_eq!((report.files, report.bytes, report.damaged), (1, 7, 0));
    assert_eq!((report.strangers, report.unfinished), (0, 0));
    let again = Files::open(&folder.path().join("fichiers")).unwrap();
    assert_eq!(again.read(&stored.name).await.unwrap(), b"bonjour");
    let (_, size_bytes) = again.open_file(&stored.name).await.unwrap();
    assert_eq!(size_bytes, 7);
    assert!(again.remove(&stored.name).await.unwrap());
    assert!(!again.remove(&stored.name).await.unwrap());
    assert!(matches!(again.read(&stored.name).await, Err(FilesError::Missing(_))));
}

#[tokio::test]
async fn a_file_is_for_nobody_else_on_the_machine() {
    use std::os::unix::fs::PermissionsExt as _;
    let (files, folder) = files();
    let stored = files.put(b"bonjour".to_vec(), noon()).await.unwrap();
    let root = folder.path().join("fichiers");
    let shelf = root.join(&stored.name.as_str()[..2]);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&root), 0o700);
    assert_eq!(mode(&shelf.join(stored.name.as_str())), 0o600);
}

#[tokio::test]
async fn a_damaged_file_is_found_and_healed_by_putting_it_again() {
    let (files, folder) = files();
    let good = files.put(b"bonjour".to_vec(), noon()).await.unwrap();
    files.put(b"bonsoir".to_vec(), noon()).await.unwrap();
    let root = folder.path().join("fichiers");
    let path = root.join(&good.name.as_str()[..2]).join(good.name.as_str());
    fs::write(&path, b"bonjouR").unwrap();
    fs::write(root.join("notes.txt"), "posé là").unwrap();
    fs::write(root.join("aside").join("moitié"), b"moi").unwrap();
    let report = files.check().await.unwrap();
    assert_eq!((report.files, report.damaged, report.damaged_names), (2, 1, vec![good.name]));
    assert_eq!((report.strangers, report.unfinished), (1, 1));
    files.put(b"bonjour".to_vec(), noon()).await.unwrap();
    assert_eq!(files.check().await.unwrap().damaged, 0);
}

#[tokio::test]
async fn a_file_that_no_table_names_goes_after_a_day_and_not_before() {
    let (files, _folder) = files();
    let named = files.put(b"nomm\xE9".to_vec(), noon()).await.unwrap().name;
    let forgotten = files.put(b"oubli\xE9".to_vec(), noon()).await.unwrap().name;
    let renewed = files.put(b"repris".to_vec(), noon()).await.unwrap().name;
    let tables: HashSet<FileName> = HashSet::from([named.clone()]);
    let sweep = async |now: Timestamp| {
        let tables = tables.clone();
        files.sweep(move |it| tables.contains(it), now, UNCLAIMED_KEPT).await.unwrap()
    };
    let soon = noon().saturating_add(SignedDuration::from_hours(23)).unwrap();
    assert_eq!(sweep(soon).await.files, 0, "an act may be about to name it");
    files.put(b"repris".to_vec(), soon).await.unwrap();
    let swept = sweep(days_after(noon(), 1).saturating_add(SignedDuration::from_secs(1)).unwrap());
    let swept = swept.await;
    assert_eq!((swept.files, swept.bytes), (1, 6));
    assert!(files.read(&named).await.is_ok());
    assert!(files.read(&renewed).await.is_ok());
    assert!(matches!(files.read(&forgotten).await, Err(FilesError::Missing(_))));
}

#[tokio::test]
async fn what_was_never_finished_is_swept_too() {
    let (files, folder) = files();
    let aside = folder.path().join("fichiers").join("aside").join("moitié");
    fs::write(&aside, b"moi").unwrap();
    let long_ago = std::time::SystemTime::from(noon());
    fs::File::options().append(true).open(&aside).unwrap().set_modified(long_ago).unwrap();
    let swept = files.sweep(|_| true, days_after(noon(), 2), UNCLAIMED_KEPT).await.unwrap();
    assert_eq!((swept.files, swept.unfinished), (0, 1));
    assert!(!aside.exists());
}

#[tokio::test]
async fn a_quota_refuses_what_is_too_much_and_gives_back_what_is_removed() {
    let (files, folder) = within(Some(10), 0);
    let first = files.put(b"123456".to_vec(), noon()).await.unwrap();
    let refused = files.put(b"abcdef".to_vec(), noon()).await.unwrap_err();
    assert!(matches!(refused, FilesError::Full { needed_bytes: 6, free_bytes: 4 }), "{refused}");
    files.put(b"123456".to_vec(), noon()).await.unwrap();
    let room = Room { quota_bytes: Some(10), reserve_bytes: 0 };
    let again = Files::open_within(folder.path(), room).unwrap();
    assert!(again.put(b"abcdef".to_vec(), noon()).await.is_err(), "counted again when opened");
    files.remove(&first.name).await.unwrap();
    files.put(b"abcdef".to_vec(), noon()).await.unwrap();
    assert_eq!(files.check().await.unwrap().files, 1);
}

#[tokio::test]
async fn a_disk_without_room_for_the_others_refuses() {
    let (files, folder) = within(None, u64::MAX);
    let refused = files.put(b"bonjour".to_vec(), noon()).await.unwrap_err();
    assert!(matches!(refused, FilesError::Full { needed_bytes: 7, free_bytes: 0 }), "{refused}");
    assert_eq!(fs::read_dir(folder.path().join("aside")).unwrap().count(), 0);
    assert_eq!(files.check().await.unwrap().files, 0);
}

#[tokio::test]
async fn many_hands_at_once_keep_every_file_whole() {
    let (files, _folder) = files();
    let mut hands = tokio::task::JoinSet::new();
    for n in 0..40_u8 {
        let files = files.clone();
        hands.spawn(async move { files.put(vec![n % 8; 2000], noon()).await.unwrap() });
    }
    for _ in 0..4 {
        let files = files.clone();
        hands.spawn(async move {
            files.sweep(|_| false, noon(), UNCLAIMED_KEPT).await.unwrap();
            files.put(vec![0; 2000], noon()).await.unwrap()
        });
    }
    hands.join_all().await;
    let report = files.check().await.unwrap();
    assert_eq!((report.files, report.damaged, report.unfinished), (8, 0, 0));
}
