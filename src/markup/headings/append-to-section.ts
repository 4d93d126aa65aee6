/** Puts what a description says to the end of a section of the author's. */
import type { Element, Root, RootContent } from 'hast';
import { isHeading } from '../../shared/hast/text.ts';
import { headingSlugs } from '../../shared/slug.ts';
import type { Appended } from '../../source/document.ts';

/** @param tree is changed; where the heading is not at its top, the end of the text is the place */
export function appendToSection(tree: Root, { id, nodes }: Appended): void {
  const { children } = tree;
  const at = children.findIndex((node) => levelOf(node) && idOf(node as Element) === id);
  const level = levelOf(children[at]);
  const next = children.findIndex((node, index) => index > at && isAbove(levelOf(node), level));
  children.splice(at < 0 || next < 0 ? children.length : next, 0, ...structuredClone(nodes));
}

const isAbove = (level: number, of: number): boolean => level > 0 && level <= of;

/** 0: no heading. */
const levelOf = (node: RootContent | undefined): number =>
  isHeading(node) ? Number(node.tagName[1]) : 0;

const idOf = (node: Element): string =>
  typeof node.properties.id === 'string' ? node.properties.id : headingSlugs(node).id;
