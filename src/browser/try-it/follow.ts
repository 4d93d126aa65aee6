/** The samples of the code column follow what is typed, and keep their colours. */
import { fillPieces, type Literals, type Piece } from '../../shared/sample/pieces.ts';

/** A character with the element that colours it. */
type Coloured = readonly [character: string, colour: Node | undefined];

/** @returns writes values into a sample of the page */
export function follower(
  code: HTMLElement,
  pieces: readonly Piece[],
  literals: Literals,
): (values: ReadonlyMap<string, string>) => void {
  const before: Coloured[][] = [[]];
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const colour = parentElement === code ? undefined : parentElement!;
    for (const character of data)
      if (character === '\n') before.push([]);
      else before.at(-1)!.push([character, colour]);
  }
  const texts = before.map((line) => line.map(([character]) => character).join(''));
  return (values) => {
    const after = fillPieces(pieces, values, literals).split('\n');
    const lines = coloured(before, texts, after).map((line, index) => [
      ...(index ? ['\n'] : []),
      ...runs(line),
    ]);
    code.replaceChildren(...lines.flat());
  };
}

/** Lines that are still there keep their colours; of the others, what has stayed of them. */
function coloured(
  before: readonly Coloured[][],
  texts: readonly string[],
  after: readonly string[],
): Coloured[][] {
  let at = 0;
  return after.map((line) => {
    const same = texts.indexOf(line, at);
    if (same >= 0) {
      at = same + 1;
      return before[same]!;
    }
    const old = before[at] ?? [];
    const characters = [...line];
    const most = Math.min(old.length, characters.length);
    let head = 0;
    while (head < most && old[head]![0] === characters[head]) head++;
    const by = old.length - characters.length;
    let tail = characters.length;
    while (tail > head && tail + by > head && old[tail + by - 1]![0] === characters[tail - 1])
      tail--;
    // Another line, put in between.
    const isNew = head + characters.length - tail < old.length / 3;
    if (!isNew) at++;
    return characters.map((character, index): Coloured => {
      const place = index < head ? index : index < tail ? head - 1 : index + by;
      return [character, isNew ? undefined : old[place]?.[1]];
    });
  });
}

/** One element a run of equal colour. */
function runs(line: readonly Coloured[]): Node[] {
  const made: Node[] = [];
  let last: Node | undefined | null = null;
  for (const [character, colour] of line) {
    if (colour !== last) made.push(colour?.cloneNode() ?? new Text());
    last = colour;
    const end = made.at(-1)!;
    end.textContent += character;
  }
  return made;
}
