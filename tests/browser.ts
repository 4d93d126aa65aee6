/**
 * The browser that the tests use, in this order: `PHYLLITE_CHROMIUM`, Playwright's own, the system's Chromium or Chrome;
 * on Debian or Ubuntu as root it is installed. Run by itself, makes sure that there is one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

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
  return [chromium.executablePath(), ...places].find((file) => existsSync(file));
}

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
  const root = process.getuid?.() === 0;
  const args = [...flags, ...more, ...(root ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

if (import.meta.main) {
  if (!findBrowser() && isDebian() && process.getuid?.() === 0) {
    console.log('Installing Chromium with apt-get, for the tests in a browser …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
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
