using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>ALTER, types, views, functions and triggers.</content>
public sealed partial class SqlParser
{
    private SqlStatement ParseAlter(int start)
    {
        _at++;
        var relation = Current.Word;
        if (Is("materialized", "view") || Is("foreign", "table"))
            relation = Current.Word + " " + Ahead(1).Word;
        if (relation is "type" or "domain")
            return ParseAlterType(start);
        if (relation is "role" or "user" or "database" && ParseAlterSetting(start, relation) is { } setting)
            return setting;
        if (relation is not ("table" or "index" or "view" or "sequence" or "materialized view" or "foreign table"))
        {
            if (!IsCreatable(relation) && relation is not ("schema" or "function" or "procedure" or "routine" or "trigger" or "system" or "large" or "domain") && !_sawFragment)
                Fail();
            return Unknown(start);
        }
        if (Ahead(1).Word == "all" || Ahead(2).Word == "all" && Ahead(3).Word == "in")
            return Unknown(start);

        _at += relation.Contains(' ') ? 2 : 1;
        IfExists();
        Accept("only");
        var table = ParseQualifiedName();
        Accept("*");
        AcceptFragments();
        var actions = relation == "sequence" && !Is("rename") && !Is("set", "schema") ? SkipActions() : List(ParseAlterAction);
        return new AlterTableStatement { Span = From(start), Table = table, Relation = relation, Actions = actions, Fragments = TakeFragments() };
    }

    /// <summary>The form that sets a parameter for new sessions; null, and nothing is read, for every other form and for names that are not written out.</summary>
    private AlterSettingStatement? ParseAlterSetting(int start, string relation)
    {
        var first = _at;
        _at++;
        if (_at < _end && Current.Kind is TokenKind.Word or TokenKind.QuotedWord)
        {
            // "ALTER ROLE CURRENT_USER": a role, but nobody knows which.
            var isCurrent = Accept("current_user") || Accept("current_role") || Accept("session_user");
            var name = isCurrent ? "" : Accept("all") ? null : ParseName().Text;
            var database = relation == "database" ? name : null;
            if (relation != "database" && Is("in", "database"))
            {
                _at += 2;
                database = ParseName().Text;
            }

            if (Is("set") && Ahead(1).Word is not ("tablespace" or "from") && Ahead(2).Word != "from")
                return new() { Role = relation == "database" ? null : name, Database = database, Set = ParseSet(_tokens[_at].Start), Span = From(start), Fragments = TakeFragments() };
        }

        _at = first;
        return null;
    }

    private ImmutableArray<AlterTableAction> SkipActions()
    {
        _at = _end;
        return [];
    }

    private AlterTableAction ParseAlterAction()
    {
        var start = Offset;
        if (Accept("add"))
            return ParseAlterAdd(start);
        if (Accept("drop"))
        {
            var isConstraint = Accept("constraint");
            if (!isConstraint)
                Accept("column");
            IfExists();
            var name = ParseName();
            if (!Accept("cascade"))
                Accept("restrict");
            AcceptFragments();
            return new() { Span = From(start), Kind = isConstraint ? AlterTableKind.DropConstraint : AlterTableKind.DropColumn, Name = name };
        }
        if (Accept("alter"))
            return Is("constraint") ? SkipAction(start) : ParseAlterColumn(start);
        if (Accept("rename"))
            return ParseRename(start);
        if (Accept("set", "schema"))
            return new() { Kind = AlterTableKind.SetSchema, NewName = ParseName(), Span = From(start) };
        if (Accept("attach", "partition"))
        {
            var partition = ParseQualifiedName();
            if (Accept("for", "values"))
                ParsePartitionBound();
            else
                Accept("default");
            return new() { Span = From(start), Kind = AlterTableKind.AttachPartition, Partition = partition };
        }
        if (Accept("detach", "partition"))
        {
            var partition = ParseQualifiedName();
            _ = Accept("concurrently") || Accept("finalize");
            return new() { Span = From(start), Kind = AlterTableKind.DetachPartition, Partition = partition };
        }
        if (Is("inherit") || Is("no", "inherit"))
        {
            var kind = Is("no") ? AlterTableKind.NoInherit : AlterTableKind.Inherit;
            _at += kind == AlterTableKind.NoInherit ? 2 : 1;
            return new() { Kind = kind, Partition = ParseQualifiedName(), Span = From(start) };
        }
        if (Current.Word is "validate" or "owner" or "enable" or "disable" or "set" or "reset" or "cluster" or "force" or "no" or "inherit" or "replica"
            or "of" or "not" or "options" or "depends" or "attach" || Current.Kind == TokenKind.Hole)
            return SkipAction(start);
        Fail();
        return new() { Span = From(start), Kind = AlterTableKind.Other };
    }

    /// <summary>Passes over an action that changes neither columns nor keys.</summary>
    private AlterTableAction SkipAction(int start)
    {
        while (!AtEnd && !Is(","))
        {
            if (Is("("))
                SkipParentheses();
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                _at++;
        }
        return new() { Span = From(start), Kind = AlterTableKind.Other };
    }

    private AlterTableAction ParseAlterAdd(int start)
    {
        if (AtTableConstraint())
            return new() { Kind = AlterTableKind.AddConstraint, Constraint = ParseConstraint(null), Span = From(start) };
        if (Current.Kind == TokenKind.Hole && (Ahead(1).Kind == TokenKind.End || Ahead(1).Word == ","))
            return SkipAction(start);
        Accept("column");
        IfNotExists();
        var column = ParseColumn();
        return new() { Span = From(start), Kind = AlterTableKind.AddColumn, Name = column.Name, Column = column };
    }

    private AlterTableAction ParseAlterColumn(int start)
    {
        Accept("column");
        // ALTER INDEX counts its columns.
        if (Current.Kind == TokenKind.Number)
            return SkipAction(start);
        var name = ParseName();
        if (Accept("set", "not", "null"))
            return new() { Span = From(start), Kind = AlterTableKind.SetNotNull, Name = name };
        if (Accept("drop", "not", "null"))
            return new() { Span = From(start), Kind = AlterTableKind.DropNotNull, Name = name };
        if (Accept("set", "default"))
            return new() { Kind = AlterTableKind.SetDefault, Name = name, Expression = ParseExpression(), Span = From(start) };
        if (Accept("drop", "default"))
            return new() { Span = From(start), Kind = AlterTableKind.DropDefault, Name = name };
        if (Is("type") || Is("set", "data"))
        {
            _at += Is("type") ? 1 : 2;
            if (_tokens[_at - 1].Word == "data")
                Expect("type");
            var type = ParseType();
            if (Accept("collate"))
                ParseQualifiedName(KeywordCategory.TypeOrFunction);
            var expression = Accept("using") ? ParseExpression() : null;
            return new() { Span = From(start), Kind = AlterTableKind.SetType, Name = name, Type = type, Expression = expression };
        }
        if (Current.Word is not ("set" or "reset" or "add" or "drop" or "restart" or "options") && Current.Kind != TokenKind.Hole)
            Fail();
        return SkipAction(start);
    }

    private AlterTableAction ParseRename(int start)
    {
        if (Accept("to"))
            return new() { Kind = AlterTableKind.RenameTable, NewName = ParseName(), Span = From(start) };
        var isConstraint = Accept("constraint");
        if (!isConstraint)
            Accept("column");
        var name = ParseName();
        Expect("to");
        var newName = ParseName();
        return new() { Span = From(start), Kind = isConstraint ? AlterTableKind.RenameConstraint : AlterTableKind.RenameColumn, Name = name, NewName = newName };
    }

    private TypeStatement ParseCreateType(int start)
    {
        var isDomain = Is("domain");
        _at++;
        var name = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        if (isDomain)
        {
            Accept("as");
            var type = ParseType();
            var constraints = ImmutableArray.CreateBuilder<TableConstraint>();
            while (!AtEnd && !_failed)
            {
                if (Accept("collate"))
                    ParseQualifiedName(KeywordCategory.TypeOrFunction);
                else if (Current.Kind == TokenKind.Hole)
                    TakeFragment();
                else
                    constraints.Add(ParseConstraint(name.Last));
            }
            return new() { Span = From(start), Form = "domain", Name = name, Base = type, Constraints = constraints.ToImmutable(), Fragments = TakeFragments() };
        }
        if (Accept("as", "enum"))
        {
            Expect("(");
            var labels = ParseLabels();
            Expect(")");
            return new() { Span = From(start), Form = "enum", Name = name, Labels = labels, Fragments = TakeFragments() };
        }
        var form = Is("as", "range") ? "range" : Is("as") ? "composite" : "base";
        _at = _end;
        return new() { Span = From(start), Form = form, Name = name, Fragments = TakeFragments() };
    }

    private ImmutableArray<ConstantExpression> ParseLabels()
    {
        var labels = ImmutableArray.CreateBuilder<ConstantExpression>();
        while (!AtEnd && !Is(")"))
        {
            if (Current.Kind == TokenKind.String)
                labels.Add(ParseString(Offset, null));
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                Fail();
            if (!Accept(",") && !Is(")") && Current.Kind != TokenKind.Hole)
                Fail();
        }
        return labels.ToImmutable();
    }

    private TypeStatement ParseAlterType(int start)
    {
        _at++;
        var name = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        var form = "other";
        var labels = ImmutableArray<ConstantExpression>.Empty;
        SqlName? newName = null;
        if (Accept("add", "value"))
        {
            form = "add value";
            IfNotExists();
            if (Current.Kind == TokenKind.String)
                labels = [ParseString(Offset, null)];
        }
        else if (Accept("rename", "value"))
        {
            form = "rename value";
            if (Current.Kind == TokenKind.String && Ahead(1).Word == "to" && Ahead(2).Kind == TokenKind.String)
            {
                var old = ParseString(Offset, null);
                _at++;
                labels = [old, ParseString(Offset, null)];
            }
        }
        else if (Accept("rename", "to"))
        {
            form = "rename";
            newName = ParseName(KeywordCategory.TypeOrFunction);
        }
        else if (Accept("set", "schema"))
        {
            form = "set schema";
            newName = ParseName();
        }
        _at = _end;
        return new() { Span = From(start), Form = form, Name = name, Labels = labels, NewName = newName, Fragments = TakeFragments() };
    }

    private CreateViewStatement ParseCreateView(int start, bool isMaterialized)
    {
        _at++;
        IfNotExists();
        var name = ParseQualifiedName();
        var columns = Is("(") ? ParseNames() : [];
        if (Accept("using"))
            ParseLabel();
        if (Accept("with"))
            SkipParentheses();
        if (Accept("tablespace"))
            ParseLabel();
        AcceptFragments();
        Expect("as");
        var query = ParseQuery();
        if (Is("with"))
            _at = _end;
        AcceptFragments();
        return new() { Span = From(start), Name = name, IsMaterialized = isMaterialized, Columns = columns, Query = query, Fragments = TakeFragments() };
    }

    private CreateFunctionStatement ParseCreateFunction(int start)
    {
        var isProcedure = Is("procedure");
        _at++;
        var name = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        if (!Is("(") && Current.Kind != TokenKind.Hole)
            Fail();
        SkipParentheses();
        var language = "";
        SqlSpan? body = null;
        while (!AtEnd)
        {
            if (Accept("language"))
                language = ParseLabelOrString();
            else if (Is("as") && Ahead(1).Kind == TokenKind.String)
            {
                _at++;
                body = BodyOf(Current);
                _at++;
            }
            else if (Is("begin", "atomic") || Is("return"))
            {
                body = new(Offset, _tokens[_end - 1].End);
                _at = _end;
            }
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                _at++;
        }
        return new() { Span = From(start), Name = name, IsProcedure = isProcedure, Language = language, Body = body, Fragments = TakeFragments() };
    }

    private CreateTriggerStatement ParseCreateTrigger(int start)
    {
        _at++;
        var name = ParseName();
        var timing = Current.Word;
        if (!Accept("before") && !Accept("after"))
        {
            Expect("instead");
            Expect("of");
            timing = "instead of";
        }
        var events = ImmutableArray.CreateBuilder<string>();
        do
        {
            events.Add(Current.Word);
            if (!Accept("insert") && !Accept("update") && !Accept("delete") && !Accept("truncate"))
                Fail();
            if (Accept("of"))
                List(() => ParseName());
        }
        while (Accept("or"));
        Expect("on");
        var table = ParseQualifiedName();
        QualifiedName? function = null;
        while (!AtEnd)
        {
            if (Current.Word is "function" or "procedure" && Ahead(1).Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Hole)
            {
                _at++;
                function = ParseQualifiedName(KeywordCategory.TypeOrFunction);
                SkipParentheses();
            }
            else if (Is("("))
                SkipParentheses();
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
                _at++;
        }
        return new() { Span = From(start), Name = name, Table = table, Timing = timing, Events = events.ToImmutable(), Function = function, Fragments = TakeFragments() };
    }

    private CreateSchemaStatement ParseCreateSchema(int start)
    {
        _at++;
        var ifNotExists = IfNotExists();
        var name = Is("authorization") ? null : ParseName();
        if (Accept("authorization"))
        {
            var role = ParseLabel();
            name ??= role;
        }
        var elements = ImmutableArray.CreateBuilder<SqlStatement>();
        // "CREATE SCHEMA s CREATE TABLE … CREATE VIEW …": each element ends where the next begins.
        while (Current.Word is "create" or "grant")
        {
            var end = _end;
            var next = _at + 1;
            while (next < end && !(_tokens[next].Word is "create" or "grant" && _tokens[next].Kind == TokenKind.Word))
                next++;
            _end = next;
            elements.Add(ParseStatement());
            _at = _failed ? end : next;
            _end = end;
        }
        AcceptFragments();
        return new() { Span = From(start), Name = name, IfNotExists = ifNotExists, Elements = elements.ToImmutable(), Fragments = TakeFragments() };
    }
}
