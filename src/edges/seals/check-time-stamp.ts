/** Reads a time stamp that a service made: is it one, and of this text? Who made it is not judged: validators of Europass do. https://www.rfc-editor.org/rfc/rfc3161#section-2.4.2 */
import { createHash } from 'node:crypto';
import { Problem } from '../../shared/problem.js';

const sha256 = '2.16.840.1.101.3.4.2.1';

/** @param token DER. @throws Problem seal-answer-unreadable */
export async function checkTimeStamp(token: Buffer, text: Buffer): Promise<void> {
  // loaded with the first time stamp: Acquis starts sooner
  const [{ AsnConvert }, { ContentInfo, SignedData }, { TSTInfo }] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-cms'),
    import('@peculiar/asn1-tsp'),
  ]);
  const imprint = ((): { algorithm: string; hash: Buffer } | undefined => {
    try {
      const { content } = AsnConvert.parse(token, ContentInfo);
      const { encapContentInfo } = AsnConvert.parse(content, SignedData);
      const inside = encapContentInfo.eContent?.single;
      if (!inside) return undefined;
      const { messageImprint } = AsnConvert.parse(inside.buffer, TSTInfo);
      return {
        algorithm: messageImprint.hashAlgorithm.algorithm,
        hash: Buffer.from(messageImprint.hashedMessage.buffer),
      };
    } catch {
      return undefined;
    }
  })();
  const own = createHash('sha256').update(text).digest();
  if (imprint?.algorithm === sha256 && imprint.hash.equals(own)) return;
  const detail = imprint ? 'a time stamp of another text' : 'no time stamp';
  throw new Problem('seal-answer-unreadable', { detail, facts: { step: 'time-stamp' } });
}
