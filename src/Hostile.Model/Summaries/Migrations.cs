using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What functions named <c>up</c> do to the schema, in the order of their text: calls that describe tables, and texts that are definitions in SQL, whoever runs them. Their twins
/// named <c>down</c> undo it and are not read.
/// </summary>
internal sealed class Migrations(ProjectModel project)
{
    /// <summary>The method of a migration that changes the schema.</summary>
    public static readonly Name Up = Name.Of("up"u8);

    private readonly SchemaReader reader = new(project);

    /// <summary>The functions that are called <c>up</c>.</summary>
    private readonly Lazy<FunctionModel[]> ups = new(() => [.. project.Functions.Where(function => IsUp(function.Name))]);

    /// <summary>The changes of each migration, by file and position.</summary>
    public IEnumerable<SchemaSource> Sources()
    {
        var given = GivenTypes();
        foreach (var function in ups.Value)
        {
            if (function.Module.Roles.HasFlag(ModuleRoles.Test) || FunctionLike.From(function.Node) is not { Body.Exists: true } shape)
                continue;
            Workers.Step();
            var found = new List<SchemaSource>();
            Walk(shape.Body, BoundOf(function, shape, given), found, [function.Node]);
            foreach (var source in found)
                yield return source;
        }
    }

    /// <summary>
    /// Definitions in texts of files that are no migrations: programs and libraries that make their own tables. Only files that hold the words are looked through.
    /// </summary>
    public IEnumerable<SchemaSource> Offered()
    {
        var migrations = ups.Value.Select(function => function.Module).ToHashSet();
        var modules = project.Bindings.Modules;
        return project.Workers.Select(modules.Length, i => migrations.Contains(modules[i]) ? [] : OfferedBy(modules[i])).SelectMany(found => found);
    }

    private List<SchemaSource> OfferedBy(Module module)
    {
        var found = new List<SchemaSource>();
        var bytes = module.Source.Bytes.Span;
        if ((module.Roles & (ModuleRoles.Test | ModuleRoles.Declarations)) != 0 || (bytes.IndexOf("CREATE TABLE"u8) < 0 && bytes.IndexOf("create table"u8) < 0 && bytes.IndexOf("UNIQUE INDEX"u8) < 0))
            return found;
        foreach (var text in module.Tree.NodesOf(KindSet.Texts))
        {
            Workers.Step();
            if (text.Span.Length > 20 && Whole(text) is { Exists: true } whole)
                AddText(whole, found);
        }

        return found.ConvertAll(source => source with { IsOnlyOffered = true });
    }

    /// <summary>The text with what is put behind it, <c>'CREATE TABLE a (' + 'id int)'</c>; none of what is put behind another.</summary>
    private static SyntaxNode Whole(SyntaxNode text)
    {
        while (text.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus } sum)
        {
            if (sum.FirstChild != text)
                return default;
            text = sum;
        }

        return text;
    }

    private static bool IsUp(string name) => name == "up" || name.EndsWith(".up", StringComparison.Ordinal);

    /// <summary>In code without types the parameter of a migration is what has the methods that are called on it.</summary>
    private SchemaReader.Bound? BoundOf(FunctionModel function, FunctionLike shape, List<LightType> given)
    {
        if (shape.Parameters.Count == 0 || !new Parameter(shape.Parameters[0]).Name.Is(SyntaxKind.Identifier))
            return null;
        var name = new Parameter(shape.Parameters[0]).Name;
        var symbol = function.Module.LocalSymbolOf(name);
        if (!symbol.Exists || !project.Types.TypeOf(name).IsUnknown)
            return null;
        var members = symbol.References.Where(reference => reference.Parent.Is(SyntaxKind.PropertyAccessExpression) && reference.Parent.FirstChild == reference).Select(reference => function.Module.NameOf(reference.Parent.ChildAt(1))).Distinct().ToList();
        return members.Count > 0 && given.FirstOrDefault(type => members.All(member => project.Types.MemberOf(type, member).Exists)) is { } type ? new(symbol, null, type, null) : null;
    }

    private List<LightType> GivenTypes() => [.. project.Effects.SymbolsWith<Effect.Migrates>(SymbolFlags.Class | SymbolFlags.Interface).Select(symbol => new LightType.Instance(symbol, []))];

    /// <param name="node">What is looked through.</param>
    /// <param name="bound">The migration's parameter, where nothing says its type.</param>
    /// <param name="found">The changes so far.</param>
    /// <param name="within">The methods that are being looked through.</param>
    private void Walk(SyntaxNode node, SchemaReader.Bound? bound, List<SchemaSource> found, ImmutableHashSet<SyntaxNode> within)
    {
        Workers.Step();
        switch (node.Kind)
        {
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression when reader.Read(node, bound) is { } piece && Root(piece).Any(change => change.Verb is not SchemaVerb.Has):
                foreach (var change in Root(piece))
                    found.Add(SchemaSource.Of(change, project.PlaceOf));
                return;
            // "case DatabaseType.postgres: await this.postgresUp(queryRunner)": in the order in which it runs. What the method for another server does is done to another database.
            case SyntaxKind.CallExpression when OwnMethod(node) is { Exists: true } method && !within.Contains(method) && FunctionLike.From(method) is { Body: { Exists: true } body }:
                if (!OtherServers.AreNamedIn(node.FirstChild.ChildAt(1).Text))
                    Walk(body, null, found, within.Add(method));
                return;
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateExpression:
                AddText(node, found);
                return;
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Plus:
                AddText(node, found);
                return;
            case SyntaxKind.Identifier when node.Parent.Is(SyntaxKind.ArgumentList) && project.Constants.ValueOf(node) is var value && value != node && value.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateExpression:
                AddText(node, found);
                return;
        }

        foreach (var child in node.Children)
            Walk(child, bound, found, within);
    }

    /// <summary>The method of its own class that a call means; none for what a base class gives, such as <c>this.addSql(text)</c>.</summary>
    private SyntaxNode OwnMethod(SyntaxNode call) => call.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword } && project.Types.CalleeOf(call) is Callee.InProgram { Functions: [var method] }
        && method.Parent == call.Ancestor(SyntaxKind.ClassBody) ? method : default;

    /// <summary>All changes of one chain of calls, the first first.</summary>
    private static List<SchemaPiece> Root(SchemaPiece piece)
    {
        var chain = new List<SchemaPiece>();
        for (var at = piece; at is not null; at = at.Previous)
            chain.Insert(0, at);
        return chain;
    }

    /// <summary>A text is a change when it begins as a definition does.</summary>
    private void AddText(SyntaxNode node, List<SchemaSource> found)
    {
        var text = project.Constants.TextOf(node);
        if (!text.HasText || !IsDefinition(text.Pieces[0].Text))
            return;
        var sql = text.ToSql();
        found.Add(new(sql, span => project.PlaceOf(text.SourceOf(span.Start))));
    }

    private static bool IsDefinition(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (text.AsSpan(at).StartsWith("--"))
                at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
            else
                break;
        }

        ReadOnlySpan<string> words = ["create ", "alter ", "drop ", "do ", "create\n", "begin;", "set ", "select set_config"];
        foreach (var word in words)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // "UPDATE …; ALTER TABLE …"
        return text.AsSpan(at).Contains("alter table ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).Contains("create unique index", StringComparison.OrdinalIgnoreCase);
    }
}
