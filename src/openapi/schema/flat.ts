/**
 * A schema made flat: references followed, `allOf` merged one level, alternatives with null told
 * apart.
 */
import { field, isMap, items, keyOf, type Node, textItems } from '../files/description-file.ts';
import type { Findings } from '../files/findings.ts';
import { MAX_ALL_OF, MAX_NAMED_ALL_OF } from '../files/limits.ts';
import { References } from '../files/references.ts';
import { ANNOTATIONS, isAnnotation } from './keywords.ts';
import type { Schema } from '../schema-model.ts';
import type { SchemaNames } from './names.ts';

/** What reading schemas needs of the description. */
export interface SchemaContext {
  references: References;
  names: SchemaNames;
  findings: Findings;
  /** Keys of named schemas that are an `allOf` of a named one: subtypes. */
  subtypes: ReadonlyMap<string, Node[]>;
  /** Views made so far, by the key of their place (`view.ts`). */
  views: Map<string, { value: unknown; schema: Schema }>;
}

export interface Flat {
  key: string;
  /** Key of the named schema that this is. */
  name?: string;
  bases: string[];
  words: Map<string, Node>;
  /** A property that several parts speak of has several schemas. */
  properties: Map<string, Node[]>;
  required: Set<string>;
  choices: { kind: 'oneOf' | 'anyOf'; schemas: Node[] }[];
  nullable: boolean;
  never: boolean;
}

/**
 * Words of a part that are not the whole's, where the part is one of several and has a name of its
 * own.
 */
const ofPartOnly = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'discriminator',
  'externalDocs',
  'xml',
  'deprecated',
]);

export const emptyFlat = (key: string): Flat => ({
  key,
  bases: [],
  words: new Map(),
  properties: new Map(),
  required: new Set(),
  choices: [],
  nullable: false,
  never: false,
});

/** @param nodes schemas that all hold: one, or what several parts say of one property */
export function flatten(nodes: Node[], context: SchemaContext): Flat {
  const flat = emptyFlat(keyOf(nodes.at(-1)!));
  for (const node of nodes)
    new Flattener(flat, context).add(node, { isWhole: true, isPart: false, depth: 0 });
  return flat;
}

interface Way {
  /** What is added is the schema itself, not one of several parts of it. */
  isWhole: boolean;
  /** Is a named part of several. */
  isPart: boolean;
  depth: number;
}

class Flattener {
  readonly #flat: Flat;
  readonly #context: SchemaContext;
  /** What is being added: a reference back to it is a circle. */
  readonly #path = new Set<string>();
  /** What has been added: a second time it says nothing new. */
  readonly #seen = new Set<string>();

  constructor(flat: Flat, context: SchemaContext) {
    this.#flat = flat;
    this.#context = context;
  }

  add(node: Node, way: Way): void {
    const { value } = node;
    if (value === false) this.#flat.never = true;
    if (!isMap(value)) return;
    if (way.depth > MAX_ALL_OF) {
      this.#context.findings.at(node, {
        kind: 'openapi-shape',
        severity: 'warning',
        message: 'schemas are put together too deeply here; what lies deeper is left out',
        hint: 'flatten the allOf',
      });
      return;
    }
    const key = keyOf(node);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#path.add(key);
    if (References.of(node) !== undefined) {
      const extended = Object.keys(value).some((word) => !isAnnotation(word));
      this.#reference(node, way, extended);
    }
    this.#parts(node, way);
    this.#alternatives(node, way);
    this.#own(node, way);
    this.#path.delete(key);
  }

  #reference(node: Node, way: Way, extended: boolean): void {
    const target = this.#context.references.target(node);
    if (!target) {
      if (way.isWhole) this.#lost(node);
      return;
    }
    if (this.#path.has(keyOf(target))) this.#context.references.cycle(node);
    this.#referred(target, way, extended);
  }

  /** Nothing of it can be shown but what it was called. */
  #lost(node: Node): void {
    const last = References.of(node)!
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '');
    if (!this.#flat.words.has('title')) this.#flat.words.set('title', { ...node, value: last });
  }

  #referred(target: Node, way: Way, extended: boolean): void {
    const name = this.#context.names.keyOf(target);
    const isWhole = way.isWhole && !extended;
    if (isWhole) {
      this.#flat.name ??= name;
      this.#flat.key = this.#flat.name ?? keyOf(target);
    } else if (name !== undefined && !this.#flat.bases.includes(name) && name !== this.#flat.name)
      this.#flat.bases.push(name);
    // What is merged from still further away is told by the sections that are linked to.
    if (name !== undefined && !isWhole && way.depth > MAX_NAMED_ALL_OF) return;
    this.add(target, { isWhole, isPart: way.isPart || !isWhole, depth: way.depth + 1 });
  }

  #parts(node: Node, way: Way): void {
    const parts = items(field(node, 'allOf'));
    if (parts.length === 0) return;
    // `allOf: [{$ref}]` beside a description is how 3.0 describes a reference.
    const others = Object.keys(node.value as object).filter(
      (word) => word !== 'allOf' && !isAnnotation(word),
    );
    const isOnly =
      parts.filter(({ value }) => !isEmpty(value)).length === 1 &&
      others.every((word) => word === 'type');
    for (const part of parts) {
      const isNamed = References.of(part) !== undefined;
      this.add(part, {
        isWhole: way.isWhole && isOnly,
        isPart: way.isPart || (isNamed && !isOnly),
        depth: way.depth + 1,
      });
    }
  }

  #alternatives(node: Node, way: Way): void {
    for (const kind of ['oneOf', 'anyOf'] as const) {
      const all = items(field(node, kind));
      if (all.length === 0) continue;
      const schemas = all.filter((schema) => !this.#isNull(schema));
      if (schemas.length < all.length) this.#flat.nullable = true;
      const [only] = schemas;
      if (this.#isBaseOfThis(schemas, way)) continue;
      if (schemas.length === 1 && only) {
        const others = Object.keys(node.value as object).filter(
          (word) => word !== kind && !isAnnotation(word),
        );
        const isWhole =
          way.isWhole && others.every((word) => word === 'type' || word === 'discriminator');
        this.add(only, { isWhole, isPart: way.isPart, depth: way.depth + 1 });
      } else if (schemas.length > 1) this.#flat.choices.push({ kind, schemas });
    }
  }

  /**
   * `Pet` is one of `Cat` and `Dog`, and `Cat` is all of `Pet`: within `Cat` it is no question any
   * more.
   */
  #isBaseOfThis(schemas: Node[], way: Way): boolean {
    if (!way.isPart || this.#path.size < 2) return false;
    return schemas.some((schema) => {
      const target =
        References.of(schema) === undefined ? undefined : this.#context.references.target(schema);
      return (
        target !== undefined && (this.#path.has(keyOf(target)) || keyOf(target) === this.#flat.key)
      );
    });
  }

  #isNull(schema: Node): boolean {
    const node =
      References.of(schema) === undefined ? schema : this.#context.references.follow(schema);
    if (!node || !isMap(node.value)) return false;
    const { type, enum: values } = node.value;
    const isOnlyNull =
      Array.isArray(values) && values.length > 0 && values.every((value) => value === null);
    return (
      type === 'null' ||
      (Array.isArray(type) && type.length === 1 && type[0] === 'null') ||
      isOnlyNull ||
      (Object.hasOwn(node.value, 'const') && node.value['const'] === null)
    );
  }

  #own(node: Node, way: Way): void {
    const { words, properties, required } = this.#flat;
    for (const keyword of Object.keys(node.value as object)) {
      const inner = field(node, keyword)!;
      if (keyword === 'properties' && isMap(inner.value)) {
        for (const name of Object.keys(inner.value)) {
          const known = properties.get(name);
          const property = field(inner, name)!;
          if (known) known.push(property);
          else properties.set(name, [property]);
        }
      } else if (keyword === 'required') {
        for (const name of textItems(inner)) required.add(name);
      } else if (keyword === 'nullable' || keyword === 'x-nullable') {
        if (inner.value === true) this.#flat.nullable = true;
        else if (inner.value === false && way.isWhole) this.#flat.nullable = false;
      } else if (!structural.has(keyword) && !(way.isPart && ofPartOnly.has(keyword)))
        words.set(keyword, inner);
    }
  }
}

const structural = new Set(['allOf', 'oneOf', 'anyOf', '$ref', '$dynamicRef']);

const isEmpty = (value: unknown): boolean =>
  isMap(value) && Object.keys(value).every((word) => ANNOTATIONS.has(word) && word !== '$ref');
