/**
 * Takes every id (and `name`) out and leaves a placeholder: ids are unique in a document, not in a
 * file.
 */
import type { Element, Parents, Root } from 'hast';
import type { OutlineHeading, WantedId } from '../fragment.ts';
import { headingsOf } from './headings.ts';
import { placeholder } from '../placeholder.ts';
import { textOf } from '../../shared/hast/text.ts';
import { eachElement, SKIP } from '../../shared/hast/walk.ts';

/** Collects the wanted ids of a file. */
export class IdCollector {
  readonly ids: WantedId[] = [];

  /** @returns the placeholder's number */
  want(id: Omit<WantedId, 'heading'>, heading = -1): number {
    return this.ids.push({ ...id, heading }) - 1;
  }
}

const mark = /^\uFDD0i(\d+)\uFDD1$/;

/** Replaces ids by placeholders; those that a step has made already get their heading. */
export function takeIds(tree: Root, outline: OutlineHeading[], collector: IdCollector): void {
  let heading = -1;
  eachElement(tree, (node) => {
    if (node.properties.dataGenerated !== undefined) return SKIP;
    const index = node.properties.dataOutline;
    if (index !== undefined) {
      heading = Number(index);
      node.properties.id = placeholder(
        'i',
        collector.want({ id: outline[heading]!.id, kind: 'heading' }, heading),
      );
    } else if (typeof node.properties.id === 'string') {
      const made = mark.exec(node.properties.id);
      if (made) collector.ids[Number(made[1])]!.heading = heading;
      else if (node.properties.id)
        node.properties.id = placeholder(
          'i',
          collector.want({ id: node.properties.id, kind: 'element' }, heading),
        );
    }
    if (node.tagName === 'a' && typeof node.properties.name === 'string')
      node.properties.name = placeholder(
        'i',
        collector.want({ id: node.properties.name, kind: 'name' }, heading),
      );
  });
}

/**
 * Drops an empty `<a name="x">` or `<a id="x">` that repeats the id of the heading after it
 * (widdershins writes them everywhere).
 */
export function dropRepeatedAnchors(tree: Root, outline: OutlineHeading[]): void {
  const following: { node: Element; parent: Parents; host: Parents }[] = [];
  const settle = (heading: Element) => {
    const wanted = outline[Number(heading.properties.dataOutline)]?.id;
    for (const { node, parent, host } of following.splice(0)) {
      if ((node.properties.id ?? node.properties.name) !== wanted) continue;
      parent.children = parent.children.filter((child) => child !== node) as typeof parent.children;
      if (
        parent.type === 'element' &&
        parent.tagName === 'p' &&
        !textOf(parent).trim() &&
        !parent.children.some((child) => child.type === 'element')
      )
        host.children = host.children.filter((child) => child !== parent) as typeof host.children;
    }
  };
  const visitBelow = (parent: Parents, host: Parents) => {
    for (const child of [...parent.children]) {
      if (child.type !== 'element') continue;
      if (child.properties.dataOutline !== undefined) {
        settle(child);
      } else if (
        child.tagName === 'a' &&
        (child.properties.id || child.properties.name) &&
        !child.properties.href &&
        !textOf(child).trim()
      )
        following.push({ node: child, parent, host });
      else visitBelow(child, parent);
    }
  };
  if (headingsOf(tree).length) visitBelow(tree, tree);
}
