#!/usr/bin/env python3
"""A second verifier of Parley's audit bundles, in another language than the first.

Python's standard library and the `openssl` command (3.0 or newer), nothing of ours. It knows bytes, not rules: of the
steps in docs/audit.md it checks 1, 2, 5, 7, 8, 9, 10 and 11, and of step 3 only that an event has its envelope. That
each transition was permitted (4) and that the results recompute (6) takes the whole of the rules: `parley verify`.

    python3 verify.py BUNDLE [--key VKEY] [--since OLD-CHECKPOINT] [--receipt FILE]...

Exit status: 0 all of that holds, 1 something does not, 2 unreadable.
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile

ED25519_DER = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo of RFC 8410, before the 32 bytes
ENVELOPE = {"v", "log", "position", "at", "actor", "type", "data"}
NAMES = {1: "canonical form", 2: "positions and times", 3: "envelope", 5: "seals", 7: "seals unopened", 8: "tree hash",
         9: "signature", 10: "older checkpoint", 11: "receipts"}
NOT_SHOWN = """Not checked here: that each event was permitted, that the results recompute.
Not shown by any verifier: that a pseudonym is a real delegate, that a ballot which the server refused was sent, that
there is no second history."""

class Fails(Exception):
    def __init__(self, step, position, what):
        where = "the log as a whole" if position is None else f"position {position}"
        super().__init__(f"step {step}, {NAMES[step]}: {where}: {what}")

class Unreadable(Exception):
    pass

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def number(value):
    """As ECMAScript writes it, for what events hold: integers, and scores of at most two decimals."""
    text = repr(value)
    if "e" in text or text.endswith(".0") or (isinstance(value, int) and abs(value) >= 2 ** 53):
        raise ValueError(text)
    return text

def canonical(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))  # by UTF-16 code units
    return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"

def read_line(line, position):
    try:
        text = line.decode("utf-8")
        value = json.loads(text, parse_constant=lambda word: 1 / 0)
        if canonical(value) == text:
            return value
    except (ValueError, ArithmeticError, RecursionError):
        pass
    raise Fails(1, position, "not one line of canonical JSON in UTF-8")

def read_key(text):
    match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text)
    data = base64.b64decode(match[3]) if match else b""
    if len(data) != 33 or data[0] != 1 or sha(match[1].encode(), b"\n", data)[:4].hex() != match[2]:
        raise Unreadable("no verifier key of Ed25519")
    return match[1], bytes.fromhex(match[2]), data[1:]

def openssl_verifies(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        names = {name: f"{folder}/{name}" for name in ("key", "message", "signature")}
        for name, data in zip(names.values(), (ED25519_DER + public, message, signature)):
            with open(name, "wb") as file:
                file.write(data)
        words = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-rawin", "-inkey", names["key"]]
        words += ["-in", names["message"], "-sigfile", names["signature"]]
        return subprocess.run(words, capture_output=True).returncode == 0

def read_checkpoint(note):
    """(origin, size, root), unsigned; None where it is malformed."""
    lines = note.split("\n\n")[0].split("\n") if isinstance(note, str) else []
    if len(lines) < 3 or not re.fullmatch(r"0|[1-9][0-9]*", lines[1]):
        return None
    try:
        root = base64.b64decode(lines[2], validate=True)
    except ValueError:
        return None
    return (lines[0], int(lines[1]), root) if len(root) == 32 else None

def is_signed(note, key):
    name, key_id, public = key
    body, _, signatures = note.rpartition("\n\n")
    ours = []
    for line in signatures.splitlines():
        match = re.fullmatch(r"— (\S+) (\S+)", line)
        data = base64.b64decode(match[2]) if match else b""
        if match and match[1] == name and data[:4] == key_id:
            ours.append(data[4:])
    return bool(ours) and all(openssl_verifies(public, (body + "\n").encode(), each) for each in ours)

class Tree:
    def __init__(self):
        self.size, self.edge = 0, []

    def append(self, leaf):
        level = 0
        while self.edge and self.edge[-1][0] == level:
            leaf, level = sha(b"\x01", self.edge.pop()[1], leaf), level + 1
        self.edge.append((level, leaf))
        self.size += 1

    def root(self):
        if not self.edge:
            return sha()
        root = self.edge[-1][1]
        for _, left in reversed(self.edge[:-1]):
            root = sha(b"\x01", left, root)
        return root

def root_of_path(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2; None where the path has another length than it must."""
    last = size - 1
    for sibling in path:
        if last == 0:
            return None
        if index % 2 or index == last:
            leaf = sha(b"\x01", sibling, leaf)
            while index and not index % 2:
                index, last = index >> 1, last >> 1
        else:
            leaf = sha(b"\x01", leaf, sibling)
        index, last = index >> 1, last >> 1
    return leaf if last == 0 else None

def seal(log, stakeholder, salt, ballot):
    parts = ["parley/seal/1".encode(), log.encode(), stakeholder.encode(), bytes.fromhex(salt), canonical(ballot).encode()]
    return sha(*(len(part).to_bytes(8, "big") + part for part in parts)).hex()

class Log:
    """Reads the events as they come; keeps of each stakeholder the newest seal, and little else."""

    def __init__(self, marks, positions):
        self.tree, self.marks, self.positions = Tree(), marks, positions
        self.roots, self.leaves = {0: sha()}, {}
        self.log = self.at = self.event = None
        self.mode, self.entered, self.sealed, self.seals = None, {}, {}, {}

    def read(self, line):
        position = self.tree.size
        event = read_line(line, position)
        if not isinstance(event, dict) or event.get("position") != position:
            raise Fails(2, position, "another position stands in the event")
        if self.tree.size and event.get("log") != self.log:
            raise Fails(2, position, "an event of another log")
        if self.tree.size and isinstance(event.get("at"), str) and event["at"] < self.at:
            raise Fails(2, position, "time runs back")
        texts = all(isinstance(event.get(name), str) for name in ("log", "at", "actor", "type"))
        if set(event) != ENVELOPE or event["v"] != 1 or not isinstance(event["data"], dict) or not texts:
            raise Fails(3, position, "not the envelope of an event")
        self.log, self.at, self.event, self.told = event["log"], event["at"], event, set()
        self.ballots(event["type"], event["data"], position)
        leaf = sha(b"\x00", line)
        self.tree.append(leaf)
        if position in self.positions:
            self.leaves[position] = leaf
        if self.tree.size in self.marks:
            self.roots[self.tree.size] = self.tree.root()

    def ballots(self, kind, data, position):
        who = data.get("stakeholder")
        if kind in ("negotiation.created", "negotiation.modeSet"):
            self.mode = data.get("mode")
        elif kind == "ballot.sealed":
            self.sealed[who] = (position, data.get("commitment"))
        elif kind == "ballot.entered":
            self.entered[who] = (position, data.get("commitment"))
        elif kind == "ballot.confirmed" and self.entered.get(who, (None, None))[1]:
            self.sealed[who] = self.entered[who]
        elif kind == "ballot.unsealed":
            newest = self.sealed.pop(who, None)
            try:
                opened = (data["sealed"], seal(self.log, who, data["salt"], data["ballot"]))
            except (KeyError, TypeError, ValueError, AttributeError):
                raise Fails(3, position, "no opening of a seal") from None
            if opened != newest:
                raise Fails(5, position, "the newest sealed ballot is another one")
        elif kind == "stakeholder.removed":
            self.sealed.pop(data.get("id"), None)
        elif kind == "round.closed" and self.mode == "sealed" and self.sealed:
            raise Fails(7, position, f"ballots of {', '.join(self.sealed)} are still sealed")

    def beside(self, line):
        """A text or an opening: its hash stands in the event that it follows, and is told once."""
        position = self.tree.size - 1
        value = read_line(line, position)
        if self.event is None or set(value) not in ({"salt", "text"}, {"salt", "ballot", "stakeholder"}):
            raise Fails(3, position, "neither a text nor an opening that follows an event")
        try:
            if "text" in value:
                found = sha(bytes.fromhex(value["salt"]), value["text"].encode()).hex()
            else:
                found = seal(self.log, value["stakeholder"], value["salt"], value["ballot"])
        except (TypeError, ValueError, AttributeError):
            raise Fails(3, position, "neither a text nor an opening that follows an event") from None
        if found in self.told or f'"{found}"' not in canonical(self.event["data"]):
            raise Fails(5, position, "a text or an opening that the event does not hold the hash of")
        self.told.add(found)

def covered(log, note, key, step, position):
    """A kept checkpoint: signed, and what the log begins with. Gives its size."""
    checkpoint = read_checkpoint(note)
    if checkpoint is None or checkpoint[0] != key[0] or not is_signed(note, key):
        raise Fails(step, position, "no checkpoint of this log, signed with its key")
    if checkpoint[1] == log.tree.size and checkpoint[2] != log.tree.root():
        raise Fails(step, position, "the same size was signed with another tree hash")
    if checkpoint[1] < log.tree.size and checkpoint[2] != log.roots[checkpoint[1]]:
        raise Fails(step, position, "the log begins otherwise than was signed")
    return checkpoint

def check_receipt(log, receipt, key):
    position = receipt["position"]
    _, size, root = covered(log, receipt["checkpoint"], key, 11, position)
    leaf = sha(b"\x00", receipt["event"].encode())
    path = [bytes.fromhex(each) for each in receipt["proof"]]
    if not 0 <= position < size or root_of_path(leaf, position, size, path) != root:
        raise Fails(11, position, "the proof does not lead to the checkpoint")
    if log.leaves.get(position) != leaf:
        raise Fails(11, position, "the bundle has another event there, or none")
    if "opening" in receipt:
        event, opening = json.loads(receipt["event"]), receipt["opening"]
        found = seal(log.log, event["data"]["stakeholder"], opening["salt"], json.loads(opening["ballot"]))
        if found != event["data"].get("commitment"):
            raise Fails(11, position, "the opening does not fit the seal")

def verify(lines, given, since, receipts):
    try:
        header = json.loads(next(lines))
        if header["format"] != "parley-audit/1" or set(header) != {"format", "origin", "key"}:
            raise ValueError
    except (StopIteration, ValueError, KeyError, TypeError):
        raise Unreadable("not an audit bundle") from None
    own = read_key(header["key"])
    key = read_key(given) if given else own
    kept = [note for note in [since, *(receipt["checkpoint"] for receipt in receipts)] if note]
    marks = {(read_checkpoint(note) or (None, 0))[1] for note in kept}
    log, note = Log(marks, {receipt["position"] for receipt in receipts}), None
    for raw in lines:
        line = raw[:-1] if raw.endswith(b"\n") else raw
        if note is not None:
            raise Fails(1, log.tree.size, "a line after the checkpoint")
        if line.startswith(b'"'):
            try:
                note = json.loads(line)
            except ValueError:
                raise Fails(1, log.tree.size, "no JSON") from None
        elif line.startswith((b'{"salt":', b'{"ballot":')):
            log.beside(line)
        else:
            log.read(line)
    checkpoint = read_checkpoint(note)
    if checkpoint is None or checkpoint[1:] != (log.tree.size, log.tree.root()):
        raise Fails(8, None, "the checkpoint is missing, or is of another tree")
    if not header["origin"] == checkpoint[0] == key[0] or not is_signed(note, key):
        raise Fails(9, None, "another origin, or no signature of the key")
    if since and covered(log, since, key, 10, None)[1] > log.tree.size:
        raise Fails(10, None, "more events were signed than the bundle has")
    for receipt in receipts:
        check_receipt(log, receipt, key)
    return log.tree.size, key[0]

def read_text(name):
    with open(name, encoding="utf-8", newline="") as file:
        return file.read()

def main():
    words = argparse.ArgumentParser(description="Checks the bytes of a Parley audit bundle.")
    for name, more in (("bundle", {}), ("--key", {}), ("--since", {}), ("--receipt", {"action": "append", "default": []})):
        words.add_argument(name, **more)
    given = words.parse_args()
    try:
        since = read_text(given.since) if given.since else None
        since = json.loads(since) if since and since.startswith('"') else since
        receipts = [json.loads(read_text(name)) for name in given.receipt]
        with open(given.bundle, "rb") as lines:
            size, origin = verify(lines, given.key, since, receipts)
    except Fails as failure:
        print(f"{given.bundle}: DOES NOT HOLD: {failure}")
        return 1
    except (Unreadable, OSError, ValueError, KeyError, TypeError) as reason:
        print(f"{given.bundle}: unreadable: {reason}", file=sys.stderr)
        return 2
    print(f"{given.bundle}: the bytes hold, for {size} events of {origin}")
    print(NOT_SHOWN + ("" if given.key else "\nThe key is the bundle's own word."))
    return 0

if __name__ == "__main__":
    sys.exit(main())
