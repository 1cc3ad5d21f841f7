#!/usr/bin/env python3
"""A second verifier of Parley's audit bundles, in another language than the first.

Python's standard library and the `openssl` command (3.0 or newer), nothing of ours. It knows bytes, not rules: of the
steps in docs/audit.md it checks 1, 2, 5, 7, 8, 9, 10 and 11, of step 3 that an event has its envelope, and of step 4
that a new key is signed by the one before it. The rest of 4, and 6, take the whole of the rules, and 12, what witnesses
have cosigned, is left out: `parley verify`.

    python3 verify.py BUNDLE [--key VKEY] [--since OLD-CHECKPOINT] [--receipt FILE]...

Exit status: 0 all of that holds, 1 something does not, 2 unreadable.
"""
import argparse, base64, hashlib, json, re, subprocess, sys, tempfile

ED25519_DER = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo of RFC 8410, before the 32 bytes
ENVELOPE = {"v", "log", "position", "at", "actor", "type", "data"}
RECEIPT = {"format", "position", "event", "proof", "checkpoint"}
SINCE = {"commitment.scheduled": 2}  # of version 1 is every other type
ORIGIN = re.compile(r"(.+/parley/([a-z0-9][a-z0-9._-]{0,63}))(?:/([1-9][0-9]*))?")
NOT_SHOWN = """Not checked here: that each event was permitted, that the results recompute.
Not shown by any verifier: that a pseudonym is a real delegate, that a ballot which the server refused was sent, that
there is no second history."""

class Fails(Exception):
    def __init__(self, step, position, what):
        self.step, self.position = step, position
        super().__init__(f"step {step}: {'the log as a whole' if position is None else f'position {position}'}: {what}")

class Unreadable(Exception):
    pass

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
    if isinstance(value, float) and value.is_integer() and abs(value) >= 1e21:
        return text  # as ECMAScript writes it too; no event holds it
    if isinstance(value, (int, float)) and (text.endswith(".0") or "e" in text and not isinstance(value, bool)):
        raise ValueError(text)
    return text

def read_line(line, position):
    try:
        text = line.decode("utf-8")
        value = json.loads(text, parse_constant=lambda word: 1 / 0)
        if canonical(value) == text:
            return value
    except (ValueError, ArithmeticError, RecursionError):
        pass
    raise Fails(1, position, "not one line of canonical JSON in UTF-8")

def named(name, public):
    """A key: its name, its ID, its 32 bytes."""
    return name, sha(name.encode(), b"\n\x01", public)[:4], public

def read_key(text):
    match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text)
    data = base64.b64decode(match[3]) if match else b""
    if len(data) != 33 or data[0] != 1 or named(match[1], data[1:])[1].hex() != match[2]:
        raise Unreadable("no verifier key of Ed25519")
    return named(match[1], data[1:])

def openssl_verifies(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{folder}/{name}" for name in ("key", "message", "signature")]
        for name, data in zip(names, (ED25519_DER + public, message, signature)):
            with open(name, "wb") as file:
                file.write(data)
        words = "openssl pkeyutl -verify -pubin -keyform DER -rawin -inkey {} -in {} -sigfile {}".format(*names)
        return subprocess.run(words.split(), capture_output=True).returncode == 0

def read_checkpoint(note):
    """(origin, size, root), unsigned; None where it is malformed."""
    lines = note.split("\n\n")[0].split("\n") if isinstance(note, str) else []
    try:
        root = base64.b64decode(lines[2], validate=True)
        return (lines[0], int(lines[1]), root) if len(root) == 32 and re.fullmatch("0|[1-9][0-9]*", lines[1]) else None
    except (ValueError, IndexError):
        return None

def is_signed(note, key):
    body, _, lines = note.rpartition("\n\n")
    found = [base64.b64decode(match[2]) for match in re.finditer(r"^— (\S+) (\S+)$", lines, re.M) if match[1] == key[0]]
    ours = [data[4:] for data in found if data[:4] == key[1]]
    return bool(ours) and all(openssl_verifies(key[2], (body + "\n").encode(), each) for each in ours)

def root_of(leaves):
    """RFC 9162, section 2.1.1, over leaf hashes."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    half = 1 << (len(leaves) - 1).bit_length() - 1  # the largest power of two below their number
    return sha(b"\x01", root_of(leaves[:half]), root_of(leaves[half:]))

def root_of_path(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2; None where the path has another length than it must."""
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

def salt_bytes(salt):
    if not re.fullmatch("[0-9a-f]{64}", salt):
        raise ValueError("no salt: 32 bytes in lower-case hex")
    return bytes.fromhex(salt)

def seal(log, stakeholder, salt, ballot):
    parts = [b"parley/seal/1", log.encode(), stakeholder.encode(), salt_bytes(salt), canonical(ballot).encode()]
    return sha(*(len(part).to_bytes(8, "big") + part for part in parts)).hex()

class Log:
    """Reads the events as they come; keeps their leaf hashes, and of each stakeholder the newest seal."""
    def __init__(self):
        self.leaves, self.keys, self.epoch, self.entered, self.sealed = [], [], 1, {}, {}
        self.log = self.at = self.event = self.mode = self.signs = None

    def read(self, line):
        position = len(self.leaves)
        event = read_line(line, position)
        if not isinstance(event, dict) or isinstance(event.get("position"), bool) or event.get("position") != position:
            raise Fails(2, position, "another position stands in the event")
        if position and (event.get("log") != self.log or isinstance(event.get("at"), str) and event["at"] < self.at):
            raise Fails(2, position, "an event of another log, or of an earlier time")
        texts = all(isinstance(event.get(name), str) for name in ("log", "at", "actor", "type"))
        if set(event) != ENVELOPE or not isinstance(event["data"], dict) or not texts:
            raise Fails(3, position, "not the envelope of an event")
        if isinstance(event["v"], bool) or event["v"] != SINCE.get(event["type"], 1):
            raise Fails(3, position, "not the version of such an event")
        self.log, self.at, self.event, self.told = event["log"], event["at"], event, set()
        try:
            self.take(event["type"], event["data"], position)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise Fails(3, position, "not the data of such an event") from None
        self.leaves.append(sha(b"\x00", line))

    def take(self, kind, data, position):
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
            if (data["sealed"], seal(self.log, who, data["salt"], data["ballot"])) != self.sealed.pop(who, None):
                raise Fails(5, position, "the newest sealed ballot is another one")
        elif kind == "stakeholder.removed":
            self.sealed.pop(data.get("id"), None)
        elif kind == "round.closed" and self.mode == "sealed" and self.sealed:
            raise Fails(7, position, f"ballots of {', '.join(self.sealed)} are still sealed")
        elif kind == "epoch.begun":
            self.epoch = data["epoch"]
            self.signs = self.signs and in_epoch(self.signs, self.epoch)
        elif kind == "key.rotated":
            self.rotate(data, position)

    def rotate(self, data, position):
        """A new key, signed by the one before it."""
        try:
            key, previous = read_key(data["key"]), read_key(data["previous"])
        except Unreadable:
            raise Fails(4, position, "no verifier keys") from None
        text = f"parley/key-rotation/1\n{key[0]}\n{position}\n{data['key']}\n".encode()
        ours = parts(key[0])[1] == self.log and in_epoch(key, self.epoch) == key
        follows = self.signs in (None, previous) and key[0] == previous[0] and key[2] != previous[2]
        if not (ours and follows and openssl_verifies(previous[2], text, base64.b64decode(data["signature"]))):
            raise Fails(4, position, "the key is not signed by the one before it")
        self.keys, self.signs = [*(self.keys or [previous[2]]), key[2]], key

    def beside(self, line):
        """A text or an opening: its hash stands in the event that it follows, and is told once."""
        position = len(self.leaves) - 1 if self.event else None
        value = read_line(line, position)
        try:
            if self.event is None or set(value) not in ({"salt", "text"}, {"salt", "ballot", "stakeholder"}):
                raise ValueError
            if "text" in value:
                found = sha(salt_bytes(value["salt"]), value["text"].encode()).hex()
            else:
                found = seal(self.log, value["stakeholder"], value["salt"], value["ballot"])
        except (TypeError, ValueError, AttributeError):
            raise Fails(3, position, "neither a text nor an opening that follows an event") from None
        if found in self.told or f'"{found}"' not in canonical(self.event["data"]):
            raise Fails(5, position, "a text or an opening that the event does not hold the hash of")
        self.told.add(found)

def parts(name):
    """Of an origin: itself in epoch 1, the log, the epoch. Another name has neither."""
    match = ORIGIN.fullmatch(name)
    return (match[1], match[2], int(match[3] or 1)) if match else (name, None, None)

def in_epoch(key, epoch):
    first, log, _ = parts(key[0])
    return named(first + ("" if epoch == 1 else f"/{epoch}"), key[2]) if log else key

def covered(log, note, newest, step, position):
    """A kept checkpoint: signed by a key that the log had, and what the log begins with."""
    checkpoint = read_checkpoint(note)
    if checkpoint is None or parts(checkpoint[0])[0] != parts(newest[0])[0]:
        raise Fails(step, position, "no checkpoint of this log")
    if not any(is_signed(note, named(checkpoint[0], public)) for public in log.keys):
        raise Fails(step, position, "not signed with a key of this log")
    beyond = checkpoint[1] > len(log.leaves)  # as a receipt's may be that is newer than the bundle
    if beyond and step == 10 or not beyond and checkpoint[2] != root_of(log.leaves[:checkpoint[1]]):
        raise Fails(step, position, "the log begins otherwise than was signed, or is shorter")
    return checkpoint

def check_receipt(log, receipt, newest):
    position, leaf = receipt["position"], sha(b"\x00", receipt["event"].encode())
    _, size, root = covered(log, receipt["checkpoint"], newest, 11, position)
    try:
        path = [bytes.fromhex(each) for each in receipt["proof"]]
    except ValueError:
        path = None
    if path is None or not 0 <= position < size or root_of_path(leaf, position, size, path) != root:
        raise Fails(11, position, "the proof does not lead to the checkpoint")
    if log.leaves[position:position + 1] != [leaf]:
        raise Fails(11, position, "the bundle has another event there, or none")
    if "opening" in receipt:
        data, opening = json.loads(receipt["event"])["data"], receipt["opening"]
        if seal(log.log, data["stakeholder"], opening["salt"], json.loads(opening["ballot"])) != data.get("commitment"):
            raise Fails(11, position, "the opening does not fit the seal")

def read_receipt(text):
    receipt = json.loads(text)
    texts = all(isinstance(receipt.get(name), str) for name in ("event", "checkpoint"))
    hashes = isinstance(receipt.get("proof"), list) and all(isinstance(each, str) for each in receipt["proof"])
    counted = type(receipt.get("position")) is int and receipt["position"] >= 0
    if not (texts and hashes and counted and set(receipt) - {"opening"} == RECEIPT) or receipt["format"] != "parley-receipt/1":
        raise Unreadable("no receipt")
    return receipt

def verify(lines, given=None, since=None, receipts=()):
    """Takes the lines of a bundle in bytes. Gives size and origin; raises Fails or Unreadable."""
    receipts = [read_receipt(text) for text in receipts]
    if since is not None and read_checkpoint(since) is None:
        raise Unreadable("no older checkpoint")
    trusted = given and read_key(given)
    try:
        header = json.loads(next(lines).decode("utf-8"))
        if set(header) != {"format", "origin", "key"} or header["format"] != "parley-audit/1":
            raise ValueError
        newest = read_key(header["key"])
    except (StopIteration, ValueError, TypeError):
        raise Unreadable("not an audit bundle") from None
    log, note = Log(), None
    for raw in lines:
        line = raw[:-1] if raw.endswith(b"\n") else raw
        if note is not None:
            raise Fails(1, len(log.leaves), "a line after the checkpoint")
        if line.startswith(b'"'):
            try:
                note = json.loads(line.decode("utf-8"))
            except ValueError:
                raise Fails(1, len(log.leaves), "no JSON") from None
        elif line.startswith((b'{"salt":', b'{"ballot":')):
            log.beside(line)
        else:
            log.read(line)
    checkpoint = read_checkpoint(note)
    if checkpoint is None or checkpoint[1:] != (len(log.leaves), root_of(log.leaves)):
        raise Fails(8, None, "the checkpoint is missing, or is of another tree")
    log.keys = log.keys or [newest[2]]
    first, *other = parts(newest[0])
    if log.signs not in (None, newest) or log.log and other not in ([None, None], [log.log, log.epoch]):
        raise Fails(9, None, "the key is not the one that signs now, or is of another log or epoch")
    if trusted and (parts(trusted[0])[0] != first or trusted[2] not in log.keys):
        raise Fails(9, None, "the log was never signed with the given key")
    if not header["origin"] == checkpoint[0] == newest[0] or not is_signed(note, newest):
        raise Fails(9, None, "another origin, or no signature of the key")
    if since is not None:
        covered(log, since, newest, 10, None)
    for receipt in receipts:
        check_receipt(log, receipt, newest)
    return len(log.leaves), newest[0]

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
        with open(given.bundle, "rb") as lines:
            size, origin = verify(lines, given.key, since, [read_text(name) for name in given.receipt])
    except Fails as failure:
        print(f"{given.bundle}: DOES NOT HOLD: {failure}")
        return 1
    except (Unreadable, OSError, ValueError, KeyError, TypeError, AttributeError) as reason:
        print(f"{given.bundle}: unreadable: {reason}", file=sys.stderr)
        return 2
    print(f"{given.bundle}: the bytes hold, for {size} events of {origin}")
    print(NOT_SHOWN + ("" if given.key else "\nThe key is the bundle's own word."))
    return 0

if __name__ == "__main__":
    sys.exit(main())
