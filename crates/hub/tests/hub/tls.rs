use rustls::pki_types::ServerName;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use tempfile::TempDir;
use tsong_hub::identity;
use tsong_hub::server::{self, Hub, load_tls};
use tsong_hub::storage::sqlite::Sqlite;

#[test]
fn it_serves_tls_and_no_plain_http_beyond_loopback() {
    let dir = TempDir::new().unwrap();
    let made = rcgen::generate_simple_self_signed(vec!["hub.test".into()]).unwrap();
    let (cert, key) = (dir.path().join("cert.pem"), dir.path().join("key.pem"));
    std::fs::write(&cert, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    assert_eq!(
        load_tls(&key, &cert).err().unwrap().code(),
        "bad_certificate"
    );
    let tls = load_tls(&cert, &key).unwrap();
    let storage = Sqlite::open(dir.path()).unwrap();
    let hub_key = identity::load(dir.path(), &storage).unwrap();
    let hub = Arc::new(Hub::new(storage, hub_key, None, || 1));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = runtime.block_on(server::listen("0.0.0.0:0".parse().unwrap(), false));
    assert_eq!(
        open.unwrap_err().code(),
        "plain_http",
        "others could listen"
    );
    let listener = runtime
        .block_on(server::listen("0.0.0.0:0".parse().unwrap(), true))
        .unwrap();
    let port = listener.local_addr().unwrap().port();
    runtime.spawn(server::serve(
        hub,
        listener,
        Some(tls),
        std::future::pending(),
    ));
    // Somebody who connects and says nothing holds up nobody.
    let _silent = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut roots = rustls::RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("hub.test").unwrap();
    let client = rustls::ClientConnection::new(Arc::new(config), name).unwrap();
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut stream = rustls::StreamOwned::new(client, stream);
    stream
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: hub.test\r\nconnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"),
        "{answer}"
    );
}
