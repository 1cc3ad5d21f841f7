#!/usr/bin/env python3
"""The tree hash of RFC 9162, section 2.1, over the events of a Parley audit bundle: what its checkpoint must say.

    python3 tree-head.py BUNDLE     prints the number of events and the tree hash, in hex and as the checkpoint has it
"""
import base64, hashlib, sys

def sha(data):
    return hashlib.sha256(data).digest()

def tree_head(leaves):
    if len(leaves) < 2:
        return sha(b"\x00" + leaves[0]) if leaves else sha(b"")
    half = 1 << (len(leaves) - 1).bit_length() - 1  # the largest power of two below the number of leaves
    return sha(b"\x01" + tree_head(leaves[:half]) + tree_head(leaves[half:]))

if __name__ == "__main__":
    lines = open(sys.argv[1], "rb").read().split(b"\n")
    events = [line for line in lines if line.startswith(b'{"actor":')]
    head = tree_head(events)
    print(len(events), head.hex(), base64.b64encode(head).decode())
