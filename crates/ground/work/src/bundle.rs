//! Zip archives written while they are sent.
//!
//! Who fills the archive writes one entry after another through a [`Feed`]; a thread of its own
//! packs them; who reads the stream gets the archive piece by piece. Between them stand channels
//! of a fixed depth: whoever is slow holds the others back, and an archive of any size takes a few
//! hundred kilobytes of memory.
//!
//! An archive that could not be finished ends in an error, never as an archive with entries
//! missing: the download breaks off where a person sees it.
//!
//! ```
//! use futures_util::StreamExt as _;
//! # let runtime = tokio::runtime::Builder::new_current_thread().build()?;
//! # runtime.block_on(async {
//! # let dated = base::Timestamp::UNIX_EPOCH;
//! let mut archive = Box::pin(work::bundle::zip(dated, |mut feed| async move {
//!     feed.entry("profil.json", b"{}").await?;
//!     feed.begin("visites.csv", work::bundle::Packing::Deflated).await?;
//!     feed.write(b"jour;lieu\r\n").await?;
//!     feed.end().await
//! }));
//! while let Some(piece) = archive.next().await {
//!     assert!(!piece?.is_empty());
//! }
//! # std::io::Result::Ok(()) })?;
//! # std::io::Result::Ok(())
//! ```

mod names;
mod packer;

use base::Timestamp;
use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use names::Names;
use std::future::Future;
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::sync::mpsc;

/// The most bytes of a piece, on its way in or out.
pub const PIECE_BYTES: usize = 64 << 10;

/// The most pieces that wait on either side.
pub const PIECES_WAITING: usize = 4;

/// The most entries of an archive: their names are held until its end.
pub const ENTRIES_MAX: usize = 50_000;

/// How an entry is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Made smaller: text.
    Deflated,
    /// As it is: pictures, which are packed already.
    Stored,
}

/// What travels from who fills the archive to who packs it.
enum Piece {
    Begin(String, Packing),
    Data(Bytes),
    End,
    Failed(io::Error),
}

/// Where the entries of an archive are written, one after another.
pub struct Feed {
    sender: mpsc::Sender<Piece>,
    names: Names,
    gathered: BytesMut,
    is_begun: bool,
}

/// An archive whose entries, dated `dated`, are written by `fill`. It begins when it is called,
/// inside a runtime, and stops by itself when nobody reads any more: writing then fails. `fill`
/// finishes with [`Feed::end`].
pub fn zip<F, Fut>(
    dated: Timestamp,
    fill: F,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static
where
    F: FnOnce(Feed) -> Fut + Send + 'static,
    Fut: Future<Output = io::Result<()>> + Send + 'static,
{
    let (sender, pieces) = mpsc::channel(PIECES_WAITING);
    let (packed, mut archive) = mpsc::channel(PIECES_WAITING);
    tokio::task::spawn_blocking(move || packer::pack(dated, pieces, &packed));
    let failing = sender.clone();
    let filling =
        fill(Feed { sender, names: Names::default(), gathered: BytesMut::new(), is_begun: false });
    tokio::spawn(async move {
        if let Err(error) = filling.await {
            let _ = failing.send(Piece::Failed(error)).await;
        }
    });
    futures_util::stream::poll_fn(move |context| archive.poll_recv(context))
}

impl Feed {
    /// Begins an entry. Its name is made safe: no way out of the folder it is unpacked in, nothing
    /// that a file system refuses, no name twice.
    pub async fn begin(&mut self, name: &str, packing: Packing) -> io::Result<()> {
        self.flush().await?;
        let name = self.names.take(name)?;
        self.is_begun = true;
        self.send(Piece::Begin(name, packing)).await
    }

    /// Writes to the entry that was begun last.
    pub async fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        if !self.is_begun {
            return Err(io::Error::other("no entry was begun"));
        }
        while !bytes.is_empty() {
            let room = PIECE_BYTES - self.gathered.len();
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.gathered.extend_from_slice(now);
            bytes = later;
            if self.gathered.len() >= PIECE_BYTES {
                self.flush().await?;
            }
        }
        Ok(())
    }

    /// Writes a whole entry.
    pub async fn entry(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.begin(name, Packing::Deflated).await?;
        self.write(bytes).await
    }

    /// Writes an entry from what is read elsewhere, a file for example, a piece at a time.
    pub async fn copy(
        &mut self,
        name: &str,
        packing: Packing,
        mut from: impl AsyncRead + Unpin + Send,
    ) -> io::Result<()> {
        self.begin(name, packing).await?;
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let read = from.read(&mut piece).await?;
            if read == 0 {
                return Ok(());
            }
            self.write(&piece[..read]).await?;
        }
    }

    /// Ends the archive. Without it, what was sent is broken off as unfinished.
    pub async fn end(mut self) -> io::Result<()> {
        self.flush().await?;
        self.send(Piece::End).await
    }

    async fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let piece = Piece::Data(self.gathered.split().freeze());
        self.send(piece).await
    }

    async fn send(&self, piece: Piece) -> io::Result<()> {
        let gone = |_| io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads the archive");
        self.sender.send(piece).await.map_err(gone)
    }
}
