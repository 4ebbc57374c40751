/** The statements of a marked document, as lines of N-Quads with slots where marks and blank nodes stand. */
import { NQuads, type Quad, type Term } from 'rdf-canonize';
import { type Line, lineOf } from './line.js';
import { nodeMark, textMark } from './marked-document.js';
import { nodeHash } from './node-hash.js';

/** The statements of one subject. */
export interface Group {
  /** With the space that follows it. */
  subject: Line;
  /** In order. Lines within one run are to be sorted once they are filled; one alone may be several lines of N-Quads. */
  runs: readonly (readonly Line[])[];
}

/** The first-degree hash; where it depends on the texts, the whole lines that it is made of. */
export type TemplateNode = { hash: string } | { mentions: readonly Line[] };

export interface StatementTemplate {
  groups: readonly Group[];
  /** The blank nodes by number. */
  nodes: readonly TemplateNode[];
}

/**
 * Undefined where a text does not stay a text of its own: a mark that is gone, is part of something longer, or stands for a
 * word; and where there are several graphs.
 * @param marks as they stand in the document
 */
export function statementTemplate(
  quads: readonly Quad[],
  marks: readonly string[],
): StatementTemplate | undefined {
  const numbers = new Map<string, number>();
  const unseen = new Set(marks);
  const bySubject = new Map<string, string[]>();
  for (const quad of quads) {
    if (quad.graph.termType !== 'DefaultGraph') return undefined;
    const terms = [quad.subject, quad.object];
    const text = NQuads.serializeQuad({
      ...quad,
      subject: withNodeMark(quad.subject, numbers),
      object: withNodeMark(quad.object, numbers),
    });
    const whole = terms.filter((term) => isMark(term, marks));
    const slots = lineOf(text).slots.filter(({ kind }) => kind === 'text');
    if (slots.length !== whole.length) return undefined;
    for (const { value } of whole) unseen.delete(value);
    // a subject has no space
    const end = text.indexOf(' ') + 1;
    const statements = bySubject.get(text.slice(0, end)) ?? [];
    bySubject.set(text.slice(0, end), [...statements, text.slice(end)]);
  }
  if (unseen.size > 0) return undefined;
  const lines = [...bySubject].flatMap(([subject, rest]) => rest.map((one) => lineOf(subject + one)));
  return {
    groups: [...bySubject].map(([subject, rest]) => ({
      subject: lineOf(subject),
      runs: runsOf(subject, rest),
    })),
    nodes: [...numbers.values()].map((number) => templateNode(lines, number)),
  };
}

/** Only lines that are alike up to a slot need sorting every time: what stands in the slot decides. */
function runsOf(subject: string, statements: readonly string[]): Line[][] {
  const lines = statements.map((text) => ({ text: subject + text, head: lineOf(text).pieces[0] ?? '' }));
  lines.sort((a, b) => (a.head < b.head ? -1 : 1));
  const runs: { head: string; texts: string[] }[] = [];
  for (const { text, head } of lines) {
    const last = runs.at(-1);
    if (last && head.startsWith(last.head)) last.texts.push(text);
    else runs.push({ head, texts: [text] });
  }
  const joined: string[][] = [];
  for (const { texts } of runs) {
    const last = joined.at(-1);
    if (last?.length === 1 && texts.length === 1) last[0] += texts.join('');
    else joined.push(texts);
  }
  return joined.map((texts) => texts.map(lineOf));
}

function templateNode(lines: readonly Line[], number: number): TemplateNode {
  const mentions = lines.filter(({ slots }) =>
    slots.some(({ kind, index }) => kind === 'node' && index === number),
  );
  const differs = mentions.some(({ slots }) => slots.some(({ kind }) => kind === 'text'));
  return differs ? { mentions } : { hash: nodeHash(mentions, number, []) };
}

/** The term, with a mark for the label of a blank node. */
function withNodeMark(term: Term, numbers: Map<string, number>): Term {
  if (term.termType !== 'BlankNode') return term;
  const number = numbers.get(term.value) ?? numbers.size;
  numbers.set(term.value, number);
  return { ...term, value: nodeMark(number) };
}

/** Is it a mark as it stands in the document, and nothing else? An address has its scheme before it. */
function isMark({ termType, value }: Term, marks: readonly string[]): boolean {
  const index = marks.indexOf(value);
  return index !== -1 && (termType === 'Literal' || value !== textMark(index));
}
