#!/usr/bin/env python3
"""A second verifier of Parley's audit bundles, in another language than the first.

Python's standard library and the `openssl` command (3.0 or newer), nothing of ours. It knows bytes, not rules: of the
steps in docs/audit.md it checks 1, 2, 5, 7, 8, 9, 10 and 11, of step 3 that an event has its envelope, and of step 4
that a new key is signed by the one before it. The rest of 4, and 6, take the whole of the rules, and 12, what witnesses
have cosigned, is left out: `parley verify`. Exit status: 0 all of that holds, 1 something does not, 2 unreadable.
"""
import argparse, base64, contextlib, hashlib, json, pathlib, re, subprocess, sys, tempfile

ED25519_DER = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo of RFC 8410, before the 32 bytes
SINCE = {"commitment.scheduled": 2}  # of version 1 is every other type
NOT_SHOWN = """Not checked here: that each event was permitted, that the results recompute.
Not shown by any verifier: that a pseudonym is a real delegate, that a ballot which the server refused was sent, that
there is no second history."""

class Fails(Exception):
    """Of (step, position, what); without a position where it is the log as a whole."""

@contextlib.contextmanager
def malformed(verdict):
    """The verdict on what cannot be taken apart as the lines below it do."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        raise verdict from None

def need(holds, *failure):
    """Without a failure of its own it has the verdict of the `malformed` around it."""
    if not holds:
        raise Fails(*failure) if failure else ValueError

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def canonical(value):
    """RFC 8785, for what events hold: integers, and scores of at most two decimals."""
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))  # by UTF-16 code units
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    text = json.dumps(value, ensure_ascii=False)
    if type(value) in (int, float) and abs(value) < 1e21:  # beyond, ECMAScript writes it so too; no event holds it
        need(not text.endswith(".0") and "e" not in text)
    return text

def read_line(line, position):
    with malformed(Fails(1, position, "not one line of canonical JSON in UTF-8")):
        value = json.loads(line.decode("utf-8"), parse_constant=lambda word: 1 / 0)
        need(canonical(value).encode("utf-8") == line)
        return value

def named(name, public):
    """A key: its name, its ID, its 32 bytes."""
    return name, sha(name.encode(), b"\n\x01", public)[:4], public

def read_key(text):
    with malformed(ValueError("no verifier key of Ed25519")):
        name, ident, data = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text).groups()
        kind, *public = base64.b64decode(data)
        key = named(name, bytes(public))
        need(kind == 1 and len(public) == 32 and key[1].hex() == ident)
        return key

def openssl_verifies(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", ED25519_DER + public), ("message", message), ("signature", signature)):
            pathlib.Path(folder, name).write_bytes(data)
        words = "openssl pkeyutl -verify -pubin -keyform DER -rawin -inkey key -in message -sigfile signature"
        return subprocess.run(words.split(), cwd=folder, capture_output=True).returncode == 0

def read_checkpoint(note):
    """(origin, size, root), unsigned."""
    origin, size, root, *_ = note.split("\n\n")[0].split("\n")
    need(re.fullmatch("0|[1-9][0-9]*", size) and len(base64.b64decode(root, validate=True)) == 32)
    return origin, int(size), base64.b64decode(root)

def is_signed(note, key):
    body, _, lines = note.rpartition("\n\n")
    found = [base64.b64decode(data) for name, data in re.findall(r"^— (\S+) (\S+)$", lines, re.M) if name == key[0]]
    ours = [data[4:] for data in found if data[:4] == key[1]]
    return bool(ours) and all(openssl_verifies(key[2], (body + "\n").encode(), each) for each in ours)

def half_of(size):
    """The largest power of two below it: RFC 9162, section 2.1.1."""
    return 1 << (size - 1).bit_length() - 1

def root_of(leaves):
    """RFC 9162, section 2.1.1, over leaf hashes."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    half = half_of(len(leaves))
    return sha(b"\x01", root_of(leaves[:half]), root_of(leaves[half:]))

def root_of_path(leaf, index, size, path):
    """RFC 9162, section 2.1.3.1, from the root down: the last of the path is the half that the leaf is not in."""
    if size == 1:
        need(not path)
        return leaf
    (*path, other), half = path, half_of(size)
    if index < half:
        return sha(b"\x01", root_of_path(leaf, index, half, path), other)
    return sha(b"\x01", other, root_of_path(leaf, index - half, size - half, path))

def salt_bytes(salt):
    need(re.fullmatch("[0-9a-f]{64}", salt))
    return bytes.fromhex(salt)

def seal(log, stakeholder, salt, ballot):
    members = [b"parley/seal/1", log.encode(), stakeholder.encode(), salt_bytes(salt), canonical(ballot).encode()]
    return sha(*(len(part).to_bytes(8, "big") + part for part in members)).hex()

def parts(name):
    """Of an origin: itself in epoch 1, the log, the epoch. Another name has neither."""
    match = re.fullmatch(r"(.+/parley/([a-z0-9][a-z0-9._-]{0,63}))(?:/([1-9][0-9]*))?", name)
    return (match[1], match[2], int(match[3] or 1)) if match else (name, None, None)

def in_epoch(key, epoch):
    first, log, _ = parts(key[0])
    return named(first + ("" if epoch == 1 else f"/{epoch}"), key[2]) if log else key

class Log:
    """Reads the events as they come; keeps their leaf hashes, and of each stakeholder the newest seal."""
    def __init__(self):
        self.leaves, self.keys, self.epoch, self.entered, self.sealed = [], [], 1, {}, {}
        self.log = self.at = self.event = self.mode = self.signs = None

    def read(self, line):
        position, event = len(self.leaves), read_line(line, len(self.leaves))
        with malformed(Fails(2, position, "an event of another position or log, or of an earlier time")):
            at = event.get("at")
            need(type(event.get("position")) is int and event["position"] == position)
            need(not position or event.get("log") == self.log and not (type(at) is str and at < self.at))
        with malformed(Fails(3, position, "not the envelope or the data of such an event")):
            need(set(event) == {"v", "log", "position", "at", "actor", "type", "data"})
            need(all(type(event[name]) is str for name in ("log", "at", "actor", "type")))
            need(type(event["v"]) is int and event["v"] == SINCE.get(event["type"], 1))
            self.log, self.at, self.event, self.told = event["log"], at, event, set()
            self.take(event["type"], event["data"], position, event["data"].get("stakeholder"))
        self.leaves.append(sha(b"\x00", line))

    def take(self, kind, data, position, who):
        if kind in ("negotiation.created", "negotiation.modeSet"):
            self.mode = data.get("mode")
        elif kind == "ballot.sealed":
            self.sealed[who] = (position, data.get("commitment"))
        elif kind == "ballot.entered":
            self.entered[who] = (position, data.get("commitment"))
        elif kind == "ballot.confirmed" and self.entered.get(who, (None, None))[1]:
            self.sealed[who] = self.entered[who]
        elif kind == "ballot.unsealed":
            opened = data["sealed"], seal(self.log, who, data["salt"], data["ballot"])
            need(opened == self.sealed.pop(who, None), 5, position, "the newest sealed ballot is another one")
        elif kind == "stakeholder.removed":
            self.sealed.pop(data.get("id"), None)
        elif kind == "round.closed" and self.mode == "sealed":
            need(not self.sealed, 7, position, f"ballots of {', '.join(self.sealed)} are still sealed")
        elif kind == "epoch.begun":
            self.epoch = data["epoch"]
            self.signs = self.signs and in_epoch(self.signs, self.epoch)
        elif kind == "key.rotated":
            key, previous = read_key(data["key"]), read_key(data["previous"])
            signature = base64.b64decode(data["signature"])
            with malformed(Fails(4, position, "the key is not signed by the one before it")):
                text = f"parley/key-rotation/1\n{key[0]}\n{position}\n{data['key']}\n".encode()
                need(parts(key[0])[1] == self.log and in_epoch(key, self.epoch) == key)
                need(self.signs in (None, previous) and key[0] == previous[0] and key[2] != previous[2])
                need(openssl_verifies(previous[2], text, signature))
            self.keys, self.signs = [*(self.keys or [previous[2]]), key[2]], key

    def beside(self, line):
        """A text or an opening: its hash stands in the event that it follows, and is told once."""
        position = len(self.leaves) - 1 if self.event else None
        value = read_line(line, position)
        with malformed(Fails(3, position, "neither a text nor an opening that follows an event")):
            need(self.event and set(value) in ({"salt", "text"}, {"salt", "ballot", "stakeholder"}))
            text = "text" in value and sha(salt_bytes(value["salt"]), value["text"].encode()).hex()
            found = text or seal(self.log, value["stakeholder"], value["salt"], value["ballot"])
        fits = found not in self.told and f'"{found}"' in canonical(self.event["data"])
        need(fits, 5, position, "a text or an opening that the event does not hold the hash of")
        self.told.add(found)

def covered(log, note, newest, step, position):
    """A kept checkpoint: signed by a key that the log had, and what the log begins with."""
    with malformed(Fails(step, position, "no checkpoint of this log, signed with a key of it")):
        origin, size, root = read_checkpoint(note)
        need(parts(origin)[0] == parts(newest[0])[0])
        need(any(is_signed(note, named(origin, public)) for public in log.keys))
    beyond = size > len(log.leaves)  # as a receipt's may be that is newer than the bundle
    holds = step == 11 if beyond else root == root_of(log.leaves[:size])
    need(holds, step, position, "the log begins otherwise than was signed, or is shorter")
    return size, root

def check_receipt(log, text, newest):
    with malformed(ValueError("no receipt")):
        receipt, proof = json.loads(text), json.loads(text)["proof"]
        need(set(receipt) - {"opening"} == {"format", "position", "event", "proof", "checkpoint"})
        need(receipt["format"] == "parley-receipt/1" and type(receipt["position"]) is int and receipt["position"] >= 0)
        texts = type(proof) is list and [receipt["event"], receipt["checkpoint"], *proof]
        need(texts and all(type(each) is str for each in texts))
    position, leaf = receipt["position"], sha(b"\x00", receipt["event"].encode())
    size, root = covered(log, receipt["checkpoint"], newest, 11, position)
    with malformed(Fails(11, position, "the proof does not lead to the checkpoint")):
        path = [bytes.fromhex(each) for each in proof]
        need(position < size and root_of_path(leaf, position, size, path) == root)
    need(log.leaves[position:position + 1] == [leaf], 11, position, "the bundle has another event there, or none")
    if "opening" in receipt:
        with malformed(Fails(11, position, "the opening does not fit the seal")):
            data, (salt, ballot) = json.loads(receipt["event"])["data"], map(receipt["opening"].get, ("salt", "ballot"))
            need(seal(log.log, data["stakeholder"], salt, json.loads(ballot)) == data["commitment"])

def verify(lines, given=None, since=None, receipts=()):
    """Of the lines of a bundle, in bytes. Gives size and origin; raises Fails, or ValueError on what is unreadable."""
    trusted = given and read_key(given)
    with malformed(ValueError("no older checkpoint")):
        since is None or read_checkpoint(since)
    with malformed(ValueError("not an audit bundle")):
        header = json.loads(next(lines, b"").decode("utf-8"))
        need(set(header) == {"format", "origin", "key"} and header["format"] == "parley-audit/1")
        newest = read_key(header["key"])
    log, note = Log(), None
    for line in (raw.removesuffix(b"\n") for raw in lines):
        need(note is None, 1, len(log.leaves), "a line after the checkpoint")
        if line.startswith(b'"'):
            with malformed(Fails(1, len(log.leaves), "no JSON")):
                note = json.loads(line.decode("utf-8"))
        elif line.startswith((b'{"salt":', b'{"ballot":')):
            log.beside(line)
        else:
            log.read(line)
    with malformed(Fails(8, None, "the checkpoint is missing, or is of another tree")):
        origin, size, root = read_checkpoint(note)
        need((size, root) == (len(log.leaves), root_of(log.leaves)))
    log.keys = log.keys or [newest[2]]
    first, *other = parts(newest[0])
    need(log.signs in (None, newest), 9, None, "the key is not the one that signs now")
    need(not log.log or other in ([None, None], [log.log, log.epoch]), 9, None, "the key is of another log or epoch")
    known = not trusted or parts(trusted[0])[0] == first and trusted[2] in log.keys
    need(known, 9, None, "the log was never signed with the given key")
    with malformed(Fails(9, None, "another origin, or no signature of the key")):
        need(header["origin"] == origin == newest[0] and is_signed(note, newest))
    if since is not None:
        covered(log, since, newest, 10, None)
    for receipt in receipts:
        check_receipt(log, receipt, newest)
    return size, origin

def read_text(name):
    return pathlib.Path(name).read_bytes().decode("utf-8")

def main():
    words = argparse.ArgumentParser(description="Checks the bytes of a Parley audit bundle.")
    words.add_argument("bundle")
    words.add_argument("--key", metavar="VKEY")
    words.add_argument("--since", metavar="OLD-CHECKPOINT")
    words.add_argument("--receipt", metavar="FILE", action="append", default=[])
    given = words.parse_args()
    try:
        since = given.since and read_text(given.since)
        with open(given.bundle, "rb") as lines:
            size, origin = verify(lines, given.key, since, map(read_text, given.receipt))
    except Fails as failure:
        step, position, what = failure.args
        where = "the log as a whole" if position is None else f"position {position}"
        print(f"{given.bundle}: DOES NOT HOLD: step {step}: {where}: {what}")
        return 1
    except (OSError, ValueError) as reason:
        print(f"{given.bundle}: unreadable: {reason}", file=sys.stderr)
        return 2
    print(f"{given.bundle}: the bytes hold, for {size} events of {origin}\n{NOT_SHOWN}")
    if not given.key:
        print("The key is the bundle's own word.")
    return 0

if __name__ == "__main__":
    sys.exit(main())
