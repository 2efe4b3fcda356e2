//! Makes the files a browser asks for out of the `web/` folder: style sheets joined into one,
//! scripts, pictures, and the fonts if `npm ci` brought them.
//!
//! Shared by the build script, which embeds the result, and by the server in development, which
//! makes it anew at each request. Nothing but the standard library, so both can include it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A file as the browser will get it.
pub(crate) struct File {
    /// The name templates use: `app.css`, `map.js`, `icons.svg`.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) content: Vec<u8>,
}

impl File {
    /// The address to serve it at: its name with its fingerprint, `/s/app.3f2a1b0c.css`.
    pub(crate) fn address(&self) -> String {
        let fingerprint = fingerprint(&self.content);
        match self.name.rsplit_once('.') {
            Some((stem, extension)) => format!("/s/{stem}.{fingerprint:08x}.{extension}"),
            None => format!("/s/{}.{fingerprint:08x}", self.name),
        }
    }

    /// What the browser must take it for.
    pub(crate) fn content_type(&self) -> &'static str {
        match self.name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml; charset=utf-8",
            Some("woff2") => "font/woff2",
            Some("webmanifest") => "application/manifest+json",
            _ => "application/octet-stream",
        }
    }
}

/// Everything to serve, from the folder `web`: its `static` folder and what npm installed.
pub(crate) fn gather(web: &Path) -> io::Result<Vec<File>> {
    let mut files = fonts(web)?;
    let mut style = font_faces(&files);
    for sheet in listed(&web.join("static/css"))? {
        style.push_str(&fs::read_to_string(sheet)?);
    }
    files.push(File { name: "app.css".into(), content: squeeze(&style).into_bytes() });
    for folder in ["static/js", "static"] {
        for path in listed(&web.join(folder))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File { name, content: fs::read(path)? });
        }
    }
    Ok(files)
}

/// A font file that npm may have installed.
struct Font {
    family: &'static str,
    package: &'static str,
    subset: &'static str,
    range: &'static str,
}

const LATIN: &str = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,\
U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXTENDED: &str = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,\
U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113";

const FONTS: [Font; 4] = [
    Font {
        family: "Atkinson Hyperlegible Next",
        package: "atkinson-hyperlegible-next",
        subset: "latin",
        range: LATIN,
    },
    Font {
        family: "Atkinson Hyperlegible Next",
        package: "atkinson-hyperlegible-next",
        subset: "latin-ext",
        range: LATIN_EXTENDED,
    },
    Font {
        family: "Bricolage Grotesque",
        package: "bricolage-grotesque",
        subset: "latin",
        range: LATIN,
    },
    Font {
        family: "Bricolage Grotesque",
        package: "bricolage-grotesque",
        subset: "latin-ext",
        range: LATIN_EXTENDED,
    },
];

impl Font {
    fn name(&self) -> String {
        format!("{}-{}.woff2", self.package, self.subset)
    }

    fn path(&self, web: &Path) -> PathBuf {
        let Self { package, subset, .. } = self;
        web.join("node_modules/@fontsource-variable")
            .join(package)
            .join("files")
            .join(format!("{package}-{subset}-wght-normal.woff2"))
    }
}

/// The fonts that are there; none is not an error.
fn fonts(web: &Path) -> io::Result<Vec<File>> {
    let there = FONTS.iter().filter(|font| font.path(web).is_file());
    there.map(|font| Ok(File { name: font.name(), content: fs::read(font.path(web))? })).collect()
}

fn font_faces(files: &[File]) -> String {
    let mut faces = String::new();
    for font in &FONTS {
        let Some(file) = files.iter().find(|file| file.name == font.name()) else { continue };
        let (family, address, range) = (font.family, file.address(), font.range);
        // Writing to a String cannot fail.
        let _ = write!(
            faces,
            "@font-face{{font-family:\"{family}\";src:url({address}) format(\"woff2\");\
             font-weight:200 800;font-display:swap;unicode-range:{range}}}"
        );
    }
    faces
}

/// The files of a folder in alphabetical order, hidden ones and folders left out.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type()?.is_file() && !hidden {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// A style sheet without its comments, its runs of spaces made one.
fn squeeze(style: &str) -> String {
    let mut squeezed = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(start) = rest.find("/*") {
        squeezed.push_str(&rest[..start]);
        rest = rest[start..].split_once("*/").map_or("", |(_, after)| after);
    }
    squeezed.push_str(rest);
    let squeezed = squeezed.split_whitespace().collect::<Vec<_>>().join(" ");
    ["{", "}", ";", ","].iter().fold(squeezed, |text, mark| {
        text.replace(&format!("{mark} "), mark).replace(&format!(" {mark}"), mark)
    })
}

/// FNV-1a folded to 32 bits: enough to tell one version of a file from the next.
fn fingerprint(content: &[u8]) -> u32 {
    let hash = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}
