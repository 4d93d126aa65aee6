/** Work on parts of the page is done when they come near the screen: a long page has a thousand samples. */

/** Calls `visit` once for each element that comes within some screens' reach. */
export function whenNear(elements: Iterable<Element>, visit: (element: HTMLElement, entry: IntersectionObserverEntry) => void): void {
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      visit(entry.target as HTMLElement, entry);
    }
  }, { rootMargin: '600px 0px' });
  for (const element of elements) observer.observe(element);
}

/** A button of the site's own within the author's text. */
export function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.dataset.generated = '';
  element.addEventListener('click', press);
  return element;
}
