/**
 * RSA key pairs for tests that sign with them, not for those of making them. Making one takes up to a second, so a dozen are
 * made once, kept under var/ and given in turn: no test needs as many that are not the same.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../src/shared/project-path.js';

export interface RsaPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

const folder = projectPath('var', 'test-keys');
const dozen = 12;
let given = 0;

/** @param bits length of the modulus */
export function nextRsaPair(bits: 2048 | 3072 = 2048): RsaPair {
  const file = join(folder, `rsa-${bits}-${given++ % dozen}.pem`);
  const privateKey = createPrivateKey(keptIn(file) ?? makeIn(file, bits));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function keptIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeIn(file: string, bits: number): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  mkdirSync(folder, { recursive: true });
  // another process may read or make the same at this moment: it is there as a whole or not at all
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, privateKey, { mode: 0o600 });
  renameSync(whole, file);
  return privateKey;
}
