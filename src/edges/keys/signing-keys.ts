/**
 * The signing keys of institutions, kept in the database with their private parts sealed. Private parts are opened here to
 * sign and never leave. Making keys and signing with RSA run beside the event loop.
 * https://www.rfc-editor.org/rfc/rfc8037 (Ed25519 JWK), https://www.rfc-editor.org/rfc/rfc7518#section-3.3 (RS256)
 */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { KeyRecord, KeyRecords } from '../../domain/institutions/key-records.js';
import type {
  PublicSigningKey,
  SigningKeyKind,
  SigningKeys,
} from '../../domain/institutions/signing-keys.js';
import type { Clock } from '../../shared/clock.js';
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import { recentlyUsed } from '../../shared/recently-used.js';
import { createEnvelope, type MasterKeys } from './envelope.js';
import { generateKey, type MakePair } from './generate-key.js';

export interface SigningKeysDeps {
  records: KeyRecords;
  masterKeys: MasterKeys;
  clock: Clock;
  newId: NewId;
  /** Node's own where none is given. */
  makePair?: MakePair;
}

const kinds: SigningKeyKind[] = ['Ed25519', 'RSA'];
/** Opened private keys held in memory; the one used longest ago goes first. */
const mostOpened = 100;

/** @throws Problem settings-invalid for master keys that are none */
export function createSigningKeys(deps: SigningKeysDeps): SigningKeys {
  const { records } = deps;
  const envelope = createEnvelope(deps.masterKeys);
  const opened = recentlyUsed<{ key: KeyObject; kind: SigningKeyKind }>(mostOpened);
  const underWay = new Map<string, Promise<void>>();

  async function make(institutionId: string): Promise<void> {
    const inUse = (await records.ofInstitution(institutionId)).filter((record) => !record.retiredAt);
    for (const kind of kinds) {
      if (inUse.some((record) => record.kind === kind)) continue;
      const id = deps.newId();
      const { jwk, multibase, privateKey } = await generateKey(kind, id, deps.makePair);
      const sealedPrivateKey = envelope.seal(privateKey, id);
      const record = { id, institutionId, kind, jwk, multibase, createdAt: deps.clock(), sealedPrivateKey };
      await addUnlessThere(records, record);
    }
  }

  async function open(keyId: string): Promise<{ key: KeyObject; kind: SigningKeyKind }> {
    const known = opened.get(keyId);
    if (known) return known;
    const record = await records.byId(keyId);
    if (!record) throw new Problem('key-missing', { detail: `there is no signing key "${keyId}"` });
    const entry = { key: readPrivateKey(envelope.open(record.sealedPrivateKey, keyId)), kind: record.kind };
    opened.set(keyId, entry);
    return entry;
  }

  function ensure(institutionId: string): Promise<void> {
    const running = underWay.get(institutionId);
    if (running) return running;
    const made = make(institutionId).finally(() => underWay.delete(institutionId));
    underWay.set(institutionId, made);
    return made;
  }

  /** After some were retired: whatever makes keys already may have seen those; what it could not make is made here. */
  async function makeMissing(institutionId: string): Promise<void> {
    await underWay.get(institutionId)?.catch(() => undefined);
    await ensure(institutionId);
  }

  return {
    ensure,
    async renew(institutionId, keyIds, bySchedule) {
      const all = await records.ofInstitution(institutionId);
      for (const { id, retiredAt } of all)
        if (!retiredAt && keyIds.includes(id)) await records.retire(id, deps.clock(), bySchedule);
      await makeMissing(institutionId);
    },
    async declareCompromised(institutionId, keyIds, since) {
      const all = await records.ofInstitution(institutionId);
      const compromise = { declaredAt: deps.clock(), since };
      for (const { id } of all) if (keyIds.includes(id)) await records.compromise(id, compromise);
      await makeMissing(institutionId);
    },
    async published(institutionId) {
      const all = await records.ofInstitution(institutionId);
      return all.filter(({ compromise }) => !compromise).map(publicPart);
    },
    all: async (institutionId) => (await records.ofInstitution(institutionId)).map(publicPart),
    compromised: async () => (await records.compromised()).map(publicPart),
    async current(institutionId, kind) {
      const all = await records.ofInstitution(institutionId);
      const found = all.find((record) => record.kind === kind && !record.retiredAt);
      if (!found)
        throw new Problem('key-missing', { detail: `no ${kind} key is in use`, facts: { institutionId } });
      return publicPart(found);
    },
    async sign(keyId, bytes) {
      const { key, kind } = await open(keyId);
      return kind === 'RSA' ? signBeside(key, bytes) : signAtOnce(key, bytes);
    },
  };
}

/** Another replica may have added the same kind in the meantime: its key is as good. */
async function addUnlessThere(records: KeyRecords, record: KeyRecord): Promise<void> {
  try {
    await records.add(record);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'duplicate') throw error;
  }
}

function publicPart({ sealedPrivateKey: _private, ...key }: KeyRecord): PublicSigningKey {
  return key;
}

function readPrivateKey(der: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new Problem('key-unreadable', { detail: 'what was sealed is no private key', cause });
  }
}

const failed = (cause: unknown): Problem =>
  new Problem('key-unreadable', { detail: 'signing failed', cause });

/** RSA takes milliseconds: a thread of Node's has them. */
function signBeside(key: KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign('sha256', bytes, key, (error, signature) => {
      if (error) reject(failed(error));
      else resolve(signature);
    });
  });
}

/** Ed25519 takes less time than a thread takes to wake up. */
function signAtOnce(key: KeyObject, bytes: Uint8Array): Uint8Array {
  try {
    return sign(null, bytes, key);
  } catch (error) {
    throw failed(error);
  }
}
