/** Paths of our modules, as imports write them. */

const paths =
  /((?:from|import|new URL\(|import\()\s*(['"`])\.{1,2}\/[^'"`]+)\.ts(?=(\?[^'"`]*)?\2)/g;

/** @returns the script with `.js` where an import, or another path of a module, names a `.ts` file */
export const pointToCompiled = (script: string): string => script.replace(paths, '$1.js');
