/**
 * Which attributes stand in line, and which are only linked to: 72 % of a reference's bytes are
 * rows of attributes. Breadth first: every body and answer gets its top before any of them gets
 * what lies deeper. What has no name of its own, and so no section, is always in line.
 */
import type { Alternative, Choice, Schema } from '../schema-model.ts';
import type { RenderContext } from './context.ts';

/**
 * Who reads the attributes: callers are told nothing of readOnly ones, readers of answers nothing
 * of writeOnly ones.
 */
export type Direction = 'request' | 'response' | 'both';

export interface Row {
  /** Dotted, from the top. */
  name: string;
  schema: Schema;
  required: boolean;
  /** The alternative that it belongs to, where it is not of all. */
  of?: string;
  rows: Row[];
  /** `recursive`: it lies within itself; `linked`: what it holds is told in a schema's section. */
  cut?: { kind: 'recursive' | 'linked'; schema: string | undefined };
}

export interface SchemaPlan {
  /** What is told: of a list, its items. */
  holder: Schema;
  /** Its section tells it all; nothing is in line. */
  isLinked: boolean;
  rows: Row[];
  choices: ChoicePlan[];
}

export interface ChoicePlan {
  choice: Choice;
  /** Attributes that an alternative has besides, if they are in line. */
  plans: (SchemaPlan | undefined)[];
}

export interface Root {
  schema: Schema;
  direction: Direction;
  /** Only linked to, if it can be: errors, which say the same everywhere. */
  isBrief?: boolean;
  /** Stands in its own section, which tells all. */
  isOwn?: boolean;
}

/** Unnamed ones in one another. */
const MAX_DEPTH = 8;
/** Where references make up more rows than these, they go round in a way that no key tells. */
const MAX_ROWS = 2000;

interface Pending {
  row: Row;
  path: string[];
  /** Levels of rows above it. */
  level: number;
  /** The nearest named schema around it, which tells all. */
  within: string | undefined;
  direction: Direction;
}

export class RowPlanner {
  readonly #context: RenderContext;
  readonly #depth: number;
  #left: number;
  #count = 0;
  #pending: Pending[] = [];
  #direction: Direction = 'both';

  /** @param rows that are still free for named schemas; @param depth of named schemas in line */
  constructor(context: RenderContext, rows: number, depth: number) {
    this.#context = context;
    this.#left = rows;
    this.#depth = depth;
  }

  /** @returns a plan for each root, in order */
  plan(roots: Root[]): SchemaPlan[] {
    const all = roots.map((root) => {
      this.#direction = root.direction;
      return this.#rootPlan(root, []);
    });
    // All tops are there: now a level at a time.
    for (let level = this.#pending; level.length > 0; level = this.#pending) {
      this.#pending = [];
      for (const pending of level) this.#expand(pending);
    }
    return all;
  }

  #rootPlan(
    { schema, isBrief = false, isOwn = false }: Omit<Root, 'direction'>,
    path: string[],
  ): SchemaPlan {
    const holder = holderOf(schema);
    const isNamed = !(isOwn && holder.key === schema.key) && this.#hasSection(holder);
    const count = this.#countOf(holder);
    const isLinked =
      path.includes(holder.key) || (isNamed && count > 0 && (isBrief || count > this.#left));
    const plan: SchemaPlan = { holder, isLinked, rows: [], choices: [] };
    if (isLinked || path.length > MAX_DEPTH || this.#count > MAX_ROWS) return plan;
    const within = isNamed ? holder.name : undefined;
    this.#fill(holder, { into: plan.rows, prefix: '', path, level: 0, within });
    for (const choice of holder.choices())
      plan.choices.push({
        choice,
        plans: choice.alternatives.map((one) => this.#alternative(one, [...path, holder.key])),
      });
    return plan;
  }

  /** Named ones are linked to; what has no name is told here. */
  #alternative({ schema }: Alternative, path: string[]): SchemaPlan | undefined {
    const holder = holderOf(schema);
    if (!hasContent(holder)) return undefined;
    return this.#rootPlan({ schema, isBrief: true }, path);
  }

  #fill(
    holder: Schema,
    at: {
      into: Row[];
      prefix: string;
      path: string[];
      level: number;
      within: string | undefined;
      of?: string;
    },
  ): void {
    const path = [...at.path, holder.key];
    const add = (name: string, schema: Schema, required: boolean): void => {
      const row: Row = {
        name: at.prefix + name,
        schema,
        required,
        rows: [],
        ...(at.of && { of: at.of }),
      };
      at.into.push(row);
      this.#left--;
      this.#count++;
      this.#pending.push({
        row,
        path,
        level: at.level + 1,
        within: at.within,
        direction: this.#direction,
      });
    };
    const shown = holder.properties().filter(({ schema }) => this.#isShown(schema));
    // Callers look for what they must send.
    const isSent = this.#direction === 'request';
    const first = isSent ? shown.filter(({ required }) => required) : shown;
    const rest = isSent ? shown.filter(({ required }) => !required) : [];
    for (const { name, required, schema } of [...first, ...rest]) add(name, schema, required);
    for (const { pattern, schema } of holder.patternProperties()) add(pattern, schema, false);
    const additional = holder.additional();
    if (
      typeof additional === 'object' &&
      (holder.properties().length > 0 ||
        hasContent(holderOf(additional)) ||
        additional.description !== '')
    )
      add('{key}', additional, false);
  }

  #expand({ row, path, level, within, direction }: Pending): void {
    this.#direction = direction;
    const holder = holderOf(row.schema);
    if (!hasContent(holder)) return;
    const isNamed = this.#hasSection(holder);
    if (path.includes(holder.key)) {
      row.cut = { kind: 'recursive', schema: isNamed ? holder.name : undefined };
      return;
    }
    const count = this.#countOf(holder);
    const isTooDeep = level > this.#depth || count > this.#left;
    if (isNamed ? isTooDeep : within !== undefined && isTooDeep && level > 1) {
      row.cut = { kind: 'linked', schema: isNamed ? holder.name : within };
      return;
    }
    if (level > MAX_DEPTH || this.#count > MAX_ROWS) {
      row.cut = { kind: 'linked', schema: within };
      return;
    }
    const inner = {
      into: row.rows,
      prefix: `${row.name}.`,
      path,
      level,
      within: isNamed ? holder.name : within,
    };
    this.#fill(holder, inner);
    for (const { alternatives } of holder.choices())
      for (const [index, { schema, label }] of alternatives.entries()) {
        const other = holderOf(schema);
        if (!this.#hasSection(other) && !path.includes(other.key))
          this.#fill(other, {
            ...inner,
            path: [...path, holder.key],
            of: label ?? `alternative ${index + 1}`,
          });
      }
  }

  #hasSection = (schema: Schema): boolean =>
    schema.name !== undefined && this.#context.schemas.has(schema.name);

  #isShown({ readOnly, writeOnly }: Schema): boolean {
    return (
      !(this.#direction === 'request' && readOnly) && !(this.#direction === 'response' && writeOnly)
    );
  }

  #countOf = (holder: Schema): number =>
    holder.properties().length +
    holder.choices().reduce((sum, { alternatives }) => sum + alternatives.length, 0);
}

/** What a list is made of: that is what has attributes. Keys of a map are a row `{key}`. */
export function holderOf(schema: Schema): Schema {
  let holder = schema;
  const seen = new Set<string>();
  while (
    holder.properties().length === 0 &&
    holder.choices().length === 0 &&
    !seen.has(holder.key)
  ) {
    seen.add(holder.key);
    const items = holder.items();
    if (!items) break;
    holder = items;
  }
  return holder;
}

export function hasContent(schema: Schema): boolean {
  if (schema.properties().length > 0 || schema.patternProperties().length > 0) return true;
  const additional = schema.additional();
  // A map of plain values is said by its type.
  if (typeof additional === 'object' && (hasOwn(additional) || additional.description !== ''))
    return true;
  return schema
    .choices()
    .some(({ alternatives }) => alternatives.some((one) => hasOwn(one.schema)));
}

const hasOwn = (schema: Schema): boolean => {
  const holder = holderOf(schema);
  return (
    holder.properties().length > 0 ||
    holder.choices().length > 0 ||
    typeof holder.additional() === 'object'
  );
};
