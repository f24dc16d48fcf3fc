"""The floor: one POST of so many bytes over a fresh connection, answered with so many, and nothing else.

  bare.py serve HOST [CERT KEY]              serves, printing {"address": …} once it listens
  bare.py post HOST PORT UP DOWN [CA NAME]   posts UP bytes, its head among them, is answered DOWN bytes; prints {"wall_s": …}
"""

import json
import re
import socket
import ssl
import sys
import threading
import time


def exactly(head, count):
    """A message of `count` bytes, if its head leaves room for that."""
    body = count - len(head) - len("content-length: \r\n\r\n")
    body -= len(str(max(body, 0)))
    return head + b"content-length: %d\r\n\r\n" % max(body, 0) + b"x" * max(body, 0)


def read_message(link):
    """One message of HTTP, to its last byte."""
    read = b""
    while b"\r\n\r\n" not in read:
        piece = link.recv(65536)
        if not piece:
            return b""
        read += piece
    head, _, rest = read.partition(b"\r\n\r\n")
    left = int(re.search(rb"(?i)content-length: *(\d+)", head).group(1)) - len(rest)
    while left > 0:
        piece = link.recv(65536)
        if not piece:
            return b""
        left -= len(piece)
    return head


def quick(link):
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return link


def answer(link, tls):
    with link:
        try:
            link = tls.wrap_socket(quick(link), server_side=True) if tls else quick(link)
            asked = read_message(link)
            down = int(re.search(rb"(?i)x-down: *(\d+)", asked).group(1))
            link.sendall(exactly(b"HTTP/1.1 200 OK\r\n", down))
            # The connection is kept until the client ends it.
            link.recv(1)
        except (OSError, AttributeError):
            pass


def serve(host, cert=None, key=None):
    tls = None
    if cert:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(cert, key)
        tls.num_tickets = 1
    listener = socket.create_server((host, 0))
    scheme = "https" if tls else "http"
    print(json.dumps({"address": f"{scheme}://{host}:{listener.getsockname()[1]}"}), flush=True)
    while True:
        link, _ = listener.accept()
        threading.Thread(target=answer, args=(link, tls), daemon=True).start()


def post(host, port, up, down, ca=None, name=None):
    """Posts once; how long from the first packet to the last byte of the answer, seconds."""
    tls = ssl.create_default_context(cafile=ca) if ca else None
    begun = time.monotonic()
    link = quick(socket.create_connection((host, port)))
    if tls:
        link = tls.wrap_socket(link, server_hostname=name or host)
    link.sendall(exactly(b"POST / HTTP/1.1\r\nhost: %s\r\nx-down: %d\r\n" % (host.encode(), down), up))
    answered = read_message(link)
    wall_s = time.monotonic() - begun
    link.close()
    if not answered:
        raise RuntimeError("the bare POST was not answered")
    return wall_s


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(*sys.argv[2:])
    else:
        host, port, up, down, *tls = sys.argv[2:]
        print(json.dumps({"wall_s": post(host, int(port), int(up), int(down), *tls)}))
