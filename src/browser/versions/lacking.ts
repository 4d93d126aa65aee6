/** Says that this version has no counterpart of the section that the reader came from. */
import { idOf } from '../hash.ts';
import { words, fill } from '../words.ts';

const KEY = 'phyllite lacking';

/** @param version the one that the reader goes to */
export function noteLacking(version: string): void {
  try {
    sessionStorage.setItem(KEY, version);
  } catch {
    // Storage is closed to the page: the reader comes to the place above.
  }
}

/** Shows the note that was left on the way here, once. */
export function showLacking(): void {
  const version = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (!version || !words.not_in_version) return;
  const note = document.createElement('aside');
  note.className = 'lacking';
  note.dataset.callout = 'notice';
  note.dataset.generated = '';
  note.setAttribute('role', 'status');
  const text = note.appendChild(document.createElement('p'));
  text.textContent = fill('not_in_version', version);
  const id = idOf(location.hash);
  const heading = id ? document.getElementById(id) : null;
  if (heading?.matches('h1, h2, h3, h4, h5, h6')) heading.after(note);
  else document.querySelector('main .prose')?.prepend(note);
}
