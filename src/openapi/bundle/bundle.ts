/** A description as one file, without what is internal: what readers may download. */
import { dump } from 'js-yaml';
import {
  entries,
  field,
  isInternal,
  isMap,
  items,
  keyOf,
  type Node,
} from '../files/description-file.ts';
import { escapePointer } from '../files/pointer.ts';
import { References } from '../files/references.ts';
import type { SchemaNames } from '../schema/names.ts';

export interface BundleContext {
  root: Node;
  isTwo: boolean;
  references: References;
  names: SchemaNames;
}

/** Characters of JSON from which on it is written without white space, which would be half of it. */
const MAX_LAID_OUT = 2_000_000;

/**
 * @returns the text, as YAML or JSON like the description itself; undefined where its file can be
 *   offered as it is: it is the only one, nothing of it is internal, and it is no large JSON
 */
export function bundleText(context: BundleContext, isOverlaid: boolean): string | undefined {
  const isJson = context.root.file.name.endsWith('.json');
  const bundler = new Bundler(context);
  // What needs no change is not copied to find that out.
  const isAsItIs = !isOverlaid && isWhole(context.root.value);
  const value = isAsItIs ? context.root.value : bundler.whole();
  const short = isJson ? `${JSON.stringify(value)}\n` : '';
  if (short.length > MAX_LAID_OUT) return short;
  if (!isOverlaid && !bundler.isChanged) return undefined;
  return isJson ? `${JSON.stringify(value, null, 2)}\n` : dump(value, { lineWidth: 100 });
}

/** Whether a description refers to no other file, and holds nothing that is internal. */
function isWhole(value: unknown): boolean {
  // A value that many aliases stand for is looked at once.
  const seen = new Set<object>();
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (!Array.isArray(next)) {
      const { $ref } = next as { $ref?: unknown };
      if ('x-internal' in next || (typeof $ref === 'string' && !$ref.startsWith('#'))) return false;
    }
    for (const inner of Object.values(next)) open.push(inner);
  }
  return true;
}

class Bundler {
  /** Something was left out, or taken from another file. */
  isChanged = false;
  readonly #context: BundleContext;

  constructor(context: BundleContext) {
    this.#context = context;
  }

  whole(): Record<string, unknown> {
    const { root, isTwo, names } = this.#context;
    const value = (this.#copy(root, []) ?? {}) as Record<string, unknown>;
    const schemas = names.all.flatMap(({ name, node }): [string, unknown][] => {
      const isAlias = References.of(node) !== undefined && node.file === root.file;
      const target = isAlias ? this.#context.references.peek(node) : node;
      const own = target && target.file !== root.file ? target : node;
      const copy = this.#copy(own, [keyOf(own)]);
      return copy === undefined ? [] : [[name, copy]];
    });
    if (schemas.length === 0) return value;
    if (isTwo) return { ...value, definitions: Object.fromEntries(schemas) };
    const components = isMap(value['components']) ? value['components'] : {};
    return { ...value, components: { ...components, schemas: Object.fromEntries(schemas) } };
  }

  /** @param path keys of values that are being copied: what lies in itself is left empty */
  #copy(node: Node, path: readonly string[]): unknown {
    if (Array.isArray(node.value))
      return items(node)
        .map((item) => this.#copy(item, path))
        .filter((item) => item !== undefined);
    if (!isMap(node.value)) return node.value;
    if (isInternal(node)) {
      this.isChanged = true;
      return undefined;
    }
    if (References.of(node) !== undefined) return this.#referred(node, path);
    return this.#fields(node, path);
  }

  #fields(node: Node, path: readonly string[]): Record<string, unknown> {
    const copies = entries(node).map(([key, inner]) => [key, this.#copy(inner, path)] as const);
    return Object.fromEntries(copies.filter(([, value]) => value !== undefined));
  }

  #referred(node: Node, path: readonly string[]): unknown {
    const { references, names, root, isTwo } = this.#context;
    const target = references.peek({ ...node, value: { $ref: field(node, '$ref')?.value } });
    if (!target) return node.value;
    if (isInternal(target)) {
      this.isChanged = true;
      return undefined;
    }
    if (target.file === root.file && node.file === root.file) return this.#fields(node, path);
    this.isChanged = true;
    const { $ref: _, ...beside } = this.#fields(node, path);
    const near = references.peekTarget(node);
    const named = names.byKey.get(keyOf(near ?? target)) ?? names.byKey.get(keyOf(target));
    if (named) {
      const holder = isTwo ? 'definitions' : 'components/schemas';
      return { $ref: `#/${holder}/${escapePointer(named.name)}`, ...beside };
    }
    if (path.includes(keyOf(target))) return beside;
    const copy = this.#copy(target, [...path, keyOf(target)]);
    return isMap(copy) ? { ...copy, ...beside } : copy;
  }
}
