/** What the reader chose, per site (by its base): two sites on one origin keep apart. */
export const { base = '/', document: page = '/' } = document.documentElement.dataset;

export function remember(name: string, value: string | null): void {
  const key = `phyllite ${base} ${name}`;
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is closed to the page: the choice holds until the reader leaves.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`phyllite ${base} ${name}`);
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
