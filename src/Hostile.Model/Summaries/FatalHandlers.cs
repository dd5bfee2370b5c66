using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A listener for what would otherwise end the process: <c>process.on('unhandledRejection', …)</c>.</summary>
/// <param name="Call">The call that registers it.</param>
/// <param name="Event">The event.</param>
/// <param name="Handler">The function; none when it is out of sight.</param>
/// <param name="Exit">The call that ends the process in the end; none when nothing does.</param>
/// <param name="ExitsAsSuccess">Whether that call says that all is well: exit code 0.</param>
public sealed record FatalHandler(SyntaxNode Call, string Event, SyntaxNode Handler, SyntaxNode Exit, bool ExitsAsSuccess)
{
    /// <summary>Reports whether the process goes on after it: there is a handler in sight and nothing in it ends the process.</summary>
    public bool Survives => IsOfLibrary || OnlyWrites || (Handler.Exists && !Exit.Exists);

    /// <summary>Whether it is a function of the console itself: <c>process.on('unhandledRejection', console.error)</c>.</summary>
    public bool OnlyWrites { get; init; }

    /// <summary>Whether a library listens, as the call makes it do.</summary>
    public bool IsOfLibrary { get; init; }

    /// <summary>What of the environment must be so, that it is registered at all; empty when nothing in sight asks.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Reports whether it hears of exceptions that nobody caught.</summary>
    public bool HearsExceptions => Event is "uncaughtException";

    /// <summary>Reports whether it hears of rejections that nobody took: those come as <c>uncaughtException</c> when there is no listener of their own.</summary>
    public bool HearsRejections => Event is "unhandledRejection" or "uncaughtException";
}

/// <summary>Which files a listener hears.</summary>
/// <param name="Handler">The listener.</param>
/// <param name="Registrars">The files that register it: its own, and those that call the function around it.</param>
/// <param name="Files">What they import.</param>
/// <param name="Beside">What runs beside it in the processes of those that import its file, where that registers it as it is loaded.</param>
internal sealed record FatalHearing(FatalHandler Handler, HashSet<Module> Registrars, HashSet<Module> Files, HashSet<Module> Beside);

/// <summary>Finds the listeners for uncaught exceptions and unhandled rejections, and what they do in the end.</summary>
internal static class FatalHandlers
{
    /// <summary>A handler that calls a function that calls a function … that exits.</summary>
    private const int LongestChain = 4;

    private static readonly Name RequireName = Name.Of("require"u8);

    /// <summary>All of the program but for tests, by file and position.</summary>
    public static ImmutableArray<FatalHandler> All(ProjectModel project)
    {
        var found = ImmutableArray.CreateBuilder<FatalHandler>();
        foreach (var call in project.RegisteringCalls.Where(call => IsProcess(call.FirstChild.FirstChild)).OrderBy(project.PlaceOf))
        {
            // What is registered when the process is about to end, or outside of production only, hears nothing while it serves.
            if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.FunctionAround(call)?.Exposure.Kind is StartKind.Signal || project.IsInDevelopment(call))
                continue;
            var arguments = call.Child(SyntaxKind.ArgumentList);
            foreach (var name in EventsOf(project, arguments.FirstChild))
            {
                var handler = project.FunctionNamed(arguments.ChildAt(1));
                var exit = handler.Exists ? ExitIn(project, handler, new(), 0) : default;
                found.Add(new(call, name, handler, exit, exit.Exists && project.Constants.NumberOf(exit.Child(SyntaxKind.ArgumentList).FirstChild) == 0)
                {
                    OnlyWrites = arguments.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } written && written.FirstChild.TextIs("console"u8),
                });
            }
        }

        foreach (var name in Transactions.LibraryNames<Effect.Survives>(project))
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                if (!project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) && project.Types.CalleeOf(call) is Callee.Library library
                    && project.Effects.Of(library.Signature).OfType<Effect.Survives>().FirstOrDefault() is { } survives && !survives.Unless.Any(unless => IsGiven(project, call, unless)) && !project.IsInDevelopment(call))
                    found.Add(new(call, "unhandledRejection", default, default, false) { IsOfLibrary = true, Condition = EnvironmentAsked(call) });
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a call is given an option with that value, as a keyword or as a list that is written out.</summary>
    private static bool IsGiven(ProjectModel project, SyntaxNode call, (ArgumentPath Option, string Value) unless)
    {
        var argument = CallArguments.At(call, unless.Option.Index);
        if (!argument.Exists || project.Options.Of(argument).Find(unless.Option.Property) is not { IsCertain: true } option)
            return false;
        var value = project.Constants.ValueOf(option.Value).Unwrapped();
        return unless.Value is "list" ? value.Is(SyntaxKind.ArrayLiteralExpression) : value.Text == unless.Value;
    }

    /// <summary>The condition on the environment under which a call is made, in its own function: <c>if (process.env.SENTRY_DSN)</c>, or, above it, <c>if (!process.env.SENTRY_DSN) return;</c>; that it is production is none.</summary>
    private static string EnvironmentAsked(SyntaxNode call)
    {
        for (var at = call; at.Parent.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            var around = at.Parent;
            if (around.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression && around.ChildAt(1) == at && IsOfEnvironment(around.FirstChild))
                return around.FirstChild.Text;
            foreach (var earlier in around.Is(SyntaxKind.Block) || around.Is(SyntaxKind.SourceFile) ? around.Children.ToArray() : [])
            {
                if (earlier == at)
                    break;
                if (earlier.Is(SyntaxKind.IfStatement) && !earlier.ChildAt(2).Exists && Leaves(earlier.ChildAt(1)) && earlier.FirstChild.Unwrapped() is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } absent && IsOfEnvironment(absent))
                    return absent.FirstChild.Text;
            }
        }

        return "";

        static bool Leaves(SyntaxNode branch) => branch.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement || (branch.Is(SyntaxKind.Block) && branch.Children.Count > 0 && branch.Children.ToArray()[^1].Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement);

        static bool IsOfEnvironment(SyntaxNode condition) => condition.Text is var asked && (asked.Contains("env", StringComparison.OrdinalIgnoreCase) || asked.Contains("dsn", StringComparison.OrdinalIgnoreCase)) && !asked.Contains("NODE_ENV", StringComparison.Ordinal);
    }

    /// <summary><c>process</c>, or a member of that name: <c>this.process.on('unhandledRejection', …)</c>.</summary>
    private static bool IsProcess(SyntaxNode receiver) => receiver.TextIs("process"u8) || (receiver.Is(SyntaxKind.PropertyAccessExpression) && receiver.ChildAt(1).TextIs("process"u8));

    /// <summary>Which of the two an expression names: a text, or the element of a list that is written out, <c>['unhandledRejection', 'uncaughtException'].forEach((type) => process.on(type, …))</c>.</summary>
    private static IEnumerable<string> EventsOf(ProjectModel project, SyntaxNode named)
    {
        if (project.Constants.StringOf(named) is { } text)
            return text is "unhandledRejection" or "uncaughtException" ? [text] : [];
        if (!named.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(named) is not { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } parameter } || Callers.Argument(FunctionShape.Enclosing(parameter.FirstChild)) is not { Call.Exists: true } given
            || given.Call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } each)
            return [];
        var list = project.Types.ValueOf(each.FirstChild) is { Exists: true } value ? value : each.FirstChild.Unwrapped();
        return list.Is(SyntaxKind.ArrayLiteralExpression) ? list.Children.ToArray().Select(element => project.Constants.StringOf(element)).OfType<string>().Where(element => element is "unhandledRejection" or "uncaughtException") : [];
    }

    /// <summary>The files for which a listener is registered: what is imported by its file, and by those that call the function around it; of a command that loads code by computed names all that may run in its process.</summary>
    public static FatalHearing HeardBy(ProjectModel project, FatalHandler handler)
    {
        var registrars = new HashSet<Module> { project.Bindings.ModuleOf(handler.Call.Tree)! };
        var around = project.FunctionAround(handler.Call);
        for (var (level, depth) = (around is null ? [] : new List<FunctionModel> { around }, 0); level.Count > 0 && depth < LongestChain; depth++)
        {
            level = [.. level.Where(function => !function.IsTopLevel).SelectMany(project.Callers.CallsTo).Select(project.FunctionAround).OfType<FunctionModel>().Distinct()];
            registrars.UnionWith(level.Select(function => function.Module).Where(module => !module.Roles.HasFlag(ModuleRoles.Test)));
        }

        var graph = project.ModuleGraph;
        var heard = graph.ReachedFrom(registrars).ToHashSet();
        var loadsByComputedName = LoadsByComputedName(project, heard);
        // A command that loads what is named at run time runs the rest of the program in its own process: nobody sees which part.
        if (loadsByComputedName && registrars.Any(module => module.Roles.HasFlag(ModuleRoles.Command)))
            heard.UnionWith(project.Bindings.Modules.Where(module => !project.IsInBrowser(module)));
        // A server that requires its routes by computed names: what nobody imports is what it finds in its folders. What exports something is no start of a process: it is loaded so, or not at all.
        else
            heard.UnionWith(graph.ReachedFrom([.. OrphansBeside(project, registrars, heard, loadsByComputedName)]));
        // "import './logging'": whoever imports a file that listens as it is loaded, directly or not, runs in a process that does.
        // So does whoever imports the class of a command whose method listens: a framework runs it.
        HashSet<Module> beside = around is { IsTopLevel: true } || (around is not null && around.Node.Parent.Is(SyntaxKind.ClassBody) && registrars.Count == 1) ? [.. graph.ReachedFrom(graph.LeadingTo(registrars).Where(module => !Reaches.ServesTests(module)))] : [];
        return new(handler, registrars, heard, beside);
    }

    /// <summary>The files that run in a process in which nobody listens, as far as we see: what is reached from a file that nobody imports, that does not lead to a listener, and that is neither a tool nor a page.</summary>
    public static HashSet<Module> Unheard(ProjectModel project, IEnumerable<FatalHearing> hearings)
    {
        var graph = project.ModuleGraph;
        var listening = graph.LeadingTo(hearings.SelectMany(hearing => hearing.Registrars));
        return [.. graph.ReachedFrom(project.Bindings.Modules.Where(module => !listening.Contains(module) && !graph.ImportersOf(module).Any(importer => !Reaches.ServesTests(importer))
            && !Reaches.ServesTests(module) && !project.IsInBrowser(module) && !project.IsForTools(module)))];
    }

    /// <summary>
    /// The files of the packages of some that nobody imports: all where they are loaded by computed names; otherwise those that export something, do not serve, and import what is loaded beside the listener, too.
    /// </summary>
    private static IEnumerable<Module> OrphansBeside(ProjectModel project, HashSet<Module> registrars, HashSet<Module> heard, bool isEveryOneLoaded) => project.Bindings.Modules.Where(module => project.ModuleGraph.ImportersOf(module).Count == 0
        && (isEveryOneLoaded || (module.Exports.Names.Any() && !project.BeginsToServe(module.Tree.Root) && project.ModuleGraph.ImportsOf(module).Any(heard.Contains)))
        && !Reaches.ServesTests(module) && !project.IsInBrowser(module) && registrars.Any(registrar => IsOfOnePackage(project, registrar, module)));

    private static bool IsOfOnePackage(ProjectModel project, Module one, Module other) => project.PackageOf(one)?.Directory == project.PackageOf(other)?.Directory;

    /// <summary><c>require(path)</c> of what is no text, <c>import(pathToFileURL(path))</c>.</summary>
    private static bool LoadsByComputedName(ProjectModel project, HashSet<Module> modules)
    {
        foreach (var call in project.Calls.CallsOf(RequireName))
        {
            var given = call.Child(SyntaxKind.ArgumentList).FirstChild;
            if (given.Exists && given.Kind is not (SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral) && modules.Contains(project.Bindings.ModuleOf(call.Tree)!))
                return true;
        }

        foreach (var module in modules)
        {
            foreach (var import in module.Tree.NodesOf(Imports))
            {
                if (IsOfFoundFile(import))
                    return true;
            }
        }

        return false;
    }

    private static readonly KindSet Imports = KindSet.Of(SyntaxKind.ImportKeyword);

    /// <summary><c>import(pathToFileURL(path))</c>: a file that was found in a folder.</summary>
    private static bool IsOfFoundFile(SyntaxNode import) =>
        import.Parent.Is(SyntaxKind.CallExpression) && import.Parent.FirstChild == import && import.Parent.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } given && given.Bytes.IndexOf("pathToFileURL("u8) >= 0;

    /// <summary>A call that ends the process, or a <c>throw</c>, which does so in such a handler; callbacks within it and functions that it calls included.</summary>
    private static SyntaxNode ExitIn(ProjectModel project, SyntaxNode function, Visited visited, int depth)
    {
        if (depth > LongestChain || !visited.Enters(function, depth))
            return default;
        foreach (var node in FunctionShape.BodyOf(function).DescendantsAndSelf)
        {
            // What a called function throws only under a condition, a check of what it is given, is not meant to end anything.
            if (node.Is(SyntaxKind.ThrowStatement) && (depth == 0 || IsAlwaysReached(node, function)))
                return node;
            if (!node.Is(SyntaxKind.CallExpression))
                continue;
            if (project.NeverReturns(node) || EndsByName(node))
                return node;
            if (project.Types.CalleeOf(node) is Types.Callee.InProgram program)
            {
                foreach (var called in program.Functions)
                {
                    if (ExitIn(project, called, visited, depth + 1) is { Exists: true } exit)
                        return exit;
                }
            }
        }

        return default;
    }

    private static bool IsAlwaysReached(SyntaxNode statement, SyntaxNode function)
    {
        for (var at = statement; at.Parent.Exists && at.Parent != function; at = at.Parent)
        {
            if (at.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.TryStatement or SyntaxKind.CatchClause or SyntaxKind.CaseClause or SyntaxKind.DefaultClause || FunctionShape.IsLoop(at.Parent) || FunctionLike.From(at.Parent) is not null)
                return false;
        }

        return true;
    }

    /// <summary><c>process.exit()</c>, <c>process.kill(…)</c>, <c>exit()</c>: by name too, since the object may be handed in.</summary>
    private static bool EndsByName(SyntaxNode call)
    {
        var name = CallName.Of(call);
        return name.TextIs("exit"u8) || name.TextIs("kill"u8) || name.TextIs("abort"u8) || name.TextIs("reallyExit"u8);
    }
}
