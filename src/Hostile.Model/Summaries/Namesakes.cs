using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What a call inside a transaction would take the handle as, where nobody knows what it calls, as in JavaScript with models in an object that is filled when the program starts:
/// functions of the program have that name, and take one (<c>app.db.controllers.Group.removeDevices(group)</c>), or other calls of that name are given one (<c>device.save({ transaction })</c>).
/// </summary>
internal sealed class Namesakes(ProjectModel project, Transactions transactions)
{
    /// <summary>A name that is mentioned more often than this is no one thing's.</summary>
    private const int MostMentions = 400;

    /// <summary>How many variables lead from what a call is made on to where that comes from.</summary>
    private const int MostVariables = 4;

    private static readonly string[] Writes = ["set", "add", "remove", "update", "create", "delete", "destroy", "save", "insert", "upsert", "increment", "decrement", "assign", "unassign", "restore"];

    private readonly ConcurrentDictionary<Name, string> takers = new();
    private readonly ConcurrentDictionary<Name, string> peers = new();
    private readonly Lazy<HashSet<Name>> writers = new(() => [.. project.Effects.SymbolsWith<Effect.Builds>(SymbolFlags.Method).Where(method => project.Effects.Of(method).OfType<Effect.Builds>().Any(IsWrite)).Select(method => method.Name)]);

    /// <summary>The name by which what is called takes a transaction's handle; empty when nothing tells.</summary>
    public string TakesAs(SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || project.Types.CalleeOf(call) is not Callee.Unknown || !IsUnsaid(callee.FirstChild.Unwrapped()))
            return "";
        var name = project.Bindings.ModuleOf(call.Tree)!.NameOf(callee.ChildAt(1));
        if (IsOfItsOwn(name) && takers.GetOrAdd(name, static (key, self) => self.TakenBy(key), this) is { Length: > 0 } taken)
            return taken;
        return (IsOfItsOwn(name) ? BeginsWithVerb(name.ToString()) : writers.Value.Contains(name)) ? peers.GetOrAdd(name, static (key, self) => self.GivenTo(key), this) : "";
    }

    /// <summary>How all functions of the program of a name, one at least, call a transaction that they take; empty when one takes none.</summary>
    private string TakenBy(Name name)
    {
        var (seen, found) = (0, "");
        foreach (var identifier in project.Mentions.Named(name))
        {
            Workers.Step();
            if (++seen > MostMentions)
                return "";
            if (FunctionAt(identifier) is not { Body.Exists: true } shape || project.Bindings.ModuleOf(identifier.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            if (HandleAmong(shape) is not { Length: > 0 } handle)
                return "";
            found = handle;
        }

        return found;
    }

    /// <summary>The function that a name is given to where it stands; null when it is only mentioned.</summary>
    private static FunctionLike? FunctionAt(SyntaxNode identifier)
    {
        var declaration = identifier.Parent;
        return declaration.Kind switch
        {
            SyntaxKind.MethodDeclaration when declaration.FirstAfterModifiers() == identifier => FunctionLike.From(declaration),
            SyntaxKind.PropertyAssignment when declaration.FirstChild == identifier => FunctionLike.From(new PropertyAssignment(declaration).Value.Unwrapped()),
            // "Team.prototype.check = async function (type) { … }"
            SyntaxKind.PropertyAccessExpression when declaration.ChildAt(1) == identifier && declaration.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assigned && assigned.FirstChild == declaration => FunctionLike.From(assigned.ChildAt(1).Unwrapped()),
            _ => null,
        };
    }

    private static string HandleAmong(FunctionLike shape)
    {
        foreach (var node in shape.Parameters)
        {
            var name = new Parameter(node).Name;
            if (Transactions.HandleNames.Contains(name.Text))
                return name.Text;
            foreach (var child in name.Is(SyntaxKind.ObjectBindingPattern) ? name.Children.ToArray() : [])
            {
                if (BindingElement.From(child) is { IsRest: false } element && Transactions.HandleNames.Contains(element.Name.Text))
                    return element.Name.Text;
            }
        }

        return "";
    }

    /// <summary>How other calls of a name of which nobody knows what they call are given the handle of the transaction that they stand in; empty when none is.</summary>
    private string GivenTo(Name name)
    {
        var seen = 0;
        foreach (var other in project.Calls.CallsOf(name))
        {
            Workers.Step();
            if (++seen > MostMentions)
                return "";
            if (project.FunctionAround(other) is not { } around || project.Types.CalleeOf(other) is not Callee.Unknown)
                continue;
            foreach (var scope in transactions.In(around))
            {
                if (scope is { IsTransaction: true, IsCarried: false } && scope.Carriers.InArguments(other) is Carriage.Carried)
                    return OptionOf(other, scope) is { Length: > 0 } option ? option : scope.Handle;
            }
        }

        return "";
    }

    private static string OptionOf(SyntaxNode call, TransactionScope scope)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            foreach (var option in argument.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal ? literal.Children.ToArray() : [])
            {
                if (option.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && scope.Carriers.In(option) is Carriage.Carried)
                    return option.FirstChild.Text;
            }
        }

        return "";
    }

    /// <summary>Whether nothing is said of what a call is made on: it comes from no library, and nobody has written its type.</summary>
    private bool IsUnsaid(SyntaxNode receiver)
    {
        for (var variables = 0; variables < MostVariables; variables++)
        {
            while (receiver.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression or SyntaxKind.AwaitExpression or SyntaxKind.ElementAccessExpression)
                receiver = receiver.FirstChild.Unwrapped();
            if (!receiver.Is(SyntaxKind.Identifier))
                return receiver.Is(SyntaxKind.ThisKeyword);
            if (project.Bindings.SymbolOf(receiver) is not { Exists: true } symbol || symbol.Module.Roles.HasFlag(ModuleRoles.Knowledge))
                return false;
            if (symbol.Is(SymbolFlags.Parameter))
                return !symbol.Declaration.Child(SyntaxKind.TypeAnnotation).Exists;
            if (!symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || symbol.Declaration.Child(SyntaxKind.TypeAnnotation).Exists)
                return false;
            if (symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is not { Exists: true } value)
                return !symbol.IsModuleLevel;
            receiver = value.Unwrapped();
            // "const rows = []; … for (const row of rows)"
            if (receiver.Is(SyntaxKind.ArrayLiteralExpression) && !receiver.FirstChild.Exists)
                return true;
        }

        return false;
    }

    /// <summary>A name of several words: <c>removeDevices</c> is one thing wherever it is called, and <c>remove</c> is many.</summary>
    private static bool IsOfItsOwn(Name name) => name.ToString().Skip(1).Any(char.IsAsciiLetterUpper);

    private static bool BeginsWithVerb(string name) => Array.Exists(Writes, verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsAsciiLetterUpper(name[verb.Length])));

    private static bool IsWrite(Effect.Builds builds) => builds.Clause is SqlClause.Insert or SqlClause.Update or SqlClause.Delete or SqlClause.Save;
}
