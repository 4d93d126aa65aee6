/**
 * Whether long lines of code break or scroll: one choice of the reader's for all samples,
 * remembered for the site.
 */
import { remember } from '../storage.ts';
import { button } from '../when-visible.ts';
import { keepPlace } from '../scroll-anchor.ts';
import { words } from '../words.ts';

const root = document.documentElement;

/** px of a letter of code; those of China, Japan and Korea are two. */
const LETTER = 7.75;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;

/**
 * Whether a sample has lines longer than it is wide. Of one that is not seen (of another language,
 * or with its lines broken) the lines are counted.
 */
export function overflows(sample: HTMLElement): boolean {
  const pre = sample.querySelector('pre');
  if (!pre) return false;
  if (pre.clientWidth && root.dataset.wrap === undefined)
    return pre.scrollWidth > pre.clientWidth + 1;
  const room = (pre.clientWidth || sample.parentElement!.clientWidth) / LETTER - 4;
  return pre.textContent!.split('\n').some((line) => line.replace(wide, '  ').length > room);
}

/** Adds the button to a sample with a caption. */
export function wrapButton(sample: HTMLElement): void {
  const caption = sample.querySelector('figcaption');
  if (!caption) return;
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
