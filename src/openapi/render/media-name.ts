/** Media types in few letters, for tabs; the text names them in full. */

const names: [pattern: RegExp, name: string][] = [
  [/^application\/json\b/i, 'JSON'],
  [/[/+](?:xml)\b/i, 'XML'],
  [/\byaml\b/i, 'YAML'],
  [/^text\/plain\b/i, 'Text'],
  [/^text\/html\b/i, 'HTML'],
  [/^text\/csv\b/i, 'CSV'],
  [/x-www-form-urlencoded/i, 'Form'],
  [/^multipart\//i, 'Multipart'],
  [/octet-stream/i, 'Binary'],
];

export const mediaName = (type: string): string =>
  names.find(([pattern]) => pattern.test(type))?.[1] ??
  type.replace(/;.*$/, '').replace(/^(?:application|text|image)\/(?=\w)/, '');

/** What a tab of media types that say the same is called. */
export const mediaLabel = ({ types }: { types: readonly string[] }): string => {
  const [first = '', ...others] = [...new Set(types.map(mediaName))];
  return others.length > 1 ? `${first} …` : [first, ...others].join(', ');
};
