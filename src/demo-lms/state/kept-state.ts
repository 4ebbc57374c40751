/** Keeps the state of a demonstration LMS in a JSON file, so that it survives a restart. The file holds private keys of the demonstration. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { LmsState } from './lms-state.js';

/** Only enough to tell a kept state from another file: the rest is ours. */
const keptState = z.looseObject({
  kind: z.enum(['moodle', 'canvas']),
  keys: z.array(z.object({ kid: z.string(), privateJwk: z.looseObject({ kty: z.string() }) })).min(1),
  tool: z.looseObject({ clientId: z.string() }),
  people: z.array(z.looseObject({ id: z.string() })),
  courses: z.array(z.looseObject({ id: z.string() })),
  lineItems: z.array(z.looseObject({ id: z.string() })),
  grades: z.array(z.looseObject({ lineItemId: z.string() })),
  nextLineItemId: z.number(),
});

/**
 * The state of an earlier run; undefined if there is no file yet.
 * @throws Error if the file holds something else, or another kind of LMS.
 */
export async function readKeptState(file: string, kind: LmsState['kind']): Promise<LmsState | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const state = keptState.parse(JSON.parse(text));
  if (state.kind !== kind) throw new Error(`${file} holds the state of a ${state.kind} demonstration`);
  return state as unknown as LmsState;
}

/** Writes one after the other; the newest state wins, a crash leaves the older file whole. */
export function stateKeeper(
  file: string | undefined,
  state: LmsState,
): { keep: () => void; done: () => Promise<void> } {
  if (file === undefined) return { keep: () => undefined, done: () => Promise.resolve() };
  let writing = Promise.resolve();
  let isDue = false;
  const write = async (): Promise<void> => {
    isDue = false;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
  return {
    keep: () => {
      if (isDue) return;
      isDue = true;
      writing = writing.then(write);
    },
    done: () => writing,
  };
}
