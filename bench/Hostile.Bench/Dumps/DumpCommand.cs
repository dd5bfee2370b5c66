using Hostile.Model;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Dumps;

/// <summary><c>dump</c>: what the engine makes of one file, stage by stage.</summary>
internal static class DumpCommand
{
    public static int Run(ReadOnlySpan<string> words)
    {
        if (words is ["schema", var folder] && Directory.Exists(folder))
            return SchemaDump.Run(folder);
        if (words is ["queries", var root, var file] && File.Exists(Path.Combine(root, file)))
        {
            return SchemaDump.On(root, model =>
            {
                foreach (var function in model.Functions.Where(function => function.Module.Path == file && !function.DatabaseCalls.IsEmpty))
                    Queries(function);
            });
        }

        if (words is not [var what, var path] || !File.Exists(path))
        {
            Console.Error.WriteLine("dump tree|cfg|queries FILE, dump queries DIR FILE, dump schema DIR");
            return 2;
        }

        switch (what)
        {
            case "tree":
                var tree = Parser.Parse(SourceFiles.Read(path), SourceFiles.KindOf(path));
                Tree(tree.Root, 0);
                foreach (var error in tree.Errors)
                    Console.WriteLine($"error {tree.Lines.LineOf(error.Span.Start)}:{tree.Lines.ByteColumnOf(error.Span.Start)} {error.Message}");
                return 0;
            case "cfg":
                foreach (var function in ModelBuilder.Build([new(Path.GetFileName(path), SourceFiles.Read(path))], (_, _) => null).Functions)
                    Console.WriteLine($"{function}\n{(function.Flow is { } graph ? FlowText.Of(graph) : "(too large)\n")}");
                return 0;
            case "queries":
                foreach (var function in ModelBuilder.Build([new(Path.GetFileName(path), SourceFiles.Read(path))], (_, _) => null).Functions.Where(function => !function.DatabaseCalls.IsEmpty))
                    Queries(function);
                return 0;
            default:
                Console.Error.WriteLine($"dump: there is no view '{what}'");
                return 2;
        }
    }

    /// <summary>A function's calls on the database in the order of the file, each with the statements it runs: what, on which tables, which columns it writes.</summary>
    private static void Queries(FunctionModel function)
    {
        Console.WriteLine(function);
        foreach (var call in function.DatabaseCalls)
        {
            Console.WriteLine($"  {call.Call.Tree.Lines.LineOf(call.Call.Span.Start)}: {call.Action} on {(call.Handle.IsPool ? "pool " : "")}{call.Receiver.Text.ReplaceLineEndings("⏎")}{(call.Steps.IsEmpty ? "" : $", {call.Steps.Length} calls down")}");
            foreach (var query in call.Queries)
                Console.WriteLine($"    {query.Kind} {string.Join(", ", query.Tables.Select(use => use.Table))}{(query.Writes.IsEmpty ? "" : $" writes {string.Join(", ", query.Writes.Select(write => write.Column))}")}{(query.RowLock is { } rowLock ? $" for {rowLock.Strength}" : "")}{(query.Where.Matches.IsEmpty ? "" : $" where {string.Join(", ", query.Where.Matches.Select(match => match.Column.Name + match.Operator))}")}{(query.IsPartlyUnknown ? " partly unknown" : "")}");
        }
    }

    private static void Tree(SyntaxNode node, int depth)
    {
        var lines = node.Tree.Lines;
        var leaf = node.FirstChild.Exists ? "" : $" {node.Text.ReplaceLineEndings("⏎")}";
        Console.WriteLine($"{new string(' ', 2 * depth)}{node.Kind}{(node.Flags == NodeFlags.None ? "" : $" [{node.Flags}]")}{(node.Operator == TokenKind.None ? "" : $" {node.Operator}")} {lines.LineOf(node.Span.Start)}:{lines.ByteColumnOf(node.Span.Start)}-{lines.LineOf(node.Span.End)}:{lines.ByteColumnOf(node.Span.End)}{leaf}");
        foreach (var child in node.Children)
            Tree(child, depth + 1);
    }
}
