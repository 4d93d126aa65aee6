/** Files of a content folder that no reader is meant to have, unless a page includes them. */

/** As in an `ignore` of the owner's (`ignore.ts`). */
export const defaultIgnore: readonly string[] = [
  // About the project, not of the reference. In `.mdx` they are pages.
  ...['README', 'CHANGELOG', 'CONTRIBUTING', 'CODE_OF_CONDUCT', 'SECURITY', 'LICENSE', 'LICENCE']
    .flatMap((name) => [`${name}.md`, `${name}.markdown`]),
  'drafts/',
  // What builds and installs it.
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.json',
  'phyllite.config.*',
  'Gemfile',
  'Gemfile.lock',
  'Rakefile',
  'Makefile',
  'Dockerfile',
  'Dockerfile.*',
  'docker-compose*.yml',
  'Vagrantfile',
  // What editors and systems leave.
  '*~',
  '*.bak',
  '*.orig',
  '*.rej',
  '*.tmp',
  '*.swp',
  '*.swo',
  '#*#',
  'Thumbs.db',
  'desktop.ini',
  // Keys.
  'id_rsa*',
  'id_dsa*',
  'id_ecdsa*',
  'id_ed25519*',
  '*.pem',
  '*.key',
  '*.p12',
  '*.pfx',
  '*.jks',
  '*.keystore',
  '*.kdbx',
];
