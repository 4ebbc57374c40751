/** The master keys that encrypt private keys at rest, out of the settings: the one in use and former ones. */
import type { Settings } from '../../config/settings.js';
import type { MasterKeys } from '../edges/keys/envelope.js';
import { Problem } from '../shared/problem.js';

/** @throws Problem settings-invalid for a former key that is not id=base64 of 32 bytes */
export function masterKeysOf(settings: Settings): MasterKeys {
  const keys = new Map<string, Uint8Array>();
  for (const pair of settings.ACQUIS_FORMER_MASTER_KEYS.split(',').filter((text) => text.trim() !== '')) {
    const at = pair.indexOf('=');
    const id = pair.slice(0, at).trim();
    const key = Buffer.from(pair.slice(at + 1), 'base64');
    if (at < 1 || key.length !== 32) {
      const fault = 'ACQUIS_FORMER_MASTER_KEYS: must be id=base64 pairs of 32 bytes, separated by commas';
      throw new Problem('settings-invalid', { detail: fault, facts: { faults: [fault] } });
    }
    keys.set(id, key);
  }
  keys.set(settings.ACQUIS_MASTER_KEY_ID, Buffer.from(settings.ACQUIS_MASTER_KEY, 'base64'));
  return { currentId: settings.ACQUIS_MASTER_KEY_ID, keys };
}
