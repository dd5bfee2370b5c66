using System.Collections.Frozen;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Projects;

/// <summary>What a path alone says of a file.</summary>
public static class FileNames
{
    private static readonly FrozenSet<string> TestDirectories = FrozenSet.Create(StringComparer.Ordinal,
        "__tests__", "__test__", "_test", "_tests", "__mocks__", "__fixtures__", "__snapshots__", "__testfixtures__",
        "test", "tests", "e2e", "spec", "fixtures", "mocks", "cypress", "playwright", "test-utils", "test-helpers", "testutils",
        "integration-tests", "unit-tests", "e2e-tests", ".storybook", "jest", "vitest");

    /// <summary>What tools put out; nobody writes there.</summary>
    private static readonly FrozenSet<string> OutputDirectories = FrozenSet.Create(StringComparer.Ordinal,
        ".next", ".nuxt", ".output", ".turbo", ".vercel", ".svelte-kit", ".nx", ".cache", ".parcel-cache", ".angular", ".serverless", ".docusaurus", "coverage", ".nyc_output");

    private static readonly FrozenSet<string> VendoredDirectories = FrozenSet.Create(StringComparer.Ordinal,
        "vendor", "vendored", "third_party", "third-party", "thirdparty", ".yarn", "bower_components", "jspm_packages");

    private static readonly FrozenSet<string> GeneratedDirectories = FrozenSet.Create(StringComparer.Ordinal,
        "__generated__", "generated", "__generated", ".generated", ".prisma");

    /// <summary>The last parts of a name, before the language's ending, that mark what serves tests: <c>a.test.ts</c>.</summary>
    private static readonly FrozenSet<string> TestMarks = FrozenSet.Create(StringComparer.Ordinal,
        "test", "tests", "spec", "specs", "e2e", "e2e-spec", "e2e-test", "int-spec", "integration", "stories", "story", "mock", "mocks", "fixture", "fixtures", "cy", "bench", "benchmark", "test-d", "unit");

    private static readonly FrozenSet<string> GeneratedMarks = FrozenSet.Create(StringComparer.Ordinal, "generated", "gen", "pb", "codegen", "g");

    private static readonly FrozenSet<string> ConfigurationNames = FrozenSet.Create(StringComparer.Ordinal,
        "package.json", "pnpm-workspace.yaml", "lerna.json", "jsconfig.json", "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock");

    /// <summary>The language that the name tells; null for what is none of our business.</summary>
    public static Language? LanguageOf(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0)
            return null;

        switch (name[(dot + 1)..])
        {
            case "ts" or "tsx" or "mts" or "cts" or "js" or "jsx" or "mjs" or "cjs":
                return Language.TypeScript;
            case "sql":
                return Language.Sql;
            case "prisma":
                return Language.Prisma;
            case "vue" or "svelte" or "astro":
                return Language.Component;
            case "json" or "yaml" or "lock" when ConfigurationNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
                || (name.StartsWith("tsconfig", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)):
                return Language.Configuration;
            default:
                return null;
        }
    }

    /// <summary>The dialect of a TypeScript or JavaScript file.</summary>
    public static ScriptKind ScriptOf(string path)
    {
        var name = TreePath.Name(path);
        if (IsDeclaration(name))
            return ScriptKind.Declaration;

        if (ScriptKinds.IsCommand(path))
            return ScriptKind.JavaScript;
        return name.AsSpan(name.LastIndexOf('.') + 1) switch
        {
            "tsx" => ScriptKind.Tsx,
            "jsx" => ScriptKind.Jsx,
            "js" or "mjs" or "cjs" => ScriptKind.JavaScript,
            _ => ScriptKind.TypeScript,
        };
    }

    /// <summary>Whether a directory of this name is passed over without a word: package managers and git own it.</summary>
    internal static bool IsForeignDirectory(string name) => name is "node_modules" or ".git" or ".hg" or ".svn" or ".jj" or ".pnpm-store";

    /// <summary>Why a directory of this name is not entered; null when it is.</summary>
    internal static string? WhyNotEntered(string name) =>
        OutputDirectories.Contains(name) ? "output of a tool"
        : VendoredDirectories.Contains(name) ? "vendored code"
        : null;

    /// <summary>Whose code the file is, by its path below the program's directory, and why; no reason for <see cref="FileKind.Source"/>.</summary>
    /// <param name="path">Path from the program's directory: what stands above it is nobody's statement about the file.</param>
    internal static (FileKind Kind, string? Reason) KindOf(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        var inOutput = false;
        var kind = FileKind.Source;
        string? reason = null;
        foreach (var directory in parts.AsSpan(0, parts.Length - 1))
        {
            inOutput |= directory == "dist";
            if (GeneratedDirectories.Contains(directory))
                (kind, reason) = (FileKind.Generated, $"generated code (in {TreePath.Shown(directory)}/)");
            else if (kind == FileKind.Source && TestDirectories.GetAlternateLookup<ReadOnlySpan<char>>().Contains(directory.AsSpan().TrimEnd("0123456789")))
                (kind, reason) = (FileKind.Test, "test code");
        }

        var marks = name.Split('.');
        if (inOutput && (marks[^1] is "js" or "mjs" or "cjs" || IsDeclaration(name)))
            return (FileKind.Vendored, "compiled code (in dist/)");
        if (marks.Length > 2 && marks[^2] == "min")
            return (FileKind.Minified, "minified code");
        if (marks.Skip(1).SkipLast(1).Any(GeneratedMarks.Contains) || marks[0].EndsWith("_pb", StringComparison.Ordinal))
            return (FileKind.Generated, "generated code (by its name)");
        if (IsDeclaration(name))
            return (FileKind.Declaration, null);
        if (kind == FileKind.Source && (marks.Skip(1).SkipLast(1).Any(IsTestMark) || IsTestSetup(marks[0])))
            return (FileKind.Test, "test code");
        return (kind, reason);
    }

    /// <summary>Whether a file of this name is what yarn writes where packages lie in archives instead of node_modules.</summary>
    internal static bool IsPlugAndPlay(string name) => name is ".pnp.cjs" or ".pnp.js" or ".pnp.loader.mjs";

    internal static bool IsDeclaration(string name) =>
        name.EndsWith(".d.ts", StringComparison.Ordinal) || name.EndsWith(".d.mts", StringComparison.Ordinal) || name.EndsWith(".d.cts", StringComparison.Ordinal);

    /// <summary><c>test</c>, and what projects put before it: <c>a.servertest.ts</c>, <c>a.int-test.ts</c>.</summary>
    private static bool IsTestMark(string mark) =>
        TestMarks.Contains(mark) || (mark is not ("latest" or "fastest" or "greatest" or "contest" or "attest") && (mark.EndsWith("test", StringComparison.Ordinal) || mark.EndsWith("-spec", StringComparison.Ordinal)));

    private static bool IsTestSetup(string stem) => stem is "jest" or "vitest" or "playwright" or "cypress" or "setupTests" or "testSetup" or "test-setup" or "setup-tests";
}
