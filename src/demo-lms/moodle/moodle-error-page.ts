/** Moodle's HTML error page, which it also sends to programs that asked for JSON. */
import { html } from '../pages/html.js';

export function moodleErrorPage(message: string): string {
  return html`<!DOCTYPE html>

    <html dir="ltr" lang="en" xml:lang="en">
      <head>
        <title>Error | demo</title>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
      </head>
      <body>
        <main>
          <h1>Error</h1>
          <p class="errormessage">${message}</p>
          <p><a href="/">Continue</a></p>
        </main>
      </body>
    </html> `.text;
}
