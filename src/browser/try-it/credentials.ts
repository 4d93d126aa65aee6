/**
 * Keys, passwords and tokens: typed once a site and origin. They live in memory; in the tab's
 * storage only if the reader says so. No URL, no log and no sample holds them.
 */
import type { Authorization } from '../../shared/http-request.ts';
import type { TryItParameter, TryItScheme } from '../../shared/request/try-it.ts';
import { element } from './element.ts';
import { formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

const STORE = 'phyllite-credentials';

export class Credentials {
  readonly #typed = new Map<string, string>();
  keep = false;

  constructor() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(STORE) ?? '[]') as [string, string][];
      for (const [key, value] of kept) this.#typed.set(key, value);
      this.keep = kept.length > 0;
    } catch {
      // A browser may refuse storage: memory is enough.
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

/** What the chosen schemes add to a request. */
export interface Authentication {
  authorization?: Authorization;
  parameters: TryItParameter[];
  values: [name: string, value: string][];
}

export interface SchemeFields {
  rows: HTMLElement[];
  fields: FormField[];
  read(): Authentication;
}

/** @param origin that they are typed for */
export function schemeFields(
  schemes: readonly TryItScheme[],
  origin: string,
  kept: Credentials,
  say: Say,
): SchemeFields {
  const fields: FormField[] = [];
  const remarks: HTMLElement[] = [];
  const secret = (scheme: string, name: string, part = ''): FormField => {
    const key = [origin, scheme, part].join('\n');
    const described = { name, value: kept.get(key), secret: part !== 'user', required: true };
    const made = formField(described, say);
    made.row.addEventListener('input', () => kept.set(key, made.text()));
    fields.push(made);
    return made;
  };
  const readers = schemes.map((scheme): ((into: Authentication) => void) => {
    if (scheme.kind === 'bearer') {
      const token = secret(scheme.name, scheme.name);
      return (into) => {
        into.authorization = { kind: 'bearer', token: [token.text().replace(/^bearer\s+/i, '')] };
      };
    }
    if (scheme.kind === 'basic') {
      const user = secret(scheme.name, `${scheme.name}: ${say('user')}`, 'user');
      const password = secret(scheme.name, `${scheme.name}: ${say('password')}`, 'password');
      return (into) => {
        into.authorization = { kind: 'basic', user: [user.text()], password: [password.text()] };
      };
    }
    if (scheme.in === 'cookie') {
      remarks.push(
        element('p', { class: 'try-note' }, `${scheme.field}: ${say('cookie_refused')}`),
      );
      return () => {};
    }
    const { in: place, field } = scheme;
    const key = secret(scheme.name, field);
    return (into) => {
      into.parameters.push({ in: place, name: field, required: true });
      into.values.push([field, key.text()]);
    };
  });
  return {
    fields,
    rows: [...fields.map(({ row }) => row), ...remarks],
    read() {
      const found: Authentication = { parameters: [], values: [] };
      for (const read of readers) read(found);
      return found;
    },
  };
}
