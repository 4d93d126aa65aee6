/** Gives a heading the operation under its sub-heading (“### HTTP Request” in Slate's sample). */
import { recogniseEndpoint } from '../../shared/endpoint.ts';
import type { OutlineHeading } from '../fragment.ts';

/** A sub-heading that only announces the operation, in the languages of sources. */
const latin = [
  'requests?|endpoints?|url|uri|route|definition',
  'petici[oó]n|solicitud|requ[eê]te|anfrage|requisi[cç][aã]o',
].join('|');
const generic = new RegExp(
  `\\b(?:${latin})\\b|请求|請求|接口|リクエスト|요청|запрос|درخواست|آدرس`,
  'iu',
);

/**
 * A heading below the first level without an operation of its own, but with exactly one under its
 * sub-headings, gets that one: contents and search show its method beside the title.
 */
export function rollUpEndpoints(outline: OutlineHeading[]): OutlineHeading[] {
  const count = new Map<string, number>();
  for (const { title } of outline) count.set(title, (count.get(title) ?? 0) + 1);
  const nameless = (title: string) =>
    count.get(title)! > 1 || generic.test(title) || recogniseEndpoint(title) !== undefined;
  const own = outline.map(({ endpoint }) => endpoint);
  outline.forEach((heading, index) => {
    if (own[index] || heading.level === 1) return;
    let found: OutlineHeading['endpoint'];
    for (
      let next = index + 1;
      next < outline.length && outline[next]!.level > heading.level;
      next++
    ) {
      const endpoint = own[next];
      if (!endpoint) continue;
      if (!nameless(outline[next]!.title)) return;
      if (found && (found.method !== endpoint.method || found.path !== endpoint.path)) return;
      found = endpoint;
    }
    if (found) heading.endpoint = found;
  });
  return outline;
}
