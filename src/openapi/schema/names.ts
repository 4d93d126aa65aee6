/** Which schemas have a name: those of the components, and those that lie in files of their own. */
import path from 'node:path';
import { entries, isInternal, isMap, keyOf, type Node } from '../files/description-file.ts';
import { pointerParts } from '../files/pointer.ts';
import { References } from '../files/references.ts';

export interface Named {
  name: string;
  node: Node;
}

export class SchemaNames {
  /** By the key of the schema's place. */
  readonly byKey = new Map<string, Named>();
  readonly #taken = new Set<string>();
  readonly #root: string;
  readonly #references: References;

  /** @param components `components/schemas` or `definitions` of the description */
  constructor(components: Node | undefined, root: string, references: References) {
    this.#root = root;
    this.#references = references;
    for (const [name, node] of entries(components)) this.#add(keyOf(node), name, node);
    this.#nameTargets([...this.byKey.values()]);
  }

  get all(): Named[] {
    return [...new Set(this.byKey.values())];
  }

  /** The key under which a place's schema has its name: a component's own. */
  keyOf(node: Node): string | undefined {
    const named = this.byKey.get(keyOf(node)) ?? this.#find(node);
    return named && !isInternal(named.node) ? keyOf(named.node) : undefined;
  }

  /** What is only a reference to a file gives that file its name: the nearest first. */
  #nameTargets(named: Named[]): void {
    const next: Named[] = [];
    for (const { name, node } of named.filter(({ node }) => isAlias(node))) {
      const target = this.#references.target(node);
      if (!target || this.byKey.has(keyOf(target))) continue;
      this.byKey.set(keyOf(target), this.byKey.get(keyOf(node))!);
      next.push({ name, node: target });
    }
    if (next.length) this.#nameTargets(next);
  }

  #find(node: Node): Named | undefined {
    const name = outsideName(node, this.#root);
    if (name === undefined || !isMap(node.value)) return undefined;
    // A file that only leads on to another is that other.
    if (isAlias(node)) {
      const target = this.#references.target(node);
      return target && keyOf(target) !== keyOf(node) ? this.byKey.get(keyOf(target)) : undefined;
    }
    return this.#add(keyOf(node), name, node);
  }

  #add(key: string, wanted: string, node: Node): Named {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}-${count}`;
    this.#taken.add(name);
    const named = { name, node };
    this.byKey.set(key, named);
    return named;
  }
}

/** Is it a reference and nothing besides? */
const isAlias = (node: Node): boolean =>
  References.of(node) !== undefined && Object.keys(node.value as object).length === 1;

/** What a schema outside the components is called: its key among other schemas, or its file. */
function outsideName({ file, pointer }: Node, root: string): string | undefined {
  const parts = pointerParts(pointer);
  const last = parts.at(-1);
  if (last !== undefined)
    return holders.has(parts.at(-2) ?? '') || isShelf(file.path, parts) ? last : undefined;
  if (file.name === root) return undefined;
  const base = path.basename(file.path).replace(/\.(?:ya?ml|json)$/i, '');
  // `pets/index.yaml`, `pets/_index.yml` are called by their folder.
  return /^_?index$/i.test(base) ? path.basename(path.dirname(file.path)) : base;
}

const holders = new Set(['schemas', 'definitions', '$defs', 'models']);

/** A file that holds nothing but schemas by name: `schemas.yaml#/Pet`. */
const isShelf = (file: string, parts: string[]): boolean =>
  parts.length === 1 &&
  /(?:schemas?|models?|definitions?|types?)(?:\.[^.]+)?$/i.test(path.basename(file));
