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
            if (reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression, Parent: { Kind: SyntaxKind.CallExpression } first } && CallChain.LastOf(first) is var last && last.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement))
                yield return last;
        }
    }
}
