using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A statement that a builder or an object-relational mapper makes of calls.</summary>
/// <param name="Text">Its SQL, with a number for each value and a hole for what is not known.</param>
/// <param name="Values">The values, in the order of their numbers.</param>
/// <param name="Handle">The handle that is named among the arguments; none when it is run on the receiver.</param>
/// <param name="Fails">Whether it throws where no row is found.</param>
internal sealed record BuiltStatement(ConstantText Text, ImmutableArray<CalledValue> Values, SyntaxNode Handle, bool Fails)
{
    /// <summary>The object of the program whose row it writes; none when it writes none.</summary>
    public SyntaxNode Saved { get; init; }

    /// <summary>What else it reads.</summary>
    public ImmutableArray<AlongRead> Along { get; init; } = [];

    /// <summary>The list whose elements are the rows of an INSERT; none where they are written out.</summary>
    public SyntaxNode List { get; init; }

    /// <summary>The objects all of whose members become columns of the row of an INSERT, whatever they are.</summary>
    public ImmutableArray<CalledValue> RowFrom { get; init; } = [];

    /// <summary>Whether its table is what the callers of the function choose.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The conditions that are what the function is given.</summary>
    public ImmutableArray<OpenPart> Open { get; init; } = [];

    /// <summary>Whether it writes the columns that nobody assigned as they were read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether an insertion gives the row that was there already, which it leaves as it is.</summary>
    public bool GivesWhatIsThere { get; init; }

    /// <summary>The variable that says whether the rows are locked; none where nothing has to.</summary>
    public SyntaxNode LockIf { get; init; }

    /// <summary>The object of the program into which it reads the row once more; none for others.</summary>
    public SyntaxNode Reread { get; init; }
}

/// <summary>
/// Puts together the SQL that a chain of calls sends: what each link and each option adds is said by the tags of the knowledge files (<c>@sql</c>).
/// The text is read by the same parser as any other SQL, so that all that follows knows one vocabulary.
/// </summary>
internal sealed partial class BuiltStatements(ProjectModel project)
{
    /// <summary>A chain of more links was written by a program.</summary>
    private const int MostLinks = 200;

    /// <summary>Queries within conditions within queries: beyond this the rest is unknown.</summary>
    private const int Deepest = 8;

    /// <summary>Options within options, conditions within conditions: what a program puts into itself goes on for ever.</summary>
    private const int MostLevels = 64;

    /// <summary>Clauses, conditions and options of one statement, with all that it is made of: more were written by a program, and the rest is unknown.</summary>
    private const int MostSteps = 2_000;

    /// <summary>The statement of the chain whose last call this is; null when it builds none that can be told.</summary>
    public BuiltStatement? Of(SyntaxNode last)
    {
        if (ClausesOf(last).Any(clause => clause.Clause is SqlClause.Flush))
            return Flushed(last);
        if (DraftOf(Context.Of(last)) is not { } draft || draft.Statement(open: true) is not { } statement)
            return null;
        var (text, values) = statement.Render(last);
        return new(text, values, draft.Handle, draft.Fails) { IsOpen = draft.Table!.HasUnknown, Open = [.. draft.Open], List = draft.List, RowFrom = [.. draft.RowFrom], Along = AlongOf(draft), Saved = draft.Saved, IsWhole = draft.IsWhole, Reread = draft.Reread, GivesWhatIsThere = draft.GivesWhatIsThere, LockIf = draft.LockIf };
    }

    /// <summary>The relations whose rows a query reads, too, and the tables that they lead to.</summary>
    private ImmutableArray<AlongRead> AlongOf(StatementDraft draft) => draft.Along.Count == 0 || draft.Kind is not QueryKind.Select ? []
        // "select: { subscription: true }" of a model that is described nowhere: a relation is called as the model that it leads to, one or several of it.
        : draft is { IsUndescribed: true, Entity: null } ? [.. draft.Along.Where(along => along.Name.Length > 0).Select(along => new AlongRead(along.Name, new(null, ModelNamed(NamingStyle.Singular(along.Name))), along.IsWhole) { IsGuess = along.IsWhole && !along.IsCounted, IsCounted = along.IsCounted })]
        : draft.Entity is not { } entity ? []
        : [.. draft.Along.Select(along => entity.Property(along.Name) is { IsRelation: true, Related: { Length: > 0 } related } && project.Entities.Named(related) is { Table.IsKnown: true } other ? new AlongRead(along.Name, other.Table, along.IsWhole) { IsCounted = along.IsCounted } : null).OfType<AlongRead>()];

    /// <summary>"{ posts: true, profile: { where: … } }", "['posts']": names, and whether all rows behind a name are read.</summary>
    private IEnumerable<(string Name, bool IsWhole)> NamesIn(SyntaxNode value)
    {
        value = value.Exists ? value.Unwrapped() : value;
        if (value.Is(SyntaxKind.ArrayLiteralExpression))
            return value.Children.ToArray().Select(project.Constants.StringOf).OfType<string>().Select(name => (name, true));
        return !value.Is(SyntaxKind.ObjectLiteralExpression) ? [] : EntriesOf(value).Entries.Where(entry => !entry.Value.Is(SyntaxKind.FalseKeyword)).Select(entry => (entry.Key, entry.Value.Is(SyntaxKind.TrueKeyword) || !EntriesOf(entry.Value).Entries.Exists(inner => inner.Key is "where" or "take" or "limit" or "skip")));
    }

    /// <summary>The SQL of a call that runs a text with values in it: <c>db.raw('…', [a])</c> where that stands for SQL elsewhere, a tagged template; null for others.</summary>
    public BuiltStatement? Raw(SyntaxNode call)
    {
        var context = Context.Of(call);
        var fragment = call.Is(SyntaxKind.TaggedTemplateExpression) ? SqlOf(TaggedTemplate.From(call)!.Value.Template.Node, [], context) : FragmentOf(call, context);
        if (fragment is null)
            return null;
        var draft = new StatementDraft();
        foreach (var clause in ClausesOf(call).Where(clause => clause.Clause is SqlClause.By or SqlClause.On or SqlClause.OrFail))
            Add(clause, context with { Declaration = ((Callee.Library)project.Types.CalleeOf(call)).Signature }, draft);
        var (text, values) = fragment.Render(call);
        return new(text, values, draft.Handle, draft.Fails);
    }

    /// <summary>The SQL that an argument stands for: <c>sql`select …`</c>, or a variable that holds it; null when it stands for none.</summary>
    public BuiltStatement? Fragment(SyntaxNode argument, SyntaxNode call)
    {
        argument = argument.Unwrapped();
        if (argument.Is(SyntaxKind.Identifier))
            argument = project.Constants.ValueOf(argument);
        if (argument.Kind is not (SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression) || FragmentOf(argument, Context.Of(argument)) is not { } fragment)
            return null;
        var (text, values) = fragment.Render(argument);
        return new(text, values, default, ClausesOf(call).Any(clause => clause.Clause is SqlClause.OrFail));
    }

    /// <summary>What the tags say that a call adds to a statement; nothing for calls that are no links of a builder.</summary>
    public IEnumerable<Effect.Builds> ClausesOf(SyntaxNode call) =>
        project.Types.CalleeOf(call) is Callee.Library library ? project.Effects.Of(library.Signature).OfType<Effect.Builds>() : [];

    /// <summary>Whether a chain is sent where it stands: it is no part of another statement, and has the call that makes it work where one is needed.</summary>
    public bool IsRun(SyntaxNode last)
    {
        if (project.EffectsOf(project.Types.TypeOf(last)).OfType<Effect.Lazy>().FirstOrDefault(effect => !effect.Until.IsEmpty) is { } lazy)
            return IsRunElsewhere(last, lazy);
        if (project.IsOnlyBuilt(last) || IsOnlyBegun(last))
            return false;
        // "db.raw('…', [id]).toQuery()" is its text, with the values in it.
        if (project.Types.TypeOf(last) is LightType.Primitive { Kind: PrimitiveKind.String })
            return false;
        var at = last.Wrapped();
        while (at.Parent.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ParenthesizedExpression or SyntaxKind.ConditionalExpression)
            at = at.Parent;
        // "(q) => q.where('a', 1)" as an argument of a link; "whereIn('id', db('a').select('id'))".
        if (at.Parent.Is(SyntaxKind.ArrowFunction) || at.Parent.Is(SyntaxKind.ReturnStatement) || at.Parent.Is(SyntaxKind.ExpressionStatement))
            at = FunctionShape.Enclosing(last);
        if (at.Parent.Is(SyntaxKind.TemplateSpan))
            return false;
        return !at.Parent.Is(SyntaxKind.ArgumentList) || !ClausesOf(at.Parent.Parent).Any();
    }

    /// <summary>As often as this a function is called of which it is asked whether all run what it builds.</summary>
    private const int MostRunners = 32;

    /// <summary>Whether a builder that is not run where it stands is run by the function that is given it, <c>logged(db.insertInto('user').values(row)).execute()</c>, or by all who call the function that gives it back.</summary>
    private bool IsRunElsewhere(SyntaxNode last, Effect.Lazy lazy)
    {
        var whole = last.Wrapped();
        if (whole.Parent is { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } taking })
        {
            if (whole.Parent.FirstChild != whole || project.FunctionCalled(taking) is not { Exists: true } taker || FunctionLike.From(taker) is not { IsAsync: false })
                return false;
            if (RunningLink(taking, lazy).Exists)
                return true;
            // "(row) => logged(db.insertInto('user').values(row))"
            whole = taking.Wrapped();
        }

        var builder = whole.Parent.Kind is SyntaxKind.ArrowFunction ? whole.Parent : whole.Parent.Is(SyntaxKind.ReturnStatement) ? FunctionShape.Enclosing(whole) : default;
        if (FunctionLike.From(builder) is not { IsAsync: false, IsGenerator: false } shape || Inference.ResultsOf(shape).ToList() is not [var result] || result.Unwrapped() != whole.Unwrapped() || NameOf(builder) is not { Exists: true } name)
            return false;
        var calls = 0;
        foreach (var call in project.Calls.CallsOf(name))
        {
            if (project.FunctionCalled(call) != builder)
                continue;
            if (++calls > MostRunners || !RunningLink(call, lazy).Exists)
                return false;
        }

        return calls > 0;
    }

    /// <summary>The call that runs what another call gives: <c>find(id).executeTakeFirst()</c>; none where that is done elsewhere.</summary>
    private SyntaxNode RunningLink(SyntaxNode call, Effect.Lazy lazy) =>
        call.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.Parent is { Kind: SyntaxKind.CallExpression } running && running.FirstChild == access
            && lazy.Until.Contains(access.ChildAt(1).Text) && project.ThenableOf(running) is Thenable.Promise ? running : default;

    /// <summary>The call that runs the builder which a call of the program's function gives back, and whether that throws where no row is found; none for other calls.</summary>
    internal (SyntaxNode Running, bool Fails) RunOf(SyntaxNode call, SyntaxNode built) =>
        project.EffectsOf(project.Types.TypeOf(built)).OfType<Effect.Lazy>().FirstOrDefault(effect => !effect.Until.IsEmpty) is { } lazy && RunningLink(call, lazy) is { Exists: true } running ? (running, ClausesOf(running).Any(clause => clause.Clause is SqlClause.OrFail)) : default;

    /// <summary>The name by which a function is called: its own, or that of the constant which a call gives the same function back to, <c>const find = cache((id) => …)</c>.</summary>
    private Name NameOf(SyntaxNode function)
    {
        if (project.FunctionOf(function) is not { } model)
            return default;
        return Callers.NameOf(model) is { Exists: true } own ? own : Callers.NameOfHeld(model);
    }

    /// <summary>What the chain makes whose last call the context is of.</summary>
    private StatementDraft? DraftOf(Context context)
    {
        if (context.Depth > Deepest)
            return null;
        var links = LinksOf(context.Call);
        if (links.Count == 0 || context.Further() is not { } inner)
            return null;
        var draft = new StatementDraft();
        Fold(links, draft, inner);
        if (project.BuiltIn(CallChain.LastOf(links[0])) is { Exists: true } variable)
            FoldChanges(variable, draft, inner);
        return draft;
    }

    /// <summary>
    /// Adds what is done to the builder in a variable by statements of their own: "if (open) query.where({ open }); query = query.limit(10);". What happens under a condition, or in a loop, may or may not be a condition more, or set a column more;
    /// a lock or a clause for conflicts that may be there is believed.
    /// </summary>
    private void FoldChanges(Symbol variable, StatementDraft draft, Context context)
    {
        foreach (var change in Building.ChangesOf(variable))
        {
            var isSure = Building.StatementOf(change).Parent == variable.Declaration.Parent.Parent.Parent;
            foreach (var link in LinksFrom(change))
            {
                Workers.Step();
                if (project.Types.CalleeOf(link) is not Callee.Library library)
                    continue;
                foreach (var clause in project.Effects.Of(library.Signature).OfType<Effect.Builds>())
                {
                    if (isSure || clause.Clause is SqlClause.On or SqlClause.For or SqlClause.Conflict or SqlClause.DoNothing or SqlClause.DoUpdate)
                        Add(clause, context.At(link, library.Signature), draft);
                    else if (clause.Clause is SqlClause.Where or SqlClause.OrWhere or SqlClause.WhereAnew or SqlClause.Join)
                    {
                        if (clause.Clause is SqlClause.WhereAnew)
                            draft.ForgetConditions();
                        draft.AddCondition(SqlPhrase.Unknown(link), isOr: false);
                    }
                    else if (clause.Clause is SqlClause.Set)
                        draft.Assignments.Add(SqlPhrase.Unknown(link));
                    else if (clause.Clause is SqlClause.Values)
                        draft.Rows = SqlPhrase.Unknown(link);
                }
            }
        }

        // "run(isOnce ? query.onConflictDoNothing() : query)": where it stands by itself it may be either.
        foreach (var reference in variable.References)
        {
            if (Building.ChainOn(reference) is not { Exists: true } chosen || chosen == context.Call || !chosen.Wrapped().Parent.Is(SyntaxKind.ConditionalExpression))
                continue;
            foreach (var link in LinksFrom(chosen))
            {
                foreach (var clause in ClausesOf(link).Where(clause => clause.Clause is SqlClause.For or SqlClause.Conflict or SqlClause.DoNothing or SqlClause.DoUpdate))
                    Add(clause, context.At(link, ((Callee.Library)project.Types.CalleeOf(link)).Signature), draft);
            }
        }
    }

    /// <summary>The calls of a chain that begins with a name, first to last.</summary>
    private static List<SyntaxNode> LinksFrom(SyntaxNode last)
    {
        var links = new List<SyntaxNode>();
        for (var at = last; at.Is(SyntaxKind.CallExpression) && links.Count < MostLinks; at = at.FirstChild.FirstChild.Unwrapped())
            links.Add(at);
        links.Reverse();
        return links;
    }

    /// <summary>Adds what each link of a chain says.</summary>
    private void Fold(List<SyntaxNode> links, StatementDraft draft, Context context)
    {
        foreach (var link in links)
        {
            Workers.Step();
            if (project.Types.CalleeOf(link) is not Callee.Library library)
            {
                if (!PromiseChain.IsHungOn(link))
                    draft.AddCondition(SqlPhrase.Unknown(link), isOr: false);
                continue;
            }

            var clauses = project.Effects.Of(library.Signature).OfType<Effect.Builds>().ToList();
            // A link of which nothing is said may add anything; what is done with the answer adds nothing.
            if (clauses.Count == 0 && draft.Table is not null && !PromiseChain.IsHungOn(link))
                draft.AddCondition(SqlPhrase.Unknown(link), isOr: false);
            foreach (var clause in clauses)
                Add(clause, context.At(link, library.Signature), draft);
        }
    }

    /// <summary>The calls of a chain, first to last, from the first that says anything of a statement.</summary>
    private List<SyntaxNode> LinksOf(SyntaxNode last)
    {
        var links = new List<SyntaxNode>();
        for (var at = last.Unwrapped(); at.Exists && links.Count < MostLinks;)
        {
            switch (at.Kind)
            {
                case SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression:
                    links.Add(at);
                    // "tables.users(db).where(…)": the chain goes on with what the program's function begins.
                    if (links.Count > 1 && BegunBy(at) is { Exists: true } within)
                    {
                        links.RemoveAt(links.Count - 1);
                        at = within;
                        break;
                    }

                    at = at.FirstChild.Unwrapped();
                    break;
                case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                    at = at.FirstChild.Unwrapped();
                    break;
                // "const query = db('a').where(…)": the chain goes on where the variable got it.
                case SyntaxKind.Identifier when links.Count > 0 && BuilderIn(at) is { Exists: true } begun:
                    at = begun;
                    break;
                default:
                    at = default;
                    break;
            }
        }

        links.Reverse();
        var first = links.FindIndex(link => ClausesOf(link).Any(clause => clause.Clause is not (SqlClause.Fragment or SqlClause.Nothing or SqlClause.Changed or SqlClause.Changes or SqlClause.Makes)));
        links.RemoveRange(0, first < 0 ? links.Count : first);
        return links;
    }

    /// <summary>
    /// The statement that a function of the program begins and whoever calls it goes on with: <c>const users = (db: Knex) => db('users')</c>, where nothing but what it runs on depends on what it is given. None for other calls.
    /// </summary>
    internal SyntaxNode BegunBy(SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && project.FunctionCalled(call) is { Exists: true } function ? BegunIn(function) : default;

    private SyntaxNode BegunIn(SyntaxNode function) => begun.GetOrAdd(function, static (asked, self) => self.FindBegun(asked), this);

    private SyntaxNode FindBegun(SyntaxNode function)
    {
        if (FunctionLike.From(function) is not { IsAsync: false, IsGenerator: false } shape || Inference.ResultsOf(shape).Take(2).ToList() is not [var only] || only.Unwrapped() is not { Kind: SyntaxKind.CallExpression } result || !ClausesOf(result).Any(clause => clause.Clause is SqlClause.Select or SqlClause.From))
            return default;
        var module = project.Bindings.ModuleOf(function.Tree)!;
        foreach (var node in result.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(node) is { Exists: true } symbol && symbol.Is(SymbolFlags.Parameter))
                return default;
        }

        return result;
    }

    /// <summary>Whether what stands here is only the beginning of statements that the callers of the function go on with.</summary>
    private bool IsOnlyBegun(SyntaxNode last)
    {
        var whole = last.Wrapped();
        var function = whole.Parent.Is(SyntaxKind.ArrowFunction) ? whole.Parent : whole.Parent.Is(SyntaxKind.ReturnStatement) ? FunctionShape.Enclosing(whole) : default;
        if (!function.Exists || BegunIn(function) != last || NameOf(function) is not { Exists: true } name)
            return false;
        var calls = 0;
        foreach (var call in project.Calls.CallsOf(name))
        {
            if (project.FunctionCalled(call) != function)
                continue;
            if (CallChain.LastOf(call) != call)
                return true;
            if (++calls > MostRunners)
                return false;
        }

        return false;
    }

    private readonly ConcurrentDictionary<SyntaxNode, SyntaxNode> begun = new();

    /// <summary>The chain that a variable begins with that is given one, and after that only chains on itself.</summary>
    private SyntaxNode BuilderIn(SyntaxNode identifier)
    {
        if (project.Bindings.ModuleOf(identifier.Tree)?.LocalSymbolOf(identifier) is not { Exists: true } symbol || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || !(symbol.IsAssignedOnce || Building.IsBuiltUp(symbol, project)))
            return default;
        var value = symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        return value.Is(SyntaxKind.CallExpression) && ClausesOf(value).Any() ? value : default;
    }

    private void Add(Effect.Builds clause, Context context, StatementDraft draft)
    {
        if (context.Further() is not { } inner)
        {
            draft.AddCondition(SqlPhrase.Unknown(context.Call), isOr: false);
            return;
        }

        context = inner with { Draft = draft };
        switch (clause.Clause)
        {
            case SqlClause.Nothing or SqlClause.Fragment or SqlClause.Changed or SqlClause.Changes or SqlClause.Makes:
                return;
            case SqlClause.OrFail:
                draft.Fails = true;
                return;
            case SqlClause.Order:
                draft.HasOrder = true;
                return;
            case SqlClause.Group:
                draft.HasGroup = true;
                return;
            case SqlClause.DoNothing:
                draft.Conflict ??= new();
                draft.ConflictAction = SqlPhrase.Of("DO NOTHING");
                return;
            case SqlClause.By:
                AddBy(clause, context, draft);
                return;
            case SqlClause.On:
                draft.Handle = Argument(clause.Parts, context) is { Exists: true } handle ? handle : draft.Handle;
                return;
            case SqlClause.Along or SqlClause.Counts:
                draft.Along.AddRange(NamesIn(Argument(clause.Parts, context)).Select(found => (found.Name, found.IsWhole, clause.Clause is SqlClause.Counts)));
                return;
            case SqlClause.Builds:
                if (FunctionLike.From(Argument(clause.Parts, context).Unwrapped()) is { HasExpressionBody: true } build)
                    Fold(LinksOf(build.Body), draft, context with { Depth = context.Depth + 1 });
                return;
            case SqlClause.Save:
                Save(clause, context, draft);
                return;
            case SqlClause.For:
                AddLock(string.Concat(clause.Parts.Select(part => part.Text)).Trim(), draft);
                return;
        }

        var kind = clause.Clause switch
        {
            SqlClause.Select => QueryKind.Select,
            SqlClause.Insert => QueryKind.Insert,
            SqlClause.Update => QueryKind.Update,
            SqlClause.Delete => QueryKind.Delete,
            _ => (QueryKind?)null,
        };
        if (kind is { } found)
            draft.Kind = found;
        var phrase = Expand(clause.Parts, context);
        switch (clause.Clause)
        {
            case SqlClause.Select or SqlClause.Insert or SqlClause.Update or SqlClause.Delete or SqlClause.From:
                draft.Table = phrase is null or { IsEmpty: true } ? draft.Table : phrase;
                draft.IsOpen = draft.Table is { OnlyUnknown: { Exists: true } table } && project.Bindings.ModuleOf(table.Tree) is { } module && OpenTables.IsOpen(table, module);
                break;
            case SqlClause.Returning:
                draft.Returning = phrase ?? new();
                break;
            case SqlClause.Conflict:
                draft.Conflict = phrase ?? new();
                break;
            case SqlClause.DoUpdate:
                draft.Conflict ??= new();
                // "update: {}" leaves the row as it is, and gives it.
                draft.GivesWhatIsThere = phrase?.ToString().Trim() == "SET";
                draft.ConflictAction = phrase?.ToString().Trim() == "SET" ? SqlPhrase.Of("DO NOTHING") : phrase is null or { IsEmpty: true } ? SqlPhrase.Of("DO UPDATE SET ").Add(SqlPhrase.Unknown(context.Call)) : SqlPhrase.Of("DO UPDATE ").Add(phrase);
                break;
            case SqlClause.DoAs:
                (draft.Conflict, draft.ConflictAction) = (new(), phrase is null or { IsEmpty: true } ? SqlPhrase.Of("DO UPDATE SET ").Add(SqlPhrase.Unknown(context.Call)) : phrase);
                break;
            case SqlClause.Columns when phrase is not null:
                draft.Columns.Add(phrase);
                break;
            case SqlClause.Join when phrase is not null:
                draft.Joins.Add(phrase);
                break;
            case SqlClause.Where or SqlClause.OrWhere or SqlClause.WhereAnew when phrase is not null:
                if (clause.Clause is SqlClause.WhereAnew)
                    draft.ForgetConditions();
                draft.AddCondition(phrase, clause.Clause is SqlClause.OrWhere);
                break;
            case SqlClause.Set when phrase is not null:
                draft.Assignments.Add(phrase);
                break;
            case SqlClause.Values:
                draft.Rows = phrase ?? SqlPhrase.Unknown(context.Call);
                break;
            case SqlClause.Unless when phrase is not null:
                draft.Unless = phrase;
                break;
            case SqlClause.Limit when phrase is not null:
                draft.Limit = phrase;
                break;
        }
    }

    private static void AddLock(string words, StatementDraft draft)
    {
        if (words is "skip locked" or "nowait")
            draft.LockWait = words;
        else
            draft.Lock = words;
    }

    /// <summary>"@sql by Options 0": what the members of the interface say, for each key of the object; or for the word that the value is.</summary>
    private void AddBy(Effect.Builds clause, Context context, StatementDraft draft)
    {
        var value = Argument(clause.Parts, context).Unwrapped();
        if (!value.Exists || InterfaceOf(clause.By, context.Declaration) is not { Exists: true } body)
            return;
        // "include: [{ model: Post, where: … }]": each of several.
        if (value.Is(SyntaxKind.ArrayLiteralExpression))
        {
            foreach (var one in value.Children)
                AddBy(body, one.Unwrapped(), context, draft);
            return;
        }

        AddBy(body, value, context, draft);
    }

    private void AddBy(SyntaxNode body, SyntaxNode value, Context context, StatementDraft draft)
    {
        // "lock: LOCK.UPDATE" is a word; "include: options.include" is whatever that holds, and not the option of the same name once more.
        if (WordOf(value) is { } word && !ClausesOf(body, Name.Of(word)).Any(clause => clause.Clause is SqlClause.By))
        {
            AddMember(body, Name.Of(word), value, context, draft);
            return;
        }

        // "findByPk(id, { transaction, lock })" of a caller's lock: in doubt the row is locked.
        if (value.Is(SyntaxKind.Identifier) && HasLocks(body))
        {
            AddLock("UPDATE", draft);
            draft.LockIf = value;
            return;
        }

        var (entries, isOpen) = EntriesOf(value);
        foreach (var entry in entries)
            AddMember(body, Name.Of(entry.Key), entry.Value, context, draft);
        if (!isOpen)
            return;
        // "{ where: { id }, ...context }": a condition that is written out is the condition.
        if (!entries.Exists(entry => ClausesOf(body, Name.Of(entry.Key)).Any(clause => clause.Clause is SqlClause.Where)))
        {
            draft.AddCondition(SqlPhrase.Unknown(value), isOr: false);
            if (entries.Count == 0)
                AddOpen(body, value, context, draft);
        }

        // "{ ...options }" may bring the handle, too.
        var members = project.Bindings.ModuleOf(body.Tree)!.MembersOf(body);
        for (var place = 0; place < members.Count && !draft.Handle.Exists; place++)
        {
            if (project.Effects.Of(members[place]).Any(effect => effect is Effect.Builds { Clause: SqlClause.On }))
                draft.Handle = value;
        }
    }

    /// <summary>"findFirst(args)": who calls says which rows, by the member that is a condition.</summary>
    private void AddOpen(SyntaxNode body, SyntaxNode value, Context context, StatementDraft draft)
    {
        if (project.Bindings.ModuleOf(value.Tree) is not { } module || !OpenTables.IsGiven(value, module))
            return;
        draft.Open.Add(new(value, (given, entity) =>
        {
            foreach (var (key, condition) in EntriesOf(given).Entries)
            {
                if (ClausesOf(body, Name.Of(key)).FirstOrDefault(clause => clause.Clause is SqlClause.Where) is { } clause)
                    return Expand(clause.Parts, context with { Declaration = project.Bindings.ModuleOf(body.Tree)!.MembersOf(body).Find(Name.Of(key)).Declaration, Value = condition, Asked = new(MostLevels, MostSteps), Draft = Of(entity, context) }) ?? SqlPhrase.Unknown(value);
            }

            return SqlPhrase.Unknown(value);
        }));
    }

    /// <summary>The same statement of a table of which it is known now what the program calls it.</summary>
    private static StatementDraft? Of(Entity? entity, Context context) => entity is null || context.Draft is not { } draft ? context.Draft : new() { Kind = draft.Kind, Entity = entity };

    /// <summary>Whether the members of an interface are the strengths of a row's lock.</summary>
    private bool HasLocks(SyntaxNode body)
    {
        var members = project.Bindings.ModuleOf(body.Tree)!.MembersOf(body);
        for (var place = 0; place < members.Count; place++)
        {
            if (project.Effects.Of(members[place]).Any(effect => effect is Effect.Builds { Clause: SqlClause.For }))
                return true;
        }

        return false;
    }

    private void AddMember(SyntaxNode body, Name name, SyntaxNode value, Context context, StatementDraft draft)
    {
        var member = project.Bindings.ModuleOf(body.Tree)!.MembersOf(body).Find(name);
        foreach (var clause in ClausesOf(body, name))
            Add(clause, context with { Declaration = member.Declaration, Value = value }, draft);
    }

    /// <summary>What the member of an interface of that name says.</summary>
    private IEnumerable<Effect.Builds> ClausesOf(SyntaxNode body, Name name) =>
        project.Effects.Of(project.Bindings.ModuleOf(body.Tree)!.MembersOf(body).Find(name)).OfType<Effect.Builds>();

    /// <summary>What a slot is filled from.</summary>
    /// <param name="Call">The link.</param>
    /// <param name="Declaration">The declaration with the tag.</param>
    /// <param name="Value">The value of the option with the tag; none for a function.</param>
    /// <param name="Column">The column that the value belongs to.</param>
    /// <param name="Depth">How many statements this one is within.</param>
    /// <param name="Asked">What is left of the question for the whole statement.</param>
    private sealed record Context(SyntaxNode Call, SyntaxNode Declaration, SyntaxNode Value, SqlPhrase? Column, int Depth, Inquiry Asked)
    {
        /// <summary>The statement that the clause goes into; null for SQL by itself.</summary>
        public StatementDraft? Draft { get; init; }

        /// <summary>The words before it, in lower case.</summary>
        public string Before { get; init; } = "";

        /// <summary>The first parameter of the function that builds the condition: the table, where the library hands it over; none outside of such a function.</summary>
        public SyntaxNode Row { get; init; }

        /// <summary>The member of the value that is meant, where the value is an object that the function is given: <c>data</c> of <c>update(args)</c>; empty for the value itself.</summary>
        public string Member { get; init; } = "";

        public string MemberPath => Member.Length == 0 ? "" : "." + Member;

        /// <summary>For a statement of its own.</summary>
        public static Context Of(SyntaxNode call) => new(call, call, default, null, 0, new(MostLevels, MostSteps));

        /// <summary>For another link, of this statement or of one within it.</summary>
        public Context At(SyntaxNode link, SyntaxNode signature) => new(link, signature, default, null, Depth, Asked);

        /// <summary>The same a level further down; null where the question has led too far.</summary>
        public Context? Further() => Asked.GoesOn() ? this with { Asked = Asked.Deeper } : null;
    }
}
