/** Where the keys of a config file stand in its text. */
import { placeAt } from '../diagnostics/locate.ts';
import { Positions, type Path, type Position } from '../source/front-matter/positions.ts';

/** A node of the parsed file, as far as it is read here. */
interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

/**
 * @param program the file's syntax tree (ESTree), with offsets into `text`
 * @returns the places of the object that it exports: `export default {…}`, or the same in a call
 */
export function configPositions(program: unknown, text: string): Positions {
  const positions = new Positions();
  const exported = exportedObject(program as Node);
  if (exported) add(exported, [], positions, (offset) => placeAt(text, offset));
  return positions;
}

function exportedObject(program: Node): Node | undefined {
  const body = program['body'] as Node[];
  const found = body.find(({ type }) => type === 'ExportDefaultDeclaration');
  let node = found?.['declaration'] as Node | undefined;
  if (node?.type === 'Identifier') node = variable(body, String(node['name']));
  return unwrapped(node);
}

/** `{…} satisfies Config`, `defineConfig({…})` → the object. */
function unwrapped(node: Node | undefined): Node | undefined {
  if (node?.type === 'ObjectExpression') return node;
  if (node?.type === 'CallExpression') return unwrapped((node['arguments'] as Node[])[0]);
  const inner = node?.['expression'] as Node | undefined;
  return inner?.type ? unwrapped(inner) : undefined;
}

function variable(body: Node[], name: string): Node | undefined {
  for (const statement of body)
    for (const { id, init } of (statement['declarations'] as { id: Node; init: Node }[]) ?? [])
      if (id['name'] === name) return init;
  return undefined;
}

function add(node: Node, path: Path, positions: Positions, place: (offset: number) => Position) {
  const entries =
    node.type === 'ArrayExpression'
      ? (node['elements'] as (Node | null)[]).map((value, index) => ({ name: index, value }))
      : node.type === 'ObjectExpression'
        ? (node['properties'] as Node[]).map(({ key, value }) => ({
            name: nameOf(key as Node | undefined),
            value: value as Node | undefined,
            key: key as Node | undefined,
          }))
        : [];
  for (const entry of entries) {
    const { name, value } = entry;
    if (name === undefined || !value) continue;
    const key = ('key' in entry && entry.key) || value;
    const own = [...path, name];
    const text = value.type === 'Literal' ? { text: String(value['value']) } : {};
    positions.add({ path: own, key: place(key.start), value: place(value.start), ...text });
    add(value, own, positions, place);
  }
}

const nameOf = (key: Node | undefined): string | undefined =>
  key?.type === 'Identifier'
    ? String(key['name'])
    : key?.type === 'Literal'
      ? String(key['value'])
      : undefined;
