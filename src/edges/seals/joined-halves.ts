/** From the ASN.1 writing of a signature of an elliptic curve to that of JWS. https://www.rfc-editor.org/rfc/rfc3279#section-2.2.3 */

/** Undefined when it is none. @param half bytes of r, and of s */
export function joinedHalves(der: Buffer, half: number): Buffer | undefined {
  const whole = contentAt(der, 0, 0x30);
  const r = whole && contentAt(der, whole.start, 0x02);
  const s = r && contentAt(der, r.end, 0x02);
  if (!s || whole.end !== der.length || s.end !== der.length) return undefined;
  const parts = [r, s].map(({ start, end }) => padded(der.subarray(start, end), half));
  return parts.includes(undefined) ? undefined : Buffer.concat(parts as Buffer[]);
}

/** Lengths of up to 255 bytes, more than any of these signatures has. */
function contentAt(der: Buffer, at: number, tag: number): { start: number; end: number } | undefined {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) return undefined;
  const isLong = first === 0x81;
  const length = isLong ? der[at + 2] : first;
  const start = at + (isLong ? 3 : 2);
  if (length === undefined || (!isLong && first >= 0x80) || start + length > der.length) return undefined;
  return { start, end: start + length };
}

function padded(number: Buffer, half: number): Buffer | undefined {
  const plain = number.subarray(number.findIndex((byte) => byte !== 0));
  return plain.length > half ? undefined : Buffer.concat([Buffer.alloc(half - plain.length), plain]);
}
