/** JSON as a reader reads it: indented, coloured, its lists and objects to be folded. */
import { isJson, type JsonNode, readJson } from '../../../shared/sample/json-node.ts';
import { shownText } from '../../../shared/template.ts';
import { element } from '../element.ts';

/** Characters beyond which a text is shown as it came. */
const MAX_LENGTH = 400_000;
/** Members that are open in a list; the others wait. */
const MAX_OPEN = 200;
/** A list or an object below this depth begins folded. */
const OPEN_DEPTH = 4;

/** @returns undefined where the text is no JSON, or too long to be laid out */
export function jsonView(text: string): HTMLElement | undefined {
  if (text.length > MAX_LENGTH || !text.trim() || !isJson(text)) return undefined;
  return element(
    'div',
    { class: 'try-json', dir: 'ltr' },
    view(readJson([text]), undefined, '', 0),
  );
}

const token = (kind: string, text: string): HTMLElement =>
  element('span', { class: `try-${kind}` }, text);

function view(node: JsonNode, key: string | undefined, comma: string, depth: number): HTMLElement {
  const name = key === undefined ? [] : [token('key', JSON.stringify(key)), ': '];
  if (node.kind === 'object' || node.kind === 'array') {
    const [open, close] = node.kind === 'object' ? '{}' : '[]';
    const members: [string | undefined, JsonNode][] =
      node.kind === 'object'
        ? node.members.map((one) => [shownText(one.key), one.value])
        : node.items.map((one) => [undefined, one]);
    if (!members.length) return element('div', {}, ...name, `${open}${close}${comma}`);
    const inside = element('div', { class: 'try-inside' });
    const rest = element('span', { class: 'try-rest' }, ` ${members.length} ${close}${comma}`);
    const made = element(
      'details',
      { open: depth < OPEN_DEPTH && members.length <= MAX_OPEN },
      element('summary', {}, ...name, open!, rest),
      inside,
      element('div', {}, `${close}${comma}`),
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
  const [kind, text] =
    node.kind === 'string'
      ? ['string', JSON.stringify(shownText(node.text))]
      : ['scalar', node.kind === 'scalar' ? node.text : node.hole.shown];
  return element('div', {}, ...name, token(kind!, text!), comma);
}
