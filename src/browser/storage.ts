/**
 * What the reader chose, per site (by its base) and document, so that two references on one origin
 * keep apart.
 */
export const { base = '/', document: page = '/' } = document.documentElement.dataset;

/** @param of `site`, or `document` for what differs between documents */
export function remember(
  name: string,
  value: string | null,
  of: 'site' | 'document' = 'site',
): void {
  const key = `phyllite ${base}${of === 'document' ? page : ''} ${name}`;
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is closed to the page: the choice holds until the reader leaves.
  }
}

export function recall(name: string, of: 'site' | 'document' = 'site'): string | null {
  try {
    return localStorage.getItem(`phyllite ${base}${of === 'document' ? page : ''} ${name}`);
  } catch {
    return null;
  }
}

/** For the tab's life: where the contents stood. */
export function keepContents(state: object): void {
  try {
    sessionStorage.setItem(`phyllite ${base} contents`, JSON.stringify(state));
  } catch {
    // As above.
  }
}
