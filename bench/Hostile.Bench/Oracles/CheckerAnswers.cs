using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hostile.Bench.Oracles;

/// <summary>
/// What the compiler's checker says of a repository's files, from one Node.js process that reads its installed dependencies.
/// Kept below artifacts/ under a key of the files' paths and sizes, since one run takes minutes.
/// </summary>
internal static class CheckerAnswers
{
    /// <exception cref="PeerMissingException">The compiler is not installed and cannot be, or the checker failed.</exception>
    public static IEnumerable<FileAnswer> Of(string folder, IReadOnlyList<string> paths)
    {
        var cache = Path.Combine(Repository.Artifacts("types"), Key(folder, paths) + ".jsonl");
        if (!File.Exists(cache))
            Ask(folder, paths, cache);
        foreach (var line in File.ReadLines(cache))
            yield return JsonSerializer.Deserialize(line, AnswerJson.Default.FileAnswer)!;
    }

    private static void Ask(string folder, IReadOnlyList<string> paths, string cache)
    {
        var start = Peers.Script("types.mjs", folder);
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
            throw new PeerMissingException($"the checker ended with exit code {node.ExitCode}");
        File.Move(cache + ".new", cache, overwrite: true);
    }

    private static string Key(string folder, IReadOnlyList<string> paths)
    {
        var text = new StringBuilder(Path.GetFullPath(folder)).Append(Peers.Text("types.mjs"));
        foreach (var path in paths)
            text.Append(path).Append(' ').Append(new FileInfo(Path.Combine(folder, path)).Length).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}

/// <summary>One file's answers; bench/oracles/typescript/types.mjs says what the numbers are.</summary>
internal sealed record FileAnswer(string Path, string[] Kinds, string[] Types, string[] Files, int[] E, int[] D, int[] I);

[JsonSerializable(typeof(FileAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;
