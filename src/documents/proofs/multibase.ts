/**
 * Multibase base58-btc ('z') and base64url ('u'), and how an Ed25519 key is written in it (0xed01 before the 32 bytes).
 * https://www.w3.org/TR/controller-document/#multibase-0
 */

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ed25519Prefix = Uint8Array.of(0xed, 0x01);
/** Nothing that we read is longer; decoding base58 takes quadratic time. */
const longest = 256;
/** So many digits still fit a number: dividing what does not is slow. */
const chunkLength = 9;
const chunk = 58n ** BigInt(chunkLength);

/** 'z' and base58-btc. */
export function encodeBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = zeros === -1 ? bytes.length : zeros;
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let digits = '';
  for (; value > 0n; value /= chunk) digits = chunkDigits(Number(value % chunk)) + digits;
  return 'z' + '1'.repeat(leading) + digits.replace(/^1+/, '');
}

function chunkDigits(value: number): string {
  let digits = '';
  for (let place = 0; place < chunkLength; place++) {
    digits = alphabet.charAt(value % 58) + digits;
    value = Math.floor(value / 58);
  }
  return digits;
}

/** Bytes of a 'z' or 'u' text; undefined when it is neither, or is longer than any key or signature. */
export function decodeMultibase(text: string): Uint8Array | undefined {
  if (text.length > longest) return undefined;
  if (text.startsWith('u')) {
    const digits = text.slice(1);
    return /^[A-Za-z0-9_-]+$/.test(digits) ? new Uint8Array(Buffer.from(digits, 'base64url')) : undefined;
  }
  if (!text.startsWith('z') || text.length === 1) return undefined;
  let value = 0n;
  for (const digit of text.slice(1)) {
    const at = alphabet.indexOf(digit);
    if (at === -1) return undefined;
    value = value * 58n + BigInt(at);
  }
  const leading = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  const hex = value === 0n ? '' : value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return new Uint8Array(Buffer.concat([Buffer.alloc(leading), bytes]));
}

/** z6Mk...: the Multikey of a raw Ed25519 public key (32 bytes). */
export function ed25519Multikey(publicKey: Uint8Array): string {
  return encodeBase58(Buffer.concat([ed25519Prefix, publicKey]));
}
