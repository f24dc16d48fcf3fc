//! The tidy check: the dependency rule of the design and the house rules that no compiler holds.

pub mod edges;
pub mod files;

use crate::house::House;
use std::fmt;

/// Something that is against the rules of the house.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The crate or the file, with its line where there is one.
    pub place: String,
    /// What is wrong, and the rule.
    pub what: String,
    /// It is only to be heeded, and breaks nothing.
    pub is_warning: bool,
}

impl Finding {
    /// A breach.
    #[must_use]
    pub fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
            is_warning: false,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_warning { "warning" } else { "error" };
        write!(f, "{kind}: {}: {}", self.place, self.what)
    }
}

/// Looks at every manifest and every source file of the workspace.
///
/// # Errors
/// When cargo cannot tell the manifests or a file cannot be read.
pub fn check(house: &House) -> Result<Vec<Finding>, String> {
    let mut findings = edges::check(house)?;
    findings.extend(files::check(house)?);
    findings.sort();
    Ok(findings)
}

/// Prints the findings.
///
/// # Errors
/// When there is a breach.
pub fn report(house: &House) -> Result<(), String> {
    let findings = check(house)?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.iter().filter(|f| !f.is_warning).count() {
        0 => Ok(()),
        n => Err(format!("{n} against the rules of the house")),
    }
}
