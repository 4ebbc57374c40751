/** Has a text sealed, and looks at what came back before anybody gets it. */
import { z } from 'zod';
import { readSeals, type SealsFault } from '../../documents/seals/read-seals.js';
import { type SealFault, verifySeal } from '../../documents/seals/verify-seal.js';
import { protectedPartOf, sealedFile, signedText, stampedText } from '../../documents/seals/write-seal.js';
import { Problem } from '../../shared/problem.js';
import { useless } from './useless-seal.js';
import type { UsableSeal } from './seal-service.js';

const written = z.object({ signatures: z.array(z.json()) });

/** JSON text of the sealed file. @throws Problem seal-* */
export async function sealText(seal: UsableSeal, payload: string, sealedAt: Date): Promise<string> {
  const { algorithm, certificates } = seal;
  const protectedPart = protectedPartOf({ algorithm, certificates, sealedAt });
  const signature = await seal.sign(signedText(protectedPart, payload));
  const fault = faultIn(sealedFile({ payload, protectedPart, signature }), payload, sealedAt);
  if (fault === 'seal-outside-certificate') throw useless('out-of-date');
  if (fault === 'key-unusable') throw useless('no-method');
  if (fault)
    throw new Problem('seal-answer-unreadable', { detail: `signature: ${fault}`, facts: { step: 'sign' } });
  const timeStamp = await seal.timeStamp?.(stampedText(signature));
  return sealedFile({ payload, protectedPart, signature, ...(timeStamp && { timeStamp }) });
}

/** Judged as /verify judges it: what we would not believe is not given to anybody. */
function faultIn(file: string, payload: string, now: Date): SealFault | SealsFault | undefined {
  const read = readSeals(written.parse(JSON.parse(file)).signatures);
  return 'fault' in read ? read.fault : verifySeal(read.seals[0], payload, now).fault;
}
