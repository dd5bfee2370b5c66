using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Finds calls of a method that has two forms, with a context by which it finds the transaction and without (<c>getRepository(ctx, User)</c>, <c>getRepository(User)</c>), where the function around is
/// given such a context and leaves it out. From the methods that are written so: an overload begins with a parameter that another one lacks, and the body speaks of transactions.
/// </summary>
internal static class LeftOutContexts
{
    /// <summary>Methods of which everybody knows what they give, whoever declares them: the rows of an entity, for a context or for none.</summary>
    private static readonly Name Repository = Name.Of("getRepository");

    /// <summary>All of them, by file and position.</summary>
    public static IEnumerable<UnboundUse> All(ProjectModel project) => OfOverloads(project).Concat(OutOfSight(project));

    /// <summary>"connection.getRepository(ctx, User)" of which the declaration is not seen, and beside it "connection.getRepository(User)" in a function that has such a context, too.</summary>
    private static IEnumerable<UnboundUse> OutOfSight(ProjectModel project)
    {
        foreach (var file in project.Calls.CallsOf(Repository).Where(call => call.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(call) is Callee.Unknown).GroupBy(call => call.Tree))
        {
            var bound = file.Where(call => CallArguments.At(call, 0).Unwrapped() is { Kind: SyntaxKind.Identifier } first && !IsEntity(first) && IsEntity(CallArguments.At(call, 1))).ToList();
            foreach (var call in file.Where(call => IsEntity(CallArguments.At(call, 0)) && !CallArguments.At(call, 1).Exists))
            {
                Workers.Step();
                if (project.FunctionAround(call) is not { } around || around.Module.Roles.HasFlag(ModuleRoles.Test))
                    continue;
                var binding = bound.Find(other => other.FirstChild.Text == call.FirstChild.Text && ParameterNamed(around, CallArguments.At(other, 0).Unwrapped()));
                if (binding.Exists)
                    yield return new(call, CodeLine.Of(call.FirstChild.Text), binding, CallArguments.At(binding, 0).Text, null);
            }
        }
    }

    /// <summary>A class, as one writes it: <c>User</c>.</summary>
    private static bool IsEntity(SyntaxNode argument) => argument.Exists && argument.Unwrapped() is { Kind: SyntaxKind.Identifier } name && name.Bytes is [>= (byte)'A' and <= (byte)'Z', ..];

    /// <summary>Whether the function, or one around it, has a parameter of the name and of the written type that a context has elsewhere.</summary>
    private static bool ParameterNamed(FunctionModel function, SyntaxNode context)
    {
        if (function.Project.Bindings.SymbolOf(context) is not { Exists: true } known || !known.Is(SymbolFlags.Parameter) || !known.Declaration.Child(SyntaxKind.TypeAnnotation).Exists)
            return false;
        for (var at = function; at is { IsTopLevel: false }; at = at.Enclosing)
        {
            if ((FunctionLike.From(at.Node)?.Parameters ?? []).Any(parameter => new Parameter(parameter).Name.TextIs(context.Bytes) && parameter.Child(SyntaxKind.TypeAnnotation).Bytes.SequenceEqual(known.Declaration.Child(SyntaxKind.TypeAnnotation).Bytes)))
                return true;
        }

        return false;
    }

    private static IEnumerable<UnboundUse> OfOverloads(ProjectModel project)
    {
        foreach (var method in project.Functions)
        {
            if (!method.Node.Is(SyntaxKind.MethodDeclaration) || method.Module.Roles.HasFlag(ModuleRoles.Test) || ContextOf(method.Node) is not { Exists: true } context)
                continue;
            var type = project.Types.TypeOf(context).NonNullish();
            var calls = project.Calls.CallsOf(Callers.NameOf(method)).Where(call => call.Is(SyntaxKind.CallExpression) && IsMeant(project, call, method.Node)).ToList();
            if (type.IsUnknown || calls.Find(call => HandleOf(project, call, type).Exists) is not { Exists: true } example)
                continue;
            foreach (var call in calls)
            {
                Workers.Step();
                if (call.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } || HandleOf(project, call, type).Exists || project.FunctionAround(call) is not { } around || around.Module.Roles.HasFlag(ModuleRoles.Test) || ParameterOf(around, type) is not { Length: > 0 } handle || Mentions(call, handle))
                    continue;
                // The same function gives it elsewhere, or at least its class does.
                var binding = calls.Find(other => other != call && other.Tree == call.Tree && HandleOf(project, other, type).Exists && project.FunctionAround(other) == around);
                binding = binding.Exists ? binding : calls.Find(other => other.Tree == call.Tree && HandleOf(project, other, type).Exists);
                if (binding.Exists)
                    yield return new(call, CodeLine.Of(call.FirstChild.Text), binding, handle, null);
            }
        }
    }

    /// <summary>The parameter that one overload begins with and another one lacks; none where the method is not written so.</summary>
    private static SyntaxNode ContextOf(SyntaxNode implementation)
    {
        var forms = new List<SyntaxNode>();
        var name = implementation.FirstAfterModifiers().Text;
        foreach (var member in implementation.Parent.Children)
        {
            if (member.Is(SyntaxKind.MethodDeclaration) && member != implementation && member.FirstAfterModifiers().Text == name && !FunctionShape.BodyOf(member).Exists)
                forms.Add(member);
        }

        if (forms.Count < 2)
            return default;
        foreach (var form in forms)
        {
            var longer = NamesOf(form);
            // "(ctx, target)" and "(target)"
            if (longer.Count > 1 && forms.Exists(other => other != form && NamesOf(other).SequenceEqual(longer.Skip(1))) && SpeaksOfTransactions(implementation))
                return FunctionLike.From(form)!.Value.Parameters[0];
        }

        return default;
    }

    private static List<string> NamesOf(SyntaxNode form)
    {
        var names = new List<string>();
        foreach (var parameter in FunctionLike.From(form)!.Value.Parameters)
            names.Add(new Parameter(parameter).Name.Text);
        return names;
    }

    private static bool SpeaksOfTransactions(SyntaxNode implementation)
    {
        foreach (var node in FunctionShape.BodyOf(implementation).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && node.Text.Contains("transaction", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsMeant(ProjectModel project, SyntaxNode call, SyntaxNode implementation) =>
        project.Types.CalleeOf(call) is Callee.InProgram callee && callee.Functions.Concat(callee.Signatures).Any(function => function == implementation || (function.Parent == implementation.Parent && function.FirstAfterModifiers().Text == implementation.FirstAfterModifiers().Text));

    /// <summary>The context that a call is given; none when it is given none.</summary>
    private static SyntaxNode HandleOf(ProjectModel project, SyntaxNode call, LightType type) =>
        call.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } first && project.Types.TypeOf(first).NonNullish().Equals(type) ? first : default;

    /// <summary>How the function, or one around it, calls the context that it is given; empty when it is given none.</summary>
    private static string ParameterOf(FunctionModel function, LightType type)
    {
        for (var at = function; at is { IsTopLevel: false }; at = at.Enclosing)
        {
            foreach (var parameter in FunctionLike.From(at.Node)?.Parameters ?? [])
            {
                if (new Parameter(parameter).Name is { Kind: SyntaxKind.Identifier } name && at.Project.Types.TypeOf(parameter).NonNullish().Equals(type))
                    return name.Text;
            }
        }

        return "";
    }

    private static bool Mentions(SyntaxNode call, string name)
    {
        foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && node.Text == name)
                return true;
        }

        return false;
    }
}
