/** Long samples are shown cut, with a button that shows them whole. */
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
