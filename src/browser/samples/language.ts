/** The language of the samples: one choice for the page, kept in the URL and remembered. */
import { remember } from '../storage.ts';
import { keepPlace } from '../scroll-anchor.ts';

const root = document.documentElement;
const radios = [...document.querySelectorAll<HTMLButtonElement>('.languages [role=radio]')];
const menu = document.querySelector<HTMLButtonElement>('.languages-menu');

/** Shows the samples of a tab; a name that is no tab's does nothing. */
export function setLanguage(name: string): void {
  if (!radios.some(({ value }) => value === name)) return;
  if (root.dataset.language !== name)
    keepPlace(() => {
      root.dataset.language = name;
    });
  // At once: the reader may follow a link the next moment.
  remember('language', name);
  mark();
  // What is not seen comes after what is.
  setTimeout(() => history.replaceState(history.state, '', `?${queryOf(name)}${location.hash}`));
}

/** `?ruby`, before what else the query says. */
function queryOf(name: string): string {
  const names = new Set(radios.map(({ value }) => encodeURIComponent(value)));
  const others = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !part.startsWith('language=') && !names.has(part));
  return [encodeURIComponent(name), ...others].join('&');
}

function mark(): void {
  for (const radio of radios) {
    const chosen = radio.value === root.dataset.language;
    radio.setAttribute('aria-checked', String(chosen));
    radio.tabIndex = chosen ? 0 : -1;
  }
}

function toggle(open: boolean): void {
  if (!menu || (menu.getAttribute('aria-expanded') === 'true') === open) return;
  menu.setAttribute('aria-expanded', String(open));
  (open ? radios.find((radio) => radio.tabIndex === 0) : menu)?.focus();
}

/** Arrow keys choose, as in every group of radio buttons. */
function step(event: KeyboardEvent): void {
  const at = radios.indexOf(event.target as HTMLButtonElement);
  const back = root.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft',
    on = root.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const move = {
    ArrowUp: at - 1,
    [back]: at - 1,
    ArrowDown: at + 1,
    [on]: at + 1,
    Home: 0,
    End: radios.length - 1,
  }[event.key];
  if (at < 0 || move === undefined) return;
  event.preventDefault();
  const radio = radios.at(move % radios.length)!;
  setLanguage(radio.value);
  radio.focus();
}

export function languages(): void {
  if (!radios.length) return;
  mark();
  const box = radios[0]!.parentElement!;
  box.addEventListener('click', ({ target }) => {
    const radio = (target as Element).closest<HTMLButtonElement>('[role=radio]');
    if (!radio) return;
    setLanguage(radio.value);
    toggle(false);
  });
  box.addEventListener('keydown', step);
  menu?.addEventListener('click', () => toggle(menu.getAttribute('aria-expanded') !== 'true'));
  const around = box.parentElement!;
  around.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    if (event.key === 'Escape' && menu?.getAttribute('aria-expanded') === 'true')
      event.stopPropagation();
    if (event.key === 'Escape') toggle(false);
  });
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (!around.contains(relatedTarget as Node | null))
      menu?.setAttribute('aria-expanded', 'false');
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!around.contains(target as Node)) menu?.setAttribute('aria-expanded', 'false');
  });
}
