/** The view engine: Handlebars pages of views/pages in a layout of views/layouts, with the partials of views/partials. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import Handlebars from 'handlebars';
import hbs, { type Engine } from 'hbs';
import { projectPath } from '../../shared/project-path.js';
import type { Assets } from './assets.js';
import { viewHelpers } from './view-helpers.js';
import type { Words } from './words.js';

/** A template is compiled once, however many apps speak the same words. */
const engines = new WeakMap<Words, Engine>();

/** `res.render('page-name', {...})` renders views/pages/page-name.hbs in the layout of res.locals. */
export function useViews(app: Express, words: Words, assets: Assets): void {
  const engine = engines.get(words) ?? newEngine(words, assets);
  engines.set(words, engine);
  app.engine('hbs', engine.__express.bind(engine));
  app.set('view engine', 'hbs');
  app.set('views', [projectPath('views', 'pages'), projectPath('views')]);
  app.set('view options', { layout: 'layouts/page' });
  if (process.env['NODE_ENV'] !== 'development') app.enable('view cache');
}

function newEngine(words: Words, assets: Assets): Engine {
  const environment = Handlebars.create();
  const compile = environment.compile.bind(environment);
  // a partial is not moved in to where it is called: what was typed into a field would be moved in with it
  environment.compile = (input, options) => compile(input, { ...options, preventIndent: true });
  const partials = projectPath('views', 'partials');
  for (const file of readdirSync(partials)) {
    if (!file.endsWith('.hbs')) continue;
    environment.registerPartial(file.slice(0, -'.hbs'.length), readFileSync(join(partials, file), 'utf8'));
  }
  environment.registerHelper(viewHelpers(words, assets));
  return hbs.create(environment);
}
