using System.Collections.Immutable;
using System.Globalization;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Follows a collection back to what decides how many elements it has: through variables, copies, filters, parameters and what their callers give, and functions that return it.
/// Of several origins the one that grows counts; what cannot be followed is unknown, and no rule may take that for large.
/// </summary>
internal sealed class Sizes(ProjectModel project)
{
    private const int Deepest = 24;
    private const int MostSteps = 300;
    private const int MostCallers = 20;

    /// <summary>The size of what an expression evaluates to.</summary>
    public ArraySize Of(SyntaxNode expression) => new Walk(project).Follow(expression, 0);

    private sealed class Walk(ProjectModel project)
    {
        private readonly HashSet<SyntaxNode> seen = [];

        public ArraySize Follow(SyntaxNode expression, int depth)
        {
            expression = expression.Unwrapped();
            if (!expression.Exists || depth > Deepest || seen.Count > MostSteps || !seen.Add(expression))
                return ArraySize.Unknown;
            var type = project.Types.TypeOf(expression);
            if (type is LightType.Tuple tuple)
                return Bounded($"{Counted(tuple.Elements.Length, "element")} by its type", expression, tuple.Elements.Length);
            switch (expression.Kind)
            {
                case SyntaxKind.AwaitExpression or SyntaxKind.SpreadElement:
                    return Follow(expression.FirstChild, depth + 1);
                case SyntaxKind.ArrayLiteralExpression:
                    return OfLiteral(expression, depth);
                case SyntaxKind.ConditionalExpression:
                    return Largest([Follow(expression.ChildAt(1), depth + 1), Follow(expression.ChildAt(2), depth + 1)]);
                case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                    return Largest([Follow(expression.FirstChild, depth + 1), Follow(expression.ChildAt(1), depth + 1)]);
                case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand or TokenKind.Equals:
                    return Follow(expression.ChildAt(1), depth + 1);
                case SyntaxKind.NewExpression when expression.FirstChild.TextIs("Set"u8) || expression.FirstChild.TextIs("Map"u8):
                    return expression.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } from ? Follow(from, depth + 1) : Bounded("it is empty", expression);
                // "Array.from({ length: 4 }, …)"
                case SyntaxKind.ObjectLiteralExpression when project.Options.Of(expression).Find("length") is { } length && project.Constants.NumberOf(length.Value) is { } count:
                    return Bounded($"{count} elements", expression, count);
                case SyntaxKind.CallExpression:
                    return OfCall(expression, depth);
                case SyntaxKind.Identifier:
                    return OfName(expression, depth);
                case SyntaxKind.PropertyAccessExpression:
                    return LengthChecked(expression) is { Exists: true } check ? Bounded("its length is checked before", check) : OfMember(expression, depth);
                case SyntaxKind.NullKeyword:
                    return Bounded("it is null", expression);
                default:
                    return ArraySize.Unknown;
            }
        }

        private static ArraySize Bounded(string reason, SyntaxNode source, double? most = null) => new(SizeKind.Bounded, reason, source) { Most = most is >= 0 and < int.MaxValue ? (int)most : null };

        /// <summary>The one that grows; else one of which nothing is known; else the first bound.</summary>
        private static ArraySize Largest(IEnumerable<ArraySize> sizes)
        {
            ArraySize? largest = null;
            foreach (var size in sizes)
            {
                if (largest is null || Rank(size) > Rank(largest) || (Rank(size) == Rank(largest) && size.Most > largest.Most))
                    largest = size;
            }

            return largest ?? ArraySize.Unknown;
        }

        private static int Rank(ArraySize size) => size.Kind switch { SizeKind.Bounded => 0, SizeKind.Unknown => 1, _ => 1 + (int)size.Kind };

        private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

        private ArraySize OfLiteral(SyntaxNode literal, int depth)
        {
            var spreads = literal.Children.ToArray().Where(element => element.Is(SyntaxKind.SpreadElement)).ToArray();
            return spreads.Length == 0 ? Bounded($"{Counted(literal.Children.Count, "element")} written out", literal, literal.Children.Count) : Largest(spreads.Select(spread => Follow(spread.FirstChild, depth + 1)));
        }

        private ArraySize OfName(SyntaxNode identifier, int depth)
        {
            if (identifier.TextIs("undefined"u8))
                return Bounded("it is undefined", identifier);
            if (project.Bindings.ModuleOf(identifier.Tree)?.LocalSymbolOf(identifier) is not { Exists: true } local)
                return ArraySize.Unknown;
            var meaning = project.Bindings.MeaningOf(local);
            if (meaning.Expression.Exists)
                return Follow(meaning.Expression, depth + 1);
            if (!meaning.Symbol.Exists)
                return ArraySize.Unknown;
            return LengthChecked(meaning.Symbol) is { Exists: true } check ? Bounded("its length is checked before", check) : OfVariable(meaning.Symbol, depth);
        }

        /// <summary>"if (body.ids.length &gt; limits.most) return res.status(400);"</summary>
        private SyntaxNode LengthChecked(SyntaxNode member)
        {
            var root = member;
            while (root.Is(SyntaxKind.PropertyAccessExpression))
                root = root.FirstChild.Unwrapped();
            return root.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(root.Tree)?.LocalSymbolOf(root) is { Exists: true } variable ? LengthChecked(variable, member.Text) : default;
        }

        /// <summary>"if (ids.length &gt; 100) throw …"</summary>
        /// <param name="variable">The variable.</param>
        /// <param name="path">The member of it that is meant, with its name; empty for itself.</param>
        private SyntaxNode LengthChecked(Symbol variable, string path = "")
        {
            foreach (var reference in variable.References)
            {
                var length = reference.Parent;
                while (path.Length > 0 && length.Is(SyntaxKind.PropertyAccessExpression) && length.FirstChild.Text != path && length.Parent.Is(SyntaxKind.PropertyAccessExpression))
                    length = length.Parent;
                if (!length.Is(SyntaxKind.PropertyAccessExpression) || (path.Length > 0 ? length.FirstChild.Text != path : length.FirstChild != reference) || !(length.ChildAt(1).TextIs("length"u8) || length.ChildAt(1).TextIs("size"u8)))
                    continue;
                if (length.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.GreaterThan or TokenKind.GreaterThanEquals or TokenKind.LessThan or TokenKind.LessThanEquals } test
                    && !test.Parent.Is(SyntaxKind.ForStatement)
                    && (project.Constants.NumberOf(test.FirstChild == length ? test.ChildAt(1) : test.FirstChild) ?? 2) > 1
                    && !RefusesFew(test, length))
                    return test;
            }

            return default;
        }

        /// <summary>"if (rows.length &lt; 2) throw …": too few are refused, and there may be any number.</summary>
        private bool RefusesFew(SyntaxNode test, SyntaxNode length)
        {
            if (test.Operator is TokenKind.LessThan or TokenKind.LessThanEquals != (test.FirstChild == length))
                return false;
            var outer = test.Wrapped();
            while (outer.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar })
                outer = outer.Parent.Wrapped();
            if (!outer.Parent.Is(SyntaxKind.IfStatement) || outer.Parent.FirstChild != outer)
                return false;
            var then = outer.Parent.ChildAt(1);
            var last = then.Is(SyntaxKind.Block) ? then.Children.ToArray().LastOrDefault() : then;
            return last.Kind is SyntaxKind.ThrowStatement or SyntaxKind.ReturnStatement || (last.Is(SyntaxKind.ExpressionStatement) && project.NeverReturns(last.FirstChild));
        }

        private ArraySize OfVariable(Symbol variable, int depth)
        {
            var declaration = variable.Declaration;
            switch (declaration.Kind)
            {
                case SyntaxKind.Parameter:
                    return OfParameter(declaration, variable, depth);
                case SyntaxKind.BindingElement:
                    return OfBindingElement(declaration, depth);
                case SyntaxKind.VariableDeclaration when declaration.Parent.Parent.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement:
                    return ArraySize.Unknown;
                case SyntaxKind.VariableDeclaration:
                    var sizes = new List<ArraySize>();
                    if (declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                        sizes.Add(Follow(initial, depth + 1));
                    foreach (var write in variable.Writes)
                        sizes.Add(write.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == write ? Follow(assignment.ChildAt(1), depth + 1) : ArraySize.Unknown);
                    sizes.AddRange(variable.References.Select(reference => Addition(reference, declaration, depth)).OfType<ArraySize>());
                    return Largest(sizes);
                default:
                    return ArraySize.Unknown;
            }
        }

        /// <summary>"list.push(x)" adds as often as the loop around it turns; what another function adds, as often as that is called.</summary>
        private ArraySize? Addition(SyntaxNode collection, SyntaxNode declaration, int depth)
        {
            var access = collection.Parent;
            if (!access.Is(SyntaxKind.PropertyAccessExpression) || access.FirstChild != collection || !access.Parent.Is(SyntaxKind.CallExpression) || access.Parent.FirstChild != access)
                return null;
            var name = access.ChildAt(1);
            if (!name.TextIs("push"u8) && !name.TextIs("unshift"u8) && !name.TextIs("add"u8) && !name.TextIs("set"u8))
                return null;
            var spread = access.Parent.Child(SyntaxKind.ArgumentList).FirstChild;
            if (spread.Is(SyntaxKind.SpreadElement))
                return Follow(spread.FirstChild, depth + 1);
            if (FunctionShape.Enclosing(access) is var adder && adder != FunctionShape.Enclosing(declaration))
            {
                // "items.forEach((item) => list.push(item))"
                if (Callers.Argument(adder) is { Call.Exists: true } given && given.Call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && given.Call.FirstChild.ChildAt(1).TextIs("forEach"u8))
                    return Follow(given.Call.FirstChild.FirstChild, depth + 1);
                return declaration.Ancestor(SyntaxKind.VariableStatement).Parent.Is(SyntaxKind.SourceFile) ? Grown(access.Parent, adder) : ArraySize.Unknown;
            }

            var sizes = new List<ArraySize>();
            for (var at = access.Parent; at.Exists && at != adder; at = at.Parent)
            {
                if (at.Is(SyntaxKind.ForOfStatement))
                    sizes.Add(Follow(at.ChildAt(1), depth + 1));
                else if (at.Kind is SyntaxKind.ForStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForInStatement)
                    sizes.Add(ArraySize.Unknown);
            }

            return sizes.Count == 0 ? Bounded("elements are added one by one", access.Parent) : Largest(sizes);
        }

        /// <summary>A collection that requests, jobs or events add to.</summary>
        private ArraySize Grown(SyntaxNode addition, SyntaxNode adder) =>
            project.FunctionOf(adder) is { } function && function.Exposure.Kind is StartKind.Request or StartKind.Job or StartKind.Message
                ? new(SizeKind.Growing, $"`{FunctionName.Of(adder)}` adds to it with each call", addition)
                : ArraySize.Unknown;

        /// <summary>"const { rows } = await pool.query(…)", "const { ids } = req.body", "const [rows, total] = await repository.findAndCount()".</summary>
        private ArraySize OfBindingElement(SyntaxNode element, int depth)
        {
            var pattern = element.Parent;
            var holder = pattern.Parent;
            if (holder.Is(SyntaxKind.BindingElement))
                return IsSent(element) is { Exists: true } nested ? Sent(nested) : ArraySize.Unknown;
            if (OfTaken(element, holder) is { } declared)
                return declared;
            if (holder.Is(SyntaxKind.Parameter))
                return IsSent(element) is { Exists: true } sent ? Sent(sent) : OfParameterMember(holder, element, depth);
            var initial = holder.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            if (!holder.Is(SyntaxKind.VariableDeclaration) || !initial.Exists)
                return ArraySize.Unknown;
            if (pattern.Is(SyntaxKind.ArrayBindingPattern))
                return OfPlace(initial, pattern.Children.ToArray().IndexOf(element), depth);
            return SentBy(initial) is { Exists: true } ? Sent(element) : OfResultMember(initial, new BindingElement(element).PropertyName is { Exists: true } given ? given : new BindingElement(element).Name, depth);
        }

        /// <summary>"const { ids } = input", "({ ids }: Input) => …"</summary>
        private ArraySize? OfTaken(SyntaxNode element, SyntaxNode holder)
        {
            if (!element.Parent.Is(SyntaxKind.ObjectBindingPattern) || new BindingElement(element) is not { IsRest: false } taken || project.Bindings.ModuleOf(element.Tree) is not { } module)
                return null;
            return OfClass(project.Types.TypeOf(holder.Child(SyntaxKind.TypeAnnotation).FirstChild is { Exists: true } said ? said : holder.Child(SyntaxKind.Initializer).FirstChild), module.NameOf(taken.PropertyName.Exists ? taken.PropertyName : taken.Name));
        }

        private ArraySize OfPlace(SyntaxNode initial, int place, int depth)
        {
            if (initial.Is(SyntaxKind.AwaitExpression))
                initial = initial.FirstChild.Unwrapped();
            // "const [a, b] = await Promise.all([findA(), findB()])"
            if (project.PromiseOperationOf(initial) is PromiseOperation.Combine && initial.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } promises)
                return place < promises.Children.Count ? Follow(promises.ChildAt(place), depth + 1) : ArraySize.Unknown;
            return place == 0 && RowsOf(initial, depth) is { } rows ? rows : ArraySize.Unknown;
        }

        private ArraySize OfResultMember(SyntaxNode value, SyntaxNode name, int depth)
        {
            if (value.Is(SyntaxKind.AwaitExpression))
                value = value.FirstChild.Unwrapped();
            if (name.TextIs("rows"u8) && RowsOf(value, depth) is { } rows)
                return rows;
            if (value.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(value) is { IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                return OfResultMember(initial.Unwrapped(), name, depth + 1);
            return ArraySize.Unknown;
        }

        /// <summary>What the class of an object lets a member of it have; null when it says nothing of that.</summary>
        private ArraySize? OfClass(LightType holder, Name member) => OfClass(project.Types.MemberOf(holder.NonNullish(), member));

        private ArraySize? OfClass(Symbol member) => SentLimits.OfClass(project, member) is { Exists: true } limit
            ? Bounded($"its class says so (`{CodeLine.EndOf(limit.Parent.Parent.Text)}`)", limit, project.Constants.NumberOf(limit)) : null;

        private ArraySize OfMember(SyntaxNode access, int depth)
        {
            if (OfClass(project.Types.SymbolOf(access)) is { } declared)
                return declared;
            if (SentBy(access) is { Exists: true } sent)
                return Sent(sent);
            if (access.TextIs("process.env"u8) || access.TextIs("process.argv"u8))
                return Bounded("it comes from the configuration of the process", access);
            var value = project.Constants.ValueOf(access);
            if (value != access)
                return Follow(value, depth + 1);
            return OfResultMember(access.FirstChild.Unwrapped(), access.ChildAt(1), depth);
        }

        /// <summary>A list that comes with a request: as long as its sender wants, unless the handler's schema says how long.</summary>
        private ArraySize Sent(SyntaxNode part)
        {
            // "request.method"
            if (project.Types.TypeOf(part).NonNullish().Alternatives.All(word => word is LightType.Literal or LightType.Primitive { Kind: PrimitiveKind.Boolean }))
                return Bounded("it is one of a few words", part);
            var limit = HandlerOf(part) is { Call.Exists: true } given && MemberOf(part) is { Exists: true } name ? SentLimits.Of(project, given.Call, given.Handler, name.Text) : default;
            return limit.Exists ? Bounded($"the request's schema says so (`{CodeLine.EndOf(limit.Parent.Parent.Text)}`)", limit, project.Constants.NumberOf(limit))
                : new(SizeKind.Request, $"whoever sends the request decides (`{part.Text}`)", part);
        }

        /// <summary>The call that is given the handler whose first parameter a part belongs to, and the handler.</summary>
        private (SyntaxNode Call, SyntaxNode Handler) HandlerOf(SyntaxNode part)
        {
            var root = RootOf(part);
            var declaration = root.Is(SyntaxKind.Identifier) ? project.Bindings.ModuleOf(root.Tree)?.LocalSymbolOf(root).Declaration ?? default : root;
            if (declaration is { Kind: SyntaxKind.VariableDeclaration } && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial && !initial.Span.Contains(part.Span))
                return HandlerOf(initial);
            if (declaration.Is(SyntaxKind.BindingElement) && !PartOfParameter(declaration))
                return HandlerOf(declaration.Ancestor(SyntaxKind.VariableDeclaration).Child(SyntaxKind.Initializer).FirstChild);
            var handler = declaration.Exists ? FunctionShape.Enclosing(declaration.Is(SyntaxKind.Parameter) ? declaration.FirstChild : declaration) : default;
            return handler.Exists && Callers.Argument(handler) is { Call.Exists: true } given ? (given.Call, handler) : default;
        }

        private static bool PartOfParameter(SyntaxNode element)
        {
            while (element.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern)
                element = element.Parent;
            return element.Is(SyntaxKind.Parameter);
        }

        private static SyntaxNode RootOf(SyntaxNode part)
        {
            part = part.Unwrapped();
            while (part.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.AwaitExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression)
                part = part.FirstChild.Unwrapped();
            return part;
        }

        /// <summary>The name of the member that holds the list.</summary>
        private SyntaxNode MemberOf(SyntaxNode part)
        {
            part = part.Unwrapped();
            if (part.Is(SyntaxKind.PropertyAccessExpression))
                return part.ChildAt(1);
            if (part.Is(SyntaxKind.BindingElement))
                return new BindingElement(part).PropertyName is { Exists: true } given ? given : new BindingElement(part).Name;
            if (!part.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(part.Tree)?.LocalSymbolOf(part) is not { Exists: true } symbol)
                return default;
            return symbol.Declaration.Is(SyntaxKind.BindingElement) ? MemberOf(symbol.Declaration)
                : symbol.Declaration is { Kind: SyntaxKind.VariableDeclaration } declaration && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial && !initial.Span.Contains(part.Span) ? MemberOf(initial) : default;
        }

        /// <summary>The expression when it is a part of what a request, job or message brings; none otherwise.</summary>
        private SyntaxNode SentBy(SyntaxNode expression)
        {
            var at = expression.Unwrapped();
            while (at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.AwaitExpression or SyntaxKind.ElementAccessExpression)
                at = at.FirstChild.Unwrapped();
            // "await request.json()"
            if (at.Is(SyntaxKind.CallExpression) && at.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && at.FirstChild.ChildAt(1).TextIs("json"u8) && at.Child(SyntaxKind.ArgumentList).Children.Count == 0)
                return SentBy(at.FirstChild.FirstChild);
            if (!at.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(at.Tree)?.LocalSymbolOf(at) is not { Exists: true } symbol)
                return default;
            if (symbol.Declaration is { Kind: SyntaxKind.VariableDeclaration } declaration && symbol.IsAssignedOnce && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial && initial != expression && !initial.Span.Contains(expression.Span))
                return SentBy(initial) is { Exists: true } ? expression : default;
            return IsSent(symbol.Declaration) is { Exists: true } && expression.Unwrapped() != at ? expression : default;
        }

        /// <summary>The first parameter of what a request or a job starts, or a part of it; a job's id is no collection, so only members count.</summary>
        private SyntaxNode IsSent(SyntaxNode declaration)
        {
            var parameter = declaration;
            while (parameter.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern)
                parameter = parameter.Parent;
            if (!parameter.Is(SyntaxKind.Parameter) || parameter.Parent.FirstChild != parameter)
                return default;
            var function = FunctionShape.Enclosing(parameter.FirstChild);
            return Callers.Argument(function) is { Call.Exists: true } given && project.Roots.KindAt(given.Call, given.Place) is StartKind.Request or StartKind.Job or StartKind.Message ? declaration : default;
        }

        private ArraySize OfParameter(SyntaxNode parameter, Symbol symbol, int depth)
        {
            var node = FunctionShape.Enclosing(parameter.FirstChild);
            if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is null || new Parameter(parameter).IsRest || Callers.Argument(node).Call.Exists)
                return ArraySize.Unknown;
            return OfGiven(function, parameter, static argument => argument, depth, symbol.Name.ToString());
        }

        /// <summary>"function f({ ids }: Options)": the same key of what callers give.</summary>
        private ArraySize OfParameterMember(SyntaxNode parameter, SyntaxNode element, int depth)
        {
            var node = FunctionShape.Enclosing(parameter.FirstChild);
            if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is null || Callers.Argument(node).Call.Exists)
                return ArraySize.Unknown;
            var key = new BindingElement(element).PropertyName is { Exists: true } given ? given : new BindingElement(element).Name;
            var name = project.Bindings.ModuleOf(element.Tree)!.NameOf(key);
            return OfGiven(function, parameter, argument => project.Options.Of(argument).Find(name)?.Value ?? default, depth, name.ToString());
        }

        private ArraySize OfGiven(FunctionModel function, SyntaxNode parameter, Func<SyntaxNode, SyntaxNode> part, int depth, string name)
        {
            var place = parameter.Parent.Children.ToArray().IndexOf(parameter);
            var sizes = new List<ArraySize>();
            foreach (var call in project.Callers.CallsTo(function).Take(MostCallers))
            {
                if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || !call.Is(SyntaxKind.CallExpression))
                    continue;
                var argument = CallArguments.At(call, place);
                var value = argument.Exists ? part(argument) : parameter.Child(SyntaxKind.Initializer).FirstChild;
                var size = value.Exists ? Follow(value, depth + 1) : ArraySize.Unknown;
                sizes.Add(size with { Through = size.Through.Add(call) });
            }

            if (sizes.Count > 0)
                return Largest(sizes);
            return function.Exposure.Kind is StartKind.Api ? new(SizeKind.Given, $"callers of `{function.Name}` decide (`{name}`)", parameter) : ArraySize.Unknown;
        }

        private ArraySize OfCall(SyntaxNode call, int depth)
        {
            var arguments = call.Child(SyntaxKind.ArgumentList);
            var callee = call.FirstChild.Unwrapped();
            if (RowsOf(call, depth) is { } rows)
                return rows;
            if (project.PromiseOperationOf(call) is PromiseOperation.Combine or PromiseOperation.AllSettled)
                return Follow(arguments.FirstChild, depth + 1);
            if (callee.Is(SyntaxKind.PropertyAccessExpression) && OfMethod(callee, arguments, depth) is { } known)
                return known;
            if (SentBy(call) is { Exists: true } sent)
                return Sent(sent);
            if (GivenFunction(call) is { Exists: true } given)
                return OfReturned(given, FunctionLike.From(given)!.Value, call, depth);
            return project.Types.CalleeOf(call) is Callee.InProgram { Signatures.IsEmpty: true, Functions: [var function] } && FunctionLike.From(function) is { IsGenerator: false, Body.Exists: true } shape
                ? OfReturned(function, shape, call, depth)
                : ArraySize.Unknown;
        }

        /// <summary>
        /// The function whose result a call gives: <c>cache.wrap(() => load(), key)</c>, declared <c>wrap&lt;T&gt;(f: () => Promise&lt;T&gt;, …): Promise&lt;T&gt;</c>;
        /// and of <c>const get = memoize(async (id) => load(id))</c>, declared <c>memoize&lt;F&gt;(f: F): F</c>, the function that was wrapped. None for other calls.
        /// </summary>
        private SyntaxNode GivenFunction(SyntaxNode call)
        {
            var callee = call.FirstChild.Unwrapped();
            if (callee.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(call.Tree)?.LocalSymbolOf(callee) is { Exists: true } local && project.Bindings.MeaningOf(local).Symbol is { Exists: true, IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable
                && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } wrapping && Passed(wrapping, isWrapper: true) is { Exists: true } wrapped)
                return wrapped;
            return Passed(call, isWrapper: false);
        }

        /// <summary>
        /// <c>cache.wrap(key, async () => load())</c>, <c>span('load', () => load())</c> of something out of sight: what is given one function, written in place, gives what that gives.
        /// None of what goes over elements.
        /// </summary>
        private static SyntaxNode OnlyFunction(SyntaxNode call)
        {
            if (CallName.Of(call).Text is "map" or "flatMap" or "filter" or "reduce" or "find" or "some" or "every" or "sort" or "forEach" or "then" or "catch" or "finally" or "on" or "once")
                return default;
            SyntaxNode only = default;
            foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if (!(argument.Unwrapped().Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression))
                    continue;
                if (only.Exists || FunctionLike.From(argument.Unwrapped()) is not { IsGenerator: false, Body.Exists: true } shape || shape.Parameters.Count > 0)
                    return default;
                only = argument.Unwrapped();
            }

            return only;
        }

        /// <summary>The function among a call's arguments whose own type, or the type of whose result, is by declaration that of the call's result.</summary>
        private SyntaxNode Passed(SyntaxNode call, bool isWrapper)
        {
            if (project.Types.CalleeOf(call) is Callee.Unknown)
                return OnlyFunction(call);
            var declaration = project.Types.CalleeOf(call) switch
            {
                Callee.Library library => library.Signature,
                Callee.InProgram { Functions: [var only] } => only,
                Callee.InProgram { Signatures: [var only, ..] } => only,
                _ => default,
            };
            if (!declaration.Exists || !declaration.Child(SyntaxKind.TypeParameterList).Exists || new FunctionLike(declaration).ReturnType is not { Exists: true } result)
                return default;
            var place = 0;
            foreach (var parameter in declaration.Child(SyntaxKind.ParameterList).Children)
            {
                var type = parameter.Child(SyntaxKind.TypeAnnotation).FirstChild;
                var fits = isWrapper ? type.Is(SyntaxKind.TypeReference) && type.Text == result.Text : type.Is(SyntaxKind.FunctionType) && new FunctionLike(type).ReturnType is { Exists: true } returned && Bare(returned) == Bare(result);
                if (fits && project.FunctionNamed(CallArguments.At(call, place)) is { Exists: true } function && FunctionLike.From(function) is { IsGenerator: false, Body.Exists: true })
                    return function;
                place++;
            }

            return default;

            static string Bare(SyntaxNode type) => type.Text.StartsWith("Promise<", StringComparison.Ordinal) ? type.Text["Promise<".Length..^1] : type.Text;
        }

        private ArraySize? OfMethod(SyntaxNode callee, SyntaxNode arguments, int depth)
        {
            var (receiver, name) = (callee.FirstChild, callee.ChildAt(1));
            switch (name.Text)
            {
                case "keys" or "values" or "entries" when receiver.TextIs("Object"u8):
                    return OfKeys(arguments.FirstChild);
                case "map" or "filter" or "sort" or "toSorted" or "reverse" or "toReversed" or "flat" or "flatMap" or "keys" or "values" or "entries":
                    return Follow(receiver, depth + 1);
                case "from" when receiver.TextIs("Array"u8):
                    return Follow(arguments.FirstChild, depth + 1);
                case "concat":
                    return Largest([Follow(receiver, depth + 1), .. arguments.Children.ToArray().Select(argument => Follow(argument, depth + 1))]);
                case "split":
                    return Follow(receiver, depth + 1);
                case "slice" or "splice":
                    return OfSlice(receiver, name, arguments, depth);
                default:
                    return null;
            }
        }

        /// <summary>"slice(0, 10)", "slice(i, i + 50)", "splice(0, batch)": as many as the step; a start alone drops some.</summary>
        private ArraySize OfSlice(SyntaxNode receiver, SyntaxNode name, SyntaxNode arguments, int depth)
        {
            if (arguments.Children.ToArray() is not [var start, var end, ..])
                return Follow(receiver, depth + 1);
            var most = name.TextIs("splice"u8) || project.Constants.NumberOf(start) is 0 ? project.Constants.NumberOf(end)
                : end.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus } sum && sum.FirstChild.Text == start.Text ? project.Constants.NumberOf(sum.ChildAt(1)) : null;
            return Bounded(name.TextIs("splice"u8) ? $"`{end.Text}` at a time" : $"a slice to `{end.Text}`", start.Parent, most);
        }

        private ArraySize OfKeys(SyntaxNode value)
        {
            var type = project.Types.TypeOf(value).NonNullish();
            var literal = project.Constants.ValueOf(value).Unwrapped();
            if (literal.Is(SyntaxKind.ObjectLiteralExpression) && !literal.Children.ToArray().Any(property => property.Is(SyntaxKind.SpreadAssignment)) && literal.Children.Count > 0)
                return Bounded("the keys of an object that is written out", literal);
            if (type is LightType.Shape { Node: { Kind: SyntaxKind.TypeLiteral } members } && !members.Child(SyntaxKind.IndexSignature).Exists || IsEnum(value.Unwrapped()))
                return Bounded("the keys of its type", value);
            return SentBy(value) is { Exists: true } sent ? Sent(sent) : ArraySize.Unknown;
        }

        private bool IsEnum(SyntaxNode value) =>
            value.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(value.Tree)?.LocalSymbolOf(value) is { Exists: true } local && project.Bindings.MeaningOf(local).Symbol.Is(SymbolFlags.Enum);

        private ArraySize OfReturned(SyntaxNode function, FunctionLike shape, SyntaxNode call, int depth)
        {
            var returned = Inference.ResultsOf(shape);
            var size = Largest(returned.Select(value => OfReturnedValue(function, shape, value.Unwrapped(), call, depth)));
            return size with { Through = size.Through.Insert(0, call) };
        }

        /// <summary>A function that returns its parameter, or a part of it, is asked for this very call.</summary>
        private ArraySize OfReturnedValue(SyntaxNode function, FunctionLike shape, SyntaxNode value, SyntaxNode call, int depth)
        {
            var root = value;
            while (root.Is(SyntaxKind.CallExpression) && root.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && root.FirstChild.ChildAt(1).Text is "filter" or "map" or "sort")
                root = root.FirstChild.FirstChild.Unwrapped();
            if (root.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(function.Tree)?.LocalSymbolOf(root) is { } symbol && symbol.Is(SymbolFlags.Parameter))
            {
                var place = 0;
                foreach (var parameter in shape.Parameters)
                {
                    if (parameter == symbol.Declaration)
                        return Follow(CallArguments.At(call, place), depth + 1);
                    place++;
                }
            }

            return Follow(value, depth + 1);
        }

        /// <summary>How many rows a call answers; null when it asks for none that we know of.</summary>
        private ArraySize? RowsOf(SyntaxNode call, int depth)
        {
            if (!call.Is(SyntaxKind.CallExpression) && !call.Is(SyntaxKind.TaggedTemplateExpression))
                return null;
            if (project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Rows>().FirstOrDefault() is not { } rows)
                return project.DatabaseCallAt(call) is { Action: DatabaseAction.Run, Queries: [.., var query] } run ? OfQuery(run, query) : null;
            if (rows.Limit is { } limit && project.ArgumentAt(call, limit) is { Exists: true } value)
                return Bounded($"`{limit.Property}: {CodeLine.EndOf(value.Text)}`", value, project.Constants.NumberOf(value));
            if (rows.Limit is { } open && project.Options.Of(CallArguments.At(call, open.Index)).IsOpen && CallArguments.At(call, open.Index).Exists)
                return ArraySize.Unknown;
            // One user's items are as many as that user has: few or many, we cannot tell.
            if (rows.Where is { } where && project.ArgumentAt(call, where) is { Exists: true } condition && !IsConstant(condition, 0))
                return ArraySize.Unknown;
            // "include: [{ model: Member, where: { accountId } }]" chooses, too.
            if (project.DatabaseCallAt(call) is { Queries: [.., { Where: { HasOthers: true } or { HasHole: true } }] })
                return ArraySize.Unknown;
            // "name: { in: NAMES }" of a unique name: as many as the constant names.
            if (project.DatabaseCallAt(call) is { Queries: [.., { Table: { } table } asked] } && project.FunctionAround(call) is { } function && project.Schema.Table(table, function.Module.Path) is { } described
                && asked.Where.Matches.Any(match => match.Operator is "in" && described.UniqueKeys.Any(key => key.Columns is [var only] && only == match.Column.Name)))
                return ArraySize.Unknown;
            var isOfState = project.DatabaseCallAt(call) is { Queries: [.., var read] } && AsksForState(read);
            return new(SizeKind.Rows, $"`{CodeLine.EndOf(call.FirstChild.Text)}` reads all {(isOfState ? "such rows" : "rows")}, without a limit", call) { IsOfState = isOfState };
        }

        /// <summary>A condition of constants only: <c>{ status: 'pending', deletedAt: null }</c>.</summary>
        private bool IsConstant(SyntaxNode value, int depth)
        {
            value = project.Constants.ValueOf(value).Unwrapped();
            return depth < 4 && value.Kind switch
            {
                SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword => true,
                SyntaxKind.ObjectLiteralExpression => value.Children.ToArray().All(property => property.Is(SyntaxKind.PropertyAssignment) && IsConstant(property.ChildAt(1), depth + 1)),
                SyntaxKind.ArrayLiteralExpression => value.Children.ToArray().All(element => IsConstant(element, depth + 1)),
                _ => false,
            };
        }

        private static ArraySize OfQuery(DatabaseCall call, Query query)
        {
            if (query.Limit is not null)
                return Bounded($"LIMIT {(query.Limit.Source is ValueSource.Constant ? query.Limit.Text : "is given")}", call.Text, query.Limit.Source is ValueSource.Constant && int.TryParse(query.Limit.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null);
            // What a write answers are the rows that it was told to write; one key's rows are few or many.
            if (query is not { Kind: QueryKind.Select, IsPartlyUnknown: false, Where.HasHole: false, Table: { IsKnown: true } table } || query.Aggregates.Length > 0 || query.Tables.Length > 1)
                return ArraySize.Unknown;
            var isChosen = query.Where.HasOthers || !query.Where.Either.IsEmpty || !query.With.IsEmpty || query.ExistenceChecks.Length > 0
                || query.Where.Matches.Any(match => (match.Operator is "=" or "in" && match.Values.Any(value => value.Source is not ValueSource.Constant)) || match.IsJoin);
            if (isChosen || table.Schema is "pg_catalog" or "information_schema" || table.Name.StartsWith("pg_", StringComparison.Ordinal))
                return ArraySize.Unknown;
            return new(SizeKind.Rows, $"all matching rows of `{table}` are read, without a LIMIT", call.Text.Exists ? call.Text : call.Call) { IsOfState = AsksForState(query) };
        }

        /// <summary>"WHERE status = 'pending'"; that they are not deleted, or are in use, says nothing of how many they are.</summary>
        private static bool AsksForState(Query query) => query.Where.Matches.Any(match => match.Operator is "=" or "in" && !match.IsJoin && !Deletion.IsMark(match.Column.Name)
            && match.Values.Any(value => !value.IsNull && (value.Text ?? "").Trim('\'').ToLowerInvariant() is not ("true" or "false" or "active" or "enabled" or "published")));
    }
}
