/**
 * Long samples are shown cut, with a button that shows them whole; so are long sets of nested
 * parameters.
 */
import { button } from '../when-visible.ts';
import { fill, words } from '../words.ts';

export function showAllButton(sample: HTMLElement): void {
  const pre = sample.querySelector('pre');
  if (!pre) return;
  const label = fill('show_all', (pre.textContent ?? '').split('\n').length);
  const made = button('expand', label, () => {
    const whole = sample.toggleAttribute('data-open');
    made.textContent = whole ? (words.show_less ?? '') : label;
    made.setAttribute('aria-expanded', String(whole));
    if (!whole) sample.scrollIntoView({ block: 'nearest' });
  });
  made.setAttribute('aria-expanded', 'false');
  sample.append(made);
}

/** @param row of a parameter table, with `data-nested` rows below it */
export function nestedButton(row: HTMLTableRowElement): void {
  const { nested_hide: hide = '' } = words;
  const below: HTMLElement[] = [];
  const depth = Number(row.dataset.depth ?? 0);
  for (
    let next = row.nextElementSibling as HTMLElement | null;
    next && Number(next.dataset.depth ?? 0) > depth;
    next = next.nextElementSibling as HTMLElement | null
  )
    below.push(next);
  const set = (open: boolean) => {
    // What a row within keeps folded stays so when the set around it is opened again.
    let folded = Infinity;
    for (const one of below) {
      const at = Number(one.dataset.depth);
      if (at > folded) continue;
      folded = open && one.querySelector('.nested[aria-expanded=false]') ? at : Infinity;
      // Hidden, but for the browser's own search, which opens them.
      open ? one.removeAttribute('hidden') : one.setAttribute('hidden', 'until-found');
    }
    made.textContent = open ? hide : fill('nested_show', below.length);
    made.setAttribute('aria-expanded', String(open));
  };
  const made = button('nested', hide, () => set(made.getAttribute('aria-expanded') !== 'true'));
  made.setAttribute('aria-expanded', 'true');
  for (const one of below) one.addEventListener('beforematch', () => set(true));
  // Below the description, where there is one: it is read last.
  const described = /description-(\d)/.exec(row.closest('table')?.dataset.columns ?? '')?.[1] ?? 1;
  (row.cells[Number(described) - 1] ?? row.cells[0])?.append(made);
}
