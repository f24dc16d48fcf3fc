//! A hub's address as an operator types it.

use crate::LinkError;
use hyper::Uri;
use rustls::pki_types::ServerName;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// `https://host[:port][/path]`; plain `http` for this machine only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubAddress {
    is_tls: bool,
    host: String,
    port: u16,
    authority: String,
    prefix: String,
}

impl HubAddress {
    /// Whether the link is encrypted.
    #[must_use]
    pub const fn is_tls(&self) -> bool {
        self.is_tls
    }

    /// The name or number of the machine, without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    pub(crate) fn target(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// What the hub's certificate has to name.
    pub(crate) fn server_name(&self) -> Option<ServerName<'static>> {
        ServerName::try_from(self.host.clone()).ok()
    }

    /// Whether a socket at `ip` may be this hub: what goes in the clear stays on this machine,
    /// whatever a hosts file says of `localhost`.
    pub(crate) const fn may_be_at(&self, ip: IpAddr) -> bool {
        self.is_tls || ip.is_loopback()
    }
}

impl FromStr for HubAddress {
    type Err = LinkError;

    fn from_str(url: &str) -> Result<Self, LinkError> {
        let bad = || LinkError::BadAddress(url.to_owned());
        let uri: Uri = url.trim().parse().map_err(|_| bad())?;
        let is_tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            Some(_) | None => return Err(bad()),
        };
        let authority = uri.authority().ok_or_else(bad)?;
        // A name or a password in an address would be sent to nobody and kept in the settings.
        let typed = authority.as_str();
        let has_port = typed.trim_start_matches(authority.host()).starts_with(':');
        let is_port_readable = authority.port_u16().is_some() == has_port;
        if typed.contains('@') || uri.query().is_some() || !is_port_readable {
            return Err(bad());
        }
        let host = authority
            .host()
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_owned();
        let address = Self {
            is_tls,
            port: authority
                .port_u16()
                .unwrap_or(if is_tls { 443 } else { 80 }),
            authority: authority.as_str().to_owned(),
            prefix: uri.path().trim_end_matches('/').to_owned(),
            host,
        };
        if address.server_name().is_none() || address.port == 0 {
            return Err(bad());
        }
        let ip = address.host.parse::<IpAddr>().ok();
        let is_here =
            address.host.eq_ignore_ascii_case("localhost") || ip.is_some_and(|ip| ip.is_loopback());
        if is_tls || is_here {
            Ok(address)
        } else {
            Err(LinkError::PlainHttp)
        }
    }
}

impl fmt::Display for HubAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_tls { "https" } else { "http" };
        write!(f, "{scheme}://{}{}", self.authority, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_shown_again() {
        for (url, host, port, target) in [
            ("https://hub.example", "hub.example", 443, "/v1/sync"),
            (
                "https://hub.example:8443/tsong/",
                "hub.example",
                8443,
                "/tsong/v1/sync",
            ),
            ("https://192.168.1.5:8443", "192.168.1.5", 8443, "/v1/sync"),
            ("http://127.0.0.1:7070", "127.0.0.1", 7070, "/v1/sync"),
            ("http://[::1]:7070", "::1", 7070, "/v1/sync"),
            (" http://localhost ", "localhost", 80, "/v1/sync"),
        ] {
            let address: HubAddress = url.parse().unwrap();
            assert_eq!((address.host(), address.port()), (host, port), "{url}");
            assert_eq!(address.target("/v1/sync"), target, "{url}");
            assert_eq!(
                address.to_string().parse::<HubAddress>().as_ref(),
                Ok(&address),
                "{url}"
            );
        }
    }

    #[test]
    fn nothing_goes_over_a_network_in_the_clear() {
        for url in [
            "http://hub.example",
            "http://192.168.1.5:80",
            "http://0.0.0.0:80",
        ] {
            assert_eq!(
                url.parse::<HubAddress>(),
                Err(LinkError::PlainHttp),
                "{url}"
            );
        }
        let here: HubAddress = "http://localhost".parse().unwrap();
        assert!(
            !here.may_be_at(IpAddr::from([10, 0, 0, 1])),
            "a name that was bent elsewhere"
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "",
            "hub",
            "hub.example",
            "ftp://hub.example",
            "https://",
            "https://a b",
            "https://u:p@h",
            "https://h?x=1",
            "https://h:0",
            "https://h:99999",
            "https://会.例",
            "/v1",
        ] {
            let read = url.parse::<HubAddress>();
            assert_eq!(read, Err(LinkError::BadAddress(url.to_owned())), "{url}");
        }
    }
}
