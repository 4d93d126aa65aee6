/**
 * Runs in `<head>`, before anything is painted: language and appearance as the reader chose them,
 * and the place that they asked for.
 * It stands for itself, since it reaches the page as text. What it needs to know is on the root
 * element: `data-base` (whose memory it is), `data-languages` (names of the tabs, a line each).
 */
function paint(): void {
  const root = document.documentElement;
  const { base, languages } = root.dataset;
  const remembered = (key: string): string | null => {
    try {
      return localStorage.getItem(`phyllite ${base} ${key}`);
    } catch {
      return null; // Storage is closed to the page.
    }
  };
  root.dataset.script = '';
  const theme = remembered('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (remembered('wrap') !== null) root.dataset.wrap = '';
  const names = languages?.split('\n') ?? [];
  // Slate's `?ruby` is a name without a value; a plus stays one (`?c++`).
  const wanted = [...new URLSearchParams(location.search.replaceAll('+', '%2B'))].map(
    ([name, value]) => (name === 'language' ? value : name),
  );
  // Text from outside is only ever compared with the names of the page's own tabs.
  const chosen =
    [...wanted, remembered('language')].find((name) => names.includes(name!)) ?? names[0];
  if (chosen !== undefined) root.dataset.language = chosen;
  if (location.hash.length < 2) return;
  // Who comes by a link to a section sees it first. By themselves browsers go there when they have
  // parsed all, and show the beginning until then.
  const find = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // No valid escape: `hash.ts` goes there.
    }
  };
  // Where a visit begins the first frame has the bar alone; elsewhere it has the contents, too, which
  // stay as they were on the page before. The next has the block that was asked for, each after it
  // one more of those near: with all in one, the reader would wait longer for anything.
  root.dataset.arriving = 'bar';
  let frames = 'new' in root.dataset ? -1 : 0;
  const arrive = (): void => {
    const target = find();
    // What is not there when all has been parsed will not come; a page that takes long, a second or
    // so, shows what there is.
    const most = target ? 1 : document.readyState === 'loading' ? 60 : -1;
    if (frames++ < most) {
      if (frames) root.dataset.arriving = 'contents';
      return void requestAnimationFrame(arrive);
    }
    root.dataset.arriving = 'near';
    const chapter = target?.closest<HTMLElement>('.chapter');
    const blocks = [...(chapter?.children ?? [])] as HTMLElement[];
    const at = blocks.findIndex((block) => block.contains(target));
    // What the browser may skip has only an estimated height, and would move the place.
    for (const piece of [chapter, blocks[at]])
      piece?.style.setProperty('content-visibility', 'visible');
    target?.scrollIntoView();
    // From here on `contents.ts` holds it.
    const near = [...blocks.slice(at + 1), ...blocks.slice(0, at).reverse()].filter((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return top < 2 * innerHeight && bottom > -innerHeight;
    });
    const show = (): void => {
      const next = near.shift();
      if (!next) return void delete root.dataset.arriving;
      next.style.contentVisibility = 'auto';
      requestAnimationFrame(show);
    };
    near.length ? requestAnimationFrame(show) : show();
  };
  requestAnimationFrame(arrive);
}

/** The script's text, the same for every page. */
export const prepaint = `(${paint})()`;
