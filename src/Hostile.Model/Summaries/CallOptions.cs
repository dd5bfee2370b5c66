using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An option as it is written, with what the library's declaration says of the key at that place.</summary>
/// <param name="Option">The key and its value.</param>
/// <param name="Path">The keys that lead to it, itself included: <c>connection.statement_timeout</c>.</param>
/// <param name="Effects">What the declaration says; empty for a key that it does not name.</param>
internal sealed record WrittenOption(Option Option, string Path, ImmutableArray<Effect> Effects);

/// <summary>
/// The options that a call or <c>new</c> is given, held against what a knowledge file declares of them. Options within options are read at their own place:
/// <c>{ socket: { connectTimeout: 500 } }</c>, and those of an object made in place, <c>{ dispatcher: new Agent({ headersTimeout: 500 }) }</c>.
/// </summary>
/// <param name="All">The options, in the order in which they are written.</param>
/// <param name="Texts">Arguments that are texts where options may stand: connection URLs.</param>
/// <param name="IsOpen">Whether there may be options that we do not see.</param>
internal sealed record CallOptions(ImmutableArray<WrittenOption> All, ImmutableArray<SyntaxNode> Texts, bool IsOpen)
{
    /// <summary>Options whose key the library does not know, and refuses.</summary>
    public ImmutableArray<WrittenOption> Refused { get; init; } = [];

    private const int Deepest = 4;

    /// <summary>The options of a call whose signature or class a knowledge file declares.</summary>
    public static CallOptions Of(ProjectModel project, SyntaxNode call, Symbol member, SyntaxNode signature)
    {
        var reading = new Reading(project);
        reading.ReadCall(call, member, signature, "", 0);
        return new(reading.All.ToImmutable(), reading.Texts.ToImmutable(), reading.IsOpen) { Refused = reading.Refused.ToImmutable() };
    }

    /// <summary>The interfaces of options that the constructors of a class, its own or inherited, or a function take, nested ones included.</summary>
    public static IEnumerable<LightType.Instance> TypesOf(ProjectModel project, Symbol member, SyntaxNode signature)
    {
        var found = new HashSet<LightType.Instance>();
        var work = new Queue<(LightType.Instance Type, int Depth)>(Parameters(project, member, signature).SelectMany<LightType, LightType.Instance>(OptionTypes).Select(type => (type, 0)));
        while (work.TryDequeue(out var at))
        {
            if (at.Depth > Deepest || !found.Add(at.Type))
                continue;
            foreach (var property in Members(at.Type))
            {
                var type = project.Types.TypeOf(property);
                foreach (var nested in MadeTypes(project, type).Select(made => made.Type).Concat(OptionTypes(type)))
                    work.Enqueue((nested, at.Depth + 1));
            }
        }

        return found;
    }

    /// <summary>The properties that an interface itself declares.</summary>
    public static IEnumerable<Symbol> Members(LightType.Instance type)
    {
        foreach (var declaration in type.Symbol.Declarations)
        {
            foreach (var member in type.Symbol.Module.MembersOf(declaration.Child(SyntaxKind.InterfaceBody)))
                yield return member;
        }
    }

    /// <summary>What the parameters take: of a class those of all its constructors, at any place; of a function one for each place.</summary>
    private static ImmutableArray<LightType> Parameters(ProjectModel project, Symbol member, SyntaxNode signature)
    {
        IEnumerable<SyntaxNode> declarations = member.Is(SymbolFlags.Class) ? Constructors(project, member, 0) : [signature];
        return [.. declarations.SelectMany(declaration => ParametersOf(declaration).Children.ToArray()).Select(parameter => project.Types.TypeOf(new Parameter(parameter).Type))];
    }

    private static IEnumerable<SyntaxNode> Constructors(ProjectModel project, Symbol type, int depth)
    {
        var own = type.Declarations.SelectMany(declaration => declaration.Child(SyntaxKind.ClassBody).Children.ToArray()).Where(child => child.Is(SyntaxKind.Constructor)).ToList();
        if (own.Count > 0 || depth > Deepest)
            return own;
        var heritage = type.Declarations.SelectMany(declaration => declaration.Children.ToArray()).FirstOrDefault(child => child.Is(SyntaxKind.HeritageClause) && child.Operator is TokenKind.Extends);
        var super = heritage.Exists ? project.Bindings.SymbolOf(heritage.FirstChild.FirstChild) : default;
        return super.Exists ? Constructors(project, super, depth + 1) : [];
    }

    private static SyntaxNode ParametersOf(SyntaxNode signature) =>
        signature.Child(SyntaxKind.ParameterList) is { Exists: true } own ? own : signature.Child(SyntaxKind.TypeAnnotation).FirstChild.Child(SyntaxKind.ParameterList);

    /// <summary>A connection URL and the like. "url || ''" is one whatever url is: nobody falls back from options to a text.</summary>
    public static bool IsText(ProjectModel project, SyntaxNode argument)
    {
        argument = argument.Unwrapped();
        if (argument is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar or TokenKind.QuestionQuestion })
            return IsText(project, argument.FirstChild) || IsText(project, argument.ChildAt(1));
        return argument.Exists && FunctionLike.From(argument) is null && project.Types.TypeOf(argument).NonNullish().Widened() is LightType.Primitive { Kind: PrimitiveKind.String or PrimitiveKind.Number };
    }

    private static IEnumerable<LightType.Instance> OptionTypes(LightType type) =>
        type.NonNullish().Alternatives.OfType<LightType.Instance>().Where(instance => (instance.Symbol.Module.Roles & ModuleRoles.Knowledge) != 0 && instance.Symbol.Is(SymbolFlags.Interface) && !instance.Symbol.Is(SymbolFlags.Class));

    /// <summary>The options that a function returns, or the only method of an interface, by its name.</summary>
    private static IEnumerable<(LightType.Instance Type, Name Method)> MadeTypes(ProjectModel project, LightType type)
    {
        foreach (var one in type.NonNullish().Alternatives)
        {
            if (one is LightType.Function { Declarations: [var function] })
            {
                foreach (var made in OptionTypes(project.Types.AwaitedOf(project.Types.ReturnTypeOf(function))))
                    yield return (made, default);
            }
            else if (OptionTypes(one).FirstOrDefault() is { } instance && Members(instance).ToList() is [var only] && only.Is(SymbolFlags.Method))
            {
                foreach (var made in OptionTypes(project.Types.AwaitedOf(project.Types.ReturnTypeOf(only.Declaration))))
                    yield return (made, only.Name);
            }
        }
    }

    private sealed class Reading(ProjectModel project)
    {
        public ImmutableArray<WrittenOption>.Builder All { get; } = ImmutableArray.CreateBuilder<WrittenOption>();

        public ImmutableArray<SyntaxNode>.Builder Texts { get; } = ImmutableArray.CreateBuilder<SyntaxNode>();

        public ImmutableArray<WrittenOption>.Builder Refused { get; } = ImmutableArray.CreateBuilder<WrittenOption>();

        public bool IsOpen { get; private set; }

        public void ReadCall(SyntaxNode call, Symbol member, SyntaxNode signature, string path, int depth)
        {
            var parameters = Parameters(project, member, signature);
            var anywhere = member.Is(SymbolFlags.Class) ? parameters.SelectMany(OptionTypes).Distinct().ToImmutableArray() : default;
            var isRest = ParametersOf(signature).Children.ToArray() is [.., var last] && last.Has(NodeFlags.Rest);
            var place = 0;
            // "new Sequelize(config.database, config.user, config.password, { … })": who gives options last gives texts before.
            var isGivenLast = !anywhere.IsDefault && parameters.Any(MayBeText) && call.Child(SyntaxKind.ArgumentList).Children.ToArray() is [_, .., var given] && given.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression);
            foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
            {
                var types = !anywhere.IsDefault ? anywhere : parameters.Length == 0 ? [] : OptionTypes(isRest && place >= parameters.Length - 1 ? Element(parameters[^1]) : place < parameters.Length ? parameters[place] : LightType.Unknown).ToImmutableArray();
                var isPlain = (isGivenLast || (anywhere.IsDefault && place < parameters.Length && MayBeText(parameters[place]))) && argument.NextSibling.Exists && project.Types.TypeOf(argument).IsUnknown;
                place++;
                // "fetch(webhook.url, { … })": who gives options beside gives a text.
                if (types.Length == 0 || isPlain)
                    continue;
                if (IsText(project, argument))
                    Texts.Add(argument);
                else
                    Read(argument, types, path, depth);
            }
        }

        private static bool MayBeText(LightType type) => type.Alternatives.Any(one => one is LightType.Primitive { Kind: PrimitiveKind.String });

        private void Read(SyntaxNode value, ImmutableArray<LightType.Instance> types, string path, int depth)
        {
            var given = project.Constants.ValueOf(value).Unwrapped();
            if (given.Is(SyntaxKind.NewExpression))
            {
                if (depth < Deepest && project.Types.CalleeOf(given) is Callee.Library library)
                    ReadCall(given, library.Member, library.Signature, path, depth + 1);
                else
                    IsOpen = true;
                return;
            }

            var options = project.Options.Of(value);
            IsOpen |= options.IsOpen;
            // Who could give the options by a function, and does not, gives them in some other way.
            IsOpen |= types.SelectMany(Members).Where(member => MadeTypes(project, project.Types.TypeOf(member)).Any()).ToList() is { Count: > 0 } makers && makers.TrueForAll(maker => options.Find(maker.Name) is null);
            foreach (var option in options.All)
            {
                var members = types.Select(type => project.Types.MemberOf(type, option.Name)).Where(symbol => symbol.Exists).Distinct().ToList();
                var at = path.Length == 0 ? option.Name.ToString() : $"{path}.{option.Name}";
                All.Add(new(option, at, [.. members.SelectMany(symbol => project.Effects.Of(symbol)).Distinct()]));
                if (members.Count == 0 && types.All(type => project.Effects.Of(type.Symbol).Any(effect => effect is Effect.Closed)))
                    Refused.Add(All[^1]);
                if (depth < Deepest && members.SelectMany(symbol => MadeTypes(project, project.Types.TypeOf(symbol))).Distinct().ToImmutableArray() is { IsEmpty: false } made)
                {
                    ReadMade(option.Value, made, path, depth);
                    continue;
                }

                var nested = members.SelectMany(symbol => OptionTypes(project.Types.TypeOf(symbol))).Distinct().ToImmutableArray();
                if (nested.Length == 0 || depth >= Deepest)
                    continue;
                if (IsText(project, option.Value))
                    Texts.Add(option.Value);
                else
                    Read(option.Value, nested, at, depth + 1);
            }
        }

        /// <summary>The options that a function returns which is an option, <c>useFactory: (config) => ({ … })</c>, or that the class's method of that name does, <c>useClass: Settings</c>; of several returns nobody knows which.</summary>
        private void ReadMade(SyntaxNode option, ImmutableArray<(LightType.Instance Type, Name Method)> made, string path, int depth)
        {
            var value = project.Constants.ValueOf(option).Unwrapped();
            if (value.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(value) is { Exists: true } named && project.Bindings.ResolveAlias(named).Declaration is { Kind: SyntaxKind.ClassDeclaration } type)
                value = type.Child(SyntaxKind.ClassBody).Children.ToArray().FirstOrDefault(member => member.Is(SyntaxKind.MethodDeclaration) && made.Any(one => one.Method.Exists && member.FirstAfterModifiers().Text == one.Method.ToString()));
            if (value.Exists && FunctionLike.From(value) is { IsGenerator: false, Body.Exists: true } function && Inference.ResultsOf(function).ToList() is [var result])
                Read(result, [.. made.Select(one => one.Type).Distinct()], path, depth + 1);
            else
                IsOpen = true;
        }

        private static LightType Element(LightType rest) => rest is LightType.Array array ? array.Of : rest;
    }
}
