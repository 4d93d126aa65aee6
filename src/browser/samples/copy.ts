/** The copy button of a sample: its text, to the letter, but for a terminal's prompts and output. */
import { announce } from '../announce.ts';
import { button } from '../when-visible.ts';
import { words } from '../words.ts';

export function copyButton(sample: HTMLElement): void {
  const { copy = '', copied = '' } = words;
  const pre = sample.querySelector('pre');
  if (!pre) return;
  let timer = 0;
  const made = button('copy', copy, async () => {
    if (!(await write(textOf(pre)))) return;
    made.textContent = copied;
    made.dataset.done = '';
    announce(copied);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      made.textContent = copy;
      delete made.dataset.done;
    }, 2000);
  });
  // Before the code: the next stop of the keyboard after the button is what it copies.
  const caption = sample.querySelector('figcaption');
  if (caption) caption.append(made);
  else pre.before(made);
}

function textOf(pre: HTMLElement): string {
  const copy = pre.cloneNode(true) as HTMLElement;
  const parts = copy.querySelectorAll('.uncopied');
  for (const part of parts) part.remove();
  const text = copy.textContent ?? '';
  return parts.length ? text.trimEnd() : text;
}

/** The button at the title that copies the page as Markdown. */
export function copyPage(): void {
  const made = document.querySelector<HTMLButtonElement>('[data-copy-page]');
  made?.addEventListener('click', () => copyFile(made.dataset.copyPage ?? ''));
}

/** Copies a file of Markdown; where that fails it is shown. */
export async function copyFile(url: string): Promise<void> {
  try {
    const answer = await fetch(url);
    if (answer.ok && (await write(await answer.text()))) return announce(words.copied ?? '');
  } catch {
    // Shown, then.
  }
  location.assign(url);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without TLS have no clipboard.
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    const focused = document.activeElement as HTMLElement | null;
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return done;
  }
}
