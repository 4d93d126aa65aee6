/**
 * The page for what is not there, in the reader's language and with what was probably meant: the
 * nearest addresses and sections of the site.
 */
import { decode } from '../../shared/decode.ts';
import { slips } from '../../shared/nearest.ts';
import { pageHref } from '../../shared/page-href.ts';
import { base } from '../storage.ts';
import { loadNav, type Entry } from '../sidebar/nav.ts';

interface Place {
  title: string;
  href: string;
}

const MAX_OFFERS = 4;
/** Share of letters that may differ. */
const MAX_SLIPS = 0.4;

export async function suggest(box: HTMLElement): Promise<void> {
  const own = [...document.querySelectorAll<HTMLElement>('[data-not-found]')].find(({ dataset }) =>
    location.pathname.startsWith(dataset.notFound!),
  );
  if (own) {
    for (const other of document.querySelectorAll<HTMLElement>('[data-not-found]'))
      other.hidden = other !== own;
    document.querySelector('[data-not-found-first]')?.setAttribute('hidden', '');
    document.querySelector('main h1')?.setAttribute('hidden', '');
    for (const text of box.querySelectorAll('p')) text.hidden = text.lang !== own.lang;
  }
  const contents = document.querySelector<HTMLElement>('.contents');
  // An author's own link may be to nothing that is an address.
  const links = [...(contents?.querySelectorAll('a') ?? [])]
    .filter(({ href }) => URL.canParse(href))
    .map(({ textContent, href }) => ({ title: textContent, href }));
  const { trees } = await loadNav(contents?.dataset.nav);
  const documents = Object.entries(trees).map(([url, [first]]) => ({
    title: first?.title ?? url,
    href: pageHref(base, url),
  }));
  const places = [...links, ...documents, ...Object.values(trees).flat().flatMap(flat)];
  const found = nearestPlaces(places, location.pathname + location.hash);
  if (!found.length) return;
  const list = box.querySelector('ul')!;
  for (const { title, href } of found) {
    const link = list
      .appendChild(document.createElement('li'))
      .appendChild(document.createElement('a'));
    link.href = href;
    link.textContent = title;
  }
  box.hidden = false;
}

const flat = ({ title, href, children = [] }: Entry): Place[] => [
  ...(href ? [{ title, href }] : []),
  ...children.flatMap(flat),
];

/** `/docs/Create-Charge.html` and `/v2/charges.html#create-a-charge` as words to compare. */
const nameOf = (part: string): string =>
  decode(part)
    .replace(/\.\w+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** By the last part of the address, or its hash; the same folder goes first. */
function nearestPlaces(places: Place[], address: string): Place[] {
  const [path = '', hash = ''] = address.split('#');
  const folder = path.replace(/[^/]*$/, '');
  const wanted = nameOf(hash || path.replace(/\/$/, '').split('/').at(-1)!);
  const scored = places.map((place) => {
    const url = new URL(place.href, location.href);
    const last = url.pathname
      .replace(/(index\.html|\/)$/, '')
      .split('/')
      .at(-1)!;
    const names = [nameOf(url.hash.slice(1) || last), nameOf(place.title)].filter(Boolean);
    const score = Math.min(...names.map((name) => farness(wanted, name)));
    return {
      ...place,
      href: url.href,
      score: score + (url.pathname.startsWith(folder) ? 0 : 0.2),
    };
  });
  const seen = new Set<string>();
  return scored
    .filter(({ score }) => score <= MAX_SLIPS)
    .sort((a, b) => a.score - b.score)
    .filter(({ href }) => !seen.has(href) && seen.add(href))
    .slice(0, MAX_OFFERS);
}

/** 0: the same words; from 1 on: nothing in common. */
function farness(wanted: string, name: string): number {
  if (!wanted) return 1;
  const letters = slips(wanted, name) / Math.max(wanted.length, name.length);
  const words = wanted.split(' ');
  const common = words.filter((word) => word.length > 3 && name.includes(word)).length;
  return common ? Math.min(letters, 0.35 - 0.1 * (common / words.length)) : letters;
}
