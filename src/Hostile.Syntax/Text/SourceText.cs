namespace Hostile.Syntax.Text;

/// <summary>A file's text under the name by which the report calls it.</summary>
public sealed class SourceText(string path, ReadOnlyMemory<byte> bytes)
{
    private LineMap? lines;

    /// <summary>Path from the root of the audit, with forward slashes.</summary>
    public string Path => path;

    /// <summary>UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Where the lines begin; worked out when first asked for, since of most files nothing is told.</summary>
    public LineMap Lines => Volatile.Read(ref lines) ?? Interlocked.CompareExchange(ref lines, LineMap.Of(bytes.Span), null) ?? lines!;

    public override string ToString() => path;
}
