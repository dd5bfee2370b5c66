using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Follows an object forward from the expression that makes it to wherever the program keeps it: through variables, fields, parameters, results and imports.
/// Who derives from it sees every use of the object; what is handed to a library or to code out of sight is said to be so.
/// </summary>
internal abstract class ObjectWalk(ProjectModel project)
{
    private const int LongestWay = 8;

    private readonly HashSet<SyntaxNode> seen = [];

    /// <summary>By class, the fields that it makes itself.</summary>
    private readonly Dictionary<SyntaxNode, HashSet<string>> made = [];

    /// <summary>Whether it gets to where nothing is seen of it.</summary>
    public bool IsOutOfSight { get; protected set; }

    protected ProjectModel Project => project;

    /// <summary>Whether enough has been seen.</summary>
    protected abstract bool IsDone { get; }

    /// <summary>Follows the object that an expression makes.</summary>
    public void Follow(SyntaxNode made) => Value(made, 0);

    /// <summary>A member of the object is read, or called.</summary>
    protected abstract void Member(SyntaxNode access, int depth);

    /// <summary>It is an argument of a call of which no body is seen.</summary>
    protected virtual void GivenAway(SyntaxNode call, SyntaxNode argument, int place, int depth) => IsOutOfSight = true;

    /// <summary>A loop runs over it: <c>for await (const chunk of stream)</c> takes its end and its errors.</summary>
    protected virtual void LoopedOver(SyntaxNode loop, int depth) => IsOutOfSight = true;

    /// <summary>It is disposed of where a block is left: <c>using timer = setInterval(…)</c>.</summary>
    protected virtual void Disposed(SyntaxNode declarations)
    {
    }

    /// <summary>Whether who takes the object literal with this property does nothing of what is looked for.</summary>
    protected virtual bool IsHarmless(SyntaxNode property) => false;

    /// <summary>Looks at what is done with an expression that evaluates to the object.</summary>
    protected void Value(SyntaxNode expression, int depth)
    {
        var outer = expression.Wrapped();
        if (IsDone || !seen.Add(outer))
            return;
        if (depth > LongestWay)
        {
            IsOutOfSight = true;
            return;
        }

        var parent = outer.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.PropertyAccessExpression when parent.FirstChild == outer:
                Member(parent, depth);
                // "connect(port).setTimeout(5000)" is the socket again.
                if (parent.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == parent && (GivesItself(project, call) || IsWaitedFor(parent)))
                    Value(call, depth);
                break;
            case SyntaxKind.Initializer when parent.Parent.Is(SyntaxKind.VariableDeclaration) && parent.Parent.Parent.Has(NodeFlags.Using):
                Disposed(parent.Parent.Parent);
                Kept(parent.Parent.FirstChild, depth);
                break;
            case SyntaxKind.Initializer when parent.Parent.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration:
                Kept(parent.Parent.FirstAfterModifiers(), depth);
                break;
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals && parent.FirstChild != outer:
                Kept(parent.FirstChild, depth);
                Value(parent, depth + 1);
                break;
            // "timer !== undefined" and "timer ? 1 : 0" ask about it, and have another value.
            case SyntaxKind.BinaryExpression when parent.Operator is not (TokenKind.BarBar or TokenKind.QuestionQuestion or TokenKind.AmpersandAmpersand or TokenKind.Comma or (>= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals)):
            case SyntaxKind.ConditionalExpression when parent.FirstChild == outer:
                break;
            case SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression or SyntaxKind.AwaitExpression:
                Value(parent, depth + 1);
                break;
            case SyntaxKind.ReturnStatement:
                Returned(FunctionShape.Enclosing(parent), depth);
                break;
            case SyntaxKind.ArrowFunction:
                Returned(parent, depth);
                break;
            case SyntaxKind.ArgumentList:
                Argument(parent.Parent, outer, depth);
                break;
            case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment:
                Property(parent, depth);
                break;
            case SyntaxKind.ForOfStatement:
                LoopedOver(parent, depth);
                break;
            case SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression or SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression or SyntaxKind.TypeOfExpression:
                break;
            default:
                IsOutOfSight = true;
                break;
        }
    }

    /// <summary>"await open(path).catch(translate)": what is waited for is the object all the same.</summary>
    private bool IsWaitedFor(SyntaxNode access) => access.ChildAt(1).Text is "catch" or "finally" && access.FirstChild.Unwrapped().Is(SyntaxKind.CallExpression) && project.ThenableOf(access.FirstChild) is Thenable.Promise;

    /// <summary>Whether a method returns what it is called on, as a library says: <c>setTimeout(ms: number): this</c>.</summary>
    internal static bool GivesItself(ProjectModel project, SyntaxNode call) =>
        project.Types.CalleeOf(call) is Callee.Library { Signature: var method } && method.Child(SyntaxKind.TypeAnnotation).FirstChild.Kind is SyntaxKind.ThisType;

    /// <summary>A variable or field holds it: every mention of that is the object.</summary>
    private void Kept(SyntaxNode target, int depth)
    {
        var symbol = target.Kind is SyntaxKind.Identifier && target.Parent.Is(SyntaxKind.PropertyDeclaration) is false ? Project.Bindings.SymbolOf(target)
            : target.Parent.Is(SyntaxKind.PropertyDeclaration) ? Project.Bindings.ModuleOf(target.Tree)!.SymbolOfDeclaration(target.Parent) is { Exists: true } declared ? declared : MemberNamed(target)
            : Project.Types.SymbolOf(target);
        // "global.boss = new PgBoss()", for the next start in the same process: whoever reads that has it.
        if (!symbol.Exists && OfGlobal(target) is { Exists: true } kept)
        {
            foreach (var access in Project.Mentions.LooseAccesses(Project.Bindings.ModuleOf(kept.Tree)!.NameOf(kept)))
            {
                if (OfGlobal(access).Exists)
                    Value(access, depth + 1);
            }

            return;
        }

        if (!symbol.Exists)
        {
            IsOutOfSight = true;
            return;
        }

        // "timer.current" of React's refs: the member is everybody's, the variable is not.
        if (symbol.IsMember && symbol.Module.Roles.HasFlag(ModuleRoles.Knowledge) && target.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } holder && Project.Bindings.SymbolOf(holder) is { Exists: true } variable)
        {
            InMember(variable, target.ChildAt(1), depth);
            return;
        }

        foreach (var identifier in Project.Mentions.Of(symbol))
            Value(identifier, depth + 1);
    }

    /// <summary><c>boss</c> of <c>global.boss</c> and <c>globalThis.boss</c>; none for other expressions.</summary>
    private static SyntaxNode OfGlobal(SyntaxNode access) =>
        access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } root && (root.TextIs("global"u8) || root.TextIs("globalThis"u8)) ? access.ChildAt(1) : default;

    /// <summary>A member of what a variable holds has it: who is given the variable has it, too.</summary>
    private void InMember(Symbol variable, SyntaxNode member, int depth)
    {
        foreach (var mention in Project.Mentions.Of(variable))
        {
            var parent = mention.Wrapped().Parent;
            if (!parent.Is(SyntaxKind.PropertyAccessExpression) || parent.FirstChild != mention.Wrapped())
                IsOutOfSight |= parent.Kind is not SyntaxKind.VariableDeclaration and not SyntaxKind.ArrayLiteralExpression;
            else if (parent.ChildAt(1).Bytes.SequenceEqual(member.Bytes))
                Value(parent, depth + 1);
        }
    }

    private Symbol MemberNamed(SyntaxNode name) =>
        Project.Bindings.ModuleOf(name.Tree)!.MembersOf(name.Ancestor(SyntaxKind.ClassBody)).Find(Project.Bindings.ModuleOf(name.Tree)!.NameOf(name));

    /// <summary>A function returns it: so does every call of the function.</summary>
    private void Returned(SyntaxNode function, int depth)
    {
        // "new Promise((resolve) => out.once('drain', resolve))": what an executor returns goes nowhere.
        if (Project.FunctionOf(function) is not { } model || (Callers.Argument(function) is { Call.Exists: true } given && Project.PromiseOperationOf(given.Call) is PromiseOperation.New))
            return;
        var calls = Project.Callers.CallsTo(model).ToList();
        IsOutOfSight |= calls.Count == 0;
        foreach (var call in calls)
            Value(call, depth + 1);
    }

    private void Argument(SyntaxNode call, SyntaxNode argument, int depth)
    {
        var place = 0;
        for (var at = call.Child(SyntaxKind.ArgumentList).FirstChild; at != argument && at.Exists; at = at.NextSibling)
            place++;
        if (Project.Types.CalleeOf(call) is not Callee.InProgram { Functions.IsEmpty: false } program)
        {
            GivenAway(call, argument, place, depth);
            return;
        }

        foreach (var function in program.Functions)
        {
            // "declare class Wrapper { constructor(socket: Socket); }": what stands behind it is out of sight.
            if (FunctionLike.From(function) is { Body.Exists: false })
            {
                GivenAway(call, argument, place, depth);
                continue;
            }

            if (FunctionLike.From(function)?.Parameters[place] is not { Exists: true } parameter || Project.Bindings.ModuleOf(function.Tree)!.LocalSymbolOf(new Parameter(parameter).Name) is not { Exists: true } symbol)
            {
                IsOutOfSight = true;
                continue;
            }

            foreach (var reference in symbol.References)
                Value(reference, depth + 1);
            // "constructor(private pool: Pool)"
            if (new Parameter(parameter).IsProperty && MemberNamed(new Parameter(parameter).Name) is { Exists: true } field)
            {
                foreach (var mention in Project.Mentions.Of(field))
                    Value(mention, depth + 1);
            }
        }
    }

    /// <summary>A property of an object literal holds it: whoever takes that object has it, under that name.</summary>
    private void Property(SyntaxNode property, int depth)
    {
        IsOutOfSight |= !IsHarmless(property);
        var name = Project.Bindings.ModuleOf(property.Tree)!.NameOf(property.FirstAfterModifiers());
        // "this.pool" of a class that has a field of its own under that name is not it.
        foreach (var access in Project.Mentions.LooseAccesses(name))
        {
            if (!IsMadeInItsClass(access))
                Value(access, depth + 2);
        }
    }

    /// <summary>"this.client.on(…)" of a class of JavaScript that says <c>this.client = connect(url)</c>, and not <c>wrap(client)</c>: its own, and not what others call so.</summary>
    private bool IsMadeInItsClass(SyntaxNode access)
    {
        if (!access.FirstChild.Is(SyntaxKind.ThisKeyword) || access.Ancestor(SyntaxKind.ClassBody) is not { Exists: true } body)
            return false;
        if (!made.TryGetValue(body, out var fields))
        {
            made[body] = fields = [];
            foreach (var node in body.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.Equals && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword } field && EffectOf(node.ChildAt(1)).Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression
                    && !Names(node.ChildAt(1), field.ChildAt(1)))
                    fields.Add(field.ChildAt(1).Text);
            }
        }

        return fields.Contains(access.ChildAt(1).Text);
    }

    /// <summary>Whether an expression has an identifier in it that reads as another one does.</summary>
    internal static bool Names(SyntaxNode value, SyntaxNode name)
    {
        foreach (var part in value.DescendantsAndSelf)
        {
            if (part.Is(SyntaxKind.Identifier) && part.TextIs(name.Bytes))
                return true;
        }

        return false;
    }

    private static SyntaxNode EffectOf(SyntaxNode value) => value.Unwrapped() is { Kind: SyntaxKind.AwaitExpression } awaited ? awaited.FirstChild.Unwrapped() : value.Unwrapped();
}
