/** Names of the files of an award: what each is, of what, and of which award, so that those of several awards can lie in one folder. */

/**
 * @param form name that the file has at its address: `open-badge-3.json`
 * @param award.title in the reader's language
 * @returns `open-badge-3_Data-literacy_Ab3d5f.json`
 */
export function fileName(form: string, { id, title }: { id: string; title: string }): string {
  const dot = form.lastIndexOf('.');
  const parts = [form.slice(0, dot), plainTitle(title), id.slice(-6)].filter((part) => part !== '');
  return `${parts.join('_')}${form.slice(dot)}`;
}

/** Letters, digits and hyphens of any script, so that every system can keep it. */
export const plainTitle = (title: string): string =>
  title
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
