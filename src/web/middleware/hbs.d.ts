/** What is used of hbs, which has no types of its own. */
declare module 'hbs' {
  import type handlebars from 'handlebars';
  interface Engine {
    __express(path: string, options: object, callback: (error: Error | null, html?: string) => void): void;
  }
  const hbs: { create(environment: typeof handlebars): Engine };
  export default hbs;
  export type { Engine };
}
