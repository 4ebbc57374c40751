/** The name that Acquis gives itself to other servers: some LMSs refuse requests without one. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `Acquis/` and the version of the project's package.json, whether it runs from src or from dist. */
export function ownUserAgent(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return `Acquis/${version}`;
}
