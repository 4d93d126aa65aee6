/** A schema as it is shown: part of the model. */
import type { ExternalDocs } from './model.ts';

/** The types of JSON, without null, and what else a description writes there (`file`). */
export type TypeName = string;

/**
 * One schema as it is to be shown: references followed, `allOf` merged, null told apart. What lies
 * in it is a view again, made when it is asked for, so that recursion is no matter until someone
 * follows it.
 */
export interface Schema {
  /**
   * Same for every view of the same place of a description: recursion is a key that is met again on
   * one's own path.
   */
  readonly key: string;
  /** Key of the named schema that this is. */
  readonly name?: string;
  /** Keys of named schemas that are merged into this one (`allOf`), for links. */
  readonly bases: readonly string[];
  readonly types: readonly TypeName[];
  readonly nullable: boolean;
  /** The schema `false`: nothing is valid. */
  readonly never: boolean;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly internal: boolean;
  /** Names of `required`, whether they are among the properties or not. */
  readonly required: readonly string[];
  /** Values of `enum`; undefined: none given. */
  readonly enum?: readonly unknown[];
  /** Description of an enum's value, by the value as text. */
  readonly enumDescriptions: ReadonlyMap<string, string>;
  readonly const?: { value: unknown };
  readonly default?: { value: unknown };
  readonly examples: readonly unknown[];
  /** Keyword and value, in the order of the standard: `minimum`, `pattern`, `uniqueItems` … */
  readonly constraints: readonly (readonly [keyword: string, value: unknown])[];
  readonly discriminator?: Discriminator;
  readonly xml?: Xml;
  readonly externalDocs?: ExternalDocs;

  properties(): Property[];
  /** Of a list; undefined where nothing is said of them. */
  items(): Schema | undefined;
  prefixItems(): Schema[];
  /** Values of other keys: a schema, or whether they are allowed; undefined: nothing said. */
  additional(): Schema | boolean | undefined;
  patternProperties(): { pattern: string; schema: Schema }[];
  /**
   * Groups of alternatives: each `oneOf` or `anyOf`, and subtypes that are found by their
   * discriminator only.
   */
  choices(): Choice[];
  /**
   * `not`, `if` with `then` and `else`, `contains`, `propertyNames`, `dependentSchemas` …, each
   * with its keyword.
   */
  others(): { keyword: string; schema: Schema }[];
}

export interface Property {
  name: string;
  required: boolean;
  schema: Schema;
}

export interface Choice {
  kind: 'oneOf' | 'anyOf';
  alternatives: Alternative[];
}

export interface Alternative {
  /** The schema's name, its title, or undefined. */
  label?: string;
  schema: Schema;
  /** Values of the discriminator that choose it. */
  values: string[];
}

export interface Discriminator {
  property: string;
}

export interface Xml {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute: boolean;
  wrapped: boolean;
}
