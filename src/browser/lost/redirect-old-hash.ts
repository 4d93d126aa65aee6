/**
 * Runs inline in `<head>` of a document that is cut into pages: who comes by an old link,
 * `/#list-all-coupons`, is sent to the page that holds it now, at once and with nothing painted
 * before. It stands for itself, since it goes into the page as text. The root element has
 * `data-moved`: URL of an object, page → ids on it.
 */
function arrive(): void {
  const root = document.documentElement;
  const show = (): void => {
    root.style.visibility = '';
  };
  const follow = async (): Promise<void> => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // No valid escape: as it is.
    }
    // As `targetOf` (hash.ts) has it.
    const isHere = () =>
      document.getElementById(id) ?? document.querySelector(`[id="${CSS.escape(id)}" i]`);
    if (!id || id.startsWith('UI-') || isHere()) return;
    root.style.visibility = 'hidden';
    document.addEventListener('DOMContentLoaded', () => {
      if (isHere()) show();
    });
    try {
      const pages = (await (await fetch(root.dataset.moved!)).json()) as Record<string, string[]>;
      const urls = Object.keys(pages);
      const of = (name: string) =>
        urls.find((url) => pages[url]!.includes(name)) ??
        urls.find((url) => pages[url]!.some((one) => one.toLowerCase() === name.toLowerCase()));
      // A row's id begins with that of its section, and is listed only where that is not enough.
      let page: string | undefined;
      for (let stem = id; stem && !page; stem = stem.slice(0, Math.max(0, stem.lastIndexOf('-'))))
        page = of(stem);
      if (page && !isHere()) return location.replace(page + location.search + location.hash);
    } catch {
      // Not to be had: the list of pages is here.
    }
    show();
  };
  void follow();
  addEventListener('hashchange', follow);
}

/** The script's text, the same for every page. */
export const redirectOldHashScript = `(${arrive})()`;
