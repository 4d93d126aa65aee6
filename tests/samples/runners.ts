/**
 * How the samples of a language are run: all of them in one process where the language allows it.
 * A runner writes `id<TAB>message` to stderr where a sample fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csharpForMono, monoRunner } from './csharp-for-mono.ts';
import type { SampleLanguage } from '../../src/samples/make-sample.ts';

export interface Runner {
  /** Says that the tool is there; the table shows what it prints. */
  version: [command: string, ...parameters: string[]];
  /** Extension of a sample's file. */
  extension: string;
  /** Where a sample's file lies, and what has to change for it to stand beside the others. */
  place?: (id: string, code: string) => { file: string; code: string };
  /** Writes the runner into the folder and gives the commands that run it, one after the other. */
  commands: (ids: string[], folder: string) => string[][];
}

const plain =
  (name: string, text: string, command: string[]) =>
  (ids: string[], folder: string): string[][] => {
    writeFileSync(join(folder, name), text.replace('IDS', JSON.stringify(ids)));
    return [[...command, name]];
  };

const node = (extension: string): Runner => ({
  version: [process.execPath, '--version'],
  extension,
  commands: plain(
    'run.mjs',
    `for (const id of IDS) {
  try {
    await import('./' + id + '.${extension}');
  } catch (error) {
    console.error(id + '\\t' + error.stack);
  }
}\n`,
    [process.execPath, '--disable-warning=ExperimentalWarning'],
  ),
});

const goModule = 'module samples\n\ngo 1.18\n';

export const runners: Record<SampleLanguage, Runner> = {
  shell: {
    version: ['curl', '--version'],
    extension: 'sh',
    commands: (ids, folder) => {
      const lines = ids.map((id) => `sh ${id}.sh || printf '%s\\t%s\\n' ${id} "exit $?" >&2\n`);
      writeFileSync(join(folder, '.curlrc'), 'silent\nshow-error\n');
      writeFileSync(join(folder, 'run.sh'), `export CURL_HOME=.\n${lines.join('')}`);
      return [['sh', 'run.sh']];
    },
  },
  javascript: node('mjs'),
  typescript: node('mts'),
  python: {
    version: ['python3', '-c', 'import requests, sys; print("Requests", requests.__version__)'],
    extension: 'py',
    commands: plain(
      'run.py',
      `import sys
for id in IDS:
    try:
        exec(compile(open(id + '.py', encoding='utf-8').read(), id, 'exec'), {'__name__': '__main__'})
    except Exception as error:
        print(id, repr(error), sep='\\t', file=sys.stderr)
`,
      ['python3'],
    ),
  },
  ruby: {
    version: ['ruby', '--version'],
    extension: 'rb',
    commands: plain(
      'run.rb',
      `IDS.each do |id|
  load "./#{id}.rb", true
rescue Exception => error
  warn "#{id}\\t#{error.full_message(highlight: false)}"
end
`,
      ['ruby'],
    ),
  },
  php: {
    version: ['php', '-r', 'curl_version(); echo PHP_VERSION;'],
    extension: 'php',
    commands: plain(
      'run.php',
      `<?php
foreach (IDS as $id) {
    try {
        (function ($file) { include $file; })("./$id.php");
    } catch (Throwable $error) {
        fwrite(STDERR, "$id\\t" . $error->getMessage() . "\\n");
    }
}
`,
      ['php'],
    ),
  },
  go: {
    version: ['go', 'version'],
    extension: 'go',
    place: (id, code) => ({
      file: `${id}/${id}.go`,
      code: code.replace('package main', `package ${id}`).replace('func main()', 'func Main()'),
    }),
    commands: (ids, folder) => {
      const imports = ids.map((id) => `\t"samples/${id}"\n`).join('');
      const cases = ids.map((id) => `\tcase "${id}":\n\t\t${id}.Main()\n`).join('');
      writeFileSync(join(folder, 'go.mod'), goModule);
      writeFileSync(
        join(folder, 'main.go'),
        `package main

import (
	"os"
${imports})

func main() {
	switch os.Args[1] {
${cases}	}
}
`,
      );
      const lines = ids.map((id) => `./all ${id} || printf '%s\\t%s\\n' ${id} "exit $?" >&2\n`);
      writeFileSync(join(folder, 'run.sh'), lines.join(''));
      return [
        ['sh', '-c', 'gofmt -l s* >&2'],
        ['go', 'build', '-o', 'all', '.'],
        ['sh', 'run.sh'],
      ];
    },
  },
  java: {
    version: ['javac', '--version'],
    extension: 'java',
    place: (id, code) => ({ file: `${id}/Sample.java`, code: `package ${id};\n\n${code}` }),
    commands: (ids, folder) => {
      writeFileSync(
        join(folder, 'Run.java'),
        `public class Run {
    public static void main(String[] ids) throws Exception {
        for (String id : ids) {
            try {
                Class.forName(id + ".Sample")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
            } catch (java.lang.reflect.InvocationTargetException error) {
                System.err.println(id + "\\t" + error.getCause());
            }
        }
    }
}\n`,
      );
      const sources = ids.map((id) => `${id}/Sample.java`);
      return [
        ['javac', '-encoding', 'UTF-8', '-d', 'out', 'Run.java', ...sources],
        ['java', '-cp', 'out', 'Run', ...ids],
      ];
    },
  },
  csharp: {
    version: ['mcs', '--version'],
    extension: 'cs',
    place: (id, code) => ({ file: `${id}.cs`, code: csharpForMono(id, code) }),
    commands: (ids, folder) => {
      writeFileSync(join(folder, 'Run.cs'), monoRunner);
      const sources = ids.map((id) => `${id}.cs`);
      return [
        [
          'mcs',
          '-warn:0',
          '-langversion:7.2',
          '-r:System.Net.Http.dll',
          '-out:run.exe',
          'Run.cs',
          ...sources,
        ],
        ['mono', 'run.exe', ...ids],
      ];
    },
  },
};

/** @returns the tool's version, or undefined where it is not at hand */
export function toolVersion([command, ...parameters]: Runner['version']): string | undefined {
  const { status, stdout } = spawnSync(command, parameters, { encoding: 'utf8' });
  return status === 0 ? (stdout.trim().split('\n')[0] ?? '') : undefined;
}

/**
 * Runs samples in a folder.
 *
 * @param samples code by id
 * @returns what the tools have written to stderr
 */
export async function runSamples(
  runner: Runner,
  samples: Map<string, string>,
  folder: string,
): Promise<string> {
  for (const [id, sample] of samples) {
    const placed = runner.place?.(id, sample) ?? {
      file: `${id}.${runner.extension}`,
      code: sample,
    };
    mkdirSync(join(folder, placed.file, '..'), { recursive: true });
    writeFileSync(join(folder, placed.file), placed.code);
  }
  let errors = '';
  for (const [command = '', ...parameters] of runner.commands([...samples.keys()], folder)) {
    errors += await new Promise<string>((resolve) => {
      let written = '';
      const child = spawn(command, parameters, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 300_000,
      });
      child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
      child.on('error', (error) => resolve(String(error)));
      child.on('close', () => resolve(written));
    });
  }
  return errors;
}
