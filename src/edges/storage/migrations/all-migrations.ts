/** Every migration in its order: add new ones at the end. */
import { installation } from './0001-installation.js';
import { corrections } from './0002-corrections.js';
import { replacedIndexes } from './0003-replaced-indexes.js';
import type { Migration } from './migration.js';

export const allMigrations: readonly Migration[] = [installation, corrections, replacedIndexes];
