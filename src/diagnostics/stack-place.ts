/** Where in a folder an error was thrown. */
import path from 'node:path';

export interface StackPlace {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
}

/**
 * @param stack of an error, as Node writes it. @param folder absolute
 * @returns the first place that the stack names in the folder, outside of its packages
 */
export function stackPlace(stack: string, folder: string): StackPlace | undefined {
  const [, file, line, column] =
    stack
      .split('\n')
      .filter((entry) => !entry.includes(`${path.sep}node_modules${path.sep}`))
      .map((entry) => /^\s+at (?:.*\()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/.exec(entry))
      .find((entry) => entry?.[1]?.startsWith(folder + path.sep)) ?? [];
  return file ? { file, line: Number(line), column: Number(column) } : undefined;
}
