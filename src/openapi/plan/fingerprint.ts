/** What a chapter is made of, in short: equal fingerprints, equal output but for the lines in it. */
import type { Api, Operation } from '../model.ts';
import type { Uses } from '../schema/uses.ts';
import type { Chapter } from './chapters.ts';

export class Fingerprints {
  readonly #uses: Uses;
  readonly #digest: (text: string) => string;
  readonly #schemas = new Map<string, string>();
  readonly #values = new Map<unknown, string>();
  readonly #ids: ReadonlyMap<string, string>;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #shared: string;

  /** @param digest of a text: a short one that tells texts apart */
  constructor(api: Api, uses: Uses, digest: (text: string) => string) {
    this.#uses = uses;
    this.#digest = digest;
    this.#ids = new Map(api.schemas.map(({ key, id }) => [key, id]));
    this.#operations = new Map(api.operations.map((one) => [one.operationId ?? one.id, one]));
    this.#shared = digest(JSON.stringify([api.version, api.servers, api.securitySchemes]));
  }

  ofChapter({ id, title, tag, group, operations, also, schemas }: Chapter): string {
    const own = schemas.map(({ key }) => key);
    const keys = this.#uses.of(operations, own);
    const links = operations
      .flatMap(({ responses }) => responses.flatMap((response) => response.links))
      .flatMap(({ operationId }) => this.#operations.get(operationId ?? '') ?? []);
    return this.#digest(
      JSON.stringify([
        this.#shared,
        id,
        title,
        group,
        tag,
        operations.map((one) => [one.id, one.method, one.path, this.#valuesOf(one)]),
        [...also, ...links].map((one) => [one.id, one.title]),
        schemas.map((one) => one.id),
        [...keys].sort().map((key) => [key, this.#ids.get(key), this.#ofSchema(key)]),
      ]),
    );
  }

  #valuesOf = (part: Operation | string): string =>
    this.#uses.valuesOf(part).map(this.#ofValue).join(' ');

  /** Hundreds of operations refer to the same parameters and answers. */
  #ofValue = (value: unknown): string => {
    let found = this.#values.get(value);
    if (found === undefined)
      this.#values.set(value, (found = this.#digest(JSON.stringify(value) ?? '')));
    return found;
  };

  #ofSchema(key: string): string {
    let found = this.#schemas.get(key);
    if (found === undefined) this.#schemas.set(key, (found = this.#valuesOf(key)));
    return found;
  }
}
