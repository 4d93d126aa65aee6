/** Cuts Markdown that no heading divides. */

/** Its marks, and what follows them. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * At blank lines; within a fence or table only where that alone is longer than a part (its marks or
 * head stand in each).
 * @param max characters of a part
 */
export function cutText(text: string, max: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const block of blocksOf(text).flatMap((own) =>
    own.length > max ? halved(own, max) : own,
  )) {
    if (part && part.length + block.length > max) {
      parts.push(part);
      part = '';
    }
    part += (part && '\n') + block;
  }
  return part ? [...parts, part] : parts;
}

/** Outermost, each with a newline. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block = '';
  let fence = '';
  for (const line of text.split('\n')) {
    const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
    if (!fence) fence = marks;
    else if (marks.startsWith(fence) && !info.trim()) fence = '';
    if (line.trim() || fence) block += `${line}\n`;
    else if (block) {
      // What is indented goes on with the list before.
      blocks.push(block);
      block = '';
    }
  }
  return block ? [...blocks, block] : blocks;
}

/** Opens a fence's second piece: who reads both can join them. */
const continued = (opening: string): string =>
  `${opening}${/^ *[`~]+$/.test(opening) ? 'text' : ''} continued`;

/** Of a fence or table, whole by themselves; another block by its lines. */
function halved(block: string, max: number): string[] {
  const lines = block.trimEnd().split('\n');
  const fence = FENCE.exec(lines[0]!)?.[1];
  const isTable = /^\|[ :|-]+\|$/.test(lines[1] ?? '');
  const head = fence ? lines.slice(0, 1) : isTable ? lines.slice(0, 2) : [];
  const foot = fence ? [fence] : [];
  const inner = lines.slice(head.length, fence ? -1 : undefined);
  const around = [...head, ...foot].join('\n').length + 2;
  const pieces: string[][] = [[]];
  let length = around;
  for (const line of inner) {
    if (length + line.length > max && pieces.at(-1)!.length) {
      pieces.push([]);
      length = around;
    }
    pieces.at(-1)!.push(line);
    length += line.length + 1;
  }
  return pieces.map((piece, index) => {
    const opening = fence && index ? [continued(head[0]!)] : head;
    return `${[...opening, ...piece, ...foot].join('\n')}\n`;
  });
}
