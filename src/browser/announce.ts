/** Tells assistive technology what has happened, without moving focus. */
let region: HTMLElement | undefined;

export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.dataset.generated = '';
    (document.querySelector('main') ?? document.body).append(region);
  }
  region.textContent = '';
  // A region that is new or says the same again is heard only if its text changes later.
  setTimeout(() => {
    region!.textContent = text;
  }, 60);
}
