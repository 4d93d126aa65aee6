/**
 * Which attributes stand in line, and which are only linked to: 72 % of a reference's bytes are
 * rows of attributes. Breadth first: every body and answer gets its top before any of them gets
 * what lies deeper. What has no name of its own, and so no section, is always in line.
 */
import type { Alternative, Choice, Schema } from '../schema-model.ts';
import type { RenderContext } from './context.ts';
import { hasContent, holderOf } from './holder.ts';
import { attributesSignature } from './same-schema.ts';

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
  /** Where its attributes are told, if not below it. */
  cut?: Cut;
}

/**
 * `recursive`: it lies within itself; `linked`: what it holds is told in a schema's section;
 * `same`: another row has the same attributes.
 */
export type Cut =
  | { kind: 'recursive' | 'linked'; schema: string | undefined }
  | ({ kind: 'same' } & ToldRow);

export interface ToldRow {
  /** Its name; left out where it is the same, in the alternative before. */
  row?: string;
  /** Key of the schema whose section has it, where that is another one. */
  schema?: string;
}

/** Names of the rows of one body or answer that have attributes, by what these are. */
type Told = Map<string, string>;

/** What surrounds a schema. */
interface Around {
  /** Keys of the schemas around it. */
  path: string[];
  /** The nearest named schema around it, which tells all. */
  within: string | undefined;
  told: Told;
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
/** Of alternatives together; more are linked to. */
const MAX_ALTERNATIVE_ROWS = 40;
/** Where references make up more rows than these, they go round in a way that no key tells. */
const MAX_ROWS = 2000;
/** Fewer attributes are told again sooner than referred to; in another section, fewer than these. */
const MIN_SAME = 4;
const MIN_SAME_ELSEWHERE = 12;

interface Pending extends Around {
  row: Row;
  /** Levels of rows above it. */
  level: number;
  direction: Direction;
}

export class RowPlanner {
  readonly #context: RenderContext;
  readonly #depth: number;
  #left: number;
  #count = 0;
  #pending: Pending[] = [];
  #direction: Direction = 'both';
  /** Key of the schema whose section is planned. */
  #own: string | undefined;

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
      this.#own = root.isOwn ? root.schema.name : undefined;
      return this.#rootPlan(root, { path: [], within: undefined, told: new Map() });
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
    around: Around,
  ): SchemaPlan {
    const { path, told } = around;
    const holder = holderOf(schema);
    const isNamed = !(isOwn && holder.key === schema.key) && this.#hasSection(holder);
    const count = this.#countOf(holder);
    const isTold = isNamed ? isBrief || count > this.#left : this.#isTold(around, count);
    const isLinked = path.includes(holder.key) || (isTold && count > 0);
    const plan: SchemaPlan = { holder, isLinked, rows: [], choices: [] };
    if (isLinked || path.length > MAX_DEPTH || this.#count > MAX_ROWS) return plan;
    const within = isNamed ? holder.name : around.within;
    this.#fill(holder, { into: plan.rows, prefix: '', path, level: 0, within, told });
    for (const choice of holder.choices()) {
      const isShort = !this.#fit(choice);
      plan.choices.push({
        choice,
        plans: choice.alternatives.map((one) =>
          this.#alternative(one, isShort, { path: [...path, holder.key], within, told }),
        ),
      });
    }
    return plan;
  }

  /** There is room for all alternatives, those with sections of their own too. */
  #fit({ alternatives }: Choice): boolean {
    const rows = alternatives.reduce((sum, one) => sum + this.#countOf(holderOf(one.schema)), 0);
    return this.#depth > 0 && rows <= Math.min(this.#left, MAX_ALTERNATIVE_ROWS);
  }

  /** @param isBrief named ones are linked to; what has no name is told here */
  #alternative({ schema }: Alternative, isBrief: boolean, around: Around): SchemaPlan | undefined {
    const holder = holderOf(schema);
    if (!hasContent(holder)) return undefined;
    return this.#rootPlan({ schema, isBrief }, around);
  }

  /** A section that is linked to tells it, and there is no room for it here. */
  #isTold = ({ within }: Pick<Around, 'within'>, count: number): boolean =>
    within !== undefined && count > this.#left;

  #fill(
    holder: Schema,
    at: Around & { into: Row[]; prefix: string; level: number; of?: string },
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
        told: at.told,
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

  #expand({ row, path, level, within, told, direction }: Pending): void {
    this.#direction = direction;
    const holder = holderOf(row.schema);
    if (!hasContent(holder)) return;
    const isNamed = this.#hasSection(holder);
    if (path.includes(holder.key)) {
      row.cut = { kind: 'recursive', schema: isNamed ? holder.name : undefined };
      return;
    }
    const isTooDeep = level > this.#depth || this.#countOf(holder) > this.#left;
    const isLow = within !== undefined && level > Math.min(1, this.#depth);
    if (isTooDeep && (isNamed || isLow)) {
      row.cut = { kind: 'linked', schema: isNamed ? holder.name : within };
      return;
    }
    if (level > MAX_DEPTH || this.#count > MAX_ROWS) {
      row.cut = { kind: 'linked', schema: within };
      return;
    }
    const same = this.#sameAs(row, holder, told);
    if (same) {
      row.cut = { kind: 'same', ...same };
      return;
    }
    const inner = {
      into: row.rows,
      prefix: `${row.name}.`,
      path,
      level,
      within: isNamed ? holder.name : within,
      told,
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

  /** A row that has the same attributes; else this one is kept for those to come. */
  #sameAs({ name }: Row, holder: Schema, told: Told): ToldRow | undefined {
    const count = holder.properties().length;
    if (count < MIN_SAME) return undefined;
    const key = attributesSignature(holder);
    const here = told.get(key);
    if (here !== undefined) return here === name ? {} : { row: here };
    told.set(key, name);
    if (this.#own === undefined || count < MIN_SAME_ELSEWHERE) return undefined;
    const elsewhere = this.#context.told?.get(key);
    if (!elsewhere) this.#context.told?.set(key, { row: name, schema: this.#own });
    return elsewhere;
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
