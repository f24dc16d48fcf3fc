"""A weak link between two network namespaces, for kernels without sch_netem: a TUN device in each, joined in user space.
The TCP at both ends is the kernel's own.

  wire.py NAMESPACE_A NAMESPACE_B       as root; reads commands, answers each with a line of JSON:
    set {"rate": bit/s or 0, "delay_ms": …, "loss": 0.02, "cut_every_s": 30 or 0}
    count                               what crossed since the last `count`

Each way has a drop-tail queue; a packet is serialised at the rate, then delayed; a lost one has used the air. A cut forgets
what is under way and every connection: whoever still speaks on one is answered by a reset, as by a carrier's gateway.
"""

import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import struct
import subprocess
import sys
import time

A, B = "10.77.1.1", "10.77.1.2"
QUEUE_BYTES = 32768
CLONE_NEWNET, TUNSETIFF, IFF_TUN_NO_PI = 0x40000000, 0x400454CA, 0x1001
SYN, RST, ACK = 2, 4, 16


def device(namespace, address):
    """A TUN device in a namespace, up, with its address."""
    libc = ctypes.CDLL(None, use_errno=True)
    home, other = (os.open(path, os.O_RDONLY) for path in ("/proc/self/ns/net", f"/run/netns/{namespace}"))
    try:
        if libc.setns(other, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), f"entering {namespace}")
        end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", b"weak0", IFF_TUN_NO_PI))
        for words in (f"addr add {address}/24 dev weak0", "link set weak0 mtu 1500 up", "link set lo up"):
            subprocess.run(["ip", *words.split()], check=True)
        if libc.setns(home, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "coming back")
    finally:
        os.close(home)
        os.close(other)
    return end


class Segment:
    """A packet of TCP over IPv4 as far as it is looked at."""

    def __init__(self, packet):
        head = (packet[0] & 15) * 4
        self.source, self.target = packet[12:16], packet[16:20]
        self.from_port, self.to_port, self.sequence, self.ack, flags = struct.unpack("!HHIIH", packet[head : head + 14])
        self.flags, self.bytes = flags & 63, len(packet) - head - (flags >> 12) * 4
        self.length = self.bytes + bool(self.flags & 3)

    def flow(self):
        ends = sorted(((self.source, self.from_port), (self.target, self.to_port)))
        return tuple(ends)


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def reset(to, to_port, source, from_port, sequence):
    """A reset that an end believes: its sequence is the one that the end waits for."""
    tcp = struct.pack("!HHIIHHHH", from_port, to_port, sequence, 0, (5 << 12) | RST, 0, 0, 0)
    told = checksum(source + to + struct.pack("!HH", 6, len(tcp)) + tcp)
    tcp = tcp[:16] + struct.pack("!H", told) + tcp[18:]
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 40, 0, 0, 64, 6, 0, source, to)
    return ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + tcp


class Way:
    """One direction."""

    def __init__(self, out):
        self.out, self.free = out, 0.0
        self.clear()

    def clear(self):
        self.count = {"packets": 0, "bytes": 0, "lost": 0, "dropped": 0, "payload": 0, "new_payload": 0}


class Wire:
    def __init__(self, end_a, end_b, seed):
        self.ends = {end_a: Way(end_b), end_b: Way(end_a)}
        self.dice = random.Random(seed)
        self.under_way, self.number = [], 0
        self.rate, self.delay, self.loss, self.cut_every, self.next_cut = 0, 0.0, 0.0, 0, 0.0
        self.heard, self.furthest, self.dead, self.cuts = {}, {}, set(), 0

    def settle(self, rate, delay_ms=0, loss=0, cut_every_s=0):
        self.rate, self.delay, self.loss, self.cut_every = rate, delay_ms / 1000, loss, cut_every_s
        self.next_cut = time.monotonic() + cut_every_s

    def cut(self):
        """Forgets what is under way and all connections; an end that waits is told at once."""
        self.under_way.clear()
        self.cuts += 1
        for (end, flow), segment in self.heard.items():
            self.dead.add(flow)
            self.answer_with_reset(end, segment)
        self.heard.clear()
        for way in self.ends.values():
            way.free = 0.0

    def answer_with_reset(self, end, segment):
        if segment.flags & ACK and not segment.flags & RST:
            packet = reset(segment.source, segment.from_port, segment.target, segment.to_port, segment.ack)
            os.write(end, packet)

    def take(self, end, packet):
        if packet[0] >> 4 != 4 or packet[9] != 6:
            return
        way, now, segment = self.ends[end], time.monotonic(), Segment(packet)
        flow = segment.flow()
        if flow in self.dead:
            if not segment.flags & SYN:
                return self.answer_with_reset(end, segment)
            self.dead.discard(flow)
        if self.rate and (way.free - now) * self.rate / 8 + len(packet) > QUEUE_BYTES:
            way.count["dropped"] += 1
            return
        self.note(way, end, flow, segment, len(packet))
        if self.rate:
            way.free = max(way.free, now) + len(packet) * 8 / self.rate
        if self.dice.random() < self.loss:
            way.count["lost"] += 1
            return
        self.number += 1
        due = (way.free if self.rate else now) + self.delay
        heapq.heappush(self.under_way, (due, self.number, way.out, packet))

    def note(self, way, end, flow, segment, size):
        """Payload that a flow had not sent before is new; the rest TCP sent again."""
        way.count["packets"] += 1
        way.count["bytes"] += size
        way.count["payload"] += segment.bytes
        if segment.flags & SYN:
            self.furthest[end, flow] = (segment.sequence, 1)
        else:
            first, furthest = self.furthest.get((end, flow), (segment.sequence - 1, 1))
            reached = ((segment.sequence - first) & 0xFFFFFFFF) + segment.bytes
            way.count["new_payload"] += max(0, reached - furthest)
            self.furthest[end, flow] = (first, max(furthest, reached))
        self.heard[end, flow] = segment

    def told(self):
        a, b = self.ends.values()
        told = {"a_to_b": a.count, "b_to_a": b.count, "cuts": self.cuts}
        for way in (a, b):
            way.clear()
        self.cuts = 0
        return told

    def command(self, line):
        word, _, content = line.strip().partition(" ")
        if word == "set":
            self.settle(**json.loads(content))
        print(json.dumps(self.told() if word == "count" else {}), flush=True)

    def run(self):
        while True:
            now = time.monotonic()
            if self.cut_every and now >= self.next_cut:
                self.cut()
                self.next_cut = now + self.cut_every
            while self.under_way and self.under_way[0][0] <= now:
                _, _, out, packet = heapq.heappop(self.under_way)
                try:
                    os.write(out, packet)
                except OSError:
                    pass
            wait = self.under_way[0][0] - now if self.under_way else 1.0
            if self.cut_every:
                wait = min(wait, self.next_cut - now)
            ready, _, _ = select.select([*self.ends, sys.stdin], [], [], max(0, wait))
            for end in ready:
                if end is sys.stdin:
                    line = sys.stdin.readline()
                    if not line:
                        return
                    self.command(line)
                    continue
                while True:
                    try:
                        packet = os.read(end, 2048)
                    except BlockingIOError:
                        break
                    self.take(end, packet)


if __name__ == "__main__":
    wire = Wire(device(sys.argv[1], A), device(sys.argv[2], B), seed=1)
    print(json.dumps({"address": "up"}), flush=True)
    wire.run()
