/**
 * Work on parts of the page is done when they come near the screen: a long page has a thousand
 * samples.
 */

/**
 * Tells of each block when it comes near the screen (some screens' reach) and when it leaves again.
 * Browsers that lay blocks out on demand know that anyhow, and say so; a thousand elements more to
 * watch would cost time in every frame.
 */
export function whenVisible(
  blocks: Iterable<HTMLElement>,
  tell: (block: HTMLElement, near: boolean) => void,
): void {
  if (!('ContentVisibilityAutoStateChangeEvent' in window)) {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          tell(target as HTMLElement, isIntersecting);
      },
      { rootMargin: '600px 0px' },
    );
    for (const block of blocks) observer.observe(block);
    return;
  }
  for (const block of blocks) {
    block.addEventListener('contentvisibilityautostatechange', (event) => {
      // Parts of code are laid out on demand, too.
      if (event.target === block)
        tell(block, !(event as ContentVisibilityAutoStateChangeEvent).skipped);
    });
    if (block.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }))
      tell(block, true);
  }
}

/**
 * Tells once of each block that has come near the screen, while the browser has nothing else to do:
 * the page is laid out then, so that nothing has to be laid out to be measured.
 */
export function onceNear(blocks: Iterable<HTMLElement>, tell: (block: HTMLElement) => void): void {
  const told = new WeakSet<HTMLElement>();
  whenVisible(blocks, (block, near) => {
    if (!near || told.has(block)) return;
    told.add(block);
    whenIdle(() => tell(block));
  });
}

const waiting: (() => void)[] = [];

/**
 * Runs when the browser has nothing else to do. Of several pieces of work each waits until what the
 * one before it changed has been shown: no frame has them all to lay out.
 */
export function whenIdle(work: () => void): void {
  const next = () => (window.requestIdleCallback ?? setTimeout)(run, { timeout: 500 });
  const run = () => {
    waiting[0]!();
    waiting.shift();
    if (waiting.length) next();
  };
  if (waiting.push(work) === 1) next();
}

/**
 * Runs in the next frame, but not in those before the place that the reader asked for is laid out
 * (`bar` and `contents` of `prepaint.ts`): to ask for its layout there would lay it out once more.
 */
export const inFrame = (work: () => void): void =>
  void requestAnimationFrame(() =>
    document.documentElement.dataset.arriving! < 'near' ? inFrame(work) : work(),
  );

/** Runs when that frame has been shown: what is asked of its layout then costs nothing. */
export const afterFrame = (work: () => void): void => inFrame(() => setTimeout(work));

/** A button of the site's own within the author's text. */
export function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.dataset.generated = '';
  element.addEventListener('click', press);
  return element;
}
