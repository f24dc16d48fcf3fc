"""`cargo xtask bench --peers`: what a sync costs here, at a peer (PouchDB to express-pouchdb), and at the floor (one bare
POST of the same bytes), on the same orders in one run. Bytes are counted on the socket, by one relay before each server."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import bare
import born
import workload
from house import Hub, Serving, Station
from relay import Relay
from table import Table, number

ORDERS, CHANGED, DAY = 10_000, 100, 100
CUTS = 6
# How fast the wall runs while orders are placed, so that they come as far apart as those of W1.
SPEED = 2000
PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "peers")


class Peer:
    """A PouchDB of its own and its server, each a process."""

    def __init__(self, folder):
        os.makedirs(os.path.join(folder, "server"))
        self.server = Serving(["node", os.path.join(PEERS, "server.mjs"), os.path.join(folder, "server")])
        self.relay = Relay(self.server.port)
        self.client = subprocess.Popen(
            ["node", os.path.join(PEERS, "client.mjs"), os.path.join(folder, "client")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )

    def ask(self, **asked):
        self.client.stdin.write(json.dumps(asked) + "\n")
        self.client.stdin.flush()
        answer = self.client.stdout.readline()
        if not answer:
            raise RuntimeError("the peer's client ended")
        return json.loads(answer)

    def push(self):
        self.relay.reset()
        told = self.ask(push=f"{self.relay.url}/orders")
        return told | self.relay.count()

    def end(self):
        self.client.stdin.close()
        self.client.wait(30)
        self.server.end()


class Ours:
    """A station and a hub with a relay between them."""

    def __init__(self, station, hub):
        self.station, self.hub = station, hub
        self.serving = hub.serve()
        self.relay = Relay(self.serving.port)

    def enrol(self):
        code, self.at_hub = self.hub.code()
        self.station.must("enroll", "--hub", self.relay.url, "--code", code)

    def sync(self):
        self.relay.reset()
        done = self.station.run("sync")
        told = done.row() | self.relay.count()
        return told | {"cpu_s": done.cpu_s, "memory_mb": done.most_memory_mb, "wall_s": told["elapsed_ms"] / 1000}

    def end(self):
        self.relay.end()
        self.serving.end()


def floor(counted):
    """One bare POST of as many bytes each way as a sync took."""
    serving = Serving([sys.executable, bare.__file__, "serve", "127.0.0.1"])
    relay = Relay(serving.port)
    try:
        return bare.post("127.0.0.1", relay.port, counted["up"], counted["down"])
    finally:
        relay.end()
        serving.end()


def compare(table, work, ours, peer):
    """A row a figure: ours, the peer's, how many times ours that is."""
    bare_s = floor(ours)
    for what, here, there in (
        ("up, B", ours["up"], peer["up"]),
        ("down, B", ours["down"], peer["down"]),
        ("requests", ours["requests"], peer["requests"]),
        ("client's CPU, s", round(ours["cpu_s"], 2), round(peer["cpu_s"], 2)),
        ("time, s", round(ours["wall_s"], 2), round(peer["wall_s"], 2)),
    ):
        ratio = f"{there / here:.1f} ×" if here else ""
        table.add(f"{work}: {what}", number(here), number(there), ratio, "")
    ratio = f"{ours['wall_s'] / max(bare_s, 1e-6):.0f} × the floor"
    table.add(f"{work}: one bare POST of our bytes, s", round(bare_s, 4), "", ratio, "")


def bound(table, what, ours, most, unit=""):
    table.add(what, f"{number(ours)}{unit}", "", "", f"≤ {number(most)}{unit}", held=ours <= most)


def imported(place, table):
    """W1, W2, W3 and a day of imported orders, beside the peer; the station and hub before W1 for the cuts."""
    orders = workload.new_orders(ORDERS + DAY)
    files = {name: os.path.join(place, f"{name}.jsonl") for name in ("w1", "w2", "day")}
    workload.write(files["w1"], orders[:ORDERS])
    workload.write(files["w2"], workload.changed_orders(orders[:ORDERS], CHANGED))
    workload.write(files["day"], orders[ORDERS:])
    ours = Ours(Station(os.path.join(place, "ours")), Hub(os.path.join(place, "hub")))
    peer = Peer(os.path.join(place, "peer"))
    try:
        ours.station.make()
        ours.enrol()
        ours.station.must("import", files["w1"])
        idle = ours.station.run("orders", "--limit", "1").most_memory_mb
        ours.serving.end()
        before = ours.station.copy(os.path.join(place, "before")), ours.hub.copy(os.path.join(place, "hub-before"))
        ours.serving = ours.hub.serve()
        ours.relay.server_port = ours.serving.port

        w1 = ours.sync()
        peer.ask(put=files["w1"])
        compare(table, "W1, 10,000 orders", w1, peer.push())
        bound(table, "W1: up, an order", round(w1["up"] / ORDERS, 2), 46, " B")
        bound(table, "W1: requests", w1["requests"], 1)
        bound(table, "W1: client's CPU", round(w1["cpu_s"], 2), 1.5, " s")
        bound(table, "W1: client's memory above idle", round(w1["memory_mb"] - idle, 1), 40, " MB")

        ours.station.must("import", files["w2"])
        w2 = ours.sync()
        peer.ask(put=files["w2"])
        compare(table, "W2, 100 changed", w2, peer.push())
        bound(table, "W2: up", w2["up"], 1000, " B")
        bound(table, "W2: requests", w2["requests"], 1)

        w3 = ours.sync()
        compare(table, "W3, nothing", w3, peer.push())
        bound(table, "W3: body up", w3["body_up"], 250, " B")
        bound(table, "W3: body down", w3["body_down"], 250, " B")
        bound(table, "W3: requests", w3["requests"], 1)

        ours.station.must("import", files["day"])
        day = ours.sync()
        peer.ask(put=files["day"])
        compare(table, "a day of 100 imported orders", day, peer.push())
    finally:
        peer.end()
        ours.end()
    return before, w1 | {"port": ours.relay.port}


def cut(place, table, before, whole, wait_s):
    """W1 cut at random places and synced again after a while: what was sent twice."""
    dice, again = random.Random(7), []
    for at in range(CUTS):
        station, hub = (one.copy(os.path.join(place, f"{name}-{at}")) for one, name in zip(before, ("cut", "cut-hub")))
        ours = Ours(station, hub)
        try:
            # The station knows the hub by the relay's address: this one stands where the first one stood.
            ours.relay.end()
            ours.relay = Relay(ours.serving.port, whole["port"])
            ours.relay.cut_after = dice.randrange(2000, whole["up"] - 1000)
            failed = station.run("sync")
            if failed.exit != 4:
                raise RuntimeError(f"a cut sync ended with {failed.exit}")
            sent = ours.relay.count()["up"]
            ours.relay.cut_after = None
            time.sleep(wait_s)
            again.append(sent + ours.sync()["up"] - whole["up"])
        finally:
            ours.end()
        shutil.rmtree(station.folder)
        shutil.rmtree(hub.folder)
    what = f"W1 cut at {CUTS} random places, synced again {f'after {wait_s} s' if wait_s else 'at once'}: sent twice"
    table.add(f"{what}, mean", f"{number(round(sum(again) / len(again)))} B", "", "", "")
    bound(table, f"{what}, most", max(again), 32 * 1024, " B")


def at_home(place, table):
    """10,000 orders of the program itself, then a day of 100; its wall runs as fast as the orders of W1 came."""
    orders = workload.new_orders(ORDERS + 2 * DAY)
    station = Station(os.path.join(place, "born"), env=born.clock(0))
    ours = Ours(station, Hub(os.path.join(place, "born-hub")))
    try:
        station.make()
        ours.enrol()
        desk = station.desk()
        try:
            desk.call("settings.save", {"is_sync_automatic": False, "idle_minutes": 0})
            listings = born.stock(desk, orders)
        finally:
            desk.end()
        ours.sync()
        days = 0
        placed = [record | {"status": "created"} for record in orders[ORDERS + DAY :]]
        for what, some, most in (
            ("10,000 orders born here", orders[:ORDERS], 36),
            ("a day of 100 orders born here", orders[ORDERS : ORDERS + DAY], 40),
            ("a day of 100 orders born here, placed only", placed, 40),
        ):
            station.env = born.clock(days, SPEED)
            desk = station.desk()
            begun = time.monotonic()
            try:
                for record in some:
                    born.place(desk, listings, record)
                apart_s = (time.monotonic() - begun) * SPEED / len(some)
            finally:
                desk.end()
            days += 30
            station.env = born.clock(days)
            done = ours.sync()
            table.add(f"{what}: one every", f"{apart_s:.0f} s", "", "", "")
            bound(table, f"{what}: up, an order", round(done["up"] / len(some), 2), most, " B")
            bound(table, f"{what}: requests", done["requests"], 1)
    finally:
        ours.end()


def main():
    place = tempfile.mkdtemp(prefix="tsong-peers-")
    table = Table(["work", "ours", "peer", "peer ÷ ours", "target"])
    try:
        before, whole = imported(place, table)
        # At once, the hub may still be at work on what arrived.
        for wait_s in (0, 10):
            cut(place, table, before, whole, wait_s)
        at_home(place, table)
        print(f"\n{table}")
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
