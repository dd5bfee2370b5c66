using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells by what a program knows whoever sends a request: <c>ctx.user.id</c>, <c>session.userId</c>, <c>auth.user.id</c>. Where rows are chosen by that, only requests of one user meet.
/// What comes with the request, <c>req.body.userId</c>, may be anybody.
/// </summary>
public static class Requester
{
    /// <summary>What carries the user of a request.</summary>
    private static readonly string[] Carriers = ["ctx", "context", "req", "request", "session", "auth", "locals", "viewer", "current"];

    /// <summary>What carries what came with it.</summary>
    private static readonly string[] Brought = ["body", "query", "params", "param", "input", "data", "payload", "headers", "args"];

    /// <summary>The column by which a statement asks for rows of whoever sends the request; null when none does, and for the rows of users themselves, which others change, too.</summary>
    public static string? ColumnOf(Statement read, FunctionModel function)
    {
        if (read.Query.Table is not { } table || Money.WordsOf(table.Name).LastOrDefault() is "user" or "users")
            return null;
        return Asked(read, table, function)?.Column.Name;
    }

    /// <summary>Whether a race is about a code or a token that stands in the row of whoever sends the request: he alone can use it twice, by asking twice at once.</summary>
    public static bool UsesOwnProof(RowRace race, FunctionModel function) =>
        Money.WordsOf(race.Column).LastOrDefault() is "code" or "token" or "otp" or "nonce" && race.Read.Query.Table is { } table && Asked(race.Read, table, function) is not null;

    private static ColumnMatch? Asked(Statement read, TableName table, FunctionModel function) =>
        read.Query.Fixed(table).FirstOrDefault(match => match is { Operator: "=", Values: [var value] } && Is(read.By.ValueOf(value), function));

    /// <summary>Whether a value is the number of whoever sends the request.</summary>
    internal static bool Is(CalledValue value, FunctionModel function)
    {
        if (!value.Node.Exists || ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is not { Root: { Exists: true } root, Members: var members })
            return false;
        var names = members.Split('.', StringSplitOptions.RemoveEmptyEntries).Prepend(NameOf(root)).Select(name => Money.WordsOf(name).ToList()).ToList();
        if (names[^1] is not ([.., "user", "id"] or ["id"] or ["sub"] or ["uid"]) || names.Exists(words => words is [var only] && Brought.Contains(only)))
            return false;
        var isOfUser = names[^1].Count > 1 || (names.Count > 1 && names[^2] is [.., "user"] or ["viewer"] or ["me"]) || names[^1] is ["sub"] or ["uid"];
        return isOfUser && names.Exists(words => words.Exists(word => Carriers.Contains(word)));
    }

    private static string NameOf(SyntaxNode root) => root.Kind switch
    {
        SyntaxKind.Parameter when new Parameter(root).Name is { Kind: SyntaxKind.Identifier } name => name.Text,
        SyntaxKind.VariableDeclaration when root.FirstChild.Is(SyntaxKind.Identifier) => root.FirstChild.Text,
        SyntaxKind.BindingElement => root.FirstChild.Text,
        SyntaxKind.CallExpression => CallName.Of(root) is { Exists: true } called ? called.Text : "",
        _ => "",
    };
}
