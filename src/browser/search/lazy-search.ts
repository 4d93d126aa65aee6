/** All of search that a page loads before it is used: shows the box and waits for the reader. */
import { words } from '../words.ts';

export function lazySearch(): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  const input = root?.querySelector('input');
  if (!root || !input) return;
  root.hidden = false;
  let box: Promise<void> | undefined;
  const load = (): Promise<void> =>
    (box ??= import('./box.ts').then(
      ({ open }) => open(root, input),
      () => {
        box = undefined;
        const note =
          root.querySelector('[role=alert]') ?? root.appendChild(document.createElement('p'));
        note.setAttribute('role', 'alert');
        note.textContent = words.search_failed ?? '';
      },
    ));
  const focus = (event: Event): void => {
    event.preventDefault();
    // On small screens the box is in the drawer, which has a button for this.
    if (!input.checkVisibility({ visibilityProperty: true }))
      return document.querySelector<HTMLElement>('.bar-search')?.click();
    input.focus();
    input.select();
  };

  input.addEventListener('focus', load);
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const typing =
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
    if (altKey) return;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') focus(event);
    else if (key === '/' && !ctrlKey && !metaKey && !typing) focus(event);
  });
  // A shared search, or one that Back leads to.
  if (/[?&]q=/.test(location.search)) void load();
  try {
    // A visit that begins here (`restore.ts`) comes from no result.
    if (!('new' in document.documentElement.dataset) && sessionStorage.getItem('search-landing'))
      void import('./go-to-result.ts').then(({ resume }) => resume());
  } catch {
    // Storage is forbidden: the section is there, only without marks.
  }
}
