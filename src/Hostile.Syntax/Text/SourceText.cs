namespace Hostile.Syntax.Text;

/// <summary>A file's text under the name by which the report calls it.</summary>
public sealed class SourceText(string path, ReadOnlyMemory<byte> bytes, LineMap lines)
{
    /// <summary>Path from the root of the audit, with forward slashes.</summary>
    public string Path => path;

    /// <summary>UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    public LineMap Lines => lines;

    public override string ToString() => path;
}
