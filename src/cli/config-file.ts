/** Where a config file is looked for, and what is said of one that is not read. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Arguments } from './arguments.ts';

const fileNames = ['phyllite.config.ts', 'phyllite.config.mjs', 'phyllite.config.js'];

/** @returns the config file of a folder, absolute, if it has one */
export const configIn = (folder: string): string | undefined =>
  fileNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));

/**
 * An owner would look for the fault in the file: one of another name, and one beside the content
 * that another folder's call names.
 * @param read what is read, absolute
 */
export function tellUnread({ root, names }: Arguments, read: string | undefined): void {
  const own = process.cwd();
  const odd = readdirSync(own).find((name) => /^phyll?ite\.config\.\w+$/.test(name));
  if (!read && odd) tell(`${odd} is not read: a config file is named phyllite.config.ts or .mjs`);
  const beside = names.root ? configIn(path.dirname(root)) : undefined;
  if (beside && (!read || real(read) !== real(beside)) && real(path.dirname(root)) !== real(own))
    tell(`${path.relative(own, beside)} is not read: you call from another folder`, beside);
}

/** @param content that the file is for, absolute; the call names another */
export const tellOther = (file: string, content: string): void =>
  tell(`${path.basename(file)} is not read: its content is ${content}`, file);

const tell = (sentence: string, file = ''): void =>
  void process.stderr.write(
    `phyllite: ${sentence}${file && `; add --config ${path.relative('', file)} if it is meant`}\n`,
  );

/** @returns the path without links; the path itself where nothing is there */
export function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
