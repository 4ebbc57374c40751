/**
 * Electronic seals of trust services that speak the interface of the Cloud Signature Consortium, versions 1 and 2: the hash goes
 * there, the signature comes back. https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { SealAccess, SealService, SealStep } from '../../domain/seals/seal-service.js';
import type { Clock } from '../../shared/clock.js';
import type { OutboundFetch } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { createAccessTokens } from './access-tokens.js';
import { askService, type ServiceQuestion } from './ask-service.js';
import {
  authorizationShape,
  credentialShape,
  infoShape,
  type ServiceInfo,
  signaturesShape,
  timeStampShape,
} from './csc-shapes.js';
import { checkTimeStamp } from './check-time-stamp.js';
import { joinedHalves } from './joined-halves.js';
import { hashOids, type SigningMethod } from './signing-methods.js';
import { usableCredential, type UsableCredential } from './usable-credential.js';

export function createSealService({ fetch, clock }: { fetch: OutboundFetch; clock: Clock }): SealService {
  const tokens = createAccessTokens({ fetch, clock });

  const asked = async <Shape extends z.ZodType>(
    access: SealAccess,
    info: ServiceInfo,
    { step, method, json, shape }: { step: SealStep; method: string; json: object; shape: Shape },
  ): Promise<z.infer<Shape>> => {
    const question: Omit<ServiceQuestion<Shape>, 'authorization'> = {
      step,
      url: `${access.address}/${method}`,
      json,
      shape,
      // another time stamp does no harm, and without it the signature is lost
      onlyAsks: step === 'credential' || step === 'time-stamp',
    };
    try {
      return await askService(fetch, { ...question, authorization: await tokens.of(access, info) });
    } catch (error) {
      // taken back before its time; the first question tells that, the others would count as tries of a PIN
      const { status, step: refused } = error instanceof Problem ? error.facts : {};
      if (status !== 401 || refused !== 'credential') throw error;
      tokens.drop(access);
      return askService(fetch, { ...question, authorization: await tokens.of(access, info) });
    }
  };

  return {
    async open(access) {
      const { address, credentialId: credentialID } = access;
      const info = await askInfo(fetch, address);
      const ask = <Shape extends z.ZodType>(step: SealStep, method: string, json: object, shape: Shape) =>
        asked(access, info, { step, method, json, shape });
      const credential = await ask(
        'credential',
        'credentials/info',
        { credentialID, certificates: 'chain', authInfo: true },
        credentialShape,
      );
      const usable = usableCredential(credential, access);
      const stamps = info.methods.includes('signatures/timestamp');
      return {
        certificates: usable.certificates,
        owner: usable.owner,
        algorithm: usable.method.algorithm,
        async sign(text) {
          const words = wordsOf(info, usable, hashOf(usable.method.hash, text));
          const { SAD } = await ask(
            'authorize',
            'credentials/authorize',
            { credentialID, numSignatures: 1, ...words.authorize },
            authorizationShape,
          );
          const json = { credentialID, SAD, ...words.sign };
          const { signatures } = await ask('sign', 'signatures/signHash', json, signaturesShape);
          return asJwsHasIt(Buffer.from(signatures[0], 'base64'), usable.method);
        },
        ...(stamps && {
          async timeStamp(text: Buffer) {
            const json = { hash: hashOf('sha256', text), hashAlgo: hashOids.sha256 };
            const { timestamp } = await ask('time-stamp', 'signatures/timestamp', json, timeStampShape);
            const token = Buffer.from(timestamp, 'base64');
            await checkTimeStamp(token, text);
            return token;
          },
        }),
      };
    },
  };
}

/** By POST, as version 1.0.4 and later have it; services of before know GET alone. */
async function askInfo(fetch: OutboundFetch, address: string): Promise<ServiceInfo> {
  const question = { step: 'info', url: `${address}/info`, shape: infoShape, onlyAsks: true } as const;
  try {
    return await askService(fetch, { ...question, json: {} });
  } catch (error) {
    const status = error instanceof Problem ? error.facts['status'] : undefined;
    if (status !== 404 && status !== 405) throw error;
    return askService(fetch, question);
  }
}

const hashOf = (hash: string, text: Buffer): string => createHash(hash).update(text).digest('base64');

/** Both versions are told the same in other names; to authorize, the hash goes along, so that nothing else can be signed with it. */
function wordsOf({ specs }: ServiceInfo, { method, factors }: UsableCredential, hash: string) {
  const { signOid: signAlgo, hashOid, parameters } = method;
  const how = { signAlgo, ...(parameters !== undefined && { signAlgoParams: parameters }) };
  const isFirst = /^[01]\./.test(specs);
  const what = isFirst
    ? { authorize: { hash: [hash] }, sign: { hash: [hash], hashAlgo: hashOid } }
    : {
        authorize: { hashes: [hash], hashAlgorithmOID: hashOid },
        sign: { hashes: [hash], hashAlgorithmOID: hashOid, operationMode: 'S' },
      };
  return { authorize: { ...what.authorize, ...factors }, sign: { ...what.sign, ...how } };
}

/** Of an elliptic curve r and s side by side, which some services write as ASN.1. https://www.rfc-editor.org/rfc/rfc7518#section-3.4 */
function asJwsHasIt(signature: Buffer, { half }: SigningMethod): Buffer {
  if (half === undefined || signature.length === 2 * half) return signature;
  const joined = joinedHalves(signature, half);
  if (joined) return joined;
  throw new Problem('seal-answer-unreadable', { detail: 'no signature of a curve', facts: { step: 'sign' } });
}
