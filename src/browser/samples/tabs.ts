/**
 * Makes ARIA tabs of `<div class="tabs"><div class="tab" data-label>`: tabs of one key are switched
 * together, on every page.
 */
import { recall, remember } from '../storage.ts';
import { keepPlace } from '../scroll-anchor.ts';

let count = 0;

export function tabs(): void {
  const groups = [...document.querySelectorAll<HTMLElement>('.tabs')].map(makeTabs);
  const sync = (key: string, label: string) =>
    groups.forEach((group) => {
      if (group.key === key) group.choose(label);
    });
  for (const group of groups)
    group.onChoice = (label) => {
      keepPlace(() => (group.key ? sync(group.key, label) : group.choose(label)));
      if (group.key) remember(`tabs ${group.key}`, label);
    };
}

interface Tabs {
  key: string | undefined;
  choose(label: string): void;
  onChoice(label: string): void;
}

function makeTabs(element: HTMLElement): Tabs {
  const panels = [...element.children].filter((child): child is HTMLElement =>
    child.classList.contains('tab'),
  );
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.dataset.generated = '';
  const buttons = panels.map((panel) => {
    const id = `UI-tab-${++count}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.id = id;
    button.textContent = panel.dataset.label ?? '';
    button.setAttribute('role', 'tab');
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    panel.id ||= `${id}-panel`;
    button.setAttribute('aria-controls', panel.id);
    return button;
  });
  list.append(...buttons);
  element.prepend(list);

  const made: Tabs = {
    key: element.dataset.syncKey,
    onChoice: () => {},
    choose(label) {
      const chosen = panels.findIndex((panel) => panel.dataset.label === label);
      if (chosen < 0) return;
      panels.forEach((panel, index) => {
        panel.hidden = index !== chosen;
        buttons[index]!.setAttribute('aria-selected', String(index === chosen));
        buttons[index]!.tabIndex = index === chosen ? 0 : -1;
      });
    },
  };
  buttons.forEach((button, index) =>
    button.addEventListener('click', () => made.onChoice(panels[index]!.dataset.label ?? '')),
  );
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
  const first = panels[0]?.dataset.label ?? '';
  made.choose(first);
  const kept = made.key && recall(`tabs ${made.key}`);
  if (kept) made.choose(kept);
  return made;
}
