using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Reads what a program says of tables in its own language: calls in chains, decorators, options. What each of them means the knowledge files say
/// (<c>@schema</c>); what none tells of adds nothing, and what cannot be followed leaves the piece open.
/// </summary>
internal sealed class SchemaReader(ProjectModel project)
{
    private const int Deepest = 12;

    /// <summary>What takes more steps to read repeats itself.</summary>
    private const int MostSteps = 50_000;

    /// <summary>What the names in scope stand for: the table that a callback is given, or an object of a library in code without types.</summary>
    internal sealed record Bound(Symbol Symbol, SchemaPiece? Piece, LightType Type, Bound? Outer)
    {
        public static Bound? Find(Bound? bound, Symbol symbol)
        {
            for (; bound is not null; bound = bound.Outer)
            {
                if (bound.Symbol == symbol)
                    return bound;
            }

            return null;
        }
    }

    /// <summary>The piece that an expression describes; null when it describes none.</summary>
    public SchemaPiece? Read(SyntaxNode expression, Bound? bound = null) => Read(expression, bound, Asked());

    private static Inquiry Asked() => new(Deepest, MostSteps);

    private SchemaPiece? Read(SyntaxNode expression, Bound? bound, Inquiry asked)
    {
        expression = expression.Unwrapped();
        if (!asked.GoesOn() || !expression.Exists)
            return null;
        switch (expression.Kind)
        {
            case SyntaxKind.AwaitExpression or SyntaxKind.VoidExpression:
                return Read(expression.FirstChild, bound, asked.Deeper);
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression:
                if (BoundAt(expression, bound) is { } known)
                    return known.Piece;
                var value = project.Constants.ValueOf(expression);
                return value == expression ? null : Read(value, null, asked.Deeper);
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression:
                return ReadCall(expression, bound, asked);
            default:
                return null;
        }
    }

    /// <summary>What the decorators before a class say of its table; null when they say nothing.</summary>
    public SchemaPiece? ReadClass(SyntaxNode classNode)
    {
        SchemaPiece? table = null;
        foreach (var decorator in new ClassLike(classNode).Decorators)
        {
            if (EffectsOfDecorator(decorator).FirstOrDefault(effect => effect.Noun is SchemaNoun.Table) is { } effect)
                table = Make(effect, decorator.FirstChild, null, Asked());
        }

        if (table is null)
            return null;
        ReadMembers(table, classNode);
        return table;
    }

    /// <summary>Adds what the decorators of a class and of its members say, those of its bases before them.</summary>
    public void ReadMembers(SchemaPiece table, SyntaxNode classNode)
    {
        foreach (var (owner, isKnown) in WithBases(classNode))
        {
            table.HasUnreadColumns |= !isKnown;
            table.HasUnreadKeys |= !isKnown;
            if (!owner.Exists)
                continue;
            foreach (var decorator in new ClassLike(owner).Decorators)
            {
                foreach (var effect in EffectsOfDecorator(decorator))
                {
                    if (effect.Noun is not (null or SchemaNoun.Table))
                        table.Parts.Add(Make(effect, decorator.FirstChild, null, Asked()));
                    else if (effect.Noun is null && owner == classNode)
                        Apply(table, effect, decorator.FirstChild, null, Asked());
                }
            }

            foreach (var member in new ClassLike(owner).Members)
            {
                if (member.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor or SyntaxKind.MethodDeclaration)
                    ReadMember(table, member);
            }
        }
    }

    private void ReadMember(SchemaPiece table, SyntaxNode member)
    {
        var name = member.FirstAfterModifiers();
        var property = project.Bindings.ModuleOf(member.Tree)!.NameOf(name).ToString();
        var described = new List<(Effect.Schema Effect, SyntaxNode Node)>();
        foreach (var decorator in new PropertyMember(member).Decorators)
            described.AddRange(EffectsOfDecorator(decorator).Select(effect => (effect, decorator.FirstChild)));
        if (described.Count == 0)
            return;
        // A member of a base that is declared anew takes its place.
        table.Parts.RemoveAll(part => part.Property == property);
        SchemaPiece? column = null;
        foreach (var (effect, node) in described.Where(found => found.Effect.Noun is SchemaNoun.Column or SchemaNoun.Relation))
        {
            if (column is null)
            {
                column = Make(effect, node, null, Asked());
                column.Property = property;
                table.Parts.Add(column);
            }
            else
            {
                Apply(column, effect, node, null, Asked());
            }
        }

        foreach (var (effect, node) in described.Where(found => found.Effect.Noun is not (SchemaNoun.Column or SchemaNoun.Relation)))
        {
            if (effect.Noun is null)
            {
                if (column is not null)
                    Apply(column, effect, node, null, Asked());
                continue;
            }

            var part = Make(effect, node, null, Asked());
            if (part.Columns.Count == 0)
                part.Columns.Add(property);
            table.Parts.Add(part);
        }
    }

    /// <summary>A class and those that it extends, the first base first; no node where one could not be found, or is a library's.</summary>
    private List<(SyntaxNode Class, bool IsKnown)> WithBases(SyntaxNode classNode)
    {
        var found = new List<(SyntaxNode, bool)> { (classNode, true) };
        var at = classNode;
        for (var depth = 0; depth < Deepest && new ClassLike(at).Extends is { Exists: true } extends; depth++)
        {
            var symbol = project.Types.SymbolOf(extends);
            if (!symbol.Exists)
                symbol = project.Bindings.SymbolOf(extends);
            if (symbol.Exists)
                symbol = project.Bindings.ResolveAlias(symbol);
            if (symbol.Exists && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0)
                break;
            at = symbol.Declarations.FirstOrDefault(d => ClassLike.From(d) is not null);
            found.Insert(0, (at, at.Exists));
            if (!at.Exists)
                break;
        }

        return found;
    }

    private IEnumerable<Effect.Schema> EffectsOfDecorator(SyntaxNode decorator)
    {
        var expression = decorator.FirstChild.Unwrapped();
        if (expression.Is(SyntaxKind.CallExpression))
            return project.Types.CalleeOf(expression) is Callee.Library library ? project.Effects.Of(library.Signature).OfType<Effect.Schema>() : [];
        var symbol = project.Types.SymbolOf(expression);
        if (!symbol.Exists)
            symbol = project.Bindings.SymbolOf(expression);
        if (!symbol.Exists)
            return [];
        var meant = project.Bindings.ResolveAlias(symbol);
        // "@Column name": what the function says of a column holds where it is called without arguments, too.
        return meant.Exists ? meant.Declarations.Select(d => project.Effects.Of(d).OfType<Effect.Schema>().ToArray()).FirstOrDefault(e => e.Length > 0) ?? [] : [];
    }

    private SchemaPiece? ReadCall(SyntaxNode call, Bound? bound, Inquiry asked)
    {
        var callee = call.FirstChild.Unwrapped();
        var receiver = call.Is(SyntaxKind.CallExpression) && callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild.Unwrapped() : default;
        // A table of many columns is a long chain, and no deep one.
        var piece = receiver.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression || BoundAt(receiver, bound) is not null ? Read(receiver, bound, asked) : null;
        var signature = SignatureOf(call, bound, asked);
        if (!signature.Exists)
            return piece is null ? ReadFunction(call, asked) : piece;

        foreach (var effect in project.Effects.Of(signature).OfType<Effect.Schema>())
        {
            if (effect.Noun is null)
            {
                if (piece is not null)
                    Apply(piece, effect, call, bound, asked);
                continue;
            }

            var made = Make(effect, call, bound, asked);
            if (piece is { Noun: SchemaNoun.Table or SchemaNoun.Column } && made.Noun is not SchemaNoun.Table)
            {
                piece.Parts.Add(made);
                // "addColumn(…): this" goes on with the table, "string('email'): ColumnBuilder" with the column.
                if (new FunctionLike(signature).ReturnType.Is(SyntaxKind.ThisType))
                    continue;
            }
            else if (made.Noun is SchemaNoun.Table && made.Schema is null && receiver.Exists && (piece ?? Read(receiver, bound, asked.Deeper)) is { Noun: SchemaNoun.Schema } schema)
            {
                // "auth.table('users', …)"
                made.Schema = schema.Name;
            }

            // "createTable(…).createTable(…)"
            if (piece is { Verb: not SchemaVerb.Has })
                made.Previous = piece;
            piece = made;
        }

        return piece;
    }

    /// <summary>"const id = () => uuid('id').primaryKey()": a function of the program that returns a piece.</summary>
    private SchemaPiece? ReadFunction(SyntaxNode call, Inquiry asked)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var function], Signatures.IsEmpty: true } || new FunctionLike(function) is not { IsGenerator: false } shape)
            return null;
        return ReturnOf(shape) is { Exists: true } returned ? Read(returned, null, asked.Deeper) : null;
    }

    private static SyntaxNode ReturnOf(FunctionLike shape) =>
        shape.HasExpressionBody ? shape.Body.Unwrapped() : shape.Body.Exists && Inference.ReturnsOf(shape.Body) is [var only] ? only.FirstChild.Unwrapped() : default;

    private SchemaPiece Make(Effect.Schema effect, SyntaxNode node, Bound? bound, Inquiry asked)
    {
        var piece = new SchemaPiece(effect.Noun!.Value, node) { Verb = effect.Verb };
        Apply(piece, effect, node, bound, asked);
        return piece;
    }

    private void Apply(SchemaPiece piece, Effect.Schema effect, SyntaxNode node, Bound? bound, Inquiry asked)
    {
        var signature = node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression ? SignatureOf(node, bound, asked) : default;
        // What holds of every call comes first: options may take it back.
        foreach (var fact in effect.Says.Where(fact => fact.Path is null))
            Say(piece, fact);
        foreach (var fact in effect.Says)
        {
            if (fact.Path is not { } path)
                continue;
            var place = 0;
            foreach (var argument in node.Child(SyntaxKind.ArgumentList).Children)
            {
                if (place == path.Index || (path.AndLater && place > path.Index))
                {
                    var value = path.Property.Length == 0 ? argument : project.Options.Of(argument).Find(path.Property)?.Value ?? default;
                    if (value.Exists)
                        Apply(piece, fact.Role, fact, value, path.Property.Length == 0 ? ParameterType(signature, place) : LightType.Unknown, bound, asked.Deeper);
                }

                place++;
            }
        }
    }

    /// <summary>What a tag says without any argument.</summary>
    private static void Say(SchemaPiece piece, SchemaFact fact)
    {
        switch (fact.Role)
        {
            case SchemaRole.Unique:
                piece.IsUnique = true;
                break;
            case SchemaRole.Primary:
                piece.IsPrimary = true;
                break;
            case SchemaRole.NotNull:
                piece.IsNullable = false;
                piece.NotNullByDefault = true;
                break;
            case SchemaRole.Nullable:
                piece.IsNullable = true;
                break;
            case SchemaRole.Default:
                piece.HasDefault = true;
                break;
            case SchemaRole.Nulls:
                piece.NullsNotDistinct = true;
                break;
            case SchemaRole.Joins:
                piece.Joins = true;
                break;
            case SchemaRole.Renewed:
                piece.IsRenewed = true;
                break;
            case SchemaRole.Unstored:
                piece.IsUnstored = true;
                break;
            case SchemaRole.Named:
                piece.Named = fact.Words[0];
                break;
            case SchemaRole.Columned:
                piece.Columned = fact.Words[0];
                break;
            case SchemaRole.Joined:
                piece.Joined = fact.Words[0];
                break;
            case SchemaRole.Adds:
                piece.Implied.AddRange(fact.Words);
                break;
        }
    }

    /// <summary>What an argument or an option says.</summary>
    private void Apply(SchemaPiece piece, SchemaRole role, SchemaFact fact, SyntaxNode value, LightType type, Bound? bound, Inquiry asked)
    {
        if (!asked.GoesOn())
            return;
        var truth = project.Constants.BooleanOf(value);
        switch (role)
        {
            case SchemaRole.Name:
                // An object in its place is the options that follow.
                if (project.Constants.StringOf(value) is { Length: > 0 } name)
                    piece.Name = name;
                else if (project.Constants.ValueOf(value).Kind is not (SyntaxKind.ObjectLiteralExpression or SyntaxKind.FalseKeyword or SyntaxKind.TrueKeyword or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ArrowFunction) && !value.TextIs("undefined"u8))
                    piece.IsNameUnknown = true;
                break;
            case SchemaRole.Schema:
                piece.Schema = project.Constants.StringOf(value) ?? piece.Schema;
                break;
            case SchemaRole.Entity:
                piece.Entity = project.Constants.StringOf(value) ?? piece.Entity;
                break;
            case SchemaRole.To:
                piece.To = project.Constants.StringOf(value);
                break;
            case SchemaRole.Of:
                piece.Of = project.Constants.StringOf(value) ?? NameIn(value);
                break;
            case SchemaRole.Columns when piece.Noun is SchemaNoun.Table:
                ReadColumns(piece, value, type, SchemaNoun.Column, bound, asked);
                break;
            case SchemaRole.Columns:
                ReadNames(piece, value, asked);
                break;
            case SchemaRole.Parts:
                ReadParts(piece, value, null, type, bound, asked);
                break;
            // "@Column(() => Name)": the columns are those of another class.
            case SchemaRole.Options when piece.Noun is SchemaNoun.Column && FunctionLike.From(value.Unwrapped()) is not null:
                piece.IsNameUnknown = true;
                break;
            case SchemaRole.Options:
                ReadOptions(piece, value, type, bound, asked);
                break;
            case SchemaRole.Body:
                ReadBody(piece, value, type, bound, asked);
                break;
            case SchemaRole.Unique:
                if ((project.Constants.StringOf(value) ?? (project.Options.Of(value).Find("name") is { } named ? project.Constants.StringOf(named.Value) : null)) is { } shared && piece.Noun is SchemaNoun.Column)
                    piece.UniqueName = shared;
                piece.IsUnique = truth ?? true;
                break;
            case SchemaRole.Primary:
                piece.IsPrimary = truth ?? true;
                break;
            case SchemaRole.Nullable:
                piece.IsNullable = truth ?? true;
                break;
            case SchemaRole.NotNull:
                piece.IsNullable = !(truth ?? true);
                break;
            case SchemaRole.Default:
                piece.HasDefault = true;
                break;
            case SchemaRole.Where:
                ReadWhere(piece, value);
                break;
            case SchemaRole.Nulls:
                piece.NullsNotDistinct = truth ?? project.Constants.StringOf(value) is "not distinct";
                break;
            case SchemaRole.References:
                ReadReference(piece, value, asked);
                break;
            case SchemaRole.ReferencedColumns:
                ReadNames(piece.ReferencedColumns, null, value, asked);
                break;
            case SchemaRole.OnDelete:
                piece.OnDelete = project.Constants.StringOf(value)?.ToLowerInvariant() ?? piece.OnDelete;
                break;
            case SchemaRole.Kind:
                piece.Noun = project.Constants.StringOf(value)?.ToLowerInvariant() switch
                {
                    "unique" => SchemaNoun.Key,
                    "primary key" => SchemaNoun.PrimaryKey,
                    "foreign key" => SchemaNoun.ForeignKey,
                    "check" => SchemaNoun.Check,
                    _ => piece.Noun,
                };
                break;
            case SchemaRole.Joins:
                piece.Joins = truth ?? true;
                break;
            // In the place of the name of the other side's member, options may stand.
            case SchemaRole.Unstored when truth is not false && !project.Constants.ValueOf(value).Unwrapped().Is(SyntaxKind.ObjectLiteralExpression):
                piece.IsUnstored = true;
                break;
            case SchemaRole.Stored when truth is false:
                piece.IsUnstored = true;
                break;
            case SchemaRole.Type:
                ReadType(piece, value);
                break;
            case SchemaRole.Adds when truth is true:
                piece.Implied.AddRange(fact.Words);
                piece.ImpliedNullable.AddRange(fact.Words);
                break;
            case SchemaRole.Lacks when truth is false:
                piece.Implied.RemoveAll(fact.Words.Contains);
                break;
            case SchemaRole.Lacks when fact.Words is [var implied] && project.Constants.StringOf(value) is { } renamed:
                if (piece.Implied.Remove(implied))
                    piece.Implied.Add(renamed);
                if (piece.ImpliedNullable.Remove(implied))
                    piece.ImpliedNullable.Add(renamed);
                break;
            case SchemaRole.Underscored when truth is true:
                piece.Columned = "snake-case";
                piece.Named = piece.Named is "plural" ? "snake-plural" : "snake-case";
                break;
            case SchemaRole.Frozen when truth is true:
                piece.Named = "as-is";
                break;
        }
    }

    /// <summary>The members of an object literal as columns; a function in its place returns them.</summary>
    private void ReadColumns(SchemaPiece table, SyntaxNode value, LightType type, SchemaNoun noun, Bound? bound, Inquiry asked)
    {
        value = project.Constants.ValueOf(value).Unwrapped();
        if (FunctionLike.From(value) is { } function)
        {
            value = ReturnOf(function);
            if (!value.Exists)
            {
                table.HasUnreadColumns = table.HasUnreadKeys = true;
                return;
            }
        }

        if (value.Is(SyntaxKind.ArrayLiteralExpression))
        {
            ReadParts(table, value, noun, type, bound, asked);
            return;
        }

        var options = project.Options.Of(value);
        table.HasUnreadColumns |= options.IsOpen;
        table.HasUnreadKeys |= options.IsOpen;
        foreach (var option in options.All)
        {
            var column = ReadColumn(option.Value, project.Types.MemberType(type, option.Name), noun, bound, asked);
            column.Property = option.Name.ToString();
            table.Parts.Add(column);
        }
    }

    private SchemaPiece ReadColumn(SyntaxNode value, LightType type, SchemaNoun noun, Bound? bound, Inquiry asked)
    {
        if (Read(value, bound, asked.Deeper) is { Noun: SchemaNoun.Column or SchemaNoun.Relation } described)
            return described;
        var column = new SchemaPiece(noun, value);
        var named = type.NonNullish();
        if (named is LightType.Instance or LightType.Union && project.Constants.ValueOf(value).Unwrapped().Is(SyntaxKind.ObjectLiteralExpression))
            ReadOptions(column, value, named, bound, asked);
        else if (named.IsUnknown)
            column.IsNameUnknown = true;
        else
            ReadType(column, value);
        return column;
    }

    /// <summary>The keys of a table: elements of an array, members of an object, what a function returns.</summary>
    private void ReadParts(SchemaPiece table, SyntaxNode value, SchemaNoun? noun, LightType type, Bound? bound, Inquiry asked)
    {
        value = project.Constants.ValueOf(value).Unwrapped();
        if (FunctionLike.From(value) is { } function)
            value = ReturnOf(function);
        if (noun is null && value.Kind is SyntaxKind.NewExpression or SyntaxKind.CallExpression && Read(value, bound, asked.Deeper) is { } single)
        {
            table.Parts.Add(single);
        }
        else if (value.Is(SyntaxKind.ArrayLiteralExpression))
        {
            var element = type.NonNullish().Element();
            foreach (var item in value.Children)
            {
                if (item.Is(SyntaxKind.SpreadElement))
                    ReadParts(table, item.FirstChild, noun, type, bound, asked.Deeper);
                else
                    AddPart(table, item, noun, element, bound, asked);
            }
        }
        else if (value.Is(SyntaxKind.ObjectLiteralExpression) && noun is null)
        {
            foreach (var option in project.Options.Of(value).All)
                AddPart(table, option.Value, noun, LightType.Unknown, bound, asked);
        }
        else if (value.Exists && noun is not null)
        {
            AddPart(table, value, noun, type, bound, asked);
        }
        else
        {
            table.HasUnreadKeys = true;
        }
    }

    private void AddPart(SchemaPiece table, SyntaxNode value, SchemaNoun? noun, LightType type, Bound? bound, Inquiry asked)
    {
        if (Read(value, bound, asked.Deeper) is { } part)
        {
            table.Parts.Add(part);
            return;
        }

        if (noun is not { } kind)
        {
            // "pgPolicy(…)" and the like are no keys: a call that nothing is known of may be one.
            if (project.Types.CalleeOf(value.Unwrapped()) is not Callee.Library)
                table.HasUnreadKeys = true;
            return;
        }

        var made = new SchemaPiece(kind, value);
        var bare = project.Constants.ValueOf(value).Unwrapped();
        if (bare.Is(SyntaxKind.ObjectLiteralExpression))
            ReadOptions(made, bare, type, bound, asked);
        else if (kind is SchemaNoun.Key or SchemaNoun.Index)
            ReadNames(made, bare, asked);
        table.Parts.Add(made);
    }

    /// <summary>The members of an object, by what its declared type says that they mean.</summary>
    private void ReadOptions(SchemaPiece piece, SyntaxNode value, LightType type, Bound? bound, Inquiry asked)
    {
        var options = project.Options.Of(value);
        if (options.IsOpen && piece.Noun is SchemaNoun.Table)
            piece.HasUnreadKeys = true;
        foreach (var option in options.All)
        {
            if (MemberOf(type, option.Name) is not { Exists: true } member)
                continue;
            var ofMember = project.Types.TypeOf(member);
            foreach (var effect in project.Effects.Of(member).OfType<Effect.Schema>())
            {
                if (effect.Noun is SchemaNoun.Column or SchemaNoun.Relation && piece.Noun is SchemaNoun.Table)
                    ReadColumns(piece, option.Value, ofMember, effect.Noun.Value, bound, asked.Deeper);
                else if (effect.Noun is { } noun)
                    ReadParts(piece, option.Value, noun, ofMember, bound, asked.Deeper);
                foreach (var fact in effect.Noun is null ? effect.Says : [])
                    Apply(piece, fact.Role, fact, option.Value, ofMember, bound, asked.Deeper);
            }
        }
    }

    private Symbol MemberOf(LightType type, Name name) =>
        type.NonNullish().Alternatives.Select(alternative => project.Types.MemberOf(alternative, name)).FirstOrDefault(member => member.Exists);

    /// <summary><c>DataType.VIRTUAL</c>, also with arguments.</summary>
    private void ReadType(SchemaPiece piece, SyntaxNode value)
    {
        value = value.Unwrapped();
        if (value.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression)
            value = value.FirstChild.Unwrapped();
        foreach (var effect in project.Effects.Of(project.Types.SymbolOf(value)).OfType<Effect.Schema>())
        {
            foreach (var fact in effect.Says)
                Say(piece, fact);
        }
    }

    /// <summary>A function that is given the piece and says more of it.</summary>
    private void ReadBody(SchemaPiece piece, SyntaxNode value, LightType type, Bound? bound, Inquiry asked)
    {
        value = project.Constants.ValueOf(value).Unwrapped();
        if (FunctionLike.From(value) is not { Body.Exists: true } function)
        {
            piece.HasUnreadColumns = piece.HasUnreadKeys = true;
            return;
        }

        var wanted = type.NonNullish() is LightType.Function { Declarations: [var declared, ..] } && new FunctionLike(declared).Parameters is var parameters && parameters.Count > 0
            ? project.Types.TypeOf(new Parameter(parameters[0]).Type) : LightType.Unknown;
        Run(piece, function, wanted, bound, asked);
    }

    /// <summary>Reads the statements of a function whose first parameter, or <c>this</c>, is a table or a column.</summary>
    private void Run(SchemaPiece piece, FunctionLike function, LightType type, Bound? bound, Inquiry asked)
    {
        if (function.Parameters.Count == 0 || !asked.GoesOn())
            return;
        var module = project.Bindings.ModuleOf(function.Node.Tree)!;
        var symbol = module.SymbolOfDeclaration(function.Parameters[0]);
        if (!symbol.Exists)
            symbol = module.LocalSymbolOf(new Parameter(function.Parameters[0]).Name);
        var inner = new Bound(symbol, piece, type, bound);
        if (function.HasExpressionBody)
        {
            RunCall(piece, function.Body.Unwrapped(), inner, asked);
            return;
        }

        foreach (var statement in function.Body.DescendantsAndSelf)
        {
            if (statement.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.ReturnStatement && statement.FirstChild.Exists)
                RunCall(piece, statement.FirstChild.Unwrapped(), inner, asked);
        }
    }

    private void RunCall(SchemaPiece piece, SyntaxNode call, Bound bound, Inquiry asked)
    {
        Workers.Step();
        if (call.Is(SyntaxKind.AwaitExpression))
            call = call.FirstChild.Unwrapped();
        if (Read(call, bound, asked.Deeper) is not null || !call.Is(SyntaxKind.CallExpression))
            return;
        // "addTimestamps(table)"
        var place = 0;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (BoundAt(argument.Unwrapped(), bound) is { Piece: { } given } known && given == piece)
            {
                if (place == 0 && project.Types.CalleeOf(call) is Callee.InProgram { Functions: [var helper], Signatures.IsEmpty: true } && FunctionLike.From(helper) is { Body.Exists: true } function)
                    Run(piece, function, known.Type, null, asked.Deeper.Deeper);
                else
                    piece.HasUnreadColumns = piece.HasUnreadKeys = true;
            }

            place++;
        }
    }

    /// <summary>The columns of a key: texts, members of a table, an array or a function of them; calls and templates are expressions.</summary>
    private void ReadNames(SchemaPiece key, SyntaxNode value, Inquiry asked) => ReadNames(key.Columns, key, value, asked);

    private void ReadNames(List<string> columns, SchemaPiece? key, SyntaxNode value, Inquiry asked)
    {
        value = value.Unwrapped();
        if (!asked.GoesOn())
            return;
        if (project.Constants.StringOf(value) is { Length: > 0 } text)
        {
            columns.Add(text);
            return;
        }

        if (value.Kind is SyntaxKind.Identifier && project.Constants.ValueOf(value) is var constant && constant != value)
            value = constant.Unwrapped();
        switch (value.Kind)
        {
            case SyntaxKind.ArrayLiteralExpression:
                foreach (var element in value.Children)
                    ReadNames(columns, key, element, asked.Deeper);
                break;
            case SyntaxKind.ObjectLiteralExpression:
                // "{ name: 'email', order: 'ASC' }" or, in TypeORM's functions, "{ email: 'ASC' }"
                var options = project.Options.Of(value);
                if (options.Find("name") is { } named)
                    ReadNames(columns, key, named.Value, asked.Deeper);
                else
                    columns.AddRange(options.All.Select(option => option.Name.ToString()));
                break;
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                ReadNames(columns, key, ReturnOf(new(value)), asked.Deeper);
                break;
            case SyntaxKind.PropertyAccessExpression:
                columns.Add(value.ChildAt(1).Text);
                break;
            // "t.createdAt.desc()", "asc(t.email)"
            case SyntaxKind.CallExpression when value.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && value.FirstChild.FirstChild.Is(SyntaxKind.PropertyAccessExpression):
                ReadNames(columns, key, value.FirstChild.FirstChild, asked.Deeper);
                break;
            default:
                if (value.Exists && key is not null)
                    key.Expressions.Add((value.Is(SyntaxKind.TaggedTemplateExpression) ? TextOf(value, key) : CodeLine.Of(value.Text), [.. MembersIn(value)]));
                break;
        }
    }

    private static IEnumerable<string> MembersIn(SyntaxNode value)
    {
        foreach (var node in value.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && !node.Parent.Is(SyntaxKind.CallExpression))
                yield return node.ChildAt(1).Text;
        }
    }

    /// <summary>A condition as SQL, or as an object of equalities.</summary>
    private void ReadWhere(SchemaPiece piece, SyntaxNode value)
    {
        value = project.Constants.ValueOf(value).Unwrapped();
        if (value.Is(SyntaxKind.ObjectLiteralExpression))
        {
            var parts = new List<string>();
            foreach (var option in project.Options.Of(value).All)
            {
                var equal = project.Constants.ValueOf(option.Value).Unwrapped();
                var name = $"\"{option.Name}\"";
                if (equal.Is(SyntaxKind.NullKeyword))
                    parts.Add($"{name} IS NULL");
                else if (project.Constants.StringOf(equal) is { } text && equal.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
                    parts.Add($"{name} = '{text.Replace("'", "''", StringComparison.Ordinal)}'");
                else if (equal.Kind is SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword)
                    parts.Add($"{name} = {equal.Text}");
                else
                    piece.IsWhereUnknown = true;
            }

            piece.Where = string.Join(" AND ", parts);
            return;
        }

        piece.Where = TextOf(value, piece);
        // "where('deleted_at', 'is', null)" is told by further arguments.
        piece.IsWhereUnknown |= !piece.Where.Contains(' ', StringComparison.Ordinal);
    }

    /// <summary>SQL whose holes are members of a table, as columns; other holes leave it unknown.</summary>
    private string TextOf(SyntaxNode value, SchemaPiece piece)
    {
        var known = new List<string>();
        var pieces = project.Constants.TextOf(value).Pieces;
        foreach (var part in pieces)
        {
            if (!part.IsHole)
                known.Add(part.Text);
            else if (pieces.Length > 1 && part.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member)
                known.Add($"\"{member.ChildAt(1).Text}\"");
            else
                piece.IsWhereUnknown = true;
        }

        return string.Concat(known);
    }

    /// <summary><c>() => users.id</c>, <c>() => Team</c>, <c>'users.id'</c>, a class, <c>{ model: 'users', key: 'id' }</c>.</summary>
    private void ReadReference(SchemaPiece piece, SyntaxNode value, Inquiry asked)
    {
        value = value.Unwrapped();
        if (FunctionLike.From(value) is { } function)
            value = ReturnOf(function);
        if (project.Constants.StringOf(value) is { Length: > 0 } text)
        {
            var dot = text.LastIndexOf('.');
            piece.References = text;
            // "@ManyToOne('Contact')" of an ORM means the entity of that name; of what names tables there is none.
            if (dot < 0 && piece.Noun is SchemaNoun.Relation && value.Is(SyntaxKind.StringLiteral))
                piece.ReferencedEntity = value;
            if (dot > 0 && !text.Contains(' ', StringComparison.Ordinal))
            {
                piece.References = text[..dot];
                piece.ReferencedColumns.Add(text[(dot + 1)..]);
            }
        }
        else if (value.Is(SyntaxKind.PropertyAccessExpression))
        {
            piece.ReferencedEntity = value.FirstChild.Unwrapped();
            piece.ReferencedColumns.Add(value.ChildAt(1).Text);
        }
        else if (project.Constants.ValueOf(value).Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } target)
        {
            var options = project.Options.Of(target);
            if ((options.Find("model") ?? options.Find("tableName")) is { } model && asked.GoesOn())
                ReadReference(piece, model.Value, asked.Deeper);
            if (options.Find("key") is { } key && project.Constants.StringOf(key.Value) is { } column)
                piece.ReferencedColumns.Add(column);
        }
        else if (value.Is(SyntaxKind.Identifier))
        {
            piece.ReferencedEntity = value;
        }
        else if (value.Is(SyntaxKind.ArrayLiteralExpression))
        {
            foreach (var element in value.Children)
            {
                ReadNames(piece.ReferencedColumns, null, element, asked.Deeper);
                if (element.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member)
                    piece.ReferencedEntity = member.FirstChild.Unwrapped();
            }
        }
    }

    private string? NameIn(SyntaxNode value) =>
        project.Options.Of(value).Find("tableName") is { } option ? project.Constants.StringOf(option.Value) : null;

    private Bound? BoundAt(SyntaxNode expression, Bound? bound) =>
        bound is not null && expression.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(expression.Tree)?.LocalSymbolOf(expression) is { Exists: true } symbol ? Bound.Find(bound, symbol) : null;

    /// <summary>The declaration in a knowledge file that a call means: by its types, or by those of what names in scope stand for.</summary>
    internal SyntaxNode SignatureOf(SyntaxNode call, Bound? bound, Inquiry asked)
    {
        if (project.Types.CalleeOf(call) is Callee.Library library)
            return library.Signature;
        var callee = call.FirstChild.Unwrapped();
        if (bound is null || !callee.Is(SyntaxKind.PropertyAccessExpression) || !asked.GoesOn())
            return default;
        var owner = TypeIn(callee.FirstChild.Unwrapped(), bound, asked);
        if (owner.IsUnknown)
            return default;
        var name = project.Bindings.ModuleOf(call.Tree)!.NameOf(callee.ChildAt(1));
        var member = project.Types.MemberOf(owner, name);
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        return member.Declarations.FirstOrDefault(d => Takes(d, arguments), member.Declaration);
    }

    /// <summary>Whether an overload can be meant: an array is no object of options.</summary>
    private bool Takes(SyntaxNode signature, SyntaxNode[] arguments)
    {
        var parameters = new FunctionLike(signature).Parameters;
        if (parameters.Count < arguments.Length)
            return false;
        for (var i = 0; i < arguments.Length; i++)
        {
            var wanted = project.Types.TypeOf(new Parameter(parameters[i]).Type);
            var given = arguments[i].Unwrapped().Kind;
            if ((given is SyntaxKind.ObjectLiteralExpression && wanted is LightType.Array) || (given is SyntaxKind.ArrayLiteralExpression && wanted is LightType.Instance))
                return false;
        }

        return true;
    }

    /// <summary>The type of an expression in code without types, from what names in scope stand for.</summary>
    private LightType TypeIn(SyntaxNode expression, Bound bound, Inquiry asked)
    {
        if (!asked.GoesOn())
            return LightType.Unknown;
        if (BoundAt(expression, bound) is { } known)
            return known.Type;
        switch (expression.Kind)
        {
            case SyntaxKind.AwaitExpression:
                return project.Types.AwaitedOf(TypeIn(expression.FirstChild.Unwrapped(), bound, asked.Deeper));
            case SyntaxKind.PropertyAccessExpression:
                var owner = TypeIn(expression.FirstChild.Unwrapped(), bound, asked.Deeper);
                return owner.IsUnknown ? owner : project.Types.MemberType(owner, project.Bindings.ModuleOf(expression.Tree)!.NameOf(expression.ChildAt(1)));
            case SyntaxKind.CallExpression:
                var signature = SignatureOf(expression, bound, asked);
                if (!signature.Exists)
                    return LightType.Unknown;
                return new FunctionLike(signature).ReturnType.Is(SyntaxKind.ThisType) && expression.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee
                    ? TypeIn(callee.FirstChild.Unwrapped(), bound, asked)
                    : project.Types.ReturnTypeOf(signature);
            default:
                return LightType.Unknown;
        }
    }

    private LightType ParameterType(SyntaxNode signature, int place)
    {
        if (!signature.Exists)
            return LightType.Unknown;
        var parameters = new FunctionLike(signature).Parameters;
        return place < parameters.Count ? project.Types.TypeOf(new Parameter(parameters[place]).Type) : LightType.Unknown;
    }
}
