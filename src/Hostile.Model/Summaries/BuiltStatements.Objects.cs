using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <content>Objects that stand for rows: read, changed and saved.</content>
internal sealed partial class BuiltStatements
{
    /// <summary>"await user.save()": an INSERT for an object that was made here; else an UPDATE of the columns whose properties were assigned before, in the row that the object was read from.</summary>
    private void Save(Effect.Builds clause, Context context, StatementDraft draft)
    {
        var node = clause.Parts.Select(part => part.Slot).OfType<SqlSlot>().FirstOrDefault() is { } slot && NodesOf(slot, context) is [var first, ..] ? first.Unwrapped() : default;
        // "save([order, line])", "save(items.map((item) => this.lines.create({ item, order })))": one of them speaks for all.
        if (node.Exists && ElementOf(node) is { Exists: true } element)
            (draft.List, node) = (node, element);
        // "users.save({ name })": the repository says whose row it is, and a literal that brings no more than it shows which row.
        var entity = node.Exists ? EntityOf(node) ?? EntityRead(node) : null;
        if (!node.Exists || (entity is null && (draft.Table is null || !Made(node).Is(SyntaxKind.ObjectLiteralExpression) || (EntriesOf(Made(node)).IsOpen && !IsNew(Made(node), node, draft.Entity)))))
            return;
        if (draft.Table is null || entity is not null)
            draft.Table = OfEntity(entity, node, context);
        var values = Made(node);
        if (values.Exists && IsNew(values, node, draft.Entity))
        {
            draft.Kind = QueryKind.Insert;
            draft.Rows = RowsOf(values, "", context);
            return;
        }

        if (RowOfNew(node, context) is { } row)
        {
            (draft.Kind, draft.Rows) = (QueryKind.Insert, row);
            return;
        }

        draft.Kind = QueryKind.Update;
        draft.Saved = node;
        draft.IsWhole = clause.IsWhole;
        if (node.Is(SyntaxKind.ObjectLiteralExpression))
            draft.Assignments.AddRange(AssignmentsOf(node, "", context));
        else
            draft.Assignments.AddRange(Assigned(node, context));
        if (draft.Assignments.Count == 0)
            draft.Assignments.Add(SqlPhrase.Unknown(node));
        draft.AddCondition(Identity(node, context), isOr: false);
    }

    /// <summary>The first element of a list that is written out, or what each element of one that is made by <c>map</c> is; none for everything else.</summary>
    private SyntaxNode ElementOf(SyntaxNode list)
    {
        if (list.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(list.Tree)?.LocalSymbolOf(list) is { Exists: true, IsAssignedOnce: true } variable && variable.Declaration.Is(SyntaxKind.VariableDeclaration))
            list = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (list.Is(SyntaxKind.ArrayLiteralExpression))
            return list.FirstChild is { Exists: true } first && !first.Is(SyntaxKind.SpreadElement) ? first.Unwrapped() : default;
        return list.Is(SyntaxKind.CallExpression) && CallName.Of(list).TextIs("map"u8) && FunctionLike.From(list.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { Body.Exists: true, IsAsync: false } each && Inference.ResultsOf(each).ToList() is [var made] && Made(made.Unwrapped()).Exists ? made.Unwrapped() : default;
    }

    /// <summary>"const order = await this.repository(Order).findOne(…)": what the repository is of, where the type does not say it.</summary>
    private Entity? EntityRead(SyntaxNode node) =>
        node.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is { Exists: true, IsAssignedOnce: true } variable && variable.Declaration.Is(SyntaxKind.VariableDeclaration) && variable.Declaration.FirstChild.Is(SyntaxKind.Identifier)
        && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.AwaitExpression } awaiting && awaiting.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } read && ClausesOf(read).Any(clause => clause.Clause is SqlClause.Select)
        && read.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } repository ? EntityOf(repository) : null;

    /// <summary>"await em.flush()": what the function read and changed, or made, before.</summary>
    private BuiltStatement? Flushed(SyntaxNode flush)
    {
        var function = FunctionShape.Enclosing(flush);
        var saved = new HashSet<SyntaxNode>();
        var all = new SqlPhrase();
        SyntaxNode last = default;
        foreach (var node in function.DescendantsAndSelf)
        {
            if (node.Span.Start >= flush.Span.Start || !node.Is(SyntaxKind.VariableDeclaration) || FunctionShape.Enclosing(node) != function || !node.FirstChild.Is(SyntaxKind.Identifier))
                continue;
            Workers.Step();
            if (!node.Child(SyntaxKind.Initializer).Exists || EntityOf(node.FirstChild) is null)
                continue;
            // Where it is last used before, its value is known.
            var variable = project.Bindings.ModuleOf(node.Tree)!.LocalSymbolOf(node.FirstChild).References
                .LastOrDefault(reference => reference != node.FirstChild && reference.Span.Start < flush.Span.Start && FunctionShape.Enclosing(reference) == function, node.FirstChild);
            var draft = new StatementDraft();
            var context = Context.Of(flush) with { Draft = draft };
            draft.Table = OfEntity(EntityOf(variable), variable, context);
            if (Made(variable) is { Exists: true } values)
                (draft.Kind, draft.Rows) = (QueryKind.Insert, RowsOf(values, "", context));
            else
                draft.Assignments.AddRange(Assigned(variable, context));
            if (draft.Kind is not QueryKind.Insert && draft.Assignments.Count == 0)
                continue;
            if (draft.Kind is not QueryKind.Insert)
            {
                draft.Kind = QueryKind.Update;
                draft.AddCondition(Identity(variable, context), isOr: false);
                last = variable;
            }

            if (draft.Statement() is not { } statement || !saved.Add(variable))
                continue;
            if (!all.IsEmpty)
                all.Add("; ");
            all.Add(statement);
        }

        if (all.IsEmpty)
            return null;
        var (text, given) = all.Render(flush);
        return new(text, given, default, false) { Saved = saved.Count == 1 ? last : default };
    }

    /// <summary>Whether an object from which a row is saved is a new one: written out, or made of what came, and without the key as far as its type tells.</summary>
    private bool IsNew(SyntaxNode values, SyntaxNode node, Entity? entity)
    {
        var key = KeyOf(entity);
        if (values.Is(SyntaxKind.ObjectLiteralExpression))
            return !EntriesOf(values).Entries.Exists(entry => entry.Key == key && !IsMadeAnew(entry.Value)) && (node.Unwrapped() != values || WholesOf(values, 0).All(whole => HasKey(whole) is false));
        // "const user = this.users.create(dto); await this.users.save(user)"
        return values.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && HasKey(values) is not true && project.Types.TypeOf(values).NonNullish() is not LightType.Array;

        bool? HasKey(SyntaxNode whole) => project.Types.TypeOf(whole).NonNullish() is var type && type == LightType.Unknown ? null : project.Types.MemberOf(type, Name.Of(key)).Exists;
    }

    /// <summary><c>id: randomUUID()</c>, also by way of a constant: no row has it.</summary>
    private bool IsMadeAnew(SyntaxNode value)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(value.Tree)?.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } given)
            value = given.Unwrapped();
        return value.Is(SyntaxKind.CallExpression) && project.FunctionAround(value) is { } function && FreshValues.IsFresh(value, function);
    }

    /// <summary>The object literal of which a new object is made; none for an object that was not made here.</summary>
    private SyntaxNode Made(SyntaxNode node)
    {
        if (node.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is { Exists: true, IsAssignedOnce: true } variable && variable.Declaration.Is(SyntaxKind.VariableDeclaration))
            node = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (node.Is(SyntaxKind.ObjectLiteralExpression))
            return node;
        foreach (var clause in node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression ? ClausesOf(node) : [])
        {
            if (clause.Clause is SqlClause.Makes)
                return Argument(clause.Parts, Context.Of(node)).Unwrapped();
        }

        return default;
    }

    /// <summary>"const user = new User(); user.email = email; await users.save(user)": the row of an object that the function has made of a class that stands for a table; null for others.</summary>
    private SqlPhrase? RowOfNew(SyntaxNode node, Context context)
    {
        if (!node.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is not { Exists: true, IsAssignedOnce: true } variable || variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.NewExpression } made
            || FunctionShape.Enclosing(made) != FunctionShape.Enclosing(context.Call) || project.Entities.Of(made.FirstChild) is null)
            return null;
        var values = new List<(string Name, SqlPhrase Value)>();
        if (made.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } given)
        {
            var (entries, isOpen) = EntriesOf(given);
            if (isOpen || !given.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression))
                return SqlPhrase.Unknown(node);
            values.AddRange(entries.Select(entry => (entry.Key, ValueOf(entry.Value, context))));
        }

        foreach (var reference in variable.References)
        {
            var access = reference.Wrapped().Parent;
            if (reference.Span.Start < context.Call.Span.Start && access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild.Unwrapped() == reference && access.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } change && change.FirstChild.Unwrapped() == access)
                values.Add((access.ChildAt(1).Text, ValueOf(change.ChildAt(1), context)));
        }

        var columns = values.DistinctBy(value => value.Name).ToList();
        return columns.Count == 0 ? null
            : SqlPhrase.Joined(columns.Select(value => NameOf(value.Name, context)), ", ").InParentheses().Add(" VALUES ").Add(SqlPhrase.Joined(columns.Select(value => value.Value), ", ").InParentheses());
    }

    /// <summary>The condition that a row is the one that the object was read from.</summary>
    private SqlPhrase Identity(SyntaxNode node, Context context)
    {
        var key = KeyOf(context.Draft?.Entity);
        // "await row.reload({ lock: true })": what a row is read into that is there already.
        if (context.Draft is { Kind: QueryKind.Select, Columns.Count: 0 } again)
            again.Reread = node;
        if (node.Is(SyntaxKind.ObjectLiteralExpression) && EntriesOf(node).Entries.Find(entry => entry.Key == key) is { Value.Exists: true } own)
            return new SqlPhrase().Add(NameOf(key, context)).Add(" = ").Add(ValueOf(own.Value, context));
        return new SqlPhrase().Add(NameOf(key, context)).Add(" = ").Add(SqlPhrase.Value(node, $".{key}"));
    }

    /// <summary>The property that holds the primary key; <c>id</c> where that is not known.</summary>
    private string KeyOf(Entity? entity) =>
        entity is not null && project.Schema.Table(entity.Table)?.PrimaryKey is { Columns: [var column] } ? entity.Properties.FirstOrDefault(property => property.Column == column)?.Name ?? column : "id";

    /// <summary>
    /// What is assigned to properties of an object before it is saved: <c>user.name = name</c>, <c>user.logins += 1</c>, <c>Object.assign(user, { … })</c>, <c>user.set({ … })</c>, <c>user.disable()</c>
    /// of a method that assigns <c>this.enabled</c>, and in such a method <c>this.enabled = false</c> itself.
    /// </summary>
    private IEnumerable<SqlPhrase> Assigned(SyntaxNode node, Context context)
    {
        if (node.Is(SyntaxKind.ThisKeyword))
        {
            foreach (var change in RowMethods.ChangesBefore(context.Call, project))
                yield return Assignment(change.Property, ValueOf(change.Value, context), context);
            yield break;
        }

        if (!node.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is not { Exists: true } variable)
            yield break;
        var function = FunctionShape.Enclosing(context.Call);
        foreach (var reference in variable.References)
        {
            Workers.Step();
            if (reference.Span.Start >= context.Call.Span.Start || FunctionShape.Enclosing(reference) != function)
                continue;
            var access = reference.Wrapped().Parent;
            if (access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild.Unwrapped() == reference)
            {
                var change = access.Wrapped().Parent;
                if (AssignedValue.TargetOf(change) == access)
                    yield return Assignment(access.ChildAt(1).Text, change.Is(SyntaxKind.BinaryExpression) && change.Operator is TokenKind.Equals ? ValueOf(change.ChildAt(1), context) : SqlPhrase.Value(change), context);
                else if (change.Is(SyntaxKind.CallExpression) && change.FirstChild == access)
                {
                    foreach (var clause in ClausesOf(change).Where(clause => clause.Clause is SqlClause.Changes))
                    {
                        foreach (var assignment in Changes(clause, change, context))
                            yield return assignment;
                    }

                    foreach (var made in RowMethods.ChangesOf(change, project))
                        yield return Assignment(made.Property, made.Value == change ? SqlPhrase.Value(change) : ValueOf(made.Value, context), context);
                }
            }
            else if (access.Is(SyntaxKind.ArgumentList) && access.FirstChild.Unwrapped() == reference && (access.Parent.FirstChild.TextIs("Object.assign"u8) || ClausesOf(access.Parent).Any(clause => clause.Clause is SqlClause.Changes)))
            {
                foreach (var values in access.Children.ToArray().Skip(1))
                {
                    foreach (var assignment in AssignmentsOf(values, "", context))
                        yield return assignment;
                }
            }
        }
    }

    private IEnumerable<SqlPhrase> Changes(Effect.Builds clause, SyntaxNode call, Context context)
    {
        var slots = clause.Parts.Select(part => part.Slot).OfType<SqlSlot>().Skip(1).ToList();
        var nodes = slots.Select(slot => NodesOf(slot, context with { Call = call }) is [var node, ..] ? node : default).ToList();
        if (nodes is [var name, var value] && value.Exists && project.Constants.StringOf(name) is { Length: > 0 } property)
            return [Assignment(property, ValueOf(value, context), context)];
        return nodes is [var values] && values.Exists ? AssignmentsOf(values, "", context) : [];
    }

    private static SqlPhrase Assignment(string property, SqlPhrase value, Context context) => new SqlPhrase().Add(NameOf(property, context)).Add(" = ").Add(value);
}
