using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Model.Binding;

namespace Hostile.Rules;

/// <summary>Runs rules over a model and puts their verdicts in order. Same model, same result, on any number of threads.</summary>
public static class Engine
{
    /// <summary>How many functions a thread judges at a time.</summary>
    private const int FunctionsAtOnce = 64;

    /// <summary>How many files a thread judges at a time.</summary>
    private const int ModulesAtOnce = 16;

    /// <summary>How many calls are told of the way to where a rule threw.</summary>
    private const int FramesTold = 4;

    /// <summary>Every rule's verdicts, findings by severity and place, cleared candidates by place.</summary>
    /// <param name="model">The program.</param>
    /// <param name="rules">What is looked for.</param>
    /// <param name="isWanted">Whether anybody wants to hear of a file: the functions of others are not judged one by one; null when all are wanted.</param>
    public static Judgement Run(ProjectModel model, ImmutableArray<Rule> rules, Func<Module, bool>? isWanted = null)
    {
        var whole = rules.Where(rule => rule.EachFunctionCheck is null && rule.EachModuleCheck is null).ToArray();
        var eachModule = rules.Where(rule => rule.EachModuleCheck is not null).ToArray();
        var eachFunction = rules.Where(rule => rule.EachFunctionCheck is not null).ToArray();
        var modules = model.Bindings.Modules.Where(module => !module.Roles.HasFlag(ModuleRoles.Test)).Chunk(ModulesAtOnce).ToArray();
        var functions = model.Functions.Where(function => isWanted?.Invoke(function.Module) != false).Chunk(FunctionsAtOnce).ToArray();
        var outcomes = rules.ToDictionary(rule => rule, rule => new Outcome[rule.EachFunctionCheck is not null ? functions.Length : rule.EachModuleCheck is not null ? modules.Length : 1]);
        var nextWhole = -1;
        Prepare(model);
        // What the rules about the whole program ask for is worked out once and waited for by all who ask meanwhile: so one thread alone begins with them,
        // while the others judge the files, which need the least of it, and then the functions. Whoever is through with those helps with what is left.
        model.Workers.Each(1 + modules.Length + functions.Length + model.Workers.Count, i =>
        {
            if (i == 0 || i > modules.Length + functions.Length)
            {
                while (Interlocked.Increment(ref nextWhole) is var place && place < whole.Length)
                    outcomes[whole[place]][0] = Run(whole[place], [model], whole[place].Check);
            }
            // All rules on one stretch of files or functions, so that what they ask of one is worked out by one thread, while it is at hand.
            else if (i - 1 is var piece && piece < modules.Length)
            {
                foreach (var rule in eachModule)
                    outcomes[rule][piece] = Run(rule, modules[piece], module => rule.EachModuleCheck!(model, module));
            }
            else
            {
                piece -= modules.Length;
                foreach (var rule in eachFunction)
                    outcomes[rule][piece] = Run(rule, rule.EachFunctionOf is { } of ? functions[piece].Where(of) : functions[piece], rule.EachFunctionCheck!);
            }
        });

        // By rule, and within it in the order of the functions, whoever judged them.
        var inOrder = rules.SelectMany(rule => outcomes[rule]).ToList();
        var verdicts = inOrder.SelectMany(outcome => outcome.Verdicts).ToList();
        var preceding = Precedence.Apply(verdicts.OfType<Finding>()).ToArray();
        var findings = model.Workers.Select(preceding.Length, i => preceding[i].ByReach(model.ReachOf(preceding[i].Place)).ByEvidence().ForServerOf(model))
            .OrderBy(finding => finding.Severity).ThenBy(finding => finding.Evidence)
            .ThenBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            // Several ways to one fault are mended at one place: the gravest is told.
            .DistinctBy(finding => (finding.Rule, finding.Place));
        var cleared = verdicts.OfType<Cleared>()
            .OrderBy(candidate => candidate.Place).ThenBy(candidate => candidate.Rule.Id, StringComparer.Ordinal)
            .Distinct();
        return new([.. findings], [.. cleared], [.. inOrder.Select(outcome => outcome.Failure).OfType<RuleFailure>().DistinctBy(failure => failure.Rule)]);
    }

    private static void Prepare(ProjectModel model)
    {
        try
        {
            model.Prepare();
        }
#pragma warning disable CA1031 // It is worked out again, or thrown again, when a rule asks: there it is told, and the other rules judge.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>What a check says of each subject. A subject that it throws on costs what it would have said of that one.</summary>
    private static Outcome Run<T>(Rule rule, IEnumerable<T> subjects, Func<T, IEnumerable<Verdict>> check)
    {
        var verdicts = new List<Verdict>();
        RuleFailure? failure = null;
        foreach (var subject in subjects)
        {
            try
            {
                foreach (var verdict in check(subject))
                    verdicts.Add(verdict);
            }
#pragma warning disable CA1031 // A rule that throws is our own bug: it is reported under the rule's id and must not lose the rest of the audit.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failure ??= new(rule.Id, $"{exception.GetType().Name}: {exception.Message}{Frames(exception)}");
            }
        }

        return new(verdicts, failure);
    }

    /// <summary>Where it was thrown, innermost first, as far as a report of the fault needs it: in one line, without what differs between machines.</summary>
    private static string Frames(Exception exception) => string.Concat((exception.StackTrace ?? "").Split('\n')
        .Select(line => line.Trim()).Where(line => line.StartsWith("at Hostile.", StringComparison.Ordinal))
        .Take(FramesTold).Select((line, i) => $"{(i == 0 ? " At " : ", ")}{line["at Hostile.".Length..].Split('(')[0]}"));

    private sealed record Outcome(List<Verdict> Verdicts, RuleFailure? Failure);
}

/// <summary>What the rules say of a model.</summary>
/// <param name="Findings">By severity, evidence, place and rule.</param>
/// <param name="Cleared">By place and rule.</param>
/// <param name="Failures">Rules that threw: our own bugs.</param>
public sealed record Judgement(ImmutableArray<Finding> Findings, ImmutableArray<Cleared> Cleared, ImmutableArray<RuleFailure> Failures);

/// <summary>A rule that threw.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Message">What was thrown first, and where, in one line.</param>
public sealed record RuleFailure(string Rule, string Message);
