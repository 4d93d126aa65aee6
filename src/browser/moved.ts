/** Old links into a document that is cut into pages: `/#list-all-coupons` goes at once to the page that holds it now. */

/** @returns whether it leaves the page */
export async function moved(): Promise<boolean> {
  const source = document.getElementById('UI-moved') as HTMLLinkElement | null;
  const id = idOf(location.hash);
  if (!source || !id || document.getElementById(id)) return false;
  try {
    const places: Record<string, string> = await (await fetch(source.href)).json();
    const place = Object.hasOwn(places, id) ? new URL(places[id]!, source.href) : undefined;
    if (place?.origin !== location.origin) return false;
    place.search = location.search;
    location.replace(place);
    return true;
  } catch {
    return false;
  }
}

/** A hash as an id; what is no valid escape stays as it is. */
export function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
