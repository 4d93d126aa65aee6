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
  const go = () => find()?.scrollIntoView();
  requestAnimationFrame(() => {
    // What is not there when all has been parsed will not come.
    if (find() || document.readyState !== 'loading') return go();
    // The contents are painted meanwhile; the text is not, until its place is there.
    root.dataset.arriving = '';
    const arrive = () => {
      if (root.dataset.arriving === undefined) return;
      observer.disconnect();
      delete root.dataset.arriving;
      requestAnimationFrame(go);
    };
    const observer = new MutationObserver(() => {
      if (find()) arrive();
    });
    observer.observe(root, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', arrive);
    // A page that takes long shows what there is.
    setTimeout(arrive, 1000);
  });
}

/** The script's text, the same for every page. */
export const prepaint = `(${paint})()`;
