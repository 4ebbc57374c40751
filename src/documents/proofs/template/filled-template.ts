/**
 * The canonical form (RDFC-1.0) of a document made from its template. Only for the plain case of the algorithm: every blank
 * node has a first-degree hash of its own. https://www.w3.org/TR/rdf-canon/#canon-algorithm
 */
import { NQuads } from 'rdf-canonize';
import { filledLine, type Line } from './line.js';
import { nodeHash } from './node-hash.js';
import type { StatementTemplate, TemplateNode } from './statement-template.js';

/**
 * Undefined where the plain case does not do: two blank nodes that look alike, one address for two subjects, or a statement
 * made twice.
 */
export function filledTemplate(
  { groups, nodes }: StatementTemplate,
  values: readonly string[],
): string | undefined {
  const texts = values.map(escaped);
  const labels = nodeLabels(nodes, texts);
  if (!labels) return undefined;
  const fill = (line: Line): string => filledLine(line, texts, (node) => labels[node] ?? '');
  const filled = groups.map((group) => ({ group, subject: fill(group.subject) }));
  // no subject is the beginning of another, thanks to the space at its end: lines are in order when subjects are
  filled.sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const lines: string[] = [];
  for (const [place, { group, subject }] of filled.entries()) {
    if (subject === filled[place - 1]?.subject) return undefined;
    for (const run of group.runs) {
      const own = run.map(fill).sort();
      if (own.some((line, at) => line === own[at - 1])) return undefined;
      lines.push(...own);
    }
  }
  return lines.join('');
}

/** By number, in the order of their hashes. Undefined where two are alike. */
function nodeLabels(nodes: readonly TemplateNode[], texts: readonly string[]): string[] | undefined {
  const hashes = nodes.map((node, number) => ({
    number,
    hash: 'hash' in node ? node.hash : nodeHash(node.mentions, number, texts),
  }));
  hashes.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const labels: string[] = [];
  for (const [place, { number, hash }] of hashes.entries()) {
    if (hash === hashes[place - 1]?.hash) return undefined;
    labels[number] = `c14n${place}`;
  }
  return labels;
}

const anyNode = { termType: 'BlankNode', value: '' } as const;
const string = { termType: 'NamedNode', value: 'http://www.w3.org/2001/XMLSchema#string' } as const;

/** As it stands between the quotes of a literal; the library itself says how. What follows a scheme has nothing to escape. */
function escaped(value: string): string {
  if (!/[\u0000-\u001F\u007F"\\]/.test(value)) return value;
  const line = NQuads.serializeQuad({
    subject: anyNode,
    predicate: { termType: 'NamedNode', value: '' },
    object: { termType: 'Literal', value, datatype: string },
    graph: { termType: 'DefaultGraph', value: '' },
  });
  return line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'));
}
