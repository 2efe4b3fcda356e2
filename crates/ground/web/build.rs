//! Embeds the style sheet, the scripts, the pictures and the fonts in the program, each with its
//! fingerprint in its address and already compressed.

#[path = "src/bundle.rs"]
mod bundle;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let web = manifest.join("../../../web");
    // The whole folder: fonts may arrive in it, and a path that is not there reruns for ever.
    println!("cargo::rerun-if-changed={}", web.display());
    println!("cargo::rerun-if-changed=src/bundle.rs");
    let mut table = String::from("static EMBEDDED: &[Asset] = &[\n");
    for (index, file) in bundle::gather(&web)?.iter().enumerate() {
        embed(&out, index, file, &mut table)?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)
}

/// Writes the file and its compressed forms, and its line in the table.
fn embed(out: &Path, index: usize, file: &bundle::File, table: &mut String) -> io::Result<()> {
    fs::write(out.join(format!("{index}.plain")), &file.content)?;
    let bytes =
        |form: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{index}.{form}\"))");
    let (mut brotli, mut gzip) = ("None".to_owned(), "None".to_owned());
    // Fonts are compressed already.
    if file.content_type() != "font/woff2" {
        fs::write(out.join(format!("{index}.br")), in_brotli(&file.content)?)?;
        fs::write(out.join(format!("{index}.gz")), in_gzip(&file.content)?)?;
        (brotli, gzip) = (format!("Some({})", bytes("br")), format!("Some({})", bytes("gz")));
    }
    let _ = writeln!(
        table,
        "Asset {{ name: {:?}, address: {:?}, content_type: {:?}, plain: {}, brotli: {brotli}, \
         gzip: {gzip} }},",
        file.name,
        file.address(),
        file.content_type(),
        bytes("plain"),
    );
    Ok(())
}

fn in_brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &best)?;
    Ok(compressed)
}

fn in_gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
