/**
 * Debian has no .NET, but Mono: its compiler knows C# 7 and its HttpClient is an older one. What is
 * newer in a sample is said in the older way, so that the rest of it can be compiled and run.
 */

const verbatim = (text: string): string => `@"${text.replaceAll('"', '""')}"`;

/** Raw literals (C# 11), on one line or over several, become verbatim ones. */
const withoutRawLiterals = (code: string): string =>
  code
    .replaceAll(/"""\n(.*?)\n( *)"""/gs, (_, text: string, indent: string) =>
      verbatim(text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')),
    )
    .replaceAll(/"""(?!\n)(.*?)"""/g, (_, text: string) => verbatim(text));

/** What .NET 8 has in its implicit usings, and the constructor that .NET 7 has added. */
const prelude = `using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
class StringContent : System.Net.Http.StringContent
{
    public StringContent(string text) : base(text) {}
    public StringContent(string text, MediaTypeHeaderValue type) : base(text)
    {
        Headers.ContentType = type;
    }
}
`;

/** @returns a file with the sample in a namespace, as its `Sample.Main` */
export function csharpForMono(id: string, sample: string): string {
  const code = withoutRawLiterals(sample)
    .replaceAll(/^using var /gm, 'var ')
    .replaceAll('HttpMethod.Patch', 'new HttpMethod("PATCH")');
  const usings = code.match(/^using [\w.]+;$/gm) ?? [];
  const statements = code.replaceAll(/^using [\w.]+;$/gm, '');
  const own = usings.filter((line) => !prelude.includes(line)).join('\n');
  return `namespace ${id}
{
${own}
${prelude}
static class Sample
{
    public static async Task Main()
    {
${statements}
    }
}
}
`;
}

/** Runs the samples that it is called with. */
export const monoRunner = `using System;
using System.Threading.Tasks;

static class Run
{
    static void Main(string[] ids)
    {
        foreach (var id in ids)
        {
            try
            {
                ((Task)Type.GetType(id + ".Sample").GetMethod("Main").Invoke(null, null)).Wait();
            }
            catch (Exception error)
            {
                Console.Error.WriteLine(id + "\\t" + error.GetBaseException().Message);
            }
        }
    }
}
`;
