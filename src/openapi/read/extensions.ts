/** Extensions that are spelt nearly like one that says something. */
import { entries, field, type Node } from '../files/description-file.ts';
import type { Findings } from '../files/findings.ts';
import type { ReadContext } from './context.ts';

const ofRoot = ['x-tagGroups', 'x-webhooks', 'x-servers'];
const ofTag = ['x-displayName', 'x-internal'];
const ofOperation = [
  'x-codeSamples',
  'x-code-samples',
  'x-internal',
  'x-badges',
  'x-readme',
  'x-stainless-snippets',
  'x-additionalOperations',
];

/** @param nearest a known name that is nearly this one; undefined: none */
export type Nearest = (name: string, known: readonly string[]) => string | undefined;

export function checkExtensions(
  operations: readonly Node[],
  context: ReadContext,
  nearest: Nearest,
): void {
  check(context.root, ofRoot, context, nearest);
  for (const [, tag] of entries(field(context.root, 'tags'))) check(tag, ofTag, context, nearest);
  for (const operation of operations) check(operation, ofOperation, context, nearest);
}

function check(
  node: Node,
  known: readonly string[],
  { findings }: ReadContext,
  nearest: Nearest,
): void {
  for (const [key, value] of entries(node))
    if (key.startsWith('x-') && !known.includes(key))
      tellSpelling(value, key, nearest(key, known), findings);
}

/** Tells of a field that says nothing. @param meant the known one that it is near, if there is one */
export function tellSpelling(
  node: Node,
  key: string,
  meant: string | undefined,
  findings: Findings,
): void {
  if (meant === undefined) return;
  findings.at(node, {
    kind: 'openapi-extension-spelt',
    severity: 'warning',
    message: `“${key}” says nothing here; “${meant}” does`,
    hint: `write ${meant}`,
  });
}
