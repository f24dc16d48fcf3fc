//! What a package says about itself.

/// The words of a control file that are a package's own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Package {
    pub(super) name: &'static str,
    pub(super) section: &'static str,
    /// One line, without the name, without an article, without a stop.
    pub(super) summary: &'static str,
    /// The lines below it; each but the first begins with a space.
    pub(super) description: &'static str,
    /// Dependencies that the programs' files do not show.
    pub(super) also: &'static str,
    pub(super) recommends: &'static str,
}

impl Package {
    /// The control file. `depends` is what the programs' files show.
    pub(super) fn control(
        &self,
        version: &str,
        architecture: &str,
        depends: &str,
        installed_kb: u64,
    ) -> String {
        let recommends = if self.recommends.is_empty() {
            String::new()
        } else {
            format!("Recommends: {}\n", self.recommends)
        };
        format!(
            "Package: {}\nVersion: {version}\nArchitecture: {architecture}\n\
             Maintainer: The Tsong project <maintainers@tsong.invalid>\n\
             Installed-Size: {installed_kb}\nDepends: {}, {}\n{recommends}\
             Section: {}\nPriority: optional\nDescription: {}\n {}\n",
            self.name, depends, self.also, self.section, self.summary, self.description,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_control_file_is_a_field_or_goes_on() {
        let package = Package {
            name: "tsong-hub",
            section: "net",
            summary: "hub",
            description: "first\n second",
            also: "adduser",
            recommends: "",
        };
        let control = package.control("0.1.0", "amd64", "libc6 (>= 2.36)", 12);
        for line in control.lines() {
            assert!(
                line.starts_with(' ') || line.split_once(": ").is_some(),
                "{line:?}"
            );
        }
        assert!(control.contains("Depends: libc6 (>= 2.36), adduser\n"));
        assert!(control.ends_with("Description: hub\n first\n second\n"));
    }
}
