//! What is printed, and where: results on standard output, errors on standard error.

use crate::args::Args;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;
use std::process::ExitCode;
use tsong_contract::AppError;
use tsong_contract::wording::{Language, sentence};

/// The way out.
pub(crate) struct Out {
    is_json: bool,
    language: Language,
}

impl Out {
    pub(crate) fn new(args: &Args) -> Self {
        let language = args.language.parse().unwrap_or(Language::En);
        Self {
            is_json: args.json,
            language,
        }
    }

    /// One result.
    pub(crate) fn one<T: Serialize>(&self, value: &T) -> Result<(), AppError> {
        let value = to_value(value)?;
        if self.is_json {
            line(&value.to_string())
        } else {
            plain(&value)
        }
    }

    /// The line of a program that serves, once it does.
    pub(crate) fn ready<T: Serialize>(&self, value: &T, address: &str) -> Result<(), AppError> {
        if self.is_json {
            line(&to_value(value)?.to_string())
        } else {
            line(address)
        }
    }

    /// A list, one object a line.
    pub(crate) fn list<T: Serialize>(&self, rows: &[T]) -> Result<(), AppError> {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for row in rows {
            let value = to_value(row)?;
            writeln!(out, "{value}").map_err(gone)?;
        }
        out.flush().map_err(gone)
    }

    /// An error, as a sentence or as JSON.
    pub(crate) fn error(&self, error: &AppError) {
        let words = error.sentence(self.language);
        if self.is_json {
            let mut object = to_value(error).unwrap_or_else(|_| json!({}));
            if let Value::Object(map) = &mut object {
                map.insert("message".to_owned(), Value::String(words));
            }
            complain(&object.to_string());
        } else {
            complain(&words);
        }
    }

    /// Something to know that is no error.
    pub(crate) fn notice(&self, key: &str) {
        let words = sentence(self.language, &format!("notice-{key}"), &[]);
        if self.is_json {
            complain(&json!({ "notice": key.replace('-', "_"), "message": words }).to_string());
        } else {
            complain(&words);
        }
    }
}

/// A command line that cannot be understood.
pub(crate) fn usage(error: &clap::Error, is_json: bool) -> ExitCode {
    let words = error.to_string();
    if is_json {
        complain(&json!({ "code": "bad_arguments", "message": words.trim() }).to_string());
    } else {
        complain(words.trim_end());
    }
    ExitCode::FAILURE
}

fn to_value<T: Serialize>(value: &T) -> Result<Value, AppError> {
    serde_json::to_value(value).map_err(|e| AppError::Internal {
        detail: e.to_string(),
    })
}

fn line(text: &str) -> Result<(), AppError> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(gone)
}

/// A result for eyes: a field a line.
fn plain(value: &Value) -> Result<(), AppError> {
    let Value::Object(map) = value else {
        return line(&value.to_string());
    };
    for (name, value) in map {
        let shown = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        line(&format!("{name}: {shown}"))?;
    }
    Ok(())
}

fn gone(error: std::io::Error) -> AppError {
    AppError::Io {
        detail: error.to_string(),
    }
}

fn complain(text: &str) {
    let mut err = std::io::stderr().lock();
    // Nobody is left to be told when standard error itself is closed.
    let _written = writeln!(err, "{text}");
}
