//! The thread that packs: pieces come in, the archive goes out.

use super::{PIECE_BYTES, Packing, Piece};
use base::{Timestamp, time};
use bytes::Bytes;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::mpsc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs until the end, or says why not. Blocks: it has a thread of its own.
pub(super) fn pack(
    dated: Timestamp,
    mut pieces: mpsc::Receiver<Piece>,
    archive: &mpsc::Sender<io::Result<Bytes>>,
) {
    let is_broken = Arc::new(AtomicBool::new(false));
    let outlet = Outlet { archive: archive.clone(), gathered: Vec::new(), is_broken };
    if let Err(error) = pack_into(outlet, dated, &mut pieces) {
        // Nobody may be left to hear it.
        let _ = archive.blocking_send(Err(error));
    }
}

fn pack_into(
    outlet: Outlet,
    dated: Timestamp,
    pieces: &mut mpsc::Receiver<Piece>,
) -> io::Result<()> {
    let is_broken = outlet.is_broken.clone();
    let mut writer = ZipWriter::new_stream(outlet);
    let packed = fill(&mut writer, dated, pieces);
    if packed.is_err() {
        // A writer that is dropped ends the archive as if it were whole: into the void, then.
        is_broken.store(true, Ordering::Relaxed);
    }
    packed?;
    let mut outlet = writer.finish().map_err(io::Error::from)?.into_inner();
    outlet.send()
}

fn fill<W: Write + io::Seek>(
    writer: &mut ZipWriter<W>,
    dated: Timestamp,
    pieces: &mut mpsc::Receiver<Piece>,
) -> io::Result<()> {
    let options = SimpleFileOptions::default().last_modified_time(day_and_hour(dated));
    loop {
        match pieces.blocking_recv() {
            Some(Piece::Begin(name, packing)) => {
                let method = match packing {
                    Packing::Deflated => CompressionMethod::Deflated,
                    Packing::Stored => CompressionMethod::Stored,
                };
                let options = options.compression_method(method).unix_permissions(0o644);
                writer.start_file(name, options).map_err(io::Error::from)?;
            }
            Some(Piece::Data(bytes)) => writer.write_all(&bytes)?,
            Some(Piece::End) => return Ok(()),
            Some(Piece::Failed(error)) => return Err(error),
            None => return Err(io::Error::other("the archive was not finished")),
        }
    }
}

/// Gathers what is packed into pieces and sends them; waits while nobody takes them.
struct Outlet {
    archive: mpsc::Sender<io::Result<Bytes>>,
    gathered: Vec<u8>,
    is_broken: Arc<AtomicBool>,
}

impl Outlet {
    fn send(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.gathered, Vec::with_capacity(PIECE_BYTES));
        let gone = |_| io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads the archive");
        self.archive.blocking_send(Ok(piece.into())).map_err(gone)
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_broken.load(Ordering::Relaxed) {
            return Ok(bytes.len());
        }
        let taken = bytes.len().min(PIECE_BYTES - self.gathered.len());
        self.gathered.extend_from_slice(&bytes[..taken]);
        if self.gathered.len() >= PIECE_BYTES {
            self.send()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The instant as archives write it: the clock of Paris, by two seconds, since 1980.
fn day_and_hour(at: Timestamp) -> zip::DateTime {
    let at = time::in_paris(at);
    let small = |it: i8| u8::try_from(it).unwrap_or_default();
    let year = u16::try_from(at.year()).unwrap_or_default();
    let (month, day) = (small(at.month()), small(at.day()));
    let (hour, minute, second) = (small(at.hour()), small(at.minute()), small(at.second()));
    zip::DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default()
}
