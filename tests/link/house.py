"""The programs as they were built: `TSONG_BIN` and `TSONG_HUB_BIN`, run in folders of their own."""

import atexit
import http.client
import json
import os
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request

KEEPER, PIN, PLACE = "卓玛", "428613", "540421102"


def program(name):
    path = os.environ.get(name)
    if not path or not os.path.isfile(path):
        raise SystemExit(f"{name} names no program: run this by cargo xtask")
    return path


class Done:
    """What a program printed, how it ended, and what it took of the machine."""

    def __init__(self, words, output, complaint, status, usage, wall_s):
        self.words, self.output, self.complaint = words, output, complaint
        self.exit = os.waitstatus_to_exitcode(status)
        self.cpu_s = usage.ru_utime + usage.ru_stime
        self.most_memory_mb = usage.ru_maxrss / 1000
        self.wall_s = wall_s

    def rows(self):
        return [json.loads(row) for row in self.output.splitlines() if row.strip()]

    def row(self):
        if self.exit != 0:
            raise RuntimeError(f"{' '.join(self.words)}: exit {self.exit}: {self.complaint.strip()}")
        return self.rows()[0]


def run(words, env=None):
    """Runs a program to its end; its own processor time and memory, not those of its siblings."""
    begun = time.monotonic()
    child = subprocess.Popen(
        words, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )
    read = {}
    readers = [
        threading.Thread(target=lambda pipe=pipe, name=name: read.__setitem__(name, pipe.read()))
        for name, pipe in (("out", child.stdout), ("err", child.stderr))
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Done(words, read["out"], read["err"], status, usage, time.monotonic() - begun)


class Serving:
    """A program that serves, once it has told its one ready line; ended with `end`, or with us."""

    def __init__(self, words, env=None):
        self.child = subprocess.Popen(
            words, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        )
        atexit.register(self.end)
        told = self.child.stdout.readline()
        if not told.strip():
            raise RuntimeError(f"{' '.join(words)} ended before it served")
        self.ready = json.loads(told)
        self.address = self.ready["address"]

    @property
    def port(self):
        return int(self.address.rsplit(":", 1)[1])

    def end(self):
        atexit.unregister(self.end)
        self.child.terminate()
        try:
            self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


class Hub:
    def __init__(self, folder, before=()):
        self.folder = folder
        self.words = [*before, program("TSONG_HUB_BIN"), "--json", "--data", folder]

    def serve(self, listen="127.0.0.1:0", more=()):
        return Serving([*self.words, "serve", "--listen", listen, *more])

    def code(self):
        """A new station's one-time code, and its id."""
        added = run([*self.words, "station", "add", "--name", "巴河", "--place", PLACE]).row()
        return added["code"], added["station"]

    def orders(self, station):
        return run([*self.words, "orders", "--station", station, "--limit", "1000000"]).rows()

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return Hub(folder)


class Station:
    """A station's program on a folder; `before` stands before its words (a namespace), `env` is added."""

    def __init__(self, folder, before=(), env=None):
        self.folder, self.before, self.env = folder, list(before), env or {}

    def words(self, words):
        first = [*self.before, program("TSONG_BIN"), "--json", "--keyring", "off", "--data", self.folder]
        return [*first, *words]

    def run(self, *words):
        return run(self.words(words), {"TSONG_OPERATOR": KEEPER, "TSONG_PIN": PIN, **self.env})

    def must(self, *words):
        return self.run(*words).row()

    def make(self):
        self.must("init", "--name", "巴河站")

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return Station(folder, self.before, self.env)

    def call(self, name, content=None):
        return self.must("call", name, json.dumps(content or {}))

    def desk(self):
        return Desk(Serving(self.words(["serve"]), self.env))


class Desk:
    """A station served to one caller over a kept connection: thousands of commands a minute."""

    def __init__(self, serving):
        self.serving = serving
        self.host = serving.address.removeprefix("http://")
        keep = urllib.request.HTTPRedirectHandler()
        keep.redirect_request = lambda *_: None
        opener = urllib.request.build_opener(keep)
        try:
            opener.open(serving.ready["open"])
        except urllib.error.HTTPError as answer:
            self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.link = http.client.HTTPConnection(self.host)
        self.call("session.sign_in", {"operator": KEEPER, "pin": PIN})

    def call(self, name, content=None):
        head = {"cookie": self.cookie, "content-type": "application/json"}
        self.link.request("POST", f"/call/{name}", json.dumps(content or {}).encode(), head)
        answer = self.link.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{name}: {answer.status} {body.decode()}")
        return json.loads(body)

    def end(self):
        self.link.close()
        self.serving.end()
