//! What the program says, in three languages, from the Fluent catalogues in `assets/wording`.
//!
//! Errors and facts carry data; the words are looked up here by key, for the screen's host, for the
//! headless program and for paper alike.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;
use ts_rs::TS;

/// A language of the house.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
pub enum Language {
    /// Tibetan, `bo`.
    #[serde(rename = "bo")]
    Bo,
    /// Chinese, `zh-CN`.
    #[serde(rename = "zh-CN")]
    Zh,
    /// English, `en`.
    #[default]
    #[serde(rename = "en")]
    En,
}

/// A tag that names none of the three languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such language: {0}; there are bo, zh-CN and en")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// All three, the house's own first.
    pub const ALL: [Self; 3] = [Self::Bo, Self::Zh, Self::En];

    /// The tag: `bo`, `zh-CN`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bo => "bo",
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    const fn catalogue(self) -> &'static str {
        match self {
            Self::Bo => include_str!(concat!(env!("OUT_DIR"), "/bo.ftl")),
            Self::Zh => include_str!(concat!(env!("OUT_DIR"), "/zh-CN.ftl")),
            Self::En => include_str!(concat!(env!("OUT_DIR"), "/en.ftl")),
        }
    }

    fn bundle(self) -> &'static Bundle {
        static BO: OnceLock<Bundle> = OnceLock::new();
        static ZH: OnceLock<Bundle> = OnceLock::new();
        static EN: OnceLock<Bundle> = OnceLock::new();
        let cell = match self {
            Self::Bo => &BO,
            Self::Zh => &ZH,
            Self::En => &EN,
        };
        cell.get_or_init(|| load(self))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag or a system's locale: `bo`, `zh-CN`, `zh_CN.UTF-8`, `EN`.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let first = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| {
                language
                    .tag()
                    .get(..2)
                    .is_some_and(|t| t.eq_ignore_ascii_case(first))
            })
            .ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}

type Bundle = FluentBundle<FluentResource>;

fn load(language: Language) -> Bundle {
    let locales = language.tag().parse().into_iter().collect();
    let mut bundle = FluentBundle::new_concurrent(locales);
    // The marks would end up in logs, on labels and in tests; nothing here is written right to left.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(language.catalogue().to_owned())
        .unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The sentence of `key` in `language`, with `args` put in as they are (never as markup).
///
/// Arguments that are words of the program are said in the same language: `state`, `right`, `what`,
/// `field` and `reason` are looked up first. A key that a language lacks (no build ships one) is
/// said in English, or shown as the key.
#[must_use]
pub fn sentence(language: Language, key: &str, args: &[(&str, String)]) -> String {
    let said: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| {
            let word = in_words(language, name, value).unwrap_or_else(|| value.clone());
            (*name, FluentValue::String(word.into()))
        })
        .collect();
    format(language, key, &said)
        .or_else(|| format(Language::En, key, &said))
        .unwrap_or_else(|| key.to_owned())
}

/// The sentence of an error code such as `not_enough_stock`; an unknown code is named, not hidden.
#[must_use]
pub fn error_sentence(language: Language, code: &str, args: &[(&str, String)]) -> String {
    let key = format!("error-{}", code.replace('_', "-"));
    if has(language, &key) {
        sentence(language, &key, args)
    } else {
        sentence(language, "error-unknown", &[("code", code.to_owned())])
    }
}

/// Whether `language` has `key`.
#[must_use]
pub fn has(language: Language, key: &str) -> bool {
    language
        .bundle()
        .get_message(key)
        .is_some_and(|message| message.value().is_some())
}

fn format(language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let bundle = language.bundle();
    let pattern = bundle.get_message(key)?.value()?;
    Some(
        bundle
            .format_pattern(pattern, Some(args), &mut Vec::new())
            .into_owned(),
    )
}

fn in_words(language: Language, name: &str, value: &str) -> Option<String> {
    let groups: &[&str] = match name {
        "state" => &["state", "payment", "after-sale", "listing"],
        "right" => &["right"],
        "what" => &["thing"],
        "field" => &["field"],
        "reason" => &["error"],
        _ => &[],
    };
    // Units stand last in names: `price_fen` is the price.
    let bare = ["_fen", "_grams", "_ms", "_id"]
        .iter()
        .find_map(|unit| value.strip_suffix(unit))
        .unwrap_or(value)
        .replace('_', "-");
    let bundle = language.bundle();
    groups.iter().find_map(|group| {
        let pattern = bundle.get_message(&format!("{group}-{bare}"))?.value()?;
        let mut errors = Vec::new();
        let word = bundle.format_pattern(pattern, None, &mut errors);
        // A Tibetan label ends with a shad, which would end the sentence that it is put into.
        let label = if name == "reason" {
            &word
        } else {
            word.trim_end_matches('།')
        };
        errors.is_empty().then(|| label.to_owned())
    })
}

#[cfg(test)]
mod tests;
