//! The desk's page: what Vite made of `ui/desk.html`, within the program. While the program is
//! built for development the folder is read.

use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[include = "desk.html"]
#[include = "assets/*"]
#[allow_missing = true]
struct Dist;

/// A file of the page.
pub struct File {
    /// What is in it.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media: String,
}

/// Where files of the page come from, by their names within Vite's folder.
pub type Files = fn(&str) -> Option<File>;

/// The files within the program.
pub(super) fn embedded(name: &str) -> Option<File> {
    let found = Dist::get(name)?;
    Some(File {
        media: found.metadata.mimetype().to_owned(),
        bytes: found.data,
    })
}

const PAGE: &str = "desk.html";
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
/// What its name says never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const WITHOUT: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Tsong</title>
<h1>This hub was built without its desk</h1>
<p>The hub itself works: stations sync, and programs read at <code>/openapi.json</code>. To have the
desk, build the pages first (<code>npm run build</code> in <code>ui</code>), then the hub again.</p>
<p lang=\"zh-CN\">此服务器不含县级管理页面。各站同步不受影响。请先在 <code>ui</code> 目录运行
<code>npm run build</code>,再重新编译服务器。</p>
</html>
";

fn answer(
    status: StatusCode,
    media: &str,
    caching: &'static str,
    bytes: Cow<'static, [u8]>,
) -> Response {
    let headers = [
        (CONTENT_TYPE, media.to_owned()),
        (CACHE_CONTROL, caching.to_owned()),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    (status, headers, bytes).into_response()
}

/// The page itself, the same below `/desk`: what stands there is the page's own to read.
pub(super) fn page(files: Files) -> Response {
    let html = "text/html; charset=utf-8";
    match files(PAGE) {
        Some(file) => answer(StatusCode::OK, html, "no-store", file.bytes),
        None => {
            let bytes = Cow::Borrowed(WITHOUT.as_bytes());
            answer(StatusCode::SERVICE_UNAVAILABLE, html, "no-store", bytes)
        }
    }
}

/// A script, style, font or picture.
pub(super) fn asset(files: Files, name: &str) -> Option<Response> {
    let file = files(&format!("assets/{name}"))?;
    Some(answer(StatusCode::OK, &file.media, FOR_EVER, file.bytes))
}
