/** The name that Acquis gives itself to other servers: some LMSs refuse requests without one. */
import { readFileSync } from 'node:fs';
import { projectPath } from '../../shared/project-path.js';

/** `Acquis/` and the version of the project's package.json, whether it runs from src or from dist. */
export function ownUserAgent(): string {
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  return `Acquis/${version}`;
}
