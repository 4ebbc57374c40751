/** A form that posts itself to the tool, written as Moodle writes it; without scripts a button does it. */
import { escapeHtml } from '../pages/html.js';

export function selfPostingForm(
  action: string,
  fields: Record<string, string>,
  name: 'ltiAuthForm' | 'ltiInitiateLoginForm' | 'autopostme' = 'ltiAuthForm',
): string {
  const inputs = Object.entries(fields).map(
    ([key, value]) => `  <input type="hidden" name="${escapeHtml(key)}" value="${escapeHtml(value)}"/>`,
  );
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8"><title>Opening the tool</title></head><body>',
    `<form action="${escapeHtml(action)}" name="${name}" id="${name}" method="post" enctype="application/x-www-form-urlencoded">`,
    ...inputs,
    '  <noscript><h1>Opening the tool</h1><button type="submit">Continue to the tool</button></noscript>',
    '</form>',
    '<script type="text/javascript">',
    '//<![CDATA[',
    `document.${name}.submit();`,
    '//]]>',
    '</script>',
    '</body></html>',
    '',
  ].join('\n');
}
