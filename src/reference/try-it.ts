/** What "try it" needs on one page: its operations, samples, words and servers. */
import type { TryItOperation, TryItPage, TryItServer } from '../shared/request/try-it.ts';
import { literalsOf } from '../samples/code/fill-holes.ts';
import { type Page, walk } from './model/page.ts';
import type { Section } from './model/section.ts';

/** Sections that may have forms: most references have none, and are not searched for them. */
const sendable = (page: Page): Section[] =>
  page.document.frontMatter.try_it === false ? [] : [...walk(page.sections)];

/** @returns undefined where the page has nothing to send */
export function tryItPage(
  page: Page,
  words: Readonly<Record<string, string>>,
): TryItPage | undefined {
  const found: Pick<TryItPage, 'operations' | 'samples'> = { operations: {}, samples: {} };
  for (const { tryIt } of sendable(page)) {
    Object.assign(found.operations, tryIt?.operations);
    Object.assign(found.samples, tryIt?.samples);
  }
  if (!Object.keys(found.operations).length) return undefined;
  const own = Object.entries(words).filter(([key]) => key.startsWith('try_'));
  const option = page.document.frontMatter.try_it;
  return {
    words: { ...Object.fromEntries(own), try_copied: words['copied'] ?? '' },
    ...(typeof option === 'object' && option.confirm && { confirm: true }),
    ...(typeof option === 'object' && option.credentials && { credentials: true }),
    ...found,
    literals: literalsOf(Object.values(found.samples).flat()),
  };
}

/** @returns whether the page has a form */
export const hasTryIt = (page: Page): boolean =>
  sendable(page).some(({ tryIt }) => Object.keys(tryIt?.operations ?? {}).length);

/** @returns URLs of all servers that the page's forms can send to, their variables filled in */
export function tryItServers(page: Page): string[] {
  const operations = sendable(page).flatMap(({ tryIt }): TryItOperation[] =>
    Object.values(tryIt?.operations ?? {}),
  );
  const urls = operations.flatMap(({ servers }) => servers.flatMap(urlsOf));
  return [...new Set(urls)];
}

/** Combinations of variables beyond which only the defaults are let in. */
const MAX_URLS = 64;

/** Only what is listed is let in: a host that readers type freely is the owner's to allow. */
function urlsOf({ url, variables = [] }: TryItServer): string[] {
  const host = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
  let urls = [host];
  for (const { name, value, enum: values = [] } of variables) {
    const place = `{${name}}`;
    if (!host.includes(place)) continue;
    const all = values.length * urls.length > MAX_URLS ? [value] : [...new Set([value, ...values])];
    urls = urls.flatMap((one) => all.map((each) => one.replaceAll(place, each)));
  }
  return urls.filter((one) => one && !/[{}]/.test(one));
}
