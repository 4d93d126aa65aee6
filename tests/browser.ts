/**
 * The browser that the tests use, in this order: `PHYLLITE_CHROMIUM`, Debian's Chromium without a window, Playwright's own,
 * the system's Chromium or Chrome. Run by itself, makes sure that there is one: on Debian as root it is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** The same engine without the frame of a window: to open a page in it takes a fifth of the processor. */
const shell = '/usr/lib/chromium/chromium-headless-shell';
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Asking Playwright for each request whether it may go takes longer than the request. */
export const onlyHere = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'];

export function findBrowser(): string | undefined {
  const named = process.env['PHYLLITE_CHROMIUM'];
  if (named) return named;
  return [shell, chromium.executablePath(), ...places].find((file) => existsSync(file));
}

const isRoot = process.getuid?.() === 0;
const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** Without the network: a browser that looks its maker up at every start only waits for a closed door. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param more flags: `onlyHere` keeps it from every other machine */
export function launch(more: string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no browser: run `node tests/browser.ts`');
  const args = [...flags, ...more, ...(isRoot ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

if (import.meta.main) {
  // Debian's own with a window is there when the package was asked for before: it does, but takes its time.
  if ([undefined, '/usr/bin/chromium'].includes(findBrowser()) && isDebian() && isRoot) {
    console.log('Installing Chromium with apt-get, for the tests in a browser …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    const install = (name: string) =>
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
    spawnSync('apt-get', ['update', '-qq', '-o', 'Acquire::http::Timeout=10'], quiet);
    // Ubuntu has no such package, and a Debian without the network has what it has.
    if (install('chromium-headless-shell').status !== 0 && !findBrowser()) install('chromium');
  }
  const found = findBrowser();
  if (!found) {
    console.error(
      'The tests need Chromium or Chrome. Install one (npx playwright install chromium), or name one in PHYLLITE_CHROMIUM.',
    );
    process.exit(1);
  }
  console.log(`Browser: ${found}`);
}
