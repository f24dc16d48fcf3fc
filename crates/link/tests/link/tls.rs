use crate::server::{Counts, Socket, always, start};
use crate::{get, post, read};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::sync::Arc;
use tsong_link::{HubLink, LinkOptions};
use tsong_sync::transport::{Transport as _, TransportError};

const FINE: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello";
const MS_2040: i64 = 2_208_988_800_000;

struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn pem(&self) -> Vec<u8> {
        self.0.pem().into_bytes()
    }

    /// A hub with a certificate for `name`, valid in the `years` from..to.
    fn hub(&self, name: &str, years: (i32, i32)) -> (String, Arc<Counts>) {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(years.0, 1, 1);
        params.not_after = date_time_ymd(years.1, 1, 1);
        let key = KeyPair::generate().unwrap();
        let der: CertificateDer<'static> = params.signed_by(&key, &self.0).unwrap().into();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![der], key)
            .unwrap();
        let config = Arc::new(config);
        start(move |socket| serve(socket, &config))
    }
}

fn serve(socket: Socket, config: &Arc<ServerConfig>) {
    let connection = ServerConnection::new(Arc::clone(config)).unwrap();
    let mut stream = StreamOwned::new(connection, socket);
    always(&mut stream, FINE);
}

fn link(url: &str, ca: Option<Vec<u8>>, not_before_ms: i64) -> HubLink {
    let options = LinkOptions {
        extra_ca_pem: ca,
        not_before_ms,
        connect_timeout_ms: 2000,
        stall_ms: 1000,
    };
    HubLink::new(url, &options).unwrap()
}

fn local(address: &str) -> String {
    format!("https://localhost:{}", address.rsplit(':').next().unwrap())
}

#[test]
fn a_county_s_own_authority_is_trusted_when_given_and_tls_is_counted() {
    let county = Authority::new();
    let (address, counts) = county.hub("localhost", (2020, 2099));
    let mut link = link(&local(&address), Some(county.pem()), 0);
    for _ in 0..2 {
        assert_eq!(link.send(post(b"x")).and_then(read), Ok(b"hello".to_vec()));
    }
    let meter = link.meter();
    let counted = (meter.bytes_up, meter.bytes_down);
    assert_eq!(
        counted,
        counts.bytes_when(counted),
        "the handshake and the records are counted"
    );
    assert!(
        meter.bytes_down > 500,
        "a certificate alone is more: {meter:?}"
    );
    assert_eq!(counts.connections(), 1, "one handshake for both");
}

#[test]
fn a_hub_named_by_number_is_checked_by_number() {
    let county = Authority::new();
    let (address, _) = county.hub("127.0.0.1", (2020, 2099));
    let mut link = link(&format!("https://{address}"), Some(county.pem()), 0);
    assert_eq!(link.send(get("/")).and_then(read), Ok(b"hello".to_vec()));
}

#[test]
fn who_is_not_the_hub_is_not_trusted() {
    let county = Authority::new();
    let (stranger, _) = Authority::new().hub("localhost", (2020, 2099));
    let (other_name, _) = county.hub("other.example", (2020, 2099));
    let (expired, _) = county.hub("localhost", (2001, 2002));
    for (address, why) in [
        (stranger, "unknown authority"),
        (other_name, "name"),
        (expired, "age"),
    ] {
        let answer = link(&local(&address), Some(county.pem()), 0).send(post(b"secret"));
        assert_eq!(answer.err(), Some(TransportError::BadCertificate), "{why}");
    }
}

#[test]
fn a_certificate_is_judged_by_the_time_that_is_believed() {
    let county = Authority::new();
    let (address, _) = county.hub("localhost", (2039, 2042));
    let young = link(&local(&address), Some(county.pem()), 0).send(get("/"));
    assert_eq!(
        young.err(),
        Some(TransportError::BadCertificate),
        "not yet valid by this clock"
    );
    let mut sure = link(&local(&address), Some(county.pem()), MS_2040);
    let answer = sure.send(get("/")).and_then(read);
    assert_eq!(
        answer,
        Ok(b"hello".to_vec()),
        "the hub once said 2040: the wall is behind"
    );
}

#[test]
fn plain_text_where_tls_is_expected_is_no_hub() {
    let (address, counts) = start(|mut socket| {
        use std::io::Write as _;
        socket
            .write_all(b"HTTP/1.1 302 Found\r\nlocation: /login\r\n\r\n")
            .unwrap();
    });
    let answer = link(&local(&address), None, 0).send(post(b"secret"));
    assert!(matches!(
        answer.err(),
        Some(TransportError::Other(_) | TransportError::Cut)
    ));
    assert_eq!(counts.connections(), 1, "not tried again");
}
