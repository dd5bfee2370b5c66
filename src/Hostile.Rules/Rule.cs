using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Model.Binding;

namespace Hostile.Rules;

/// <summary>A kind of fault: its texts, its examples, which are run as tests, and its check, a pure function of the model.</summary>
/// <param name="id"><c>category/name</c>; the name states the fault and reads well after "allow"; never reused.</param>
public sealed class Rule(string id)
{
    public string Id { get; } = id;

    /// <summary>The room, from the id.</summary>
    public Category Category { get; } = Enum.Parse<Category>(id[..id.IndexOf('/')], ignoreCase: true);

    /// <summary>The id without its category.</summary>
    public string Name => Id[(Id.IndexOf('/') + 1)..];

    /// <summary>Impact before reach and money are looked at.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it runs only where a configuration asks for it: what it says is true, but seldom worth a stop.</summary>
    public bool OffByDefault { get; init; }

    /// <summary>The fault in one line, no full stop.</summary>
    public required string Title { get; init; }

    /// <summary>Why it hurts: a short paragraph.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about it: an instruction.</summary>
    public required string Fix { get; init; }

    /// <summary>What it costs in production: one sentence for the report.</summary>
    public required string Risk { get; init; }

    /// <summary>What the rule knowingly does not see.</summary>
    public required string Unseen { get; init; }

    /// <summary>Programs in which the rule fires exactly at the lines marked <c>expect:</c>, and no other rule does.</summary>
    public required ImmutableArray<string> Bad { get; init; }

    /// <summary>Correct programs: silent under every rule.</summary>
    public required ImmutableArray<string> Good { get; init; }

    /// <summary>The detection: examines the model and says a verdict for each candidate it can judge.</summary>
    public required Func<ProjectModel, IEnumerable<Verdict>> Check { get; init; }

    /// <summary>A check that looks at one function at a time.</summary>
    /// <param name="check">What it says of a function.</param>
    /// <param name="of">Whether it may say anything of a function: asked of all first, and so a word of the model that costs next to nothing. Null when nothing tells beforehand.</param>
    public static Func<ProjectModel, IEnumerable<Verdict>> EachFunction(Func<FunctionModel, IEnumerable<Verdict>> check, Func<FunctionModel, bool>? of = null) => new FunctionCheck(check, of).Run;

    /// <summary>A check that looks at one file at a time; what it would say of tests is of no use.</summary>
    public static Func<ProjectModel, IEnumerable<Verdict>> EachModule(Func<ProjectModel, Module, IEnumerable<Verdict>> check) => new ModuleCheck(check).Run;

    /// <summary>The check of one function, when the rule looks at one at a time: then the functions can be judged side by side. Null when it looks at the whole project.</summary>
    internal Func<FunctionModel, IEnumerable<Verdict>>? EachFunctionCheck => (Check.Target as FunctionCheck)?.Check;

    /// <summary>Whether that check may say anything of a function; null when nothing tells beforehand.</summary>
    internal Func<FunctionModel, bool>? EachFunctionOf => (Check.Target as FunctionCheck)?.Of;

    /// <summary>The check of one file that is no test, when the rule looks at one at a time; null when it does not.</summary>
    internal Func<ProjectModel, Module, IEnumerable<Verdict>>? EachModuleCheck => (Check.Target as ModuleCheck)?.Check;

    /// <summary>A finding of this rule.</summary>
    public Finding At(Place place, string message, params ImmutableArray<Step> trace) => new(this, place, message, trace);

    /// <summary>A candidate that is no fault, and why.</summary>
    public Cleared Clear(Place place, string reason) => new(this, place, reason);

    public override string ToString() => Id;

    private sealed class FunctionCheck(Func<FunctionModel, IEnumerable<Verdict>> check, Func<FunctionModel, bool>? of)
    {
        public Func<FunctionModel, IEnumerable<Verdict>> Check => check;

        public Func<FunctionModel, bool>? Of => of;

        public IEnumerable<Verdict> Run(ProjectModel project) => (of is null ? project.Functions : project.Functions.Where(of)).SelectMany(check);
    }

    private sealed class ModuleCheck(Func<ProjectModel, Module, IEnumerable<Verdict>> check)
    {
        public Func<ProjectModel, Module, IEnumerable<Verdict>> Check => check;

        public IEnumerable<Verdict> Run(ProjectModel project) => project.Bindings.Modules.Where(module => !module.Roles.HasFlag(ModuleRoles.Test)).SelectMany(module => check(project, module));
    }
}
