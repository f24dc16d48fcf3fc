//! The words of menu and tray, in the language that the station speaks.

pub(crate) use tsong_contract::wording::Language;
use tsong_contract::wording::sentence;

/// A word of `assets/wording/<language>/window.ftl`.
pub(crate) fn word(language: Language, key: &str) -> String {
    sentence(language, &format!("window-{key}"), &[])
}

/// A sentence with a path in it.
pub(crate) fn about_path(language: Language, key: &str, path: &std::path::Path) -> String {
    let path = path.display().to_string();
    sentence(language, &format!("window-{key}"), &[("path", path)])
}
