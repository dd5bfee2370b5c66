using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Projects;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model;

/// <summary>From the texts of a program to its model, stage after stage; the whole of the engine below the rules reads here.</summary>
public static class ModelBuilder
{
    /// <summary>Builds the model. Never throws for what the texts hold.</summary>
    /// <param name="files">The program's files.</param>
    /// <param name="resolve">From a file's path and a module specifier to the path of the file it means; null when it is not of the program.</param>
    /// <param name="workers">The threads to work on; null: one for each processor.</param>
    /// <param name="versionOf">From a file's path and a package to the version that the file gets of it; null when that is not known.</param>
    /// <param name="installed">The declarations of installed dependencies; null: they are not looked at.</param>
    /// <param name="packageOf">From a file's path to the package that it belongs to; null when that is not known.</param>
    /// <param name="onDemand">From the path of a file to its text, when it belongs to the program only where a file of the program imports it; null for all others.</param>
    public static ProjectModel Build(ImmutableArray<SourceFile> files, Func<string, string, string?> resolve, Workers? workers = null, Func<string, string, string?>? versionOf = null, InstalledPackages? installed = null, Func<string, PackageManifest?>? packageOf = null, Func<string, SourceFile?>? onDemand = null)
    {
        workers ??= new();
        var modules = BindAll(files.Where(file => ScriptKinds.FromPath(file.Path) is not null), resolve, onDemand, workers);
        var texts = workers.Run(() => SchemaTexts.Of(files.Where(file => ScriptKinds.FromPath(file.Path) is null).Select(file => (file.Path, file.Bytes))));
        var generated = texts.Generated.Select(code => (Code: code, Module: Libraries.GeneratedBy(code.Generator))).Where(made => made.Module.Exists).ToArray();
        var libraries = Libraries.For(modules, generated.Select(made => made.Module), workers);
        var bindings = Bindings.Link([.. modules.Where(module => !Extends(module))], [.. modules.Where(Extends), .. libraries], resolve, Choose, installed, generated.Length == 0 ? null : Generated, Libraries.KnownAs, Libraries.KnownByUse, Libraries.CollectedBy);
        return ProjectModel.Of(bindings, texts, workers, packageOf, HostOf, versionOf);

        string? HostOf(Module module) => versionOf is null ? null : Libraries.Outliving.FirstOrDefault(package => versionOf(module.Path, package) is not null);

        Name Generated(string path, string specifier) => generated.FirstOrDefault(made => made.Code.Holds(path, specifier)).Module;

        static bool Extends(Module module) => (module.Roles & ModuleRoles.Knowledge) != 0;

        ExportTable Choose(Module from, string specifier, ImmutableArray<ExportTable> candidates)
        {
            var package = ModuleResolver.PackageNameOf(specifier);
            return Libraries.Choose(package, versionOf?.Invoke(from.Path, package), candidates, Imports);

            bool Imports(string other, string? option) => (versionOf is null || versionOf(from.Path, other) is not null)
                && modules.Any(module => module.Specifiers.Contains(Name.Of(other)) && (option is null || module.Source.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes($"{option}: true")) >= 0));
        }
    }

    /// <summary>The modules of the files, and of those that they import, directly or not, of what is read on demand; by path.</summary>
    private static Module[] BindAll(IEnumerable<SourceFile> files, Func<string, string, string?> resolve, Func<string, SourceFile?>? onDemand, Workers workers)
    {
        var modules = BindEach([.. files], workers);
        if (onDemand is null)
            return InOrder(modules);

        var all = new List<Module>(modules);
        var asked = modules.Select(module => module.Path).ToHashSet(StringComparer.Ordinal);
        while (modules.Length > 0)
        {
            var latest = modules;
            var imported = workers.Select(latest.Length, i => latest[i].RelativeSpecifiers.Concat(latest[i].Specifiers).Select(specifier => resolve(latest[i].Path, specifier.ToString())).OfType<string>().ToArray());
            var wanted = imported.SelectMany(paths => paths).Where(asked.Add).ToArray();
            modules = BindEach([.. workers.Select(wanted.Length, i => onDemand(wanted[i])).OfType<SourceFile>()], workers);
            all.AddRange(modules);
        }

        return InOrder(all);

        static Module[] InOrder(IEnumerable<Module> modules) => [.. modules.OrderBy(module => module.Path, StringComparer.Ordinal)];
    }

    private static Module[] BindEach(SourceFile[] files, Workers workers)
    {
        var modules = new Module[files.Length];
        // The largest first, so that no thread begins one when the others are done.
        var order = Enumerable.Range(0, files.Length).OrderByDescending(i => files[i].Bytes.Length).ToArray();
        workers.Each(files.Length + 1, i =>
        {
            if (i == 0)
                Libraries.Prepare();
            else
                modules[order[i - 1]] = Bind(files[order[i - 1]]);
        });
        return modules;
    }

    private static Module Bind(SourceFile file)
    {
        var tree = Parser.Parse(file.Bytes, ScriptKinds.FromPath(file.Path)!.Value);
        return Module.Bind(new SourceText(file.Path, tree.Text), tree, file.Roles);
    }
}

/// <summary>A file of the program as it was read.</summary>
/// <param name="Path">From the root of the audit, with forward slashes.</param>
/// <param name="Bytes">UTF-8.</param>
/// <param name="Roles">What its path and content say of its part in the program.</param>
public readonly record struct SourceFile(string Path, ReadOnlyMemory<byte> Bytes, ModuleRoles Roles = ModuleRoles.None);
