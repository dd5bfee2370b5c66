using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hostile.Bench.Oracles;

/// <summary>
/// What the compiler's checker, or the linter that asks it, says of a repository's files, from one Node.js process that reads its installed dependencies.
/// Kept below artifacts/ under a key of the files' paths and sizes, since one run takes minutes.
/// </summary>
internal static class CheckerAnswers
{
    /// <summary>The checker's answers.</summary>
    /// <exception cref="PeerMissingException">The compiler is not installed and cannot be, or the checker failed.</exception>
    public static IEnumerable<FileAnswer> Of(string folder, IReadOnlyList<string> paths) =>
        Lines("typescript", "types.mjs", folder, paths).Select(line => JsonSerializer.Deserialize(line, AnswerJson.Default.FileAnswer)!);

    /// <summary>The linter's findings.</summary>
    /// <exception cref="PeerMissingException">The linter is not installed and cannot be, or it failed.</exception>
    public static IEnumerable<FloatingAnswer> FloatingIn(string folder, IReadOnlyList<string> paths) =>
        Lines("eslint", "floating.mjs", folder, paths).Select(line => JsonSerializer.Deserialize(line, AnswerJson.Default.FloatingAnswer)!);

    private static IEnumerable<string> Lines(string set, string script, string folder, IReadOnlyList<string> paths)
    {
        var cache = Path.Combine(Repository.Artifacts("types"), Key(set, script, folder, paths) + ".jsonl");
        if (!File.Exists(cache))
            Ask(Peers.ScriptOf(set, script, folder), paths, cache);
        return File.ReadLines(cache);
    }

    private static void Ask(ProcessStartInfo start, IReadOnlyList<string> paths, string cache)
    {
        using var node = Process.Start(start)!;
        var input = node.StandardInput;
        new Thread(() =>
        {
            foreach (var path in paths)
                input.Write(path + "\n");
            input.Close();
        })
        { IsBackground = true }.Start();
        using (var copy = File.Create(cache + ".new"))
            node.StandardOutput.BaseStream.CopyTo(copy);
        node.WaitForExit();
        if (node.ExitCode != 0)
            throw new PeerMissingException($"{Path.GetFileName(start.ArgumentList[^2])} ended with exit code {node.ExitCode}");
        File.Move(cache + ".new", cache, overwrite: true);
    }

    private static string Key(string set, string script, string folder, IReadOnlyList<string> paths)
    {
        var text = new StringBuilder(Path.GetFullPath(folder)).Append(Peers.TextOf(set, script)).Append(Peers.Text("projects.mjs"));
        foreach (var path in paths)
            text.Append(path).Append(' ').Append(new FileInfo(Path.Combine(folder, path)).Length).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}

/// <summary>The statements of one file that the linter reports, first and last byte each; bench/oracles/eslint/floating.mjs writes them.</summary>
internal sealed record FloatingAnswer(string Path, int[] Places);

/// <summary>One file's answers; bench/oracles/typescript/types.mjs says what the numbers are.</summary>
internal sealed record FileAnswer(string Path, string[] Kinds, string[] Types, string[] Files, int[] E, int[] D, int[] I);

[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(FloatingAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;
