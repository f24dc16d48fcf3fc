//! Whom the link trusts.

use crate::clock::BelievedTime;
use crate::{LinkError, LinkOptions};
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;

/// TLS by rustls and ring. Trusted are Mozilla's authorities as built in (an old PC's own list may
/// have run out), the system's, and those of the extra file.
pub(crate) fn config(options: &LinkOptions) -> Result<Arc<ClientConfig>, LinkError> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    // One unreadable certificate of the system's is no reason to trust nobody.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(pem) = &options.extra_ca_pem {
        add_extra(&mut roots, pem)?;
    }
    let time = Arc::new(BelievedTime {
        high_water_ms: options.not_before_ms,
    });
    let config = ClientConfig::builder_with_details(Arc::new(ring::default_provider()), time)
        .with_safe_default_protocol_versions()
        .map_err(|e| LinkError::System(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

fn add_extra(roots: &mut RootCertStore, pem: &[u8]) -> Result<(), LinkError> {
    let mut added = 0usize;
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|e| LinkError::BadCaFile(e.to_string()))?;
        roots
            .add(certificate)
            .map_err(|e| LinkError::BadCaFile(e.to_string()))?;
        added = added.saturating_add(1);
    }
    if added == 0 {
        return Err(LinkError::BadCaFile("it holds no certificate".to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_certificate_is_refused_not_passed_over() {
        for pem in [
            &b""[..],
            b"hello",
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        ] {
            let options = LinkOptions {
                extra_ca_pem: Some(pem.to_vec()),
                ..LinkOptions::default()
            };
            let made = config(&options);
            assert!(
                matches!(made, Err(LinkError::BadCaFile(_))),
                "{:?}",
                pem.escape_ascii()
            );
        }
    }
}
