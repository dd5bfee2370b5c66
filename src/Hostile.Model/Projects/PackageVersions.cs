using System.Collections.Concurrent;

namespace Hostile.Model.Projects;

/// <summary>Which version of a package a file gets: by the range that its package.json asks for and, where that leaves several major versions open, by the lockfile. Safe for many threads at once.</summary>
public sealed class PackageVersions(ISourceTree tree, Packages packages)
{
    private readonly ConcurrentDictionary<(string Manifest, string Package), string?> cache = new();

    /// <summary>By the directory that they stand in: the packages of a workspace share one, which may have megabytes.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Lockfile?>> lockfiles = new();

    /// <summary>A version such as <c>4.22.3</c>, or a range that begins with one and stays within its major version; null when nothing says.</summary>
    public string? Of(string file, string package) =>
        packages.PackageOf(file) is { } manifest ? cache.GetOrAdd((manifest.Path, package), static (_, of) => of.self.Find(of.manifest, of.package), (self: this, manifest, package)) : null;

    private string? Find(PackageManifest manifest, string package)
    {
        // What a member of a workspace does not ask for itself it gets from the root.
        foreach (var directory in TreePath.Upward(manifest.Directory))
        {
            if (packages.At(directory) is not { } asking || !asking.Dependencies.TryGetValue(package, out var range))
                continue;
            return IsOfOneMajor(range) ? range : LockfileOf(asking.Directory)?.VersionFor(asking, package);
        }

        // Nobody asks for it: it is there because something else that was installed brought it.
        return LockfileOf(manifest.Directory)?.VersionFor(manifest, package);
    }

    /// <summary>The lockfile that holds for a directory: the nearest at or above it that can be read; null when there is none.</summary>
    private Lockfile? LockfileOf(string directory) => TreePath.Upward(directory).Select(LockfileIn).FirstOrDefault(lockfile => lockfile is not null);

    private Lockfile? LockfileIn(string directory) => lockfiles.GetOrAdd(directory, static (at, tree) => new(() => Lockfile.In(tree, at)), tree).Value;

    /// <summary><c>^4.18.0</c>, <c>~4.1</c>, <c>4.x</c>, <c>4.18.2</c>; not <c>&gt;=4</c>, <c>4 || 5</c>, <c>*</c>, <c>catalog:</c>.</summary>
    private static bool IsOfOneMajor(string range)
    {
        var text = range.AsSpan().TrimStart("^~=v");
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits != 0 && !text.IsEmpty && (digits < 0 || text[digits] == '.') && !text.ContainsAny("|<> ");
    }
}
