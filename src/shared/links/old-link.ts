/**
 * Where links to a reference of another tool lead here, by rule. What follows `#` there (or the path,
 * where the tool's router writes paths), read off the tools with one description (the table is
 * `tests/fixtures/old-links/links.txt`):
 *
 * - Redoc 2.5: `tag/Pet-Store/operation/addPet`, `operation/addPet`, without an operationId
 *   `tag/toys/paths/~1toys~1{id}/get`; `tag/Pet-Store`, `section/Start/First-Steps`
 *   (https://github.com/Redocly/redoc, `src/services/models/Operation.ts`, `MenuBuilder.ts`)
 * - Redoc 3.0: the same in lower case, as `/pet-store/addpet`, `/other/untagged`, with its parts as
 *   `#other/untagged/request` after it; `/webhooks/petdied`, `/section/start` (npm: redoc 3.0.1)
 * - Scalar 1.46: `tag/pet-store/POST/pets`, `GET/untagged`, `webhook/POST/petdied`, `model/pettype`,
 *   `description/start`; `api-1/` before it, `.body.name` after it
 *   (https://github.com/scalar/scalar, `packages/api-reference`)
 * - Swagger UI 5.35: `/Pet%20Store/addPet`, without an operationId `/toys/get_toys__id_`; ids
 *   `operations-Pet_Store-addPet`, `operations-tag-Pet_Store`, `model-PetType`
 *   (https://github.com/swagger-api/swagger-ui, `OperationContainer`; swagger-client, `opId`)
 * - widdershins 4.0: `opIdaddPet`, `addpet`, `addpet-parameters`, `schemapettype`, `schema_PetType`,
 *   `tocS_PetType`, `title-of-the-api-pet-store`
 *   (https://github.com/Mermade/widdershins, `templates/openapi3`)
 *
 * Most change letters or their case, so names are compared by letters and digits alone once nothing
 * fits exactly.
 */
import { decode } from '../decode.ts';

/** A section that a description became; of an operation also what else it is called. */
export type OldLinkEntry = readonly [
  id: string,
  method?: string,
  /** Of a webhook its name. */
  path?: string,
  /** Where the id is another. */
  operationId?: string,
];

/** `UI-old-links.json` of a document. */
export interface OldLinks {
  /** Of the API: widdershins puts it before names of tags. */
  title: string;
  /** URL of a page → sections on it. */
  pages: Record<string, OldLinkEntry[]>;
}

/** Letters and digits alone, in lower case. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Parts of an operation that widdershins gives headings of their own. */
const parts = /-(?:parameters|responses|response-(?:schema|headers)|detailed-descriptions)$/i;

/** @returns the id of a section; undefined where the link is of no known form, or leads to nothing */
export function oldLinkTarget(
  link: string,
  entries: readonly OldLinkEntry[],
  title = '',
): string | undefined {
  const target = decode(link.replace(/^#/, '')).replace(/^\//, '').replace(/#.*$/s, '');
  const names = new Names(entries);
  const group = (pattern: RegExp): string[] | undefined => pattern.exec(target)?.slice(1);
  const [pointer, ofPointer] = group(/(?:^|\/)(?:paths|webhooks)\/(.+)\/(\w+)$/) ?? [];
  const [method, path] =
    group(/(?:^|\/)(get|put|post|delete|options|head|patch|trace|query)(\/.*)$/i) ?? [];
  const [called] = group(/(?:^opId|(?:^|\/)operation\/)(.+)$/) ?? [];
  const [schema] =
    group(/^(?:.*\/)?(?:models?|schemas?|definitions)\/([^/.]+)(?:\.[^/]*)?$/i) ??
    group(/^(?:schema_?|tocS_?|model-)(.+)$/i) ??
    [];
  const [tag] = group(/^(?:.*\/)?tag\/([^/]+)$/) ?? group(/^operations-tag-(.+)$/) ?? [];
  const [, within] = group(/^([^/]+)\/(.+)$/) ?? [];
  return (
    names.id(target) ||
    (pointer && names.path(pointer.replaceAll('~1', '/').replaceAll('~0', '~'), ofPointer!)) ||
    (method && path && names.path(path, method)) ||
    (called && names.operation(called)) ||
    (schema && names.part('schema', schema)) ||
    (tag && names.part('tag', tag)) ||
    (/^(?:.*\/)?models$/.test(target) && names.part('', 'schemas')) ||
    (within && names.operation(within)) ||
    names.operation(target) ||
    names.part('tag', target) ||
    names.part('', target) ||
    names.operation(target.replace(parts, '')) ||
    names.ending(target) ||
    names.titled(target, title) ||
    undefined
  );
}

/**
 * What a link names, as an anchor that a text may hold: a heading, as Redoc's `section/A/B`, Scalar's
 * `description/b` and headings in a tag's text do; or an operation that is gone, whose name the owner
 * has given to another one's text.
 */
export function oldAnchor(link: string): string | undefined {
  const target = decode(link.replace(/^#/, '')).replace(/^\//, '').replace(/#.*$/s, '');
  const called = /(?:^opId|(?:^|\/)operation\/)(.+)$/.exec(target)?.[1];
  const heading = /(?:^|\/)(?:section|description|tag\/[^/]+)\/(?:.*\/)?([^/]+)$/.exec(target)?.[1];
  return (
    called ??
    heading
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}_]+/gu, '-')
      .replace(/^-|-$/g, '') ??
    /^[^/]+\/([^/]+)$/.exec(target)?.[1]
  );
}

class Names {
  readonly #entries: readonly OldLinkEntry[];

  constructor(entries: readonly OldLinkEntry[]) {
    this.#entries = entries;
  }

  id = (id: string): string | undefined => this.#find(([own]) => own === id);

  operation(name: string): string | undefined {
    const wanted = bare(name);
    return (
      this.#find(([id, method, , own]) => method && (id === name || own === name)) ??
      this.#find(
        ([id, method, path, own]) =>
          method && wanted && [id, own ?? '', method + path].some((one) => bare(one) === wanted),
      )
    );
  }

  /** Scalar goes on into an operation after a point: `/pets/{id}.200`. */
  path(path: string, method: string): string | undefined {
    for (let rest = path; rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
      const isMethod = (own = '') => own.toLowerCase() === method.toLowerCase();
      const found =
        this.#find((one) => isMethod(one[1]) && one[2] === rest) ??
        this.#find((one) => isMethod(one[1]) && bare(one[2] ?? '') === bare(rest));
      if (found) return found;
    }
    return undefined;
  }

  /** @param kind `tag`, `schema`; empty: a chapter that no tag is */
  part(kind: string, name: string): string | undefined {
    const stem = kind && `${kind}-`;
    return (
      this.#find(([id, method]) => !method && id === stem + name) ??
      this.#find(
        ([id, method]) =>
          !method && id.startsWith(stem) && bare(id.slice(stem.length)) === bare(name),
      )
    );
  }

  /** `operations-TAG-X`: what of it is the tag's only the names tell. */
  ending(target: string): string | undefined {
    const rest = /^operations-(.+)$/.exec(target)?.[1] ?? '';
    for (let at = rest.indexOf('-'); at > 0; at = rest.indexOf('-', at + 1)) {
      const found = this.operation(rest.slice(at + 1));
      if (found) return found;
    }
    return undefined;
  }

  titled(target: string, title: string): string | undefined {
    const rest = bare(target).replace(bare(title), '');
    return title && bare(target).startsWith(bare(title)) && rest
      ? this.part('tag', rest)
      : undefined;
  }

  #find(fits: (entry: OldLinkEntry) => unknown): string | undefined {
    return this.#entries.find(fits)?.[0];
  }
}
