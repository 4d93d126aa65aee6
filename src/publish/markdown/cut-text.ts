/** Cuts a text of Markdown that no heading divides. */

/** A line that opens or closes a fence: its marks, and what follows them. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * @param max characters of a part, as far as blocks allow it
 * @returns the text in parts: cut at blank lines, and between the lines of a fence or table only
 *   where that alone is longer than a part (the fence's marks and the table's head stand in each)
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

/** Blocks at the outermost level, each with a newline at its end. */
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
      // What is indented goes on with the list before it.
      blocks.push(block);
      block = '';
    }
  }
  return block ? [...blocks, block] : blocks;
}

/** The line that opens a fence, of its second piece: who reads both can join them. */
const continued = (opening: string): string =>
  `${opening}${/^ *[`~]+$/.test(opening) ? 'text' : ''} continued`;

/** A fence or table in pieces that are whole by themselves; another block by its lines. */
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
