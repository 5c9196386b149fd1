"""Reads a space of Milepost without any of Milepost's code: the storage as a folder, and the recovery code.

    python3 read-space.py FOLDER CODE

Prints a line of JSON for each batch that can be read. Takes `age` and python3-cryptography, both as Debian has them.
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# What the bodies of suite 2 are deflated after.
OFTEN_WRITTEN = (
    b'"misses":[],"asks":[],"whole":{"covers":["skills","resources","activities","reviews","metrics","measurements",'
    b'"evidence","expectations","agreements","mentorships","checks","reminders","people","commitments","inventory","topics","entries","meetings","notes",'
    b'"goals","removeGoal","addEntry","editEntry","writeNote","snooze","undo","undoes":"why":"kind":"order":"state":'
    b'"completeCommitment","addCommitment","editCommitment","addTopic","discussTopic","completeMilestone","addMilestone",'
    b'"editGoal","dueOn":"startsOn":"doneOn":"result":"worked":"didNot":"adjust":"owner":"goalId":"meetingId":'
    b'"createdAt":"visibility":"private","space":"personal","mentorshipId":"deletedAt":null,"status":"open","done",'
    b'{"v":1,"at":1,"seen":{},"by":"01","asks":[","ops":[["set","milestones","01'
    b'",{"text":",{"title":"},[1,0],{"text":[1,0]},{"title":[1,0]},{"author":"me","act":"01'
    b'","did":"editMilestone"}]]}'
)


def derive(secret, salt, info, length):
    return HKDF(SHA256(), length, salt, info.encode()).derive(secret)


def bech32(name, data):
    """BIP 173, as age writes its keys."""
    digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{byte:08b}" for byte in data)
    values = [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]

    def polymod(all_values):
        check = 1
        for value in all_values:
            top = check >> 25
            check = (check & 0x1FFFFFF) << 5 ^ value
            for bit, generator in enumerate([0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3]):
                check ^= generator if top >> bit & 1 else 0
        return check

    spread = [ord(letter) >> 5 for letter in name] + [0] + [ord(letter) & 31 for letter in name]
    check = polymod(spread + values + [0] * 6) ^ 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return name + "1" + "".join(digits[value] for value in values)


def identity(code):
    plain = code.upper().replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")[:26]
    return bech32("age-secret-key-", derive(plain.encode(), b"milepost", "milepost exchange 1", 32)).upper()


def secrets(space, key):
    found = {}
    for envelope in sorted(space.glob("k/*/*")):
        if "." in envelope.name:
            continue
        opened = subprocess.run(
            ["age", "-d", "-i", "-", str(envelope)], input=key.encode(), capture_output=True, check=False
        )
        if opened.returncode == 0:
            content = json.loads(opened.stdout)
            assert content["space"] == space.name and content["epoch"] == envelope.parent.name
            found[content["epoch"]] = bytes.fromhex(content["secret"])
    return found


def inflate(packed, dictionary):
    return zlib.decompressobj(wbits=-15, zdict=dictionary).decompress(packed)


def open_batch(space, data, keys):
    header, body, signature = data[:142], data[142:-64], data[-64:]
    assert header[:4] == b"MPB1" and header[4] in (1, 2) and header[5] == 0, "not a batch"
    writer, verifying, commitment = header[14:30], header[94:126], header[126:142]
    assert hashlib.sha256(f"milepost writer {space} ".encode() + verifying).digest()[:16] == writer
    Ed25519PublicKey.from_public_bytes(verifying).verify(signature, header + body)
    secret = keys[header[6:14].hex()]
    derived = derive(secret, header[62:94], f"milepost parcel {space}", 64)
    mac = HMAC(derived[32:], SHA256())
    mac.update(header[:126])
    assert mac.finalize()[:16] == commitment
    padded = AESGCM(derived[:32]).decrypt(bytes(12), body, f"{space} ".encode() + header)
    packed = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    return {
        "writer": writer.hex(),
        "seq": int.from_bytes(header[30:38], "big"),
        "body": json.loads(inflate(packed, b"" if header[4] == 1 else OFTEN_WRITTEN)),
    }


def main(folder, code):
    for space in sorted(pathlib.Path(folder, "milepost1").iterdir()):
        keys = secrets(space, identity(code))
        for batch in sorted(space.glob("b/*/*")):
            print(json.dumps(open_batch(space.name, batch.read_bytes(), keys)))


main(*sys.argv[1:])
