using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Builders that a variable holds while they are put together, and that run where they are awaited: <c>const query = db('a'); if (open) query.where({ open }); return await query;</c></summary>
internal static class Building
{
    /// <summary>A builder that is changed in more places, or by a longer chain, was written by a program.</summary>
    private const int MostChanges = 64;

    private const int MostLinks = 200;

    extension(ProjectModel project)
    {
        /// <summary>Whether a chain of calls only builds where it stands: it changes a builder in hand, or is given to a variable on which further chains are made and which is never awaited itself.</summary>
        public bool IsOnlyBuilt(SyntaxNode last)
        {
            if (project.ThenableOf(last) is not Thenable.Lazy)
                return false;
            var outer = last.Wrapped();
            // "query.select([db.raw('max(id)')])": a part of another.
            while (outer.Parent.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ObjectLiteralExpression)
                outer = outer.Parent.Wrapped();
            if (outer.Parent is { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } link } && project.Types.CalleeOf(link) is Callee.Library whole && project.Effects.Of(whole.Signature).OfType<Effect.Builds>().Any())
                return true;
            if (outer.Parent.Is(SyntaxKind.ExpressionStatement))
                return !FunctionShape.IsGivenErrorFirst(last);
            // "query = query.where({ open })": it goes on with what was begun.
            if (GoneOnIn(outer, project) is { Exists: true } builder && IsBuiltUp(builder, project))
                return true;
            var variable = project.BuiltIn(last);
            return variable.Exists && !variable.References.IsEmpty && variable.References.All(reference => project.IsGoneOnWith(reference));
        }

        /// <summary>The variable that a chain is given to where that is declared; none for other chains.</summary>
        public Symbol BuiltIn(SyntaxNode last) =>
            last.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.FirstChild.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(last.Tree) is { } module
                ? module.SymbolOfDeclaration(declaration) : default;

        /// <summary>Where a builder that a variable holds is told what to run on, after it was begun: <c>query.transacting(trx)</c>; none when it is not.</summary>
        public SyntaxNode ToldHandleAt(SyntaxNode last)
        {
            if (project.BuiltIn(last) is not { Exists: true } variable)
                return default;
            foreach (var change in ChangesOf(variable))
            {
                for (var link = change; link.Is(SyntaxKind.CallExpression); link = link.FirstChild.FirstChild.Unwrapped())
                {
                    if (project.Types.CalleeOf(link) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Builds { Clause: SqlClause.On }))
                        return link;
                }
            }

            return default;
        }

        /// <summary>Whether a mention of a builder is where a further chain of links begins, so that this chain is what runs, or changes it.</summary>
        private bool IsGoneOnWith(SyntaxNode reference) =>
            reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression, Parent: { Kind: SyntaxKind.CallExpression } first } access && access.FirstChild.Unwrapped() == reference && first.FirstChild == access
            && project.Types.CalleeOf(first) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Builds>().Any();
    }

    /// <summary>The chains that stand as statements of their own and change the builder that a variable holds, by position.</summary>
    public static IEnumerable<SyntaxNode> ChangesOf(Symbol builder)
    {
        foreach (var reference in builder.References)
        {
            if (ChainOn(reference) is { Exists: true } last && (last.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) || (TargetOf(last.Wrapped()) is { Exists: true } target && builder.References.Contains(target))))
                yield return last;
        }
    }

    /// <summary>The last call of the chain that begins with a mention of a variable; none where no chain does.</summary>
    public static SyntaxNode ChainOn(SyntaxNode reference) =>
        reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression, Parent: { Kind: SyntaxKind.CallExpression } first } access && access.FirstChild.Unwrapped() == reference && first.FirstChild == access ? CallChain.LastOf(first) : default;

    /// <summary>The statement of its own in which a chain changes a builder, or gives what it makes of one to the variable again.</summary>
    public static SyntaxNode StatementOf(SyntaxNode change) => change.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression } given ? given.Wrapped().Parent : change.Wrapped().Parent;

    /// <summary>A builder that is gone on with in a variable: <c>let query = db('a'); if (open) query = query.where({ open });</c> Whatever the variable is given is a chain on what it holds.</summary>
    public static bool IsBuiltUp(Symbol variable, ProjectModel project)
    {
        if (!variable.Exists || variable.Is(SymbolFlags.Parameter) || !variable.Declaration.Is(SyntaxKind.VariableDeclaration) || !variable.Declaration.FirstChild.Is(SyntaxKind.Identifier) || variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.CallExpression })
            return false;
        var writes = variable.Writes.Where(write => write.Parent != variable.Declaration).ToList();
        return writes.Count is > 0 and <= MostChanges && writes.TrueForAll(write => AssignedValue.Of(write) is { Exists: true } value && GoneOnIn(value, project) == variable && FunctionShape.Enclosing(write) == FunctionShape.Enclosing(variable.Declaration));
    }

    /// <summary>The variable that a chain begins with and is given to; none for other chains.</summary>
    private static Symbol GoneOnIn(SyntaxNode chain, ProjectModel project)
    {
        chain = chain.Wrapped();
        if (TargetOf(chain) is not { Exists: true } target)
            return default;
        var root = chain.Unwrapped();
        for (var links = 0; links < MostLinks && root.Kind is SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression; links++)
            root = root.FirstChild.Unwrapped();
        return root.Is(SyntaxKind.Identifier) && root.TextIs(target.Bytes) && chain.Unwrapped().Is(SyntaxKind.CallExpression) && project.Bindings.ModuleOf(target.Tree) is { } module ? module.LocalSymbolOf(target) : default;
    }

    /// <summary>The variable of "query = …"; none for what is not given to one.</summary>
    private static SyntaxNode TargetOf(SyntaxNode value) =>
        value.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } given && given.ChildAt(1) == value && given.FirstChild.Is(SyntaxKind.Identifier) && given.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) ? given.FirstChild : default;
}
