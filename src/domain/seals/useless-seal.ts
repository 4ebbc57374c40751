/** The Problem for a seal that answers and is of no use here. */
import { Problem } from '../../shared/problem.js';
import type { UselessSeal } from './seal-service.js';

export const useless = (reason: UselessSeal): Problem =>
  new Problem('seal-unusable', { detail: reason, facts: { reason } });
