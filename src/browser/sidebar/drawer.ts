/**
 * On small screens the sidebar is a drawer: focus stays inside, Escape and a tap outside close it.
 */
const root = document.documentElement;
const small = matchMedia('(width < 930px)');

export function drawer(): void {
  const sidebar = document.getElementById('UI-sidebar');
  const button = document.querySelector<HTMLElement>('.bar-menu');
  if (!sidebar || !button) return;
  const others = [...document.body.children].filter(
    (element): element is HTMLElement => element !== sidebar && element instanceof HTMLElement,
  );
  let opener: HTMLElement | undefined;

  const set = (open: boolean) => {
    if ((root.dataset.drawer !== undefined) === open) return;
    if (open) root.dataset.drawer = '';
    else delete root.dataset.drawer;
    for (const element of others) element.inert = open;
    for (const [name, value] of Object.entries({
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': sidebar.querySelector('nav')?.getAttribute('aria-label') ?? '',
    }))
      open ? sidebar.setAttribute(name, value) : sidebar.removeAttribute(name);
    button.setAttribute('aria-expanded', String(open));
    if (!open) opener?.focus();
  };
  const open = (by: HTMLElement, focus: HTMLElement | null) => {
    opener = by;
    set(true);
    // Visible from the next style on.
    requestAnimationFrame(() => focus?.focus());
  };

  button.addEventListener('click', () =>
    open(button, sidebar.querySelector<HTMLElement>('.drawer-close')),
  );
  const search = document.querySelector<HTMLElement>('.bar-search');
  search?.addEventListener('click', () =>
    open(search, sidebar.querySelector<HTMLElement>('input[type=search]')),
  );
  sidebar.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('.drawer-close')) set(false);
    else if ((target as Element).closest('a[href]') && small.matches) {
      opener = undefined;
      set(false);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) set(false);
    if (event.key === 'Tab' && root.dataset.drawer !== undefined) keepInside(event, sidebar);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!sidebar.contains(target as Node)) set(false);
  });
  small.addEventListener('change', () => set(false));
}

function keepInside(event: KeyboardEvent, sidebar: HTMLElement): void {
  const stops = [
    ...sidebar.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]'),
  ].filter((element) => element.checkVisibility?.() ?? element.offsetParent);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && sidebar.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
