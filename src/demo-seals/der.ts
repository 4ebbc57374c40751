/** DER, byte by byte: what certificates and time stamps are written in. https://www.itu.int/rec/T-REC-X.690 */

export function tagged(tag: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

export const sequence = (parts: readonly Buffer[]): Buffer => tagged(0x30, parts);
export const integer = (bytes: Buffer): Buffer => tagged(0x02, [bytes]);

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) + 128);
    return groups;
  });
  return tagged(0x06, [Buffer.from(bytes)]);
}
