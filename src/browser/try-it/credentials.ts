/**
 * Keys, passwords and tokens: typed once a site and origin. They live in memory; in the tab's
 * storage only if the reader says so. No URL of the page, no log and no sample holds them.
 */
import type { TryItParameter, TryItScheme } from '../../shared/request/try-it.ts';
import { element } from './element.ts';
import { formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

const STORE = 'phyllite-credentials';

export class Credentials {
  #typed = new Map<string, string>();
  keep = false;

  constructor() {
    try {
      this.#typed = new Map(JSON.parse(sessionStorage.getItem(STORE)!));
      this.keep = this.#typed.size > 0;
    } catch {
      // Nothing is kept, or a browser refuses storage: memory is enough.
    }
  }

  get = (key: string): string => this.#typed.get(key) ?? '';

  set(key: string, value: string): void {
    this.#typed.set(key, value);
    this.save();
  }

  save(): void {
    try {
      if (this.keep) sessionStorage.setItem(STORE, JSON.stringify([...this.#typed]));
      else sessionStorage.removeItem(STORE);
    } catch {
      // The same.
    }
  }
}

/** A parameter that a request carries, with its value. */
export type Secret = readonly [TryItParameter, text: string];

export interface SchemeFields {
  rows: HTMLElement[];
  fields: FormField[];
  /** What the chosen schemes add to a request. */
  read(): Secret[];
}

/** @returns base64 of the text's UTF-8, as `Basic` has it (RFC 7617) */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const authorization = (value: string): Secret => [
  { in: 'header', name: 'Authorization', join: ['', '{v}', ''], encode: 'header' },
  value,
];

/** @param origin that they are typed for */
export function schemeFields(
  schemes: readonly TryItScheme[],
  origin: string,
  kept: Credentials,
  say: Say,
): SchemeFields {
  const fields: FormField[] = [];
  const remarks: HTMLElement[] = [];
  const secret = (scheme: string, name: string, part = ''): (() => string) => {
    const key = [origin, scheme, part].join('\n');
    const described = { name, value: kept.get(key), secret: part !== 'user', required: true };
    const made = formField(described, say);
    made.row.addEventListener('input', () => kept.set(key, made.text()));
    fields.push(made);
    return () => made.text();
  };
  const readers = schemes.map((scheme): (() => Secret[]) => {
    const { name } = scheme;
    if (scheme.kind === 'bearer') {
      const token = secret(name, name);
      return () => [authorization(`Bearer ${token().replace(/^bearer\s+/i, '')}`)];
    }
    if (scheme.kind === 'basic') {
      const user = secret(name, `${name}: ${say('user')}`, 'user');
      const password = secret(name, `${name}: ${say('password')}`, 'password');
      return () => [authorization(`Basic ${base64(`${user()}:${password()}`)}`)];
    }
    const { parameter } = scheme;
    if (parameter.in === 'cookie') {
      const text = `${parameter.name}: ${say('cookie_refused')}`;
      remarks.push(element('p', { class: 'try-note' }, text));
      return () => [];
    }
    const key = secret(name, parameter.name);
    return () => [[parameter, key()]];
  });
  return {
    fields,
    rows: [...fields.map(({ row }) => row), ...remarks],
    read: () => readers.flatMap((read) => read()),
  };
}
