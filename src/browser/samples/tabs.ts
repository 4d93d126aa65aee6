/**
 * Makes ARIA tabs of `<div class="tabs"><div class="tab" data-label>`: tabs of one key are switched
 * together, on every page.
 */
import { recall, remember } from '../storage.ts';
import { targetOf } from '../hash.ts';
import { keepPlace, scrollToTarget } from '../scroll-anchor.ts';

let count = 0;

export function tabs(): void {
  const groups = [...document.querySelectorAll<HTMLElement>('.tabs')].map(makeTabs);
  /** A choice of one group is that of all with its key. */
  const show = (group: Tabs, index: number) => {
    const { key, labels } = group;
    group.choose(index);
    for (const other of groups)
      if (key && other !== group && other.key === key)
        other.choose(other.labels.indexOf(labels[index]!));
  };
  /** Opens what the address leads into, also where the same link is followed again. */
  const reveal = () => {
    const target = targetOf(location.hash);
    let opened = false;
    for (const group of groups)
      for (const [index, panel] of group.panels.entries())
        if (target && panel.hidden && panel.contains(target)) {
          show(group, index);
          opened = true;
        }
    if (target && opened) scrollToTarget(target);
  };
  reveal();
  addEventListener('hashchange', reveal);
  addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href*="#"]');
    if (link?.hash === location.hash) setTimeout(reveal);
  });
  for (const group of groups)
    group.onChoice = (index) => {
      const { key, labels } = group;
      keepPlace(() => show(group, index));
      if (key) remember(`tabs ${key}`, labels[index]!);
    };
}

interface Tabs {
  key: string | undefined;
  panels: HTMLElement[];
  labels: string[];
  /** Shows a tab; -1: none of its own is meant. */
  choose(index: number): void;
  onChoice(index: number): void;
}

function makeTabs(element: HTMLElement): Tabs {
  const panels = [...element.children].filter((child): child is HTMLElement =>
    child.classList.contains('tab'),
  );
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.dataset.generated = '';
  const buttons = panels.map((panel, index) => {
    const id = `UI-tab-${++count}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.id = id;
    button.textContent = panel.dataset.label ?? '';
    button.setAttribute('role', 'tab');
    // The colour of an answer's status.
    const { status } = panel.querySelector<HTMLElement>(':scope > .sample')?.dataset ?? {};
    if (status) button.dataset.status = status;
    button.addEventListener('click', () => made.onChoice(index));
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    panel.id ||= `${id}-panel`;
    // Told by the browser's own search, and by ours.
    panel.addEventListener('beforematch', () => made.choose(index));
    button.setAttribute('aria-controls', panel.id);
    return button;
  });
  list.append(...buttons);
  element.prepend(list);

  const made: Tabs = {
    key: element.dataset.syncKey,
    panels,
    labels: panels.map((panel) => panel.dataset.label ?? ''),
    onChoice: () => {},
    choose(chosen) {
      if (chosen < 0) return;
      panels.forEach((panel, index) => {
        if (index === chosen) panel.removeAttribute('hidden');
        else panel.setAttribute('hidden', 'until-found');
        // Its content is hidden; an empty panel is nothing to meet, either.
        panel.ariaHidden = index === chosen ? null : 'true';
        buttons[index]!.setAttribute('aria-selected', String(index === chosen));
        buttons[index]!.tabIndex = index === chosen ? 0 : -1;
      });
    },
  };
  list.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement),
      rtl = document.documentElement.dir === 'rtl';
    const move = {
      [rtl ? 'ArrowRight' : 'ArrowLeft']: at - 1,
      [rtl ? 'ArrowLeft' : 'ArrowRight']: at + 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (at < 0 || move === undefined) return;
    event.preventDefault();
    const next = buttons.at(move % buttons.length)!;
    next.click();
    next.focus();
  });
  made.choose(0);
  const kept = made.key && recall(`tabs ${made.key}`);
  if (kept) made.choose(made.labels.indexOf(kept));
  return made;
}
