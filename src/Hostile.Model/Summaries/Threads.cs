using Hostile.Model.Binding;
using Hostile.Model.Knowledge;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which files run in a thread of their own and nowhere else, as the knowledge files say by what such a thread uses: what nobody catches there ends the thread, and whoever started it hears 'error'.
/// A file that everything imports from such a file only runs there, too.
/// </summary>
internal sealed class Threads
{
    private readonly HashSet<Module> inThread = [];

    public Threads(ProjectModel project, ModuleGraph graph)
    {
        var marks = project.Effects.SymbolsWith<Effect.OfThread>(SymbolFlags.Const).ToDictionary(symbol => symbol, symbol => project.Effects.Of(symbol).OfType<Effect.OfThread>().First().Asks);
        if (marks.Count == 0)
            return;
        var work = new Queue<Module>(project.Bindings.Modules.Where(module => !module.Roles.HasFlag(ModuleRoles.Test) && IsStarted(project, module, marks) && !graph.ImportersOf(module).Any(IsNoTest)));
        while (work.TryDequeue(out var module))
        {
            if (!inThread.Add(module))
                continue;
            foreach (var imported in graph.ImportsOf(module))
            {
                if (graph.ImportersOf(imported).Where(IsNoTest).All(inThread.Contains))
                    work.Enqueue(imported);
            }
        }
    }

    /// <summary>Whether a file runs in a thread of its own, and nowhere else as far as we see.</summary>
    public bool IsInThread(Module module) => inThread.Contains(module);

    private static bool IsNoTest(Module module) => !module.Roles.HasFlag(ModuleRoles.Test);

    private static bool IsStarted(ProjectModel project, Module module, Dictionary<Symbol, bool> marks)
    {
        var uses = false;
        for (var index = 0; index < module.SymbolCount; index++)
        {
            var symbol = module.SymbolAt(index);
            if (!symbol.Is(SymbolFlags.Import) || !Bindings.IsOfPackage(symbol) || !marks.TryGetValue(project.Bindings.ResolveAlias(symbol), out var asks))
                continue;
            if (asks)
                return false;
            uses = true;
        }

        return uses;
    }
}
