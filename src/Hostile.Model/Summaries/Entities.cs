using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What stands for tables in the program, and which: the one word for whoever turns a call of an ORM into a statement, and for the schema.
/// Ask <see cref="Of(SyntaxNode)"/> with the expression that names a table (<c>users</c> of <c>db.insert(users)</c>, <c>User</c> of <c>getRepository(User)</c> and of
/// <c>User.findOne(…)</c>, <c>'User'</c>), <see cref="Of(LightType)"/> with the type of a row or of a class (what <c>Repository&lt;User&gt;</c> is of, <c>user</c> of <c>user.save()</c>),
/// and <see cref="Named"/> with a name that a library looks up by itself (<c>user</c> of <c>prisma.user.create(…)</c>); then <see cref="Entity.Table"/> and <see cref="Entity.ColumnOf"/>.
/// </summary>
public sealed class Entities
{
    private const int LongestInheritance = 8;

    private readonly ProjectModel project;
    private readonly Dictionary<Symbol, Entity> bySymbol = [];
    private readonly Dictionary<SyntaxNode, Entity> byClass = [];
    private readonly ConcurrentDictionary<SyntaxNode, Entity?> inherited = new();
    private readonly Dictionary<string, List<Entity>> byName = new(StringComparer.Ordinal);
    private readonly List<(Entity Entity, SchemaPiece Piece)> described = [];

    internal Entities(ProjectModel project, IEnumerable<Entity> ofSchemaFiles)
    {
        this.project = project;
        var reader = new SchemaReader(project);
        foreach (var (node, owner) in Places())
        {
            Workers.Step();
            var piece = owner.Exists && node == owner ? reader.ReadClass(owner) : reader.Read(node);
            if (piece is { Noun: SchemaNoun.Table, Verb: SchemaVerb.Has })
                Add(piece, node, owner);
        }

        foreach (var entity in ofSchemaFiles)
            Keep(entity);
    }

    /// <summary>All of them; those of the program's code by file and position, then those of schema files.</summary>
    public ImmutableArray<Entity> All { get; private set; } = [];

    /// <summary>What each of them says of its table, in the same order; those of schema files have their own tables.</summary>
    internal IReadOnlyList<(Entity Entity, SchemaPiece Piece)> Described => described;

    /// <summary>The entity that an expression names: a table object, a class, a variable or an import of one, its name as a text; null when it names none, or several may be meant.</summary>
    public Entity? Of(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        if (!expression.Exists)
            return null;
        if (expression.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
            return project.Constants.StringOf(expression) is { } name ? Named(name) : null;
        var symbol = project.Types.SymbolOf(expression);
        if (symbol.Exists && Of(project.Bindings.ResolveAlias(symbol)) is { } entity)
            return entity;
        return Of(project.Types.TypeOf(expression));
    }

    /// <summary>The entity of a class or variable, or of the class that it extends; null when there is none.</summary>
    public Entity? Of(Symbol symbol)
    {
        if (!symbol.Exists)
            return null;
        if (bySymbol.TryGetValue(symbol, out var entity))
            return entity;
        foreach (var declaration in symbol.Declarations)
        {
            if (byClass.TryGetValue(declaration, out entity))
                return entity;
        }

        return symbol.Declaration.Is(SyntaxKind.ClassDeclaration) && byClass.Count > 0 && project.IsInProgram(symbol.Declaration) ? inherited.GetOrAdd(symbol.Declaration, static (node, self) => self.OfSuper(node), this) : null;
    }

    /// <summary>"class Job extends Post" that describes no table of its own, and says by a decorator that it is kept: its rows are in the other's table, with columns that are not known from there.</summary>
    private Entity? OfSuper(SyntaxNode declared)
    {
        var at = declared;
        for (var depth = 0; depth < LongestInheritance && at.Is(SyntaxKind.ClassDeclaration) && at.Child(SyntaxKind.Decorator).Exists; depth++)
        {
            SyntaxNode super = default;
            foreach (var clause in at.Children)
                super = clause.Is(SyntaxKind.HeritageClause) && clause.Operator is TokenKind.Extends ? clause.FirstChild.FirstChild : super;
            if (!super.Exists || project.Types.SymbolOf(super) is not { Exists: true } named)
                return null;
            at = project.Bindings.ResolveAlias(named).Declaration;
            if (byClass.TryGetValue(at, out var entity))
                return entity with { IsComplete = false };
        }

        return null;
    }

    /// <summary>The entity whose rows, or whose class, have a type; null when there is none.</summary>
    public Entity? Of(LightType type) => type.NonNullish() switch
    {
        LightType.Instance instance => Of(instance.Symbol),
        LightType.ClassConstructor constructed => Of(constructed.Symbol),
        _ => null,
    };

    /// <summary>Whether an expression is a row of an entity rather than what stands for its table: an instance of the entity's class.</summary>
    public bool IsRow(SyntaxNode expression) =>
        project.Types.TypeOf(expression).NonNullish() is LightType.Instance { Symbol: var type } && (type.Declarations.Any(byClass.ContainsKey) || (type.Declaration.Is(SyntaxKind.ClassDeclaration) && Of(type) is not null));

    /// <summary>The entity of a name, upper or lower case at its beginning; null when there is none, or several on different tables have it.</summary>
    public Entity? Named(string name) =>
        byName.TryGetValue(KeyOf(name), out var found) && found.All(entity => entity.Table == found[0].Table) ? found[0] : null;

    /// <summary>The columns of a table that a property of an object may mean: of that name, in either spelling, and those that the program says it by, <c>customer: text('internal_customer_id')</c>.</summary>
    internal IEnumerable<string> ColumnsNamed(TableName table, string property)
    {
        foreach (var column in RowAccess.ColumnsOf(property))
            yield return column;
        byTable ??= All.ToLookup(entity => entity.Table.Name, StringComparer.Ordinal);
        foreach (var entity in byTable[table.Name])
        {
            if (entity.Table.Matches(table) && entity.ColumnOf(property) is { } column)
                yield return column;
        }
    }

    private ILookup<string, Entity>? byTable;

    private static string KeyOf(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Where the program describes tables: the calls, and with a class those whose decorators or static methods do it.</summary>
    private IEnumerable<(SyntaxNode Node, SyntaxNode Class)> Places()
    {
        var symbols = new HashSet<Symbol>();
        var names = new HashSet<Name>();
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Function | SymbolFlags.Method | SymbolFlags.Class | SymbolFlags.Variable))
        {
            if (!Describes(symbol))
                continue;
            symbols.Add(symbol);
            names.Add(symbol.Name);
        }

        if (names.Count == 0)
            yield break;
        names.UnionWith(project.Bindings.LocalNamesOf(symbols));
        var found = names.SelectMany(project.Calls.CallsOf).Concat(BareDecorators(names, symbols)).Where(call => !IsOfTests(call)).OrderBy(project.PlaceOf).ToArray();
        var classes = new HashSet<SyntaxNode>();
        foreach (var call in found)
        {
            if (call.Parent.Is(SyntaxKind.Decorator))
            {
                if (call.Parent.Parent is { Kind: SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression } decorated && classes.Add(decorated))
                    yield return (decorated, decorated);
                continue;
            }

            if (project.Types.CalleeOf(call) is Callee.Library library && Describes(library.Signature))
                yield return (call, ClassOf(call));
        }
    }

    /// <summary><c>@Table class User</c></summary>
    private IEnumerable<SyntaxNode> BareDecorators(HashSet<Name> names, HashSet<Symbol> symbols)
    {
        foreach (var module in project.Bindings.Modules)
        {
            for (var index = 0; index < module.SymbolCount; index++)
            {
                var symbol = module.SymbolAt(index);
                if (!symbol.Is(SymbolFlags.Import) || !names.Contains(symbol.Name) || !symbols.Contains(project.Bindings.ResolveAlias(symbol)))
                    continue;
                foreach (var reference in symbol.References)
                {
                    if (reference.Parent.Is(SyntaxKind.Decorator))
                        yield return reference;
                }
            }
        }
    }

    private bool IsOfTests(SyntaxNode node) => project.Bindings.ModuleOf(node.Tree)!.Roles.HasFlag(ModuleRoles.Test);

    private bool Describes(Symbol symbol)
    {
        foreach (var declaration in symbol.Declarations)
        {
            if (Describes(declaration))
                return true;
            // A class by its constructors; a constant by the call signatures of its type.
            if (declaration.Is(SyntaxKind.ClassDeclaration) && Any(declaration.Child(SyntaxKind.ClassBody), SyntaxKind.Constructor))
                return true;
            if (declaration.Is(SyntaxKind.VariableDeclaration) && project.Types.TypeOf(symbol) is LightType.Instance type && type.Symbol.Declarations.Any(d => Any(d.Child(SyntaxKind.InterfaceBody), SyntaxKind.CallSignature)))
                return true;
        }

        return false;

        bool Any(SyntaxNode body, SyntaxKind kind)
        {
            foreach (var member in body.Children)
            {
                if (member.Is(kind) && Describes(member))
                    return true;
            }

            return false;
        }
    }

    private bool Describes(SyntaxNode declaration) =>
        project.Effects.Of(declaration).Any(effect => effect is Effect.Schema { Noun: SchemaNoun.Table, Verb: SchemaVerb.Has });

    /// <summary><c>User.init({ … })</c>: the class of the program that the static method is called on.</summary>
    private SyntaxNode ClassOf(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression))
            return default;
        return callee.FirstChild.Is(SyntaxKind.ThisKeyword)
            ? call.Ancestor(SyntaxKind.ClassBody).Parent
            : project.Types.TypeOf(callee.FirstChild) is LightType.ClassConstructor { Symbol: var symbol } && (symbol.Module.Roles & ModuleRoles.Knowledge) == 0 ? symbol.Declaration : default;
    }

    private void Add(SchemaPiece piece, SyntaxNode node, SyntaxNode owner)
    {
        var symbol = owner.Exists ? project.Bindings.ModuleOf(owner.Tree)!.SymbolOfDeclaration(owner) : VariableOf(node);
        var given = symbol.Exists ? symbol.Name.ToString() : piece.Name ?? "";
        // "sequelize.define('User', …)" names the model; the table is named after it.
        var table = TableNameOf(piece, given);
        var properties = ImmutableArray.CreateBuilder<EntityProperty>();
        foreach (var part in piece.Parts.Where(part => part.Noun is SchemaNoun.Column or SchemaNoun.Relation && part.Property is not null))
            properties.Add(new(part.Property!, TableDescription.ColumnName(piece, part), part.Noun is SchemaNoun.Relation, RelatedOf(part), project.PlaceOf(part.Node)));
        foreach (var implied in piece.Implied.Where(name => piece.Parts.All(part => part.Property != name)))
            properties.Add(new(implied, NamingStyle.Apply(piece.Columned, implied), false, "", project.PlaceOf(node)));
        var entity = new Entity(given, table, project.PlaceOf(owner.Exists && node == owner ? owner : piece.Node))
        {
            Declaration = owner.Exists ? owner : node,
            Properties = properties.ToImmutable(),
            IsComplete = !piece.HasUnreadColumns && piece.Parts.All(part => part.Noun is not SchemaNoun.Column || part.IsUnstored || TableDescription.ColumnName(piece, part) is not null),
        };
        if (symbol.Exists)
            bySymbol.TryAdd(symbol, entity);
        if (owner.Exists)
            byClass.TryAdd(owner, entity);
        described.Add((entity, piece));
        Keep(entity);
        if (piece.Entity is { } other && other != given)
            Register(other, entity);
    }

    private void Keep(Entity entity)
    {
        All = All.Add(entity);
        Register(entity.Name, entity);
    }

    private void Register(string name, Entity entity)
    {
        if (name.Length == 0)
            return;
        if (!byName.TryGetValue(KeyOf(name), out var list))
            byName.Add(KeyOf(name), list = []);
        list.Add(entity);
    }

    private static TableName TableNameOf(SchemaPiece piece, string given)
    {
        var named = piece.Name ?? (piece.IsNameUnknown ? null : NamingStyle.Apply(piece.Named, piece.Entity ?? given));
        if (named is null or "")
            return new(piece.Schema, "${…}");
        var dot = piece.Schema is null ? named.IndexOf('.', StringComparison.Ordinal) : -1;
        return dot > 0 ? new(named[..dot], named[(dot + 1)..]) : new(piece.Schema, named);
    }

    private static string RelatedOf(SchemaPiece part)
    {
        if (part.ReferencedEntity.Exists)
            return part.ReferencedEntity.Text;
        return part.Noun is SchemaNoun.Relation ? part.References ?? "" : "";
    }

    /// <summary>The variable that holds what a call describes: also behind further calls on it.</summary>
    private Symbol VariableOf(SyntaxNode call)
    {
        var at = call;
        while (at.Parent is { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression or SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression } outer && outer.FirstChild == at)
            at = outer;
        if (!at.Parent.Is(SyntaxKind.Initializer) || at.Parent.Parent is not { Kind: SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration } declaration)
            return default;
        return project.Bindings.ModuleOf(call.Tree)!.SymbolOfDeclaration(declaration);
    }
}
