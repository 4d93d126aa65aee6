/**
 * What a part of a chapter is made of, in short: equal fingerprints, equal output but for the lines
 * in it.
 */
import type { Api, Operation } from '../model.ts';
import type { Uses } from '../schema/uses.ts';
import { DeepDigests } from './deep-digests.ts';
import type { ChapterPart } from './parts.ts';

/** A link of a text within the description: of Markdown, of a definition, of HTML. */
const linked = /\(<?#|\]: *<?#|= *\\?["']?#/;

export class Fingerprints {
  readonly #uses: Uses;
  readonly #digest: (text: string) => string;
  readonly #schemas: DeepDigests;
  readonly #values = new Map<unknown, string>();
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #shared: string;
  /** Of all that a link in a text may mean by its name. */
  readonly names: string;

  /** @param digest of a text: a short one that tells texts apart */
  constructor(api: Api, uses: Uses, digest: (text: string) => string) {
    this.#uses = uses;
    this.#digest = digest;
    const ids = new Map(api.schemas.map(({ key, id }) => [key, id]));
    this.#schemas = new DeepDigests({
      needs: (key) => uses.schemasOf(key),
      own: (key) => `${ids.get(key)} ${this.#valuesOf(key)}`,
      digest,
    });
    this.#operations = new Map(api.operations.map((one) => [one.operationId ?? one.id, one]));
    const named = [...api.operations, ...api.webhooks];
    this.names = digest(
      JSON.stringify([
        named.map((one) => [one.id, one.operationId, one.method, one.path]),
        api.schemas.map(({ name, id }) => [name, id]),
      ]),
    );
    this.#shared = digest(JSON.stringify([api.version, api.servers, api.securitySchemes]));
  }

  ofPart({ chapter, opens, operations, schemas }: ChapterPart): string {
    const needed = [...operations, ...schemas.map(({ key }) => key)].flatMap((one) => [
      ...(typeof one === 'string' ? [one] : []),
      ...this.#uses.schemasOf(one),
    ]);
    const links = operations
      .flatMap(({ responses }) => responses.flatMap((response) => response.links))
      .flatMap(({ operationId }) => this.#operations.get(operationId ?? '') ?? []);
    const { id, title, group, tag, also } = chapter;
    return this.#digest(
      JSON.stringify([
        this.#shared,
        opens && [this.names, id, title, group, tag, also.map((one) => [one.id, one.title])],
        operations.map((one) => [one.id, one.method, one.path, this.#valuesOf(one)]),
        links.map((one) => [one.id, one.title]),
        schemas.map((one) => one.id),
        [...new Set(needed)].sort().map((key) => [key, this.#schemas.of(key)]),
      ]),
    );
  }

  #valuesOf = (part: Operation | string): string =>
    this.#uses.valuesOf(part).map(this.#ofValue).join(' ');

  /** Hundreds of operations refer to the same parameters and answers. */
  #ofValue = (value: unknown): string => {
    let found = this.#values.get(value);
    if (found === undefined) {
      const text = JSON.stringify(value) ?? '';
      found = this.#digest(text) + (linked.test(text) ? this.names : '');
      this.#values.set(value, found);
    }
    return found;
  };
}
