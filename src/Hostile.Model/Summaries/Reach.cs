using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Who waits behind a library object, or behind a piece of code.</summary>
/// <param name="Kind">What kind of run makes it, or runs it.</param>
/// <param name="Reason">How we know, in one clause; empty for <see cref="ReachKind.Service"/>.</param>
public readonly record struct Reach(ReachKind Kind, string Reason);

/// <summary>What kind of run a library object is made for, or a piece of code belongs to.</summary>
public enum ReachKind
{
    /// <summary>A service, as far as we see: others may wait behind it.</summary>
    Service,

    /// <summary>A run that somebody started for one job and that ends.</summary>
    OneRun,

    /// <summary>One call makes it, and closes it.</summary>
    OneCall,

    /// <summary>Tests only.</summary>
    Tests,

    /// <summary>Scripts and tools that somebody runs by hand.</summary>
    Tools,

    /// <summary>The program while it is developed.</summary>
    Development,

    /// <summary>No run gets there.</summary>
    Nobody,

    /// <summary>A program with windows of its own: it serves the one who sits before it.</summary>
    OneUser,

    /// <summary>A pool makes it, with options of its own.</summary>
    Pool,
}

/// <summary>Finds out, from who imports, closes and constructs it, for what a library object is made.</summary>
internal sealed class Reaches(ProjectModel project)
{
    private static readonly KindSet CallsAndFunctions = KindSet.Of(SyntaxKind.CallExpression, SyntaxKind.Decorator, SyntaxKind.FunctionDeclaration, SyntaxKind.FunctionExpression, SyntaxKind.ArrowFunction, SyntaxKind.MethodDeclaration, SyntaxKind.Constructor, SyntaxKind.GetAccessor, SyntaxKind.SetAccessor);

    private static readonly Name ExitName = Name.Of("exit"u8);

    private readonly ProjectModel project = project;
    private readonly ConcurrentDictionary<Module, bool> ending = new();
    private const int MostImporters = 200;
    private const int LongestStart = 1;

    private static readonly string[] Entries = ["src/index.ts", "index.ts", "src/index.js", "index.js"];

    private readonly ConcurrentDictionary<Module, bool> tools = new();
    private readonly ConcurrentDictionary<string, bool> programs = new();
    private readonly Lazy<HashSet<SyntaxNode>> constructed = new(() => ConstructedByPools(project));

    /// <summary>Who waits behind the code at a place: nobody, where it only runs in development, for tests or by hand.</summary>
    public Reach Of(Place place)
    {
        if (project.Bindings.ModuleAt(place.Path) is not { } module || module.Source != place.Source)
            return new(ReachKind.Service, "");
        if (ServesTests(module))
            return new(ReachKind.Tests, "only tests use it");
        if (IsSample(module))
            return new(ReachKind.Tools, "it fills a database with samples");
        if (IsForTools(module))
            return new(ReachKind.Tools, "only scripts and tools that are run by hand use it");
        if (IsExample(module))
            return new(ReachKind.Tools, "it is an example of how to use the rest");
        if (project.Unloaded.PassedOverBy(module) is { } index)
            return new(ReachKind.Nobody, $"nothing loads this file: `{index.Path}` loads those beside it, and not this one");
        if (module.Tree.NodeAround(place.Span) is not { Exists: true } node)
            return new(ReachKind.Service, "");
        if (project.DeadCode.Has(node))
            return new(ReachKind.Nobody, "no run gets there: what stands before it always returns");
        if (project.DeadCode.OnlyCalls(node, module))
            return new(ReachKind.Nobody, "only code that no run gets to calls it: what stands before that always returns");
        if (project.IsInDevelopment(node))
            return new(ReachKind.Development, "it runs in development only");
        return project.IsForOneUser(module) ? new(ReachKind.OneUser, "it runs on the machine of one user, and serves nobody else") : new(ReachKind.Service, "");
    }

    /// <summary>Who waits behind an object.</summary>
    public Reach Of(LibraryObject made)
    {
        if (HandedClass(made) is { Exists: true })
            return new(ReachKind.Pool, "only a pool constructs it, with the pool's options");
        var module = project.Bindings.ModuleOf(made.Call.Tree)!;
        if (project.IsGivenToCommand(module) && IsNamedHereAlone(made, module))
            return new(ReachKind.OneRun, "only the command that changes the schema uses it, by a script of the package: no request waits behind it");
        var users = UsersOf(module);
        if (users.Count <= MostImporters && users.All(ServesTests))
            return new(ReachKind.Tests, "only tests use it");
        if (users.Count <= MostImporters && users.All(IsExample))
            return new(ReachKind.OneRun, "only an example uses it");
        if (users.Count <= MostImporters && !users.Any(Serves))
        {
            if (WhyOneRun(made, users) is { } reason)
                return new(ReachKind.OneRun, reason);
        }

        var function = project.FunctionAround(made.Call);
        return function is { Exposure: { IsConcurrent: false } } && !function.Node.Is(SyntaxKind.SourceFile) && ClosingCalls(made).Any(call => IsOfLocal(call, made.Call, function))
            ? new(ReachKind.OneCall, $"`{function.Name}` makes it and closes it: nobody else waits for its connections")
            : new(ReachKind.Service, "");
    }

    /// <summary>"const pool = new Pool(…)", and later in the same function "pool.end()": of a field it may close the one before.</summary>
    private static bool IsOfLocal(SyntaxNode close, SyntaxNode made, FunctionModel function) =>
        FunctionShape.Enclosing(close) == function.Node && close.FirstChild.Unwrapped().FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } name
        && function.Module.LocalSymbolOf(name) is { Exists: true, IsModuleLevel: false } variable
        && variable.Declaration.Child(SyntaxKind.Initializer) is { Exists: true } initial && initial.Span.Contains(made.Span);

    /// <summary>The class around an object's construction, when pools are given it to construct and the program never does.</summary>
    private SyntaxNode HandedClass(LibraryObject made)
    {
        var around = made.Call.Parent;
        while (around.Exists && around.Kind is not (SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression))
            around = around.Parent;
        return around.Exists && constructed.Value.Contains(around) && !project.Calls.CallsOf(NameOf(around)).Any(call => call.Is(SyntaxKind.NewExpression) && !IsTest(call) && IsOf(call, around)) ? around : default;
    }

    private Name NameOf(SyntaxNode type)
    {
        var module = project.Bindings.ModuleOf(type.Tree)!;
        var holder = type.Wrapped().Parent;
        return holder.Is(SyntaxKind.Initializer) && holder.Parent.Is(SyntaxKind.VariableDeclaration) ? module.NameOf(holder.Parent.FirstChild) : module.NameOf(type.Child(SyntaxKind.Identifier));
    }

    private bool IsOf(SyntaxNode made, SyntaxNode type) => ClassOf(project, made.FirstChild) == type;

    private bool IsTest(SyntaxNode node) => project.Bindings.ModuleOf(node.Tree)!.Roles.HasFlag(ModuleRoles.Test);

    /// <summary>The classes of the program that pools are told to make their connections of.</summary>
    private static HashSet<SyntaxNode> ConstructedByPools(ProjectModel project)
    {
        var found = new HashSet<SyntaxNode>();
        foreach (var pool in project.LibraryObjects<Effect.Waits>())
        {
            foreach (var written in CallOptions.Of(project, pool.Call, pool.Member, pool.Signature).All)
            {
                if (written.Effects.OfType<Effect.Constructs>().Any())
                    Collect(written.Option.Value);
            }
        }

        return found;

        void Collect(SyntaxNode value)
        {
            value = value.Unwrapped();
            if (value.Kind is SyntaxKind.ConditionalExpression or SyntaxKind.BinaryExpression)
            {
                foreach (var child in value.Children)
                    Collect(child);
            }
            else if (ClassOf(project, value) is { Exists: true } type)
            {
                found.Add(type);
            }
        }
    }

    /// <summary>The class of the program that an expression names; none for anything else.</summary>
    private static SyntaxNode ClassOf(ProjectModel project, SyntaxNode expression)
    {
        var value = project.Constants.ValueOf(expression).Unwrapped();
        if (value.Is(SyntaxKind.ClassExpression))
            return value;
        return value.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(value).Declaration is { Kind: SyntaxKind.ClassDeclaration } declared ? declared : default;
    }

    /// <summary>Whether nothing but scripts and tools that are run by hand uses a file, and nothing in it serves anybody.</summary>
    public bool IsForTools(Module module) => tools.GetOrAdd(module, static (module, self) => self.UsersOf(module) is { Count: <= MostImporters } users && users.All(self.IsTool) && !users.Any(self.ServesOthers), this);

    /// <summary>Whether a file ends its process when it is done, as a command does: what it holds open ends with that.</summary>
    public bool EndsItsProcess(Module module) => ending.GetOrAdd(module, static (module, self) => self.project.Calls.CallsOf(ExitName, module).Any(call => call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && self.project.NeverReturns(call) && !call.Ancestor(SyntaxKind.CatchClause).Exists), this);

    /// <summary>A file and all that import it, directly or not; what only tests do with it is left out.</summary>
    private List<Module> UsersOf(Module module)
    {
        var users = new List<Module> { module };
        var known = new HashSet<Module>(users);
        for (var i = 0; i < users.Count && users.Count <= MostImporters; i++)
        {
            foreach (var importer in project.ModuleGraph.ImportersOf(users[i]))
            {
                if (!importer.Roles.HasFlag(ModuleRoles.Test) && known.Add(importer))
                    users.Add(importer);
            }
        }

        return users;
    }

    /// <summary>Its path says so in so many words: <c>src/testing/seeder.ts</c>, <c>chaos-tests/helpers.ts</c>, <c>postgresTestUtils.ts</c>.</summary>
    public static bool ServesTests(Module module) =>
        module.Roles.HasFlag(ModuleRoles.Test) || WordsOf(module.Path).Any(word => word is "test" or "tests" or "testing" or "acceptance" or "testcontainers" or "testkit" or "mock" or "mocks" or "fixtures" or "e2e");

    /// <summary>It lies in a folder that is for tests as a whole; a feature called "send-test-email" is not.</summary>
    public static bool LiesWithTests(Module module) => module.Path.Split('/').SkipLast(1).Any(directory => directory is "test" or "tests" or "testing" or "test-utils" or "testutils" or "test-helpers" or "testkit" or "mocks" or "fixtures" or "e2e" || directory.EndsWith("-tests", StringComparison.Ordinal));

    /// <summary>A function whose name says that it is there for tests: <c>resetForTests</c>.</summary>
    public static bool ServesTests(string functionName) => WordsOf(functionName).Any(word => word is "test" or "tests" or "testing");

    private static IEnumerable<string> WordsOf(string path)
    {
        var start = 0;
        for (var i = 1; i <= path.Length; i++)
        {
            if (i < path.Length && char.IsAsciiLetterOrDigit(path[i]) && !(char.IsAsciiLetterUpper(path[i]) && !char.IsAsciiLetterUpper(path[i - 1])))
                continue;
            if (path[start..i].Trim('/', '.', '-', '_') is { Length: > 0 } word)
                yield return word.ToLowerInvariant();
            start = i;
        }
    }

    /// <summary>Whether something in a file answers requests, takes jobs or works by the clock, or opens a port.</summary>
    public bool Serves(Module module) => Serves(module, static (kind, _) => kind is StartKind.Request or StartKind.Job or StartKind.Message or StartKind.Timer);

    /// <summary>The same but for what a tool does for itself while it runs: it looks again every second, and talks to the process that it started.</summary>
    private bool ServesOthers(Module module) => Serves(module, static (kind, call) => kind is StartKind.Request or StartKind.Job || (kind is StartKind.Timer && !CallName.Of(call).TextIs("setInterval"u8)));

    private bool Serves(Module module, Func<StartKind?, SyntaxNode, bool> isService)
    {
        if (project.Callers.Answers(module))
            return true;
        foreach (var node in module.Tree.NodesOf(CallsAndFunctions))
        {
            if (OpensPort(node))
                return true;
            // "@Post()" of a controller's method.
            if (node.Is(SyntaxKind.Decorator) && node.FirstChild.Is(SyntaxKind.CallExpression) && isService(project.Roots.KindAt(node.FirstChild, -1), node.FirstChild))
                return true;
            if (FunctionLike.From(node) is not null && Callers.Argument(node) is { Call.Exists: true } given && isService(project.Roots.KindAt(given.Call, given.Place), given.Call))
                return true;
        }

        return false;
    }

    /// <summary><c>server.listen(port)</c>; <c>listen(0)</c> asks for any port: for a test, or to find a free one.</summary>
    public static bool OpensPort(SyntaxNode node) =>
        node.Is(SyntaxKind.CallExpression) && !node.Child(SyntaxKind.ArgumentList).FirstChild.TextIs("0"u8) && CallName.Of(node) is { Exists: true } name && (name.TextIs("listen"u8) || name.TextIs("serve"u8));

    /// <summary>Whether a function, or one that it calls, opens the port on which the process serves.</summary>
    public bool BeginsToServe(SyntaxNode function, int depth = 0)
    {
        if (!function.Exists)
            return false;
        foreach (var node in FunctionShape.BodyOf(function).DescendantsAndSelf)
        {
            if (OpensPort(node))
                return true;
            if (depth < LongestStart && node.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(node) is Callee.InProgram { Functions: [var called] } && called != function && FunctionLike.From(called) is { Body.Exists: true } && BeginsToServe(called, depth + 1))
                return true;
        }

        return false;
    }

    /// <summary>"export const source = new DataSource(options)", which no other file names: they import the options beside it.</summary>
    private bool IsNamedHereAlone(LibraryObject made, Module module)
    {
        var holder = made.Call.Wrapped().Parent;
        if (holder.Is(SyntaxKind.ExportAssignment))
            return UsersOf(module).Count == 1;
        if (!holder.Is(SyntaxKind.Initializer) || !holder.Parent.Is(SyntaxKind.VariableDeclaration) || module.SymbolOfDeclaration(holder.Parent) is not { Exists: true } variable)
            return false;
        var mentions = project.Mentions.Of(variable);
        return mentions.All(mention => mention.Tree == made.Call.Tree) && (UsersOf(module).Count == 1 || !mentions.Any(mention => mention.Wrapped().Parent.Is(SyntaxKind.ExportAssignment)));
    }

    /// <summary>Why the run that makes an object is one that somebody started for one job; null when nothing says so.</summary>
    private string? WhyOneRun(LibraryObject made, List<Module> users)
    {
        if (ClosingCalls(made).FirstOrDefault(IsCourse) is { Exists: true } close)
            return $"the run that opens it closes it, too ({project.PlaceOf(close)}): a script, behind which no request waits";
        if (users.All(IsTool))
            return "only scripts that are run by hand use it: no request waits behind it";
        return null;
    }

    /// <summary>The calls that close the object, by file and position.</summary>
    private IEnumerable<SyntaxNode> ClosingCalls(LibraryObject made)
    {
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Method))
        {
            if (symbol.MemberOf.Parent != made.Class.Declaration || !project.Effects.Of(symbol).OfType<Effect.Closes>().Any())
                continue;
            foreach (var call in project.Calls.CallsOf(symbol.Name).Where(call => !IsTest(call)))
            {
                if (call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && project.Types.CalleeOf(call) is Callee.Library && project.Origins.Of(callee.FirstChild).Made.Contains(made.Call))
                    yield return call;
            }
        }
    }

    /// <summary>Whether a call is made in the course of a start of the process, and not only when it fails or is told to end.</summary>
    private bool IsCourse(SyntaxNode call)
    {
        for (var at = call; at.Exists; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CatchClause))
                return false;
            if (Callers.Argument(at) is { Call.Exists: true } given && CallName.Of(given.Call).TextIs("catch"u8))
                return false;
        }

        return project.FunctionAround(call)?.Exposure.Kind is StartKind.Start;
    }

    /// <summary>A file that is called so, or lies in a folder that is, whoever starts it.</summary>
    private static bool IsSample(Module module) => module.Path.Split('/')[^1].Split('.').SkipLast(1).Any(part => part is "seed" or "seeds" or "seeder") || module.Path.Split('/').SkipLast(1).Any(directory => directory is "seed" or "seeds" or "seeders");

    /// <summary>A file that lies in a folder of migrations, or in one for a database within it, and exports one; in any folder one with a number, whose <c>up</c> has a <c>down</c> beside it.</summary>
    public static bool IsMigration(Module module)
    {
        if (module.Path.Split('/') is not { Length: > 1 } way || FileNameOf(way[^1]) is "index" or "migrations" or "provider")
            return false;
        if (char.IsAsciiDigit(way[^1][0]) && GoesBothWays(module))
            return true;
        // A folder "migration" may be of what moves users' data when they ask for it: migrations have numbers.
        return way[^2] is "migrations" || (way.Length > 2 && way[^3] is "migrations")
            || ((way[^2] is "migration" || (way.Length > 2 && way[^3] is "migration")) && (char.IsAsciiDigit(way[^1][0]) || char.IsAsciiDigit(way[^2][0])));
    }

    /// <summary><c>export default { up: async (pool) => …, down: async (pool) => … }</c>, also by way of a constant or a class.</summary>
    private static bool GoesBothWays(Module module)
    {
        foreach (var statement in module.Tree.Root.Children)
        {
            foreach (var part in statement.Children)
            {
                var holder = statement.Kind switch
                {
                    SyntaxKind.ClassDeclaration => part,
                    SyntaxKind.ExportAssignment => part.Unwrapped(),
                    _ => part.FirstChild.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(),
                };
                if (holder.Kind is SyntaxKind.ClassBody or SyntaxKind.ObjectLiteralExpression && Has(holder, "up"u8) && Has(holder, "down"u8))
                    return true;
            }
        }

        return false;

        static bool Has(SyntaxNode holder, ReadOnlySpan<byte> name)
        {
            foreach (var member in holder.Children)
            {
                if (member.FirstAfterModifiers().TextIs(name))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a file fills a database with its first rows, by its name or by the folder it lies in.</summary>
    public static bool IsSeed(Module module) => FileNameOf(module.Path) is "seed" or "seeds" or "seeder" || module.Path.Split('/').SkipLast(1).Any(directory => directory is "seed" or "seeds" or "seeders");

    private static bool IsExample(Module module) => module.Path.Split('/').SkipLast(1).Any(directory => directory is "examples" or "example" or "demo" or "demos" or "playground" or "playgrounds");

    /// <summary>Whether a file belongs to a package that installs a command, exports nothing, and answers nobody.</summary>
    private bool IsOfProgram(Module module) => project.PackageOf(module) is { HasCommand: true } package && programs.GetOrAdd(package.Directory, static (directory, self) => self.IsProgram(directory), this);

    private bool IsProgram(string directory)
    {
        var prefix = directory.Length == 0 ? "" : $"{directory}/";
        var entry = Entries.Select(name => project.Bindings.ModuleAt(prefix + name)).OfType<Module>().FirstOrDefault();
        return entry is not null && !Exports(entry)
            && !project.Bindings.Modules.Any(module => module.Path.StartsWith(prefix, StringComparison.Ordinal) && !module.Roles.HasFlag(ModuleRoles.Test) && project.PackageOf(module)?.Directory == directory && ServesOthers(module));
    }

    private static bool Exports(Module module)
    {
        foreach (var statement in module.Tree.Root.Children)
        {
            if (statement.Kind is SyntaxKind.ExportDeclaration or SyntaxKind.ExportAssignment || statement.Has(NodeFlags.Export) || module.SymbolOfDeclaration(statement).Is(SymbolFlags.Exported))
                return true;
        }

        return false;
    }

    private static string FileNameOf(string path) => path.Split('/')[^1].Split('.')[0];

    /// <summary>A file that begins with <c>#!</c>, is called <c>seed</c>, or lies where hand tools are kept; a migration runs once, when somebody deploys.</summary>
    private bool IsTool(Module module) =>
        (module.Source.Bytes.Span.StartsWith("#!"u8) && !project.IsStarted(module)) || module.Roles.HasFlag(ModuleRoles.Command) || FileNameOf(module.Path) is "seed" or "seeds" or "seeder" || IsOfProgram(module)
        || module.Path.Split('/').SkipLast(1).Any(directory => directory.Split('-') is var words && (words.Contains("cli") || (words.Length > 1 && words[0] is "dev") || (words.Length > 1 && words[^1] is "scripts" or "migrations" or "tool")) || directory.StartsWith("create-", StringComparison.Ordinal) || directory is "scripts" or "tool" or "seed" or "seeds" or "seeders" or "migrations" or "migration" or "toolbox" or ".github" or ".scripts" or "script" or "tools" or "examples" or "example" or "bench" or "benchmark" or "benchmarks")
        // Where the commands lie, the one may be that the server itself is started with.
        || (module.Path.Split('/').SkipLast(1).Contains("bin") && !project.IsStarted(module))
        || project.IsGivenToCommand(module);
}
