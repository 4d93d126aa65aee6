/** What runs in the page while it is measured: sent to the browser as text, so each function stands by itself. */

interface Seen {
  /** Milliseconds of each task of more than 50. */
  tasks: number[];
  /** Cumulative layout shift, without what follows a reader's input. */
  shift: number;
}

declare global {
  // eslint-disable-next-line no-var
  var phylliteBench: Seen;
}

/** Before the page: counts long tasks and shifts. */
export function watch(): void {
  globalThis.phylliteBench = { tasks: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.phylliteBench.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) globalThis.phylliteBench.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

export interface Loaded {
  /** Milliseconds from the start of the navigation. */
  load: number;
  firstPaint: number;
  /** Milliseconds that tasks took beyond 50 each. */
  blocking: number;
  shift: number;
  elements: number;
  languages: number;
  /** Of the last heading, and of one three quarters down. */
  ids: string[];
}

/** When it is loaded and quiet. */
export function loaded(): Loaded {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const headings = [
    ...document.querySelectorAll(
      'main :is(h1, h2, h3, h4, h5, h6)[id], .content :is(h1, h2, h3)[id]',
    ),
  ];
  return {
    load: navigation!.loadEventEnd,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    blocking: globalThis.phylliteBench.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
    shift: globalThis.phylliteBench.shift,
    elements: document.getElementsByTagName('*').length,
    languages: document.querySelectorAll('.languages [role=radio], .lang-selector a').length,
    ids: [headings.at(-1), headings[Math.floor(headings.length * 0.75)]].flatMap((heading) =>
      heading ? [heading.id] : [],
    ),
  };
}

/** Chooses languages in turn, in the middle of the page. @returns milliseconds from each click to the frame that shows it */
export async function switchLanguages(times: number): Promise<number[]> {
  const frame = () =>
    new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        // After the frame's style, layout and paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      }),
    );
  scrollTo(0, document.documentElement.scrollHeight / 2);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const buttons = [
    ...document.querySelectorAll<HTMLElement>('.languages [role=radio], .lang-selector a'),
  ].filter((button) => button.checkVisibility() && button.offsetWidth > 0);
  const took: number[] = [];
  for (let time = 1; time <= times && buttons.length > 1; time++) {
    const started = performance.now();
    buttons[time % buttons.length]!.click();
    await frame();
    took.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return took;
}

/** From end to end, about a screen a frame. @returns milliseconds of each frame */
export async function scrollThrough(): Promise<number[]> {
  scrollTo({ top: 0, behavior: 'instant' });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const step = Math.max(300, document.documentElement.scrollHeight / 500);
  const frames: number[] = [];
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let still = 0; still < 3 && frames.length < 3000; ) {
    const at = scrollY;
    scrollBy({ top: step, behavior: 'instant' });
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - before);
    before = now;
    still = scrollY > at ? 0 : still + 1;
  }
  return frames;
}

/** How far a heading is from where a link to it should land, in pixels: below the space that it keeps, or at the page's end. */
export function offBy(id: string): number {
  const root = document.documentElement;
  const heading = document.getElementById(id)!;
  const space =
    (parseFloat(getComputedStyle(root).scrollPaddingTop) || 0) +
    (parseFloat(getComputedStyle(heading).scrollMarginTop) || 0);
  const wanted = Math.min(
    heading.getBoundingClientRect().top + scrollY - space,
    root.scrollHeight - innerHeight,
  );
  return Math.abs(scrollY - Math.max(0, wanted));
}
