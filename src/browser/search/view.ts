/** Results as elements. What comes from the index is only ever put in as text. */
import { excerpt, matches, type Span } from '../../shared/search/excerpt.ts';
import type { RecordText } from '../../shared/search/fragment.ts';
import { pause } from '../../shared/search/pause.ts';
import type { Group, Result } from '../../shared/search/group.ts';

export interface Drawn {
  nodes: HTMLElement[];
  /** Puts in the options after the first few, which would make the first frame twice as long. */
  rest(): void;
  /** Options in order, and where each one's excerpt goes. */
  options: { option: HTMLAnchorElement; result: Result; excerpt: HTMLElement }[];
}

/** Options that are drawn at once: about what the list shows without scrolling. */
const DRAWN_AT_ONCE = 7;

/** @param base `/docs/` @param typed what to mark */
export function draw(groups: Group[], typed: string, base: string): Drawn {
  const options: Drawn['options'] = [];
  const later: (() => void)[] = [];
  const nodes = groups.map(({ title, results }, at) => {
    const box = element('div', 'search-group');
    box.setAttribute('role', 'group');
    const name = element('div', 'search-page', title);
    name.id = `UI-results-${at}`;
    box.setAttribute('aria-labelledby', name.id);
    box.append(name);
    for (const result of results) {
      const drawn = drawResult(result, typed, base, options.length);
      options.push({ ...drawn, result });
      if (options.length <= DRAWN_AT_ONCE) box.append(drawn.option);
      else later.push(() => box.append(drawn.option));
    }
    // A group that has nothing to show yet would be a heading of nothing.
    box.hidden = !box.querySelector('a');
    if (box.hidden) later.push(() => (box.hidden = false));
    return box;
  });
  return { nodes, options, rest: () => later.forEach((put) => put()) };
}

function drawResult(
  result: Result,
  typed: string,
  base: string,
  at: number,
): { option: HTMLAnchorElement; excerpt: HTMLElement } {
  const option = document.createElement('a');
  option.className = 'search-result';
  option.id = `UI-result-${at}`;
  option.href = base + result.href.slice(1);
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const title = element('span', 'search-title');
  title.append(...marked(spansOf(result.title, typed)));
  if (result.method) {
    const badge = element('span', 'method', result.method);
    badge.dataset['method'] = result.method.toLowerCase();
    title.append(' ', badge);
  }
  option.append(title);
  const symbol = result.by === 'symbol' && result.symbol?.replace(/^[A-Z]+ (?=\/)/, '');
  if (result.crumbs.length || symbol || result.path) {
    const where = element('span', 'search-crumbs', result.crumbs.join(' › '));
    const name = symbol || result.path;
    if (name) {
      const code = element('code', '');
      code.append(...marked(spansOf(name, typed)));
      where.append(result.crumbs.length ? ' ' : '', code);
    }
    option.append(where);
  }
  const text = element('span', 'search-excerpt');
  option.append(text);
  return { option, excerpt: text };
}

/** Fills in the results' excerpts, as their words come. @param isShown whether they still are */
export async function fillExcerpts(
  options: Drawn['options'],
  textOf: (result: Result) => Promise<RecordText | undefined>,
  typed: string,
  isShown: () => boolean,
): Promise<void> {
  const texts = options.map(({ result }) => textOf(result));
  // Off line: the result stands without it.
  for (const text of texts) text.catch(() => {});
  for (const [at, { result, excerpt }] of options.entries()) {
    const text = await texts[at]!.catch(() => undefined);
    await pause();
    if (!isShown()) return;
    if (text) fillExcerpt(excerpt, text, result, typed);
  }
}

function fillExcerpt(
  into: HTMLElement,
  { prose: all, code }: RecordText,
  { title, symbol, by, method, path }: Result,
  typed: string,
): void {
  // The result shows them already.
  const prose = path ? all.replaceAll(`${method} ${path}`.trim(), ' ') : all;
  const name = by === 'symbol' && symbol && !symbol.includes(' ') ? symbol : '';
  // As it is written, before its words apart.
  const sought = name && prose.includes(name) ? name : `${name} ${typed}`.trim();
  const words = excerpt(prose, sought, title);
  const spans = words.some(({ marked }) => marked) ? words : excerpt(code, sought, title);
  into.replaceChildren(...marked(spans.some(({ marked }) => marked) ? spans : words));
}

export function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function button(className: string, text: string, act: () => void): HTMLElement {
  const made = element('button', className, text) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function spansOf(text: string, typed: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { from, to } of matches(text, typed)) {
    if (from < at) continue;
    spans.push(
      { text: text.slice(at, from), marked: false },
      { text: text.slice(from, to), marked: true },
    );
    at = to;
  }
  spans.push({ text: text.slice(at), marked: false });
  return spans.filter((span) => span.text);
}

const marked = (spans: Span[]): (Node | string)[] =>
  spans.map(({ text, marked }) => (marked ? element('mark', '', text) : text));
