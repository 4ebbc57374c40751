/** The state of a linked LMS in words, for the partial status-word. */
import type { Request } from 'express';
import type { Platform } from '../../../domain/platforms/platform.js';
import { say } from '../../middleware/page-locals.js';

const kinds = { waiting: 'wait', active: 'good', suspended: 'bad' } as const;

export function stateOfPlatform(req: Request, platform: Platform): { text: string; kind: string } {
  return { text: say(req, `admin:platform.state.${platform.state}`), kind: kinds[platform.state] };
}
