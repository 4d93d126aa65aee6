/**
 * Whether long lines of code break or scroll: one choice of the reader's for all samples,
 * remembered for the site.
 */
import { remember } from '../storage.ts';
import { button } from '../when-visible.ts';
import { keepPlace } from '../scroll-anchor.ts';
import { words } from '../words.ts';

const root = document.documentElement;

/** Width of the code column, px: read once, since each reading lays out what has changed. */
let width: number | undefined;
addEventListener('resize', () => {
  width = undefined;
});

/**
 * Adds the button to a sample with a caption whose lines are longer than its column is wide,
 * whichever language it is of.
 */
export function wrapButton(sample: HTMLElement): void {
  const caption = sample.querySelector('figcaption');
  const column = sample.closest('.code');
  const room = (column ? (width ??= column.clientWidth) : 0) / 7.75 - 8;
  if (
    !caption ||
    !sample
      .querySelector('pre')
      ?.textContent?.split('\n')
      .some((line) => line.length > room)
  )
    return;
  const made = button('wrap', '', () => {
    const wraps = root.dataset.wrap === undefined;
    keepPlace(() => root.toggleAttribute('data-wrap', wraps));
    remember('wrap', wraps ? '' : null);
    for (const one of document.querySelectorAll('.wrap'))
      one.setAttribute('aria-pressed', String(wraps));
  });
  made.title = words.wrap ?? '';
  made.setAttribute('aria-label', made.title);
  made.setAttribute('aria-pressed', String(root.dataset.wrap !== undefined));
  caption.append(made);
}
