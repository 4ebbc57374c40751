/** Reads a time stamp that a service made: is it one, and of this text? Who made it is not judged: validators of Europass do. https://www.rfc-editor.org/rfc/rfc3161#section-2.4.2 */
import { createHash } from 'node:crypto';
import { Problem } from '../../shared/problem.js';
import { hashOids } from './signing-methods.js';

/** @param token DER. @throws Problem seal-answer-unreadable */
export async function checkTimeStamp(token: Buffer, text: Buffer): Promise<void> {
  const stamped = await stampedHash(token);
  const own = createHash('sha256').update(text).digest();
  if (stamped?.algorithm === hashOids.sha256 && stamped.hash.equals(own)) return;
  const detail = stamped ? 'a time stamp of another text' : 'no time stamp';
  throw new Problem('seal-answer-unreadable', { detail, facts: { step: 'time-stamp' } });
}

/** Undefined: it is no time stamp. */
async function stampedHash(token: Buffer): Promise<{ algorithm: string; hash: Buffer } | undefined> {
  // loaded with the first time stamp: Acquis starts sooner
  const [{ AsnConvert }, { ContentInfo, SignedData }, { TSTInfo }] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-cms'),
    import('@peculiar/asn1-tsp'),
  ]);
  try {
    const { content } = AsnConvert.parse(token, ContentInfo);
    const { encapContentInfo } = AsnConvert.parse(content, SignedData);
    const inside = encapContentInfo.eContent?.single;
    if (!inside) return undefined;
    const { hashAlgorithm, hashedMessage } = AsnConvert.parse(inside.buffer, TSTInfo).messageImprint;
    return { algorithm: hashAlgorithm.algorithm, hash: Buffer.from(hashedMessage.buffer) };
  } catch {
    return undefined;
  }
}
