using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>Transactions, settings, notifications and statements around others.</content>
public sealed partial class SqlParser
{
    private TransactionStatement ParseTransaction(int start)
    {
        var verb = Current.Word;
        _at++;
        var modes = default(TransactionModes);
        SqlName? name = null;
        var isChained = false;
        TransactionAction action;
        switch (verb)
        {
            case "begin" or "start":
                action = TransactionAction.Begin;
                if (verb == "start")
                    Expect("transaction");
                else if (!Accept("work"))
                    Accept("transaction");
                modes = ParseModes();
                break;
            case "savepoint":
                action = TransactionAction.Savepoint;
                name = ParseName();
                break;
            case "release":
                action = TransactionAction.Release;
                if (Ahead(1).Kind != TokenKind.End)
                    Accept("savepoint");
                name = ParseName();
                break;
            case "prepare":
                action = TransactionAction.Prepare;
                Expect("transaction");
                ParsePrimary();
                break;
            default:
                action = verb is "rollback" or "abort" ? TransactionAction.Rollback : TransactionAction.Commit;
                if (verb is "rollback" or "commit" && Accept("prepared"))
                {
                    action = action == TransactionAction.Commit ? TransactionAction.CommitPrepared : TransactionAction.RollbackPrepared;
                    ParsePrimary();
                    break;
                }
                if (!Accept("work"))
                    Accept("transaction");
                if (verb == "rollback" && Accept("to"))
                {
                    action = TransactionAction.RollbackTo;
                    Accept("savepoint");
                    name = ParseName();
                }
                else if (Accept("and"))
                {
                    isChained = !Accept("no");
                    Expect("chain");
                }
                break;
        }
        AcceptFragments();
        return new() { Span = From(start), Action = action, Modes = modes, Name = name, IsChained = isChained, Fragments = TakeFragments() };
    }

    private TransactionModes ParseModes()
    {
        var modes = default(TransactionModes);
        while (!AtEnd)
        {
            if (Accept("isolation", "level"))
                modes = modes with { Isolation = ParseIsolation() };
            else if (Accept("read", "only"))
                modes = modes with { IsReadOnly = true };
            else if (Accept("read", "write"))
                modes = modes with { IsReadOnly = false };
            else if (Accept("deferrable"))
                modes = modes with { IsDeferrable = true };
            else if (Accept("not", "deferrable"))
                modes = modes with { IsDeferrable = false };
            else if (Current.Kind == TokenKind.Hole)
            {
                TakeFragment();
                modes = modes with { Isolation = modes.Isolation ?? "" };
            }
            else
                break;
            Accept(",");
        }
        return modes;
    }

    private string ParseIsolation()
    {
        if (Accept("serializable"))
            return "serializable";
        if (Accept("repeatable", "read"))
            return "repeatable read";
        if (Accept("read", "committed"))
            return "read committed";
        if (Accept("read", "uncommitted"))
            return "read uncommitted";
        if (Current.Kind == TokenKind.Hole)
            AcceptFragments();
        else if (Current.Kind == TokenKind.Parameter)
            _at++;
        else
            Fail();
        return "";
    }

    private SetStatement ParseSet(int start)
    {
        var verb = Current.Word;
        _at++;
        var isLocal = verb == "set" && Accept("local");
        if (verb == "set" && !isLocal && Is("session") && !(Ahead(1).Word is "authorization" or "characteristics"))
            Accept("session");

        var values = ImmutableArray<SqlExpression>.Empty;
        var modes = default(TransactionModes);
        string setting;
        if (verb == "set" && (Is("transaction") || Is("session", "characteristics")))
        {
            setting = Is("transaction") ? "transaction" : "session characteristics";
            _at += setting == "transaction" ? 1 : 2;
            if (Accept("as"))
                Expect("transaction");
            if (Accept("snapshot"))
                ParsePrimary();
            modes = ParseModes();
        }
        else if (verb == "set" && Accept("constraints"))
        {
            setting = "constraints";
            if (!Accept("all"))
                List(() => ParseQualifiedName());
            if (!Accept("deferred"))
                Expect("immediate");
        }
        else
        {
            setting = ParseSettingName();
            if (verb == "set")
                values = ParseSettingValues(setting);
        }
        AcceptFragments();
        return new()
        {
            Span = From(start),
            Verb = verb,
            IsLocal = isLocal || setting == "transaction",
            Setting = setting,
            Values = values,
            Modes = modes,
            Fragments = TakeFragments(),
        };
    }

    private string ParseSettingName()
    {
        if (Accept("time", "zone"))
            return "time zone";
        if (Accept("session", "authorization"))
            return "session authorization";
        if (Accept("transaction", "isolation", "level"))
            return "transaction isolation level";
        if (Is("xml", "option"))
        {
            _at += 2;
            return "xml option";
        }
        if (Accept("all"))
            return "all";
        if (Current.Kind == TokenKind.Parameter)
        {
            var text = _source.Show(Current.Span);
            _at++;
            return text;
        }
        return ParseQualifiedName(KeywordCategory.TypeOrFunction).ToString();
    }

    private ImmutableArray<SqlExpression> ParseSettingValues(string setting)
    {
        if (setting is "time zone" or "session authorization" or "role" or "names" or "catalog" or "schema" or "xml option")
            _ = Accept("=") || Accept("to");
        else if (Is("from", "current"))
        {
            _at += 2;
            return [];
        }
        else if (!Accept("=") && !(_sawFragment && !Is("to")))
            Expect("to");
        if (Accept("default"))
            return [];
        if (AtEnd)
        {
            if (!_sawFragment && setting != "names")
                Fail();
            return [];
        }
        return List(ParseSettingValue);
    }

    /// <summary>Values of settings are words as often as expressions: <c>on</c>, <c>read committed</c>, <c>public</c>.</summary>
    private SqlExpression ParseSettingValue()
    {
        var start = Offset;
        if (Current.Kind == TokenKind.Operator && Current.Word is "+" or "-")
            return ParseUnary();
        if (Current.Kind is TokenKind.Word or TokenKind.QuotedWord && !(Is("interval")))
        {
            var name = ParseLabel();
            return new ColumnExpression { Span = From(start), Name = new() { Span = From(start), Parts = [name] } };
        }
        return ParsePostfix();
    }

    private NotifyStatement ParseNotify(int start)
    {
        var verb = Current.Word;
        _at++;
        SqlName? channel = null;
        SqlExpression? payload = null;
        // A parameter is never allowed here, yet people write it: it is kept, for a rule to tell them.
        if (Current.Kind == TokenKind.Parameter)
            payload = ParsePrimary();
        else if (!(verb == "unlisten" && Accept("*")))
            channel = ParseName();
        if (verb == "notify" && Accept(","))
            payload = ParsePrimary();
        AcceptFragments();
        return new() { Span = From(start), Verb = verb, Channel = channel, Payload = payload, Fragments = TakeFragments() };
    }

    private DoStatement ParseDo(int start)
    {
        _at++;
        var body = new SqlSpan(PreviousEnd, PreviousEnd);
        while (!AtEnd)
        {
            if (Accept("language"))
                ParseLabelOrString();
            else if (Current.Kind == TokenKind.String)
            {
                body = BodyOf(Current);
                _at++;
            }
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                Fail();
        }
        return new() { Span = From(start), Body = body, Fragments = TakeFragments() };
    }

    private string ParseLabelOrString()
    {
        if (Current.Kind == TokenKind.String)
        {
            var value = StringValue(Current);
            _at++;
            return value.ToLowerInvariant();
        }
        return ParseLabel().Text;
    }

    private CallStatement ParseCallStatement(int start)
    {
        _at++;
        var call = ParsePrimary();
        AcceptFragments();
        return new() { Span = From(start), Call = call, Fragments = TakeFragments() };
    }

    private SqlStatement ParseExplain(int start)
    {
        _at++;
        var runs = false;
        if (Is("(") && !AtParenthesizedQuery())
        {
            runs = Ahead(1).Word is "analyze" or "analyse" && Ahead(2).Word is not ("false" or "off");
            for (var i = 1; i < 40 && Ahead(i).Word != ")"; i++)
                runs |= Ahead(i).Word is "analyze" or "analyse" && Ahead(i + 1).Word is "," or ")" or "true" or "on";
            SkipParentheses();
        }
        else
        {
            runs = Accept("analyze") || Accept("analyse");
            Accept("verbose");
        }
        AcceptFragments();
        return new WrapperStatement { Verb = "explain", Runs = runs, Inner = ParseStatement(), Span = From(start) };
    }

    private SqlStatement ParsePrepare(int start)
    {
        _at++;
        ParseName();
        SkipParentheses();
        Expect("as");
        return new WrapperStatement { Verb = "prepare", Inner = ParseStatement(), Span = From(start) };
    }

    private SqlStatement ParseDeclare(int start)
    {
        _at++;
        ParseName();
        while (Current.Word is "binary" or "insensitive" or "asensitive" or "no" or "scroll")
            _at++;
        Expect("cursor");
        if (Is("with", "hold") || Is("without", "hold"))
            _at += 2;
        Expect("for");
        return new WrapperStatement { Verb = "declare", Inner = ParseStatement(), Span = From(start) };
    }
}
