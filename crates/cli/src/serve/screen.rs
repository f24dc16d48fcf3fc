//! The screen's files: built in, or in a folder.

use super::answers::plain;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;

/// The first page; the screen's own addresses lead to it as well.
const INDEX: &str = "index.html";

#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Built;

/// Where the files come from.
pub(super) enum Screen {
    /// Built into the program.
    Built,
    /// A folder, its links resolved.
    Folder(PathBuf),
}

impl Screen {
    pub(super) fn new(ui: Option<&Path>) -> Result<Self, AppError> {
        let Some(dir) = ui else {
            return Ok(Self::Built);
        };
        let dir = dir.canonicalize().map_err(|e| AppError::Io {
            detail: format!("{}: {e}", dir.display()),
        })?;
        Ok(Self::Folder(dir))
    }

    /// What lies at an address.
    pub(super) fn page(&self, path: &str) -> Response {
        let name = path.trim_start_matches('/');
        let is_file = name
            .rsplit('/')
            .next()
            .is_some_and(|last| last.contains('.'));
        let wanted = if is_file { name } else { INDEX };
        match self.read(wanted) {
            Some(bytes) => found(wanted, bytes),
            None if is_file => plain(StatusCode::NOT_FOUND, "not found"),
            None => plain(
                StatusCode::NOT_FOUND,
                "This program was built without its screen. Build ui/ first, or give --ui DIR.",
            ),
        }
    }

    fn read(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        if name
            .split(['/', '\\'])
            .any(|part| part == ".." || part.starts_with('.'))
        {
            return None;
        }
        match self {
            Self::Built => Built::get(name).map(|file| file.data),
            Self::Folder(dir) => {
                let path = dir.join(name).canonicalize().ok()?;
                // A link may not lead out of the folder.
                if !path.starts_with(dir) {
                    return None;
                }
                std::fs::read(path).ok().map(Cow::Owned)
            }
        }
    }
}

fn found(name: &str, bytes: Cow<'static, [u8]>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let told = match kind.type_() {
        mime_guess::mime::TEXT => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    };
    if let Ok(value) = HeaderValue::from_str(&told) {
        headers.insert(CONTENT_TYPE, value);
    }
    // Built files carry a hash in their names; pages do not.
    let cache = if name.starts_with("assets/") {
        "private, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
