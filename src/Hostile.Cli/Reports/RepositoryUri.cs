namespace Hostile.Cli.Reports;

/// <summary>A repository's address as it may be published.</summary>
public static class RepositoryUri
{
    /// <summary>The address as an absolute URI without user name and password; <c>git@host:path</c> becomes <c>ssh://host/path</c>. Null when it is not an address on some host.</summary>
    public static string? Of(string? remote)
    {
        if (remote is null)
            return null;
        if (!remote.Contains("://", StringComparison.Ordinal) && remote.IndexOf(':') is > 1 and var colon && remote.IndexOf('/') is var slash && (slash < 0 || slash > colon))
            remote = $"ssh://{remote[..colon]}/{remote[(colon + 1)..]}";

        // A path on the machine, a drive or a file: address is nobody else's business.
        if (!Uri.TryCreate(remote, UriKind.Absolute, out var uri) || uri.IsFile || uri.Host.Length == 0)
            return null;
        var port = uri.IsDefaultPort || uri.Port < 0 ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{uri.IdnHost}{port}{uri.AbsolutePath}";
    }
}
