/**
 * How a body of JSON is laid out.
 *
 * All samples of a request send the same bytes, and yet each holds the data in its language's own
 * notation (an object, a dict, a hash), as people write it and change it. So the JSON is laid out
 * as serializers do: on one line without spaces, or over lines, two spaces a level. These are what
 * `JSON.stringify`, `json.dumps` and Ruby's `JSON` give, and where a sample holds JSON as text
 * (shell, Go, Java, C#), lines read best. White space between tokens is all that this changes; JSON
 * that serializers would write otherwise (`1.0`, `"\u0041"`, a key twice) stays to the letter, and
 * is text in each language.
 */
import { JsonError, type JsonNode, readJson } from './code/json-node.ts';
import { type Hole, shownText, type Template } from './request/template.ts';

/** `{"a":1}`, or a line a member, two spaces a level. */
export type JsonLayout = 'compact' | 'lines';

type Pieces = (string | Hole)[];

const stringPieces = (text: Template): Pieces => [
  '"',
  ...text.map((piece) => {
    if (typeof piece === 'string') return JSON.stringify(piece).slice(1, -1);
    return { ...piece, shown: JSON.stringify(piece.shown).slice(1, -1) };
  }),
  '"',
];

function layOutPieces(node: JsonNode, layout: JsonLayout, depth: number): Pieces {
  const list = (open: string, close: string, items: Pieces[]): Pieces => {
    if (!items.length) return [open + close];
    const line = layout === 'compact' ? '' : `\n${'  '.repeat(depth)}`;
    const inner = layout === 'compact' ? '' : `${line}  `;
    return [
      open,
      ...items.flatMap((item, index) => [(index ? ',' : '') + inner, ...item]),
      line + close,
    ];
  };
  switch (node.kind) {
    case 'object': {
      const colon = layout === 'compact' ? ':' : ': ';
      const members = node.members.map(({ key, value }) => [
        ...stringPieces(key),
        colon,
        ...layOutPieces(value, layout, depth + 1),
      ]);
      return list('{', '}', members);
    }
    case 'array':
      return list(
        '[',
        ']',
        node.items.map((item) => layOutPieces(item, layout, depth + 1)),
      );
    case 'string':
      return stringPieces(node.text);
    case 'scalar':
      return [node.text];
    case 'hole':
      return [node.hole];
  }
}

/** @returns the JSON as serializers write it */
export function layOutJson(node: JsonNode, layout: JsonLayout): Template {
  const joined: Pieces = [];
  for (const piece of layOutPieces(node, layout, 0)) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + piece;
    else if (piece !== '') joined.push(piece);
  }
  return joined;
}

/** Numbers that all languages write as they read them; `1.0`, `1e3` and long ones are not. */
const plainNumber = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,6})\.\d{0,7}[1-9])$/;

// PHP and JavaScript give keys that look like numbers another order or another meaning. `\x7f` and
// the line separators are escaped by some serializers and not by others.
const oddKey = /^(?:\d*|__proto__)$/;
const oddText = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]|\p{Surrogate}/u;

function isPlain(node: JsonNode): boolean {
  switch (node.kind) {
    case 'object': {
      const keys = node.members.map(({ key }) => shownText(key));
      return (
        new Set(keys).size === keys.length &&
        keys.every((key) => !oddKey.test(key) && !oddText.test(key)) &&
        node.members.every(({ value }) => isPlain(value))
      );
    }
    case 'array':
      return node.items.every(isPlain);
    case 'string':
      return !oddText.test(shownText(node.text));
    case 'scalar':
      return (
        !/\d/.test(node.text) || (plainNumber.test(node.text) && !/^-?0\.0000/.test(node.text))
      );
    case 'hole':
      return true;
  }
}

/** @returns each token of a JSON text, without the white space between them */
const tokens = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"|\s+/gs, (token) => token.trim());

/**
 * Lays a JSON text out as serializers do, where that changes nothing but white space between
 * tokens: over lines where the author's is.
 */
export function normalizeJson(text: Template): Template {
  const node = readJson(text);
  const shown = shownText(text);
  const laidOut = layOutJson(node, shown.includes('\n') ? 'lines' : 'compact');
  return isPlain(node) && tokens(shownText(laidOut)) === tokens(shown) ? laidOut : text;
}

function readNode(text: Template): JsonNode | undefined {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/**
 * @param text said to be JSON
 * @returns its value with the layout that gives the text again, or undefined where none does
 */
export function findJsonLayout(text: Template): { node: JsonNode; layout: JsonLayout } | undefined {
  const node = readNode(text);
  if (!node || !isPlain(node)) return undefined;
  const layout = (['compact', 'lines'] as const).find(
    (candidate) => shownText(layOutJson(node, candidate)) === shownText(text),
  );
  return layout && { node, layout };
}
