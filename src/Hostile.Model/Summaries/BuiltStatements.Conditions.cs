using Hostile.Model.Database;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <content>Conditions: objects of columns and values, functions that build one, SQL.</content>
internal sealed partial class BuiltStatements
{
    private SqlPhrase ConditionOf(SyntaxNode node, string by, Context context)
    {
        node = node.Unwrapped();
        if (context.Further() is not { } inner)
            return SqlPhrase.Unknown(node);
        context = inner;
        switch (node.Kind)
        {
            case SyntaxKind.ObjectLiteralExpression:
                return ConditionOf(EntriesOf(node), node, by, context);
            // Several objects of which one is enough.
            case SyntaxKind.ArrayLiteralExpression:
                return AllOf([.. node.Children.ToArray()], by, context, isOr: true);
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                return Built(node, by, context);
            case SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression:
                return FragmentOf(node, context) ?? SqlPhrase.Unknown(node);
            // "expected ? eq(jobs.claimedAt, expected) : undefined": where a write asks for more only sometimes, that is the guard that it has.
            case SyntaxKind.ConditionalExpression when context.Draft?.Kind is QueryKind.Update or QueryKind.Delete && IsUndefined(node.ChildAt(1).Unwrapped()) != IsUndefined(node.ChildAt(2).Unwrapped()):
                return ConditionOf(IsUndefined(node.ChildAt(1).Unwrapped()) ? node.ChildAt(2) : node.ChildAt(1), by, context);
            case SyntaxKind.Identifier when context.Draft?.Kind is QueryKind.Update or QueryKind.Delete && project.Constants.ValueOf(node) is { Kind: SyntaxKind.ConditionalExpression } chosen:
                return ConditionOf(chosen, by, context);
            // "folder ? eq(files.folder, folder) : isNull(files.folder)"
            case SyntaxKind.ConditionalExpression when context.Depth <= Deepest:
                var (first, second) = (ConditionOf(node.ChildAt(1), by, context with { Depth = context.Depth + 1 }), ConditionOf(node.ChildAt(2), by, context with { Depth = context.Depth + 1 }));
                return first.OrNull(second) ?? second.OrNull(first) ?? SqlPhrase.Unknown(node);
            case SyntaxKind.TrueKeyword:
                return SqlPhrase.Of("true");
            case SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral:
                return new SqlPhrase().Add(NameOf(KeyOf(context.Draft?.Entity), context)).Add(" = ").Add(ValueOf(node, context));
            case SyntaxKind.Identifier when project.Constants.ValueOf(node) is { Kind: SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.ArrayLiteralExpression } made:
                return ConditionOf(made, by, context);
            case SyntaxKind.Identifier when EntriesOf(node) is { Entries.Count: > 0 } known:
                return ConditionOf(known, node, by, context);
            // A number or a text by itself is the row's key.
            default:
                if (IsKey(node, context))
                    return new SqlPhrase().Add(NameOf(KeyOf(context.Draft?.Entity), context)).Add(" = ").Add(ValueOf(node, context));
                // "find(where)": who calls says which rows.
                if (context.Draft is { } draft && project.Bindings.ModuleOf(node.Tree) is { } module && OpenTables.IsGiven(node, module))
                {
                    var member = context.Member;
                    draft.Open.Add(new(node, (given, entity) => (member.Length == 0 ? given : EntriesOf(given).Entries.Find(entry => entry.Key == member).Value) is { Exists: true } condition
                        ? ConditionOf(condition, by, context with { Asked = new(MostLevels, MostSteps), Member = "", Draft = Of(entity, context) }) : SqlPhrase.Unknown(node)));
                }

                return SqlPhrase.Unknown(node);
        }
    }

    /// <summary>A number or a text, <c>type ID = string | number</c> too; of what has no known type, what is called as the key is: <c>row.id</c>.</summary>
    private bool IsKey(SyntaxNode node, Context context)
    {
        var type = project.Types.TypeOf(node).NonNullish();
        return type == LightType.Unknown
            ? node.Is(SyntaxKind.PropertyAccessExpression) && node.ChildAt(1).Text == KeyOf(context.Draft?.Entity)
            : type.Alternatives is { IsEmpty: false } alternatives && alternatives.All(alternative => alternative is LightType.Literal or LightType.Primitive { Kind: PrimitiveKind.String or PrimitiveKind.Number or PrimitiveKind.BigInt });
    }

    private SqlPhrase ConditionOf((List<(string Key, SyntaxNode Value)> Entries, bool IsOpen) known, SyntaxNode node, string by, Context context)
    {
        var parts = new List<SqlPhrase>();
        foreach (var (key, value) in known.Entries)
        {
            if (!IsUndefined(value))
                parts.AddRange(MatchesOf(key, value, by, context));
        }

        if (known.IsOpen)
            parts.Add(SqlPhrase.Unknown(node));
        return parts.Count == 0 ? SqlPhrase.Of("true") : SqlPhrase.Conjunction(parts, isOr: false);
    }

    /// <summary>"OR: […]", "email: 'a'", "age: { gte: 18 }".</summary>
    private IEnumerable<SqlPhrase> MatchesOf(string key, SyntaxNode value, string by, Context context)
    {
        if (MemberOf(by, key, context) is { } member)
            return [Expand(member.Parts, context with { Value = value }) ?? SqlPhrase.Unknown(value)];
        if (context.Further() is not { } inner)
            return [SqlPhrase.Unknown(value)];
        context = inner;
        var column = NameOf(key, context);
        var bare = value.Unwrapped();
        if (bare.Is(SyntaxKind.ObjectLiteralExpression))
        {
            var (entries, isOpen) = EntriesOf(bare);
            // Conditions on rows of another table, or on a column of JSON.
            if (isOpen || entries.Count == 0)
                return [SqlPhrase.Unknown(value)];
            // A key over several columns by its name: "{ userId_postId: { userId, postId } }".
            if (entries.TrueForAll(entry => MemberOf(by, entry.Key, context) is null))
                return context.Draft?.Entity?.Keys.Any(known => known.Name == key) == true || (key.Contains('_', StringComparison.Ordinal) && key.Split('_').All(part => entries.Exists(entry => entry.Key == part))) ? entries.SelectMany(entry => MatchesOf(entry.Key, entry.Value, by, context)) : [SqlPhrase.Unknown(value)];
            return entries.Select(entry => MemberOf(by, entry.Key, context) is { } clause
                ? Expand(clause.Parts, context with { Value = entry.Value, Column = column }) ?? SqlPhrase.Unknown(value)
                : SqlPhrase.Unknown(value));
        }

        if (bare.Is(SyntaxKind.NullKeyword))
            return [new SqlPhrase().Add(column).Add(" IS NULL")];
        if (bare.Is(SyntaxKind.ArrayLiteralExpression))
            return [new SqlPhrase().Add(column).Add(" IN ").Add(ListOf(bare, context))];
        if (bare.Is(SyntaxKind.ConditionalExpression) || (bare.Is(SyntaxKind.BinaryExpression) && bare.Operator is TokenKind.AmpersandAmpersand))
            return [SqlPhrase.Unknown(value)];
        if (bare.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression && FragmentOf(bare, context with { Column = column }) is { } fragment)
            return [fragment.NamesColumn ? fragment : new SqlPhrase().Add(column).Add(" = ").Add(fragment)];
        return [new SqlPhrase().Add(column).Add(" = ").Add(ValueOf(bare, context))];
    }

    /// <summary>Several conditions as one; one that may be left out makes the whole unknown where one is enough.</summary>
    private SqlPhrase AllOf(List<SyntaxNode> nodes, string by, Context context, bool isOr)
    {
        if (nodes is [var only] && only.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } array)
            nodes = [.. array.Children.ToArray()];
        var parts = new List<SqlPhrase>();
        foreach (var node in nodes)
        {
            if (IsUndefined(node))
                continue;
            if (isOr && node.Unwrapped().Kind is SyntaxKind.ConditionalExpression or SyntaxKind.SpreadElement)
                return SqlPhrase.Unknown(node);
            parts.Add(ConditionOf(node, by, context));
        }

        return parts.Count == 0 ? SqlPhrase.Of("true") : SqlPhrase.Conjunction(parts, isOr);
    }

    /// <summary>"(q) => q.where('a', 1).orWhere('b', 2)", "function () { this.where('a', 1) }", "(eb) => eb('a', '=', 1)".</summary>
    private SqlPhrase Built(SyntaxNode function, string by, Context context)
    {
        if (context.Depth > Deepest || FunctionLike.From(function) is not { } shape)
            return SqlPhrase.Unknown(function);
        var results = shape.HasExpressionBody ? [shape.Body] : StatementsOf(shape.Body).ToList();
        context = context with { Row = shape.Parameters[0] };
        var draft = new StatementDraft { Entity = context.Draft?.Entity };
        foreach (var result in results)
        {
            var value = result.Unwrapped();
            if (value.Kind is not (SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.ObjectLiteralExpression))
                return SqlPhrase.Unknown(function);
            if (results.Count == 1 && (value.Is(SyntaxKind.ObjectLiteralExpression) || FragmentOf(value, context) is not null))
                return ConditionOf(value, by, context);
            Fold(LinksOf(value), draft, context with { Depth = context.Depth + 1 });
        }

        return draft.Condition ?? SqlPhrase.Unknown(function);
    }

    /// <summary>The expressions of a body that does nothing but evaluate them; with anything else in it, none is what it seems.</summary>
    private static IEnumerable<SyntaxNode> StatementsOf(SyntaxNode block)
    {
        foreach (var statement in block.Children)
        {
            if (statement.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.ReturnStatement && statement.FirstChild.Exists)
                yield return statement.FirstChild;
            else
                yield return statement;
        }
    }
}
