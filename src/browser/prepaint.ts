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
      return localStorage.getItem(`phyllite ${key}`);
    } catch {
      return null; // Storage is closed to the page.
    }
  };
  root.dataset.script = '';
  const theme = remembered(`${base} theme`);
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (remembered(`${base} wrap`) !== null) root.dataset.wrap = '';
  const names = languages?.split('\n') ?? [];
  // Slate's `?ruby` is a name without a value; a plus stays one (`?c++`).
  const wanted = [...new URLSearchParams(location.search.replaceAll('+', '%2B'))].map(
    ([name, value]) => (name === 'language' ? value : name),
  );
  // Text from outside is only ever compared with the names of the page's own tabs.
  const chosen =
    [...wanted, remembered(`${base} language`)].find(
      (name) => name !== null && names.includes(name),
    ) ?? names[0];
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
  // The first frame has the contents alone, the second what is seen at the place, the third what is
  // near it: with all in one, the reader would wait longer for anything.
  root.dataset.arriving = '';
  const observer = new MutationObserver(() => find() && nextFrame());
  const arrive = () => {
    if (root.dataset.arriving !== '') return;
    observer.disconnect();
    root.dataset.arriving = 'near';
    requestAnimationFrame(() => delete root.dataset.arriving);
    const target = find();
    target?.scrollIntoView();
    const block = target?.closest<HTMLElement>('.block');
    if (!block) return;
    const seen: HTMLElement[] = [block.parentElement!];
    const reach = 0.3 * innerHeight;
    for (const side of ['previousElementSibling', 'nextElementSibling'] as const)
      for (let one: Element | null = block; one; one = one[side]) {
        const { top, bottom } = one.getBoundingClientRect();
        if (bottom < -reach || top > innerHeight + reach) break;
        seen.push(one as HTMLElement);
      }
    // Their heights are only estimated, and would move the place in this very frame.
    for (const { style } of seen) style.contentVisibility = 'visible';
    target!.scrollIntoView();
  };
  const nextFrame = () => requestAnimationFrame(arrive);
  requestAnimationFrame(() => {
    if (find()) return nextFrame();
    // What is not there when all has been parsed will not come.
    if (document.readyState !== 'loading') return arrive();
    observer.observe(root, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', arrive);
  });
  // A page that takes long shows what there is.
  setTimeout(arrive, 1000);
}

/** The script's text, the same for every page. */
export const prepaint = `(${paint})()`;
