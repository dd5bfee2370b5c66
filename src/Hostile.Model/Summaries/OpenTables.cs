using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Statements whose table is what a function is given: <c>knex(this.table).where({ id })</c> of a class that others extend, <c>SELECT … FROM ${table}</c> of a parameter.
/// Which table that is, is known where it is called: by the class of the object, or by the constant that is passed.
/// </summary>
internal sealed class OpenTables(ProjectModel project)
{
    /// <summary>A class that extends a class that extends …: more are not gone through for a name.</summary>
    private const int Deepest = 8;

    private readonly ConcurrentDictionary<(SyntaxNode Class, string Member), Chosen?> names = new();

    /// <summary>A table that is chosen.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Entity">What the program calls it and its columns; null where it calls them by their names.</param>
    private sealed record Chosen(string Name, Entity? Entity);

    /// <summary>Whether an expression is a table that the callers of its function choose: a parameter of it, or a field of its object.</summary>
    public static bool IsOpen(SyntaxNode table, Module module)
    {
        table = table.Unwrapped();
        if (IsChoice(table))
            return table.FirstChild.Unwrapped().Is(SyntaxKind.Identifier) && IsOpen(table.FirstChild, module) && !IsChoice(table.ChildAt(1).Unwrapped()) && IsOpen(table.ChildAt(1), module);
        return table.Is(SyntaxKind.PropertyAccessExpression) ? table.FirstChild.Unwrapped().Is(SyntaxKind.ThisKeyword) && table.ChildAt(1).Is(SyntaxKind.Identifier)
            : table.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(table) is { Exists: true, IsAssignedOnce: true } symbol && symbol.Is(SymbolFlags.Parameter);
    }

    /// <summary>Whether a value is a parameter of a function, or what is taken out of one: <c>where</c> of <c>find({ where })</c>.</summary>
    public static bool IsGiven(SyntaxNode value, Module module)
    {
        var root = value.Unwrapped();
        while (root.Is(SyntaxKind.PropertyAccessExpression))
            root = root.FirstChild.Unwrapped();
        if (!root.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(root) is not { Exists: true, IsAssignedOnce: true } symbol)
            return false;
        // "const { where } = params"
        if (!symbol.Is(SymbolFlags.Parameter) && symbol.Declaration.Ancestor(SyntaxKind.VariableDeclaration) is { Exists: true } declared && declared.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } from)
            return from != root && module.LocalSymbolOf(from) is { Exists: true, IsAssignedOnce: true } outer && outer.Is(SymbolFlags.Parameter);
        return symbol.Is(SymbolFlags.Parameter);
    }

    /// <summary><c>table || this.table</c></summary>
    private static bool IsChoice(SyntaxNode table) => table.Is(SyntaxKind.BinaryExpression) && table.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion;

    /// <summary>A statement as its caller sees it, with the names of the tables that are known there; null for one of which nothing else is known, and whose table nobody may learn any more.</summary>
    /// <param name="lifted">The statement, with the caller's values.</param>
    /// <param name="inner">The same as the called function has it.</param>
    /// <param name="valueFor">What a value of the called function is in the caller's words.</param>
    public DatabaseCall? Named(DatabaseCall lifted, DatabaseCall inner, FunctionModel called, SyntaxNode call, Func<CalledValue, CalledValue> valueFor)
    {
        if (inner.Constant is not { IsComplete: false } text || (OpenHoles(inner) is var open && open.Count == 0 && inner.Open.IsEmpty))
            return inner.IsOpen ? null : lifted;
        var (pieces, holes, values) = (ImmutableArray.CreateBuilder<TextPiece>(), ImmutableArray.CreateBuilder<CalledValue>(), lifted.Values.ToList());
        var (hole, named, filled, isCondition) = (0, 0, false, false);
        Entity? entity = null;
        foreach (var piece in text.Pieces)
        {
            if (!piece.IsHole)
            {
                // "update(args)" is both what is set and which rows are meant.
                isCondition |= piece.Text.Contains(" WHERE ", StringComparison.Ordinal);
                pieces.Add(piece);
                continue;
            }

            var place = hole++;
            var value = lifted.HoleAt(place);
            if (open.Contains(place))
            {
                var (table, still) = TableOf(inner.HoleAt(place), called, call, valueFor);
                if (table is not null)
                {
                    pieces.Add(new(inner.IsOpen ? $"\"{table.Name}\"" : table.Name, piece.Node, false));
                    entity = table.Entity;
                    named++;
                    continue;
                }

                if (!still.Node.Exists && inner.IsOpen)
                    return null;
                value = still.Node.Exists ? still : value;
            }
            else if (isCondition && inner.Open.FirstOrDefault(part => part.Node == piece.Node) is { } part && value is { Members: "", Node.Exists: true } && part.Fill(value.Node, entity) is { OnlyUnknown.Exists: false } phrase)
            {
                var (words, further) = phrase.Render(call, values.Count);
                values.AddRange(further);
                pieces.AddRange(words.Pieces);
                holes.AddRange(words.Holes.Select(node => new CalledValue(node, "")));
                filled = true;
                continue;
            }

            pieces.Add(piece);
            holes.Add(value);
        }

        if (named == 0 && !filled)
            return lifted with { HoleValues = holes.ToImmutable() };
        var whole = new ConstantText(pieces.ToImmutable());
        var queries = Query.Parse(whole.ToSql());
        return lifted with
        {
            Constant = whole,
            HoleValues = holes.ToImmutable(),
            Values = [.. values],
            Queries = inner.LockedIf.Node.Exists && !lifted.LockedIf.Node.Exists && lifted.Queries.All(query => query.RowLock is null) ? [.. queries.Select(query => query with { RowLock = null })] : queries,
            IsOpen = inner.IsOpen && named < open.Count,
        };
    }

    /// <summary>The holes that stand for the table of a statement; none where the callers of the function have no say in it.</summary>
    public static List<int> OpenHoles(DatabaseCall call)
    {
        var holes = new List<int>();
        if (call.Constant is not { IsComplete: false } text)
            return holes;
        var (hole, before) = (0, "");
        foreach (var piece in text.Pieces)
        {
            if (!piece.IsHole)
            {
                before = piece.Text;
                continue;
            }

            if (IsBeforeTable(before.AsSpan().TrimEnd('"')) && (piece.Node.Unwrapped().Kind is SyntaxKind.Identifier || IsChoice(piece.Node.Unwrapped()) || piece.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild.Unwrapped().Kind is SyntaxKind.ThisKeyword or SyntaxKind.Identifier))
                holes.Add(hole);
            hole++;
            before = "";
        }

        return holes;
    }

    /// <summary>"… FROM ", "INSERT INTO ", "UPDATE "</summary>
    private static bool IsBeforeTable(ReadOnlySpan<char> text)
    {
        var words = text.TrimEnd();
        return words.Length < text.Length && (Ends(words, "FROM") || Ends(words, "INTO") || Ends(words, "UPDATE"));

        static bool Ends(ReadOnlySpan<char> words, ReadOnlySpan<char> last) => words.EndsWith(last, StringComparison.OrdinalIgnoreCase) && (words.Length == last.Length || !char.IsAsciiLetterOrDigit(words[^(last.Length + 1)]));
    }

    /// <summary>The table that a caller chooses; or what chooses it in his words, where that is up to his own callers.</summary>
    private (Chosen? Table, CalledValue Open) TableOf(CalledValue inner, FunctionModel called, SyntaxNode call, Func<CalledValue, CalledValue> valueFor)
    {
        if (!inner.Node.Exists)
            return default;
        if (inner.Members.Length == 0 && inner.Node.Unwrapped() is var choice && IsChoice(choice) && choice.Tree == called.Module.Tree)
        {
            // "table || this.table": the first where the call has an argument for it.
            var isGiven = called.Module.LocalSymbolOf(choice.FirstChild.Unwrapped()) is { Exists: true } optional && FunctionShape.ParameterOf(called, optional) is >= 0 and var at && CallArguments.At(call, at).Exists;
            return isGiven || CallArguments.HasSpread(call) ? isGiven ? TableOf(new(choice.FirstChild, ""), called, call, valueFor) : default
                : TableOf(new(choice.ChildAt(1), ""), called, call, valueFor);
        }

        if (FieldOf(inner) is { } field)
        {
            if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
                return default;
            var receiver = callee.FirstChild.Unwrapped();
            if (receiver.Kind is SyntaxKind.ThisKeyword or SyntaxKind.SuperKeyword)
                return NameIn(ClassAround(call), field) is { } own ? (own, default) : (null, inner);
            return (project.Types.TypeOf(receiver).NonNullish() is LightType.Instance { Symbol: { Exists: true } type } && Declared(type) is { Exists: true } made ? NameIn(made, field) ?? Given(made, field, receiver) : null, default);
        }

        var lifted = valueFor(inner);
        if (!lifted.Node.Exists || project.Bindings.ModuleOf(lifted.Node.Tree) is not { } module)
            return default;
        if (lifted.Members.Length == 0 && Named(lifted.Node) is { } constant)
            return (constant, default);
        if (FieldOf(lifted) is { } outer)
            return NameIn(ClassAround(call), outer) is { } own ? (own, default) : (null, lifted);
        return (null, lifted.Members.Length == 0 && IsOpen(lifted.Node, module) ? lifted : default);
    }

    /// <summary>The <c>table</c> of <c>this.table</c>; null for anything else.</summary>
    private static string? FieldOf(CalledValue value) => value.Members.Length == 0 && value.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild.Unwrapped().Is(SyntaxKind.ThisKeyword) ? access.ChildAt(1).Text
        : value.Node.Exists && value.Node.Unwrapped().Is(SyntaxKind.ThisKeyword) && value.Members is ['.', .. var member] && !member.AsSpan().ContainsAny('.', '[', '(') ? member : null;

    private static SyntaxNode ClassAround(SyntaxNode node) => node.Ancestor(SyntaxKind.ClassBody).Parent;

    private static SyntaxNode Declared(Symbol type) => type.Declarations.FirstOrDefault(declaration => declaration.Child(SyntaxKind.ClassBody).Exists);

    /// <summary>"new Store('accounts')" in the variable that is called on.</summary>
    private Chosen? Given(SyntaxNode type, string field, SyntaxNode receiver)
    {
        var made = receiver.Is(SyntaxKind.Identifier) ? project.Constants.ValueOf(receiver).Unwrapped() : default;
        if (!made.Is(SyntaxKind.NewExpression))
            return null;
        var classes = ClassesOf(type);
        for (var at = 0; at < classes.Count; at++)
        {
            if (PlaceIn(classes[at], field) is { } place)
                return Passed(classes, at, place, made);
        }

        return null;
    }

    /// <summary>The text that a field of all objects of a class has; null when it is not told, or not the name of a table.</summary>
    private Chosen? NameIn(SyntaxNode type, string field) => type.Exists ? names.GetOrAdd((type, field), key => Find(key.Class, key.Member)) : null;

    private Chosen? Find(SyntaxNode type, string field)
    {
        var classes = ClassesOf(type);
        for (var at = 0; at < classes.Count; at++)
        {
            foreach (var member in classes[at].Child(SyntaxKind.ClassBody).Children)
            {
                if (member.Kind is not (SyntaxKind.PropertyDeclaration or SyntaxKind.GetAccessor) || member.Has(NodeFlags.Static) || member.FirstAfterModifiers().Text != field)
                    continue;
                if (member.Is(SyntaxKind.GetAccessor))
                    return member.Child(SyntaxKind.Block) is { Exists: true } body ? Inference.ReturnsOf(body) is [var only] ? Named(only.FirstChild) : null : null;
                if (member.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                    return Named(initial);
            }

            if (SetIn(classes[at], field) is { Exists: true } set && Named(set) is { } constant)
                return constant;
            if (PlaceIn(classes[at], field) is { } place)
                return Passed(classes, at, place, default);
        }

        return null;
    }

    /// <summary>A class, the one that it extends, and so on.</summary>
    private List<SyntaxNode> ClassesOf(SyntaxNode type)
    {
        var classes = new List<SyntaxNode>();
        for (var at = type; at.Exists && classes.Count < Deepest; at = project.Types.BaseClassOf(at) is { Exists: true } extended ? Declared(extended) : default)
            classes.Add(at);
        return classes;
    }

    private static SyntaxNode ConstructorOf(SyntaxNode declared) => declared.Child(SyntaxKind.ClassBody).Children.ToArray().FirstOrDefault(member => member.Is(SyntaxKind.Constructor) && member.Child(SyntaxKind.Block).Exists);

    /// <summary>"this.table = …" in the constructor.</summary>
    private static SyntaxNode SetIn(SyntaxNode declared, string field)
    {
        foreach (var statement in ConstructorOf(declared).Child(SyntaxKind.Block).Children)
        {
            if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } set && set.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } target && target.FirstChild.Is(SyntaxKind.ThisKeyword) && target.ChildAt(1).Text == field)
                return set.ChildAt(1).Unwrapped();
        }

        return default;
    }

    /// <summary>Which parameter of the constructor becomes a field: <c>constructor(protected table: string)</c>, <c>this.table = table</c>; null for none.</summary>
    private static int? PlaceIn(SyntaxNode declared, string field)
    {
        var constructor = ConstructorOf(declared);
        if (!constructor.Exists || FunctionLike.From(constructor) is not { } shape)
            return null;
        var set = SetIn(declared, field);
        foreach (var node in shape.Parameters)
        {
            var parameter = new Parameter(node);
            if (parameter.Name.Is(SyntaxKind.Identifier) && (parameter.IsProperty ? parameter.Name.Text == field : set.Is(SyntaxKind.Identifier) && set.TextIs(parameter.Name.Bytes)))
                return parameter.Place;
        }

        return null;
    }

    /// <summary>What the constructor of a class is given by those of the classes that extend it, or by whoever makes the object.</summary>
    private Chosen? Passed(List<SyntaxNode> classes, int at, int place, SyntaxNode made)
    {
        for (; at > 0; at--)
        {
            var constructor = ConstructorOf(classes[at - 1]);
            // A class without a constructor hands on what it is given.
            if (!constructor.Exists)
                continue;
            SyntaxNode given = default;
            foreach (var node in constructor.Child(SyntaxKind.Block).DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.Is(SyntaxKind.SuperKeyword))
                    given = CallArguments.At(node, place);
            }

            if (!given.Exists)
                return null;
            if (Named(given) is { } constant)
                return constant;
            if (!given.Unwrapped().Is(SyntaxKind.Identifier))
                return null;
            place = -1;
            foreach (var node in FunctionLike.From(constructor)!.Value.Parameters)
            {
                if (new Parameter(node).Name.TextIs(given.Unwrapped().Bytes))
                    place = new Parameter(node).Place;
            }

            if (place < 0)
                return null;
        }

        return made.Exists && CallArguments.At(made, place) is { Exists: true } argument ? Named(argument) : null;
    }

    /// <summary>The table of an expression: its name, or what stands for it: <c>'accounts'</c>, a model, a <c>Repository&lt;User&gt;</c>.</summary>
    private Chosen? Named(SyntaxNode value)
    {
        if (Identifier(project.Constants.StringOf(value)) is { } name)
            return new(name, null);
        var entity = project.Entities.Of(value.Unwrapped()) ?? (project.Types.TypeOf(value).NonNullish() is LightType.Instance { Arguments: [var of], Symbol: { Exists: true } holder } && holder.Module.Roles.HasFlag(ModuleRoles.Knowledge) ? project.Entities.Of(of) : null);
        return entity is { Table: { IsKnown: true, Schema: null } table } && Identifier(table.Name) is { } known ? new(known, entity) : null;
    }

    /// <summary>A text that is the name of a table, without a schema; null for others.</summary>
    private static string? Identifier(string? text) => text is { Length: > 0 } && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? text : null;
}
