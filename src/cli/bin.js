#!/usr/bin/env node
// The command of the installed package. Plain JavaScript that an old Node can read, so that it can say what it needs.
const [major, minor] = process.versions.node.split('.').map(Number);
const say = (text) => {
  process.stderr.write(`phyllite: ${text}\n`);
  process.exitCode = 2;
};
if (major < 22 || (major === 22 && minor < 12))
  say(
    `needs Node 22.12 or later, and this is ${process.versions.node}: install a newer one from nodejs.org`,
  );
else if (process.versions.pnp)
  say("Yarn's Plug'n'Play is not supported: write `nodeLinker: node-modules` into .yarnrc.yml");
else void import('./phyllite.js');
