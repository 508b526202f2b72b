#!/usr/bin/env python3
"""Verifies the chain of a ledger export (docs/ledger.md). Signatures too where the package "cryptography" is installed."""
import hashlib, json, sys
try:
    from cryptography.hazmat.primitives.serialization import load_der_public_key
except ImportError:
    load_der_public_key = None

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")

def verify(lines):
    chain, count, keys = bytes(32), 0, {}
    assert next(lines) == b'{"format":"warmhandoff-ledger-1"}\n', "no ledger export"
    for raw in lines:
        line = json.loads(raw)
        assert canonical(line) + b"\n" == raw, f"entry {count + 1}: not in canonical form"
        if "entry" in line:
            count += 1
            digest = hashlib.sha256(canonical(line["entry"])).digest()
            chain = hashlib.sha256(chain + digest + f'{line["mac"]} {line["flaw"]}'.encode()).digest()
            assert line["seq"] == count and line["hash"] == chain.hex() and not line["flaw"], f"entry {count} is wrong"
        elif "key" in line:
            assert hashlib.sha256(line["key"].encode()).hexdigest()[:32] == line["id"], "a key is not what its name says"
            keys[line["id"]] = line["key"]
        elif "checkpoint" in line:
            said = line["checkpoint"]
            assert (said["count"], said["hash"]) == (count, chain.hex()), f"entry {count}: not what a checkpoint says"
            if load_der_public_key:
                key = load_der_public_key(bytes.fromhex(keys[said["key"]]))
                key.verify(bytes.fromhex(line["signature"]), canonical(said))
        else:
            assert line == {"end": {"count": count, "hash": chain.hex()}} and not next(lines, b""), "the end is wrong"
            return count
    raise AssertionError(f"entry {count + 1} is missing")

if __name__ == "__main__":
    try:
        print("fine:", verify(open(sys.argv[1], "rb")), "entries")
    except Exception as wrong:
        sys.exit(f"WRONG: {wrong!r}")
