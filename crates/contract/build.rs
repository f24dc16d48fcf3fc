//! Joins the catalogues of each language into one, so that a new file of wording needs no line here.

use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> io::Result<()> {
    let root = Path::new("../../assets/wording");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for language in ["bo", "zh-CN", "en"] {
        let dir = root.join(language);
        println!("cargo:rerun-if-changed={}", dir.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(&dir)? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "ftl") {
                println!("cargo:rerun-if-changed={}", path.display());
                files.push(path);
            }
        }
        files.sort();
        let mut all = String::new();
        for file in files {
            all.push_str(&fs::read_to_string(file)?);
            all.push('\n');
        }
        fs::write(out.join(format!("{language}.ftl")), all)?;
    }
    Ok(())
}
