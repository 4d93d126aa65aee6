/** The samples of the code column follow what is typed, and keep their colours. */
import { fillHoles } from '../../shared/fill-holes.ts';
import type { FollowingSample } from '../../shared/request/try-it.ts';

/** @returns writes values into a sample of the page */
export function follower(
  code: HTMLElement,
  sample: FollowingSample,
): (values: ReadonlyMap<string, string>) => void {
  const original = document.createElement('code');
  original.append(...[...code.childNodes].map((node) => node.cloneNode(true)));
  const before = (original.textContent ?? '').split('\n');
  return (values) => {
    const after = fillHoles(sample, values).split('\n');
    code.replaceChildren(...linesOf(original, before, after));
  };
}

/** Lines that are still there come with their colours; of the others, what has stayed of them. */
function* linesOf(
  original: HTMLElement,
  before: readonly string[],
  after: readonly string[],
): Generator<Node | string> {
  const starts = before.map(() => 0);
  for (let index = 1; index < before.length; index++)
    starts[index] = starts[index - 1]! + before[index - 1]!.length + 1;
  let at = 0;
  for (const [index, line] of after.entries()) {
    if (index) yield '\n';
    const same = before.indexOf(line, at);
    if (same >= 0) {
      yield piece(original, starts[same]!, starts[same]! + line.length);
      at = same + 1;
      continue;
    }
    const old = before[at] ?? '';
    const head = common(old, line, false);
    const tail = Math.min(common(old, line, true), Math.min(old.length, line.length) - head);
    if (head + tail < old.length / 3) {
      // Another line, put in between.
      yield line;
      continue;
    }
    const start = starts[at]!;
    yield piece(original, start, start + head);
    yield line.slice(head, line.length - tail);
    yield piece(original, start + old.length - tail, start + old.length);
    at += 1;
  }
}

/** How many characters two lines have in common at their start, or at their end. */
function common(one: string, other: string, isEnd: boolean): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (
    count < most &&
    one.at(isEnd ? -1 - count : count) === other.at(isEnd ? -1 - count : count)
  )
    count += 1;
  return count;
}

/** A copy of what stands between two places of an element's text. */
function piece(root: HTMLElement, start: number, end: number): DocumentFragment {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  range.setStart(root, 0);
  range.setEnd(root, 0);
  let passed = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const length = node.data.length;
    if (passed <= start) range.setStart(node, Math.min(start - passed, length));
    if (passed <= end) range.setEnd(node, Math.min(end - passed, length));
    passed += length;
    if (passed >= end && passed > start) break;
  }
  return range.cloneContents();
}
