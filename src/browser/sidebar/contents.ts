/**
 * The entry in view: marked in the contents, its branch open; the hash and the tab's title follow.
 */
import { barHeight, scrollToTarget } from '../scroll-anchor.ts';
import { idOf, targetOf } from '../hash.ts';
import { afterFrame, inFrame, whenVisible } from '../when-visible.ts';
import { titleOf } from './branch.ts';
import { Tree } from './tree.ts';

const bare = (path: string) => path.replace(/(index)?(\.html)?$/, '');

interface Place {
  id: string;
  heading: HTMLElement;
  link: HTMLAnchorElement;
}

export function contents(): void {
  const element = document.querySelector<HTMLElement>('.contents');
  if (!element) return;
  new Spy(new Tree(element));
}

class Spy {
  readonly #tree: Tree;
  readonly #title = document.title;
  /** Blocks in order, each with the listed headings that stand in it. */
  readonly #blocks = [...document.querySelectorAll<HTMLElement>('.block')];
  readonly #places = new Map<HTMLElement, Place[]>();
  /** Blocks that cross the line, headings that are above it. */
  readonly #crossing = new Set<Element>();
  readonly #above = new Set<Element>();
  /** Blocks near the screen: no other can cross the line. */
  readonly #near = new Set<HTMLElement>();
  #observers: { blocks: IntersectionObserver; headings: IntersectionObserver } | undefined;
  #current: Place | undefined;
  /**
   * Where the reader asked to go; holds until they move on, since the last sections cannot come to
   * the top.
   */
  #asked: string | undefined;
  #moved = false;
  #timer = 0;

  constructor(tree: Tree) {
    this.#tree = tree;
    for (const link of tree.element.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
      if (bare(link.pathname) !== bare(location.pathname)) continue;
      const id = idOf(link.hash);
      const heading = document.getElementById(id);
      const block = heading?.closest<HTMLElement>('.block');
      if (!heading || !block) continue;
      const places = this.#places.get(block) ?? [];
      places.push({ id, heading, link });
      // Marked before the first paint (`restore.ts`).
      if (link.hasAttribute('aria-current')) this.#current = places.at(-1);
      this.#places.set(block, places);
    }
    inFrame(() => this.#goToHash());
    if (!this.#places.size) return;
    afterFrame(() => {
      this.#observe();
      whenVisible(this.#blocks, (block, near) => {
        near ? this.#near.add(block) : this.#near.delete(block);
        this.#watch(block, near);
      });
    });
    let resize = 0;
    addEventListener('resize', () => {
      clearTimeout(resize);
      resize = window.setTimeout(() => this.#observe(), 200);
    });
    for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      addEventListener(
        event,
        () => {
          this.#asked = undefined;
        },
        { passive: true },
      );
    addEventListener(
      'scroll',
      () => {
        this.#moved = true;
      },
      { once: true, passive: true },
    );
    addEventListener('hashchange', () => this.#goToHash());
    addEventListener('pagehide', () => this.#saveOffset());
  }

  /**
   * Puts the hash's target under the bar: browsers guess the height of what is not laid out yet.
   */
  #goToHash(): void {
    const target = targetOf(location.hash);
    if (!target) return;
    this.#asked = target.id;
    const offset: unknown = history.state?.phyllite;
    scrollToTarget(target, typeof offset === 'number' ? offset : 0);
    this.#update();
  }

  /**
   * Notes how far below the hash's target the reader is, for when they come back to this entry of
   * the history.
   */
  #saveOffset(): void {
    const target = targetOf(location.hash);
    if (!target) return;
    const offset = barHeight() + 16 - target.getBoundingClientRect().top;
    try {
      history.replaceState(
        {
          ...history.state,
          phyllite: this.#asked === undefined ? Math.round(offset) : (history.state?.phyllite ?? 0),
        },
        '',
      );
    } catch {
      // Too many changes in a short time.
    }
  }

  #observe(): void {
    this.#observers?.blocks.disconnect();
    this.#observers?.headings.disconnect();
    this.#crossing.clear();
    const line = Math.round(barHeight()) + 40;
    const above = (set: Set<Element>, top: number): IntersectionObserver =>
      new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            isIntersecting ? set.add(target) : set.delete(target);
          this.#update();
        },
        { rootMargin: `${top}px 0px ${-Math.max(0, innerHeight - line - 1)}px` },
      );
    this.#observers = { blocks: above(this.#crossing, -line), headings: above(this.#above, 1e5) };
    for (const block of this.#near) this.#watch(block, true);
  }

  #watch(block: HTMLElement, near: boolean): void {
    const { blocks, headings } = this.#observers!;
    const act = near ? 'observe' : 'unobserve';
    blocks[act](block);
    if (!near) this.#crossing.delete(block);
    const places = this.#places.get(block);
    if (places && places.length > 1) for (const { heading } of places) headings[act](heading);
  }

  /** The last listed heading at or above the line. */
  #find(): Place | undefined {
    let at = this.#blocks.findIndex((block) => this.#crossing.has(block));
    // The bar has the ground of what it stands over.
    if (at >= 0)
      document
        .querySelector('.bar')
        ?.toggleAttribute('data-plain', 'plain' in this.#blocks[at]!.dataset);
    if (this.#asked !== undefined)
      for (const places of this.#places.values())
        for (const place of places) if (place.id === this.#asked) return place;
    // Above the first block: at the beginning.
    if (at < 0)
      return scrollY < innerHeight ? this.#places.values().next().value?.[0] : this.#current;
    const places = this.#places.get(this.#blocks[at]!);
    const inside =
      places && places.length > 1
        ? (places.findLast(({ heading }) => this.#above.has(heading)) ?? places[0])
        : places?.[0];
    if (inside) return inside;
    while (--at >= 0) {
      const before = this.#places.get(this.#blocks[at]!)?.at(-1);
      if (before) return before;
    }
    return undefined;
  }

  #update(): void {
    // Some ways to move tell nothing of themselves: the scroll bar, a screen reader.
    const box =
      this.#asked === undefined
        ? undefined
        : document.getElementById(this.#asked)?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > innerHeight)) this.#asked = undefined;
    const place = this.#find();
    if (place === this.#current) return;
    this.#current?.link.removeAttribute('aria-current');
    this.#current = place;
    if (place) {
      place.link.setAttribute('aria-current', 'location');
      this.#tree.reveal(place.link);
    }
    clearTimeout(this.#timer);
    const { hash } = location;
    // When the reader has come to rest: browsers refuse to change the URL a hundred times in a row.
    this.#timer = window.setTimeout(() => {
      if (place) this.#tree.show(place.link);
      // Unless they have followed a link meanwhile, and its own event is still to come.
      if (this.#moved && location.hash === hash) this.#updateAddress(place);
    }, 120);
  }

  #updateAddress(place: Place | undefined): void {
    document.title = place ? `${titleOf(place.link)} – ${this.#title}` : this.#title;
    const hash = place ? `#${encodeURIComponent(place.id)}` : '';
    // A link to what is not listed (a row, a smaller heading) stays in the address until the reader
    // moves on.
    if (this.#asked !== undefined || idOf(location.hash) === (place?.id ?? '')) return;
    try {
      history.replaceState(null, '', location.pathname + location.search + hash);
    } catch {
      // Too many changes in a short time: the next one tells it.
    }
  }
}
