/** Percent-encoding undone. */

/** A part of a URL with its escapes undone; as it is where they are broken (`%E0%A4%A`). */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
