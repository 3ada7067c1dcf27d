// Whether an entry stood in the frozen list of a draw, computed on the reader's own device.
// The same figures as campaigns/prizes/proofs.py; root and count must come from the published commitment.
const FORMAT = "mingbai-draw/1";
const text = new TextEncoder();

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const isHash = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const fromHex = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

async function taggedHash(tag, ...parts) {
  const framed = [`${FORMAT}/${tag}`, ...parts].flatMap((part) => {
    const bytes = text.encode(part);
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length));
    return [length, bytes];
  });
  return toHex(await sha256(joined(...framed)));
}

const leaf = (line) => sha256(joined([0], text.encode(line)));
const node = (left, right) => sha256(joined([1], left, right));

// What the owner's opening { campaign, entrant, entry, salt } makes: the hashes that stand in the published list.
export async function openedHashes({ campaign, entrant, entry, salt }) {
  const [entryHash, personHash] = await Promise.all([
    taggedHash("entry", salt.toLowerCase(), campaign, entrant, entry),
    taggedHash("person", salt.toLowerCase(), campaign, entrant),
  ]);
  return { entryHash, personHash };
}

// Whether proof { line, index, count, path } leads to the root of the list of `count` lines (RFC 9162, 2.1.3.2).
export async function checkProof({ line, index, count: claimed, path }, root, count) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= count || claimed !== count || !path.every(isHash)) {
    return false;
  }
  let position = index;
  let last = count - 1;
  let hash = await leaf(line);
  for (const neighbour of path.map(fromHex)) {
    if (last === 0) {
      return false;
    }
    if (position % 2 === 1 || position === last) {
      hash = await node(neighbour, hash);
      while (position % 2 === 0 && position > 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await node(hash, neighbour);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && toHex(hash) === root;
}
