/** What to tell an author of a link that leads nowhere. */
import type { WrittenLink } from '../../markup/fragment.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nearest, nearestAmong } from '../../shared/nearest.ts';
import type { LinkIndex } from './link-index.ts';
import type { Resolved } from './resolver.ts';

/** @param assets paths of the folder's other files */
export function brokenLink(
  link: WrittenLink,
  { problem, document, target }: Resolved,
  places: LinkIndex,
  assets: Iterable<string>,
): Pick<Finding, 'kind' | 'message' | 'hint' | 'quote'> {
  const quote = link.url;
  if (problem === 'anchor' && document) {
    const id = link.url.slice(link.url.indexOf('#') + 1);
    const near = amongIds(places.idsOf(document))(id);
    const of = link.url.startsWith('#') ? '' : ` of ${document.file}`;
    return {
      kind: 'anchor-broken',
      quote,
      message: `the link ${link.url} leads to no heading${of}`,
      hint: near ? `did you mean #${near}?` : 'use the id of a heading, as its link shows it',
    };
  }
  if (problem === 'image') {
    const files = [...assets];
    const near = target && (nearest(target.slice(1), files) ?? nearest(`images${target}`, files));
    return {
      kind: 'image-missing',
      quote,
      message: `the image ${link.url} is not in the content folder`,
      hint: near
        ? `did you mean ${near}?`
        : 'put it there or into images/, and check upper and lower case',
    };
  }
  if (problem === 'outside')
    return {
      kind: link.kind === 'image' ? 'image-outside' : 'link-broken',
      quote,
      message: `${link.url} leads out of the content folder`,
      hint: 'copy that file into the content folder',
    };
  const near = target && (nearest(target, places.names()) ?? nearest(target.slice(1), assets));
  return {
    kind: 'link-broken',
    quote,
    message: `the link ${link.url} leads to no page or file of this site`,
    hint: near
      ? `did you mean ${near}?`
      : 'link to a page by its URL or its source file; start links to other sites with https://',
  };
}

type Ids = ReturnType<LinkIndex['idsOf']>;

const prepared = new WeakMap<Ids, ReturnType<typeof nearestAmong>>();

/** A large reference has ten thousand ids, and may have hundreds of links that lead nowhere. */
function amongIds(ids: Ids): ReturnType<typeof nearestAmong> {
  const found = prepared.get(ids) ?? nearestAmong(ids.keys());
  prepared.set(ids, found);
  return found;
}
