//! One name in the three languages of the house.

use serde::{Deserialize, Serialize};

/// A name or wording in Tibetan, Chinese and English; any of them may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Names {
    /// Tibetan.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bo: String,
    /// Chinese.
    #[serde(rename = "zh-CN", default, skip_serializing_if = "String::is_empty")]
    pub zh: String,
    /// English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Names {
    /// Whether there is no word in any language.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.bo.is_empty() && self.zh.is_empty() && self.en.is_empty()
    }
}
