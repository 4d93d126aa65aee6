/** Marks what was looked for in the section that was found, and chooses the language that has it. */
import { reveal } from '../reveal.ts';
import { matches } from '../../shared/search/excerpt.ts';
import { targetOf } from '../hash.ts';
import { scrollToTarget } from '../scroll-anchor.ts';
import { setLanguage } from '../samples/language.ts';
import { addStyles } from './styles.ts';

/** What was looked for. */
export interface Sought {
  typed: string;
  symbol?: string;
}

/** Name of the highlight in styles. */
const HIGHLIGHT = 'search';

export function mark(hash: string, { typed, symbol }: Sought): void {
  unmark();
  const target = targetOf(hash);
  if (!target) return;
  const words = symbol && !symbol.includes(' ') ? `${symbol} ${typed}` : typed;
  for (const rows of reaches(target)) {
    const found = rows.flatMap((row) => find(row, words));
    if (!found.length) continue;
    if (reveal(found[0]!.range.startContainer.parentElement!)) scrollToTarget(target);
    const language = languageToChoose(found);
    if (language) {
      setLanguage(language);
      requestAnimationFrame(() => target.scrollIntoView({ block: 'start' }));
    }
    openTab(found);
    void addStyles();
    show(found.map(({ range }) => range));
    return;
  }
}

/** Where all that was found is in closed tabs, the first of them is opened, and gone to. */
function openTab(found: Found[]): void {
  const tabOf = ({ range }: Found) =>
    range.startContainer.parentElement!.closest<HTMLElement>('.tab[hidden]');
  const tab = found.every(tabOf) ? tabOf(found[0]!) : null;
  if (!tab) return;
  // As browsers tell of what they find in hidden text: tabs open themselves (samples/tabs.ts).
  tab.dispatchEvent(new Event('beforematch'));
  const { range } = found[0]!;
  const above = [...tab.querySelectorAll('h1, h2, h3, h4, h5, h6')].findLast(
    (heading) => range.comparePoint(heading, 0) < 0,
  );
  // After the page has gone to the section itself.
  setTimeout(() => scrollToTarget(above ?? tab));
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

/** Elements whose text is read as one. */
const TEXTS = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, pre, .endpoint, summary, figcaption';

interface Found {
  range: Range;
  word: number;
  /** The sample it stands in, or what else goes with a language. */
  sample: HTMLElement | null;
}

function find(row: Element, words: string): Found[] {
  const found: Found[] = [];
  // Text is matched across elements, since highlighting cuts code into pieces.
  for (const block of row.querySelectorAll(TEXTS)) {
    const nodes: Text[] = [];
    const starts: number[] = [];
    let text = '';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement!.closest(TEXTS) !== block) continue;
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

let clearMarks: (() => void) | undefined;

/** Takes the marks away. */
export function unmark(): void {
  clearMarks?.();
  clearMarks = undefined;
}

function show(ranges: Range[]): void {
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') unmark();
  };
  document.addEventListener('keydown', escape);
  const clear = 'highlights' in CSS ? paint(ranges) : wrap(ranges);
  clearMarks = () => {
    clear();
    document.removeEventListener('keydown', escape);
  };
}

/** Without touching the document, where the browser can. */
function paint(ranges: Range[]): () => void {
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return () => CSS.highlights.delete(HIGHLIGHT);
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
