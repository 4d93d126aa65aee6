/** What runs at the reader on every page of a reference. */
import { anchor } from './anchors.ts';
import { showAllButton } from './samples/collapse.ts';
import { contents } from './sidebar/contents.ts';
import { copyButton, copyPage } from './samples/copy.ts';
import { languages } from './samples/language.ts';
import { targetOf } from './hash.ts';
import { afterFrame, onceNear } from './when-visible.ts';
import { lazySearch } from './search/lazy-search.ts';
import { sticky } from './samples/sticky.ts';
import { frameTable, needsFrame } from './tables.ts';
import { themes } from './theme.ts';
import { overflows, wrapButton } from './samples/wrap.ts';

function start(): void {
  languages();
  themes();
  drawerButtons();
  if (document.getElementById('UI-try-it'))
    void import('./try-it/try-it-button.ts').then(({ tryItButtons }) => tryItButtons());
  contents();
  if (document.querySelector('[data-keep-place]')) keepPlaces();
  lookForLost();
  copyPage();
  lazySearch();
  const main = document.querySelector('main');
  if (!main) return;
  void openings(main);
  const { sections } = main.dataset;
  if (sections) copySections(main, sections);
  afterFrame(() => {
    // Long lines scroll by keyboard, too.
    for (const pre of main.querySelectorAll<HTMLElement>('.sample > pre')) pre.tabIndex = 0;
    onceNear(main.querySelectorAll<HTMLElement>('.block'), (block) => dress(main, block));
  });
}

/** Gives a block what only script makes work. */
function dress(main: HTMLElement, block: HTMLElement): void {
  const all = <Found extends HTMLElement>(selector: string): Found[] => [
    ...block.querySelectorAll<Found>(selector),
  ];
  const samples = all('.sample');
  // Looked at before the first is changed: each change would lay out the page anew.
  const long = samples.filter(overflows);
  const wide = all<HTMLTableElement>('table:not(.parameters)').filter(needsFrame);
  long.forEach(wrapButton);
  wide.forEach(frameTable);
  for (const sample of samples) {
    if (main.hasAttribute('data-copy')) copyButton(sample);
    if (sample.dataset.collapse !== undefined) showAllButton(sample);
  }
  all(':is(h1, h2, h3, h4, h5, h6, .parameters tr)[id]').forEach(anchor);
  sticky(all('.code'));
}

/** Wide screens have no drawer; on small ones a press that comes before its part waits for it. */
function drawerButtons(): void {
  let part: Promise<void> | undefined;
  const load = () => (part ??= import('./sidebar/drawer.ts').then(({ drawer }) => drawer()));
  for (const button of document.querySelectorAll<HTMLElement>('.bar-menu, .bar-search'))
    button.addEventListener('click', () => void load().then(() => button.click()), { once: true });
  if (matchMedia('(width < 930px)').matches) void load();
}

/** What an address leads to, but is not here: the page of what is not there tells it, too. */
function lookForLost(): void {
  const { lost } = document.documentElement.dataset;
  if (!lost) return;
  const look = () => {
    if (!targetOf(location.hash || lost)) void import('./lost/lost.ts').then(({ find }) => find());
  };
  look();
  addEventListener('hashchange', look);
}

/** Few readers copy a section: its button comes when its heading is pointed at. */
function copySections(main: HTMLElement, folder: string): void {
  const offer = ({ target }: Event): void => {
    const heading = (target as Element).closest<HTMLElement>('.prose > :is(h1, h2)[id]');
    if (!heading) return;
    import('./copy-section.ts').then(
      ({ copySection }) => copySection(heading, folder),
      () => {},
    );
  };
  for (const type of ['pointerover', 'focusin']) main.addEventListener(type, offer);
}

/** Tabs, sets of attributes and details, of which few pages have any; where a hash leads is then opened. */
async function openings(main: HTMLElement): Promise<void> {
  if (main.querySelector('.tooltip')) void import('./tooltips.ts');
  const parts = [
    main.querySelector('.tabs') && import('./samples/tabs.ts').then(({ tabs }) => tabs()),
    main.querySelector('tr[data-nested]') &&
      import('./attribute-sets.ts').then(({ attributeSets }) => attributeSets(main)),
    main.querySelector('details'),
  ].filter(Boolean);
  if (!parts.length) return;
  const [{ openTarget }] = await Promise.all([import('./reveal.ts'), ...parts]);
  openTarget();
  addEventListener('hashchange', openTarget);
}

/**
 * Links to other versions and translations, of which few pages have any; one that is pressed before
 * their part is here waits for it.
 */
function keepPlaces(): void {
  const part = import('./versions/keep-place.ts');
  void import('./versions/lacking.ts').then(({ showLacking }) => showLacking());
  part.then(
    ({ keepPlaceLinks }) => keepPlaceLinks(),
    () => {},
  );
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-keep-place]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    part.then(({ follow }) => follow(link)).catch(() => location.assign(link.href));
  });
}

start();
