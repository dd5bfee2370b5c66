using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The compiler's trees of a list of files, one after another, from one Node.js process. What was answered is kept below artifacts/,
/// under a key of everything the answer depends on, so that the next run over the same files needs no compiler.
/// </summary>
public sealed class CompilerAnswers : IDisposable
{
    private readonly Stream stream;
    private readonly FileStream? copy;
    private readonly Process? node;
    private readonly string cache;
    private byte[] buffer = new byte[1 << 20];

    /// <exception cref="PeerMissingException">The compiler is not installed and cannot be.</exception>
    /// <param name="paths">The files.</param>
    /// <param name="options">What a file of the compiler's own suite asks for, by path: <c>module=node16,target=es2022</c>.</param>
    public CompilerAnswers(IReadOnlyList<string> paths, Dictionary<string, string>? options = null)
    {
        string[] files = [.. paths.Select(path => options?.GetValueOrDefault(path) is { } asked ? $"{path}\t{asked}" : path)];
        var header = Header();
        cache = Path.Combine(Repository.Artifacts("answers"), Key(header, files) + ".bin");
        if (File.Exists(cache))
        {
            stream = new BufferedStream(File.OpenRead(cache), 1 << 20);
            return;
        }

        node = Process.Start(Peers.Script("oracle.mjs"))!;
        stream = new BufferedStream(node.StandardOutput.BaseStream, 1 << 20);
        copy = File.Create(cache + ".new");
        var input = node.StandardInput;
        // Written from another thread: both pipes are finite, and the answers begin before the questions end.
        new Thread(() => Ask(input, header, files)) { IsBackground = true }.Start();
    }

    /// <summary>The next file's answer.</summary>
    /// <param name="nodes">Cleared, then filled with the nodes when the file was accepted.</param>
    /// <returns>Null when accepted, else the compiler's first complaint.</returns>
    public string? Next(List<ComparableNode> nodes)
    {
        nodes.Clear();
        var head = MemoryMarshal.Cast<byte, int>(Take(12));
        var (accepted, count, messageLength) = (head[0] == 1, head[1], head[2]);
        if (!accepted)
            return Encoding.UTF8.GetString(Take((messageLength + 3) & ~3)[..messageLength]);

        nodes.EnsureCapacity(count);
        var fields = MemoryMarshal.Cast<byte, int>(Take(count * 20));
        for (; fields.Length > 0; fields = fields[5..])
            nodes.Add(new((SyntaxKind)(byte)fields[0], (SyntaxKind)(byte)(fields[0] >> 8), fields[1], fields[2], fields[3], (NodeFlags)fields[4], (TokenKind)(byte)(fields[0] >> 16)));
        return null;
    }

    /// <summary>Says that every answer was read, so that they may be kept.</summary>
    public void Complete()
    {
        if (copy is null)
            return;
        copy.Dispose();
        File.Move(cache + ".new", cache, overwrite: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        copy?.Dispose();
        node?.Dispose();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (buffer.Length < length)
            buffer = new byte[length * 2];
        var bytes = buffer.AsSpan(0, length);
        stream.ReadExactly(bytes);
        copy?.Write(bytes);
        return bytes;
    }

    private static void Ask(StreamWriter input, string header, IReadOnlyList<string> files)
    {
        try
        {
            input.WriteLine(header);
            foreach (var file in files)
                input.WriteLine(file);
            input.Dispose();
        }
        catch (IOException)
        {
            // Node.js ended early; reading its answers will fail and say so.
        }
    }

    private static string Header()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            WriteNames<SyntaxKind>(json, "kinds");
            WriteNames<TokenKind>(json, "tokens");
            WriteNames<NodeFlags>(json, "flags");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void WriteNames<T>(Utf8JsonWriter json, string property) where T : struct, Enum
    {
        json.WriteStartObject(property);
        foreach (var value in Enum.GetValues<T>())
            json.WriteNumber(value.ToString(), Convert.ToInt64(value));
        json.WriteEndObject();
    }

    private static string Key(string header, IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])[header, Peers.Text("trees.mjs"), Peers.Text("oracle.mjs"), Peers.Text("package-lock.json")])
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        foreach (var file in files)
        {
            var entry = new FileInfo(file.Split('\t')[0]);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{entry.Length}\n{entry.LastWriteTimeUtc.Ticks}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
