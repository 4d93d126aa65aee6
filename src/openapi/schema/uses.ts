/**
 * Which named schemas parts of a description need: for chapters, and to tell whether a part has
 * changed.
 */
import type { Operation } from '../model.ts';
import { entries, field, isMap, items, keyOf, type Node } from '../files/description-file.ts';
import { References } from '../files/references.ts';
import type { SchemaContext } from './flat.ts';
import { LIST_WORDS, MAP_WORDS, SCHEMA_WORDS } from './keywords.ts';

export interface UsingOperation {
  operation: Operation;
  /** Its path item, whose parameters are its own too. */
  item: Node;
  node: Node;
}

interface Part {
  /** Keys of named schemas that it refers to itself. */
  schemas: Set<string>;
  /** Values that it is made of, those that it refers to among them, but no named schema. */
  values: unknown[];
}

/** Hold examples and the like: a `$ref` in them refers to nothing. */
const passed = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'value',
  'dataValue',
  'scopes',
  'security',
  'tags',
]);

/** Maps whose keys are names: `default` is then an answer, `x-page` a header. */
const nameMaps = new Set(['responses', 'headers', 'content', 'callbacks', 'encoding', 'links']);

/** What is walked. */
interface Step {
  node: Node;
  is: 'schema' | 'names' | 'other';
}

export class Uses {
  readonly #context: SchemaContext;
  readonly #operations = new Map<Operation, Part>();
  readonly #schemas = new Map<string, Part>();

  /**
   * Walks all that can be reached, and so finds the named schemas that lie in files of their own.
   * @param inherited what the description says of every operation
   */
  constructor(
    context: SchemaContext,
    operations: readonly UsingOperation[],
    inherited: readonly Node[] = [],
  ) {
    this.#context = context;
    const told = inherited.map(({ value }) => value);
    for (const { operation, item, node } of operations) {
      const parameters = field(item, 'parameters');
      const part = this.#partOf(parameters ? [parameters, node] : [node]);
      part.values.push(...told);
      this.#operations.set(operation, part);
    }
    // The list grows while it is walked.
    for (const { node } of context.names.all) this.#visit(keyOf(node), node);
    for (let count = -1; count !== context.names.byKey.size; ) {
      count = context.names.byKey.size;
      for (const { node } of context.names.all) this.#visit(keyOf(node), node);
    }
  }

  /**
   * What an operation or a named schema is made of, as values of the description: equal values,
   * equal output.
   */
  valuesOf(part: Operation | string): unknown[] {
    return this.#of(part)?.values ?? [];
  }

  /** Keys of the named schemas that an operation or a named schema refers to itself. */
  schemasOf(part: Operation | string): Iterable<string> {
    return this.#of(part)?.schemas ?? [];
  }

  #of = (part: Operation | string): Part | undefined =>
    typeof part === 'string' ? this.#schemas.get(part) : this.#operations.get(part);

  #visit(key: string, node: Node): void {
    if (this.#schemas.has(key)) return;
    const part: Part = { schemas: new Set(), values: [] };
    this.#schemas.set(key, part);
    this.#walk([{ node, is: 'schema' }], part, key);
    // Its subtypes are told with it.
    for (const subtype of this.#context.subtypes.get(key) ?? []) part.schemas.add(keyOf(subtype));
  }

  #partOf(nodes: Node[]): Part {
    const part: Part = { schemas: new Set(), values: [] };
    this.#walk(
      nodes.map((node) => ({ node, is: 'other' as const })),
      part,
    );
    return part;
  }

  /**
   * @param own key of the schema that is walked: what only refers to the file that it stands for is
   *   that file
   */
  #walk(todo: Step[], part: Part, own?: string): void {
    const { references, names } = this.#context;
    const seen = new Set<unknown>();
    part.values.push(...todo.map(({ node }) => node.value));
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { node, is } = next;
      if (typeof node.value !== 'object' || node.value === null || seen.has(node.value)) continue;
      seen.add(node.value);
      if (References.of(node) !== undefined) {
        const target = references.target(node);
        const name = target && is === 'schema' ? names.keyOf(target) : undefined;
        if (name !== undefined && name !== own) part.schemas.add(name);
        else if (target && !seen.has(target.value)) {
          part.values.push(target.value);
          todo.push({ node: target, is });
        }
      }
      todo.push(...(is === 'schema' ? inSchema(node) : inOther(node, is === 'names')));
    }
  }
}

function* inSchema(node: Node): Generator<Step> {
  for (const word of SCHEMA_WORDS) {
    const inner = field(node, word);
    if (!inner) continue;
    yield { node: inner, is: 'schema' };
    for (const item of items(inner)) yield { node: item, is: 'schema' };
  }
  for (const word of LIST_WORDS)
    for (const item of items(field(node, word))) yield { node: item, is: 'schema' };
  for (const word of MAP_WORDS)
    for (const [, inner] of entries(field(node, word))) yield { node: inner, is: 'schema' };
}

function* inOther(node: Node, areNames: boolean): Generator<Step> {
  if (!isMap(node.value)) {
    for (const item of items(node)) yield { node: item, is: 'other' };
    return;
  }
  for (const [key, inner] of entries(node))
    if (areNames) yield { node: inner, is: 'other' };
    else if (key === 'schema' || key === 'itemSchema') yield { node: inner, is: 'schema' };
    else if (!passed.has(key) && !key.startsWith('x-'))
      yield { node: inner, is: nameMaps.has(key) ? 'names' : 'other' };
}
