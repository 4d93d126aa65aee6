/** An example body of JSON with a hole for each of its values. */
import { type JsonNode, readJson } from '../shared/sample/json-node.ts';
import { shownText, type Template } from '../shared/template.ts';
import { layOutJson } from './json-layout.ts';

/** RFC 6901. */
const escapeToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function withHoles(node: JsonNode, pointer: string): JsonNode {
  if (node.kind === 'object' && node.members.length) {
    const members = node.members.map(({ key, value }) => ({
      key,
      value: withHoles(value, `${pointer}/${escapeToken(shownText(key))}`),
    }));
    return { kind: 'object', members };
  }
  if (node.kind === 'array' && node.items.length) {
    return {
      kind: 'array',
      items: node.items.map((item, index) => withHoles(item, `${pointer}/${index}`)),
    };
  }
  return { kind: 'hole', hole: { hole: pointer, shown: shownText(layOutJson(node, 'compact')) } };
}

/**
 * @param text JSON without holes
 * @returns the same, laid out over lines, each text, number and empty list in a hole that is named
 *   by its JSON pointer (`/address/city`)
 * @throws JsonError
 */
export const addJsonHoles = (text: string): Template =>
  layOutJson(withHoles(readJson([text]), ''), 'lines');
