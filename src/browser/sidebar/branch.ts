/** What an entry of the contents tree is called. */

/** Title of a link or a group. One that says more, such as a method, holds it in an element. */
export const titleOf = (line: Element): string => (line.querySelector('span') ?? line).textContent;

/**
 * What a branch is known by on every page: its link (the page's own has a hash there, and none
 * elsewhere), or its title where it has none.
 */
export const keyOf = (branch: HTMLElement): string =>
  branch.dataset.key ??
  branch.querySelector(':scope > a')?.getAttribute('href') ??
  branch.querySelector(':scope > .group')?.textContent ??
  '';
