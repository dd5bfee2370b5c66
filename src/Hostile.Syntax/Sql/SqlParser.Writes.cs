using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>Statements that change rows.</content>
public sealed partial class SqlParser
{
    private InsertStatement ParseInsert(int start, ImmutableArray<CommonTable> with)
    {
        _at++;
        Expect("into");
        var table = ParseQualifiedName();
        var alias = Accept("as") ? ParseName() : null;
        AcceptFragments();

        var columns = ImmutableArray<AssignmentTarget>.Empty;
        // "INSERT INTO t (a, b)" or "INSERT INTO t (SELECT …)"
        if (Is("(") && !AtParenthesizedQuery())
            columns = ParenthesizedList(ParseTarget);
        AcceptFragments();
        if (Accept("overriding"))
        {
            if (!Accept("system"))
                Expect("user");
            Expect("value");
        }

        SelectQuery? source = null;
        var isDefault = Accept("default", "values");
        if (!isDefault && (AtQuery() || Is("(")))
            source = ParseQuery();
        else if (!isDefault && !_sawFragment)
            Fail();
        AcceptFragments();
        var conflict = Is("on") ? ParseConflict() : null;
        AcceptFragments();
        var returning = ParseReturning();
        AcceptFragments();
        return new()
        {
            Span = From(start),
            With = with,
            Table = table,
            Alias = alias,
            Columns = columns,
            Source = source,
            IsDefaultValues = isDefault,
            Conflict = conflict,
            Returning = returning,
            Fragments = TakeFragments(),
        };
    }

    private AssignmentTarget ParseTarget()
    {
        var start = Offset;
        var name = ParseName();
        var isPart = false;
        while (true)
        {
            if (Is("["))
                ParseSubscript(Error(), start);
            else if (Accept("."))
                ParseLabel();
            else
                break;
            isPart = true;
        }
        return new() { Span = From(start), Column = name, IsPart = isPart };
    }

    private ConflictClause ParseConflict()
    {
        var start = Offset;
        _at++;
        Expect("conflict");
        var fragments = _fragments.Count;
        var target = ImmutableArray<SqlExpression>.Empty;
        SqlExpression? targetWhere = null;
        SqlName? constraint = null;
        if (Is("("))
        {
            target = [.. ParenthesizedList(ParseIndexElement).Select(e => e.Value)];
            targetWhere = ParseWhere("where");
        }
        else if (Accept("on", "constraint"))
        {
            constraint = ParseName();
        }
        AcceptFragments();

        if (!_sawFragment || Is("do"))
            Expect("do");
        var isUpdate = !Accept("nothing");
        var assignments = ImmutableArray<Assignment>.Empty;
        SqlExpression? where = null;
        if (isUpdate && (!_sawFragment || Is("update")))
        {
            Expect("update");
            Expect("set");
            assignments = ParseAssignments();
            where = ParseWhere("where");
        }
        return new()
        {
            Span = From(start),
            Target = target,
            TargetWhere = targetWhere,
            Constraint = constraint,
            IsUpdate = isUpdate,
            Assignments = assignments,
            Where = where,
            IsPartlyUnknown = _fragments.Count > fragments,
        };
    }

    private ImmutableArray<Assignment> ParseAssignments() => List(ParseAssignment);

    private Assignment ParseAssignment()
    {
        var start = Offset;
        if (Current.Kind is TokenKind.Hole or TokenKind.Parameter && Ahead(1).Word is not "=" and not "." and not "[")
        {
            // A hole that brings whole assignments: "SET ${sets.join(', ')}".
            var value = ParsePrimary();
            return new() { Span = From(start), Targets = [], Value = value };
        }
        if (Is("("))
        {
            var targets = ParenthesizedList(ParseTarget);
            Expect("=");
            var tuple = ParseExpression();
            return new() { Span = From(start), Targets = targets, Value = tuple };
        }
        var target = ParseTarget();
        Expect("=");
        var single = ParseExpression();
        return new() { Span = From(start), Targets = [target], Value = single };
    }

    /// <summary>The table that is written, <c>ONLY</c> and <c>*</c> passed over, with its alias.</summary>
    private (QualifiedName Table, SqlName? Alias) ParseWrittenTable()
    {
        var isOnly = Accept("only");
        var isParenthesized = isOnly && Accept("(");
        var table = ParseQualifiedName();
        if (isParenthesized)
            Expect(")");
        Accept("*");
        var isExplicit = Accept("as");
        var alias = isExplicit || (AtName && !Is("set") && Current.Kind is TokenKind.Word or TokenKind.QuotedWord) ? ParseName() : null;
        return (table, alias);
    }

    private UpdateStatement ParseUpdate(int start, ImmutableArray<CommonTable> with)
    {
        _at++;
        var (table, alias) = ParseWrittenTable();
        AcceptFragments();
        var assignments = ImmutableArray<Assignment>.Empty;
        if (!_sawFragment || Is("set"))
        {
            Expect("set");
            assignments = ParseAssignments();
        }
        var from = ParseFrom("from");
        var (where, cursor) = ParseWhereOrCurrent();
        var returning = ParseReturning();
        AcceptFragments(ref where);
        return new()
        {
            Span = From(start),
            With = with,
            Table = table,
            Alias = alias,
            Assignments = assignments,
            From = from,
            Where = where,
            CurrentOf = cursor,
            Returning = returning,
            Fragments = TakeFragments(),
        };
    }

    private DeleteStatement ParseDelete(int start, ImmutableArray<CommonTable> with)
    {
        _at++;
        Expect("from");
        var (table, alias) = ParseWrittenTable();
        var tables = ParseFrom("using");
        var (where, cursor) = ParseWhereOrCurrent();
        var returning = ParseReturning();
        AcceptFragments(ref where);
        return new()
        {
            Span = From(start),
            With = with,
            Table = table,
            Alias = alias,
            Using = tables,
            Where = where,
            CurrentOf = cursor,
            Returning = returning,
            Fragments = TakeFragments(),
        };
    }

    private (SqlExpression? Where, SqlName? Cursor) ParseWhereOrCurrent()
    {
        SqlExpression? condition = null;
        AcceptFragments(ref condition);
        if (Accept("where", "current", "of"))
            return (null, ParseName());
        if (Is("where"))
            condition = ParseWhere("where");
        return (condition, null);
    }

    private MergeStatement ParseMerge(int start, ImmutableArray<CommonTable> with)
    {
        _at++;
        Expect("into");
        var (table, alias) = ParseWrittenTable();
        Expect("using");
        var source = ParseTableReference();
        var on = ParseWhere("on");
        var actions = ImmutableArray.CreateBuilder<MergeAction>();
        while (Is("when"))
        {
            actions.Add(ParseMergeAction());
            AcceptFragments();
        }
        var returning = ParseReturning();
        return new()
        {
            Span = From(start),
            With = with,
            Table = table,
            Alias = alias,
            Source = source,
            On = on,
            Actions = actions.ToImmutable(),
            Returning = returning,
            Fragments = TakeFragments(),
        };
    }

    private MergeAction ParseMergeAction()
    {
        var start = Offset;
        _at++;
        var isMatched = !Accept("not");
        Expect("matched");
        if (Accept("by") && !Accept("source"))
            Expect("target");
        var condition = Accept("and") ? ParseExpression() : null;
        Expect("then");

        var action = Current.Word;
        var assignments = ImmutableArray<Assignment>.Empty;
        var columns = ImmutableArray<AssignmentTarget>.Empty;
        var values = ImmutableArray<SqlExpression>.Empty;
        if (Accept("update"))
        {
            Expect("set");
            assignments = ParseAssignments();
        }
        else if (Accept("insert"))
        {
            if (Is("("))
                columns = ParenthesizedList(ParseTarget);
            if (Accept("overriding"))
                _at += 2;
            if (!Accept("default", "values"))
            {
                Expect("values");
                values = ParenthesizedList(ParseExpression);
            }
        }
        else if (Accept("do", "nothing"))
        {
            action = "nothing";
        }
        else
        {
            Expect("delete");
        }
        return new()
        {
            Span = From(start),
            IsMatched = isMatched,
            Condition = condition,
            Action = action,
            Assignments = assignments,
            Columns = columns,
            Values = values,
        };
    }

    private TruncateStatement ParseTruncate(int start)
    {
        _at++;
        Accept("table");
        var tables = List(ParseRelation);
        if (Is("restart", "identity") || Is("continue", "identity"))
            _at += 2;
        _ = Accept("cascade") || Accept("restrict");
        AcceptFragments();
        return new() { Span = From(start), Tables = tables, Fragments = TakeFragments() };
    }

    private QualifiedName ParseRelation()
    {
        var isOnly = Accept("only");
        var isParenthesized = isOnly && Accept("(");
        var name = ParseQualifiedName();
        if (isParenthesized)
            Expect(")");
        Accept("*");
        return name;
    }

    private LockStatement ParseLock(int start)
    {
        _at++;
        Accept("table");
        var tables = List(ParseRelation);
        var mode = "access exclusive";
        if (Accept("in"))
        {
            var first = Offset;
            while (Current.Word is "access" or "row" or "share" or "update" or "exclusive")
                _at++;
            mode = string.Join(' ', _source.Show(From(first)).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            AcceptFragments();
            if (!_sawFragment)
                Expect("mode");
            else
                Accept("mode");
        }
        var isNowait = Accept("nowait");
        AcceptFragments();
        return new() { Span = From(start), Tables = tables, Mode = mode, IsNowait = isNowait, Fragments = TakeFragments() };
    }

    private CopyStatement ParseCopy(int start)
    {
        _at++;
        Accept("binary");
        QualifiedName? table = null;
        SqlStatement? query = null;
        var columns = ImmutableArray<SqlName>.Empty;
        if (Accept("("))
        {
            query = ParseStatement();
            Expect(")");
        }
        else
        {
            table = ParseQualifiedName();
            columns = Is("(") ? ParseNames() : [];
        }
        var isFrom = Accept("from");
        if (!isFrom)
            Expect("to");
        SqlExpression? where = null;
        // Options are many and say nothing about rows; the condition comes last.
        while (!AtEnd)
        {
            if (Accept("where"))
                where = ParseCondition();
            else if (Is("("))
                SkipParentheses();
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                _at++;
        }
        return new() { Span = From(start), Table = table, Columns = columns, Query = query, IsFrom = isFrom, Where = where, Fragments = TakeFragments() };
    }
}
