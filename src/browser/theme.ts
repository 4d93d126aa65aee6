/** Light, dark, or as the system: one button goes round. */
import { announce } from './announce.ts';
import { recall, remember } from './storage.ts';
import { words } from './words.ts';

export function themes(): void {
  const { dataset } = document.documentElement;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-button]')) {
    const show = () => {
      const name = words[`theme_${(dataset.theme ?? 'system') as 'light'}`] ?? '';
      button.title = `${words.theme}: ${name}`;
      button.setAttribute('aria-label', button.title);
      return name;
    };
    show();
    button.addEventListener('click', () => {
      // From the system's to the other one first: what a reader who presses it wants to see.
      const order = matchMedia('(prefers-color-scheme: dark)').matches
        ? ['', 'light', 'dark']
        : ['', 'dark', 'light'];
      const next = order[(order.indexOf(recall('theme') ?? '') + 1) % 3]!;
      if (next) dataset.theme = next;
      else delete dataset.theme;
      remember('theme', next || null);
      announce(show());
    });
  }
}
