/** The mark beside a heading, or a parameter's row, that links to it. */
import { fill } from './words.ts';

export function anchor(target: HTMLElement): void {
  const row = target instanceof HTMLTableRowElement;
  const place = row ? target.cells[0] : target;
  if (!place || place.querySelector('.anchor')) return;
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = `#${encodeURIComponent(target.id)}`;
  link.dataset.generated = '';
  link.setAttribute('aria-label', fill('heading_link', place.textContent?.trim() ?? ''));
  place.append(link);
}
