/**
 * Links to another version or translation keep the reader's place and the language of the samples.
 */
import type { OutlineEntry } from './counterpart.ts';
import { noteLacking } from './lacking.ts';
import { targetOf } from '../hash.ts';

/**
 * Before a link is pressed it leads where it should, so that it opens in a new tab as well; menus
 * of them close as menus do.
 */
export function keepPlaceLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-place]'))
    for (const event of ['pointerenter', 'focus']) link.addEventListener(event, () => aim(link));
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.switch')) {
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.preventDefault();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!menu.contains(target as Node)) menu.open = false;
    });
  }
}

/** Follows a link to the reader's place in another document. */
export async function follow(link: HTMLAnchorElement): Promise<void> {
  await aim(link);
  if (link.dataset.lacking !== undefined) noteLacking(link.dataset.version ?? '');
  location.assign(link.href);
}

/** Where links lead as they were published: to a document. */
const plain = new WeakMap<HTMLAnchorElement, string>();

async function aim(link: HTMLAnchorElement): Promise<void> {
  if (!plain.has(link)) plain.set(link, link.href);
  link.href = await target(link, plain.get(link)!);
}

/** Where a link to another document leads from here. */
async function target(link: HTMLAnchorElement, plain: string): Promise<string> {
  const url = new URL(plain);
  url.search = languageQuery();
  const id = headingHere();
  const outline = link.dataset.keepPlace;
  const own = document.querySelector<HTMLElement>('[data-keep-place][aria-current]')?.dataset
    .keepPlace;
  if (!id || !outline || !own) return url.href;
  try {
    const [{ counterpart }, ours, theirs] = await Promise.all([
      import('./counterpart.ts'),
      load(own),
      load(outline),
    ]);
    const found = counterpart(ours, theirs, id, Boolean(link.hreflang));
    delete link.dataset.lacking;
    if (found?.[1] !== id && !link.hreflang) link.dataset.lacking = '';
    if (!found) return url.href;
    url.pathname = found[2];
    url.hash = encodeURIComponent(found[1]);
  } catch {
    // The document itself, then.
  }
  return url.href;
}

const outlines = new Map<string, Promise<OutlineEntry[]>>();

function load(url: string): Promise<OutlineEntry[]> {
  const outline =
    outlines.get(url) ?? fetch(url).then((answer) => answer.json() as Promise<OutlineEntry[]>);
  outlines.set(url, outline);
  outline.catch(() => outlines.delete(url));
  return outline;
}

/**
 * Id of the heading that the reader is at; none at the head of the page, where the link leads by
 * itself.
 */
function headingHere(): string | undefined {
  const at = targetOf(location.hash);
  const heading = ':is(h1, h2, h3, h4, h5, h6)[id]';
  if (at?.matches(heading)) return at.id;
  const cell = at?.closest('.block > *');
  return (cell?.matches('.code') ? cell.previousElementSibling : cell)?.querySelector(heading)?.id;
}

/** `?ruby` where the reader has chosen it. */
function languageQuery(): string {
  const { language, languages = '' } = document.documentElement.dataset;
  return location.search || !language || languages.split('\n')[0] === language
    ? location.search
    : `?${encodeURIComponent(language)}`;
}
