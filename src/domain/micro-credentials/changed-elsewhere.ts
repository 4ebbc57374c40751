/** What a save or a publication made from an older page is told: nothing was written. */
import { Problem } from '../../shared/problem.js';

/** @param current the revision now; undefined where the micro-credential is gone */
export const changedElsewhere = (current: number | undefined): Problem =>
  new Problem('micro-credential-changed-elsewhere', { facts: { current } });
