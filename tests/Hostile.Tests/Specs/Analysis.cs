using System.Collections.Immutable;
using System.Text;
using Hostile.Model;
using Hostile.Rules;

namespace Hostile.Tests.Specs;

/// <summary>The one way from sources in memory to what the rules say of them; specs, examples and samples all go through it.</summary>
public static class Analysis
{
    /// <summary>What the whole catalogue says of a small program.</summary>
    /// <param name="files">Texts by path. Unless they bring a package.json, they are one package that exports every file, so that exported functions are called by others, concurrently.</param>
    public static Judgement Judge(IReadOnlyDictionary<string, string> files) => Judge(files, Catalog.All);

    /// <summary>What some rules say of it.</summary>
    public static Judgement Judge(IReadOnlyDictionary<string, string> files, ImmutableArray<Rule> rules) => Engine.Run(Model(files), rules);

    /// <summary>The model of it.</summary>
    public static ProjectModel Model(IReadOnlyDictionary<string, string> files) =>
        ModelBuilder.Build([.. files.Select(file => new SourceFile(file.Key, Encoding.UTF8.GetBytes(file.Value)))], (_, _) => null);
}
