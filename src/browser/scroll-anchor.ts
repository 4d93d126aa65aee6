/** Keeps the reader's place while the page around it changes its height. */

/** Height of what covers the top of the text. */
export const barHeight = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;

/** Runs a change so that what stands at the top of the screen stays there. */
export function keepPlace(change: () => void): void {
  const anchor = topmost();
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor || before === undefined || scrollY === 0) return;
  let frames = 4;
  // More than once: what comes into view is laid out only then, and is seldom as high as estimated.
  const correct = () => {
    const moved = anchor.isConnected ? anchor.getBoundingClientRect().top - before : 0;
    if (Math.abs(moved) > 0.5) scrollBy({ top: moved, behavior: 'instant' });
    if (frames-- > 0) requestAnimationFrame(correct);
  };
  correct();
}

/** A piece of prose at the top of the screen, which no choice of language hides. */
function topmost(): Element | undefined {
  const top = barHeight();
  for (const chapter of from(document.querySelectorAll('.chapter'), top)) {
    for (const block of from(chapter.children, top)) {
      for (const piece of block.querySelectorAll('.prose > *')) {
        const box = piece.getBoundingClientRect();
        if (box.height && box.bottom > top) return box.top < innerHeight ? piece : block;
      }
    }
  }
  return undefined;
}

/**
 * Of what follows each other down the page, hundreds on a long one, the first that ends below a
 * line and those after it: asked by halves.
 */
function from(pieces: ArrayLike<Element>, line: number): Element[] {
  let first = 0;
  for (let end = pieces.length; first < end; ) {
    const middle = (first + end) >> 1;
    if (pieces[middle]!.getBoundingClientRect().bottom <= line) first = middle + 1;
    else end = middle;
  }
  return Array.from(pieces).slice(first);
}

/** Each begins where the one before is given up. */
let scrolls = 0;

/**
 * Scrolls an element under the bar and holds it there until the page around it is laid out, or the
 * reader takes over.
 */
export function scrollToTarget(target: Element, offset = 0): void {
  const own = ++scrolls;
  let calm = 0,
    frames = 90;
  const stop = () => {
    frames = 0;
  };
  const events = ['wheel', 'touchstart', 'keydown', 'pointerdown'];
  for (const event of events) addEventListener(event, stop, { once: true, passive: true });
  const step = () => {
    if (frames-- <= 0 || own !== scrolls) return;
    const before = scrollY;
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    if (offset) scrollBy({ top: offset, behavior: 'instant' });
    calm = Math.abs(scrollY - before) < 1 ? calm + 1 : 0;
    if (calm < 12) requestAnimationFrame(step);
  };
  step();
}
