/** Linked seals, their secrets encrypted with the master key and bound to institution and address. Opened for each sealing, kept nowhere in clear. */
import { z } from 'zod';
import type { SealLink } from '../../domain/seals/seal-link.js';
import type { SealLinks } from '../../domain/seals/seal-links.js';
import type { SealRecord, SealRecords } from '../../domain/seals/seal-records.js';
import type { Envelope } from './envelope.js';

const secretsShape = z.object({ clientSecret: z.string(), pin: z.string().optional() });

/** Moved to another address, or to another institution, it does not open. */
const contextOf = ({ id, address, clientId, credentialId }: SealLink): string =>
  JSON.stringify(['seal', id, address, clientId, credentialId]);

export function createSealLinks(deps: { records: SealRecords; envelope: Envelope }): SealLinks {
  const { records, envelope } = deps;
  return {
    async keep(link, { clientSecret, pin }) {
      const clear = Buffer.from(JSON.stringify({ clientSecret, pin }), 'utf8');
      await records.put({ ...link, secrets: envelope.seal(clear, contextOf(link)) });
    },
    async of(institutionId) {
      const record = await records.of(institutionId);
      return record && linkOf(record);
    },
    async open(institutionId) {
      const record = await records.of(institutionId);
      if (!record) return undefined;
      const { address, clientId, credentialId, secrets } = record;
      const clear = Buffer.from(envelope.open(secrets, contextOf(record))).toString('utf8');
      return { address, clientId, credentialId, ...secretsShape.parse(JSON.parse(clear)) };
    },
    renew: (linkedAt, { id, owner, certifiedUntil, hasTimeStamps, relation, linkedAt: renewedAt }) =>
      records.change(id, linkedAt, {
        ...{ owner, certifiedUntil, hasTimeStamps, relation, linkedAt: renewedAt },
        // that it answers ends both
        ...{ stopped: undefined, pausedUntil: undefined },
      }),
    decide: (institutionId, linkedAt, relation) => records.change(institutionId, linkedAt, { relation }),
    note: async (institutionId, linkedAt, trouble) =>
      void (await records.change(institutionId, linkedAt, trouble)),
    forget: (institutionId) => records.remove(institutionId),
  };
}

function linkOf({ secrets: _secrets, ...link }: SealRecord): SealLink {
  return link;
}
