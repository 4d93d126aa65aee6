/** Samples that an owner wrote into the description, in the words of several tools. */
import type { CodeSample } from '../model.ts';
import { entries, field, isMap, items, type Node, text } from '../files/description-file.ts';
import type { ReadContext } from './context.ts';

/** @returns the first of the known extensions that has any */
export function codeSamplesOf(operation: Node, context: ReadContext): CodeSample[] {
  const readme = field(operation, 'x-readme');
  const lists = [
    field(operation, 'x-codeSamples'),
    field(operation, 'x-code-samples'),
    readme && field(readme, 'code-samples'),
    field(operation, 'x-custom-examples'),
  ];
  for (const list of lists) {
    const samples = items(list).flatMap((item) => sampleOf(item, context) ?? []);
    if (samples.length > 0) return samples;
  }
  return snippetsOf(field(operation, 'x-stainless-snippets'));
}

function sampleOf(node: Node, context: ReadContext): CodeSample | undefined {
  if (!isMap(node.value)) return undefined;
  const language = text(node, 'lang') || text(node, 'language');
  const written = field(node, 'source') ?? field(node, 'code');
  const source =
    written && isMap(written.value) ? context.references.follow(written)?.value : written?.value;
  if (!language || typeof source !== 'string') return undefined;
  return { language, label: text(node, 'label') || text(node, 'name'), source };
}

/** `x-stainless-snippets: {python: {default: {code}}}`, or the text itself. */
function snippetsOf(node: Node | undefined): CodeSample[] {
  return entries(node).flatMap(([language, value]) => {
    const first = isMap(value.value) ? entries(value)[0]?.[1] : undefined;
    const code =
      typeof value.value === 'string' ? value.value : text(value, 'code') || text(first, 'code');
    return code ? [{ language, label: '', source: code }] : [];
  });
}
