//! An empty window in the house's type: what the figures of the real one are held against. Nothing
//! of ours runs behind it.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let page = WebviewUrl::App("index.html".into());
            WebviewWindowBuilder::new(app, "empty", page)
                .title("Empty")
                .inner_size(1366.0, 768.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
