/** Follows a result: to the section, its words marked, its sample's language chosen. */
import { setLanguage } from '../samples/language.ts';
import { matches } from '../../shared/search/excerpt.ts';
import { addStyles } from './styles.ts';

/** What was looked for. */
export interface Sought {
  typed: string;
  symbol?: string;
}

const store = 'search-landing';
const name = 'search';

/**
 * Goes to `url`. On this page without loading it again, as one step of history that Back undoes.
 */
export function goToResult(url: URL, sought: Sought): void {
  if (url.origin === location.origin && url.pathname === location.pathname && url.hash) {
    history.pushState(null, '', url.pathname + withoutQuery());
    // A true navigation to the fragment, so that `:target`, focus order and scrolling are the
    // browser's.
    location.replace(url.hash);
    mark(url.hash, sought);
    return;
  }
  try {
    sessionStorage.setItem(store, JSON.stringify({ href: url.href, ...sought }));
  } catch {
    // Storage is forbidden: the page is reached without marks.
  }
  location.assign(url.href);
}

/** The address's other parts (`?ruby`) stay. */
const withoutQuery = (): string => {
  const rest = location.search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part && !/^q=/.test(part));
  return rest.length ? `?${rest.join('&')}` : '';
};

/** After a page was loaded by `land`. */
export function resume(): void {
  const kept = sessionStorage.getItem(store);
  sessionStorage.removeItem(store);
  if (!kept) return;
  const { href, ...sought } = JSON.parse(kept) as Sought & { href: string };
  if (new URL(href).hash === location.hash) mark(location.hash, sought);
}

function mark(hash: string, { typed, symbol }: Sought): void {
  leave();
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  const words = symbol && !symbol.includes(' ') ? `${symbol} ${typed}` : typed;
  for (const rows of reaches(target)) {
    const found = rows.flatMap((row) => find(row, words));
    if (!found.length) continue;
    const language = languageToChoose(found);
    if (language) {
      setLanguage(language);
      requestAnimationFrame(() => target.scrollIntoView({ block: 'start' }));
    }
    void addStyles();
    show(found.map(({ range }) => range));
    return;
  }
}

/**
 * The target's own row, then its section's, then those below it: the nearest that has the words is
 * marked.
 */
function* reaches(target: Element): Generator<Element[]> {
  const cell = target.closest('.block > *');
  if (target.matches('tr')) yield [target];
  if (!cell) return yield [target.parentElement ?? target];
  // A row is a block's prose, and the code after it.
  const rows = [...document.querySelectorAll('main .block > .prose')];
  const at = rows.indexOf(cell.matches('.code') ? cell.previousElementSibling! : cell);
  const own = rows.slice(0, at + 1).findLast((row) => !beat(row));
  const level = levelOf(own);
  const cells = (from: number, to: number): Element[] =>
    rows
      .slice(from, to)
      .flatMap((row) => [
        row,
        ...(row.nextElementSibling?.matches('.code') ? [row.nextElementSibling] : []),
      ]);
  const end = (own: (next: Element) => boolean): number => {
    const next = rows.findIndex((other, index) => index > at && !own(other));
    return next < 0 ? rows.length : next;
  };
  yield cells(at, end(beat));
  yield cells(
    at,
    end((next) => beat(next) || levelOf(next) > level),
  );
}

/** Whether a row goes on with the section of the row before it. */
const beat = (row: Element): boolean => row.hasAttribute('data-beat');

/** Of the heading that a row begins with; 0 where the text before the first heading stands. */
const levelOf = (row: Element | undefined): number =>
  Number(/^H([1-6])$/.exec(row?.firstElementChild?.tagName ?? '')?.[1] ?? 0);

interface Found {
  range: Range;
  word: number;
  /** The sample it stands in, or what else goes with a language. */
  sample: HTMLElement | null;
}

function find(row: Element, words: string): Found[] {
  const found: Found[] = [];
  // Text is matched across elements, since highlighting cuts code into pieces.
  for (const block of row.querySelectorAll(
    'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, pre, .endpoint, summary, figcaption',
  )) {
    const nodes: Text[] = [];
    const starts: number[] = [];
    let text = '';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (
        node.parentElement!.closest(
          'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, pre, .endpoint, summary, figcaption',
        ) !== block
      )
        continue;
      nodes.push(node);
      starts.push(text.length);
      text += node.data;
    }
    for (const { from, to, word } of matches(text, words)) {
      const range = document.createRange();
      const first = starts.findLastIndex((start) => start <= from);
      const last = starts.findLastIndex((start) => start < to);
      range.setStart(nodes[first]!, from - starts[first]!);
      range.setEnd(nodes[last]!, to - starts[last]!);
      found.push({
        range,
        word,
        sample: block.closest<HTMLElement>('figure.sample[data-language], .lang-specific'),
      });
    }
  }
  return found;
}

/** A sample says its language; anything else of one language bears it as a class. */
function languageOf(sample: HTMLElement): string | undefined {
  const tabs = document.documentElement.dataset['languages']?.split('\n') ?? [];
  return sample.dataset['language'] ?? tabs.find((name) => sample.classList.contains(name));
}

/** The language of a sample that is not shown and has more of the words than all that is shown. */
function languageToChoose(found: Found[]): string | undefined {
  const seen = new Set<number>();
  const hidden = new Map<string, Set<number>>();
  for (const { word, sample } of found) {
    if (!sample || getComputedStyle(sample).display !== 'none') seen.add(word);
    else {
      const language = languageOf(sample);
      if (language !== undefined)
        hidden.set(language, (hidden.get(language) ?? new Set()).add(word));
    }
  }
  let best: string | undefined;
  let most = 0;
  for (const [language, words] of hidden) {
    const more = [...words].filter((word) => !seen.has(word)).length;
    if (more > most) {
      most = more;
      best = language;
    }
  }
  return best;
}

let unmark: (() => void) | undefined;

/** Takes the marks away. */
export function leave(): void {
  unmark?.();
  unmark = undefined;
}

function show(ranges: Range[]): void {
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
  };
  document.addEventListener('keydown', escape);
  const clear = 'highlights' in CSS ? paint(ranges) : wrap(ranges);
  unmark = () => {
    clear();
    document.removeEventListener('keydown', escape);
  };
}

/** Without touching the document, where the browser can. */
function paint(ranges: Range[]): () => void {
  CSS.highlights.set(name, new Highlight(...ranges));
  return () => CSS.highlights.delete(name);
}

function wrap(ranges: Range[]): () => void {
  const marks = ranges.reverse().flatMap((range) => {
    const { startContainer } = range;
    // One text node each: enough for words, and nothing is torn apart.
    if (startContainer !== range.endContainer)
      range.setEnd(startContainer, (startContainer as Text).length);
    const mark = document.createElement('mark');
    mark.dataset['generated'] = '';
    range.surroundContents(mark);
    return mark;
  });
  return () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  };
}
