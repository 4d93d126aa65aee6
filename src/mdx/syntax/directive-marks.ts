/** A directive's marks as written, around what it holds. */
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { endOf, sourceOf, startOf } from '../source.ts';

export interface DirectiveMarks {
  /** `:name[`, or all of it where there is no label. */
  open: string;
  /** `]{attributes}`; empty where there is no label. */
  close: string;
  /** `{attributes}`, also the end of `close` (of `open` without a label). */
  attributes: string;
  /** The closing line of a container; empty where it is missing. */
  end: string;
}

export function directiveMarks(
  node: ContainerDirective | LeafDirective | TextDirective,
  text: string,
): DirectiveMarks {
  const source = sourceOf(node, text);
  const container = node.type === 'containerDirective';
  const head = container ? source.split('\n', 1)[0]!.trimEnd() : source;
  const named = /^:+[^\s[{]*/.exec(head)![0];
  const label = container
    ? node.children.find((child) => child.data && 'directiveLabel' in child.data)
    : node;
  const children = label && 'children' in label ? label.children : [];
  let close = '',
    open = head;
  if (head[named.length] === '[') {
    const inner = children.length ? endOf(children.at(-1)!) - startOf(node) : named.length + 1;
    const bracket = head.indexOf(']', inner);
    open = head.slice(0, children.length ? named.length + 1 : bracket + 1);
    close = head.slice(children.length ? bracket : bracket + 1);
  } else {
    open = named;
    close = head.slice(named.length);
  }
  return {
    open,
    close,
    attributes: close.slice(close.indexOf('{') < 0 ? close.length : close.indexOf('{')),
    end: container ? closing(node, source, text) : '',
  };
}

/**
 * The last line, if it is colons below all that the container holds (an inner one may end there).
 */
function closing(node: ContainerDirective, source: string, text: string): string {
  const found = /\n[\s>]*(:{3,})[ \t]*$/.exec(source);
  const last = node.children.at(-1);
  const mark = found ? startOf(node) + found.index + found[0].indexOf(':') : 0;
  return found && (!last || endOf(last) <= mark) && text[mark] === ':' ? found[1]! : '';
}
