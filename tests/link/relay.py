"""A relay that counts what goes through a socket, requests among it, and cuts where it is told to."""

import re
import socket
import struct
import threading

HEAD_END = b"\r\n\r\n"


class Messages:
    """Counts the messages of one direction of HTTP/1.1, their heads and their bodies apart."""

    def __init__(self):
        self.count, self.head_bytes, self.body_bytes = 0, 0, 0
        self.waiting, self.left, self.is_chunked = b"", 0, False

    def feed(self, piece):
        self.waiting += piece
        while self.waiting and self.step():
            pass

    def step(self):
        """Takes one part off what waits; false when more has to come first."""
        if self.left:
            taken = min(self.left, len(self.waiting))
            self.left -= taken
            self.body_bytes += taken
            self.waiting = self.waiting[taken:]
            return True
        if self.is_chunked:
            line, found, rest = self.waiting.lstrip(b"\r\n").partition(b"\r\n")
            if not found:
                return False
            self.left, self.waiting = int(line.split(b";")[0], 16), rest
            self.is_chunked = self.left > 0
            return True
        head, found, rest = self.waiting.lstrip(b"\r\n").partition(HEAD_END)
        if not found:
            return False
        self.count += 1
        self.head_bytes += len(head) + len(HEAD_END)
        self.waiting = rest
        told = re.search(rb"(?im)^content-length: *(\d+)", head)
        self.left = int(told.group(1)) if told else 0
        self.is_chunked = bool(re.search(rb"(?im)^transfer-encoding: *chunked", head))
        return True


class Relay:
    """Listens before a server. `up` and `down` are bytes, `answers` is only right without HEAD requests."""

    def __init__(self, port, listen=0):
        self.server_port, self.cut_after = port, None
        self.lock = threading.Lock()
        self.reset()
        self.listener = socket.create_server(("127.0.0.1", listen))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def reset(self):
        with self.lock:
            self.up = self.down = self.connections = 0
            self.requests, self.answers = [], []

    def count(self):
        """Everything since the last reset: bytes up and down, requests, and bodies' bytes up and down."""
        with self.lock:
            return {
                "up": self.up, "down": self.down, "connections": self.connections,
                "requests": sum(one.count for one in self.requests),
                "body_up": sum(one.body_bytes for one in self.requests),
                "body_down": sum(one.body_bytes for one in self.answers),
            }

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.server_port))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            requests, answers = Messages(), Messages()
            with self.lock:
                self.connections += 1
                self.requests.append(requests)
                self.answers.append(answers)
            for way in ((client, server, requests, True), (server, client, answers, False)):
                threading.Thread(target=self.carry, args=way, daemon=True).start()

    def carry(self, source, target, messages, is_up):
        try:
            while piece := source.recv(65536):
                is_cut = False
                with self.lock:
                    if is_up and self.cut_after is not None:
                        piece = piece[: max(0, self.cut_after - self.up)]
                        is_cut = self.up + len(piece) >= self.cut_after
                    if is_up:
                        self.up += len(piece)
                    else:
                        self.down += len(piece)
                    messages.feed(piece)
                target.sendall(piece)
                if is_cut:
                    break_off(source)
                    break
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_WR if end is target else socket.SHUT_RD)
            except OSError:
                pass

    def end(self):
        # Who waits for the next connection holds the address until he is woken.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


def break_off(end):
    """Ends a connection as a lost link does: with a reset, not a farewell."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()
