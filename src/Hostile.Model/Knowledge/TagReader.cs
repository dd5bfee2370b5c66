using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>A tag that the language of tags does not have, or that stands where it means nothing.</summary>
/// <param name="Place">Where the tag stands.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record TagError(Place Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>Reads the tags of a comment into effects. The grammar is in Knowledge/README.md.</summary>
internal sealed partial class TagReader(Module module, List<TagError>? errors)
{
    private string[] words = [];
    private int next;
    private TextSpan span;

    /// <summary>The effects that the comment before a declaration states.</summary>
    public ImmutableArray<Effect> Read(SyntaxNode declaration) =>
        CommentBefore(declaration) is { } comment ? ReadComment(comment, declaration) : [];

    /// <summary>The head of the file: <c>@library</c> and <c>@source</c>, and nothing else.</summary>
    public void CheckHead(Comment comment)
    {
        var library = false;
        var source = false;
        foreach (var (tag, text, at) in Tags(comment))
        {
            Start(text, at);
            if (tag is "library")
            {
                library = true;
                if (words.Length < 2)
                    Report("says which library and which versions: `@library pg 8.x`");
            }
            else if (tag is "source")
            {
                source = true;
                if (words.Length == 0)
                    Report("says where the facts come from");
            }
            else
            {
                Report($"`@{tag}` does not belong at the head of a file");
            }
        }

        span = comment.Span;
        if (!library)
            Report("the file begins with a comment that has `@library NAME VERSIONS`");
        if (!source)
            Report("the file begins with a comment that has `@source` for its facts");
    }

    public bool HasTags(Comment comment) => Tags(comment).Count > 0;

    /// <summary>The block comment that ends just before the declaration, only white space between.</summary>
    public Comment? CommentBefore(SyntaxNode declaration)
    {
        var carrier = Carrier(declaration);
        var comments = module.Tree.Comments;
        var low = 0;
        var high = comments.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (comments[middle].Span.End <= carrier.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return null;
        var comment = comments[low - 1];
        var between = module.Tree.Text.Span[comment.Span.End..carrier.Span.Start];
        // From the end: where anything else stands between, it is seldom short.
        return comment.IsBlock && between.TrimEnd(" \t\r\n"u8).IsEmpty ? comment : null;
    }

    /// <summary>A variable's comment stands before its statement, that of a function type before the member that has it.</summary>
    private static SyntaxNode Carrier(SyntaxNode declaration)
    {
        var at = declaration;
        while (at.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.VariableDeclarationList or SyntaxKind.FunctionType or SyntaxKind.TypeAnnotation)
            at = at.Parent;
        return at;
    }

    private ImmutableArray<Effect> ReadComment(Comment comment, SyntaxNode declaration)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var (tag, text, at) in Tags(comment))
        {
            Start(text, at);
            var effect = ReadTag(tag, declaration, effects);
            if (effect is null)
                continue;
            if (next < words.Length)
                Report($"`{words[next]}` is not understood after `@{tag} {string.Join(' ', words[..next])}`");
            else
                effects.Add(effect);
        }

        return effects.ToImmutable();
    }

    private Effect? ReadTag(string tag, SyntaxNode declaration, ImmutableArray<Effect>.Builder effects)
    {
        switch (tag)
        {
            case "handle":
                return OnType(tag, declaration) && ReadChoice<HandleKind>() is { } kind ? new Effect.Handle(kind) : null;
            case "acquires":
                return OnFunction(tag, declaration) ? ReadAcquires(declaration) : null;
            case "releases":
                return OnFunction(tag, declaration) ? ReadReleases(declaration) : null;
            case "closes":
                return OnFunction(tag, declaration) ? new Effect.Closes() : null;
            case "runs":
                return OnFunction(tag, declaration) ? ReadRuns(declaration) : null;
            case "begins":
                return OnFunction(tag, declaration) && TryReadIsolation(declaration, out var level) ? new Effect.Begins(level) : null;
            case "sql":
                return ReadSql(declaration);
            case "commits":
                return OnFunction(tag, declaration) ? new Effect.Commits() : null;
            case "rolls-back":
                return OnFunction(tag, declaration) ? new Effect.RollsBack() : null;
            case "transaction":
                return OnFunction(tag, declaration) ? ReadTransaction(declaration) : null;
            case "calls":
                return OnFunction(tag, declaration) ? ReadCalls(declaration) : null;
            case "root":
                return OnFunction(tag, declaration) ? ReadRoot(declaration, effects) : null;
            case "emits":
                return OnType(tag, declaration) && Expect("error") && ReadChoice<Unheard>() is { } unheard ? new Effect.EmitsError(unheard) : null;
            case "listens":
                return OnFunction(tag, declaration) ? new Effect.Listens(Take("once")) : null;
            case "never-rejects":
                return OnFunction(tag, declaration) ? new Effect.NeverRejects() : null;
            case "handled":
                return OnFunction(tag, declaration) ? new Effect.Handled() : null;
            case "lazy":
                return IsType(declaration) ? ReadLazy() : OnFunction(tag, declaration) ? new Effect.Lazy([]) : null;
            case "throttles":
                return OnFunction(tag, declaration) ? ReadThrottles(declaration) : null;
            case "ambient":
                return OnFunction(tag, declaration) ? new Effect.Ambient() : null;
            case "rows":
                return OnFunction(tag, declaration) ? ReadRows(declaration) : null;
            case "sleeps":
                return OnFunction(tag, declaration) ? new Effect.Sleeps() : null;
            case "lends":
                return OnType(tag, declaration) && Expect("last") ? new Effect.LendsLast() : null;
            case "makes":
                return OnFunction(tag, declaration) ? new Effect.Makes() : null;
            case "defaults":
                return OnOption(tag, declaration) ? new Effect.Defaults() : null;
            case "alters":
                return OnFunction(tag, declaration) && ReadPath(declaration) is { } altering ? new Effect.Alters(altering) : null;
            case "governs":
                return OnFunction(tag, declaration) && Expect("requests") && Expect("by") && ReadPath(declaration) is { } governing ? new Effect.Governs(governing) : null;
            case "constructs":
                return OnOption(tag, declaration) && ReadChoice<HandleKind>() is { } made ? new Effect.Constructs(made) : null;
            case "names":
                return OnOption(tag, declaration) && ReadChoice<AddressPart>() is { } part ? new Effect.Names(part) : null;
            case "waits":
                if (!IsFunction(declaration) && !OnType(tag, declaration))
                    return null;
                do
                {
                    if (ReadChoice<Wait>() is not { } wait)
                        return null;
                    if (next == words.Length)
                        return new Effect.Waits(wait);
                    effects.Add(new Effect.Waits(wait));
                }
                while (true);
            case "bounds":
                return IsFunction(declaration) || OnOption(tag, declaration) ? ReadBounds() : null;
            case "limits":
                return OnOption(tag, declaration) ? ReadLimits() : null;
            case "ignored":
                return OnOption(tag, declaration) ? new Effect.Ignored(Take("use") && ReadWord("the option that is read") is { } instead ? instead : "") : null;
            case "requires":
                return OnOption(tag, declaration) && ReadWord("an option of the object") is { } option && ReadWord("the value it must have") is { } value ? new Effect.Requires(option, value) : null;
            case "forbids":
                return OnOption(tag, declaration) && ReadWord("an option of the object") is { } forbidden ? new Effect.Forbids(forbidden) : null;
            case "needs":
                return OnOption(tag, declaration) && ReadWord("the option beside it") is { } needed ? new Effect.Needs(needed) : null;
            case "reads":
                return OnOption(tag, declaration) && Expect("integer") ? new Effect.ReadsInteger() : null;
            case "closed":
                return OnType(tag, declaration) ? new Effect.Closed() : null;
            case "only":
                return OnOption(tag, declaration) ? ReadOnly() : null;
            case "blocks":
                return OnFunction(tag, declaration) ? new Effect.Blocks(Take("after") && ReadWord("the argument before the time") is { } before ? before : "") : null;
            case "timer":
                return OnFunction(tag, declaration) && ReadPath(declaration) is { } time ? new Effect.Timer(time) : null;
            case "url":
                return ReadUrl(declaration);
            case "schema":
                return ReadSchema(declaration);
            default:
                Report($"there is no tag `@{tag}`");
                return null;
        }
    }

    private Effect.Acquires? ReadAcquires(SyntaxNode declaration)
    {
        if (ReadChoice<HandleKind>() is not { } kind)
            return null;
        if (!Take("to"))
            return new(kind, null, 0);
        return ReadPath(declaration) is { } path
            ? new(kind, path.Index, int.TryParse(path.Property, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0)
            : null;
    }

    private Effect.Releases? ReadReleases(SyntaxNode declaration)
    {
        if (!Take("destroys"))
            return new((int?)null);
        return Expect("if") && ReadPath(declaration) is { } path ? new(path.Index) : null;
    }

    private Effect.RunsSql? ReadRuns(SyntaxNode declaration)
    {
        if (!Expect("sql") || ReadPath(declaration) is not { } sql)
            return null;
        if (!Take("with"))
            return new(sql, null);
        return ReadPath(declaration) is { } parameters ? new(sql, parameters) : null;
    }

    private Effect.Transaction? ReadTransaction(SyntaxNode declaration)
    {
        if (!Expect("around") || ReadPath(declaration) is not { } path)
            return null;
        return TryReadIsolation(declaration, out var level)
            ? new(path.Index, int.TryParse(path.Property, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0, level)
            : null;
    }

    /// <summary>"at 1.isolationLevel"; false when it is wrong.</summary>
    private bool TryReadIsolation(SyntaxNode declaration, out ArgumentPath? level)
    {
        level = null;
        return !Take("at") || (level = ReadPath(declaration)) is not null;
    }

    private Effect.CallsBack? ReadCalls(SyntaxNode declaration)
    {
        if (ReadFunction(declaration) is not { } path || ReadChoice<CallTime>() is not { } time)
            return null;
        return ReadFate() is { } fate ? new(path, time, fate) : null;
    }

    /// <summary>The function that is called: an argument, or what a decorator stands before.</summary>
    private ArgumentPath? ReadFunction(SyntaxNode declaration) => Take("decorated") ? new ArgumentPath(-1) : ReadPath(declaration);

    private PromiseFate? ReadFate()
    {
        var fate = Take("taking") ? PromiseFate.Taken : Take("returning") ? PromiseFate.Returned : Take("dropping") ? PromiseFate.Dropped : (PromiseFate?)null;
        if (fate is null)
            Report("says what becomes of the callback's promise: `taking`, `returning` or `dropping`");
        return fate is not null && Expect("promise") ? fate : null;
    }

    /// <summary>The root and, when it says what becomes of the promise, that the function is called again and again.</summary>
    private Effect.Root? ReadRoot(SyntaxNode declaration, ImmutableArray<Effect>.Builder effects)
    {
        if (ReadFunction(declaration) is not { } path || ReadChoice<RootKind>() is not { } kind)
            return null;
        var on = Take("on") && ReadWord("the event") is { } name ? name : "";
        if (next < words.Length)
        {
            if (ReadFate() is not { } fate)
                return null;
            effects.Add(new Effect.CallsBack(path, CallTime.Often, fate));
        }

        return new(path, kind, on);
    }

    private Effect.Only? ReadOnly()
    {
        var values = words.AsSpan(next).ToImmutableArray();
        next = words.Length;
        if (!values.IsEmpty)
            return new(values);
        Report("wants the values for which the rest holds");
        return null;
    }

    private Effect.Lazy? ReadLazy()
    {
        if (!Expect("until"))
            return null;
        var until = words.AsSpan(next).ToImmutableArray();
        next = words.Length;
        if (until.IsEmpty)
            Report("wants the methods that make it work after `until`");
        return new(until);
    }

    private Effect.Throttles? ReadThrottles(SyntaxNode declaration)
    {
        if (ReadPath(declaration) is not { } path)
            return null;
        if (Take("alone"))
            return new(path, null, true);
        return !Take("to") ? new(path, null, false) : ReadPath(declaration) is { } limit ? new(path, limit, false) : null;
    }

    private Effect.Rows? ReadRows(SyntaxNode declaration)
    {
        ArgumentPath? where = null;
        ArgumentPath? limit = null;
        if (Take("where") && (where = ReadPath(declaration)) is null)
            return null;
        if (Take("up") && (!Expect("to") || (limit = ReadPath(declaration)) is null))
            return null;
        return new(where, limit);
    }

    private Effect.Bounds? ReadBounds()
    {
        if (ReadChoice<Wait>() is not { } wait)
            return null;
        if (Take("by"))
            return Expect("signal") ? new(wait, 0, BoundBy.Signal, null, "") : null;
        if (!Expect("in") || ReadWord("the unit: ms, s or retries") is not { } unit)
            return null;
        double? milliseconds = unit switch { "ms" => 1, "s" => 1000, "retries" => 0, _ => null };
        if (milliseconds is null)
        {
            Report($"the unit is ms, s or retries, not `{unit}`");
            return null;
        }

        if (!Expect("by") || ReadChoice<BoundBy>() is not { } by || !Expect("default"))
            return null;
        double? standard = null;
        if (!Take("none"))
        {
            if (ReadNumber() is not { } number)
                return null;
            standard = number;
        }

        return new(wait, milliseconds.Value, by, standard, Take("off") && ReadWord("the value that switches it off") is { } off ? off : "");
    }

    private Effect? ReadLimits()
    {
        var connections = Take("connections");
        if (!connections && !Expect("jobs"))
            return null;
        if (!Expect("default") || ReadNumber() is not { } number)
            return null;
        return connections ? new Effect.LimitsConnections(number) : new Effect.LimitsJobs(number);
    }

    private Effect.Schema? ReadSchema(SyntaxNode declaration)
    {
        if (!IsFunction(declaration) && !IsOption(declaration))
        {
            Report("`@schema` stands on a function, method, constructor or property");
            return null;
        }

        var verb = SchemaVerb.Has;
        if (next < words.Length && Enum.GetValues<SchemaVerb>().Any(value => value is not SchemaVerb.Has && Kebab(value.ToString()) == words[next]))
            verb = ReadChoice<SchemaVerb>()!.Value;
        // On a property `schema` is what it says, on a function what it makes.
        var isRole = IsOption(declaration) && words is ["schema", ..];
        var noun = !isRole && next < words.Length && Enum.GetValues<SchemaNoun>().Any(value => Kebab(value.ToString()) == words[next]) ? ReadChoice<SchemaNoun>() : null;
        var says = ImmutableArray.CreateBuilder<SchemaFact>();
        while (next < words.Length)
        {
            if (ReadChoice<SchemaRole>() is not { } role)
                return null;
            ArgumentPath? path = null;
            var told = ImmutableArray<string>.Empty;
            if (role is SchemaRole.Named or SchemaRole.Columned or SchemaRole.Joined)
            {
                if (ReadWord("how it is named") is not { } how)
                    return null;
                if (how is not ("as-is" or "snake-case" or "camel-case" or "plural"))
                    Report($"`{how}` is no way to name anything: as-is, snake-case, camel-case or plural");
                told = [how];
            }
            else if (role is SchemaRole.Adds or SchemaRole.Lacks)
            {
                told = words.AsSpan(next).ToImmutableArray();
                next = words.Length;
            }
            else if (next < words.Length && char.IsAsciiDigit(words[next][0]))
            {
                if (ReadPath(declaration) is not { } place)
                    return null;
                path = place;
            }

            says.Add(new(role, path, told));
        }

        if (noun is null && says.Count == 0)
        {
            Report("says what it describes: a table, a column …, or what it adds to that");
            return null;
        }

        return new(verb, noun, says.ToImmutable());
    }

    private Effect.Url? ReadUrl(SyntaxNode declaration)
    {
        if (!IsOption(declaration) && !IsFunction(declaration))
        {
            Report("`@url` stands on an option, or on a constructor whose first argument it is");
            return null;
        }

        if (ReadWord("the interface that lists the parameters") is not { } name)
            return null;
        if (FindInterface(declaration, name))
            return new(name);
        Report($"no interface `{name}` in this file");
        return null;
    }

    private bool FindInterface(SyntaxNode declaration, string name)
    {
        var wanted = Name.Of(name);
        for (var scope = module.ScopeAround(declaration); scope.Exists; scope = scope.Parent)
        {
            if (scope.Find(wanted).Is(SymbolFlags.Interface))
                return true;
        }

        return false;
    }

    private ArgumentPath? ReadPath(SyntaxNode declaration) => ReadWord("an argument's number") is { } word ? PathOf(word, declaration) : null;

    private ArgumentPath? PathOf(string word, SyntaxNode declaration)
    {
        var later = word.EndsWith('+');
        var text = later ? word[..^1] : word;
        var dot = text.IndexOf('.');
        var number = dot < 0 ? text : text[..dot];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || (dot >= 0 && dot == text.Length - 1))
        {
            Report($"`{word}` is no argument: write its number, as in `0`, `0.text` or `1+`");
            return null;
        }

        if (!HasParameter(declaration, index))
        {
            Report($"there is no parameter {index}");
            return null;
        }

        return new(index, dot < 0 ? "" : text[(dot + 1)..], later);
    }

    private static bool HasParameter(SyntaxNode declaration, int index)
    {
        var count = 0;
        foreach (var parameter in ParametersOf(declaration).Children)
        {
            if (parameter.Has(NodeFlags.Rest))
                return true;
            count++;
        }

        return index < count;
    }

    private static SyntaxNode ParametersOf(SyntaxNode declaration) =>
        declaration.Child(SyntaxKind.ParameterList) is { Exists: true } own
            ? own
            : declaration.Child(SyntaxKind.TypeAnnotation).FirstChild.Child(SyntaxKind.ParameterList);

    private double? ReadNumber()
    {
        if (ReadWord("a number") is not { } word)
            return null;
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        Report($"`{word}` is no number");
        return null;
    }

    /// <summary>A word of an enum, in kebab case.</summary>
    private T? ReadChoice<T>() where T : struct, Enum
    {
        if (next < words.Length)
        {
            foreach (var value in Enum.GetValues<T>())
            {
                if (Kebab(value.ToString()) == words[next])
                {
                    next++;
                    return value;
                }
            }
        }

        var found = next < words.Length ? $"not `{words[next]}`" : "and nothing is here";
        Report($"wants one of {string.Join(", ", Enum.GetValues<T>().Select(v => Kebab(v.ToString())))}, {found}");
        return null;
    }

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private string? ReadWord(string what)
    {
        if (next < words.Length)
            return words[next++];
        Report($"wants {what}");
        return null;
    }

    private bool Take(string word)
    {
        if (next >= words.Length || words[next] != word)
            return false;
        next++;
        return true;
    }

    private bool Expect(string word)
    {
        if (Take(word))
            return true;
        Report(next < words.Length ? $"wants `{word}`, not `{words[next]}`" : $"wants `{word}`");
        return false;
    }

    private bool OnType(string tag, SyntaxNode declaration)
    {
        if (IsType(declaration))
            return true;
        Report($"`@{tag}` stands on a class or interface");
        return false;
    }

    private bool OnFunction(string tag, SyntaxNode declaration)
    {
        if (IsFunction(declaration))
            return true;
        Report($"`@{tag}` stands on a function, method or constructor");
        return false;
    }

    private bool OnOption(string tag, SyntaxNode declaration)
    {
        if (IsOption(declaration))
            return true;
        Report($"`@{tag}` stands on a property");
        return false;
    }

    private static bool IsType(SyntaxNode declaration) => declaration.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.InterfaceDeclaration;

    private static bool IsFunction(SyntaxNode declaration) => declaration.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration
        or SyntaxKind.MethodSignature or SyntaxKind.Constructor or SyntaxKind.CallSignature or SyntaxKind.FunctionType or SyntaxKind.GetAccessor;

    private static bool IsOption(SyntaxNode declaration) => declaration.Kind is SyntaxKind.PropertySignature or SyntaxKind.PropertyDeclaration;

    private void Start(string text, TextSpan at)
    {
        words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        next = 0;
        span = at;
    }

    private void Report(string message) => errors?.Add(new(new(module.Source, span), message));

    /// <summary>The tags of a comment; a tag's text goes on to the next tag or the comment's end.</summary>
    private List<(string Tag, string Text, TextSpan Span)> Tags(Comment comment)
    {
        var result = new List<(string, string, TextSpan)>();
        var start = comment.Span.Start;
        var text = module.Tree.Text.Span[start..comment.Span.End];
        if (!text.StartsWith("/**"u8))
            return result;

        var at = 3;
        while (at < text.Length)
        {
            var lineEnd = text[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length : text.Length - 2;
            var line = text[at..Math.Max(at, lineEnd)].TrimStart(" \t*"u8).TrimEnd(" \t\r"u8);
            if (line is [(byte)'@', ..])
            {
                var space = line.IndexOfAny((byte)' ', (byte)'\t');
                var tag = Encoding.UTF8.GetString(space < 0 ? line[1..] : line[1..space]);
                var rest = space < 0 ? "" : Encoding.UTF8.GetString(line[space..]).Trim();
                // A dash begins words for people.
                if (rest.IndexOf("-- ", StringComparison.Ordinal) is >= 0 and var dash)
                    rest = rest[..dash];
                var from = start + at + text[at..lineEnd].IndexOf((byte)'@');
                result.Add((tag, rest, new(from, start + lineEnd)));
            }

            at = lineEnd + 1;
            if (lineEnd == text.Length - 2)
                break;
        }

        return result;
    }
}
