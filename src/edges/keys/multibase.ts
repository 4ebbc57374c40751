/**
 * An Ed25519 public key as a multikey: "z" + base58btc(0xed 0x01 + the 32 bytes), which always begins with z6Mk.
 * https://www.w3.org/TR/cid-1.0/#Multikey
 */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ed25519Prefix = [0xed, 0x01];

/** @param publicKey the 32 raw bytes */
export function ed25519Multibase(publicKey: Uint8Array): string {
  // the prefix is never zero, so there are no leading zeros to keep
  let rest = BigInt(`0x${Buffer.from([...ed25519Prefix, ...publicKey]).toString('hex')}`);
  let text = '';
  while (rest > 0n) {
    text = alphabet.charAt(Number(rest % 58n)) + text;
    rest /= 58n;
  }
  return `z${text}`;
}
