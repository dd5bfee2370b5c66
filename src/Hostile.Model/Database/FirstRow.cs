using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// A table is found empty, and the row that is inserted then gets a right that only the first may have: <c>isAdmin: count === 0</c>, or <c>if (users.length > 0) throw …; INSERT … role = 'admin'</c>.
/// Two executions find it empty, and both get the right.
/// </summary>
/// <param name="Race">The look and the insertion; its column is the one that gives the right.</param>
public sealed record FirstRow(RowRace Race)
{
    private static readonly string[] Columns = ["admin", "role", "roles", "owner", "superuser", "superadmin"];

    private static readonly string[] Given = ["admin", "administrator", "owner", "superadmin", "superuser", "root"];

    /// <summary>All of a function, one for each insertion, by position.</summary>
    public static IEnumerable<FirstRow> In(FunctionModel function)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Select && query.Where is { HasHole: false, HasOthers: false, Either.IsEmpty: true }, isTold: false))
        {
            // "WHERE team = $1": the first of a team, which its maker makes.
            if (write.Query.Conflict is not null || read.Query.IsPartlyUnknown || read.Query.Where.Matches.Any(match => match.IsJoin || !match.Values.All(value => RowAccess.ConstantOf(read, value, function) is not null || Consequences.IsConstant(value, read, function))))
                continue;
            foreach (var set in write.Query.Writes.Where(set => Money.WordsOf(set.Column).LastOrDefault() is { } last && Columns.Contains(last)))
            {
                if ((IsGiven(set, write, function) ? RowAccess.Decides(read, write, function) : IsMadeOf(set, write, read, function)) && told.Add(write.Call))
                    yield return new(new RowRace(read, write, [], default, "") { Number = set.Column, Consequence = Consequence.Accumulates });
            }
        }
    }

    /// <summary><c>role: 'admin'</c>, <c>role: Role.ADMIN</c>, <c>isAdmin: true</c></summary>
    private static bool IsGiven(ColumnWrite set, Statement write, FunctionModel function)
    {
        if (RowAccess.ConstantOf(write, set.Value, function) is { } text)
            return text is "true" || Given.Contains(text.Trim('\'', '"').ToLowerInvariant());
        return write.By.ValueOf(set.Value).Node is { Exists: true } node && node.Unwrapped() is var value
            && (value.Is(SyntaxKind.TrueKeyword) || (value.Is(SyntaxKind.PropertyAccessExpression) && Given.Contains(value.ChildAt(1).Text.ToLowerInvariant())));
    }

    /// <summary><c>isAdmin: count === 0</c>, <c>role: users.length ? 'user' : 'admin'</c>: a test of what was read.</summary>
    private static bool IsMadeOf(ColumnWrite set, Statement write, Statement read, FunctionModel function)
    {
        if (write.By.ValueOf(set.Value).Node is not { Exists: true } node || node.Tree != function.Module.Tree)
            return false;
        var value = node.Unwrapped();
        for (var steps = 0; steps < 6 && value.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made; steps++)
            value = made.Unwrapped();
        var test = value.Is(SyntaxKind.ConditionalExpression) ? value.FirstChild.Unwrapped() : value;
        for (var steps = 0; steps < 6 && test.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(test) is [var target] && AssignedValue.Of(target) is { Exists: true } made; steps++)
            test = made.Unwrapped();
        foreach (var part in test.DescendantsAndSelf)
        {
            if (part.Kind is SyntaxKind.BinaryExpression or SyntaxKind.PrefixUnaryExpression && part.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.LessThan or TokenKind.Exclamation or TokenKind.GreaterThan or TokenKind.ExclamationEqualsEquals
                && function.Values!.OriginsOf(part.FirstChild).Any(origin => origin.Node == read.Call))
                return true;
        }

        return false;
    }
}
