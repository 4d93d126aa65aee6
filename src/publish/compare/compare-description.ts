/**
 * What of an older description would die: operations, tags and schemas to which this site, or one
 * that another tool made of that description, had links.
 */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { chaptersOf, type Operation, type ReadDescription } from '../../openapi/index.ts';
import type { JoinedSite } from '../../reference/join-site.ts';
import {
  oldAnchor,
  oldLinkTarget,
  type OldLinkEntry,
  type OldLinks,
} from '../../shared/links/old-link.ts';
import { nearest } from '../../shared/nearest.ts';
import { oldLinks } from '../files/old-links.ts';
import { oldForms } from './old-forms.ts';

/** @param old of which there is an `api` */
export function compareDescription({ api, uses }: ReadDescription, site: JoinedSite): Finding[] {
  const chapters = chaptersOf(api!, uses!);
  const landing = new Landing(site);
  const lost: Finding[] = [];
  const tell = (
    place: () => { file: string; line: number; column: number },
    what: string,
    hint: string,
  ) => lost.push({ kind: 'anchor-lost', ...place(), message: what, hint });
  for (const operation of [...api!.operations, ...api!.webhooks]) {
    const dead = landing.dead(operation);
    if (!dead.length) continue;
    const name = nameOf(operation);
    tell(
      operation.place,
      `the operation ${name} is gone: links to it, as ${listed(dead)} had them, lead nowhere`,
      landing.hint(operation),
    );
  }
  for (const { id, title, tag } of chapters)
    if (!landing.has(id))
      tell(
        tag?.place ?? api!.info.place,
        `the chapter “${title}” is gone: links to #${id} lead nowhere`,
        landing.near(id) ?? `give the heading that replaces it the old id: [#${id}]`,
      );
  for (const { id, name, place } of api!.schemas)
    if (!landing.has(id))
      tell(
        place,
        `the schema “${name}” is gone: links to #${id} lead nowhere`,
        landing.near(id) ?? `give the heading that replaces it the old id: [#${id}]`,
      );
  return lost;
}

const nameOf = ({ operationId, method, path, name }: Operation): string => {
  const request = path ? `${method} ${path}` : `${method} ${name}`;
  return operationId ? `“${operationId}” (${request})` : `“${request}”`;
};

const listed = (names: string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

/** Where links lead in the new site. */
class Landing {
  readonly #entries: OldLinkEntry[] = [];
  readonly #ids: Set<string>;
  /** Who follows a link does not mind capitals. */
  readonly #anchors: Set<string>;
  #title = '';

  constructor(site: JoinedSite) {
    for (const text of oldLinks(site, site.places).values()) {
      const { title, pages } = JSON.parse(text) as OldLinks;
      this.#title ||= title;
      this.#entries.push(...Object.values(pages).flat());
    }
    this.#ids = new Set(
      site.documents.flatMap((document) => [...site.places.idsOf(document).keys()]),
    );
    this.#anchors = new Set([...this.#ids].map((id) => id.toLowerCase()));
  }

  has = (id: string): boolean => this.#ids.has(id);

  /** @returns the tools whose links to an operation lead nowhere, this one among them */
  dead(operation: Operation): string[] {
    const own: [string, boolean] = ['this site', this.has(operation.id)];
    const lands = (link: string) =>
      oldLinkTarget(link, this.#entries, this.#title) !== undefined ||
      this.#anchors.has((oldAnchor(link) ?? '').toLowerCase());
    const others = oldForms(operation).map(([tool, link]): [string, boolean] => [
      tool,
      lands(link),
    ]);
    return [own, ...others].flatMap(([tool, isThere]) => (isThere ? [] : [tool]));
  }

  hint({ id, method, path }: Operation): string {
    const same = this.#entries.find((one) => one[1] === method && one[2] === path && path);
    if (same)
      return (
        `${method} ${path} is called “${same[0]}” now: keep the old operationId, ` +
        `or write <a id="${id}"></a> into includes/openapi/${same[0]}.md`
      );
    return (
      this.near(id) ??
      'where another one takes its place, write ' +
        `<a id="${id}"></a> into includes/openapi/OPERATION_ID.md of that`
    );
  }

  near(id: string): string | undefined {
    const near = nearest(
      id,
      this.#entries.map(([own]) => own),
    );
    return near && `did you mean #${near}?`;
  }
}
