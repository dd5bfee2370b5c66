using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.Sql;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Every use of a database in the program, found from the libraries' method names upwards.
/// A function that runs the text of its own parameter is a wrapper: the statement is known, and the use is counted, where the wrapper is called; and so on up.
/// </summary>
internal sealed class DatabaseCalls
{
    private static readonly KindSet CallSignatures = KindSet.Of(SyntaxKind.CallSignature);

    /// <summary>A wrapper around a wrapper around … beyond this nobody is called a user of the database.</summary>
    private const int LongestChain = 24;

    /// <summary>A builder of more links was written by a program: which handle it begins with is not looked for.</summary>
    private const int LongestBuilder = 400;

    private readonly ProjectModel project;
    private readonly Dictionary<SyntaxNode, DatabaseCall> byCall = [];
    private readonly Dictionary<FunctionModel, List<DatabaseCall>> byFunction = [];
    private readonly Dictionary<FunctionModel, ImmutableArray<DatabaseCall>> sorted = [];
    private readonly HashSet<(SyntaxNode Function, DatabaseAction Action, int Subject)> wrappers = [];
    private readonly Queue<DatabaseCall> found = [];
    private readonly ConcurrentDictionary<string, DatabaseCall[]> settings = new();
    private readonly Dictionary<FunctionModel, List<DatabaseCall>> open = [];
    private readonly Lazy<Dictionary<Name, HashSet<Name>>> answers;
    private readonly BuiltStatements built;

    public DatabaseCalls(ProjectModel project)
    {
        this.project = project;
        answers = new(Answers);
        built = new(project);
        var named = LibraryNames().SelectMany(name => project.Calls.CallsOf(name).Select(call => (Name: name, Call: call))).ToArray();
        AddAll(named.Length, i => project.Types.CalleeOf(named[i].Call) switch
        {
            Callee.Library library => LibraryCall(named[i].Call, library),
            Callee.InProgram { Functions.IsEmpty: true, Signatures: [var signature, ..] } => Lookalike(named[i].Call, signature, named[i].Name),
            _ => null,
        });
        var runs = Runners.SelectMany(name => project.Calls.CallsOf(Name.Of(name))).ToArray();
        AddAll(runs.Length, i => ByText(runs[i]));
        AddBuilt();
        var templates = project.Calls.TaggedTemplates.ToArray();
        AddAll(templates.Length, i => ByText(templates[i], TaggedTemplate.From(templates[i])!.Value));
        // "sql`…`" of a value that can be called: there is no name of the library to look for.
        if (project.Bindings.Libraries.Any(HasTemplate))
            AddAll(templates.Length, i => project.Types.CalleeOf(templates[i]) is Callee.Library library ? LibraryCall(templates[i], library) : null);

        while (found.TryDequeue(out var call))
            FollowWrapper(call);
        foreach (var (function, list) in byFunction)
        {
            list.Sort((left, right) => left.Call.Span.Start.CompareTo(right.Call.Span.Start));
            sorted.Add(function, [.. list]);
        }
    }

    /// <summary>The uses in a function's own body, by position.</summary>
    public ImmutableArray<DatabaseCall> In(FunctionModel function) => sorted.TryGetValue(function, out var calls) ? calls : [];

    /// <summary>The statements in a function's own body of tables that its callers choose.</summary>
    public IReadOnlyList<DatabaseCall> OpenIn(FunctionModel function) => open.TryGetValue(function, out var calls) ? calls : [];

    /// <summary>The functions that have such statements, by file and position.</summary>
    public IEnumerable<FunctionModel> OpenUsers => project.Functions.Where(open.ContainsKey);

    /// <summary>The functions that use a database, by file and position.</summary>
    public IEnumerable<FunctionModel> Users => project.Functions.Where(byFunction.ContainsKey);

    /// <summary>What a call does to the database, when it does anything.</summary>
    public DatabaseCall? At(SyntaxNode call) => byCall.GetValueOrDefault(call);

    /// <summary>What a query says that is built and never sent, as the text or the chain that ends here has it; empty when that is not known.</summary>
    public ImmutableArray<Query> UnsentAt(SyntaxNode last) =>
        (built.Of(last)?.Text.With(project.Schema.AsNamed) ?? built.Raw(last)?.Text) is { } text ? Query.Parse(text.ToSql()) : [];

    /// <summary>The uses that set a server's setting, for their session or transaction, by file and position; what tests set holds in tests.</summary>
    public IEnumerable<DatabaseCall> SettingOf(string name) => settings.GetOrAdd(name, static (asked, self) =>
        [.. self.byFunction.Where(entry => !entry.Key.Module.Roles.HasFlag(ModuleRoles.Test)).SelectMany(entry => entry.Value)
            .Where(call => call.Queries.Any(query => query.Settings.Any(setting => setting.Name == asked)))
            .OrderBy(call => self.project.PlaceOf(call.Call))], this);

    /// <summary>
    /// The texts of the program, tests left out, that set a server's setting and of which no use is known: handed to a wrapper by a function, chosen among several.
    /// </summary>
    public IEnumerable<(SyntaxNode Text, SettingWrite Write)> UnusedSettingOf(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var used = byCall.Values.Where(call => call.Constant is not null).SelectMany(call => call.Constant!.Pieces).Where(piece => !piece.IsHole && piece.Text.Contains(name, StringComparison.Ordinal)).Select(piece => piece.Node).ToList();
        foreach (var module in project.Bindings.Modules)
        {
            if (module.Roles.HasFlag(ModuleRoles.Test) || module.Source.Bytes.Span.IndexOf(bytes) < 0)
                continue;
            foreach (var node in module.Tree.NodesOf(KindSet.Texts))
            {
                if (node.Bytes.IndexOf(bytes) < 0 || used.Any(piece => piece.Tree == node.Tree && node.Span.Start <= piece.Span.Start && piece.Span.End <= node.Span.End) || StatementOf(node) is not { } statement)
                    continue;
                if (Query.Parse(statement.ToSql()).SelectMany(query => query.Settings).FirstOrDefault(write => write.Name == name) is { } write)
                    yield return (node, write);
            }
        }
    }

    private List<Name> LibraryNames()
    {
        var names = new List<Name>();
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Method | SymbolFlags.Function))
        {
            if (!names.Contains(symbol.Name) && project.Effects.Of(symbol).Any(IsDatabaseEffect))
                names.Add(symbol.Name);
        }

        return names;
    }

    /// <summary>Whether a library declares an object that is called with a template: <c>(template: TemplateStringsArray, …)</c> tagged <c>@runs sql 0</c>.</summary>
    private bool HasTemplate(Module library)
    {
        foreach (var signature in library.Tree.NodesOf(CallSignatures))
        {
            if (project.Effects.Of(signature).Any(effect => effect is Effect.RunsSql))
                return true;
        }

        return false;
    }

    private static bool IsDatabaseEffect(Effect effect) => effect is Effect.RunsSql or Effect.Acquires or Effect.Releases or Effect.Closes { What: null } or Effect.Begins or Effect.Commits or Effect.RollsBack;

    /// <summary>The call that runs the builder which a call of the program's function gives back, <c>find(id).executeTakeFirst()</c>, and whether that throws where no row is found; none for other calls.</summary>
    internal (SyntaxNode Running, bool Fails) RunOf(SyntaxNode call, DatabaseCall statement) => statement.Steps.IsEmpty && call.Parent.Is(SyntaxKind.PropertyAccessExpression) ? built.RunOf(call, statement.Call) : default;

    /// <summary>The statements that chains of calls build, found from the names of the links that begin one.</summary>
    private void AddBuilt()
    {
        var begun = BuilderNames().SelectMany(project.Calls.CallsOf).Select(CallChain.LastOf).Distinct().ToList();
        var chains = begun.Concat(begun.SelectMany(last => GoneOnWith(last, 0))).Distinct().Where(last => !byCall.ContainsKey(last)).ToArray();
        // What the first of them needs all need: it is not waited for by the others.
        if (chains.Length > 0)
            _ = project.Schema;
        AddAll(chains.Length, i => built.Of(chains[i]) is { } statement && built.IsRun(chains[i]) ? Built(chains[i], statement) : null);
    }

    /// <summary>The chains on a variable that holds what another chain has begun: "const query = db.selectFrom('a').where(…); return await query.execute();"</summary>
    private IEnumerable<SyntaxNode> GoneOnWith(SyntaxNode last, int depth)
    {
        if (depth > DeepestHeld || project.BuiltIn(last) is not { Exists: true } variable)
            return [];
        var further = variable.References.Select(Building.ChainOn).Where(chain => chain.Exists).ToList();
        return further.Concat(further.SelectMany(chain => GoneOnWith(chain, depth + 1)));
    }

    /// <summary>A variable made of a variable made of a variable.</summary>
    private const int DeepestHeld = 3;

    /// <summary>Finds uses side by side, and takes them up in their order.</summary>
    private void AddAll(int count, Func<int, DatabaseCall?> find)
    {
        foreach (var call in project.Workers.Select(count, i =>
        {
            Workers.Step();
            return find(i);
        }))
        {
            if (call is not null)
                Add(call);
        }
    }

    private DatabaseCall Built(SyntaxNode last, BuiltStatement statement)
    {
        var text = statement.Text.With(project.Schema.AsNamed);
        return new()
        {
            Call = last,
            Action = DatabaseAction.Run,
            Handle = HandleOf(last, statement.Handle),
            NamedHandle = statement.Handle,
            Queries = Query.Parse(text.ToSql()),
            Constant = text,
            Values = statement.Values,
            InsertedList = statement.List,
            RowFrom = statement.RowFrom,
            Along = statement.Along,
            SavedObject = statement.Saved,
            SavesWholeObject = statement.IsWhole,
            RereadObject = statement.Reread,
            GivesWhatIsThere = statement.GivesWhatIsThere,
            LockedIf = new(statement.LockIf, ""),
            Answer = statement.Fails ? RowAnswer.ReturnsWhenPresent : RowAnswer.Present,
            IsOpen = statement.IsOpen,
            Open = statement.Open,
        };
    }

    /// <summary>What a chain runs on: the handle that is named in it, or the one that it begins with; a pool where it begins with none, as a model does.</summary>
    private Handle HandleOf(SyntaxNode chain, SyntaxNode named)
    {
        if (named.Exists)
            return HandleAt(named) ?? new(null, default, named.Unwrapped().Text);
        Handle? pool = null;
        var at = chain;
        for (var links = 0; links < LongestBuilder; links++)
        {
            at = at.Kind switch
            {
                SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression => at.FirstChild.Unwrapped(),
                // "const users = manager.getRepository(User)"
                SyntaxKind.Identifier when VariableAt(at) is { Exists: true } variable && variable.Declaration.Is(SyntaxKind.VariableDeclaration) && (variable.IsAssignedOnce || Building.IsBuiltUp(variable, project)) => variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(),
                _ => default,
            };
            if (!at.Exists)
                break;
            // "tables.users(db).where(…)": what the function is given for the handle that it begins on.
            if (built.BegunBy(at) is { Exists: true } begun)
                at = GivenFor(at, begun);
            // "db().insert(users)": a function of the program gives the handle; what a library's link gives is the chain.
            if (at.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(at) is not Callee.InProgram)
                continue;
            // "runner.manager", "transaction.getRepository(User)": of several the one that is a session.
            if (SessionAt(at) is { } session)
                return session;
            if (HandleAt(at) is not { } handle)
                continue;
            if (!handle.IsPool)
                return handle;
            pool ??= handle;
        }

        // A model's class runs on the pool, and so does a row that is told of no transaction; what an object that stands for no handle runs on is not known.
        var root = RootOf(chain);
        return pool ?? new(IsOfClass(chain) || project.Entities.IsRow(root) || IsInjected(root) ? HandleKind.Pool : null, VariableAt(root), root.Text);
    }

    /// <summary>What a statement that a function of the program begins is run on: the argument where that is a parameter, <c>db('users')</c>, <c>(db ?? knex)('users')</c>, else what the function has of its own.</summary>
    private SyntaxNode GivenFor(SyntaxNode call, SyntaxNode begun)
    {
        var root = RootOf(begun);
        if (root is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar })
            root = VariableAt(root.FirstChild.Unwrapped()) is var preferred && FunctionShape.PlaceOf(preferred.Declaration, FunctionShape.Enclosing(begun)) is >= 0 and var first && CallArguments.At(call, first).Exists ? root.FirstChild.Unwrapped() : root.ChildAt(1).Unwrapped();
        return VariableAt(root) is { Exists: true } variable && variable.Is(SymbolFlags.Parameter) && FunctionShape.PlaceOf(variable.Declaration, FunctionShape.Enclosing(begun)) is >= 0 and var place && CallArguments.At(call, place) is { Exists: true } given ? given.Unwrapped() : root;
    }

    /// <summary>"User.findOne(…)", "db.User.findOne(…)", "User.scope('own').findOne(…)"</summary>
    private bool IsOfClass(SyntaxNode chain)
    {
        while (chain.Kind is SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
        {
            chain = chain.FirstChild.Unwrapped();
            if (project.Types.TypeOf(chain) is LightType.ClassConstructor)
                return true;
        }

        return false;
    }

    /// <summary>
    /// "this.users" of "constructor(@InjectRepository(User) private users: Repository&lt;User&gt;)", or of a class that has a decorator itself: a container makes such objects, one for all, and what it gives them is bound to no transaction.
    /// </summary>
    private bool IsInjected(SyntaxNode root) => root.Is(SyntaxKind.ThisKeyword) && root.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } field && project.Types.SymbolOf(field) is { Exists: true } symbol
        && project.Types.TypeOf(field).NonNullish() is LightType.Instance { Symbol: { Exists: true } type } && type.Module.Roles.HasFlag(ModuleRoles.Knowledge)
        && symbol.Declarations is [{ Kind: SyntaxKind.Parameter or SyntaxKind.PropertyDeclaration } declared]
        && (declared.Child(SyntaxKind.Decorator).Exists || (declared.Is(SyntaxKind.Parameter) && declared.Ancestor(SyntaxKind.ClassDeclaration).Child(SyntaxKind.Decorator).Exists));

    private Symbol VariableAt(SyntaxNode expression) =>
        expression.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(expression.Tree) is { } module ? module.LocalSymbolOf(expression) : default;

    private static SyntaxNode RootOf(SyntaxNode chain)
    {
        while (chain.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
            chain = chain.FirstChild.Unwrapped();
        return chain;
    }

    /// <summary>The names by which a statement begins; where a library's handle is itself called with a table, those of all its links.</summary>
    private HashSet<Name> BuilderNames()
    {
        var names = new HashSet<Name>();
        foreach (var library in project.Bindings.Libraries)
        {
            var all = new List<(Name Name, bool Begins)>();
            var isCalled = false;
            for (var index = 0; index < library.SymbolCount; index++)
            {
                var symbol = library.SymbolAt(index);
                if (symbol.Is(SymbolFlags.Method | SymbolFlags.Function))
                    all.AddRange(project.Effects.Of(symbol).OfType<Effect.Builds>().Select(clause => (symbol.Name, Begins(clause))));
                else if (symbol.Is(SymbolFlags.Interface))
                    isCalled |= symbol.Declarations.Any(declaration => declaration.Child(SyntaxKind.InterfaceBody).Children.ToArray().Any(member => member.Is(SyntaxKind.CallSignature) && project.Effects.Of(member).OfType<Effect.Builds>().Any(Begins)));
            }

            names.UnionWith(all.Where(link => link.Begins || isCalled).Select(link => link.Name));
        }

        return names;

        static bool Begins(Effect.Builds clause) => clause.Clause is SqlClause.Select or SqlClause.Insert or SqlClause.Update or SqlClause.Delete or SqlClause.Save or SqlClause.Flush;
    }

    /// <summary>A library's own word for BEGIN, COMMIT or ROLLBACK: on a connection, or on a pool that answers with the transaction.</summary>
    private DatabaseCall? TransactionCall(SyntaxNode call, string statement, ArgumentPath? isolation)
    {
        var handle = HandleOf(call);
        if (handle is null or { IsPool: true })
        {
            if (ConnectionLife.TakenBy(call, project.Bindings.ModuleOf(call.Tree)!) is not { Exists: true } taken)
                return null;
            handle = new(HandleKind.Transaction, taken, taken.Name.ToString());
        }

        var level = isolation is { } path && LevelAt(call, path) is { } name ? $" ISOLATION LEVEL {name}" : "";
        return new() { Call = call, Action = DatabaseAction.Run, Handle = handle, Queries = Query.Parse(SqlText.Of(statement + level)) };
    }

    /// <summary>The call of a library that gives a function its transaction in this parameter, and where that names the isolation level; none for other parameters.</summary>
    private (SyntaxNode Call, IsolationLevel? Level) TransactionOf(Symbol variable)
    {
        if (!variable.Is(SymbolFlags.Parameter) || !variable.Declaration.Is(SyntaxKind.Parameter) || Callers.Argument(FunctionShape.Enclosing(variable.Declaration)) is not { Call.Exists: true } given
            || project.Types.CalleeOf(given.Call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Transaction>().FirstOrDefault(around => around.Function == given.Place) is not { } transaction
            || FunctionLike.From(FunctionShape.Enclosing(variable.Declaration))?.Parameters[transaction.HandleArgument] != variable.Declaration)
            return default;
        var name = transaction.Isolation is { } path ? LevelAt(given.Call, path) : null;
        return (given.Call, name is null ? null : Query.Parse(SqlText.Of($"BEGIN ISOLATION LEVEL {name}"))[0].Isolation);
    }

    /// <summary>The isolation level that a call names at which a transaction begins; null when it names none.</summary>
    public IsolationLevel? LevelOf(SyntaxNode begin)
    {
        if (At(begin)?.Queries.FirstOrDefault(query => query.Kind is QueryKind.Begin)?.Isolation is { } written)
            return written;
        if (!begin.Exists || project.Types.CalleeOf(begin) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Transaction>().FirstOrDefault()?.Isolation is not { } path || LevelAt(begin, path) is not { } name)
            return null;
        return Query.Parse(SqlText.Of($"BEGIN ISOLATION LEVEL {name}"))[0].Isolation;
    }

    /// <summary>The isolation level that is named beside a function where it is given to what runs it: <c>inTransaction(work, { isolationLevel: 'Serializable' })</c>; null when none is.</summary>
    public IsolationLevel? LevelBeside(FunctionModel function)
    {
        if (Callers.Argument(function.Node) is not { Call.Exists: true } given)
            return null;
        foreach (var argument in given.Call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument == function.Node || FunctionLike.From(argument.Unwrapped()) is not null)
                continue;
            if (argument.Unwrapped().Kind is SyntaxKind.StringLiteral or SyntaxKind.PropertyAccessExpression && LevelNamed(argument) is { } named)
                return Query.Parse(SqlText.Of($"BEGIN ISOLATION LEVEL {named}"))[0].Isolation;
            foreach (var option in argument.Unwrapped().Kind is SyntaxKind.ObjectLiteralExpression or SyntaxKind.Identifier ? project.Options.Of(argument).All : [])
            {
                if (option.Name.ToString().Contains("isolation", StringComparison.OrdinalIgnoreCase) && LevelNamed(option.Value) is { } level)
                    return Query.Parse(SqlText.Of($"BEGIN ISOLATION LEVEL {level}"))[0].Isolation;
            }
        }

        return null;
    }

    /// <summary>An isolation level in SQL's words, however the library spells it: <c>RepeatableRead</c>, <c>repeatable read</c>, <c>ISOLATION_LEVELS.REPEATABLE_READ</c>; null when none is named.</summary>
    private string? LevelAt(SyntaxNode call, ArgumentPath path) => LevelNamed(Argument(call, path));

    private string? LevelNamed(SyntaxNode value)
    {
        value = value.Unwrapped();
        var text = project.Constants.StringOf(value) ?? (value.Is(SyntaxKind.PropertyAccessExpression) ? value.ChildAt(1).Text : "");
        return new string([.. text.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]) switch
        {
            "serializable" => "SERIALIZABLE",
            "repeatableread" => "REPEATABLE READ",
            "readcommitted" => "READ COMMITTED",
            "readuncommitted" => "READ UNCOMMITTED",
            _ => null,
        };
    }

    /// <summary>
    /// "interface Queryable { query(text: string, values?: unknown[]): Promise&lt;{ rows: any[] }&gt; }": the program's own name for what a library's pool and client have in common.
    /// It is taken for that when what it answers has nothing but members of the library's answer, and the text is a statement on a table.
    /// </summary>
    private DatabaseCall? Lookalike(SyntaxNode call, SyntaxNode signature, Name name)
    {
        if (signature.Kind is not (SyntaxKind.MethodSignature or SyntaxKind.FunctionType))
            return null;
        var (text, values) = (CallArguments.At(call, 0), CallArguments.At(call, 1));
        // "db.query({ text: 'SELECT …', values: [id] })"
        if (text.Exists && text.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal)
            (text, values) = (ValuePath.MemberOf(literal, ".text").Value, ValuePath.MemberOf(literal, ".values").Value);
        if (StatementOf(text) is not { } statement || Query.Parse(statement.ToSql()) is not { IsEmpty: false } queries || !queries.All(query => query.Table is not null || query.Kind is QueryKind.Begin or QueryKind.Commit or QueryKind.Rollback or QueryKind.AdvisoryLock or QueryKind.Set))
            return null;
        var members = MembersOf(project.Types.AwaitedOf(project.Types.TypeOf(call)));
        if (members.Count == 0 || !answers.Value.TryGetValue(name, out var answer) || !members.IsSubsetOf(answer))
            return null;
        var callee = call.FirstChild.Unwrapped();
        var receiver = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild.Unwrapped() : callee;
        var variable = receiver.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(receiver.Tree) is { } module ? module.LocalSymbolOf(receiver) : default;
        return new()
        {
            Call = call,
            Action = DatabaseAction.Run,
            Handle = new(null, variable, receiver.Text),
            Text = text,
            Queries = queries,
            Constant = statement,
            Parameters = Elements(values),
            ParameterList = values,
        };
    }

    /// <summary>What methods are called that are given a statement and its parameters.</summary>
    private static readonly ImmutableArray<string> Runners = ["query", "execute", "exec", "run", "one", "oneOrNone", "many", "manyOrNone", "any", "none"];

    /// <summary>
    /// "tx.query('UPDATE … WHERE id = $1', [id])" of a receiver of which nobody knows what it is, or that the program only describes: a statement with PostgreSQL's parameters, and a list of their values, are given to nothing else.
    /// </summary>
    private DatabaseCall? ByText(SyntaxNode call)
    {
        var text = CallArguments.At(call, 0).Unwrapped();
        if (byCall.ContainsKey(call) || text.Kind is not (SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateExpression) || text.Bytes.IndexOf("$1"u8) < 0 || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee
            || CallArguments.At(call, 1) is not { Exists: true } values || CallArguments.At(call, 2).Exists || !(values.Unwrapped().Is(SyntaxKind.ArrayLiteralExpression) || values.Unwrapped().Is(SyntaxKind.Identifier)))
            return null;
        if (project.Types.CalleeOf(call) is not (Callee.Unknown or Callee.InProgram { Functions.IsEmpty: true }) || MembersOf(project.Types.AwaitedOf(project.Types.TypeOf(call))).Count > 0 || StatementOf(text) is not { } statement || Query.Parse(statement.ToSql()) is not { IsEmpty: false } queries
            || !queries.All(query => query.Kind is QueryKind.Select or QueryKind.Insert or QueryKind.Update or QueryKind.Delete && query.Table is not null && !query.Parameters.IsEmpty))
            return null;
        var receiver = callee.FirstChild.Unwrapped();
        return new()
        {
            Call = call,
            Action = DatabaseAction.Run,
            Handle = new(null, VariableAt(receiver), receiver.Text),
            Text = text,
            Queries = queries,
            Constant = statement,
            Parameters = Elements(values),
            ParameterList = values,
        };
    }

    /// <summary>
    /// "await tx.$queryRaw`SELECT … WHERE id = ${id} FOR UPDATE`" of a receiver of which nobody knows what it is: a template that is a whole statement on a table, and that is waited for on the spot, is sent.
    /// </summary>
    private DatabaseCall? ByText(SyntaxNode call, TaggedTemplate template)
    {
        if (byCall.ContainsKey(call) || !call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || !Statements.Any(word => template.Template.Node.Text.AsSpan(1).TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)) || project.Types.CalleeOf(call) is not Callee.Unknown)
            return null;
        if (built.Raw(call) is not { } raw || Query.Parse(raw.Text.ToSql()) is not { IsEmpty: false } queries || !queries.All(query => query.Kind is QueryKind.Select or QueryKind.Insert or QueryKind.Update or QueryKind.Delete && query.Table is not null))
            return null;
        var tag = call.FirstChild.Unwrapped();
        var receiver = tag.Is(SyntaxKind.PropertyAccessExpression) ? tag.FirstChild.Unwrapped() : tag;
        return new() { Call = call, Action = DatabaseAction.Run, Handle = new(null, VariableAt(receiver), receiver.Text), Queries = queries, Constant = raw.Text, Values = raw.Values };
    }

    /// <summary>The words by which a statement on rows begins.</summary>
    private static readonly ImmutableArray<string> Statements = ["select ", "select\n", "insert into", "update ", "update\n", "delete from", "with "];

    /// <summary>What the libraries' functions that take a statement and its parameters as two arguments answer, by name: the members of the answer.</summary>
    private Dictionary<Name, HashSet<Name>> Answers()
    {
        var found = new Dictionary<Name, HashSet<Name>>();
        foreach (var library in project.Bindings.Libraries)
        {
            for (var index = 0; index < library.SymbolCount; index++)
            {
                var symbol = library.SymbolAt(index);
                if (!symbol.Is(SymbolFlags.Method))
                    continue;
                foreach (var declaration in symbol.Declarations)
                {
                    if (!project.Effects.Of(declaration).Any(effect => effect is Effect.RunsSql { Sql: { Index: 0, Property: "" }, Parameters: { Index: 1, Property: "" } }))
                        continue;
                    if (!found.TryGetValue(symbol.Name, out var members))
                        found.Add(symbol.Name, members = []);
                    members.UnionWith(MembersOf(project.Types.AwaitedOf(project.Types.ReturnTypeOf(declaration))));
                }
            }
        }

        return found;
    }

    private static HashSet<Name> MembersOf(LightType type)
    {
        var names = new HashSet<Name>();
        var bodies = type switch
        {
            LightType.Shape shape => [shape.Node],
            LightType.Instance instance => instance.Symbol.Declarations.Select(declaration => declaration.Child(SyntaxKind.InterfaceBody)).ToArray(),
            _ => [],
        };
        foreach (var body in bodies)
        {
            foreach (var member in body.Children)
            {
                if (member.Is(SyntaxKind.PropertySignature))
                    names.Add(Name.Of(member.FirstAfterModifiers().Bytes));
            }
        }

        return names;
    }

    private DatabaseCall? LibraryCall(SyntaxNode call, Callee.Library library)
    {
        foreach (var effect in project.Effects.Of(library.Signature))
        {
            switch (effect)
            {
                case Effect.RunsSql when CallChain.LastOf(call) is var last && last != call && !built.IsRun(last):
                    return null;
                case Effect.RunsSql when built.Raw(call) is { } raw:
                    // "update({ n: db.raw('n + 1') })" runs nothing by itself.
                    return built.IsRun(CallChain.LastOf(call)) ? Sent(call, raw, raw.Handle) : null;
                case Effect.RunsSql given when built.Fragment(Argument(call, given.Sql), call) is { } fragment:
                    return Sent(call, fragment, default);
                // An EntityManager or a repository of TypeORM is no handle by its type: it may be a pool's or a transaction's.
                case Effect.RunsSql runs when (HandleOf(call) ?? (call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) ? HandleOf(call, default) : null)) is { } handle:
                    // A migration's statements are many, and none of them is taken up.
                    if (IsOfMigration(handle.Variable))
                        return null;
                    var text = Argument(call, runs.Sql);
                    var statement = StatementOf(text);
                    return new()
                    {
                        Call = call,
                        Action = DatabaseAction.Run,
                        Handle = handle,
                        Text = text,
                        Queries = statement is null ? [] : Query.Parse(statement.ToSql()),
                        Constant = statement,
                        Parameters = runs.Parameters is { } path ? Elements(Argument(call, path)) : [],
                        ParameterList = runs.Parameters is { } list ? Argument(call, list) : default,
                    };
                case Effect.Begins begins:
                    return TransactionCall(call, "BEGIN", begins.Isolation);
                case Effect.Commits:
                    return TransactionCall(call, "COMMIT", null);
                case Effect.RollsBack:
                    return TransactionCall(call, "ROLLBACK", null);
                case Effect.Acquires { Callback: null } when HandleOf(call) is { IsPool: true } pool:
                    return new() { Call = call, Action = DatabaseAction.Acquire, Handle = pool };
                case Effect.Releases releases when HandleOf(call) is { } client:
                    var destroys = releases.DestroyedIf is { } place && MayBeTruthy(Argument(call, new(place)));
                    return new() { Call = call, Action = destroys ? DatabaseAction.Destroy : DatabaseAction.Release, Handle = client, GivesBack = GivesBack.Always };
                case Effect.Closes { What: null } when HandleOf(call) is { IsPool: false } closed:
                    return new() { Call = call, Action = DatabaseAction.Destroy, Handle = closed, GivesBack = GivesBack.Always };
            }
        }

        return null;
    }

    /// <summary>What a statement runs on if it is given, and else on the pool: <c>trx</c> of <c>(trx ?? pool).query(…)</c>, and a handle that is named among the arguments.</summary>
    private CalledValue ChosenFor(DatabaseCall call)
    {
        if (call.NamedHandle.Exists)
            return new(call.NamedHandle, "");
        var (given, otherwise) = Alternative(RootOf(call.Call));
        return given.Exists && HandleAt(otherwise) is { IsPool: true } ? new(given, "") : default;
    }

    /// <summary>"trx ?? pool", "trx || pool", "trx ? trx : pool": what is taken where it is there, and what otherwise; none for other expressions.</summary>
    internal static (SyntaxNode Given, SyntaxNode Otherwise) Alternative(SyntaxNode chosen) => chosen.Kind switch
    {
        SyntaxKind.BinaryExpression when chosen.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar => (chosen.FirstChild.Unwrapped(), chosen.ChildAt(1).Unwrapped()),
        SyntaxKind.ConditionalExpression when chosen.FirstChild.Unwrapped() is var asked && asked.TextIs(chosen.ChildAt(1).Unwrapped().Bytes) => (asked, chosen.ChildAt(2).Unwrapped()),
        _ => default,
    };

    /// <summary>A statement that is written out as a template, or as one of a library's own.</summary>
    private DatabaseCall Sent(SyntaxNode call, BuiltStatement statement, SyntaxNode named) => new()
    {
        Call = call,
        Action = DatabaseAction.Run,
        Handle = HandleOf(call, named),
        Queries = Query.Parse(statement.Text.ToSql()),
        Constant = statement.Text,
        Values = statement.Values,
        Answer = statement.Fails ? RowAnswer.ReturnsWhenPresent : RowAnswer.Present,
    };

    private void Add(DatabaseCall call)
    {
        if (IsOfMigration(call.Handle.Variable))
            return;
        if (call is { Action: DatabaseAction.Run, Through.IsEmpty: true, Handle.IsPool: false })
            call = call with { RunsOnIf = ChosenFor(call) };
        if (project.FunctionAround(call.Call) is not { } function)
        {
            if (!call.IsOpen)
                byCall.TryAdd(call.Call, call);
            return;
        }

        if (call.IsOpen)
        {
            if (!open.TryGetValue(function, out var calls))
                open.Add(function, calls = []);
            calls.Add(call);
            return;
        }

        if (!byFunction.TryGetValue(function, out var list))
            byFunction.Add(function, list = []);
        if (byCall.TryAdd(call.Call, call))
        {
            list.Add(call);
            found.Enqueue(call);
        }
        else if (Together(byCall[call.Call], call) is { } both)
        {
            list[list.IndexOf(byCall[call.Call])] = both;
            byCall[call.Call] = both;
            found.Enqueue(call);
        }
    }

    /// <summary>"rollback(client)" of a program that sends ROLLBACK and then gives the client back is both; null when one of them says nothing that the other does not.</summary>
    private static DatabaseCall? Together(DatabaseCall known, DatabaseCall more)
    {
        var (runs, returns) = known.Action is DatabaseAction.Run ? (known, more) : (more, known);
        return runs.Action is DatabaseAction.Run && returns.Action is DatabaseAction.Release or DatabaseAction.Destroy && runs.Handle.IsSameConnectionAs(returns.Handle) && runs.GivesBack < returns.GivesBack
            ? runs with { GivesBack = returns.GivesBack } : null;
    }

    /// <summary>
    /// What a migration does on the handle that it is given, it does once, and alone: it races with nobody, and no other statement is to be held against it.
    /// So with the methods to which it hands that on: <c>this.postgresUp(queryRunner)</c>.
    /// </summary>
    private bool IsOfMigration(Symbol handle) => handle.Is(SymbolFlags.Parameter) && handle.Scope.Function.Node is { Kind: SyntaxKind.MethodDeclaration, Parent: { Kind: SyntaxKind.ClassBody } body }
        && project.Bindings.ModuleOf(body.Tree)!.MembersOf(body).Find(Migrations.Up).Exists
        && project.Types.TypeOf(handle).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Migrates));

    /// <summary>When the function around a use only passes on what it is given, its callers are the users.</summary>
    private void FollowWrapper(DatabaseCall inner)
    {
        if (inner.Through.Length > LongestChain || project.FunctionAround(inner.Call) is not { } function || function.Node.Is(SyntaxKind.SourceFile))
            return;
        Workers.Step();
        if (inner.Action is DatabaseAction.Run)
            function = OwnerOf(inner.Text, function);
        var handle = FunctionShape.ParameterOf(function, inner.Handle.Variable);
        switch (inner.Action)
        {
            case DatabaseAction.Run when ParameterNamed(function, inner.Text) is >= 0 and var sql && wrappers.Add((function.Node, inner.Action, sql)):
                var parameters = ParameterNamed(function, inner.ParameterList);
                foreach (var call in CallsTo(function))
                {
                    var text = Argument(call, new(sql));
                    if (!text.Exists)
                        continue;
                    var statement = StatementOf(text);
                    var values = parameters >= 0 ? Argument(call, new(parameters)) : default;
                    var (on, onIf) = ChosenAt(inner, function, call);
                    Add(Lifted(inner with { Handle = on ?? HandleOutside(inner.Handle, function, handle) }, call, on is null ? handle : -1) with
                    {
                        RunsOnIf = onIf,
                        Text = text,
                        Constant = statement,
                        Queries = statement is null ? [] : Query.Parse(statement.ToSql()),
                        Parameters = Elements(values),
                        ParameterList = values,
                        Values = [],
                    });
                }

                break;

            // "const rollback = (client) => client.query('ROLLBACK')": the caller's transaction begins or ends.
            case DatabaseAction.Run when handle >= 0 && inner.Queries is [{ Kind: QueryKind.Begin or QueryKind.Commit or QueryKind.Rollback }] && !IsWhole(function, inner.Handle.Variable) && wrappers.Add((function.Node, inner.Action, handle)):
                foreach (var call in CallsTo(function))
                    Add(Lifted(inner, call, handle) with { Parameters = [], ParameterList = default, Values = [] });
                break;

            // "const connect = () => pool.connect()": the caller has the connection now.
            case DatabaseAction.Acquire when ConnectionLife.IsHandedOut(inner.Call, function.Node, function.Module) && wrappers.Add((function.Node, inner.Action, 0)):
                foreach (var call in CallsTo(function).Where(call => IsConnection(call) && !project.GivenArguments.IsRuledOut(call, inner.Call)))
                    Add(Lifted(inner, call, -1));
                break;

            case DatabaseAction.Release or DatabaseAction.Destroy when handle >= 0 && wrappers.Add((function.Node, inner.Action, handle)):
                var gives = IsOnEveryWay(function, inner) ? inner.GivesBack : GivesBack.Perhaps;
                foreach (var call in CallsTo(function).Where(call => !project.GivenArguments.IsRuledOut(call, inner.Call)))
                    Add(Lifted(inner, call, handle) with { GivesBack = gives });
                break;
        }
    }

    /// <summary>Whether a function both begins and ends a transaction on the connection that it is handed: the caller's is as it was.</summary>
    private bool IsWhole(FunctionModel function, Symbol handle) =>
        byFunction.TryGetValue(function, out var calls) && calls.Exists(call => call.Begins && call.Handle.Variable == handle) && calls.Exists(call => call.Ends && call.Handle.Variable == handle);

    /// <summary>Whether a function that returns has given the connection of one of its parameters back, here or by another call of it.</summary>
    private bool IsOnEveryWay(FunctionModel function, DatabaseCall release)
    {
        if (function.Flow is not { } graph)
            return false;
        var all = byFunction[function].Where(call => call.GivesBack is GivesBack.Always && call.Handle.Variable == release.Handle.Variable).SelectMany(call => graph.PointsOf(call.Call)).ToHashSet();
        return !graph.ReachableFrom(0, all.Contains, exceptions: false)[graph.Returns];
    }

    /// <summary>"query = (sql, args) => withClient(async (client) => client.query(sql, args))": the function whose parameter the text is, around callbacks of calls that are waited for.</summary>
    private static FunctionModel OwnerOf(SyntaxNode text, FunctionModel function)
    {
        var owner = function;
        while (ParameterNamed(owner, text) < 0)
        {
            var taker = owner.Node.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } call } ? call : default;
            if (!taker.Exists || !(taker.Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction) || owner.Enclosing is not { } around)
                return function;
            owner = around;
        }

        return owner;
    }

    /// <summary>"query(text, values, client)" of a wrapper that runs on <c>client ?? pool</c>: what it runs on at a call, and what it runs on there if that is given in turn. Nothing where the wrapper chooses nothing.</summary>
    private (Handle? Handle, CalledValue RunsOnIf) ChosenAt(DatabaseCall inner, FunctionModel wrapper, SyntaxNode call)
    {
        if (inner.RunsOnIf is not { Node.Exists: true, Members: "" } chosen || ParameterNamed(wrapper, chosen.Node) is not (>= 0 and var place))
            return default;
        var given = Argument(call, new(place)).Unwrapped();
        if (!given.Exists)
            return (CallArguments.HasSpread(call) ? null : inner.Handle with { Kind = HandleKind.Pool, Variable = default }, default);
        return given.Is(SyntaxKind.NullKeyword) || given.TextIs("undefined"u8) ? (inner.Handle with { Kind = HandleKind.Pool, Variable = default }, default) : (null, new(given, ""));
    }

    /// <summary>A connection that the wrapper takes, or is lent inside, is another one at the next call, as a pool's is.</summary>
    private static Handle HandleOutside(Handle inner, FunctionModel wrapper, int handleParameter) =>
        handleParameter < 0 && inner.Variable.Exists && wrapper.Node.Span.Contains(inner.Variable.Declaration.Span) && inner.Variable.Declaration.Tree == wrapper.Node.Tree
            ? inner with { Kind = HandleKind.Pool } : inner;

    private DatabaseCall Lifted(DatabaseCall inner, SyntaxNode call, int handleParameter) => inner with
    {
        Call = call,
        Handle = handleParameter >= 0 && Argument(call, new(handleParameter)) is { Exists: true } given ? HandleAt(given) ?? inner.Handle with { Variable = default } : inner.Handle with { Variable = default },
        Through = inner.Through.Insert(0, inner.Call),
    };

    private IEnumerable<SyntaxNode> CallsTo(FunctionModel function) => project.Callers.CallsTo(function);

    private Handle? HandleOf(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        return callee.Kind is SyntaxKind.PropertyAccessExpression ? HandleAt(callee.FirstChild) : HandleAt(callee);
    }

    /// <summary>What is known of a statement's text; null when nothing is.</summary>
    private ConstantText? StatementOf(SyntaxNode text) => text.Exists && project.Constants.TextOf(text) is { HasText: true } constant ? constant : null;

    /// <summary>The transaction that a variable is, whatever its type says: an EntityManager is one where a library hands it out with one, and so is another name for it, <c>const db = tx as unknown as Database</c>. Null when it is none.</summary>
    public Handle? SessionAt(SyntaxNode expression)
    {
        for (var names = 0; names < MostAliases && expression.Unwrapped() is { Kind: SyntaxKind.Identifier } named && VariableAt(named) is { Exists: true } given; names++)
        {
            if (TransactionOf(given) is { Call: { Exists: true } opener } transaction)
                return new(HandleKind.Transaction, given, named.Text) { Opener = opener, Isolation = transaction.Level };
            if (given is not { IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } || !declaration.FirstChild.Is(SyntaxKind.Identifier))
                return null;
            expression = declaration.Child(SyntaxKind.Initializer).FirstChild;
        }

        return null;
    }

    /// <summary>The handle that an expression is, by its type; null when it is none.</summary>
    public Handle? HandleAt(SyntaxNode expression)
    {
        var kinds = new HashSet<HandleKind>();
        foreach (var type in project.Types.TypeOf(expression).NonNullish().Alternatives)
        {
            if (KindOf(type) is { } kind)
                kinds.Add(kind);
        }

        if (kinds.Count == 0 || kinds.Contains(HandleKind.Redis) || kinds.Contains(HandleKind.Queue))
            return null;
        var bare = expression.Unwrapped();
        return SessionAt(bare) ?? new(kinds.Count == 1 && !IsPicked(bare) ? kinds.First() : null, VariableAt(bare), bare.Text) { Member = bare.Is(SyntaxKind.PropertyAccessExpression) && VariableAt(bare.FirstChild.Unwrapped()) is { Exists: true } of && of.Declaration.Is(SyntaxKind.Parameter) ? bare : default };
    }

    /// <summary>"executor: Pick&lt;typeof db, 'select' | 'update'&gt;": a parameter that takes whatever has these members, a transaction as well as the pool whose type is named.</summary>
    private bool IsPicked(SyntaxNode expression)
    {
        var type = VariableAt(expression) is { Exists: true } variable && Parameter.From(variable.Declaration) is { } parameter ? parameter.Type : default;
        for (var aliases = 0; type.Is(SyntaxKind.TypeReference) && aliases < MostAliases; aliases++)
        {
            if (type.FirstChild.TextIs("Pick"u8) || type.FirstChild.TextIs("Omit"u8))
                return true;
            type = project.Bindings.SymbolOf(type.FirstChild) is { Exists: true } named && named.Declaration.Is(SyntaxKind.TypeAliasDeclaration) ? new TypeAliasDeclaration(named.Declaration).Type : default;
        }

        return false;
    }

    /// <summary>How many names a type or a handle goes by before what it is.</summary>
    private const int MostAliases = 4;

    private HandleKind? KindOf(LightType type)
    {
        foreach (var effect in project.EffectsOf(type))
        {
            if (effect is Effect.Handle handle)
                return handle.Kind;
        }

        return null;
    }

    /// <summary>The argument that a path of a tag means at a call, or the template of one that is tagged; none when it is not written there.</summary>
    private SyntaxNode Argument(SyntaxNode call, ArgumentPath path)
    {
        if (call.Is(SyntaxKind.TaggedTemplateExpression))
            return path.Index == 0 ? call.ChildAt(call.Child(SyntaxKind.TypeArgumentList).Exists ? 2 : 1) : default;
        return project.ArgumentAt(call, path);
    }

    /// <summary>The elements of an array that is written out, here or where the variable gets its only value; empty when one may be anywhere.</summary>
    private ImmutableArray<SyntaxNode> Elements(SyntaxNode array)
    {
        array = array.Unwrapped();
        if (array.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(array) is { IsAssignedOnce: true } variable)
            array = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (!array.Is(SyntaxKind.ArrayLiteralExpression))
            return [];
        var elements = array.Children.ToArray();
        return elements.Any(element => element.Is(SyntaxKind.SpreadElement)) ? [] : [.. elements];
    }

    /// <summary>Which parameter of the function an expression is, unchanged; -1 for none.</summary>
    private static int ParameterNamed(FunctionModel function, SyntaxNode expression)
    {
        var bare = expression.Unwrapped();
        return bare.Is(SyntaxKind.Identifier) ? FunctionShape.ParameterOf(function, function.Module.LocalSymbolOf(bare)) : -1;
    }

    /// <summary>What a wrapper's caller has is a connection by its type, too: only then is it known by which calls it is given back.</summary>
    private bool IsConnection(SyntaxNode call) => project.Types.TypeOf(call).NonNullish() is var type && (type is LightType.Promise promise ? promise.Result.NonNullish() : type).Alternatives.Any(alternative => KindOf(alternative) is HandleKind.Client);

    private static bool MayBeTruthy(SyntaxNode argument) =>
        argument.Exists && argument.Kind is not (SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword) && !argument.TextIs("undefined"u8);
}
