/** A schema as `model.ts` describes it, read off its flat form. */
import type { ExternalDocs } from '../model.ts';
import type { Alternative, Choice, Discriminator, Property, Schema, Xml } from '../schema-model.ts';
import {
  entries,
  isInternal,
  isMap,
  isTrue,
  items,
  keyOf,
  type Node,
  text,
} from '../files/description-file.ts';
import { References } from '../files/references.ts';
import { annotatedEnum, enumDescriptions } from './enums.ts';
import { type Flat, flatten, type SchemaContext } from './flat.ts';
import { CONSTRAINT_WORDS } from './keywords.ts';
import { discriminatorValues } from './discriminator.ts';
import { typesOf } from './types.ts';

/** Schemas that a reader sees only where they are not the plain case; each with its keyword. */
const otherWords = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'contentSchema',
];

/**
 * @param nodes one schema, or several that all hold
 * @returns its view: of a place that was seen before the same one, since named schemas are referred to often
 */
export function viewOf(nodes: Node[], context: SchemaContext): Schema {
  const view = (): Schema => new SchemaView(flatten(nodes, context), context);
  if (nodes.length > 1) return view();
  const { value } = nodes[0]!;
  const key = keyOf(nodes[0]!);
  const known = context.views.get(key);
  // A value may be made for the place of another (`closed`).
  if (known && known.value === value) return known.schema;
  const schema = view();
  context.views.set(key, { value, schema });
  return schema;
}

export class SchemaView implements Schema {
  readonly #flat: Flat;
  readonly #context: SchemaContext;
  readonly #annotated: ReturnType<typeof annotatedEnum>;
  #properties: Property[] | undefined;
  #items: { schema: Schema | undefined } | undefined;
  #choices: Choice[] | undefined;
  #additional: { schema: Schema | boolean | undefined } | undefined;

  constructor(flat: Flat, context: SchemaContext) {
    this.#flat = flat;
    this.#context = context;
    this.#annotated = annotatedEnum(flat, context);
  }

  get key(): string {
    return this.#flat.key;
  }
  get name(): string | undefined {
    return this.#flat.name;
  }
  get bases(): readonly string[] {
    return this.#flat.bases;
  }
  get types(): readonly string[] {
    return typesOf(this.#flat, this.enum);
  }
  get never(): boolean {
    return this.#flat.never;
  }
  get title(): string {
    return this.#text('title');
  }
  get description(): string {
    return this.#text('description');
  }
  get format(): string {
    return this.#text('format');
  }
  get deprecated(): boolean {
    return this.#is('deprecated');
  }
  get readOnly(): boolean {
    return this.#is('readOnly');
  }
  get writeOnly(): boolean {
    return this.#is('writeOnly');
  }
  get internal(): boolean {
    return this.#is('x-internal');
  }

  get nullable(): boolean {
    const type = this.#value('type');
    return this.#flat.nullable || type === 'null' || (Array.isArray(type) && type.includes('null'));
  }

  get required(): readonly string[] {
    return [...this.#flat.required];
  }

  get enum(): readonly unknown[] | undefined {
    const values = this.#value('enum');
    if (Array.isArray(values)) return values;
    return this.#annotated?.values;
  }

  get enumDescriptions(): ReadonlyMap<string, string> {
    return this.#annotated?.descriptions ?? enumDescriptions(this.#flat.words, this.enum ?? []);
  }

  get const(): { value: unknown } | undefined {
    return this.#boxed('const');
  }
  get default(): { value: unknown } | undefined {
    return this.#boxed('default');
  }

  get examples(): readonly unknown[] {
    const list = this.#value('examples');
    const single = this.#boxed('example') ?? this.#boxed('x-example');
    return single ? [single.value] : Array.isArray(list) ? list : [];
  }

  get constraints(): readonly (readonly [string, unknown])[] {
    return CONSTRAINT_WORDS.flatMap((word) => {
      const found = this.#flat.words.get(word);
      return found && found.value !== undefined && found.value !== false
        ? [[word, found.value] as const]
        : [];
    });
  }

  get discriminator(): Discriminator | undefined {
    const node = this.#flat.words.get('discriminator');
    if (typeof node?.value === 'string') return { property: node.value };
    const property = text(node, 'propertyName');
    return property ? { property } : undefined;
  }

  get xml(): Xml | undefined {
    const node = this.#flat.words.get('xml');
    if (!node || !isMap(node.value)) return undefined;
    const [name, namespace, prefix] = ['name', 'namespace', 'prefix'].map((key) => text(node, key));
    const nodeType = text(node, 'nodeType');
    return {
      ...(name && { name }),
      ...(namespace && { namespace }),
      ...(prefix && { prefix }),
      attribute: isTrue(node, 'attribute') || nodeType === 'attribute',
      wrapped: isTrue(node, 'wrapped') || nodeType === 'element',
    };
  }

  get externalDocs(): ExternalDocs | undefined {
    const node = this.#flat.words.get('externalDocs');
    const url = text(node, 'url');
    return url ? { url, description: text(node, 'description') } : undefined;
  }

  properties(): Property[] {
    return (this.#properties ??= this.#allProperties());
  }

  #allProperties(): Property[] {
    const all: Property[] = [];
    for (const [name, nodes] of this.#flat.properties) {
      if (nodes.some(isInternal)) continue;
      const schema = viewOf(nodes, this.#context);
      const shown = schema.internal ? viewOf([closed(nodes[0]!, schema)], this.#context) : schema;
      all.push({ name, required: this.#flat.required.has(name), schema: shown });
    }
    return all;
  }

  items(): Schema | undefined {
    const node = this.#flat.words.get('items');
    const isOne = node && !Array.isArray(node.value) && node.value !== true;
    return (this.#items ??= { schema: isOne ? this.#view(node) : undefined }).schema;
  }

  prefixItems(): Schema[] {
    // Up to draft 2019 a list of schemas in `items` said the same.
    const node = this.#flat.words.get('prefixItems') ?? this.#flat.words.get('items');
    return items(node).map((item) => this.#view(item));
  }

  additional(): Schema | boolean | undefined {
    return (this.#additional ??= { schema: this.#additionalSchema() }).schema;
  }

  #additionalSchema(): Schema | boolean | undefined {
    const node = this.#flat.words.get('additionalProperties');
    if (!node) return undefined;
    if (typeof node.value === 'boolean') return node.value;
    return isMap(node.value) && Object.keys(node.value).length > 0 ? this.#view(node) : true;
  }

  patternProperties(): { pattern: string; schema: Schema }[] {
    return entries(this.#flat.words.get('patternProperties')).map(([pattern, node]) => ({
      pattern,
      schema: this.#view(node),
    }));
  }

  choices(): Choice[] {
    return (this.#choices ??= this.#allChoices());
  }

  #allChoices(): Choice[] {
    if (this.#annotated) return [];
    const groups = this.#flat.choices.map(({ kind, schemas }) => ({
      kind,
      alternatives: this.#alternatives(schemas),
    }));
    if (groups.length > 0 || this.discriminator === undefined) return groups;
    const subtypes = this.#context.subtypes.get(this.#flat.key) ?? [];
    return subtypes.length > 0
      ? [{ kind: 'oneOf', alternatives: this.#alternatives(subtypes) }]
      : [];
  }

  others(): { keyword: string; schema: Schema }[] {
    const found = otherWords.flatMap((keyword) => {
      const node = this.#flat.words.get(keyword);
      return node && isMap(node.value) ? [{ keyword, schema: this.#view(node) }] : [];
    });
    for (const [name, node] of entries(this.#flat.words.get('dependentSchemas')))
      found.push({ keyword: `with ${name}`, schema: this.#view(node) });
    return found;
  }

  #alternatives(nodes: Node[]): Alternative[] {
    return nodes
      .map((node) => {
        const target =
          References.of(node) === undefined && this.#context.names.byKey.has(keyOf(node));
        const schema = this.#view(target ? asReference(node) : node);
        const named =
          schema.name === undefined ? undefined : this.#context.names.byKey.get(schema.name);
        const label = named?.name ?? (schema.title || undefined);
        const values = discriminatorValues(this.#flat.words.get('discriminator'), named?.name);
        return { ...(label && { label }), schema, values };
      })
      .filter(({ schema }) => !schema.internal);
  }

  #view(node: Node): Schema {
    return viewOf([node], this.#context);
  }

  #value(word: string): unknown {
    return this.#flat.words.get(word)?.value;
  }

  #boxed(word: string): { value: unknown } | undefined {
    const node = this.#flat.words.get(word);
    return node && node.value !== undefined ? { value: node.value } : undefined;
  }

  #text(word: string): string {
    const value = this.#value(word);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  #is(word: string): boolean {
    return this.#value(word) === true;
  }
}

/** The type of what refers to an internal schema: the attribute is not internal, what it holds is. */
const closed = (node: Node, { types }: Schema): Node => ({ ...node, value: { type: [...types] } });

/** A component as if it were referred to, so that it is known by its name. */
const asReference = (node: Node): Node => ({
  ...node,
  value: { $ref: `#${encodeURI(node.pointer)}` },
  pointer: `${node.pointer}/$ref`,
});

/** A named schema, known by its name. */
export const namedView = (node: Node, context: SchemaContext): Schema =>
  viewOf([asReference(node)], context);
