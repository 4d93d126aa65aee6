/** The mark beside a heading, or a parameter's row, that links to it. */
import { fill } from './words.ts';

/** @param label of the link, `{title}` standing for the text it leads to */
export function anchor(target: HTMLElement, label: string): void {
  const row = target instanceof HTMLTableRowElement;
  const place = row ? target.cells[0] : target;
  if (!place || place.querySelector('.anchor')) return;
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = `#${encodeURIComponent(target.id)}`;
  link.dataset.generated = '';
  link.setAttribute('aria-label', fill(label, place.textContent?.trim() ?? ''));
  place.append(link);
}
