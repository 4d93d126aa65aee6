/** JSON as a reader reads it: indented, coloured, its lists and objects to be folded. */
import { element } from '../element.ts';
import { type JsonNode, readJson } from '../read-json.ts';

/** Characters beyond which a text is shown as it came. */
const MAX_LENGTH = 400_000;
/** Members that are open in a list; the others wait. */
const MAX_OPEN = 200;
/** A list or an object below this depth begins folded. */
const OPEN_DEPTH = 4;

/** @returns undefined where the text is no JSON, or too long to be laid out */
export function jsonView(text: string): HTMLElement | undefined {
  try {
    if (text.length > MAX_LENGTH) return undefined;
    const json = view(readJson(text), undefined, '', 0);
    return element('div', { class: 'try-json', dir: 'ltr' }, json);
  } catch {
    return undefined;
  }
}

const token = (kind: string, text: string): HTMLElement =>
  element('span', { class: `try-${kind}` }, text);

/** Escapes that nobody needs are read. */
const string = (text: string): string => JSON.stringify(JSON.parse(text));

function view(
  { text, members }: JsonNode,
  key: string | undefined,
  comma: string,
  depth: number,
): HTMLElement {
  const name = key === undefined ? [] : [token('key', string(key)), ': '];
  if (!members) {
    const isString = text[0] === '"';
    const value = token(isString ? 'string' : 'scalar', isString ? string(text) : text);
    return element('div', {}, ...name, value, comma);
  }
  const end = `${text === '{' ? '}' : ']'}${comma}`;
  if (!members.length) return element('div', {}, ...name, text + end);
  const inside = element('div', { class: 'try-inside' });
  const rest = element('span', { class: 'try-rest' }, ` ${members.length} ${end}`);
  const made = element(
    'details',
    { open: depth < OPEN_DEPTH && members.length <= MAX_OPEN },
    element('summary', {}, ...name, text, rest),
    inside,
    element('div', {}, end),
  );
  // What is folded is laid out when it is opened: an answer may hold ten thousand members.
  const fill = (): void => {
    if (made.open && !inside.firstChild)
      inside.append(
        ...members.map(([key, value], index) =>
          view(value, key, index < members.length - 1 ? ',' : '', depth + 1),
        ),
      );
  };
  made.addEventListener('toggle', fill);
  fill();
  return made;
}
