using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Projects;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>The comparison of our types with the checker's, counted and, where asked for, listed.</summary>
internal sealed class TypeTally(ProjectModel model, ModuleResolver resolver, string show, int limit)
{
    private readonly SortedDictionary<string, Counts> byKind = new(StringComparer.Ordinal);
    private readonly Counts all = new();
    private readonly Dictionary<string, List<string>> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, string Example)> causes = new(StringComparer.Ordinal);
    private (int Right, int All) imports;
    private (int Right, int All) names;
    private (int Right, int All) members;

    public void Add(Module module, FileAnswer answer)
    {
        var nodes = new Dictionary<(int Start, int End, string Kind), SyntaxNode>();
        var starts = new Dictionary<int, SyntaxNode>();
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            nodes[(node.Span.Start, node.Span.End, node.Kind.ToString())] = node;
            if (node.Kind is SyntaxKind.Identifier)
                starts.TryAdd(node.Span.Start, node);
        }

        for (var at = 0; at < answer.E.Length; at += 5)
        {
            var kind = answer.Kinds[answer.E[at + 2]];
            if (nodes.TryGetValue((answer.E[at], answer.E[at + 1], kind), out var node))
                Judge(module, node, kind, answer.E[at + 3], answer.Types[answer.E[at + 4]]);
            else
                Show("nodes", module, answer.E[at], $"no {kind} here");
        }

        for (var at = 0; at < answer.D.Length;)
        {
            var (start, isMember, count) = (answer.D[at], answer.D[at + 1] == 1, answer.D[at + 2]);
            var places = answer.D.AsSpan(at + 3, 2 * count);
            at += 3 + (2 * count);
            if (starts.TryGetValue(start, out var node) && !answer.Files[places[0]].EndsWith(".json", StringComparison.Ordinal))
                JudgeName(module, node, isMember, places, answer.Files);
        }

        for (var at = 0; at < answer.I.Length; at += 2)
            JudgeImport(module, answer.I[at], answer.Files[answer.I[at + 1]]);
    }

    public void Print(string name, bool modules, TimeSpan time)
    {
        foreach (var (what, lines) in shown.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"── {what}");
            foreach (var line in lines)
                Console.WriteLine(line);
        }

        foreach (var (cause, (count, example)) in causes.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(limit))
            Console.WriteLine($"{count,7} {cause,-60} {example}");
        Console.WriteLine($"{name}, {(modules ? "with" : "without")} node_modules, {time.TotalSeconds:0.0} s");
        Console.WriteLine($"{"",-26} {"all",8} {"thenable",8} {"recall",8} {"precision",9} {"unknown",8} {"of any",7}");
        foreach (var (kind, counts) in byKind)
            Console.WriteLine(counts.Row(kind));
        Console.WriteLine(all.Row("all"));
        Console.WriteLine($"imports {Share(imports)}, names {Share(names)}, members {Share(members)}");
    }

    private static string Share((int Right, int All) count) => $"{100.0 * count.Right / Math.Max(1, count.All):0.00} % of {count.All}";

    private void Judge(Module module, SyntaxNode node, string kind, int truth, string type)
    {
        if (truth == 3)
            return;
        var ours = model.Types.TypeOf(node);
        var answer = model.Types.ThenableOf(ours);
        if (!byKind.TryGetValue(kind, out var counts))
            byKind.Add(kind, counts = new());
        counts.Add(truth, answer);
        all.Add(truth, answer);
        if (truth == 1 && answer is not Thenable.Promise)
            Show("missed", module, node.Span.Start, $"{kind} {Short(node)} is {type}, ours {ours}");
        if (truth == 0 && answer is Thenable.Promise)
            Show("wrong", module, node.Span.Start, $"{kind} {Short(node)} is {type}, ours {ours}");
        if (truth == 0 && answer is Thenable.Unknown)
            Show("unknown", module, node.Span.Start, $"{kind} {Short(node)} is {type}");
        if (answer is Thenable.Unknown && ((truth == 1 && show.Contains("why-missed", StringComparison.Ordinal)) || (truth == 0 && show.Contains("why-unknown", StringComparison.Ordinal))))
        {
            var cause = Blame.Of(model, node);
            var (count, example) = causes.GetValueOrDefault(cause);
            causes[cause] = (count + 1, example ?? $"{module.Path}:{module.Tree.Lines.LineOf(node.Span.Start)}: {Short(node)} is {type}");
        }
    }

    private void JudgeName(Module module, SyntaxNode node, bool isMember, ReadOnlySpan<int> places, string[] files)
    {
        var symbol = isMember && node.Parent.Kind is SyntaxKind.PropertyAccessExpression ? model.Types.SymbolOf(node.Parent) : model.Bindings.SymbolOf(node);
        var right = false;
        // `export default new Logger()` is declared by its statement.
        if (symbol.Exists && model.Bindings.MeaningOf(symbol).Expression is { Exists: true } exported)
        {
            var path = model.Bindings.ModuleOf(exported.Tree)!.Path;
            for (var at = 0; at < places.Length; at += 2)
                right |= files[places[at]] == path && (exported.Span.Start == places[at + 1] || exported.Parent.Span.Start == places[at + 1]);
        }

        // A whole module is declared where its file begins.
        if (symbol.Exists && model.Bindings.MeaningOf(symbol).Module is { } table)
            right |= files[places[0]] == table.Module.Path;
        if (symbol.Exists)
        {
            foreach (var declaration in symbol.Declarations)
            {
                for (var at = 0; at < places.Length; at += 2)
                    right |= files[places[at]] == symbol.Module.Path && Declares(declaration, places[at + 1]);
            }
        }

        if (isMember)
            members = (members.Right + (right ? 1 : 0), members.All + 1);
        else
            names = (names.Right + (right ? 1 : 0), names.All + 1);
        if (!right)
            Show(isMember ? "members" : "definitions", module, node.Span.Start, $"{Short(node)} is at {files[places[0]]}:{places[1]}, ours {(symbol.Exists ? $"{symbol.Module.Path}:{symbol.Declaration.Span.Start}" : "none")}");
    }

    /// <summary>The checker gives the start of the name, or of the whole declaration when it has none.</summary>
    private static bool Declares(SyntaxNode declaration, int start)
    {
        if (declaration.Span.Start == start)
            return true;
        foreach (var child in declaration.Children)
        {
            if (child.Span.Start == start)
                return true;
        }

        return false;
    }

    private void JudgeImport(Module module, int start, string file)
    {
        SyntaxNode literal = default;
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (node.Span.Start == start && node.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
                literal = node;
        }

        if (!literal.Exists)
            return;
        var ours = resolver.FileOf(module.Path, literal.Text[1..^1]);
        imports = (imports.Right + (ours == file ? 1 : 0), imports.All + 1);
        if (ours != file)
            Show("imports", module, start, $"{literal.Text} is {file}, ours {ours ?? "none"}");
    }

    private void Show(string what, Module module, int start, string text)
    {
        if (!show.Split(',').Contains(what))
            return;
        if (!shown.TryGetValue(what, out var lines))
            shown.Add(what, lines = []);
        if (lines.Count < limit)
            lines.Add($"{module.Path}:{module.Tree.Lines.LineOf(start)}: {text}");
    }

    private static string Short(SyntaxNode node)
    {
        var text = node.Text.ReplaceLineEndings(" ");
        return text.Length > 60 ? $"`{text[..40]}…{text[^18..]}`" : $"`{text}`";
    }

    private sealed class Counts
    {
        private int total;
        private int known;
        private int unknown;
        private int thenable;
        private int found;
        private int claimed;
        private int claimedOfAny;

        public void Add(int truth, Thenable ours)
        {
            total++;
            known += truth != 2 ? 1 : 0;
            unknown += truth != 2 && ours is Thenable.Unknown ? 1 : 0;
            thenable += truth == 1 ? 1 : 0;
            // Of what the compiler itself calls `any` it does not say that it is none.
            claimed += truth != 2 && ours is Thenable.Promise ? 1 : 0;
            claimedOfAny += truth == 2 && ours is Thenable.Promise ? 1 : 0;
            found += truth == 1 && ours is Thenable.Promise ? 1 : 0;
        }

        public string Row(string name) =>
            $"{name,-26} {total,8} {thenable,8} {Percent(found, thenable),8} {Percent(found, claimed),9} {Percent(unknown, known),8} {claimedOfAny,7}";

        private static string Percent(int part, int whole) => whole == 0 ? "" : $"{100.0 * part / whole:0.00}";
    }
}
