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

/// <content>Fills the slots of clauses.</content>
internal sealed partial class BuiltStatements
{
    /// <summary>The clause with its slots filled; null where an argument of it is not written. What cannot be told is unknown.</summary>
    private SqlPhrase? Expand(ImmutableArray<SqlPart> parts, Context context)
    {
        if (context.Further() is not { } inner)
            return SqlPhrase.Unknown(context.Call);
        context = inner;
        var whole = new SqlPhrase();
        var isList = false;
        foreach (var part in parts)
        {
            if (part.Slot is not { } slot)
            {
                whole.Add(part.Text);
                continue;
            }

            if (slot.Source is SlotSource.Column)
            {
                whole.Add(context.Column ?? SqlPhrase.Unknown(context.Call));
                whole.NamesColumn = true;
                continue;
            }

            if (slot.Source is SlotSource.Key)
            {
                whole.Add(NameOf(KeyOf(context.Draft?.Entity), context));
                continue;
            }

            var nodes = NodesOf(slot, context);
            if (nodes.Count == 0 || (nodes.Count == 1 && IsUndefined(nodes[0])))
                return null;
            if (slot.Kind is SlotKind.Operator)
            {
                if (project.Constants.StringOf(nodes[0])?.Trim().ToLowerInvariant() is not { Length: > 0 } name || name.AsSpan().ContainsAny("'\"$(;"))
                    return SqlPhrase.Unknown(nodes[0]);
                whole.Add($" {name} ");
                isList = name is "in" or "not in";
                continue;
            }

            var filled = Fill(isList && slot.Kind is SlotKind.Value ? slot with { Kind = SlotKind.List } : slot, nodes, context);
            if (parts.Length == 1)
                return filled;
            whole.Add(filled);
        }

        return whole;
    }

    private SqlPhrase Fill(SqlSlot slot, List<SyntaxNode> nodes, Context context)
    {
        var node = nodes[0];
        // "update(args)": the condition is a member of what is given, and so are the columns.
        if (slot is { Source: SlotSource.Argument, Path.Property.Length: > 0 } && node.Parent.Is(SyntaxKind.ArgumentList) && node.Parent == context.Call.Child(SyntaxKind.ArgumentList))
            context = context with { Member = slot.Path.Property };
        return slot.Kind switch
        {
            SlotKind.Column => ColumnOf(node, context),
            SlotKind.Columns => SqlPhrase.Joined(nodes.SelectMany(one => ItemsOf(one, context)), ", "),
            SlotKind.Table => TableOf(node, context),
            SlotKind.Entity => OfEntity(EntityOf(node), node, context),
            SlotKind.Condition => ConditionOf(node, slot.By, context),
            SlotKind.Set => SqlPhrase.Joined(AssignmentsOf(node, slot.By, context), ", "),
            SlotKind.Rows => RowsOf(node, slot.By, context),
            SlotKind.Sql => SqlOf(node, slot.Bindings is { } path ? NodesOf(new(SlotSource.Argument, path, SlotKind.Value, "", null), context) : [], context),
            SlotKind.List => ListOf(node, context),
            SlotKind.And => AllOf(nodes, slot.By, context, isOr: false),
            SlotKind.Or => AllOf(nodes, slot.By, context, isOr: true),
            SlotKind.Identity => Identity(node, context),
            SlotKind.Only => EntriesOf(node) is { Entries: [var only], IsOpen: false } ? ValueOf(only.Value, context) : SqlPhrase.Unknown(node),
            SlotKind.Fit => Fitting(node, context),
            SlotKind.Keys => SqlPhrase.Joined(nodes.SelectMany(one => KeysOf(one, context)), ", "),
            SlotKind.Excluded => SqlPhrase.Joined(nodes.SelectMany(one => KeysOf(one, context)).Select(column => new SqlPhrase().Add(column).Add(" = EXCLUDED.").Add(column)), ", "),
            _ => ValueOf(node, context),
        };
    }

    /// <summary>The node of the only slot of a clause that has no words.</summary>
    private SyntaxNode Argument(ImmutableArray<SqlPart> parts, Context context) =>
        parts is [{ Slot: { } slot }] && NodesOf(slot, context) is [var node, ..] ? node : default;

    private List<SyntaxNode> NodesOf(SqlSlot slot, Context context)
    {
        switch (slot.Source)
        {
            case SlotSource.Value:
                return context.Value.Exists ? [context.Value] : [];
            case SlotSource.Receiver:
                return context.Call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee ? [callee.FirstChild.Unwrapped()] : [];
        }

        if (context.Call.Is(SyntaxKind.TaggedTemplateExpression))
            return slot.Path.Index == 0 ? [TaggedTemplate.From(context.Call)!.Value.Template.Node] : [];
        var found = new List<SyntaxNode>();
        var place = 0;
        foreach (var argument in context.Call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Is(SyntaxKind.SpreadElement))
                return place <= slot.Path.Index || slot.Path.AndLater ? [.. found, argument] : found;
            if (place == slot.Path.Index || (slot.Path.AndLater && place > slot.Path.Index))
                found.Add(argument);
            place++;
        }

        if (slot.Path.Property.Length == 0 || found.Count == 0)
            return found;
        return project.Options.Of(found[0]) switch
        {
            var options when options.Find(slot.Path.Property) is { } option => [option.Value],
            // What may bring it is not known.
            { IsOpen: true } when !found[0].Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) => [found[0]],
            _ => [],
        };
    }

    /// <summary>A value: SQL where it is that, else a constant or a parameter.</summary>
    private SqlPhrase ValueOf(SyntaxNode node, Context context)
    {
        node = node.Unwrapped();
        switch (node.Kind)
        {
            case SyntaxKind.NullKeyword:
                return SqlPhrase.Of("NULL");
            case SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword:
                return SqlPhrase.Of(node.Text);
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                return SqlPhrase.String(new StringLiteral(node).Value);
            // "`${id}`" is the id.
            case SyntaxKind.TemplateExpression when Template.From(node) is { } template && template.Expressions.Count() == 1 && template.Pieces.All(piece => piece.Raw.IsEmpty):
                return ValueOf(template.Expressions.First(), context);
            case SyntaxKind.NumericLiteral:
                return SqlPhrase.Of(new NumericLiteral(node).Value.ToString(CultureInfo.InvariantCulture));
            case SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression:
                return FragmentOf(node, context) ?? QueryIn(node, context) ?? (IsFragment(node) ? SqlPhrase.Unknown(node) : SqlPhrase.Value(node));
            case SyntaxKind.PropertyAccessExpression when RowColumn(node, context) is { } own:
                return own;
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ConditionalExpression when ColumnIn(node) is { } column:
                return column;
            case SyntaxKind.Identifier when project.Constants.ValueOf(node) is { Kind: SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression } made && FragmentOf(made, context) is { } fragment:
                return fragment;
            // "const ofTenant = tenant ? sql`AND tenant = ${tenant}` : sql``": where there is more, that is the statement.
            case SyntaxKind.Identifier when context.Call.Is(SyntaxKind.TaggedTemplateExpression) && project.Constants.ValueOf(node) is { Kind: SyntaxKind.ConditionalExpression } chosen && Longer(chosen, context) is { } more:
                return more;
            default:
                return IsFragment(node) ? SqlPhrase.Unknown(node) : SqlPhrase.Value(node);
        }
    }

    /// <summary>Of two pieces of SQL of which one is empty the other; null for others.</summary>
    private SqlPhrase? Longer(SyntaxNode chosen, Context context)
    {
        var (first, second) = (chosen.ChildAt(1).Unwrapped(), chosen.ChildAt(2).Unwrapped());
        return IsEmpty(first) && second.Is(SyntaxKind.TaggedTemplateExpression) ? FragmentOf(second, context) : IsEmpty(second) && first.Is(SyntaxKind.TaggedTemplateExpression) ? FragmentOf(first, context) : null;

        static bool IsEmpty(SyntaxNode piece) => piece.Is(SyntaxKind.TaggedTemplateExpression) && TaggedTemplate.From(piece)!.Value.Template.Node.Text.Trim('`').Trim().Length == 0;
    }

    /// <summary>What a call stands for that is tagged to be SQL: <c>eq(users.id, id)</c>, <c>knex.raw('now()')</c>.</summary>
    private SqlPhrase? FragmentOf(SyntaxNode call, Context context)
    {
        if (context.Depth > Deepest || project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Builds>().FirstOrDefault(clause => clause.Clause is SqlClause.Fragment) is not { } fragment)
            return null;
        return Expand(fragment.Parts, context with { Call = call, Declaration = library.Signature, Value = default, Depth = context.Depth + 1 }) ?? SqlPhrase.Unknown(call);
    }

    /// <summary>A query as a value.</summary>
    private SqlPhrase? QueryIn(SyntaxNode call, Context context) =>
        DraftOf(context.At(call, call) with { Depth = context.Depth + 1 }) is { Kind: QueryKind.Select } draft && draft.Statement() is { } statement ? statement.InParentheses() : null;

    private SqlPhrase ColumnOf(SyntaxNode node, Context context)
    {
        if (project.Constants.StringOf(node) is { Length: > 0 } name)
            return NameOf(name, context);
        node = node.Unwrapped();
        return node.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression && FragmentOf(node, context) is { } fragment
            ? fragment
            : RowColumn(node, context) ?? ColumnIn(node) ?? (TypedText(node) is { Length: > 0 } typed ? NameOf(typed, context) : IsNameOfItself(node) ? SqlPhrase.Name(node.ChildAt(1).Text) : SqlPhrase.Unknown(node));
    }

    /// <summary><c>Users.name</c> of <c>const Users = tableOf('users', […])</c> with <c>function tableOf&lt;T extends string>(name: T, …): { name: T }</c>: the one text that its type allows; null for other expressions.</summary>
    private string? TypedText(SyntaxNode node) =>
        node.Is(SyntaxKind.PropertyAccessExpression) && project.Types.TypeOf(node) is LightType.Literal { Kind: PrimitiveKind.String, Text: var text } ? text : null;

    /// <summary><c>Users.col.id</c> of a type <c>{ [name in Columns]: string }</c>: where every name of a list has a text, and such a text stands for a column, it is that of the name.</summary>
    private bool IsNameOfItself(SyntaxNode node) =>
        node.Is(SyntaxKind.PropertyAccessExpression) && project.Types.TypeOf(node) is LightType.Primitive { Kind: PrimitiveKind.String } && project.Types.TypeOf(node.FirstChild).NonNullish() is LightType.Shape { Node.Kind: SyntaxKind.MappedType };

    /// <summary><c>users.id</c> of <c>where: (users, { eq }) => eq(users.id, id)</c>: a column of the statement's own table.</summary>
    private SqlPhrase? RowColumn(SyntaxNode node, Context context) =>
        context is { Row.Exists: true, Draft.Entity: { } entity } && node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } row
        && project.Bindings.SymbolOf(row).Declaration == context.Row && entity.ColumnOf(node.ChildAt(1).Text) is { } column ? SqlPhrase.Name(column) : null;

    /// <summary>"users.id", "id as other".</summary>
    private static SqlPhrase NameOf(string text, Context context)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [])
            return SqlPhrase.Name(text);
        var column = words[0].Contains('.', StringComparison.Ordinal) || context.Draft?.Entity?.ColumnOf(words[0]) is not { } known ? SqlPhrase.Names(words[0]) : SqlPhrase.Name(known);
        return words.Length == 3 && words[1].Equals("as", StringComparison.OrdinalIgnoreCase) ? column.Add(" AS ").Add(SqlPhrase.Name(words[2])) : column;
    }

    private SqlPhrase TableOf(SyntaxNode node, Context context)
    {
        node = node.Unwrapped();
        if (context.Further() is not { } inner)
            return SqlPhrase.Unknown(node);
        context = inner;
        if ((project.Constants.StringOf(node) ?? TypedText(node)) is { } text && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ..] words)
        {
            var name = SqlPhrase.Names(words[0]);
            return words.Length > 1 ? name.Add(" AS ").Add(SqlPhrase.Name(words[^1])) : name;
        }

        if (node.Is(SyntaxKind.ObjectLiteralExpression) && EntriesOf(node) is { Entries: [var alias], IsOpen: false })
            return TableOf(alias.Value, context).Add(" AS ").Add(SqlPhrase.Name(alias.Key));
        if (node.Is(SyntaxKind.CallExpression) && QueryIn(node, context) is { } query)
            return query.Add(" AS q");
        return OfEntity(project.Entities.Of(node), node, context);
    }

    private SqlPhrase OfEntity(Entity? entity, SyntaxNode node, Context context)
    {
        // A client's property is a model of that name, though no description of it is here.
        if (entity is null && node.Is(SyntaxKind.PropertyAccessExpression) && project.IsHandle(node.FirstChild))
        {
            if (context.Draft is not null)
                context.Draft.IsUndescribed = true;
            return SqlPhrase.Name(ModelNamed(node.ChildAt(1).Text));
        }

        if (entity is null)
            return NameInClass(node) is { Length: > 0 } own ? SqlPhrase.Names(own) : SqlPhrase.Unknown(node);
        if (context.Draft is not null)
            context.Draft.Entity ??= entity;
        return NameOf(entity) ?? SqlPhrase.Unknown(node);
    }

    private static string ModelNamed(string property) => char.ToUpperInvariant(property[0]) + property[1..];

    /// <summary>"class User extends Model { static tableName = 'users' }", where the library's class says that the member names the table.</summary>
    private string? NameInClass(SyntaxNode node)
    {
        var symbol = project.Types.TypeOf(node).NonNullish() switch { LightType.ClassConstructor made => made.Symbol, LightType.Instance instance => instance.Symbol, _ => default };
        if (!symbol.Exists || (symbol.Module.Roles & ModuleRoles.Knowledge) != 0)
            return null;
        for (var (at, depth) = (symbol, 0); at.Exists && depth < Deepest; depth++)
        {
            var declaration = at.Declarations.FirstOrDefault(found => found.Child(SyntaxKind.ClassBody).Exists);
            foreach (var member in declaration.Child(SyntaxKind.ClassBody).Children)
            {
                if (member.Kind is not (SyntaxKind.PropertyDeclaration or SyntaxKind.GetAccessor) || !member.Has(NodeFlags.Static) || !NamesTable(at, at.Module.NameOf(member.FirstAfterModifiers())))
                    continue;
                var value = member.Is(SyntaxKind.PropertyDeclaration) ? member.Child(SyntaxKind.Initializer).FirstChild : Inference.ReturnsOf(member.Child(SyntaxKind.Block)) is [var only] ? only.FirstChild : default;
                return project.Constants.StringOf(value);
            }

            at = project.Types.BaseClassOf(declaration);
        }

        return null;
    }

    /// <summary>Whether a library's class above says that a static member of this name has the table's.</summary>
    private bool NamesTable(Symbol owner, Name name)
    {
        for (var depth = 0; owner.Exists && depth < Deepest; depth++)
        {
            var declaration = owner.Declarations.FirstOrDefault(found => found.Child(SyntaxKind.ClassBody).Exists);
            if ((owner.Module.Roles & ModuleRoles.Knowledge) != 0)
                return project.Effects.Of(owner.Module.MembersOf(declaration.Child(SyntaxKind.ClassBody)).Find(name, isStatic: true)).Any(effect => effect is Effect.Builds { Clause: SqlClause.From });
            owner = project.Types.BaseClassOf(declaration);
        }

        return false;
    }

    private static SqlPhrase? NameOf(Entity entity) => !entity.Table.IsKnown ? null
        : entity.Table.Schema is { } schema ? SqlPhrase.Name(schema).Add(".").Add(SqlPhrase.Name(entity.Table.Name)) : SqlPhrase.Name(entity.Table.Name);

    /// <summary>The entity that an expression stands for, by what it is, by what it is of (<c>Repository&lt;User&gt;</c>), or by the name under which a client has it (<c>prisma.user</c>).</summary>
    private Entity? EntityOf(SyntaxNode node)
    {
        node = node.Unwrapped();
        if (project.Entities.Of(node) is { } entity)
            return entity;
        // "(this.constructor as typeof Order).findByPk(id)": what the program says it is.
        if (node.Wrapped() is var claimed && claimed != node && project.Entities.Of(project.Types.TypeOf(claimed)) is { } said)
            return said;
        var type = project.Types.TypeOf(node).NonNullish();
        foreach (var part in type is LightType.Intersection all ? all.Parts : [type])
        {
            if (part is LightType.Instance { Arguments: [var of, ..] } && project.Entities.Of(of) is { } held)
                return held;
        }

        // "this.connection.getRepository(ctx, Order)" of the program's own: a repository of the one class that it is given.
        if (node.Is(SyntaxKind.CallExpression) && type is LightType.Instance { Symbol: { Exists: true } repository } && repository.Module.Roles.HasFlag(ModuleRoles.Knowledge)
            && node.Child(SyntaxKind.ArgumentList).Children.ToArray().Where(argument => project.Types.TypeOf(argument) is LightType.ClassConstructor).Select(project.Entities.Of).OfType<Entity>().ToList() is [var only])
            return only;
        if (node.Is(SyntaxKind.PropertyAccessExpression))
            return project.Entities.Named(node.ChildAt(1).Text);
        // "const { User } = db": what a library's class stands for there goes by the name under which it was taken out.
        return type is LightType.ClassConstructor { Symbol: { Exists: true } made } && made.Module.Roles.HasFlag(ModuleRoles.Knowledge) && TakenAs(node) is { } taken ? project.Entities.Named(taken) : null;
    }

    /// <summary>The name under which a variable was taken out of an object, or imported; null when it was not.</summary>
    private string? TakenAs(SyntaxNode node)
    {
        if (!node.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is not { Exists: true } local)
            return null;
        if (local.Is(SymbolFlags.Import))
            return Bindings.ImportedName(local).ToString();
        return BindingElement.From(local.Declaration) is { IsRest: false } element ? (element.PropertyName.Exists ? element.PropertyName : element.Name).Text : null;
    }

    /// <summary>The column that an expression stands for: <c>users.id</c>; null when it is none, such as the value that a row has there: <c>user.id</c>.</summary>
    private SqlPhrase? ColumnIn(SyntaxNode node) =>
        // "eq(kind === 'user' ? notes.userId : notes.teamId, id)": both sides of a race may well be of the first kind.
        node.Is(SyntaxKind.ConditionalExpression) ? ColumnIn(node.ChildAt(2).Unwrapped()) is null ? null : ColumnIn(node.ChildAt(1).Unwrapped())
        : node.Is(SyntaxKind.PropertyAccessExpression) && project.Entities.Of(node.FirstChild) is { } entity && !project.Entities.IsRow(node.FirstChild) && NameOf(entity) is { } table && entity.ColumnOf(node.ChildAt(1).Text) is { } column
            ? table.Add(".").Add(SqlPhrase.Name(column))
            : null;

    /// <summary>"sql`UPDATE ${users} SET …`": the table that an object stands for, where a template wants one.</summary>
    private SqlPhrase? TableIn(SyntaxNode node, string before)
    {
        var words = before.AsSpan().TrimEnd();
        var last = words[(words.LastIndexOfAny(" \t\r\n(") + 1)..];
        return words.Length < before.Length && IsTableWord(last) && project.Entities.Of(node) is { } entity ? NameOf(entity) : null;
    }

    private static bool IsTableWord(ReadOnlySpan<char> word)
    {
        foreach (var one in (ReadOnlySpan<string>)["from", "join", "update", "into", "using", "only", "table"])
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Items of a select list: a name, an array of them, an object of names.</summary>
    private IEnumerable<SqlPhrase> ItemsOf(SyntaxNode node, Context context)
    {
        node = node.Unwrapped();
        if (context.Further() is not { } inner)
            return [SqlPhrase.Of("*")];
        context = inner;
        switch (node.Kind)
        {
            case SyntaxKind.ArrayLiteralExpression:
                return node.Children.ToArray().SelectMany(item => ItemsOf(item, context));
            case SyntaxKind.ObjectLiteralExpression:
                var (entries, isOpen) = EntriesOf(node);
                var items = entries.Where(entry => !entry.Value.Is(SyntaxKind.FalseKeyword)).Select(entry => entry.Value.Unwrapped().Kind is SyntaxKind.TrueKeyword
                    ? NameOf(entry.Key, context)
                    : ItemOf(entry.Value, context) is var item && item.ToString() == "*" ? item : item.Add(" AS ").Add(SqlPhrase.Name(entry.Key)));
                return isOpen ? items.Append(SqlPhrase.Of("*")) : items;
            // An object that is made elsewhere: what it chooses is as good as known where all its keys are.
            case SyntaxKind.Identifier when EntriesOf(node) is { Entries.Count: > 0, IsOpen: false } made && made.Entries.TrueForAll(entry => entry.Value.Unwrapped().Is(SyntaxKind.TrueKeyword)):
                return made.Entries.Select(entry => NameOf(entry.Key, context));
            // "select((eb) => eb.fn.countAll().as('n'))"
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression when Inference.ResultsOf(new FunctionLike(node)).ToList() is [var chosen]:
                return ItemsOf(chosen, context);
            default:
                return [ItemOf(node, context)];
        }
    }

    private SqlPhrase ItemOf(SyntaxNode node, Context context)
    {
        if (project.Constants.StringOf(node) is { Length: > 0 } name)
            return name == "*" ? SqlPhrase.Of("*") : ColumnOf(node, context);
        // Rows of another table.
        if (node.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression))
            return SqlPhrase.Of("NULL");
        return FragmentOf(node.Unwrapped(), context) ?? ColumnIn(node.Unwrapped()) ?? SqlPhrase.Of("*");
    }

    /// <summary>Names of columns: a string, an array of strings, the keys of an object; of an object within it the inner ones.</summary>
    private IEnumerable<SqlPhrase> KeysOf(SyntaxNode node, Context context)
    {
        node = node.Unwrapped();
        if (context.Further() is not { } inner)
            return [SqlPhrase.Unknown(node)];
        context = inner;
        switch (node.Kind)
        {
            case SyntaxKind.ArrayLiteralExpression:
                return node.Children.ToArray().SelectMany(item => KeysOf(item, context));
            case SyntaxKind.ObjectLiteralExpression when EntriesOf(node) is { IsOpen: false } keys:
                return keys.Entries.SelectMany(entry => entry.Value.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) ? KeysOf(entry.Value, context) : [NameOf(entry.Key, context)]);
            // "team_id,email"
            case SyntaxKind.StringLiteral when StringLiteral.From(node) is { Value: var names } && names.Contains(',', StringComparison.Ordinal):
                return names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => NameOf(name, context));
            default:
                return [ColumnOf(node, context)];
        }
    }

    private SqlPhrase ListOf(SyntaxNode node, Context context)
    {
        node = node.Unwrapped();
        if (node.Is(SyntaxKind.Identifier) && project.Constants.ValueOf(node) is { Kind: SyntaxKind.ArrayLiteralExpression } constant)
            node = constant;
        if (node.Is(SyntaxKind.ArrayLiteralExpression) && node.FirstChild.Exists && !node.Child(SyntaxKind.SpreadElement).Exists)
            return SqlPhrase.Joined(node.Children.ToArray().Select(item => ValueOf(item, context)), ", ").InParentheses();
        if (node.Is(SyntaxKind.CallExpression) && QueryIn(node, context) is { } query)
            return query;
        return ValueOf(node, context).InParentheses();
    }

    /// <summary>"{ name, balance: { increment: 1 } }".</summary>
    private IEnumerable<SqlPhrase> AssignmentsOf(SyntaxNode node, string by, Context context)
    {
        var (entries, isOpen) = EntriesOf(node);
        foreach (var entry in entries)
        {
            if (IsUndefined(entry.Value) || IsElsewhere(entry.Key, context))
                continue;
            var column = NameOf(ColumnNamed(entry.Key, entry.Value, by, context), context);
            yield return new SqlPhrase().Add(column).Add(" = ").Add(Changed(entry.Value, column, by, context));
        }

        if (!isOpen)
            yield break;
        // "set({ ...values, updatedAt })": what the members of the object are, a caller may know.
        if (context.Draft is { Kind: QueryKind.Update, RowFrom.Count: 0 } draft)
            draft.RowFrom.AddRange(WholesOf(node, 0).Select(whole => new CalledValue(whole, context.MemberPath)));
        yield return SqlPhrase.Unknown(node);
    }

    /// <summary>"user: { connect: { uid } }" of a model that is described nowhere: the key that refers to the other row is called <c>userUid</c>, as it is in nearly every schema.</summary>
    private string ColumnNamed(string property, SyntaxNode value, string by, Context context) =>
        context.Draft is { IsUndescribed: true, Entity: null } && by.Length > 0 && ObjectIn(value) is { Exists: true } given && EntriesOf(given) is { Entries: [var change], IsOpen: false }
        && MemberOf(by, change.Key, context) is { } clause && clause.Parts.Any(part => part.Slot?.Kind is SlotKind.Only) && EntriesOf(change.Value) is { Entries: [var key], IsOpen: false } && key.Key.Length > 0
            ? property + ModelNamed(key.Key) : property;

    /// <summary>A relation that other tables keep.</summary>
    private static bool IsElsewhere(string property, Context context) => context.Draft?.Entity?.Property(property) is { IsRelation: true, Column: null };

    private SqlPhrase Changed(SyntaxNode value, SqlPhrase column, string by, Context context)
    {
        if (by.Length > 0 && ObjectIn(value) is { Exists: true } change && EntriesOf(change) is { Entries: [var only], IsOpen: false }
            && MemberOf(by, only.Key, context) is { } clause)
            return Expand(clause.Parts, context with { Value = only.Value, Column = column }) ?? SqlPhrase.Unknown(value);
        return ValueOf(value, context with { Column = column });
    }

    /// <summary>The object that a value is, by way of a variable, and where it may be left out: <c>id ? { connect: { id } } : undefined</c>. None where it is no object that is written out.</summary>
    private SyntaxNode ObjectIn(SyntaxNode value)
    {
        var made = project.Constants.ValueOf(value.Unwrapped()).Unwrapped();
        if (made.Is(SyntaxKind.ConditionalExpression))
        {
            var (first, second) = (made.ChildAt(1).Unwrapped(), made.ChildAt(2).Unwrapped());
            made = IsUndefined(second) || second.Is(SyntaxKind.NullKeyword) ? first : IsUndefined(first) || first.Is(SyntaxKind.NullKeyword) ? second : default;
        }

        return made.Is(SyntaxKind.ObjectLiteralExpression) ? made : default;
    }

    /// <summary>Column list and rows of an INSERT.</summary>
    private SqlPhrase RowsOf(SyntaxNode node, string by, Context context)
    {
        node = node.Unwrapped();
        if (node.Is(SyntaxKind.Identifier) && project.Constants.ValueOf(node) is { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: true } constant)
            node = constant;
        if (context.Draft is { } draft && !draft.List.Exists && node.Kind is SyntaxKind.Identifier or SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression && project.Types.TypeOf(node).NonNullish() is LightType.Array)
            draft.List = node;
        // "rows.map(row => ({ … }))": as many as there are, all alike.
        if (ElementOf(node, 0) is { Exists: true } element)
            return RowsOf([element], isCounted: false, by, context) ?? SqlPhrase.Unknown(node);
        if (RowOfTurn(node) is { Exists: true } turn)
            node = turn;
        SyntaxNode[] rows = node.Is(SyntaxKind.ArrayLiteralExpression) ? node.Children.ToArray() : [node];
        if (rows is [var single] && context.Draft is { RowFrom.Count: 0 } empty)
            empty.RowFrom.AddRange(WholesOf(single, 0).Select(whole => new CalledValue(whole, context.MemberPath)));
        return RowsOf(rows, isCounted: true, by, context) ?? SqlPhrase.Unknown(node);
    }

    /// <summary>The objects of which a row has all members, whatever they are: <c>input</c>, and of <c>{ ...input, id }</c> what is spread.</summary>
    private IEnumerable<SyntaxNode> WholesOf(SyntaxNode row, int depth)
    {
        row = row.Unwrapped();
        if (row.Is(SyntaxKind.Identifier) && project.Constants.ValueOf(row).Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } made)
            row = made;
        if (row.Is(SyntaxKind.ObjectLiteralExpression) && depth < Deepest)
            return row.Children.ToArray().Where(part => part.Is(SyntaxKind.SpreadAssignment)).SelectMany(part => WholesOf(part.FirstChild, depth + 1));
        return row.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression ? [row] : [];
    }

    /// <summary>"for (const row of rows)" after <c>const rows = items.map((item) =&gt; ({ … }))</c>: the object that each turn has; none for others.</summary>
    private SyntaxNode RowOfTurn(SyntaxNode node) =>
        node.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is { Exists: true, IsAssignedOnce: true } turn && turn.Declaration is { Kind: SyntaxKind.VariableDeclaration, Parent.Parent: { Kind: SyntaxKind.ForOfStatement } loop } && turn.Declaration.FirstChild.Is(SyntaxKind.Identifier)
            ? ElementOf(loop.ChildAt(1), 0) : default;

    /// <summary>The object that is written out for each element of a list: of <c>rows.map(row =&gt; ({ … }))</c>, of a part of that, of <c>rows.push({ … })</c> into an empty one; none where it is made elsewhere.</summary>
    private SyntaxNode ElementOf(SyntaxNode list, int depth)
    {
        list = list.Unwrapped();
        if (depth > Deepest)
            return default;
        if (list.Is(SyntaxKind.Identifier))
            return project.Constants.ValueOf(list) is { Kind: SyntaxKind.CallExpression } made ? ElementOf(made, depth + 1) : PushedInto(list);
        if (!list.Is(SyntaxKind.CallExpression))
            return default;
        if (FunctionLike.From(list.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { Body.Exists: true } callback)
        {
            var made = callback.HasExpressionBody ? callback.Body : callback.Body.Is(SyntaxKind.Block) && Inference.ReturnsOf(callback.Body) is [var only] ? only.FirstChild : default;
            if (made.Exists && made.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression))
                return made.Unwrapped();
        }

        // "inserts.slice(i, i + 1000)", "rows.filter(isNew)"
        return list.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && (method.ChildAt(1).TextIs("slice"u8) || method.ChildAt(1).TextIs("filter"u8) || method.ChildAt(1).TextIs("sort"u8) || method.ChildAt(1).TextIs("toSorted"u8))
            ? ElementOf(method.FirstChild, depth + 1) : default;
    }

    /// <summary>"const rows = []; … rows.push({ … })": the only object that is put into a list that is empty at first.</summary>
    private SyntaxNode PushedInto(SyntaxNode list) =>
        project.Constants.ValueOf(list) is { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false } && project.Bindings.ModuleOf(list.Tree)?.LocalSymbolOf(list) is { Exists: true } variable
        && FunctionShape.PushesInto(variable).Take(2).ToList() is [var push] && push.Child(SyntaxKind.ArgumentList).Children.ToArray() is [var only] && only.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } row ? row : default;

    private SqlPhrase? RowsOf(SyntaxNode[] rows, bool isCounted, string by, Context context)
    {
        var read = rows.Select(EntriesOf).ToList();
        var columns = read.SelectMany(row => row.Entries).Where(entry => !IsUndefined(entry.Value) && !IsElsewhere(entry.Key, context)).Select(entry => entry.Key).Distinct().ToList();
        if (columns.Count == 0 || rows.Any(row => row.Is(SyntaxKind.SpreadElement)))
            return null;
        var names = SqlPhrase.Joined(columns.Select(column => NameOf(ColumnNamed(column, read.SelectMany(row => row.Entries).First(entry => entry.Key == column).Value, by, context), context)), ", ");
        var isOpen = read.Exists(row => row.IsOpen);
        var values = read.Select(row => SqlPhrase.Joined(columns.Select(column => row.Entries.FirstOrDefault(entry => entry.Key == column) is { Value.Exists: true } entry
            ? Changed(entry.Value, NameOf(column, context), by, context)
            : SqlPhrase.Of("DEFAULT")), ", "));
        // What a spread brings has no name: the columns that are written out stay known.
        return isCounted && !isOpen && context.Draft?.Unless is null
            ? names.InParentheses().Add(" VALUES ").Add(SqlPhrase.Joined(values.Select(row => row.InParentheses()), ", "))
            : names.InParentheses().Add(" SELECT ").Add(values.First());
    }

    /// <summary>A text of SQL with its parameters: <c>?</c>, <c>??</c>, <c>:name</c>, <c>$1</c>; of a tagged template, what is put in.</summary>
    private SqlPhrase SqlOf(SyntaxNode node, List<SyntaxNode> bindings, Context context)
    {
        if (context.Call.Is(SyntaxKind.TaggedTemplateExpression) && Template.From(node) is { } template)
        {
            var whole = new SqlPhrase { Binding = "?" };
            using var expressions = template.Expressions.GetEnumerator();
            foreach (var piece in template.Pieces)
            {
                var text = piece.Cooked;
                whole.Add(text);
                if (expressions.MoveNext())
                    whole.Add(TableIn(expressions.Current, text) ?? ValueOf(expressions.Current, context with { Before = text.Trim().ToLowerInvariant() }));
            }

            return whole;
        }

        var given = bindings is [var only] && only.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } array ? [.. array.Children.ToArray()] : bindings;
        var phrase = new SqlPhrase { Binding = "?" };
        var next = 0;
        foreach (var piece in project.Constants.TextOf(node).Pieces)
        {
            if (piece.IsHole)
                phrase.Add(SqlPhrase.Unknown(piece.Node));
            else
                AddText(piece.Text);
        }

        return phrase;

        void AddText(string text)
        {
            var from = 0;
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '?' && (at == 0 || text[at - 1] != '\\'))
                {
                    phrase.Add(text[from..at]);
                    var isName = at + 1 < text.Length && text[at + 1] == '?';
                    var value = next < given.Count ? given[next++] : default;
                    phrase.Add(!value.Exists ? SqlPhrase.Unknown(node) : isName ? ColumnOf(value, context) : ValueOf(value, context));
                    at += isName ? 1 : 0;
                    from = at + 1;
                }
                else if (text[at] == ':' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '_' || text[at + 1] == '.') && (at == 0 || (text[at - 1] != ':' && !char.IsAsciiLetterOrDigit(text[at - 1]))))
                {
                    phrase.Add(text[from..at]);
                    var end = at + 1;
                    while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
                        end++;
                    var name = text[(at + 1)..end].Trim('.');
                    var value = bindings.Select(binding => project.Options.Of(binding).Find(name)?.Value ?? default).FirstOrDefault(found => found.Exists);
                    phrase.Add(value.Exists ? text[at + 1] == '.' ? ListOf(value, context).Add("") : ValueOf(value, context) : SqlPhrase.Unknown(node));
                    at = end - 1;
                    from = end;
                }
                else if (text[at] == '$' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && given.Count > 0)
                {
                    phrase.Add(text[from..at]);
                    var end = at + 1;
                    while (end < text.Length && char.IsAsciiDigit(text[end]))
                        end++;
                    var place = int.Parse(text[(at + 1)..end], CultureInfo.InvariantCulture) - 1;
                    phrase.Add(place >= 0 && place < given.Count ? ValueOf(given[place], context) : SqlPhrase.Unknown(node));
                    at = end - 1;
                    from = end;
                }
            }

            phrase.Add(text[from..]);
        }
    }

    /// <summary>"insert into users ${sql(row)}", "set ${sql(changes)}", "in ${sql(ids)}", "select ${sql(columns)}".</summary>
    private SqlPhrase Fitting(SyntaxNode node, Context context)
    {
        var before = context.Before;
        if (before.EndsWith("in", StringComparison.Ordinal) || before.EndsWith("any", StringComparison.Ordinal))
            return ListOf(node, context);
        if (before.EndsWith("set", StringComparison.Ordinal))
            return SqlPhrase.Joined(AssignmentsOf(node, "", context), ", ");
        if (before.EndsWith("values", StringComparison.Ordinal))
            return ListOf(node, context);
        if (before.StartsWith("insert into", StringComparison.Ordinal))
            return before.EndsWith("into", StringComparison.Ordinal) ? ColumnOf(node, context) : RowsOf(node, "", context);
        return SqlPhrase.Joined(KeysOf(node, context), ", ");
    }

    /// <summary>Whether a value is SQL by its type, whatever it says.</summary>
    private bool IsFragment(SyntaxNode node) =>
        project.Types.TypeOf(node).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Builds { Clause: SqlClause.Fragment }));

    /// <summary>The keys of an object and what they have; open when there may be others.</summary>
    private (List<(string Key, SyntaxNode Value)> Entries, bool IsOpen) EntriesOf(SyntaxNode node)
    {
        node = node.Unwrapped();
        var options = project.Options.Of(node);
        var entries = options.All.Select(option => (option.Name.ToString(), option.Value)).ToList();
        var isOpen = options.IsOpen;
        if (node.Is(SyntaxKind.ObjectLiteralExpression) && node.Child(SyntaxKind.PropertyAssignment).Exists)
        {
            // "[Op.gt]": a key by the name of what it is.
            var computed = node.Children.ToArray().Where(property => property.Is(SyntaxKind.PropertyAssignment) && property.FirstChild.Is(SyntaxKind.ComputedPropertyName)).ToList();
            foreach (var property in computed)
            {
                if (property.FirstChild.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access)
                    entries.Add((access.ChildAt(1).Text, property.ChildAt(1)));
            }

            isOpen = isOpen && (node.Children.ToArray().Any(property => property.Is(SyntaxKind.SpreadAssignment)) || computed.Exists(property => !property.FirstChild.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression)));
        }

        return (entries, isOpen);
    }

    /// <summary>A word that chooses a member of an interface: a constant, the last name of <c>t.LOCK.UPDATE</c>, <c>true</c>.</summary>
    private string? WordOf(SyntaxNode value) =>
        value.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword ? value.Text
        : project.Constants.StringOf(value) is { Length: > 0 } text ? text
        : value.Is(SyntaxKind.PropertyAccessExpression) ? value.ChildAt(1).Text
        // "const lock = transaction.LOCK.UPDATE"
        : value.Is(SyntaxKind.Identifier) && project.Constants.ValueOf(value) is { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.TrueKeyword } named ? WordOf(named)
        : null;

    /// <summary>What the member of an interface says of a key that is no column; null when it is none of its members.</summary>
    private Effect.Builds? MemberOf(string by, string key, Context context) =>
        InterfaceOf(by, context.Declaration) is { Exists: true } body
            ? project.Effects.Of(project.Bindings.ModuleOf(body.Tree)!.MembersOf(body).Find(Name.Of(key))).OfType<Effect.Builds>().FirstOrDefault()
            : null;

    /// <summary>The body of an interface by its name, as the declaration with the tag sees it.</summary>
    private SyntaxNode InterfaceOf(string name, SyntaxNode declaration)
    {
        if (name.Length == 0 || project.Bindings.ModuleOf(declaration.Tree) is not { } module)
            return default;
        var wanted = Name.Of(name);
        for (var scope = module.ScopeAround(declaration); scope.Exists; scope = scope.Parent)
        {
            if (scope.Find(wanted) is var found && found.Is(SymbolFlags.Interface))
                return found.Declaration.Child(SyntaxKind.InterfaceBody);
        }

        return default;
    }

    private static bool IsUndefined(SyntaxNode node) => node.Unwrapped().TextIs("undefined"u8);
}
