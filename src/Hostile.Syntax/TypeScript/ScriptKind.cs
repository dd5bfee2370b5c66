namespace Hostile.Syntax.TypeScript;

/// <summary>Which dialect a file is written in; its name's ending says so.</summary>
public enum ScriptKind : byte
{
    /// <summary><c>.ts</c>, <c>.mts</c>, <c>.cts</c>: types, <c>&lt;T&gt;x</c> assertions, no JSX.</summary>
    TypeScript,
    /// <summary><c>.tsx</c>: types and JSX.</summary>
    Tsx,
    /// <summary><c>.js</c>, <c>.mjs</c>, <c>.cjs</c>: JSX is read too, since much JavaScript holds it; <c>f&lt;T&gt;(x)</c> is two comparisons.</summary>
    JavaScript,
    /// <summary><c>.jsx</c>: as JavaScript.</summary>
    Jsx,
    /// <summary><c>.d.ts</c>, <c>.d.mts</c>, <c>.d.cts</c>: TypeScript in which everything is ambient.</summary>
    Declaration,
}

/// <summary>Tells dialects by file names.</summary>
public static class ScriptKinds
{
    /// <summary>The dialect of a file by its name's ending, of a command, <c>bin/www</c>, by its folder; null when it is none of ours.</summary>
    public static ScriptKind? FromPath(string path)
    {
        if (path.EndsWith(".d.ts", StringComparison.Ordinal) || path.EndsWith(".d.mts", StringComparison.Ordinal) || path.EndsWith(".d.cts", StringComparison.Ordinal))
            return ScriptKind.Declaration;
        if (IsCommand(path))
            return ScriptKind.JavaScript;
        return path.AsSpan(path.LastIndexOf('.') + 1) switch
        {
            "ts" or "mts" or "cts" => ScriptKind.TypeScript,
            "tsx" => ScriptKind.Tsx,
            "js" or "mjs" or "cjs" => ScriptKind.JavaScript,
            "jsx" => ScriptKind.Jsx,
            _ => null,
        };
    }

    /// <summary>Whether a path is that of a command without an ending, which only its first line tells from others.</summary>
    public static bool IsCommand(string path) =>
        path.LastIndexOf('/') is var slash and >= 0 && path.AsSpan(slash).IndexOf('.') < 0 && path.AsSpan(0, slash) is var folder && (folder is "bin" || folder.EndsWith("/bin", StringComparison.Ordinal));
}
