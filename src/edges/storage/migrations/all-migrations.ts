/** Every migration in its order: add new ones at the end. */
import { installation } from './0001-installation.js';
import type { Migration } from './migration.js';

export const allMigrations: readonly Migration[] = [installation];
