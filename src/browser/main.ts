/** What runs at the reader on every page of a reference. */
import { anchor } from './anchors.ts';
import { nestedButton, showAllButton } from './collapse.ts';
import { contents } from './contents.ts';
import { copyButton, copyPage } from './copy.ts';
import { drawer } from './drawer.ts';
import { keepPlaceLinks } from './keep-place.ts';
import { languages } from './language.ts';
import { whenNear } from './near.ts';
import { sticky } from './sticky.ts';
import { frameTable } from './tables.ts';
import { tabs } from './tabs.ts';
import { themes } from './theme.ts';
import { wordsOf } from './words.ts';

function start(): void {
  languages();
  themes();
  drawer();
  tabs();
  contents();
  keepPlaceLinks();
  copyPage();
  const main = document.querySelector('main');
  if (!main) return;
  const [copy = '', copied = '', all = '', less = '', link = '', show = '', hide = ''] = wordsOf(main);
  whenNear(main.querySelectorAll('.block'), (block) => {
    for (const sample of block.querySelectorAll<HTMLElement>('.sample')) {
      if (main.hasAttribute('data-copy')) copyButton(sample, copy, copied);
      if (sample.dataset.collapse !== undefined) showAllButton(sample, all, less);
    }
    for (const heading of block.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)[id]')) anchor(heading, link);
    for (const table of block.querySelectorAll<HTMLTableElement>('table:not(.parameters)')) frameTable(table);
    for (const row of block.querySelectorAll<HTMLTableRowElement>('tr[data-nested]')) nestedButton(row, show, hide);
    for (const row of block.querySelectorAll<HTMLTableRowElement>('.parameters tr[id]')) row.addEventListener('pointerenter', () => anchor(row, link), { once: true });
    sticky(block.querySelectorAll<HTMLElement>('.code'));
  });
}

start();
