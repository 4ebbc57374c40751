/**
 * The official JSON schema of AchievementCredential (draft 2019-09), which is not ours to ship: its folder is given by
 * ACQUIS_TEST_ELM_FOLDER. https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { default as addFormats } from 'ajv-formats';
import type { JsonObject } from '../../src/documents/json/json-value.js';

const folder = process.env['ACQUIS_TEST_ELM_FOLDER'] ?? '../shared/data/elm';
const file = join(folder, 'schema/ob_v3p0_achievementcredential_schema.json');

export type OfficialFaults = (credential: unknown) => string[];

/** The schema as it is published. Undefined, loudly, where it is not to be had. */
export async function readOfficialSchema(): Promise<JsonObject | undefined> {
  if (!existsSync(file)) {
    console.warn(
      `\n      DID NOT RUN: the official JSON schema is not at ${file} (ACQUIS_TEST_ELM_FOLDER)\n`,
    );
    return undefined;
  }
  return JSON.parse(await readFile(file, 'utf8')) as JsonObject;
}

/** Gives the faults of a credential, none when it is valid. Undefined, loudly, where the schema is not to be had. */
export async function officialSchema(): Promise<OfficialFaults | undefined> {
  const schema = await readOfficialSchema();
  if (!schema) return undefined;
  // strict mode refuses the schema itself: it has items of two without a length
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (credential) =>
    validate(credential)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
